"""评分卡: all items of a plan, budget execution, total and rating (guide: card)."""

from dataclasses import dataclass, replace
from decimal import Decimal

from perftrack.domain.decimals import EXACT, HUNDRED, ZERO, rounded
from perftrack.domain.execution import Execution, execution_of
from perftrack.domain.lights import worst
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.rulepacks import ExcludedWeight, RulePack
from perftrack.domain.scoring import WHOLE_SPREAD, Score, score_indicator
from perftrack.domain.terms import Light, Rating


@dataclass(frozen=True, slots=True)
class Subtotal:
    """The points of one level 1 or level 2: ``points`` of ``full``, over its scores in sheet order."""

    level1: str
    level2: str | None
    points: Decimal
    full: Decimal
    scores: tuple[Score, ...]

    @property
    def rate(self) -> Decimal | None:
        """得分率 in per cent to 2 places; None where there is no weight."""
        return rounded(EXACT.divide(EXACT.multiply(self.points, HUNDRED), self.full)) if self.full else None

    @property
    def reported(self) -> bool:
        """Whether any of its indicators has a score."""
        return any(score.points is not None for score in self.scores)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One plan scored as of a quarter. ``total`` in points to 2 places; ``cap`` the total cap that was applied."""

    plan: Plan
    quarter: Quarter
    pack: RulePack
    scores: tuple[Score, ...]
    execution: Execution
    total: Decimal
    rating: Rating
    complete: bool
    cap: Decimal | None = None

    @property
    def items_total(self) -> Decimal:
        """The sum of the rounded items, in points."""
        return sum((score.points for score in self.scores if score.points is not None), ZERO)

    @property
    def missing(self) -> tuple[Score, ...]:
        """The indicators without a score, excluded ones aside."""
        return tuple(score for score in self.scores if score.points is None and not score.excluded)

    @property
    def reported(self) -> bool:
        """Whether anything was reported at all; until then total and rating say nothing."""
        return self.execution.executed is not None or any(score.points is not None for score in self.scores)

    @property
    def light(self) -> Light:
        """The light of the plan: the worst of its indicators."""
        return worst(score.light for score in self.scores if not score.excluded)

    def level1(self) -> tuple[Subtotal, ...]:
        """Subtotals per level 1 in sheet order."""
        return _subtotals(self.scores, deep=False)

    def level2(self) -> tuple[Subtotal, ...]:
        """Subtotals per level 1 and level 2 in sheet order."""
        return _subtotals(self.scores, deep=True)


def score_plan(plan: Plan, pack: RulePack, quarter: Quarter, known: Scorecard | None = None) -> Scorecard:
    """The scorecard of ``plan`` as of ``quarter`` under ``pack``. Pure; never raises.

    Of a plan that fell away every indicator is excluded for the plan's reason, whatever was reported before.
    ``known`` spares work and changes nothing: an earlier card whose scores are kept where they would come out the same.
    """
    spread = _spread(plan, pack)
    items = plan.indicators
    if plan.dropped is not None:
        items = tuple(replace(item, excluded=plan.dropped) for item in items)
    kept = _reusable(known, plan, pack, quarter, spread)
    scores = tuple(
        old if (old := kept.get(item.id)) is not None and old.indicator == item
        else score_indicator(item, pack, quarter, plan.year, spread)
        for item in items
    )  # fmt: skip
    execution = execution_of(plan, pack, quarter)
    total = sum((score.points for score in scores if score.points is not None), execution.points)
    cap = total_cap(execution, pack)
    if cap is not None and cap < total:
        total = cap
    else:
        cap = None
    total = rounded(total)
    complete = execution.complete and all(score.excluded or score.points is not None for score in scores)
    return Scorecard(plan, quarter, pack, scores, execution, total, pack.rating(total), complete, cap)


def _reusable(
    known: Scorecard | None, plan: Plan, pack: RulePack, quarter: Quarter, spread: tuple[Decimal, Decimal]
) -> dict[str, Score]:
    """The scores of ``known`` by indicator, if everything else they came from is the same."""
    if known is None or known.quarter != quarter or known.pack != pack or known.plan.year != plan.year:
        return {}
    if _spread(known.plan, pack) != spread:
        return {}
    return {score.indicator.id: score for score in known.scores if score.indicator.id}


def _spread(plan: Plan, pack: RulePack) -> tuple[Decimal, Decimal]:
    """(all weights, weights that stay): excluded weight goes to the others in proportion, unless the pack leaves it."""
    kept = sum((item.weight for item in plan.indicators if item.excluded is None), ZERO)
    whole = sum((item.weight for item in plan.indicators), ZERO)
    if kept in (ZERO, whole) or pack.excluded is ExcludedWeight.LEFT_OUT:
        return WHOLE_SPREAD
    return whole, kept


def total_cap(execution: Execution, pack: RulePack) -> Decimal | None:
    """In points: the lowest total cap the execution rate falls under; without a rate there is nothing to compare."""
    if execution.executed is None or not execution.budget:
        return None
    spent = EXACT.multiply(execution.executed, HUNDRED)
    caps = [cap for below, cap in pack.total_caps if spent < EXACT.multiply(below, execution.budget)]
    return min(caps, default=None)


def _subtotals(scores: tuple[Score, ...], *, deep: bool) -> tuple[Subtotal, ...]:
    groups: dict[tuple[str, str | None], list[Score]] = {}
    for score in scores:
        key = (score.indicator.level1, score.indicator.level2 if deep else None)
        groups.setdefault(key, []).append(score)
    return tuple(
        Subtotal(
            level1,
            level2,
            sum((score.points for score in members if score.points is not None), ZERO),
            sum((score.full for score in members if not score.excluded), ZERO),
            tuple(members),
        )
        for (level1, level2), members in groups.items()
    )
