"""The cells of one row of the entry grid: what they say, how they look, what their editors begin with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Deviation
from perftrack.domain.scoring import Score
from perftrack.domain.targets import TargetKind, print_target
from perftrack.domain.terms import Light
from perftrack.services.typedforms import derived_value, has_both, stored_column
from ui import formatting, theme
from ui.delegates.lights import light_word
from ui.delegates.roles import Look, State
from ui.models.drafts import CellKey, Draft
from ui.models.entry_words import (
    PER_SIGNS,
    choose_grade,
    edit_text,
    not_filled,
    nothing_there,
    state_words,
    value_text,
    with_unit,
)
from ui.models.typed_cells import Cell


class Column(IntEnum):
    """The columns of the grid, in the order of the paper form."""

    LEVEL1 = 0
    LEVEL2 = 1
    INDICATOR = 2
    TARGET = 3
    PREVIOUS = 4
    IN_QUARTER = 5
    TO_DATE = 6
    LIGHT = 7
    CAUSE = 8
    REMEDY = 9


@dataclass(frozen=True, slots=True)
class Row:
    """What one row is made of. ``now`` is painted (a preview perhaps), ``score`` is what is stored."""

    score: Score
    now: Score
    before: Score | None
    quarter: Quarter
    subtotal: str
    level1_end: bool
    editable: bool
    reasons: Mapping[str, tuple[Draft, str]]
    """Drafts by field, each with its reason in words."""
    unread: str = ""
    """Why the stored text of this quarter is not scored, if it does not read."""

    def key(self, field: str) -> CellKey:
        """The key of one of its cells."""
        return (self.score.indicator.id, field, int(self.quarter))


def cells_of(row: Row) -> tuple[Cell, ...]:
    """The cells of ``row`` in the order of :class:`Column`."""
    score = row.score
    return tuple(
        replace(cell, look=replace(cell.look, group_end=row.level1_end))
        for cell in (
            _level1(row),
            Cell(score.indicator.level2, Look(tone="text-2", size=theme.SMALL), spoken=score.indicator.level2),
            Cell(score.indicator.name, Look(), tip=score.indicator.name, spoken=score.indicator.name),
            _target(row),
            _previous(row),
            *_values(row),
            _light(row),
            *_deviations(row),
        )
    )


def is_reported_here(score: Score) -> bool:
    """Whether the indicator takes a value at all: it has a target and is not excluded."""
    return not score.excluded and score.target.kind is not TargetKind.EMPTY


def _level1(row: Row) -> Cell:
    look = Look(size=theme.SMALL, subtext=row.subtotal, subtone="text-2", quiet_row=True)
    name = row.score.indicator.level1
    return Cell(name, look, spoken=f"{name} {row.subtotal}")


def _target(row: Row) -> Cell:
    written, given = print_target(row.score.target) or formatting.NOTHING, row.score.indicator.target
    return Cell(written, Look(right=True), tip=given if given != written else "", spoken=written)


def _previous(row: Row) -> Cell:
    indicator, target = row.score.indicator, row.score.target
    look = Look(right=True, tone="text-2", state=State.LOCKED)
    if row.quarter.previous is None:
        text = indicator.prior_actual or formatting.NOTHING
    elif row.before is not None and has_both(indicator, target):
        text = with_unit(row.before) if row.before.value.quarters else formatting.NOTHING
    else:
        actual = indicator.actuals.get(row.quarter.previous)
        text = value_text(actual, target)[0] if actual else formatting.NOTHING
    return Cell(text, look, spoken=text, tip=text if len(text) > 6 else "")


def _values(row: Row) -> tuple[Cell, Cell]:
    indicator, target = row.score.indicator, row.score.target
    if not is_reported_here(row.score):
        words = QCoreApplication.translate("EntryGrid", "Not applicable") if row.score.excluded else formatting.NOTHING
        look = Look(right=True, tone="text-3", frame_left=True, frame_right=True)
        cell = Cell(words, look, spoken=words, tip=indicator.excluded or "")
        return cell, cell
    if not has_both(indicator, target):
        cell = _framed(_stored(row, "to_date"), left=True, right=True)
        return cell, cell
    stored, other = _stored(row, stored_column(indicator)), _derived(row)
    pair = (stored, other) if stored_column(indicator) == "increment" else (other, stored)
    return _framed(pair[0], left=True), _framed(pair[1], right=True)


def _framed(cell: Cell, left: bool = False, right: bool = False) -> Cell:
    return replace(cell, look=replace(cell.look, frame_left=left, frame_right=right))


def _stored(row: Row, field: str) -> Cell:
    """The value as reported, or what stands there instead: a refused text, or a word that asks for one."""
    score, key = row.score, row.key(field)
    actual = score.indicator.actuals.get(row.quarter)
    words = score.target.kind is TargetKind.WORDS
    base = Cell(editor="grade" if words else "line", editable=row.editable, key=key, unit=score.target.unit)
    state = State.NONE if row.editable else State.LOCKED
    if actual is not None and actual.note:
        state |= State.NOTED
        base = replace(base, tip=actual.note)
    if field in row.reasons:
        return _drafted(base, *row.reasons[field], state)
    if actual is None or actual == Actual(note=actual.note):
        text = choose_grade() if words else not_filled()
        look = Look(right=True, state=state | State.EMPTY)
        return replace(base, text=text if row.editable else formatting.NOTHING, look=look, spoken=state_words(look))
    if row.unread:
        # An imported text that does not read looks like a refused one: it is not scored until it is mended.
        state |= State.REFUSED
        base = replace(base, tip=row.unread)
    text, below = value_text(actual, score.target)
    look = Look(right=True, state=state, subtext=below, subtone="text-3")
    spoken = " ".join(part for part in (text, below, state_words(look)) if part)
    return replace(base, text=text, look=look, edit=edit_text(actual, score.target), spoken=spoken)


def _derived(row: Row) -> Cell:
    """本期 or 累计, whichever is not stored; typing here is converted."""
    indicator = row.score.indicator
    field = "to_date" if stored_column(indicator) == "increment" else "increment"
    base = Cell(editable=row.editable, key=row.key(field), unit=row.score.target.unit)
    state = State.NONE if row.editable else State.LOCKED
    if field in row.reasons:
        return _drafted(base, *row.reasons[field], state)
    digits = derived_value(row.score, row.before) if row.quarter in indicator.actuals else ""
    if not digits:
        return replace(base, look=Look(right=True, state=state), spoken=state_words(Look(state=State.EMPTY)))
    how = (
        QCoreApplication.translate("EntryGrid", "derived from the quarters")
        if field == "to_date"
        else QCoreApplication.translate("EntryGrid", "derived from the total to date")
    )
    sign = row.score.target.unit if row.score.target.unit in PER_SIGNS else ""
    text = digits.replace("-", formatting.MINUS) + sign
    below = QCoreApplication.translate("EntryGrid", "derived")
    look = Look(right=True, state=state | State.DERIVED, subtext=below, subtone="text-3")
    return replace(base, text=text, edit=digits, look=look, tip=how, spoken=f"{text} {how}")


def _drafted(base: Cell, draft: Draft, reason: str, state: State) -> Cell:
    look = Look(right=base.editor not in ("prose",), state=state | (State.REFUSED if draft.refused else State.UNSAVED))
    if base.editor == "prose":
        look = replace(look, size=theme.SMALL)
    return replace(
        base, text=draft.text, edit=draft.text, look=look, tip=reason,
        spoken=f"{draft.text} {state_words(look)} {reason}",
    )  # fmt: skip


def _light(row: Row) -> Cell:
    score = row.now
    if not is_reported_here(score):
        return Cell()
    light = (score.light or Light.GREY).value
    return Cell("", Look(light=light, center=True), spoken=light_word(light))


def _deviations(row: Row) -> tuple[Cell, Cell]:
    given = row.score.indicator.deviations.get(row.quarter, Deviation())
    asked = row.score.lost > 0 and is_reported_here(row.score)
    refusals = (reason for field, (_, reason) in row.reasons.items() if field in ("increment", "to_date"))
    refusal = next(refusals, row.unread)
    cells = []
    for field, text in (("cause", given.cause), ("remedy", given.remedy)):
        base = Cell(editor="prose", editable=row.editable, key=row.key(field), edit=text)
        if field in row.reasons:
            cells.append(_drafted(base, *row.reasons[field], State.NONE))
        elif field == "cause" and refusal:
            look = Look(tone="red", size=theme.SMALL)
            cells.append(replace(base, text=refusal, look=look, tip=refusal, spoken=refusal))
        elif text:
            cells.append(replace(base, text=text, look=Look(size=theme.SMALL), tip=text, spoken=text))
        else:
            look = Look(size=theme.SMALL, tone="text-3")
            words = not_filled() if asked and row.editable else ""
            cells.append(replace(base, text=words, look=look, spoken=words or nothing_there()))
    return cells[0], cells[1]
