"""The list of hits below the search field. Typing stays in the field; Up, Down, Enter and Escape work the list."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui import theme, widgets
from ui.delegates import painting
from ui.delegates.roles import OBJECT
from ui.delegates.table import TableDelegate
from ui.models.search_hits import Entry, SearchHits, find

_WIDTH = 480


class _HitDelegate(TableDelegate):
    """A hit, with its shortcut as a key at the right."""

    # Qt's own names from here on.

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit = index.data(OBJECT)
        keys = hit.keys if isinstance(hit, Entry) else ""
        whole = QRect(option.rect)
        taken = round(painting.width(keys, theme.SMALL)) + 24 if keys else 0
        state = option.state
        lit = "selected" if QStyle.StateFlag.State_Selected in state else ""
        if lit := lit or ("hover" if index.row() == self.hovered_row() else ""):
            painter.fillRect(QRect(whole.topLeft(), QSize(theme.CELL_PADDING, whole.height())), theme.color(lit))
        option.rect = whole.adjusted(theme.CELL_PADDING, 0, 0, 0)
        super().paint(painter, option, index)
        if keys:
            box = QRect(whole.right() - taken + 4, whole.y(), taken - 12, whole.height())
            painting.text(painter, box, keys, "text-3", theme.SMALL, alignment=painting.RIGHT)
        option.state = state


class SearchList(QFrame):
    """Shows what ``entries`` holds for the text of ``field``; lies over the window below the field."""

    def __init__(self, field: widgets.SearchField, window: QWidget, entries: Callable[[], Iterable[Entry]]) -> None:
        super().__init__(window)
        self._field, self._entries = field, entries
        self._known: list[Entry] = []
        self._model = SearchHits()
        self._model.setParent(self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(_HitDelegate(self._view, row_height=theme.ROW, ground="raised"))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setUniformItemSizes(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setProperty("fill", "raised")
        self._view.clicked.connect(lambda _index: self.choose())
        self._nothing = widgets.label(tone="text-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 5, 9, 5)
        column.addWidget(self._view)
        column.addWidget(self._nothing)
        self.hide()
        theme.changed.connect(self.update)
        field.text_edited.connect(lambda _text: self.renew())
        field.focused.connect(self.begin)
        field.submitted.connect(lambda _text: self.choose())
        field.key_for_list.connect(self._key)
        field.focusProxy().installEventFilter(self)

    def begin(self) -> None:
        """Gather what there is to find; called when the field gets the focus."""
        self._known = list(self._entries())
        self.renew()

    def renew(self) -> None:
        """Find anew what the field says."""
        if not self._known:
            self._known = list(self._entries())
        hits = find(self._field.text(), self._known)
        self._model.show_hits(hits)
        self._nothing.setText("" if hits else self.tr("Nothing found. Try part of a name."))
        self._nothing.setVisible(not hits)
        self._view.setVisible(bool(hits))
        self._view.setFixedHeight(len(hits) * theme.ROW)
        if hits:
            self._view.setCurrentIndex(self._model.index(0))
        self._place()
        self.show()
        self.raise_()

    def choose(self) -> None:
        """Do what the current hit stands for."""
        hit = self._view.currentIndex().data(OBJECT)
        if not self.isVisible() or not isinstance(hit, Entry):
            return
        self.leave()
        hit.act()

    def leave(self) -> None:
        """Close the list, empty the field and go back to where the typing began."""
        self.hide()
        self._field.clear()
        if self._field.focusProxy().hasFocus():
            self._field.give_back()

    def hits(self) -> list[str]:
        """The titles in sight, for tests and screen readers."""
        return [str(self._model.index(row).data()) for row in range(self._model.rowCount())]

    def _key(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif self._model.rowCount() and self.isVisible():
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (self._view.currentIndex().row() + step) % self._model.rowCount()
            self._view.setCurrentIndex(self._model.index(row))

    def _place(self) -> None:
        window = self.window()
        corner = self._field.mapTo(window, QPoint(self._field.width() - _WIDTH, self._field.height() + 4))
        height = self.sizeHint().height()
        self.setGeometry(QRect(corner, QSize(_WIDTH, height)))

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.rounded(painter, QRectF(self.rect()), theme.RADIUS, "raised", "rule-strong")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return False
