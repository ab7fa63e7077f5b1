"""The first page: four ways to begin, all by keyboard, and an example that is computed."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox

from perftrack.services import bundled
from tests.ui.windows import QUIET, empty_office, session_of, settings_at, shown_window
from ui.dialogs.new_office import NewOfficeDialog, proposed_path
from ui.models.example_card import example_card

pytestmark = QUIET


@pytest.fixture
def window(qtbot, tmp_path):
    window = shown_window(qtbot, settings_at(tmp_path))
    yield window
    session_of(window).leave()


def choice(window, key):
    return window.body.first._choices[key]


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    move, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.body.dropEvent(QDropEvent(QPointF(9, 9), move, data, left, none))


def test_the_first_choice_has_the_focus_and_the_arrows_go_round(qtbot, window):
    qtbot.waitUntil(choice(window, "new").hasFocus)
    qtbot.keyClick(choice(window, "new"), Qt.Key.Key_Down)
    assert choice(window, "open").hasFocus()
    qtbot.keyClick(choice(window, "open"), Qt.Key.Key_Up)
    assert choice(window, "new").hasFocus()


def test_every_choice_says_what_it_is_and_does(window):
    for key in ("new", "open", "import", "sample"):
        assert choice(window, key).accessibleName()
        assert choice(window, key).accessibleDescription()
    assert ".json" in choice(window, "import").accessibleDescription()


def test_the_example_is_computed_and_stands_as_the_guide_says(qtbot, window):
    assert (str(example_card().total), example_card().rating.value) == ("96.55", "优")
    qtbot.waitUntil(lambda: "96.55 优" in window.body.first._example.accessibleName())


def test_a_new_office_is_asked_for_its_name_and_then_open(qtbot, window, tmp_path):
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(NewOfficeDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert not dialog._create.isEnabled()
    dialog._take(tmp_path / "office.perftrack")
    qtbot.keyClicks(dialog.name, "Street office")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    session = session_of(window)
    assert session.is_open
    assert session.workspace.department().name == "Street office"
    assert (tmp_path / "office.perftrack").exists()


def test_a_new_office_never_takes_the_place_of_a_file(qtbot, window, tmp_path):
    taken = empty_office(tmp_path / "taken.perftrack")
    dialog = NewOfficeDialog(window, name="Street office")
    qtbot.addWidget(dialog)
    dialog._take(taken)
    assert not dialog._create.isEnabled()
    assert "already" in dialog._reason.text()


def test_the_proposed_file_is_named_after_the_office():
    assert proposed_path(" 延安北路/街道办 ").name == "延安北路 街道办.perftrack"
    assert proposed_path("").name == "office.perftrack"


def test_opening_asks_for_a_file_without_stopping_the_program(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()


def test_a_dropped_office_file_is_opened(window, tmp_path):
    drop(window, empty_office(tmp_path / "office.perftrack"))
    assert session_of(window).workspace.path.name == "office.perftrack"


def test_a_dropped_package_asks_where_its_office_shall_be_and_is_imported(qtbot, window, tmp_path):
    package = tmp_path / "year.json"
    package.write_text(json.dumps(bundled.sample_package(), ensure_ascii=False), encoding="utf-8")
    drop(window, package)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(session_of(window).events.opened, timeout=20_000):
        dialog.fileSelected.emit(str(tmp_path / "year.perftrack"))
    dialog.reject()
    assert len(session_of(window).workspace.plans(2024)) == 6


def test_a_file_that_is_none_of_ours_is_refused_in_words(window, tmp_path):
    strange = tmp_path / "strange.perftrack"
    strange.write_bytes(b"no database")
    said = []
    session_of(window).alerts.said.connect(said.append)
    drop(window, strange)
    assert not session_of(window).is_open
    assert len(said) == 1
    assert "strange.perftrack" in said[0]


def test_the_right_side_goes_where_there_is_no_room(window):
    window.setMinimumSize(0, 0)
    window.resize(1000, 700)
    assert not window.body.first._right.isVisible()
    window.resize(1366, 768)
    assert window.body.first._right.isVisible()


def test_language_changes_without_a_restart_and_is_remembered(qtbot, window):
    window.body.choose_language("zh_CN")
    qtbot.waitUntil(lambda: choice(window, "new").accessibleName() == "新建单位")
    assert session_of(window).settings.text("language") == "zh_CN"
    window.body.choose_language("en")
    qtbot.waitUntil(lambda: choice(window, "new").accessibleName() == "New office")


def test_the_appearance_changes_at_once_and_is_remembered(window):
    from ui import theme

    window.body.choose_scheme("dark")
    assert theme.is_dark()
    assert session_of(window).settings.text("scheme") == "dark"
    window.body.choose_scheme("light")
    assert not theme.is_dark()


def test_a_file_of_the_last_time_that_does_not_open_is_said_and_the_first_page_shown(qtbot, tmp_path):
    broken = tmp_path / "broken.perftrack"
    broken.write_bytes(b"no database")
    window = shown_window(qtbot, settings_at(tmp_path), broken)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "broken.perftrack" in box.text()
    box.close()
    assert window.body.first.isVisible()
