"""预算执行率: spending against the plan's own funds, and the points it earns (guide: budget execution)."""

from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.decimals import EXACT, HUNDRED, ZERO, divide, rounded
from perftrack.domain.lights import execution_light
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.rulepacks import RulePack, Way
from perftrack.domain.terms import Light


@dataclass(frozen=True, slots=True)
class Execution:
    """Spending as of a quarter. Money in 万元, ``rate`` in per cent to 2 places, ``points`` to 2 places.

    ``executed`` and ``rate`` are None when no fund reported; ``rate`` is None too for a budget of 0.
    """

    weight: Decimal
    budget: Decimal
    executed: Decimal | None
    rate: Decimal | None
    points: Decimal
    formula: str
    share: Decimal
    light: Light
    complete: bool


def execution_of(plan: Plan, pack: RulePack, quarter: Quarter) -> Execution:
    """The execution of ``plan`` as of ``quarter``: weight × rate capped at the weight, or the pack's bands."""
    return execution_at(plan, pack, quarter, plan.executed_by(quarter))


def execution_at(plan: Plan, pack: RulePack, quarter: Quarter, executed: Decimal | None) -> Execution:
    """The execution of ``plan`` if ``executed`` (万元, all funds) were what is spent by the end of ``quarter``."""
    budget = plan.budget
    complete = all(fund.budget == 0 or fund.executed_by(quarter) is not None for fund in plan.funds)
    weight = plan.execution_weight
    if executed is None or budget == 0:
        formula = "execution_missing" if executed is None else "execution_no_budget"
        return Execution(weight, budget, executed, None, rounded(ZERO), formula, ZERO, Light.GREY, complete)
    rate = rounded(divide(EXACT.multiply(executed, HUNDRED), budget))
    light = execution_light((executed, budget), pack, quarter)
    if pack.execution is Way.BANDS:
        share = _band(executed, budget, plan.finished, pack)
        points = rounded(divide(EXACT.multiply(weight, share), HUNDRED))
        return Execution(weight, budget, executed, rate, points, "execution_band", share, light, complete)
    if executed >= budget:
        formula = "execution_full" if executed == budget else "execution_capped"
        return Execution(weight, budget, executed, rate, rounded(weight), formula, HUNDRED, light, complete)
    points = rounded(divide(EXACT.multiply(weight, executed), budget))
    return Execution(weight, budget, executed, rate, points, "execution_ratio", rate, light, complete)


def _band(executed: Decimal, budget: Decimal, finished: bool, pack: RulePack) -> Decimal:
    if finished and executed <= budget:
        return HUNDRED
    spent = EXACT.multiply(executed, HUNDRED)
    for at_least, share in pack.execution_bands:
        if spent >= EXACT.multiply(at_least, budget):
            return share
    return ZERO
