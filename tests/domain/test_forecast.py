"""The forecast: low, likely and high of the year end, never outside what is possible, equal to the card at the end."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perftrack.domain.decimals import shortest
from perftrack.domain.forecast import Forecast, forecast
from perftrack.domain.itemforecast import ItemForecast
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator, ManualScore, Plan
from perftrack.domain.rulepacks import OverEffect
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.spans import Span
from perftrack.domain.terms import CUMULATIVE, Aggregation, Rating
from tests.domain.builders import RATIO, card_of, changed, fund, item, judged, plan_of
from tests.domain.trials import cards, complete

many = settings(
    max_examples=300, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)


def foreseen(target: str, quarters: dict, aggregation: str, prior: Indicator | None = None, **more) -> ItemForecast:
    """The forecast of one indicator as of the last quarter of ``quarters``."""
    before = None if prior is None else plan_of(prior)
    found = forecast(
        card_of(plan_of(item(target, quarters=quarters, aggregation=aggregation, **more)), quarter=max(quarters)),
        before,
    )
    return found.items[0]


def numbers(found: ItemForecast) -> tuple[str, ...] | None:
    span = found.values
    return None if span is None else tuple(shortest(each) for each in (span.low, span.likely, span.high))


@pytest.mark.parametrize(
    ("target", "quarters", "aggregation", "code", "expected"),
    [
        ("≥40次", {1: "8"}, "sum", "pace", ("20", "32", "44")),
        ("≥40次", {1: "8", 2: "12"}, "sum", "pace", ("35", "40", "45")),
        ("≥40次", {1: "8", 3: "10"}, "sum", "pace", ("23", "24", "26")),
        ("≥100%", {1: "20%", 2: "40%"}, "running", "pace", ("70", "80", "90")),
        ("≥100%", {1: "25%", 2: "60%"}, "running", "pace", ("100", "100", "100")),
        ("≥40次", {1: "0"}, "sum", "pace", ("0", "0", "30")),
        ("≥90%", {1: "88%", 2: "91%", 3: "92%"}, "latest", "level", ("88", "92", "96")),
        ("≥90%", {1: "92%"}, "latest", "level_once", ("82.8", "92", "100")),
        ("≤268元/人/年", {1: "268", 2: "268"}, "latest", "level", ("268", "268", "268")),
        ("≥90分", {1: "80", 2: "90"}, "mean", "mean", ("82.5", "85", "87.5")),
        ("≥90%", {1: "9/10", 2: "8/10"}, "sum", "mean", ("82.5", "85", "87.5")),
        ("≥9个", {1: "5", 2: "7"}, "max", "max", ("7", "7", "9")),
        ("≥9个", {1: "5", 2: "7"}, "min", "min", ("3", "5", "5")),
    ],
)
def test_that_each_aggregation_has_its_method(
    target: str, quarters: dict, aggregation: str, code: str, expected: tuple[str, ...]
) -> None:
    found = foreseen(target, quarters, aggregation)
    assert (found.method.code, numbers(found)) == (code, expected)


def test_that_last_years_pattern_leads_where_there_is_one() -> None:
    before = item("≥30次", quarters={1: "3", 2: "3", 3: "6", 4: "18"}, aggregation="sum")
    found = foreseen("≥40次", {1: "5", 2: "5"}, "sum", before)
    assert (found.method.code, numbers(found)) == ("last_year", ("17", "50", "50"))  # a fifth was done by then


def test_that_a_year_that_had_hardly_begun_is_added_not_multiplied() -> None:
    before = item("≥30次", quarters={1: "0", 4: "30"}, aggregation="sum")
    assert numbers(foreseen("≥40次", {1: "2"}, "sum", before)) == ("5", "32", "32")


def test_that_milestones_are_the_pattern_where_last_year_is_not_known() -> None:
    planned = {Quarter.Q1: Decimal(0), Quarter.Q2: Decimal(10), Quarter.Q3: Decimal(20), Quarter.Q4: Decimal(40)}
    found = foreseen("≥40次", {1: "0", 2: "8"}, "sum", milestones=planned)
    assert (found.method.code, numbers(found)) == ("milestones", ("8", "32", "32"))


def test_that_another_unit_last_year_is_no_pattern() -> None:
    before = item("≥30万元", quarters={1: "3", 4: "27"}, aggregation="sum")
    assert foreseen("≥40次", {1: "5"}, "sum", before).method.code == "pace"


def test_that_a_level_seen_once_moves_as_last_year() -> None:
    before = item("≥90%", quarters={1: "88%", 4: "91%"})
    found = foreseen("≥90%", {1: "92%"}, "latest", before)
    assert (found.method.code, numbers(found)) == ("level_last_year", ("89", "92", "95"))


def test_that_a_judgement_may_move_by_one_grade() -> None:
    found = foreseen("有效保障", {2: judged("部分达成", "75")}, "latest", rule="grade")
    assert found.points == Span(Decimal("3.00"), Decimal("7.50"), Decimal("10.00"))
    assert foreseen("有效保障", {2: judged("达成")}, "latest", rule="grade").points == Span(
        Decimal("7.00"), Decimal("10.00"), Decimal("10.00")
    )


def test_that_what_is_done_stays_done() -> None:
    assert foreseen("2024年11月", {2: "2024年5月"}, "latest").method.code == "met"
    assert foreseen("≥12个", {2: "完成"}, "sum").points == Span.at(Decimal("10.00"))


def test_that_points_turn_inside_the_span() -> None:
    # Between 80 and 110 lies 100: the most is the whole weight though neither end has it.
    found = foreseen("95%~100%", {1: "80%", 2: "110%"}, "latest")
    assert found.points == Span(Decimal("8.42"), Decimal("9.09"), Decimal("10.00"))


def test_that_nothing_reported_is_no_forecast_and_the_total_says_what_it_assumes() -> None:
    plan = plan_of(item("≥10个", quarters={1: "9"}, weight="60"), item("≥10个", weight="30"))
    found = forecast(card_of(plan, quarter=1))
    silent = found.items[1]
    assert (silent.points, silent.values, silent.method.code) == (None, None, "nothing")
    assert found.assumed is not None
    assert (found.assumed.full, found.assumed.items, found.assumed.spending) == (Decimal(30), (silent,), False)
    assert (found.assumed.points.low, found.assumed.points.high) == (0, Decimal(30))
    assert Decimal(0) < found.assumed.points.likely < Decimal(30)


def test_that_a_plan_of_which_nothing_is_known_has_no_forecast() -> None:
    found = forecast(card_of(plan_of(item("≥10个", weight="90"), funds=(fund("财政", "10"),)), quarter=2))
    assert (found.total, found.ratings, found.final) == (None, None, False)


def test_that_what_does_not_read_cannot_be_forecast() -> None:
    found = forecast(card_of(plan_of(item("≥10个", quarters={1: "大约"})), quarter=1))
    assert found.items[0].method.code == "unread"


def test_that_what_follows_no_value_is_settled() -> None:
    by_hand = foreseen("≥10个", {1: "1"}, "sum", manual_score=ManualScore(Decimal(6), "按通报"))
    assert by_hand.points == Span.at(Decimal("6.00"))
    assert foreseen("≥10个", {1: "1"}, "sum", excluded="取消").method.code == "excluded"
    assert foreseen("无", {1: "1"}, "sum").method.code == "no_target"


def spent(*funds, quarter: int = 2, prior: Plan | None = None, pack=RATIO) -> Forecast:
    return forecast(card_of(plan_of(item("≥1", "1", "90"), funds=funds), pack, quarter), prior)


def test_that_spending_goes_on_at_its_pace_and_not_beyond_the_budget() -> None:
    found = spent(fund("财政", "100", q1="30", q2="70")).money
    assert found.executed == Span.at(Decimal(100))
    slow = spent(fund("财政", "100", q1="10", q2="25")).money
    assert slow.executed == Span(Decimal("43.75"), Decimal("50.00"), Decimal("56.25"))
    assert slow.points == Span(Decimal("4.38"), Decimal("5.00"), Decimal("5.63"))
    assert slow.rates == Span(Decimal("43.75"), Decimal("50.00"), Decimal("56.25"))


def test_that_spending_follows_last_years_pattern() -> None:
    before = plan_of(item("≥1"), funds=(fund("财政", "80", q1="5", q2="20", q3="30", q4="80"),))
    found = spent(fund("财政", "100", q1="10", q2="20"), prior=before).money
    assert found.funds[0].method.code == "last_year"
    assert found.executed == Span(Decimal("35.00"), Decimal("80.00"), Decimal("80.00"))


def test_that_a_silent_fund_follows_the_others() -> None:
    found = spent(fund("上级", "100", q1="20", q2="40"), fund("本级", "50")).money
    assert (found.funds[1].assumed, found.funds[1].executed) == (True, Span(Decimal(0), Decimal(40), Decimal(50)))


def test_that_silent_spending_is_assumed_in_the_total() -> None:
    found = forecast(
        card_of(plan_of(item("≥1", quarters={1: "1"}, weight="90"), funds=(fund("财政", "9"),)), quarter=1)
    )
    assert found.assumed is not None
    assert (found.assumed.spending, found.assumed.full, found.assumed.sentence.code) == (True, 10, "assumed_spending")


def test_that_low_and_high_stand_under_the_cap_of_their_own_spending() -> None:
    pack = changed(RATIO, total_caps=((Decimal(50), Decimal(59)),))
    money = (fund("财政", "100", q1="10", q2="25"),)
    plan = plan_of(item("≥1", quarters={1: "1", 2: "1"}, weight="90"), funds=money)
    found = forecast(card_of(plan, pack, 2))
    assert found.total == Span(Decimal("59.00"), Decimal("95.00"), Decimal("95.63"))
    assert found.ratings == (Rating.POOR, Rating.EXCELLENT, Rating.EXCELLENT)


def test_that_a_deduction_inside_the_span_counts() -> None:
    pack = changed(RATIO, over_effect=OverEffect.FIXED, over_deduction="4", over_threshold="120")
    plan = plan_of(item("≥100%", quarters={1: "110%", 2: "125%"}, weight="10"))
    found = forecast(card_of(plan, pack, 2)).items[0]
    assert found.points == Span(Decimal("6.00"), Decimal("6.00"), Decimal("10.00"))


@many
@given(cards(), st.data())
def test_that_the_forecast_of_a_whole_year_is_its_scorecard(card: Scorecard, data: st.DataObject) -> None:
    whole = complete(card, data.draw)
    found = forecast(whole)
    for each in found.items:
        assert each.points in (None, Span.at(each.score.points or Decimal(0)))
    if found.assumed is None:
        assert found.total is None or found.total == Span.at(whole.total)
        assert found.money.points == Span.at(whole.execution.points)


@many
@given(cards())
def test_that_no_forecast_lies_outside_what_is_possible(card: Scorecard) -> None:
    found = forecast(card)
    spans = [found.total, found.money.points, found.money.executed, *(each.points for each in found.items)]
    for span in (*spans, *(each.values for each in found.items)):
        assert span is None or span.low <= span.likely <= span.high
    for each in found.items:
        if each.points is not None:
            assert each.score.manual or each.points.low >= 0
            assert each.score.indicator.manual_score or each.points.high <= each.score.full
        if each.values is None:
            continue
        value, way = each.score.value, each.score.indicator.aggregation
        now = value.value / value.parts
        if way in (*CUMULATIVE, Aggregation.MAX):
            assert each.values.low >= now
        if way is Aggregation.MIN:
            assert each.values.high <= now
        if each.score.target.unit == "%":
            assert each.values.high <= max(now, 100)
        assert each.values.low >= min(now, 0)
    if found.money.executed is not None:
        assert found.money.executed.low >= (card.execution.executed or 0)
    if found.total is not None:
        assert found.total.low >= 0


@many
@given(cards())
def test_that_what_was_said_of_a_quarter_does_not_depend_on_later_ones(card: Scorecard) -> None:
    early = Quarter.Q2

    def cut(values: dict) -> dict:
        return {quarter: value for quarter, value in values.items() if quarter <= early}

    plan = replace(
        card.plan,
        indicators=tuple(replace(each, actuals=cut(each.actuals)) for each in card.plan.indicators),
        funds=tuple(replace(each, executed=cut(each.executed)) for each in card.plan.funds),
    )
    known, whole = (forecast(card_of(each, card.pack, 2)) for each in (plan, card.plan))
    assert (known.total, [each.points for each in known.items]) == (whole.total, [each.points for each in whole.items])
