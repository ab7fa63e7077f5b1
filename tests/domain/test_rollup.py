"""The department from above: weighted and unweighted, by section, and who is where."""

from dataclasses import replace
from decimal import Decimal

import pytest

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator
from perftrack.domain.rollup import Pace, Rollup, pace_of, roll_up
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import Rating
from tests.domain.builders import RATIO, card_of, fund, item, plan_of


def project(section: str | None, budget: str, actual: str | None, spent: str | None = None) -> Scorecard:
    """A project as of quarter 4 whose total is ``actual`` of 90 and its execution."""
    money = {} if spent is None else {"q4": spent}
    funds = (fund("财政", budget, **money),)
    return card_of(plan_of(item("≥90分", actual, "90"), funds=funds, section=section))


def rolled(*cards: Scorecard) -> Rollup:
    return roll_up(cards, RATIO, Quarter.Q4, ("党建办", "社区办"))


def test_that_plans_weigh_by_their_budget_or_alike() -> None:
    found = rolled(project("社区办", "300", "90", "300"), project("社区办", "100", "45", "100"))
    assert (found.projects.weighted, found.projects.unweighted) == (Decimal("88.75"), Decimal("77.50"))
    assert (found.projects.budget, found.projects.executed, found.projects.rate) == (400, 400, Decimal("100.00"))
    assert found.rating(found.projects.weighted) is Rating.GOOD


def test_that_sections_come_in_the_offices_order_and_strangers_last() -> None:
    cards = [project(name, "1", "90", "1") for name in (None, "社区办", "综治办", "党建办", "社区办")]
    found = rolled(*cards)
    assert [group.section for group in found.sections] == ["党建办", "社区办", "", "综治办"]
    assert [len(group.cards) for group in found.sections] == [1, 2, 1, 1]


def test_that_silent_plans_are_counted_not_averaged() -> None:
    found = rolled(project("党建办", "100", "90", "100"), project("党建办", "900", None))
    assert (found.projects.weighted, found.projects.unweighted, found.projects.silent) == (100, 100, 1)
    assert found.projects.paces == {Pace.AHEAD: 0, Pace.ON_COURSE: 1, Pace.BEHIND: 0, Pace.SILENT: 1}
    assert found.standing(Pace.SILENT) == found.projects.cards[1:]


def test_that_nothing_known_is_no_total() -> None:
    found = rolled(project(None, "100", None))
    assert (found.projects.weighted, found.projects.rate, found.rating(None)) == (None, None, None)
    assert rolled().projects.unweighted is None


def test_that_the_department_stands_beside_its_projects_and_what_fell_away_aside() -> None:
    department = card_of(plan_of(item("≥1", "1", "90"), kind="department"))
    gone = card_of(replace(plan_of(item("≥1", "1", "90")), dropped="取消"))
    found = rolled(department, gone, project(None, "1", "90", "1"))
    assert found.department is department
    assert len(found.projects.cards) == 1


def placed(*indicators: Indicator, spent: str | None = "50", quarter: int = 2) -> Pace:
    money = {} if spent is None else {f"q{quarter}": spent}
    return pace_of(card_of(plan_of(*indicators, funds=(fund("财政", "100", **money),)), quarter=quarter))


def counted(second: str) -> Indicator:
    return item("≥40次", quarters={2: second}, aggregation="sum")


@pytest.mark.parametrize(
    ("done", "spent", "expected"),
    [
        ("20", "50", Pace.ON_COURSE),
        ("30", "50", Pace.AHEAD),
        ("30", "45", Pace.ON_COURSE),
        ("10", "50", Pace.BEHIND),
        ("20", "10", Pace.BEHIND),
    ],
)
def test_that_lights_and_spending_say_where_a_plan_stands(done: str, spent: str, expected: Pace) -> None:
    assert placed(counted(done), spent=spent) is expected


def test_that_what_was_said_before_does_not_break_the_silence_of_a_quarter() -> None:
    early = item("≥40次", quarters={1: "10"}, aggregation="sum")
    assert placed(early, spent=None) is Pace.SILENT
    assert placed(early, spent="50") is Pace.BEHIND
