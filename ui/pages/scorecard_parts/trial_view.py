"""The table of a trial: typing starts editing, Enter and Tab go on, a copied column lands cell by cell."""

from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from perftrack.domain.whatif import WhatIf
from perftrack.errors import RefusedValue
from ui.delegates.roles import LOOK
from ui.delegates.trial import TrialDelegate
from ui.models import clipboard
from ui.models.grade_pick import GradePick
from ui.models.scorecard_table import Column
from ui.models.trial import TrialTable
from ui.models.typed_cells import CELL
from ui.pages.scorecard_parts.card_view import CardView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DOT = 16


class TrialView(CardView):
    """Only the current cell carries the frame. Delete takes a report away; the page's keys take steps back."""

    _widths: ClassVar = {
        Column.LEVEL1: (56, 88),
        Column.LIGHT: (56, 96),
        Column.TARGET: (80, 152),
        Column.ACTUAL: (88, 184),
        Column.COMPLETION: (80, 136),
        Column.WEIGHT: (56, 96),
        Column.SCORE: (64, 112),
    }
    _gives_way = Column.COMPLETION
    previewed = Signal(object)
    """The copy as it would be with what is being typed; None: typing ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._table = TrialTable()
        super().__init__(parent, self._table)
        self._table.setParent(self)
        self.setColumnHidden(Column.TREND, True)  # the chart below shows the same
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
        self.setStyleSheet("QTableView { selection-background-color: transparent; }")
        self.setTabKeyNavigation(True)  # Tab comes as a key, and goes on as ours
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed | trigger.EditKeyPressed)
        self._table.dataChanged.connect(self._make_room)
        self.typing.moved.connect(self._go)
        self.typing.typed.connect(self._preview)
        self.typing.ended.connect(lambda: self.previewed.emit(None))

    def _drawing(self) -> TrialDelegate:
        self.typing = TrialDelegate(self, CELL, GradePick)
        return self.typing

    @property
    def table(self) -> TrialTable:
        """The model."""
        return self._table

    def show_trial(self, copy: WhatIf, row: int) -> None:
        """Show the copy; ``row`` becomes the current one if there is none."""
        quiet, self._quiet = self._quiet, True
        rows = self._table.rowCount()
        self._table.show_trial(copy)
        if rows != self._table.rowCount() or self.current_row() < 0:
            self._arrange(row)
        self._quiet = quiet

    def choose(self, row: int) -> None:
        """Make ``row`` the current one, in the column of now, without telling so."""
        if row == self.current_row() or self.state() == QAbstractItemView.State.EditingState:
            return
        quiet, self._quiet = self._quiet, True
        column = self.currentIndex().column() if self.currentIndex().isValid() else Column.ACTUAL
        self.setCurrentIndex(self._table.index(row, column))
        self._quiet = quiet

    def copy(self) -> None:
        """Put the selected cells on the clipboard, for a spreadsheet."""
        rows: dict[int, dict[int, str]] = {}
        for index in self.selectionModel().selectedIndexes():
            text = index.data(Qt.ItemDataRole.EditRole) or index.data() or ""
            rows.setdefault(index.row(), {})[index.column()] = str(text)
        block = [[cells[column] for column in sorted(cells)] for _, cells in sorted(rows.items())]
        QGuiApplication.clipboard().setText(clipboard.write_tsv(block))
        self.copied.emit()

    def paste(self) -> None:
        """Put the copied block in from the current cell on, as one step; one value fills all selected cells."""
        data = QGuiApplication.clipboard().mimeData()
        block = clipboard.read_copied(data.text(), data.html() if data.hasHtml() else "") if data else []
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        if not block or not self.currentIndex().isValid():
            return
        if len(block) == len(block[0]) == 1:
            self._table.put([(index.row(), index.column(), block[0][0]) for index in chosen])
            return
        top, left = min(index.row() for index in chosen), min(index.column() for index in chosen)
        places = [
            (top + down, left + across, text) for down, line in enumerate(block) for across, text in enumerate(line)
        ]
        rows, columns = self._table.rowCount(), self._table.columnCount()
        self._table.put([place for place in places if place[0] < rows and place[1] < columns])

    def _clear(self) -> None:
        self._table.put([(index.row(), index.column(), "") for index in self.selectionModel().selectedIndexes()])

    def _preview(self, index: QModelIndex, text: object) -> None:
        try:
            self.previewed.emit(self._table.read(index, str(text)))
        except RefusedValue:
            self.previewed.emit(None)

    def _go(self, where: str) -> None:
        """Go on to the next cell that takes typing: in its column, or in reading order."""
        here = self.currentIndex().row(), self.currentIndex().column()
        takes = self._table.takes
        places = [
            (row, column)
            for row in range(self._table.rowCount())
            for column in (Column.TARGET, Column.ACTUAL, Column.WEIGHT)
            if takes(row, column)
        ]
        if where in ("down", "up"):
            places = [place for place in places if place[1] == here[1]] or places
        forward = where in ("down", "right")
        after = [place for place in places if (place > here if forward else place < here)]
        if after:
            self.setCurrentIndex(self._table.index(*(after[0] if forward else after[-1])))
        elif where in ("right", "left"):
            self._leave(forward)

    def _leave(self, forward: bool) -> None:
        """Go on to the next control: Qt would walk the cells once more."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def _cell_room(self, row: int, column: Column) -> float:
        """Room for the dot of a changed cell as well."""
        need = super()._cell_room(row, column)
        return need + _DOT if self._table.index(row, column).data(LOOK).state else need

    def _make_room(self, first: QModelIndex, last: QModelIndex) -> None:
        """Widen a column for what came into it; nothing is laid out anew where all of it fits."""
        for column in range(first.column(), last.column() + 1):
            most = self._widths.get(Column(column), (0, 0))[1]
            if self.columnWidth(column) < min(most, round(self._cell_room(first.row(), Column(column)) + 0.5)):
                self.shown.emit()
                return

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not modifiers:
            self._clear()
        elif key in _ENTER and not control:
            self._go("up" if modifiers & Qt.KeyboardModifier.ShiftModifier else "down")
        elif key == Qt.Key.Key_Tab and not control:
            self._go("right")
        elif key == Qt.Key.Key_Backtab and not control:
            self._go("left")
        else:
            super().keyPressEvent(event)
