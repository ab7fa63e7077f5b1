"""The file as it was on a past day, beside one bare pass over the same journal, in turn, medians.

The floor is what a replay from the first entry would at least do: copy the pages into memory and fetch each entry
with its images. Going backwards fetches only what is younger, so a large office must stay below the floor even half a
history back; the reference office must be there within one frame of a screen.
"""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Actual, Department, Fund, Indicator, Plan
from perftrack.domain.terms import Aggregation, PlanKind
from perftrack.services import asof, bundled, recording, reporting
from perftrack.services.importing.package import import_into_new
from perftrack.services.recording import ActualEntry
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock

RUNS, PLANS, EACH, BLOCK = 7, 1000, 8, 20
FRAME, LARGE, CARD = 0.016, 1.0, 1.5
_BEGIN = datetime(2024, 3, 31, 9, 0, tzinfo=UTC)
_ENTRIES = "SELECT seq, entity, row_key, before, after FROM journal ORDER BY seq"


def measure() -> Iterator[tuple[str, float, float, float]]:
    """(name, ours, floor, budget) in seconds: reference office, 1,000 plans with 32,000 actuals, a card of them."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "sample.perftrack"
        import_into_new(small, bundled.sample_package(), clock=TickingClock(), is_sample=True)
        with Workspace.open(small, clock=TickingClock()) as workspace:
            for number in range(100):
                indicator = workspace.plans(2024)[1].indicators[0]
                recording.record_actual(workspace, indicator.id, Quarter.Q4, Actual(str(number)))
            begun = datetime.fromisoformat(workspace.journal()[-50].time)
            yield "as of, sample", _both(workspace, begun.date())[0], FRAME, 1.0
        big = Path(folder) / "big.perftrack"
        halfway = _make_big(big)
        with Workspace.open(big, clock=TickingClock()) as workspace:
            yield "as of, half back", *_both(workspace, halfway), LARGE
            yield "as of, today", *_both(workspace, halfway + timedelta(days=365)), LARGE
            with asof.as_of(workspace, halfway) as past:
                first = past.plans(2024)[0].id
                workspace.plans(2024)
                ours = _timed(lambda: reporting.quarter_scores(past, first))
                yield "past card", ours, _timed(lambda: reporting.quarter_scores(workspace, first)), CARD


def _both(workspace: Workspace, day: date) -> tuple[float, float]:
    ours, floor = [], []
    for _ in range(RUNS):
        floor.append(_timed(lambda: _bare_pass(workspace.path)))
        ours.append(_timed(lambda: asof.as_of(workspace, day).close()))
    return statistics.median(ours), statistics.median(floor)


def _bare_pass(path: Path) -> None:
    live, memory = sqlite3.connect(path), sqlite3.connect(":memory:")
    live.backup(memory)
    memory.execute(_ENTRIES).fetchall()
    live.close()
    memory.close()


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


class _Clock:
    def __init__(self) -> None:
        self.moment = _BEGIN

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def _make_big(path: Path) -> date:
    """1,000 plans of 8 indicators reported in four quarters; the day half way."""
    clock = _Clock()
    plans = [_plan(number) for number in range(PLANS)]
    days = []
    with Workspace.create(path, Department("街道办事处"), clock=clock) as workspace:
        store_plans(workspace, Department("街道办事处"), plans, [])
        ids = [indicator.id for plan in workspace.plans(2024) for indicator in plan.indicators]
        for quarter in QUARTERS:
            clock.moment += timedelta(days=90)
            for start in range(0, len(ids), BLOCK * EACH):
                entries = [ActualEntry(key, quarter, Actual("3")) for key in ids[start : start + BLOCK * EACH]]
                recording.record_block(workspace, entries)
            days.append(clock.moment.date())
    return days[1]


def _plan(number: int) -> Plan:
    indicators = tuple(
        Indicator("产出指标", "数量指标", f"指标{place}", "≥12个", Decimal("11.25"), aggregation=Aggregation.SUM)
        for place in range(EACH)
    )
    return Plan(
        2024, PlanKind.PROJECT, f"项目{number:04d}", funds=(Fund("财政拨款", Decimal(10)),), indicators=indicators
    )
