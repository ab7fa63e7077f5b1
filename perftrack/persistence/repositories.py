"""Questions to the file, answered with domain values. Core columns only, in a fixed small number of SELECTs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, FromClause, Select, Table, bindparam, select

from perftrack.domain.plans import Department, Plan
from perftrack.persistence import tables
from perftrack.persistence.collector import collector_paused
from perftrack.persistence.mapping import PlanRows, plans_of
from perftrack.persistence.shapes import CHUNK
from perftrack.persistence.tables import table_of

_META = table_of(tables.MetaRow)
_DEPARTMENT = table_of(tables.DepartmentRow)
_SECTION = table_of(tables.SectionRow)
_PACK = table_of(tables.RulePackRow)
_YEAR = table_of(tables.FiscalYearRow)
_PLAN = table_of(tables.PlanRow)
_FUND = table_of(tables.FundRow)
_EXECUTED = table_of(tables.ExecutedRow)
_INDICATOR = table_of(tables.IndicatorRow)
_MILESTONE = table_of(tables.MilestoneRow)
_ACTUAL = table_of(tables.ActualRow)
_DEVIATION = table_of(tables.DeviationRow)


def meta(connection: Connection) -> dict[str, str]:
    """What the file says about itself: ``file_id``, ``is_sample``, ``made_by``."""
    return {row.name: row.value for row in connection.execute(select(_META.c.name, _META.c.value))}


def department(connection: Connection) -> Department:
    """The office the file belongs to, with its sections in order."""
    name = connection.execute(select(_DEPARTMENT.c.name)).scalar_one()
    sections = connection.execute(select(_SECTION.c.name).order_by(_SECTION.c.position)).scalars()
    return Department(name, tuple(sections))


def years(connection: Connection) -> tuple[int, ...]:
    """Fiscal years in the file, ascending."""
    return tuple(connection.execute(select(_YEAR.c.year).order_by(_YEAR.c.year)).scalars())


def pins(connection: Connection) -> dict[int, str]:
    """The rule pack each year pins, of those that pin one."""
    rows = connection.execute(select(_YEAR.c.year, _YEAR.c.pack).where(_YEAR.c.pack.is_not(None)))
    return {row.year: row.pack for row in rows}


def closed_years(connection: Connection) -> frozenset[int]:
    """Years that are closed: nothing in them may change."""
    return frozenset(connection.execute(select(_YEAR.c.year).where(_YEAR.c.closed.is_not(None))).scalars())


def own_packs(connection: Connection) -> list[str]:
    """The office's own rule packs as JSON text, in order of id, older versions first as they were added."""
    statement = select(_PACK.c.content).order_by(_PACK.c.pack, _PACK.c.seq)
    return list(connection.execute(statement).scalars())


def plans_of_year(connection: Connection, year: int) -> tuple[Plan, ...]:
    """Every plan of a year with everything reported for it, in position order: 7 SELECTs."""
    with collector_paused():
        return plans_of(_plan_rows(connection, "year", [year]))


def plans_by_id(connection: Connection, plan_ids: Sequence[str]) -> tuple[Plan, ...]:
    """Some plans, whole; unknown ids are left out."""
    found: list[Plan] = []
    for start in range(0, len(plan_ids), CHUNK):
        found.extend(plans_of(_plan_rows(connection, "id", plan_ids[start : start + CHUNK])))
    return tuple(found)


def _plan_rows(connection: Connection, column: str, wanted: Sequence[str | int]) -> PlanRows:
    parameters = {"wanted": list(wanted)}
    return PlanRows(*(connection.execute(statement, parameters).all() for statement in _plan_statements(column)))


@cache
def _plan_statements(column: str) -> tuple[Select[Any], ...]:
    """The SELECTs for :class:`PlanRows`, in its order, of plans whose ``column`` is among ``wanted``; made once."""

    def chosen(table: Table, names: str, *owners: Table) -> Select[Any]:
        joined: FromClause = table
        for owner in owners:
            joined = joined.join(owner)
        statement = select(*[table.c[name] for name in names.split()]).select_from(joined)
        return statement.where(_PLAN.c[column].in_(bindparam("wanted", expanding=True)))

    return (
        chosen(_PLAN, "id year kind name goal section lead pack execution_weight finished").order_by(
            _PLAN.c.year, _PLAN.c.position
        ),
        chosen(_FUND, "id plan_id source initial revised", _PLAN).order_by(_FUND.c.position),
        chosen(_EXECUTED, "fund_id quarter amount", _FUND, _PLAN),
        chosen(
            _INDICATOR,
            "id plan_id level1 level2 name target weight rule aggregation basis prior_actual evidence"
            " manual_score manual_reason manual_quarter excluded",
            _PLAN,
        ).order_by(_INDICATOR.c.position),
        chosen(_MILESTONE, "indicator_id quarter value", _INDICATOR, _PLAN),
        chosen(_ACTUAL, "indicator_id quarter value grade share note", _INDICATOR, _PLAN),
        chosen(_DEVIATION, "indicator_id quarter cause remedy", _INDICATOR, _PLAN),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where an indicator or a fund belongs. ``name`` is the indicator's name or the fund's source."""

    id: str
    name: str
    plan_id: str
    year: int
    closed: bool


def _locating(table: Table, name: Any) -> Select[Any]:
    joined = table.join(_PLAN, table.c.plan_id == _PLAN.c.id).join(_YEAR, _PLAN.c.year == _YEAR.c.year)
    columns = (table.c.id, name, _PLAN.c.id, _PLAN.c.year, _YEAR.c.closed.is_not(None))
    return select(*columns).select_from(joined).where(table.c.id.in_(bindparam("wanted", expanding=True)))


_LOCATE_INDICATORS = _locating(_INDICATOR, _INDICATOR.c.name)
_LOCATE_FUNDS = _locating(_FUND, _FUND.c.source)


def locate_indicators(connection: Connection, wanted: Iterable[str]) -> dict[str, Place]:
    """Indicators by id; unknown ids are missing."""
    return _located(connection, _LOCATE_INDICATORS, wanted)


def locate_funds(connection: Connection, wanted: Iterable[str]) -> dict[str, Place]:
    """Funds by id; unknown ids are missing."""
    return _located(connection, _LOCATE_FUNDS, wanted)


def _located(connection: Connection, statement: Select[Any], wanted: Iterable[str]) -> dict[str, Place]:
    ids = list(dict.fromkeys(wanted))
    found: dict[str, Place] = {}
    for start in range(0, len(ids), CHUNK):
        for row in connection.execute(statement, {"wanted": ids[start : start + CHUNK]}):
            found[row[0]] = Place(*row)
    return found
