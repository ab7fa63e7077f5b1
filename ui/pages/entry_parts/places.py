"""Where the cursor goes and where a block lands: the geometry of a grid with merged and read-only cells."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from perftrack.services.typedforms import stored_column
from ui.models.entry_columns import Column
from ui.models.entry_grid import EntryGrid
from ui.models.entry_lines import Span
from ui.models.typed_grid import TypedGrid

Place = tuple[int, int]


def covered(spans: Sequence[Span]) -> dict[Place, Place]:
    """Cells that lie under a merged one, each with the cell that covers it."""
    result = {}
    for row, column, rows, columns in spans:
        for below in range(rows):
            for beside in range(columns):
                if below or beside:
                    result[row + below, column + beside] = (row, column)
    return result


def editable_places(model: TypedGrid, under: dict[Place, Place]) -> list[Place]:
    """Every cell that takes typing, in reading order."""
    sections = range(model.columnCount())
    return [
        (row, section)
        for row in range(model.rowCount())
        for section in sections
        if model.cell_at(row, section).editable and (row, section) not in under
    ]


def beside(places: Sequence[Place], place: Place, forward: bool) -> Place | None:
    """The next place in reading order, or None at the end."""
    if forward:
        return next((each for each in places if each > place), None)
    return next((each for each in reversed(places) if each < place), None)


def below(model: TypedGrid, places: Sequence[Place], place: Place, down: bool = True) -> Place | None:
    """The place under (or over) ``place`` in its column; among values the one that is stored."""
    row, column = place
    known = set(places)
    values = _values(model)
    for other in sorted({each for each, _ in places}, reverse=not down):
        if (other > row) is not down or other == row:
            continue
        wanted = column
        if isinstance(model, EntryGrid) and column in values:
            wanted = _value_place(model, known, row, other, column)
        if (other, wanted) in known:
            return other, wanted
    return None


def _values(model: TypedGrid) -> tuple[int, ...]:
    """The sections of 本期 and 累计."""
    if not isinstance(model, EntryGrid):
        return ()
    return model.section(Column.IN_QUARTER), model.section(Column.TO_DATE)


def _value_place(model: EntryGrid, places: Collection[Place], row: int, other: int, column: int) -> int:
    right = _values(model)[1]
    both_here, both_there = ((each, right) in places for each in (row, other))
    return column if both_here and both_there else model.value_column(other)


def landing(
    model: TypedGrid, block: Sequence[Sequence[str]], top_left: Place, under: dict[Place, Place]
) -> tuple[list[tuple[int, int, str]], int]:
    """Where the texts of a block go, and how many fall outside the grid.

    Blanks and read-only cells are passed over. In a merged value cell either column of the block fills it; where
    本期 and 累计 both come, the stored one counts and the other follows from it. One column of values that begins
    in a merged cell holds the values as they are stored.
    """
    wanted: dict[Place, str] = {}
    outside = 0
    values = _values(model)
    one_column = top_left in under.values() and all(len(line) == 1 for line in block)
    for down, line in enumerate(block):
        for right, text in enumerate(line):
            place = (top_left[0] + down, top_left[1] + right)
            if not text.strip():
                continue
            if place[0] >= model.rowCount() or place[1] >= model.columnCount():
                outside += 1
                continue
            if isinstance(model, EntryGrid) and place[1] in values:
                if one_column and not model.is_folded(place[0]):
                    place = (place[0], model.value_column(place[0]))
                place = under.get(place, place)
                if place in wanted:
                    continue
            if place not in under and model.cell_at(*place).editable:
                wanted[place] = text
    if isinstance(model, EntryGrid):
        _keep_stored_form(model, wanted, values)
    return [(row, column, text) for (row, column), text in sorted(wanted.items())], outside


def _keep_stored_form(model: EntryGrid, wanted: dict[Place, str], values: tuple[int, ...]) -> None:
    for first, second in pairwise(sorted(wanted)):
        if first[0] == second[0] and (first[1], second[1]) == values:
            stored = stored_column(model.score(first[0]).indicator) == "increment"
            wanted.pop(second if stored else first, None)
