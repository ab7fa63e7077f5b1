"""Official sheets as neutral grids: value, span and style name. No file format, no paint.

A writer (workbook, later document) and the painter of the window draw the same :class:`Sheet`, so a preview cannot
differ from what is handed in.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from perftrack.domain.decimals import money, plain, rounded, shortest

#: What stands in a cell that has nothing to say: not reported, never a zero.
NOT_THERE = "—"
#: The least height of a row of the form, in points.
ROW_HEIGHT = 18.0

#: What a number is. ``percent`` holds per cent (95.50 is 95.50%), ``money`` 万元, ``score`` and ``weight`` points.
NumberKind = Literal["score", "weight", "money", "percent"]


@dataclass(frozen=True, slots=True)
class Style:
    """How cells of one style name look. ``size`` in points (10.5 is 五号), ``indent`` in steps.

    ``title``: the face of official headlines (小标宋), else that of the body (宋体). ``heading``: the depth of a
    heading of running text, which stays with what follows it; 0 for everything else.
    """

    size: float = 10.5
    title: bool = False
    bold: bool = False
    across: Literal["left", "center", "right"] = "left"
    bordered: bool = True
    indent: int = 0
    number: NumberKind | None = None
    heading: int = 0


#: Every style a cell can name.
STYLES = {
    "title": Style(size=20, title=True, across="center", bordered=False),
    "subtitle": Style(across="center", bordered=False),
    "note": Style(size=9, bordered=False),
    "heading": Style(size=14, bold=True, bordered=False, heading=1),
    "subheading": Style(size=12, bold=True, bordered=False, heading=2),
    "paragraph": Style(size=12, bordered=False),
    "sign": Style(bordered=False),
    "sign_right": Style(across="right", bordered=False),
    "label": Style(across="center"),
    "text": Style(),
    "text_in": Style(indent=3),
    "center": Style(across="center"),
    "right": Style(across="right"),
    "money": Style(across="right", number="money"),
    "percent": Style(across="center", number="percent"),
    "weight": Style(across="right", number="weight"),
    "weight_mid": Style(across="center", number="weight"),
    "score": Style(across="right", number="score"),
    "score_mid": Style(across="center", number="score"),
    "total_label": Style(bold=True, across="center"),
    "total_weight": Style(bold=True, across="right", number="weight"),
    "total_score": Style(bold=True, across="right", number="score"),
}


@dataclass(frozen=True, slots=True)
class Area:
    """A block of cells, both corners included; rows and columns count from 0."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of the numbers in ``areas``, text ignored; not more than ``at_most`` where a cap was applied.

    A cell whose value is text while it has a sum had nothing to add: it shows the text until there is a number.
    """

    areas: tuple[Area, ...]
    at_most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, merged over ``rowspan`` × ``colspan`` places. With a ``formula``, ``value`` is its result.

    ``private``: it names a person, which a copy for publication does not.
    """

    row: int
    column: int
    value: str | Decimal | None
    style: str = "text"
    rowspan: int = 1
    colspan: int = 1
    formula: Sum | None = None
    private: bool = False

    @property
    def area(self) -> Area:
        """The places the cell takes."""
        return Area(self.row, self.column, self.row + self.rowspan - 1, self.column + self.colspan - 1)


def printed(cell: Cell) -> str:
    """The value of ``cell`` as the printed form shows it.

    >>> printed(Cell(0, 0, Decimal("95.5"), "percent")), printed(Cell(0, 0, Decimal(10), "score"))
    ('95.50%', '10.00')
    """
    if not isinstance(cell.value, Decimal):
        return cell.value or ""
    match STYLES[cell.style].number:
        case "percent":
            return f"{plain(rounded(cell.value))}%"
        case "money":
            return money(cell.value)
        case "weight":
            return shortest(cell.value)
        case _:
            return plain(rounded(cell.value))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One official sheet on A4, printed one page wide.

    ``title`` is the name of the form, ``name`` that of its plan. ``columns`` are widths in characters (a Chinese one
    counts two), ``rows`` the least heights in points; long text makes a row grow. ``header_rows`` (first, last) are
    repeated on every page after the one they stand on. ``footer`` may hold {page} and {pages}.
    """

    title: str
    name: str
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[Cell, ...]
    landscape: bool = True
    header_rows: tuple[int, int] | None = None
    footer: str = "第 {page} 页　共 {pages} 页"

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place, None where the sheet is bare."""
        for cell in self.cells:
            area = cell.area
            if area.row <= row <= area.last_row and area.column <= column <= area.last_column:
                return cell
        return None


class Builder:
    """Collects the rows and cells of a sheet, from the top down; rows are at least ``height`` points high."""

    def __init__(self, columns: tuple[float, ...], height: float = ROW_HEIGHT) -> None:
        self.columns = columns
        self.height = height
        self.rows: list[float] = []
        self.cells: list[Cell] = []

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.columns)

    def row(self, height: float | None = None) -> int:
        """Begin a row, of at least ``height`` points if it differs from the others; returns its number."""
        self.rows.append(self.height if height is None else height)
        return len(self.rows) - 1

    def put(
        self,
        row: int,
        column: int,
        value: str | Decimal | None,
        style: str = "text",
        *,
        down: int = 1,
        across: int = 1,
        formula: Sum | None = None,
        private: bool = False,
    ) -> None:
        """Put one cell, merged ``down`` × ``across`` places."""
        self.cells.append(Cell(row, column, value, style, down, across, formula, private))

    def sheet(
        self, title: str, name: str, *, landscape: bool, header_row: int | None, header_end: int | None = None
    ) -> Sheet:
        """The finished sheet, its cells in reading order. The head of the table ends with ``header_end``, if given."""
        cells = tuple(sorted(self.cells, key=lambda cell: (cell.row, cell.column)))
        header = None if header_row is None else (header_row, header_row if header_end is None else header_end)
        return Sheet(title, name, self.columns, tuple(self.rows), cells, landscape, header)
