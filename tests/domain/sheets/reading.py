"""Small readers of a sheet: what stands where, and whether the form is whole."""

from collections import Counter
from decimal import Decimal

from perftrack.domain.plans import Department
from perftrack.domain.sheets.grid import STYLES, Cell, Sheet, Sum, printed

OFFICE = Department("某街道办事处", ("社会事务办公室",))


def texts(sheet: Sheet, row: int) -> list[str]:
    """What a row prints, cells that begin in it only."""
    return [printed(cell) for cell in sheet.cells if cell.row == row]


def row_of(sheet: Sheet, text: str) -> int:
    """The first row in which a cell prints ``text``."""
    return next(cell.row for cell in sheet.cells if printed(cell) == text)


def rows_of(sheet: Sheet, text: str) -> list[int]:
    """Every row in which a cell prints ``text``."""
    return [cell.row for cell in sheet.cells if printed(cell) == text]


def value_at(sheet: Sheet, row: int, column: int) -> str | Decimal | None:
    """The value of the cell that covers a place."""
    return cell_at(sheet, row, column).value


def cell_at(sheet: Sheet, row: int, column: int) -> Cell:
    """The cell that covers a place."""
    cell = sheet.at(row, column)
    assert cell is not None
    return cell


def everything(sheet: Sheet) -> str:
    """All the text of a sheet."""
    return "\n".join(printed(cell) for cell in sheet.cells)


def flaws(sheet: Sheet) -> list[str]:
    """Places of the form that no cell or more than one cell takes, and cells that leave it."""
    width, height = len(sheet.columns), len(sheet.rows)
    places = Counter(
        (row, column)
        for cell in sheet.cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    )
    found = [f"{place} taken {count} times" for place, count in places.items() if count > 1]
    found += [f"{place} outside" for place in places if place[0] >= height or place[1] >= width]
    bordered = [cell for cell in sheet.cells if STYLES[cell.style].bordered]
    first, last = min(cell.row for cell in bordered), max(cell.row + cell.rowspan for cell in bordered)
    found += [
        f"{row, column} bare" for row in range(first, last) for column in range(width) if (row, column) not in places
    ]
    return found


def recalculated(sheet: Sheet, total: Sum) -> Decimal:
    """The sum worked out again from the cells it points to."""
    numbers = [
        cell.value
        for area in total.areas
        for cell in sheet.cells
        if area.row <= cell.row <= area.last_row
        and area.column <= cell.column <= area.last_column
        and isinstance(cell.value, Decimal)
    ]
    result = sum(numbers, Decimal(0))
    return result if total.at_most is None else min(result, total.at_most)
