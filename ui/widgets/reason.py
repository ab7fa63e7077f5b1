"""A line that asks for a reason, in place: what it is for, the field, the act, and a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QWidget

from ui import theme
from ui.widgets.buttons import link, secondary


class ReasonLine(QWidget):
    """Hidden until :meth:`ask`. Enter gives the reason, Esc goes back; an empty reason keeps asking."""

    given = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        """``upright``: the buttons stand below the field, for narrow places."""
        super().__init__(parent)
        self.field = QLineEdit()
        self.act, self._back = secondary(""), link("", size=theme.SMALL)
        self.act.clicked.connect(self._give)
        self._back.clicked.connect(self._cancel)
        self.field.returnPressed.connect(self._give)
        self.field.textEdited.connect(lambda text: self.act.setEnabled(bool(text.strip())))
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        outer = QBoxLayout(direction, self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.SPACE)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addWidget(self.act)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        outer.addWidget(self.field, 0 if upright else 1)
        outer.addLayout(buttons)
        self.hide()

    def set_words(self, asked: str, act: str) -> None:
        """``asked`` stands in the empty field, ``act`` names what follows."""
        self.field.setPlaceholderText(asked)
        self.field.setAccessibleName(asked)
        self.act.setText(act)
        self._back.setText(self.tr("Cancel"))

    def ask(self) -> None:
        """Ask."""
        self.field.clear()
        self.act.setEnabled(False)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.field.text().strip():
            self.given.emit(self.field.text().strip())

    def _cancel(self) -> None:
        self.hide()
        self.cancelled.emit()

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)
