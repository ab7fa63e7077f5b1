"""Questions to the file, answered with domain values, in a fixed small number of SELECTs.

How a module like this one is written: it asks the standard library's sqlite3, because importing SQLAlchemy and the
tables takes longer than showing a window, and a window that only shows must not wait for them. So every statement is
a constant text; values come as ``?``, lists as ``IN (SELECT value FROM json_each(?))`` with
:func:`~perftrack.persistence.stored.listed`; a function takes the connection of ``Database.reading()`` or of a unit
of work (``work.connection``), runs its statement and gives frozen domain values (rows of many columns through
:mod:`perftrack.persistence.mapping`, where text becomes Decimal and words become terms). Nothing here writes, begins
or commits, and nothing here imports ``tables``, ``shapes`` or SQLAlchemy.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from perftrack.domain.plans import Department, Plan
from perftrack.persistence.collector import collector_paused
from perftrack.persistence.mapping import PlanRows, plans_of
from perftrack.persistence.stored import listed


def meta(connection: Connection) -> dict[str, str]:
    """What the file says about itself: ``file_id``, ``is_sample``, ``made_by``."""
    return dict(connection.execute("SELECT name, value FROM meta"))


def department(connection: Connection) -> Department:
    """The office the file belongs to, with its sections in order."""
    (name,) = connection.execute("SELECT name FROM department").fetchone()
    sections = connection.execute("SELECT name FROM section ORDER BY position")
    return Department(name, tuple(section for (section,) in sections))


def years(connection: Connection) -> tuple[int, ...]:
    """Fiscal years in the file, ascending."""
    return tuple(year for (year,) in connection.execute("SELECT year FROM fiscal_year ORDER BY year"))


def pins(connection: Connection) -> dict[int, str]:
    """The rule pack each year pins, of those that pin one."""
    return dict(connection.execute("SELECT year, pack FROM fiscal_year WHERE pack IS NOT NULL"))


def closed_years(connection: Connection) -> frozenset[int]:
    """Years that are closed: nothing in them may change."""
    rows = connection.execute("SELECT year FROM fiscal_year WHERE closed IS NOT NULL")
    return frozenset(year for (year,) in rows)


def own_packs(connection: Connection) -> list[str]:
    """The office's own rule packs as JSON text, in order of id, older versions first as they were added."""
    return [content for (content,) in connection.execute("SELECT content FROM rule_pack ORDER BY pack, seq")]


_PLANS_OF_YEAR = """
SELECT id, year, kind, name, goal, section, lead, pack, execution_weight, finished
FROM plan WHERE year = ? ORDER BY position"""

_PLANS_BY_ID = """
SELECT id, year, kind, name, goal, section, lead, pack, execution_weight, finished
FROM plan WHERE id IN (SELECT value FROM json_each(?)) ORDER BY year, position"""

#: What belongs to plans, each statement with the ids of the plans; the order is that of :class:`PlanRows`.
_PARTS = (
    """
SELECT id, plan_id, source, initial, revised
FROM fund WHERE plan_id IN (SELECT value FROM json_each(?)) ORDER BY position""",
    """
SELECT fund_id, quarter, amount
FROM executed WHERE fund_id IN (SELECT id FROM fund WHERE plan_id IN (SELECT value FROM json_each(?)))""",
    """
SELECT id, plan_id, level1, level2, name, target, weight, rule, aggregation, basis, prior_actual, evidence,
    manual_score, manual_reason, manual_quarter, excluded
FROM indicator WHERE plan_id IN (SELECT value FROM json_each(?)) ORDER BY position""",
    """
SELECT indicator_id, quarter, value
FROM milestone WHERE indicator_id IN (SELECT id FROM indicator WHERE plan_id IN (SELECT value FROM json_each(?)))""",
    """
SELECT indicator_id, quarter, value, grade, share, note
FROM actual WHERE indicator_id IN (SELECT id FROM indicator WHERE plan_id IN (SELECT value FROM json_each(?)))""",
    """
SELECT indicator_id, quarter, cause, remedy
FROM deviation WHERE indicator_id IN (SELECT id FROM indicator WHERE plan_id IN (SELECT value FROM json_each(?)))""",
)


def plans_of_year(connection: Connection, year: int) -> tuple[Plan, ...]:
    """Every plan of a year with everything reported for it, in position order: 7 SELECTs."""
    with collector_paused():
        return _whole(connection, connection.execute(_PLANS_OF_YEAR, (year,)).fetchall())


def plans_by_id(connection: Connection, plan_ids: Sequence[str]) -> tuple[Plan, ...]:
    """Some plans, whole, by year and position; unknown ids are left out."""
    return _whole(connection, connection.execute(_PLANS_BY_ID, listed(plan_ids)).fetchall())


def _whole(connection: Connection, plans: list[tuple[Any, ...]]) -> tuple[Plan, ...]:
    wanted = listed(plan[0] for plan in plans)
    return plans_of(PlanRows(plans, *(connection.execute(statement, wanted) for statement in _PARTS)))


@dataclass(frozen=True, slots=True)
class Place:
    """Where an indicator or a fund belongs. ``name`` is the indicator's name or the fund's source."""

    id: str
    name: str
    plan_id: str
    year: int
    closed: bool


_LOCATE_INDICATORS = """
SELECT indicator.id, indicator.name, plan.id, plan.year, fiscal_year.closed IS NOT NULL
FROM indicator JOIN plan ON plan.id = indicator.plan_id JOIN fiscal_year ON fiscal_year.year = plan.year
WHERE indicator.id IN (SELECT value FROM json_each(?))"""

_LOCATE_FUNDS = """
SELECT fund.id, fund.source, plan.id, plan.year, fiscal_year.closed IS NOT NULL
FROM fund JOIN plan ON plan.id = fund.plan_id JOIN fiscal_year ON fiscal_year.year = plan.year
WHERE fund.id IN (SELECT value FROM json_each(?))"""


def locate_indicators(connection: Connection, wanted: Iterable[str]) -> dict[str, Place]:
    """Indicators by id; unknown ids are missing."""
    return _located(connection, _LOCATE_INDICATORS, wanted)


def locate_funds(connection: Connection, wanted: Iterable[str]) -> dict[str, Place]:
    """Funds by id; unknown ids are missing."""
    return _located(connection, _LOCATE_FUNDS, wanted)


def _located(connection: Connection, statement: str, wanted: Iterable[str]) -> dict[str, Place]:
    rows = connection.execute(statement, listed(wanted))
    return {key: Place(key, name, plan_id, year, bool(closed)) for key, name, plan_id, year, closed in rows}
