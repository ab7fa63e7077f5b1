"""The action bar: only what may be done now, with the state in words. Returning asks for its reason right here."""

from collections.abc import Set

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.terms import ReviewAct
from ui import theme, widgets


class _Reason(QLineEdit):
    escaped = Signal()

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class ReviewBar(QWidget):
    """56 high."""

    approve_requested = Signal()
    return_requested = Signal(str)
    withdraw_requested = Signal()
    entry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.ACTION_BAR)
        self._main, self._more = widgets.ElidedLabel(), widgets.ElidedLabel(tone="text-2")
        self.entry = widgets.quiet("", "entry")
        self.withdraw = widgets.secondary("")
        self.send_back = widgets.secondary("", icon="return")
        self.approve = widgets.primary("")
        self.reason = _Reason()
        self._error = widgets.ElidedLabel(size=theme.SMALL, tone="red")
        self.confirm, self.cancel = widgets.primary(""), widgets.secondary("")
        self._stack = QStackedWidget()
        self._lay_out()
        self.entry.clicked.connect(self.entry_requested)
        self.withdraw.clicked.connect(self.withdraw_requested)
        self.approve.clicked.connect(self.approve_requested)
        self.send_back.clicked.connect(self.ask_reason)
        self.confirm.clicked.connect(self._tell)
        self.reason.returnPressed.connect(self._tell)
        self.reason.textEdited.connect(lambda: self.show_refusal(""))
        self.reason.escaped.connect(self.end_reason)
        self.cancel.clicked.connect(self.end_reason)

    @property
    def asking(self) -> bool:
        """Whether the reason of a return is being written."""
        return self._stack.currentIndex() == 1

    def show_acts(self, acts: Set[ReviewAct], main: str, more: str, *, may_enter: bool) -> None:
        """Offer ``acts``; the words say how far reading is and what may be done."""
        self._main.set_text(main)
        self._more.set_text(more)
        self.approve.setVisible(ReviewAct.APPROVE in acts)
        self.send_back.setVisible(ReviewAct.RETURN in acts)
        self.withdraw.setVisible(ReviewAct.WITHDRAW in acts)
        self.entry.setVisible(may_enter)

    def ask_reason(self) -> None:
        """Ask why; what was written before is still there."""
        self._stack.setCurrentIndex(1)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_reason(self) -> None:
        """Go back to the acts."""
        self._stack.setCurrentIndex(0)
        self.show_refusal("")
        if self.send_back.isVisible():
            self.send_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_reason(self) -> None:
        """It was given: the next starts empty."""
        self.reason.clear()
        self.stop_asking()

    def stop_asking(self) -> None:
        """Show the acts again, without moving the focus."""
        self._stack.setCurrentIndex(0)
        self.show_refusal("")

    def show_refusal(self, sentence: str) -> None:
        """Say why the reason was not taken."""
        self._error.set_text(sentence)
        self._error.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.entry.setText(self.tr("To the form"))
        self.withdraw.setText(self.tr("Withdraw"))
        self.send_back.setText(self.tr("Return"))
        self.approve.setText(self.tr("Approve"))
        self.confirm.setText(self.tr("Return"))
        self.cancel.setText(self.tr("Cancel"))
        self.reason.setPlaceholderText(self.tr("Why it goes back; the lead reads this"))
        self.reason.setAccessibleName(self.tr("Reason of the return"))

    def _tell(self) -> None:
        self.return_requested.emit(self.reason.text())

    def _lay_out(self) -> None:
        acts, asking = QWidget(), QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.PANEL_PADDING)
        row.addWidget(self._main)
        row.addWidget(self._more)
        row.addStretch(1)
        for button in (self.entry, self.withdraw, self.send_back, self.approve):
            row.addWidget(button)
        row = QHBoxLayout(asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.reason, 1)
        row.addWidget(self._error)
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        self._stack.addWidget(acts)
        self._stack.addWidget(asking)
        inner = QHBoxLayout()
        inner.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, 0)
        inner.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(widgets.Rule("rule-strong"))
        column.addLayout(inner, 1)
