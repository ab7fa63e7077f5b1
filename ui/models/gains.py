"""Points still to be won as a table: what is won, by what, and how far the way is; the cheapest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.gains import Gain
from perftrack.domain.needed import Way, value_text
from perftrack.services.messages import Speaker
from ui import formatting, theme
from ui.delegates.roles import LOOK, OBJECT, PLAIN, QUIET_NUMBER, Look

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_SIGNS = {Way.AT_LEAST: "≥", Way.AT_MOST: "≤"}
_WON = Look(tone="accent", right=True, bold=True)
_LOST = Look(tone="text-3")
_LOST_NUMBER = Look(tone="text-3", right=True)


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    NEEDED = 1
    WAY = 2
    POINTS = 3


@dataclass(frozen=True, slots=True)
class GainLine:
    """One gain as it is read; ``row`` is where it stands on the card."""

    gain: Gain
    row: int
    texts: tuple[str, str, str, str]
    sentence: str


class GainsTable(QAbstractTableModel):
    """Lines in the order the domain gives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[GainLine] = []

    def show(self, gains: Sequence[Gain], rows: dict[str, int], execution_row: int, speaker: Speaker) -> None:
        """Show ``gains``; ``rows`` say where indicators stand on the card, by name."""
        self.beginResetModel()
        self._lines = [self._line(gain, rows, execution_row, speaker) for gain in gains]
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._lines = []
        self.endResetModel()

    def line(self, row: int) -> GainLine:
        """Give one line."""
        return self._lines[row]

    def winnable(self) -> Decimal:
        """All points that can still be won."""
        return sum((line.gain.points for line in self._lines if line.gain.possible), Decimal(0))

    def _line(self, gain: Gain, rows: dict[str, int], execution_row: int, speaker: Speaker) -> GainLine:
        name, row = self.tr("Budget execution"), execution_row
        if gain.item is not None:
            name = gain.item.score.indicator.name
            row = rows[gain.item.score.indicator.name]
        way = formatting.percent(gain.effort * 100, 1) if gain.possible else formatting.NOTHING
        texts = (name, self._needed(gain), way, f"+{formatting.points(gain.points)}")
        return GainLine(gain, row, texts, speaker.phrase(gain.sentence))

    def _needed(self, gain: Gain) -> str:
        if not gain.possible:
            return self.tr("can no longer be won")
        if gain.item is None or gain.least is None:
            return self.tr("spend %1 more").replace("%1", f"{formatting.money(gain.spending)}万元")
        words = value_text(gain.item.score, gain.least)
        if gain.least.way is Way.DATE:
            return self.tr("by %1").replace("%1", words)
        return _SIGNS.get(gain.least.way, "") + words

    def _header(self, column: Column) -> str:
        match column:
            case Column.NAME:
                return self.tr("Indicator")
            case Column.NEEDED:
                return self.tr("Needed at year end")
            case Column.WAY:
                return self.tr("Way to go")
            case Column.POINTS:
                return self.tr("Points")

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return line.texts[column]
        if role == LOOK:
            return _look(line.gain, column)
        if role == OBJECT:
            return line
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.sentence if column is Column.NAME else line.texts[column]
        return None

    def _tip(self, line: GainLine) -> str:
        words = [line.sentence]
        if line.gain.item is not None and line.gain.item.values is not None and line.gain.possible:
            way = self.tr("%1 of the way to it is still to go, counted from where the year is likely to end.")
            words.append(way.replace("%1", line.texts[Column.WAY]))
        return "\n".join(words)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # fmt: skip
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (Column.WAY, Column.POINTS):
            return Qt.AlignmentFlag.AlignRight
        return None


def _look(gain: Gain, column: Column) -> Look:
    match column:
        case Column.NAME:
            return PLAIN if gain.possible else _LOST
        case Column.NEEDED:
            return Look(tone="text-2" if gain.possible else "text-3", size=theme.BODY)
        case Column.WAY:
            return QUIET_NUMBER
        case Column.POINTS:
            return _WON if gain.possible else _LOST_NUMBER
