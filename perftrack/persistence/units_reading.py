"""Questions about units and indicators broken down over them, answered with domain values. Plain SQL."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.terms import Across, Aggregation
from perftrack.domain.units import Breakdown, Unit, UnitValue


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator as far as its units need it: what its target is and where it belongs."""

    id: str
    plan_id: str
    year: int
    name: str
    level1: str
    level2: str
    target: str
    aggregation: Aggregation


def units(connection: Connection) -> tuple[Unit, ...]:
    """All units, by kind and in their order, those no longer active included."""
    rows = connection.execute("SELECT kind, name, active, id FROM unit ORDER BY kind, position, name")
    return tuple(Unit(kind, name, bool(active), key) for kind, name, active, key in rows)


def measured(connection: Connection, indicator_id: str) -> Measured | None:
    """One indicator, None for an unknown id."""
    row = connection.execute(
        "SELECT i.id, i.plan_id, p.year, i.name, i.level1, i.level2, i.target, i.aggregation"
        " FROM indicator i JOIN plan p ON p.id = i.plan_id WHERE i.id = ?",
        (indicator_id,),
    ).fetchone()
    if row is None:
        return None
    key, plan_id, year, name, level1, level2, target, aggregation = row
    return Measured(key, plan_id, year, name, level1, level2, target, Aggregation(aggregation))


def broken_down(connection: Connection, indicators: Iterable[str]) -> dict[str, str]:
    """The names of those of the indicators that are reported by units."""
    return dict(
        connection.execute(
            "SELECT b.indicator_id, i.name FROM breakdown b JOIN indicator i ON i.id = b.indicator_id"
            " WHERE b.indicator_id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(set(indicators))),),
        ).fetchall()
    )


def breakdowns(connection: Connection, indicators: Iterable[str]) -> dict[str, Breakdown]:
    """The breakdowns of those of the indicators that have one, with all that was reported."""
    wanted = (json.dumps(sorted(set(indicators))),)
    ask = connection.execute
    found = ask(
        "SELECT indicator_id, kind, across_units FROM breakdown WHERE indicator_id IN (SELECT value FROM json_each(?))",
        wanted,
    ).fetchall()
    if not found:
        return {}
    of_kind: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units(connection):
        of_kind[unit.kind].append(unit)
    targets: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for key, unit_id, target in ask(
        "SELECT indicator_id, unit_id, target FROM unit_target WHERE indicator_id IN (SELECT value FROM json_each(?))",
        wanted,
    ):
        targets[key][unit_id] = target
    values: defaultdict[str, defaultdict[Quarter, dict[str, UnitValue]]] = defaultdict(lambda: defaultdict(dict))
    for key, unit_id, quarter, value, note in ask(
        "SELECT indicator_id, unit_id, quarter, value, note FROM unit_actual"
        " WHERE indicator_id IN (SELECT value FROM json_each(?))",
        wanted,
    ):
        values[key][QUARTERS[quarter - 1]][unit_id] = UnitValue(value, note)
    return {
        key: Breakdown(kind, Across(across), tuple(of_kind[kind]), targets[key], dict(values[key]))
        for key, kind, across in found
    }
