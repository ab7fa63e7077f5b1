"""Surveys: the exact rate, Wilson's interval, and whether a sample can tell the result from the target."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.surveys import Survey, takes_survey
from perftrack.domain.targets import read_target
from perftrack.domain.terms import Rule
from tests.domain.builders import modest


@pytest.mark.parametrize(
    ("issued", "valid", "satisfied", "code"),
    [
        (100, 90, 80, None),
        (1, 1, 0, None),
        (-1, -1, -1, "survey_negative"),
        (100, 0, 0, "survey_none_valid"),
        (100, 90, 91, "survey_more_satisfied"),
        (80, 90, 80, "survey_more_valid"),
        (10**9, 90, 80, "survey_too_many"),
    ],
)
def test_that_counts_that_cannot_be_are_named(issued: int, valid: int, satisfied: int, code: str | None) -> None:
    assert Survey(issued, valid, satisfied).complaint() == code


def test_that_the_rate_is_kept_as_the_counts_and_shown_to_two_places() -> None:
    survey = Survey(1400, 1320, 1188)
    assert survey.fraction == "1188/1320"
    assert survey.rate == Decimal("90.00")
    assert survey.response == Decimal("94.29")


@pytest.mark.parametrize(
    ("valid", "satisfied", "low", "high"),
    [  # Wilson's score interval without continuity correction, computed by hand from the formula
        (50, 46, "81.16", "96.85"),
        (100, 92, "85.00", "95.89"),
        (1, 1, "20.65", "100.00"),
        (10, 0, "0.00", "27.75"),
    ],
)
def test_that_the_interval_is_wilsons(valid: int, satisfied: int, low: str, high: str) -> None:
    assert Survey(valid, valid, satisfied).interval() == (Decimal(low), Decimal(high))


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))))
@modest
def test_that_the_interval_holds_the_rate_and_stays_within_all_and_none(counts: tuple[int, int]) -> None:
    valid, satisfied = counts
    survey = Survey(valid, valid, satisfied)
    low, high = survey.interval()
    assert 0 <= low <= survey.rate <= high <= 100


@pytest.mark.parametrize(
    ("target", "valid", "satisfied", "sure"),
    [
        ("≥90%", 50, 46, False),
        ("≥90%", 5000, 4600, True),
        ("≥90%", 50, 25, True),
        ("85%~95%", 5000, 4500, True),
        ("85%~95%", 50, 46, False),
        ("≥90人", 50, 46, True),
        ("有效提升", 50, 46, True),
    ],
)
def test_that_a_small_sample_cannot_tell_the_rate_from_the_target(
    target: str, valid: int, satisfied: int, sure: bool
) -> None:
    assert Survey(valid, valid, satisfied).can_tell(read_target(target)) is sure


@pytest.mark.parametrize(
    ("level1", "name", "target", "rule", "fits"),
    [
        ("满意度指标", "群众", "≥90%", Rule.PROPORTIONAL, True),
        ("效益指标", "居民满意率", "≥90%", Rule.PROPORTIONAL, True),
        ("效益指标", "率", "≥90%", Rule.SATISFACTION, True),
        ("效益指标", "率", "≥90%", Rule.PROPORTIONAL, False),
        ("满意度指标", "群众", "≥90分", Rule.SATISFACTION, False),
        ("满意度指标", "群众", "基本满意", Rule.GRADE, False),
    ],
)
def test_that_rates_of_satisfaction_take_a_survey(level1: str, name: str, target: str, rule: Rule, fits: bool) -> None:
    assert takes_survey(level1, "", name, read_target(target), rule) is fits
