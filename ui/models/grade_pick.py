"""A grade as the grade editor gives it."""

from dataclasses import dataclass

from perftrack.domain.terms import Grade


@dataclass(frozen=True, slots=True)
class GradePick:
    """What the grade editor gives: a grade and the text of its share, empty for the pack's own."""

    grade: Grade | None
    share: str = ""

    def __str__(self) -> str:
        word = self.grade.value if self.grade else ""
        return f"{word} {self.share}%" if self.share else word
