"""Sheets on paper and as PDF: every page of every sheet, painted as the preview paints them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from perftrack.domain.sheets.grid import Sheet
from ui.printing.layout import PaperLayout, lay_out
from ui.printing.painting import paint_sheet

if TYPE_CHECKING:  # costs more than most sessions need
    from PySide6.QtPrintSupport import QPrinter

#: Dots to the inch of a PDF: rules of 0.6 points stay even.
_RESOLUTION = 600


def printers() -> list[str]:
    """The names of the printers of this computer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return QPrinterInfo.availablePrinterNames()


def pdf_bytes(sheets: Sequence[Sheet], title: str = "") -> bytes:
    """The sheets as a PDF file; fonts are embedded."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("perftrack")
    _draw(writer, sheets)
    return bytes(buffer.data().data())


def print_sheets(printer: "QPrinter", sheets: Sequence[Sheet]) -> bool:
    """Print the sheets; False where the printer did not take them."""
    printer.setFullPage(True)
    return _draw(printer, sheets)


def _draw(device: "QPdfWriter | QPrinter", sheets: Sequence[Sheet]) -> bool:
    painter: QPainter | None = None
    for sheet in sheets:
        layout = lay_out(sheet)
        for page in range(len(layout.pages)):
            device.setPageLayout(_page_layout(layout))
            if painter is None:
                painter = QPainter()
                if not painter.begin(device):
                    return False
            elif not device.newPage():
                painter.end()
                return False
            paint_sheet(painter, layout, QRectF(painter.viewport()), page)
    return painter is None or painter.end()


def _page_layout(layout: PaperLayout) -> QPageLayout:
    way = QPageLayout.Orientation.Landscape if layout.sheet.landscape else QPageLayout.Orientation.Portrait
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF())
    page.setMode(QPageLayout.Mode.FullPageMode)
    return page
