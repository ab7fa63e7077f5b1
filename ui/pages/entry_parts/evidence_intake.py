"""Files on their way into the evidence: out of a drop, the clipboard or a dialog, copied off the window's thread."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from perftrack.domain.evidence import Kept, Owner
from perftrack.domain.terms import EvidenceKind
from perftrack.errors import UserError
from perftrack.services import evidence
from ui.pages.entry_parts.evidence_parts import undoing
from ui.session import Session
from ui.tasks import Report, Task

_KB = 1024


class EvidenceIntake(QObject):
    """One taking in at a time. The files come first, then their rows, as one command in the window's thread."""

    added = Signal(object)
    """Files were added: their Changes."""
    progressed = Signal(int, int, str)
    """KB done, KB in all, the file that is copied."""
    ended = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        session.tasks.ended.connect(self._end)  # heard however soon the work is over

    @property
    def is_busy(self) -> bool:
        """Whether files are being copied."""
        return self._task is not None

    def take(self, owner: Owner, kind: EvidenceKind, sources: Sequence[Path | tuple[str, bytes]]) -> None:
        """Begin to add files for ``owner``; what cannot be is said and nothing begins."""
        if not sources or self.is_busy:
            return
        workspace = self._session.workspace
        try:
            evidence.admit(workspace, owner)
            files = [
                evidence.incoming(each) if isinstance(each, Path) else evidence.incoming(each[1], each[0])
                for each in sources
            ]
        except UserError as error:
            self._refuse(error)
            return
        database, file_id = workspace.path, workspace.file_id

        def work(report: Report) -> tuple[Kept, ...]:
            def tell(done: int, total: int, name: str) -> None:
                report.step(done // _KB, max(1, total // _KB), name)

            return evidence.keep(database, files, progress=tell)

        task = self._session.tasks.run(
            self.tr("Adding evidence"), work, lambda kept: self._store(file_id, owner, kind, kept), self._failed
        )
        self._task = task
        task.told.connect(self.progressed)

    def cancel(self) -> None:
        """Stop copying; nothing is added then."""
        if self._task is not None:
            self._task.cancel()

    def _store(self, file_id: str, owner: Owner, kind: EvidenceKind, kept: Sequence[Kept]) -> None:
        session = self._session
        if not session.is_open or session.workspace.file_id != file_id:
            return  # another office is open now; the files lie beside theirs and belong to nothing
        try:
            used = evidence.duplicates(session.workspace, [each.sha256 for each in kept])
            changes = evidence.add(session.workspace, owner, kept, kind)
        except UserError as error:
            self._refuse(error)
            return
        self.added.emit(changes)
        words = self.tr("%n file(s) added as %1", "", len(kept)).replace("%1", kind.value)
        if used:
            twice = self.tr("%1. Used already: %2, no. %3")
            for place, part in enumerate((words, used[0].indicator or used[0].plan, str(used[0].number)), 1):
                twice = twice.replace(f"%{place}", part)
            words = twice
        icon, token = ("info", "accent") if used else ("check", "green")
        session.alerts.say(words, self.tr("Undo"), undoing(session, changes), icon=icon, token=token)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._refuse(error)
        else:
            self._session.tasks.unheard.emit(error)

    def _refuse(self, error: UserError) -> None:
        self._session.alerts.refused(self._session.speaker.error(error))

    def _end(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.ended.emit()


def sources_of(data: QMimeData, moment: datetime) -> "list[Path | tuple[str, bytes]]":
    """What a drop or the clipboard holds: local files, else a picture as PNG named by ``moment``."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return list(files)
    picture = data.imageData() if data.hasImage() else None
    if isinstance(picture, QImage) and not picture.isNull():
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload]
        return [(f"{moment:%Y-%m-%d %H.%M.%S}.png", bytes(buffer.data().data()))]
    return []


def may_hold_sources(data: QMimeData) -> bool:
    """Whether a drop is worth an accent frame, told without reading it."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())
