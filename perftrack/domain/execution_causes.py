"""Why the points for budget execution differ between two cards, one thing at a time (see :mod:`causes`)."""

from dataclasses import dataclass, replace
from decimal import Decimal

from perftrack.domain.causes import Cause, pack_name
from perftrack.domain.decimals import EXACT, money, shortest
from perftrack.domain.execution import execution_of
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Fund, Plan
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import PlanKind

_NOTHING = "—"
#: What is told even where it moved nothing.
_ALWAYS = frozenset({"diff_budget", "diff_executed"})


@dataclass(frozen=True, slots=True)
class _State:
    """What the points for execution are made of; money in 万元."""

    pack: RulePack
    weight: Decimal
    budget: Decimal
    executed: Decimal | None
    finished: bool

    def points(self) -> Decimal:
        """The points it earns, by the one function that knows."""
        spent = {} if self.executed is None else {Quarter.Q1: self.executed}
        plan = Plan(
            0, PlanKind.PROJECT, "", execution_weight=self.weight, finished=self.finished,
            funds=(Fund("", self.budget, executed=spent),),
        )  # fmt: skip
        return execution_of(plan, self.pack, Quarter.Q1).points


#: Code and field, in the order of an explanation.
_FIELDS = (
    ("diff_pack", "pack"),
    ("diff_execution_weight", "weight"),
    ("diff_budget", "budget"),
    ("diff_executed", "executed"),
    ("diff_finished", "finished"),
)


def execution_causes(before: Scorecard, after: Scorecard, *, same_pack: bool) -> tuple[Cause, ...]:
    """The causes, whose effects add up to the difference of the points. ``same_pack``: the packs are equal."""
    state, goal = _state(before), _state(after)
    if same_pack:
        state = replace(state, pack=goal.pack)
    differing = [(code, name) for code, name in _FIELDS if getattr(state, name) != getattr(goal, name)]
    reached, end = before.execution.points, after.execution.points
    found = []
    for place, (code, name) in enumerate(differing):
        texts = _text(name, state), _text(name, goal)
        state = replace(state, **{name: getattr(goal, name)})
        now = end if place == len(differing) - 1 else state.points()
        found.append(Cause(code, *texts, EXACT.subtract(now, reached)))
        reached = now
    return tuple(cause for cause in found if cause.effect or cause.code in _ALWAYS)


def _state(card: Scorecard) -> _State:
    execution = card.execution
    return _State(card.pack, execution.weight, execution.budget, execution.executed, card.plan.finished)


def _text(name: str, state: _State) -> str:
    match name:
        case "pack":
            return pack_name(state.pack)
        case "weight":
            return shortest(state.weight)
        case "budget":
            return money(state.budget)
        case "executed":
            return _NOTHING if state.executed is None else money(state.executed)
        case _:
            return ""
