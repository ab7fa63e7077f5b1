"""A table model made of named columns over a list of values: each column says its words and its look."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.delegates.lights import light_word
from ui.delegates.roles import LOOK, OBJECT, PLAIN, SORT, Heat, Look

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _nothing(_row: object) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column. ``title``, ``words`` and ``look`` are asked when shown, so that a change of language shows."""

    key: str
    title: Callable[[], str]
    words: Callable[[Row], str]
    look: Callable[[Row], Look] = lambda _row: PLAIN
    sort: Callable[[Row], object] | None = None
    spoken: Callable[[Row], str] = _nothing
    """What a screen reader is told besides the words, and what the tooltip shows."""
    align: Qt.AlignmentFlag = _LEFT


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows rows; looks are worked out once per cell, when it is first painted. Sorting by column -1 is no sorting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._given: list[Row] = []
        self._columns = self.columns()
        self._looks: dict[tuple[int, int], Look] = {}

    @abstractmethod
    def columns(self) -> list[Column[Row]]:
        """The columns, left to right."""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._given, self._rows = list(rows), list(rows)
        self._looks.clear()
        self._columns = self.columns()
        self.endResetModel()

    def row(self, index: int) -> Row:
        """The value behind a row."""
        return self._rows[index]

    def rows(self) -> tuple[Row, ...]:
        """All values in the order shown."""
        return tuple(self._rows)

    def column(self, key: str) -> int:
        """Where the column ``key`` is."""
        return next(i for i, column in enumerate(self._columns) if column.key == key)

    def look(self, row: int, column: int) -> Look:
        """The look of a cell."""
        known = self._looks.get((row, column))
        if known is None:
            known = self._columns[column].look(self._rows[row])
            self._looks[row, column] = known
        return known

    def _spoken(self, row: int, column: int) -> str:
        value, shown = self._rows[row], self._columns[column]
        words, told, look = shown.words(value), shown.spoken(value), self.look(row, column)
        light = look.draw.light if isinstance(look.draw, Heat) else look.light
        parts = (light_word(light) if light else "", "" if told.startswith(words) else words, told)
        return ", ".join(part for part in parts if part)

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[column].words(self._rows[row])
        if role == LOOK:
            return self.look(row, column)
        if role == OBJECT:
            return self._rows[row]
        if role == SORT:
            by = self._columns[column].sort or self._columns[column].words
            return by(self._rows[row])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._columns[column].spoken(self._rows[row]) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[column].align
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before, kept = self._rows, self.persistentIndexList()
        self._rows = list(self._given)
        if 0 <= column < len(self._columns):
            by = self._columns[column].sort or self._columns[column].words
            known = [row for row in self._rows if by(row) is not None]
            known.sort(key=by, reverse=order == Qt.SortOrder.DescendingOrder)  # type: ignore[arg-type]
            self._rows = known + [row for row in self._rows if by(row) is None]
        self._looks.clear()
        places = {id(row): i for i, row in enumerate(self._rows)}
        moved = [self.index(places[id(before[index.row()])], index.column()) for index in kept]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[section].align
        return None


RIGHT, MIDDLE = _RIGHT, _MIDDLE
