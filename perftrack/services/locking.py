"""锁定 解锁: a quarter of a year closed for reporting, by the performance officer, each with a reason."""

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.terms import ReviewState
from perftrack.errors import RefusedValue, UserError
from perftrack.services import guarding, reviewing
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace


def obstacles(ws: Workspace, year: int, quarter: Quarter) -> tuple[Plan, ...]:
    """The plans that are not approved yet and keep the quarter from being locked; plans that fell away aside."""
    reviews = ws.reviews(year)
    return tuple(
        plan
        for plan in ws.plans(year)
        if plan.dropped is None and reviewing.state_of(reviews, (plan.id, quarter)) is not ReviewState.APPROVED
    )


def lock(ws: Workspace, year: int, quarter: Quarter, reason: str) -> Changes:
    """Locks a quarter; nothing in it can be reported, submitted or returned any more.

    Raises RefusedValue ``reason_missing``; UserError ``lock_not_yet``, ``lock_already`` and as every command.
    """
    words = _reason(reason)
    guarding.require(ws, Act.LOCK)
    if quarter in ws.locks(year):
        raise UserError("lock_already", year=year, quarter=int(quarter))
    if waiting := obstacles(ws, year, quarter):
        raise UserError("lock_not_yet", year=year, quarter=int(quarter), count=len(waiting), plan=waiting[0].name)
    return _put(ws, "lock_quarter", year, quarter, words, locked=True)


def unlock(ws: Workspace, year: int, quarter: Quarter, reason: str) -> Changes:
    """Opens a locked quarter again; what was approved stays approved until it is returned.

    Raises RefusedValue ``reason_missing``; UserError ``lock_missing`` and as every command.
    """
    words = _reason(reason)
    guarding.require(ws, Act.LOCK)
    if quarter not in ws.locks(year):
        raise UserError("lock_missing", year=year, quarter=int(quarter))
    return _put(ws, "unlock_quarter", year, quarter, words, locked=False)


def _reason(reason: str) -> str:
    if not reason.strip():
        raise RefusedValue("reason_missing", typed=reason)
    return reason.strip()


def _put(ws: Workspace, command: str, year: int, quarter: Quarter, reason: str, *, locked: bool) -> Changes:
    from perftrack.persistence import cells

    key = (year, int(quarter))
    with ws.writing(command, reason=reason) as work:
        ws.refuse_closed(work, [year])
        cells.put(work, [cells.whole("quarter_lock", key, (*key, reason) if locked else None)])
    label = (command, {"year": year, "quarter": int(quarter)})
    changes = Changes(command, years=frozenset({year}), topics=frozenset({"review"}), label=label)
    return ws.took(work, changes, remember=False)
