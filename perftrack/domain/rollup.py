"""The department from above: its own plan, all project plans weighted and unweighted, by section, and who is where.

Plans that fell away stand aside. Of plans that reported nothing there is no total, so they are counted, not averaged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from perftrack.domain.decimals import EXACT, HUNDRED, ZERO, divide, rounded
from perftrack.domain.gaps import gaps_of
from perftrack.domain.periods import Quarter
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import Light, PlanKind, Rating


class Pace(StrEnum):
    """Where a plan stands against its year."""

    AHEAD = "ahead"
    ON_COURSE = "on_course"
    BEHIND = "behind"
    #: Nothing at all was reported for the quarter.
    SILENT = "silent"


def pace_of(card: Scorecard) -> Pace:
    """Behind: a red light on an indicator or on spending. Ahead: no red or yellow, an indicator blue, and spending not
    behind the calendar. Silent comes first: what was not reported is not judged.
    """
    gaps = gaps_of(card.plan, card.quarter)
    money = [fund for fund in card.plan.funds if fund.budget != 0]
    if gaps.nothing_yet and len(gaps.funds) == len(money):
        return Pace.SILENT
    lights = {score.light for score in card.scores if not score.excluded}
    if Light.RED in lights or card.execution.light is Light.RED:
        return Pace.BEHIND
    gone = Decimal(25 * int(card.quarter))
    timely = card.execution.rate is not None and card.execution.rate >= min(gone, HUNDRED)
    return Pace.AHEAD if Light.BLUE in lights and Light.YELLOW not in lights and timely else Pace.ON_COURSE


@dataclass(frozen=True, slots=True)
class Group:
    """Some plans together. Money in 万元, totals in points to 2 places, None where no plan of the group reported.

    ``weighted``: by budget; None too where the reported plans have none. ``section`` "" holds plans of no section; None
    is the group of all projects.
    """

    section: str | None
    cards: tuple[Scorecard, ...]
    budget: Decimal
    executed: Decimal | None
    weighted: Decimal | None
    unweighted: Decimal | None
    paces: dict[Pace, int]

    @property
    def rate(self) -> Decimal | None:
        """Execution rate of the group in per cent to 2 places."""
        if self.executed is None or not self.budget:
            return None
        return rounded(divide(EXACT.multiply(self.executed, HUNDRED), self.budget))

    @property
    def silent(self) -> int:
        """How many of its plans no total is known of."""
        return sum(not card.reported for card in self.cards)


@dataclass(frozen=True, slots=True)
class Rollup:
    """A year as of a quarter. ``sections`` in the office's order."""

    quarter: Quarter
    pack: RulePack
    department: Scorecard | None
    projects: Group
    sections: tuple[Group, ...]

    def standing(self, pace: Pace) -> tuple[Scorecard, ...]:
        """The projects that stand there, in sheet order."""
        return tuple(card for card in self.projects.cards if pace_of(card) is pace)

    def rating(self, total: Decimal | None) -> Rating | None:
        """The rating of a total of the roll-up."""
        return None if total is None else self.pack.rating(total)


def roll_up(cards: Iterable[Scorecard], pack: RulePack, quarter: Quarter, sections: Sequence[str] = ()) -> Rollup:
    """The roll-up of the cards of a year as of ``quarter``; ``sections`` give the order, others follow as they come."""
    kept = [card for card in cards if card.plan.dropped is None]
    department = next((card for card in kept if card.plan.kind is PlanKind.DEPARTMENT), None)
    projects = [card for card in kept if card.plan.kind is PlanKind.PROJECT]
    order = dict.fromkeys([*sections, *(card.plan.section or "" for card in projects)])
    by_section = {name: [card for card in projects if (card.plan.section or "") == name] for name in order}
    groups = tuple(_group(name, members) for name, members in by_section.items() if members)
    return Rollup(quarter, pack, department, _group(None, projects), groups)


def _group(section: str | None, cards: Sequence[Scorecard]) -> Group:
    reported = [card for card in cards if card.reported]
    spent = [card.execution.executed for card in cards if card.execution.executed is not None]
    paces = [pace_of(card) for card in cards]
    return Group(
        section,
        tuple(cards),
        sum((card.plan.budget for card in cards), ZERO),
        sum(spent, ZERO) if spent else None,
        _mean(reported, [card.plan.budget for card in reported]),
        _mean(reported, [Decimal(1)] * len(reported)),
        {pace: paces.count(pace) for pace in Pace},
    )


def _mean(cards: Sequence[Scorecard], weights: Sequence[Decimal]) -> Decimal | None:
    """The mean of totals, rounded once at the end."""
    whole = sum(weights, ZERO)
    if whole <= 0:
        return None
    points = ZERO
    for card, weight in zip(cards, weights, strict=True):
        points = EXACT.add(points, EXACT.multiply(card.total, weight))
    return rounded(divide(points, whole))
