"""The two dialogs of collection by file, by keyboard: forms out, forms back, accepted and taken back."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from perftrack.domain.access import NOBODY, Actor
from perftrack.domain.people import Person
from perftrack.domain.plans import Actual
from perftrack.domain.terms import Role
from perftrack.services import recording
from perftrack.services.exporting.collection import form_bytes
from perftrack.services.importing.collection_reader import read_form
from tests.services.importing.forms import Q3, fill
from tests.ui.scored import plan_named, sample_file, session_at
from tests.ui.windows import session_of, settings_at, shown_window
from ui import languages, theme
from ui.frame.menus import file_menu
from ui.pages.collection.read import CollectedDialog
from ui.pages.collection.write import WriteFormsDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAME = "社区服务群众经费"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return sample_file(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def session(sample, qapp, tmp_path):
    theme.install(qapp, "light")
    languages.use("en")
    session = session_at(Path(shutil.copy(sample, tmp_path / "office.perftrack")))
    session.settings.keep("collection/folder", str(tmp_path / "forms"))
    yield session
    session.tasks.cancel_all()
    session.leave()


@pytest.fixture
def form(session, tmp_path):
    """A form that came back with a conflict, a refusal, a change and a new cell."""
    plan = plan_named(session, NAME)
    path = tmp_path / "form.xlsx"
    path.write_bytes(form_bytes(session.workspace, plan, Q3))
    recording.record_actual(session.workspace, plan.indicators[0].id, 3, Actual("10"))
    fill(path, "1", value=11)
    fill(path, "2", value="99%")
    fill(path, "6", value="部分达成", share=70)
    fill(path, "7", value="约88")
    return path


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def dialog(qtbot, session, form):
    return shown(qtbot, CollectedDialog(session, [read_form(form)]))


def actual(session, number):
    return plan_named(session, NAME).indicators[number].actuals.get(Q3)


def test_that_arrows_and_space_choose_and_ctrl_enter_accepts(qtbot, session, dialog):
    heard = []
    session.events.changed.connect(lambda changes, _who: heard.append(changes.command))
    view = dialog.view
    assert dialog.accept_button.text() == "Accept 2 cells"
    assert QApplication.focusWidget() is view
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "Accept 3 cells"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "Accept 3 cells"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "Accept 2 cells"
    qtbot.keyClick(view, Qt.Key.Key_Return, CTRL)
    assert heard == ["accept_forms"]
    assert actual(session, 0) == Actual("11")
    assert actual(session, 1) == Actual("100%")
    assert actual(session, 5).grade is not None
    assert dialog.report.accessibleName() == "2 cells accepted, 2 left"
    assert dialog.report.isVisible()
    assert dialog.accept_button.text() == "Accept 1 cell"


def test_that_all_none_and_only_new_have_keys(qtbot, dialog):
    counts = []
    for key in (Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_N):
        qtbot.keyClick(dialog.view, key, CTRL)
        counts.append(len(dialog.cells.chosen()))
    assert counts == [3, 0, 1]
    qtbot.keyClick(dialog.view, Qt.Key.Key_D, CTRL)
    assert not dialog.accept_button.isEnabled()


def test_that_shift_chooses_several_rows_for_one_space(qtbot, dialog):
    qtbot.keyClick(dialog.view, Qt.Key.Key_D, CTRL)
    for _ in range(3):
        qtbot.keyClick(dialog.view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert len(dialog.cells.chosen()) == 3


def test_that_a_click_on_the_box_ticks(qtbot, dialog):
    box = dialog.view.visualRect(dialog.cells.index(1, 0)).center()
    qtbot.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert dialog.accept_button.text() == "Accept 3 cells"


def test_that_an_acceptance_is_taken_back_from_the_report(qtbot, session, dialog):
    dialog.take()
    assert actual(session, 1) == Actual("99%")
    dialog.report.linked.emit("undo")
    assert actual(session, 1) == Actual("100%")
    assert dialog.accept_button.text() == "Accept 2 cells"


def test_that_what_changed_meanwhile_is_said_and_nothing_is_stored(session, dialog):
    recording.record_actual(session.workspace, plan_named(session, NAME).indicators[1].id, 3, Actual("90%"))
    dialog.take()
    assert "was changed after the comparison" in dialog.report.accessibleName()
    assert actual(session, 5) is None


def test_that_a_form_with_nothing_new_says_so(qtbot, session, tmp_path):
    path = tmp_path / "same.xlsx"
    path.write_bytes(form_bytes(session.workspace, plan_named(session, NAME), Q3))
    dialog = shown(qtbot, CollectedDialog(session, [read_form(path)], ["bad.xlsx is not a workbook"]))
    assert dialog._empty.accessibleName() == "Nothing to accept"
    assert not dialog.accept_button.isEnabled()


@pytest.fixture
def writer(qtbot, session, tmp_path):
    (tmp_path / "forms").mkdir()
    return shown(qtbot, WriteFormsDialog(session))


def test_that_plans_that_lack_something_come_ticked_and_are_written(qtbot, session, writer, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    chosen = {plan.name for plan in writer.plans.chosen()}
    assert NAME in chosen
    assert "部门整体" not in chosen
    writer.until.setText("10月15日")
    with qtbot.waitSignal(session.tasks.ended, timeout=20_000):
        qtbot.keyClick(writer.write_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: writer.report.isVisible())
    assert writer.report.accessibleName() == f"{len(chosen)} forms written"
    assert len(list((tmp_path / "forms").glob("2024年三季度绩效填报表_*.xlsx"))) == len(chosen)
    writer.report.linked.emit("folder")
    assert opened == [str(tmp_path / "forms")]


def test_that_space_ticks_and_the_quarter_chooses_anew(qtbot, writer):
    before = len(writer.plans.chosen())
    qtbot.keyClick(writer.list, Qt.Key.Key_Space)
    assert len(writer.plans.chosen()) == before + 1
    writer.quarter.set_current(3)
    writer.quarter.chosen.emit(3)
    assert [plan.name for plan in writer.plans.chosen()] == [NAME]


def test_that_a_folder_that_is_gone_is_a_sentence(qtbot, session, writer, tmp_path):
    writer.take_folder(str(tmp_path / "gone" / "deeper"))
    with qtbot.waitSignal(session.tasks.ended, timeout=20_000):
        writer.write()
    qtbot.waitUntil(lambda: writer.report.isVisible())
    assert "does not exist" in writer.report.accessibleName()


def test_that_closing_while_forms_are_written_waits_for_the_one_at_work(qtbot, session, writer):
    with qtbot.waitSignal(writer.finished, timeout=20_000):
        writer.write()
        writer.reject()
        assert writer.isVisible()


@pytest.fixture
def window(qtbot, session, form, tmp_path):
    path = session.workspace.path
    session.leave()
    window = shown_window(qtbot, settings_at(tmp_path), path)
    yield window
    session_of(window).leave()


def test_that_both_acts_are_in_the_menu_and_found_by_the_search(window, tmp_path):
    actions = window.body.actions_
    menu = file_menu(actions, settings_at(tmp_path), None, lambda _path: None, window)
    assert {"Write forms", "Read forms back"} <= {action.text() for action in menu.actions()}
    assert {"Write forms", "Read forms back"} <= {action.text() for _, action in actions.listed()}
    actions["collect_write"].trigger()
    dialog = window.body.findChild(WriteFormsDialog)
    assert dialog.isVisible()
    dialog.reject()
    actions["collect_read"].trigger()
    asked = window.body.findChild(QFileDialog)
    assert asked.nameFilters() == ["Collection form (*.xlsx)"]
    asked.reject()


def test_that_a_form_dropped_on_the_window_is_compared(qtbot, window, form):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(form))])
    move, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.body.dropEvent(QDropEvent(QPointF(9, 9), move, mime, left, none))
    qtbot.waitUntil(lambda: window.body.findChild(CollectedDialog) is not None, timeout=20_000)
    dialog = window.body.findChild(CollectedDialog)
    assert dialog.accept_button.text() == "Accept 2 cells"
    dialog.reject()


def test_that_a_lead_writes_forms_of_own_plans_and_nobody_writes_any(qtbot, window):
    session = session_of(window)
    own = plan_named(session, NAME).id
    session.workspace.act_as(Actor.of(Person("项目负责人", Role.LEAD, plans=frozenset({own}))))
    window.body.collecting.ask_write()
    dialog = window.body.findChild(WriteFormsDialog)
    assert [plan.name for plan in dialog.plans.chosen()] == [NAME]
    assert dialog.plans.rowCount() == 1
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    session.workspace.act_as(NOBODY)
    window.body.collecting.ask_write()
    assert window.body.findChild(WriteFormsDialog) is None
