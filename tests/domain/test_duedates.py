"""Until when: what is typed, and how late a plan is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.duedates import DueDate, read_day


@pytest.mark.parametrize(
    ("typed", "quarter", "day"),
    [
        ("10-11", 3, date(2024, 10, 11)),
        ("10.11", 3, date(2024, 10, 11)),
        ("10/11", 3, date(2024, 10, 11)),
        ("10月11日", 3, date(2024, 10, 11)),
        ("10月11", 3, date(2024, 10, 11)),
        (" 2024 - 10 - 11 ", 3, date(2024, 10, 11)),
        ("2024年10月11日", 3, date(2024, 10, 11)),
        ("4-8", 1, date(2024, 4, 8)),
        ("3-25", 1, date(2024, 3, 25)),
        ("12-25", 4, date(2024, 12, 25)),
        ("1-10", 4, date(2025, 1, 10)),
        ("1-10", 1, date(2024, 1, 10)),
        ("2-29", 1, date(2024, 2, 29)),
    ],
)
def test_that_a_day_reads_in_every_usual_form(typed: str, quarter: int, day: date) -> None:
    assert read_day(typed, 2024, quarter) == day


@pytest.mark.parametrize("typed", ["", "十月", "13-1", "2-30", "2023-2-29", "10", "10-11-12", "24-10-11", "10-11日日"])
def test_that_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_day(typed, 2024, 3)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 4))
def test_that_a_day_written_whole_is_read_as_written(day: date, quarter: int) -> None:
    assert read_day(day.isoformat(), 2024, quarter) == day


@given(st.dates(date(2024, 1, 1), date(2024, 12, 31)), st.integers(0, 30), st.integers(-60, 60))
def test_that_a_plan_is_late_only_after_the_grace_and_then_by_all_days(day: date, grace: int, past: int) -> None:
    late = DueDate(day, grace).lateness(day + timedelta(days=past))
    assert late == (past if past > grace else 0)
