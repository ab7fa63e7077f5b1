"""Questions about people and the state of the review, answered with domain values. Plain SQL: cheap at start-up."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from sqlite3 import Connection

from perftrack.domain.duedates import DueDate
from perftrack.domain.people import Person
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.reviews import Review
from perftrack.domain.terms import PlanKind, ReviewState, Role

_PEOPLE = "SELECT id, name, role, section, os_user, password IS NOT NULL, active FROM person ORDER BY position, name"


def people(connection: Connection) -> tuple[Person, ...]:
    """Everybody, in order, those no longer active included."""
    own: defaultdict[str, set[str]] = defaultdict(set)
    for plan_id, person_id in connection.execute("SELECT plan_id, person_id FROM plan_person"):
        own[person_id].add(plan_id)
    return tuple(
        Person(name, Role(role), section, os_user, bool(secret), bool(active), frozenset(own[key]), key)
        for key, name, role, section, os_user, secret, active in connection.execute(_PEOPLE)
    )


def secret(connection: Connection, person_id: str) -> str | None:
    """The hash of a person's password; for the check of a password only."""
    row = connection.execute("SELECT password FROM person WHERE id = ?", (person_id,)).fetchone()
    return None if row is None or row[0] is None else str(row[0])


def has_officer(connection: Connection) -> bool:
    """Whether somebody can set the file up: an active officer, or there are no active people at all."""
    found: int = connection.execute(
        "SELECT count(*) = 0 OR coalesce(sum(role = 'officer'), 0) > 0 FROM person WHERE active = 1"
    ).fetchone()[0]
    return bool(found)


def sections(connection: Connection) -> list[str]:
    """The sections that plans name, in the order of the plans."""
    rows = connection.execute(
        "SELECT section FROM plan WHERE section <> '' GROUP BY section ORDER BY min(year), min(rowid)"
    )
    return [str(section) for (section,) in rows]


def unknown_plans(connection: Connection, plan_ids: Iterable[str]) -> set[str]:
    """Those of the ids that no plan has."""
    wanted = set(plan_ids)
    rows = connection.execute(
        "SELECT id FROM plan WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(wanted)),)
    )
    return wanted - {str(plan_id) for (plan_id,) in rows}


def has_people(connection: Connection) -> bool:
    """Whether the file is divided among people at all."""
    found: int = connection.execute("SELECT EXISTS (SELECT 1 FROM person WHERE active = 1)").fetchone()[0]
    return bool(found)


def settings(connection: Connection) -> dict[str, str]:
    """What the office decided, by name."""
    return dict(connection.execute("SELECT name, value FROM setting").fetchall())


def reviews(connection: Connection, year: int) -> dict[tuple[str, Quarter], Review]:
    """The reviews of a year that are not drafts from the start, by plan and quarter."""
    rows = connection.execute(
        "SELECT r.plan_id, r.quarter, r.state, r.level, r.submission FROM review r"
        " JOIN plan p ON p.id = r.plan_id WHERE p.year = ?",
        (year,),
    )
    return {
        (plan_id, QUARTERS[quarter - 1]): Review(ReviewState(state), level, submission)
        for plan_id, quarter, state, level, submission in rows
    }


def review_of(connection: Connection, plan_id: str, quarter: int) -> Review:
    """How far one plan's quarter has come."""
    row = connection.execute(
        "SELECT state, level, submission FROM review WHERE plan_id = ? AND quarter = ?", (plan_id, quarter)
    ).fetchone()
    return Review() if row is None else Review(ReviewState(row[0]), row[1], row[2])


def locks(connection: Connection, year: int) -> dict[Quarter, str]:
    """The locked quarters of a year with the reasons given."""
    rows = connection.execute("SELECT quarter, reason FROM quarter_lock WHERE year = ?", (year,))
    return {QUARTERS[quarter - 1]: reason for quarter, reason in rows}


def settled(connection: Connection, places: Iterable[tuple[str, int]]) -> list[tuple[str, str, int]]:
    """Those of the (plan id, quarter) in which nothing may change: (``locked`` or the state, plan name, quarter)."""
    wanted = json.dumps(sorted(set(places)))
    return [
        (str(word), str(name), int(quarter))
        for word, name, quarter in connection.execute(
            "WITH wanted AS (SELECT value ->> 0 AS plan_id, value ->> 1 AS quarter FROM json_each(?))"
            " SELECT coalesce(CASE WHEN l.year IS NULL THEN NULL ELSE 'locked' END, r.state), p.name, w.quarter"
            " FROM wanted w JOIN plan p ON p.id = w.plan_id"
            " LEFT JOIN review r ON r.plan_id = w.plan_id AND r.quarter = w.quarter"
            " LEFT JOIN quarter_lock l ON l.year = p.year AND l.quarter = w.quarter"
            " WHERE l.year IS NOT NULL OR r.state IN ('submitted', 'approved')",
            (wanted,),
        )
    ]


def plans_of_owners(connection: Connection, owners: Iterable[str]) -> dict[str, str]:
    """The plan of each indicator or fund id; unknown ids are missing."""
    return dict(
        connection.execute(
            "SELECT id, plan_id FROM indicator WHERE id IN (SELECT value FROM json_each(?1))"
            " UNION ALL SELECT id, plan_id FROM fund WHERE id IN (SELECT value FROM json_each(?1))",
            (json.dumps(sorted(set(owners))),),
        ).fetchall()
    )


def due_dates(connection: Connection, year: int) -> dict[tuple[Quarter, PlanKind], DueDate]:
    """Until when each quarter of a year is due, by quarter and kind of plan."""
    rows = connection.execute("SELECT quarter, kind, due, grace FROM due_date WHERE year = ?", (year,))
    return {
        (QUARTERS[quarter - 1], PlanKind(kind)): DueDate(date.fromisoformat(due), grace)
        for quarter, kind, due, grace in rows
    }
