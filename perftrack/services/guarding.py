"""The gate before every command: may this person do it, and may these values still change?"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from perftrack.domain.access import Act
from perftrack.errors import UserError

if TYPE_CHECKING:
    from perftrack.domain.plans import Plan
    from perftrack.persistence.journal import Entry
    from perftrack.persistence.unit_of_work import UnitOfWork
    from perftrack.services.workspace import Workspace

#: Tables whose rows belong to a quarter of a plan, by themselves or through their indicator or fund.
_OF_A_QUARTER = frozenset({"actual", "deviation", "executed", "survey", "unit_actual", "finding_answer", "evidence"})
#: Tables of what is entered; taking a change of theirs back is entering, too.
_ENTERED = _OF_A_QUARTER | {"fund", "revision_reason"}
#: Tables of the set-up; taking a change of theirs back is setting up, too.
_SET_UP = frozenset(
    {
        "person", "plan_person", "setting", "due_date", "section", "rule_pack", "fiscal_year", "plan",
        "plan_dropped", "indicator", "milestone", "rubric", "unit", "breakdown", "unit_target", "evidence_need",
    }
)  # fmt: skip
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


def require_all(ws: "Workspace", act: Act, plan_ids: Iterable[str]) -> None:
    """As :func:`require`, on every one of the plans; without any, whether the role ever may."""
    require(ws, act)
    for plan_id in plan_ids:
        require(ws, act, plan_id)


def require_for_rows(ws: "Workspace", work: "UnitOfWork", entries: "Sequence[Entry]") -> None:
    """As :func:`require`, for the journal rows a command is about to take back: the own role may be another now."""
    if any(entry.entity in _SET_UP for entry in entries):
        require(ws, Act.SET_UP)
    for plan_id in {plan_id for _, plan_id in _rows_of_plans(work, entries, _ENTERED)}:
        require(ws, Act.ENTER, plan_id)


def refuse_strange(plan: "Plan", indicator_id: str | None) -> None:
    """Raises :class:`UserError` ``indicator_gone`` unless the indicator, if one is named, is the plan's own."""
    if indicator_id is not None and all(item.id != indicator_id for item in plan.indicators):
        raise UserError("indicator_gone")


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


def refuse_settled_rows(work: "UnitOfWork", entries: "Sequence[Entry]") -> None:
    """As :func:`refuse_settled`, for the journal rows a command is about to take back."""
    found = _rows_of_plans(work, entries, _OF_A_QUARTER)
    refuse_settled(work, {(plan_id, int(row["quarter"])) for row, plan_id in found if row["quarter"] is not None})


def _rows_of_plans(
    work: "UnitOfWork", entries: "Sequence[Entry]", entities: frozenset[str]
) -> list[tuple[Mapping[str, Any], str]]:
    """The rows of those tables, each with its plan; rows whose plan is not there are left out."""
    from perftrack.persistence import people_reading

    rows = [json.loads(each.after or each.before or "{}") for each in entries if each.entity in entities]
    owners = {_owner(row) for row in rows if "plan_id" not in row}
    plans = people_reading.plans_of_owners(work.connection, owners) if owners else {}
    found = [(row, row.get("plan_id") or plans.get(_owner(row), "")) for row in rows]
    return [(row, str(plan_id)) for row, plan_id in found if plan_id]


def _owner(row: Mapping[str, Any]) -> str:
    return str(row.get("indicator_id") or row.get("fund_id"))
