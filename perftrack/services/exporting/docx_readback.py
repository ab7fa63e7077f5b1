"""Reads a document just written and compares its texts with what was meant, before it replaces an older file."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.etree import ElementTree

from perftrack.domain.sheets.grid import Sheet, printed
from perftrack.errors import UserError
from perftrack.services.exporting.stopping import Check, never

_NS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_NS}br": "\n", f"{_NS}tab": "\t"}


def texts_of(sheet: Sheet) -> list[str]:
    """What the paragraphs of a document hold that was made of ``sheet``."""
    texts = [printed(cell).removeprefix("　　") for cell in sheet.cells]
    return [text for text in texts if text]


def compare(content: bytes, meant: Sequence[str], check: Check = never) -> None:
    """Raise ``UserError("export_readback")`` unless ``content`` holds the texts ``meant`` and no others."""
    found = []
    with zipfile.ZipFile(BytesIO(content)) as archive:
        check()
        if archive.testzip() is not None:
            raise UserError("export_readback", place="zip")
        with archive.open("word/document.xml") as stream:
            for _, element in ElementTree.iterparse(stream):
                if element.tag == f"{_NS}p":
                    if text := _text(element):
                        found.append(text)
                    element.clear()
                elif element.tag == f"{_NS}tr":
                    element.clear()
                    check()
    if sorted(found) != sorted(meant):
        held, wanted = set(found), set(meant)
        differing = next(iter([*(text for text in meant if text not in held), *(held - wanted)]), "")
        raise UserError("export_readback", place=differing[:40])


def _text(paragraph: ElementTree.Element) -> str:
    return "".join(part.text or "" if part.tag == f"{_NS}t" else _SIGNS.get(part.tag, "") for part in paragraph.iter())
