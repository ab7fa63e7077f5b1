"""What the check found, as a list above the bar; each line leads to its cell."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from perftrack.domain.findings import Finding
from perftrack.domain.terms import Severity
from perftrack.services.messages import Speaker
from ui import theme, widgets
from ui.delegates.roles import LOOK, OBJECT, Look
from ui.delegates.table import TableDelegate

Index = QModelIndex | QPersistentModelIndex
_SHOWN = 5
_ICONS = {Severity.ERROR: ("x", "red"), Severity.WARNING: ("warn", "amber-text"), Severity.HINT: ("info", "text-2")}
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)


class FindingList(QAbstractListModel):
    """One line per finding, errors first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[Finding, str]] = []

    def show(self, findings: Sequence[Finding], speaker: Speaker) -> None:
        """Show other findings."""
        self.beginResetModel()
        ordered = sorted(findings, key=lambda finding: _ORDER.index(finding.severity))
        self._lines = [(finding, speaker.finding(finding)) for finding in ordered]
        self.endResetModel()

    # Qt's own names from here on.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        finding, words = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        if role == LOOK:
            icon, tone = _ICONS[finding.severity]
            return Look(icon=icon, tone="text" if tone == "text-2" else tone, size=theme.SMALL)
        return finding if role == OBJECT else None


class _Lines(QListView):
    """Enter opens a line as a click does; Escape closes the list."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FindingsPanel(QWidget):
    """Title, lines, and a cross to close. Hidden until the check is asked for."""

    chosen = Signal(object)
    """A finding was opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = widgets.label("", bold=True)
        self._note = widgets.label("", theme.SMALL, "text-2")
        self._close = widgets.icon_button("x", "", size=16)
        self._close.clicked.connect(self.hide)
        self._model = FindingList(self)
        self.lines = _Lines()
        self.lines.setModel(self._model)
        self.lines.setItemDelegate(TableDelegate(self.lines, row_height=theme.CONTROL_SMALL))
        self.lines.clicked.connect(self._open)
        self.lines.escaped.connect(self.hide)
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
        self._model.show(findings, speaker)
        counts = [sum(1 for each in findings if each.severity is severity) for severity in _ORDER]
        words = (
            self.tr("errors %n", "", counts[0]),
            self.tr("warnings %n", "", counts[1]),
            self.tr("hints %n", "", counts[2]),
        )
        told = [word for count, word in zip(counts, words, strict=True) if count]
        self._note.setText("　".join(told) if told else self.tr("Nothing to point out"))
        self.lines.setVisible(bool(findings))
        self.lines.setFixedHeight(theme.CONTROL_SMALL * min(_SHOWN, len(findings)) + 2)

    def retranslate(self) -> None:
        """Words in the language of now."""
        self._title.setText(self.tr("Check"))
        self.lines.setAccessibleName(self.tr("Findings"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))

    def _open(self, index: QModelIndex) -> None:
        finding = index.data(OBJECT)
        if finding is not None:
            self.chosen.emit(finding)
