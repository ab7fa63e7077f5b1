"""Who is at work: asked at the start, shown in the top bar, switched by keyboard; pages follow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu

from perftrack.domain.plans import Actual
from perftrack.services import people, recording
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock
from tests.people import HEAD, LEAD, OFFICER, VIEWER, become, divide, person
from tests.persistence.office import open_office
from tests.ui.windows import session_of, settings_at, shown_window
from ui.dialogs.choose_person import ChoosePersonDialog
from ui.dialogs.password import PasswordDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def office(tmp_path):
    with open_office(tmp_path) as workspace:
        divide(workspace, 2024)
        become(workspace, OFFICER)
        people.set_password(workspace, person(workspace, HEAD).id, "雨后")
        return workspace.path


@pytest.fixture
def window(qtbot, office, tmp_path):
    window = shown_window(qtbot, settings_at(tmp_path), office)
    yield window
    session_of(window).leave()


def dialog(window, kind):
    return next((each for each in window.findChildren(kind) if each.isVisible()), None)


def actor(window):
    return session_of(window).workspace.actor


def sign_in(window, name):
    session = session_of(window)
    session.sign(lambda: become(session.workspace, name))


def test_a_divided_file_asks_who_is_at_work_and_can_be_read_without_an_answer(qtbot, window):
    chooser = dialog(window, ChoosePersonDialog)
    assert chooser.focusWidget() is chooser.search
    qtbot.keyClick(chooser.search, Qt.Key.Key_Escape)
    assert actor(window).role is None
    assert window.body.work.bar.person.text() == "Nobody"
    assert window.body.status.words() == "Reading only: nobody is signed in"


def test_somebody_is_found_by_typing_and_taken_by_enter(qtbot, window):
    chooser = dialog(window, ChoosePersonDialog)
    chooser.search.setText("viewer")
    qtbot.keyClick(chooser.search, ENTER)
    assert actor(window).name == VIEWER
    assert VIEWER in window.body.work.bar.person.text()
    assert dialog(window, QDialog) is None


def test_arrows_move_in_the_list_while_typing(qtbot, window):
    chooser = dialog(window, ChoosePersonDialog)
    for _ in range(3):
        qtbot.keyClick(chooser.search, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.search, ENTER)
    assert actor(window).name == LEAD


def test_a_letter_typed_in_the_list_searches(qtbot, window):
    chooser = dialog(window, ChoosePersonDialog)
    chooser.list.setFocus()
    qtbot.keyClick(chooser.list, Qt.Key.Key_V)
    assert chooser.search.text() == "v"
    assert chooser.chosen().person.name == VIEWER


def test_a_wrong_password_stays_typed_with_the_reason(qtbot, window):
    chooser = dialog(window, ChoosePersonDialog)
    qtbot.keyClick(chooser.search, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.search, ENTER)
    assert chooser.focusWidget() is chooser.password
    chooser.password.setText("错")
    qtbot.keyClick(chooser.password, ENTER)
    assert chooser.isVisible()
    assert chooser.password.text() == "错"
    assert HEAD in chooser.reason.text()
    assert actor(window).role is None
    chooser.password.setText("雨后")
    qtbot.keyClick(chooser.password, ENTER)
    assert actor(window).name == HEAD


def test_another_person_begins_with_an_empty_password_field(qtbot, window):
    chooser = dialog(window, ChoosePersonDialog)
    qtbot.keyClick(chooser.search, Qt.Key.Key_Down)
    chooser.password.setText("错")
    qtbot.keyClick(chooser.search, Qt.Key.Key_Down)
    assert chooser.password.text() == ""
    assert not chooser.password.isVisible()


def test_the_menu_of_the_person_names_everybody_and_switches(qtbot, window):
    dialog(window, ChoosePersonDialog).reject()
    sign_in(window, OFFICER)
    window.body.work.bar.person.click()
    menu = dialog(window, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[-3:] == ["My password…", "Sign out", "Manage people…"]
    checked = [action.text() for action in menu.actions() if action.isChecked()]
    assert [OFFICER in word for word in checked] == [True]
    next(action for action in menu.actions() if LEAD in action.text()).trigger()
    menu.close()
    assert actor(window).name == LEAD


def test_the_menu_asks_for_a_password_where_there_is_one(window):
    dialog(window, ChoosePersonDialog).reject()
    window.body.people.do("become", person(session_of(window).workspace, HEAD).id)
    chooser = dialog(window, ChoosePersonDialog)
    assert chooser.chosen().person.name == HEAD
    assert chooser.password.isVisible()


def test_pages_ask_again_and_nothing_of_another_can_be_undone(qtbot, window):
    dialog(window, ChoosePersonDialog).reject()
    session = session_of(window)
    sign_in(window, OFFICER)
    indicator = session.workspace.plans(2024)[0].indicators[0].id
    session.perform(lambda: recording.record_actual(session.workspace, indicator, 3, Actual("7")))
    assert window.body.work.bar.undo.isEnabled()
    with qtbot.waitSignal(session.actor_changed):
        window.body.people.sign_out()
    assert not window.body.work.bar.undo.isEnabled()
    assert window.body.status.words() == "Reading only: nobody is signed in"


def test_the_own_password_is_set_twice_the_same(qtbot, window):
    dialog(window, ChoosePersonDialog).reject()
    sign_in(window, LEAD)
    window.body.people.do("password")
    own = dialog(window, PasswordDialog)
    assert not own.current.isVisible()
    own.new.setText("一")
    own.again.setText("二")
    qtbot.keyClick(own.again, ENTER)
    assert "differ" in own.reason.text()
    own.again.setText("一")
    qtbot.keyClick(own.again, ENTER)
    assert dialog(window, PasswordDialog) is None
    assert person(session_of(window).workspace, LEAD).has_password


def test_the_present_password_is_asked_for(qtbot, window):
    dialog(window, ChoosePersonDialog).reject()
    session = session_of(window)
    session.sign(lambda: become(session.workspace, HEAD, "雨后"))
    window.body.people.do("password")
    own = dialog(window, PasswordDialog)
    assert own.focusWidget() is own.current
    own.store()
    assert own.reason.text()
    own.current.setText("雨后")
    own.store()
    assert not person(session.workspace, HEAD).has_password


def test_an_undivided_file_shows_the_account_and_offers_to_set_people_up(qtbot, tmp_path):
    with open_office(tmp_path) as workspace:
        path = workspace.path
    window = shown_window(qtbot, settings_at(tmp_path), path)
    bar = window.body.work.bar
    assert dialog(window, ChoosePersonDialog) is None
    assert bar.person.text() == people.os_account()
    bar.person.click()
    menu = dialog(window, QMenu)
    assert [action.text() for action in menu.actions()] == ["Set up people…"]
    menu.actions()[0].trigger()
    menu.close()
    assert window.body.work.current == "settings"
    assert window.body.work.page().focusWidget() is window.body.work.page().people.form.name
    session_of(window).leave()


def test_the_account_of_the_machine_signs_in_without_asking(qtbot, tmp_path):
    with open_office(tmp_path) as workspace:
        divide(workspace, 2024, account=people.os_account())
        path = workspace.path
    window = shown_window(qtbot, settings_at(tmp_path), path)
    assert dialog(window, ChoosePersonDialog) is None
    assert actor(window).name == OFFICER
    session_of(window).leave()


def test_what_is_entered_is_signed_by_who_is_at_work(window):
    dialog(window, ChoosePersonDialog).reject()
    session = session_of(window)
    sign_in(window, LEAD)
    indicator = session.workspace.plans(2024)[0].indicators[0].id
    session.perform(lambda: recording.record_actual(session.workspace, indicator, 3, Actual("7")))
    with Workspace.open(session.workspace.path, clock=TickingClock()) as fresh:
        assert fresh.journal(entity="actual")[-1].person == LEAD
