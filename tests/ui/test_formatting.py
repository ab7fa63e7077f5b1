"""Numbers are written one way everywhere on the screen."""

import doctest
from decimal import Decimal

import pytest

from ui import formatting


def test_that_the_examples_of_the_module_hold():
    assert doctest.testmod(formatting).failed == 0


@pytest.mark.parametrize("write", [formatting.points, formatting.percent, formatting.money, formatting.signed])
def test_that_nothing_is_a_dash_and_never_zero(write):
    assert write(None) == "—"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("90.045", "90.05"),
        ("90.044", "90.04"),
        ("0", "0.00"),
        ("-0.001", "0.00"),
        ("-6.42", "−6.42"),
        ("100", "100.00"),
    ],
)
def test_that_points_have_two_places_rounded_half_up(value, words):
    assert formatting.points(Decimal(value)) == words


def test_that_money_has_commas_and_per_cent_its_sign():
    assert formatting.money(Decimal("1234567.8")) == "1,234,567.80"
    assert formatting.percent(Decimal("133.333")) == "133.33%"
    assert formatting.percent(Decimal("97.8"), 1) == "97.8%"


def test_that_a_number_as_typed_keeps_its_decimals():
    assert formatting.number(Decimal("12")) == "12"
    assert formatting.number(Decimal("1E+3")) == "1,000"
    assert formatting.number(Decimal("0.540")) == "0.540"


def test_that_differences_carry_a_real_minus():
    assert formatting.signed(Decimal("-2.444")) == "\u22122.44"
    assert formatting.signed(Decimal("9.56")) == "+9.56"
    assert formatting.signed(Decimal("0.00")) == "±0"
    assert formatting.loss(Decimal("13.92")) == "\u221213.92"


def test_that_what_is_no_number_is_a_dash():
    assert formatting.points(Decimal("NaN")) == "—"


@pytest.mark.parametrize(("size", "words"), [(12, "12 B"), (49_152, "48 KB"), (1_258_291, "1.2 MB")])
def test_that_file_sizes_are_written_for_people(size, words):
    assert formatting.file_size(size) == words
