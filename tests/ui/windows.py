"""What tests of the window stand on: a window with its own settings, beside an office file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from perftrack.domain.plans import Department
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock
from ui import theme
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings

#: What the offscreen platform complains about and a real one does not.
QUIET = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", extend=True)


def settings_at(folder: Path) -> Settings:
    """Settings that are forgotten with the folder."""
    return Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))


def empty_office(path: Path) -> Path:
    """A new file without plans."""
    Workspace.create(path, Department("延安北路街道办事处"), clock=TickingClock()).close()
    return path


def shown_window(qtbot, settings: Settings, path: Path | None = None, language: str = "en") -> MainWindow:
    """The window as the user has it: shown, filled, active; with ``path`` open or on the first page."""
    theme.install(QApplication.instance(), "light")
    window = MainWindow()
    qtbot.addWidget(window)
    session = Session(settings, language, window)
    window.fill(session, path)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def session_of(window: MainWindow) -> Session:
    """Where the window stands."""
    return window.body.status._session


def commit(target, words: str) -> None:
    """Type words the way an input method does; Qt's own keyClicks know ASCII only."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(target, event)
