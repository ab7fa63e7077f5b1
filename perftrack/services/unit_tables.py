"""A quarter of unit values as a table of name, value and note: given out, and taken back in any order by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from perftrack.domain import spelling
from perftrack.domain.periods import QUARTERS
from perftrack.domain.units import Breakdown, Unit, UnitValue
from perftrack.errors import RefusedValue, UserError
from perftrack.services import units
from perftrack.services.changes import Changes
from perftrack.services.units import UnitEntry
from perftrack.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line: the unit's name, the value as text ("" for none) and the note. ``None``: the table has no such column.

    A note without a value is no report and is left out.
    """

    name: str
    value: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """Rows by unit. ``unknown`` names that no unit has, ``repeated`` those that stand there more than once."""

    rows: tuple[tuple[Unit, TableRow], ...] = ()
    unknown: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableReport:
    """What became of a table: the command stored, names not matched, and refused values with their reasons."""

    changes: Changes
    unknown: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    refused: tuple[tuple[TableRow, RefusedValue], ...] = ()


def table(ws: Workspace, indicator_id: str, quarter: int) -> tuple[TableRow, ...]:
    """What the units asked in a quarter have reported, in their order. Raises UserError ``not_broken_down``."""
    broken = _broken(ws, indicator_id)
    given = broken.values.get(QUARTERS[quarter - 1], {})
    return tuple(
        TableRow(unit.name, mine.value if mine else "", mine.note if mine else None)
        for unit in broken.asked(QUARTERS[quarter - 1])
        for mine in (given.get(unit.id),)
    )


def matched(broken: Breakdown, rows: Sequence[TableRow]) -> Matched:
    """The rows by unit: names match in any order and spelling of width and space. Of rows repeated the last counts.

    A first row that names no unit and holds no digit is the table's head and left out. Rows without a name, too.
    """
    known = {_plain(unit.name): unit for unit in broken.units}
    found: dict[str, tuple[Unit, TableRow]] = {}
    unknown, repeated = [], []
    for place, row in enumerate(rows):
        unit = known.get(_plain(row.name))
        if unit is None:
            head = place == 0 and not any(sign.isdigit() for sign in row.value)
            if row.name.strip() and not head:
                unknown.append(row.name.strip())
            continue
        if unit.id in found:
            repeated.append(unit.name)
        found[unit.id] = (unit, row)
    return Matched(tuple(found.values()), tuple(unknown), tuple(dict.fromkeys(repeated)))


def holds_names(broken: Breakdown, block: Sequence[Sequence[str]]) -> bool:
    """Whether the first of several columns of a pasted block holds the units' names."""
    known = {_plain(unit.name) for unit in broken.units}
    return any(len(line) > 1 for line in block) and any(_plain(line[0]) in known for line in block if line)


def rows_of(block: Sequence[Sequence[str]]) -> tuple[TableRow, ...]:
    """The rows of a pasted block of two or three columns: name, value, note."""
    filled = [line for line in block if line and any(cell.strip() for cell in line)]
    return tuple(
        TableRow(line[0], line[1] if len(line) > 1 else "", line[2] if len(line) > 2 else None) for line in filled
    )


def record_table(ws: Workspace, indicator_id: str, quarter: int, rows: Sequence[TableRow]) -> TableReport:
    """Stores what reads of a table as one command. An empty value leaves what is stored, as a paste does.

    Raises what :func:`perftrack.services.units.record_units` raises; a value that does not read is in the report.
    """
    broken = _broken(ws, indicator_id)
    given = broken.values.get(QUARTERS[quarter - 1], {})
    by_name = matched(broken, rows)
    target = units.target_of(units.measured(ws, indicator_id))
    entries, refused = [], []
    for unit, row in by_name.rows:
        before = given.get(unit.id)
        try:
            value = units.value_from_text(target, broken.across, row.value, before.value if before else "—")
        except RefusedValue as error:
            refused.append((row, error))
            continue
        note = row.note if row.note is not None else before.note if before else None
        if value is not None:
            entries.append(UnitEntry(unit.id, UnitValue(value, (note or "").strip() or None)))
    changes = units.record_units(ws, indicator_id, quarter, entries)
    return TableReport(changes, by_name.unknown, by_name.repeated, tuple(refused))


def _broken(ws: Workspace, indicator_id: str) -> Breakdown:
    broken = units.breakdown(ws, indicator_id)
    if broken is None:
        raise UserError("not_broken_down", indicator=units.measured(ws, indicator_id).name)
    return broken


def _plain(name: str) -> str:
    return spelling.level(name).replace(" ", "")
