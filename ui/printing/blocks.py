"""What a brief is made of: blocks that know their height, draw themselves, and give way where a page is full.

Lengths are pixels of 96 to the inch; the painter is scaled to its device by whoever draws.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui import theme
from ui.delegates import lights, strokes

_ROW, _LINE, _PADDING, _TITLE = 24, 16, 6, 28
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_ENDLESS = 1e6


class Block(Protocol):
    """A part of a page over its whole width."""

    def height(self, width: float) -> float:
        """Give the height it needs."""

    def least(self, width: float) -> float:
        """Give the height it can do with."""

    def fit(self, width: float, room: float) -> "Block":
        """Give itself, or as much of itself as ``room`` holds."""

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title with a quiet note, on a rule."""

    title: str
    note: str = ""

    def height(self, width: float) -> float:
        return _TITLE

    def least(self, width: float) -> float:
        return _TITLE

    def fit(self, width: float, room: float) -> "Heading":
        return self

    def paint(self, painter: QPainter, box: QRectF) -> None:
        strokes.text(painter, QRectF(box.x(), box.y(), box.width(), 20), self.title, bold=True)
        taken = strokes.width(self.title, theme.BODY, True) + 10
        strokes.text(
            painter, QRectF(box.x() + taken, box.y(), box.width() - taken, 20), self.note, "text-2", theme.SMALL
        )
        strokes.rule(painter, box.x(), box.y() + 24, box.width(), "rule-strong")


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something that draws itself at a fixed height."""

    high: float
    draw: Callable[[QPainter, QRectF], None]

    def height(self, width: float) -> float:
        return self.high

    def least(self, width: float) -> float:
        return self.high

    def fit(self, width: float, room: float) -> "Drawing":
        return self

    def paint(self, painter: QPainter, box: QRectF) -> None:
        self.draw(painter, box)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``light`` is drawn before its words."""

    words: str = ""
    light: str = ""
    bold: bool = False
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in pixels; 0 takes what is left. Words wrap to two lines where they must."""

    title: str
    width: float = 0.0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head. Where a page is full the rows named first in ``droppable`` go, and ``rest`` says how many."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    droppable: tuple[int, ...] = ()
    rest: Callable[[int], str] = str
    left_out: int = 0

    def height(self, width: float) -> float:
        rows = sum(self._row_height(row, self._widths(width)) for row in self.rows)
        return self._head_height(width) + rows + (_ROW if self.left_out else 0)

    def least(self, width: float) -> float:
        return min(self.height(width), 4 * _ROW)

    def fit(self, width: float, room: float) -> "Table":
        if self.height(width) <= room:
            return self
        order = [*self.droppable, *reversed([i for i in range(len(self.rows)) if i not in set(self.droppable)])]
        heights = [self._row_height(row, self._widths(width)) for row in self.rows]
        whole, gone = self._head_height(width) + _ROW + sum(heights), set[int]()
        for i in order:
            if whole <= room:
                break
            gone.add(i)
            whole -= heights[i]
        kept = tuple(row for i, row in enumerate(self.rows) if i not in gone)
        return replace(self, rows=kept, droppable=(), left_out=len(gone))

    def paint(self, painter: QPainter, box: QRectF) -> None:
        widths = self._widths(box.width())
        y = box.y()
        head = self._head_height(box.width())
        self._line(painter, box.x(), y, widths, self._head(), head)
        strokes.rule(painter, box.x(), y + head - 1, box.width(), "rule-strong")
        y += head
        for row in self.rows:
            high = self._row_height(row, widths)
            self._line(painter, box.x(), y, widths, row, high)
            y += high
            strokes.rule(painter, box.x(), y - 1, box.width(), "rule")
        if self.left_out:
            words = self.rest(self.left_out)
            strokes.text(painter, QRectF(box.x(), y, box.width(), _ROW), words, "text-2", theme.SMALL)

    def _head(self) -> list[Cell]:
        return [Cell(column.title, tone="text-2") for column in self.columns]

    def _head_height(self, width: float) -> float:
        return self._row_height(self._head(), self._widths(width))

    def _widths(self, width: float) -> list[float]:
        fixed = sum(column.width for column in self.columns)
        free = sum(not column.width for column in self.columns)
        return [column.width or max(40.0, (width - fixed) / free) for column in self.columns]

    def _lines(self, cell: Cell, width: float) -> tuple[str, ...]:
        room = width - 2 * _PADDING - (16 if cell.light else 0)
        return strokes.two_lines(cell.words, theme.SMALL, cell.bold, round(room))

    def _row_height(self, row: Sequence[Cell], widths: Sequence[float]) -> float:
        lines = max((len(self._lines(cell, width)) for cell, width in zip(row, widths, strict=True)), default=1)
        return _ROW if lines == 1 else _ROW - _LINE + _LINE * lines

    def _line(
        self, painter: QPainter, x: float, y: float, widths: Sequence[float], row: Sequence[Cell], high: float
    ) -> None:
        for place, (column, cell, width) in enumerate(zip(self.columns, row, widths, strict=True)):
            left = x + (_PADDING if place else 0)
            if cell.light:
                lights.marker(painter, left, y + high / 2 - 6.5, cell.light)
                left += 16
            lines = self._lines(cell, width)
            top = y + (high - 1 - _LINE * len(lines)) / 2
            side = strokes.RIGHT if column.right else strokes.LEFT
            for i, words in enumerate(lines):
                line = QRectF(left, top + _LINE * i, x + width - _PADDING - left, _LINE)
                strokes.text(painter, line, words, cell.tone, theme.SMALL, cell.bold, side)
            x += width


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Bold words, if any, and what is said of them, each line wrapped for itself."""

    head: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs one below the other; the last ones go where a page is full, and ``rest`` says how many."""

    paragraphs: tuple[Paragraph, ...]
    rest: Callable[[int], str] = str
    left_out: int = 0

    def height(self, width: float) -> float:
        return sum(_high(each, width) for each in self.paragraphs) + (_LINE + 4 if self.left_out else 0)

    def least(self, width: float) -> float:
        return min(self.height(width), 4 * _LINE)

    def fit(self, width: float, room: float) -> "Prose":
        if self.height(width) <= room:
            return self
        kept: list[Paragraph] = []
        used = _LINE + 4.0
        for each in self.paragraphs:
            used += _high(each, width)
            if used > room:
                break
            kept.append(each)
        return replace(self, paragraphs=tuple(kept), left_out=len(self.paragraphs) - len(kept))

    def paint(self, painter: QPainter, box: QRectF) -> None:
        y = box.y()
        for each in self.paragraphs:
            if each.head:
                strokes.text(painter, QRectF(box.x(), y, box.width(), _LINE), each.head, "text", theme.SMALL, True)
                y += _LINE + 2
            for line in each.lines:
                high = _wrapped(line, box.width())
                painter.setFont(theme.font(theme.SMALL))
                painter.setPen(theme.color("text"))
                painter.drawText(QRectF(box.x(), y, box.width(), high + 2), _WRAPPED, line)
                y += high
            y += 6
        if self.left_out:
            words = self.rest(self.left_out)
            strokes.text(painter, QRectF(box.x(), y, box.width(), _LINE), words, "text-2", theme.SMALL)


@dataclass(frozen=True, slots=True)
class Beside:
    """Two blocks side by side with a gap; ``share`` of the width is the left one's."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.5
    gap: float = 32.0

    def height(self, width: float) -> float:
        return max(sum(block.height(part) for block in side) for side, part in self._parts(width))

    def least(self, width: float) -> float:
        return self.height(width)

    def fit(self, width: float, room: float) -> "Beside":
        return self

    def paint(self, painter: QPainter, box: QRectF) -> None:
        x = box.x()
        for side, part in self._parts(box.width()):
            y = box.y()
            for block in side:
                high = block.height(part)
                block.paint(painter, QRectF(x, y, part, high))
                y += high
            x += part + self.gap

    def _parts(self, width: float) -> tuple[tuple[tuple[Block, ...], float], tuple[tuple[Block, ...], float]]:
        left = round((width - self.gap) * self.share)
        return (self.left, left), (self.right, width - self.gap - left)


def _wrapped(line: str, width: float) -> float:
    metrics = QFontMetricsF(theme.font(theme.SMALL))
    return float(metrics.boundingRect(QRectF(0, 0, width, _ENDLESS), _WRAPPED, line).height())


def _high(paragraph: Paragraph, width: float) -> float:
    head = _LINE + 2 if paragraph.head else 0
    return head + sum(_wrapped(line, width) for line in paragraph.lines) + 6
