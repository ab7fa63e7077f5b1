"""审核: what waits for whom, a submission as its difference to the last one, and the acts that may be done now."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.access import Act
from perftrack.domain.findings import Finding
from perftrack.domain.reviews import ReviewEvent
from perftrack.domain.submissions import Difference
from perftrack.domain.terms import ReviewAct, ReviewState
from perftrack.errors import UserError
from perftrack.services import checking, commenting, locking, reviewing, worklists
from perftrack.services.changes import Changes
from ui import theme, widgets
from ui.dialogs.reason import ReasonDialog
from ui.models.difference import SPENDING, DifferenceWords
from ui.pages.base import Page
from ui.pages.review_parts.answers import AnswerList
from ui.pages.review_parts.bar import ReviewBar
from ui.pages.review_parts.corrections import Corrections
from ui.pages.review_parts.head import ReviewHead
from ui.pages.review_parts.lines import Lines
from ui.pages.review_parts.lists import ReviewLists
from ui.pages.review_parts.talk import TalkLine, TalkList
from ui.pages.review_parts.written import Written
from ui.session import Session


class ReviewPage(Page):
    """Lists left, the submission right. What may be done is asked of the services, never decided here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._plan_id = ""
        self._lists = worklists.WorkLists((), (), ())
        self.lists, self.head, self.lines, self.bar = ReviewLists(), ReviewHead(), Lines(), ReviewBar()
        self.returned = widgets.Notice(icon="return", fill="amber-soft")
        self.comments, self.history = TalkList(), TalkList()
        self.corrections = Corrections(session)
        self.answers = AnswerList()
        self.empty = widgets.EmptyState("review", "")
        self._written = Written(session, (self.comments.field, self.bar.reason), self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def plan_id(self) -> str:
        """The plan shown, "" for none."""
        return self._plan_id

    def may_close(self) -> bool:
        """What is written and not sent is kept for the next time."""
        self._written.flush()
        return True

    def focus_plan(self, plan_id: str, extra: dict[str, object]) -> None:
        """Show a plan."""
        row = self.lists.model.row_of(plan_id)
        if row >= 0:
            self.lists.view.setCurrentIndex(self.lists.model.index(row))
            self.lists.view.setFocus()

    def show_context(self) -> None:
        """Show the lists of the quarter, and the plan shown last if it is in one."""
        session = self.session
        self._lists = worklists.work_lists(session.workspace, session.year, session.quarter)
        has_plans = any((self._lists.to_report, self._lists.to_review, self._lists.approved))
        self._stack.setCurrentIndex(1 if has_plans else 0)
        self._show_lock()
        self.lists.show_lists(self._lists, self._plan_id)
        if has_plans:
            self._show_plan(self._shown_id())

    def apply_changes(self, changes: Changes, initiator: object) -> None:
        """Renew everything: acts of one plan change lists, counters and the lock."""
        self.show_context()

    def regions(self) -> list[QWidget]:
        return [self.lists.view, self.lines.changed, self.bar.approve]

    def retranslate(self) -> None:
        for part in (self.lists, self.head, self.lines, self.bar, self.corrections):
            part.retranslate()
        self.comments.set_words(self.tr("Comments"), "", self.tr("Write a comment, Enter sends it"))
        self.history.set_words(self.tr("Course"))
        self.answers.set_words(self.tr("Explanations"))
        self.empty.set_words(
            self.tr("No plans in this year"), self.tr("Import the year's targets; then each quarter is reviewed here.")
        )
        if self.session.is_open and self._plan_id:
            self.show_context()

    # Showing.

    def _shown_id(self) -> str:
        item = self.lists.model.item(self.lists.view.currentIndex().row())
        return item.plan.id if item is not None else ""

    def _chosen(self, plan_id: str) -> None:
        if plan_id != self._plan_id:
            self._show_plan(plan_id)

    def _show_plan(self, plan_id: str) -> None:
        self._plan_id = plan_id
        if not plan_id:
            return
        workspace, quarter = self.session.workspace, self.session.quarter
        if self._written.turn_to(plan_id, quarter):
            self.bar.stop_asking()
        plan, review = workspace.plan(plan_id), reviewing.review(workspace, plan_id, quarter)
        difference = reviewing.since_last(workspace, plan_id, quarter)
        events = reviewing.events(workspace, plan_id, quarter)
        item = next((each for each in self._all() if each.plan.id == plan_id), None)
        late = self.tr("late by %n day(s)", "", item.late) if item is not None and item.late else ""
        self.head.show_difference(difference, review.state, self._against(events, review.state), late)
        self._show_return(events, review.state)
        maker = DifferenceWords(
            self.tr("Cause"), self.tr("Remedy"), self.tr("Note"), self.tr("Evidence"), self.tr("not reported"),
            self.tr("Budget executed"),
        )  # fmt: skip
        changed, same = maker.rows(difference, reviewing.new_files(workspace, plan_id, quarter))
        may_mark = workspace.actor.may(Act.MARK, plan_id, plan.section) and not workspace.read_only
        seen = reviewing.read_marks(workspace, plan_id, quarter)
        self.lines.show_lines(changed, same, seen, first=difference.first, may_mark=may_mark)
        may_comment = workspace.actor.may(Act.COMMENT, plan_id, plan.section) and not workspace.read_only
        self._show_talk(events, may_comment=may_comment)
        self.corrections.show_plan(plan, quarter)
        self.answers.show_answers([
            (self._finding_words(point.finding), point.sentence)
            for point in checking.check(workspace, plan_id, quarter).points
            if point.sentence
        ])  # fmt: skip
        self._show_acts(difference, review.state)

    def _show_acts(self, difference: Difference, state: ReviewState) -> None:
        plan = difference.now.plan
        acts = reviewing.allowed_acts(self.session.workspace, plan, self.session.quarter)
        read, count = self.lines.counts()
        main = self.tr("%1 of %2 read").replace("%1", str(read)).replace("%2", str(count))
        may_enter = self.session.workspace.actor.may(Act.ENTER, plan.id, plan.section)
        self.bar.show_acts(acts, main, self._may_words(acts, state), may_enter=may_enter)

    def _may_words(self, acts: frozenset[ReviewAct], state: ReviewState) -> str:
        if ReviewAct.APPROVE in acts:
            return self.tr("Approve it, or return it with a reason")
        if ReviewAct.RETURN in acts and state is ReviewState.APPROVED:
            return self.tr("Approved; it can be returned with a reason")
        if ReviewAct.RETURN in acts:
            return self.tr("Others approve it; it can be returned with a reason")
        if ReviewAct.WITHDRAW in acts:
            return self.tr("With the reviewers; it can be withdrawn")
        if ReviewAct.SUBMIT in acts:
            return self.tr("Not submitted yet; it is submitted on the form")
        if self.session.quarter in self.session.workspace.locks(self.session.year):
            return self.tr("The quarter is locked")
        return self.tr("Nothing for you to do here now")

    def _show_return(self, events: tuple[ReviewEvent, ...], state: ReviewState) -> None:
        last = next((event for event in reversed(events) if event.act is ReviewAct.RETURN), None)
        shown = last is not None and state is not ReviewState.APPROVED
        self.returned.setVisible(shown)
        if last is not None:
            words = self.tr("%1 returned by %2: %3").replace("%1", last.time[5:10])
            words = words.replace("%2", last.person or self.tr("unnamed")).replace("%3", last.reason)
            self.returned.show_report(words)

    def _against(self, events: tuple[ReviewEvent, ...], state: ReviewState) -> str:
        submits = [event for event in events if event.act is ReviewAct.SUBMIT]
        settled = state in (ReviewState.SUBMITTED, ReviewState.APPROVED)
        earlier = submits[:-1] if settled else submits
        if earlier:
            words = self.tr("compared with submission %1 of %2")
            return words.replace("%1", str(len(earlier))).replace("%2", earlier[-1].time[5:10])
        return self.tr("first submission") if settled else self.tr("not submitted yet")

    def _show_talk(self, events: tuple[ReviewEvent, ...], *, may_comment: bool) -> None:
        workspace, speaker = self.session.workspace, self.session.speaker
        names = {item.id: item.name for item in workspace.plan(self._plan_id).indicators}
        self._said = [
            each for each in commenting.comments(workspace, self._plan_id) if each.quarter is self.session.quarter
        ]
        lines = []
        for each in self._said:
            about = names.get(each.indicator_id or "", "")
            words = self.tr("%1: %2").replace("%1", about).replace("%2", each.words) if about else each.words
            own = workspace.actor.everything or each.person == (workspace.actor.name or "")
            acts = (("remove", self.tr("Take back")),) if own and may_comment else ()
            lines.append(TalkLine(_moment(each.time), each.person or self.tr("unnamed"), words, acts))
        self.comments.field.setVisible(may_comment)
        self.comments.show_lines(lines)
        told = []
        for event in events:
            act = speaker.say("review_act", str(event.act))
            words = self.tr("%1: %2").replace("%1", act).replace("%2", event.reason) if event.reason else act
            told.append(TalkLine(_moment(event.time), event.person or self.tr("unnamed"), words))
        self.history.show_lines(told)

    def _finding_words(self, finding: Finding) -> str:
        words = self.session.speaker.finding(finding)
        if not finding.subject or finding.subject in words:
            return words
        return self.tr("%1: %2").replace("%1", finding.subject).replace("%2", words)

    def _show_lock(self) -> None:
        workspace, year, quarter = self.session.workspace, self.session.year, self.session.quarter
        speaker, locked = self.session.speaker, quarter in workspace.locks(year)
        may = workspace.actor.may(Act.LOCK) and not workspace.read_only and year not in workspace.closed_years()
        name, waiting = speaker.quarter(int(quarter)), locking.obstacles(workspace, year, quarter)
        if locked:
            words, why = self.tr("%1 is locked"), workspace.locks(year)[quarter]
        else:
            words = self.tr("Lock %1")
            why = self.tr("%n plan(s) not approved yet", "", len(waiting)) if waiting else self.tr("All are approved")
        if not workspace.actor.may(Act.LOCK):
            why = self.tr("The performance officer does this")
        act = self.tr("Unlock") if locked else self.tr("Lock")
        self.lists.show_lock(words.replace("%1", name), why, act, locked=locked, may=may and (locked or not waiting))

    def _all(self) -> tuple[worklists.WorkItem, ...]:
        return (*self._lists.to_review, *self._lists.to_report, *self._lists.approved)

    # Acts.

    def _perform(self, command: Callable[[], Changes], said: str = "") -> bool:
        changes = self.session.perform(command, self)
        if changes is None:
            self.show_context()
            return False
        if said:
            self.session.alerts.say(said)
        return True

    def _tried(self, command: Callable[[], Changes]) -> str:
        """Run a command for a dialog: "" when it was stored, else the sentence to show there."""
        try:
            changes = command()
        except UserError as error:
            return self.session.speaker.error(error)
        self.session.events.changed.emit(changes, self)
        return ""

    def _approve(self) -> None:
        plan, quarter = self._plan_id, self.session.quarter
        name = self.session.workspace.plan(plan).name
        words = self.tr("%1 approved").replace("%1", name)
        self._perform(lambda: reviewing.approve(self.session.workspace, [(plan, quarter)]), words)

    def _return(self, reason: str) -> None:
        sentence = self._tried(
            lambda: reviewing.send_back(self.session.workspace, self._plan_id, self.session.quarter, reason)
        )
        self.bar.show_refusal(sentence)
        if not sentence:
            self.bar.forget_reason()
            self.session.alerts.say(self.tr("Returned with its reason"), icon="return", token="amber-text")

    def _withdraw(self) -> None:
        plan, quarter = self._plan_id, self.session.quarter
        said = self.tr("Withdrawn; the values can be changed again")
        self._perform(lambda: reviewing.withdraw(self.session.workspace, plan, quarter), said)

    def _approve_all(self) -> None:
        items = [item for item in self._lists.to_review if item.mine]
        places = [(item.plan.id, item.quarter) for item in items]
        dialog = ReasonDialog(
            self, self.tr("Approve %n plan(s)", "", len(items)), self.tr("Approve"),
            self.tr("A remark for the history, if you like"),
            lambda words: self._tried(lambda: reviewing.approve(self.session.workspace, places, words)),
            [f"{item.plan.name}　{item.plan.section or ''}" for item in items], needed=False,
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _lock(self) -> None:
        workspace, year, quarter = self.session.workspace, self.session.year, self.session.quarter
        locked = quarter in workspace.locks(year)
        act = locking.unlock if locked else locking.lock
        name = self.session.speaker.quarter(int(quarter))
        title = self.tr("Unlock %1 of %2") if locked else self.tr("Lock %1 of %2")
        dialog = ReasonDialog(
            self, title.replace("%1", name).replace("%2", str(year)), self.tr("Unlock") if locked else self.tr("Lock"),
            self.tr("Reason, kept in the history"),
            lambda words: self._tried(lambda: act(workspace, year, quarter, words)),
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _mark(self, keys: list[str], read: bool) -> None:
        plan, quarter = self._plan_id, self.session.quarter
        self._perform(lambda: reviewing.mark_read(self.session.workspace, plan, quarter, keys, read))

    def _comment(self, words: str) -> None:
        if not words.strip():
            return
        key = self.lines.current_key()
        about = key if key and key != SPENDING else None
        plan, quarter = self._plan_id, self.session.quarter
        if self._perform(lambda: commenting.comment(self.session.workspace, plan, quarter, words, about)):
            self.comments.field.clear()

    def _take_back(self, key: str, place: int) -> None:
        said = self._said[place]
        self._perform(lambda: commenting.remove_comment(self.session.workspace, said.id))

    def _copy_overdue(self) -> None:
        text = worklists.overdue_text(self._lists, self.session.speaker)
        QGuiApplication.clipboard().setText(text)
        count = sum(bool(item.late) for item in self._lists.to_report)
        self.session.alerts.say(self.tr("%n late plan(s) copied as text", "", count), icon="copy")

    def _ask_correction(self) -> None:
        key = self.lines.current_key()
        self.corrections.ask(key if key and key != SPENDING else "")

    def _connect(self) -> None:
        self.lists.plan_chosen.connect(self._chosen)
        self.lists.plan_entered.connect(lambda: self.lines.changed.setFocus(Qt.FocusReason.TabFocusReason))
        self.lists.approve_all_requested.connect(self._approve_all)
        self.lists.overdue_requested.connect(self._copy_overdue)
        self.lists.lock_requested.connect(self._lock)
        self.lines.marked.connect(self._mark)
        self.bar.approve_requested.connect(self._approve)
        self.bar.return_requested.connect(self._return)
        self.bar.withdraw_requested.connect(self._withdraw)
        self.bar.entry_requested.connect(lambda: self.open_requested.emit("entry", self._plan_id, {}))
        self.comments.written.connect(self._comment)
        self.comments.act_requested.connect(self._take_back)
        self.corrections.ask_requested.connect(self._ask_correction)
        self.corrections.recorded.connect(lambda changes: self.session.events.changed.emit(changes, self))
        for keys, button in (("Ctrl+Return", self.bar.approve), ("Ctrl+Backspace", self.bar.send_back)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda button=button: button.isVisible() and button.click())

    def _lay_out(self) -> None:
        inner = QWidget()
        widgets.fill(inner, "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, theme.PAGE_PADDING)
        column.setSpacing(0)
        for part in (self.returned, self.lines, self.answers, self.comments, self.corrections, self.history):
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: column.setContentsMargins(*_margins(bar.sizeHint().width(), high)))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widgets.fill(scroll, "surface")
        scroll.setWidget(inner)
        right = QWidget()
        whole = QVBoxLayout(right)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.bar)
        full, empty = QWidget(), QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.lists)
        row.addWidget(widgets.Rule("rule-strong", upright=True))
        row.addWidget(right, 1)
        blank = QVBoxLayout(empty)
        blank.setContentsMargins(theme.PAGE_PADDING, theme.PAGE_HEAD, theme.PAGE_PADDING, 0)
        blank.addWidget(self.empty)
        blank.addStretch(1)
        self._stack.addWidget(empty)
        self._stack.addWidget(full)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)


def _margins(bar: int, rows_below: int) -> tuple[int, int, int, int]:
    """The scroll bar lies in the page's padding: what is left of it at the right."""
    right = theme.PAGE_PADDING - (bar if rows_below else 0)
    return theme.PAGE_PADDING, 0, right, theme.PAGE_PADDING


def _moment(time: str) -> str:
    """Month, day, hour and minute of an ISO time."""
    return f"{time[5:10]} {time[11:16]}"
