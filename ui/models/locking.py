"""Whether the values of a plan's quarter may be typed, and why not."""

from enum import StrEnum

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.reviews import DRAFT
from perftrack.domain.terms import ReviewState
from perftrack.services.workspace import Workspace


class Lock(StrEnum):
    """What keeps a quarter from being typed into; the first that holds."""

    NONE = ""
    READ_ONLY = "read_only"
    CLOSED = "closed"
    DROPPED = "dropped"
    LOCKED = "locked"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    NOT_ALLOWED = "not_allowed"


def lock_of(workspace: Workspace, plan: Plan, quarter: Quarter) -> Lock:
    """Why nothing may be typed into this quarter of ``plan`` by whoever acts."""
    if workspace.read_only:
        return Lock.READ_ONLY
    if plan.year in workspace.closed_years():
        return Lock.CLOSED
    if plan.dropped is not None:
        return Lock.DROPPED
    if quarter in workspace.locks(plan.year):
        return Lock.LOCKED
    state = workspace.reviews(plan.year).get((plan.id, quarter), DRAFT).state
    if state is ReviewState.APPROVED:
        return Lock.APPROVED
    if state is ReviewState.SUBMITTED:
        return Lock.SUBMITTED
    if not workspace.actor.may(Act.ENTER, plan.id, plan.section):
        return Lock.NOT_ALLOWED
    return Lock.NONE
