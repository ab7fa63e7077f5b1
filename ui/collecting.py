"""The two acts of collection by file: forms are written, and what came back is read and compared."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from perftrack.domain.access import Act
from perftrack.errors import UserError
from perftrack.services import guarding
from ui.session import Session
from ui.tasks import Report, Work

if TYPE_CHECKING:  # services are imported after the first paint
    from perftrack.services.importing.collection_reader import Returned

SUFFIX = ".xlsx"


def form_filter() -> str:
    """The filter for forms."""
    return QCoreApplication.translate("Files", "Collection form") + f" (*{SUFFIX})"


class Collecting(QObject):
    """Opens the dialogs of one window."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def ask_write(self) -> None:
        """Ask for which plans forms are written."""
        from ui.pages.collection.write import WriteFormsDialog

        if self._session.year:
            try:
                guarding.require(self._session.workspace, Act.EXPORT)
            except UserError as error:
                self._session.alerts.refused(self._session.speaker.error(error))
                return
            self._show(WriteFormsDialog(self._session, self._window))
        else:
            self._session.alerts.say(self.tr("There are no plans yet"), icon="info", token="text-2")

    def ask_read(self) -> QFileDialog:
        """Ask for the forms that came back."""
        dialog = QFileDialog(self._window, self.tr("Read forms back"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(form_filter())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.open()
        return dialog

    def take(self, paths: Sequence[Path]) -> None:
        """Read forms off the window's thread, then show what they would change."""
        if paths and self._session.is_open:
            self._session.tasks.run(self.tr("Reading forms"), _reading(paths), self._compare)

    def _compare(self, read: "tuple[list[Returned], list[UserError]]") -> None:
        from ui.pages.collection.read import CollectedDialog

        if not self._session.is_open:
            return
        returned, errors = read
        sentences = [self._session.speaker.error(error) for error in errors]
        self._show(CollectedDialog(self._session, returned, sentences, self._window))

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _reading(paths: Sequence[Path]) -> Work:
    def work(report: Report) -> "tuple[list[Returned], list[UserError]]":
        from perftrack.services.importing.collection_reader import read_form

        returned, errors = [], []
        for done, path in enumerate(paths):

            def waiting(done: int = done, path: Path = path) -> None:
                report.step(done, len(paths), path.name)

            waiting()
            try:
                returned.append(read_form(path, waiting))
            except UserError as error:
                errors.append(error)
        return returned, errors

    return work
