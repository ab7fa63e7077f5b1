"""The card: the whole worked example, totals, ratings, caps, exclusion, completeness, properties."""

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.plans import Indicator, ManualScore, Plan
from perftrack.domain.rulepacks import ExcludedWeight, RulePack
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import Rating
from tests.domain.builders import BANDS, LINEAR, PACKS, RATIO, card_of, changed, fund, item, judged, modest, plan_of

LEFT_OUT = changed(RATIO, excluded=ExcludedWeight.LEFT_OUT)


def worked_example() -> Plan:
    """社区服务群众经费 at the end of the year, as in the rules."""
    return plan_of(
        item("＞=12个", "12个", "20", level2="数量指标"),
        item("=100%", "100%", "10"),
        item("＞=90%", "87.5%", "10", level2="时效指标"),
        item("＜=10万元", "9.55万元", "20", level1="成本指标", level2="经济成本指标"),
        item("＞=90%", "92%", "10", "grade", level1="效益指标", level2="社会效益指标"),
        item("有效提升", judged("部分达成", "75"), "10", "grade", level1="效益指标", level2="生态效益指标"),
        item("＞=90%", "88%", "10", "satisfaction", level1="满意度指标", level2="满意度指标"),
        funds=(fund("财政拨款", "120.00", q4="114.60"), fund("其他资金", "0.00", q4="0.00")),
        name="社区服务群众经费",
    )


@pytest.mark.parametrize(
    ("pack", "items", "last", "execution", "total"),
    [
        (RATIO, "87.00", "9.78", "9.55", "96.55"),
        (LINEAR, "87.00", "9.78", "9.55", "96.55"),
        (BANDS, "85.22", "8.00", "7.00", "92.22"),
    ],
    ids=["national-2020", "linear-ceiling", "national-2021"],
)
def test_that_the_whole_card_example_holds_to_the_cent(
    pack: RulePack, items: str, last: str, execution: str, total: str
) -> None:
    card = card_of(worked_example(), pack)
    assert [str(s.points) for s in card.scores] == ["20.00", "10.00", "9.72", "20.00", "10.00", "7.50", last]
    assert (str(card.items_total), str(card.execution.points), str(card.total)) == (items, execution, total)
    assert (card.rating, card.complete, card.missing) == (Rating.EXCELLENT, True, ())


def test_that_subtotals_add_the_items_of_their_level() -> None:
    card = card_of(worked_example())
    assert [(s.level1, str(s.points), s.full) for s in card.level1()] == [
        ("产出指标", "39.72", 40), ("成本指标", "20.00", 20), ("效益指标", "17.50", 20), ("满意度指标", "9.78", 10),
    ]  # fmt: skip
    assert [(s.level2, s.rate) for s in card.level2()][2] == ("时效指标", Decimal("97.20"))


@pytest.mark.parametrize(
    ("score", "rating"),
    [("90", "优"), ("89.99", "良"), ("80", "良"), ("79.99", "中"), ("60", "中"), ("59.99", "差"), ("0", "差")],
)
def test_that_ratings_compare_the_exact_total(score: str, rating: str) -> None:
    manual = item("≥1个", weight="100", manual_score=ManualScore(Decimal(score), "按通报"))
    card = card_of(plan_of(manual, execution_weight=Decimal(0)))
    assert (card.total, card.rating) == (Decimal(score), Rating(rating))


def test_that_the_total_adds_the_rounded_items() -> None:
    thirds = [item("≥3个", "1", "10") for _ in range(3)]
    assert str(card_of(plan_of(*thirds, execution_weight=Decimal(0))).total) == "9.99"


def test_that_not_reported_counts_nothing_and_makes_the_card_incomplete() -> None:
    card = card_of(plan_of(item("≥1个", "1", "50"), item("≥1个", weight="40")))
    assert (str(card.total), card.complete, len(card.missing)) == ("60.00", False, 1)


def test_that_a_manual_score_completes_a_card_and_silent_money_does_not() -> None:
    manual = item("≥1个", weight="90", manual_score=ManualScore(Decimal(80), "按通报"))
    assert card_of(plan_of(manual)).complete
    assert not card_of(plan_of(manual, funds=(fund("财政拨款", "100"),))).complete


def excluding(pack: RulePack) -> Scorecard:
    out = item("≥4个", "4", "30", excluded="取消")
    return card_of(plan_of(item("≥4个", "4", "50"), item("≥4个", "1", "10"), out), pack)


def test_that_excluded_weight_is_spread_over_the_others_in_proportion() -> None:
    card = excluding(RATIO)
    assert [str(s.full) for s in card.scores] == ["75.00", "15.00", "0"]
    assert [None if s.points is None else str(s.points) for s in card.scores] == ["75.00", "3.75", None]
    assert (str(card.total), card.complete, card.missing) == ("88.75", True, ())


def test_that_excluded_weight_may_be_left_out_of_the_hundred() -> None:
    card = excluding(LEFT_OUT)
    assert [None if s.points is None else str(s.points) for s in card.scores] == ["50.00", "2.50", None]
    assert str(card.total) == "62.50"


def test_that_a_card_with_everything_excluded_stands() -> None:
    card = card_of(plan_of(item("≥4个", "4", "90", excluded="取消")))
    assert (str(card.total), card.complete) == ("10.00", True)


CAPS = tuple((Decimal(below), Decimal(cap)) for below, cap in ((50, 59), (60, 69), (70, 79), (80, 89)))


@pytest.mark.parametrize(
    ("executed", "cap", "total"),
    [
        ("49.99", "59", "59.00"),
        ("50", "69", "69.00"),
        ("69.9", "79", "79.00"),
        ("79.99", "89", "89.00"),
        ("80", None, "98.00"),
        ("0", "59", "59.00"),
    ],
)
def test_that_low_spending_caps_the_total_where_the_pack_says_so(executed: str, cap: str | None, total: str) -> None:
    plan = plan_of(item("≥1个", "1", "90"), funds=(fund("财政拨款", "100", q4=executed),))
    card = card_of(plan, changed(RATIO, total_caps=CAPS))
    assert (str(card.total), card.cap) == (total, None if cap is None else Decimal(cap))


def test_that_a_cap_never_lifts_a_total_and_is_off_by_default() -> None:
    plan = plan_of(item("≥1个", "0", "90"), funds=(fund("财政拨款", "100", q4="10"),))
    card = card_of(plan, changed(RATIO, total_caps=CAPS))
    assert (str(card.total), card.cap) == ("1.00", None)
    assert all(pack.total_caps == () for pack in PACKS.values())


INDICATORS = st.lists(
    st.builds(
        item,
        st.sampled_from(["≥12个", "=100%", "≤10万元", "有效保障", "9月前", "95%~105%", ""]),
        st.sampled_from(["11", "97.8", "300", "部分达成", "8月", "完成", "无", "?", "1/3"]),
        st.sampled_from(["10", "20", "0.5", "33.33"]),
        st.sampled_from(["proportional", "grade", "satisfaction", "direct", None]),
        level1=st.sampled_from(["产出指标", "效益指标"]),
        excluded=st.sampled_from([None, None, None, "取消"]),
    ),
    max_size=6,
)


@modest
@given(INDICATORS, st.randoms(use_true_random=False), st.sampled_from([*PACKS.values(), LEFT_OUT]))
def test_that_the_order_of_indicators_does_not_matter(found: list[Indicator], random: Random, pack: RulePack) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    one, other = card_of(plan_of(*found), pack), card_of(plan_of(*shuffled), pack)
    assert (one.total, one.rating, one.complete) == (other.total, other.rating, other.complete)


@modest
@given(INDICATORS, st.sampled_from([*PACKS.values(), LEFT_OUT]), st.integers(1, 4))
def test_that_the_total_is_the_sum_of_its_parts(found: list[Indicator], pack: RulePack, quarter: int) -> None:
    card = card_of(plan_of(*found), pack, quarter)
    items = sum((s.points for s in card.scores if s.points is not None), Decimal(0))
    assert card.total == items + card.execution.points
    assert items == sum(part.points for part in card.level1()) == sum(part.points for part in card.level2())
