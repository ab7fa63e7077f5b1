"""Text of a sheet set in lines, and the rows of a sheet made high enough for it. Lengths in tenths of a point."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout, QTextOption

from perftrack.domain.sheets.grid import STYLES, Cell, Sheet, Style, printed
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


def font_of(style: Style) -> QFont:
    """The font of ``style`` at its size in units, unhinted, so that lines break alike at every zoom."""
    font = QFont(theme.sheet_font(round(style.size * UNIT), style.bold, style.title))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style.title and not any(name in QFontInfo(font).family() for name in _HEADLINE_FACES):
        font.setWeight(QFont.Weight.Bold)  # 小标宋 is a heavy face; what stands in for it is not
    return font


def set_text(text: str, style: Style, width: float) -> Block:
    """Break ``text`` into lines of at most ``width``; between Chinese signs, at blanks, anywhere if it must be."""
    font = font_of(style)
    metrics = QFontMetricsF(font)
    pitch = style.size * UNIT * LINE
    rise = (pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines: list[tuple[str, float]] = []
    for part in text.split("\n"):
        layout = QTextLayout(part, font)
        layout.setTextOption(option)
        layout.beginLayout()
        encoded = part.encode("utf-16-le")  # Qt counts in UTF-16
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, style.size * UNIT))
            start = 2 * line.textStart()
            piece = encoded[start : start + 2 * line.textLength()].decode("utf-16-le")
            lines.append((piece.rstrip(" "), line.naturalTextWidth()))  # which leaves out blanks at the end
        layout.endLayout()
        if not part:
            lines.append(("", 0.0))
    return Block(tuple(lines), pitch, rise)


def column_edges(sheet: Sheet, width: float) -> list[float]:
    """Where the columns begin and the last one ends, spread over ``width``."""
    natural = [CHARACTER * column + COLUMN_EXTRA for column in sheet.columns]
    edges = [0.0]
    for column in natural:
        edges.append(edges[-1] + column / sum(natural) * width)
    return edges


def set_cells(sheet: Sheet, edges: list[float]) -> dict[Cell, Block]:
    """The text of every cell that has any."""
    blocks = {}
    for cell in sheet.cells:
        text = printed(cell)
        if text:
            style = STYLES[cell.style]
            room = edges[cell.column + cell.colspan] - edges[cell.column]
            room -= (2 * BESIDE * style.bordered + INDENT * style.indent) * UNIT
            blocks[cell] = set_text(text, style, room)
    return blocks


def row_heights(sheet: Sheet, blocks: dict[Cell, Block]) -> list[float]:
    """Rows high enough for their text; text over several rows makes each of them grow alike."""
    heights = [height * UNIT for height in sheet.rows]
    for cell, block in blocks.items():
        if cell.rowspan == 1:
            heights[cell.row] = max(heights[cell.row], block.height)
    spanning = sorted((cell for cell in blocks if cell.rowspan > 1), key=lambda cell: cell.rowspan)
    for cell in spanning:
        rows = range(cell.row, cell.row + cell.rowspan)
        lacking = blocks[cell].height - sum(heights[row] for row in rows)
        if lacking > 0:
            for row in rows:
                heights[row] += lacking / cell.rowspan
    return heights
