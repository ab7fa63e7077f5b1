"""All plans at once on the scorecards page: a value changes, until the matrix is painted anew."""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.services import bundled, recording
from perftrack.services.importing.package import import_into_new
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock, as_bytes, make_fund, make_indicator, make_package, make_plan
from ui.pages.scorecards import ScorecardsPage
from ui.session import Session
from ui.settings import Settings

PLANS, RUNS = 1000, 15
#: Seconds: a frame of the screen for the reference office, a tenth of a second for a thousand plans.
FRAME, LARGE = 0.016, 0.1
_PANES = ("matrix", "courses", "roll-up")


def measure() -> Iterator[tuple[str, float, float, float]]:
    """(name, ours, budget, 1): from a stored change to the painted window, the card and each pane of the office.

    Time of this process, so that what else the machine does is not counted: all of it is done by the window's thread.
    """
    for words, package, budget in (
        ("6 plans", bundled.sample_package(), FRAME),
        ("1,000 plans", as_bytes(large_package()), LARGE),
    ):
        with page_of(package) as page:
            yield f"card, {words}", _median(page), budget, 1.0
            page.show_office()
            for pane, name in enumerate(_PANES):
                page.office.show_pane(pane)
                QApplication.processEvents()
                yield f"{name}, {words}", _median(page), budget, 1.0


def large_package(plans: int = PLANS) -> dict[str, object]:
    """An office of many plans under twelve sections that share most names."""
    names = ("数量", "合规率", "及时率", "成本", "服务能力", "环境质量", "满意度")
    return make_package(*(
        make_plan(
            f"项目{n:04d}", section=f"处室{n % 12:02d}",
            funds=[make_fund(executed={"1": "20", "2": "50", "3": str(40 + n % 60)})],
            indicators=[
                make_indicator(
                    f"{name}{n % 40 if i == 4 else ''}", "≥90%", "12" if i < 6 else "18", level1=f"一级{i // 3}指标",
                    actuals={str(q): {"value": f"{60 + (n * 7 + i * 5 + q * 3) % 40}%"} for q in (1, 2, 3)},
                )
                for i, name in enumerate(names)
            ],
        )
        for n in range(plans)
    ))  # fmt: skip


@contextmanager
def page_of(package: bytes) -> Iterator[ScorecardsPage]:
    """The scorecards page over an office file made of ``package``, shown and settled."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import application

    application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.perftrack"
        import_into_new(path, package, clock=TickingClock())
        session = Session(Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)), "zh_CN")
        session.take(Workspace.open(path, clock=TickingClock()), 2024, Quarter.Q3)
        page = ScorecardsPage(session)
        session.events.changed.connect(page.apply_changes)
        page.resize(1294, 696)
        page.show()
        page.show_context()
        for _ in range(3):
            QApplication.processEvents()
        plan = max(session.workspace.plans(2024), key=lambda plan: len(plan.indicators))
        charted = next(item for item in plan.indicators if "%" in item.target)
        page.focus_plan(plan.id, {"indicator_id": charted.id})
        QApplication.processEvents()
        yield page
        page.hide()
        session.leave()


def _median(page: ScorecardsPage) -> float:
    workspace = page.session.workspace
    taken = []
    for run in range(RUNS):
        item = next(item for item in workspace.plan(page._plan_id).indicators if "%" in item.target)
        value = f"{70 + run % 20}%"
        changes = recording.record_actual(workspace, item.id, Quarter.Q3, Actual(value=value))
        start = time.process_time()
        page.session.events.changed.emit(changes, None)
        QApplication.processEvents()
        taken.append(time.process_time() - start)
    return statistics.median(taken)
