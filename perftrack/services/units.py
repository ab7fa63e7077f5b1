"""What units report: their values of a quarter are stored together with the office's value that follows from them.

One transaction writes both, so scoring asks nobody but the office's own value, and undo takes both back. A package
knows no units: import and export carry the office's value, a breakdown stays with its file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from perftrack.domain.access import Act
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Actual, Indicator
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scoring import score_indicator
from perftrack.domain.targets import Target, read_target
from perftrack.domain.terms import NOTHING_WORDS, Across, Light
from perftrack.domain.units import Breakdown, OfficeValue, Unit, UnitValue, office_value, refusal
from perftrack.errors import RefusedValue, UserError
from perftrack.services import guarding, typing
from perftrack.services.changes import Changes
from perftrack.services.typedforms import shown
from perftrack.services.workspace import Workspace

if TYPE_CHECKING:
    from perftrack.persistence.cells import Cell
    from perftrack.persistence.unit_of_work import UnitOfWork
    from perftrack.persistence.units_reading import Measured


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """What a unit (by id) reported; None takes the report back."""

    unit: str
    value: UnitValue | None


@dataclass(frozen=True, slots=True)
class UnitsState:
    """How far an indicator's units have come in a quarter."""

    plan_id: str
    plan: str
    indicator_id: str
    indicator: str
    kind: str
    asked: tuple[Unit, ...]
    missing: tuple[Unit, ...]

    @property
    def reported(self) -> int:
        """How many units have reported."""
        return len(self.asked) - len(self.missing)


def units(ws: Workspace) -> tuple[Unit, ...]:
    """All units, by kind and in their order, those no longer active included."""
    from perftrack.persistence import units_reading

    with ws.reading() as connection:
        return units_reading.units(connection)


def breakdown(ws: Workspace, indicator_id: str) -> Breakdown | None:
    """How an indicator is broken down, with all that was reported; None: it is not."""
    from perftrack.persistence import units_reading

    with ws.reading() as connection:
        return units_reading.breakdowns(connection, [indicator_id]).get(indicator_id)


def breakdowns(ws: Workspace, indicator_ids: Iterable[str]) -> Mapping[str, Breakdown]:
    """The breakdowns of those of the indicators that have one."""
    from perftrack.persistence import units_reading

    with ws.reading() as connection:
        return units_reading.breakdowns(connection, indicator_ids)


def broken_down(ws: Workspace, indicator_ids: Iterable[str]) -> frozenset[str]:
    """Those of the indicators that are reported by units."""
    from perftrack.persistence import units_reading

    with ws.reading() as connection:
        return frozenset(units_reading.broken_down(connection, indicator_ids))


def measured(ws: Workspace, indicator_id: str) -> "Measured":
    """What the units' values of an indicator are read against. Raises UserError ``indicator_gone``."""
    from perftrack.persistence import units_reading

    with ws.reading() as connection:
        place = units_reading.measured(connection, indicator_id)
    if place is None:
        raise UserError("indicator_gone")
    return place


def states(
    ws: Workspace, year: int, quarter: Quarter, *, plan_id: str = "", indicator_id: str = ""
) -> tuple[UnitsState, ...]:
    """Who has reported and who has not, of the office, of one plan or of one indicator, in sheet order.

    Indicators excluded from scoring are not asked for.
    """
    from perftrack.persistence import units_reading

    places = [
        (plan, indicator)
        for plan in ws.plans(year)
        if plan_id in ("", plan.id)
        for indicator in plan.indicators
        if indicator_id in ("", indicator.id) and indicator.excluded is None
    ]
    with ws.reading() as connection:
        found = units_reading.breakdowns(connection, [indicator.id for _, indicator in places])
    return tuple(
        UnitsState(
            plan.id, plan.name, indicator.id, indicator.name, broken.kind, broken.asked(quarter),
            broken.missing(quarter),
        )
        for plan, indicator in places
        if (broken := found.get(indicator.id)) is not None
    )  # fmt: skip


def value_from_text(target: Target, across: Across, text: str, kept: str = "—") -> str | None:
    """The text to store for what was typed for a unit; None takes the report back.

    Raises RefusedValue ``unit_needs_value``, ``unit_measured_otherwise``, ``unit_needs_fraction`` and those of
    :func:`perftrack.services.typing.actual_from_text` for a text that does not read.
    """
    typed = text.strip()
    if typed in NOTHING_WORDS and not (typed == "无" and target.answers_nothing):
        return None
    code = refusal(typed, target, across)
    if code == "unread":
        raise typing.why_unread(typed, target, kept)
    if code:
        raise RefusedValue(code, typed=typed, target=target.text.strip(), kept=kept)
    return typed


def record_units(
    ws: Workspace, indicator_id: str, quarter: int, entries: Sequence[UnitEntry], *, command_id: str | None = None
) -> Changes:
    """Stores what units reported and the office's value that follows: all or none, one undo step.

    The note of the office's value stays; with the last unit's report the office's value goes, too. ``command_id``
    makes sending the same block again harmless. Raises RefusedValue ``quarter_unknown`` and those of
    :func:`value_from_text`; UserError ``indicator_gone``, ``not_broken_down``, ``unit_gone``, ``year_closed``, those
    of :mod:`perftrack.services.guarding` and what a unit of work raises. Nothing is stored then.
    """
    _guard(quarter)
    with ws.writing("record_units", command_id=command_id) as work:
        if work.already_stored or not entries:
            return Changes("record_units")
        place, touched = put_units(ws, work, indicator_id, quarter, entries)
    changes = Changes(
        "record_units",
        years=frozenset({place.year}),
        plans=frozenset({place.plan_id}),
        indicators=frozenset({indicator_id}),
        topics=frozenset({"units"}),
        label=("record_units", {"indicator": place.name, "quarter": int(quarter), "count": touched}),
    )
    return ws.took(work, changes)


def put_units(
    ws: Workspace, work: "UnitOfWork", indicator_id: str, quarter: int, entries: Sequence[UnitEntry]
) -> "tuple[Measured, int]":
    """As :func:`record_units` within a command that stores more; the indicator, and how many cells were touched."""
    from perftrack.persistence import cells

    _guard(quarter)
    place, broken = _broken(work, indicator_id)
    guarding.require(ws, Act.ENTER, place.plan_id)
    ws.refuse_closed(work, {place.year})
    guarding.refuse_settled(work, {(place.plan_id, quarter)})
    names = {unit.id: unit for unit in broken.units}
    for entry in entries:
        if entry.unit not in names:
            raise UserError("unit_gone")
        if entry.value is not None:
            value_from_text(target_of(place), broken.across, entry.value.value)
    touched = cells.put(work, [_cell(indicator_id, int(quarter), entry) for entry in entries])
    if touched:
        follow(work, place, [QUARTERS[quarter - 1]])
    return place, len(touched)


def follow(work: "UnitOfWork", place: "Measured", quarters: Sequence[Quarter]) -> tuple[OfficeValue, ...]:
    """Stores the office's values that follow from what the units have reported, keeping their notes."""
    from perftrack.persistence import cells, mapping, units_reading

    broken = units_reading.breakdowns(work.connection, [place.id])[place.id]
    stored = work.find("actual", [(place.id, int(quarter)) for quarter in quarters])
    found, wanted = [], []
    for quarter in quarters:
        row = stored.get((place.id, int(quarter)))
        before = mapping.actual_of(row.values) if row else None
        value = office_value(
            broken, quarter, target_of(place), year=place.year, aggregation=place.aggregation
        )  # fmt: skip
        after = value.actual
        if after is not None and before is not None:
            same = before.value is not None and before.value == after.value  # a share moved within the grade stays
            after = before if same else replace(after, note=before.note)
        found.append(value)
        wanted.append(cells.actual(place.id, int(quarter), after))
    cells.put(work, wanted)
    return tuple(found)


def refuse_typed(work: "UnitOfWork", actuals: Mapping[tuple[str, int], Actual | None]) -> None:
    """Raises RefusedValue ``value_from_units`` where a value that follows from units would be typed over.

    ``actuals`` are what is about to be stored, by indicator id and quarter. Note and moved share may change.
    """
    from perftrack.persistence import mapping, units_reading

    broken = units_reading.broken_down(work.connection, [key[0] for key in actuals])
    if not broken:
        return
    stored = work.find("actual", [key for key in actuals if key[0] in broken])
    for key, actual in actuals.items():
        if key[0] in broken:
            row = stored.get(key)
            refuse_other(broken[key[0]], mapping.actual_of(row.values) if row else None, actual)


def refuse_other(indicator: str, before: Actual | None, after: Actual | None) -> None:
    """Raises RefusedValue ``value_from_units`` unless value (for words: grade and share) stay as they are."""
    mine, theirs = before or Actual(), after or Actual()
    same = mine.value == theirs.value
    if mine.value is None:
        same = same and (mine.grade, mine.share) == (theirs.grade, theirs.share)
    if not same:
        raise RefusedValue("value_from_units", indicator=indicator, typed=shown(after), kept=shown(before))


def target_of(place: "Measured | Indicator") -> Target:
    """The target all units' values are read against: the office's."""
    return read_target(place.target, place.level1, place.level2)


def yardstick(broken: Breakdown, unit: Unit, office: str) -> str:
    """The target a unit is measured by: its own, else the office's where that is one for each; "" for none."""
    return broken.targets.get(unit.id) or ("" if broken.across is Across.SUM else office)


def unit_light(
    broken: Breakdown, unit: Unit, indicator: Indicator, quarter: Quarter, *, year: int, pack: RulePack
) -> Light | None:
    """The light of a unit by its own report of ``quarter``: grey without one, None where it has no target."""
    target = yardstick(broken, unit, indicator.target)
    if not target:
        return None
    if unit.id not in broken.values.get(quarter, {}):
        return Light.GREY
    actuals = {past: Actual(given[unit.id].value) for past, given in broken.values.items() if unit.id in given}
    alone = replace(
        indicator, target=target, actuals=actuals, deviations={}, manual_score=None, excluded=None,
        milestones={} if unit.id in broken.targets else indicator.milestones,
    )  # fmt: skip
    return score_indicator(alone, pack, quarter, year).light


def _guard(quarter: int) -> None:
    if quarter not in (1, 2, 3, 4):
        raise RefusedValue("quarter_unknown", typed=str(quarter))


def _broken(work: "UnitOfWork", indicator_id: str) -> "tuple[Measured, Breakdown]":
    from perftrack.persistence import units_reading

    place = units_reading.measured(work.connection, indicator_id)
    if place is None:
        raise UserError("indicator_gone")
    broken = units_reading.breakdowns(work.connection, [indicator_id]).get(indicator_id)
    if broken is None:
        raise UserError("not_broken_down", indicator=place.name)
    return place, broken


def _cell(indicator_id: str, quarter: int, entry: UnitEntry) -> "Cell":
    from perftrack.persistence.cells import Cell

    given = entry.value
    values = None if given is None else (indicator_id, entry.unit, quarter, given.value, given.note or None)
    return Cell("unit_actual", (indicator_id, entry.unit, quarter), lambda _: values)
