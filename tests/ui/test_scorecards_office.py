"""All plans at once on the scorecards page, by keys: matrix, small courses, roll-up, and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from perftrack.domain.plans import Actual
from perftrack.services import recording
from tests.ui.scored import PARTY, Q3, plan_named, sample_file, session_at
from ui import theme
from ui.models.clipboard import read_block
from ui.pages.scorecard_parts.office_view import COURSES, ROLLUP
from ui.pages.scorecards import ScorecardsPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)


@pytest.fixture
def page(qtbot, tmp_path, qapp):
    theme.install(qapp, "light")
    session = session_at(sample_file(tmp_path))
    page = ScorecardsPage(session)
    session.events.changed.connect(page.apply_changes)
    qtbot.addWidget(page)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    page.show_context()
    qtbot.waitUntil(lambda: page.isActiveWindow() and page.charts is not None)
    page.focus_plan(plan_named(session, PARTY).id, {})
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.office is not None and page.office.matrix.view.hasFocus())
    yield page
    session.leave()


def name_of_row(view):
    return view.model().headerData(view.currentIndex().row(), Qt.Orientation.Vertical)


def test_that_alt_up_leads_to_all_plans_standing_on_the_plan_shown(page):
    assert name_of_row(page.office.matrix.view) == PARTY
    assert page.regions() == [page.office.title, page.office.matrix.view]


def test_that_enter_leads_to_the_plan_at_that_indicator(page, qtbot):
    view = page.office.matrix.view
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    name = view.currentIndex().data(Qt.ItemDataRole.ToolTipRole).splitlines()[0]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.head.title.text() == PARTY
    assert page.table.row_name(page.table.current_row()) == name
    assert page.table.hasFocus()


def test_that_the_first_entry_of_the_list_of_plans_is_all_of_them(page, qtbot):
    page.office.opened.emit(plan_named(page.session, PARTY).id, "")
    page.head.title.setFocus()
    qtbot.keyClick(page.head.title, Qt.Key.Key_Return)
    chooser = page.head._chooser
    qtbot.waitUntil(chooser.isVisible)
    qtbot.keyClick(chooser.view, Qt.Key.Key_Home)
    qtbot.keyClick(chooser.view, Qt.Key.Key_Return)
    assert page.office.isVisible()


def test_that_space_sorts_by_the_column_down_up_and_back(page, qtbot):
    view = page.office.matrix.view
    model = view.model()

    def plans():
        return [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]

    before = plans()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    down = plans()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    up = plans()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert before == plans()
    assert down[2:5] == up[2:5][::-1]
    assert name_of_row(view) == PARTY


def test_that_ctrl_f_finds_an_indicator_and_escape_gives_the_keys_back(page, qtbot):
    view, find = page.office.matrix.view, page.office.matrix.find
    qtbot.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(find.field.hasFocus)
    find.field.setText("资金拨付及时率")
    assert find.count.text() == "2 of 5"  # the first from where we stand
    first = view.currentIndex()
    qtbot.keyClick(find.field, Qt.Key.Key_Return)
    assert view.currentIndex() != first
    qtbot.keyClick(find.field, Qt.Key.Key_Escape)
    assert view.hasFocus()
    assert not find.isVisible()


def test_that_enter_folds_a_section(page, qtbot):
    view = page.office.matrix.view
    view.go_to(1, 0)
    rows = view.model().rowCount()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.model().rowCount() == rows - 3
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.model().rowCount() == rows


def test_that_the_matrix_is_copied_as_text_and_as_a_table(page, qtbot):
    view = page.office.matrix.view
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    block = read_block(data.text())
    assert len(block) == view.model().rowCount() + 1
    assert data.html().startswith("<table>")
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [len(line) for line in read_block(QGuiApplication.clipboard().text())] == [4, 4]


def test_that_a_change_elsewhere_shows_in_the_cell_and_the_place_is_kept(page, qtbot):
    view = page.office.matrix.view
    plan = plan_named(page.session, PARTY)
    item = next(item for item in plan.indicators if item.target.endswith("%"))
    column = next(c for c in range(view.model().columnCount())
                  if view.model().target(view.model().index(view.currentIndex().row(), c))[1] == item.id)  # fmt: skip
    view.go_to(view.currentIndex().row(), column)
    before = view.currentIndex().data()
    page.session.events.changed.emit(
        recording.record_actual(page.session.workspace, item.id, Q3, Actual(value="50%")), None
    )
    assert view.currentIndex().data() != before
    assert name_of_row(view) == PARTY


def test_that_small_courses_are_walked_and_lead_to_the_plan(page, qtbot):
    page.office.show_pane(COURSES)
    view = page.office.courses.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    key = view.current_key()
    page.office.courses.what.part(1).click()
    assert view.current_key() == key
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page._plan_id == key
    assert page.table.hasFocus()


def test_that_the_roll_up_narrows_to_a_section_and_leads_to_the_plan(page, qtbot):
    page.office.show_pane(ROLLUP)
    pane = page.office.rollup
    pane.groups.setFocus()
    for _ in range(2):
        qtbot.keyClick(pane.groups, Qt.Key.Key_Down)
    assert {row.card.plan.section for row in pane._standing.rows()} == {"党建办公室"}
    pane.standing.setFocus()
    qtbot.keyClick(pane.standing, Qt.Key.Key_Return)
    assert page.head.title.text() == PARTY  # behind, so it stands first


def test_that_another_language_reaches_every_pane(page):
    for pane in (COURSES, ROLLUP, 0):
        page.office.show_pane(pane)
        QApplication.sendEvent(page.office, _language_change())
        assert page.office.isVisible()


def _language_change():
    from PySide6.QtCore import QEvent

    return QEvent(QEvent.Type.LanguageChange)
