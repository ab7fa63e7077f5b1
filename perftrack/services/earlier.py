"""The same indicator in earlier years of the file, and a plan's years side by side."""

from collections import Counter
from dataclasses import dataclass

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator, Plan
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.services import linking, reporting
from perftrack.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class EarlierYear:
    """An earlier year of an indicator: the cards of its plan by quarter, and its place among their scores."""

    year: int
    cards: dict[Quarter, Scorecard]
    place: int


def earlier_years(ws: Workspace, plan: Plan, indicator: Indicator, count: int = 2) -> tuple[EarlierYear, ...]:
    """Up to ``count`` years before that of ``plan``, the latest first. A year without plan or indicator is left out.

    Which is the same indicator: see :func:`perftrack.services.linking.chain_of`.
    """
    chain = linking.chain_of(ws, indicator.id, plan.year - count)
    return tuple(EarlierYear(each.year, reporting.quarter_scores(ws, each.plan.id), each.place) for each in chain)


@dataclass(frozen=True, slots=True)
class YearsLine:
    """An indicator through the years, in the order of the table's years; None where it was not there."""

    indicator: Indicator
    scores: tuple[Score | None, ...]
    linked: tuple[bool, ...]
    """Whether a link, and not the name, says that it is the same as in the year shown left of it."""


@dataclass(frozen=True, slots=True)
class YearsTable:
    """A plan's years side by side as of one quarter, the latest first; a card is None where there was no such plan."""

    years: tuple[int, ...]
    cards: tuple[Scorecard | None, ...]
    lines: tuple[YearsLine, ...]


def side_by_side(ws: Workspace, plan_id: str, quarter: Quarter, count: int = 2) -> YearsTable:
    """The plan beside up to ``count`` earlier years of the file, each year by the pack it is scored by.

    The plan of an earlier year is the one most of the indicators were in then, so a renamed plan is followed too.
    Raises :class:`~perftrack.errors.UserError` ``plan_gone``, ``unknown_pack``.
    """
    plan = ws.plan(plan_id)
    years = (plan.year, *sorted((year for year in ws.years() if year < plan.year), reverse=True)[:count])
    chains = [
        {each.year: each for each in linking.chain_of(ws, indicator.id, years[-1])} for indicator in plan.indicators
    ]
    cards: list[Scorecard | None] = [reporting.scorecard(ws, plan_id, quarter)]
    for year in years[1:]:
        homes = Counter(chain[year].plan.id for chain in chains if year in chain)
        same = (each.id for each in ws.plans(year) if (each.kind, each.name) == (plan.kind, plan.name))
        home = homes.most_common(1)[0][0] if homes else next(same, None)
        cards.append(None if home is None else reporting.scorecard(ws, home, quarter))
    lines = []
    for place, (indicator, chain) in enumerate(zip(plan.indicators, chains, strict=True)):
        before = [chain.get(year) for year in years[1:]]
        scores = [None if each is None else _score(ws, each, quarter) for each in before]
        own = reporting.scorecard(ws, plan_id, quarter).scores[place]
        linked = (False, *(each is not None and each.linked for each in before))
        lines.append(YearsLine(indicator, (own, *scores), linked))
    return YearsTable(years, tuple(cards), tuple(lines))


def _score(ws: Workspace, was: linking.Forebear, quarter: Quarter) -> Score:
    return reporting.scorecard(ws, was.plan.id, quarter).scores[was.place]
