"""Where the cursor goes and where a block lands: the geometry of a grid with merged and read-only cells."""

from collections.abc import Sequence
from itertools import pairwise

from perftrack.services.typedforms import stored_column
from ui.models.entry_cells import Column
from ui.models.entry_grid import EntryGrid, Span
from ui.models.typed_grid import TypedGrid

Place = tuple[int, int]
_VALUES = (int(Column.IN_QUARTER), int(Column.TO_DATE))


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
    return [
        (row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if (row, column) not in under and model.cell(model.index(row, column)).editable
    ]


def beside(places: Sequence[Place], place: Place, forward: bool) -> Place | None:
    """The next place in reading order, or None at the end."""
    if forward:
        return next((each for each in places if each > place), None)
    return next((each for each in reversed(places) if each < place), None)


def below(model: TypedGrid, places: Sequence[Place], place: Place, down: bool = True) -> Place | None:
    """The place under (or over) ``place`` in its column; among values the one that is stored."""
    row, column = place
    rows = sorted({each for each, _ in places}, reverse=not down)
    for other in rows:
        if (other > row) is not down or other == row:
            continue
        wanted = column
        if isinstance(model, EntryGrid) and column in _VALUES:
            wanted = _value_place(model, places, row, other, column)
        if (other, wanted) in places:
            return other, wanted
    return None


def _value_place(model: EntryGrid, places: Sequence[Place], row: int, other: int, column: int) -> int:
    both_here, both_there = ((each, _VALUES[1]) in places for each in (row, other))
    return column if both_here and both_there else int(model.value_column(other))


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
    one_column = top_left in under.values() and all(len(line) == 1 for line in block)
    for down, line in enumerate(block):
        for right, text in enumerate(line):
            place = (top_left[0] + down, top_left[1] + right)
            if not text.strip():
                continue
            if place[0] >= model.rowCount() or place[1] >= model.columnCount():
                outside += 1
                continue
            if one_column and place[1] in _VALUES and isinstance(model, EntryGrid):
                place = (place[0], int(model.value_column(place[0])))
            if place in under and place[1] in _VALUES and isinstance(model, EntryGrid):
                place = under[place]
                if place in wanted:
                    continue
            if place not in under and model.cell(model.index(*place)).editable:
                wanted[place] = text
    if isinstance(model, EntryGrid):
        _keep_stored_form(model, wanted)
    return [(row, column, text) for (row, column), text in sorted(wanted.items())], outside


def _keep_stored_form(model: EntryGrid, wanted: dict[Place, str]) -> None:
    for first, second in pairwise(sorted(wanted)):
        if first[0] == second[0] and (first[1], second[1]) == _VALUES:
            stored = stored_column(model.score(first[0]).indicator) == "increment"
            wanted.pop(second if stored else first, None)
