"""不适用: an indicator or a project that falls away in its year, with the reason, and back again.

Acts of set-up, not of a quarter: what falls away in autumn does so although spring is approved, so settled quarters do
not hold them back. The journal keeps reason and person; a closed year refuses.
"""

from perftrack.domain.access import Act
from perftrack.domain.terms import PlanKind
from perftrack.errors import RefusedValue, UserError
from perftrack.services import guarding
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace


def exclude_indicator(ws: Workspace, indicator_id: str, reason: str) -> Changes:
    """Takes an indicator out of the card. Raises RefusedValue ``reason_missing``; UserError ``indicator_gone``,
    ``year_closed``, those of :mod:`perftrack.services.guarding` and what a unit of work raises."""
    return _put_indicator(ws, "exclude_indicator", indicator_id, _given(reason))


def include_indicator(ws: Workspace, indicator_id: str) -> Changes:
    """Takes an indicator back into the card. Raises as :func:`exclude_indicator`."""
    return _put_indicator(ws, "include_indicator", indicator_id, None)


def drop_plan(ws: Workspace, plan_id: str, reason: str) -> Changes:
    """Says that a project fell away: nobody waits for it and no total counts it; its sheets say 不适用.

    Raises RefusedValue ``reason_missing``; UserError ``plan_gone``, ``department_not_dropped``, ``year_closed``,
    those of :mod:`perftrack.services.guarding` and what a unit of work raises.
    """
    return _put_plan(ws, "drop_plan", plan_id, _given(reason))


def restore_plan(ws: Workspace, plan_id: str) -> Changes:
    """Says that a project is carried out after all. Raises as :func:`drop_plan`."""
    return _put_plan(ws, "restore_plan", plan_id, None)


def _given(reason: str) -> str:
    if not reason.strip():
        raise RefusedValue("reason_missing")
    return reason.strip()


def _put_indicator(ws: Workspace, command: str, indicator_id: str, reason: str | None) -> Changes:
    from perftrack.persistence import cells, repositories

    with ws.writing(command, reason=reason) as work:
        place = repositories.locate_indicators(work.connection, [indicator_id]).get(indicator_id)
        if place is None:
            raise UserError("indicator_gone")
        guarding.require(ws, Act.SET_UP, place.plan_id)
        ws.refuse_closed(work, {place.year})
        cells.put(work, [cells.excluded(indicator_id, reason)])
    return ws.took(
        work,
        Changes(
            command, years=frozenset({place.year}), plans=frozenset({place.plan_id}),
            indicators=frozenset({indicator_id}), label=(command, {"indicator": place.name}),
        ),
    )  # fmt: skip


def _put_plan(ws: Workspace, command: str, plan_id: str, reason: str | None) -> Changes:
    from perftrack.persistence import cells

    plan = ws.plan(plan_id)
    guarding.require(ws, Act.SET_UP, plan_id)
    if plan.kind is PlanKind.DEPARTMENT:
        raise UserError("department_not_dropped")
    with ws.writing(command, reason=reason) as work:
        ws.refuse_closed(work, {plan.year})
        cells.put(work, [cells.dropped(plan_id, reason)])
    return ws.took(
        work,
        Changes(
            command, years=frozenset({plan.year}), plans=frozenset({plan_id}), structure=True,
            label=(command, {"plan": plan.name}),
        ),
    )  # fmt: skip
