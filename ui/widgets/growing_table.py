"""A table that grows with its rows: the page scrolls, not the table."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QScrollArea,
    QSizePolicy,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.delegates.header import HeaderView
from ui.delegates.table import TableDelegate

Index = QModelIndex | QPersistentModelIndex
_HIDDEN = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class GrowingTable(QTableView):
    """A table as high as its rows. A click or Enter opens the row; nothing is selected while the focus is elsewhere."""

    opened = Signal(QModelIndex)
    copy_requested = Signal()

    def __init__(
        self, model: QAbstractItemModel, row_height: int, parent: QWidget | None = None, *, headed: bool = True
    ) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self.setModel(model)
        model.setParent(self)
        self._header = HeaderView(self)
        self.setHorizontalHeader(self._header)
        self._header.setVisible(headed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(_HIDDEN)
        self.setHorizontalScrollBarPolicy(_HIDDEN)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.opened)
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Take the height of the rows."""
        head = self._header.sizeHint().height() if not self._header.isHidden() else 0
        self.setFixedHeight(head + self.model().rowCount() * self._row_height)

    def _uncover(self, index: Index) -> None:
        """Scroll the page so that the current row is in sight."""
        walker = self.parentWidget()
        while walker is not None and not isinstance(walker, QScrollArea):
            walker = walker.parentWidget()
        if walker is not None:
            middle = self.viewport().mapTo(walker.widget(), self.visualRect(index).center())
            walker.ensureVisible(0, middle.y(), 0, self._row_height)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self._uncover(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.selectionModel().hasSelection() and self.model().rowCount():
            row = max(0, self.currentIndex().row())
            self.setCurrentIndex(self.model().index(row, 0))
            self.selectRow(row)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.clearSelection()


class FlushDelegate(TableDelegate):
    """As every table; the last column meets the edge of the page."""

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() == index.model().columnCount() - 1:
            option.rect.adjust(0, 0, theme.CELL_PADDING, 0)  # beyond the edge nothing is painted
        super().paint(painter, option, index)
