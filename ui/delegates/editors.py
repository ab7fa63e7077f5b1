"""The editors of the entry grid: a number with its unit, a few lines of prose. Both lie exactly in their cell."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ui import theme
from ui.delegates import painting
from ui.delegates.editor import CellEditor

_LINES, _MARGIN = 5, 3
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


class _Frame(QWidget):
    """The frame of an editor that scrolls: it lies over margins and text alike; the pointer goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.focus_frame(painter, self.rect())


class ProseEditor(QPlainTextEdit):
    """A few lines; grows downwards over the rows below while more is typed. Alt+Enter begins a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = QRect()
        self._frame = _Frame(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme.font(theme.SMALL))
        self.setStyleSheet("border: none; border-radius: 0; padding: 0;")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.setViewportMargins(theme.CELL_PADDING - _MARGIN, 0, theme.CELL_PADDING - _MARGIN, 0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def lie_in(self, cell: QRect) -> None:
        """Cover ``cell``, and more below it where the text needs that."""
        self._least = QRect(cell)
        self._grow()

    def _grow(self) -> None:
        if not self._least.isValid():
            return
        lines = min(_LINES, round(self.document().size().height()))  # a plain document counts lines, not pixels
        height = max(self._least.height(), lines * self.fontMetrics().lineSpacing() + 2 * _MARGIN + 2)
        parent = self.parentWidget()
        top = self._least.y()
        if parent is not None:
            top = max(0, min(top, parent.height() - height))
        self.setGeometry(QRect(self._least.x(), top, self._least.width(), height))

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame.setGeometry(self.rect())
        self._frame.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insertPlainText("\n")  # only with Alt or Shift: the delegate takes the plain key before
        else:
            super().keyPressEvent(event)
