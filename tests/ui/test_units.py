"""Units over the entry page, by keyboard: typing, pasting in any order, finding, setting up, undoing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from perftrack.domain.access import Actor
from perftrack.domain.terms import Across, Role
from perftrack.services import units
from tests.ui.scored import Q3, plan_named, sample_file, session_at
from tests.ui.units import ENVIRONMENT, NAMES, PAYMENT, PLAN, break_down, indicator, report, reported
from tests.ui.windows import QUIET, commit
from ui import theme
from ui.delegates.grade_editor import GradeEditor
from ui.delegates.roles import LOOK, State
from ui.models.unit_cells import UnitColumn
from ui.pages.entry import EntryPage
from ui.pages.entry_parts.units_dialog import UnitsDialog
from ui.pages.entry_parts.units_section import UnitsSection
from ui.pages.entry_parts.units_setup import UnitsSetupDialog

pytestmark = [QUIET, pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(tmp_path, qapp):
    theme.install(qapp, "light")
    session = session_at(sample_file(tmp_path), Q3)
    yield session
    session.leave()


@pytest.fixture
def page(qtbot, session):
    return page_on(qtbot, session)


def page_on(qtbot, session):
    """The page in a window of its own, on the indicator the units report."""
    page = EntryPage(session)
    qtbot.addWidget(page)
    session.events.changed.connect(page.apply_changes)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    page.show_context()
    page.focus_plan(plan_named(session, PLAN).id, {"indicator_id": indicator(session).id})
    qtbot.waitUntil(page.isActiveWindow)
    return page


def opened(qtbot, page, kind):
    """What Ctrl+U opens."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_U, CONTROL)
    dialog = page.findChild(kind)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def key(session):
    return break_down(session)


def type_text(qtbot, view, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    qtbot.keyClicks(view.viewport(), text[0])
    if text[1:]:
        qtbot.keyClicks(QApplication.focusWidget(), text[1:])
    if end:
        qtbot.keyClick(QApplication.focusWidget(), end)


def paste(qtbot, view, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)


def commits(session) -> int:
    return len({entry.command_id for entry in session.workspace.journal()})


def test_that_ctrl_u_opens_the_units_and_enter_walks_down_them(qtbot, page, session, key) -> None:
    dialog = opened(qtbot, page, UnitsDialog)
    for text in ("88", "92%", "90"):
        type_text(qtbot, dialog.view, text)
    assert reported(session, key) == {NAMES[0]: "88", NAMES[1]: "92%", NAMES[2]: "90"}
    assert indicator(session).actuals[Q3].value == "90%"
    assert dialog.head.value.text() == "90%"
    assert page.grid.score(page.grid.row_of(key)).indicator.actuals[Q3].value == "90%"
    assert dialog.view.currentIndex().row() == 3


def test_that_the_value_of_the_office_follows_while_typing(qtbot, page, session, key) -> None:
    report(session, key, "88")
    dialog, before = opened(qtbot, page, UnitsDialog), commits(session)
    dialog.view.go_to(1, UnitColumn.VALUE)
    type_text(qtbot, dialog.view, "90", Qt.Key(0))
    assert dialog.head.value.text() == "89%"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert dialog.head.value.text() == "88%"
    assert commits(session) == before


def test_that_what_does_not_read_stays_red_with_its_reason_and_is_there_again(qtbot, page, session, key) -> None:
    dialog, before = opened(qtbot, page, UnitsDialog), commits(session)
    type_text(qtbot, dialog.view, "abc")
    index = dialog.grid.index(0, UnitColumn.VALUE)
    assert commits(session) == before
    assert index.data() == "abc"
    assert index.data(LOOK).state & State.REFUSED
    assert "abc" in dialog.grid.index(0, UnitColumn.NOTE).data()
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert session.pending == (0, 1)
    assert not page.bar.submit.isEnabled()
    again = opened(qtbot, page, UnitsDialog)
    assert again.grid.index(0, UnitColumn.VALUE).data() == "abc"
    again.view.go_to(0, UnitColumn.VALUE)
    qtbot.keyClick(again.view, Qt.Key.Key_Escape)
    assert again.grid.index(0, UnitColumn.VALUE).data() != "abc"
    assert again.isVisible()


def test_that_a_pasted_column_is_one_step(qtbot, page, session, key) -> None:
    dialog, before = opened(qtbot, page, UnitsDialog), commits(session)
    dialog.view.go_to(0, UnitColumn.VALUE)
    paste(qtbot, dialog.view, "\n".join(str(80 + place) for place in range(12)))
    assert commits(session) == before + 1
    assert len(reported(session, key)) == 12
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert reported(session, key) == {}
    assert dialog.grid.index(0, UnitColumn.VALUE).data() == dialog.grid.index(5, UnitColumn.VALUE).data()
    qtbot.keyClick(dialog, Qt.Key.Key_Y, CONTROL)
    assert len(reported(session, key)) == 12


def test_that_a_pasted_table_finds_its_units_by_name_in_any_order(qtbot, page, session, key) -> None:
    dialog, before = opened(qtbot, page, UnitsDialog), commits(session)
    paste(qtbot, dialog.view, "社区\t完成值\t备注\n7号社区\t91\t补报\n外社区\t3\t\n2号社区\t约9\t\n3号社区\t89%\t\n")
    assert commits(session) == before + 1
    assert reported(session, key) == {NAMES[2]: "89%", NAMES[6]: "91"}
    found = units.breakdown(session.workspace, key)
    assert next(each.note for each in found.values[Q3].values() if each.value == "91") == "补报"
    assert dialog.grid.index(1, UnitColumn.VALUE).data(LOOK).state & State.REFUSED
    assert "外社区" in dialog.notice.accessibleName()
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert reported(session, key) == {}
    assert not dialog.grid.index(1, UnitColumn.VALUE).data(LOOK).state & State.REFUSED


def test_that_a_note_goes_with_its_value(qtbot, page, session, key) -> None:
    report(session, key, "88")
    dialog = opened(qtbot, page, UnitsDialog)
    for row in (0, 1):
        dialog.view.go_to(row, UnitColumn.NOTE)
        dialog.view.edit(dialog.view.currentIndex())
        commit(QApplication.focusWidget(), "补报")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    found = units.breakdown(session.workspace, key).values[Q3]
    assert [each.note for each in found.values()] == ["补报"]
    assert dialog.grid.index(1, UnitColumn.NOTE).data(LOOK).state & State.REFUSED


def test_that_a_unit_is_found_by_typing_its_name(qtbot, page, session, key) -> None:
    dialog = opened(qtbot, page, UnitsDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_F, CONTROL)
    assert dialog.head.search.hasFocus()
    qtbot.keyClicks(dialog.head.search, "1")
    assert dialog.view.currentIndex().row() == 0
    qtbot.keyClick(dialog.head.search, Qt.Key.Key_Return)
    assert dialog.view.currentIndex().row() == 9
    assert dialog.isVisible()


def test_that_words_are_chosen_as_grades(qtbot, page, session) -> None:
    key = break_down(session, Across.WORST, ENVIRONMENT)
    report(session, key, "达成")
    page.focus_plan(page.plan_id, {"indicator_id": key})
    dialog = opened(qtbot, page, UnitsDialog)
    dialog.view.go_to(1, UnitColumn.VALUE)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    editor = QApplication.focusWidget()
    while not isinstance(editor, GradeEditor):
        editor = editor.parentWidget()
    qtbot.keyClick(editor, Qt.Key.Key_2)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert reported(session, key)[NAMES[1]] == "部分达成"
    assert indicator(session, ENVIRONMENT).actuals[Q3].grade == "部分达成"


def test_that_the_value_of_the_office_cannot_be_typed_while_units_report_it(qtbot, page, session, key) -> None:
    report(session, key, "88")
    page.show_context()
    page.focus_plan(page.plan_id, {"indicator_id": key})
    type_text(qtbot, page.body.grid, "95")
    assert indicator(session).actuals[Q3].value == "88%"
    index = page.grid.index(page.grid.row_of(key), page.grid.value_column(page.grid.row_of(key)))
    assert index.data(LOOK).state & State.REFUSED
    assert "Ctrl+U" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_that_a_block_over_it_leaves_it_and_fills_the_rest(qtbot, page, session, key) -> None:
    page.show_context()
    page.focus_plan(page.plan_id, {"indicator_id": indicator(session, "保障社区正常运转个数").id})
    paste(qtbot, page.body.grid, "11\n97\n88\n")
    assert indicator(session, "保障社区正常运转个数").actuals[Q3].value == "11"
    assert indicator(session).actuals[Q3].value == "87.5%"


def test_that_the_details_tell_who_is_missing(page, session, key) -> None:
    report(session, key, *("90",) * 9)
    page._show_details(True)
    page.apply_changes(session.workspace.history.undo(), None)
    page.apply_changes(session.workspace.history.redo(), None)
    section = page.findChild(UnitsSection)
    assert section._state.accessibleName() == "9 / 12 reported"
    assert all(name in section._missing.text() for name in NAMES[9:])
    section.open.click()
    assert page.findChild(UnitsDialog).isVisible()


def test_that_nothing_is_typed_in_a_locked_quarter_or_by_who_may_not(qtbot, page, session, key) -> None:
    session.workspace.act_as(Actor("查阅", Role.VIEWER))
    dialog, before = opened(qtbot, page, UnitsDialog), commits(session)
    type_text(qtbot, dialog.view, "88", Qt.Key(0))
    assert commits(session) == before
    assert not dialog.setup.isVisible()
    dialog.close()


def test_that_units_are_set_up_and_an_indicator_broken_down_by_keyboard(qtbot, page, session) -> None:
    dialog = opened(qtbot, page, UnitsSetupDialog)
    dialog.names.setFocus()
    commit(dialog.names, "春风社区\n朝阳社区\n\n幸福社区")
    qtbot.keyClick(dialog.names, Qt.Key.Key_Tab)
    assert dialog.add.hasFocus()
    qtbot.keyClick(dialog.add, Qt.Key.Key_Space)
    assert [unit.name for unit in units.units(session.workspace)] == ["春风社区", "朝阳社区", "幸福社区"]
    assert isinstance(dialog.names, QPlainTextEdit)
    assert dialog.names.toPlainText() == ""
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.list.index(2, 0))
    qtbot.keyClick(dialog, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [unit.name for unit in units.units(session.workspace)] == ["春风社区", "幸福社区", "朝阳社区"]
    dialog.table.setCurrentIndex(dialog.list.index(0, 1))
    paste(qtbot, dialog.table, "95\n92%\n")
    dialog.across.setFocus()
    dialog.across.setCurrentIndex(dialog.across.findData(Across.MEAN))
    dialog.use.setFocus()
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog.use, Qt.Key.Key_Space)
    found = units.breakdown(session.workspace, indicator(session, PAYMENT).id)
    assert (found.kind, found.across) == ("社区", Across.MEAN)
    assert sorted(found.targets.values()) == ["≥92%", "≥95%"]


def test_that_the_set_up_says_what_was_refused_and_takes_a_breakdown_away(qtbot, page, session, key) -> None:
    report(session, key, "88%")
    page.units.open_setup(page.plan_id, key)
    dialog = page.findChild(UnitsSetupDialog)
    dialog.across.setCurrentIndex(dialog.across.findData(Across.POOLED))
    dialog.use.click()
    assert NAMES[0] in dialog.reason.text()
    assert dialog.isVisible()
    dialog.list.setData(dialog.list.index(1, 0), NAMES[0])
    assert NAMES[0] in dialog.reason.text()
    dialog.table.setCurrentIndex(dialog.list.index(3, 0))
    dialog.state.click()
    assert not units.units(session.workspace)[3].active
    dialog.across.setCurrentIndex(0)
    dialog.use.click()
    assert units.breakdown(session.workspace, key) is None
    assert indicator(session).actuals[Q3].value == "88%"


@pytest.mark.parametrize(("name", "typed"), [(PAYMENT, "9"), (ENVIRONMENT, " ")])
def test_that_closing_the_window_stores_what_stands_in_an_editor(qtbot, page, session, name, typed) -> None:
    key = break_down(session, Across.WORST, name)
    page.focus_plan(page.plan_id, {"indicator_id": key})
    dialog = opened(qtbot, page, UnitsDialog)
    qtbot.keyClicks(dialog.view.viewport(), typed)
    if typed == " ":
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    dialog.close()
    assert reported(session, key) == {NAMES[0]: "9" if typed == "9" else "部分达成"}


def test_that_what_was_typed_for_a_unit_outlives_the_program(qtbot, tmp_path, session, key) -> None:
    session.drafts_folder = tmp_path / "drafts"
    first = page_on(qtbot, session)
    dialog = opened(qtbot, first, UnitsDialog)
    type_text(qtbot, dialog.view, "abc")
    dialog.view.go_to(1, UnitColumn.VALUE)
    type_text(qtbot, dialog.view, "90", Qt.Key(0))
    first._drafts.flush()
    first.hide()
    dialog.hide()
    path = session.workspace.path
    session.leave()
    session = session_at(path, Q3)
    session.drafts_folder = tmp_path / "drafts"
    second = page_on(qtbot, session)
    assert session.pending == (1, 1)
    again = opened(qtbot, second, UnitsDialog)
    assert again.grid.index(0, UnitColumn.VALUE).data(LOOK).state & State.REFUSED
    assert [again.grid.index(row, UnitColumn.VALUE).data() for row in (0, 1)] == ["abc", "90"]
    again.view.go_to(0, UnitColumn.VALUE)
    type_text(qtbot, again.view, "88")
    again.view.go_to(1, UnitColumn.VALUE)
    qtbot.keyClick(again.view, Qt.Key.Key_Escape)
    assert session.pending == (0, 0)
    assert reported(session, key) == {NAMES[0]: "88"}
    session.leave()
