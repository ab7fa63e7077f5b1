"""The same words without written criteria: one hint per words, only where it is known who has criteria."""

from dataclasses import replace

from perftrack.domain.checks import check_card, check_office
from perftrack.domain.terms import Severity
from tests.domain.builders import card_of, item, plan_of

CODE = "words_without_criteria"
CARDS = (
    card_of(plan_of(item("有效提升", rule="grade", id="a", name="环境"), item("≥3个", id="n"))),
    card_of(plan_of(item(" 有效提升 ", rule="grade", id="b", name="秩序"), item("有效保障", rule="grade", id="c"))),
)


def hints(with_criteria: frozenset[str] | None) -> list[tuple[str, str, str]]:
    found = [one for one in check_office(CARDS, with_criteria) if one.code == "words_without_criteria"]
    assert all(one.severity is Severity.HINT for one in found)
    return [(one.indicator_id, one.arguments["count"], one.arguments["lacking"]) for one in found]


def test_that_words_used_twice_without_criteria_are_pointed_out_once() -> None:
    assert hints(frozenset()) == [("a", "2", "2")]


def test_that_the_hint_leads_to_the_first_that_lacks_criteria() -> None:
    assert hints(frozenset({"a"})) == [("b", "2", "1")]
    assert hints(frozenset({"a", "b"})) == []


def test_that_nothing_is_said_where_it_is_not_known() -> None:
    assert hints(None) == []


def test_that_a_plan_that_fell_away_is_not_checked_and_does_not_count() -> None:
    gone = replace(CARDS[0].plan, dropped="取消")
    assert check_card(card_of(gone)) == ()
    assert [one.code for one in check_office((card_of(gone), CARDS[1]), frozenset())] == []
