"""What is said to one alarm: cause and remedy, drafted, to be completed and stored."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from perftrack.domain.drafts import has_hole
from perftrack.domain.terms import CauseKind
from ui import theme, widgets
from ui.models.alerts_table import AlertLine

_HEIGHT = 264
KINDS = tuple(CauseKind)


class AlertEditor(QWidget):
    """Below the list. Ctrl+Enter stores; Tab goes from text to text."""

    stored = Signal(str, str)
    """Cause and remedy are to be stored."""
    place_requested = Signal()
    redrafted = Signal(int)
    """Another kind of cause was chosen: its place in :data:`KINDS`."""
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: AlertLine | None = None
        self._title = widgets.SectionTitle("")
        self._kind_word = widgets.label("", theme.SMALL, "text-2")
        self.kinds = widgets.Segments([kind.value for kind in KINDS], height=theme.CONTROL_SMALL)
        self.kinds.set_current(len(KINDS) - 1)
        self.cause, self.remedy = _Text(), _Text()
        self._cause_word, self._remedy_word = (widgets.label("", theme.SMALL, "text-2") for _ in range(2))
        self._note = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self.go, self.save = widgets.secondary(""), widgets.primary("")
        self._lay_out()
        self.setFixedHeight(_HEIGHT)
        self.setFocusProxy(self.cause)
        self.kinds.chosen.connect(self.redrafted)
        self.go.clicked.connect(self.place_requested)
        self.save.clicked.connect(self._store)
        for text in (self.cause, self.remedy):
            text.finished.connect(self._store)
            text.textChanged.connect(self._renew_note)

    def show_alert(self, line: AlertLine, cause: str, remedy: str) -> None:
        """Show one alarm with the texts to begin with."""
        self._line = line
        may = line.alert.may
        for text, words in ((self.cause, cause), (self.remedy, remedy)):
            text.setReadOnly(not may)
            text.setPlainText(words)
        plan = line.alert.alarm.card.plan.name
        self._title.set_text(line.place or plan)
        self._title.set_note(line.sentence)
        self.save.setVisible(may)
        self.kinds.setEnabled(may and line.alert.alarm.draft is not None)
        self._renew_note()

    def texts(self) -> tuple[str, str]:
        """Cause and remedy as they stand."""
        return self.cause.toPlainText(), self.remedy.toPlainText()

    def is_typed(self) -> bool:
        """Whether somebody typed into it since it was shown."""
        return any(text.document().isModified() for text in (self.cause, self.remedy))

    def retranslate(self) -> None:
        """Put the words in the language of now."""
        self._kind_word.setText(self.tr("The draft blames"))
        self.kinds.setAccessibleName(self.tr("Kind of cause of the draft"))
        for label, text, words in (
            (self._cause_word, self.cause, self.tr("Cause")),
            (self._remedy_word, self.remedy, self.tr("Remedy")),
        ):
            label.setText(words)
            text.setAccessibleName(words)
        self.go.setText(self.tr("Open in Entry"))
        self.go.setToolTip("Ctrl+J")
        self.save.setText(self.tr("Store"))
        self.save.setToolTip("Ctrl+Enter")
        self._renew_note()

    def _store(self) -> None:
        if self._line is not None and self._line.alert.may:
            self.stored.emit(*self.texts())

    def _renew_note(self) -> None:
        if self._line is None:
            return
        words = self.tr("Ctrl+Enter stores and goes on")
        if not self._line.alert.may:
            words = self.tr("Only for reading: you may not enter here, or the quarter is settled")
        elif has_hole("".join(self.texts())):
            words = self.tr("Complete what stands in brackets: until then it stays to be cleared")
        self._note.set_text(words)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(self._title, 1)
        head.addWidget(self._kind_word)
        head.addWidget(self.kinds)
        texts = QHBoxLayout()
        texts.setSpacing(theme.PAGE_PADDING)
        for label, text in ((self._cause_word, self.cause), (self._remedy_word, self.remedy)):
            column = QVBoxLayout()
            column.setSpacing(theme.HALF)
            column.addWidget(label)
            column.addWidget(text, 1)
            texts.addLayout(column, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE)
        foot.addWidget(self._note, 1)
        foot.addWidget(self.go)
        foot.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.PAGE_PADDING, 12, theme.PAGE_PADDING, 12)
        whole.setSpacing(theme.SPACE)
        whole.addLayout(head)
        whole.addLayout(texts, 1)
        whole.addLayout(foot)


class _Text(QPlainTextEdit):
    """A few lines; Ctrl+Enter ends."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setProperty("boxed", True)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)
