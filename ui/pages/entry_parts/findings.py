"""What the check found, as a list above the bar; each line leads to its cell."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perftrack.domain.findings import Finding
from perftrack.services.messages import Speaker
from ui import theme, widgets
from ui.models.findings import ORDER, FindingLine, FindingsList
from ui.widgets.findings import FindingsView

_HIGHEST, _NARROWEST = 172, 600


class FindingsPanel(QWidget):
    """Title, lines, and a cross to close. Hidden until the check is asked for."""

    chosen = Signal(object)
    """A finding was opened."""
    closed = Signal()
    """Escape was pressed; the focus may go back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = widgets.label("", bold=True)
        self._note = widgets.label("", theme.SMALL, "text-2")
        self._close = widgets.icon_button("x", "", size=16)
        self._close.clicked.connect(self.hide)
        self._model = FindingsList(self)
        self.lines = FindingsView(self._model, inset=theme.SPACE)
        self.lines.followed.connect(lambda line: self.chosen.emit(line.finding))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE_PADDING, theme.HALF, theme.PAGE_PADDING - theme.SPACE, theme.SPACE)
        column.setSpacing(0)
        column.addWidget(widgets.Rule("rule-strong"))
        column.addLayout(head)
        column.addWidget(self.lines)
        self.hide()

    def show_findings(self, findings: Sequence[Finding], speaker: Speaker) -> None:
        """Show the findings of the plan."""
        self._model.show(FindingLine(each, speaker.finding(each), each.subject) for each in findings)
        counts = [self._model.counts()[severity] for severity in ORDER]
        words = (
            self.tr("errors %n", "", counts[0]),
            self.tr("warnings %n", "", counts[1]),
            self.tr("hints %n", "", counts[2]),
        )
        told = [word for count, word in zip(counts, words, strict=True) if count]
        self._note.setText("　".join(told) if told else self.tr("Nothing to point out"))
        self.lines.setVisible(bool(findings))
        self.lines.setFixedHeight(min(_HIGHEST, self.lines.wanted_height(max(self.width(), _NARROWEST))))

    def retranslate(self) -> None:
        """Words in the language of now."""
        self._title.setText(self.tr("Check"))
        self.lines.setAccessibleName(self.tr("Findings"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)
