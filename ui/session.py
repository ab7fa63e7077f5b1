"""Where the window stands: the open file, year, quarter, language, and the doors pages share."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from perftrack.domain.periods import Quarter
from perftrack.errors import UserError
from ui.alerts import Alerts
from ui.events import Events
from ui.settings import Settings
from ui.tasks import Tasks

if TYPE_CHECKING:  # services cost more than the first window may take
    from perftrack.services.changes import Changes
    from perftrack.services.messages import Speaker
    from perftrack.services.workspace import Workspace


class Session(QObject):
    """The context every page is shown in. It decides nothing: it keeps the values and says when they changed."""

    context_changed = Signal()
    """Year or quarter is another."""
    actor_changed = Signal()
    """Somebody else acts now, or nobody; what pages allow may differ."""
    language_changed = Signal()
    pending_changed = Signal()
    """How much typed work is not stored yet, see :meth:`set_pending`."""

    def __init__(self, settings: Settings | None = None, language: str = "en", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings or Settings()
        self.events = Events(self)
        self.tasks = Tasks(self)
        self.alerts = Alerts(self)
        self._workspace: Workspace | None = None
        self._year, self._quarter = 0, Quarter.Q1
        self._language = language
        self._pending: dict[object, tuple[int, int, int]] = {}
        self.drafts_folder: Path | None = None
        """Where texts that are not stored outlive the program; None: nowhere, as in tests and pictures."""

    @property
    def workspace(self) -> "Workspace":
        """The open file. Ask :attr:`is_open` first where there may be none."""
        assert self._workspace is not None
        return self._workspace

    @property
    def is_open(self) -> bool:
        """Whether a file is open."""
        return self._workspace is not None

    @property
    def year(self) -> int:
        """The fiscal year shown; 0 when the file has none."""
        return self._year

    @property
    def quarter(self) -> Quarter:
        """The quarter shown."""
        return self._quarter

    @property
    def language(self) -> str:
        """``zh_CN`` or ``en``."""
        return self._language

    @property
    def speaker(self) -> "Speaker":
        """Speaks for findings, explanations, errors and names of commands in the language of now."""
        from perftrack.services.messages import speaker

        return speaker(self._language)

    def show(self, year: int | None = None, quarter: Quarter | None = None) -> None:
        """Go to another year or quarter."""
        wanted = (self._year if year is None else year, self._quarter if quarter is None else Quarter(quarter))
        if wanted != (self._year, self._quarter):
            self._year, self._quarter = wanted
            self.context_changed.emit()

    def set_language(self, language: str) -> None:
        """Speak another language from now on; :mod:`ui.languages` does the rest."""
        if language != self._language:
            self._language = language
            self.language_changed.emit()

    def take(self, workspace: "Workspace", year: int, quarter: Quarter) -> None:
        """Stand in ``workspace`` from now on; the file before is closed."""
        self._let_go()
        self._workspace, self._year, self._quarter = workspace, year, quarter
        self.events.opened.emit()

    def leave(self) -> None:
        """Close the file, if one is open."""
        if self._workspace is not None:
            self._let_go()
            self._workspace, self._year, self._quarter = None, 0, Quarter.Q1
            self.events.closed.emit()

    def end(self) -> None:
        """The window closes: stop what runs and close the file, without telling anybody who is about to go too."""
        self.tasks.cancel_all()
        self.events.blockSignals(True)
        self.leave()

    def perform(
        self,
        command: "Callable[[], Changes]",
        initiator: object = None,
        refused: Callable[[str], object] | None = None,
    ) -> "Changes | None":
        """Run a command of the services and tell everybody what it changed.

        Gives None when the user's world refused; the reason has been said then, or been given to ``refused``, and
        nothing was changed.
        """
        acted = self._workspace.actor if self._workspace is not None else None
        try:
            changes = command()
        except UserError as error:
            (refused or self.alerts.refused)(self.speaker.error(error))
            return None
        if changes:
            self.events.changed.emit(changes, initiator)
            if self._workspace is not None and self._workspace.actor != acted:
                self.actor_changed.emit()
        return changes

    def sign(self, act: "Callable[[], object]") -> None:
        """Let somebody sign in or out by an act of the people service, and tell everybody.

        Raises what the act raises; whoever acted before goes on acting then.
        """
        act()
        self.actor_changed.emit()

    def set_pending(self, owner: object, unsaved: int, refused: int = 0, found: int = 0) -> None:
        """Tell the status line how many typed cells ``owner`` holds that are not stored, and how many were refused.

        ``found`` of them were brought back from the last time.
        """
        self._pending[owner] = (unsaved, refused, found)
        if not unsaved and not refused:
            del self._pending[owner]
        self.pending_changed.emit()

    @property
    def pending(self) -> tuple[int, int]:
        """(typed and not stored, refused) over the whole window."""
        counts = list(self._pending.values())
        return sum(count for count, _, _ in counts), sum(count for _, count, _ in counts)

    @property
    def brought_back(self) -> int:
        """How many of these were typed the last time the file was open."""
        return sum(found for _, _, found in self._pending.values())

    def _let_go(self) -> None:
        if self._workspace is not None:
            self._workspace.close()
        self._pending.clear()
