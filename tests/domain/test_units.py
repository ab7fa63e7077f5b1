"""The office's value from its units: exact, in any order, honest about who has not reported."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.answers import read_answer
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.targets import read_target
from perftrack.domain.terms import Across, Aggregation, Grade
from perftrack.domain.units import Breakdown, OfficeValue, Unit, UnitValue, allowed, office_value, refusal
from tests.domain.builders import YEAR, modest

Q = Quarter.Q3


def broken(across: Across, *values: str | None) -> Breakdown:
    """A breakdown over one unit per value; None has not reported."""
    units = tuple(Unit("社区", f"{place}号社区", id=str(place)) for place in range(len(values)))
    given_values = {str(place): UnitValue(value) for place, value in enumerate(values) if value is not None}
    return Breakdown("社区", across, units, values={Q: given_values})


def office(
    across: Across, target: str, *values: str | None, aggregation: Aggregation = Aggregation.LATEST
) -> OfficeValue:
    return office_value(broken(across, *values), Q, read_target(target), year=YEAR, aggregation=aggregation)


def text_of(found: OfficeValue) -> str | None:
    return found.actual.value if found.actual else None


def number_of(found: OfficeValue) -> Fraction:
    return Fraction(found.value) / Fraction(found.parts)


def code_of(found: OfficeValue) -> str:
    return found.findings[0].code if found.findings else ""


@pytest.mark.parametrize(
    ("across", "target", "values", "text"),
    [
        (Across.SUM, "≥12个", ["3", "4个", "5.50"], "12.50个"),
        (Across.SUM, "≤10万元", ["4.2", "20000元"], "6.2万元"),
        (Across.SUM, "≥12", ["１,200", "8"], "1208"),
        (Across.MEAN, "≥90%", ["88%", "91", "92.5%", "90.1%"], "90.4%"),
        (Across.MEAN, "≥90%", ["88%", "91%", "90%"], "269/300"),
        (Across.MEAN, "≥3个", ["1", "2", "2"], "5/3"),
        (Across.POOLED, "≥90%", ["1188/1320", "90/110"], "1278/1430"),
        (Across.POOLED, "≥9‰", ["1/100", "2.5/100"], "3.5/200"),
        (Across.WORST, "≥90%", ["95%", "87.5%", "90%"], "87.5%"),
        (Across.WORST, "=3个", ["4", "3", "5"], "3个"),
        (Across.WORST, "≤268元", ["260", "301", "268"], "301元"),
        (Across.WORST, "≥90%", ["1188/1320", "89/97"], "1188/1320"),
        (Across.WORST, "95~105%", ["99%", "107%", "94.5%"], "107%"),
        (Across.WORST, "2024年9月底前", ["8月", "2024年10月12日", "9月"], "2024年10月12日"),
    ],
)
def test_that_the_office_value_is_written_as_its_reader_reads_it(across, target, values, text) -> None:
    assert text_of(office(across, target, *values)) == text


def test_that_units_that_have_not_reported_are_listed_and_are_not_zero() -> None:
    breakdown = broken(Across.MEAN, "4", None, "6", None)
    assert [unit.id for unit in breakdown.missing(Q)] == ["1", "3"]
    assert [unit.id for unit in breakdown.reported(Q)] == ["0", "2"]
    assert text_of(office(Across.MEAN, "≥3个", "4", None, "6", None)) == "5个"
    assert text_of(office(Across.WORST, "≥3个", "4", None)) == "4个"


def test_that_nothing_reported_gives_no_value_and_no_complaint() -> None:
    assert office(Across.SUM, "≥3个", None, None) == OfficeValue()


def test_that_a_unit_that_fell_away_counts_where_it_reported_and_is_not_missed_elsewhere() -> None:
    breakdown = broken(Across.SUM, "4", "6")
    units = (breakdown.units[0], replace(breakdown.units[1], active=False))
    breakdown = replace(breakdown, units=units)
    assert text_of(office_value(breakdown, Q, read_target("≥3个"), year=YEAR)) == "10个"
    assert breakdown.asked(Q) == units
    assert breakdown.asked(Quarter.Q4) == breakdown.missing(Quarter.Q4) == units[:1]


def test_that_the_worst_grade_counts_and_in_one_grade_the_lowest_share() -> None:
    found = office(Across.WORST, "有效提升", "达成", "部分达成75%", "部分达成", "完成")
    assert found.actual == Actual(grade=Grade.PARTLY, share=75)
    assert found.source is not None
    assert found.source.id == "1"
    assert office(Across.WORST, "有效提升", "达成", "未达成").actual == Actual(grade=Grade.UNMET)


def test_that_pooling_refuses_what_is_no_fraction_and_names_the_unit() -> None:
    found = office(Across.POOLED, "≥90%", "1188/1320", "90%")
    assert found.actual is None
    assert code_of(found) == "units_not_fractions"
    assert found.findings[0].arguments["units"] == "1号社区"


def test_that_an_endless_mean_is_not_kept_where_quarters_are_put_together() -> None:
    """As a fraction it would be pooled with the other quarters and mean something else."""
    for aggregation in (Aggregation.SUM, Aggregation.MEAN):
        found = office(Across.MEAN, "≥3个", "1", "2", "2", aggregation=aggregation)
        assert found.actual is None
        assert code_of(found) == "units_endless"
        assert text_of(office(Across.MEAN, "≥3个", "1", "2", aggregation=aggregation)) == "1.5个"


def test_that_what_no_longer_reads_gives_no_value_but_the_names() -> None:
    found = office(Across.SUM, "≥3个", "1", "约2", "完成")
    assert found.actual is None
    assert code_of(found) == "units_unread"
    assert found.findings[0].arguments["units"] == "1号社区、2号社区"


@pytest.mark.parametrize(
    ("text", "target", "across", "code"),
    [
        ("12", "≥3个", Across.SUM, ""),
        ("abc", "≥3个", Across.SUM, "unread"),
        ("", "≥3个", Across.SUM, "unread"),
        ("完成", "≥3个", Across.SUM, "unit_needs_value"),
        ("部分达成", "≥3个", Across.SUM, "unit_needs_value"),
        ("95~105%", "95~105%", Across.WORST, "unit_needs_value"),
        ("完成", "2024年9月", Across.WORST, "unit_needs_value"),
        ("3人", "≥3个", Across.SUM, "unit_measured_otherwise"),
        ("90%", "≥90%", Across.POOLED, "unit_needs_fraction"),
        ("9/10", "≥90%", Across.POOLED, ""),
        ("完成", "有效提升", Across.WORST, ""),
        ("9月", "2024年9月", Across.WORST, ""),
    ],
)
def test_that_a_unit_gives_a_value_that_can_be_put_together(text, target, across, code) -> None:
    assert refusal(text, read_target(target), across) == code


def test_that_words_and_dates_know_only_the_worst() -> None:
    assert allowed(read_target("≥3个")) == tuple(Across)
    assert allowed(read_target("有效提升")) == allowed(read_target("2024年9月")) == (Across.WORST,)
    assert allowed(read_target("")) == ()
    assert code_of(office(Across.SUM, "有效提升", "达成")) == "units_across_words"


numbers = st.decimals(min_value=0, max_value=99999, places=3).map(lambda number: format(number, "f"))
fractions = st.tuples(st.integers(0, 5000), st.integers(1, 5000)).map(lambda pair: f"{pair[0]}/{pair[1]}")
targets = st.sampled_from(["≥90%", "≤268元/人/年", "=12个", "＞5‰", "<100", "95~105%"])


@modest
@given(st.lists(st.one_of(numbers, fractions), min_size=1, max_size=12), targets, st.sampled_from(Across), st.randoms())
def test_that_the_order_of_units_says_nothing(values, target, across, random) -> None:
    shuffled = random.sample(values, len(values))
    before, after = office(across, target, *values), office(across, target, *shuffled)
    assert number_of(before) == number_of(after)
    assert code_of(before) == code_of(after)


@modest
@given(st.lists(fractions, min_size=1, max_size=12), targets, st.sampled_from([Across.MEAN, Across.POOLED]))
def test_that_mean_and_pooled_lie_between_least_and_greatest(values, target, across) -> None:
    answers = [read_answer(value, read_target(target)) for value in values]
    exact = [Fraction(each.value) / Fraction(each.parts) for each in answers]
    assert min(exact) <= number_of(office(across, target, *values)) <= max(exact)


@modest
@given(st.lists(numbers, min_size=1, max_size=12), targets)
def test_that_no_unit_is_worse_than_the_worst(values, target) -> None:
    found, read = office(Across.WORST, target, *values), read_target(target)
    numbers_of = [Fraction(value) for value in values]
    if read.upper is not None:
        distances = [max(Fraction(read.value) - each, each - Fraction(read.upper), 0) for each in numbers_of]
        mine = max(Fraction(read.value) - number_of(found), number_of(found) - Fraction(read.upper), 0)
        assert mine == max(distances)
    else:
        assert number_of(found) == (max(numbers_of) if read.is_ceiling else min(numbers_of))


@modest
@given(st.lists(numbers, min_size=1, max_size=8), st.lists(numbers, min_size=1, max_size=8), targets)
def test_that_sums_add_up(some, more, target) -> None:
    parts = [number_of(office(Across.SUM, target, *values)) for values in (some, more)]
    assert number_of(office(Across.SUM, target, *some, *more)) == sum(parts)


@modest
@given(
    st.lists(st.one_of(numbers, fractions), min_size=1, max_size=12), targets, st.sampled_from(Across),
    st.sampled_from(Aggregation),
)  # fmt: skip
def test_that_a_value_reads_back_exactly_or_there_is_none(values, target, across, aggregation) -> None:
    found = office(across, target, *values, aggregation=aggregation)
    if found.actual is None:
        assert found.findings
    else:
        answer = read_answer(found.actual.value, read_target(target))
        assert Fraction(answer.value) / Fraction(answer.parts) == number_of(found)
