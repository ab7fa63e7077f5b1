"""The first block of a brief: a figure with its rating among the bands, and parts beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import theme
from ui.delegates import bars, strokes

_FIGURE, _BAND, _HIGH = 164.0, 216.0, 76.0


@dataclass(frozen=True, slots=True)
class Part:
    """A name, its figure, what it is of, and how full it is (0-1)."""

    name: str
    figure: str
    note: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class StandingBlock:
    """``total`` in points or None; ``bands`` as (word, begins at), the lowest first."""

    label: str
    figure: str
    rating: str
    note: str
    total: float | None
    bands: Sequence[tuple[str, float]]
    parts: Sequence[Part]

    def height(self, width: float) -> float:
        return _HIGH

    def least(self, width: float) -> float:
        return _HIGH

    def fit(self, width: float, room: float) -> "StandingBlock":
        return self

    def paint(self, painter: QPainter, box: QRectF) -> None:
        x, y = box.x(), box.y()
        strokes.text(painter, QRectF(x, y, _FIGURE, 16), self.label, "text-2", theme.SMALL)
        strokes.text(painter, QRectF(x, y + 14, _FIGURE, 40), self.figure, "text", theme.FIGURE, True)
        taken = strokes.width(self.figure, theme.FIGURE, True) + 10
        strokes.text(painter, QRectF(x + taken, y + 20, 60, 28), self.rating, "text", theme.TITLE, True)
        strokes.text(painter, QRectF(x, y + 56, _FIGURE + 8, 16), self.note, "text-2", theme.SMALL)
        self._paint_bands(painter, QRectF(x + _FIGURE + 12, y + 24, _BAND - 12, 8))
        self._paint_parts(painter, QRectF(x + _FIGURE + _BAND + 24, y, box.width() - _FIGURE - _BAND - 24, _HIGH))

    def _paint_bands(self, painter: QPainter, box: QRectF) -> None:
        low = 0.0 if self.total is not None and self.total < 50 else 50.0
        bars.rating_bands(painter, box, self.total, [begin for _, begin in self.bands], low, 100)
        edges = [*(max(low, begin) for _, begin in self.bands), 100.0]
        for i, (word, begin) in enumerate(self.bands):
            middle = box.x() + box.width() * bars.share((edges[i] + edges[i + 1]) / 2, low, 100)
            current = word == self.rating
            place = QRectF(middle - 20, box.y() + 14, 40, 16)
            strokes.text(painter, place, word, "text" if current else "text-2", theme.SMALL, current, strokes.CENTER)
            if begin > low:
                edge = box.x() + box.width() * bars.share(begin, low, 100)
                place = QRectF(edge - 20, box.y() - 20, 40, 16)
                strokes.text(painter, place, f"{begin:g}", "text-2", theme.SMALL, False, strokes.CENTER)

    def _paint_parts(self, painter: QPainter, box: QRectF) -> None:
        count = max(1, len(self.parts))
        wide = (box.width() + 12) / count - 12
        for i, part in enumerate(self.parts):
            x = box.x() + i * (wide + 12)
            strokes.text(painter, QRectF(x, box.y(), wide, 16), part.name, "text-2", theme.SMALL)
            strokes.text(painter, QRectF(x, box.y() + 18, wide + 8, 20), part.figure, "text", theme.BODY, True)
            if part.share is not None:
                bars.bar(painter, QRectF(x, box.y() + 42, wide, 5), part.share)
            strokes.text(painter, QRectF(x, box.y() + 56, wide + 8, 16), part.note, "text-2", theme.SMALL)
