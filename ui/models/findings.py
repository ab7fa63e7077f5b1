"""Findings as a list: errors first, each with its sentence and the plan it concerns."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.findings import Finding
from perftrack.domain.terms import Severity
from ui.delegates.roles import OBJECT

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding as it is read: its sentence, and where it is (plan, indicator)."""

    finding: Finding
    sentence: str
    place: str = ""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.finding.severity


class FindingsList(QAbstractListModel):
    """Lines in the order of their severity, otherwise as given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[FindingLine] = []

    def show(self, lines: Iterable[FindingLine]) -> None:
        """Show these findings."""
        self.beginResetModel()
        self._lines = sorted(lines, key=lambda line: ORDER.index(line.severity))
        self.endResetModel()

    def counts(self) -> dict[Severity, int]:
        """Count them by severity."""
        return {severity: sum(line.severity is severity for line in self._lines) for severity in ORDER}

    def line(self, row: int) -> FindingLine:
        """Give one line."""
        return self._lines[row]

    def _word(self, severity: Severity) -> str:
        match severity:
            case Severity.ERROR:
                return self.tr("Error")
            case Severity.WARNING:
                return self.tr("Warning")
            case Severity.HINT:
                return self.tr("Hint")

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.sentence
        if role == OBJECT:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._word(line.severity)}: {line.sentence} {line.place}".strip()
        return None
