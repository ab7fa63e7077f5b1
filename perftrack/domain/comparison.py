"""Two scored states compared: the difference of the totals, traced to indicators, execution and a cap.

The states may be two quarters, two packs, two years, or one plan before and after a target revision. The parts add
up to the difference of the totals exactly, and the causes of a part to the part (see :mod:`perftrack.domain.causes`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from perftrack.domain.causes import Cause, Setting, causes_between, counted, points_text
from perftrack.domain.decimals import EXACT, ZERO, rounded, shortest
from perftrack.domain.execution_causes import execution_causes
from perftrack.domain.pairing import pairs
from perftrack.domain.plans import Plan
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score

_NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Part:
    """One indicator in both states; None where a state has not got it. ``change`` in points, exact."""

    before: Score | None
    after: Score | None
    change: Decimal
    causes: tuple[Cause, ...]

    @property
    def score(self) -> Score:
        """The score after, or before where there is none after."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def differs(self) -> bool:
        """Whether there is anything to tell, be it without effect."""
        return bool(self.causes)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is no indicator: execution, or the cap on the total. ``change`` in points, exact."""

    change: Decimal
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two cards and what lies between their totals. ``parts`` stand in the order of ``after``."""

    before: Scorecard
    after: Scorecard
    parts: tuple[Part, ...]
    execution: Difference
    cap: Difference

    @property
    def change(self) -> Decimal:
        """The difference of the totals, in points."""
        return EXACT.subtract(self.after.total, self.before.total)

    @property
    def dearest(self) -> tuple[Part, ...]:
        """The parts that moved the total, the largest move first."""
        return tuple(sorted((part for part in self.parts if part.change), key=lambda part: -abs(part.change)))

    def by_cause(self) -> dict[str, Decimal]:
        """How many points each kind of cause moved, over all parts; they add up to the difference."""
        found: dict[str, Decimal] = {}
        causes = [cause for part in self.parts for cause in part.causes]
        for cause in (*causes, *self.execution.causes, *self.cap.causes):
            found[cause.code] = EXACT.add(found.get(cause.code, ZERO), cause.effect)
        return found


def compare(before: Scorecard, after: Scorecard, links: Mapping[str, str] | None = None) -> Comparison:
    """What lies between two cards. Pure; never raises.

    ``links`` lead from the id of an indicator before to its id after, where names do not tell (see :mod:`pairing`).
    """
    settings = (
        Setting(before.pack, before.quarter, before.plan.year),
        Setting(after.pack, after.quarter, after.plan.year),
    )
    same_pack = before.pack == after.pack
    items = [score.indicator for score in before.scores], [score.indicator for score in after.scores]
    parts = tuple(
        _part(
            None if one is None else before.scores[one],
            None if other is None else after.scores[other],
            settings,
            same_pack=same_pack,
        )
        for one, other in pairs(*items, links)
    )
    change = EXACT.subtract(after.execution.points, before.execution.points)
    execution = Difference(change, execution_causes(before, after, same_pack=same_pack))
    return Comparison(before, after, parts, execution, _cap(before, after, parts, execution))


def with_targets(plan: Plan, targets: Mapping[str, str]) -> Plan:
    """``plan`` with other targets by indicator id, as before a target revision; the other indicators stay."""
    return replace(
        plan, indicators=tuple(replace(item, target=targets.get(item.id, item.target)) for item in plan.indicators)
    )


def _part(before: Score | None, after: Score | None, settings: tuple[Setting, Setting], *, same_pack: bool) -> Part:
    change = EXACT.subtract(counted(after), counted(before))
    if before is None or after is None:
        code = "diff_only_after" if before is None else "diff_only_before"
        texts = [_NOTHING if score is None else points_text(score) for score in (before, after)]
        return Part(before, after, change, (Cause(code, texts[0], texts[1], change),))
    return Part(before, after, change, causes_between(before, after, *settings, same_pack=same_pack))


def _cap(before: Scorecard, after: Scorecard, parts: tuple[Part, ...], execution: Difference) -> Difference:
    """What a cap on the total took away in one state or the other: all that items and execution leave over."""
    change = EXACT.subtract(after.total, before.total)
    for part in parts:
        change = EXACT.subtract(change, part.change)
    change = rounded(EXACT.subtract(change, execution.change))
    if before.cap == after.cap and not change:
        return Difference(change, ())
    code = "diff_cap" if after.cap is not None else "diff_cap_lifted"
    texts = [_NOTHING if card.cap is None else shortest(card.cap) for card in (before, after)]
    return Difference(change, (Cause(code, texts[0], texts[1], change),))
