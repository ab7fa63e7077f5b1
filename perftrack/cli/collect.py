"""Collection by file from the terminal: forms out, forms back."""

from argparse import Namespace
from collections import Counter
from typing import Any

from perftrack.cli.commands import quarter_of, year_of
from perftrack.cli.frame import DONE, Frame, now
from perftrack.cli.progress import ProgressBar
from perftrack.cli.usage import WrongUsage
from perftrack.domain.access import KEEPER
from perftrack.errors import UserError
from perftrack.services import reporting
from perftrack.services.exporting.collection import write_forms
from perftrack.services.importing.collected import Collected
from perftrack.services.importing.collected_cells import Difference, State
from perftrack.services.importing.collection import accept, collect
from perftrack.services.workspace import Workspace


def collect_forms(given: Namespace, frame: Frame) -> int:
    """Writes forms (``--out``) or reads one back (``--read``)."""
    if (given.out is None) == (given.read is None):
        raise WrongUsage("usage_collect")
    return _write(given, frame) if given.read is None else _read(given, frame)


def _write(given: Namespace, frame: Frame) -> int:
    quarter, year = quarter_of(given.quarter), year_of(given.year)
    with (
        Workspace.open(given.db, clock=now) as workspace,
        ProgressBar(frame.speaker.word("progress_collect")) as progress,
    ):
        workspace.act_as(KEEPER)
        written = write_forms(
            workspace,
            year=reporting.latest_year(workspace) if year is None else year,
            quarter=quarter,
            out=given.out,
            plans=None if given.plan is None else (given.plan,),
            until=given.until or "",
            progress=progress,
        )
    if given.json:
        frame.document({"files": [str(path) for path in written]})
        return DONE
    frame.say("collect_written", count=len(written), path=given.out)
    for path in written:
        frame.say("file_line", path=path)
    return DONE


def _read(given: Namespace, frame: Frame) -> int:
    with Workspace.open(given.db, clock=now) as workspace:
        workspace.act_as(KEEPER)
        found = collect(workspace, given.read)
        year = year_of(given.year)
        if year not in (None, found.stamp.year):
            raise UserError("collect_other_year", form=found.name, theirs=found.stamp.year, ours=year)
        taken = {State.NEW, State.CHANGED} | ({State.CONFLICT} if given.take_theirs else set())
        chosen = [cell for cell in found.cells if cell.state in taken]
        places = [cell.place for cell in chosen]
        total = found.total_with(places)
        if found.barred is not None and not given.dry_run:
            raise found.barred
        if chosen and not given.dry_run:
            accept(workspace, [found], places)
    if given.json:
        frame.document(_object(found, chosen, str(total), given.dry_run, frame))
        return DONE
    frame.say(
        "collect_title", plan=found.plan.name, year=found.stamp.year, quarter=frame.speaker.quarter(found.quarter)
    )
    for cell in found.cells:
        if cell.state is not State.SAME:
            frame.line(_line(cell, cell in chosen, frame))
    count = Counter(cell.state for cell in found.cells)
    frame.say(
        "collect_checked" if given.dry_run else "collect_taken",
        taken=len(chosen),
        conflicts=0 if given.take_theirs else count[State.CONFLICT],
        refused=count[State.REFUSED],
        same=count[State.SAME],
        before=found.total,
        after=total,
    )
    return DONE


def _line(cell: Difference, taken: bool, frame: Frame) -> str:
    word = frame.speaker.word
    told = frame.speaker.error(cell.reason) if cell.reason is not None else ""
    if cell.state is State.CONFLICT:
        told = word("collect_conflict_told", before=cell.before or "—")
    return word(
        "collect_line",
        mark="+" if taken else "-",
        state=word(f"cell_{cell.state}"),
        name=cell.full_name,
        field=word(f"cell_{cell.place.field}"),
        stored=cell.stored or "—",
        incoming=_incoming(cell) or "—",
        told=f"  {told}" if told else "",
    )


def _incoming(cell: Difference) -> str:
    return f"{cell.incoming} {cell.share}%".strip() if cell.share else cell.incoming


def _object(found: Collected, chosen: list[Difference], total: str, dry_run: bool, frame: Frame) -> dict[str, Any]:
    def shown(cell: Difference) -> dict[str, Any]:
        return {
            "indicator": cell.name,
            "unit": cell.unit or None,
            "field": cell.place.field,
            "stored": cell.stored,
            "before": cell.before,
            "incoming": _incoming(cell),
            "state": cell.state.value,
            "accepted": cell in chosen and not dry_run,
            "effect": None if cell.effect is None else str(cell.effect),
            "reason": None if cell.reason is None else frame.speaker.error(cell.reason),
        }

    return {
        "form": found.name,
        "plan": found.plan.name,
        "year": found.stamp.year,
        "quarter": found.stamp.quarter,
        "dry_run": dry_run,
        "accepted": 0 if dry_run else len(chosen),
        "total": {"before": str(found.total), "after": total},
        "barred": None if found.barred is None else frame.speaker.error(found.barred),
        "cells": [shown(cell) for cell in found.cells],
    }
