"""Writes sheets into a workbook (.xlsx) that opens, prints and recalculates like an official form.

XlsxWriter is imported late: only an export pays for it.
"""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from perftrack.domain.sheets.grid import STYLES, Area, Cell, Sheet, Style, Sum
from perftrack.services.exporting import readback
from perftrack.services.exporting.files import store, unique_stems
from perftrack.services.exporting.heights import row_extents
from perftrack.services.exporting.stopping import Check, never
from perftrack.services.exporting.text import SHORT_TEXT, address, clean, could_be_formula

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

TITLE_FONT, BODY_FONT = "方正小标宋简体", "宋体"
NUMBER_FORMATS = {"score": "0.00", "weight": "General", "money": "0.00####", "percent": "0.00%"}
#: Keeps what stands at the right edge off the border by the width of a bracket: positive, negative, zero, text.
_OFF_THE_BORDER = "{0}_);-{0}_);{0}_);@_)"
#: Serif faces and the Chinese character set: a program that lacks the font then takes a Chinese serif in its place.
_SERIF, _CHINESE = 1, 134
#: The font behind every column width; at this size one of its digits is 7 pixels wide, as the widths suppose.
_NORMAL = {
    "font_name": BODY_FONT,
    "font_size": 10,
    "font_family": _SERIF,
    "font_charset": _CHINESE,
    "font_scheme": "none",
}
_A4 = 9
#: Margins in inches: 15 mm, below 18 mm for the page number.
_MARGIN, _MARGIN_BELOW = 0.59, 0.71
#: Height in points that A4 leaves within the margins, portrait and landscape.
_ROOM = {False: 842 - 72 * (_MARGIN + _MARGIN_BELOW), True: 595 - 72 * (_MARGIN + _MARGIN_BELOW)}
#: A sheet that would run over by a little is made to fit one page instead: as few pages as the text allows.
_SQUEEZE = 1.4
#: Most arguments of one SUM, and most signs of a formula.
_MOST_ARGUMENTS, _LONGEST_FORMULA = 250, 8000
#: A tab holds 31 signs; the rest is for a number where names meet.
_LONGEST_TAB = 25
#: What tells the forms of one plan apart on tabs; a form without one is 自评.
_SHORTS = ("目标", "监控", "佐证", "汇总", "说明", "报告")


def write_book(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write ``sheets`` into one workbook at ``path``, verified before it takes the place of an older file.

    Raises ``UserError``: text_too_long, or what :func:`perftrack.services.exporting.files.store` raises.
    """
    store(path, book_bytes(sheets))


def book_bytes(sheets: Sequence[Sheet], check: Check = never) -> bytes:
    """The workbook as bytes, read back and compared cell by cell with what was meant to be in it."""
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    class Page(Worksheet):  # type: ignore[misc]
        """A page that asks before it is turned into XML: that is most of the work, all done on closing the book."""

        def _assemble_xml_file(self) -> None:
            check()
            super()._assemble_xml_file()

    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True, "default_format_properties": _NORMAL})
    formats: dict[_Look, Format] = {}
    expected = []
    for sheet, name in zip(sheets, _tab_names(sheets), strict=True):
        check()
        writer = _SheetWriter(book, book.add_worksheet(name, Page), sheet, formats)
        expected.append(writer.write())
    book.close()
    content = stream.getvalue()
    readback.compare(content, expected, check)
    return content


def _tab_names(sheets: Sequence[Sheet]) -> list[str]:
    """Names of the tabs: the plan's and, where plans have more than one sheet here, the form's before it."""
    several = len({sheet.title for sheet in sheets}) > 1
    shorts = {sheet.title: next((word for word in _SHORTS if word in sheet.title), "自评") for sheet in sheets}
    wanted = [f"{shorts[sheet.title]} {sheet.name}" if several else sheet.name for sheet in sheets]
    cut = []
    for name in wanted:
        text = clean(name, name).translate(dict.fromkeys(map(ord, "[]:*?/\\"), "_")).replace("\n", " ").strip(" '")
        while len(text.encode("utf-16-le")) > 2 * _LONGEST_TAB:
            text = text[:-1]
        cut.append(text if text and text.casefold() != "history" else f"_{text}")
    return unique_stems(cut)


class _Look(NamedTuple):
    """What tells formats apart: the style, whether the text could be taken for a formula, text at the top.

    ``open``: edges of the cell that have no border, because parted text goes on there.
    """

    style: str
    quoted: bool
    top: bool
    open: tuple[str, ...] = ()


class _SheetWriter:
    """Writes one sheet and remembers what each cell must read as afterwards."""

    def __init__(self, book: "Workbook", page: "Worksheet", sheet: Sheet, formats: "dict[_Look, Format]") -> None:
        self.book, self.page, self.sheet, self.formats = book, page, sheet, formats
        self.expected: readback.Page = {}
        self.extents = row_extents(sheet)
        room = _ROOM[sheet.landscape] * _SQUEEZE
        self.one_page = sum(sum(extent.heights) for extent in self.extents) <= room
        self.starts = [0]
        for extent in self.extents:
            self.starts.append(self.starts[-1] + len(extent.heights))

    def write(self) -> readback.Page:
        for cell in self.sheet.cells:
            self._cell(cell)
        self._rows()
        self._paper()
        return self.expected

    def _rows(self) -> None:
        for column, width in enumerate(self.sheet.columns):
            self.page.set_column(column, column, width)
        for start, extent in zip(self.starts, self.extents, strict=False):
            for piece, height in enumerate(extent.heights):
                self.page.set_row(start + piece, round(height, 2))

    def _paper(self) -> None:
        page, sheet = self.page, self.sheet
        page.set_paper(_A4)
        if sheet.landscape:
            page.set_landscape()
        page.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN_BELOW)
        page.center_horizontally()
        page.hide_gridlines(2)
        page.fit_to_pages(1, 1 if self.one_page else 0)
        page.print_area(0, 0, self.starts[-1] - 1, len(sheet.columns) - 1)
        if sheet.header_rows is not None:
            first, last = sheet.header_rows
            page.repeat_rows(self.starts[first], self.starts[last + 1] - 1)
        footer = sheet.footer.replace("&", "&&").replace("{page}", "&P").replace("{pages}", "&N")
        page.set_footer(f'&C&"{BODY_FONT},Regular"&9{footer}')

    def _cell(self, cell: Cell) -> None:
        area = self._placed(cell.area)
        row, column = area.row, area.column
        value = self._value(cell, row, column)
        parts = self.extents[cell.row].parts.get(column)
        if parts is not None and cell.rowspan == 1:
            self._parts(cell, area, parts)
            return
        # Text in the middle of a block that runs over a page would be cut by the page's edge.
        top = not self.one_page and area.last_row > row
        style = self._format(_Look(cell.style, isinstance(value, str) and could_be_formula(value), top))
        self._merge(area, style)
        formula = None if cell.formula is None else self._formula(cell.formula, value)
        if formula is not None:
            self.page.write_formula(row, column, formula, style, value)
        elif isinstance(value, Decimal):
            self.page.write_number(row, column, value, style)
        elif value:
            self.page.write_string(row, column, value, style)
        else:
            self.page.write_blank(row, column, None, style)
            return
        self.expected[row, column] = value

    def _merge(self, area: Area, style: "Format") -> None:
        if (area.last_row, area.last_column) != (area.row, area.column):
            self.page.merge_range(area.row, area.column, area.last_row, area.last_column, "", style)

    def _parts(self, cell: Cell, area: Area, parts: Sequence[str]) -> None:
        """Text parted between rows; the rest of the rows, which belong to longer text beside it, is its last part's."""
        for place, part in enumerate(parts):
            row, last = area.row + place, place == len(parts) - 1
            text = clean(part, f"{self.sheet.title} {self.sheet.name} {address(row, area.column)}")
            open_edges = (*(("top",) if place else ()), *(() if last else ("bottom",)))
            style = self._format(_Look(cell.style, could_be_formula(text), True, open_edges))
            self._merge(Area(row, area.column, area.last_row if last else row, area.last_column), style)
            if text:
                self.page.write_string(row, area.column, text, style)
                self.expected[row, area.column] = text
            else:
                self.page.write_blank(row, area.column, None, style)

    def _value(self, cell: Cell, row: int, column: int) -> str | Decimal:
        """What the workbook holds: text made clean, per cent as a fraction of one."""
        if isinstance(cell.value, Decimal):
            return cell.value.scaleb(-2) if STYLES[cell.style].number == "percent" else cell.value
        text = cell.value or ""
        if text.isprintable() and len(text) < SHORT_TEXT:
            return text
        return clean(text, f"{self.sheet.title} {self.sheet.name} {address(row, column)}")

    def _placed(self, area: Area) -> Area:
        """Where an area of the sheet lies in the workbook, whose rows may be pieces of the sheet's."""
        return Area(self.starts[area.row], area.column, self.starts[area.last_row + 1] - 1, area.last_column)

    def _formula(self, total: Sum, value: str | Decimal) -> str | None:
        """The sum as a formula, None where it would be longer than a workbook can hold."""
        parts = [readback.reference(self._placed(area)) for area in total.areas]
        chunks = [parts[at : at + _MOST_ARGUMENTS] for at in range(0, len(parts), _MOST_ARGUMENTS)]
        sums = [f"SUM({','.join(chunk)})" for chunk in chunks]
        formula = sums[0] if len(sums) == 1 else f"SUM({','.join(sums)})"
        if total.at_most is not None:
            formula = f"MIN({formula},{total.at_most:f})"
        if isinstance(value, str):
            counts = "+".join(f"COUNT({','.join(chunk)})" for chunk in chunks)
            formula = f'IF({counts}=0,"{value}",{formula})'
        return f"={formula}" if len(formula) < _LONGEST_FORMULA and len(sums) <= _MOST_ARGUMENTS else None

    def _format(self, look: _Look) -> "Format":
        if look not in self.formats:
            self.formats[look] = self.book.add_format(_properties(STYLES[look.style], look))
        return self.formats[look]


def _properties(style: Style, look: _Look) -> dict[str, object]:
    inset = 1 if style.bordered and style.across == "left" else 0
    numbers = NUMBER_FORMATS[style.number] if style.number else "General"
    if style.across == "right" and style.bordered:
        numbers = _OFF_THE_BORDER.format(numbers)
    borders = {edge: 1 for edge in ("left", "right", "top", "bottom") if style.bordered and edge not in look.open}
    return {
        **borders,
        "font_name": TITLE_FONT if style.title else BODY_FONT,
        "font_family": _SERIF,
        "font_charset": _CHINESE,
        "font_scheme": "none",
        "font_size": style.size,
        "bold": style.bold,
        "align": style.across,
        # A part that goes on fills its rows, so that no gap parts it from the next.
        "valign": "vjustify" if "bottom" in look.open else "top" if look.top else "vcenter",
        "indent": style.indent + inset,
        "text_wrap": style.number is None,
        "num_format": numbers,
        "quote_prefix": look.quoted,
    }
