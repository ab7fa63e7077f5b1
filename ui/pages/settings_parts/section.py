"""What every part of the settings is, and the table they share."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from ui import theme, widgets
from ui.delegates.header import HeaderView
from ui.delegates.table import TableDelegate
from ui.models.rows import RowsModel
from ui.session import Session


class Section(widgets.Entrance):
    """One part of the page. ``guarded``: only the performance officer changes anything in it."""

    guarded = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def show_section(self, editable: bool) -> None:
        """Show what the file has now."""

    def retranslate(self) -> None:
        """Words in the language of now."""

    def may_close(self) -> bool:
        """Store what was typed; False if it was refused and is still there."""
        return True

    def regions(self) -> list[QWidget]:
        """What F6 goes round in."""
        return [self]


class RowsTable(QTableView):
    """Rows of 40; the columns take what their words need and the one named ``wide`` the rest. Enter opens a row."""

    opened = Signal(QModelIndex)

    def __init__(self, model: RowsModel, wide: str, parent: QWidget | None = None) -> None:  # type: ignore[type-arg]
        super().__init__(parent)
        self._rows, self._wide = model, wide
        self.setModel(model)
        self._header = HeaderView(self)
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_TALL)
        self.setItemDelegate(TableDelegate(self, name_column=0))
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Give every column the room its words need."""
        for i in range(self._rows.columnCount()):
            if i == self._rows.column(self._wide):
                self._header.setSectionResizeMode(i, QHeaderView.ResizeMode.Stretch)
                continue
            title = str(self._rows.headerData(i, Qt.Orientation.Horizontal) or "")
            head = self.fontMetrics().horizontalAdvance(title) + 2 * theme.CELL_PADDING
            self._header.resizeSection(i, max(head, self.sizeHintForColumn(i)) + theme.CELL_PADDING)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def prose(size: int = theme.SMALL, tone: str = "text-2") -> QLabel:
    """A quiet paragraph that wraps."""
    result = widgets.label("", size, tone)
    result.setWordWrap(True)
    return result


def column_of(*parts: QWidget, spacing: int = theme.HALF) -> QVBoxLayout:
    """Parts below each other without margins."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part)
    return column
