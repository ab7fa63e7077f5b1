"""Grades and their bands: 达成 [80%,100%], 部分达成 [60%,80%), 未达成 [0,60%)."""

from decimal import Decimal

import pytest

from perftrack.domain.grades import band_of, in_band
from perftrack.domain.terms import Grade


@pytest.mark.parametrize(
    ("share", "grade"),
    [("100", "达成"), ("80", "达成"), ("79.99", "部分达成"), ("60", "部分达成"), ("59.99", "未达成"), ("0", "未达成")],
)
def test_that_a_band_holds_its_lower_end_only(share: str, grade: str) -> None:
    assert band_of(Decimal(share)) is Grade(grade)
    assert [word for word in Grade if in_band(word, Decimal(share))] == [Grade(grade)]


@pytest.mark.parametrize("share", ["-0.01", "100.01"])
def test_that_no_band_reaches_beyond_nothing_and_all(share: str) -> None:
    assert not any(in_band(word, Decimal(share)) for word in Grade)
