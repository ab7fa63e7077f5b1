"""The way to a pdf from the command line: fonts need an application, a window is not opened."""

import os
import sys
from collections.abc import Callable, Sequence

from perftrack.domain.sheets.grid import Sheet


def pdf_without_window(sheets: Sequence[Sheet], check: Callable[[], None]) -> bytes:
    """:func:`ui.printing.pdf.pdf_bytes`, with an application begun for it where none runs.

    On Linux it draws offscreen, so that it works where there is no display; other systems have their fonts from the
    platform and need none.
    """
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from ui.printing.pdf import pdf_bytes

    if QGuiApplication.instance() is None:
        QGuiApplication(sys.argv[:1]).setApplicationName("perftrack")
    return pdf_bytes(sheets, check)
