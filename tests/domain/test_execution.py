"""Budget execution: spending against the plan's own funds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.execution import Execution, execution_of
from perftrack.domain.periods import Quarter
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.terms import Light
from tests.domain.builders import BANDS, LINEAR, RATIO, changed, fund, modest, plan_of


def spent(
    executed: str, budget: str, pack: RulePack = RATIO, *, finished: bool = False, weight: str = "10"
) -> Execution:
    plan = plan_of(funds=(fund("财政拨款", budget, q4=executed),), finished=finished, execution_weight=Decimal(weight))
    return execution_of(plan, pack, Quarter.Q4)


@pytest.mark.parametrize(
    ("executed", "budget", "points", "rate"),
    [
        ("114.60", "120.00", "9.55", "95.50"),
        ("9.02", "8.84", "10.00", "102.04"),
        ("8.84", "8.84", "10.00", "100.00"),
        ("0", "120", "0.00", "0.00"),
        ("2251.62", "3157.94", "7.13", "71.30"),
    ],
)
def test_that_in_proportion_spending_earns_its_rate_and_no_more_than_the_weight(
    executed: str, budget: str, points: str, rate: str
) -> None:
    for pack in (RATIO, LINEAR):
        found = spent(executed, budget, pack)
        assert (str(found.points), str(found.rate)) == (points, rate)


@pytest.mark.parametrize(
    ("executed", "finished", "points"),
    [
        ("114.60", False, "7.00"),
        ("114.60", True, "10.00"),
        ("120", True, "10.00"),
        ("120.01", True, "7.00"),
        ("150", False, "7.00"),
        ("96", False, "7.00"),
        ("95.99", False, "5.00"),
        ("72", False, "5.00"),
        ("71.99", False, "0.00"),
        ("10", True, "10.00"),
    ],
)
def test_that_in_bands_spending_earns_the_share_of_its_band(executed: str, finished: bool, points: str) -> None:
    assert str(spent(executed, "120", BANDS, finished=finished).points) == points


def test_that_the_bands_are_numbers_of_the_pack() -> None:
    assert str(spent("50", "100", changed(BANDS, execution_bands=((Decimal(50), Decimal(33)),))).points) == "3.30"


def test_that_the_weight_is_the_plans_own() -> None:
    assert str(spent("50", "100", weight="20").points) == "10.00"
    assert str(spent("50", "100", weight="0").points) == "0.00"


@pytest.mark.parametrize("pack", [RATIO, BANDS], ids=["proportional", "bands"])
def test_that_without_spending_or_without_budget_there_are_no_points_and_no_rate(pack: RulePack) -> None:
    silent = execution_of(plan_of(funds=(fund("财政拨款", "10"),), finished=True), pack, Quarter.Q4)
    broke = spent("0", "0", pack, finished=True)
    assert (silent.points, silent.executed, silent.rate, silent.light) == (0, None, None, Light.GREY)
    assert (broke.points, broke.executed, broke.rate, broke.light) == (0, 0, None, Light.GREY)
    assert (silent.complete, broke.complete) == (False, True)


def test_that_the_budget_is_revised_or_else_initial_over_all_funds() -> None:
    plan = plan_of(funds=(fund("财政拨款", "54", "56.40", q2="27"), fund("其他资金", "3.60", q2="3")))
    found = execution_of(plan, RATIO, Quarter.Q3)
    assert (found.budget, found.executed, str(found.points)) == (60, 30, "5.00")


def test_that_every_fund_with_money_must_report_before_spending_is_complete() -> None:
    half = plan_of(funds=(fund("上级", "10", q1="5"), fund("本级", "10", q2="5"), fund("其他", "0")))
    assert [execution_of(half, RATIO, Quarter(q)).complete for q in (1, 2)] == [False, True]


MONEY = st.decimals(min_value=0, max_value=9999, places=2)


@modest
@given(MONEY, MONEY, st.booleans(), st.sampled_from([RATIO, BANDS]))
def test_that_spending_earns_between_nothing_and_the_weight(
    executed: Decimal, budget: Decimal, finished: bool, pack: RulePack
) -> None:
    assert 0 <= spent(str(executed), str(budget), pack, finished=finished).points <= 10


@modest
@given(MONEY, MONEY, st.decimals(min_value=1, max_value=9999, places=2))
def test_that_in_proportion_more_spending_never_earns_less(one: Decimal, other: Decimal, budget: Decimal) -> None:
    less, more = (spent(str(value), str(budget)).points for value in sorted((one, other)))
    assert less <= more
