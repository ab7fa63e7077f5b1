"""Judged shares: words and numbers under grade, satisfaction, dates, in points of a weight of 20."""

import pytest

from perftrack.domain.rulepacks import Way
from tests.domain.builders import BANDS, RATIO, Reported, changed, item, judged, points, scored


@pytest.mark.parametrize("rule", ["grade", "satisfaction", "proportional", None])
@pytest.mark.parametrize(
    ("actual", "earned"),
    [
        (judged("达成"), "20.00"),
        (judged("部分达成"), "14.00"),
        (judged("未达成"), "6.00"),
        (judged("达成", "85"), "17.00"),
        (judged("部分达成", "75"), "15.00"),
        (judged("未达成", "0"), "0.00"),
        (judged(share="62.5"), "12.50"),
    ],
    ids=["met", "partly", "unmet", "met 85", "partly 75", "unmet 0", "share alone"],
)
def test_that_words_score_by_grade_under_every_rule_but_direct(rule: str | None, actual: Reported, earned: str) -> None:
    assert points(item("有效保障", actual, "20", rule)) == earned


@pytest.mark.parametrize(
    ("target", "actual", "earned", "grade"),
    [
        ("≥90%", "63%", "14.00", "部分达成"),
        ("≥90%", "72%", "16.00", "达成"),
        ("≥90%", "71.99%", "16.00", "部分达成"),
        ("≥90%", "54%", "12.00", "部分达成"),
        ("≥90%", "53.99%", "12.00", "未达成"),
        ("≥90%", "95%", "20.00", "达成"),
        ("≤10万元", "12.5", "16.00", "达成"),
        ("≤10万元", "16", "12.50", "部分达成"),
        ("10-12个", "5", "10.00", "未达成"),
        ("=0件", "1", "0.00", "未达成"),
    ],
)
def test_that_a_number_under_grade_earns_its_unrounded_share(target: str, actual: str, earned: str, grade: str) -> None:
    score = scored(item(target, actual, "20", "grade"))
    assert (str(score.points), score.grade) == (earned, grade)


def test_that_the_lead_may_move_the_share_inside_its_band() -> None:
    assert points(item("≥90%", judged("部分达成", "66", "58%"), "20", "grade")) == "13.20"
    assert points(item("≥90%", judged(None, "79.9", "58%"), "20", "grade")) == "15.98"


@pytest.mark.parametrize(
    "picked",
    [judged("达成", "85", "58%"), judged("达成", None, "58%"), judged(None, "85", "58%")],
    ids=["both", "grade", "share"],
)
def test_that_a_grade_that_contradicts_the_value_is_not_taken(picked: Reported) -> None:
    score = scored(item("≥90%", picked, "18", "grade"))
    assert (str(score.points), score.grade) == ("11.60", "部分达成")
    assert "grade_contradicts" in score.notices


def test_that_a_bare_grade_scores_a_number_under_the_grade_rule_only() -> None:
    assert points(item("≥90%", judged("部分达成"), "20", "grade")) == "14.00"
    assert points(item("≥90%", judged("部分达成"), "20")) is None
    assert points(item("≥90%", judged("达成"), "20")) == "20.00"


@pytest.mark.parametrize(
    ("actual", "proportional", "bands"),
    [
        ("90%", "20.00", "20.00"),
        ("95%", "20.00", "20.00"),
        ("89.99%", "20.00", "16.00"),
        ("80%", "17.78", "16.00"),
        ("79.99%", "17.78", "10.00"),
        ("60%", "13.33", "10.00"),
        ("59.99%", "13.33", "0.00"),
        ("356/400", "19.78", "16.00"),
    ],
)
def test_that_satisfaction_scores_as_the_pack_says(actual: str, proportional: str, bands: str) -> None:
    indicator = item("≥90%", actual, "20", "satisfaction")
    assert (points(indicator, RATIO), points(indicator, BANDS)) == (proportional, bands)


@pytest.mark.parametrize(
    ("target", "earned"), [(">90%", "16.00"), ("=90%", "16.00"), ("≤80%", "19.28"), ("≥90分", "18.44")]
)
def test_that_bands_hold_for_per_cent_with_floors_and_equal_only(target: str, earned: str) -> None:
    assert points(item(target, "83", "20", "satisfaction"), BANDS) == earned


def test_that_bands_are_numbers_of_the_pack() -> None:
    strict = changed(BANDS, satisfaction_bands=((70, 40),))
    assert points(item("≥90%", "70%", "20", "satisfaction"), strict) == "8.00"
    assert points(item("≥90%", "69%", "20", "satisfaction"), strict) == "0.00"
    assert BANDS.satisfaction is Way.BANDS


@pytest.mark.parametrize(
    ("actual", "earned"),
    [
        ("2024年8月", "20.00"),
        ("9月30日", "20.00"),
        ("10月", "0.00"),
        ("完成", "20.00"),
        (judged("部分达成", value="10月"), "14.00"),
        (judged("部分达成", "75", "10月"), "15.00"),
        (judged("部分达成"), "14.00"),
        (judged("未达成", value="8月"), "20.00"),
    ],
    ids=["before", "last day", "late", "done", "late, graded", "late, share", "grade alone", "in time, graded"],
)
@pytest.mark.parametrize("rule", ["proportional", "grade", "satisfaction", None])
def test_that_a_date_is_kept_or_late_or_graded(rule: str | None, actual: Reported, earned: str) -> None:
    assert points(item("9月前", actual, "20", rule)) == earned
