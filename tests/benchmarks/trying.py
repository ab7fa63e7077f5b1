"""What-if and its inverse on a plan of 200 indicators: one input changes, everything is scored again."""

import statistics
import time
from collections.abc import Callable, Iterator
from decimal import Decimal

from perftrack.domain.forecast import forecast
from perftrack.domain.gains import gains
from perftrack.domain.needed import needed_of
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.whatif import WhatIf
from tests.domain.builders import BANDS, card_of, item, plan_of

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


def _median(act: Callable[[int], object]) -> float:
    taken = []
    for run in range(9):
        start = time.perf_counter()
        act(run)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)
