"""A thousand plans compared, and their trees made, beside scoring them once, in turn, best of a few runs."""

import time
from collections.abc import Callable, Iterator

from perftrack.domain.comparison import compare
from perftrack.domain.explanation_tree import explanation_tree
from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import score_plan
from perftrack.services.bundled import shipped_pack
from tests.golden.office import read_office

PLANS, RUNS = 1000, 3


def measure() -> Iterator[tuple[str, float, float, float]]:
    """(name, ours, floor, budget) in seconds."""
    projects = read_office()[1][1:]
    plans = [projects[place % len(projects)] for place in range(PLANS)]
    old, new = shipped_pack("national-2020"), shipped_pack("national-2021")
    before = [score_plan(plan, old, Quarter.Q3) for plan in plans]
    after = [score_plan(plan, new, Quarter.Q4) for plan in plans]
    floor = _best(lambda: [score_plan(plan, old, Quarter.Q4) for plan in plans])
    yield "1000 plans compared", _best(lambda: list(map(compare, before, after))), floor, 1.5
    yield "1000 trees", _best(lambda: list(map(explanation_tree, after))), floor, 2.5


def _best(act: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return min(times)
