"""What is submitted for a plan's quarter, and how one state of it differs from another, with the effect on the score.

The parts of a difference add up: the lines' effects are the change of the total, as long as no total cap applies.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from perftrack.domain.decimals import ZERO
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Deviation, Plan
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.domain.scoring import Score
from perftrack.domain.terms import Light

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Content:
    """What one quarter of a plan says, by id of indicator or fund; ``evidence`` counts files per indicator."""

    actuals: Mapping[str, Actual] = field(default_factory=dict)
    deviations: Mapping[str, Deviation] = field(default_factory=dict)
    executed: Mapping[str, Decimal] = field(default_factory=dict)
    revised: Mapping[str, Decimal] = field(default_factory=dict)
    evidence: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator in two states. Points are None where nothing is reported; ``effect`` in points, exact."""

    before: Score
    now: Score
    actual_before: Actual | None
    actual_now: Actual | None
    deviation_before: Deviation
    deviation_now: Deviation
    evidence_before: int
    evidence_now: int

    @property
    def changed(self) -> bool:
        """Whether anything about it differs, a cause or a file included."""
        return (
            self.actual_before != self.actual_now
            or self.deviation_before != self.deviation_now
            or self.evidence_before != self.evidence_now
            or self.effect != ZERO
        )

    @property
    def effect(self) -> Decimal:
        """By how much its points changed; nothing reported counts as 0, as in the total."""
        return (self.now.points or ZERO) - (self.before.points or ZERO)

    @property
    def light(self) -> Light:
        """Its light now."""
        return self.now.light or Light.GREY


@dataclass(frozen=True, slots=True)
class Difference:
    """Two states of a plan's quarter; ``first`` says that nothing was submitted before."""

    before: Scorecard
    now: Scorecard
    lines: tuple[Line, ...]
    first: bool

    @property
    def spending_effect(self) -> Decimal:
        """By how much the points of the budget execution changed."""
        return self.now.execution.points - self.before.execution.points

    @property
    def spending_changed(self) -> bool:
        """Whether anything about the money differs."""
        return self.before.plan.funds != self.now.plan.funds

    @property
    def effect(self) -> Decimal:
        """By how much the total changed."""
        return self.now.total - self.before.total


def content_of(plan: Plan, quarter: Quarter, evidence: Mapping[str, int] | None = None) -> Content:
    """What ``plan`` says of ``quarter``."""
    items, funds = plan.indicators, plan.funds
    return Content(
        {item.id: item.actuals[quarter] for item in items if quarter in item.actuals},
        {item.id: item.deviations[quarter] for item in items if quarter in item.deviations},
        {fund.id: fund.executed[quarter] for fund in funds if quarter in fund.executed},
        {fund.id: fund.revised for fund in funds if fund.revised is not None},
        {key: count for key, count in (evidence or {}).items() if count},
    )


def with_content(plan: Plan, quarter: Quarter, content: Content) -> Plan:
    """``plan`` as if ``content`` were what it says of ``quarter``."""

    def put(cells: Mapping[Quarter, T], value: T | None) -> dict[Quarter, T]:
        kept = {past: cell for past, cell in cells.items() if past != quarter}
        return kept if value is None else {**kept, quarter: value}

    return replace(
        plan,
        indicators=tuple(
            replace(
                item,
                actuals=put(item.actuals, content.actuals.get(item.id)),
                deviations=put(item.deviations, content.deviations.get(item.id)),
            )
            for item in plan.indicators
        ),
        funds=tuple(
            replace(
                fund, executed=put(fund.executed, content.executed.get(fund.id)), revised=content.revised.get(fund.id)
            )
            for fund in plan.funds
        ),
    )


def difference(plan: Plan, quarter: Quarter, pack: RulePack, before: Content | None, now: Content) -> Difference:
    """How ``now`` differs from ``before``; without a ``before`` from a quarter nobody reported for (budgets as now)."""
    base = before if before is not None else Content(revised=now.revised)
    cards = [score_plan(with_content(plan, quarter, state), pack, quarter) for state in (base, now)]
    lines = tuple(
        Line(
            old, new, base.actuals.get(key), now.actuals.get(key),
            base.deviations.get(key, Deviation()), now.deviations.get(key, Deviation()),
            base.evidence.get(key, 0), now.evidence.get(key, 0),
        )
        for old, new in zip(cards[0].scores, cards[1].scores, strict=True)
        for key in (new.indicator.id,)
    )  # fmt: skip
    return Difference(cards[0], cards[1], lines, before is None)
