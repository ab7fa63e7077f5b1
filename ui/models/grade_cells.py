"""What the cells of a grade know beyond their text: criteria, the sentence given, and a pick as text and back."""

from collections.abc import Mapping
from dataclasses import replace

from perftrack.domain.periods import Quarter
from perftrack.domain.scoring import Score
from perftrack.domain.terms import Grade
from ui.delegates.grade_editor import SENTENCE_SIGN
from ui.models.typed_cells import Cell


def grade_text(grade: Grade | None, share: str, sentence: str) -> str:
    """A pick in one line, as it stands in its cell while it is refused: ``部分达成 75%：sentence``."""
    word = grade.value if grade else ""
    picked = f"{word} {share}%" if share else word
    return f"{picked}{SENTENCE_SIGN}{sentence}" if sentence else picked


def with_criteria(
    cells: tuple[Cell, ...], score: Score, quarter: Quarter, criteria: Mapping[Grade, str]
) -> tuple[Cell, ...]:
    """The cells of a row; those that take a grade know its criteria and the sentence given with it."""
    actual = score.indicator.actuals.get(quarter)
    note = (actual.note or "") if actual else ""
    words = tuple(criteria.get(grade, "") for grade in Grade) if criteria else ()
    return tuple(replace(each, criteria=words, note=note) if each.editor == "grade" else each for each in cells)
