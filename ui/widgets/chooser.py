"""A long list of names below a button: type to narrow it down, Enter or a click chooses."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.delegates import painting
from ui.widgets.popup import Popup

_PADDING, _MOST_ROWS, _FILTER_FROM = 12, 12, 10
_WIDTHS = (240, 480)


class _NameDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.current = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:  # fmt: skip
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        if (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver) & state:
            selected = QStyle.StateFlag.State_Selected in state
            painter.fillRect(rect, theme.color("selected" if selected else "hover"))
        name = str(index.data())
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painting.text(painter, inner, name, "text", theme.BODY, name == self.current)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, theme.ROW)


class Chooser(Popup):
    """Names in a popup, the current one bold. Escape closes it; nothing is chosen then."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, name: str = "") -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._shown: list[int] = []
        self._model = QStringListModel(self)
        self.filter = QLineEdit()
        self.filter.setAccessibleName(name)
        self.filter.textChanged.connect(self._narrow)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setProperty("fill", "raised")
        self.view.setAccessibleName(name)
        self._delegate = _NameDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._take)
        self.view.activated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, theme.HALF + 1, 1, theme.HALF + 1)
        column.setSpacing(theme.HALF)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)

    def open_below(self, button: QWidget, names: Sequence[str], current: int) -> None:
        """Show ``names`` below ``button``."""
        self._names = list(names)
        self._delegate.current = self._names[current] if 0 <= current < len(self._names) else ""
        self.filter.clear()
        self._narrow("")
        self.filter.setPlaceholderText(self.tr("Type to narrow down"))
        long = len(self._names) >= _FILTER_FROM
        self.filter.setVisible(long)
        widest = max((painting.width(name, theme.BODY, True) for name in self._names), default=0.0)
        width = min(max(_WIDTHS[0], round(widest) + 2 * _PADDING + 16), _WIDTHS[1])
        rows = min(_MOST_ROWS, max(1, len(self._names)))
        height = rows * theme.ROW + 2 * theme.HALF + 2 + (theme.CONTROL + theme.HALF if long else 0)
        self.place_below(button, width, height)
        self.show()
        self.view.setCurrentIndex(self._model.index(max(0, current), 0))
        (self.filter if long else self.view).setFocus(Qt.FocusReason.PopupFocusReason)

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        self._shown = [i for i, name in enumerate(self._names) if all(word in name.casefold() for word in wanted)]
        self._model.setStringList([self._names[i] for i in self._shown])
        if self._shown:
            self.view.setCurrentIndex(self._model.index(0, 0))

    def _take(self, index: QModelIndex) -> None:
        if self.isVisible() and index.isValid():
            row = self._shown[index.row()]
            self.close()
            self.chosen.emit(row)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.view.currentIndex())
        elif step is not None and self._shown:
            row = max(0, min(len(self._shown) - 1, self.view.currentIndex().row() + step))
            self.view.setCurrentIndex(self._model.index(row, 0))
        else:
            super().keyPressEvent(event)
