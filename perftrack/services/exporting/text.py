"""Text as it may stand in a workbook: whole, never a formula, nothing that damages the file."""

import re
from dataclasses import replace

from perftrack.domain.sheets.grid import Sheet
from perftrack.errors import UserError

#: What one cell of a workbook holds, counted as the office programs count: UTF-16 units.
LONGEST_TEXT = 32_767
#: Shorter than this no text is too long, whatever its signs count.
SHORT_TEXT = LONGEST_TEXT // 2
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_LIKE_FORMULAS = frozenset("=+-@＝＋－＠")


def clean(text: str, place: str) -> str:
    """``text`` without control signs, line ends as \\n. Raises ``UserError("text_too_long")`` rather than cutting."""
    if len(text) < SHORT_TEXT and text.isprintable():
        return text
    result = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
    length = len(result) + sum(1 for sign in result if sign > "\uffff")
    if length > LONGEST_TEXT:
        raise UserError("text_too_long", place=place, length=length, limit=LONGEST_TEXT)
    return result


def cleaned(sheet: Sheet) -> Sheet:
    """``sheet`` with its texts as :func:`clean` gives them, for formats that know no cells by name."""
    cells = []
    for cell in sheet.cells:
        if isinstance(cell.value, str) and not (cell.value.isprintable() and len(cell.value) < SHORT_TEXT):
            value = clean(cell.value, f"{sheet.title} {sheet.name} {address(cell.row, cell.column)}")
            cells.append(cell if value == cell.value else replace(cell, value=value))
        else:
            cells.append(cell)
    return replace(sheet, cells=tuple(cells))


def address(row: int, column: int) -> str:
    """The name of a place in a workbook; rows and columns count from 0.

    >>> address(0, 0), address(9, 27)
    ('A1', 'AB10')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def could_be_formula(text: str) -> bool:
    """Whether an office program would take ``text`` for a formula if it were typed.

    >>> could_be_formula("=cmd|'/c calc'!A0"), could_be_formula("≥12个")
    (True, False)
    """
    return text.lstrip("\t\n ")[:1] in _LIKE_FORMULAS and bool(text.strip())
