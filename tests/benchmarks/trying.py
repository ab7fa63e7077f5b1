"""What-if and its inverse on a plan of 200 indicators: one input changes, everything is scored again."""

import statistics
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from perftrack.domain.forecast import forecast
from perftrack.domain.gains import gains
from perftrack.domain.needed import needed_of
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.whatif import WhatIf
from tests.domain.builders import BANDS, card_of, item, plan_of
from tests.ui.scored import PARTY, plan_named, sample_file, session_at
from ui.app import application
from ui.models.scorecard_table import Column
from ui.pages.scorecards import ScorecardsPage

ITEMS = 200
#: Seconds: one frame of a screen; what nobody waits for.
FRAME, GLANCE = 0.016, 0.1


def measure() -> Iterator[tuple[str, float, float, float]]:
    """(name, ours, budget, 1)."""
    quarters = {1: "4", 2: "5", 3: "3"}
    items = [
        item(f"≥{16 + n % 9}个", quarters=quarters, aggregation="sum", weight="0.45", id=f"i{n}", name=f"指标{n}")
        for n in range(ITEMS)
    ]
    card = card_of(plan_of(*items), quarter=3)
    copy, wanted = WhatIf.of(card), card.total + Decimal("0.05")
    yield "what-if, one value", _median(lambda run: copy.report("i7", Actual(str(run)), Quarter.Q3)), FRAME, 1.0
    yield "what-if, the pack", _median(lambda run: copy.under(BANDS)), GLANCE, 1.0
    yield "needed, one indicator", _median(lambda run: needed_of(card, card.scores[run], wanted)), FRAME, 1.0
    yield "needed, 200", _median(lambda run: [needed_of(card, each, wanted) for each in card.scores]), GLANCE, 1.0
    yield "forecast and gains", _median(lambda run: gains(forecast(card))), GLANCE, 1.0
    yield "what-if on the screen", _repainting(), FRAME, 1.0


def _repainting() -> float:
    """Seconds from a text taken by the trial of the sample office until everything is painted again."""
    with TemporaryDirectory() as folder:
        session = session_at(sample_file(Path(folder)))
        app = application()
        page = ScorecardsPage(session)
        page.resize(1294, 696)
        page.show()
        page.show_context()
        page.focus_plan(plan_named(session, PARTY).id, {})
        app.processEvents()
        page.try_values(True)
        app.processEvents()
        table = page.trial.view.table

        def act(run: int) -> None:
            table.setData(table.index(3, Column.ACTUAL), str(70 + run))
            app.processEvents()

        taken = _median(act)
        page.close()
        session.leave()
        return taken


def _median(act: Callable[[int], object]) -> float:
    taken = []
    for run in range(9):
        start = time.perf_counter()
        act(run)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)
