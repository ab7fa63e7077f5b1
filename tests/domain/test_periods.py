"""Quarters and their official labels."""

import pytest

from perftrack.domain.periods import QUARTERS, Quarter, months_label


@pytest.mark.parametrize(
    ("quarter", "label"), [(1, "1-3月"), (2, "1-6月"), (3, "1-9月"), (4, "1-12月")], ids=["q1", "q2", "q3", "q4"]
)
def test_that_a_quarter_is_named_from_january_on(quarter: int, label: str) -> None:
    assert months_label(Quarter(quarter).last_month) == label


def test_that_january_alone_is_no_span() -> None:
    assert months_label(1) == "1月"


def test_that_a_quarter_knows_what_came_before() -> None:
    assert Quarter.Q3.up_to == (Quarter.Q1, Quarter.Q2, Quarter.Q3)
    assert [quarter.previous for quarter in QUARTERS] == [None, Quarter.Q1, Quarter.Q2, Quarter.Q3]
