"""The entry page under real key presses: what is typed is stored with Enter, refused where it was typed, never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from perftrack.domain.periods import Quarter
from perftrack.services import reporting
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock
from tests.ui.scored import Q3, Q4, plan_named, sample_file, session_at
from ui import theme
from ui.delegates.roles import State
from ui.pages.entry import EntryPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)

PLAN = "社区服务群众经费"
PAYMENT = "资金拨付及时率"
SATISFACTION = "受益群体满意度"
ENVIRONMENT = "提升社区环境质量"


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


def indicator(session, name: str):
    return next(item for item in plan_named(session, PLAN).indicators if item.name == name)


def stand_on(page, session, name: str) -> None:
    """Stand on this quarter's cell of an indicator."""
    page.focus_plan(page.plan_id, {"indicator_id": indicator(session, name).id})


def type_into(qtbot, page, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type as people do: the first character opens the editor, the last key ends it."""
    grid = page.body.grid
    qtbot.keyClicks(grid.viewport(), text[0])
    editor = QApplication.focusWidget()
    if text[1:]:
        qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(QApplication.focusWidget(), key)


def commits(session) -> int:
    return len({entry.command_id for entry in session.workspace.journal()})


def cell_of(page, session, name: str):
    stand_on(page, session, name)
    return page.body.grid.currentIndex()


def look(index):
    from ui.delegates.roles import LOOK

    return index.data(LOOK)


def test_that_the_models_keep_qts_rules(page) -> None:
    for model in (page.grid, page.funds):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_that_enter_stores_the_value_in_one_commit_and_the_score_is_right(qtbot, page, session) -> None:
    before = commits(session)
    stand_on(page, session, PAYMENT)
    type_into(qtbot, page, "88.2")
    assert commits(session) == before + 1
    assert indicator(session, PAYMENT).actuals[Q3].value in ("88.2", "88.2%")
    card = reporting.scorecard(session.workspace, page.plan_id, Q3)
    score = next(score for score in card.scores if score.indicator.name == PAYMENT)
    assert str(score.points) == "9.80"
    assert page.head._score.text() == str(card.total)


def test_that_what_was_shown_as_saved_is_in_the_file_without_closing_it(qtbot, page, session) -> None:
    stand_on(page, session, PAYMENT)
    type_into(qtbot, page, "88.2")
    with Workspace.open(session.workspace.path, clock=TickingClock()) as other:
        plan = next(plan for plan in other.plans(2024) if plan.name == PLAN)
        stored = next(item for item in plan.indicators if item.name == PAYMENT)
    assert stored.actuals[Q3].value in ("88.2", "88.2%")


def test_that_letters_in_a_number_stay_in_the_cell_with_the_reason_and_are_not_stored(qtbot, page, session) -> None:
    before, value = commits(session), indicator(session, SATISFACTION).actuals[Q3].value
    index = cell_of(page, session, SATISFACTION)
    type_into(qtbot, page, "about88")
    assert commits(session) == before
    assert indicator(session, SATISFACTION).actuals[Q3].value == value
    assert index.data() == "about88"
    assert look(index).state & State.REFUSED
    assert index.data(Qt.ItemDataRole.ToolTipRole)


def test_that_a_refused_text_survives_a_change_from_elsewhere(qtbot, page, session) -> None:
    index = cell_of(page, session, SATISFACTION)
    type_into(qtbot, page, "about88")
    stand_on(page, session, PAYMENT)
    type_into(qtbot, page, "90")
    session.perform(session.workspace.history.undo)
    assert index.data() == "about88"


def test_that_escape_brings_the_stored_value_back(qtbot, page, session) -> None:
    index = cell_of(page, session, SATISFACTION)
    shown = index.data()
    type_into(qtbot, page, "about88")
    stand_on(page, session, SATISFACTION)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Escape)
    assert index.data() == shown


def test_that_escape_while_typing_stores_nothing(qtbot, page, session) -> None:
    before = commits(session)
    stand_on(page, session, PAYMENT)
    type_into(qtbot, page, "12", Qt.Key.Key_Escape)
    assert commits(session) == before


def test_that_delete_takes_the_report_back_and_undo_brings_it_again(qtbot, page, session) -> None:
    stand_on(page, session, PAYMENT)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Delete)
    assert Q3 not in indicator(session, PAYMENT).actuals
    session.perform(session.workspace.history.undo)
    assert indicator(session, PAYMENT).actuals[Q3].value == "87.5%"


def test_that_a_pasted_block_is_one_step_and_reports_what_was_refused(qtbot, page, session) -> None:
    before = commits(session)
    stand_on(page, session, "保障社区正常运转个数")
    QGuiApplication.clipboard().setText("11\n约97\n88\n")
    qtbot.keyClick(page.body.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert commits(session) == before + 1
    assert indicator(session, "保障社区正常运转个数").actuals[Q3].value == "11"
    assert indicator(session, "资金使用合规率").actuals[Q3].value == "100%"
    assert cell_of(page, session, "资金使用合规率").data() == "约97"
    session.perform(session.workspace.history.undo)
    assert indicator(session, "保障社区正常运转个数").actuals[Q3].value == "12"
    assert indicator(session, PAYMENT).actuals[Q3].value == "87.5%"


def test_that_copy_gives_the_value_as_it_is_shown(qtbot, page, session) -> None:
    stand_on(page, session, PAYMENT)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().strip() == "87.5%"


def test_that_an_imported_text_that_does_not_read_is_marked(page, session) -> None:
    session.show(quarter=Q4)
    page.show_context()
    index = cell_of(page, session, SATISFACTION)
    assert index.data() == "约89%"
    assert look(index).state & State.REFUSED


def test_that_an_open_editor_is_stored_when_the_quarter_changes(qtbot, page, session) -> None:
    stand_on(page, session, PAYMENT)
    grid = page.body.grid
    qtbot.keyClicks(grid.viewport(), "8")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    qtbot.keyClicks(QApplication.focusWidget(), "9")
    session.show(quarter=Quarter.Q2)
    page.show_context()
    values = {indicator(session, PAYMENT).actuals[quarter].value for quarter in (Quarter.Q2, Q3)}
    assert values & {"89", "89%"}
