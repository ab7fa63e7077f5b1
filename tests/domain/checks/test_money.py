"""Findings about money: fund rows, unit cost × quantity, projects against the department."""

import pytest

from perftrack.domain.checks import check_card, check_office
from perftrack.domain.findings import Finding
from perftrack.domain.plans import Fund, Plan
from perftrack.domain.terms import Severity
from tests.domain.builders import card_of, fund, item, plan_of


def hits(plan: Plan, code: str, quarter: int = 4) -> list[Finding]:
    return [finding for finding in check_card(card_of(plan, quarter=quarter)) if finding.code == code]


def office(*plans: Plan) -> list[Finding]:
    return [one for one in check_office(tuple(card_of(plan) for plan in plans)) if one.code == "projects_differ"]


@pytest.mark.parametrize("word", ["年度资金总额", "合计", "总计"])
def test_that_a_stated_total_must_be_what_its_rows_add_to(word: str) -> None:
    rows = (fund("财政拨款", "8.84"), fund("其他资金", "1.16"))
    assert not hits(plan_of(funds=(fund(word, "10"), *rows)), "funds_do_not_add")
    found = hits(plan_of(funds=(fund(word, "11"), *rows)), "funds_do_not_add", 1)
    assert [(one.severity, one.subject) for one in found] == [(Severity.WARNING, word)]
    assert found[0].arguments == {"stated": "11.00", "found": "10.00"}
    assert hits(plan_of(funds=(fund(word, "9.99"), *rows)), "funds_do_not_add")


def test_that_rows_without_a_stated_total_have_nothing_to_differ_from() -> None:
    assert not hits(plan_of(funds=(fund("财政拨款", "8.84"), fund("其他资金", "1"))), "funds_do_not_add")


def test_that_money_to_date_never_falls() -> None:
    falls = plan_of(funds=(fund("上级安排", "16.13", q1="4.20", q3="16.13", q4="16.03"),))
    found = hits(falls, "executed_falls")
    assert [(one.severity, one.subject) for one in found] == [(Severity.WARNING, "上级安排")]
    assert found[0].arguments == {"highest": "16.13", "last": "16.03"}
    assert not hits(falls, "executed_falls", 3)
    assert not hits(plan_of(funds=(fund("上级安排", "9", q1="4", q2="4", q4="9"),)), "executed_falls")


def costing(cost: str, count: str, *budgets: str, level1: str = "成本指标", kind: str = "project") -> list[Finding]:
    funds: tuple[Fund, ...] = tuple(fund("财政拨款", budget) for budget in budgets)
    plan = plan_of(
        item(count, level2="数量指标"), item(cost, level1=level1, level2="经济效益指标"), funds=funds, kind=kind
    )
    return hits(plan, "unit_cost_differs", 1)


@pytest.mark.parametrize(
    ("cost", "count", "budgets"),
    [
        ("≤268元/人/年", "≥330人", ["8.84", "0.00"]),
        ("≤10万元", "≥12个", ["120.00"]),
        ("≤20万元/年", "≥12个", ["240.00"]),
        ("≤1.20万元", "≥45人", ["54.00"]),
        ("≤0.012亿元", "≥2个", ["240"]),
        ("≤120万元", "≥12个", ["120.00"]),
    ],
)
def test_that_unit_cost_times_quantity_is_the_budget_at_its_decimals(cost: str, count: str, budgets: list[str]) -> None:
    assert costing(cost, count, *budgets) == []


def test_that_a_product_that_is_not_the_budget_is_found_with_its_numbers() -> None:
    found = costing("≤268元/人/年", "≥331人", "8.84")
    assert [one.severity for one in found] == [Severity.WARNING]
    assert found[0].arguments == {"count": "331人", "cost": "268元/人/年", "product": "8.87", "budget": "8.84"}


def test_that_more_decimals_in_the_budget_ask_for_more() -> None:
    assert costing("≤268元/人/年", "≥330人", "8.840")
    assert not costing("≤268元/人/年", "≥330人", "8.844")


@pytest.mark.parametrize(
    ("cost", "count", "budget", "level1", "kind"),
    [
        ("≤268元/人/年", "≥331人", "8.84", "产出指标", "project"),
        ("≤268个", "≥331人", "8.84", "成本指标", "project"),
        ("≤268元/人/年", "9月前", "8.84", "成本指标", "project"),
        ("≤268元/人/年", "≥331人", "0", "成本指标", "project"),
        ("≤268元/人/年", "≥331人", "8.84", "成本指标", "department"),
    ],
    ids=["no cost", "no money", "no quantity", "no budget", "department"],
)
def test_that_without_cost_quantity_or_budget_nothing_is_multiplied(
    cost: str, count: str, budget: str, level1: str, kind: str
) -> None:
    assert costing(cost, count, budget, level1=level1, kind=kind) == []


def project(budget: str) -> Plan:
    return plan_of(funds=(fund("财政拨款", budget),), name=f"项目{budget}")


def department(*funds: Fund) -> Plan:
    return plan_of(funds=funds, kind="department", name="部门整体")


def test_that_projects_must_add_to_what_the_department_states_for_them() -> None:
    stated = department(fund("基本支出", "2690.10"), fund("项目支出", "467.84"))
    assert office(stated, project("400"), project("67.84")) == []
    found = office(stated, project("400"), project("67.83"))
    assert [(one.severity, one.subject) for one in found] == [(Severity.WARNING, "部门整体")]
    assert found[0].arguments == {"projects": "467.83", "stated": "467.84"}


def test_that_projects_never_add_to_more_than_the_whole_department() -> None:
    whole = department(fund("上级安排", "16.13"), fund("本级安排", "83.87"))
    assert office(whole, project("60"), project("40")) == []
    assert office(whole, project("60"), project("40.01"))


def test_that_a_department_without_projects_or_money_differs_from_nothing() -> None:
    assert office(department(fund("项目支出", "10"))) == []
    assert office(project("10"), project("20")) == []
