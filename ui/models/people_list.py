"""The people one can sign in as: name above role and section, a lock where a password is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from perftrack.domain.people import Person
from ui.delegates.roles import Look
from ui.models.rows import Column, RowsModel


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with role and place in words."""

    person: Person
    role: str
    place: str = ""
    """The section, or what stands for it."""

    def holds(self, words: Sequence[str]) -> bool:
        """Whether name, role and place together hold all of ``words`` (folded)."""
        whole = f"{self.person.name} {self.role} {self.place}".casefold()
        return all(word in whole for word in words)


class PeopleList(RowsModel[PersonLine]):
    """One column, narrowed down by typing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[PersonLine] = []

    def columns(self) -> list[Column[PersonLine]]:
        return [Column("name", lambda: "", lambda line: line.person.name, self._look_of, spoken=self._told)]

    def show_people(self, lines: Sequence[PersonLine]) -> None:
        """Show other people, all of them."""
        self._all = list(lines)
        self.show_rows(self._all)

    def narrow(self, typed: str) -> None:
        """Show only people whose name, role or section hold every word of ``typed``."""
        words = typed.casefold().split()
        self.show_rows([line for line in self._all if line.holds(words)])

    def row_of(self, person_id: str) -> int:
        """The row of a person, -1 if not shown."""
        return next((i for i, line in enumerate(self.rows()) if line.person.id == person_id), -1)

    def _look_of(self, line: PersonLine) -> Look:
        return Look(subtext="　".join(part for part in (line.role, line.place) if part))

    def _told(self, line: PersonLine) -> str:
        secret = self.tr("asks for a password") if line.person.has_password else ""
        return ", ".join(part for part in (line.role, line.place, secret) if part)

    # Qt's own names from here on.

    def flags(self, index: object) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren  # type: ignore[arg-type]
