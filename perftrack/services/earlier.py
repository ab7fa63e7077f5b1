"""The same plan and the same indicator in earlier years of the file."""

from dataclasses import dataclass

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator, Plan
from perftrack.domain.scorecards import Scorecard
from perftrack.services import reporting
from perftrack.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class EarlierYear:
    """An earlier year of an indicator: the cards of its plan by quarter, and its place among their scores."""

    year: int
    cards: dict[Quarter, Scorecard]
    place: int


def earlier_years(ws: Workspace, plan: Plan, indicator: Indicator, count: int = 2) -> tuple[EarlierYear, ...]:
    """Up to ``count`` years before that of ``plan``, the latest first. A year without plan or indicator is left out.

    Names tell which are the same: the plan's kind and name, the indicator's name.
    """
    found = []
    for year in range(plan.year - 1, plan.year - 1 - count, -1):
        same = next((each for each in ws.plans(year) if (each.kind, each.name) == (plan.kind, plan.name)), None)
        names = [each.name for each in same.indicators] if same else []
        if same is not None and indicator.name in names:
            found.append(EarlierYear(year, reporting.quarter_scores(ws, same.id), names.index(indicator.name)))
    return tuple(found)
