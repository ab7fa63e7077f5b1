"""The editors of the entry grid: a number with its unit, a few lines of prose. Both lie exactly in their cell."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ui import theme
from ui.delegates import painting
from ui.delegates.editor import CellEditor

_LINES = 5
_PLAIN = frozenset("0123456789.,- ０１２３４５６７８９．，－")


class NumberEditor(CellEditor):
    """The editor of a number; its unit goes away where a unit is typed or the cell is too narrow for both."""

    def __init__(self, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, unit)
        self._own_unit = unit
        self.textChanged.connect(self._make_room)

    def _make_room(self) -> None:
        plain = all(sign in _PLAIN for sign in self.text())
        room = round(painting.width(self._own_unit)) + 6
        fits = painting.width(self.text()) + room + 2 * theme.CELL_PADDING < self.width()
        self._unit = self._own_unit if plain and fits else ""
        margin = theme.CELL_PADDING - 2
        self.setTextMargins(margin, 0, margin + (room if self._unit else 0), 0)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


class ProseEditor(QPlainTextEdit):
    """A few lines; grows downwards over the rows below while more is typed. Alt+Enter begins a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = QRect()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme.font(theme.SMALL))
        self.setStyleSheet("border: none; border-radius: 0; padding: 0;")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(3)
        self.setViewportMargins(5, 1, 5, 1)
        self.textChanged.connect(self._grow)

    def lie_in(self, cell: QRect) -> None:
        """Cover ``cell``, and more below it where the text needs that."""
        self._least = QRect(cell)
        self._grow()

    def _grow(self) -> None:
        if not self._least.isValid():
            return
        lines = min(_LINES, max(2, round(self.document().size().height())))
        height = max(self._least.height(), lines * theme.LINE[theme.SMALL] + 8)
        parent = self.parentWidget()
        top = self._least.y()
        if parent is not None:
            top = max(0, min(top, parent.height() - height))
        self.setGeometry(QRect(self._least.x(), top, self._least.width(), height))

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            frame = self.rect().translated(-self.viewport().x(), -self.viewport().y())
            painting.focus_frame(painter, frame)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insertPlainText("\n")  # only with Alt or Shift: the delegate takes the plain key before
        else:
            super().keyPressEvent(event)
