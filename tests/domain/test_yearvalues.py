"""From quarters to a year: what was reported up to a quarter, and how it adds up."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.periods import Quarter
from perftrack.domain.targets import read_target
from perftrack.domain.yearvalues import YearState, YearValue, quotient_text, year_value
from tests.domain.builders import Reported, item, judged, modest


def year(aggregation: str, quarters: Mapping[int, Reported], quarter: int = 4, target: str = "≥12个") -> YearValue:
    indicator = item(target, quarters=quarters, aggregation=aggregation)
    return year_value(indicator, read_target(target), Quarter(quarter))


def shown(value: YearValue) -> str:
    assert value.state is YearState.NUMBER
    return quotient_text(value.value, value.parts)


GROWING = {1: "3", 2: "5", 3: "4", 4: "2"}


@pytest.mark.parametrize(
    ("aggregation", "as_of"),
    [
        ("sum", ["3", "8", "12", "14"]),
        ("running", ["3", "5", "4", "2"]),
        ("latest", ["3", "5", "4", "2"]),
        ("mean", ["3", "4", "4", "3.5"]),
        ("max", ["3", "5", "5", "5"]),
        ("min", ["3", "3", "3", "2"]),
    ],
)
def test_that_quarters_become_a_year(aggregation: str, as_of: list[str]) -> None:
    assert [shown(year(aggregation, GROWING, quarter)) for quarter in (1, 2, 3, 4)] == as_of


ALL = ["sum", "running", "latest", "mean", "max", "min"]


@pytest.mark.parametrize("aggregation", ALL)
def test_that_of_nothing_nothing_is_reported(aggregation: str) -> None:
    assert year(aggregation, {}).state is YearState.MISSING
    assert year(aggregation, {1: "无", 2: "—"}).state is YearState.MISSING
    assert year(aggregation, {4: "5"}, quarter=3).state is YearState.MISSING


@pytest.mark.parametrize(("aggregation", "result"), [("mean", "4"), ("min", "3"), ("latest", "5"), ("running", "5")])
def test_that_a_missing_quarter_is_not_counted_as_zero(aggregation: str, result: str) -> None:
    assert shown(year(aggregation, {1: "3", 3: "5"})) == result
    assert shown(year(aggregation, {1: "3", 2: "无", 3: "5", 4: "—"})) == result


def test_that_a_reported_zero_is_counted() -> None:
    assert shown(year("mean", {1: "0", 2: "4"})) == "2"
    assert shown(year("latest", {1: "4", 2: "0"})) == "0"


@pytest.mark.parametrize("aggregation", ALL)
def test_that_words_and_dates_take_the_latest_whatever_the_aggregation(aggregation: str) -> None:
    words = year(aggregation, {1: judged("达成"), 2: judged("部分达成", "75")}, target="有效保障")
    assert (words.state, words.grade, words.share) == (YearState.GRADE, "部分达成", 75)
    date = year(aggregation, {1: "8月", 3: "10月"}, target="9月前")
    assert (date.state, str(date.deadline)) == (YearState.DATE, "10月")


def test_that_an_unread_older_quarter_of_a_date_does_not_matter() -> None:
    date = year("sum", {1: "下半年", 3: "8月"}, target="9月前")
    assert (date.state, str(date.deadline)) == (YearState.DATE, "8月")


def test_that_a_mean_of_thirds_stays_exact() -> None:
    mean = year("mean", {1: "1", 2: "1", 3: "2"})
    assert Fraction(mean.value) / Fraction(mean.parts) == Fraction(4, 3)


@pytest.mark.parametrize("aggregation", ["sum", "mean"])
def test_that_fractions_pool_numerators_and_denominators(aggregation: str) -> None:
    pooled = year(aggregation, {1: "90/100", 2: "10/300"}, target="≥90%")
    assert (shown(pooled), pooled.pooled) == ("25", True)


def test_that_one_plain_quarter_makes_every_fraction_count_as_its_quotient() -> None:
    mixed = year("mean", {1: "90/100", 2: "30/300", 3: "20%"}, target="≥90%")
    assert (shown(mixed), mixed.pooled) == ("40", False)


@pytest.mark.parametrize(("aggregation", "result"), [("max", "90"), ("min", "10"), ("latest", "10")])
def test_that_other_aggregations_never_pool(aggregation: str, result: str) -> None:
    value = year(aggregation, {1: "90/100", 2: "30/300"}, target="≥90%")
    assert (shown(value), value.state) == (result, YearState.NUMBER)


def test_that_a_fraction_counts_in_hundreds_only_where_the_target_is_in_per_cent() -> None:
    assert shown(year("latest", {1: "1188/1320"}, target="≥90%")) == "90"
    assert shown(year("latest", {1: "3/4"}, target="≥2次")) == "0.75"


@pytest.mark.parametrize(
    ("aggregation", "state"),
    [*((way, "unread") for way in ("sum", "mean", "max", "min")), ("latest", "number"), ("running", "number")],
)
def test_that_an_unread_quarter_never_drops_out_of_what_is_put_together(aggregation: str, state: str) -> None:
    assert year(aggregation, {1: "3", 2: "约4", 3: "5"}).state is YearState(state)


def test_that_an_unread_latest_quarter_is_not_replaced_by_an_older_one() -> None:
    value = year("latest", {1: "3", 2: "约4"})
    assert (value.state, value.text) == (YearState.UNREAD, "约4")


def test_that_done_in_the_last_quarter_of_a_sum_meets_the_year() -> None:
    assert year("sum", {1: "3", 4: "完成"}).met
    assert not year("sum", {1: "完成", 4: "3"}).met


def test_that_a_year_names_the_quarters_it_came_from() -> None:
    assert [int(q) for q, _ in year("sum", GROWING, 3).quarters] == [1, 2, 3]
    assert [int(q) for q, _ in year("latest", GROWING, 3).quarters] == [3]


@pytest.mark.parametrize(
    ("value", "parts", "text"),
    [("9.50", "1", "9.50"), ("1", "4", "0.25"), ("2", "3", "0.67"), ("118800", "1320", "90"), ("1", "128", "0.01")],
)
def test_that_a_quotient_is_shown_exactly_or_to_two_places(value: str, parts: str, text: str) -> None:
    assert quotient_text(Decimal(value), Decimal(parts)) == text


REPORTS = st.dictionaries(
    st.integers(1, 4), st.decimals(min_value=0, max_value=9999, places=2).map(str), min_size=1, max_size=4
)
FRACTIONS = st.dictionaries(
    st.integers(1, 4), st.tuples(st.integers(0, 999), st.integers(1, 999)), min_size=2, max_size=4
)


def exact(aggregation: str, quarters: Mapping[int, Reported], target: str = "≥12个") -> Fraction:
    value = year(aggregation, quarters, target=target)
    return Fraction(value.value) / Fraction(value.parts)


@modest
@given(REPORTS)
def test_that_the_mean_lies_between_the_least_and_the_most(quarters: dict[int, str]) -> None:
    least, mean, most = (exact(way, quarters) for way in ("min", "mean", "max"))
    assert least <= mean <= most
    assert exact("sum", quarters) == mean * len(quarters)
    assert exact("latest", quarters) == Fraction(quarters[max(quarters)])


@modest
@given(FRACTIONS)
def test_that_pooled_fractions_are_all_above_over_all_below(quarters: dict[int, tuple[int, int]]) -> None:
    texts = {past: f"{above}/{below}" for past, (above, below) in quarters.items()}
    pooled = 100 * Fraction(sum(a for a, _ in quarters.values()), sum(b for _, b in quarters.values()))
    assert exact("sum", texts, "≥90%") == exact("mean", texts, "≥90%") == pooled
    assert exact("max", texts, "≥90%") == max(100 * Fraction(a, b) for a, b in quarters.values())
