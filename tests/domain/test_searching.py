"""Halving between turns finds what a walk over every number finds."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.searching import highest, lowest, whole_turns
from tests.domain.builders import modest


@modest
@given(st.sets(st.integers(0, 60), min_size=1), st.data())
def test_that_the_first_and_last_are_those_of_a_walk(places: set[int], data: st.DataObject) -> None:
    turns = whole_turns(map(Decimal, places))
    meets = {turn: data.draw(st.booleans()) for turn in turns}
    for before, after in pairwise(turns):
        change, start = data.draw(st.integers(before + 1, after)), data.draw(st.booleans())
        meets |= {each: start if each < change else not start for each in range(before + 1, after)}
    lost = data.draw(st.integers(turns[-1] + 1, 90))
    yes = [each for each in range(100) if meets.get(each, each > turns[-1] and each < lost)]
    assert lowest(yes.__contains__, turns) == min(yes, default=None)
    assert highest(yes.__contains__, turns) == max(yes, default=None)


def test_that_what_never_ends_has_no_last() -> None:
    assert highest(lambda number: number >= 3, (0, 3)) is None
    assert lowest(lambda number: number >= 3, (0, 3)) == 3
