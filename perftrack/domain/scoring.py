"""得分 of one indicator: points and everything an explanation needs, from one function (guide: scoring)."""

from dataclasses import dataclass, replace
from decimal import Decimal

from perftrack.domain.decimals import EXACT, HUNDRED, ZERO, divide, rounded, shortest
from perftrack.domain.lights import indicator_light
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator
from perftrack.domain.rulepacks import OverEffect, RulePack
from perftrack.domain.shares import Share, completion_parts, effective_rule, share_of
from perftrack.domain.targets import Target, TargetKind, read_target
from perftrack.domain.terms import Grade, Light, Rule
from perftrack.domain.yearvalues import YearState, YearValue, quotient_text, year_value

#: Cases the pass floor does not touch: words, dates and direct.
_NO_FLOOR = frozenset({"grade", "direct", "direct_words", "met_word", "in_time", "late"})
WHOLE_SPREAD = (Decimal(1), Decimal(1))


@dataclass(frozen=True, slots=True)
class Score:
    """One indicator scored as of a quarter.

    ``points`` in force (2 places), None when there is no score; ``computed`` what the rule gives, differing from
    ``points`` only under a manual score. ``full`` is the weight after spreading, in points to 2 places. ``completion``
    in per cent to 2 places. ``exact`` is the unrounded item.
    """

    indicator: Indicator
    pack: RulePack
    target: Target
    value: YearValue
    rule: Rule
    light: Light
    points: Decimal | None = None
    computed: Decimal | None = None
    full: Decimal = ZERO
    exact: Decimal | None = None
    share: Share | None = None
    completion: Decimal | None = None
    floored: bool = False
    manual: bool = False
    excluded: bool = False
    spread: tuple[Decimal, Decimal] = WHOLE_SPREAD
    notices: tuple[str, ...] = ()

    @property
    def grade(self) -> Grade | None:
        """The grade in force, where one was judged."""
        return self.share.grade if self.share else None

    @property
    def lost(self) -> Decimal:
        """Points missing to the whole weight; nothing reported loses all of it."""
        return self.full - (self.points or ZERO)

    @property
    def actual_text(self) -> str | None:
        """The actual as shown: plain digits and the target's unit, ``部分达成 75%``, or the text as typed."""
        value = self.value
        if value.met and self.target.kind is TargetKind.RANGE:
            return value.text
        if value.state is YearState.NUMBER:
            return quotient_text(value.value, value.parts) + self.target.unit
        if value.state is YearState.DATE:
            return value.text
        if value.state is YearState.GRADE and value.grade is not None:
            share = self.pack.grade_shares[value.grade] if value.share is None else value.share
            return f"{value.grade.value} {shortest(share)}%"
        return value.text or None


def score_indicator(
    indicator: Indicator,
    pack: RulePack,
    quarter: Quarter,
    year: int,
    spread: tuple[Decimal, Decimal] = WHOLE_SPREAD,
) -> Score:
    """The score of ``indicator`` as of ``quarter``. Never raises; "not reported" has no score.

    ``spread`` = (a, b): the weight counts as W·a/b because excluded weights are spread over the others.
    """
    target = read_target(indicator.target, indicator.level1, indicator.level2)
    value = year_value(indicator, target, quarter)
    rule = effective_rule(indicator.rule, target)
    parts = completion_parts(target, value)
    completion = rounded(divide(EXACT.multiply(parts[0], HUNDRED), parts[1])) if parts else None
    score = Score(indicator, pack, target, value, rule, Light.GREY, completion=completion)
    if indicator.excluded is not None:
        return replace(score, excluded=True)
    weight, divisor = EXACT.multiply(indicator.weight, spread[0]), spread[1]
    share = share_of(rule, target, value, pack, year)
    notices = tuple(code for _, answer in value.quarters for code in answer.notices)
    score = replace(score, full=rounded(divide(weight, divisor)), spread=spread, share=share, notices=notices)
    if share is not None:
        score = _with_points(score, share, weight, divisor, pack)
    score = _with_manual(score, quarter)
    return replace(score, light=_light(score, pack, quarter))


def _light(score: Score, pack: RulePack, quarter: Quarter) -> Light:
    """The light of the score in force; a manual score is measured against the weight as entered."""
    share, full = score.share, score.points == score.full
    if score.manual and score.points is not None:
        share = Share(score.points, score.indicator.weight, "manual")
        full = score.points >= rounded(score.indicator.weight)
    return indicator_light(score.indicator, score.target, score.value, share, full=full, pack=pack, quarter=quarter)


def _with_points(score: Score, share: Share, weight: Decimal, divisor: Decimal, pack: RulePack) -> Score:
    exact, floored = item_of(share, score.target, weight, divisor, pack)
    points = rounded(exact)
    notices = (*score.notices, *share.notices)
    return replace(score, points=points, computed=points, exact=exact, floored=floored, notices=notices)


def item_of(share: Share, target: Target, weight: Decimal, divisor: Decimal, pack: RulePack) -> tuple[Decimal, bool]:
    """The unrounded item in points, and whether the pass floor took it: W·part/whole with its one division.

    ``weight`` ÷ ``divisor`` is the weight after spreading. The one rounding is left to the caller.
    """
    exact = divide(EXACT.multiply(weight, share.part), EXACT.multiply(divisor, share.whole))
    if "beyond_target" in share.notices and pack.over_effect is OverEffect.FIXED:
        exact = max(EXACT.subtract(exact, pack.over_deduction), ZERO)
    floored = (
        share.formula not in _NO_FLOOR
        and target.kind in (TargetKind.NUMBER, TargetKind.RANGE)
        and exact > 0
        and EXACT.multiply(exact, HUNDRED) < divide(EXACT.multiply(weight, pack.pass_floor), divisor)
    )
    return (ZERO, True) if floored else (exact, False)


def _with_manual(score: Score, quarter: Quarter) -> Score:
    manual = score.indicator.manual_score
    if manual is None or quarter < manual.quarter:
        return score
    return replace(score, points=rounded(manual.score), manual=True)
