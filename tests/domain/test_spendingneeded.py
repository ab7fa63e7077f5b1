"""How much must still be spent: the least amount is right, or there is none."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perftrack.domain.scorecards import Scorecard
from perftrack.domain.spendingneeded import (
    Spending,
    spending_for_points,
    spending_for_total,
    spending_out_of_cap,
)
from perftrack.domain.whatif import WhatIf
from tests.domain.builders import BANDS, RATIO, card_of, changed, fund, item, plan_of
from tests.domain.trials import cards

many = settings(
    max_examples=300, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)


def spent(amount: str | None, pack=RATIO, *, finished: bool = False) -> Scorecard:
    money = {} if amount is None else {"q4": amount}
    plan = plan_of(item("≥12个", "12", "90"), funds=(fund("财政", "120", **money),), finished=finished)
    return card_of(plan, pack)


def still(found: Spending | None) -> str | None:
    return None if found is None else str(found.still)


def test_that_points_of_the_execution_have_their_price() -> None:
    assert still(spending_for_points(spent("90"), Decimal(9))) == "17.94"  # 8.995 of 10 rounds up to 9.00
    assert still(spending_for_points(spent("90"), Decimal("7.5"))) == "0.00"
    assert still(spending_for_points(spent(None), Decimal(10))) == "119.94"
    assert spending_for_points(spent("90"), Decimal("10.01")) is None


def test_that_bands_are_reached_at_their_edge_and_the_whole_only_when_finished() -> None:
    assert still(spending_for_points(spent("90", BANDS), Decimal(7))) == "6.00"
    assert spending_for_points(spent("90", BANDS), Decimal(10)) is None
    assert still(spending_for_points(spent(None, BANDS, finished=True), Decimal(10))) == "0.01"


def test_that_a_total_cap_is_left_behind() -> None:
    capped = spent("50", changed(RATIO, total_caps=((Decimal(50), Decimal(59)), (Decimal(80), Decimal(89)))))
    assert capped.cap == Decimal(59)
    found = spending_out_of_cap(capped)
    assert found is not None
    assert (str(found.still), found.within) == ("46.00", True)
    assert still(spending_for_total(capped, Decimal(80))) == "10.00"


def test_that_a_plan_without_budget_needs_no_money() -> None:
    card = card_of(plan_of(item("≥1", "1"), funds=(fund("财政", "0", q4="0"),)))
    assert spending_for_points(card, Decimal(1)) is None


def after(card: Scorecard, amount: Decimal) -> Scorecard:
    return card if not amount else WhatIf.of(card).spend_more(amount).card


@many
@given(cards(), st.decimals(0, 110, places=2), st.lists(st.integers(0, 60_000), max_size=20))
def test_that_the_amount_is_enough_and_no_smaller_one_is(card: Scorecard, wanted: Decimal, cents: list[int]) -> None:
    wishes = [
        (spending_for_points(card, wanted / 11), lambda tried: tried.execution.points >= wanted / 11),
        (spending_for_total(card, wanted), lambda tried: tried.total >= wanted),
        (spending_out_of_cap(card), lambda tried: tried.cap is None),
    ]
    for found, enough in wishes:
        if card.plan.budget == 0:
            assert found is None
            continue
        smaller = [Decimal(cent) / 100 for cent in cents]
        if found is not None:
            assert enough(after(card, found.still))
            smaller = [amount for amount in (*smaller, found.still - Decimal("0.01")) if 0 <= amount < found.still]
        assert not any(enough(after(card, amount)) for amount in smaller)


@pytest.mark.parametrize("amount", ["8.844", "119.996"])
def test_that_steps_start_from_what_was_spent(amount: str) -> None:
    found = spending_for_points(spent(amount), Decimal(10))
    assert found is not None
    assert found.still == found.still.quantize(Decimal("0.01"))
