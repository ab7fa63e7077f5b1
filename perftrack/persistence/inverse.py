"""Taking a command back: the inverse of its journal rows, newest first, as a command of its own."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlalchemy.exc import IntegrityError

from perftrack.errors import UserError
from perftrack.persistence import journal
from perftrack.persistence.journal import Entry
from perftrack.persistence.shapes import Row, Shape, shapes
from perftrack.persistence.stored import Values
from perftrack.persistence.unit_of_work import UnitOfWork


def take_back(work: UnitOfWork, command_id: str) -> None:
    """Puts every row the command changed back as it was before.

    Raises :class:`UserError` ``undo_conflict`` if any of those rows is no longer as the command left it; then
    nothing changes. The counters (``version``) go on: they tell changes apart, not contents.
    """
    entries = journal.entries_of(work.connection, command_id)
    if not entries:
        raise UserError("undo_conflict")
    try:
        for run in _runs(reversed(entries)):
            _reverse(work, run)
    except IntegrityError as error:  # somebody else's rows stand on these, or in their place
        raise UserError("undo_conflict") from error


def _reverse(work: UnitOfWork, run: list[Entry]) -> None:
    """Undoes one run of entries."""
    shape = shapes()[run[0].entity]
    if run[0].after is None:
        gone = [_content(shape, entry.before) for entry in run]
        if work.find(shape.name, [shape.key(values) for values, _ in gone]):
            raise UserError("undo_conflict")
        work.insert(shape.name, [values for values, _ in gone], [version + 1 for _, version in gone])
        return
    rows = _as_left(work, shape, run)
    if run[0].before is None:
        work.delete(shape.name, rows)
    else:
        targets = [_content(shape, entry.before)[0] for entry in run]
        work.update(shape.name, list(zip(rows, targets, strict=True)))


def _as_left(work: UnitOfWork, shape: Shape, run: list[Entry]) -> list[Row]:
    """The live rows of the entries, which must still have the content the entries left."""
    expected = [_content(shape, entry.after)[0] for entry in run]
    live = work.find(shape.name, [shape.key(values) for values in expected])
    rows = [live.get(shape.key(values)) for values in expected]
    found = [row for row, values in zip(rows, expected, strict=True) if row is not None and row.values == values]
    if len(found) != len(expected):
        raise UserError("undo_conflict")
    return found


def _content(shape: Shape, text: str | None) -> tuple[Values, int]:
    content = json.loads(text or "{}")
    return tuple([content[name] for name in shape.columns]), content["version"]


def _runs(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Neighbours that can be handled at once: same table, same kind of change, no row twice."""

    def kind(entry: Entry) -> tuple[str, bool, bool]:
        return entry.entity, entry.before is None, entry.after is None

    for _, group in groupby(entries, kind):
        run: dict[str, Entry] = {}
        for entry in group:
            if entry.key in run:
                yield list(run.values())
                run = {}
            run[entry.key] = entry
        yield list(run.values())
