"""Counts by light."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.delegates import bars, lights, strokes
from ui.widgets.painted import Painted


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

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        step = min(68.0, self.width() / len(lights.ORDER))
        with QPainter(self) as painter:
            for i, (light, count) in enumerate(self._counts.items()):
                paint_count(painter, round(i * step), light, count)
            shares = [(lights.MARKER[light], count) for light, count in self._counts.items()]
            bars.light_shares(painter, QRectF(0, 52, self.width(), 8), shares)

    def sizeHint(self) -> QSize:
        return QSize(340, 60)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 60)


def paint_count(painter: QPainter, x: float, light: str, count: int) -> None:
    """Draw a count in the 64×44 box at (x, 0)."""
    lights.marker(painter, x, 7, light)
    tone = "text" if count else "text-3"
    strokes.text(painter, QRectF(x + 20, 0, 48, 28), str(count), tone, theme.TITLE, bool(count))
    strokes.text(painter, QRectF(x + 20, 28, 48, 16), lights.light_word(light), "text-2", theme.SMALL)
