"""Findings of a plan as a whole: weights, spending against results, prose that nothing bears out."""

from decimal import Decimal
from typing import Any

import pytest

from perftrack.domain.checks import check_card
from perftrack.domain.findings import Finding
from perftrack.domain.plans import Indicator, Plan
from perftrack.domain.terms import Severity
from tests.domain.builders import RATIO, card_of, changed, codes, fund, item, plan_of

ITEM = item("≥12个", "12", "90", level2="数量指标")


def hits(plan: Plan, code: str, quarter: int = 4, pack: Any = RATIO) -> list[Finding]:
    return [finding for finding in check_card(card_of(plan, pack, quarter)) if finding.code == code]


def spending(executed: str, *indicators: Indicator, budget: str = "100") -> Plan:
    return plan_of(*(indicators or (ITEM,)), funds=(fund("财政拨款", budget, q4=executed),))


def test_that_a_clean_plan_has_no_findings() -> None:
    plan = plan_of(ITEM, goal="保障 12 个社区，预算 100 万元；2024 年 12 月 31 日前完成。")
    assert [codes(check_card(card_of(plan, quarter=quarter))) for quarter in (1, 2, 3, 4)] == [set()] * 4


@pytest.mark.parametrize(
    ("weights", "execution", "adds"),
    [
        (["50", "40"], "10", True),
        (["33.3", "33.3", "23.4"], "10", True),
        (["50", "50"], "0", True),
        (["50", "50"], "10", False),
        (["50", "39.99"], "10", False),
        ([], "10", False),
    ],
)
def test_that_weights_add_to_a_hundred_less_execution(weights: list[str], execution: str, adds: bool) -> None:
    plan = plan_of(*(item("≥1个", weight=weight) for weight in weights), execution_weight=Decimal(execution))
    found = hits(plan, "weights_do_not_add", 1)
    assert [(one.severity, one.subject) for one in found] == ([] if adds else [(Severity.ERROR, "项目")])


def test_that_the_finding_says_what_weights_add_to() -> None:
    found = hits(plan_of(item("≥1个", weight="80.50")), "weights_do_not_add")
    assert found[0].arguments == {"total": "80.5", "asked": "90", "execution": "10"}


@pytest.mark.parametrize(("executed", "unspent"), [("80", None), ("79.99", "20.01"), ("0", "100.00"), ("120", None)])
def test_that_more_than_a_fifth_unspent_is_found(executed: str, unspent: str | None) -> None:
    found = hits(spending(executed), "unspent")
    assert [(one.severity, one.arguments["unspent"]) for one in found] == (
        [(Severity.WARNING, unspent)] if unspent else []
    )


def test_that_money_nobody_reported_is_unspent() -> None:
    assert hits(plan_of(ITEM, funds=(fund("财政拨款", "100"),)), "unspent")


def test_that_a_budget_of_nothing_is_found_instead_of_unspent() -> None:
    plan = spending("0", budget="0")
    assert [one.severity for one in hits(plan, "no_budget")] == [Severity.WARNING]
    assert not hits(plan, "unspent")
    assert not hits(spending("100"), "no_budget")


@pytest.mark.parametrize(
    ("actual", "executed", "ahead"),
    [("12", "95.24", False), ("12", "95.23", True), ("6", "47", True), ("6", "48", False), ("12", "0", True)],
)
def test_that_results_five_per_cent_ahead_of_spending_are_found(actual: str, executed: str, ahead: bool) -> None:
    plan = spending(executed, item("≥12个", actual, "90"))
    assert bool(hits(plan, "ahead_of_execution")) is ahead


def test_that_both_limits_are_numbers_of_the_pack() -> None:
    plan = spending("70")
    assert not hits(plan, "unspent", pack=changed(RATIO, unspent="30"))
    assert not hits(plan, "ahead_of_execution", pack=changed(RATIO, ahead_of_execution="43"))
    assert hits(plan, "ahead_of_execution", pack=changed(RATIO, ahead_of_execution="42"))


@pytest.mark.parametrize("code", ["unspent", "no_budget", "ahead_of_execution"])
def test_that_spending_is_judged_at_the_end_of_the_year_only(code: str) -> None:
    budget = "0" if code == "no_budget" else "100"
    plan = plan_of(item("≥12个", quarters={1: "12"}, weight="90"), funds=(fund("财政拨款", budget, q1="1"),))
    assert [bool(hits(plan, code, quarter)) for quarter in (1, 2, 3, 4)] == [False, False, False, True]


def numbers(*actuals: str) -> Plan:
    return plan_of(*(item("≥12个", actual, "30", name=f"指标{n}") for n, actual in enumerate(actuals)))


def test_that_every_actual_equal_to_its_target_is_pointed_out() -> None:
    found = hits(numbers("12", "12个", "24/2"), "all_equal_targets")
    assert [(one.severity, one.arguments) for one in found] == [(Severity.HINT, {"count": "3"})]


def test_that_one_actual_that_differs_is_enough() -> None:
    assert not hits(numbers("12", "12", "12.5"), "all_equal_targets")
    assert not hits(numbers("12", "12", "无"), "all_equal_targets")
    assert not hits(numbers("12", "12"), "all_equal_targets")


def unchanged(target: str, prior: str | None, base_prior: str = "38个", **more: Any) -> list[Finding]:
    base = item("≥45个", "45", "40", level2="数量指标", name="支部个数", prior_actual=base_prior)
    return hits(plan_of(base, item(target, "95%", "50", prior_actual=prior, **more)), "target_unchanged")


def test_that_a_target_equal_to_last_years_actual_is_pointed_out_when_the_base_grew() -> None:
    found = unchanged("≥90%", "90%")
    assert [(one.severity, one.subject) for one in found] == [(Severity.HINT, "指标")]
    assert found[0].arguments == {"target": "≥90%", "base": "支部个数"}


@pytest.mark.parametrize(
    ("target", "prior", "base_prior"),
    [
        ("≥91%", "90%", "38个"),
        ("≥90%", "90%", "45个"),
        ("≥90%", "90%", "无"),
        ("≥90%", None, "38个"),
        ("≥90%", "无", "38个"),
        ("≥100%", "100%", "38个"),
        ("≤90%", "90%", "38个"),
    ],
)
def test_that_nothing_unchanged_is_seen_where_nothing_could_be_raised(
    target: str, prior: str | None, base_prior: str
) -> None:
    assert not unchanged(target, prior, base_prior)


def prose(goal: str) -> list[dict[str, str]]:
    plan = plan_of(
        item("≥12个", "12", "30"), item("≥90%", "90%", "30"), item("95%~105%", "100%", "30"), goal=goal,
        funds=(fund("财政拨款", "8.84", "9", q4="9"), fund("其他资金", "1", q4="1")),
    )  # fmt: skip
    return [dict(finding.arguments) for finding in hits(plan, "prose_number", 1)]


@pytest.mark.parametrize(
    "goal",
    [
        "",
        "保障 12 个社区，满意度 90% 以上",
        "控制在 95% 到 105% 之间",
        "预算 10 万元，其中年初 8.84 万元、调整后 9 万元",
        "安排 100,000 元",
        "2024 年 12 月 31 日前完成，9月底前过半",
        "1.保障社区；2、服务群众。（3）按时完成",
    ],
)
def test_that_numbers_an_indicator_or_fund_bears_out_are_in_order(goal: str) -> None:
    assert prose(goal) == []


@pytest.mark.parametrize(
    ("goal", "number"),
    [("服务 330 人", "330"), ("满意度 12%", "12%"), ("覆盖 90 个社区", "90"), ("投入１，２００元", "1,200")],
)
def test_that_a_number_nothing_bears_out_is_found(goal: str, number: str) -> None:
    found = prose(goal)
    assert [one["number"] for one in found] == [number]
    assert number in found[0]["words"]


def test_that_the_same_number_is_found_once() -> None:
    assert len(prose("服务 330 人，慰问 330 人")) == 1
