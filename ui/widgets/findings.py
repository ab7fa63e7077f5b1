"""Findings as a list one can walk through and follow, and the same list as a popup below a button."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from ui import theme
from ui.delegates.findings import FindingsDelegate
from ui.delegates.roles import OBJECT
from ui.widgets.popup import Popup


class FindingsView(QListView):
    """A click or Enter follows a finding."""

    followed = Signal(object)
    """The line (the model's ``OBJECT``) the user wants to go to."""

    def __init__(self, lines: QAbstractItemModel, parent: QWidget | None = None, inset: int = 0) -> None:
        super().__init__(parent)
        self.setModel(lines)
        self._drawing = FindingsDelegate(self, inset)
        self.setItemDelegate(self._drawing)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Findings"))
        self.clicked.connect(self._follow)
        theme.changed.connect(self.viewport().update)

    def wanted_height(self, width: int) -> int:
        """Give the height all lines need at this width."""
        model = self.model()
        return sum(self._drawing.height(model.index(row, 0), width) for row in range(model.rowCount()))

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid():
            self.followed.emit(index.data(OBJECT))

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._follow(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # sentences break elsewhere now


class FindingsPopup(Popup):
    """The list below a button; Escape or a click elsewhere closes it."""

    followed = Signal(object)

    def __init__(self, lines: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = FindingsView(lines, inset=12)
        self.view.setProperty("fill", "raised")
        self.view.setMinimumHeight(theme.ROW)  # one finding makes a low popup
        column = QVBoxLayout(self)
        column.setContentsMargins(1, theme.SPACE, 1, theme.SPACE)
        column.addWidget(self.view)
        self.view.followed.connect(self._follow)
        self.setFocusProxy(self.view)

    def open_below(self, button: QWidget, width: int = 400, most: int = 360) -> None:
        """Show the lines below the right end of ``button``."""
        height = min(most, self.view.wanted_height(width - 2) + 2 * theme.SPACE)
        self.place_below(button, width, height, at_right=True)
        self.show()
        self.view.setFocus(Qt.FocusReason.PopupFocusReason)
        self.view.setCurrentIndex(self.view.model().index(0, 0))

    def _follow(self, line: object) -> None:
        self.close()
        self.followed.emit(line)
