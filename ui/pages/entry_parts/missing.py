"""What a plan still lacks in its quarter: for the words of the bar, and to lead there."""

from dataclasses import dataclass

from perftrack.domain.plans import Deviation
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.targets import TargetKind
from ui.models.entry_values import is_reported_here


@dataclass(frozen=True, slots=True)
class Missing:
    """Ids in sheet order. ``values`` and ``grades`` without a report of this quarter, ``unexplained`` a loss without
    cause or remedy, ``funds`` with a budget and no spending reported."""

    values: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    funds: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    @property
    def count(self) -> int:
        """Cells that ask to be filled in before the quarter is complete."""
        return len(self.values) + len(self.grades) + len(self.funds)

    def named(self, ids: tuple[str, ...]) -> list[str]:
        """The names of indicators."""
        known = dict(self.names)
        return [known[each] for each in ids]


def missing_of(card: Scorecard) -> Missing:
    """What ``card`` lacks; nothing of a plan that fell away."""
    if card.plan.dropped is not None:
        return Missing()
    quarter = card.quarter
    asked = [score for score in card.scores if is_reported_here(score)]
    empty = [score for score in asked if quarter not in score.indicator.actuals]
    unexplained = []
    for score in asked:
        given = score.indicator.deviations.get(quarter, Deviation())
        reported = quarter in score.indicator.actuals
        if reported and score.points is not None and score.lost > 0 and not (given.cause and given.remedy):
            unexplained.append(score.indicator.id)
    words = [score.indicator.id for score in empty if score.target.kind is TargetKind.WORDS]
    return Missing(
        tuple(score.indicator.id for score in empty if score.target.kind is not TargetKind.WORDS),
        tuple(words),
        tuple(unexplained),
        tuple(fund.id for fund in card.plan.funds if fund.budget and quarter not in fund.executed),
        tuple((score.indicator.id, score.indicator.name) for score in card.scores),
    )
