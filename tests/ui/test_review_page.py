"""The review page by keyboard: two people, one submission that goes back and comes again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from perftrack.domain.access import Actor
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.terms import ActionState, ReviewState, Role
from perftrack.services import bundled, checking, commenting, correcting, locking, recording, reviewing
from perftrack.services.importing.package import import_into_new
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock
from tests.ui.windows import QUIET, commit, settings_at
from ui import theme
from ui.dialogs.correction import CorrectionDialog
from ui.dialogs.reason import ReasonDialog
from ui.pages.review import ReviewPage
from ui.session import Session

pytestmark = QUIET
Q3 = Quarter.Q3
HEAD = Actor("科室负责人", Role.HEAD)
OFFICER = Actor("绩效管理员", Role.OFFICER)


@pytest.fixture
def page(qtbot, tmp_path):
    """The sample divided among people, the third quarter shown to the head."""
    path = tmp_path / "o.perftrack"
    import_into_new(path, bundled.sample_package(), clock=TickingClock(), is_sample=True)
    theme.install(QApplication.instance(), "light")
    session = Session(settings_at(tmp_path), "en")
    session.take(Workspace.open(path, clock=TickingClock()), 2024, Q3)
    ws = session.workspace
    with ws.writing("people") as work:
        people = [("p1", "项目负责人", "lead"), ("p2", "科室负责人", "head"), ("p3", "绩效管理员", "officer")]
        rows = [(key, place, name, role, None, None, None, 1) for place, (key, name, role) in enumerate(people)]
        work.insert("person", rows)
    ws.forget()
    page = ReviewPage(session)
    session.events.changed.connect(page.apply_changes)  # as the window does
    qtbot.addWidget(page)
    page.resize(1294, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    session.end()


def lead(ws) -> Actor:
    return Actor("项目负责人", Role.LEAD, plans=frozenset(plan.id for plan in ws.plans(2024)))


def plan_named(page, word: str):
    return next(plan for plan in page.session.workspace.plans(2024) if word in plan.name)


def submit(page, word: str) -> str:
    """Hand a plan in as its lead, every warning explained; the head looks again."""
    ws, plan = page.session.workspace, plan_named(page, word)
    ws.act_as(lead(ws))
    for point in checking.check(ws, plan.id, Q3).points:
        checking.answer(ws, plan.id, Q3, point.key, "已核实")
    reviewing.submit(ws, plan.id, Q3)
    look(page, HEAD)
    page.focus_plan(plan.id, {})
    return plan.id


def look(page, actor: Actor) -> None:
    page.session.workspace.act_as(actor)
    page.show_context()


def state(page, plan_id: str) -> ReviewState:
    return reviewing.review(page.session.workspace, plan_id, Q3).state


def test_that_nothing_can_be_done_with_what_is_not_submitted(page) -> None:
    look(page, HEAD)
    assert page.plan_id
    assert not page.bar.approve.isVisible()
    assert not page.bar.send_back.isVisible()
    assert not page.lists.lock.isEnabled()


def test_that_what_is_not_sent_waits_at_its_plan_and_quarter(page, qtbot) -> None:
    first, second = submit(page, "国有企业"), submit(page, "运转经费")
    qtbot.keyClicks(page.comments.field, "who has it")
    page.bar.ask_reason()
    qtbot.keyClicks(page.bar.reason, "not yet")
    page.focus_plan(first, {})
    assert (page.comments.field.text(), page.bar.reason.text(), page.bar.asking) == ("", "", False)
    page.focus_plan(second, {})
    assert (page.comments.field.text(), page.bar.reason.text(), page.bar.asking) == ("who has it", "not yet", False)
    page.session.show(quarter=Quarter.Q2)
    page.show_context()
    assert page.comments.field.text() == ""
    page.session.show(quarter=Q3)
    page.show_context()
    page.focus_plan(second, {})
    qtbot.keyClick(page.comments.field, Qt.Key.Key_Return)
    page.bar.ask_reason()
    qtbot.keyClick(page.bar.reason, Qt.Key.Key_Return)
    assert state(page, second) is ReviewState.RETURNED
    page.focus_plan(first, {})
    page.focus_plan(second, {})
    assert (page.comments.field.text(), page.bar.reason.text()) == ("", "")


def test_that_what_is_not_sent_is_there_again_after_a_crash(page, qtbot, tmp_path) -> None:
    page.session.drafts_folder = tmp_path / "drafts"
    key = submit(page, "运转经费")
    page.focus_plan(key, {})
    page._written._of = ("", "")  # the folder was not there when the page was made
    page._written.turn_to(key, Q3)
    qtbot.keyClicks(page.comments.field, "who has it")
    keeper = page._written._keeper
    qtbot.waitUntil(lambda: [draft.text for draft in keeper.read()] == ["who has it"])
    again = ReviewPage(page.session)
    qtbot.addWidget(again)
    again.show_context()
    again.focus_plan(key, {})
    assert again.comments.field.text() == "who has it"
    qtbot.keyClick(again.comments.field, Qt.Key.Key_Return)
    assert again.may_close()
    assert keeper.read() == ()


def test_that_a_head_approves_by_keyboard(page, qtbot) -> None:
    key = submit(page, "运转经费")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state(page, key) is ReviewState.APPROVED
    assert not page.bar.approve.isVisible()
    assert page.lists.model.item(page.lists.model.row_of(key)).review.state is ReviewState.APPROVED


def test_that_a_return_asks_for_its_reason_in_the_bar_and_keeps_what_was_written(page, qtbot) -> None:
    key = submit(page, "运转经费")
    qtbot.keyClick(page, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert page.bar.asking
    assert QApplication.focusWidget() is page.bar.reason
    qtbot.keyClick(page.bar.reason, Qt.Key.Key_Return)
    assert state(page, key) is ReviewState.SUBMITTED
    commit(page.bar.reason, "请核对")
    qtbot.keyClick(page.bar.reason, Qt.Key.Key_Escape)
    assert not page.bar.asking
    qtbot.keyClick(page.bar.send_back, Qt.Key.Key_Space)
    assert page.bar.reason.text() == "请核对"
    qtbot.keyClick(page.bar.reason, Qt.Key.Key_Return)
    assert state(page, key) is ReviewState.RETURNED
    assert [event.reason for event in reviewing.events(page.session.workspace, key, Q3)] == ["", "请核对"]
    assert not page.bar.asking
    assert page.bar.reason.text() == ""


def test_that_a_second_submission_shows_what_changed_and_what_it_does(page, qtbot) -> None:
    key = submit(page, "运转经费")
    ws = page.session.workspace
    reviewing.send_back(ws, key, Q3, "请核对")
    item = plan_named(page, "运转经费").indicators[0]
    ws.act_as(lead(ws))
    recording.record_actual(ws, item.id, 3, Actual("11"))
    submit(page, "运转经费")
    changed = page.lines.changed_model.lines()
    assert [(row.name, row.before, row.now) for row in changed] == [(item.name, "12", "11")]
    assert page.returned.isVisible()


def test_that_lines_are_marked_as_read_by_space_and_all_unchanged_at_once(page, qtbot) -> None:
    key = submit(page, "运转经费")
    reviewing.send_back(page.session.workspace, key, Q3, "请核对")
    submit(page, "运转经费")
    table, ws = page.lines.same, page.session.workspace
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert len(reviewing.read_marks(ws, key, Q3)) == 1
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not reviewing.read_marks(ws, key, Q3)
    qtbot.keyClick(page.lines.all_read, Qt.Key.Key_Space)
    read, count = page.lines.counts()
    assert read == count > 0
    assert not page.lines.all_read.isVisible()


def test_that_comments_are_sent_by_enter_and_taken_back(page, qtbot) -> None:
    key = submit(page, "运转经费")
    commit(page.comments.field, "请附凭证")
    qtbot.keyClick(page.comments.field, Qt.Key.Key_Return)
    assert [each.words for each in commenting.comments(page.session.workspace, key)] == ["请附凭证"]
    assert page.comments.field.text() == ""
    page.comments.act_requested.emit("remove", 0)
    assert commenting.comments(page.session.workspace, key) == ()


def test_that_a_corrective_action_is_asked_for_mended_and_closed(page, qtbot) -> None:
    key = submit(page, "运转经费")
    ws = page.session.workspace
    qtbot.keyClick(page.corrections.list.add, Qt.Key.Key_Space)
    dialog = page.corrections.findChild(CorrectionDialog)
    qtbot.keyClick(dialog.act, Qt.Key.Key_Space)
    assert dialog.isVisible()
    commit(dialog.words, "补齐凭证")
    qtbot.keyClick(dialog.act, Qt.Key.Key_Space)
    assert not dialog.isVisible()
    (asked,) = correcting.corrections(ws, 2024)
    assert (asked.plan_id, asked.words, asked.state) == (key, "补齐凭证", ActionState.OPEN)
    look(page, lead(ws))
    page.focus_plan(key, {})
    page.corrections.list.act_requested.emit("mend", 0)
    answer = next(each for each in page.corrections.findChildren(ReasonDialog) if each.isVisible())
    commit(answer.field, "已补")
    qtbot.keyClick(answer.field, Qt.Key.Key_Return)
    look(page, HEAD)
    page.corrections.list.act_requested.emit("close", 0)
    assert correcting.corrections(ws, 2024)[0].state is ActionState.CLOSED


def test_that_many_are_approved_after_their_names_were_read(page, qtbot) -> None:
    keys = [submit(page, "运转经费"), submit(page, "退休")]
    qtbot.keyClick(page.lists.approve_all, Qt.Key.Key_Space)
    dialog = page.findChild(ReasonDialog)
    qtbot.keyClick(dialog.act, Qt.Key.Key_Space)
    assert {state(page, key) for key in keys} == {ReviewState.APPROVED}


def test_that_the_officer_locks_a_quarter_with_a_reason_when_all_is_approved(page, qtbot) -> None:
    ws = page.session.workspace
    for plan in ws.plans(2024):
        submit(page, plan.name)
        reviewing.approve(ws, [(plan.id, Q3)])
    look(page, OFFICER)
    assert page.lists.lock.isEnabled()
    qtbot.keyClick(page.lists.lock, Qt.Key.Key_Space)
    dialog = page.findChild(ReasonDialog)
    assert not dialog.act.isEnabled()
    commit(dialog.field, "季度结束")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert ws.locks(2024) == {Q3: "季度结束"}
    assert page.lists.lock.text() == "Unlock"
    locking.unlock(ws, 2024, Q3, "补报")


def test_that_a_lead_withdraws_what_nobody_has_decided_on(page, qtbot) -> None:
    key = submit(page, "运转经费")
    look(page, lead(page.session.workspace))
    page.focus_plan(key, {})
    assert not page.bar.approve.isVisible()
    qtbot.keyClick(page.bar.withdraw, Qt.Key.Key_Space)
    assert state(page, key) is ReviewState.DRAFT


def test_that_the_list_is_walked_by_arrows_and_enter_goes_on_to_the_lines(page, qtbot) -> None:
    submit(page, "运转经费")
    view = page.lists.view
    view.setFocus()
    before = page.plan_id
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert page.plan_id != before
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.lines.changed


def test_that_the_late_are_copied_as_a_text(page, qtbot) -> None:
    from datetime import date

    from perftrack.domain.duedates import DueDate
    from perftrack.domain.terms import PlanKind
    from perftrack.services import settings

    ws = page.session.workspace
    ws.act_as(OFFICER)
    settings.set_due_date(ws, 2024, 3, PlanKind.PROJECT, DueDate(date(2024, 10, 11)))
    look(page, HEAD)
    qtbot.keyClick(page.lists.overdue, Qt.Key.Key_Space)
    text = QGuiApplication.clipboard().text()
    assert "网格党支部书记报酬" in text
    assert text.splitlines()[0].startswith("Q3: 5 plan(s) are late")


def test_that_words_follow_the_language(page) -> None:
    from ui import languages

    submit(page, "运转经费")
    languages.use("zh_CN")
    page.session.set_language("zh_CN")
    page.retranslate()
    assert page.bar.approve.text() == "通过"
    assert "未通过" in page.lists._lock_why.text() or "绩效管理员" in page.lists._lock_why.text()
    languages.use("en")


def test_that_the_sentences_of_the_lead_stand_beside_what_the_check_pointed_out(page) -> None:
    submit(page, "网格党支部活动经费")
    assert page.answers.isVisible()
    ((finding, sentence),) = page.answers.answers()
    assert finding.startswith("提高党建活动开展次数: ")
    assert sentence == "已核实"
    submit(page, "运转经费")
    assert page.answers.isHidden()
