"""A sheet laid out on A4 pages: which rows stand on which page, and where. Lengths in tenths of a point."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from perftrack.domain.sheets.grid import STYLES, Sheet
from ui.printing.measure import (
    ABOVE,
    UNIT,
    Block,
    Setter,
    column_edges,
    natural_width,
    row_heights,
    set_cells,
    setters_of,
)

A4_SHORT, A4_LONG = 595.28 * UNIT, 841.89 * UNIT
#: 15 mm, and 18 mm below for the page number.
MARGIN, MARGIN_BELOW = 42.5 * UNIT, 51.0 * UNIT
#: A sheet that runs over by a little is set smaller to stay on one page, as the workbook does; 7.5 points is the least.
_SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72)


#: What a page break may cost a row that goes on: the rest of a line and the gap above the next.
_LOST_TO_A_BREAK = 20 * UNIT


@dataclass(frozen=True, slots=True)
class Slice:
    """A row, or a part of a very high one, at ``top`` of the printed area of a page."""

    row: int
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Part:
    """What shows of a cell on one page: its place, and lines ``first`` to before ``last`` of its text."""

    page: int
    top: float
    height: float
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class PaperLayout:
    """Everything a painter needs. ``scale`` makes layout lengths into lengths on the paper.

    ``blocks`` and ``shown`` are by the places of cells in the sheet.
    """

    sheet: Sheet
    scale: float
    edges: list[float]
    blocks: dict[int, Block]
    heights: list[float]
    pages: list[list[Slice]] = field(default_factory=list)
    shown: dict[int, list[Part]] = field(default_factory=dict)

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height of the paper."""
        return paper_size(self.sheet)


def paper_size(sheet: Sheet) -> tuple[float, float]:
    """Width and height of A4 as ``sheet`` lies on it."""
    return (A4_LONG, A4_SHORT) if sheet.landscape else (A4_SHORT, A4_LONG)


def lay_out(sheet: Sheet, setters: Mapping[str, Setter] | None = None) -> PaperLayout:
    """Lay ``sheet`` out on as few pages as its text allows. Needs a running application for its fonts.

    ``setters``: those of :func:`ui.printing.measure.setters_of`, where several sheets are laid out one after another.
    """
    width, height = paper_size(sheet)
    width, height = width - 2 * MARGIN, height - MARGIN - MARGIN_BELOW
    fitting = min(1.0, width / natural_width(sheet))
    known = setters or setters_of([sheet])
    tried: dict[int, PaperLayout] = {}

    def at(step: int) -> PaperLayout:
        if step not in tried:
            tried[step] = _set(sheet, width, fitting * _SCALES[step], known)
        return tried[step]

    def fits(step: int) -> bool:
        return sum(at(step).heights) * at(step).scale <= height

    last = len(_SCALES) - 1
    squeezed = sum(at(0).heights) * fitting * _SCALES[-1]
    if fits(0):
        return _on_one_page(at(0))
    if squeezed > height * 1.2 or _runs(sheet) or not fits(last):
        first = at(0)
        first.pages.extend(_break(sheet, first.heights, height / fitting))
        first.shown.update(_show(first))
        return first
    too_large = 0
    while last - too_large > 1:
        middle = (too_large + last) // 2
        too_large, last = (too_large, middle) if fits(middle) else (middle, last)
    return _on_one_page(at(last))


def _set(sheet: Sheet, width: float, scale: float, setters: Mapping[str, Setter]) -> PaperLayout:
    edges = column_edges(sheet, width / scale)
    blocks = set_cells(sheet, edges, setters)
    return PaperLayout(sheet, scale, edges, blocks, row_heights(sheet, blocks))


def _on_one_page(layout: PaperLayout) -> PaperLayout:
    layout.pages.append(_stack(range(len(layout.heights)), layout.heights))
    layout.shown.update(_show(layout))
    return layout


def _runs(sheet: Sheet) -> bool:
    """Whether ``sheet`` is running text, which is never set smaller to end with a page."""
    return any(STYLES[cell.style].heading for cell in sheet.cells)


def _staying(sheet: Sheet) -> set[int]:
    """The rows that never end a page: headings and, between the paragraphs of running text, the heads of tables."""
    headings = {cell.row for cell in sheet.cells if STYLES[cell.style].heading}
    if not headings:
        return headings
    told = {cell.row for cell in sheet.cells if cell.style != "label"}
    return headings | ({cell.row for cell in sheet.cells} - told)


def _stack(rows: range, heights: list[float]) -> list[Slice]:
    slices = []
    top = 0.0
    for row in rows:
        slices.append(Slice(row, top, heights[row]))
        top += heights[row]
    return slices


def _break(sheet: Sheet, heights: list[float], room: float) -> list[list[Slice]]:
    """Pages broken between rows, header rows repeated; only a row higher than a page is parted."""
    header = range(sheet.header_rows[0], sheet.header_rows[1] + 1) if sheet.header_rows else range(0)
    pages: list[list[Slice]] = [[]]
    used = 0.0
    staying = _staying(sheet)

    def turn(row: int) -> float:
        pages.append(_stack(header, heights) if header and row > header[-1] else [])
        return sum(part.height for part in pages[-1])

    for row, height in enumerate(heights):
        left = height
        most = room - (sum(heights[place] for place in header) if header and row > header[-1] else 0.0)
        wanted = left
        last = row
        while last + 1 < len(heights) and (last in header or last in staying):
            last += 1  # a header never stands alone at the foot of a page
            wanted += min(heights[last], room / 4)
        if used + wanted > room and pages[-1] and (left <= most or used > room * 2 / 3):
            used = turn(row)
        while left > room - used:
            pages[-1].append(Slice(row, used, room - used))
            left += _LOST_TO_A_BREAK - (room - used)
            used = turn(row)
        pages[-1].append(Slice(row, used, left))
        used += left
    return pages


def _show(layout: PaperLayout) -> dict[int, list[Part]]:
    """Where each cell shows and which of its lines stand there.

    Text that fits is shown whole on every page its cell reaches; text that fits on none runs on from page to page.
    """
    shown: dict[int, list[Part]] = {}
    for number, page in enumerate(layout.pages):
        slices = {part.row: part for part in page}
        for place, cell in enumerate(layout.sheet.cells):
            rows = [slices[row] for row in range(cell.row, cell.row + cell.rowspan) if row in slices]
            if rows:
                top, bottom = rows[0].top, rows[-1].top + rows[-1].height
                shown.setdefault(place, []).append(Part(number, top, bottom - top))
    for place, parts in shown.items():
        block = layout.blocks.get(place)
        if block is not None:
            shown[place] = _with_lines(block, parts)
    return shown


def _with_lines(block: Block, parts: list[Part]) -> list[Part]:
    count = len(block.lines)
    if any(block.height <= part.height + 1 for part in parts):
        return [replace(part, last=count if block.height <= part.height + 1 else 0) for part in parts]
    result, first = [], 0
    for part in parts:
        room = int((part.height - ABOVE * UNIT) // block.pitch)
        last = count if part is parts[-1] else min(count, first + max(room, 0))
        result.append(replace(part, first=first, last=last))
        first = last
    return result
