"""Check and submission on the entry page by keyboard: what stands in the way, in words; sentences; comments."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from perftrack.domain.access import Actor
from perftrack.domain.duedates import DueDate
from perftrack.domain.findings import Finding
from perftrack.domain.terms import PlanKind, ReviewState, Role, Severity
from perftrack.services import checking, commenting, locking, reviewing, settings
from perftrack.services.checking import Check, Point
from perftrack.services.messages import speaker
from tests.ui.scored import Q3, plan_named, sample_file, session_at
from tests.ui.test_entry_page import PLAN, SATISFACTION, stand_on, type_into
from tests.ui.windows import QUIET, commit, settings_at, shown_window
from ui import languages, theme
from ui.pages.entry import EntryPage
from ui.pages.entry_parts.findings import FindingsPanel

pytestmark = [QUIET, pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HEAD, OFFICER = Actor("科室负责人", Role.HEAD), Actor("绩效管理员", Role.OFFICER)


@pytest.fixture
def session(tmp_path, qapp):
    theme.install(qapp, "light")
    languages.use("en")
    session = session_at(sample_file(tmp_path), Q3)
    with session.workspace.writing("people") as work:
        people = [("p1", "项目负责人", "lead"), ("p2", "科室负责人", "head"), ("p3", "绩效管理员", "officer")]
        rows = [(key, place, name, role, None, None, None, 1) for place, (key, name, role) in enumerate(people)]
        work.insert("person", rows)
    session.workspace.forget()
    session.workspace.act_as(lead(session))
    yield session
    session.leave()


@pytest.fixture
def page(qtbot, session):
    page = EntryPage(session)
    qtbot.addWidget(page)
    session.events.changed.connect(page.apply_changes)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    page.show_context()
    page.focus_plan(plan_named(session, PLAN).id, {})
    qtbot.waitUntil(page.isActiveWindow)
    return page


def lead(session) -> Actor:
    return Actor("项目负责人", Role.LEAD, plans=frozenset(plan.id for plan in session.workspace.plans(2024)))


def look_as(page, actor: Actor) -> None:
    page.session.workspace.act_as(actor)
    page.show_context()


def state(page) -> ReviewState:
    return reviewing.review(page.session.workspace, page.plan_id, Q3).state


def press(qtbot, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def submit_key(qtbot) -> None:
    press(qtbot, Qt.Key.Key_Return, CONTROL | SHIFT)


def explain_all(page) -> None:
    for point in checking.check(page.session.workspace, page.plan_id, Q3).unanswered:
        checking.answer(page.session.workspace, page.plan_id, Q3, point.key, "已核实")
    page.show_context()


def test_that_check_is_the_filled_button_while_something_stands_in_the_way_and_the_reason_stands_in_words(page):
    assert page.bar.check.kind() == "primary"
    assert page.bar.submit.kind() == "secondary"
    assert not page.bar.submit.isEnabled()
    assert page.bar._why.text() == "2 warnings to explain first"
    assert page.bar.submit.accessibleDescription() == page.bar._why.text()
    explain_all(page)
    assert page.bar.submit.kind() == "primary"
    assert page.bar.check.kind() == "secondary"
    assert page.bar.submit.isEnabled()
    assert page.bar._why.isHidden()


def test_that_submitting_opens_the_check_at_the_first_field_while_sentences_are_missing(qtbot, page):
    submit_key(qtbot)
    first, second = page.findings.fields()
    assert QApplication.focusWidget() is first.field
    assert page.findings.counts() == "warnings 2, 0 explained　hints 4"
    commit(first.field, "评判等级年底评定")
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is second.field
    assert page.findings.counts().startswith("warnings 2, 1 explained")
    assert state(page) is ReviewState.DRAFT


def test_that_an_empty_phrase_is_refused_with_the_reason_and_what_was_typed_stays(qtbot, page):
    submit_key(qtbot)
    first, _ = page.findings.fields()
    commit(first.field, "无")
    press(qtbot, Qt.Key.Key_Return)
    assert first.field.text() == "无"
    assert first._error.isVisible()
    assert first._error.text()
    assert not checking.answers(page.session.workspace, page.plan_id, Q3)
    assert QApplication.focusWidget() is first.field


def test_that_leaving_a_field_stores_its_sentence_and_emptying_it_takes_it_back(qtbot, page):
    submit_key(qtbot)
    first, _ = page.findings.fields()
    commit(first.field, "年底评定")
    press(qtbot, Qt.Key.Key_Tab)
    assert list(checking.answers(page.session.workspace, page.plan_id, Q3).values()) == ["年底评定"]
    first.field.setFocus()
    first.field.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    press(qtbot, Qt.Key.Key_Return)
    assert not checking.answers(page.session.workspace, page.plan_id, Q3)


def test_that_what_is_being_written_outlives_a_change_and_another_plan(qtbot, page, session):
    submit_key(qtbot)
    first, second = page.findings.fields()
    commit(first.field, "无")
    press(qtbot, Qt.Key.Key_Return)
    checking.answer(session.workspace, page.plan_id, Q3, checking.key_of(second.finding), "已核实")
    page.show_context()
    assert page.findings.fields()[0].field.text() == "无"
    before = page.plan_id
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_PageDown, CONTROL)
    assert page.plan_id != before
    page.submitting.open_check()
    page.findings.close_panel()
    press(qtbot, Qt.Key.Key_PageUp, CONTROL)
    page.submitting.open_check()
    assert page.findings.fields()[0].field.text() == "无"


def test_that_findings_are_walked_by_arrows_lead_to_their_cell_and_escape_closes(qtbot, page):
    submit_key(qtbot)
    first, second = page.findings.fields()
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second.field
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.findings.rows()[2].line
    first.line.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.body.grid
    assert page.grid.score(page.body.grid.currentIndex().row()).indicator.id == first.finding.indicator_id
    page.submitting.open_check()
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.findings.isVisible()
    assert QApplication.focusWidget() is page.body.grid


def test_that_forty_findings_stay_reachable_in_a_part_of_the_page(qtbot, qapp):
    theme.install(qapp, "light")
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(1294, 640)
    panel = FindingsPanel(area)
    panel.retranslate()
    points = tuple(
        Point(Finding(Severity.WARNING, "value_missing", f"指标{i}", {"quarter": "3"}, "p", f"i{i}")) for i in range(40)
    )
    blocking = (Finding(Severity.ERROR, "value_missing", "读不懂", {"quarter": "3"}, "p", "bad"),)
    panel.setGeometry(0, 0, 1294, 300)
    area.show()
    panel.show_check(("p", 3), Check(blocking, (), points, ()), speaker("en"), editable=True)
    panel.open_panel()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    assert QApplication.focusWidget() is panel.rows()[0].line
    assert panel.list.height() < 300
    panel.rows()[1].field.setFocus()
    for _ in range(39):
        press(qtbot, Qt.Key.Key_Down)
    last = panel.rows()[-1].field
    assert QApplication.focusWidget() is last
    viewport = panel.list.viewport()
    assert viewport.rect().contains(last.mapTo(viewport, last.rect().center()))


def test_that_refused_cells_keep_a_plan_from_being_submitted_in_words(qtbot, page, session):
    explain_all(page)
    said = []
    session.alerts.said.connect(said.append)
    stand_on(page, session, SATISFACTION)
    type_into(qtbot, page, "about88")
    assert not page.bar.submit.isEnabled()
    submit_key(qtbot)
    assert state(page) is ReviewState.DRAFT
    assert said == ["1 cell not accepted: put it right first"]


def test_that_the_open_editor_is_stored_before_the_plan_is_submitted(qtbot, page, session):
    explain_all(page)
    stand_on(page, session, SATISFACTION)
    qtbot.keyClicks(page.body.grid.viewport(), "9")
    qtbot.keyClicks(QApplication.focusWidget(), "1")
    submit_key(qtbot)
    assert state(page) is ReviewState.SUBMITTED
    stored = next(item for item in plan_named(session, PLAN).indicators if item.name == SATISFACTION)
    assert stored.actuals[Q3].value in ("91", "91%")


def test_that_a_submission_is_told_withdrawn_by_keyboard_and_shown_to_others(qtbot, page, session):
    explain_all(page)
    submit_key(qtbot)
    assert page.bar._main.text() == "Submitted, waiting for review"
    assert page.head.badge.accessibleName() == "Submitted"
    assert page.bar.submit.isHidden()
    look_as(page, HEAD)
    assert page.bar.withdraw.isHidden()
    look_as(page, lead(session))
    page.bar.withdraw.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert state(page) is ReviewState.DRAFT
    assert page.bar.isAncestorOf(QApplication.focusWidget())
    look_as(page, HEAD)
    assert page.bar.submit.isHidden()
    assert page.bar._why.text() == "Its lead submits it"


def test_that_a_return_stands_above_the_grid_with_its_reason(page, session, qtbot):
    explain_all(page)
    submit_key(qtbot)
    session.workspace.act_as(HEAD)
    reviewing.send_back(session.workspace, page.plan_id, Q3, "请补凭证")
    look_as(page, lead(session))
    assert page.submitting.returned.isVisible()
    assert "请补凭证" in page.submitting.returned.accessibleName()
    assert page.head.badge.accessibleName() == "Returned"
    assert page.bar.submit.kind() == "primary"


def test_that_a_late_plan_says_by_how_many_days_until_it_is_submitted(page, session, qtbot):
    session.workspace.act_as(OFFICER)
    today = settings.day_of_today(session.workspace)
    settings.set_due_date(
        session.workspace, 2024, 3, PlanKind.PROJECT, DueDate(date.fromordinal(today.toordinal() - 3))
    )
    look_as(page, lead(session))
    assert page.head.late.isVisible()
    assert page.head.late.accessibleName() == "late by 3 days"
    explain_all(page)
    submit_key(qtbot)
    assert page.head.late.isHidden()


def test_that_a_locked_quarter_is_told_and_offers_nothing(page, session):
    workspace = session.workspace
    for plan in workspace.plans(2024):
        workspace.act_as(lead(session))
        for point in checking.check(workspace, plan.id, Q3).points:
            checking.answer(workspace, plan.id, Q3, point.key, "已核实")
        reviewing.submit(workspace, plan.id, Q3)
        workspace.act_as(HEAD)
        reviewing.approve(workspace, [(plan.id, Q3)])
    look_as(page, lead(session))
    assert page.bar._main.text() == "Approved"
    workspace.act_as(OFFICER)
    locking.lock(workspace, 2024, Q3, "已审完")
    look_as(page, lead(session))
    assert page.head.badge.accessibleName() == "Locked"
    assert page.bar._main.text() == "Locked; nothing changes in this quarter"
    assert page.bar.submit.isHidden()
    assert page.bar.withdraw.isHidden()


def test_that_the_search_offers_the_submission_of_the_page(qtbot, tmp_path):
    window = shown_window(qtbot, settings_at(tmp_path), sample_file(tmp_path))
    window.body.work.show_page("entry")
    words = [entry.title for entry in window.body.work.search_entries()]
    assert "Submit the plan" in words
    assert "Check the plan" in words
    assert "Withdraw the submission" not in words


def test_that_comments_are_sent_by_enter_kept_while_written_and_taken_back_by_their_author(qtbot, page, session):
    page._show_details(True)
    stand_on(page, session, SATISFACTION)
    (section,) = [part for part in page.details._sections if type(part).__name__ == "CommentsSection"]
    commit(section.field, "问卷 9 月发放")
    stand_on(page, session, "资金使用合规率")
    assert section.field.text() == ""
    stand_on(page, session, SATISFACTION)
    assert section.field.text() == "问卷 9 月发放"
    qtbot.keyClick(section.field, Qt.Key.Key_Return)
    (said,) = commenting.comments(session.workspace, page.plan_id)
    assert (said.words, said.quarter, said.person) == ("问卷 9 月发放", Q3, "项目负责人")
    assert len(section.lines()) == 1
    look_as(page, HEAD)
    assert not section.findChildren(QWidget, "link")
    session.workspace.act_as(lead(session))
    page.show_context()
    link = section.lines()[0].layout().itemAt(0).layout().itemAt(1).widget()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert commenting.comments(session.workspace, page.plan_id) == ()
    assert section.lines() == []
    look_as(page, Actor("查阅人员", Role.VIEWER))
    assert section.isHidden()


def test_that_the_words_follow_the_language(page):
    languages.use("zh_CN")
    page.session.set_language("zh_CN")
    page.retranslate()
    assert (page.bar.submit.text(), page.bar.check.text()) == ("提交", "校验")
    assert page.bar._why.text() == "先说明 2 条提醒"
    assert page.head.badge.accessibleName() == "填报中"
    page.submitting.open_check()
    assert page.findings.counts() == "提醒 2，已说明 0　提示 4"
    languages.use("en")
