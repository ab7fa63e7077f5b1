"""Counts by light."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.delegates import bars, lights, strokes
from ui.widgets.painted import Painted

#: The number stands so far right of its marker; from one light to the next it is so far at most, and so much is free.
_INDENT, _STEP, _LEAST_GAP = 20, 68.0, 6


class LightCount(Painted):
    """One light: marker and number, the word below."""

    def __init__(self, light: str, count: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._light = light
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(f"{lights.light_word(self._light)} {self._count}")

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_count(painter, 0, self._light, self._count)

    def sizeHint(self) -> QSize:
        return QSize(64, 44)


class LightLegend(Painted):
    """All five lights with their numbers, and below them one bar parted by their shares."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, int] = dict.fromkeys(lights.ORDER, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many indicators have which light; missing lights count 0."""
        self._counts = {light: counts.get(light, 0) for light in lights.ORDER}
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(", ".join(f"{lights.light_word(one)} {n}" for one, n in self._counts.items()))

    def _places(self) -> tuple[int, list[int]]:
        """(indent of the words, left edge of each count): as far apart as words and window allow."""
        words = [strokes.width(lights.light_word(light), theme.SMALL) for light in self._counts]
        numbers = [strokes.width(str(count), theme.TITLE, count > 0) for count in self._counts.values()]
        indent = _INDENT if sum(words) + len(words) * _INDENT + (len(words) - 1) * _LEAST_GAP <= self.width() else 0
        taken = [max(indent + word, _INDENT + number) for word, number in zip(words, numbers, strict=True)]
        step = min(_STEP, self.width() / len(words))
        if max(taken) + _LEAST_GAP <= step:
            return indent, [round(i * step) for i in range(len(words))]
        gap = min(_STEP - _INDENT, (self.width() - sum(taken)) / (len(words) - 1))
        return indent, [round(sum(taken[:i]) + i * gap) for i in range(len(words))]

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        indent, places = self._places()
        with QPainter(self) as painter:
            for place, (light, count) in zip(places, self._counts.items(), strict=True):
                paint_count(painter, place, light, count, indent)
            shares = [(lights.MARKER[light], count) for light, count in self._counts.items()]
            bars.light_shares(painter, QRectF(0, 52, self.width(), 8), shares)

    def sizeHint(self) -> QSize:
        return QSize(340, 60)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 60)


def paint_count(painter: QPainter, x: float, light: str, count: int, indent: int = _INDENT) -> None:
    """Draw a count 44 high at (x, 0), its word ``indent`` from the left."""
    lights.marker(painter, x, 7, light)
    tone = "text" if count else "text-3"
    word = lights.light_word(light)
    number, below = (strokes.width(str(count), theme.TITLE, bool(count)), strokes.width(word, theme.SMALL))
    strokes.text(painter, QRectF(x + _INDENT, 0, number + 1, 28), str(count), tone, theme.TITLE, bool(count))
    strokes.text(painter, QRectF(x + indent, 28, below + 1, 16), word, "text-2", theme.SMALL)
