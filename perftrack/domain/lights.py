"""红黄绿蓝灯: progress as of the end of a quarter (guide: lights). All bands are pack data, in per cent."""

from collections.abc import Iterable
from decimal import Decimal

from perftrack.domain.decimals import EXACT, HUNDRED, ZERO
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.shares import Share, completion_parts, met
from perftrack.domain.targets import Target, TargetKind
from perftrack.domain.terms import CUMULATIVE, FLOORS, Grade, Light, Operator
from perftrack.domain.yearvalues import YearState, YearValue

_GRADE_LIGHTS = {Grade.MET: Light.GREEN, Grade.PARTLY: Light.YELLOW, Grade.UNMET: Light.RED}
#: Worst first; blue alone counts as green.
_WORST = (Light.RED, Light.YELLOW, Light.GREY, Light.GREEN)


def is_cumulative(indicator: Indicator, target: Target) -> bool:
    """Whether progress is measured against the part of the year gone (sum or running, ≥ > = with T > 0)."""
    return (
        indicator.aggregation in CUMULATIVE
        and target.kind is TargetKind.NUMBER
        and (target.operator in FLOORS or target.operator is Operator.EQUAL)
        and target.value > 0
    )


def standard(indicator: Indicator, target: Target, quarter: Quarter) -> Decimal:
    """What a cumulative indicator should have reached: the milestone if set, else T·q/4, in the target's unit."""
    milestone = indicator.milestones.get(quarter)
    if milestone is not None:
        return milestone
    return EXACT.divide(EXACT.multiply(target.value, Decimal(int(quarter))), Decimal(4))


def indicator_light(
    indicator: Indicator,
    target: Target,
    value: YearValue,
    share: Share | None,
    *,
    full: bool,
    pack: RulePack,
    quarter: Quarter,
) -> Light:
    """The light of one indicator; ``full``: its item score is the whole weight; ``share``: unrounded, in force."""
    if value.state in (YearState.MISSING, YearState.UNREAD) or share is None:
        return Light.GREY
    if value.state is YearState.NUMBER and is_cumulative(indicator, target):
        return _progress(indicator, target, value, pack, quarter)
    if value.state is YearState.NUMBER and target.kind is TargetKind.NUMBER and target.value == 0:
        return Light.GREEN if value.met or met(target, max(value.value, ZERO), value.parts) else Light.RED
    if share.grade is not None:
        return _GRADE_LIGHTS[share.grade]
    if full:
        parts = completion_parts(target, value)
        beyond = parts is not None and not target.is_ceiling and _percent_at_least(parts, pack.over_threshold)
        return Light.BLUE if beyond else Light.GREEN
    return Light.YELLOW if share.at_least(pack.light_yellow_below) else Light.RED


def _percent_at_least(parts: tuple[Decimal, Decimal], percent: Decimal) -> bool:
    return EXACT.multiply(parts[0], HUNDRED) >= EXACT.multiply(parts[1], percent)


def _progress(indicator: Indicator, target: Target, value: YearValue, pack: RulePack, quarter: Quarter) -> Light:
    expected = EXACT.multiply(standard(indicator, target, quarter), value.parts)
    if expected <= 0:
        return Light.GREEN
    reached = (max(value.value, ZERO), expected)
    if not _percent_at_least(reached, pack.light_red_below):
        return Light.RED
    if not _percent_at_least(reached, pack.light_yellow_below):
        return Light.YELLOW
    return Light.BLUE if _percent_at_least(reached, pack.light_blue_from) else Light.GREEN


def execution_light(rate: tuple[Decimal, Decimal] | None, pack: RulePack, quarter: Quarter) -> Light:
    """The light of spending: execution rate ÷ share of the year gone. ``rate`` as two exact numbers, or None."""
    if rate is None:
        return Light.GREY
    against = (EXACT.multiply(rate[0], Decimal(4)), EXACT.multiply(rate[1], Decimal(int(quarter))))
    if not _percent_at_least(against, pack.execution_red_below):
        return Light.RED
    return Light.GREEN if _percent_at_least(against, pack.execution_yellow_below) else Light.YELLOW


def worst(lights: Iterable[Light]) -> Light:
    """The light of a plan: the worst of its indicators; blue counts as green; none at all is grey."""
    seen = {Light.GREEN if light is Light.BLUE else light for light in lights}
    return next((light for light in _WORST if light in seen), Light.GREY)
