"""Forms that come back are read beside the window: it lives on, says what is read, and cancel ends it at once."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from perftrack.services.exporting.collection import form_bytes
from tests.services.importing.forms import Q3
from tests.ui.scored import plan_named, sample_file, session_at
from tests.ui.windows import session_of, settings_at, shown_window
from ui import languages, theme
from ui.pages.collection.read import CollectedDialog

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True),
    pytest.mark.skipif(sys.platform == "win32", reason="there are no files that never end to open"),
]
NAME = "社区服务群众经费"


@pytest.fixture
def path(tmp_path_factory, tmp_path):
    return Path(shutil.copy(sample_file(tmp_path_factory.mktemp("sample")), tmp_path / "office.perftrack"))


@pytest.fixture
def form(path, tmp_path):
    session = session_at(path)
    form = tmp_path / "form.xlsx"
    form.write_bytes(form_bytes(session.workspace, plan_named(session, NAME), Q3))
    session.leave()
    return form


@pytest.fixture
def window(qtbot, qapp, path, form, tmp_path):
    theme.install(qapp, "light")
    languages.use("en")
    window = shown_window(qtbot, settings_at(tmp_path), path)
    yield window
    session_of(window).leave()


@pytest.fixture
def endless(tmp_path):
    """A file that whoever opens it waits for."""
    endless = tmp_path / "endless.xlsx"
    os.mkfifo(endless)
    return endless


def test_that_the_window_lives_while_a_file_is_read_and_cancel_ends_it(qtbot, window, endless):
    tasks, ticks = session_of(window).tasks, []
    clock = QTimer(window)
    clock.timeout.connect(lambda: ticks.append(True))
    clock.start(10)
    window.body.collecting.take([endless])
    (task,) = tasks.running
    qtbot.waitUntil(lambda: len(ticks) >= 30)
    assert task in tasks.running
    assert task.progress == (0, 1, "endless.xlsx")
    with qtbot.waitSignals([task.cancelled, tasks.ended], timeout=1000):
        task.cancel()
    clock.stop()
    assert window.body.findChild(CollectedDialog) is None
    with pytest.raises(OSError, match=r"[Nn]o such device"):  # nobody reads it any more
        os.open(endless, os.O_WRONLY | os.O_NONBLOCK)


def test_that_a_file_that_cannot_be_read_in_time_does_not_hold_the_others_up(qtbot, window, form, endless):
    window.body.collecting.take([endless, form])
    qtbot.waitUntil(lambda: window.body.findChild(CollectedDialog) is not None, timeout=20_000)
    dialog = window.body.findChild(CollectedDialog)
    (told,) = dialog.trouble
    assert "endless.xlsx could not be read within 5 seconds" in told
    assert [each.name for each in dialog.forms] == ["form.xlsx"]
    dialog.reject()
