"""What is expected of a year, how likely a target is, and which kind of cause a text speaks of."""

import pytest

from perftrack.domain.forecast import forecast
from perftrack.domain.itemforecast import ItemForecast
from perftrack.domain.outlook import Likelihood, cause_kind, expected, likelihood
from perftrack.domain.plans import Actual, ManualScore
from perftrack.domain.terms import CauseKind, Grade
from tests.domain.builders import card_of, item, judged, plan_of

CERTAIN, POSSIBLE, IMPOSSIBLE = Likelihood


def seen(target: str, quarters: dict, quarter: int = 3, **more) -> ItemForecast:
    """The forecast of one indicator as of ``quarter``."""
    return forecast(card_of(plan_of(item(target, quarters=quarters, **more)), quarter=quarter)).items[0]


@pytest.mark.parametrize(
    ("target", "quarters", "how", "chance"),
    [
        ("≥12个", {1: "4", 2: "4", 3: "5"}, "sum", CERTAIN),
        ("≥12个", {1: "3", 2: "3", 3: "3"}, "sum", POSSIBLE),
        ("≥12个", {1: "1", 2: "1", 3: "1"}, "sum", IMPOSSIBLE),
        ("≤20万元", {1: "6", 2: "8", 3: "8"}, "sum", IMPOSSIBLE),
        ("≤20万元", {1: "2", 2: "2", 3: "2"}, "sum", CERTAIN),
        ("=100%", {3: "100%"}, "latest", POSSIBLE),
        ("≥90%", {3: "20%"}, "latest", IMPOSSIBLE),
        ("95%~105%", {1: "100%", 2: "100%", 3: "100%"}, "latest", CERTAIN),
        ("2024年12月", {3: "2024年9月"}, "latest", CERTAIN),
    ],
)
def test_likelihood_follows_both_ends_of_the_forecast(target, quarters, how, chance):
    assert likelihood(seen(target, quarters, aggregation=how)) is chance


def test_a_year_that_has_ended_leaves_nothing_possible():
    assert likelihood(seen("≥12个", {4: "12"}, 4)) is CERTAIN
    assert likelihood(seen("≥12个", {4: "11"}, 4)) is IMPOSSIBLE
    assert likelihood(seen("有效保障", {4: judged("达成")}, 4, rule=None)) is CERTAIN
    assert likelihood(seen("有效保障", {4: judged("部分达成")}, 4, rule=None)) is IMPOSSIBLE


def test_of_what_says_nothing_nothing_is_derived():
    assert likelihood(seen("≥12个", {})) is None
    assert likelihood(seen("≥12个", {3: "不清楚"})) is None
    assert likelihood(seen("", {3: "5"})) is None
    assert likelihood(seen("≥12个", {3: "5"}, excluded="取消")) is None


def test_a_score_by_hand_is_measured_by_its_points():
    from decimal import Decimal

    assert likelihood(seen("≥12个", {3: "5"}, manual_score=ManualScore(Decimal(10), "复核", 3))) is CERTAIN
    assert likelihood(seen("≥12个", {3: "12"}, manual_score=ManualScore(Decimal(9), "复核", 3))) is IMPOSSIBLE


def test_what_is_expected_carries_its_unit_and_words_stay_words():
    assert expected(seen("≥12个", {1: "3", 2: "3", 3: "3"}, aggregation="sum")) == "12个"
    assert expected(seen("≥90%", {3: "87.5%"})) == "87.5%"
    assert expected(seen("有效保障", {3: Actual(None, Grade.PARTLY, None)}, rule=None)) == "部分达成 70%"
    assert expected(seen("≥12个", {})) == ""


def test_a_kind_named_in_a_cause_goes_before_other_words():
    assert cause_kind("设备未到，偏差原因属经费保障方面") is CauseKind.FUNDING
    assert cause_kind("网格员队伍调整，审批较慢") is CauseKind.STAFF
    assert cause_kind("下雨") is CauseKind.OTHER
