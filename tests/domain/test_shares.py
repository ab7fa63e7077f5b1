"""The table of cases: what each kind of target and rule earns, in points of a weight of 20."""

import pytest

from perftrack.domain.rulepacks import CeilingOverrun, EqualBeyond, OverEffect, RulePack
from perftrack.domain.shares import effective_rule
from perftrack.domain.terms import Rule
from tests.domain.builders import (
    BANDS,
    LINEAR,
    PACKS,
    RATIO,
    changed,
    item,
    judged,
    points,
    scored,
    target_of,
)

ZERO_OVERRUN = changed(RATIO, ceiling_overrun=CeilingOverrun.ZERO)
SYMMETRIC = changed(RATIO, equal_beyond=EqualBeyond.SYMMETRIC)


@pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))
@pytest.mark.parametrize(
    ("target", "actual", "earned"),
    [
        ("≥12个", "12", "20.00"),
        ("≥12个", "13", "20.00"),
        ("≥12个", "6", "10.00"),
        ("≥12个", "0", "0.00"),
        ("≥12个", "-3", "0.00"),
        (">12个", "12", "20.00"),
        (">12个", "6", "10.00"),
        ("=12个", "12", "20.00"),
        ("=12个", "6", "10.00"),
        ("=12个", "13", "20.00"),
        ("≤10万元", "10", "20.00"),
        ("≤10万元", "9", "20.00"),
        ("≤10万元", "-1", "20.00"),
        ("<10万元", "10", "20.00"),
        ("10-12个", "10", "20.00"),
        ("10-12个", "12", "20.00"),
        ("10-12个", "5", "10.00"),
        ("95%~105%", "76%", "16.00"),
        ("=0件", "0", "20.00"),
        ("=0件", "无", "20.00"),
        ("=0件", "1", "0.00"),
        ("=0件", "-1", "20.00"),
        ("≤0件", "0.5", "0.00"),
        ("<0件", "0", "20.00"),
        ("≥0件", "5", "20.00"),
        (">0件", "0", "20.00"),
    ],
)
def test_that_proportion_scores_alike_under_every_pack(pack: RulePack, target: str, actual: str, earned: str) -> None:
    assert points(item(target, actual, "20"), pack) == earned


@pytest.mark.parametrize(
    ("target", "actual", "ratio", "linear", "zero"),
    [
        ("≤10万元", "10", "20.00", "20.00", "20.00"),
        ("≤10万元", "12.5", "16.00", "15.00", "0.00"),
        ("≤10万元", "16", "12.50", "8.00", "0.00"),
        ("≤10万元", "20", "10.00", "0.00", "0.00"),
        ("≤10万元", "40", "5.00", "0.00", "0.00"),
        ("<10万元", "12.5", "16.00", "15.00", "0.00"),
        ("8-10个", "12.5", "16.00", "15.00", "0.00"),
        ("8-10个", "20", "10.00", "0.00", "0.00"),
        ("0~0件", "1", "0.00", "0.00", "0.00"),
    ],
)
def test_that_an_overrun_ceiling_scores_as_the_pack_says(
    target: str, actual: str, ratio: str, linear: str, zero: str
) -> None:
    indicator = item(target, actual, "20")
    assert [points(indicator, pack) for pack in (RATIO, BANDS, LINEAR, ZERO_OVERRUN)] == [ratio, ratio, linear, zero]


@pytest.mark.parametrize(
    ("actual", "symmetric"),
    [("10", "20.00"), ("8", "16.00"), ("12", "16.00"), ("15", "10.00"), ("20", "0.00"), ("31", "0.00")],
)
def test_that_equal_beyond_symmetric_takes_off_on_both_sides(actual: str, symmetric: str) -> None:
    assert points(item("=10个", actual, "20"), SYMMETRIC) == symmetric


def test_that_beyond_an_equal_target_is_full_but_noticed() -> None:
    assert "beyond_equal" in scored(item("=100%", "100.4%")).notices
    assert "beyond_equal" not in scored(item("=100%", "100%")).notices
    assert "beyond_equal" not in scored(item("≥100%", "100.4%")).notices


@pytest.mark.parametrize(
    ("target", "actual", "earned"),
    [
        ("≥12个", "12", "20.00"),
        ("≥12个", "11.99", "0.00"),
        (">12个", "12", "0.00"),
        ("=12个", "13", "0.00"),
        ("≤10万元", "10.01", "0.00"),
        ("<10万元", "10", "0.00"),
        ("10-12个", "11", "20.00"),
        ("10-12个", "13", "0.00"),
        ("有效保障", "达成", "20.00"),
        ("有效保障", "部分达成", "0.00"),
        ("≥12个", "完成", "20.00"),
    ],
)
def test_that_direct_is_all_or_nothing(target: str, actual: str, earned: str) -> None:
    assert points(item(target, actual, "20", "direct")) == earned


@pytest.mark.parametrize(
    ("target", "actual", "earned"), [("≥-5℃", "3", "20.00"), ("≤-5℃", "3", "0.00"), ("=-5℃", "3", "0.00")]
)
def test_that_a_negative_target_is_scored_as_direct_and_noticed(target: str, actual: str, earned: str) -> None:
    score = scored(item(target, actual, "20"))
    assert (str(score.points), score.notices) == (earned, ("negative_target",))


@pytest.mark.parametrize("target", ["", "无", "—", "/"])
@pytest.mark.parametrize("rule", ["proportional", "grade", "direct"])
def test_that_an_empty_target_is_never_scored(target: str, rule: str) -> None:
    assert points(item(target, "12", rule=rule)) is None
    assert points(item(target, judged("达成"), rule=rule)) is None


OVER = {"explain": RATIO, "fixed": changed(RATIO, over_effect=OverEffect.FIXED, over_deduction="3"),
        "deviation": changed(RATIO, over_effect=OverEffect.DEVIATION)}  # fmt: skip


@pytest.mark.parametrize(
    ("target", "actual", "explain", "fixed", "deviation"),
    [
        ("≥10个", "12.99", "20.00", "20.00", "20.00"),
        ("≥10个", "13", "20.00", "17.00", "20.00"),
        (">10个", "14", "20.00", "17.00", "18.00"),
        ("=10个", "15", "20.00", "17.00", "16.00"),
        ("≥10个", "30", "20.00", "17.00", "0.00"),
        ("≤10个", "30", "6.67", "6.67", "6.67"),
        ("≥0个", "30", "20.00", "20.00", "20.00"),
        ("10-12个", "30", "8.00", "8.00", "8.00"),
    ],
)
def test_that_far_beyond_the_target_costs_what_the_pack_says(
    target: str, actual: str, explain: str, fixed: str, deviation: str
) -> None:
    found = [points(item(target, actual, "20"), pack) for pack in OVER.values()]
    assert found == [explain, fixed, deviation]


def test_that_far_beyond_is_noticed_from_the_threshold_on_and_in_proportion_only() -> None:
    assert "beyond_target" in scored(item("≥10个", "13")).notices
    assert "beyond_target" not in scored(item("≥10个", "12.99")).notices
    assert "beyond_target" in scored(item("≥10个", "12"), changed(RATIO, over_threshold="120")).notices
    assert "beyond_target" not in scored(item("≥10个", "13", rule="direct")).notices
    assert "beyond_target" not in scored(item("≥10个", "13", rule="satisfaction")).notices


def test_that_a_deduction_never_goes_below_nothing() -> None:
    greedy = changed(RATIO, over_effect=OverEffect.FIXED, over_deduction="99")
    assert points(item("≥10个", "13", "20"), greedy) == "0.00"


def test_that_no_rule_means_grade_for_words_and_else_proportion() -> None:
    assert effective_rule(None, target_of("有效保障")) is Rule.GRADE
    assert effective_rule(None, target_of("≥12个")) is Rule.PROPORTIONAL
    assert effective_rule(None, target_of("9月前")) is Rule.PROPORTIONAL
    assert effective_rule(Rule.DIRECT, target_of("有效保障")) is Rule.DIRECT
