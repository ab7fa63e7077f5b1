"""Why two scores of one indicator differ: what went in is exchanged one thing at a time, and each effect noted.

The order is that of an explanation: pack, target, rule, weight, weight spread from excluded indicators, aggregation,
actual. The effects are differences of a chain that begins at the one score and ends at the other, so they add up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from perftrack.domain.decimals import EXACT, ZERO, plain, rounded, shortest
from perftrack.domain.explanation import Step
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scoring import Score, score_indicator
from perftrack.domain.targets import Target, TargetKind, print_target
from perftrack.domain.terms import RULE_NAMES
from perftrack.domain.yearvalues import YearState, YearValue

_NOTHING = "—"
_SIX = Decimal("0.000001")
#: What is not the indicator's own: said only where it has an effect.
_OUTSIDE = frozenset({"diff_pack", "diff_spread"})


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that differs: a code with ``before`` and ``after``, and by how many points it moved the score."""

    code: str
    before: str
    after: str
    effect: Decimal
    reason: str = ""

    @property
    def step(self) -> Step:
        """The line that tells it."""
        arguments = {"before": self.before, "after": self.after, "change": signed(self.effect), "reason": self.reason}
        return Step("cause", self.code, arguments)


@dataclass(frozen=True, slots=True)
class Setting:
    """What an indicator is scored under beside itself."""

    pack: RulePack
    quarter: Quarter
    year: int


def signed(change: Decimal) -> str:
    """A difference in points with its sign.

    >>> signed(Decimal("9.17")), signed(Decimal("-0.50")), signed(Decimal(0))
    ('+9.17', '−0.50', '0.00')
    """
    shown = plain(rounded(abs(change)))
    return f"{'−' if change < 0 else '+'}{shown}" if change else shown


def pack_name(pack: RulePack) -> str:
    """The pack as comparisons name it.

    >>> pack_name(RulePack("national-2020"))
    'national-2020 v1'
    """
    return f"{pack.id} v{pack.version}"


def counted(score: Score | None) -> Decimal:
    """The points an indicator counts in the total; one that is not there, or has no score, counts 0."""
    return ZERO if score is None or score.points is None else score.points


def causes_between(
    before: Score, after: Score, setting_before: Setting, setting_after: Setting, *, same_pack: bool
) -> tuple[Cause, ...]:
    """Why ``after`` is not ``before``; the effects add up to the difference. ``same_pack``: the packs are equal."""
    change = EXACT.subtract(counted(after), counted(before))
    if before.excluded or after.excluded:
        return _excluded(before, after, change)
    if before.manual or after.manual:
        return _by_hand(before, after, change)
    settings = setting_before, setting_after
    differing = [code for code, differs in _differing(before, after, settings, same_pack=same_pack) if differs]
    item = replace(before.indicator, manual_score=None) if len(differing) > 1 else before.indicator
    current, spread, reached = setting_before, before.spread, counted(before)
    found: list[Cause] = []
    for place, code in enumerate(differing):
        if place == len(differing) - 1:
            now = counted(after)
        else:
            item, current, spread = _exchanged(code, item, current, spread, after, setting_after)
            now = counted(score_indicator(item, current.pack, current.quarter, current.year, spread))
        texts = _texts(code, before, after, settings)
        found.append(Cause(code, *texts, EXACT.subtract(now, reached)))
        reached = now
    told = [cause for cause in found if cause.effect or _own(cause, before, after)]
    if told and before.exact != after.exact and not any(cause.effect for cause in told):
        told.append(Cause("diff_rounding", _digits(before.exact), _digits(after.exact), change))
    return tuple(told)


def _own(cause: Cause, before: Score, after: Score) -> bool:
    """Whether a cause without effect is worth telling: something of the indicator's own reads differently."""
    if cause.code == "diff_target" and before.target == after.target:
        return False
    return cause.code not in _OUTSIDE and cause.before != cause.after


def _excluded(before: Score, after: Score, change: Decimal) -> tuple[Cause, ...]:
    """Exclusion decides, whatever else differs."""
    if before.excluded and after.excluded:
        return ()
    code, there = ("diff_excluded", after) if after.excluded else ("diff_included", before)
    return (Cause(code, points_text(before), points_text(after), change, there.indicator.excluded or ""),)


def _by_hand(before: Score, after: Score, change: Decimal) -> tuple[Cause, ...]:
    """Points given by hand decide, whatever else differs."""
    code, there = ("diff_manual", after) if after.manual else ("diff_manual_lifted", before)
    manual = there.indicator.manual_score
    if manual is None or (before.manual and after.manual and not change):
        return ()
    return (Cause(code, points_text(before), points_text(after), change, manual.reason),)


def _differing(
    before: Score, after: Score, settings: tuple[Setting, Setting], *, same_pack: bool
) -> Iterator[tuple[str, bool]]:
    """What can differ, in the order of an explanation, and whether it does."""
    one, other = before.indicator, after.indicator
    dated = before.target.kind is TargetKind.DATE and settings[0].year != settings[1].year
    yield "diff_pack", not same_pack
    yield "diff_target", dated or before.target != after.target
    yield "diff_rule", one.rule is not other.rule
    yield "diff_weight", one.weight != other.weight
    yield "diff_spread", _spread_differs(before.spread, after.spread)
    yield "diff_aggregation", one.aggregation is not other.aggregation
    read_alike = _read(before.value) == _read(after.value)
    yield "diff_actual", not read_alike and _given(before, settings[0]) != _given(after, settings[1])


def _spread_differs(before: tuple[Decimal, Decimal], after: tuple[Decimal, Decimal]) -> bool:
    return before != after and EXACT.multiply(before[0], after[1]) != EXACT.multiply(after[0], before[1])


def _read(value: YearValue) -> tuple[object, ...]:
    """What of a year's value a score can depend on; how a number was spelt is not among it."""
    text = "" if value.state is YearState.NUMBER else value.text
    return value.state, value.value, value.parts, value.deadline, value.grade, value.share, value.met, text


def _given(score: Score, setting: Setting) -> list[tuple[object, ...]]:
    """What was reported up to the quarter, as it was given: the same may read differently against another target."""
    actuals = score.indicator.actuals
    return [
        (past, actual.value, actual.grade, actual.share)
        for past in setting.quarter.up_to
        if (actual := actuals.get(past)) is not None
    ]


def _exchanged(
    code: str,
    item: Indicator,
    current: Setting,
    spread: tuple[Decimal, Decimal],
    after: Score,
    setting: Setting,
) -> tuple[Indicator, Setting, tuple[Decimal, Decimal]]:
    """What a score is made of, with one thing taken from ``after``."""
    other = after.indicator
    match code:
        case "diff_pack":
            return item, replace(current, pack=setting.pack), spread
        case "diff_target":
            # The levels go along: they say which way a target without an operator is read.
            wanted = replace(item, target=other.target, level1=other.level1, level2=other.level2)
            return wanted, replace(current, year=setting.year), spread
        case "diff_rule":
            return replace(item, rule=other.rule), current, spread
        case "diff_weight":
            return replace(item, weight=other.weight), current, spread
        case "diff_spread":
            return item, current, after.spread
        case _:
            return replace(item, aggregation=other.aggregation), current, spread


def _texts(code: str, before: Score, after: Score, settings: tuple[Setting, Setting]) -> tuple[str, str]:
    """What differs, in words and numbers."""
    match code:
        case "diff_pack":
            return pack_name(settings[0].pack), pack_name(settings[1].pack)
        case "diff_target":
            return _target_texts(before.target, after.target, settings)
        case "diff_rule":
            return RULE_NAMES[before.rule], RULE_NAMES[after.rule]
        case "diff_weight":
            return shortest(before.indicator.weight), shortest(after.indicator.weight)
        case "diff_spread":
            return shortest(before.full), shortest(after.full)
        case "diff_aggregation":
            return before.indicator.aggregation.value, after.indicator.aggregation.value
        case _:
            return before.actual_text or _NOTHING, after.actual_text or _NOTHING


def _target_texts(before: Target, after: Target, settings: tuple[Setting, Setting]) -> tuple[str, str]:
    """Both targets; where they are spelt alike, with what tells them apart: the operator assumed, or the year."""
    one, other = print_target(before) or _NOTHING, print_target(after) or _NOTHING
    if one != other:
        return one, other
    if before.operator is not after.operator:
        return f"{before.operator or ''}{one}", f"{after.operator or ''}{other}"
    if before.kind is TargetKind.DATE and settings[0].year != settings[1].year:
        return f"{one} ({settings[0].year})", f"{other} ({settings[1].year})"
    return one, other


def points_text(score: Score) -> str:
    """The points of a score as comparisons show them, a dash where there are none."""
    return _NOTHING if score.points is None else plain(score.points)


def _digits(exact: Decimal | None) -> str:
    """The unrounded score, to six places."""
    return _NOTHING if exact is None else shortest(rounded(exact, _SIX))
