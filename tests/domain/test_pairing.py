"""Which indicators of two states are the same: by link, id, place and name, name."""

from perftrack.domain.pairing import pairs
from tests.domain.builders import item


def test_that_ids_tell_even_where_names_were_exchanged() -> None:
    before = [item("≥1", name="甲", id="a"), item("≥1", name="乙", id="b")]
    after = [item("≥1", name="甲", id="b"), item("≥1", name="乙", id="a")]
    assert pairs(before, after) == [(1, 0), (0, 1)]


def test_that_without_common_ids_levels_and_name_tell_and_equal_names_keep_their_order() -> None:
    before = [item("≥1", name="甲"), item("≥1", name="甲"), item("≥1", name="乙")]
    after = [item("≥1", name="乙", id="x"), item("≥1", name="甲", id="y"), item("≥1", name="甲", id="z")]
    assert pairs(before, after) == [(2, 0), (0, 1), (1, 2)]


def test_that_a_name_is_found_again_under_another_level_and_in_another_spelling() -> None:
    before = [item("≥1", name="资金使用率（%）", level2="质量指标")]
    after = [item("≥1", name="资金使用率(%)", level2="时效指标")]
    assert pairs(before, after) == [(0, 0)]


def test_that_a_link_goes_before_every_name() -> None:
    before = [item("≥1", name="甲", id="a"), item("≥1", name="乙", id="b")]
    after = [item("≥1", name="甲", id="c"), item("≥1", name="丙", id="d")]
    assert pairs(before, after, {"a": "d"}) == [(None, 0), (0, 1), (1, None)]


def test_that_what_is_in_one_state_only_stands_alone() -> None:
    assert pairs([item("≥1", name="甲")], [item("≥1", name="乙")]) == [(None, 0), (0, None)]
    assert pairs([], []) == []
