"""Text of a sheet set in lines, and the rows of a sheet made high enough for it. Lengths in tenths of a point."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout, QTextOption

from perftrack.domain.sheets.grid import STYLES, Sheet, Style, printed
from ui import theme

UNIT = 10.0
#: Width of one character of a column and what a column adds, in points; padding beside and above text.
CHARACTER, COLUMN_EXTRA, BESIDE, ABOVE = 5.25, 3.75, 4.0, 2.5
#: Height of a line in sizes of its font; width of one step of indent in points.
LINE, INDENT = 1.36, 8.0


_HEADLINE_FACES = ("小标宋", "XiaoBiaoSong")


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one cell in lines, each with its width; ``pitch`` from line to line, ``rise`` to its base line."""

    lines: tuple[tuple[str, float], ...]
    pitch: float
    rise: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.pitch + 2 * ABOVE * UNIT


@cache
def font_of(style: Style) -> QFont:
    """The font of ``style`` in units, unhinted, so that lines break alike at every zoom; not to be changed."""
    font = QFont(theme.sheet_font(round(style.size * UNIT), style.bold, style.title))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style.title and not any(name in QFontInfo(font).family() for name in _HEADLINE_FACES):
        font.setWeight(QFont.Weight.Bold)  # 小标宋 is a heavy face; what stands in for it is not
    return font


class Setter:
    """Sets texts of one style in lines; what a text measures in one line is measured once."""

    def __init__(self, style: Style) -> None:
        self.font = font_of(style)
        self.metrics = QFontMetricsF(self.font)
        self.pitch = style.size * UNIT * LINE
        self.rise = (self.pitch - self.metrics.ascent() - self.metrics.descent()) / 2 + self.metrics.ascent()
        self.least = style.size * UNIT
        self.option = QTextOption()
        self.option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._lengths: dict[str, float] = {}

    def set(self, text: str, width: float) -> Block:
        """Break ``text`` into lines of at most ``width``; between Chinese signs, at blanks, anywhere if it must be."""
        width = max(width, self.least)
        lines: list[tuple[str, float]] = []
        for part in text.split("\n"):
            length = self._length(part)
            if length <= width:
                lines.append((part, length))
            else:
                lines += self._broken(part, width)
        return Block(tuple(lines), self.pitch, self.rise)

    def _length(self, part: str) -> float:
        known = self._lengths.get(part)
        if known is None:
            known = self._lengths[part] = self.metrics.horizontalAdvance(part.rstrip(" "))
        return known

    def _broken(self, part: str, width: float) -> Iterator[tuple[str, float]]:
        layout = QTextLayout(part, self.font)
        layout.setTextOption(self.option)
        layout.beginLayout()
        encoded = part.encode("utf-16-le")  # Qt counts in UTF-16
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = 2 * line.textStart()
            piece = encoded[start : start + 2 * line.textLength()].decode("utf-16-le")
            yield piece.rstrip(" "), line.naturalTextWidth()  # which leaves out blanks at the end
        layout.endLayout()


def set_text(text: str, style: Style, width: float) -> Block:
    """``text`` in lines of at most ``width``."""
    return Setter(style).set(text, width)


def natural_width(sheet: Sheet) -> float:
    """The width of all columns as the form gives them; a wider one than the paper's is set smaller as a whole."""
    return sum(CHARACTER * column + COLUMN_EXTRA for column in sheet.columns) * UNIT


def column_edges(sheet: Sheet, width: float) -> list[float]:
    """Where the columns begin and the last one ends, spread over ``width``."""
    natural = [CHARACTER * column + COLUMN_EXTRA for column in sheet.columns]
    edges = [0.0]
    for column in natural:
        edges.append(edges[-1] + column / sum(natural) * width)
    return edges


def setters_of(sheets: Iterable[Sheet]) -> dict[str, Setter]:
    """A setter for every style of ``sheets``, to be handed to :func:`set_cells` at every scale that is tried."""
    return {name: Setter(STYLES[name]) for name in {cell.style for sheet in sheets for cell in sheet.cells}}


def set_cells(sheet: Sheet, edges: list[float], setters: Mapping[str, Setter]) -> dict[int, Block]:
    """The text of every cell that has any, by the cell's place in the sheet."""
    blocks = {}
    for place, cell in enumerate(sheet.cells):
        text = printed(cell)
        if text:
            style = STYLES[cell.style]
            room = edges[cell.column + cell.colspan] - edges[cell.column]
            room -= (2 * BESIDE * style.bordered + INDENT * style.indent) * UNIT
            blocks[place] = setters[cell.style].set(text, room)
    return blocks


def row_heights(sheet: Sheet, blocks: Mapping[int, Block]) -> list[float]:
    """Rows high enough for their text; text over several rows makes each of them grow alike."""
    heights = [height * UNIT for height in sheet.rows]
    spanning = []
    for place, block in blocks.items():
        cell = sheet.cells[place]
        if cell.rowspan == 1:
            heights[cell.row] = max(heights[cell.row], block.height)
        else:
            spanning.append((cell, block))
    for cell, block in sorted(spanning, key=lambda pair: pair[0].rowspan):
        rows = range(cell.row, cell.row + cell.rowspan)
        lacking = block.height - sum(heights[row] for row in rows)
        if lacking > 0:
            for row in rows:
                heights[row] += lacking / cell.rowspan
    return heights
