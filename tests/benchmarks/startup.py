"""Start-up beside an empty PySide6 window: whole processes, in turn, medians. The floor is measured in the same run."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

RUNS = 7

_EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv)
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""

_PAINTED = """
import sys
from ui.app import application, show_window
app = application()
window = show_window(app)
window.painted.disconnect()
window.painted.connect(app.quit)
app.exec()
"""

_INTERACTIVE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.app import application, show_window
app = application()
window = show_window(app, Path(sys.argv[1]), "zh_CN")
window.painted.connect(lambda: QTimer.singleShot(0, app.quit))
app.exec()
assert window.body is not None and window.body.work is not None
"""


def measure() -> Iterator[tuple[str, float, float, float]]:
    """(name, ours, floor, budget) in seconds: first paint, and the overview of the sample ready for a click."""
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.perftrack"
        _make_sample(sample)
        codes = {"empty": _EMPTY, "painted": _PAINTED, "interactive": _INTERACTIVE}
        times: dict[str, list[float]] = {name: [] for name in codes}
        for run in range(RUNS + 1):
            for name, code in codes.items():
                taken = _time(code, sample, folder)
                if run:  # the first round warms the disk
                    times[name].append(taken)
    floor = statistics.median(times["empty"])
    yield "first window painted", statistics.median(times["painted"]), floor, 1.5
    yield "overview interactive", statistics.median(times["interactive"]), floor, 6.5


def _make_sample(path: Path) -> None:
    from perftrack.services import bundled
    from perftrack.services.importing.package import import_into_new
    from tests.factories import TickingClock

    import_into_new(path, bundled.sample_package(), clock=TickingClock(), is_sample=True)


def _time(code: str, sample: Path, home: str) -> float:
    # An installed program keeps its byte code; a shell that forbids writing it would have ours compiled every time.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, str(sample)], check=True, env=environment)
    return time.perf_counter() - start
