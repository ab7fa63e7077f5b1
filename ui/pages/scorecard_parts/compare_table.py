"""The parts of a comparison as a view: rows open to their causes, the sum stands below a strong rule."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui import theme
from ui.delegates import strokes
from ui.delegates.roles import LOOK, OBJECT, Look
from ui.models.comparison import ComparisonTable
from ui.widgets.growing_table import FlushDelegate, GrowingTable

Index = QModelIndex | QPersistentModelIndex
#: The chevron before a name, and the names of lines that have none.
_CHEVRON = 24
_NUMBER, _CHANGE = 80, 88
_NAME = (168, 320)


class CompareDelegate(FlushDelegate):
    """As every table; names stand behind the chevrons, what is opened lies on a sunken ground."""

    _shift = 0

    def draw_content(self, painter: QPainter, rect: QRect, words: str, look: Look, bold: bool) -> None:
        """Draw the content of a cell, that of the first column behind the room for a chevron."""
        super().draw_content(painter, rect.adjusted(self._shift, 0, 0, 0), words, look, bold)

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(OBJECT).detail:
            painter.fillRect(option.rect, theme.color("sunken"))  # type: ignore[attr-defined]
        self._shift = 0 if index.column() or index.data(LOOK).icon else _CHEVRON
        super().paint(painter, option, index)


class CompareTable(GrowingTable):
    """Enter or a click opens a part, Right opens it too, Left closes it or leads back to it."""

    def __init__(self, model: ComparisonTable, parent: QWidget | None = None) -> None:
        super().__init__(model, theme.ROW, parent)
        self._parts = model
        self.setItemDelegate(CompareDelegate(self, row_height=theme.ROW, name_column=0))
        self._header.setSectionsClickable(False)
        self.opened.connect(lambda index: model.toggle(index.row()))
        model.rowsInserted.connect(self.fit)
        model.rowsRemoved.connect(self.fit)
        model.modelReset.connect(self._arrange)

    def choose(self, row: int) -> None:
        """Stand on a row."""
        if 0 <= row < self._parts.rowCount():
            self.setCurrentIndex(self._parts.index(row, 0))

    def _arrange(self) -> None:
        rows = self._parts.rows()
        least, most = _NAME
        widest = max((strokes.width(row.name, theme.BODY, True) for row in rows), default=0.0)
        name = min(max(least, round(widest) + _CHEVRON + 2 * theme.CELL_PADDING), most)
        for column, width in ((0, name), (1, _NUMBER), (2, _NUMBER), (3, _CHANGE)):
            self.setColumnWidth(column, width)
        self.setColumnWidth(4, max(160, self.viewport().width() - name - 2 * _NUMBER - _CHANGE))

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), event.key()
        if row < 0 or key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)
            return
        line = self._parts.row(row)
        if line.detail:
            if key == Qt.Key.Key_Left:
                self.choose(self._parts.row_of(line.key))
        elif self._parts.is_open(row) == (key == Qt.Key.Key_Left):
            self._parts.toggle(row)
