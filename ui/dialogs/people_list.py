"""The people one can sign in as: name above role and section, a lock where a password is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.people import Person
from ui.delegates.roles import LOOK, OBJECT, Look

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person with the role in words."""

    person: Person
    role: str

    @property
    def place(self) -> str:
        """Role, where the name does not say it, and section."""
        role = "" if self.role == self.person.name else self.role
        return "　".join(part for part in (role, self.person.section) if part)

    def holds(self, words: Sequence[str]) -> bool:
        """Whether name, role and section together hold all of ``words`` (folded)."""
        whole = f"{self.person.name} {self.role} {self.person.section}".casefold()
        return all(word in whole for word in words)


class PeopleList(QAbstractListModel):
    """Narrowed down by typing."""

    def __init__(self, people: Sequence[Candidate], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all, self._shown = list(people), list(people)

    def narrow(self, typed: str) -> None:
        """Show only people whose name, role or section hold every word of ``typed``."""
        words = typed.casefold().split()
        self.beginResetModel()
        self._shown = [candidate for candidate in self._all if candidate.holds(words)]
        self.endResetModel()

    def candidate(self, row: int) -> Candidate | None:
        """Who is in a row, None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, person_id: str) -> int:
        """The row of a person, -1 if not shown."""
        return next((i for i, each in enumerate(self._shown) if each.person.id == person_id), -1)

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        candidate = self.candidate(index.row()) if index.isValid() else None
        if candidate is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return candidate.person.name
        if role == LOOK:
            return Look(subtext=candidate.place)
        if role == OBJECT:
            return candidate.person
        if role == Qt.ItemDataRole.AccessibleTextRole:
            secret = self.tr("asks for a password") if candidate.person.has_password else ""
            return ", ".join(part for part in (candidate.person.name, candidate.place, secret) if part)
        return None
