"""Row heights of a sheet, estimated from its text: workbooks do not fit merged cells to their text by themselves.

Text too high for one row of a workbook is parted between its lines into rows of their own: programs break pages
between rows only, and a row that runs over the edge of a page loses the line that lies on it.
"""

import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, zip_longest

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
#: Parted text ends with a sentence, or else with a clause, where one ends within so many lines.
_NEAR, _ENDS = 4, ("\n。；！？", "，、：")


@dataclass(frozen=True, slots=True)
class Extent:
    """The workbook rows that one row of the sheet takes: their heights in points, from the top down.

    ``parts`` holds, by column, the text of cells parted between these rows; other cells are merged over all of them.
    """

    heights: tuple[float, ...]
    parts: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


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


def line_ends(text: str, pixels: float, size: float) -> Iterator[int]:
    """Where each line of ``text`` ends in ``pixels`` of width at ``size`` points, always a little on the safe side.

    Lines break between Chinese signs and at blanks; a sign of punctuation may pull one more sign down with it.
    """
    room = pixels / (size * _PIXELS_PER_POINT)
    safe = max(room - (0.25 if room > 4 else 0.0), 1.0)
    used, word, word_at = 0.0, 0.0, 0
    for place, sign in enumerate(text):
        if sign == "\n":
            yield place
            used, word = 0.0, 0.0
            continue
        width = sign_width(sign)
        if width == 1.0 or sign == " ":
            word = 0.0
        else:
            word_at = word_at if word else place
            word += width
        if used + width > safe:
            whole = 0 < word <= safe
            yield word_at if whole else place
            used = word if whole else width
        else:
            used += width
    yield len(text)


def line_count(text: str, pixels: float, size: float) -> int:
    """How many lines ``text`` takes, see :func:`line_ends`."""
    return sum(1 for _ in line_ends(text, pixels, size))


def parted(text: str, pixels: float, size: float) -> tuple[str, ...]:
    """``text`` cut between lines into parts of at most :data:`PIECE` points, at the end of a sentence if one is near.

    Together the parts are the text, but for the line breaks they were cut at.
    """
    most = max(1, int((PIECE - ROW_PADDING) / (size * LINE)))
    parts = []
    while len(ends := list(islice(line_ends(text, pixels, size), most + 1))) > most:
        cut = ends[most - 1]
        if text[cut] != "\n":
            begin = ends[max(0, most - 1 - _NEAR)]
            found = (max(text.rfind(sign, begin, cut) for sign in signs) for signs in _ENDS)
            nearest = next((place for place in found if place >= 0), cut - 1)
            cut = nearest if text[nearest] == "\n" else nearest + 1
        parts.append(text[:cut])
        text = text[cut:].removeprefix("\n")
    return (*parts, text)


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
    return _height(cell.value, cell_pixels(sheet, cell), STYLES[cell.style].size)


def _height(text: str, pixels: float, size: float) -> float:
    return math.ceil(line_count(text, pixels, size) * size * LINE + ROW_PADDING)


def row_extents(sheet: Sheet) -> list[Extent]:
    """The rows of ``sheet``, high enough for every text; text over several rows makes each of them grow alike."""
    heights = list(sheet.rows)
    spanning, high = [], []
    for cell in sheet.cells:
        if cell.rowspan > 1:
            spanning.append(cell)
            continue
        height = needed(sheet, cell)
        heights[cell.row] = max(heights[cell.row], height)
        if height > PIECE:
            high.append(cell)
    for cell in sorted(spanning, key=lambda item: item.rowspan):
        rows = range(cell.row, cell.row + cell.rowspan)
        lacking = needed(sheet, cell) - sum(heights[row] for row in rows)
        if lacking > 0:
            for row in rows:
                heights[row] += lacking / cell.rowspan
    return [
        _extent(sheet, height, [cell for cell in high if cell.row == row]) if height > HIGHEST else Extent((height,))
        for row, height in enumerate(heights)
    ]


def _extent(sheet: Sheet, height: float, high: Sequence[Cell]) -> Extent:
    """A row too high for a workbook, as rows it can hold; what is still lacking for merged text comes below."""
    parts: dict[int, tuple[str, ...]] = {}
    wanted: list[list[float]] = []
    for cell in high:
        pixels, size = cell_pixels(sheet, cell), STYLES[cell.style].size
        parts[cell.column] = parted(str(cell.value), pixels, size)
        wanted.append([_height(part, pixels, size) for part in parts[cell.column]])
    heights = [max(beside) for beside in zip_longest(*wanted, fillvalue=0.0)]
    lacking = height - sum(heights)
    if lacking > 0:
        count = math.ceil(lacking / PIECE)
        heights += [lacking / count] * count
    return Extent(tuple(heights), parts)
