"""The entry grid under a person's hands: a big paste, and a key press until the new score is on the screen."""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from perftrack.domain.periods import Quarter
from perftrack.services import bundled
from perftrack.services.importing.package import import_into_new
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock, as_bytes, make_indicator, make_package, make_plan
from ui.models.entry_columns import Column
from ui.pages.entry import EntryPage
from ui.session import Session
from ui.settings import Settings

ROWS, CELLS = 200, 1000
#: Seconds: a paste may take a second, a key press one frame of a screen.
PASTE, FRAME = 1.0, 0.016


def measure_pasting() -> Iterator[tuple[str, float, float, float]]:
    """(name, ours, budget, 1): 1,000 cells on 200 indicators, until the window is painted again."""
    with _page(big_package()) as page:
        taken = []
        for run in range(3):
            QApplication.clipboard().setText(block(run))
            taken.append(_seconds(lambda: paste_block(page)))
    yield "1,000 cells pasted", statistics.median(taken), PASTE, 1.0


def measure_typing() -> Iterator[tuple[str, float, float, float]]:
    """(name, ours, budget, 1): one more character in a value of the reference office, until the score is painted."""
    with _page(bundled.sample_package()) as page:
        project = next(plan for plan in page.session.workspace.plans(2024) if len(plan.indicators) > 6)
        page.show_plan(project.id)
        stand_on_value(page, 2)
        QTest.keyClick(page.body.grid.viewport(), Qt.Key.Key_8)
        taken = []
        for run in range(20):
            key = Qt.Key.Key_Backspace if run % 2 else Qt.Key.Key_7
            taken.append(_seconds(lambda key=key: QTest.keyClick(QApplication.focusWidget(), key)))
    yield "key press to score", statistics.median(taken), FRAME, 1.0


def big_package() -> bytes:
    """One plan with 200 indicators."""
    indicators = [
        make_indicator(f"指标{n:03d}", "≥90%", "0.45", level1=f"一级{n // 50}", level2=f"二级{n // 10}")
        for n in range(ROWS)
    ]
    return as_bytes(make_package(make_plan("大计划", indicators=indicators)))


def block(run: int = 0) -> str:
    """1,000 cells: both value columns (one value fills them), causes, remedies and notes of every indicator."""
    lines = (
        f"{80 + (n + run) % 20}\t{80 + (n + run) % 20}\t原因{n} {run}\t措施{n} {run}\t说明{n} {run}"
        for n in range(ROWS)
    )
    return "\n".join(lines)


def paste_block(page: EntryPage) -> None:
    """Ctrl+V on the first value."""
    stand_on_value(page, 0)
    QTest.keyClick(page.body.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def stand_on_value(page: EntryPage, row: int) -> None:
    """Make this quarter's value of a row the current cell."""
    page.body.grid.setFocus()
    page.body.grid.go_to(row, page.grid.section(Column.IN_QUARTER))


def show_value_block(page: EntryPage) -> None:
    """Show the columns the block is made for, side by side."""
    first = tuple(column for column in page.grid.columns() if column < Column.IN_QUARTER)
    page.grid.show_columns((*first, Column.IN_QUARTER, Column.TO_DATE, Column.CAUSE, Column.REMEDY, Column.NOTE))


def _seconds(act: object) -> float:
    start = time.perf_counter()
    act()  # type: ignore[operator]
    QApplication.processEvents()
    return time.perf_counter() - start


@contextmanager
def _page(package: bytes) -> Iterator[EntryPage]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import application

    application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.perftrack"
        import_into_new(path, package, clock=TickingClock())
        session = Session(Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)), "zh_CN")
        session.take(Workspace.open(path, clock=TickingClock()), 2024, Quarter.Q3)
        page = EntryPage(session)
        session.events.changed.connect(page.apply_changes)
        page.resize(1294, 696)
        page.show()
        page.activateWindow()
        page.show_context()
        show_value_block(page)
        QApplication.processEvents()
        yield page
        page.hide()
        session.leave()
