"""Opening a piece of evidence: a private copy is made and handed to whatever the system opens it with."""

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from perftrack.errors import UserError
from ui.session import Session


class EvidenceOpener(QObject):
    """Makes copies in a folder of its own, which goes with it. What is refused is said."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._own: QTemporaryDir | None = None

    def open(self, evidence_id: str) -> None:
        """Open a copy of the file; it is read and checked off the window's thread."""
        from perftrack.services import evidence

        if self._own is None:
            self._own = QTemporaryDir()
        try:
            work = evidence.copying(self._session.workspace, evidence_id, Path(self._own.path()))
        except UserError as error:
            self._failed(error)
            return
        self._session.tasks.run(self.tr("Opening evidence"), lambda _report: work(), self._show, self._failed)

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = self.tr("No program on this computer opens %1. Nothing was changed.")
            self._session.alerts.refused(words.replace("%1", path.name))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._session.alerts.refused(self._session.speaker.error(error))
        else:
            self._session.tasks.unheard.emit(error)
