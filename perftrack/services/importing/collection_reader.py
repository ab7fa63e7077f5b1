"""A collection form that came back, read into texts: found by its words and numbers, wherever rows and columns went."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from perftrack.domain.decimals import plain, shortest
from perftrack.errors import UserError
from perftrack.services import collectionform as form
from perftrack.services.importing.office_file import OfficeFile, read_office_file

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Grid = Sequence[Sequence[object]]
#: What office programs show for a formula that went wrong; the first also stands for one that was never worked out.
NO_RESULT = "#N/A"
ERRORS = frozenset({NO_RESULT, "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it came back: its number and name as they stand there, and texts by column word."""

    code: str
    name: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Returned:
    """A form as it came back. ``name`` of its file."""

    name: str
    stamp: form.Stamp
    indicators: tuple[Line, ...]
    funds: tuple[Line, ...]
    units: tuple[Line, ...] = ()


def read_form(path: Path, waiting: Callable[[], object] | None = None) -> Returned:
    """The form at ``path``, read in a process of its own. Nothing is compared yet, no data file is needed.

    ``waiting`` and what limits raise: see :func:`perftrack.services.importing.confined.read_confined`. Raises
    UserError ``collect_not_ours``, ``collect_newer``, ``collect_damaged``, ``collect_column_missing`` and what
    :func:`perftrack.services.importing.office_file.read_office_file` raises.
    """
    from perftrack.services.importing.confined import read_confined

    table = read_confined("collection_form", path, waiting=waiting)
    tables = (tuple(Line(**line) for line in table[name]) for name in ("indicators", "funds", "units"))
    return Returned(table["name"], form.stamp_of(table["stamp"]), *tables)


def read_here(path: Path) -> Returned:
    """As :func:`read_form`, in this very process: for the process that reads strangers' files."""
    return form_of(read_office_file(path))


def form_of(file: OfficeFile) -> Returned:
    """As :func:`read_form`, of a workbook that was checked."""
    from python_calamine import CalamineError, CalamineWorkbook  # only reading a form pays for it

    try:
        with CalamineWorkbook.from_filelike(BytesIO(file.content)) as book:
            names = book.sheet_names
            if form.HIDDEN not in names:
                raise UserError("collect_not_ours", form=file.name)
            stamp = form.read_hidden(_grid(book, form.HIDDEN), file.name)
            pages = [(name, _grid(book, name)) for name in names if name != form.HIDDEN]
    except (CalamineError, OSError, ValueError) as error:
        raise UserError("book_no_workbook", name=file.name) from error
    for name, page in pages:
        if _header(page, form.INDICATOR) is not None:
            return _returned(file, stamp, name, page)
    raise UserError("collect_column_missing", form=file.name, column=form.INDICATOR)


def _grid(book: "CalamineWorkbook", name: str) -> Grid:
    return book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _returned(file: OfficeFile, stamp: form.Stamp, sheet: str, page: Grid) -> Returned:
    looks = _Looks(file.percents.get(sheet, frozenset()), file.unworked.get(sheet, frozenset()))
    indicators = _table(file.name, page, looks, form.INDICATOR, form.INDICATOR_COLUMNS)
    funds = _table(file.name, page, looks, form.SOURCE, form.FUND_COLUMNS) if stamp.funds else ()
    units = _table(file.name, page, looks, form.UNIT, form.UNIT_COLUMNS) if stamp.units else ()
    return Returned(file.name, stamp, indicators, funds, units)


@dataclass(frozen=True, slots=True)
class _Looks:
    """Cells (row, column) that mean something else than they hold."""

    percents: frozenset[tuple[int, int]]
    unworked: frozenset[tuple[int, int]]

    def text(self, row: int, column: int, cell: object) -> str:
        """The cell as somebody would have typed it; a formula without its result is no empty cell."""
        return NO_RESULT if (row, column) in self.unworked else _text(cell, (row, column) in self.percents)


def _header(page: Grid, word: str) -> int | None:
    """The row of the table that has a column ``word``."""
    for row, cells in enumerate(page):
        words = {_word(cell) for cell in cells}
        if word in words and form.NUMBER in words:
            return row
    return None


def _word(cell: object) -> str:
    """A column word without the white space an office program may have put in."""
    return "".join(cell.split()) if isinstance(cell, str) else ""


def _table(name: str, page: Grid, looks: "_Looks", word: str, columns: Iterable[str]) -> tuple[Line, ...]:
    """The rows below a header, up to the next header or the end; rows without number and name are left out."""
    header = _header(page, word)
    if header is None:
        raise UserError("collect_column_missing", form=name, column=word)
    words = [_word(cell) for cell in page[header]]
    for column in columns:
        if column not in words:
            raise UserError("collect_column_missing", form=name, column=column)
    places = {column: words.index(column) for column in columns}
    lines = []
    for row in range(header + 1, len(page)):
        cells = page[row]
        if _word(cells[places[form.NUMBER]]) == form.NUMBER:
            break
        texts = {column: looks.text(row, at, cells[at]) for column, at in places.items()}
        code, called = texts.pop(form.NUMBER), texts.pop(word)
        if code or called:
            lines.append(Line(code, called, texts))
    return tuple(lines)


def _text(cell: object, percent: bool) -> str:
    """A cell as somebody would have typed it: 0.875 shown as per cent is 87.5%, a day is a day in words.

    >>> from datetime import date
    >>> _text(12.0, False), _text(0.875, True), _text(date(2024, 9, 20), False), _text(0.1, False)
    ('12', '87.5%', '2024年9月20日', '0.1')
    """
    match cell:
        case str():
            return cell.strip()
        case bool():
            return "TRUE" if cell else "FALSE"
        case int() | float():
            number = Decimal(repr(cell))
            if not number.is_finite():
                return str(cell)
            return f"{shortest(number.scaleb(2))}%" if percent else plain(number).removesuffix(".0")
        case datetime() | date():
            return f"{cell.year}年{cell.month}月{cell.day}日"
        case time() | timedelta():
            return str(cell)
        case _:
            return ""
