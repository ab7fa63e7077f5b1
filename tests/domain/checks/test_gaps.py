"""Findings of what a quarter leaves out: asked for where it is submitted."""

import pytest

from perftrack.domain.checks.gaps import left_out, silent_units
from perftrack.domain.findings import Finding
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.terms import Across, Severity
from perftrack.domain.units import Breakdown, Unit, UnitValue
from tests.domain.builders import card_of, fund, item, judged, plan_of


def hits(plan: Plan, quarter: int) -> list[Finding]:
    return list(left_out(card_of(plan, quarter=quarter)))


def test_that_what_stands_from_an_earlier_quarter_is_still_missing_now() -> None:
    plan = plan_of(item("≥12个", quarters={2: "12"}, name="社区数"), funds=())
    assert hits(plan, 2) == []
    (found,) = hits(plan, 3)
    assert (found.code, found.severity, found.subject, found.arguments) == (
        "value_missing", Severity.WARNING, "社区数", {"quarter": "3"},
    )  # fmt: skip


@pytest.mark.parametrize("empty", ["", "—", "/"])
def test_that_a_sign_for_nothing_reports_nothing(empty: str) -> None:
    assert [each.code for each in hits(plan_of(item("≥12个", empty), funds=()), 4)] == ["value_missing"]


def test_that_none_reports_a_zero_where_zero_is_wanted() -> None:
    assert hits(plan_of(item("=0件", "无"), funds=()), 4) == []


def test_that_a_grade_is_a_report() -> None:
    assert hits(plan_of(item("有效保障", judged("部分达成"), rule="grade"), funds=()), 4) == []


@pytest.mark.parametrize("left", [item("无"), item("≥12个", excluded="项目取消")])
def test_that_what_takes_no_value_is_not_missed(left) -> None:
    assert hits(plan_of(left, funds=()), 4) == []


def test_that_a_fund_with_money_must_say_what_was_spent() -> None:
    plan = plan_of(item("≥12个", "12"), funds=(fund("财政拨款", "120", q3="80"), fund("其他资金", "0")))
    assert hits(plan, 3)[1:] == []
    assert [(each.code, each.subject) for each in hits(plan, 4)] == [("spending_missing", "财政拨款")]


def test_that_what_does_not_read_is_no_second_finding() -> None:
    plan = plan_of(item("=100%", "约89%", weight="90"))
    assert not [each for each in left_out(card_of(plan)) if each.code == "value_missing"]


def communities(count: int, *reported: int) -> Breakdown:
    units = tuple(Unit("社区", f"{place}号社区", id=str(place)) for place in range(1, count + 1))
    values = {Quarter.Q3: {str(place): UnitValue("3") for place in reported}}
    return Breakdown("社区", Across.SUM, units, values=values)


def silent(broken: Breakdown, **more) -> list[Finding]:
    card = card_of(plan_of(item("≥12次", quarters={3: "12"}, name="活动次数", **more), funds=()), quarter=3)
    return list(silent_units(card, {card.plan.indicators[0].id: broken}))


def test_that_units_which_have_not_reported_are_warned_of_by_name() -> None:
    (found,) = silent(communities(3, 1, 3))
    assert (found.code, found.severity, found.subject) == ("units_missing", Severity.WARNING, "活动次数")
    assert found.arguments == {"quarter": "3", "kind": "社区", "count": "1", "units": "2号社区"}
    (found,) = silent(communities(12, 1))
    assert (found.arguments["count"], found.arguments["units"]) == (
        "11", "2号社区、3号社区、4号社区、5号社区、6号社区……",
    )  # fmt: skip


def test_that_all_units_or_none_are_not_some() -> None:
    assert silent(communities(3, 1, 2, 3)) == []
    assert silent(communities(3)) == []
    assert silent(communities(3, 1), excluded="项目取消") == []
