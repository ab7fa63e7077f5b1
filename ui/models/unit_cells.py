"""The cells of one unit's row: what it should reach, what it reported, how it stands, and its four quarters."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from perftrack.domain.answers import AnswerKind, read_answer
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.scoring import Score
from perftrack.domain.targets import TargetKind, print_target
from perftrack.domain.terms import Light
from perftrack.domain.units import Breakdown, Unit, UnitValue
from perftrack.domain.yearvalues import quotient_text
from perftrack.services import units
from perftrack.services.draftkeeping import UNIT_NOTE, UNIT_VALUE, unit_owner
from ui import formatting, theme
from ui.delegates.lights import light_word
from ui.delegates.roles import Heat, Look, State
from ui.delegates.unit_heat import REPORTED
from ui.models.drafts import CellKey, Draft
from ui.models.entry_words import PER_SIGNS, edit_text, not_filled, state_words, value_text
from ui.models.typed_cells import Cell


class UnitColumn(IntEnum):
    """The columns of the sub-grid; the last four are the map."""

    UNIT = 0
    TARGET = 1
    PREVIOUS = 2
    VALUE = 3
    LIGHT = 4
    NOTE = 5
    Q1 = 6
    Q2 = 7
    Q3 = 8
    Q4 = 9


#: The map's columns with their quarters.
MAP = dict(zip((UnitColumn.Q1, UnitColumn.Q2, UnitColumn.Q3, UnitColumn.Q4), QUARTERS, strict=True))


@dataclass(frozen=True, slots=True)
class UnitLine:
    """What one row is made of. ``broken`` may hold a value just being typed."""

    unit: Unit
    broken: Breakdown
    score: Score
    quarter: Quarter
    year: int
    editable: bool
    reasons: Mapping[str, tuple[Draft, str]]
    """Drafts by field, each with its reason in words."""

    def key(self, field: str) -> CellKey:
        """The key of one of its cells."""
        return (unit_owner(self.score.indicator.id, self.unit.id), field, int(self.quarter))

    def given(self, quarter: Quarter) -> UnitValue | None:
        """What the unit reported."""
        return self.broken.values.get(quarter, {}).get(self.unit.id)


def unit_cells(line: UnitLine) -> tuple[Cell, ...]:
    """The cells of a row in the order of :class:`UnitColumn`."""
    name = line.unit.name
    shown = name if line.unit.active else QCoreApplication.translate("UnitsGrid", "%1 (gone)").replace("%1", name)
    return (
        Cell(shown, Look(tone="text" if line.unit.active else "text-2"), tip=shown, spoken=shown),
        _target(line),
        _previous(line),
        _value(line),
        _light(line),
        _note(line),
        *(_heat(line, quarter) for quarter in QUARTERS),
    )


def _target(line: UnitLine) -> Cell:
    own = line.broken.targets.get(line.unit.id, "")
    text = own or units.yardstick(line.broken, line.unit, print_target(line.score.target))
    tip = "" if own or not text else QCoreApplication.translate("UnitsGrid", "the office's target")
    words = text or formatting.NOTHING
    return Cell(words, Look(right=True, tone="text" if own else "text-3"), tip=tip, spoken=f"{words} {tip}".strip())


def _previous(line: UnitLine) -> Cell:
    given = line.given(line.quarter.previous) if line.quarter.previous else None
    text = value_text(_actual(line, given), line.score.target)[0] if given else formatting.NOTHING
    return Cell(text, Look(right=True, tone="text-2", state=State.LOCKED), spoken=text)


def _actual(line: UnitLine, given: UnitValue) -> Actual:
    return Actual(given.value)


def _value(line: UnitLine) -> Cell:
    target, given, key = line.score.target, line.given(line.quarter), line.key(UNIT_VALUE)
    words = target.kind is TargetKind.WORDS
    base = Cell(editor="grade" if words else "line", editable=line.editable, key=key, unit=target.unit)
    state = State.NONE if line.editable else State.LOCKED
    frame = Look(right=True, frame_left=True, frame_right=True, state=state)
    if UNIT_VALUE in line.reasons:
        return _drafted(base, *line.reasons[UNIT_VALUE], frame)
    if given is None:
        look = replace(frame, state=state | State.EMPTY)
        text = not_filled() if line.editable and line.unit.active else formatting.NOTHING
        return replace(base, text=text, look=look, spoken=state_words(look))
    actual = _actual(line, given)
    text, below = value_text(actual, target)
    code = read_answer(given.value, target).kind is AnswerKind.UNREAD
    look = replace(frame, subtext=below, subtone="text-3", state=state | (State.REFUSED if code else State.NONE))
    edit = given.value if words else edit_text(actual, target)
    return replace(base, text=text, edit=edit, look=look, spoken=" ".join(x for x in (text, below) if x))


def _drafted(base: Cell, draft: Draft, reason: str, frame: Look) -> Cell:
    look = replace(frame, state=frame.state | (State.REFUSED if draft.refused else State.UNSAVED))
    return replace(
        base, text=draft.text, edit=draft.text, look=look, tip=reason,
        spoken=f"{draft.text} {state_words(look)} {reason}",
    )  # fmt: skip


def _light_of(line: UnitLine, quarter: Quarter) -> Light | None:
    return units.unit_light(
        line.broken, line.unit, line.score.indicator, quarter, year=line.year, pack=line.score.pack
    )  # fmt: skip


def _light(line: UnitLine) -> Cell:
    light = _light_of(line, line.quarter)
    if light is None:
        return Cell(look=Look(), spoken=formatting.NOTHING)
    return Cell("", Look(light=light.value, center=True), spoken=light_word(light.value))


def _note(line: UnitLine) -> Cell:
    given = line.given(line.quarter)
    text = (given.note or "") if given else ""
    base = Cell(editor="prose", editable=line.editable, key=line.key(UNIT_NOTE), edit=text)
    look = Look(size=theme.SMALL)
    for field in (UNIT_NOTE, UNIT_VALUE):
        if field in line.reasons and (field == UNIT_NOTE or not text):
            draft, reason = line.reasons[field]
            if field == UNIT_NOTE:
                return _drafted(base, draft, reason, look)
            return replace(base, text=reason, look=replace(look, tone="red"), tip=reason, spoken=reason)
    return replace(base, text=text, look=look, tip=text, spoken=text or formatting.NOTHING)


def _heat(line: UnitLine, quarter: Quarter) -> Cell:
    given = line.given(quarter)
    if given is None:
        # who was not there is not said to be late
        words = light_word("grey") if line.unit.active and quarter <= line.quarter else formatting.NOTHING
        return Cell(words, Look(draw=Heat("grey")), spoken=light_word("grey"))
    light = _light_of(line, quarter)
    answer = read_answer(given.value, line.score.target)
    words = given.value
    if answer.kind is AnswerKind.NUMBER:
        sign = line.score.target.unit if line.score.target.unit in PER_SIGNS else ""
        words = quotient_text(answer.value, answer.parts) + sign
    elif answer.grade is not None:
        words = answer.grade.value
    spoken = f"{light_word(light.value)} {given.value}" if light else given.value
    return Cell(
        words, Look(draw=Heat(light.value if light else REPORTED)), tip=given.note or given.value, spoken=spoken
    )
