"""Money of a plan: revised before initial, the last value to date, nothing reported is not zero."""

from decimal import Decimal

from perftrack.domain.periods import Quarter
from tests.domain.builders import fund, plan_of


def test_that_a_revised_budget_replaces_the_initial_one_even_by_zero() -> None:
    assert fund("财政拨款", "10").budget == Decimal(10)
    assert fund("财政拨款", "10", "12").budget == Decimal(12)
    assert fund("财政拨款", "10", "0").budget == Decimal(0)


def test_that_the_budget_is_the_sum_over_the_funds_of_revised_or_else_initial() -> None:
    assert plan_of(funds=(fund("上级", "10", "12"), fund("本级", "5"))).budget == Decimal(17)


def test_that_money_to_date_is_the_last_value_reported_up_to_the_quarter() -> None:
    spent = fund("财政拨款", "10", q1="2", q3="7")
    assert [spent.executed_by(Quarter(q)) for q in (1, 2, 3, 4)] == [2, 2, 7, 7]
    assert fund("财政拨款", "10", q3="7").executed_by(Quarter.Q2) is None


def test_that_the_plan_adds_the_last_value_of_each_fund() -> None:
    plan = plan_of(funds=(fund("上级", "10", q1="2"), fund("本级", "5", q4="5"), fund("其他", "1")))
    assert [plan.executed_by(Quarter(q)) for q in (1, 4)] == [2, 7]


def test_that_no_spending_reported_is_not_zero_spent() -> None:
    assert plan_of(funds=(fund("上级", "10"),)).executed_by(Quarter.Q4) is None
    assert plan_of(funds=(fund("上级", "10", q1="0"),)).executed_by(Quarter.Q4) == Decimal(0)
