"""The steps between two totals: losses hang, gains stand, many small ones are one; every step has its sign."""

from decimal import Decimal

import pytest

from ui.charts.changes import ChangeChart


@pytest.fixture
def chart(qtbot):
    chart = ChangeChart("changes")
    qtbot.addWidget(chart)
    chart.resize(480, 240)
    chart.show()
    return chart


def show(chart, *changes, before="80"):
    steps = [(f"part {place}", Decimal(change), place) for place, change in enumerate(changes)]
    after = Decimal(before) + sum((change for _, change, _ in steps), Decimal(0))
    chart.show_changes(Decimal(before), after, steps, ("Q2", "Q3"))


def test_that_every_step_says_its_name_and_sign(chart):
    show(chart, "-1.44", "0.23")
    assert [(spot.words, spot.key) for spot in chart.spots()] == [("part 0  −1.44", 0), ("part 1  +0.23", 1)]
    assert chart.accessibleDescription() == "From 80.00 to 78.79. part 0 −1.44, part 1 +0.23"


def test_that_a_loss_begins_where_the_total_before_ends_and_a_gain_where_the_loss_ended(chart):
    show(chart, "-4", "3")
    loss, gain = chart.spots()
    assert loss.box.bottom() == pytest.approx(gain.box.bottom(), abs=1)
    assert loss.box.top() < gain.box.top()


def test_that_many_steps_end_in_one_that_adds_up_and_leads_nowhere(chart):
    show(chart, "-3", "-2", "2", "1", "-1", "0.5", "0.25", "0.25")
    *_, last = chart.spots()
    assert len(chart.spots()) == 6
    assert last.words.startswith("3 other")
    assert last.words.endswith("+1.00")
    assert last.key is None


def test_that_what_did_not_move_is_no_step(chart):
    show(chart, "0", "2")
    assert [spot.key for spot in chart.spots()] == [1]


def test_that_the_axis_says_where_it_begins(chart):
    show(chart, "-1.44", "0.23")
    assert chart.starts_at() != ""
    show(chart, "40", before="0")
    assert chart.starts_at() == ""


def test_that_nothing_to_show_is_an_empty_chart(chart):
    chart.show_waterfall(None)
    assert chart.spots() == ()
    assert chart.accessibleDescription() == ""
