"""The evidence of one indicator as a list: what belongs to the quarter, to the whole indicator, to the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.evidence import Evidence, numbered
from ui import formatting
from ui.delegates.roles import OBJECT

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One file as it is read; ``belongs`` names its quarter, or says that it is for the whole of indicator or plan."""

    evidence: Evidence
    belongs: str

    @property
    def number(self) -> str:
        """The number as sheets print it."""
        return numbered([self.evidence.number])

    @property
    def size(self) -> str:
        """The size for people."""
        return formatting.file_size(self.evidence.size)

    @property
    def about(self) -> str:
        """Number, kind, quarter and note in one line."""
        parts = (self.number, self.evidence.kind.value, self.belongs, self.evidence.note)
        return "　".join(part for part in parts if part)


class EvidenceList(QAbstractListModel):
    """Lines as given. Showing the same again changes nothing, so that the place in the list stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[EvidenceLine, ...] = ()

    def show(self, lines: Sequence[EvidenceLine]) -> None:
        """Show these lines."""
        if tuple(lines) != self._lines:
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()

    def line(self, row: int) -> EvidenceLine | None:
        """Give one line, None outside the list."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, evidence_id: str) -> int:
        """Give the row of a file, -1 if it is not there."""
        return next((row for row, line in enumerate(self._lines) if line.evidence.id == evidence_id), -1)

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.evidence.name
        if role == OBJECT:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.evidence.name} {line.size} {line.about}"
        if role == Qt.ItemDataRole.ToolTipRole:
            added = " ".join(part for part in (line.evidence.added[:10], line.evidence.person) if part)
            return "\n".join(part for part in (line.evidence.name, line.evidence.note, added) if part)
        return None
