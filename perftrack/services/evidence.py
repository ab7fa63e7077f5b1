"""佐证资料 of values, indicators and plans: adding, changing, removing, what is required and what is missing.

Adding has two halves, so that a window can copy large files off its thread: :func:`admit` says whether it may be,
:func:`keep` copies the files beside the database (any thread), :func:`add` stores their rows as one command.
Removing takes the row and leaves the file: undo brings the row back.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from perftrack.domain import evidence as words
from perftrack.domain.access import Act
from perftrack.domain.evidence import LARGEST, Evidence, Gap, Kept, Needs, Owner, Use
from perftrack.domain.filenames import safe_name
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.terms import EvidenceKind
from perftrack.errors import UserError
from perftrack.services import guarding
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace

if TYPE_CHECKING:
    from perftrack.persistence.evidence_files import Incoming, Progress, Write
    from perftrack.persistence.evidence_reading import OwnerPlace
    from perftrack.persistence.shapes import Row
    from perftrack.persistence.stored import Values
    from perftrack.persistence.unit_of_work import UnitOfWork

_TOPIC = frozenset({"evidence"})


def incoming(source: Path | bytes, name: str = "") -> "Incoming":
    """A file to be taken in under a safe name: its own, or ``name`` for bytes that have none.

    Raises :class:`UserError` ``evidence_program`` for what a system would run when it is opened.
    """
    from perftrack.persistence.evidence_files import Incoming

    shown = safe_name(name or (source.name if isinstance(source, Path) else ""))
    if words.is_program(shown):
        raise UserError("evidence_program", name=shown)
    return Incoming(shown, source)


def admit(ws: Workspace, owner: Owner) -> None:
    """Raises what :func:`add` would raise for this place, before any file is copied."""
    guarding.require(ws, Act.ENTER, owner.plan_id)
    if ws.read_only:
        raise UserError("read_only", path=str(ws.path))
    with ws.reading() as connection:
        _open_place(connection, owner)


def keep(
    database: Path,
    files: "Sequence[Incoming]",
    *,
    limit: int = LARGEST,
    progress: "Progress | None" = None,
    write: "Write | None" = None,
) -> tuple[Kept, ...]:
    """Copies files beside ``database``, all or none; see :func:`perftrack.persistence.evidence_files.keep`."""
    from perftrack.persistence import evidence_files

    if write is None:
        return evidence_files.keep(database, files, limit=limit, progress=progress)
    return evidence_files.keep(database, files, limit=limit, progress=progress, write=write)


def add(ws: Workspace, owner: Owner, files: Sequence[Kept], kind: EvidenceKind, note: str = "") -> Changes:
    """Stores rows for files that are kept, all of one kind, numbered on from the plan's last: one command.

    Raises :class:`UserError` ``indicator_gone``, ``plan_gone``, ``year_closed``, those of
    :mod:`perftrack.services.guarding` and what a unit of work raises.
    """
    from perftrack.persistence import evidence_reading
    from perftrack.persistence.unit_of_work import new_key

    guarding.require(ws, Act.ENTER, owner.plan_id)
    with ws.writing("add_evidence") as work:
        place = _open_place(work.connection, owner)
        last = evidence_reading.highest_number(work.connection, owner.plan_id)
        added = ws.now().isoformat(timespec="seconds")
        quarter = None if owner.quarter is None else int(owner.quarter)
        rows: list[Values] = [
            (
                new_key(), owner.plan_id, owner.indicator_id, quarter, number, kind.value, each.name, each.sha256,
                each.size, added, ws.actor.name or "", note.strip(),
            )
            for number, each in enumerate(files, start=last + 1)
        ]  # fmt: skip
        work.insert("evidence", rows)
    label = ("add_evidence", {"count": len(files), "place": place.indicator or place.plan})
    return ws.took(work, _changes("add_evidence", [owner], {place.year}, label))


def change(ws: Workspace, evidence_id: str, *, kind: EvidenceKind | None = None, note: str | None = None) -> Changes:
    """Changes kind or note. Raises ``evidence_gone`` and as :func:`add`."""

    def changed(work: "UnitOfWork", rows: "list[Row]") -> None:
        from perftrack.persistence.shapes import shapes

        columns = shapes()["evidence"].columns
        wanted = {"kind": kind and kind.value, "note": None if note is None else note.strip()}
        (row,) = rows
        after = tuple(
            old if (new := wanted.get(name)) is None else new for name, old in zip(columns, row.values, strict=True)
        )
        if after != row.values:
            work.update("evidence", [(row, after)])

    return _write(ws, "change_evidence", [evidence_id], changed)


def remove(ws: Workspace, evidence_ids: Sequence[str]) -> Changes:
    """Takes evidence out, one undo step; the files stay. Raises ``evidence_gone`` and as :func:`add`."""
    return _write(ws, "remove_evidence", evidence_ids, lambda work, rows: work.delete("evidence", rows))


def set_needs(ws: Workspace, indicator_id: str, kinds: Iterable[EvidenceKind]) -> Changes:
    """Sets the kinds of evidence an indicator must have; none at all: it needs none.

    Raises :class:`UserError` ``indicator_gone``, ``year_closed``, those of :mod:`perftrack.services.guarding`.
    """
    from perftrack.persistence import cells, evidence_reading, people_reading

    guarding.require(ws, Act.SET_UP)
    wanted = frozenset(kinds)
    with ws.writing("set_evidence_needs") as work:
        plan_id = people_reading.plans_of_owners(work.connection, [indicator_id]).get(indicator_id, "")
        place = evidence_reading.place(work.connection, plan_id, indicator_id)
        if place is None:
            raise UserError("indicator_gone")
        if place.closed:
            raise UserError("year_closed", year=place.year)
        cells.put(work, [_need(indicator_id, kind, kind in wanted) for kind in EvidenceKind])
    label = ("set_evidence_needs", {"indicator": place.indicator})
    return ws.took(work, _changes("set_evidence_needs", [Owner(plan_id, indicator_id)], {place.year}, label))


def of_plan(ws: Workspace, plan_id: str) -> tuple[Evidence, ...]:
    """The evidence of a plan in the order of its numbers."""
    from perftrack.persistence import evidence_reading

    with ws.reading() as connection:
        return evidence_reading.of_plan(connection, plan_id)


def needs_of_plan(ws: Workspace, plan_id: str) -> Needs:
    """The kinds of evidence the indicators of a plan must have; those that need none are missing."""
    from perftrack.persistence import evidence_reading

    with ws.reading() as connection:
        return evidence_reading.needs(connection, plan_id=plan_id)


def evidence_counts(ws: Workspace, plan_id: str, quarter: int) -> dict[str, int]:
    """How much evidence each indicator has for its value in a quarter and as a whole, by indicator id."""
    from perftrack.persistence import review_reading

    with ws.reading() as connection:
        return review_reading.evidence_counts(connection, plan_id, int(quarter))


def plan_gaps(ws: Workspace, plan: Plan, quarter: Quarter) -> tuple[Gap, ...]:
    """What is required and missing in a plan as of ``quarter``, in sheet order."""
    from perftrack.persistence import evidence_reading

    with ws.reading() as connection:
        needs = evidence_reading.needs(connection, plan_id=plan.id)
        return words.gaps(plan, evidence_reading.of_plan(connection, plan.id), needs, quarter) if needs else ()


def year_gaps(ws: Workspace, plans: Sequence[Plan], quarter: Quarter) -> dict[str, tuple[Gap, ...]]:
    """As :func:`plan_gaps`, of plans of one year, by plan id; plans without gaps are missing."""
    from perftrack.persistence import evidence_reading

    if not plans:
        return {}
    with ws.reading() as connection:
        needs = evidence_reading.needs(connection, year=plans[0].year)
        given = evidence_reading.of_year(connection, plans[0].year) if needs else {}
    found = {plan.id: words.gaps(plan, given.get(plan.id, ()), needs, quarter) for plan in plans} if needs else {}
    return {plan_id: of_one for plan_id, of_one in found.items() if of_one}


def duplicates(ws: Workspace, hashes: Iterable[str]) -> list[Use]:
    """Where files with these hashes are used in the office already. Allowed, but worth saying."""
    from perftrack.persistence import evidence_reading

    with ws.reading() as connection:
        return evidence_reading.uses(connection, hashes)


def open_copy(ws: Workspace, evidence_id: str, folder: Path) -> Path:
    """A read-only copy in the private ``folder``, under a safe name, of a file that is what its hash says.

    Raises :class:`UserError` ``evidence_gone``, ``evidence_program`` and those of
    :func:`perftrack.persistence.evidence_files.copy_out`.
    """
    return copying(ws, evidence_id, folder)()


def copying(ws: Workspace, evidence_id: str, folder: Path) -> Callable[[], Path]:
    """The work of :func:`open_copy`, which may run in any thread; what the file knows is asked here and now."""
    from perftrack.persistence import evidence_files, evidence_reading

    with ws.reading() as connection:
        found = evidence_reading.by_ids(connection, [evidence_id]).get(evidence_id)
    if found is None:
        raise UserError("evidence_gone")
    name = safe_name(found.name)
    if words.is_program(name):
        raise UserError("evidence_program", name=name)
    database, digest, target = ws.path, found.sha256, folder / found.sha256[:16] / name

    def copy() -> Path:
        evidence_files.copy_out(database, digest, target)
        return target

    return copy


def folder_of(database: Path) -> Path:
    """The folder beside ``database`` that holds its evidence; it may not be there."""
    from perftrack.persistence import evidence_files

    return evidence_files.folder_of(database)


def verify(ws: Workspace) -> list[tuple[str, dict[str, object]]]:
    """What is wrong with the stored files, every one read whole, as codes of section ``damage`` and arguments."""
    from perftrack.persistence import evidence_files, evidence_reading

    with ws.reading() as connection:
        stored = evidence_reading.stored(connection)
    found: list[tuple[str, dict[str, object]]] = []
    for each in stored:
        state = evidence_files.state_of(ws.path, each.sha256, each.size)
        if state != "sound":
            found.append(
                (
                    f"evidence_{state}",
                    {"year": each.year, "plan": each.plan, "number": each.number, "name": each.name},
                )
            )
    return found


def _need(indicator_id: str, kind: EvidenceKind, wanted: bool) -> Any:
    from perftrack.persistence.cells import Cell

    values = (indicator_id, kind.value)
    return Cell("evidence_need", values, lambda _: values if wanted else None)


def _open_place(connection: Any, owner: Owner) -> "OwnerPlace":
    """Where ``owner`` is, if evidence may still change there."""
    from perftrack.persistence import evidence_reading

    place = evidence_reading.place(connection, owner.plan_id, owner.indicator_id)
    if place is None:
        raise UserError("indicator_gone" if owner.indicator_id else "plan_gone")
    if place.closed:
        raise UserError("year_closed", year=place.year)
    if owner.quarter is not None:
        guarding.refuse_places(connection, {(owner.plan_id, int(owner.quarter))})
    return place


def _write(ws: Workspace, command: str, evidence_ids: Sequence[str], act: Any) -> Changes:
    """One command on evidence that is there, all or none."""
    from perftrack.persistence import evidence_reading

    with ws.writing(command) as work:
        found = evidence_reading.by_ids(work.connection, evidence_ids)
        if not found or len(found) < len(set(evidence_ids)):
            raise UserError("evidence_gone")
        owners = [Owner(each.plan_id, each.indicator_id, each.quarter) for each in found.values()]
        for owner in owners:
            guarding.require(ws, Act.ENTER, owner.plan_id)
        years = {_open_place(work.connection, owner).year for owner in owners}
        rows = work.find("evidence", [(each,) for each in found])
        act(work, list(rows.values()))
    label = (command, {"count": len(found), "name": next(iter(found.values())).name})
    return ws.took(work, _changes(command, owners, years, label))


def _changes(command: str, owners: Sequence[Owner], years: Iterable[int], label: Any) -> Changes:
    return Changes(
        command,
        years=frozenset(years),
        plans=frozenset(owner.plan_id for owner in owners),
        indicators=frozenset(owner.indicator_id for owner in owners if owner.indicator_id),
        topics=_TOPIC,
        label=label,
    )
