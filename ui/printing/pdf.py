"""Sheets as a pdf with its fonts embedded, drawn by the painter of the preview: what was seen is what is written."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from perftrack.domain.sheets.grid import Sheet
from perftrack.errors import UserError
from ui import theme
from ui.printing.layout import lay_out
from ui.printing.measure import UNIT, setters_of
from ui.printing.painting import paint_sheet
from ui.printing.pdf_text import findable

#: Dots to the inch of the writer: one of them is one unit of a layout, so no length is rounded on its way.
_RESOLUTION = round(72 * UNIT)


def pdf_bytes(sheets: Sequence[Sheet], check: Callable[[], None] = lambda: None) -> bytes:
    """The pages of ``sheets`` as one pdf. ``check`` is asked before each page and may raise.

    Needs a running QGuiApplication; may be called off the window's thread. Raises ``UserError("pdf_no_font")`` where
    no installed font writes Chinese, ``export_readback`` where Qt cannot write.
    """
    if not theme.has_chinese_font():
        raise UserError("pdf_no_font")
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setCreator("perftrack")
    writer.setTitle(f"{sheets[0].title} {sheets[0].name}")
    writer.setPageLayout(page_layout(sheets[0]))
    painter = QPainter()
    if not painter.begin(writer):
        raise UserError("export_readback", place="pdf")
    try:
        begun, setters = False, setters_of(sheets)
        for sheet in sheets:
            layout = lay_out(sheet, setters)
            for page in range(len(layout.pages)):
                check()
                if begun:
                    writer.setPageLayout(page_layout(sheet))
                    writer.newPage()
                begun = True
                paint_sheet(painter, layout, QRectF(0, 0, *layout.paper), page)
    finally:
        painter.end()
        buffer.close()
    written = bytes(content.data())
    if not written.startswith(b"%PDF-") or not written.rstrip().endswith(b"%%EOF"):
        raise UserError("export_readback", place="pdf")
    return findable(written)


def page_layout(sheet: Sheet) -> QPageLayout:
    """A4 as ``sheet`` lies on it; the margins are the painter's."""
    way = QPageLayout.Orientation.Landscape if sheet.landscape else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
