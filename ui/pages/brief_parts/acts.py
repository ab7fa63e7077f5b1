"""打印: the button of a page with print, PDF and PNG, and what happens then. Ctrl+P prints."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QStandardPaths, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from perftrack.domain.filenames import safe_stem
from perftrack.errors import UserError
from perftrack.services.exporting.files import store
from ui import widgets
from ui.dialogs import files
from ui.printing import press
from ui.session import Session

if TYPE_CHECKING:  # drawn when it is asked for
    from ui.printing.brief import Brief


class BriefActs(QObject):
    """``make`` gives the brief of what the page shows, None where there is nothing; it is asked when needed."""

    def __init__(
        self, page: QWidget, session: Session, make: "Callable[[], Brief | None]", others: Sequence[QAction] = ()
    ) -> None:
        """``others`` stand in the menu below, where the page prints something else too."""
        super().__init__(page)
        self._others = tuple(others)
        self._page, self._session, self._make = page, session, make
        self._buttons: list[widgets.Button] = []
        self._print, self._pdf, self._png = QAction(self), QAction(self), QAction(self)
        self._print.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self._print.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        page.addAction(self._print)
        self._print.triggered.connect(self.ask_printer)
        self._pdf.triggered.connect(lambda: self.ask_file("pdf"))
        self._png.triggered.connect(lambda: self.ask_file("png"))
        page.installEventFilter(self)
        self._retranslate()

    def use(self, button: widgets.Button) -> widgets.Button:
        """Let ``button`` open the menu; it is given back with its words."""
        button.clicked.connect(lambda: self.open_menu(button))
        self._buttons.append(button)
        self._retranslate()
        return button

    def allow(self, on: bool) -> None:
        """Let a brief be asked for, or not where there is nothing to print."""
        for action in (self._print, self._pdf, self._png):
            action.setEnabled(on)

    def open_menu(self, below: QWidget) -> QMenu:
        """Open the menu below a button."""
        menu = QMenu(self._page)
        for action in (self._print, self._pdf, self._png):
            action.setShortcutVisibleInContextMenu(True)
            menu.addAction(action)
        shown = [action for action in self._others if action.isEnabled()]
        if shown:
            menu.addSeparator()
            menu.addActions(shown)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(QPoint(0, below.height() + 4)))
        menu.setActiveAction(self._print)
        return menu

    def ask_file(self, ending: str) -> QDialog | None:
        """Ask where the brief goes, without blocking, and write it there."""
        brief = self._made()
        if brief is None:
            return None
        title = self.tr("Save brief as PDF") if ending == "pdf" else self.tr("Save brief as PNG")
        name_filter = self.tr("PDF (*.pdf)") if ending == "pdf" else self.tr("Pictures (*.png)")
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        proposal = folder / f"{safe_stem(brief.name)}.{ending}"
        return files.pick_save(self._page, title, name_filter, proposal, lambda path: self.write(brief, path))

    def write(self, brief: "Brief", path: Path) -> None:
        """Write the brief as its ending says; a file that was there is whole until the new one is."""
        from ui.printing.brief import pdf, png

        try:
            store(path, pdf(brief) if path.suffix.lower() == ".pdf" else png(brief))
        except UserError as error:
            self._session.alerts.refused(self._session.speaker.error(error))
            return
        self._session.alerts.say(self.tr("Written: %1").replace("%1", str(path)))

    def ask_printer(self) -> QDialog | None:
        """Ask for a printer, without blocking, and print."""
        brief = self._made()
        if brief is None:
            return None
        if not press.printers():
            self._session.alerts.ask(
                self.tr("No printer is set up on this computer."),
                self.tr("Save as PDF"),
                lambda: self.ask_file("pdf"),
                hint=self.tr("A PDF file looks the same and can be printed elsewhere."),
            )
            return None
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(brief.name)
        dialog = QPrintDialog(printer, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Print brief"))
        dialog.accepted.connect(lambda: self._print_on(brief, printer))
        QDialog.open(dialog)  # its own wants a receiver, which is connected above
        return dialog

    def _made(self) -> "Brief | None":
        try:
            return self._make()
        except UserError as error:
            self._session.alerts.refused(self._session.speaker.error(error))
            return None

    def _print_on(self, brief: "Brief", printer: object) -> None:
        from PySide6.QtPrintSupport import QPrinter

        from ui.printing.brief import print_on

        assert isinstance(printer, QPrinter)
        if print_on(brief, printer) and printer.printerState() is not QPrinter.PrinterState.Error:
            self._session.alerts.say(self.tr("Sent to the printer"))
        else:
            self._session.alerts.refused(self.tr("The printer took nothing. Choose another one, or save as PDF."))

    def _retranslate(self) -> None:
        for button in self._buttons:
            button.setText(self.tr("Print"))
            button.setToolTip(self.tr("A brief of two pages for a meeting (Ctrl+P)"))
            button.setAccessibleName(self.tr("Print"))
        self._print.setText(self.tr("Print…"))
        self._pdf.setText(self.tr("Save as PDF…"))
        self._png.setText(self.tr("Save as PNG…"))

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return super().eventFilter(watched, event)
