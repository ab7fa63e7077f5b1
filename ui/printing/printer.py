"""Sheets straight to a printer: the system's dialog, then the pages of the preview."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from perftrack.domain.sheets.grid import Sheet
from ui.printing.layout import PaperLayout, lay_out
from ui.printing.painting import paint_sheet
from ui.printing.pdf import page_layout


def ask_and_print(parent: QWidget, sheets: Sequence[Sheet]) -> QPrintDialog:
    """Ask for a printer without blocking, then print ``sheets``. Returns the dialog shown."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(f"{sheets[0].title} {sheets[0].name}")
    printer.setPageLayout(page_layout(sheets[0]))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.accepted.connect(lambda: print_sheets(printer, sheets))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def print_sheets(printer: QPrinter, sheets: Sequence[Sheet]) -> int:
    """Print ``sheets``, or the pages asked for in the dialog; the number of pages printed, 0 where it was refused."""
    first, last = printer.fromPage() or 1, printer.toPage() or 10**9
    layouts = [lay_out(sheet) for sheet in sheets]
    pages = [(layout, page) for layout in layouts for page in range(len(layout.pages))][first - 1 : last]
    painter = QPainter()
    printed = 0
    for layout, page in pages:
        printer.setPageLayout(page_layout(layout.sheet))
        if not (painter.begin(printer) if not printed else printer.newPage()):
            break
        paint_sheet(painter, layout, _paper(printer, layout), page)
        printed += 1
    if painter.isActive():
        painter.end()
    return printed


def _paper(printer: QPrinter, layout: PaperLayout) -> QRectF:
    """The whole paper in the printer's dots."""
    size = QSizeF(printer.pageLayout().fullRectPixels(printer.resolution()).size())
    return QRectF(0, 0, size.width(), size.width() * layout.paper[1] / layout.paper[0])
