"""Parts of the details panel people type into: a moved share with its reason, and the note of a value."""

from decimal import Decimal

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from perftrack.domain.decimals import shortest
from perftrack.domain.grades import BANDS
from perftrack.domain.terms import Grade
from ui import theme, widgets


class ShareMover(QWidget):
    """For numbers judged by grade: the share may be moved inside the band of the grade, with a reason."""

    wanted = Signal(str, str)
    """Store this share (empty: the computed one) with this reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._band = widgets.label("", theme.SMALL, "text-2")
        self.share = QLineEdit()
        self.share.setFixedWidth(72)
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.reason = QLineEdit()
        self._use = widgets.secondary("")
        self._use.clicked.connect(self._tell)
        self._error = widgets.label("", theme.SMALL, "red")
        self._error.setWordWrap(True)
        self._error.hide()
        for field in (self.share, self.reason):
            field.returnPressed.connect(self._tell)
            field.textEdited.connect(self._forget_error)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.share)
        row.addWidget(widgets.label("%", theme.BODY, "text-3"))
        row.addStretch(1)
        row.addWidget(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._band)
        column.addLayout(row)
        column.addWidget(self.reason)
        column.addWidget(self._error)

    def show_share(self, grade: Grade, share: Decimal | None, reason: str, editable: bool) -> None:
        """Show the grade that follows from the value, and the share moved within it, if it was."""
        low, high = BANDS[grade]
        words = self.tr("%1: %2% to %3%").replace("%1", grade.value)
        self._band.setText(words.replace("%2", shortest(low)).replace("%3", shortest(high)))
        if not self.share.hasFocus():
            self.share.setText("" if share is None else shortest(share))
        if not self.reason.hasFocus():
            self.reason.setText(reason)
        for part in (self.share, self.reason, self._use):
            part.setEnabled(editable)

    def show_refusal(self, sentence: str) -> None:
        """Say why the share was not taken; what was typed stays."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.share.setProperty("invalid", bool(sentence))
        self.share.style().unpolish(self.share)
        self.share.style().polish(self.share)

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.share.setAccessibleName(self.tr("Share in per cent"))
        self.share.setPlaceholderText(self.tr("computed"))
        self.reason.setAccessibleName(self.tr("Reason for the share"))
        self.reason.setPlaceholderText(self.tr("Reason for the share"))
        self._use.setText(self.tr("Use"))

    def _tell(self) -> None:
        self.wanted.emit(self.share.text(), self.reason.text())

    def _forget_error(self) -> None:
        if self._error.isVisible():
            self.show_refusal("")


class NoteEditor(QPlainTextEdit):
    """The note of one value; stored when left or by Ctrl+Enter."""

    finished = Signal(str)
    typed = Signal(str)
    """What stands in it now, typed and not stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self.textChanged.connect(self._tell)
        self.setTabChangesFocus(True)
        self.setFixedHeight(64)
        self.setFont(theme.font(theme.SMALL))

    def show_note(self, note: str, editable: bool) -> None:
        """Show the stored note; what is being typed stays."""
        if not self.hasFocus() or self.toPlainText() == self._stored:
            self.setPlainText(note)
        self._stored = note
        self.setEnabled(editable)

    def bring_back(self, text: str) -> None:
        """Put a text back that was typed and not stored; whoever leaves the field stores it."""
        if not self.hasFocus():
            self.setPlainText(text)

    def _tell(self) -> None:
        if self.hasFocus():
            self.typed.emit(self.toPlainText())

    def finish(self) -> None:
        """Hand over what was typed, if it differs."""
        if self.toPlainText().strip() != self._stored:
            self._stored = self.toPlainText().strip()
            self.finished.emit(self._stored)

    # Qt's own names from here on.

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._stored)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        self.finish()
        super().hideEvent(event)  # type: ignore[arg-type]
