"""What of a pasted block was refused: a list above the bar, each line leads to its cell."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perftrack.domain.terms import Severity
from ui import theme, widgets
from ui.delegates.roles import OBJECT
from ui.models.typed_cells import Refusal
from ui.widgets.findings import FindingsView

Index = QModelIndex | QPersistentModelIndex
_HIGHEST, _NARROWEST = 140, 600


class RefusalLine:
    """A refused cell as the list draws it."""

    severity = Severity.ERROR

    def __init__(self, refusal: Refusal, place: str) -> None:
        self.refusal, self.sentence, self.place = refusal, refusal.reason, place


class RefusalsList(QAbstractListModel):
    """One line per refused cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[RefusalLine] = []

    def show(self, lines: Sequence[RefusalLine]) -> None:
        """Show these cells."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    # Qt's own names from here on.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.sentence
        if role == OBJECT:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.sentence} {line.place}"
        return None


class RefusalsPanel(QWidget):
    """Title, lines, a cross to close. Renewed as the cells are mended; goes away with the last."""

    chosen = Signal(object)
    """The :class:`Refusal` whose cell is wanted."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = widgets.label("", bold=True)
        self._close = widgets.icon_button("x", "", size=16)
        self._close.clicked.connect(self.leave)
        self._model = RefusalsList(self)
        self.lines = FindingsView(self._model, inset=theme.SPACE)
        self.lines.followed.connect(lambda line: self.chosen.emit(line.refusal))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE_PADDING, theme.HALF, theme.PAGE_PADDING - theme.SPACE, theme.SPACE)
        column.setSpacing(0)
        column.addWidget(widgets.Rule("rule-strong"))
        column.addLayout(head)
        column.addWidget(self.lines)
        self.hide()

    def show_refusals(self, refusals: Sequence[Refusal]) -> None:
        """Show what is still refused; nothing left closes the list."""
        if not refusals:
            self.hide()
            return
        words = self.tr("%1: %2 typed")
        self._model.show(
            [RefusalLine(each, words.replace("%1", each.place).replace("%2", each.text)) for each in refusals]
        )
        self._title.setText(self.tr("Not accepted: %n", "", len(refusals)))
        self.lines.setFixedHeight(min(_HIGHEST, self.lines.wanted_height(max(self.width(), _NARROWEST))))
        self.lines.setCurrentIndex(self._model.index(0, 0))

    def leave(self) -> None:
        """Go away; the cells stay red."""
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.lines.setAccessibleName(self.tr("Cells not accepted"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
