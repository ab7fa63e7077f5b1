"""The application: dressed, the empty window shown first, everything else after its first paint.

What only a save needs is loaded last, beside the window that is ready already.
"""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import languages, theme
from ui.main_window import MainWindow

if TYPE_CHECKING:  # the empty window must not wait for it
    from ui.session import Session

#: Milliseconds between the window being full and the loading for the first save: the first click goes before.
_SETTLED = 400


def application() -> QApplication:
    """The running application, or a new one with its names."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setOrganizationName("perftrack")
    app.setApplicationName("perftrack")
    app.setDesktopFileName("perftrack")
    return app


def run(path: Path | None = None, language: str | None = None) -> int:
    """Open the window, with ``path`` or the file of the last time; the exit status.

    ``language`` is ``zh_CN`` or ``en`` for this run; without it the user's choice, else the system's language.
    """
    app = application()
    window = show_window(app, path, language)
    status = app.exec()
    window.deleteLater()
    return status


def drafts_folder() -> Path:
    """Where typed texts that are not stored are kept, apart from the office files."""
    from PySide6.QtCore import QStandardPaths

    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "drafts"


def show_window(app: QApplication, path: Path | None = None, language: str | None = None) -> MainWindow:
    """Show the window empty; it fills itself after its first paint."""
    from ui.settings import Settings

    # Hundreds of modules are loaded until the window is full; looking for garbage among them costs a tenth of it.
    gc.disable()
    settings = Settings()
    wish = settings.text("scheme", "system")
    theme.install(app, wish if wish in ("light", "dark") else "system")  # type: ignore[arg-type]
    # Before there is a window: every widget would be told of the language afterwards.
    spoken = languages.resolve(language or settings.text("language", "system"))
    languages.use(spoken)
    window = MainWindow()
    geometry = settings.blob("window/geometry")
    if not geometry.isEmpty():
        window.restoreGeometry(geometry)

    def fill() -> None:
        from ui import crash
        from ui.office import now
        from ui.session import Session

        session = Session(settings, spoken, window)
        session.drafts_folder = drafts_folder()
        crash.install(session.alerts.refused, now)
        session.tasks.unheard.connect(crash.raise_unheard)
        window.fill(session, path if path is not None else settings.last_file())
        gc.enable()
        QTimer.singleShot(_SETTLED, session, lambda: _prepare_saving(session) if window.isVisible() else None)

    window.painted.connect(fill)
    window.show()
    return window


def _prepare_saving(session: "Session") -> None:
    """Load what the first save needs, off the window's thread."""

    def work() -> None:
        from perftrack.services.preparing import prepare_saving

        prepare_saving()

    # So much is made that garbage would be looked for, and what is the window's may only go in the window's thread.
    gc.disable()
    session.tasks.run_unseen(work).ended.connect(lambda: gc.enable())
