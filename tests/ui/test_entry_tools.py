"""Filter, fold, find, columns, and why a quarter is locked: what stands around the entry grid."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from perftrack.domain.access import Actor
from perftrack.domain.evidence import Owner
from perftrack.domain.plans import Actual
from perftrack.domain.terms import EvidenceKind, Role
from perftrack.services import checking, evidence, recording, reviewing
from tests.persistence.office import sql
from tests.ui.entering import (
    CONTROL,
    ENVIRONMENT,
    FIRST,
    PAYMENT,
    PLAN,
    SHIFT,
    card_of,
    entry_page,
    indicator,
    stand,
    type_text,
)
from tests.ui.scored import Q3, plan_named, sample_file, session_at
from ui import theme
from ui.models.entry_columns import ALWAYS, STANDARD, Column
from ui.models.entry_lines import Show
from ui.models.locking import Lock
from ui.pages.entry import EntryPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)


@pytest.fixture
def session(tmp_path, qapp):
    theme.install(qapp, "light")
    session = session_at(sample_file(tmp_path), Q3)
    yield session
    session.leave()


@pytest.fixture
def page(qtbot, session):
    return entry_page(qtbot, session)


def names(page) -> list[str]:
    return [page.grid.score(row).indicator.name for row in range(page.grid.rowCount())]


# Filters.


def test_that_a_filter_leaves_out_the_others_says_so_and_can_be_taken_back(page) -> None:
    tester = QAbstractItemModelTester(page.grid, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.tools.filter(Show.UNREPORTED)
    assert names(page) == [ENVIRONMENT]
    assert page.body.filtered.isVisible()
    assert page.body.filtered.accessibleName() == "Shown: Not reported, 1 of 7"
    page.body.filtered.linked.emit("all")
    assert len(names(page)) == 7
    assert not page.body.filtered.isVisible()
    assert tester is not None


def test_that_a_row_stays_under_the_filter_while_it_is_typed_into(qtbot, page) -> None:
    page.tools.filter(Show.UNREPORTED)
    stand(page, ENVIRONMENT)
    changes = recording.record_actual(
        page.session.workspace, indicator(page, ENVIRONMENT).id, Q3, Actual(grade=None, value="达成")
    )
    page.session.events.changed.emit(changes, None)
    assert names(page) == [ENVIRONMENT]
    page.tools.filter(Show.UNREPORTED)
    assert names(page) == []


def test_that_what_was_changed_since_the_submission_is_found(page) -> None:
    workspace = page.session.workspace
    page.tools.filter(Show.CHANGED)
    assert names(page) == []
    page.tools.filter(Show.ALL)
    for point in checking.check(workspace, page.plan_id, Q3).unanswered:
        checking.answer(workspace, page.plan_id, Q3, point.key, "待复核")
    page.session.perform(lambda: reviewing.submit(workspace, page.plan_id, Q3))
    page.session.perform(lambda: reviewing.withdraw(workspace, page.plan_id, Q3))
    key = indicator(page, PAYMENT).id
    page.session.perform(lambda: recording.record_actual(workspace, key, 3, Actual("91%")))
    page.tools.filter(Show.CHANGED)
    assert names(page) == [PAYMENT]


def test_that_one_s_own_values_are_asked_for_only_where_people_share_the_file(page) -> None:
    workspace = page.session.workspace
    assert page.grid.filters() == (Show.ALL, Show.UNREPORTED, Show.RED, Show.CHANGED)
    with workspace.writing("people") as work:
        work.insert("person", [("p1", 1, "项目负责人", "lead", None, None, None, 1)])
    workspace.forget()
    me, other = (Actor(name, Role.LEAD, plans=frozenset({page.plan_id})) for name in ("项目负责人", "另一负责人"))
    page.show_context()
    assert page.grid.filters() == tuple(Show)
    workspace.act_as(me)
    key = indicator(page, PAYMENT).id
    page.session.perform(lambda: recording.record_actual(workspace, key, 3, Actual("91%")))
    page.tools.filter(Show.MINE)
    assert names(page) == [PAYMENT]
    workspace.act_as(other)
    page.tools.filter(Show.MINE)
    assert names(page) == []


def test_that_being_led_to_a_cell_goes_past_filter_and_fold(page) -> None:
    page.tools.filter(Show.UNREPORTED)
    page.focus_plan(page.plan_id, {"indicator_id": indicator(page, PAYMENT).id})
    assert page.grid.score(page.body.grid.currentIndex().row()).indicator.name == PAYMENT
    page.grid.fold(0, True)
    page.focus_plan(page.plan_id, {"indicator_id": indicator(page, PAYMENT).id})
    assert page.grid.score(page.body.grid.currentIndex().row()).indicator.name == PAYMENT


# Folds.


def test_that_left_on_level_one_folds_the_group_and_right_unfolds_it(qtbot, page) -> None:
    tester = QAbstractItemModelTester(page.grid, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.body.grid.setFocus()
    page.body.grid.go_to(0, 0)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Left)
    assert page.grid.rowCount() == 5
    assert page.grid.is_folded(0)
    assert page.grid.cell_at(0, 0).spoken.startswith("产出指标 39.72 / 40")
    assert page.grid.cell_at(0, 1).text == "3 indicators　Green 2　Yellow 1"
    assert (0, 1, 1, page.grid.columnCount() - 1) in page.grid.spans()
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Right)
    assert page.grid.rowCount() == 7
    assert tester is not None


def test_that_control_minus_and_a_click_fold_too_and_the_plan_remembers(qtbot, page) -> None:
    stand(page, PAYMENT)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Minus, CONTROL)
    assert page.grid.rowCount() == 5
    other = next(plan for plan in page.session.workspace.plans(2024) if plan.name != PLAN)
    page.show_plan(other.id)
    page.show_plan(plan_named(page.session, PLAN).id)
    assert page.grid.rowCount() == 5
    where = page.body.grid.visualRect(page.grid.index(0, 0)).center()
    qtbot.mouseClick(page.body.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    assert page.grid.rowCount() == 7


# Find.


def test_that_find_counts_goes_round_unfolds_and_closes_with_escape(qtbot, page) -> None:
    page.grid.fold(0, True)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_F, CONTROL)
    field = page.tools.find.field
    qtbot.waitUntil(field.hasFocus)
    field.setText("拨")
    assert page.tools.find.count.text() == "1 of 2"
    assert page.grid.score(page.body.grid.currentIndex().row()).indicator.name == PAYMENT
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.tools.find.count.text() == "2 of 2"  # the fund 财政拨款
    qtbot.keyClick(field, Qt.Key.Key_Return, SHIFT)
    assert page.tools.find.count.text() == "1 of 2"
    qtbot.keyClicks(field, "zzz")
    assert page.tools.find.count.text() == "Nothing found"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not page.tools.find.isVisible()
    assert page.body.grid.hasFocus()


# Columns.


def test_that_columns_are_shown_hidden_and_remembered(qtbot, page, session) -> None:
    menu = page.tools.columns.menu(page, 0)
    words = {action.text(): action for action in menu.actions()}
    assert words["Evidence"].isChecked()
    assert not words["To date"].isEnabled()
    words["Score"].trigger()
    words["Remedy"].trigger()
    shown = page.grid.columns()
    assert Column.SCORE in shown
    assert Column.REMEDY not in shown
    assert shown.index(Column.SCORE) == shown.index(Column.LIGHT) + 1
    again = EntryPage(session)
    qtbot.addWidget(again)
    assert again.grid.columns() == shown


def test_that_a_column_moves_by_keyboard_and_by_dragging_and_the_value_columns_stay_together(qtbot, page) -> None:
    stand(page, PAYMENT, Column.TARGET)
    for _ in range(2):
        qtbot.keyClick(page.body.grid, Qt.Key.Key_Right, CONTROL | SHIFT)
    shown = page.grid.columns()
    assert shown.index(Column.TARGET) == shown.index(Column.TO_DATE) + 1
    assert shown.index(Column.TO_DATE) == shown.index(Column.IN_QUARTER) + 1
    header = page.body.header
    header.moveSection(page.grid.section(Column.LIGHT), page.grid.section(Column.PREVIOUS))
    shown = page.grid.columns()
    assert shown.index(Column.LIGHT) < shown.index(Column.IN_QUARTER)
    assert all(header.logicalIndex(place) == place for place in range(header.count()))


def test_that_the_evidence_column_comes_with_its_counts(page) -> None:
    section = page.grid.section(Column.EVIDENCE)
    assert page.grid.cell_at(0, section).text == "0"
    workspace = page.session.workspace
    owner = Owner(page.plan_id, indicator(page, FIRST).id, 3)
    files = evidence.keep(workspace.path, [evidence.incoming(b"paper", "会议纪要.txt")])
    page.session.perform(lambda: evidence.add(workspace, owner, files, EvidenceKind.WORKING))
    assert [page.grid.cell_at(row, section).text for row in (0, 1)] == ["1", "0"]


def test_that_the_form_cannot_lose_its_value_columns() -> None:
    from ui.models.entry_columns import orderly, read_columns

    assert set(orderly(())) == ALWAYS
    assert orderly((Column.TO_DATE, Column.CAUSE, Column.IN_QUARTER))[2:] == (
        Column.CAUSE, Column.IN_QUARTER, Column.TO_DATE,
    )  # fmt: skip
    assert read_columns("nonsense") == STANDARD


# Locks.


@pytest.mark.parametrize(
    ("statement", "lock", "words"),
    [
        (
            "INSERT INTO quarter_lock (year, quarter, reason, version, seq) VALUES (2024, 3, 'done', 1, 1)",
            Lock.LOCKED,
            "Locked",
        ),
        (
            "INSERT INTO review (plan_id, quarter, state, level, submission, version, seq)"
            " SELECT id, 3, 'submitted', 0, 1, 1, 1 FROM plan",
            Lock.SUBMITTED,
            "Submitted",
        ),
        (
            "INSERT INTO review (plan_id, quarter, state, level, submission, version, seq)"
            " SELECT id, 3, 'approved', 1, 1, 1, 1 FROM plan",
            Lock.APPROVED,
            "Approved",
        ),
    ],
)  # fmt: skip
def test_that_a_settled_quarter_takes_nothing_and_says_why(qtbot, page, session, statement, lock, words) -> None:
    sql(session.workspace.path, statement)
    page.show_context()
    assert page.grid.lock is lock
    assert page.head.badge.accessibleName() == words
    stand(page, PAYMENT)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_F2)
    assert not page.body.grid.is_typing()
    assert not page.head.paste.isEnabled()


def test_that_who_may_not_enter_reads_only(page, session) -> None:
    session.workspace.act_as(Actor("科室负责人", Role.HEAD, None))
    page.show_context()
    assert page.grid.lock is Lock.NOT_ALLOWED
    assert page.head.badge.accessibleName() == "May not enter"
    lead = Actor("项目负责人", Role.LEAD, None, frozenset({page.plan_id}))
    session.workspace.act_as(lead)
    page.show_context()
    assert page.grid.lock is Lock.NONE
    session.workspace.act_as(replace(lead, plans=frozenset()))
    page.show_context()
    assert page.grid.lock is Lock.NOT_ALLOWED


# Details.


def test_that_the_chart_tells_the_years_before(page) -> None:
    from perftrack.services.earlier import earlier_years

    card = card_of(page)
    assert earlier_years(page.session.workspace, card.plan, card.scores[0].indicator) == ()
    page._show_details(True)
    assert "2024" not in page.details.panel.chart.accessibleName()


def test_that_typing_in_a_cell_moves_the_score_before_it_is_stored(qtbot, page) -> None:
    before = page.head._score.text()
    stand(page, PAYMENT)
    qtbot.keyClicks(page.body.grid.viewport(), "1")
    assert page.head._score.text() != before
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.head._score.text() == before
    type_text(qtbot, page.body.grid, "87.5")
    assert page.head._score.text() == before
