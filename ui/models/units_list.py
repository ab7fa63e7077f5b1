"""The units of one kind while they are set up: names, their targets for one indicator, whether they still report."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from perftrack.domain.units import Unit
from ui import formatting
from ui.delegates.roles import LOOK, QUIET, Look

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ListColumn(IntEnum):
    """The columns of the list."""

    NAME = 0
    TARGET = 1
    STATE = 2


class UnitsList(QAbstractTableModel):
    """Names are handed on to be stored at once; targets are kept until :meth:`targets` is asked for."""

    renamed = Signal(str, str)
    """Give this unit (id) this name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._units: list[Unit] = []
        self._targets: dict[str, str] = {}

    def show_units(self, units: Sequence[Unit], targets: Mapping[str, str] | None = None) -> None:
        """Show other units; ``targets`` by unit id, None keeps what was typed."""
        self.beginResetModel()
        self._units = list(units)
        if targets is not None:
            self._targets = dict(targets)
        self.endResetModel()

    def unit(self, row: int) -> Unit | None:
        """The unit of a row."""
        return self._units[row] if 0 <= row < len(self._units) else None

    def row_of(self, unit_id: str) -> int:
        """The row of a unit, -1 if it is not here."""
        return next((row for row, unit in enumerate(self._units) if unit.id == unit_id), -1)

    def ids(self) -> list[str]:
        """All ids in the order shown."""
        return [unit.id for unit in self._units]

    def targets(self) -> dict[str, str]:
        """The targets as typed, of the units shown."""
        return {key: text for key in self.ids() if (text := self._targets.get(key, "").strip())}

    def put_targets(self, first: int, texts: Sequence[str]) -> None:
        """Fill targets in from a row on."""
        for unit, text in zip(self._units[first:], texts, strict=False):
            self._targets[unit.id] = text.strip()
        last = min(len(self._units), first + len(texts)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, ListColumn.TARGET), self.index(last, ListColumn.TARGET))

    def _words(self, unit: Unit, column: int) -> str:
        if column == ListColumn.NAME:
            return unit.name
        if column == ListColumn.TARGET:
            return self._targets.get(unit.id, "")
        return self.tr("Reports") if unit.active else self.tr("Gone")

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._units)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(ListColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if index.column() == ListColumn.STATE else usual | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        unit, column = self._units[index.row()], index.column()
        words = self._words(unit, column)
        if role == Qt.ItemDataRole.EditRole:
            return words
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words or formatting.NOTHING
        if role == LOOK:
            if column == ListColumn.TARGET:
                return Look(right=True, tone="text" if words else "text-3")
            return Look() if unit.active and column == ListColumn.NAME else QUIET
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        unit = self.unit(index.row())
        if role != Qt.ItemDataRole.EditRole or unit is None or index.column() == ListColumn.STATE:
            return False
        text = str(value).strip()
        if index.column() == ListColumn.TARGET:
            self._targets[unit.id] = text
            self.dataChanged.emit(index, index)
        elif text and text != unit.name:
            self.renamed.emit(unit.id, text)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Unit"), self.tr("Own target"), self.tr("State"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight if section == ListColumn.TARGET else Qt.AlignmentFlag.AlignLeft
        return None
