"""A table whose lines lead somewhere: walked by arrow keys; a click or Enter follows a line."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui import theme
from ui.delegates import painting
from ui.delegates.header import HeaderView
from ui.delegates.table import TableDelegate


class FollowedTable(QTableView):
    """One column takes the room that is left, the others what their words need; see :meth:`fit_column`."""

    followed = Signal(int)

    def __init__(
        self,
        model: QAbstractItemModel,
        row_height: int,
        stretched: int,
        head_height: int = theme.HEADER,
        parent: QWidget | None = None,
    ) -> None:
        """``stretched`` is the column of names; heights in pixels."""
        super().__init__(parent)
        self.setModel(model)
        header = HeaderView(self, head_height)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(row_height)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.setItemDelegate(TableDelegate(self, row_height=row_height, name_column=stretched))
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self.followed.emit(index.row()))
        theme.changed.connect(self.viewport().update)

    def fit_column(self, column: int, least: int, most: int, *, bold: bool = False) -> None:
        """Give a column the room its words take, between ``least`` and ``most`` pixels."""
        model = self.model()
        wide = painting.width(str(model.headerData(column, Qt.Orientation.Horizontal)), theme.SMALL)
        for row in range(model.rowCount()):
            wide = max(wide, painting.width(str(model.index(row, column).data()), theme.BODY, bold))
        self.setColumnWidth(column, min(most, max(least, round(wide) + 2 * theme.CELL_PADDING + 2)))

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.followed.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
