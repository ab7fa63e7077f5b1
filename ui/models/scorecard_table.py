"""The table of a scorecard: one row per indicator in sheet order, then the execution row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.scorecards import Scorecard
from ui.delegates.roles import LOOK, OBJECT, PLAIN, Spark
from ui.models.scorecard_rows import CardRow, Words, execution_row, score_row

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Column(IntEnum):
    """The columns from left to right."""

    LEVEL1 = 0
    LIGHT = 1
    NAME = 2
    TARGET = 3
    ACTUAL = 4
    COMPLETION = 5
    WEIGHT = 6
    SCORE = 7
    TREND = 8


#: Columns whose header stands over right-aligned figures.
FIGURES = frozenset({Column.TARGET, Column.ACTUAL, Column.COMPLETION, Column.WEIGHT, Column.SCORE})


@dataclass(frozen=True, slots=True)
class Span:
    """Rows whose level 1 cell is merged: the first, and how many."""

    row: int
    count: int


class ScorecardTable(QAbstractTableModel):
    """An adapter over one card; it computes nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CardRow] = []

    def show(self, card: Scorecard, sparks: Sequence[Spark]) -> None:
        """Show ``card``; ``sparks`` are the trends of its rows, that of the execution row last."""
        rows = _with_group_ends(self._build(card, sparks))
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._renew(rows)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _renew(self, rows: list[CardRow]) -> None:
        """Announce only the cells that differ."""
        old, self._rows = self._rows, rows
        for place, (before, after) in enumerate(zip(old, rows, strict=True)):
            changed = [column for column in Column if _differs(before, after, column)]
            if changed:
                self.dataChanged.emit(self.index(place, changed[0]), self.index(place, changed[-1]))

    def _build(self, card: Scorecard, sparks: Sequence[Spark]) -> list[CardRow]:
        """The rows from top to bottom."""
        words = self._words()
        rows = [score_row(card, row, sparks[row], words) for row in range(len(card.scores))]
        return [*rows, execution_row(card, sparks[-1], words)]

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def spans(self) -> tuple[Span, ...]:
        """Give the rows whose level 1 cells are one."""
        return tuple(_spans(self._rows))

    def row_of(self, indicator_id: str) -> int:
        """Give the row of an indicator, -1 if it is not here."""
        rows = (i for i, row in enumerate(self._rows) if row.indicator_id and row.indicator_id == indicator_id)
        return next(rows, -1)

    def is_execution(self, row: int) -> bool:
        """Say whether ``row`` is the execution row."""
        return 0 <= row == len(self._rows) - 1

    def tsv(self) -> str:
        """Give header and rows as text for a spreadsheet; level 1 in every row, the trend left out."""
        columns = [column for column in Column if column is not Column.TREND]
        header = [str(self.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        lines = [header, *([row.plain(column) for column in columns] for row in self._rows)]
        return "\n".join("\t".join(_one_line(cell) for cell in line) for line in lines)

    def _words(self) -> Words:
        return Words(
            execution=self.tr("Budget execution"),
            execution_level=self.tr("Execution"),
            ceiling=self.tr("of ceiling"),
            manual=self.tr("by hand"),
            excluded=self.tr("not applicable"),
            unread=self.tr("cannot be read: %1"),
            manual_tip=self.tr("Scored by hand: {reason}\nBy the rule: {computed}"),
            excluded_tip=self.tr("Not applicable: {reason}"),
        )

    def _header(self, column: Column) -> str:
        match column:
            case Column.LEVEL1:
                return self.tr("Level 1")
            case Column.LIGHT:
                return self.tr("Light")
            case Column.NAME:
                return self.tr("Indicator")
            case Column.TARGET:
                return self.tr("Target")
            case Column.ACTUAL:
                return self.tr("Actual")
            case Column.COMPLETION:
                return self.tr("Completion")
            case Column.WEIGHT:
                return self.tr("Weight")
            case Column.SCORE:
                return self.tr("Score")
            case Column.TREND:
                return self.tr("Trend")

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[column]
        if role == LOOK:
            return row.looks.get(column, PLAIN)
        if role == OBJECT:
            return row.subject
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tips.get(column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.plain(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # fmt: skip
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole and section in FIGURES:
            return Qt.AlignmentFlag.AlignRight
        return None


def _differs(before: CardRow, after: CardRow, column: Column) -> bool:
    one, other = (
        (row.texts[column], row.looks.get(column), row.tips.get(column), row.level1) for row in (before, after)
    )
    return one != other


def _spans(rows: Sequence[CardRow]) -> Iterator[Span]:
    first = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or rows[i].level1 != rows[first].level1:
            yield Span(first, i - first)
            first = i


def _with_group_ends(rows: Sequence[CardRow]) -> list[CardRow]:
    """The last row of every level 1 group has a strong rule below."""
    ends = {span.row + span.count - 1 for span in _spans(rows)}
    firsts = {span.row for span in _spans(rows)}
    result = []
    for i, row in enumerate(rows):
        looks = {column: row.looks.get(column, PLAIN) for column in Column}
        if i in ends:
            looks = {column: replace(look, group_end=True) for column, look in looks.items()}
        if i in firsts:  # the merged cell ends where its group does
            looks[Column.LEVEL1] = replace(looks[Column.LEVEL1], group_end=True)
        result.append(replace(row, looks=looks))
    return result


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")
