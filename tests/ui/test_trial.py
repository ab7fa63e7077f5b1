"""试算 on the scorecards page, by real keys: typing, going on, steps back, what is needed, nothing stored."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from perftrack.domain.plans import Actual
from perftrack.services import recording
from tests.ui.scored import PARTY, Q2, Q3, plan_named, sample_file
from tests.ui.windows import session_of, settings_at, shown_window
from ui.models.scorecard_table import Column

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot, tmp_path):
    window = shown_window(qtbot, settings_at(tmp_path), sample_file(tmp_path))
    session = session_of(window)
    session.show(2024, Q3)
    window.body.work.show_page("scorecards", plan_named(session, PARTY).id)
    page = window.body.work.page()
    qtbot.waitUntil(lambda: page.charts is not None)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_T, CONTROL)
    qtbot.waitUntil(page.trial.view.isVisible)
    yield page
    window.close()


def at(page, row: int, column: Column = Column.ACTUAL) -> None:
    page.trial.view.setFocus()
    page.trial.view.setCurrentIndex(page.trial.view.table.index(row, column))


def type_in(page, qtbot, words: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    view = page.trial.view
    qtbot.keyClicks(view, words[0])
    editor = QApplication.focusWidget()
    assert editor is not view
    qtbot.keyClicks(editor, words[1:])
    qtbot.keyClick(editor, end)


def total(page) -> str:
    return page.band._total.text()


def journal(page) -> int:
    return page.session.workspace.history.next_undo is not None


def test_that_control_t_shows_a_tinted_copy_and_takes_it_away(page, qtbot):
    assert page.head.property("fill") == "amber-soft"
    assert page.head.modes.current() == 1
    assert page.trial.bar._title.text() == "Trial: nothing is saved"
    assert not page.table.isVisible()
    assert QApplication.focusWidget() is page.trial.view
    qtbot.keyClick(page.trial.view, Qt.Key.Key_T, CONTROL)
    assert page.table.isVisible()
    assert not page.trial.bar.isVisible()
    assert page.head.property("fill") == "surface"


def test_that_typing_moves_total_and_rating_while_it_lasts_and_enter_goes_on(page, qtbot):
    at(page, 3)
    view = page.trial.view
    qtbot.keyClicks(view, "9")
    editor = QApplication.focusWidget()
    assert total(page) == "79.52"
    qtbot.keyClicks(editor, "0")
    assert total(page) == "88.52"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert view.current_row() == 4
    assert total(page) == "88.52"
    assert page.trial.bar._moved.text() == "+2.44"
    assert not journal(page)
    assert page.session.workspace.plan(page._plan_id).indicators[3].actuals[Q3] == Actual("68.0%")


def test_that_escape_leaves_the_cell_as_it_was(page, qtbot):
    at(page, 3)
    qtbot.keyClicks(page.trial.view, "9")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert total(page) == "86.08"


def test_that_tab_goes_to_the_next_cell_that_takes_typing(page, qtbot):
    at(page, 3)
    type_in(page, qtbot, "90", Qt.Key.Key_Tab)
    assert page.trial.view.currentIndex().column() == Column.WEIGHT
    qtbot.keyClick(page.trial.view, Qt.Key.Key_Backtab)
    assert page.trial.view.currentIndex().column() == Column.ACTUAL


def test_that_control_z_and_y_mean_the_trial_and_nothing_stored(page, qtbot):
    workspace = page.session.workspace
    recording.record_actual(workspace, plan_named(page.session, "社区运转经费").indicators[0].id, Q3, Actual("11"))
    at(page, 3)
    type_in(page, qtbot, "90")
    at(page, 5)
    type_in(page, qtbot, "90")
    assert total(page) == "92.52"
    qtbot.keyClick(page.trial.view, Qt.Key.Key_Z, CONTROL)
    assert total(page) == "88.52"
    qtbot.keyClick(page.trial.view, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(page.trial.view, Qt.Key.Key_Z, CONTROL)
    assert total(page) == "86.08"
    assert workspace.history.next_undo is not None
    qtbot.keyClick(page.trial.view, Qt.Key.Key_Y, CONTROL)
    qtbot.keyClick(page.trial.panel.table, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert total(page) == "92.52"


def test_that_a_row_or_everything_is_reset(page, qtbot):
    for row, words in ((3, "90"), (5, "90")):
        at(page, row)
        type_in(page, qtbot, words)
    at(page, 3)
    qtbot.keyClick(page.trial.view, Qt.Key.Key_R, CONTROL)
    assert total(page) == "90.08"
    qtbot.mouseClick(page.trial.bar._all, Qt.MouseButton.LeftButton)
    assert total(page) == "86.08"
    qtbot.keyClick(page.trial.view, Qt.Key.Key_Z, CONTROL)
    assert total(page) == "90.08"


def test_that_a_copied_column_lands_cell_by_cell_as_one_step(page, qtbot):
    QGuiApplication.clipboard().setText("4\n45\n100%\n90%")
    at(page, 0)
    qtbot.keyClick(page.trial.view, Qt.Key.Key_V, CONTROL)
    assert total(page) == "88.96"
    qtbot.keyClick(page.trial.view, Qt.Key.Key_Z, CONTROL)
    assert total(page) == "86.08"


def test_that_a_refusal_is_said_and_changes_nothing(page, qtbot):
    at(page, 3)
    type_in(page, qtbot, "abc")
    assert total(page) == "86.08"
    assert "abc" in page.trial.bar._note.text()


def test_that_the_trial_is_kept_while_one_looks_elsewhere_and_begins_anew_when_the_card_changes(page, qtbot):
    at(page, 3)
    type_in(page, qtbot, "90")
    page.try_values(False)
    assert total(page) == "86.08"
    page.session.show(quarter=Q2)
    page.session.show(quarter=Q3)
    page.try_values(True)
    assert total(page) == "88.52"
    item = plan_named(page.session, PARTY).indicators[0]
    page.session.perform(lambda: recording.record_actual(page.session.workspace, item.id, Q3, Actual("2")))
    assert page.trial.bar._moved.text() == ""


def test_that_the_pack_is_tried_too(page):
    menu = page.head.choose_pack()
    menu.actions()[1].trigger()
    menu.close()
    assert page.head.pack.text() == "Rule pack national-2021"
    assert total(page) != "86.08"
    assert page._override == ""
    page.trial.reset_all()
    assert page.head.pack.text() == "Rule pack national-2020"


def test_that_what_is_needed_for_a_rating_goes_into_the_trial_by_one_key(page, qtbot):
    panel = page.trial.panel
    assert panel.wanted() == 90
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.model.index(5, 0))
    assert panel.model.line(5).words.startswith("达成")
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert page.band._rating.text() == "优"
    assert total(page) == "90.00"
    assert panel.model.line(5).words == "enough"


def test_that_any_total_can_be_asked_for(page, qtbot):
    panel = page.trial.panel
    panel.total.setFocus()
    panel.total.selectAll()
    qtbot.keyClicks(panel.total, "87.5")
    assert panel.ratings.current() == 3
    assert panel.wanted() == panel.model.line(3).item.wanted
    qtbot.keyClicks(panel.total, "x")
    assert panel.total.property("invalid")


def test_that_spending_for_an_execution_score_goes_into_the_trial(page, qtbot):
    panel = page.trial.panel
    panel.score.setFocus()
    panel.score.selectAll()
    qtbot.keyClicks(panel.score, "8")
    qtbot.mouseClick(panel.spend, Qt.MouseButton.LeftButton)
    assert page.trial.trial.now.card.execution.points == 8


def test_that_a_step_of_the_waterfall_leads_to_its_row_in_the_trial(page, qtbot):
    page.charts.row_chosen.emit(5)
    assert page.trial.view.current_row() == 5
    at(page, 8)
    assert page._row == 7


def test_that_f6_and_the_search_reach_the_trial(page):
    assert page.regions() == [page.head, page.trial.view, page.trial.panel, page.charts.left()]
    named = [page.trial.view, page.trial.panel.table, page.trial.panel.total, page.trial.panel.score]
    assert all(each.accessibleName() for each in named)
    assert "Try values on this scorecard" in [action.text() for action in page.actions()]


def test_that_a_comparison_and_a_trial_give_way_to_each_other(page, qtbot):
    at(page, 3)
    type_in(page, qtbot, "90")
    page.acts.compare.trigger()
    assert not page.trial.bar.isVisible()
    assert total(page) == "86.08"
    page.trying.trigger()
    assert not page.acts.compare.isChecked()
    assert page.trial.view.isVisible()
    assert total(page) == "88.52"


def test_that_all_plans_at_once_have_no_trial(page):
    page.try_values(False)
    page.show_office()
    page.trying.trigger()
    assert not page.trial.active
