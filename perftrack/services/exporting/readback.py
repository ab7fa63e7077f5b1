"""Reads a workbook just written and compares it with what was meant to be in it, before it replaces an older file.

Only our own output is read here, straight from memory; strangers' files are read in services.importing.
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree

from perftrack.domain.sheets.grid import Area
from perftrack.errors import UserError
from perftrack.services.exporting.stopping import Check, never
from perftrack.services.exporting.text import address

#: What the cells of one page must read as, by row and column from 0.
Page = dict[tuple[int, int], str | Decimal]
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def reference(area: Area) -> str:
    """The name of an area: B2 or B2:B9."""
    first, last = address(area.row, area.column), address(area.last_row, area.last_column)
    return first if first == last else f"{first}:{last}"


def compare(content: bytes, pages: Sequence[Mapping[tuple[int, int], str | Decimal]], check: Check = never) -> None:
    """Raise ``UserError("export_readback")`` unless ``content`` holds exactly the cells of ``pages``, in order."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        if archive.testzip() is not None:
            raise UserError("export_readback", place="zip")
        strings = _strings(archive)
        for number, page in enumerate(pages, start=1):
            check()
            found = _cells(archive.read(f"xl/worksheets/sheet{number}.xml"), strings)
            wanted = {address(*place): _told(value) for place, value in page.items()}
            if found != wanted:
                differing = sorted(
                    place for place in found.keys() | wanted.keys() if found.get(place) != wanted.get(place)
                )
                raise UserError("export_readback", place=f"{number}!{differing[0]}")


def _told(value: str | Decimal) -> tuple[str, str]:
    """Kind and spelling of a value as a workbook holds it: numbers to 16 digits."""
    return ("n", f"{float(value):.16G}") if isinstance(value, Decimal) else ("s", value)


def _strings(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    items = ("".join(part.text or "" for part in item.iter(f"{_NS}t")) for item in root.iter(f"{_NS}si"))
    return [_ESCAPED.sub(lambda found: chr(int(found[1], 16)), item) for item in items]


def _cells(xml: bytes, strings: Sequence[str]) -> dict[str, tuple[str, str]]:
    cells = {}
    for cell in ElementTree.fromstring(xml).iter(f"{_NS}c"):
        value = cell.find(f"{_NS}v")
        if value is None or value.text is None:
            continue
        kind = cell.get("t")
        if kind == "s":
            cells[cell.get("r", "")] = ("s", strings[int(value.text)])
        elif kind == "str":
            cells[cell.get("r", "")] = ("s", value.text)
        else:
            cells[cell.get("r", "")] = ("n", f"{float(value.text):.16G}")
    return cells
