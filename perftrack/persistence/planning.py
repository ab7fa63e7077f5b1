"""Rows of whole plans and of what they stand on: department, years, packs, projects."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from perftrack.domain.plans import Department, Plan
from perftrack.domain.terms import PlanKind
from perftrack.persistence import mapping
from perftrack.persistence.collector import collector_paused
from perftrack.persistence.shapes import Row, shapes
from perftrack.persistence.stored import Values, decimal_text, json_text
from perftrack.persistence.unit_of_work import UnitOfWork, new_key

PlanName = tuple[int, str, str]

#: What an import brings anew for indicators and funds, and what these are known again by within their plan.
_CELLS = {"indicator": ("actual", "deviation", "milestone"), "fund": ("executed",)}
_NAMED = {"indicator": ("level1", "level2", "name"), "fund": ("source",)}
#: Rows of replaced plans that wait for their like, by table, plan and name.
Kept = defaultdict[tuple[object, ...], list[Row]]


def _all(work: UnitOfWork, entity: str) -> list[Row]:
    return list(shapes()[entity].rows(work.connection))


def store_department(work: UnitOfWork, department: Department) -> str:
    """Stores the department of an empty file and the sections missing so far; the name the file has."""
    rows = _all(work, "department")
    if rows:
        department_id, name = rows[0].values
    else:
        department_id, name = new_key(), department.name
        work.insert("department", [(department_id, name)])
    if name == department.name:
        stored = _all(work, "section")
        known = {row.values[3] for row in stored}
        missing = [section for section in dict.fromkeys(department.sections) if section not in known]
        work.insert(
            "section",
            [(new_key(), department_id, place, section) for place, section in enumerate(missing, start=len(stored))],
        )
    return str(name)


def store_packs(work: UnitOfWork, packs: Iterable[Mapping[str, Any]]) -> None:
    """Stores own rule packs; one that is in the file with the same content is left alone, another version is added."""
    stored = {row.values[1:3]: row for row in _all(work, "rule_pack")}
    for pack in packs:
        name = (str(pack["id"]), str(pack.get("version", 1)))
        content = json_text(pack)
        row = stored.get(name)
        if row is None:
            work.insert("rule_pack", [(new_key(), *name, content)])
        elif row.values[3] != content:
            work.update("rule_pack", [(row, (row.values[0], *name, content))])


def store_years(work: UnitOfWork, packs: Mapping[int, str | None]) -> None:
    """Stores years that are new, and pins those for which a pack is named to its newest version in the file."""
    stored = {row.values[0]: row for row in _all(work, "fiscal_year")}
    versions = {row.values[1]: row.values[2] for row in sorted(_all(work, "rule_pack"), key=lambda row: row.seq)}
    for year, pack in sorted(packs.items()):
        row = stored.get(year)
        if row is None:
            work.insert("fiscal_year", [(year, pack, versions.get(pack), None)])
        elif pack is not None:
            values = (year, pack, versions.get(pack), row.values[3])
            if values != row.values:
                work.update("fiscal_year", [(row, values)])


def store_projects(work: UnitOfWork, names: Iterable[str]) -> dict[str, str]:
    """Stores projects that are new; the ids of all, by name."""
    known = {str(row.values[1]): str(row.values[0]) for row in _all(work, "project")}
    fresh = {name: new_key() for name in dict.fromkeys(names) if name not in known}
    work.insert("project", [(key, name) for name, key in fresh.items()])
    return known | fresh


def known_plans(work: UnitOfWork, years: Iterable[int]) -> dict[PlanName, Row]:
    """The plans of these years by what tells them apart."""
    names = shapes()["plan"].columns
    places = [names.index(name) for name in ("year", "kind", "name")]
    rows = work.rows("plan", "year", years)
    return {tuple(row.values[place] for place in places): row for row in rows}  # type: ignore[misc]


def store(
    work: UnitOfWork, plans: Sequence[Plan], known: Mapping[PlanName, Row], projects: Mapping[str, str]
) -> list[str]:
    """Inserts plans behind those of their year; one that is known is replaced whole in its place. Their ids."""
    position = shapes()["plan"].columns.index("position")
    following: defaultdict[int, int] = defaultdict(int)
    for (year, _, _), row in known.items():
        following[year] = max(following[year], int(str(row.values[position])) + 1)
    ids: list[str] = []
    added: list[Values] = []
    changed: list[tuple[Row, Values]] = []
    for plan in plans:
        project = projects[plan.name] if plan.kind == PlanKind.PROJECT else None
        before = known.get((plan.year, str(plan.kind), plan.name))
        if before is None:
            key, place = new_key(), following[plan.year]
            following[plan.year] += 1
            added.append(mapping.plan_values(plan, key, project, place))
        else:
            key = str(before.values[0])
            changed.append((before, mapping.plan_values(plan, key, project, int(str(before.values[position])))))
        ids.append(key)
    kept = _empty(work, [str(before.values[0]) for before, _ in changed])
    work.update("plan", changed)
    work.insert("plan", added)
    with collector_paused():
        _fill(work, plans, ids, kept)
    return ids


def _empty(work: UnitOfWork, plan_ids: Sequence[str]) -> "Kept":
    """Takes everything reported out of plans; indicators and funds stay for those of the same names to come.

    What hangs on an indicator beyond the numbers (evidence, remarks, criteria) would be lost with it.
    """
    kept: Kept = defaultdict(list)
    if plan_ids:
        for entity, name_from in _NAMED.items():
            rows = work.rows(entity, "plan_id", plan_ids)
            for row in rows:
                kept[_name(entity, row.values, name_from)].append(row)
            for cell in _CELLS[entity]:
                work.delete(cell, work.rows(cell, f"{entity}_id", [str(row.values[0]) for row in rows]))
    return kept


def _name(entity: str, values: Values, name_from: Sequence[str]) -> tuple[object, ...]:
    columns = shapes()[entity].columns
    return (entity, values[columns.index("plan_id")], *[values[columns.index(name)] for name in name_from])


def _remove(work: UnitOfWork, entity: str, rows: Sequence[Row]) -> None:
    """Deletes indicators or funds with everything that hangs on them."""
    keys = [str(row.values[0]) for row in rows]
    for shape in reversed(shapes().values()):
        named = {each.parent.name for each in shape.table.foreign_keys if each.column.table.name == entity}
        for column in sorted(named):  # a link names two
            work.delete(shape.name, work.rows(shape.name, column, keys))
    work.delete(entity, rows)


def _fill(work: UnitOfWork, plans: Sequence[Plan], plan_ids: Sequence[str], kept: "Kept") -> None:
    """Puts funds, indicators and everything reported into plans; ``kept`` gives back the ids of those of the same name.

    What is left of ``kept`` is not in the plans any more and goes.
    """
    rows: defaultdict[str, list[Values]] = defaultdict(list)
    changed: defaultdict[str, list[tuple[Row, Values]]] = defaultdict(list)

    def place_one(entity: str, values: Values) -> str:
        same = kept.get(_name(entity, values, _NAMED[entity]))
        if not same:
            rows[entity].append(values)
            return str(values[0])
        before = same.pop(0)
        after = (before.values[0], *values[1:])
        if after != before.values:
            changed[entity].append((before, after))
        return str(before.values[0])

    for plan, plan_id in zip(plans, plan_ids, strict=True):
        for place, fund in enumerate(plan.funds):
            key = place_one("fund", mapping.fund_values(fund, new_key(), plan_id, place))
            rows["executed"].extend(mapping.executed_values(key, *item) for item in fund.executed.items())
        for place, indicator in enumerate(plan.indicators):
            key = place_one("indicator", mapping.indicator_values(indicator, new_key(), plan_id, place))
            rows["milestone"].extend(
                (key, int(when), decimal_text(value)) for when, value in indicator.milestones.items()
            )
            rows["actual"].extend(mapping.actual_values(key, *item) for item in indicator.actuals.items())
            rows["deviation"].extend(mapping.deviation_values(key, *item) for item in indicator.deviations.items())
    for entity in _NAMED:
        _remove(work, entity, [row for name, left in kept.items() if name[0] == entity for row in left])
        work.update(entity, changed[entity])
    for entity in ("fund", "executed", "indicator", "milestone", "actual", "deviation"):
        work.insert(entity, rows[entity])
