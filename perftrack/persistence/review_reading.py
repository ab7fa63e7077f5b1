"""Questions about what was submitted, said and asked for in the review, answered with domain values. Plain SQL."""

import json
from datetime import date
from decimal import Decimal
from sqlite3 import Connection
from typing import Any

from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Actual, Deviation
from perftrack.domain.reviews import Comment, Correction, ReviewEvent
from perftrack.domain.submissions import Content
from perftrack.domain.terms import ActionState, Grade, ReviewAct

_EVENTS = (
    "SELECT plan_id, quarter, number, act, time, person, reason, content FROM review_event"
    " WHERE plan_id = ? AND quarter = ? ORDER BY number"
)
_LATEST = (
    "SELECT plan_id, quarter, number, act, time, person, reason FROM review_event"
    " WHERE quarter = ? AND plan_id IN (SELECT id FROM plan WHERE year = ?) ORDER BY number"
)
_SUBMITTERS = (
    "SELECT plan_id, person FROM review_event WHERE quarter = ? AND act = 'submit'"
    " AND plan_id IN (SELECT id FROM plan WHERE year = ?) ORDER BY number"
)
_COMMENTS = (
    "SELECT id, plan_id, indicator_id, quarter, time, person, words FROM comment WHERE plan_id = ? ORDER BY time, id"
)
_CORRECTIONS = (
    "SELECT id, plan_id, indicator_id, quarter, words, owner, due, state, outcome, raised_by, raised, closed"
    " FROM corrective_action WHERE plan_id IN (SELECT id FROM plan WHERE year = ?) ORDER BY raised, id"
)


def events(connection: Connection, plan_id: str, quarter: int) -> tuple[ReviewEvent, ...]:
    """The acts of one plan's quarter, oldest first."""
    return tuple(map(_event, connection.execute(_EVENTS, (plan_id, quarter))))


def latest_events(connection: Connection, year: int, quarter: int) -> dict[str, ReviewEvent]:
    """The newest act of each plan in a quarter of a year, by plan id."""
    return {row[0]: _event(row) for row in connection.execute(_LATEST, (quarter, year))}


def submitters(connection: Connection, year: int, quarter: int) -> dict[str, str]:
    """Who submitted each plan of a year last for a quarter, by plan id."""
    rows = connection.execute(_SUBMITTERS, (quarter, year))
    return {str(plan_id): str(person) for plan_id, person in rows}


def submitted(connection: Connection, plan_id: str, quarter: int) -> list[tuple[ReviewEvent, Content]]:
    """What was submitted for one plan's quarter, each time, oldest first."""
    rows = connection.execute(_EVENTS, (plan_id, quarter))
    return [(_event(row), content_of_text(row[7])) for row in rows if row[3] == str(ReviewAct.SUBMIT)]


def evidence_counts(connection: Connection, plan_id: str, quarter: int) -> dict[str, int]:
    """Files per indicator that belong to the quarter or to the indicator as a whole."""
    rows = connection.execute(
        "SELECT indicator_id, count(*) FROM evidence WHERE plan_id = ? AND indicator_id IS NOT NULL"
        " AND (quarter IS NULL OR quarter = ?) GROUP BY indicator_id",
        (plan_id, quarter),
    )
    return {str(key): int(count) for key, count in rows}


def answers(connection: Connection, plan_id: str, quarter: int) -> dict[tuple[str, str], str]:
    """The sentences given for warnings, by code and id of indicator or fund ("" for the plan)."""
    rows = connection.execute(
        "SELECT code, subject_id, sentence FROM finding_answer WHERE plan_id = ? AND quarter = ?", (plan_id, quarter)
    )
    return {(code, subject): sentence for code, subject, sentence in rows}


def comments(connection: Connection, plan_id: str) -> tuple[Comment, ...]:
    """The remarks on a plan, oldest first."""
    return tuple(
        Comment(key, plan, indicator_id, QUARTERS[quarter - 1], time, person, words)
        for key, plan, indicator_id, quarter, time, person, words in connection.execute(_COMMENTS, (plan_id,))
    )


def marks(connection: Connection, plan_id: str, quarter: int, submission: int, person: str) -> frozenset[str]:
    """The lines of a submission a reviewer has marked as read, by id of indicator or fund."""
    rows = connection.execute(
        "SELECT subject_id FROM reading_mark WHERE plan_id = ? AND quarter = ? AND submission = ? AND person = ?",
        (plan_id, quarter, submission, person),
    )
    return frozenset(str(row[0]) for row in rows)


def corrections(connection: Connection, year: int) -> tuple[Correction, ...]:
    """The corrective actions of a year, the oldest first."""
    return tuple(map(_correction, connection.execute(_CORRECTIONS, (year,))))


def content_text(content: Content) -> str:
    """A submission's content as the file keeps it: canonical JSON, numbers as their digits."""
    value = {
        "actuals": {
            key: {
                "value": each.value,
                "grade": None if each.grade is None else str(each.grade),
                "share": None if each.share is None else str(each.share),
                "note": each.note,
            }
            for key, each in content.actuals.items()
        },
        "deviations": {key: {"cause": each.cause, "remedy": each.remedy} for key, each in content.deviations.items()},
        "executed": {key: str(amount) for key, amount in content.executed.items()},
        "revised": {key: str(amount) for key, amount in content.revised.items()},
        "evidence": dict(content.evidence),
    }
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_of_text(text: str) -> Content:
    """The content a stored text means."""
    value = json.loads(text)
    return Content(
        {
            key: Actual(
                each["value"],
                None if each["grade"] is None else Grade(each["grade"]),
                None if each["share"] is None else Decimal(each["share"]),
                each["note"],
            )
            for key, each in value["actuals"].items()
        },
        {key: Deviation(each["cause"], each["remedy"]) for key, each in value["deviations"].items()},
        {key: Decimal(amount) for key, amount in value["executed"].items()},
        {key: Decimal(amount) for key, amount in value["revised"].items()},
        value["evidence"],
    )


def _event(row: Any) -> ReviewEvent:
    plan_id, quarter, number, act, time, person, reason = row[:7]
    return ReviewEvent(plan_id, QUARTERS[quarter - 1], number, ReviewAct(act), time, person, reason)


def _correction(row: Any) -> Correction:
    key, plan_id, indicator_id, quarter, words, owner, due, state, outcome, raised_by, raised, closed = row
    return Correction(
        key, plan_id, indicator_id, Quarter(quarter), words, owner, None if due is None else date.fromisoformat(due),
        ActionState(state), outcome, raised_by, raised, closed,
    )  # fmt: skip
