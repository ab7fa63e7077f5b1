"""The gate before every command: may this person do it, and may these values still change?"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from perftrack.domain.access import Act
from perftrack.errors import UserError

if TYPE_CHECKING:
    from perftrack.persistence.journal import Entry
    from perftrack.persistence.unit_of_work import UnitOfWork
    from perftrack.services.workspace import Workspace

#: Rows that belong to a quarter: their key begins with the owner's id and ends with the quarter.
_OF_A_QUARTER = frozenset({"actual", "deviation", "executed", "survey", "unit_actual"})
#: Rows of the set-up: taking a change of theirs back is setting up, too.
_SET_UP = frozenset({"person", "plan_person", "setting", "due_date"})
#: Why values may not change, as error codes.
_WHY = {"locked": "quarter_locked", "submitted": "quarter_submitted", "approved": "quarter_approved"}


def require(ws: "Workspace", act: Act, plan_id: str | None = None) -> None:
    """Raises :class:`UserError` ``sign_in_first`` or ``not_allowed`` unless whoever acts may do ``act`` on the plan."""
    actor = ws.actor
    if actor.everything:
        return
    if actor.role is None:
        raise UserError("sign_in_first")
    section = ws.plan(plan_id).section if plan_id is not None and actor.may(act) else None
    if not actor.may(act, plan_id, section):
        raise UserError("not_allowed", role=str(actor.role), act=str(act), person=actor.name or "")


def refuse_without_officer(work: "UnitOfWork") -> None:
    """Raises :class:`UserError` ``last_officer`` if there would be people and no active officer among them."""
    from perftrack.persistence import people_reading

    if not people_reading.has_officer(work.connection):
        raise UserError("last_officer")


def require_for_rows(ws: "Workspace", entries: "Iterable[Entry]") -> None:
    """As :func:`require`, for the journal rows a command is about to take back."""
    if any(entry.entity in _SET_UP for entry in entries):
        require(ws, Act.SET_UP)


def refuse_settled(work: "UnitOfWork", places: Iterable[tuple[str, int]]) -> None:
    """Raises :class:`UserError` ``quarter_locked``, ``quarter_submitted`` or ``quarter_approved``.

    ``places`` are (plan id, quarter) in which something is about to change.
    """
    from perftrack.persistence import people_reading

    for word, plan, quarter in people_reading.settled(work.connection, places):
        raise UserError(_WHY[word], plan=plan, quarter=quarter)


def refuse_settled_rows(work: "UnitOfWork", entries: "Iterable[Entry]") -> None:
    """As :func:`refuse_settled`, for the journal rows a command is about to take back."""
    from perftrack.persistence import people_reading

    keys = [entry.key.split("/") for entry in entries if entry.entity in _OF_A_QUARTER]
    plans = people_reading.plans_of_owners(work.connection, [key[0] for key in keys])
    refuse_settled(work, {(plans[key[0]], int(key[-1])) for key in keys if key[0] in plans})
