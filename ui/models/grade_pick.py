"""A grade as the grade editor gives it."""

from dataclasses import dataclass

from perftrack.domain.terms import Grade
from ui.models.grade_cells import grade_text


@dataclass(frozen=True, slots=True)
class GradePick:
    """What the grade editor gives: a grade, the text of its share (empty for the pack's own) and the sentence.

    ``note`` None leaves the note of the value as it is.
    """

    grade: Grade | None
    share: str = ""
    note: str | None = None

    def __str__(self) -> str:
        return grade_text(self.grade, self.share, self.note or "")
