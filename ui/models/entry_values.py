"""The value cells of the entry grid: what was reported, what follows from it, what was refused."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.scoring import Score
from perftrack.domain.targets import TargetKind
from perftrack.services.typedforms import derived_value, has_both, stored_column
from ui import formatting, theme
from ui.delegates.roles import Look, State
from ui.models.drafts import CellKey, Draft
from ui.models.entry_words import PER_SIGNS, choose_grade, edit_text, not_filled, state_words, value_text
from ui.models.typed_cells import Cell


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
    evidence: int = 0
    """Files of evidence of this quarter."""

    def key(self, field: str) -> CellKey:
        """The key of one of its cells."""
        return (self.score.indicator.id, field, int(self.quarter))


def is_reported_here(score: Score) -> bool:
    """Whether the indicator takes a value at all: it has a target and is not excluded."""
    return not score.excluded and score.target.kind is not TargetKind.EMPTY


def value_cells(row: Row) -> tuple[Cell, Cell]:
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
        return drafted(base, *row.reasons[field], state)
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
        return drafted(base, *row.reasons[field], state)
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


def drafted(base: Cell, draft: Draft, reason: str, state: State) -> Cell:
    look = Look(right=base.editor not in ("prose",), state=state | (State.REFUSED if draft.refused else State.UNSAVED))
    if base.editor == "prose":
        look = replace(look, size=theme.SMALL)
    return replace(
        base, text=draft.text, edit=draft.text, look=look, tip=reason,
        spoken=f"{draft.text} {state_words(look)} {reason}",
    )  # fmt: skip
