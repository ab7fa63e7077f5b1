"""A whole quarter of the reference office by keyboard alone, as three people, and the journal that tells it."""

from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from perftrack.domain.access import Actor
from perftrack.domain.gaps import gaps_of
from perftrack.domain.periods import Quarter
from perftrack.domain.terms import ReviewAct, ReviewState, Role
from perftrack.services import reviewing
from tests.ui.scored import sample_file
from tests.ui.windows import QUIET, commit, session_of, settings_at, shown_window
from ui.dialogs.reason import ReasonDialog

pytestmark = QUIET
Q3 = Quarter.Q3
LEAD, HEAD, OFFICER = "项目负责人", "科室负责人", "绩效管理员"
SECRETARIES = "网格党支部书记报酬"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, tmp_path):
    """The window on the third quarter of the sample, divided among three people."""
    window = shown_window(qtbot, settings_at(tmp_path), sample_file(tmp_path))
    session = session_of(window)
    session.show(2024, Q3)
    workspace = session.workspace
    with workspace.writing("people") as work:
        people = [("p1", LEAD, "lead"), ("p2", HEAD, "head"), ("p3", OFFICER, "officer")]
        rows = [(key, place, name, role, None, None, None, 1) for place, (key, name, role) in enumerate(people)]
        work.insert("person", rows)
    workspace.forget()
    return window


class Keyboard:
    """Presses keys where the focus is, as a person without a mouse does."""

    def __init__(self, qtbot, window) -> None:
        self.bot, self.window = qtbot, window

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """The first character opens the editor of the cell, the last key ends it."""
        for sign in text:
            self.bot.keyClicks(QApplication.focusWidget(), sign)
        self.press(end)

    def write(self, words: str) -> None:
        commit(QApplication.focusWidget(), words)
        self.press(Qt.Key.Key_Return)

    def go_to_page(self, key: str):
        place = list(self.window.body.work.keys()).index(key)
        self.press(list(Qt.Key)[list(Qt.Key).index(Qt.Key.Key_1) + place], CONTROL)
        page = self.window.body.work.page()
        assert self.window.body.work.current == key
        return page

    def submit(self) -> None:
        self.press(Qt.Key.Key_Return, CONTROL | SHIFT)


def sign_in(window, name: str, role: Role) -> None:
    workspace = session_of(window).workspace
    own = frozenset(plan.id for plan in workspace.plans(2024)) if role is Role.LEAD else frozenset()
    workspace.act_as(Actor(name, role, plans=own))
    window.body.work.refresh()


def plan_of(window, word: str):
    return next(plan for plan in session_of(window).workspace.plans(2024) if word in plan.name)


def states(window) -> set[ReviewState]:
    workspace = session_of(window).workspace
    return {reviewing.review(workspace, plan.id, Q3).state for plan in workspace.plans(2024)}


def report_the_secretaries(window, keys: Keyboard, page) -> None:
    """Type one value, paste five, correct one, take it back, choose a grade's cell by paste, type the spending."""
    workspace = session_of(window).workspace
    while page.plan_id != plan_of(window, SECRETARIES).id:
        keys.press(Qt.Key.Key_PageDown, CONTROL)
    page.body.grid.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(Qt.Key.Key_Home, CONTROL)
    keys.type("45")
    QGuiApplication.clipboard().setText("100%\n100%\n95%\n0.90\n达成\n94%")
    keys.press(Qt.Key.Key_V, CONTROL)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    keys.type("92")
    timely = plan_of(window, SECRETARIES).indicators[3]
    assert timely.actuals[Q3].value in ("92", "92%")
    keys.press(Qt.Key.Key_Z, CONTROL)
    assert plan_of(window, SECRETARIES).indicators[3].actuals[Q3].value == "95%"
    page.body.funds.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(Qt.Key.Key_Home, CONTROL)
    while page.body.funds.currentIndex().column() != page.funds.value_column():
        keys.press(Qt.Key.Key_Tab)
    keys.type("40.5")
    assert not gaps_of(workspace.plan(page.plan_id), Q3)


def explain_and_submit(window, keys: Keyboard, page) -> None:
    """Submit; where the check asks for sentences, give each and submit again."""
    workspace = session_of(window).workspace
    keys.submit()
    if page.findings.isVisible():
        for row in page.findings.fields():
            if not row.field.text():
                assert QApplication.focusWidget() is row.field
                keys.write("已核实，情况属实")
        keys.submit()
    assert reviewing.review(workspace, page.plan_id, Q3).state is ReviewState.SUBMITTED
    assert page.bar.withdraw.isVisible()


def walk_to(keys: Keyboard, review, plan_id: str) -> None:
    """Walk the work lists by arrow until a plan is shown."""
    review.lists.view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(12):
        keys.press(Qt.Key.Key_Up)
    for _ in range(12):
        if review.plan_id == plan_id:
            return
        keys.press(Qt.Key.Key_Down)
    raise AssertionError("the plan is in no list")


def test_that_a_quarter_goes_from_the_first_number_to_the_lock_and_the_journal_tells_it(window, qtbot) -> None:
    keys = Keyboard(qtbot, window)
    session = session_of(window)
    workspace = session.workspace
    begun = len(workspace.journal())

    sign_in(window, LEAD, Role.LEAD)
    page = keys.go_to_page("entry")
    page.body.grid.setFocus(Qt.FocusReason.TabFocusReason)
    report_the_secretaries(window, keys, page)
    page.body.grid.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in workspace.plans(2024):
        explain_and_submit(window, keys, page)
        before = page.plan_id
        keys.press(Qt.Key.Key_PageDown, CONTROL)
        assert page.plan_id != before
    assert states(window) == {ReviewState.SUBMITTED}

    sign_in(window, HEAD, Role.HEAD)
    review = keys.go_to_page("review")
    assert "6" in window.body.work.rail._buttons["review"].accessibleName()
    walk_to(keys, review, plan_of(window, SECRETARIES).id)
    keys.press(Qt.Key.Key_Backspace, CONTROL)
    keys.write("九月的发放表请核对")
    assert ReviewState.RETURNED in states(window)

    sign_in(window, LEAD, Role.LEAD)
    page = keys.go_to_page("entry")
    assert page.plan_id != plan_of(window, SECRETARIES).id or page.submitting.returned.isVisible()
    while page.plan_id != plan_of(window, SECRETARIES).id:
        keys.press(Qt.Key.Key_PageDown, CONTROL)
    assert page.submitting.returned.isVisible()
    assert "九月的发放表请核对" in page.submitting.returned.accessibleName()
    page.body.grid.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(Qt.Key.Key_Home, CONTROL)
    keys.type("44")
    explain_and_submit(window, keys, page)

    sign_in(window, HEAD, Role.HEAD)
    review = keys.go_to_page("review")
    for _ in workspace.plans(2024):
        walk_to(keys, review, review._lists.to_review[0].plan.id)
        keys.press(Qt.Key.Key_Return, CONTROL)
    assert states(window) == {ReviewState.APPROVED}

    sign_in(window, OFFICER, Role.OFFICER)
    review.lists.lock.setFocus(Qt.FocusReason.TabFocusReason)
    keys.press(Qt.Key.Key_Space)
    commit(review.findChild(ReasonDialog).field, "三季度已全部通过")
    qtbot.keyClick(review.findChild(ReasonDialog).field, Qt.Key.Key_Return)
    assert workspace.locks(2024) == {Q3: "三季度已全部通过"}
    assert "Locked" in window.body.work.bar.quarters.part(2).accessibleDescription()

    entries = workspace.journal()[begun:]
    told = [(entry.person, entry.command) for entry in entries if entry.command not in ("people", "mark_read")]
    acts = [act for act, _ in groupby(told)]
    assert acts[:5] == [
        (LEAD, "record_actual"), (LEAD, "record_block"), (LEAD, "record_actual"), (LEAD, "undo"),
        (LEAD, "record_executed"),
    ]  # fmt: skip
    rest = [act for act in acts[5:] if act[1] != "answer_finding"]
    assert [act for act, _ in groupby(rest)] == [
        (LEAD, "review_submit"), (HEAD, "review_return"), (LEAD, "record_actual"), (LEAD, "review_submit"),
        (HEAD, "review_approve"), (OFFICER, "lock_quarter"),
    ]  # fmt: skip
    steps = [event.act for event in reviewing.events(workspace, plan_of(window, SECRETARIES).id, Q3)]
    assert steps == [ReviewAct.SUBMIT, ReviewAct.RETURN, ReviewAct.SUBMIT, ReviewAct.APPROVE]
