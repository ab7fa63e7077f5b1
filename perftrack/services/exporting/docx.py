"""Writes sheets into a document (.docx) whose tables can be edited, printed like the official form.

python-docx is imported late: only an export pays for it. It gives the package, the sections and the footer; tables are
put together as XML, since its own cells cost more the further down they stand.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from perftrack.domain.sheets.grid import STYLES, Sheet
from perftrack.services.exporting import docx_readback
from perftrack.services.exporting.docx_fonts import with_fonts
from perftrack.services.exporting.docx_tables import Room, W, blocks_of
from perftrack.services.exporting.files import store
from perftrack.services.exporting.heights import COLUMN_EXTRA, PIXELS_PER_CHARACTER, row_extents
from perftrack.services.exporting.stopping import Check, never
from perftrack.services.exporting.text import cleaned

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

#: A4 and its margins in twentieths of a point: 15 mm, below 18 mm for the page number.
_SHORT, _LONG, _MARGIN, _MARGIN_BELOW = 11906, 16838, 850, 1020
#: A sheet that would run over by a little is set smaller to stay on one page, as the workbook does.
_SMALLEST, _SQUEEZE = 0.72, 1.4
#: What a document adds to the heights a workbook has: lines that Word sets wider, the gap between two tables.
_SLACK = 1.04


def write_document(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write ``sheets`` into one document at ``path``, verified before it takes the place of an older file.

    Raises ``UserError``: text_too_long, or what :func:`perftrack.services.exporting.files.store` raises.
    """
    store(path, document_bytes(sheets))


def document_bytes(sheets: Sequence[Sheet], check: Check = never) -> bytes:
    """The document as bytes, each sheet in a section of its own, read back and compared with what was meant."""
    from docx import Document
    from docx.enum.section import WD_SECTION
    from docx.oxml import parse_xml

    document = Document()
    _prepare(document, sheets[0])
    body = document.element.body
    for paragraph in list(body.iterchildren(f"{{{W}}}p")):
        body.remove(paragraph)
    meant: list[str] = []
    for place, given in enumerate(sheets):
        check()
        sheet = cleaned(given)
        section = document.sections[0] if not place else document.add_section(WD_SECTION.NEW_PAGE)
        _paper(section, sheet)
        if not place or sheet.footer != sheets[place - 1].footer:
            _footer(section, sheet)
        for block in blocks_of(sheet, _room(sheet)):
            body.insert(len(body) - 1, parse_xml(block))
        meant += docx_readback.texts_of(sheet)
    stream = BytesIO()
    document.save(stream)
    content = stream.getvalue()
    check()
    docx_readback.compare(content, meant, check)
    return content


def _room(sheet: Sheet) -> Room:
    """The width there is, in twentieths of a point, and how small the text must be for the width and one page."""
    across, down = (_LONG, _SHORT) if sheet.landscape else (_SHORT, _LONG)
    width, room = across - 2 * _MARGIN, (down - _MARGIN - _MARGIN_BELOW) / 20
    natural = sum(PIXELS_PER_CHARACTER * column + COLUMN_EXTRA for column in sheet.columns) * 72 / 96
    fitting = min(1.0, width / 20 / natural)
    wanted = sum(sum(extent.heights) for extent in row_extents(sheet)) * fitting * _SLACK
    running = any(STYLES[cell.style].heading for cell in sheet.cells)
    squeezed = 1.0 if running or not room < wanted <= room * _SQUEEZE else room / wanted
    return Room(width, max(_SMALLEST, fitting * squeezed))


def _prepare(document: "Document", first: Sheet) -> None:
    """Names, fonts and the styles every paragraph starts from."""
    from docx.shared import Pt

    properties = document.core_properties
    properties.title, properties.author, properties.comments = f"{first.title} {first.name}", "", ""
    properties.language = "zh-CN"
    for name in ("Normal", "Heading 1", "Heading 2", "Title", "Footer"):
        style = document.styles[name]
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0
    with_fonts(document)


def _paper(section: "Section", sheet: Sheet) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Twips

    across, down = (_LONG, _SHORT) if sheet.landscape else (_SHORT, _LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(across), Twips(down)
    section.left_margin = section.right_margin = section.top_margin = Twips(_MARGIN)
    section.bottom_margin = Twips(_MARGIN_BELOW)
    section.header_distance, section.footer_distance = Twips(_MARGIN // 2), Twips(_MARGIN_BELOW // 2)


def _footer(section: "Section", sheet: Sheet) -> None:
    """The line at the foot with the fields of a document in the places of {page} and {pages}."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.shared import Pt

    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    rest = sheet.footer
    while rest:
        before, mark, rest = rest.partition("{")
        if before:
            paragraph.add_run(before).font.size = Pt(9)
        if mark:
            name, _, rest = rest.partition("}")
            field = {"page": "PAGE", "pages": "NUMPAGES"}[name]
            paragraph._p.append(
                parse_xml(
                    f'<w:fldSimple xmlns:w="{W}" w:instr="{field}"><w:r><w:rPr><w:sz w:val="18"/></w:rPr>'
                    "<w:t>1</w:t></w:r></w:fldSimple>"
                )
            )
