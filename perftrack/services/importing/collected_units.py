"""What units report in a form that came back, as what is stored and as the office's value that follows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Indicator
from perftrack.domain.units import Breakdown, UnitValue, office_value
from perftrack.errors import RefusedValue
from perftrack.services.importing.collected_cells import Difference
from perftrack.services.units import UnitEntry, target_of, value_from_text


@dataclass(frozen=True, slots=True)
class UnitsEntry:
    """What units reported of an indicator in a quarter (1-4)."""

    indicator: str
    quarter: int
    entries: tuple[UnitEntry, ...]


def units_entry(indicator: Indicator, broken: Breakdown, quarter: Quarter, cells: Sequence[Difference]) -> UnitsEntry:
    """The chosen cells of one indicator as what is stored; value and note of a unit become one.

    Raises RefusedValue: as :func:`perftrack.services.units.value_from_text`, ``collect_note_alone``.
    """
    chosen: dict[str, dict[str, Difference]] = {}
    for cell in cells:
        chosen.setdefault(cell.place.unit, {})[cell.place.field] = cell
    entries = []
    for unit, by_field in chosen.items():
        stored = broken.values.get(quarter, {}).get(unit)
        value, note = stored.value if stored else None, (stored.note if stored else None) or ""
        if told := by_field.get("value"):
            value = value_from_text(target_of(indicator), broken.across, told.incoming, told.stored or "—")
        if noted := by_field.get("note"):
            note = noted.incoming
            if note and value is None:
                raise RefusedValue("collect_note_alone", unit=noted.unit, indicator=indicator.name, typed=note)
        entries.append(UnitEntry(unit, None if value is None else UnitValue(value, note or None)))
    return UnitsEntry(indicator.id, int(quarter), tuple(entries))


def with_units(indicator: Indicator, broken: Breakdown, entry: UnitsEntry, year: int) -> Indicator:
    """The indicator as it would be with ``entry`` stored. Pure."""
    quarter = Quarter(entry.quarter)
    given: Mapping[str, UnitValue] = {**broken.values.get(quarter, {}), **_told(entry.entries)}
    gone = {each.unit for each in entry.entries if each.value is None}
    left = {unit: value for unit, value in given.items() if unit not in gone}
    found = office_value(
        replace(broken, values={**broken.values, quarter: left}), quarter, target_of(indicator), year=year,
        aggregation=indicator.aggregation,
    ).actual  # fmt: skip
    actuals: dict[Quarter, Actual] = {past: told for past, told in indicator.actuals.items() if past != quarter}
    return replace(indicator, actuals=actuals if found is None else {**actuals, quarter: found})


def _told(entries: Iterable[UnitEntry]) -> dict[str, UnitValue]:
    return {each.unit: each.value for each in entries if each.value is not None}
