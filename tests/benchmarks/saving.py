"""One cell saved beside a raw commit with the same pragmas, in turn, medians."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.services import bundled, recording
from perftrack.services.importing.package import import_into_new
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock

RUNS = 200


def measure() -> Iterator[tuple[str, float, float, float]]:
    """(name, ours, floor, budget) in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.perftrack"
        import_into_new(path, bundled.sample_package(), clock=TickingClock(), is_sample=True)
        raw = sqlite3.connect(Path(folder) / "raw.db", isolation_level=None)
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("PRAGMA synchronous=EXTRA")
        raw.execute("CREATE TABLE cell (id TEXT PRIMARY KEY, value TEXT) STRICT")
        ours, floor = [], []
        with Workspace.open(path, clock=TickingClock()) as workspace:
            indicator = workspace.plans(2024)[1].indicators[0].id
            for number in range(RUNS):
                start = time.perf_counter()
                raw.execute("BEGIN IMMEDIATE")
                raw.execute("INSERT OR REPLACE INTO cell VALUES ('a', ?)", (str(number),))
                raw.execute("COMMIT")
                floor.append(time.perf_counter() - start)
                start = time.perf_counter()
                recording.record_actual(workspace, indicator, Quarter.Q4, Actual(str(number)))
                ours.append(time.perf_counter() - start)
        raw.close()
    yield "one cell saved", statistics.median(ours), statistics.median(floor), 4.0
