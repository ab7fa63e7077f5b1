"""Who may take which step of the review: asked once for many plans, or for one."""

from collections.abc import Mapping
from dataclasses import dataclass

from perftrack.domain.access import Act, Actor
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.reviews import NEXT_ACTS, Review
from perftrack.domain.terms import ReviewAct, Role
from perftrack.services import settings
from perftrack.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides it in a quarter of a year, besides the plan and how far it has come."""

    actor: Actor
    settled: bool
    """Whether nothing may be done at all: the file is read-only, the year closed or the quarter locked."""
    levels: int
    heads: frozenset[str | None]
    """The sections active heads answer for; None: the whole office."""

    def needed(self, act: ReviewAct, plan: Plan, now: Review) -> Act:
        """The right a step asks for."""
        if act is ReviewAct.RETURN:
            return Act.RETURN
        if act is not ReviewAct.APPROVE:
            return Act.SUBMIT
        final = now.level > 0 and self.levels == 2
        return Act.APPROVE_FINALLY if final or not self._has_head(plan) else Act.APPROVE

    def own(self, act: ReviewAct, submitter: str | None) -> bool:
        """Whether this would be approving what one has submitted oneself."""
        return act is ReviewAct.APPROVE and not self.actor.everything and submitter == self.actor.name

    def acts(self, plan: Plan, now: Review, submitter: str | None) -> frozenset[ReviewAct]:
        """What may be done now; ``submitter``: who submitted last."""
        if self.settled:
            return frozenset()
        return frozenset(
            act
            for act in NEXT_ACTS[now.state]
            if self.actor.may(self.needed(act, plan, now), plan.id, plan.section) and not self.own(act, submitter)
        )

    def _has_head(self, plan: Plan) -> bool:
        """Whether an active head answers for the plan; where none does, the performance officer approves."""
        return None in self.heads or (plan.section is not None and plan.section in self.heads)


def standing(ws: Workspace, year: int, quarter: Quarter) -> Standing:
    """How things stand for whoever acts."""
    settled = ws.read_only or year in ws.closed_years() or quarter in ws.locks(year)
    heads = frozenset(each.section for each in ws.people() if each.active and each.role is Role.HEAD)
    return Standing(ws.actor, settled, settings.approval_levels(ws), heads)


def submitters(ws: Workspace, year: int, quarter: Quarter) -> Mapping[str, str]:
    """Who submitted each plan of a year last for a quarter, by plan id."""
    from perftrack.persistence import review_reading

    with ws.reading() as connection:
        return review_reading.submitters(connection, year, int(quarter))
