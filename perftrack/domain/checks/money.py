"""Findings about money: fund rows, unit cost × quantity, projects against the department."""

from collections.abc import Iterator
from decimal import Decimal

from perftrack.domain import spelling
from perftrack.domain.decimals import EXACT, ZERO, money, rounded
from perftrack.domain.findings import Finding
from perftrack.domain.plans import Fund
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.targets import Target, TargetKind, print_target
from perftrack.domain.terms import COST_WORD, PlanKind, Severity

_TOTAL_WORDS = ("总额", "合计", "总计")
_PROJECT_SPENDING = "项目支出"
_QUANTITY = "数量"


def check_money(card: Scorecard) -> Iterator[Finding]:
    """The findings about the funds of one plan and about its unit costs."""
    plan = card.plan
    for fund in plan.funds:
        others = sum((other.budget for other in plan.funds if other is not fund), ZERO)
        if any(word in fund.source for word in _TOTAL_WORDS) and fund.budget != others:
            yield _fund(card, fund, "funds_do_not_add", stated=money(fund.budget), found=money(others))
        known = [fund.executed[past] for past in card.quarter.up_to if past in fund.executed]
        if known != sorted(known):
            yield _fund(card, fund, "executed_falls", highest=money(max(known)), last=money(known[-1]))
    if plan.kind is PlanKind.PROJECT:
        yield from _unit_cost(card)


def _fund(card: Scorecard, fund: Fund, code: str, **arguments: str) -> Finding:
    return Finding(Severity.WARNING, code, fund.source, arguments, card.plan.id, fund_id=fund.id)


def _unit_cost(card: Scorecard) -> Iterator[Finding]:
    """Unit cost × quantity against the budget, compared at the budget's decimals (330 × 268 元 = 8.84 万元)."""
    costs = [score.target for score in card.scores if COST_WORD in score.indicator.level1 + score.indicator.level2]
    amounts = [(target, amount) for target in costs if (amount := _in_budget_money(target)) is not None]
    counts = [
        score.target
        for score in card.scores
        if _QUANTITY in score.indicator.level2 and score.target.kind is TargetKind.NUMBER and score.target.value > 0
    ]
    budget = card.plan.budget
    exponent = min(0, *(int(fund.budget.as_tuple().exponent) for fund in card.plan.funds)) if card.plan.funds else 0
    step = Decimal(1).scaleb(exponent)
    if not amounts or not counts or not budget:
        return
    products = [rounded(EXACT.multiply(amount, count.value), step) for _, amount in amounts for count in counts]
    if budget in products or any(rounded(amount, step) == budget for _, amount in amounts):
        return
    (cost, amount), count = amounts[0], counts[-1]
    product = rounded(EXACT.multiply(amount, count.value), step)
    yield Finding(
        Severity.WARNING,
        "unit_cost_differs",
        card.plan.name,
        {
            "count": print_target(count).lstrip("≥>=≤<"),
            "cost": print_target(cost).lstrip("≥>=≤<"),
            "product": money(product),
            "budget": money(budget),
        },
        card.plan.id,
    )


def _in_budget_money(target: Target) -> Decimal | None:
    """A cost target in 万元; compound units (元/人/年) by their money part."""
    if target.kind is not TargetKind.NUMBER:
        return None
    factor = spelling.conversion(target.unit.split("/")[0], "万元")
    return None if factor is None else EXACT.multiply(target.value, factor)


def check_projects(cards: tuple[Scorecard, ...]) -> Iterator[Finding]:
    """Sum of projects against what the department states: its 项目支出, or at least its whole budget."""
    projects = sum((card.plan.budget for card in cards if card.plan.kind is PlanKind.PROJECT), ZERO)
    for card in cards:
        if card.plan.kind is not PlanKind.DEPARTMENT or not projects or not card.plan.funds:
            continue
        named = [fund.budget for fund in card.plan.funds if _PROJECT_SPENDING in fund.source]
        stated = sum(named, ZERO) if named else card.plan.budget
        if (named and stated != projects) or projects > stated:
            arguments = {"projects": money(projects), "stated": money(stated)}
            yield Finding(Severity.WARNING, "projects_differ", card.plan.name, arguments, card.plan.id)
