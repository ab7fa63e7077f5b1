"""The cells of one row of the entry grid: what they say, how they look, what their editors begin with."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from perftrack.domain.plans import Deviation
from perftrack.domain.targets import print_target
from perftrack.domain.terms import Light
from perftrack.services.typedforms import has_both
from ui import formatting, theme
from ui.delegates.lights import light_word
from ui.delegates.roles import Look, State
from ui.models.entry_columns import Column
from ui.models.entry_values import Row, drafted, is_reported_here, value_cells
from ui.models.entry_words import PER_SIGNS, not_filled, nothing_there, value_text, with_unit
from ui.models.typed_cells import Cell

_VALUES = (Column.IN_QUARTER, Column.TO_DATE)


def cells_of(row: Row, columns: Sequence[Column]) -> tuple[Cell, ...]:
    """The cells of ``row`` in ``columns``."""
    values = value_cells(row)
    made = [values[_VALUES.index(column)] if column in _VALUES else _CELLS[column](row) for column in columns]
    return _ended(made) if row.level1_end else tuple(made)


def folded_cells(
    row: Row, said: str, lights: Sequence[tuple[Light, int]], columns: Sequence[Column]
) -> tuple[Cell, ...]:
    """The cells of the one row a folded group is shown as: its first indicator in ``row``, how many in ``said``.

    All but the first are one cell.
    """
    counts = [f"{light_word(light.value)} {number}" for light, number in lights if number]
    words = "　".join([said, *counts])
    tip = QCoreApplication.translate("EntryGrid", "Folded: Right unfolds")
    rest = Cell(words, Look(icon="right", tone="text-2", size=theme.SMALL), tip=tip, spoken=f"{words} {tip}")
    return _ended([_level1(row), *[rest] * (len(columns) - 1)])


def _ended(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(replace(cell, look=replace(cell.look, group_end=True)) for cell in cells)


def _level1(row: Row) -> Cell:
    look = Look(size=theme.SMALL, subtext=row.subtotal, subtone="text-2", quiet_row=True)
    name = row.score.indicator.level1
    tip = QCoreApplication.translate("EntryGrid", "Left folds the group, Right unfolds it")
    return Cell(name, look, tip=f"{name} {row.subtotal}\n{tip}", spoken=f"{name} {row.subtotal}")


def _level2(row: Row) -> Cell:
    name = row.score.indicator.level2
    return Cell(name, Look(tone="text-2", size=theme.SMALL), spoken=name)


def _name(row: Row) -> Cell:
    name = row.score.indicator.name
    return Cell(name, Look(), tip=name, spoken=name)


def _target(row: Row) -> Cell:
    written, given = print_target(row.score.target) or formatting.NOTHING, row.score.indicator.target
    return Cell(written, Look(right=True), tip=given if given != written else "", spoken=written)


def _quiet(text: str, state: State = State.NONE) -> Cell:
    look = Look(right=True, tone="text-2", state=state)
    return Cell(text, look, spoken=text, tip=text if len(text) > 6 else "")


def _prior(row: Row) -> Cell:
    return _quiet(row.score.indicator.prior_actual or formatting.NOTHING)


def _milestone(row: Row) -> Cell:
    value: Decimal | None = row.score.indicator.milestones.get(row.quarter)
    unit = row.score.target.unit
    return _quiet(formatting.number(value) + (unit if value is not None and unit in PER_SIGNS else ""))


def _previous(row: Row) -> Cell:
    indicator, target = row.score.indicator, row.score.target
    if row.quarter.previous is None:
        text = indicator.prior_actual or formatting.NOTHING
    elif row.before is not None and has_both(indicator, target):
        text = with_unit(row.before) if row.before.value.quarters else formatting.NOTHING
    else:
        actual = indicator.actuals.get(row.quarter.previous)
        text = value_text(actual, target)[0] if actual else formatting.NOTHING
    return _quiet(text, State.LOCKED)


def _light(row: Row) -> Cell:
    score = row.now
    if not is_reported_here(score):
        return Cell()
    light = (score.light or Light.GREY).value
    return Cell("", Look(light=light, center=True), spoken=light_word(light))


def _score(row: Row) -> Cell:
    score = row.now
    if score.excluded:
        return _quiet(formatting.NOTHING)
    text = formatting.points(score.points)
    told = f"{text} / {formatting.number(score.full.normalize()) if score.full else 0}"
    lost = score.points is not None and score.lost > 0
    return Cell(text, Look(right=True, bold=lost, tone="text" if lost else "text-2"), tip=told, spoken=told)


def _evidence(row: Row) -> Cell:
    text = formatting.number(row.evidence)
    return Cell(text, Look(right=True, tone="text" if row.evidence else "text-3"), spoken=text)


def _cause(row: Row) -> Cell:
    refusals = (reason for field, (_, reason) in row.reasons.items() if field in ("increment", "to_date", "note"))
    refusal = next(refusals, row.unread)
    if refusal and "cause" not in row.reasons:
        look = Look(tone="red", size=theme.SMALL)
        given = row.score.indicator.deviations.get(row.quarter, Deviation()).cause
        base = Cell(editor="prose", editable=row.editable, key=row.key("cause"), edit=given)
        return replace(base, text=refusal, look=look, tip=refusal, spoken=refusal)
    return _deviation(row, "cause")


def _remedy(row: Row) -> Cell:
    return _deviation(row, "remedy")


def _deviation(row: Row, field: str) -> Cell:
    given = row.score.indicator.deviations.get(row.quarter, Deviation())
    asked = row.score.lost > 0 and is_reported_here(row.score)
    return _prose(row, field, given.cause if field == "cause" else given.remedy, asked)


def _note(row: Row) -> Cell:
    actual = row.score.indicator.actuals.get(row.quarter)
    return _prose(row, "note", (actual.note if actual else "") or "", False)


def _prose(row: Row, field: str, text: str, asked: bool) -> Cell:
    base = Cell(editor="prose", editable=row.editable, key=row.key(field), edit=text)
    if field in row.reasons:
        return drafted(base, *row.reasons[field], State.NONE)
    if text:
        return replace(base, text=text, look=Look(size=theme.SMALL), tip=text, spoken=text)
    words = not_filled() if asked and row.editable else ""
    look = Look(size=theme.SMALL, tone="text-3", state=State.EMPTY if words else State.NONE)
    return replace(base, text=words, look=look, spoken=words or nothing_there())


_CELLS: dict[Column, Callable[[Row], Cell]] = {
    Column.LEVEL1: _level1,
    Column.LEVEL2: _level2,
    Column.INDICATOR: _name,
    Column.PRIOR: _prior,
    Column.TARGET: _target,
    Column.MILESTONE: _milestone,
    Column.PREVIOUS: _previous,
    Column.LIGHT: _light,
    Column.SCORE: _score,
    Column.CAUSE: _cause,
    Column.REMEDY: _remedy,
    Column.NOTE: _note,
    Column.EVIDENCE: _evidence,
}
