"""Dates as sheets write them, and what answers what."""

import pytest

from perftrack.domain.deadlines import Deadline, read_deadline


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023年12月", (2023, 12, None)),
        ("9月前", (None, 9, None)),
        ("2024年12月31日前", (2024, 12, 31)),
        ("2024年12月31日之前", (2024, 12, 31)),
        ("12月底", (None, 12, None)),
        ("12月底前", (None, 12, None)),
        ("6月15号", (None, 6, 15)),
        ("9月份", (None, 9, None)),
        ("2024年6月底前完成", (2024, 6, None)),
        ("2024年", (2024, 12, 31)),
        ("2024年度内", (2024, 12, 31)),
        ("2024年底", (2024, 12, 31)),
        ("年底前", (None, 12, 31)),
        ("2024-06-30", (2024, 6, 30)),
        ("2024/6/30", (2024, 6, 30)),
        ("2024.6.30", (2024, 6, 30)),
        ("2024-12", (2024, 12, None)),
        ("2024年2月29日", (2024, 2, 29)),
        ("2月29日", (None, 2, 29)),
    ],
)
def test_that_a_date_is_read(text: str, date: tuple[int | None, int, int | None]) -> None:
    assert read_deadline(text) == Deadline(*date)


@pytest.mark.parametrize(
    "text",
    [
        "",
        *[
            "3个月",
            "13月",
            "0月",
            "2024年13月",
            "2024年2月30日",
            "2023年2月29日",
            "6月31日",
            "2024.12",
            "12",
            "9月起",
            "6月0日",
            "月",
        ],
    ],
)
def test_that_an_impossible_day_or_another_text_is_no_date(text: str) -> None:
    assert read_deadline(text) is None


@pytest.mark.parametrize(
    ("goal", "answer", "kept"),
    [
        ("2024年12月", "2024年12月", True),
        ("2024年12月", "2024年11月", True),
        ("2024年12月", "2024年12月31日", True),
        ("2024年12月", "2025年1月", False),
        ("9月前", "9月", True),
        ("9月前", "9月30日", True),
        ("9月前", "10月", False),
        ("9月前", "2024年9月", True),
        ("9月前", "2025年1月", False),
        ("9月前", "2023年10月", True),
        ("2023年12月", "11月", True),
        ("2023年12月", "2024年1月", False),
        ("2024年12月31日前", "12月底", True),
        ("2024年6月15日", "2024年6月15日", True),
        ("2024年6月15日", "2024年6月16日", False),
        ("2024年6月15日", "2024年6月", False),
        ("2024年6月15日", "2024年5月", True),
        ("2024年", "12月31日", True),
    ],
    ids=lambda value: str(value),
)
def test_that_a_day_on_or_before_the_date_keeps_it(goal: str, answer: str, kept: bool) -> None:
    target, actual = read_deadline(goal), read_deadline(answer)
    assert target is not None
    assert actual is not None
    assert target.kept_by(actual, 2024) is kept


@pytest.mark.parametrize("text", ["2024年12月31日", "2024年12月", "12月31日", "9月"])
def test_that_a_date_is_printed_as_it_is_read(text: str) -> None:
    assert str(read_deadline(text)) == text
