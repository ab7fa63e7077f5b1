"""Rows to frozen domain values and back. Order of columns as in :mod:`perftrack.persistence.tables`.

Numbers are stored as the digits entered and become Decimals here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Actual, Deviation, Fund, Indicator, ManualScore, Plan
from perftrack.domain.terms import Aggregation, Grade, PlanKind, Rule
from perftrack.persistence.stored import Values, decimal_text

T = TypeVar("T")

# looking a word up is a third of the cost of calling the enumeration
_RULES: dict[str | None, Rule | None] = {None: None, **{str(rule): rule for rule in Rule}}
_GRADES: dict[str | None, Grade | None] = {None: None, **{str(grade): grade for grade in Grade}}
_AGGREGATIONS = {str(aggregation): aggregation for aggregation in Aggregation}


def actual_values(indicator_id: str, quarter: int, actual: Actual) -> Values:
    """A row of ``actual``."""
    grade = None if actual.grade is None else str(actual.grade)
    return (indicator_id, int(quarter), actual.value, grade, decimal_text(actual.share), actual.note)


def actual_of(values: Values) -> Actual:
    """The domain value of a stored row of ``actual``."""
    _, _, value, grade, share, note = values
    return _actual(value, grade, share, note)


def _actual(value: Any, grade: Any, share: Any, note: Any) -> Actual:
    return Actual(value, _GRADES[grade], None if share is None else Decimal(share), note)


def deviation_values(indicator_id: str, quarter: int, deviation: Deviation) -> Values:
    """A row of ``deviation``."""
    return (indicator_id, int(quarter), deviation.cause, deviation.remedy)


def executed_values(fund_id: str, quarter: int, amount: Decimal) -> Values:
    """A row of ``executed``; ``amount`` to date in 万元."""
    return (fund_id, int(quarter), decimal_text(amount))


def fund_values(fund: Fund, fund_id: str, plan_id: str, position: int) -> Values:
    """A row of ``fund``."""
    return (fund_id, plan_id, position, fund.source, decimal_text(fund.initial), decimal_text(fund.revised))


def plan_values(plan: Plan, plan_id: str, project_id: str | None, position: int) -> Values:
    """A row of ``plan``."""
    return (
        plan_id, plan.year, str(plan.kind), project_id, position, plan.name, plan.goal, plan.section, plan.lead,
        plan.pack, decimal_text(plan.execution_weight), int(plan.finished),
    )  # fmt: skip


def indicator_values(indicator: Indicator, indicator_id: str, plan_id: str, position: int) -> Values:
    """A row of ``indicator``."""
    manual = indicator.manual_score
    return (
        indicator_id, plan_id, position, indicator.level1, indicator.level2, indicator.name, indicator.target,
        decimal_text(indicator.weight), None if indicator.rule is None else str(indicator.rule),
        str(indicator.aggregation), indicator.basis, indicator.prior_actual, indicator.evidence,
        None if manual is None else decimal_text(manual.score), None if manual is None else manual.reason,
        None if manual is None else int(manual.quarter), indicator.excluded,
    )  # fmt: skip


class PlanRows(NamedTuple):
    """Rows of whole plans as stored, as :mod:`perftrack.persistence.repositories` selects them, each in its order."""

    plans: Iterable[Any]
    funds: Iterable[Any]
    executed: Iterable[Any]
    indicators: Iterable[Any]
    milestones: Iterable[Any]
    actuals: Iterable[Any]
    deviations: Iterable[Any]


def plans_of(rows: PlanRows) -> tuple[Plan, ...]:
    """Domain values in the order of ``rows.plans``."""
    executed = _by_quarter((owner, quarter, Decimal(amount)) for owner, quarter, amount in rows.executed)
    milestones = _by_quarter((owner, quarter, Decimal(value)) for owner, quarter, value in rows.milestones)
    deviations = _by_quarter(
        (owner, quarter, Deviation(cause, remedy)) for owner, quarter, cause, remedy in rows.deviations
    )
    actuals: defaultdict[str, dict[Quarter, Actual]] = defaultdict(dict)
    for owner, quarter, value, grade, share, note in rows.actuals:
        actuals[owner][QUARTERS[quarter - 1]] = _actual(value, grade, share, note)

    funds: defaultdict[str, list[Fund]] = defaultdict(list)
    for key, plan_id, source, initial, revised in rows.funds:
        changed = None if revised is None else Decimal(revised)
        funds[plan_id].append(Fund(source, Decimal(initial), changed, executed.get(key, {}), key))

    indicators: defaultdict[str, list[Indicator]] = defaultdict(list)
    for (
        key, plan_id, level1, level2, name, target, weight, rule, aggregation, basis, prior, evidence,
        score, reason, quarter, excluded,
    ) in rows.indicators:  # fmt: skip
        manual = None if score is None else ManualScore(Decimal(score), reason, QUARTERS[quarter - 1])
        indicators[plan_id].append(
            Indicator(
                level1, level2, name, target, Decimal(weight), _RULES[rule], _AGGREGATIONS[aggregation], basis, prior,
                evidence, milestones.get(key, {}), actuals.get(key, {}), deviations.get(key, {}), manual, excluded, key,
            )
        )  # fmt: skip

    return tuple(
        Plan(
            year, PlanKind(kind), name, goal, section, lead, pack, Decimal(weight), bool(finished),
            tuple(funds[key]), tuple(indicators[key]), key,
        )
        for key, year, kind, name, goal, section, lead, pack, weight, finished in rows.plans
    )  # fmt: skip


def _by_quarter(rows: Iterable[tuple[str, int, T]]) -> Mapping[str, dict[Quarter, T]]:
    grouped: defaultdict[str, dict[Quarter, T]] = defaultdict(dict)
    for owner, quarter, value in rows:
        grouped[owner][QUARTERS[quarter - 1]] = value
    return grouped
