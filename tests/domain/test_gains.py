"""Points still to be won: what wins them, cheapest first."""

from decimal import Decimal

from hypothesis import given

from perftrack.domain.forecast import forecast
from perftrack.domain.gains import Gain, gains
from perftrack.domain.plans import ManualScore
from perftrack.domain.rulepacks import OverEffect
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.whatif import WhatIf
from tests.domain.builders import RATIO, card_of, changed, fund, item, judged, modest, plan_of
from tests.domain.trials import cards


def won(*indicators, pack=RATIO, quarter: int = 4, funds=()) -> tuple[Gain, ...]:
    return gains(forecast(card_of(plan_of(*indicators, funds=funds), pack, quarter)))


def named(found: tuple[Gain, ...]) -> list[str]:
    return [gain.item.score.indicator.name if gain.item else "支出" for gain in found]


def test_that_what_brings_most_for_the_way_comes_first() -> None:
    found = won(
        item("≥100%", "50%", "20", name="远"),
        item("≥100%", "95%", "20", name="近"),
        item("有效保障", judged("部分达成", "75"), "10", "grade", name="评判"),
        funds=(fund("财政", "100", q4="80"),),
    )
    assert named(found) == [
        "远",
        "近",
        "支出",
        "评判",
    ]  # 20 points for the whole way each, more points first; then 10.03 and 10
    assert [gain.effort for gain in found] == [Decimal("0.5"), Decimal("0.05"), Decimal("0.1995"), Decimal("0.25")]


def test_that_the_target_itself_is_named_not_what_is_rounded_to_it() -> None:
    (gain,) = won(item("≥90%", "63%", "10", "grade"))
    assert gain.sentence.arguments["value"] == "90%"
    (gain,) = won(item("有效保障", judged("部分达成", "75"), "10", "grade"))
    assert gain.sentence.arguments["value"] == "达成 100%"
    (gain,) = won(item("≤268元", "300元", "20"))
    assert (gain.sentence.code, gain.sentence.arguments["value"]) == ("at_most", "268元")


def test_that_going_back_below_a_deduction_is_named_as_it_is() -> None:
    pack = changed(RATIO, over_effect=OverEffect.FIXED, over_deduction="2")
    (gain,) = won(item("≥10个", "20", "10"), pack=pack)
    assert (gain.sentence.code, gain.sentence.arguments["value"]) == ("at_most", "12个")


def test_that_silent_items_have_the_whole_way_before_them() -> None:
    (gain,) = won(item("≥10个", weight="20"), quarter=2)
    assert (gain.points, gain.effort) == (Decimal("20.00"), Decimal(1))


def test_that_what_is_lost_for_good_comes_last_and_is_said_to_be() -> None:
    found = won(
        item("≤10次", quarters={1: "8", 4: "9"}, aggregation="sum", weight="20", name="超"),
        item("2024年3月", "2024年5月", "20", name="迟"),
        item("≥10个", "9", "5", name="差一"),
    )
    assert named(found)[0] == "差一"
    assert {gain.sentence.code for gain in found[1:]} == {"lost"}


def test_that_nothing_is_to_be_won_where_nothing_is_missing_or_no_value_helps() -> None:
    by_hand = ManualScore(Decimal(1), "按通报")
    assert won(item("≥10个", "10"), item("≥9", "1", excluded="取消"), item("≥9", "1", manual_score=by_hand)) == ()
    assert won(item("无", "1")) == ()


@modest
@given(cards())
def test_that_the_value_named_brings_the_whole_weight(card: Scorecard) -> None:
    for gain in gains(forecast(card)):
        if gain.item is None or gain.least is None:
            continue
        key = gain.item.score.indicator.id
        tried = WhatIf.of(card).year_value(key, gain.least.actual).card
        score = next(each for each in tried.scores if each.indicator.id == key)
        assert score.points == score.full
        assert gain.points > 0
        assert gain.effort >= 0
