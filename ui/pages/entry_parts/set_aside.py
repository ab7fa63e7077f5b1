"""A project that falls away in its year: asked for its reason under the head, then said there."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from perftrack.domain.access import Act
from perftrack.domain.plans import Plan
from perftrack.domain.terms import PlanKind
from perftrack.services import exclusion
from perftrack.services.changes import Changes
from ui import theme, widgets
from ui.session import Session
from ui.widgets.reason import ReasonLine


class PlanSetAside(QWidget):
    """One line between head and grids; hidden where there is nothing to say or to ask."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plan: Plan | None = None
        self.notice = widgets.Notice(icon="info")
        self.notice.linked.connect(lambda _key: self.restore())
        self.reason = ReasonLine()
        self.reason.given.connect(self._drop)
        self.reason.cancelled.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE_PADDING, theme.SPACE, theme.PAGE_PADDING, 0)
        column.addWidget(self.notice)
        column.addWidget(self.reason)
        self.hide()

    def show_plan(self, plan: Plan | None) -> None:
        """Show how it stands with ``plan``."""
        if plan is None or self._plan is None or plan.id != self._plan.id or plan.dropped is not None:
            self.reason.hide()
        self._plan = plan
        gone = plan.dropped if plan is not None else None
        if gone is not None:
            links = [("restore", self.tr("Take back in"))] if self.offer() == "restore" else []
            self.notice.show_report(self.tr("Not applicable this year: %1").replace("%1", gone), links)
        self.notice.setVisible(gone is not None)
        self.setVisible(gone is not None or self.reason.isVisibleTo(self))

    def offer(self) -> str:
        """What may be done with the plan: ``drop``, ``restore`` or nothing."""
        plan, workspace = self._plan, self._session.workspace
        if plan is None or plan.kind is PlanKind.DEPARTMENT or workspace.read_only:
            return ""
        if plan.year in workspace.closed_years() or not workspace.actor.may(Act.SET_UP):
            return ""
        return "drop" if plan.dropped is None else "restore"

    def ask(self) -> None:
        """Ask for the reason."""
        self.show()
        self.reason.ask()

    def restore(self) -> None:
        """Take the project back in."""
        plan = self._plan
        if plan is not None:
            self._run(lambda: exclusion.restore_plan(self._session.workspace, plan.id), self.tr("Taken in"))

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.reason.set_words(self.tr("Why this project falls away this year"), self.tr("Set aside"))
        if self._session.is_open:
            self.show_plan(self._plan)

    def _drop(self, reason: str) -> None:
        plan = self._plan
        if plan is not None:
            self._run(lambda: exclusion.drop_plan(self._session.workspace, plan.id, reason), self.tr("Set aside"))

    def _run(self, command: Callable[[], Changes], done: str) -> None:
        session = self._session
        if session.perform(command) is not None:
            session.alerts.say(done, self.tr("Undo"), lambda: session.perform(session.workspace.history.undo))
