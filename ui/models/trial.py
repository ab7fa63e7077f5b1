"""试算: what was tried on a card, step by step, and the table in which it is tried. Nothing here is stored."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.whatif import WhatIf
from perftrack.domain.yearvalues import YearState
from perftrack.errors import RefusedValue
from ui.delegates.roles import LOOK, NUMBER, Look, Spark, State
from ui.models.scorecard_rows import CardRow
from ui.models.scorecard_table import Column, ScorecardTable
from ui.models.trial_cells import edit_text, editable, fund_rows, owner_of, read, unit_of
from ui.models.typed_cells import CELL, Cell

Index = QModelIndex | QPersistentModelIndex
#: What stands behind a tried number: the real one.
ARROW = "→"
_NO_SPARK = Spark(())


class Trial:
    """One plan's trial: the copy as it is now, with the steps that led to it and those taken back."""

    def __init__(self, card: Scorecard) -> None:
        self.now = WhatIf.of(card)
        self._past: list[WhatIf] = []
        self._ahead: list[WhatIf] = []

    @property
    def start(self) -> Scorecard:
        """The card as it is."""
        return self.now.start

    @property
    def untouched(self) -> bool:
        """Whether nothing differs from what is stored."""
        return not self.now.tried and self.now.card.pack == self.start.pack

    def take(self, wanted: WhatIf) -> None:
        """Go on to another copy; one step to take back."""
        if wanted.card != self.now.card:
            self._past.append(self.now)
            self._ahead.clear()
            self.now = wanted

    def undo(self) -> bool:
        """Take the last step back; False: there is none."""
        return self._step(self._past, self._ahead)

    def redo(self) -> bool:
        """Take the step again; False: there is none."""
        return self._step(self._ahead, self._past)

    def _step(self, source: list[WhatIf], target: list[WhatIf]) -> bool:
        if not source:
            return False
        target.append(self.now)
        self.now = source.pop()
        return True


class TrialTable(ScorecardTable):
    """The card with actuals, weights and spending open to typing; every fund has a row of its own below."""

    tried = Signal(object)
    """A text was taken: the WhatIf it makes. Whoever hears it shows that."""
    refused = Signal(object)
    """A text does not read: the RefusedValue."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copy: WhatIf | None = None
        self._real: list[CardRow] = []

    def show_trial(self, copy: WhatIf) -> None:
        """Show the copy; what differs carries a dot and the real value."""
        if self._copy is None or copy.start is not self._copy.start:
            self._real = []
        self._copy = copy
        self.show(copy.card, [_NO_SPARK] * (len(copy.card.scores) + 1))

    def forget_words(self) -> None:
        """Say everything anew, in another language."""
        self._real = []

    def is_execution(self, row: int) -> bool:
        return self._copy is not None and row == len(self._copy.card.scores)

    def put(self, wanted: Sequence[tuple[int, int, str]]) -> int:
        """Try many texts, given as (row, column, text), as one step; gives how many were refused."""
        assert self._copy is not None
        copy, refusals = self._copy, []
        for row, column, text in wanted:
            if not editable(copy, row, Column(column)):
                continue
            try:
                copy = read(copy, row, Column(column), text)
            except RefusedValue as error:
                refusals.append(error)
        if copy is not self._copy:
            self.tried.emit(copy)
        if refusals:
            self.refused.emit(refusals[0])
        return len(refusals)

    def read(self, index: Index, text: str) -> WhatIf:
        """The copy with ``text`` in a cell. Raises RefusedValue."""
        assert self._copy is not None
        return read(self._copy, index.row(), Column(index.column()), text)

    def owner(self, row: int) -> str:
        """The id of the indicator or fund in ``row``, "" for none."""
        return "" if self._copy is None else owner_of(self._copy, row)

    def takes(self, row: int, column: int) -> bool:
        """Whether a cell takes typing."""
        return self._copy is not None and editable(self._copy, row, Column(column))

    def _build(self, card: Scorecard, sparks: Sequence[Spark]) -> list[CardRow]:
        assert self._copy is not None
        if not self._real:
            self._real = [*super()._build(self._copy.start, sparks), *fund_rows(self._copy.start)]
        rows = [*super()._build(card, sparks), *fund_rows(card)]
        return [_marked(row, real) for row, real in zip(rows, self._real, strict=True)]

    # Qt's own names from here on.

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if index.isValid() and self.takes(index.row(), index.column()):
            return usual | Qt.ItemFlag.ItemIsEditable
        return usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._copy is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.EditRole:
            return edit_text(self._copy.card, index.row(), column)
        if role == CELL:
            return Cell(unit=unit_of(self._copy, index.row(), column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index, column) or super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken, tip = super().data(index, role), self._tip(index, column)
            return f"{spoken}, {tip}" if tip else spoken
        return super().data(index, role)

    def _tip(self, index: Index, column: Column) -> str:
        look = super().data(index, LOOK)
        if not isinstance(look, Look) or not look.suffix.endswith(ARROW):
            return ""
        real = _told(self._real[index.row()], column)
        return self.tr("in fact %1").replace("%1", real)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        return not self.put([(index.row(), index.column(), str(value))])


#: Columns whose change is marked, and whether they are typed themselves.
_MARKED = {Column.TARGET: True, Column.ACTUAL: True, Column.WEIGHT: True, Column.SCORE: False}


def _marked(row: CardRow, real: CardRow) -> CardRow:
    """``row`` with the real value beside what differs; a dot where it was typed."""
    looks, texts = dict(row.looks), list(row.texts)
    for column, typed in _MARKED.items():
        before, now = _told(real, column), _told(row, column)
        if before != now and before:
            texts[column] = now
            state = State.UNSAVED if typed and row.key != "execution" else State.NONE
            look = looks.get(column, NUMBER)
            looks[column] = replace(
                look, tone="text", suffix=f"{_short(before, now)} {ARROW}", subtone="text-2", state=state
            )
    return replace(row, looks=looks, texts=tuple(texts))


def _short(before: str, now: str) -> str:
    """The real value without the grade where only the share moved: 70% before 部分达成 75%."""
    grade, _, share = before.partition(" ")
    return share if share and now.startswith(f"{grade} ") else before


def _told(row: CardRow, column: Column) -> str:
    """What a cell says; a judgement is told with its share, which its column leaves out."""
    if column is Column.ACTUAL and isinstance(row.subject, Score) and row.subject.value.state is YearState.GRADE:
        return row.subject.actual_text or row.texts[column]
    return row.texts[column]
