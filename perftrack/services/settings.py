"""What an office decides once: how many levels of approval there are, until when each quarter is due."""

from collections.abc import Mapping
from datetime import date

from perftrack.domain import spelling
from perftrack.domain.access import Act
from perftrack.domain.duedates import DueDate, read_day
from perftrack.domain.periods import Quarter
from perftrack.domain.terms import PlanKind
from perftrack.errors import RefusedValue
from perftrack.services import guarding
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace

_LEVELS = "approval_levels"
_SETTINGS = frozenset({"settings"})


def approval_levels(ws: Workspace) -> int:
    """How many approvals a plan's quarter needs: 1 (head) or 2 (head, then performance officer)."""
    return 2 if ws.settings().get(_LEVELS) == "2" else 1


def set_approval_levels(ws: Workspace, levels: int) -> Changes:
    """Stores the number of approvals. Raises RefusedValue ``levels_unknown``; UserError as every command."""
    if levels not in (1, 2):
        raise RefusedValue("levels_unknown", typed=str(levels))
    from perftrack.persistence import cells

    guarding.require(ws, Act.SET_UP)
    with ws.writing("set_approval_levels") as work:
        cells.put(work, [cells.whole("setting", (_LEVELS,), (_LEVELS, str(levels)))])
    return ws.took(
        work, Changes("set_approval_levels", topics=_SETTINGS, label=("set_approval_levels", {"levels": levels}))
    )


def due_dates(ws: Workspace, year: int) -> Mapping[tuple[Quarter, PlanKind], DueDate]:
    """The due dates of a year; a quarter without one is never late."""
    from perftrack.persistence import people_reading

    with ws.reading() as connection:
        return people_reading.due_dates(connection, year)


def set_due_date(ws: Workspace, year: int, quarter: int, kind: PlanKind, due: DueDate | None) -> Changes:
    """Stores until when plans of ``kind`` submit a quarter; None: not limited.

    Raises RefusedValue ``quarter_unknown``, ``grace_negative``; UserError as every command.
    """
    if quarter not in (1, 2, 3, 4):
        raise RefusedValue("quarter_unknown", typed=str(quarter))
    if due is not None and due.grace < 0:
        raise RefusedValue("grace_negative", typed=str(due.grace))
    from perftrack.persistence import cells

    guarding.require(ws, Act.SET_UP)
    values = None if due is None else (year, int(quarter), str(kind), due.day.isoformat(), due.grace)
    with ws.writing("set_due_date") as work:
        cells.put(work, [cells.whole("due_date", (year, int(quarter), str(kind)), values)])
    label = ("set_due_date", {"year": year, "quarter": int(quarter)})
    return ws.took(work, Changes("set_due_date", topics=_SETTINGS, label=label))


def due_from_text(day: str, grace: str, year: int, quarter: int) -> DueDate | None:
    """The due date that ``day`` and ``grace`` (days, nothing is 0) mean; None where there is no day.

    Raises RefusedValue ``not_a_day``, ``not_days``.
    """
    typed, days = spelling.level(day).strip(), spelling.level(grace).strip()
    if days and not (days.isascii() and days.isdigit() and len(days) <= 3):
        raise RefusedValue("not_days", typed=grace.strip())
    if not typed:
        return None
    try:
        return DueDate(read_day(typed, year, quarter), int(days or 0))
    except ValueError:
        raise RefusedValue("not_a_day", typed=day.strip()) from None


def day_of_today(ws: Workspace) -> date:
    """Today by the workspace's clock."""
    return ws.now().date()
