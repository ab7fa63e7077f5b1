"""Row heights of a sheet, estimated from its text: workbooks do not fit merged cells to their text by themselves."""

import math
import unicodedata
from dataclasses import dataclass

from perftrack.domain.sheets.grid import STYLES, Cell, Sheet

#: A column of w characters is 7·w + 5 pixels of 96 to the inch; text keeps some off both edges.
PIXELS_PER_CHARACTER, COLUMN_EXTRA, CELL_PADDING = 7.0, 5.0, 8.0
#: One step of indent in a workbook; text and numbers beside a border have one.
INDENT = 10.0
_PIXELS_PER_POINT = 96 / 72
#: Height of a line in sizes of its font (the widest spaced of the usual Chinese fonts), and what a cell adds, points.
LINE, ROW_PADDING = 1.4, 3.0
#: The highest row a workbook can hold is 409.5 points; higher text takes several rows, each this high at most.
HIGHEST, PIECE = 400.0, 200.0


@dataclass(frozen=True, slots=True)
class Extent:
    """Height of one row of the sheet in points and the number of workbook rows it takes."""

    height: float
    pieces: int = 1


def sign_width(sign: str) -> float:
    """Advance of one sign in sizes of its font: 1 for a Chinese one.

    >>> sign_width("中"), sign_width("1")
    (1.0, 0.53)
    """
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WFA":
        return 1.0
    return 0.85 if sign in "MWmw@%" else 0.7 if sign.isupper() else 0.53


def line_count(text: str, pixels: float, size: float) -> int:
    """Lines ``text`` takes in ``pixels`` of width at ``size`` points, always a little on the safe side.

    Lines break between Chinese signs and at blanks; a sign of punctuation may pull one more sign down with it.
    """
    room = pixels / (size * _PIXELS_PER_POINT)
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    lines, used, word = 1, 0.0, 0.0
    safe = max(room - (0.25 if room > 4 else 0.0), 1.0)
    for sign in line:
        width = sign_width(sign)
        if width == 1.0 or sign == " ":
            word = 0.0
        else:
            word += width
        if used + width > safe:
            lines += 1
            used = word if 0 < word <= safe else width
        else:
            used += width
    return lines


def cell_pixels(sheet: Sheet, cell: Cell) -> float:
    """The width in pixels the text of ``cell`` can use."""
    columns = sheet.columns[cell.column : cell.column + cell.colspan]
    whole = sum(PIXELS_PER_CHARACTER * width + COLUMN_EXTRA for width in columns)
    style = STYLES[cell.style]
    steps = style.indent + (1 if style.bordered and style.across == "left" else 0)
    return whole - CELL_PADDING - steps * INDENT


def needed(sheet: Sheet, cell: Cell) -> float:
    """The height in points the text of ``cell`` needs."""
    if not isinstance(cell.value, str) or not cell.value:
        return 0.0
    size = STYLES[cell.style].size
    return math.ceil(line_count(cell.value, cell_pixels(sheet, cell), size) * size * LINE + ROW_PADDING)


def row_extents(sheet: Sheet) -> list[Extent]:
    """The rows of ``sheet``, high enough for every text; text over several rows makes each of them grow alike."""
    heights = list(sheet.rows)
    spanning = []
    for cell in sheet.cells:
        if cell.rowspan > 1:
            spanning.append(cell)
        else:
            heights[cell.row] = max(heights[cell.row], needed(sheet, cell))
    for cell in sorted(spanning, key=lambda item: item.rowspan):
        rows = range(cell.row, cell.row + cell.rowspan)
        lacking = needed(sheet, cell) - sum(heights[row] for row in rows)
        if lacking > 0:
            for row in rows:
                heights[row] += lacking / cell.rowspan
    return [Extent(height, 1 if height <= HIGHEST else math.ceil(height / PIECE)) for height in heights]
