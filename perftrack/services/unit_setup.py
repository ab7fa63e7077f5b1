"""Setting units up: which there are, in which order, which indicators they report and what is asked of each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from perftrack.domain import spelling
from perftrack.domain.access import Act
from perftrack.domain.decimals import plain
from perftrack.domain.targets import Target, TargetKind, read_target
from perftrack.domain.terms import Across
from perftrack.domain.units import Breakdown, allowed
from perftrack.errors import RefusedValue, UserError
from perftrack.services import guarding, units
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace

if TYPE_CHECKING:
    from perftrack.persistence.cells import Cell
    from perftrack.persistence.shapes import Row
    from perftrack.persistence.stored import Values
    from perftrack.persistence.unit_of_work import UnitOfWork
    from perftrack.persistence.units_reading import Measured

_ID, _KIND, _POSITION, _NAME, _ACTIVE = range(5)


def names_from_text(text: str) -> tuple[str, ...]:
    """The names of a pasted list: one a line, of several columns the first; blanks and repetitions left out."""
    lines = (line.split("\t")[0].strip() for line in text.replace("\r", "\n").split("\n"))
    return tuple(dict.fromkeys(line for line in lines if line))


def add_units(ws: Workspace, kind: str, names: Iterable[str]) -> Changes:
    """Adds units behind those of their kind. A name that is there already stays, and is active again.

    Raises UserError ``unit_name_empty`` for an empty kind, those of :mod:`perftrack.services.guarding` and what a
    unit of work raises.
    """
    from perftrack.persistence.unit_of_work import new_key

    kind, wanted = kind.strip(), tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    if not kind:
        raise UserError("unit_name_empty")
    guarding.require(ws, Act.SET_UP)
    with ws.writing("add_units") as work:
        there = {row.values[_NAME]: row for row in work.rows("unit", "kind", [kind])}
        last = max((int(row.values[_POSITION] or 0) for row in there.values()), default=0)
        new = [name for name in wanted if name not in there]
        work.insert("unit", [(new_key(), kind, last + place, name, 1) for place, name in enumerate(new, 1)])
        asleep = [there[name] for name in wanted if name in there and not there[name].values[_ACTIVE]]
        work.update("unit", [(row, _changed(row, active=1)) for row in asleep])
    return _took(ws, work, "add_units", kind=kind, count=len(new) + len(asleep))


def rename_unit(ws: Workspace, unit_id: str, name: str) -> Changes:
    """Gives a unit another name. Raises UserError ``unit_gone``, ``unit_name_empty``, ``unit_name_taken``."""
    name = name.strip()
    if not name:
        raise UserError("unit_name_empty")
    guarding.require(ws, Act.SET_UP)
    with ws.writing("rename_unit") as work:
        row = _unit(work, unit_id)
        others = work.rows("unit", "kind", [str(row.values[_KIND])])
        if any(other.values[_NAME] == name and other.values[_ID] != unit_id for other in others):
            raise UserError("unit_name_taken", name=name)
        if row.values[_NAME] != name:
            work.update("unit", [(row, _changed(row, name=name))])
    return _took(ws, work, "rename_unit", name=name)


def order_units(ws: Workspace, kind: str, unit_ids: Sequence[str]) -> Changes:
    """Puts the units of a kind in this order; those not named come behind, as they stood."""
    guarding.require(ws, Act.SET_UP)
    with ws.writing("order_units") as work:
        wanted = {unit_id: place for place, unit_id in enumerate(unit_ids)}
        rows = work.rows("unit", "kind", [kind])
        rows.sort(key=lambda row: (wanted.get(str(row.values[_ID]), len(wanted)), int(row.values[_POSITION] or 0)))
        moved = [(row, _changed(row, position=place)) for place, row in enumerate(rows, 1)]
        work.update("unit", [(row, after) for row, after in moved if row.values != after])
    return _took(ws, work, "order_units", kind=kind)


def set_active(ws: Workspace, unit_id: str, active: bool) -> Changes:
    """Lets a unit fall away, or come back. What it reported stays and counts. Raises UserError ``unit_gone``."""
    guarding.require(ws, Act.SET_UP)
    command = "wake_unit" if active else "drop_unit"
    with ws.writing(command) as work:
        row = _unit(work, unit_id)
        if bool(row.values[_ACTIVE]) is not active:
            work.update("unit", [(row, _changed(row, active=int(active)))])
    return _took(ws, work, command, name=row.values[_NAME])


def set_breakdown(
    ws: Workspace, indicator_id: str, kind: str, across: Across, targets: Mapping[str, str] | None = None
) -> Changes:
    """Lets the units of ``kind`` report an indicator. ``targets`` by unit id replace those set; None keeps them.

    The office's values follow at once where units have reported already. Raises RefusedValue ``unit_target_unfit``;
    UserError ``indicator_gone``, ``kind_without_units``, ``across_unfit``, ``units_do_not_combine`` (a quarter's
    values have no such combination), ``year_closed`` and those of :mod:`perftrack.services.guarding`.
    """
    from perftrack.persistence import cells, units_reading

    with ws.writing("set_breakdown") as work:
        place = _place(ws, work, indicator_id)
        target = units.target_of(place)
        mine = {str(row.values[_ID]): str(row.values[_NAME]) for row in work.rows("unit", "kind", [kind])}
        if not mine:
            raise UserError("kind_without_units", kind=kind)
        if across not in allowed(target):
            raise UserError("across_unfit", indicator=place.name, target=place.target.strip())
        values: Values = (indicator_id, kind, str(across))
        cells.put(work, [cells.Cell("breakdown", (indicator_id,), lambda _: values)])
        if targets is not None:
            spelt = {key: unit_target(text, target, mine.get(key, "")) for key, text in targets.items() if text.strip()}
            if spelt.keys() - mine.keys():
                raise UserError("unit_gone")
            _put_targets(work, indicator_id, spelt)
        broken = units_reading.breakdowns(work.connection, [indicator_id])[indicator_id]
        if work.stored:
            _follow_everywhere(work, place, broken)
    return _took(ws, work, "set_breakdown", place, indicator=place.name, kind=kind)


def clear_breakdown(ws: Workspace, indicator_id: str) -> Changes:
    """Lets the office report the indicator itself again. The office's values stay as they are.

    What the units reported stays in the file and comes back with a new breakdown; their targets go.
    """
    with ws.writing("clear_breakdown") as work:
        place = _place(ws, work, indicator_id)
        for entity in ("unit_target", "breakdown"):
            work.delete(entity, work.rows(entity, "indicator_id", [indicator_id]))
    return _took(ws, work, "clear_breakdown", place, indicator=place.name)


def unit_target(text: str, office: Target, name: str = "") -> str:
    """A unit's target as stored: without an operator it takes the office's, so 250 under ≤268元 is ≤250元.

    Raises RefusedValue ``unit_target_unfit`` where it is of another kind or measured otherwise than the office's.
    """
    target = read_target(text)
    fits = target.is_numeric if office.is_numeric else target.kind is office.kind
    if fits and office.is_numeric and target.unit and office.unit:
        fits = spelling.conversion(target.unit, office.unit) is not None
    if not fits:
        raise RefusedValue("unit_target_unfit", typed=text.strip(), unit=name, target=office.text.strip(), kept="—")
    if target.kind is TargetKind.NUMBER and target.assumed and office.operator is not None:
        return f"{office.operator}{plain(target.value)}{target.unit or office.unit}"
    return text.strip()


def _follow_everywhere(work: "UnitOfWork", place: "Measured", broken: Breakdown) -> None:
    quarters = [quarter for quarter in broken.values if broken.reported(quarter)]
    before = {row.values for row in work.rows("actual", "indicator_id", [place.id])}
    found = units.follow(work, place, quarters)
    for quarter, value in zip(quarters, found, strict=True):
        if value.actual is None:
            names = value.findings[0].arguments["units"] if value.findings else ""
            raise UserError("units_do_not_combine", indicator=place.name, quarter=int(quarter), units=names or "—")
    changed = {row.values for row in work.rows("actual", "indicator_id", [place.id])} ^ before
    guarding.refuse_settled(work, {(place.plan_id, int(str(values[1]))) for values in changed})


def _place(ws: Workspace, work: "UnitOfWork", indicator_id: str) -> "Measured":
    from perftrack.persistence import units_reading

    place = units_reading.measured(work.connection, indicator_id)
    if place is None:
        raise UserError("indicator_gone")
    guarding.require(ws, Act.SET_UP, place.plan_id)
    ws.refuse_closed(work, {place.year})
    return place


def _put_targets(work: "UnitOfWork", indicator_id: str, targets: Mapping[str, str]) -> None:
    from perftrack.persistence import cells

    old = {str(row.values[1]) for row in work.rows("unit_target", "indicator_id", [indicator_id])}

    def cell(unit_id: str) -> "Cell":
        values = (indicator_id, unit_id, targets[unit_id]) if unit_id in targets else None
        return cells.Cell("unit_target", (indicator_id, unit_id), lambda _: values)

    cells.put(work, [cell(unit_id) for unit_id in sorted(old | targets.keys())])


def _unit(work: "UnitOfWork", unit_id: str) -> "Row":
    row = work.find("unit", [(unit_id,)]).get((unit_id,))
    if row is None:
        raise UserError("unit_gone")
    return row


def _changed(row: "Row", **new: str | int) -> "Values":
    given = dict(zip(("id", "kind", "position", "name", "active"), row.values, strict=True))
    return tuple((given | new).values())


def _took(
    ws: Workspace, work: "UnitOfWork", command: str, place: "Measured | None" = None, **label: object
) -> Changes:  # fmt: skip
    changes = Changes(
        command,
        years=frozenset({place.year} if place else ()),
        plans=frozenset({place.plan_id} if place else ()),
        indicators=frozenset({place.id} if place else ()),
        topics=frozenset({"units"}),
        label=(command, label),
    )
    return ws.took(work, changes)
