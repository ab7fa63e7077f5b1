"""The entry grid by keyboard: moving, selecting, clearing, filling down, cutting and copying, each one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from perftrack.domain.plans import Actual
from perftrack.services import recording
from tests.ui.entering import (
    CONTROL,
    COST,
    ENVIRONMENT,
    FIRST,
    PAYMENT,
    SATISFACTION,
    SHIFT,
    commits,
    entry_page,
    indicator,
    paste,
    stand,
    type_text,
    undo,
)
from tests.ui.scored import Q3, sample_file, session_at
from ui import theme
from ui.delegates.roles import LOOK, State
from ui.models.entry_columns import Column

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)


@pytest.fixture
def page(qtbot, tmp_path, qapp):
    theme.install(qapp, "light")
    session = session_at(sample_file(tmp_path), Q3)
    yield entry_page(qtbot, session)
    session.leave()


def place(page) -> tuple[int, int]:
    index = page.body.grid.currentIndex()
    return index.row(), index.column()


def test_that_enter_goes_down_and_shift_enter_up(qtbot, page) -> None:
    stand(page, FIRST)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Return)
    assert place(page)[0] == 1
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Return, SHIFT)
    assert place(page)[0] == 0


def test_that_tab_goes_through_the_cells_that_take_typing_and_back(qtbot, page) -> None:
    stand(page, FIRST)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Tab)
    assert place(page) == (0, page.grid.section(Column.CAUSE))
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Backtab)
    assert place(page) == (0, page.grid.section(Column.IN_QUARTER))


def test_that_home_and_end_go_to_the_ends_of_row_and_grid(qtbot, page) -> None:
    stand(page, PAYMENT, Column.CAUSE)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_End)
    assert place(page) == (2, page.grid.section(Column.REMEDY))
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Home)
    assert place(page) == (2, page.grid.section(Column.IN_QUARTER))
    qtbot.keyClick(page.body.grid, Qt.Key.Key_End, CONTROL)
    assert place(page) == (page.grid.rowCount() - 1, page.grid.section(Column.REMEDY))
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Home, CONTROL)
    assert place(page) == (0, page.grid.section(Column.IN_QUARTER))


def test_that_f2_edits_what_is_there_and_escape_leaves_it(qtbot, page) -> None:
    before = commits(page)
    stand(page, PAYMENT)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor.text() == "87.5"
    qtbot.keyClicks(editor, "9")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert commits(page) == before
    assert indicator(page, PAYMENT).actuals[Q3].value == "87.5%"


def test_that_delete_empties_every_selected_cell_in_one_step(qtbot, page) -> None:
    before = commits(page)
    stand(page, FIRST)
    for _ in range(2):
        qtbot.keyClick(page.body.grid, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Delete)
    assert commits(page) == before + 1
    assert Q3 not in indicator(page, FIRST).actuals
    assert Q3 not in indicator(page, PAYMENT).actuals
    undo(page)
    assert indicator(page, FIRST).actuals[Q3].value == "12"
    assert indicator(page, PAYMENT).actuals[Q3].value == "87.5%"


def test_that_control_a_selects_everything(qtbot, page) -> None:
    stand(page, FIRST)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_A, CONTROL)
    chosen = page.body.grid.selectionModel().selectedIndexes()
    assert {index.row() for index in chosen} == set(range(page.grid.rowCount()))
    assert {index.column() for index in chosen} == set(range(page.grid.columnCount()))


def test_that_cut_copies_and_empties_in_one_step(qtbot, page) -> None:
    before = commits(page)
    stand(page, PAYMENT)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_X, CONTROL)
    assert QGuiApplication.clipboard().text() == "87.5%"
    assert commits(page) == before + 1
    assert Q3 not in indicator(page, PAYMENT).actuals


def test_that_fill_down_repeats_the_first_row_in_one_step(qtbot, page) -> None:
    before = commits(page)
    stand(page, "资金使用合规率")
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_D, CONTROL)
    assert commits(page) == before + 1
    assert indicator(page, PAYMENT).actuals[Q3].value in ("100", "100%")


def test_that_fill_down_takes_a_grade_along(qtbot, page) -> None:
    stand(page, ENVIRONMENT)
    paste(qtbot, page.body.grid, "部分达成 70%")
    assert indicator(page, ENVIRONMENT).actuals[Q3].grade.value == "部分达成"
    stand(page, "社区服务能力提升率")
    top = page.body.grid.currentIndex()
    page.body.grid.setCurrentIndex(top)
    texts = page.grid.cell(page.grid.index(top.row() + 1, top.column()))
    assert texts.text == "部分达成 70%"
    stand(page, ENVIRONMENT)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Delete)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_D, CONTROL)  # one row: what stands above it, here a number
    assert page.body.grid.currentIndex().data(LOOK).state & State.REFUSED


def test_that_a_fraction_is_shown_and_edited_as_it_was_typed(qtbot, page) -> None:
    stand(page, SATISFACTION)
    type_text(qtbot, page.body.grid, "1188/1320")
    assert indicator(page, SATISFACTION).actuals[Q3].value == "1188/1320"
    stand(page, SATISFACTION)
    assert page.body.grid.currentIndex().data() == "1188/1320"
    qtbot.keyClick(page.body.grid, Qt.Key.Key_F2)
    assert QApplication.focusWidget().text() == "1188/1320"


def test_that_the_form_not_stored_is_shown_as_derived_and_typing_there_is_converted(qtbot, page) -> None:
    stand(page, COST, Column.IN_QUARTER)
    look = page.body.grid.currentIndex().data(LOOK)
    assert look.state & State.DERIVED
    assert look.subtext
    type_text(qtbot, page.body.grid, "3")
    assert indicator(page, COST).actuals[Q3].value == "7.62"


def test_that_a_note_is_typed_in_the_grid_and_needs_a_value(qtbot, page) -> None:
    page.tools.columns.arrange((*page.grid.columns(), Column.NOTE))
    stand(page, PAYMENT, Column.NOTE)
    type_text(qtbot, page.body.grid, "10 months")
    assert indicator(page, PAYMENT).actuals[Q3] == Actual("87.5%", note="10 months")
    stand(page, ENVIRONMENT, Column.NOTE)
    type_text(qtbot, page.body.grid, "early")
    assert Q3 not in indicator(page, ENVIRONMENT).actuals
    cell = page.grid.cell(
        page.grid.index(page.grid.row_of(indicator(page, ENVIRONMENT).id), page.grid.section(Column.NOTE))
    )
    assert cell.look.state & State.REFUSED
    assert "needs a value" in cell.tip


def test_that_value_and_note_of_a_block_are_stored_together_wherever_their_columns_stand(qtbot, page) -> None:
    columns = [column for column in page.grid.columns() if column is not Column.TO_DATE]
    columns.insert(columns.index(Column.IN_QUARTER), Column.NOTE)
    page.tools.columns.arrange(tuple(columns))
    before = commits(page)
    stand(page, ENVIRONMENT, Column.NOTE)
    paste(qtbot, page.body.grid, "seen by the office\t达成")
    assert commits(page) == before + 1
    actual = indicator(page, ENVIRONMENT).actuals[Q3]
    assert (actual.grade.value, actual.note) == ("达成", "seen by the office")


def test_that_what_is_typed_elsewhere_is_seen_without_losing_the_place(qtbot, page) -> None:
    stand(page, PAYMENT)
    changes = recording.record_actual(page.session.workspace, indicator(page, FIRST).id, Q3, Actual("9"))
    page.session.events.changed.emit(changes, None)
    assert page.grid.cell_at(0, page.grid.section(Column.IN_QUARTER)).text == "9"
    assert place(page)[0] == 2
