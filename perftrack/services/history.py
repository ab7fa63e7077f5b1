"""Undo and redo of what was done since the file was opened. Taking back is itself a journalled command."""

from typing import TYPE_CHECKING

from perftrack.errors import UserError
from perftrack.services.changes import Changes, Label

if TYPE_CHECKING:
    from perftrack.services.workspace import Workspace


class History:
    """The undo stack of one open workspace: which commands, newest last, and what each changed."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._done: list[tuple[str, Changes]] = []
        self._undone: list[tuple[str, Changes]] = []

    @property
    def next_undo(self) -> Label | None:
        """The label of what :meth:`undo` would take back, None if there is nothing."""
        return self._done[-1][1].label if self._done else None

    @property
    def next_redo(self) -> Label | None:
        """The label of what :meth:`redo` would do again, None if there is nothing."""
        return self._undone[-1][1].label if self._undone else None

    def remember(self, command_id: str, changes: Changes) -> None:
        """Notes a stored command as the newest; what was undone before can no longer be redone."""
        self._done.append((command_id, changes))
        self._undone.clear()

    def clear(self) -> None:
        """Forgets all steps: nobody takes back what another person did."""
        self._done.clear()
        self._undone.clear()

    def undo(self) -> Changes:
        """Takes the newest command back.

        Raises :class:`UserError` ``nothing_to_undo``, ``undo_conflict`` (somebody changed the same rows since; nothing
        was changed, and the step is still there) and what any write raises.
        """
        if not self._done:
            raise UserError("nothing_to_undo")
        return self._reverse(self._done, self._undone, "undo")

    def redo(self) -> Changes:
        """Does the command undone last again. Raises ``nothing_to_redo`` and as :meth:`undo`."""
        if not self._undone:
            raise UserError("nothing_to_redo")
        return self._reverse(self._undone, self._done, "redo")

    def _reverse(self, source: list[tuple[str, Changes]], target: list[tuple[str, Changes]], command: str) -> Changes:
        from perftrack.persistence import journal
        from perftrack.persistence.inverse import take_back
        from perftrack.services import guarding

        command_id, changes = source[-1]
        with self._workspace.writing(command) as work:
            self._workspace.refuse_closed(work, changes.years)
            entries = journal.entries_of(work.connection, command_id)
            guarding.require_for_rows(self._workspace, work, entries)
            guarding.refuse_settled_rows(work, entries)
            take_back(work, command_id)
            if "people" in changes.topics:
                guarding.refuse_without_officer(work)
        source.pop()
        target.append((work.command_id, changes))
        reverted = changes.by(command)
        self._workspace.took(work, reverted, remember=False)
        return reverted
