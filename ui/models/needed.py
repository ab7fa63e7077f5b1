"""反推: what every indicator, and spending, needs for a total while the others stay."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.needed import Needed, Way, needed_of, value_text
from perftrack.domain.phrases import Phrase
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.spendingneeded import Spending, spending_for_total, spending_sentence
from perftrack.services.messages import Speaker
from ui import formatting
from ui.delegates.roles import LOOK, OBJECT, Look

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_CAN = Look(tone="accent", right=True, bold=True)
_QUIET = Look(tone="text-3", right=True)
_SIGNS = {Way.AT_LEAST: "≥ ", Way.AT_MOST: "≤ "}


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    NEEDED = 1


@dataclass(frozen=True, slots=True)
class NeededLine:
    """One way to the total: by an indicator (``item``) or by spending (``spending``, None where nothing suffices).

    ``usable``: it names something that can be put into the trial.
    """

    name: str
    words: str
    phrase: Phrase
    usable: bool
    item: Needed | None = None
    spending: Spending | None = None


class NeededTable(QAbstractTableModel):
    """A line per indicator in sheet order, then spending."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[NeededLine] = []
        self._speaker: Speaker | None = None

    def show(self, card: Scorecard, wanted: Decimal, speaker: Speaker) -> None:
        """Show what ``wanted`` points of the total take."""
        lines = [self._line(needed_of(card, score, wanted)) for score in card.scores if not score.excluded]
        if card.plan.budget > 0:
            lines.append(self.spending_line(spending_for_total(card, wanted), card.total >= wanted))
        self._speaker = speaker
        if [line.name for line in lines] == [line.name for line in self._lines]:
            old, self._lines = self._lines, lines
            for row, (before, after) in enumerate(zip(old, lines, strict=True)):
                if (before.words, before.usable) != (after.words, after.usable):
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> NeededLine:
        """Give one line."""
        return self._lines[row]

    def spending_line(self, found: Spending | None, reached: bool = False) -> NeededLine:
        """What is to be spent, in the words of a line; ``reached``: nothing is asked of it."""
        name, phrase = self.tr("Budget execution"), spending_sentence(found)
        if found is None:
            return NeededLine(name, self.tr("nothing suffices"), phrase, usable=False)
        if reached or not found.still:
            return NeededLine(name, self.tr("enough"), phrase, usable=False, spending=found)
        words = self.tr("spend %1 more").replace("%1", f"{formatting.money(found.still)}万元")
        if not found.within:
            words = self.tr("%1, beyond the budget").replace("%1", words)
        return NeededLine(name, words, phrase, usable=found.within, spending=found)

    def _line(self, found: Needed) -> NeededLine:
        usable = found.least is not None and not found.enough and found.possible
        return NeededLine(found.score.indicator.name, self._words(found), found.sentence, usable, found)

    def _words(self, found: Needed) -> str:
        if found.enough or found.way is Way.REACHED:
            return self.tr("enough")
        if found.least is None:
            return self._no_value(found.way)
        value = _SIGNS.get(found.way, "") + value_text(found.score, found.least)
        if not found.possible:
            return self.tr("%1, too late").replace("%1", value)
        if found.still:
            still = formatting.number(found.still.normalize() + 0) + found.score.target.unit
            return self.tr("{value}, {still} to go").format(value=value, still=still)
        return value

    def _no_value(self, way: Way) -> str:
        match way:
            case Way.MANUAL:
                return self.tr("scored by hand")
            case Way.NO_TARGET:
                return self.tr("no target")
            case Way.CAPPED:
                return self.tr("total is capped")
            case _:
                return self.tr("nothing suffices")

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words if column == Column.NEEDED else line.name
        if role == LOOK:
            if column == Column.NAME:
                return Look(tone="text" if line.usable else "text-2")
            return _CAN if line.usable else _QUIET
        if role == OBJECT:
            return line
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = self._speaker.phrase(line.phrase) if self._speaker else ""
            return f"{line.name}: {said}" if line.item is None else said
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # fmt: skip
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Indicator") if section == Column.NAME else self.tr("Needed")
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.NEEDED:
            return Qt.AlignmentFlag.AlignRight
        return None
