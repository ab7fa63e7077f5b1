"""Find in a grid or table: a slim bar below it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import theme
from ui.widgets.buttons import icon_button
from ui.widgets.texts import Icon, label

_FIELD = 240
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Typing, how many there are, next and previous. Escape closes it; hidden until it is asked for."""

    searched = Signal(str)
    """The words are others."""
    stepped = Signal(bool)
    """To the next (True) or the previous hit."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, margin: int = theme.PAGE_PADDING) -> None:
        super().__init__(parent)
        self._asked = ""
        self.field = QLineEdit()
        self.field.setFixedWidth(_FIELD)
        self.field.setClearButtonEnabled(False)
        self.field.textChanged.connect(self.searched)
        self.field.installEventFilter(self)
        self.count = label("", theme.SMALL, "text-2")
        self.previous = icon_button("up", "", size=16)
        self.next = icon_button("down", "", size=16)
        self._close = icon_button("x", "", size=16)
        self.previous.clicked.connect(lambda: self.stepped.emit(False))
        self.next.clicked.connect(lambda: self.stepped.emit(True))
        self._close.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(margin, theme.HALF, max(0, margin - theme.SPACE), theme.HALF)
        row.setSpacing(theme.SPACE)
        row.addWidget(Icon("search", 16, "text-2"))
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

    def ask_for(self, words: str) -> None:
        """Say what is looked for, where it is no form."""
        self._asked = words
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language of now."""
        asked = self._asked or self.tr("Find in the form")
        self.field.setPlaceholderText(asked)
        self.field.setAccessibleName(asked)
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
