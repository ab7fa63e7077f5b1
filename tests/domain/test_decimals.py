"""Exact arithmetic: one division, one rounding, no number that was not written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.decimals import divide, money, plain, read_plain, rounded, shortest
from tests.domain.builders import modest

NUMBERS = st.decimals(min_value=-10_000_000, max_value=10_000_000, places=4)


@pytest.mark.parametrize(
    ("text", "number"),
    [("8.84", "8.84"), (" 8 ", "8"), ("-3", "-3"), ("+3", "3"), (".5", "0.5"), ("5.", "5"), ("1e2", "1E+2")],
)
def test_that_a_plain_number_reads_exactly(text: str, number: str) -> None:
    assert str(read_plain(text)) == number


@pytest.mark.parametrize(
    "text",
    ["", "NaN", "Infinity", "-inf", "1_000", "1,000", "１", "٣", "1 2", "0x1", "1e999", "1e-99", "1" * 41, "--1"],
)
def test_that_what_is_no_plain_number_does_not_read(text: str) -> None:
    assert read_plain(text) is None


@pytest.mark.parametrize(
    ("number", "to_cents"),
    [("9.725", "9.73"), ("9.7249", "9.72"), ("0.005", "0.01"), ("0.015", "0.02"), ("-0.005", "-0.01"), ("3", "3.00")],
)
def test_that_halves_round_away_from_zero(number: str, to_cents: str) -> None:
    assert str(rounded(Decimal(number))) == to_cents


def test_that_a_quotient_just_under_a_half_is_never_rounded_twice() -> None:
    almost_half = Decimal("0.004" + "9" * 130)
    assert rounded(divide(almost_half, Decimal(1))) == Decimal("0.00")


def test_that_a_quotient_just_over_a_half_still_rounds_up() -> None:
    assert rounded(divide(Decimal("-0.005" + "0" * 130 + "1"), Decimal(-1))) == Decimal("0.01")


@pytest.mark.parametrize(
    ("number", "as_plain", "as_shortest", "as_money"),
    [
        ("120", "120", "120", "120.00"),
        ("1E+2", "100", "100", "100.00"),
        ("87.50", "87.50", "87.5", "87.50"),
        ("8.844", "8.844", "8.844", "8.844"),
        ("0.00", "0.00", "0", "0.00"),
        ("-0.50", "-0.50", "-0.5", "-0.50"),
    ],
)
def test_that_numbers_are_written_without_exponents(
    number: str, as_plain: str, as_shortest: str, as_money: str
) -> None:
    value = Decimal(number)
    assert (plain(value), shortest(value), money(value)) == (as_plain, as_shortest, as_money)


@modest
@given(NUMBERS)
def test_that_no_way_of_writing_changes_a_number(number: Decimal) -> None:
    assert Decimal(plain(number)) == Decimal(shortest(number)) == Decimal(money(number)) == number
    assert read_plain(plain(number)) == number


@modest
@given(NUMBERS)
def test_that_rounding_moves_a_number_by_half_a_cent_at_most(number: Decimal) -> None:
    assert abs(rounded(number) - number) <= Decimal("0.005")
