"""Collection by file: a form that came back, compared three ways with the file, and accepted cell by cell."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.scorecards import score_plan
from perftrack.errors import UserError
from perftrack.services import guarding, recording, reporting, rubrics, units
from perftrack.services.changes import Changes
from perftrack.services.collectionform import structure_of
from perftrack.services.importing.collected import Beside, Collected, entries_of
from perftrack.services.importing.collected_cells import Place
from perftrack.services.importing.collected_units import UnitsEntry
from perftrack.services.importing.collection_compare import Comparison
from perftrack.services.importing.collection_reader import Returned, read_form
from perftrack.services.workspace import Workspace

_COMMAND = "accept_forms"


def collect(ws: Workspace, path: Path) -> Collected:
    """The form at ``path`` compared with the file. Raises UserError as :func:`read_form` and :func:`compare`."""
    return compare(ws, read_form(path))


def compare(ws: Workspace, returned: Returned) -> Collected:
    """What a form would change. Nothing is stored.

    Raises UserError ``collect_other_office``, ``collect_other_file``, ``collect_year_gone``, ``collect_plan_gone``.
    """
    stamp = returned.stamp
    ours = ws.department().name
    if stamp.office != ours:
        raise UserError("collect_other_office", form=returned.name, theirs=stamp.office, ours=ours)
    if stamp.file_id != ws.file_id:
        raise UserError("collect_other_file", form=returned.name, ours=ours)
    if stamp.year not in ws.years():
        known = "、".join(str(year) for year in ws.years()) or "—"
        raise UserError("collect_year_gone", form=returned.name, year=stamp.year, known=known)
    try:
        plan = ws.plan(stamp.plan_id)
    except UserError as error:
        raise UserError("collect_plan_gone", form=returned.name, plan=stamp.plan, year=stamp.year) from error
    beside = _beside(ws, plan)
    cells = tuple(Comparison(plan, Quarter(stamp.quarter), beside).cells(returned))
    total = score_plan(plan, beside.pack, Quarter(stamp.quarter)).total
    changed = structure_of(plan) != stamp.structure
    barred = _barred(ws, plan, stamp.quarter)
    return Collected(returned.name, stamp, plan, beside, total, cells, changed, barred)


def accept(ws: Workspace, collected: Sequence[Collected], chosen: Collection[Place]) -> Changes:
    """Stores the chosen cells of one or more forms: one transaction, one undo step.

    Raises UserError ``collect_changed_meanwhile`` when a cell is no longer as it was compared, RefusedValue when
    cells do not go together, and what recording raises. Nothing is stored then.
    """
    wanted = frozenset(chosen)
    entries: list[recording.Entry | UnitsEntry] = []
    for each in collected:
        cells = [cell for cell in each.cells if cell.place in wanted and cell.acceptable]
        if not cells:
            continue
        plan, beside = ws.plan(each.plan.id), _beside(ws, each.plan)
        if barred := _barred(ws, plan, each.stamp.quarter):
            raise barred
        for cell in cells:
            now, then = _stored_at(plan, beside, cell.place), _stored_at(each.plan, each.beside, cell.place)
            if now != then:
                raise UserError("collect_changed_meanwhile", name=cell.full_name, plan=plan.name)
        entries.extend(entries_of(plan, beside, cells))
    return _store(ws, entries)


def _store(ws: Workspace, entries: Sequence[recording.Entry | UnitsEntry]) -> Changes:
    """The office's own values first: those that follow from the units are made anew then, and keep their notes."""
    own = [entry for entry in entries if not isinstance(entry, UnitsEntry)]
    of_units = [entry for entry in entries if isinstance(entry, UnitsEntry)]
    if not entries:
        return Changes(_COMMAND)
    with ws.writing(_COMMAND) as work:
        changes = recording.put_entries(ws, work, _COMMAND, own)
        count = int(str(changes.label[1]["count"]))
        for entry in of_units:
            place, touched = units.put_units(ws, work, entry.indicator, entry.quarter, entry.entries)
            count += touched
            changes = replace(
                changes,
                years=changes.years | {place.year},
                plans=changes.plans | {place.plan_id},
                indicators=changes.indicators | {place.id},
                topics=changes.topics | {"units"},
            )
    return ws.took(work, replace(changes, label=(_COMMAND, {"count": count})))


def _beside(ws: Workspace, plan: Plan) -> Beside:
    breakdowns = units.breakdowns(ws, [indicator.id for indicator in plan.indicators])
    return Beside(reporting.pack_for(ws, plan.year), breakdowns, rubrics.of_plan(ws, plan.id))


def _barred(ws: Workspace, plan: Plan, quarter: int) -> UserError | None:
    """Why nothing may be accepted for the plan's quarter now, None if it may. Accepting asks again."""
    try:
        guarding.require(ws, Act.ENTER, plan.id)
    except UserError as error:
        return error
    if plan.dropped is not None:
        return UserError("collect_plan_dropped", plan=plan.name, reason=plan.dropped)
    if plan.year in ws.closed_years():
        return UserError("year_closed", year=plan.year)
    if Quarter(quarter) in ws.locks(plan.year):
        return UserError("quarter_locked", plan=plan.name, quarter=quarter)
    review = ws.reviews(plan.year).get((plan.id, Quarter(quarter)))
    if review is not None and review.settled:
        return UserError(f"quarter_{review.state}", plan=plan.name, quarter=quarter)
    return None


def _stored_at(plan: Plan, beside: Beside, place: Place) -> object:
    """What is stored at a place, as one value to compare; None for nothing, also where the owner is gone."""
    quarter = Quarter(place.quarter)
    if place.unit:
        broken = beside.breakdowns.get(place.owner)
        return broken.values.get(quarter, {}).get(place.unit) if broken else None
    if place.field == "executed":
        fund = next((each for each in plan.funds if each.id == place.owner), None)
        return fund.executed.get(quarter) if fund else None
    indicator = next((each for each in plan.indicators if each.id == place.owner), None)
    if indicator is None:
        return None
    if place.field in ("value", "note"):
        return indicator.actuals.get(quarter)
    return indicator.deviations.get(quarter)
