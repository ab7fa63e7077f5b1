"""Charts show what the cards say, no more."""

from decimal import Decimal

from perftrack.domain.plans import ManualScore
from perftrack.domain.terms import Aggregation, Rule
from tests.ui.scored import Q1, Q2, Q3, cards_of, indicator, mixed_plan, small_plan
from ui.charts.reading import execution_spark, execution_trend, trend_of, trend_spark, waterfall_of


def test_a_sum_is_shown_to_date_with_what_each_quarter_added():
    trend = trend_of(cards_of(mixed_plan()), 0, Q3)
    assert [(point.quarter, point.value, point.increment) for point in trend.points] == [
        (1, 3, 3),
        (2, 7, 4),
        (3, 9, 2),
    ]
    assert trend.milestones == ((1, Decimal(4)),)


def test_increments_of_a_running_total_are_differences():
    plan = small_plan(indicator("金额", "≤10万元", "90", "2", "5", "7.5", aggregation=Aggregation.RUNNING))
    trend = trend_of(cards_of(plan), 0, Q3)
    assert [point.increment for point in trend.points] == [Decimal(2), Decimal(3), Decimal("2.5")]


def test_a_level_keeps_its_digits_and_has_no_increments():
    trend = trend_of(cards_of(mixed_plan()), 1, Q3)
    assert [point.words for point in trend.points] == ["92.0", "81.0", "68.0"]
    assert {point.increment for point in trend.points} == {None}
    assert trend.points[-1].light == "red"
    assert trend.targets[0].words == "≥90%"


def test_a_quarter_that_was_not_reported_has_no_dot():
    trend = trend_of(cards_of(mixed_plan()), 2, Q3)
    assert [point.quarter for point in trend.points] == [1, 3]
    assert trend_spark(trend) == ((268.0, None, 300.0), 268.0)


def test_quarters_to_come_are_not_shown():
    assert [point.quarter for point in trend_of(cards_of(mixed_plan()), 1, Q2).points] == [1, 2]


def test_words_are_shown_as_shares_of_the_weight():
    trend = trend_of(cards_of(mixed_plan()), 3, Q3)
    assert trend.shares
    assert [(point.value, point.words) for point in trend.points] == [(Decimal("70.00"), "部分达成 70%")]
    assert trend.targets[0].value == 100


def test_a_date_is_shown_as_kept_or_not():
    plan = small_plan(indicator("完工", "2024年6月30日前", "90", None, "2024年7月5日"))
    trend = trend_of(cards_of(plan), 0, Q2)
    assert [point.value for point in trend.points] == [Decimal("0.00")]


def test_a_range_has_two_target_lines_and_an_empty_target_none():
    plan = small_plan(indicator("比例", "95%~105%", "45", "99%"), indicator("无", "无", "45", "1"))
    cards = cards_of(plan)
    assert [line.words for line in trend_of(cards, 0, Q1).targets] == ["95%", "105%"]
    assert trend_of(cards, 1, Q1).targets == ()


def test_what_does_not_read_has_no_dot():
    plan = small_plan(indicator("个数", "≥12个", "90", "约十个"))
    assert trend_of(cards_of(plan), 0, Q1).points == ()


def test_spending_has_a_dot_where_a_fund_reported():
    trend = execution_trend(cards_of(mixed_plan()), Q3, "execution")
    assert trend.points == ((1, Decimal(30)), (3, Decimal(96)))
    assert execution_spark(cards_of(mixed_plan()), Q3) == ((30.0, None, 96.0), 120.0)


def test_losses_come_dearest_first_and_add_up_to_what_is_missing():
    card = cards_of(mixed_plan())[Q3]
    waterfall = waterfall_of(card, "execution", "cap")
    losses = [drop.loss for drop in waterfall.drops]
    assert losses == sorted(losses, reverse=True)
    assert waterfall.full - sum(losses) == waterfall.total == card.total
    assert waterfall.full == 100


def test_a_loss_leads_to_its_row_and_says_when_nothing_was_reported():
    drops = {drop.name: drop for drop in waterfall_of(cards_of(mixed_plan())[Q3], "execution", "cap").drops}
    assert (drops["及时率"].key, drops["execution"].key) == (1, 5)
    assert not drops["满意度"].reported
    assert drops["及时率"].reported


def test_excluded_indicators_lose_nothing():
    plan = small_plan(indicator("个数", "≥12个", "45", excluded="取消"), indicator("率", "=100%", "45", "100%"))
    waterfall = waterfall_of(cards_of(plan)[Q3], "execution", "cap")
    assert [drop.name for drop in waterfall.drops] == ["execution"]


def test_a_manual_score_loses_what_it_takes():
    by_hand = ManualScore(Decimal(80), "审计", Q3)
    plan = small_plan(indicator("个数", "≥12个", "90", "12", manual_score=by_hand), executed={Q3: "120"})
    (drop,) = waterfall_of(cards_of(plan)[Q3], "execution", "cap").drops
    assert drop.loss == 10


def test_grades_in_words_keep_their_share():
    plan = small_plan(indicator("质量", "有效", "90", "达成 90%", rule=Rule.GRADE))
    assert trend_of(cards_of(plan), 0, Q1).points[0].value == 90
