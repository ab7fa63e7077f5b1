"""What stands in the value cells of the entry grid, and the words for their states."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from perftrack.domain import spelling
from perftrack.domain.answers import Answer, AnswerKind, read_actual
from perftrack.domain.decimals import plain, shortest
from perftrack.domain.plans import Actual
from perftrack.domain.scoring import Score
from perftrack.domain.targets import Target, TargetKind, read_quantity
from perftrack.domain.yearvalues import quotient_text
from perftrack.services.typedforms import shown
from ui import formatting
from ui.delegates.roles import Look, State

PER_SIGNS = ("%", "‰")


def value_text(actual: Actual, target: Target) -> tuple[str, str]:
    """(value, small line below it) of something reported."""
    if not target.is_numeric or actual.value is None:
        return shown(actual), ""
    answer = read_actual(replace(actual, grade=None, share=None), target)
    graded = "" if actual.grade is None and actual.share is None else shown(replace(actual, value=None))
    if graded and actual.grade is None and actual.share is not None:
        graded = f"{shortest(actual.share)}%"
    if answer.fraction:
        return actual.value, graded or quotient_text(answer.value, answer.parts) + target.unit
    if not _bare(answer, target, actual.value):
        return actual.value, graded
    return formatting.number(answer.value) + (target.unit if target.unit in PER_SIGNS else ""), graded


def edit_text(actual: Actual, target: Target) -> str:
    if actual.value is None:
        return shown(actual)
    if target.is_numeric:
        answer = read_actual(replace(actual, grade=None, share=None), target)
        return plain(answer.value) if _bare(answer, target, actual.value) else actual.value
    return shown(actual) if target.kind is TargetKind.WORDS else actual.value


def _bare(answer: Answer, target: Target, typed: str) -> bool:
    """Whether the text is just a number in the target's unit, so that digits say it all."""
    if answer.kind is not AnswerKind.NUMBER or answer.met or answer.fraction:
        return False
    quantity = read_quantity(spelling.level(typed))
    return quantity is not None and quantity.operator is None and quantity.unit in ("", target.unit)


def with_unit(score: Score) -> str:
    text = score.actual_text or formatting.NOTHING
    unit = score.target.unit
    return text.removesuffix(unit) if unit and unit not in PER_SIGNS else text


def not_filled() -> str:
    return QCoreApplication.translate("EntryGrid", "Not filled in")


def choose_grade() -> str:
    return QCoreApplication.translate("EntryGrid", "Choose a grade")


def nothing_there() -> str:
    return QCoreApplication.translate("EntryGrid", "nothing there")


def state_words(look: Look) -> str:
    """The states of a cell in words, for tooltips and screen readers."""
    words = {
        State.REFUSED: QCoreApplication.translate("EntryGrid", "not accepted"),
        State.UNSAVED: QCoreApplication.translate("EntryGrid", "not saved"),
        State.NOTED: QCoreApplication.translate("EntryGrid", "has a note"),
        State.LOCKED: QCoreApplication.translate("EntryGrid", "locked"),
        State.EMPTY: QCoreApplication.translate("EntryGrid", "not reported"),
    }
    said = [word for state, word in words.items() if state in look.state]
    return ", ".join(said) if said else QCoreApplication.translate("EntryGrid", "saved")
