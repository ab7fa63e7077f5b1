"""Workbooks made to harm, each a whole form with one part made anew."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#: A part of this many bytes packs a hundredfold or less where its numbers differ, as the limits allow.
LARGE = 120_000_000


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(entries: dict[str, bytes]) -> bytes:
    """A workbook of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, body in entries.items():
            archive.writestr(name, body)
    return stream.getvalue()


def with_part(content: bytes, name: str, body: bytes) -> bytes:
    """The workbook with one part exchanged or added."""
    return packed({**parts(content), name: body})


def _flood(root: str, piece: bytes, before: str = "", size: int = LARGE) -> bytes:
    """``piece`` again and again, with a number in it so that it does not pack to nothing."""
    each = len(piece % 0) + 6
    body = b"".join(piece % number for number in range(10_000_000, 10_000_000 + size // each))
    return f'<{root} xmlns="{_MAIN}">{before}'.encode() + body


def huge_sheet(content: bytes) -> bytes:
    """Millions of cells, all within the page."""
    row = b'<row><c s="1"><v>%d</v></c><c s="1"><v>7</v></c></row>'
    return with_part(content, SHEET, _flood("worksheet", row, "<sheetData>") + b"</sheetData></worksheet>")


def many_strings(content: bytes) -> bytes:
    """Millions of shared strings."""
    return with_part(content, STRINGS, _flood("sst", b"<si><t>%d</t></si>") + b"</sst>")


def many_merges(content: bytes) -> bytes:
    """Millions of merged ranges."""
    sheet = _flood("worksheet", b'<mergeCell ref="A1:B%d"/>', "<sheetData/><mergeCells>")
    return with_part(content, SHEET, sheet + b"</mergeCells></worksheet>")


def many_styles(content: bytes) -> bytes:
    """Millions of cell formats."""
    return with_part(
        content,
        STYLES,
        _flood("styleSheet", b'<xf numFmtId="9" fontId="%d"/>', "<cellXfs>") + b"</cellXfs></styleSheet>",
    )


def deep(content: bytes) -> bytes:
    """Elements in elements, a million deep."""
    names = [b"<e%d>" % number for number in range(5_000_000)]
    return with_part(content, "docProps/deep.xml", b"".join(names))


def lying_dimension(content: bytes) -> bytes:
    """A page that says it reaches to the last cell there is."""
    sheet = parts(content)[SHEET]
    start = sheet.index(b"<dimension")
    return with_part(
        content, SHEET, sheet[:start] + b'<dimension ref="A1:XFD1048576"/>' + sheet[sheet.index(b">", start) + 1 :]
    )


def bomb(content: bytes) -> bytes:
    """A part that unpacks a thousandfold."""
    return with_part(content, "xl/media/image1.png", b"\0" * LARGE)


def laughs(content: bytes) -> bytes:
    """A billion laughs."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return with_part(content, STRINGS, f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><x>&a9;</x>'.encode())


def outside_entity(content: bytes, file: Path) -> bytes:
    """An entity that is a file of this computer."""
    return with_part(content, STRINGS, f'<!DOCTYPE x [<!ENTITY a SYSTEM "{file.as_uri()}">]><x>&a;</x>'.encode())


def with_macros(content: bytes) -> bytes:
    """A workbook that holds macros."""
    return with_part(content, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 project")


def with_links(content: bytes, target: str) -> bytes:
    """A workbook linked to another one; ``target`` is where that is."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    )
    entries = parts(content)
    entries["xl/externalLinks/externalLink1.xml"] = f'<externalLink xmlns="{_MAIN}"/>'.encode()
    entries["xl/externalLinks/_rels/externalLink1.xml.rels"] = relations.encode()
    return packed(entries)


def cut(content: bytes) -> Iterable[bytes]:
    """The first part of a file, as a broken transfer leaves it."""
    return (content[: len(content) * part // 7] for part in range(7))
