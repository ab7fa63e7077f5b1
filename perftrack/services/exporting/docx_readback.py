"""Reads a document just written and compares its texts with what was meant, before it replaces an older file."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.etree import ElementTree

from perftrack.domain.sheets.grid import Sheet, printed
from perftrack.errors import UserError

_NS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_NS}br": "\n", f"{_NS}tab": "\t"}


def texts_of(sheet: Sheet) -> list[str]:
    """What the paragraphs of a document hold that was made of ``sheet``."""
    texts = [printed(cell).removeprefix("　　") for cell in sheet.cells]
    return [text for text in texts if text]


def compare(content: bytes, meant: Sequence[str]) -> None:
    """Raise ``UserError("export_readback")`` unless ``content`` holds the texts ``meant`` and no others."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        if archive.testzip() is not None:
            raise UserError("export_readback", place="zip")
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    found = [text for paragraph in root.iter(f"{_NS}p") if (text := _text(paragraph))]
    if sorted(found) != sorted(meant):
        differing = next((text for text in meant if text not in found), "") or next(iter(set(found) - set(meant)), "")
        raise UserError("export_readback", place=differing[:40])


def _text(paragraph: ElementTree.Element) -> str:
    return "".join(part.text or "" if part.tag == f"{_NS}t" else _SIGNS.get(part.tag, "") for part in paragraph.iter())
