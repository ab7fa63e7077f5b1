"""What the cells that came back say and how they look."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from perftrack.services.importing.collected import Collected
from perftrack.services.importing.collected_cells import Difference, Field, State
from ui import formatting
from ui.delegates.roles import Look


@dataclass(frozen=True, slots=True)
class Line:
    """A cell, or with ``cell`` None the heading of its form."""

    form: Collected
    cell: Difference | None = None


def full_name(line: Line) -> str:
    return "" if line.cell is None else line.cell.full_name


def field_of(line: Line) -> str:
    return "" if line.cell is None else field_word(line.cell.place.field)


def state_of(line: Line) -> str:
    return "" if line.cell is None else state_word(line.cell.state)


def whole_stored(line: Line) -> str:
    return "" if line.cell is None else line.cell.stored


def whole_incoming(line: Line) -> str:
    if line.cell is None:
        return ""
    return f"{line.cell.incoming} {line.cell.share}%".strip() if line.cell.share else line.cell.incoming


def stored(line: Line) -> str:
    return "" if line.cell is None else _shown(line.cell.stored)


def incoming(line: Line) -> str:
    return "" if line.cell is None else _shown(whole_incoming(line))


def _shown(text: str) -> str:
    return " ".join(text.split()) or formatting.NOTHING


def _wide(line: Line, look: Look) -> Look:
    """Long texts are small, so that two lines of them fit."""
    prose = line.cell is not None and line.cell.place.field in ("cause", "remedy", "note")
    return replace(look, size=12 if prose else 14)


def stored_look(line: Line) -> Look:
    return _wide(line, Look(tone="text-2"))


def incoming_look(line: Line) -> Look:
    refused = line.cell is not None and line.cell.state is State.REFUSED
    return _wide(line, Look(bold=not refused, tone="red" if refused else "text"))


def effect(line: Line) -> str:
    return "" if line.cell is None or line.cell.effect is None else formatting.signed(line.cell.effect)


def effect_look(line: Line) -> Look:
    effect = line.cell.effect if line.cell else None
    if not effect:
        return Look(right=True, tone="text-2")
    return Look(right=True, bold=True, tone="red" if effect < 0 else "accent")


def field_word(field: Field) -> str:
    """The word of a field."""
    match field:
        case "value":
            return QCoreApplication.translate("CollectedCells", "Actual")
        case "cause":
            return QCoreApplication.translate("CollectedCells", "Cause")
        case "remedy":
            return QCoreApplication.translate("CollectedCells", "Remedy")
        case "note":
            return QCoreApplication.translate("CollectedCells", "Note")
        case "executed":
            return QCoreApplication.translate("CollectedCells", "Spending to date")


def state_word(state: State) -> str:
    """A state as a word."""
    match state:
        case State.NEW:
            return QCoreApplication.translate("CollectedCells", "New")
        case State.CHANGED:
            return QCoreApplication.translate("CollectedCells", "Changed")
        case State.CONFLICT:
            return QCoreApplication.translate("CollectedCells", "Conflict")
        case State.REFUSED:
            return QCoreApplication.translate("CollectedCells", "Refused")
        case State.SAME:
            return QCoreApplication.translate("CollectedCells", "Same")
