"""What a document or a pdf holds, told so that a reader of a difference sees what changed."""

from io import BytesIO
from typing import Any

import pypdfium2
from docx import Document
from docx.oxml.ns import qn


def told_docx(content: bytes) -> list[Any]:
    """Paragraphs as text, tables as rows of [text, columns taken, merge], in the order of the document."""
    told: list[Any] = []
    for block in Document(BytesIO(content)).element.body:
        if block.tag == qn("w:p"):
            told += [text] if (text := _text(block)) else []
        elif block.tag == qn("w:tbl"):
            widths = [int(column.get(qn("w:w"))) for column in block.iter(qn("w:gridCol"))]
            told.append({"widths": widths, "rows": [_row(row) for row in block.iter(qn("w:tr"))]})
        elif block.tag == qn("w:sectPr"):
            size = block.find(qn("w:pgSz"))
            told.append({"paper": [int(size.get(qn("w:w"))), int(size.get(qn("w:h")))]})
    return told


def told_pdf(content: bytes) -> dict[str, Any]:
    """How many pages, each one's size in points and its text without blanks."""
    document = pypdfium2.PdfDocument(content)
    try:
        return {
            "pages": len(document),
            "sizes": [[round(page.get_width()), round(page.get_height())] for page in document],
            "text": ["".join(page.get_textpage().get_text_bounded().split()) for page in document],
        }
    finally:
        document.close()


def cells_of(content: bytes) -> list[str]:
    """Every text of a table cell of a document, in order."""
    return [
        text
        for table in Document(BytesIO(content)).element.body.iter(qn("w:tbl"))
        for cell in table.iter(qn("w:tc"))
        if (text := _text(cell))
    ]


def _row(row: Any) -> list[Any]:
    cells = []
    for cell in row.iter(qn("w:tc")):
        merge = cell.find(f".//{qn('w:vMerge')}")
        span = int(cell.find(f".//{qn('w:gridSpan')}").get(qn("w:val")))
        told = [_text(cell), span]
        cells.append(told if merge is None else [*told, merge.get(qn("w:val"))])
    marks = [name for name in ("tblHeader", "cantSplit") if row.find(f".//{qn(f'w:{name}')}") is not None]
    return [" ".join(marks), *cells]


def _text(element: Any) -> str:
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(part.text or "" if part.tag == qn("w:t") else signs.get(part.tag, "") for part in element.iter())
