"""The gate before every command: may this person do it, and may these values still change?"""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from perftrack.domain.access import Act
from perftrack.errors import UserError

if TYPE_CHECKING:
    from perftrack.persistence.journal import Entry
    from perftrack.persistence.unit_of_work import UnitOfWork
    from perftrack.services.workspace import Workspace

#: Tables whose rows belong to a quarter of a plan, by themselves or through their indicator or fund.
_OF_A_QUARTER = frozenset({"actual", "deviation", "executed", "survey", "unit_actual", "finding_answer", "evidence"})
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


def refuse_settled(work: "UnitOfWork", places: Iterable[tuple[str, int]]) -> None:
    """Raises :class:`UserError` ``quarter_locked``, ``quarter_submitted`` or ``quarter_approved``.

    ``places`` are (plan id, quarter) in which something is about to change.
    """
    refuse_places(work.connection, places)


def refuse_places(connection: Any, places: Iterable[tuple[str, int]]) -> None:
    """As :func:`refuse_settled`, also outside a command: before work that would be in vain."""
    from perftrack.persistence import people_reading

    for word, plan, quarter in people_reading.settled(connection, places):
        raise UserError(_WHY[word], plan=plan, quarter=quarter)


def refuse_settled_rows(work: "UnitOfWork", entries: "Iterable[Entry]") -> None:
    """As :func:`refuse_settled`, for the journal rows a command is about to take back."""
    from perftrack.persistence import people_reading

    rows = [json.loads(each.after or each.before or "{}") for each in entries if each.entity in _OF_A_QUARTER]
    rows = [row for row in rows if row["quarter"] is not None]
    owners = {_owner(row) for row in rows if "plan_id" not in row}
    plans = people_reading.plans_of_owners(work.connection, owners) if owners else {}
    places = {(row.get("plan_id") or plans.get(_owner(row), ""), int(row["quarter"])) for row in rows}
    refuse_settled(work, places)


def _owner(row: Mapping[str, Any]) -> str:
    return str(row.get("indicator_id") or row.get("fund_id"))
