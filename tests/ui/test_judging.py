"""Judging by real keys: criteria beside the grades, the sentence, the survey, what falls away."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from perftrack.domain.access import Actor
from perftrack.domain.plans import Actual
from perftrack.domain.surveys import Survey
from perftrack.domain.terms import Grade, PlanKind, Role
from perftrack.errors import UserError
from perftrack.services import exclusion, recording, reporting, rubrics, surveys, worklists
from tests.ui.scored import Q3, plan_named, sample_file, session_at
from ui import theme
from ui.delegates.grade_editor import GradeEditor
from ui.delegates.roles import LOOK, State
from ui.models.drafts import Draft
from ui.models.overview_table import OverviewTable
from ui.models.waiting import waiting_rows
from ui.pages.entry import EntryPage
from ui.pages.entry_parts.exclusion_section import ExclusionSection
from ui.pages.entry_parts.rubric_section import RubricSection
from ui.pages.entry_parts.survey_section import SurveySection

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)

PLAN, WORDS, SATISFACTION, PAYMENT = "社区服务群众经费", "提升社区环境质量", "受益群体满意度", "资金拨付及时率"
CRITERIA = {Grade.MET: "十二个社区全部按期", Grade.PARTLY: "九个以上\n其余有安排", Grade.UNMET: "不足九个"}


@pytest.fixture
def session(tmp_path, qapp):
    theme.install(qapp, "light")
    session = session_at(sample_file(tmp_path), Q3)
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


def indicator(session, name):
    return next(item for item in plan_named(session, PLAN).indicators if item.name == name)


def stand_on(page, session, name):
    page.focus_plan(plan_named(session, PLAN).id, {"indicator_id": indicator(session, name).id})
    return page.body.grid.currentIndex()


def with_criteria(session):
    session.perform(lambda: rubrics.set_rubric(session.workspace, indicator(session, WORDS).id, CRITERIA))


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def section(page, kind):
    return next(each for each in page.details._sections if isinstance(each, kind))


def details_at(page, session, name):
    page._show_details(True)
    return stand_on(page, session, name)


def open_grades(qtbot, page, session):
    index = stand_on(page, session, WORDS)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_F2)
    editor = page.body.grid.indexWidget(index)
    assert isinstance(editor, GradeEditor)
    return index, editor


def test_that_a_grade_below_its_criteria_leads_to_the_sentence_and_is_stored_with_it(qtbot, page, session):
    with_criteria(session)
    _, editor = open_grades(qtbot, page, session)
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is editor._sentence
    assert "九个以上" in editor.accessibleDescription()
    qtbot.keyClicks(QApplication.focusWidget(), "two late")
    press(qtbot, Qt.Key.Key_Return)
    assert indicator(session, WORDS).actuals[Q3] == Actual(grade=Grade.PARTLY, note="two late")


def test_that_without_the_sentence_the_pick_stays_in_its_cell_refused_with_the_reason(qtbot, page, session):
    with_criteria(session)
    before = indicator(session, WORDS).actuals.get(Q3)
    index, _ = open_grades(qtbot, page, session)
    press(qtbot, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert indicator(session, WORDS).actuals.get(Q3) == before
    assert index.data() == "未达成"
    assert index.data(LOOK).state & State.REFUSED
    assert "未达成" in index.data(Qt.ItemDataRole.ToolTipRole)
    _, editor = open_grades(qtbot, page, session)
    assert editor.grade() is Grade.UNMET
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "none done")
    press(qtbot, Qt.Key.Key_Tab)
    assert indicator(session, WORDS).actuals[Q3] == Actual(grade=Grade.UNMET, note="none done")
    assert not index.data(LOOK).state & State.REFUSED


def test_that_a_refused_share_keeps_the_sentence_that_came_with_it(qtbot, page, session):
    with_criteria(session)
    index, _ = open_grades(qtbot, page, session)
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "95")
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "two late")
    press(qtbot, Qt.Key.Key_Return)
    assert index.data(LOOK).state & State.REFUSED
    _, editor = open_grades(qtbot, page, session)
    assert (editor.grade(), editor.share_text(), editor.sentence()) == (Grade.PARTLY, "95", "two late")
    press(qtbot, Qt.Key.Key_Escape)


def test_that_a_grade_without_criteria_needs_no_words_but_a_moved_share_does(qtbot, page, session):
    open_grades(qtbot, page, session)
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert indicator(session, WORDS).actuals[Q3].grade is Grade.PARTLY
    index, editor = open_grades(qtbot, page, session)
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "75")
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is editor._sentence
    press(qtbot, Qt.Key.Key_Return)
    assert index.data(LOOK).state & State.REFUSED


def test_that_the_sentence_a_grade_needs_cannot_be_emptied_afterwards(qtbot, page, session):
    with_criteria(session)
    given = Actual(grade=Grade.PARTLY, note="two late")
    session.perform(lambda: recording.record_actual(session.workspace, indicator(session, WORDS).id, 3, given))
    details_at(page, session, WORDS)
    said = []
    session.alerts.said.connect(said.append)
    note = page.details.panel.note
    note.setFocus()
    note.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    page.body.grid.setFocus()
    assert indicator(session, WORDS).actuals[Q3] == given
    assert len(said) == 1
    assert note.toPlainText() == "two late"


def test_that_a_pasted_grade_below_its_criteria_is_refused_too(page, session):
    with_criteria(session)
    index = stand_on(page, session, WORDS)
    report = page.grid.store_texts([(index.row(), index.column(), "部分达成")])
    assert (report.filled, report.refused) == (0, 1)


def test_that_the_list_of_grades_draws_criteria_and_is_picked_by_the_pointer(qtbot, page, session):
    with_criteria(session)
    _, editor = open_grades(qtbot, page, session)
    lines = editor._list
    assert not lines.grab().isNull()
    qtbot.mouseClick(lines, Qt.MouseButton.LeftButton, pos=lines._places()[0].center())
    assert indicator(session, WORDS).actuals[Q3].grade is Grade.MET


def test_that_the_officer_writes_criteria_in_the_details_and_others_only_read_them(qtbot, page, session):
    details_at(page, session, WORDS)
    part = section(page, RubricSection)
    editor = part.editors[Grade.PARTLY]
    assert editor.isVisible()
    editor.setFocus()
    qtbot.keyClicks(editor, "nine of twelve")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "or more")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    stored = rubrics.of_plan(session.workspace, page.plan_id)[indicator(session, WORDS).id]
    assert stored == {Grade.PARTLY: "nine of twelve\nor more"}
    other = part.editors[Grade.UNMET]
    qtbot.keyClicks(other, "x")
    qtbot.keyClick(other, Qt.Key.Key_Escape)
    assert other.toPlainText() == ""
    session.workspace.act_as(Actor("某岗", Role.LEAD, None, frozenset({page.plan_id})))
    page.details.renew()
    assert not editor.isVisible()
    assert part._texts[Grade.PARTLY].text() == "nine of twelve\nor more"


def test_that_the_same_grade_elsewhere_is_listed_and_enter_leads_there(qtbot, page, session):
    details_at(page, session, WORDS)
    given = Actual(grade=Grade.PARTLY, note="two late")
    session.perform(lambda: recording.record_actual(session.workspace, indicator(session, WORDS).id, 3, given))
    part = section(page, RubricSection)
    found = rubrics.used_elsewhere(session.workspace, 2024, indicator(session, WORDS).id, Grade.PARTLY)
    assert part.elsewhere.count() == min(6, len(found)) > 0
    assert found[0].indicator in part.elsewhere.item(0).text()
    part.elsewhere.setFocus()
    part.elsewhere.setCurrentRow(0)
    qtbot.keyClick(part.elsewhere, Qt.Key.Key_Return)
    assert page.plan_id == found[0].plan_id
    assert page.grid.score(page.body.grid.currentIndex().row()).indicator.id == found[0].indicator_id


def test_that_the_calculator_opens_from_the_cell_warns_while_typing_and_stores_with_enter(qtbot, page, session):
    stand_on(page, session, SATISFACTION)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    part = section(page, SurveySection)
    for count in ("60", "50", "46"):
        qtbot.keyClicks(QApplication.focusWidget(), count)
        if count != "46":
            press(qtbot, Qt.Key.Key_Tab)
    assert part._rate.text() == "92.00%"
    assert "81.16%" in part._range.text()
    assert part._warning.isVisible()
    assert "90%" in part._warning.text()
    press(qtbot, Qt.Key.Key_Return)
    item = indicator(session, SATISFACTION)
    assert item.actuals[Q3].value == "46/50"
    assert surveys.survey_of(session.workspace, item.id, 3) == Survey(60, 50, 46)
    for field, count in ((part.issued, "6000"), (part.valid, "5000"), (part.satisfied, "4600")):
        field.selectAll()
        qtbot.keyClicks(field, count)
    assert not part._warning.isVisible()
    part.satisfied.selectAll()
    qtbot.keyClicks(part.satisfied, "5001")
    qtbot.keyClick(part.satisfied, Qt.Key.Key_Return)
    assert part.error.isVisible()
    assert indicator(session, SATISFACTION).actuals[Q3].value == "46/50"
    qtbot.mouseClick(part.clear, Qt.MouseButton.LeftButton)
    assert Q3 not in indicator(session, SATISFACTION).actuals
    assert part.issued.text() == ""


def test_that_a_value_typed_over_empties_the_calculator(qtbot, page, session):
    details_at(page, session, SATISFACTION)
    item = indicator(session, SATISFACTION).id
    session.perform(lambda: surveys.record(session.workspace, item, 3, Survey(60, 50, 46)))
    part = section(page, SurveySection)
    assert part.valid.text() == "50"
    page.body.grid.setFocus()
    qtbot.keyClicks(page.body.grid.viewport(), "9")
    press(qtbot, Qt.Key.Key_Return)
    stand_on(page, session, SATISFACTION)
    assert part.valid.text() == ""
    assert surveys.survey_of(session.workspace, item, 3) is None


def test_that_a_half_filled_calculator_is_kept_when_it_is_left_and_comes_back(qtbot, page, session):
    details_at(page, session, SATISFACTION)
    before = indicator(session, SATISFACTION).actuals[Q3]
    part = section(page, SurveySection)
    part.issued.setFocus()
    qtbot.keyClicks(part.issued, "60")
    stand_on(page, session, PAYMENT)
    assert indicator(session, SATISFACTION).actuals[Q3] == before
    assert page._drafts.counts() == (0, 1)
    stand_on(page, session, SATISFACTION)
    assert part.issued.text() == "60"
    assert part.error.isVisible()
    for field, count in ((part.valid, "50"), (part.satisfied, "46")):
        field.setFocus()
        qtbot.keyClicks(field, count)
    stand_on(page, session, PAYMENT)
    assert indicator(session, SATISFACTION).actuals[Q3].value == "46/50"
    assert page._drafts.counts() == (0, 0)


def test_that_criteria_being_written_are_kept_and_come_back(qtbot, page, session):
    details_at(page, session, WORDS)
    part = section(page, RubricSection)
    editor, item = part.editors[Grade.MET], indicator(session, WORDS).id
    editor.setFocus()
    qtbot.keyClicks(editor, "all twe")
    assert page._drafts._typed == {(item, "criteria 达成", 1): "all twe"}
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert page._drafts._typed == {}
    page.body.grid.setFocus()
    page._drafts.keep((item, "criteria 达成", 1), Draft("all twe", UserError("draft_found"), False, found=True))
    page.details.renew()
    assert editor.toPlainText() == "all twe"
    part.commit()
    assert rubrics.of_plan(session.workspace, page.plan_id)[item] == {Grade.MET: "all twe"}
    assert page._drafts.counts() == (0, 0)


def test_that_the_calculator_is_not_offered_for_other_values(page, session):
    details_at(page, session, PAYMENT)
    assert not section(page, SurveySection).isVisible()
    assert not page.details.enter("survey")


def test_that_an_indicator_is_set_aside_from_the_details_with_a_reason_and_undone(qtbot, page, session):
    index = details_at(page, session, PAYMENT)
    part = section(page, ExclusionSection)
    part.act.setFocus()
    qtbot.keyClick(part.act, Qt.Key.Key_Space)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert indicator(session, PAYMENT).excluded is None
    qtbot.keyClicks(field, "no longer ours")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert indicator(session, PAYMENT).excluded == "no longer ours"
    assert index.data() == "Not applicable"
    assert part._words.text() == "no longer ours"
    session.perform(session.workspace.history.undo)
    assert indicator(session, PAYMENT).excluded is None
    session.workspace.act_as(Actor("某岗", Role.LEAD, None, frozenset({page.plan_id})))
    page.details.renew()
    assert not part.isVisible()


def test_that_escape_leaves_the_question_for_a_reason(qtbot, page, session):
    details_at(page, session, PAYMENT)
    part = section(page, ExclusionSection)
    part.act.click()
    qtbot.keyClicks(QApplication.focusWidget(), "no")
    press(qtbot, Qt.Key.Key_Escape)
    assert not part.reason.isVisible()
    assert part.act.isVisible()
    assert indicator(session, PAYMENT).excluded is None


def test_that_a_project_is_set_aside_from_the_head_and_stands_aside_on_the_page(qtbot, page, session):
    page.head.set_aside_requested.emit("drop")
    qtbot.keyClicks(QApplication.focusWidget(), "done by the county")
    press(qtbot, Qt.Key.Key_Return)
    assert plan_named(session, PLAN).dropped == "done by the county"
    assert page.grid.locked
    assert "done by the county" in page.set_aside.notice.accessibleName()
    assert page.head._score.text() == "—"
    assert not page.bar.isVisible()
    page.set_aside.notice.linked.emit("restore")
    assert plan_named(session, PLAN).dropped is None
    assert not page.set_aside.isVisible()
    assert page.bar.isVisible()


def test_that_the_menu_offers_it_for_projects_and_to_the_officer_only(page, session):
    department = next(plan for plan in session.workspace.plans(2024) if plan.kind is PlanKind.DEPARTMENT)
    assert page.set_aside.offer() == "drop"
    page.show_plan(department.id)
    assert page.set_aside.offer() == ""
    session.workspace.act_as(Actor("某岗", Role.LEAD, None, frozenset({plan_named(session, PLAN).id})))
    page.show_plan(plan_named(session, PLAN).id)
    assert page.set_aside.offer() == ""


def test_that_the_overview_shows_a_dropped_project_without_numbers_and_waits_for_nobody(session):
    plan = plan_named(session, PLAN)
    exclusion.drop_plan(session.workspace, plan.id, "done by the county")
    table = OverviewTable()
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lists = worklists.work_lists(session.workspace, 2024, Q3)
    table.show_overview(reporting.overview(session.workspace, 2024, Q3).rows, lists)
    row = next(place for place, each in enumerate(table.rows()) if each.card.plan.id == plan.id)
    said = {key: table.index(row, table.column(key)).data() for key in ("score", "execution", "state")}
    assert said == {"score": "—", "execution": "—", "state": "Not applicable"}
    assert table.look(row, table.column("state")).subtext == "done by the county"
    line = next(each for each in table.block() if PLAN in each)
    assert "done by the county" in line
    for column in range(table.columnCount()):
        table.sort(column, Qt.SortOrder.AscendingOrder)
    assert plan.id not in {each.plan.id for each in waiting_rows(lists)}
    exclusion.restore_plan(session.workspace, plan.id)
    again = worklists.work_lists(session.workspace, 2024, Q3)
    assert plan.id in {each.plan.id for each in waiting_rows(again)}


def test_that_money_of_a_dropped_project_is_in_no_total(session):
    from ui.pages.overview_parts.band import spending

    overview = reporting.overview(session.workspace, 2024, Q3)
    projects = replace(overview, rows=tuple(row for row in overview.rows if row.card.plan.kind is PlanKind.PROJECT))
    plan = plan_named(session, PLAN)
    exclusion.drop_plan(session.workspace, plan.id, "x")
    after = reporting.overview(session.workspace, 2024, Q3)
    left = replace(after, rows=tuple(row for row in after.rows if row.card.plan.kind is PlanKind.PROJECT))
    assert spending(projects)[1] - spending(left)[1] == plan.budget > Decimal(0)
