"""The table of cells that came back, by keyboard: Space ticks, Ctrl+A all, Ctrl+D none, Ctrl+N only new ones."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import theme
from ui.delegates.header import HeaderView
from ui.delegates.tick_cells import TickCellsDelegate
from ui.models.collected_cells import CollectedCells

_WIDTHS = {"take": 56, "field": 96, "stored": 136, "incoming": 136, "effect": 72, "state": 340}
_CTRL = Qt.KeyboardModifier.ControlModifier


class CollectedView(QTableView):
    """Rows are chosen with arrows and Shift; headings of forms run over the whole width."""

    def __init__(self, cells: CollectedCells, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = cells
        self.setModel(cells)
        self.setItemDelegate(TickCellsDelegate(self, name_column=cells.column("name")))
        self.setHorizontalHeader(HeaderView(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_TALL)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Cells that differ"))
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        for key, width in _WIDTHS.items():
            header.resizeSection(cells.column(key), width)
        header.setSectionResizeMode(cells.column("name"), QHeaderView.ResizeMode.Stretch)
        cells.modelReset.connect(self._span)
        theme.changed.connect(self.viewport().update)
        self._span()

    def _span(self) -> None:
        self.clearSpans()
        name = self._cells.column("name")
        for row, line in enumerate(self._cells.rows()):
            if line.cell is None:
                self.setSpan(row, name, 1, self._cells.columnCount() - name)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._cells.toggle(index.row() for index in self.selectionModel().selectedRows())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._cells.choose_all()
        elif event.modifiers() == _CTRL and event.key() == Qt.Key.Key_D:
            self._cells.choose_none()
        elif event.modifiers() == _CTRL and event.key() == Qt.Key.Key_N:
            self._cells.choose_new()
        else:
            super().keyPressEvent(event)
