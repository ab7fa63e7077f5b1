"""What a form that came back would change, cell by cell, and how a choice of cells looks as values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Deviation, Fund, Indicator, Plan
from perftrack.domain.rubrics import Rubric
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import score_plan
from perftrack.domain.units import Breakdown
from perftrack.errors import UserError
from perftrack.services import rubrics, typing
from perftrack.services.collectionform import Stamp, takes_share
from perftrack.services.importing.collected_cells import Difference, Place
from perftrack.services.importing.collected_units import UnitsEntry, units_entry, with_units
from perftrack.services.recording import ActualEntry, DeviationEntry, Entry, ExecutedEntry
from perftrack.services.typedforms import stored_column


@dataclass(frozen=True, slots=True)
class Beside:
    """What the values of a plan are read with: the year's pack; breakdowns and written criteria by indicator id."""

    pack: RulePack
    breakdowns: Mapping[str, Breakdown] = field(default_factory=dict)
    rubrics: Mapping[str, Rubric] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Collected:
    """A form compared with the file; nothing is stored. ``total`` of the plan as it is, in points.

    ``structure_changed``: rows or targets are others now. ``barred``: why nothing of it may be accepted at present.
    """

    name: str
    stamp: Stamp
    plan: Plan
    beside: Beside
    total: Decimal
    cells: tuple[Difference, ...]
    structure_changed: bool = False
    barred: UserError | None = None

    @property
    def quarter(self) -> Quarter:
        """The quarter the form reports."""
        return Quarter(self.stamp.quarter)

    def total_with(self, chosen: Iterable[Place]) -> Decimal:
        """The plan's total with these cells accepted, in points. Raises RefusedValue if they do not go together."""
        wanted = set(chosen)
        cells = [cell for cell in self.cells if cell.place in wanted]
        plan = applied(self.plan, entries_of(self.plan, self.beside, cells), self.beside.breakdowns)
        return score_plan(plan, self.beside.pack, self.quarter).total


def read_value(
    indicator: Indicator, year: int, quarter: Quarter, given: tuple[str, str], note: str, previous: Actual | None,
    beside: Beside,
) -> Actual | None:  # fmt: skip
    """The actual that value and share of a form mean, by the one reader that also reads what is typed.

    The form has a cell for the share, so an empty one takes a moved share back. Raises RefusedValue, also for a grade
    that must be explained in the note and is not.
    """
    actual = _read_value(indicator, year, quarter, given, note, previous, beside.pack)
    if actual is not None:
        said = replace(actual, note=note or None)
        rubrics.demand_sentence(said, previous, beside.rubrics.get(indicator.id, {}), beside.pack)
    return actual


def _read_value(
    indicator: Indicator, year: int, quarter: Quarter, given: tuple[str, str], note: str, previous: Actual | None,
    pack: RulePack,
) -> Actual | None:  # fmt: skip
    value, share = given
    graded = takes_share(indicator)
    known = replace(previous, grade=None, share=None) if previous is not None and graded else previous
    actual = typing.actual_from_text(
        indicator, year, quarter, value, column=stored_column(indicator), previous=known, pack=pack
    )
    if not graded or not share:
        return actual
    grade = actual.grade if actual else None
    wanted = typing.share_from_text(share, grade)
    if wanted is None:
        return actual
    return typing.grade_choice(indicator, grade, wanted, note, actual, quarter=quarter, year=year, pack=pack)


def entries_of(plan: Plan, beside: Beside, cells: Sequence[Difference]) -> list[Entry | UnitsEntry]:
    """The cells as what recording stores; cells of one row that share a record become one. Raises RefusedValue."""
    by_owner: dict[str, dict[str, Difference]] = {}
    for cell in cells:
        if not cell.place.unit:
            by_owner.setdefault(cell.place.owner, {})[cell.place.field] = cell
    entries: list[Entry | UnitsEntry] = []
    for indicator in plan.indicators:
        if chosen := by_owner.get(indicator.id):
            entries.extend(_indicator_entries(plan, indicator, beside, chosen))
        told = [cell for cell in cells if cell.place.unit and cell.place.owner == indicator.id]
        if told and indicator.id in beside.breakdowns:
            entries.append(
                units_entry(indicator, beside.breakdowns[indicator.id], Quarter(told[0].place.quarter), told)
            )
    for fund in plan.funds:
        if spent := by_owner.get(fund.id, {}).get("executed"):
            quarter = Quarter(spent.place.quarter)
            amount = typing.amount_from_text(spent.incoming, fund.executed.get(quarter))
            entries.append(ExecutedEntry(fund.id, int(quarter), amount))
    return entries


def _indicator_entries(plan: Plan, indicator: Indicator, beside: Beside, chosen: dict[str, Difference]) -> list[Entry]:
    quarter = Quarter(next(iter(chosen.values())).place.quarter)
    entries: list[Entry] = []
    if "value" in chosen or "note" in chosen:
        stored = indicator.actuals.get(quarter)
        note = chosen["note"].incoming if "note" in chosen else (stored.note if stored else None) or ""
        actual = stored
        if cell := chosen.get("value"):
            actual = read_value(indicator, plan.year, quarter, (cell.incoming, cell.share), note, stored, beside)
        actual = replace(actual or Actual(), note=note or None)
        entries.append(ActualEntry(indicator.id, int(quarter), None if actual == Actual() else actual))
    if "cause" in chosen or "remedy" in chosen:
        texts = {field: chosen[field].incoming for field in ("cause", "remedy") if field in chosen}
        given = typing.deviation_from_text(indicator.deviations.get(quarter), **texts)
        entries.append(DeviationEntry(indicator.id, int(quarter), given))
    return entries


def applied(plan: Plan, entries: Iterable[Entry | UnitsEntry], breakdowns: Mapping[str, Breakdown]) -> Plan:
    """The plan as it would be with ``entries`` recorded. Pure."""
    indicators = {each.id: each for each in plan.indicators}
    funds = {each.id: each for each in plan.funds}
    for entry in entries:
        match entry:
            case ActualEntry(owner, quarter, actual):
                indicators[owner] = _with_actual(indicators[owner], Quarter(quarter), actual)
            case DeviationEntry(owner, quarter, deviation):
                indicators[owner] = _with_deviation(indicators[owner], Quarter(quarter), deviation)
            case UnitsEntry(owner):
                indicators[owner] = with_units(indicators[owner], breakdowns[owner], entry, plan.year)
            case ExecutedEntry(owner, quarter, amount):
                funds[owner] = _with_executed(funds[owner], Quarter(quarter), amount)
    return replace(plan, indicators=tuple(indicators.values()), funds=tuple(funds.values()))


def _with_actual(indicator: Indicator, quarter: Quarter, actual: Actual | None) -> Indicator:
    others = {past: given for past, given in indicator.actuals.items() if past != quarter}
    return replace(indicator, actuals=others if actual is None else {**others, quarter: actual})


def _with_deviation(indicator: Indicator, quarter: Quarter, given: Deviation | None) -> Indicator:
    others = {past: known for past, known in indicator.deviations.items() if past != quarter}
    return replace(indicator, deviations=others if given is None else {**others, quarter: given})


def _with_executed(fund: Fund, quarter: Quarter, amount: Decimal | None) -> Fund:
    others = {past: money for past, money in fund.executed.items() if past != quarter}
    return replace(fund, executed=others if amount is None else {**others, quarter: amount})
