"""Paragraphs and tables of a document as XML, from the neutral grid of a sheet.

Rows with borders that follow one another are one table, its rows never parted by a page; the head of the indicators
begins a table of its own, since only the first rows of a table are repeated. A row of one cell without borders is a
paragraph, several such cells are a table without rules. Lengths are twentieths of a point.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple
from xml.sax.saxutils import escape

from perftrack.domain.sheets.grid import STYLES, Cell, Sheet, Style, printed
from perftrack.services.exporting.docx_fonts import BODY_FONT, TITLE_FONT, faces

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACE = f'xmlns:w="{W}"'
_TWIPS = 20
_RULE = '<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
_NO_RULE = '<w:{edge} w:val="nil"/>'
_BESIDE, _ABOVE = 80, 24
_INDENT_STEP = 160
#: Two tables that touch would become one: a line of the least height stands between them.
_BETWEEN = (
    f'<w:p {_NAMESPACE}><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)
_PARAGRAPH_INDENT = "　　"


class Room(NamedTuple):
    """The width of a page without its margins, and the scale at which a sheet is set."""

    width: int
    scale: float


class _Place(NamedTuple):
    """One cell of a row of a table: the cell of the sheet it shows, and where it lies in that."""

    cell: Cell | None
    column: int
    span: int
    first: bool
    last: bool


def blocks_of(sheet: Sheet, room: Room) -> Iterator[str]:
    """The paragraphs and tables of ``sheet``, from the top down."""
    rows = _rows(sheet)
    widths = _widths(sheet, room.width)
    head = sheet.header_rows
    table_before = False
    for kind, group in groupby(range(len(rows)), key=lambda row: _kind(sheet, rows[row], row)):
        members = list(group)
        if kind == "empty":
            yield from (_gap(sheet.rows[row] * room.scale) for row in members)
        elif kind == "text":
            yield from (_alone(rows[row][0].cell, sheet.rows[row], room.scale) for row in members)
        else:
            if table_before:
                yield _BETWEEN
            lines = (_row(sheet, rows[row], row, widths, room.scale) for row in members)
            goes_on = head is not None and members[-1] + 1 == head[0]
            yield _table("".join(lines), widths, ruled=kind != "bare", open_below=goes_on)
        table_before = kind not in ("empty", "text")
    yield _BETWEEN


def _rows(sheet: Sheet) -> list[list[_Place]]:
    """What each row shows, from left to right; places that no cell takes are one empty cell each."""
    begins: dict[int, list[Cell]] = {}
    for cell in sheet.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            begins.setdefault(row, []).append(cell)
    found = []
    for row in range(len(sheet.rows)):
        places, column = [], 0
        for cell in sorted(begins.get(row, ()), key=lambda each: each.column):
            if cell.column > column:
                places.append(_Place(None, column, cell.column - column, True, True))
            first, last = row == cell.row, row == cell.row + cell.rowspan - 1
            places.append(_Place(cell, cell.column, cell.colspan, first, last))
            column = cell.column + cell.colspan
        if places and column < len(sheet.columns):
            places.append(_Place(None, column, len(sheet.columns) - column, True, True))
        found.append(places)
    return found


def _kind(sheet: Sheet, places: Sequence[_Place], row: int) -> str:
    """What a row is: ``empty``, ``text``, ``bare`` (no rules), ``head`` and ``body`` of the indicators, ``table``."""
    if not places:
        return "empty"
    cells = [place.cell for place in places if place.cell is not None]
    if all(not STYLES[cell.style].bordered for cell in cells):
        return "text" if len(places) == 1 else "bare"
    if sheet.header_rows is None or row < sheet.header_rows[0]:
        return "table"
    return "body"


def _widths(sheet: Sheet, width: int) -> list[int]:
    natural = [7 * column + 5 for column in sheet.columns]
    edges = [0]
    reached = 0.0
    for column in natural:
        reached += column
        edges.append(round(width * reached / sum(natural)))
    return [end - begin for begin, end in pairwise(edges)]


def _table(rows: str, widths: Sequence[int], *, ruled: bool, open_below: bool) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    # The rule between two tables that belong together is that of the lower one, which every page shows.
    edges = "".join(
        (_RULE if ruled and not (open_below and edge == "bottom") else _NO_RULE).format(edge=edge)
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl {_NAMESPACE}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:top w:w="{_ABOVE}" w:type="dxa"/><w:left w:w="{_BESIDE}" w:type="dxa"/>'
        f'<w:bottom w:w="{_ABOVE}" w:type="dxa"/><w:right w:w="{_BESIDE}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(sheet: Sheet, places: Sequence[_Place], row: int, widths: Sequence[int], scale: float) -> str:
    head = sheet.header_rows is not None and sheet.header_rows[0] <= row <= sheet.header_rows[1]
    height = round(sheet.rows[row] * _TWIPS * scale)
    cells = "".join(_cell(sheet, place, row, widths, scale) for place in places)
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>'
        f"{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"
    )


def _cell(sheet: Sheet, place: _Place, row: int, widths: Sequence[int], scale: float) -> str:
    width = sum(widths[place.column : place.column + place.span])
    cell = place.cell
    style = STYLES["text"] if cell is None else STYLES[cell.style]
    begins, merge, edges = place.first, "", ""
    if cell is not None and cell.rowspan > 1:
        begins, last, whole = _share_of(sheet, cell, row)
        merge = "" if begins and last else f'<w:vMerge w:val="{"restart" if begins else "continue"}"/>'
        if not whole and row <= _head_end(sheet):
            edges = _borders(("bottom",)) if last else ""
        elif not whole and begins:
            edges = _borders(("top",))
    if cell is None or not style.bordered:
        edges = _borders(("top", "left", "bottom", "right"))
    shown = cell if cell is not None and (begins if cell.rowspan > 1 else True) else None
    if shown is not None and shown.rowspan > 1 and not _tells(sheet, shown, row):
        shown = None
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{place.span}"/>{merge}{edges}'
        f'<w:vAlign w:val="center"/></w:tcPr>{_paragraph("" if shown is None else printed(shown), style, scale)}</w:tc>'
    )


def _head_end(sheet: Sheet) -> int:
    return -1 if sheet.header_rows is None else sheet.header_rows[1]


def _share_of(sheet: Sheet, cell: Cell, row: int) -> tuple[bool, bool, bool]:
    """Whether the merged cell begins and ends here, and whether it is whole.

    A cell that reaches from the repeated head into the rows below is parted there: programs repeat no row that is
    merged with one that is not repeated.
    """
    end = cell.row + cell.rowspan - 1
    cut = _head_end(sheet)
    if not cell.row <= cut < end:
        return row == cell.row, row == end, True
    return row in (cell.row, cut + 1), row in (cut, end), False


def _tells(sheet: Sheet, cell: Cell, row: int) -> bool:
    """Whether this part of a parted cell shows its text: the lower one, which has the room."""
    cut = _head_end(sheet)
    parted = cell.row <= cut < cell.row + cell.rowspan - 1
    return not parted or row == cut + 1


def _borders(open_edges: Sequence[str]) -> str:
    return f"<w:tcBorders>{''.join(_NO_RULE.format(edge=edge) for edge in open_edges)}</w:tcBorders>"


def _alone(cell: Cell | None, height: float, scale: float) -> str:
    """A row of one cell without borders: a paragraph, or a heading that stays with what follows."""
    if cell is None:
        return _gap(height)
    style = STYLES[cell.style]
    return _paragraph(printed(cell), style, scale, _NAMESPACE, height if style.size >= 12 else 0.0)


def _gap(height: float) -> str:
    return (
        f'<w:p {_NAMESPACE}><w:pPr><w:spacing w:before="0" w:after="0" w:line="{round(height * _TWIPS)}" '
        'w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
    )


def _paragraph(text: str, style: Style, scale: float, namespace: str = "", height: float = 0.0) -> str:
    size = round(style.size * scale * 2)
    indented = style.indent * _INDENT_STEP
    properties = ""
    if style.heading:
        properties += f'<w:pStyle w:val="Heading{style.heading}"/><w:keepNext/>'
    elif style.title:
        properties += "<w:keepNext/>"
    if height and not style.title:
        properties += (
            f'<w:spacing w:before="0" w:after="0" w:line="{round(height * _TWIPS * scale)}" w:lineRule="atLeast"/>'
        )
    if text.startswith(_PARAGRAPH_INDENT):
        text = text.removeprefix(_PARAGRAPH_INDENT)
        properties += '<w:ind w:firstLineChars="200" w:firstLine="480"/>'
    elif indented:
        properties += f'<w:ind w:left="{indented}"/>'
    properties += f'<w:jc w:val="{style.across}"/>'
    bold = "<w:b/><w:bCs/>" if style.bold else '<w:b w:val="0"/>' if style.heading else ""
    look = f'{faces(TITLE_FONT if style.title else BODY_FONT)}{bold}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    run = f"<w:r><w:rPr>{look}</w:rPr>{_text(text)}</w:r>" if text else ""
    return f"<w:p {namespace}><w:pPr>{properties}<w:rPr>{look}</w:rPr></w:pPr>{run}</w:p>"


def _text(text: str) -> str:
    """The lines of a run; a tab stays a tab."""
    lines = (
        "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t"))
        for line in text.split("\n")
    )
    return "<w:br/>".join(lines)
