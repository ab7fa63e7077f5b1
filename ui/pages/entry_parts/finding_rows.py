"""One finding of the check as a line that leads to its cell, with a field for the sentence it asks for."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from perftrack.domain.findings import Finding
from ui import theme, widgets
from ui.delegates import strokes
from ui.delegates.findings import MARKS

_PADDING = (theme.CONTROL - theme.LINE[theme.BODY]) // 2


class FindingLine(QWidget):
    """Icon, sentence, subject. Enter, Space or a click leads to the cell."""

    opened = Signal()
    walked = Signal(bool)
    """Down (True) or Up was pressed."""

    def __init__(self, finding: Finding, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        icon, token = MARKS[str(finding.severity)]
        words_label = widgets.label(words)
        words_label.setWordWrap(True)
        place = widgets.label(finding.subject, theme.SMALL, "text-2")
        place.setWordWrap(True)
        place.setVisible(bool(finding.subject) and finding.subject not in words)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(words_label)
        column.addWidget(place)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE, _PADDING, theme.SPACE, _PADDING)
        row.setSpacing(theme.SPACE)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, (theme.LINE[theme.BODY] - 16) // 2, 0, 0)
        mark.addWidget(widgets.Icon(icon, 16, token))
        mark.addStretch(1)
        row.addLayout(mark)
        row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        fill = "selected" if self.hasFocus() else "hover" if self.underMouse() else ""
        if fill:
            with QPainter(self) as painter:
                strokes.rounded(painter, QRectF(self.rect()), theme.RADIUS_SMALL, fill)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)


class SentenceField(QLineEdit):
    """A sentence for a warning. Up and Down walk on, Enter and leaving hand it over."""

    walked = Signal(bool)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class FindingRow(QWidget):
    """The line and, for a warning that asks for one, the field beside it with the reason a sentence was refused."""

    opened = Signal(object)
    """The finding whose cell is asked for."""
    written = Signal(object, str)
    """A sentence was finished that is not the stored one: the finding, the sentence."""
    entered = Signal(object)
    """Enter was pressed in the field."""
    walked = Signal(object, bool)
    """Up or Down was pressed in this part."""

    def __init__(self, finding: Finding, words: str, *, asks: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self._stored = ""
        self._refused: str | None = None
        self.line = FindingLine(finding, words)
        self.line.setAccessibleName(words)
        self.line.opened.connect(lambda: self.opened.emit(finding))
        self.line.walked.connect(lambda down: self.walked.emit(self.line, down))
        self.field = SentenceField() if asks else None
        self._error = widgets.label("", theme.SMALL, "red")
        self._error.setWordWrap(True)
        self._error.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.PANEL_PADDING)
        row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignTop)
        if self.field is not None:
            self.field.setAccessibleName(words)
            self.field.editingFinished.connect(self.finish)
            self.field.returnPressed.connect(self._enter)
            self.field.textEdited.connect(lambda: self.show_refusal(""))
            self.field.walked.connect(lambda down: self.walked.emit(self.field, down))
            beside = QVBoxLayout()
            beside.setContentsMargins(0, 0, 0, 2)
            beside.setSpacing(2)
            beside.addWidget(self.field)
            beside.addWidget(self._error)
            beside.addStretch(1)
            row.addLayout(beside, 1)

    @property
    def unstored(self) -> str | None:
        """What stands in the field and is not stored; None: all is."""
        if self.field is None or self.field.isReadOnly() or self.field.text().strip() == self._stored:
            return None
        return self.field.text()

    def parts(self) -> list[QWidget]:
        """What the keyboard stops at."""
        return [self.line] if self.field is None else [self.line, self.field]

    def show_sentence(self, stored: str, hint: str, *, editable: bool) -> None:
        """Show the stored sentence, unless another is being written."""
        if self.field is None:
            return
        self.field.setPlaceholderText(hint if editable else "")
        self.field.setReadOnly(not editable)
        self.field.setVisible(editable or bool(stored))
        if self.unstored is None or not editable:
            self._stored = stored
            if self.field.text() != stored:
                self.field.setText(stored)
            self.show_refusal("")
        else:
            self._stored = stored

    def restore(self, typed: str) -> None:
        """Put back what was written and not stored."""
        if self.field is not None:
            self.field.setText(typed)

    def show_refusal(self, sentence: str) -> None:
        """Say why the sentence was not taken; what was written stays."""
        self._refused = self.field.text() if sentence and self.field is not None else None
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _enter(self) -> None:
        self.finish()  # Qt says that editing is finished only after this
        self.entered.emit(self)

    def finish(self) -> None:
        """Hand over what is written, once."""
        typed = self.unstored
        if typed is not None and typed != self._refused:
            self.written.emit(self.finding, typed)
