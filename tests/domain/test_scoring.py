"""One indicator's points: worked examples, rounding, manual scores, exclusion, floors, completion, properties."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator, ManualScore
from perftrack.domain.rulepacks import OverEffect, RulePack
from perftrack.domain.terms import Light, Rule
from tests.domain.builders import BANDS, LINEAR, PACKS, RATIO, Reported, changed, item, judged, modest, points, scored

ANY = ("national-2020", "national-2021", "linear-ceiling")
EXAMPLES = [
    ("≥12个", "11", "20", "proportional", dict.fromkeys(ANY, "18.33")),
    ("≥330人", "320", "10", "proportional", dict.fromkeys(ANY, "9.70")),
    ("=100%", "97.8%", "30", "proportional", dict.fromkeys(ANY, "29.34")),
    ("≤268元/人/年", "300", "20", "proportional", {"national-2020": "17.87", "linear-ceiling": "17.61"}),
    ("≤1.20万元", "2.4", "20", "proportional", {"national-2020": "10.00", "linear-ceiling": "0.00"}),
    ("≥90%", "88%", "10", "satisfaction", {"national-2020": "9.78", "national-2021": "8.00"}),
    ("有效保障", judged("部分达成", "75"), "20", "grade", dict.fromkeys(ANY, "15.00")),
    ("有效保障", "部分达成 75%", "20", "grade", dict.fromkeys(ANY, "15.00")),
    ("≥90%", "63%", "10", "grade", dict.fromkeys(ANY, "7.00")),
    ("=0件", "0", "5", "proportional", dict.fromkeys(ANY, "5.00")),
    ("=0件", "1", "5", "proportional", dict.fromkeys(ANY, "0.00")),
]
ROWS = [
    pytest.param(*row[:4], pack, score, id=f"{row[0]} {row[1] if isinstance(row[1], str) else 'picked'} {pack}")
    for row in EXAMPLES
    for pack, score in row[4].items()
]


@pytest.mark.parametrize(("target", "actual", "weight", "rule", "pack", "score"), ROWS)
def test_that_the_worked_examples_hold_to_the_cent(
    target: str, actual: Reported, weight: str, rule: str, pack: str, score: str
) -> None:
    assert points(item(target, actual, weight, rule), PACKS[pack]) == score


def test_that_not_reported_is_no_score_and_not_zero() -> None:
    assert points(item("≥12个")) is None
    assert points(item("≥12个", "0")) == "0.00"
    assert points(item("≥12个", "约11")) is None


def test_that_an_item_is_rounded_once_at_its_end() -> None:
    # 1/3 + 1/3 as a rate of two places would be 0.67 and give 6.70.
    assert points(item("≥12个", quarters={1: "8"}, weight="10")) == "6.67"
    assert points(item("≥8个", "1", "0.2")) == "0.03"
    assert points(item("≥3个", quarters={1: "1", 2: "1", 3: "2"}, weight="9", aggregation="mean")) == "4.00"


def test_that_a_manual_score_counts_from_its_quarter_and_shows_both() -> None:
    indicator = item("≥12个", quarters={1: "6"}, manual_score=ManualScore(Decimal(9), "按通报"))
    before, after = scored(indicator, quarter=3), scored(indicator, quarter=4)
    assert (str(before.points), before.manual) == ("5.00", False)
    assert (str(after.points), str(after.computed), after.manual) == ("9.00", "5.00", True)


def test_that_a_manual_score_may_name_an_earlier_quarter() -> None:
    indicator = item("≥12个", quarters={1: "6"}, manual_score=ManualScore(Decimal(9), "按通报", Quarter.Q2))
    assert [points(indicator, quarter=quarter) for quarter in (1, 2, 3)] == ["5.00", "9.00", "9.00"]


def test_that_a_manual_score_stands_where_nothing_was_reported() -> None:
    score = scored(item("≥12个", manual_score=ManualScore(Decimal("7.5"), "按通报")))
    assert (str(score.points), score.computed, score.light) == ("7.50", None, Light.GREY)


def test_that_an_excluded_indicator_has_neither_score_nor_weight() -> None:
    score = scored(item("≥12个", "12", excluded="政策调整"))
    assert (score.points, score.full, score.excluded) == (None, 0, True)


@pytest.mark.parametrize(
    ("target", "actual", "completion"),
    [
        ("≥12个", "11", "91.67"),
        (">12个", "24", "200.00"),
        ("=100%", "97.8%", "97.80"),
        ("≤268元/人/年", "300", "111.94"),
        ("<10万元", "9.55", "95.50"),
        ("≥90%", "1188/1320", "100.00"),
        ("≥12个", "-3", "0.00"),
        ("10-12个", "11", None),
        ("9月前", "8月", None),
        ("有效保障", "达成", None),
        ("=0件", "0", None),
        ("≥-5℃", "3", None),
    ],
)
def test_that_completion_is_actual_over_target_where_that_means_something(
    target: str, actual: str, completion: str | None
) -> None:
    found = scored(item(target, actual)).completion
    assert (None if found is None else str(found)) == completion


@pytest.mark.parametrize(
    ("indicator", "earned"),
    [
        (item("≥10个", "5.9"), "0.00"),
        (item("≥10个", "6"), "6.00"),
        (item("≥10个", "5.9", rule="satisfaction"), "0.00"),
        (item("≥10个", "5.9", rule="grade"), "0.00"),
        (item("10-12个", "5.9"), "0.00"),
        (item("≤5个", "10"), "0.00"),
        (item("有效保障", "未达成 50%", rule="grade"), "5.00"),
        (item("9月前", judged("未达成", "50", "10月")), "5.00"),
        (item("≥90%", judged("未达成", "50"), rule="grade"), "5.00"),
        (item("≥10个", "5", manual_score=ManualScore(Decimal(2), "按通报")), "2.00"),
    ],
    ids=["below", "on it", "satisfaction", "grade", "range", "ceiling", "words", "date", "grade alone", "manual"],
)
def test_that_a_pass_floor_takes_all_below_it_but_from_words_dates_and_hands(indicator: Indicator, earned: str) -> None:
    assert points(indicator, changed(RATIO, pass_floor="60")) == earned


def test_that_the_pass_floor_is_off_by_default() -> None:
    assert all(pack.pass_floor == 0 for pack in PACKS.values())
    assert points(item("≥10个", "0.1")) == "0.10"


def test_that_the_floor_asks_the_unrounded_share() -> None:
    assert points(item("≥10000个", "5999.9"), changed(RATIO, pass_floor="60")) == "0.00"


@pytest.mark.parametrize(
    ("target", "actual", "shown"),
    [
        ("≥12个", "11", "11个"),
        ("≤10万元", "95500元", "9.55万元"),
        ("≥90%", "1188/1320", "90%"),
        ("有效保障", judged("部分达成", "75"), "部分达成 75%"),
        ("有效保障", "部分达成", "部分达成 70%"),
        ("≥90%", "约89%", "约89%"),
        ("9月前", "8月底", "8月底"),
        ("≥12个", None, None),
    ],
)
def test_that_an_actual_is_shown_with_the_unit_of_its_target(
    target: str, actual: Reported | None, shown: str | None
) -> None:
    assert scored(item(target, actual, rule=None)).actual_text == shown


WEIGHTS = st.decimals(min_value="0.01", max_value=60, places=2).map(str)
NUMBERS = st.decimals(min_value=0, max_value=500, places=2)
TARGETS = st.builds("{}{}%".format, st.sampled_from("≥>=≤<"), st.decimals(min_value=0, max_value=300, places=2))
SHIPPED = st.sampled_from(list(PACKS.values()))
ODD_PACKS = [
    *PACKS.values(),
    changed(RATIO, over_effect=OverEffect.DEVIATION, pass_floor="60"),
    changed(LINEAR, over_effect=OverEffect.FIXED, over_deduction="5"),
]


@modest
@given(
    st.one_of(TARGETS, st.sampled_from(["95%~105%", "有效保障", "9月前", "", "12", "=0件", "≥-3"])),
    st.one_of(NUMBERS.map(str), st.sampled_from(["-5", "完成", "部分达成", "8月", "10月", "5/7", "无", "?"])),
    WEIGHTS,
    st.sampled_from([None, *Rule]),
    st.sampled_from(ODD_PACKS),
)
def test_that_a_score_lies_between_nothing_and_the_weight(
    target: str, actual: str, weight: str, rule: Rule | None, pack: RulePack
) -> None:
    found = scored(item(target, actual, weight, rule), pack).points
    assert found is None or 0 <= found <= Decimal(weight)


@modest
@given(TARGETS, NUMBERS, NUMBERS, WEIGHTS, SHIPPED, st.sampled_from(["proportional", "satisfaction"]))
def test_that_more_never_harms_a_floor_and_never_helps_a_ceiling(
    target: str, one: Decimal, other: Decimal, weight: str, pack: RulePack, rule: str
) -> None:
    less, more = (scored(item(target, str(value), weight, rule), pack).points for value in sorted((one, other)))
    assert less is not None
    assert more is not None
    assert less >= more if target[0] in "≤<" or target == "=0.00%" else less <= more


@modest
@given(st.integers(1, 999), st.integers(1, 999), WEIGHTS)
def test_that_points_are_the_exact_fraction_rounded_half_up(goal: int, actual: int, weight: str) -> None:
    share = min(Fraction(actual, goal), Fraction(1))
    cents = int(Fraction(weight) * share * 100 + Fraction(1, 2))
    assert scored(item(f"≥{goal}个", str(actual), weight), BANDS).points == Decimal(cents) / 100
