"""How likely it is that an indicator of one year goes on with one of an earlier year, to suggest it first.

Names are compared in their levelled spelling. Nothing is decided here: a person links, or does not.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from perftrack.domain import spelling
from perftrack.domain.plans import Indicator, Plan

#: From this share of common characters on, names are called similar.
_SIMILAR = 0.6


class Reason(StrEnum):
    """Why an indicator is suggested; the dearest first."""

    SAME_NAME = "same_name"
    SIMILAR_NAME = "similar_name"
    SAME_PLACE = "same_place"
    """Another name, but the same level 2, weight and place in a plan of the same name."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator of an earlier year by its plan and its place there, and why it may be the one, if anything speaks
    for it."""

    plan: Plan
    place: int
    reason: Reason
    closeness: float

    @property
    def indicator(self) -> Indicator:
        """The indicator itself."""
        return self.plan.indicators[self.place]


def candidate(plan: Plan, place: int, earlier: Plan, there: int) -> Candidate:
    """The indicator at ``there`` of the plan ``earlier``, judged as what ``plan``'s at ``place`` may go on with."""
    ours, theirs = plan.indicators[place], earlier.indicators[there]
    same_plan = (plan.kind, plan.name) == (earlier.kind, earlier.name)
    likeness = SequenceMatcher(None, spelling.level(ours.name), spelling.level(theirs.name), autojunk=False).ratio()
    same_place = (ours.level2, ours.weight, place) == (theirs.level2, theirs.weight, there)
    reason = Reason.NONE
    if likeness == 1:
        reason = Reason.SAME_NAME
    elif likeness >= _SIMILAR:
        reason = Reason.SIMILAR_NAME
    elif same_plan and same_place:
        reason = Reason.SAME_PLACE
    return Candidate(earlier, there, reason, likeness + same_plan + same_place / 2)


def ranked(found: list[Candidate]) -> tuple[Candidate, ...]:
    """The likeliest first; those for which nothing speaks stay in the order of the sheets, same plan before others."""
    order = list(Reason)
    return tuple(
        sorted(
            found,
            key=lambda each: (order.index(each.reason), 0 if each.reason is Reason.NONE else -each.closeness),
        )
    )
