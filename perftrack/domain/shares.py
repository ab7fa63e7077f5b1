"""The table of cases: which share of its weight an indicator earns (guide: scoring, one indicator).

A share is kept as two exact numbers, ``part`` ÷ ``whole``, so an item needs one division: W·part/whole.
``formula`` names the case; with the numbers it is all an explanation needs, so points and explanation cannot differ.
"""

from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.decimals import EXACT, HUNDRED, ZERO
from perftrack.domain.grades import band_of, in_band
from perftrack.domain.rulepacks import CeilingOverrun, EqualBeyond, OverEffect, RulePack, Way
from perftrack.domain.targets import Target, TargetKind
from perftrack.domain.terms import CEILINGS, FLOORS, Grade, Operator, Rule
from perftrack.domain.yearvalues import YearState, YearValue

ONE, TWO = Decimal(1), Decimal(2)
_times, _plus, _minus = EXACT.multiply, EXACT.add, EXACT.subtract


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` ÷ ``whole`` of the weight by case ``formula``; ``grade`` where one was judged; codes of findings."""

    part: Decimal
    whole: Decimal
    formula: str
    grade: Grade | None = None
    notices: tuple[str, ...] = ()

    def at_least(self, percent: Decimal) -> bool:
        """Whether the unrounded share reaches ``percent``."""
        return _times(self.part, HUNDRED) >= _times(percent, self.whole)


FULL = Share(ONE, ONE, "full")


def _nothing(formula: str) -> Share:
    return Share(ZERO, ONE, formula)


def effective_rule(rule: Rule | None, target: Target) -> Rule:
    """The rule that scores: none given means grade for words, else proportional; words are never proportional."""
    if rule is None:
        return Rule.GRADE if target.kind is TargetKind.WORDS else Rule.PROPORTIONAL
    return rule


def share_of(rule: Rule, target: Target, value: YearValue, pack: RulePack, year: int) -> Share | None:
    """The share ``value`` earns of ``target`` under ``rule`` and ``pack``; None where nothing can be scored."""
    if value.state in (YearState.MISSING, YearState.UNREAD) or target.kind is TargetKind.EMPTY:
        return None
    if target.kind is TargetKind.DATE:
        return _date(rule, target, value, pack, year)
    if target.kind is TargetKind.WORDS:
        return _words(rule, value, pack)
    if value.state is YearState.GRADE:
        return _grade_for_number(rule, value, pack)
    actual = max(value.value, ZERO)
    if value.met:
        base = Share(ONE, ONE, "met_word")
    elif rule is Rule.DIRECT or target.value < 0:
        base = _direct(target, actual, value.parts)
    elif rule is Rule.SATISFACTION and _banded(target, pack):
        base = _satisfaction_bands(target, actual, value.parts, pack)
    else:
        base = proportional(target, actual, value.parts, pack)
    if rule is Rule.GRADE:
        return _judged(base, value)
    if rule is Rule.PROPORTIONAL:
        return _beyond(base, target, actual, value.parts, pack)
    return base


def completion_parts(target: Target, value: YearValue) -> tuple[Decimal, Decimal] | None:
    """A/T as two exact numbers, or None where completion means nothing (ranges, dates, words, T ≤ 0)."""
    if target.kind is not TargetKind.NUMBER or value.state is not YearState.NUMBER or target.value <= 0:
        return None
    return max(value.value, ZERO), _times(target.value, value.parts)


def met(target: Target, actual: Decimal, parts: Decimal = ONE) -> bool:
    """Whether ``actual`` ÷ ``parts`` meets ``target`` as its operator is written."""
    goal = _times(target.value, parts)
    if target.kind is TargetKind.RANGE and target.upper is not None:
        return goal <= actual <= _times(target.upper, parts)
    return {
        Operator.AT_LEAST: actual >= goal,
        Operator.ABOVE: actual > goal,
        Operator.EQUAL: actual == goal,
        Operator.AT_MOST: actual <= goal,
        Operator.BELOW: actual < goal,
    }[target.operator or Operator.AT_LEAST]


def proportional(target: Target, actual: Decimal, parts: Decimal, pack: RulePack) -> Share:
    """按完成比例赋分 for a number ``actual`` ÷ ``parts`` ≥ 0."""
    goal = _times(target.value, parts)
    if target.kind is TargetKind.RANGE and target.upper is not None:
        return _range(target, actual, parts, pack)
    if target.value == 0:
        if target.operator in FLOORS:
            return Share(ONE, ONE, "zero_floor")
        return Share(ONE, ONE, "zero_met") if actual <= 0 else _nothing("zero_missed")
    if target.operator in CEILINGS:
        return _ceiling(goal, actual, pack)
    if actual < goal:
        return Share(actual, goal, "ratio")
    if target.operator is not Operator.EQUAL or actual == goal:
        return FULL
    if pack.equal_beyond is EqualBeyond.SYMMETRIC:
        left = _minus(_times(TWO, goal), actual)
        return Share(left, goal, "symmetric") if left > 0 else _nothing("symmetric_zero")
    return Share(ONE, ONE, "full", notices=("beyond_equal",))


def _ceiling(goal: Decimal, actual: Decimal, pack: RulePack) -> Share:
    if actual <= goal:
        return FULL
    if goal <= 0 or pack.ceiling_overrun is CeilingOverrun.ZERO:
        return _nothing("ceiling_zero")
    if pack.ceiling_overrun is CeilingOverrun.LINEAR:
        left = _minus(_times(TWO, goal), actual)
        return Share(left, goal, "ceiling_linear") if left > 0 else _nothing("ceiling_linear_zero")
    return Share(goal, actual, "ceiling_ratio")


def _range(target: Target, actual: Decimal, parts: Decimal, pack: RulePack) -> Share:
    lower, upper = _times(target.value, parts), _times(target.upper or ZERO, parts)
    if lower <= actual <= upper:
        return Share(ONE, ONE, "inside")
    if actual < lower:
        return Share(actual, lower, "ratio")
    return _ceiling(upper, actual, pack)


def _direct(target: Target, actual: Decimal, parts: Decimal) -> Share:
    notices = ("negative_target",) if target.value < 0 else ()
    return Share(ONE if met(target, actual, parts) else ZERO, ONE, "direct", notices=notices)


def _banded(target: Target, pack: RulePack) -> bool:
    """Bands hold for targets in per cent with ≥ > = only."""
    return (
        pack.satisfaction is Way.BANDS
        and target.kind is TargetKind.NUMBER
        and target.unit == "%"
        and target.value > 0
        and target.operator not in CEILINGS
    )


def _satisfaction_bands(target: Target, actual: Decimal, parts: Decimal, pack: RulePack) -> Share:
    if actual >= _times(target.value, parts):
        return FULL
    for at_least, share in pack.satisfaction_bands:
        if actual >= _times(at_least, parts):
            return Share(share, HUNDRED, "band")
    return _nothing("band")


def _beyond(base: Share, target: Target, actual: Decimal, parts: Decimal, pack: RulePack) -> Share:
    """超额完成: an actual far beyond its target is noticed and, if the pack says so, costs points."""
    if target.kind is not TargetKind.NUMBER or target.operator in CEILINGS or target.value <= 0:
        return base
    goal = _times(target.value, parts)
    limit = EXACT.divide(pack.over_threshold, HUNDRED)
    if actual < _times(limit, goal):
        return base
    notices = (*base.notices, "beyond_target")
    if pack.over_effect is OverEffect.DEVIATION:
        # W·base − W·(A/T − limit) over one denominator.
        over = _minus(actual, _times(limit, goal))
        part = _minus(_times(base.part, goal), _times(over, base.whole))
        return Share(max(part, ZERO), _times(base.whole, goal), "over_deviation", notices=notices)
    formula = "over_fixed" if pack.over_effect is OverEffect.FIXED else base.formula
    return Share(base.part, base.whole, formula, notices=notices)


def _judged(proposed: Share, value: YearValue) -> Share:
    """按评判等级赋分 of a number: the proposed share gives the grade; the lead may move it inside that band."""
    grade = band_of(_times(proposed.part, HUNDRED) / proposed.whole)
    notices = (*proposed.notices, "numeric_grade")
    if value.grade not in (None, grade):
        return Share(proposed.part, proposed.whole, proposed.formula, grade, (*notices, "grade_contradicts"))
    if value.share is None:
        return Share(proposed.part, proposed.whole, proposed.formula, grade, notices)
    if not in_band(grade, value.share):
        return Share(proposed.part, proposed.whole, proposed.formula, grade, (*notices, "grade_contradicts"))
    return Share(value.share, HUNDRED, "grade_moved", grade, notices)


def _graded(value: YearValue, pack: RulePack) -> Share | None:
    grade = value.grade or (band_of(value.share) if value.share is not None else None)
    if grade is None:
        return None
    return Share(pack.grade_shares[grade] if value.share is None else value.share, HUNDRED, "grade", grade)


def _words(rule: Rule, value: YearValue, pack: RulePack) -> Share | None:
    graded = _graded(value, pack)
    if graded is None or rule is not Rule.DIRECT:
        return graded
    return Share(ONE if graded.grade is Grade.MET else ZERO, ONE, "direct_words", graded.grade)


def _grade_for_number(rule: Rule, value: YearValue, pack: RulePack) -> Share | None:
    """A bare grade for a number: it scores under the grade rule; elsewhere only 达成 answers, as met."""
    if rule is Rule.GRADE:
        return _graded(value, pack)
    return Share(ONE, ONE, "met_word", Grade.MET) if value.grade is Grade.MET else None


def _date(rule: Rule, target: Target, value: YearValue, pack: RulePack, year: int) -> Share | None:
    if value.state is YearState.GRADE:
        return _words(rule, value, pack)
    if value.met:
        return Share(ONE, ONE, "met_word")
    if value.deadline is None or target.deadline is None:
        return None
    if target.deadline.kept_by(value.deadline, year):
        return Share(ONE, ONE, "in_time")
    return _words(rule, value, pack) or _nothing("late")
