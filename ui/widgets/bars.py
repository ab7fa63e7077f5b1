"""Bars as widgets: rating bands, execution against the calendar, one level."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import formatting, theme
from ui.delegates import bars, strokes
from ui.widgets.painted import Painted

Number = Decimal | float | int


class RatingBar(Painted):
    """A total among its rating bands, with the forecast above it if there is one.

    Bands are given by the caller, from the rule pack: ``[("差", 0), ("中", 60), ("良", 80), ("优", 90)]``, each with
    the points it begins at. The scale is 50-100; if the total is under 50 it starts at 0.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._total: float | None = None
        self._bands: list[tuple[str, float]] = []
        self._forecast: tuple[float, float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rating(
        self,
        total: Number | None,
        bands: Sequence[tuple[str, Number]],
        forecast: tuple[Number, Number, Number] | None = None,
    ) -> None:
        """Show ``total`` points; ``forecast`` is low, likely, high."""
        self._total = None if total is None else float(total)
        self._bands = [(word, float(begin)) for word, begin in bands]
        self._forecast = None if forecast is None else (float(forecast[0]), float(forecast[1]), float(forecast[2]))
        words = [self._name, formatting.points(total), self._current_word()]
        if forecast is not None:
            words.append(self.tr("forecast %1").replace("%1", formatting.points(forecast[1])))
        self.setAccessibleName(" ".join(word for word in words if word))
        self.update()

    def _current_word(self) -> str:
        if self._total is None:
            return ""
        return next((word for word, begin in reversed(self._bands) if self._total >= begin), "")

    def _low(self) -> float:
        values = [self._total, *(self._forecast or ())]
        return 0.0 if any(value is not None and value < 50 for value in values) else 50.0

    def _paint_words(self, painter: QPainter, low: float) -> None:
        edges = [*(max(low, begin) for _, begin in self._bands), 100.0]
        current = self._current_word()
        for i, (word, begin) in enumerate(self._bands):
            middle = self.width() * bars.share((edges[i] + edges[i + 1]) / 2, low, 100)
            self._word(painter, word, middle, word == current)
            if begin > low:
                self._word(painter, f"{begin:g}", self.width() * bars.share(begin, low, 100), False)

    def _word(self, painter: QPainter, word: str, middle: float, strong: bool) -> None:
        room = strokes.width(word, theme.SMALL, strong) + 1
        x = min(max(0.0, middle - room / 2), self.width() - room)
        tone = "text" if strong else "text-3"
        strokes.text(painter, QRectF(x, 23, room, 16), word, tone, theme.SMALL, strong)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        low = self._low()
        with QPainter(self) as painter:
            box = QRectF(0, 12, self.width(), 8)
            begins = [begin for _, begin in self._bands]
            bars.rating_bands(painter, box, self._total, begins, low, 100)
            if self._forecast is not None:
                places = [self.width() * bars.share(value, low, 100) for value in self._forecast]
                bars.whisker(painter, places[0], places[1], places[2], 4.5)
            self._paint_words(painter, low)

    def sizeHint(self) -> QSize:
        return QSize(424, 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 40)


class ExecutionBar(Painted):
    """The share of the budget executed, with a tick where the year stands and both said in words below."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._share: float | None = None
        self._calendar: float | None = None
        self._gap = self._year = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(
        self, executed: Number | None, calendar: Number | None = None, gap_words: str = "", calendar_words: str = ""
    ) -> None:
        """Show shares of 0-1; ``gap_words`` stand at the left (慢 3.70 个百分点), ``calendar_words`` at the tick."""
        self._share = None if executed is None else float(executed)
        self._calendar = None if calendar is None else float(calendar)
        self._gap, self._year = gap_words, calendar_words
        told = formatting.percent(None if executed is None else Decimal(str(executed)) * 100)
        self.setAccessibleName(" ".join(word for word in (self._name, told, gap_words, calendar_words) if word))
        self.update()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            bar = QRectF(0, 12, self.width(), 8)
            bars.execution_bar(painter, bar, self._share, self._calendar)
            left = strokes.width(self._gap, theme.SMALL) + 12 if self._gap else 0.0
            strokes.text(painter, QRectF(0, 23, self.width(), 16), self._gap, "text-2", theme.SMALL)
            room = strokes.width(self._year, theme.SMALL) + 1
            x = self.width() * min(1.0, self._calendar or 0.0) - room / 2
            x = max(left, min(x, self.width() - room))
            strokes.text(painter, QRectF(x, 23, self.width() - x, 16), self._year, "text-2", theme.SMALL)

    def sizeHint(self) -> QSize:
        return QSize(320, 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 40)


class LevelBar(Painted):
    """Points of a level 1 group out of its full weight."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, value: Number | None, full: Number) -> None:
        """Show ``value`` points of ``full``."""
        self._share = 0.0 if value is None or not full else float(value) / float(full)
        told = f"{formatting.points(value)} / {formatting.number(full)}"
        self.setAccessibleName(f"{self._name} {told}".strip())
        self.update()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            bars.bar(painter, QRectF(0, 0, self.width(), 6), min(1.0, max(0.0, self._share)))

    def sizeHint(self) -> QSize:
        return QSize(116, 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 6)
