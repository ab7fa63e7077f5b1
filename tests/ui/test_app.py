"""Starting up in fresh processes: what a window that shows must not load, and the loading for the first save."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.scored import sample_file

START = """
import gc, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.app import application, show_window

app = application()
window = show_window(app, Path(sys.argv[1]), "zh_CN")


def when(reached, act):
    def look():
        if reached():
            timer.stop()
            act()
    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(1)


def loading():
    return "sqlalchemy" in sys.modules


def loaded():
    return "perftrack.persistence.shapes" in sys.modules and gc.isenabled()


"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_file(tmp_path_factory.mktemp("sample"))


def said_by(program: str, path: Path, home: Path) -> str:
    """What a fresh process running ``program`` prints; it must end well and complain of nothing."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
    }
    command = [sys.executable, "-W", "error", "-c", START + program + "app.exec()\n", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    complaints = [line for line in result.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (result.returncode, complaints) == (0, [])
    return result.stdout.strip()


def test_that_showing_the_overview_loads_nothing_that_only_others_need(sample: Path, tmp_path: Path) -> None:
    program = """
HEAVY = ("sqlalchemy", "sqlmodel", "pydantic", "alembic", "pyqtgraph", "numpy", "openpyxl", "xlsxwriter")


def told():
    assert window.body.work.current == "overview"
    print([name for name in HEAVY if name in sys.modules])
    window.close()


window.painted.connect(lambda: QTimer.singleShot(0, told))
"""
    assert said_by(program, sample, tmp_path) == "[]"


def test_that_what_a_save_needs_is_loaded_beside_the_window_without_a_word(sample: Path, tmp_path: Path) -> None:
    program = """
def told():
    print(len(seen), window.body.status._session.tasks.running)
    window.close()


seen = []
window.painted.connect(lambda: window.body.status._session.tasks.started.connect(seen.append))
when(loaded, told)
"""
    assert said_by(program, sample, tmp_path) == "0 ()"


def test_that_the_window_closes_well_while_it_is_loading(sample: Path, tmp_path: Path) -> None:
    assert said_by("when(loading, window.close)\n", sample, tmp_path) == ""


def test_that_a_save_while_it_is_loading_waits_and_is_done(tmp_path: Path) -> None:
    program = """
def save():
    from perftrack.domain.plans import Actual
    from perftrack.services import recording

    workspace = window.body.status._session.workspace
    indicator = workspace.plans(2024)[1].indicators[0].id
    assert recording.record_actual(workspace, indicator, 4, Actual("41"))
    print(workspace.verify())
    when(loaded, window.close)


when(loading, save)
"""
    assert said_by(program, sample_file(tmp_path), tmp_path) == "[]"
