"""公开版: a sheet as it is disclosed, without the persons it names and with contacts in its texts masked."""

import re
from dataclasses import replace

from perftrack.domain.sheets.grid import Cell, Sheet
from perftrack.domain.sources import Sources

#: What stands for a person.
MASK = "***"
#: Numbers of mobile phones, of telephones with their area code, of identity cards; addresses of mail.
_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)")
_TELEPHONE = re.compile(r"(?<!\d)(0\d{2,3})([-－— ])\d{3,4}(\d{4})(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+(@[A-Za-z0-9.-]+\.[A-Za-z]{2,})")


def published(sheet: Sheet) -> Sheet:
    """``sheet`` for disclosure: persons are left out, numbers and addresses that reach a person masked."""
    return replace(sheet, cells=tuple(_published(cell) for cell in sheet.cells))


def without_persons(sources: Sources) -> Sources:
    """What values rest on, without who entered them."""
    entered = {place: replace(each, person=MASK) for place, each in sources.entered.items()}
    return replace(sources, entered=entered)


def masked(text: str) -> str:
    """``text`` with contacts masked.

    >>> masked("联系电话 13800001234，0994-2345678"), masked("330 人 × 268 元")
    ('联系电话 138****1234，0994-***5678', '330 人 × 268 元')
    """
    text = _IDENTITY.sub(r"\1********\2", text)
    text = _MOBILE.sub(r"\1****\2", text)
    text = _TELEPHONE.sub(r"\1\2***\3", text)
    return _MAIL.sub(r"***\1", text)


def _published(cell: Cell) -> Cell:
    if not isinstance(cell.value, str) or not cell.value:
        return cell
    value = MASK if cell.private else masked(cell.value)
    return cell if value == cell.value else replace(cell, value=value)
