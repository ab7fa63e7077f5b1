"""打印: the explanation annex of the plan shown, on paper or as a PDF file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths
from PySide6.QtWidgets import QDialog, QWidget

from perftrack.domain.access import Act
from perftrack.domain.sheets.grid import Sheet
from perftrack.errors import UserError
from perftrack.services import guarding
from perftrack.services.exporting.files import store, unique_stems
from perftrack.services.exporting.sheets import KIND_NAMES, sheet_for
from perftrack.services.workspace import Workspace
from ui.dialogs import files
from ui.printing import press
from ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog
    from PySide6.QtWidgets import QFileDialog


class AnnexPrinting(QObject):
    """Whoever may export the plan's sheets may print them."""

    def __init__(self, session: Session, read: Callable[[], Workspace], owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._read, self._owner = session, read, owner

    def print(self, plan_id: str) -> "QPrintDialog | None":
        """Ask for the printer and print; where there is none, say so and offer a PDF file."""
        sheet = self._sheet(plan_id)
        if sheet is None:
            return None
        if not press.printers():
            self._session.alerts.ask(
                self.tr("No printer is set up on this computer."),
                self.tr("Save as PDF"),
                lambda: self.save(plan_id),
                hint=self.tr("A PDF file looks the same and can be printed elsewhere."),
            )
            return None
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(sheet.name)
        dialog = QPrintDialog(printer, self._owner)
        dialog.accepted.connect(lambda: self._print(printer, sheet))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own wants a receiver, which is connected above
        return dialog

    def save(self, plan_id: str) -> "QFileDialog | None":
        """Ask where the PDF file goes and write it there."""
        sheet = self._sheet(plan_id)
        if sheet is None:
            return None
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        stem = unique_stems([f"{sheet.name}-{KIND_NAMES['annex']}"])[0]
        name_filter = QCoreApplication.translate("Files", "PDF file") + " (*.pdf)"
        title = self.tr("Save the explanation as PDF")
        return files.pick_save(
            self._owner, title, name_filter, folder / f"{stem}.pdf", lambda path: self._save(path, sheet)
        )  # fmt: skip

    def _sheet(self, plan_id: str) -> Sheet | None:
        try:
            guarding.require(self._session.workspace, Act.EXPORT, plan_id)
            return sheet_for(self._read(), plan_id, "annex", self._session.quarter)
        except UserError as error:
            self._session.alerts.refused(self._session.speaker.error(error))
            return None

    def _print(self, printer: object, sheet: Sheet) -> None:
        if press.print_sheets(printer, [sheet]):  # type: ignore[arg-type]
            self._session.alerts.say(self.tr("Sent to the printer"))
        else:
            self._session.alerts.refused(self.tr("The printer did not take the pages. Save them as PDF instead."))

    def _save(self, path: Path, sheet: Sheet) -> None:
        try:
            store(path, press.pdf_bytes([sheet], sheet.title))
        except UserError as error:
            self._session.alerts.refused(self._session.speaker.error(error))
        else:
            self._session.alerts.say(self.tr("Saved: %1").replace("%1", path.name))
