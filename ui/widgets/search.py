"""The search field of the top bar."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from ui import theme
from ui.delegates import strokes
from ui.widgets.badges import KeyCap
from ui.widgets.painted import Painted


class _Line(QLineEdit):
    """The typing part: says which keys belong to the list of hits."""

    key_for_list = Signal(int)
    focused = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape):
            self.key_for_list.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class SearchField(Painted):
    """Lens, typing, shortcut key. Ctrl+K is bound by the window, which calls :meth:`take_focus`."""

    text_edited = Signal(str)
    submitted = Signal(str)
    key_for_list = Signal(int)
    """Up, Down or Escape (``Qt.Key``) was pressed while typing: they move in the list of hits."""
    focused = Signal()

    def __init__(self, parent: QWidget | None = None, *, keys: str = "Ctrl K") -> None:
        super().__init__(parent)
        self._line = _Line(self)
        self._line.setProperty("bare", True)
        self._came_from: list[QWidget] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._remember)
        self._cap = KeyCap(keys, self)
        self._cap.setVisible(bool(keys))
        row = QHBoxLayout(self)
        row.setContentsMargins(33, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(self._cap)
        self.setFixedHeight(theme.CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._line)
        self._line.textEdited.connect(self.text_edited)
        self._line.returnPressed.connect(lambda: self.submitted.emit(self._line.text()))
        self._line.key_for_list.connect(self.key_for_list)
        self._line.focused.connect(self.focused)
        for moved in (self._line.focused, self._line.left):  # the frame is the field's, not the line's
            moved.connect(self.update)
        self.retranslate()

    def text(self) -> str:
        """Give what is typed."""
        return self._line.text()

    def clear(self) -> None:
        """Empty the field."""
        self._line.clear()

    def take_focus(self) -> None:
        """Go into the field by shortcut, with everything marked."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def give_back(self) -> None:
        """Give the focus back to where it was; where that is gone (an editor), to what it stood in."""
        for widget in self._came_from:
            if isValid(widget) and widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.window().setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not self._line or before is None or before is self._line:
            return
        self._came_from = []
        walker: QWidget | None = before
        while walker is not None:
            self._came_from.append(walker)
            walker = walker.parentWidget()

    def retranslate(self) -> None:
        words = self.tr("Plans, indicators, commands")
        self._line.setPlaceholderText(words)
        self._line.setAccessibleName(words)
        self.setAccessibleName(words)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self._line.hasFocus()
        with QPainter(self) as painter:
            strokes.rounded(painter, QRectF(self.rect()), theme.RADIUS, "raised", "rule-strong")
            if focused:
                strokes.focus_frame(painter, self.rect(), radius=theme.RADIUS - 1)
            strokes.picture(painter, 9, 8, "search", 16, "text-2")

    def sizeHint(self) -> QSize:
        return QSize(theme.SEARCH_WIDTH, theme.CONTROL)

    @staticmethod
    def shortcut() -> QKeySequence:
        """Give the shortcut that leads here."""
        return QKeySequence("Ctrl+K")
