"""Tables draw every kind of cell, and what colour says is also said in words."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from ui import theme
from ui.delegates import painting
from ui.delegates.editor import CellEditor
from ui.delegates.header import HeaderView
from ui.delegates.roles import LOOK, Execution, Heat, Look, ScoreBar, Spark, State
from ui.delegates.table import TableDelegate

# The offscreen platform says this about every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture(autouse=True)
def _dressed(qapp):
    theme.install(qapp, "light")


@pytest.fixture
def table(qtbot):
    """A table with one cell of every look."""
    looks = [
        Look(light="green"), Look(light="grey", center=True),
        Look(draw=ScoreBar(83, (60, 80, 90), rating="良", note="1")),
        Look(draw=Execution(0.5, 0.75, "green")), Look(draw=Heat("red", "label")), Look(subtext="below", size=12),
        Look(draw=Spark([1, None, 3], [4.0], target=2)), Look(draw=Spark([])), Look(right=True, group_end=True),
        Look(suffix="plan", icon="clip"), Look(top=True, quiet_row=True),
        *[Look(state=state, right=True) for state in State],
    ]  # fmt: skip
    model = QStandardItemModel(2, len(looks))
    for row in range(2):
        for column, look in enumerate(looks):
            model.setData(model.index(row, column, QModelIndex()), "text that needs two lines in its cell")
            model.setData(model.index(row, column, QModelIndex()), look, LOOK)
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    header = HeaderView(view)
    header.set_groups([(1, 3, "Group")], strong=True)
    header.set_locked({2})
    header.setSortIndicatorShown(True)
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    view.setHorizontalHeader(header)
    qtbot.addWidget(view)
    view.resize(1800, 300)
    view.show()
    return view


@pytest.mark.parametrize("rows", [True, False])
def test_that_a_table_draws_every_look_selected_hovered_and_current(table, rows):
    delegate = TableDelegate(table, rows=rows, name_column=0)
    table.setItemDelegate(delegate)
    table.selectRow(0)
    table.setCurrentIndex(table.model().index(1, 0))
    table.entered.emit(table.model().index(1, 3))
    assert delegate.hovered_row() == (1 if rows else -1)
    assert not table.grab().isNull()


def test_that_a_cell_editor_keeps_its_unit_apart_from_the_number(qtbot):
    editor = CellEditor(unit="%")
    qtbot.addWidget(editor)
    qtbot.keyClicks(editor, "87.5")
    assert editor.text() == "87.5"
    assert editor.textMargins().right() > CellEditor().textMargins().right()
    assert not editor.grab().isNull()


def test_that_the_current_cell_of_the_entry_grid_carries_the_frame(table, qtbot):
    table.setItemDelegate(TableDelegate(table, rows=False))
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 8))
    table.activateWindow()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    cell = table.visualRect(table.model().index(1, 8))
    image = table.viewport().grab(cell).toImage()
    assert image.pixelColor(1, image.height() // 2) == theme.color("accent")


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (State.NONE, "Saved"),
        (State.UNSAVED | State.NOTED, "Not saved"),
        (State.REFUSED, "Not accepted"),
        (State.LOCKED, "Locked"),
        (State.EMPTY, "Not reported"),
    ],
)
def test_that_every_state_of_a_cell_has_a_word(state, word):
    assert painting.state_word(state) == word


def test_that_long_names_break_into_two_lines_and_the_rest_is_shortened(qapp):
    words = "每个社区每年服务群众经费金额不超过年初预算核定数"
    lines = painting.two_lines(words, 14, False, 140.0)
    assert len(lines) == 2
    assert words.startswith(lines[0])
    assert lines[1].endswith("…")
    assert painting.two_lines("短", 14, False, 140.0) == ("短",)
