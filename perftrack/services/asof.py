"""截至某日: the file as it stood at the end of any day, from the journal, for reading.

What is given is a workspace like the live one, so cards, findings, packs and packages are asked of it in the same way;
every command on it is refused. The rule packs of the office are those of that day; the shipped ones are the program's.
"""

from datetime import date, datetime, time

from perftrack.errors import UserError
from perftrack.services.workspace import Workspace


def days(ws: Workspace) -> dict[date, int]:
    """How many commands were stored on each day on which any were, ascending, by the calendar where they were."""
    from perftrack.persistence import asof

    with ws.reading() as connection:
        return {date.fromisoformat(day): count for day, count in asof.days(connection).items()}


def as_of(ws: Workspace, day: date) -> Workspace:
    """The file at the end of ``day``; close it when it is no longer shown. A day to come is as today.

    Raises :class:`UserError` ``past_too_early`` (the file was not there yet), ``past_unreadable``, and as any read.
    """
    from perftrack.persistence import asof

    with ws.reading() as connection:
        seq = asof.seq_at_end_of(connection, day.isoformat())
        if not seq:
            raise UserError("past_too_early", day=day.isoformat(), first=next(iter(asof.days(connection)), ""))
    end = datetime.combine(day, time.max, ws.now().tzinfo)
    return ws.past(seq, lambda: end)


def as_of_entry(ws: Workspace, seq: int) -> Workspace:
    """The file right after the command that wrote journal row ``seq``: nobody ever saw half a command.

    Raises as :func:`as_of`.
    """
    from perftrack.persistence import asof

    with ws.reading() as connection:
        last, moment = asof.end_of_command(connection, seq)
        if seq < 1 or not last:
            raise UserError("past_too_early", day=str(seq), first="1")
    stored = datetime.fromisoformat(moment)
    return ws.past(last, lambda: stored)
