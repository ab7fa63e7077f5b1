"""Round steps, and words that do not lie on each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from ui.charts.axes import step_words
from ui.charts.scale import apart, place_words, round_steps

NUMBERS = st.floats(0, 1e9, allow_subnormal=False).map(lambda number: round(number, 6))
AREA = QRectF(0, 0, 300, 200)


@given(st.tuples(NUMBERS, NUMBERS).map(sorted))
def test_steps_hold_every_value_and_are_at_most_five_parts(ends):
    low, high = ends
    steps = round_steps(low, high)
    slack = max(1.0, high) * 1e-6
    assert steps[0] <= low + slack
    assert steps[-1] >= high - slack
    assert 2 <= len(steps) <= 6


def test_steps_are_round_and_begin_near_the_values():
    assert round_steps(68, 92) == (60, 70, 80, 90, 100)


def test_steps_begin_at_zero_where_the_values_begin_low():
    assert round_steps(3, 12)[0] == 0
    assert round_steps(90, 95, floor_at_zero=True)[0] == 0


def test_one_value_alone_gets_an_axis():
    assert round_steps(100, 100)[-1] == 100
    assert round_steps(0, 0) == (0, 0.25, 0.5, 0.75, 1)


def test_steps_are_written_with_the_decimals_they_need():
    assert step_words((0, 0.25, 0.5)) == ["0.00", "0.25", "0.50"]
    assert step_words((0, 1000, 2000)) == ["0", "1,000", "2,000"]


@given(st.lists(st.floats(-1e4, 1e4), max_size=6))
def test_words_at_the_right_end_are_a_line_apart_and_keep_their_order(places):
    moved = sorted(apart(places, 16))
    assert all(after - before >= 16 - 1e-6 for before, after in pairwise(moved))


def test_words_stay_where_they_are_when_there_is_room():
    assert apart([10, 100], 16) == [10, 100]


def test_words_at_a_dot_stand_above_it_and_move_where_a_line_would_cross_them():
    dot, size = QPointF(150, 100), QSizeF(30, 16)
    assert place_words(dot, size, AREA, [], []).bottom() < dot.y()
    line = QLineF(0, 88, 300, 88)
    assert place_words(dot, size, AREA, [line], []).top() > dot.y()


def test_words_at_a_dot_stay_inside_and_off_other_words():
    size = QSizeF(30, 16)
    assert AREA.contains(place_words(QPointF(4, 4), size, AREA, [], []))
    taken = place_words(QPointF(150, 100), size, AREA, [], [])
    assert not place_words(QPointF(150, 100), size, AREA, [], [taken]).intersects(taken)
