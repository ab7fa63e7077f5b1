"""Lights: progress as of the end of a quarter, for every kind of target."""

from decimal import Decimal

import pytest

from perftrack.domain.lights import execution_light, worst
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator, ManualScore
from perftrack.domain.terms import Light
from tests.domain.builders import RATIO, Reported, changed, item, judged, scored


def light(indicator: Indicator, quarter: int = 4, **pack: str) -> str:
    return scored(indicator, changed(RATIO, **pack), quarter).light.value


@pytest.mark.parametrize("aggregation", ["sum", "running"])
@pytest.mark.parametrize("operator", ["≥", ">", "="])
@pytest.mark.parametrize(
    ("actual", "colour"),
    [("29", "red"), ("30", "yellow"), ("39", "yellow"), ("40", "green"), ("59", "green"), ("60", "blue")],
)
def test_that_cumulative_progress_is_measured_against_the_quarters_gone(
    aggregation: str, operator: str, actual: str, colour: str
) -> None:
    # 100 a year make 50 the standard of quarter 2.
    indicator = item(f"{operator}100人次", quarters={2: actual}, aggregation=aggregation)
    assert light(indicator, 2) == colour


def test_that_a_milestone_replaces_the_even_pace() -> None:
    assert light(item("≥100人次", quarters={1: "10"}, aggregation="sum"), 1) == "red"
    milestones = {Quarter.Q1: Decimal(10)}
    assert light(item("≥100人次", quarters={1: "10"}, aggregation="sum", milestones=milestones), 1) == "green"


def test_that_a_milestone_of_nothing_asks_nothing() -> None:
    milestones = {Quarter.Q1: Decimal(0)}
    assert light(item("≥100人次", quarters={1: "0"}, aggregation="sum", milestones=milestones), 1) == "green"


@pytest.mark.parametrize("aggregation", ["latest", "mean", "max", "min"])
def test_that_a_level_is_measured_against_its_whole_target(aggregation: str) -> None:
    assert light(item("≥100人次", quarters={1: "25"}, aggregation=aggregation), 1) == "red"


@pytest.mark.parametrize(
    ("target", "actual", "colour"),
    [
        ("≥100%", "100%", "green"),
        ("≥100%", "129.99%", "green"),
        ("≥100%", "130%", "blue"),
        ("=100%", "130%", "blue"),
        ("≥100%", "99.9%", "yellow"),
        ("≥100%", "80%", "yellow"),
        ("≥100%", "79.99%", "red"),
        ("≤10万元", "10", "green"),
        ("≤10万元", "1", "green"),
        ("≤10万元", "12.5", "yellow"),
        ("≤10万元", "12.6", "red"),
        ("10-12个", "11", "green"),
        ("10-12个", "8", "yellow"),
        ("10-12个", "7", "red"),
        ("=0件", "0", "green"),
        ("≤0件", "1", "red"),
        ("≥0件", "5", "green"),
        ("9月前", "8月", "green"),
        ("9月前", "10月", "red"),
        ("≥12个", "完成", "green"),
    ],
)
def test_that_every_other_kind_is_green_when_full_and_else_by_its_share(target: str, actual: str, colour: str) -> None:
    assert light(item(target, actual)) == colour


def test_that_a_cumulative_ceiling_is_no_progress() -> None:
    assert light(item("≤10万元", quarters={1: "2"}, aggregation="running"), 1) == "green"
    assert light(item("≤10万元", quarters={1: "20"}, aggregation="running"), 1) == "red"


@pytest.mark.parametrize(("grade", "colour"), [("达成", "green"), ("部分达成", "yellow"), ("未达成", "red")])
def test_that_grades_have_their_colours(grade: str, colour: str) -> None:
    assert light(item("有效保障", judged(grade), rule="grade")) == colour
    assert light(item("9月前", judged(grade, value="10月"))) == colour


@pytest.mark.parametrize(("actual", "colour"), [("72%", "green"), ("63%", "yellow"), ("30%", "red")])
def test_that_a_number_under_grade_has_the_colour_of_its_grade(actual: str, colour: str) -> None:
    assert light(item("≥90%", actual, rule="grade")) == colour


@pytest.mark.parametrize(
    "indicator",
    [item("≥12个"), item("≥12个", "无"), item("≥12个", "约11"), item("", "12"), item("≥12个", quarters={4: "12"})],
    ids=["nothing", "none", "unread", "no target", "later"],
)
def test_that_what_has_no_score_is_grey(indicator: Indicator) -> None:
    assert light(indicator, 3 if indicator.actuals else 4) == "grey"


@pytest.mark.parametrize(("score", "colour"), [("10", "green"), ("8", "yellow"), ("7.99", "red")])
def test_that_a_manual_score_lights_by_its_own_share(score: str, colour: str) -> None:
    assert light(item("≥12个", "12", manual_score=ManualScore(Decimal(score), "按通报"))) == colour


def test_that_the_bands_are_numbers_of_the_pack() -> None:
    half: Reported = "50"
    cumulative = item("≥100人次", half, aggregation="sum")
    assert light(cumulative) == "red"
    assert light(cumulative, light_red_below="50") == "yellow"
    assert light(cumulative, light_red_below="40", light_yellow_below="50") == "green"
    assert light(cumulative, light_red_below="40", light_yellow_below="45", light_blue_from="50") == "blue"
    assert light(item("≥100%", "110%"), over_threshold="110") == "blue"


@pytest.mark.parametrize(
    ("executed", "quarter", "colour"),
    [("14.9", 1, "red"), ("15", 1, "yellow"), ("19.9", 1, "yellow"), ("20", 1, "green"), ("59", 4, "red"),
     ("60", 4, "yellow"), ("80", 4, "green"), ("120", 4, "green")],
)  # fmt: skip
def test_that_spending_is_measured_against_the_year_gone(executed: str, quarter: int, colour: str) -> None:
    assert execution_light((Decimal(executed), Decimal(100)), RATIO, Quarter(quarter)) is Light(colour)


def test_that_no_rate_has_no_light() -> None:
    assert execution_light(None, RATIO, Quarter.Q4) is Light.GREY


@pytest.mark.parametrize(
    ("lights", "colour"),
    [("green red grey", "red"), ("green yellow grey", "yellow"), ("green grey", "grey"), ("blue green", "green"),
     ("blue", "green"), ("", "grey")],
)  # fmt: skip
def test_that_a_plan_shows_its_worst_light(lights: str, colour: str) -> None:
    assert worst(Light(word) for word in lights.split()) is Light(colour)
