"""Questions about written criteria, surveys and plans that fell away, answered with domain values. Plain SQL."""

import json
from collections import defaultdict
from collections.abc import Iterable
from sqlite3 import Connection
from typing import Any

from perftrack.domain.surveys import Survey
from perftrack.domain.terms import Grade


def rubrics_of_year(connection: Connection, year: int) -> dict[str, dict[Grade, str]]:
    """The written criteria of a year's indicators, by indicator id; those without are missing."""
    rows = connection.execute(
        "SELECT r.indicator_id, r.grade, r.criteria FROM rubric r JOIN indicator i ON i.id = r.indicator_id"
        " JOIN plan p ON p.id = i.plan_id WHERE p.year = ?",
        (year,),
    )
    return _rubrics(rows)


def rubrics_of_plan(connection: Connection, plan_id: str) -> dict[str, dict[Grade, str]]:
    """The written criteria of one plan's indicators, by indicator id."""
    rows = connection.execute(
        "SELECT r.indicator_id, r.grade, r.criteria FROM rubric r JOIN indicator i ON i.id = r.indicator_id"
        " WHERE i.plan_id = ?",
        (plan_id,),
    )
    return _rubrics(rows)


def _rubrics(rows: Iterable[Any]) -> dict[str, dict[Grade, str]]:
    found: defaultdict[str, dict[Grade, str]] = defaultdict(dict)
    for indicator_id, grade, criteria in rows:
        found[indicator_id][Grade(grade)] = criteria
    return {key: {grade: given[grade] for grade in Grade if grade in given} for key, given in found.items()}


def survey_of(connection: Connection, indicator_id: str, quarter: int) -> Survey | None:
    """The survey recorded for one value."""
    row = connection.execute(
        "SELECT issued, valid, satisfied, method, taken FROM survey WHERE indicator_id = ? AND quarter = ?",
        (indicator_id, quarter),
    ).fetchone()
    return None if row is None else Survey(*row)


def dropped(connection: Connection, plan_ids: Iterable[str]) -> dict[str, str]:
    """Why plans fell away, of those among ``plan_ids`` that did."""
    return dict(
        connection.execute(
            "SELECT plan_id, reason FROM plan_dropped WHERE plan_id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(set(plan_ids))),),
        ).fetchall()
    )
