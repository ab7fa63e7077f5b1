"""Which rows the entry grid has: one per indicator, those a filter lets through, folded groups as one."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.terms import Light
from perftrack.services.typedforms import has_both
from ui.models.entry_columns import Column
from ui.models.entry_values import is_reported_here
from ui.models.typed_cells import Cell

#: (row, section, rows, sections) of a merged cell.
Span = tuple[int, int, int, int]


class Show(StrEnum):
    """What a filter lets through."""

    ALL = "all"
    UNREPORTED = "unreported"
    RED = "red"
    CHANGED = "changed"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the grid: the place of its indicator among the scores; a folded group has that of its first."""

    place: int
    folded: int = 0
    """How many indicators a folded group stands for; 0: the row is an indicator's own."""
    group_end: bool = False


def lines_of(card: Scorecard, folded: Collection[str], passing: Collection[str] | None) -> tuple[Line, ...]:
    """The rows of ``card``. ``passing`` are the indicators a filter lets through; while it does, nothing is folded."""
    lines: list[Line] = []
    for level1, members in groupby(enumerate(card.scores), key=lambda each: each[1].indicator.level1):
        places = [place for place, score in members if passing is None or score.indicator.id in passing]
        if passing is None and level1 in folded:
            lines.append(Line(places[0], len(places), True))
        else:
            lines += [Line(place, 0, place == places[-1]) for place in places]
    return tuple(lines)


def group_places(card: Scorecard, place: int) -> range:
    """The places of the run of equal level 1 names around ``place``."""
    level1 = card.scores[place].indicator.level1
    first = last = place
    while first > 0 and card.scores[first - 1].indicator.level1 == level1:
        first -= 1
    while last + 1 < len(card.scores) and card.scores[last + 1].indicator.level1 == level1:
        last += 1
    return range(first, last + 1)


def passes(show: Show, score: Score, reported: bool) -> bool:
    """Whether a filter that needs nothing from outside lets a score through."""
    if show is Show.UNREPORTED:
        return is_reported_here(score) and not reported
    return show is not Show.RED or score.light is Light.RED


def light_counts(scores: Collection[Score]) -> list[tuple[Light, int]]:
    """How many of ``scores`` have which light, in the order of the lights."""
    lights = [score.light or Light.GREY for score in scores if is_reported_here(score)]
    return [(light, lights.count(light)) for light in Light]


def spans_of(
    card: Scorecard, lines: tuple[Line, ...], cells: list[tuple[Cell, ...]], columns: tuple[Column, ...]
) -> list[Span]:
    """The merged cells: equal neighbours of level 1 and 2, one value over two columns, reasons over remedies, folds."""
    found: list[Span] = []
    scores = [card.scores[line.place] for line in lines]
    for column, depth in ((Column.LEVEL1, 1), (Column.LEVEL2, 2)):
        if column not in columns:
            continue
        section, row = columns.index(column), 0
        for key, members in groupby(range(len(lines)), key=lambda row: _levels(scores[row], lines[row], row, depth)):
            count = len(list(members))
            if count > 1:
                found.append((row, section, count, 1))
            row += count
            del key
    values, cause = columns.index(Column.IN_QUARTER), columns.index(Column.CAUSE) if Column.CAUSE in columns else -1
    beside = cause >= 0 and columns[cause + 1 : cause + 2] == (Column.REMEDY,)
    for row, (line, score) in enumerate(zip(lines, scores, strict=True)):
        if line.folded:
            found.append((row, 1, 1, len(columns) - 1))
            continue
        if not (has_both(score.indicator, score.target) and is_reported_here(score)):
            found.append((row, values, 1, 2))
        if beside and cells[row][cause].look.tone == "red" and not cells[row][cause + 1].edit:
            found.append((row, cause, 1, 2))
    return found


def _levels(score: Score, line: Line, row: int, depth: int) -> tuple[object, ...]:
    if line.folded:
        return (row,)
    return (score.indicator.level1, score.indicator.level2)[:depth]
