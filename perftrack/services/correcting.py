"""整改: what a head asks to be put right, with owner and day; reported as done, then closed by who asked."""

from dataclasses import replace
from datetime import date

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.reviews import Correction
from perftrack.domain.terms import ActionState
from perftrack.errors import RefusedValue, UserError
from perftrack.services import guarding
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace

_TOPICS = frozenset({"actions"})


def corrections(ws: Workspace, year: int) -> tuple[Correction, ...]:
    """The corrective actions of a year, the oldest first."""
    from perftrack.persistence import review_reading

    with ws.reading() as connection:
        return review_reading.corrections(connection, year)


def ask(
    ws: Workspace, plan_id: str, quarter: Quarter, words: str, *, owner: str, due: date | None,
    indicator_id: str | None = None,
) -> Changes:  # fmt: skip
    """Asks for something to be put right.

    Raises RefusedValue ``words_missing``; UserError ``indicator_gone`` and as every command.
    """
    from perftrack.persistence.unit_of_work import new_key

    if not words.strip():
        raise RefusedValue("words_missing", typed=words)
    guarding.require(ws, Act.CORRECT, plan_id)
    plan = ws.plan(plan_id)
    guarding.refuse_strange(plan, indicator_id)
    moment = ws.now().isoformat(timespec="seconds")
    correction = Correction(
        new_key(), plan_id, indicator_id, quarter, words.strip(), owner.strip(), due, ActionState.OPEN, "",
        ws.actor.name or "", moment, None,
    )  # fmt: skip
    with ws.writing("ask_correction") as work:
        ws.refuse_closed(work, [plan.year])
        work.insert("corrective_action", [_values(correction)])
    return ws.took(work, _changes("ask_correction", plan_id))


def mend(ws: Workspace, correction: Correction, outcome: str) -> Changes:
    """Says that it is done and how. Raises RefusedValue ``words_missing``; UserError ``correction_not_now`` …"""
    if not outcome.strip():
        raise RefusedValue("words_missing", typed=outcome)
    return _move(ws, "mend_correction", Act.MEND, correction.id, ActionState.OPEN, ActionState.DONE, outcome.strip())


def close(ws: Workspace, correction: Correction) -> Changes:
    """Accepts what was done. Raises UserError ``correction_not_now`` and as every command."""
    return _move(ws, "close_correction", Act.CORRECT, correction.id, ActionState.DONE, ActionState.CLOSED)


def reopen(ws: Workspace, correction: Correction) -> Changes:
    """Does not accept what was done, or takes it up again. Raises UserError ``correction_not_now`` …"""
    return _move(ws, "reopen_correction", Act.CORRECT, correction.id, correction.state, ActionState.OPEN)


def _move(
    ws: Workspace, command: str, act: Act, correction_id: str, wanted: ActionState, after: ActionState,
    outcome: str | None = None,
) -> Changes:  # fmt: skip
    """One step of a stored action, of which only the state and, if given, the outcome change.

    Whose it is says the stored row, not the caller.
    """
    from perftrack.persistence import review_reading

    with ws.writing(command) as work:
        row = work.find("corrective_action", [(correction_id,)]).get((correction_id,))
        stored = None if row is None else review_reading.correction_of(row.values)
        guarding.require(ws, act, None if stored is None else stored.plan_id)
        if row is None or stored is None or stored.state is not wanted or wanted is after:
            raise UserError("correction_not_now")
        closed = ws.now().isoformat(timespec="seconds") if after is ActionState.CLOSED else None
        moved = replace(stored, state=after, closed=closed, outcome=stored.outcome if outcome is None else outcome)
        work.update("corrective_action", [(row, _values(moved))])
    return ws.took(work, _changes(command, stored.plan_id))


def _values(each: Correction) -> tuple[str | int | None, ...]:
    return (
        each.id, each.plan_id, each.indicator_id, int(each.quarter), each.words, each.owner,
        None if each.due is None else each.due.isoformat(), str(each.state), each.outcome, each.raised_by, each.raised,
        each.closed,
    )  # fmt: skip


def _changes(command: str, plan_id: str) -> Changes:
    return Changes(command, plans=frozenset({plan_id}), topics=_TOPICS, label=(command, {}))
