"""Check, submission and withdrawal on the entry page: what stands in the way in words, and where the quarter stands."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from perftrack.domain.access import Act
from perftrack.domain.findings import Finding
from perftrack.domain.reviews import ReviewEvent
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import ReviewAct, ReviewState
from perftrack.errors import UserError
from perftrack.services import checking, reviewing, worklists
from ui import theme, widgets
from ui.models.review_words import TONES, late_words, locked_word, state_word
from ui.pages.base import Page
from ui.pages.entry_parts.bar import EntryBar
from ui.pages.entry_parts.findings import FindingsPanel
from ui.pages.entry_parts.head import EntryHead


class Submitting(QObject):
    """Keeps bar, badges, notice and findings in step with the review. What may be done is asked of the services."""

    commit_requested = Signal()
    """What stands in an open editor is to be handed over now."""

    def __init__(self, page: Page, head: EntryHead, bar: EntryBar, findings: FindingsPanel) -> None:
        super().__init__(page)
        self._page, self._session = page, page.session
        self._head, self._bar, self.findings = head, bar, findings
        self.returned = widgets.Notice(icon="return", fill="amber-soft")
        self.above = QWidget()
        """Stands above the grid while there is a return to be read."""
        row = QHBoxLayout(self.above)
        row.setContentsMargins(theme.PAGE_PADDING, theme.SPACE, theme.PAGE_PADDING, 0)
        row.addWidget(self.returned)
        self.above.hide()
        self._card: Scorecard | None = None
        self._check: checking.Check | None = None
        self._state = ReviewState.DRAFT
        self._events: tuple[ReviewEvent, ...] = ()
        self._locked = False
        self._waiting = (0, 0)
        self._acts: frozenset[ReviewAct] = frozenset()
        self.check_action, self.submit_action = QAction(page), QAction(page)
        self.withdraw_action = QAction(page)
        self.submit_action.setShortcuts([QKeySequence("Ctrl+Shift+Return"), QKeySequence("Ctrl+Shift+Enter")])
        for action, act in (
            (self.check_action, self.open_check),
            (self.submit_action, self.submit),
            (self.withdraw_action, self.withdraw),
        ):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            page.addAction(action)
        bar.check_requested.connect(self.open_check)
        bar.submit_requested.connect(self.submit)
        bar.withdraw_requested.connect(self.withdraw)
        findings.answered.connect(self._answer)

    def renew(self, card: Scorecard | None) -> None:
        """Show where the quarter of ``card`` stands."""
        if card is None or self._card is None or _place(card) != _place(self._card):
            self.findings.commit()
            self.findings.hide()
        self._card = card
        if card is None:
            self._acts = frozenset()
            self.above.hide()
            return
        workspace, plan, quarter = self._session.workspace, card.plan, card.quarter
        self._check = checking.check(workspace, plan.id, quarter)
        self._state = reviewing.review(workspace, plan.id, quarter).state
        self._acts = reviewing.allowed_acts(workspace, plan, quarter)
        self._locked = quarter in workspace.locks(plan.year)
        self._events = reviewing.events(workspace, plan.id, quarter)
        late = 0 if self._settled else worklists.lateness(workspace, plan, quarter)
        tone: widgets.Tone = "neutral" if self._locked else TONES[self._state]
        word = locked_word() if self._locked else state_word(self._state)
        if self._state is ReviewState.DRAFT and not self._locked and ReviewAct.SUBMIT not in self._acts:
            word = ""
        self._head.show_review(word, tone, late_words(late), locked=self._locked)
        self._show_return()
        self._show_standing()
        self._show_acts()
        if self.findings.isVisible():
            self._show_findings()

    def show_waiting(self, refused: int, unsaved: int) -> None:
        """Take over how many cells of the plan hold what is not stored."""
        self._waiting = (refused, unsaved)
        if self._card is not None and self._check is not None:
            self._show_standing()
            self._show_acts()

    def open_check(self) -> None:
        """List the findings, with the focus on what stands in the way."""
        self.commit_requested.emit()
        self.renew(self._card)  # also what nobody told this page
        if self._check is not None:
            self._show_findings()
            self.findings.open_panel()

    def submit(self) -> None:
        """Hand the quarter to its reviewers, if nothing stands in the way; else go to what does."""
        self.commit_requested.emit()
        self.findings.commit()
        card, check = self._card, self._check
        if card is None or check is None:
            return
        refused, unsaved = self._waiting
        if ReviewAct.SUBMIT in self._acts and (refused or unsaved):
            self._session.alerts.refused(self._why())
        elif ReviewAct.SUBMIT in self._acts and not check.ready:
            self.open_check()
        else:  # the services say why, if it may not be
            workspace, plan, quarter = self._session.workspace, card.plan, card.quarter
            said = self.tr("%1 submitted; it waits for review now").replace("%1", plan.name)
            if self._session.perform(lambda: reviewing.submit(workspace, plan.id, quarter), self._page) is not None:
                if self.findings.isVisible():
                    self.findings.close_panel()
                self._session.alerts.say(said)

    def withdraw(self) -> None:
        """Take the submission back."""
        card = self._card
        if card is None:
            return
        workspace, plan, quarter = self._session.workspace, card.plan, card.quarter
        if self._session.perform(lambda: reviewing.withdraw(workspace, plan.id, quarter), self._page) is not None:
            self._session.alerts.say(self.tr("Withdrawn; the values can be changed again"), icon="undo")

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.check_action.setText(self.tr("Check the plan"))
        self.submit_action.setText(self.tr("Submit the plan"))
        self.withdraw_action.setText(self.tr("Withdraw the submission"))

    def _answer(self, finding: Finding, sentence: str) -> None:
        card = self._card
        if card is None:
            return
        try:
            changes = checking.answer(
                self._session.workspace, card.plan.id, card.quarter, checking.key_of(finding), sentence
            )
        except UserError as error:
            self.findings.show_refusal(finding, self._session.speaker.error(error))
            return
        self._session.events.changed.emit(changes, self._page)

    def _show_findings(self) -> None:
        card, check = self._card, self._check
        if card is not None and check is not None:
            editable = ReviewAct.SUBMIT in self._acts
            self.findings.show_check(_place(card), check, self._session.speaker, editable=editable)

    @property
    def _settled(self) -> bool:
        return self._locked or self._state in (ReviewState.SUBMITTED, ReviewState.APPROVED)

    def _show_return(self) -> None:
        last = next((event for event in reversed(self._events) if event.act is ReviewAct.RETURN), None)
        shown = last is not None and self._state is ReviewState.RETURNED
        self.above.setVisible(shown)
        if last is not None and shown:
            words = self.tr("%1 returned by %2: %3").replace("%1", last.time[5:10])
            words = words.replace("%2", last.person or self.tr("unnamed")).replace("%3", last.reason)
            self.returned.show_report(words)
            self.returned.setToolTip(last.reason)

    def _show_standing(self) -> None:
        if not self._settled:
            return  # what is missing says it
        last = self._events[-1] if self._events else None
        more = f"{last.time[5:10]} {last.time[11:16]}　{last.person}".rstrip("　") if last is not None else ""
        if self._locked:
            self._bar.show_standing(self.tr("Locked; nothing changes in this quarter"), "lock", "text-2")
        elif self._state is ReviewState.APPROVED:
            self._bar.show_standing(self.tr("Approved"), "check", "green", more)
        else:
            self._bar.show_standing(self.tr("Submitted, waiting for review"), "review", "accent", more)

    def _show_acts(self) -> None:
        submit = ReviewAct.SUBMIT in self._acts
        why = self._why() if submit else self._who_else()
        ready = submit and not why
        withdraw = ReviewAct.WITHDRAW in self._acts
        self._bar.show_acts(submit=submit, withdraw=withdraw, ready=ready, why=why)
        self.submit_action.setEnabled(submit)
        self.withdraw_action.setEnabled(withdraw)

    def _why(self) -> str:
        """What keeps the plan from being submitted, the first thing of it; "" when nothing does."""
        check, (refused, unsaved) = self._check, self._waiting
        if refused:
            return self.tr("%n cell(s) not accepted: put them right first", "", refused)
        if unsaved:
            return self.tr("%n cell(s) not saved: save them first", "", unsaved)
        if check is not None and check.blocking:
            return self.tr("%n error(s) to put right first", "", len(check.blocking))
        if check is not None and check.unanswered:
            return self.tr("%n warning(s) to explain first", "", len(check.unanswered))
        return ""

    def _who_else(self) -> str:
        """Why whoever looks cannot submit what is not submitted."""
        workspace, card = self._session.workspace, self._card
        if self._settled or card is None or workspace.read_only:
            return ""
        may = workspace.actor.may(Act.SUBMIT, card.plan.id, card.plan.section)
        return "" if may else self.tr("Its lead submits it")


def _place(card: Scorecard) -> tuple[str, int]:
    return card.plan.id, int(card.quarter)
