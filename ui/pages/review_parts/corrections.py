"""整改 of the plan shown: asked for, reported as done, closed or asked for again."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.reviews import Correction
from perftrack.domain.terms import ActionState
from perftrack.errors import UserError
from perftrack.services import correcting, settings
from perftrack.services.changes import Changes
from ui.dialogs.correction import CorrectionDialog
from ui.dialogs.reason import ReasonDialog
from ui.pages.review_parts.talk import TalkLine, TalkList
from ui.session import Session


class Corrections(QWidget):
    """A list with the acts the person may do now."""

    ask_requested = Signal()
    recorded = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plan: Plan | None = None
        self._quarter = Quarter.Q1
        self._shown: list[Correction] = []
        self.list = TalkList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.list.add.clicked.connect(self.ask_requested)
        self.list.act_requested.connect(self._act)

    def show_plan(self, plan: Plan, quarter: Quarter) -> None:
        """Show the corrective actions of a plan, open ones of any quarter and all of this one."""
        self._plan, self._quarter = plan, quarter
        workspace = self._session.workspace
        mine = [each for each in correcting.corrections(workspace, plan.year) if each.plan_id == plan.id]
        self._shown = [each for each in mine if each.quarter is quarter or each.state is not ActionState.CLOSED]
        actor, writable = workspace.actor, not workspace.read_only
        may_ask = writable and actor.may(Act.CORRECT, plan.id, plan.section)
        may_mend = writable and actor.may(Act.MEND, plan.id, plan.section)
        names = {item.id: item.name for item in plan.indicators}
        today = settings.day_of_today(workspace)
        lines = []
        for each in self._shown:
            late = each.due is not None and each.state is ActionState.OPEN and each.due < today
            who = self.tr("%1, until %2").replace("%2", each.due.isoformat()[5:]) if each.due else "%1"
            lines.append(
                TalkLine(
                    self._state(each.state),
                    who.replace("%1", each.owner or self.tr("unnamed")),
                    self._words(each, names),
                    self._acts(each, may_ask, may_mend),
                    "red" if late else "text-2" if each.state is ActionState.CLOSED else "text",
                )
            )
        self.list.add.setVisible(may_ask)
        self.list.show_lines(lines)

    def ask(self, indicator_id: str) -> None:
        """Ask for something to be put right, about an indicator or the plan."""
        plan = self._plan
        if plan is None:
            return
        names = {item.id: item.name for item in plan.indicators}
        about = names.get(indicator_id, plan.name)
        workspace, quarter = self._session.workspace, self._quarter
        dialog = CorrectionDialog(
            self, about, plan.lead or "", settings.day_of_today(workspace),
            lambda words, owner, due: self._tried(
                lambda: correcting.ask(
                    workspace, plan.id, quarter, words, owner=owner, due=due, indicator_id=indicator_id or None
                )
            ),
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.list.set_words(self.tr("Corrective actions"), self.tr("Ask for one"))

    def _state(self, state: ActionState) -> str:
        return {
            ActionState.OPEN: self.tr("open"),
            ActionState.DONE: self.tr("done"),
            ActionState.CLOSED: self.tr("closed"),
        }[state]

    def _words(self, each: Correction, names: dict[str, str]) -> str:
        about = names.get(each.indicator_id or "", "")
        words = self.tr("%1: %2").replace("%1", about).replace("%2", each.words) if about else each.words
        return f"{words}\n{each.outcome}" if each.outcome else words

    def _acts(self, each: Correction, may_ask: bool, may_mend: bool) -> tuple[tuple[str, str], ...]:
        if each.state is ActionState.OPEN:
            return (("mend", self.tr("Report as done")),) if may_mend else ()
        if each.state is ActionState.DONE and may_ask:
            return (("close", self.tr("Close it")), ("reopen", self.tr("Ask again")))
        return ()

    def _act(self, key: str, place: int) -> None:
        each, workspace = self._shown[place], self._session.workspace
        if key == "mend":
            dialog = ReasonDialog(
                self, self.tr("What was done"), self.tr("Report as done"), self.tr("What was done, in a sentence"),
                lambda words: self._tried(lambda: correcting.mend(workspace, each, words)), [each.words],
            )  # fmt: skip
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
            return
        act = correcting.close if key == "close" else correcting.reopen
        sentence = self._tried(lambda: act(workspace, each))
        if sentence:
            self._session.alerts.refused(sentence)

    def _tried(self, command: Callable[[], Changes]) -> str:
        try:
            changes = command()
        except UserError as error:
            return self._session.speaker.error(error)
        self.recorded.emit(changes)
        return ""
