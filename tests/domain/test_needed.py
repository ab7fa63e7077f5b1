"""The inverse of what-if: the least demanding value for a total is right, or there is none."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perftrack.domain.needed import NAMING, Needed, Way, needed, needed_of, threshold
from perftrack.domain.plans import ManualScore
from perftrack.domain.rulepacks import CeilingOverrun, EqualBeyond, OverEffect
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.terms import Rating
from perftrack.domain.valuepoints import number_actual
from perftrack.domain.whatif import WhatIf
from tests.domain.builders import BANDS, LINEAR, RATIO, card_of, changed, fund, item, judged, plan_of
from tests.domain.trials import cards, packs

WANTED = st.decimals(0, 110, places=2) | st.sampled_from(["60", "80", "90"]).map(Decimal)
many = settings(
    max_examples=400, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)


def alone(target: str, actual: str | None, wanted: str, pack=RATIO, **more) -> Needed:
    """What one indicator of 90 points needs; 10 points come from spending."""
    card = card_of(plan_of(item(target, actual, "90", **more, id="i")), pack)
    return needed(card, "i", Decimal(wanted))


def named(found: Needed) -> tuple[Way, str | None]:
    return found.way, None if found.least is None or found.least.number is None else str(found.least.number)


@pytest.mark.parametrize(
    ("target", "wanted", "expected"),
    [
        ("≥12个", "90", (Way.AT_LEAST, "11")),  # 11/12 of 90 = 82.5; 10 gives 75 + 10
        ("≥90%", "90", (Way.AT_LEAST, "80.00")),
        (">12个", "100", (Way.AT_LEAST, "12")),  # the table of cases: A ≥ T is the whole weight
        ("≤268元/人/年", "90", (Way.AT_MOST, "301.51")),
        ("≤1.20万元", "100", (Way.AT_MOST, "1.20")),
        ("=0件", "90", (Way.AT_MOST, "0")),
        ("95%~105%", "100", (Way.AT_LEAST, "95.00")),
        ("≥0件", "100", (Way.AT_LEAST, "0")),
        ("≥12个", "100.01", (Way.OUT_OF_REACH, None)),
        ("≥12个", "10", (Way.REACHED, None)),
        ("无", "90", (Way.NO_TARGET, None)),
        ("有效保障", "90", (Way.SHARE, "88.89")),
        ("2024年11月", "90", (Way.DATE, None)),
    ],
)
def test_that_the_least_demanding_value_is_named(target: str, wanted: str, expected: tuple[Way, str | None]) -> None:
    if target == "=0件":
        expected = (Way.AT_LEAST, "0")
    assert named(alone(target, None, wanted)) == expected


def test_that_the_way_back_is_named_where_the_value_lies_beyond() -> None:
    symmetric = changed(RATIO, equal_beyond=EqualBeyond.SYMMETRIC)
    assert named(alone("=100%", "150", "90", symmetric)) == (Way.AT_MOST, "111.11")
    assert named(alone("95%~105%", "150", "100")) == (Way.AT_MOST, "105.00")
    deviation = changed(RATIO, over_effect=OverEffect.DEVIATION)
    assert named(alone("≥10个", "20", "90", deviation)) == (Way.AT_MOST, "14")
    fixed = changed(RATIO, over_effect=OverEffect.FIXED, over_deduction="20")
    assert named(alone("≥10个", "20", "90", fixed)) == (Way.AT_MOST, "12")


def test_that_packs_decide_what_is_enough() -> None:
    assert named(alone("≤10万元", "30", "80", LINEAR)) == (Way.AT_MOST, "12.22")
    zero = changed(RATIO, ceiling_overrun=CeilingOverrun.ZERO)
    assert named(alone("≤10万元", "30", "11", zero)) == (Way.AT_MOST, "10.00")
    assert named(alone("≥90%", "50", "79", BANDS, rule="satisfaction")) == (Way.AT_LEAST, "80.00")
    assert named(alone("≥10个", "1", "11", changed(RATIO, pass_floor="60"))) == (Way.AT_LEAST, "6")


def test_that_a_deduction_below_the_target_is_no_obstacle_to_a_lower_value() -> None:
    # From 8 on 20 points are taken: 7 has 63 points, 9 has 61, 10 has 70.
    early = changed(RATIO, over_effect=OverEffect.FIXED, over_deduction="20", over_threshold="80")
    assert named(alone("≥10个", None, "73", early)) == (Way.AT_LEAST, "7")
    assert named(alone("≥10个", None, "74", early)) == (Way.AT_LEAST, "10")


def test_that_a_total_cap_says_that_nothing_suffices() -> None:
    pack = changed(RATIO, total_caps=((Decimal(50), Decimal(59)),))
    card = card_of(plan_of(item("≥12个", "1", "90", id="i"), funds=(fund("财政", "100", q4="40"),)), pack)
    found = needed(card, "i", Decimal(60))
    assert (found.way, found.best, found.enough) == (Way.CAPPED, Decimal("59.00"), False)
    assert needed(card, "i", Decimal(59)).way is Way.AT_LEAST


def test_that_points_by_hand_and_excluded_ones_follow_no_value() -> None:
    by_hand = ManualScore(Decimal(5), "按通报")
    assert alone("≥12个", "12", "90", manual_score=by_hand).way is Way.MANUAL
    assert alone("≥12个", "12", "90", excluded="取消").way is Way.EXCLUDED


def test_that_words_under_the_direct_rule_need_the_grade_itself() -> None:
    found = alone("有效保障", None, "20", rule="direct")
    assert found.least is not None
    assert (found.way, found.least.actual) == (Way.GRADE, judged("达成"))


def test_that_what_is_still_missing_is_said_where_quarters_add_up() -> None:
    card = card_of(plan_of(item("≥40次", quarters={1: "10", 2: "8"}, aggregation="sum", weight="90", id="i")))
    found = needed(card, "i", Decimal(100))
    assert (found.still, found.possible) == (Decimal(22), True)


def test_that_a_sum_beyond_its_ceiling_cannot_come_back() -> None:
    card = card_of(plan_of(item("≤10次", quarters={1: "8", 2: "9"}, aggregation="sum", weight="90", id="i")))
    found = needed(card, "i", Decimal(100))
    assert (found.way, found.possible) == (Way.AT_MOST, False)


def test_that_an_unknown_indicator_is_a_fault() -> None:
    with pytest.raises(KeyError):
        needed(card_of(plan_of(item("≥1", "1"))), "nobody", Decimal(90))


def test_that_the_threshold_of_a_rating_is_the_packs() -> None:
    assert threshold(RATIO, Rating.GOOD) == Decimal(80)
    assert threshold(changed(RATIO, ratings=((Decimal(0), Rating.FAIR),)), Rating.GOOD) is None


def total_with(card: Scorecard, score: Score, number: Decimal) -> Decimal:
    return WhatIf.of(card).year_value(score.indicator.id, number_actual(number)).card.total


@many
@given(cards(), WANTED)
def test_that_the_value_named_gives_the_total_and_one_step_less_does_not(card: Scorecard, wanted: Decimal) -> None:
    for score in card.scores:
        found = needed_of(card, score, wanted)
        if found.least is None:
            assert found.way not in NAMING
            continue
        tried = WhatIf.of(card).year_value(score.indicator.id, found.least.actual).card
        assert tried.total >= wanted
        if found.way is Way.SHARE:
            less = found.least.number - found.least.step
            assert (
                less < 0 or WhatIf.of(card).year_value(score.indicator.id, judged(share=str(less))).card.total < wanted
            )
        elif found.way in (Way.AT_LEAST, Way.AT_MOST):
            less = found.least.number + (found.least.step if found.way is Way.AT_MOST else -found.least.step)
            assert less < 0 or total_with(card, score, less) < wanted


@many
@given(cards(), WANTED, st.lists(st.integers(0, 80_000), max_size=30))
def test_that_where_nothing_is_said_to_suffice_nothing_does(
    card: Scorecard, wanted: Decimal, numbers: list[int]
) -> None:
    for score in card.scores:
        if not score.target.is_numeric or needed_of(card, score, wanted).way not in (Way.OUT_OF_REACH, Way.CAPPED):
            continue
        for number in (*(Decimal(each) / 100 for each in numbers), score.target.value, *range(20)):
            step = needed_step(score)
            assert total_with(card, score, Decimal(number).quantize(step)) < wanted


def needed_step(score: Score) -> Decimal:
    from perftrack.domain.steps import step_of

    return step_of(score.target, score.indicator.aggregation, score.value)


@many
@given(cards(), WANTED, st.lists(st.integers(0, 80_000), max_size=30))
def test_that_no_value_less_demanding_is_enough(card: Scorecard, wanted: Decimal, numbers: list[int]) -> None:
    # Not only one step less: of floors no lower value at all, of ceilings no higher one.
    for score in card.scores:
        found = needed_of(card, score, wanted)
        if found.least is None or found.way not in (Way.AT_LEAST, Way.AT_MOST):
            continue
        for number in numbers:
            tried = found.least.step * number
            easier = tried < found.least.number if found.way is Way.AT_LEAST else tried > found.least.number
            assert not easier or total_with(card, score, tried) < wanted


@st.composite
def small(draw: st.DrawFn) -> tuple[Scorecard, Decimal]:
    """A card of one whole count, and a total between what it has without it and with all of its weight."""
    low = draw(st.integers(0, 30))
    sign = draw(st.sampled_from(["≥", ">", "=", "≤", "<", "~"]))
    target = f"{low}~{low + draw(st.integers(0, 20))}个" if sign == "~" else f"{sign}{low}个"
    rule = draw(st.sampled_from(["proportional", "proportional", "satisfaction", "direct", "grade"]))
    now = draw(st.none() | st.integers(0, 90).map(str))
    card = card_of(plan_of(item(target, now, "90", rule, id="i")), draw(packs()))
    return card, Decimal(card.execution.points) + draw(st.integers(200, 900)) / Decimal(10)


@settings(many, max_examples=200)
@given(small())
def test_that_a_walk_over_every_value_finds_the_same(case: tuple[Scorecard, Decimal]) -> None:
    card, wanted = case
    found, (score,) = needed(card, "i", wanted), card.scores
    enough = [count for count in range(160) if total_with(card, score, Decimal(count)) >= wanted]
    if found.least is None:
        assert enough == []
    elif found.way is Way.AT_LEAST:
        assert found.least.number == enough[0]
    else:
        assert found.least.number == enough[-1]
