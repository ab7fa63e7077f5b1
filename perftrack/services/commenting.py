"""批注: remarks on a value or on a plan's quarter. They are said, not edited: who said what stays."""

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.reviews import Comment
from perftrack.errors import RefusedValue, UserError
from perftrack.services import guarding
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace

_TOPICS = frozenset({"comments"})


def comments(ws: Workspace, plan_id: str) -> tuple[Comment, ...]:
    """The remarks on a plan, oldest first."""
    from perftrack.persistence import review_reading

    with ws.reading() as connection:
        return review_reading.comments(connection, plan_id)


def comment(ws: Workspace, plan_id: str, quarter: Quarter, words: str, indicator_id: str | None = None) -> Changes:
    """Adds a remark, also while values are settled.

    Raises RefusedValue ``words_missing``; UserError ``indicator_gone`` and as every command.
    """
    from perftrack.persistence.unit_of_work import new_key

    if not words.strip():
        raise RefusedValue("words_missing", typed=words)
    guarding.require(ws, Act.COMMENT, plan_id)
    guarding.refuse_strange(ws.plan(plan_id), indicator_id)
    moment, person = ws.now().isoformat(timespec="seconds"), ws.actor.name or ""
    with ws.writing("comment") as work:
        row = (new_key(), plan_id, indicator_id, int(quarter), moment, person, words.strip())
        work.insert("comment", [row])
    return ws.took(work, _changes("comment", plan_id))


def remove_comment(ws: Workspace, comment_id: str) -> Changes:
    """Takes an own remark back; the journal keeps it. Raises UserError ``comment_of_another``, ``comment_gone`` …"""
    with ws.writing("remove_comment") as work:
        row = work.find("comment", [(comment_id,)]).get((comment_id,))
        plan_id = None if row is None else str(row.values[1])
        guarding.require(ws, Act.COMMENT, plan_id)
        if row is None or plan_id is None:
            raise UserError("comment_gone")
        if not ws.actor.everything and row.values[5] != (ws.actor.name or ""):
            raise UserError("comment_of_another", person=str(row.values[5]))
        work.delete("comment", [row])
    return ws.took(work, _changes("remove_comment", plan_id))


def _changes(command: str, plan_id: str) -> Changes:
    return Changes(command, plans=frozenset({plan_id}), topics=_TOPICS, label=(command, {}))
