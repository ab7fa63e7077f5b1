"""Questions about evidence, answered with domain values. Plain SQL: asked with every step of the cursor."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from perftrack.domain.evidence import Evidence, Use
from perftrack.domain.periods import QUARTERS
from perftrack.domain.terms import EvidenceKind

_COLUMNS = "id, plan_id, indicator_id, quarter, number, kind, name, sha256, size, added, person, note"


@dataclass(frozen=True, slots=True)
class OwnerPlace:
    """Where evidence would belong: names, the year, and whether that is closed."""

    plan: str
    indicator: str
    year: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """One stored file and the evidence that names it first."""

    sha256: str
    size: int
    year: int
    plan: str
    number: int
    name: str


def of_plan(connection: Connection, plan_id: str) -> tuple[Evidence, ...]:
    """The evidence of a plan in the order of its numbers."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM evidence WHERE plan_id = ? ORDER BY number",  # noqa: S608 - our own column names
        (plan_id,),
    )
    return tuple(map(_evidence, rows))


def of_year(connection: Connection, year: int) -> dict[str, tuple[Evidence, ...]]:
    """The evidence of every plan of a year that has any, by plan id."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM evidence WHERE plan_id IN (SELECT id FROM plan WHERE year = ?)"  # noqa: S608 - as above
        " ORDER BY plan_id, number",
        (year,),
    )
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in rows:
        found[row[1]].append(_evidence(row))
    return {plan_id: tuple(of_one) for plan_id, of_one in found.items()}


def by_ids(connection: Connection, evidence_ids: Iterable[str]) -> dict[str, Evidence]:
    """Evidence by id; unknown ids are missing."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM evidence WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608 - as above
        (json.dumps(sorted(set(evidence_ids))),),
    )
    return {row[0]: _evidence(row) for row in rows}


def needs(
    connection: Connection, year: int | None = None, plan_id: str | None = None
) -> dict[str, frozenset[EvidenceKind]]:
    """The kinds indicators of a year, or of a plan, must have; those that need none are missing."""
    found: defaultdict[str, set[EvidenceKind]] = defaultdict(set)
    rows = connection.execute(
        "SELECT n.indicator_id, n.kind FROM evidence_need n JOIN indicator i ON i.id = n.indicator_id"
        " JOIN plan p ON p.id = i.plan_id WHERE p.year = coalesce(?1, p.year) AND p.id = coalesce(?2, p.id)",
        (year, plan_id),
    )
    for indicator_id, kind in rows:
        found[indicator_id].add(EvidenceKind(kind))
    return {indicator_id: frozenset(kinds) for indicator_id, kinds in found.items()}


def place(connection: Connection, plan_id: str, indicator_id: str | None) -> OwnerPlace | None:
    """Where evidence of a plan, or of an indicator of that plan, belongs; None if there is no such place."""
    row = connection.execute(
        "SELECT p.name, coalesce(i.name, ''), p.year, y.closed IS NOT NULL, i.id FROM plan p"
        " JOIN fiscal_year y ON y.year = p.year LEFT JOIN indicator i ON i.plan_id = p.id AND i.id = ?2"
        " WHERE p.id = ?1",
        (plan_id, indicator_id),
    ).fetchone()
    if row is None or row[4] != indicator_id:
        return None
    return OwnerPlace(row[0], row[1], row[2], bool(row[3]))


def highest_number(connection: Connection, plan_id: str) -> int:
    """The highest number evidence of a plan ever had, also what was removed; 0 for none."""
    found: int | None = connection.execute(
        "SELECT max(coalesce(after, before) ->> 'number') FROM journal"
        " WHERE entity = 'evidence' AND coalesce(after, before) ->> 'plan_id' = ?",
        (plan_id,),
    ).fetchone()[0]
    return int(found or 0)


def uses(connection: Connection, hashes: Iterable[str]) -> list[Use]:
    """Where files with these hashes are used in the office, the newest year first."""
    rows = connection.execute(
        "SELECT e.sha256, p.year, p.name, coalesce(i.name, ''), e.number FROM evidence e"
        " JOIN plan p ON p.id = e.plan_id LEFT JOIN indicator i ON i.id = e.indicator_id"
        " WHERE e.sha256 IN (SELECT value FROM json_each(?))"
        " ORDER BY p.year DESC, p.position, e.number",
        (json.dumps(sorted(set(hashes))),),
    )
    return [Use(*row) for row in rows]


def stored(connection: Connection) -> list[Stored]:
    """Every file that must be there, once each."""
    rows = connection.execute(
        "SELECT e.sha256, e.size, p.year, p.name, min(e.number), e.name FROM evidence e JOIN plan p ON p.id = e.plan_id"
        " GROUP BY e.sha256, e.size ORDER BY p.year, p.position, e.number"
    )
    return [Stored(*row) for row in rows]


def _evidence(row: Any) -> Evidence:
    key, plan_id, indicator_id, quarter, number, kind, *rest = row
    when = None if quarter is None else QUARTERS[quarter - 1]
    return Evidence(key, plan_id, indicator_id, when, number, EvidenceKind(kind), *rest)
