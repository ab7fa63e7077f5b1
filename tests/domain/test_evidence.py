"""佐证资料 as values: what is missing when, which kind a file likely is, how numbers are printed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.evidence import Evidence, Gap, Owner, gaps, is_program, likely_kind, numbered, numbers_of
from perftrack.domain.periods import Quarter
from perftrack.domain.terms import EvidenceKind
from tests.domain.builders import item, modest, plan_of

WORKING, ORIGINAL, EXPLANATORY, FORMAL = EvidenceKind
Q1, Q2, Q3, Q4 = Quarter
PLAN = plan_of(
    item("≥1", quarters={2: "1"}, name="甲", id="a"),
    item("≥1", quarters={1: "1"}, name="乙", id="b"),
    item("≥1", name="丙", id="c"),
)
NEEDS = {"a": frozenset({ORIGINAL, FORMAL}), "c": frozenset({WORKING})}


def given_one(number: int, indicator_id: str | None = "a", quarter: Quarter | None = None, kind=ORIGINAL) -> Evidence:
    return Evidence(f"e{number}", "p", indicator_id, quarter, number, kind, "a.pdf", "0" * 64, 1, "2024-03-31T09:00:00")


def test_that_an_indicator_lacks_what_it_must_have_in_the_order_of_the_kinds() -> None:
    assert gaps(PLAN, [], NEEDS, Q2) == (Gap("a", (ORIGINAL, FORMAL)),)


def test_that_nothing_is_missing_before_something_is_reported() -> None:
    assert gaps(PLAN, [], NEEDS, Q1) == ()


@pytest.mark.parametrize(("quarter", "closes"), [(None, True), (Q1, True), (Q2, True), (Q3, False)])
def test_that_earlier_and_general_evidence_counts_and_later_does_not(quarter, closes) -> None:
    found = gaps(PLAN, [given_one(1, quarter=quarter)], NEEDS, Q2)
    assert found == (Gap("a", (FORMAL,) if closes else (ORIGINAL, FORMAL)),)


def test_that_evidence_of_another_indicator_or_of_the_plan_closes_no_gap() -> None:
    others = [given_one(1, "b"), given_one(2, None), given_one(3, kind=WORKING)]
    assert gaps(PLAN, others, NEEDS, Q2) == (Gap("a", (ORIGINAL, FORMAL)),)


def test_that_an_indicator_that_is_not_scored_needs_no_evidence() -> None:
    plan = replace(PLAN, indicators=tuple(replace(each, excluded="不适用") for each in PLAN.indicators))
    assert gaps(plan, [], NEEDS, Q4) == ()


def test_that_a_new_file_is_of_the_kind_that_is_missing_or_that_the_target_sheet_names() -> None:
    assert likely_kind(PLAN.indicators[0], (FORMAL,)) is FORMAL
    assert likely_kind(replace(PLAN.indicators[0], evidence="原始凭证及说明"), ()) is ORIGINAL
    assert likely_kind(replace(PLAN.indicators[0], evidence="照片"), ()) is WORKING
    assert likely_kind(None, ()) is WORKING


def test_that_numbers_of_an_indicator_are_those_up_to_the_quarter() -> None:
    evidence = [given_one(4), given_one(2, quarter=Q1), given_one(3, quarter=Q4), given_one(1, None)]
    assert numbers_of(evidence, Q2) == {"a": (2, 4)}
    assert numbers_of(evidence, Q4) == {"a": (2, 3, 4)}


@modest
@given(st.frozensets(st.integers(1, 40), max_size=20))
def test_that_printed_numbers_name_each_number_once(numbers) -> None:
    words = numbered(numbers)
    parts = words.removeprefix("佐证").split("、") if words else []
    ends = [[int(end) for end in part.split("-")] for part in parts]
    assert [number for first, *last in ends for number in range(first, (last or [first])[0] + 1)] == sorted(numbers)


def test_that_a_value_without_an_indicator_is_a_fault() -> None:
    with pytest.raises(ValueError, match="quarter"):
        Owner("p", None, Q1)


@pytest.mark.parametrize(("name", "runs"), [("a.EXE", True), ("a.lnk", True), ("a.pdf", False), ("exe", False)])
def test_that_programs_are_known_by_their_ending(name, runs) -> None:
    assert is_program(name) is runs
