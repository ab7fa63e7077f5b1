"""Find in the grids: a slim bar above the action bar."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import theme, widgets

_FIELD = 240
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Typing, how many there are, next and previous. Escape closes it; hidden until it is asked for."""

    searched = Signal(str)
    """The words are others."""
    stepped = Signal(bool)
    """To the next (True) or the previous hit."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setFixedWidth(_FIELD)
        self.field.setClearButtonEnabled(False)
        self.field.textChanged.connect(self.searched)
        self.field.installEventFilter(self)
        self.count = widgets.label("", theme.SMALL, "text-2")
        self.previous = widgets.icon_button("up", "", size=16)
        self.next = widgets.icon_button("down", "", size=16)
        self._close = widgets.icon_button("x", "", size=16)
        self.previous.clicked.connect(lambda: self.stepped.emit(False))
        self.next.clicked.connect(lambda: self.stepped.emit(True))
        self._close.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PAGE_PADDING, theme.HALF, theme.PAGE_PADDING - theme.SPACE, theme.HALF)
        row.setSpacing(theme.SPACE)
        row.addWidget(widgets.Icon("search", 16, "text-2"))
        for part in (self.field, self.previous, self.next, self.count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._close)
        self.hide()

    def open(self) -> None:
        """Come up with everything marked."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.searched.emit(self.field.text())

    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def show_count(self, here: int, total: int) -> None:
        """Say which hit of how many is shown; ``here`` counts from 1."""
        words = self.tr("%1 of %2").replace("%1", str(here)).replace("%2", str(total))
        self.count.setText(words if total else self.tr("Nothing found") if self.field.text() else "")
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.field.setPlaceholderText(self.tr("Find in the form"))
        self.field.setAccessibleName(self.tr("Find in the form"))
        for button, words in (
            (self.previous, self.tr("Previous (Shift+Enter)")),
            (self.next, self.tr("Next (Enter)")),
            (self._close, self.tr("Close (Esc)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.stepped.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
