"""What the grid cannot know by itself, asked of the services: evidence, what changed, what is one's own."""

from collections.abc import Collection, Mapping

from perftrack.domain.periods import Quarter
from perftrack.services import authors, evidence, reviewing
from ui.models.entry_grid import EntryGrid
from ui.session import Session


class Sources:
    """Answers for the file that is open in the session, whichever it is."""

    def __init__(self, session: Session, grid: EntryGrid) -> None:
        self._session, self._grid = session, grid
        grid.evidence_counts = self._evidence
        grid.changed = self._changed

    def renew(self) -> None:
        """In a file that is not divided among people everything is one's own: there is no such filter."""
        divided = any(person.active for person in self._session.workspace.people())
        self._grid.mine = self._mine if divided else None

    def _evidence(self, plan_id: str, quarter: Quarter) -> Mapping[str, int]:
        return evidence.evidence_counts(self._session.workspace, plan_id, int(quarter))

    def _changed(self, plan_id: str, quarter: Quarter) -> Collection[str]:
        return reviewing.changed_since_submission(self._session.workspace, plan_id, quarter)

    def _mine(self, plan_id: str, quarter: Quarter) -> Collection[str]:
        return authors.reported_by_me(self._session.workspace, plan_id, quarter)
