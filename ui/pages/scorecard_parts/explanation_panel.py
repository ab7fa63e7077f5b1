"""得分说明 of the selected row: a title, the tree, and a way to copy it."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QTreeView, QVBoxLayout, QWidget

from perftrack.domain.scorecards import Scorecard
from perftrack.services.messages import Speaker
from ui import theme, widgets
from ui.delegates import painting
from ui.delegates.explanation import INDENT, ExplanationDelegate
from ui.models.explanation_tree import ExplanationTree, Role

Index = QModelIndex | QPersistentModelIndex
_CHEVRON = 16
#: Narrower than this sentences break at every other word.
_LEAST = 300


class ExplanationView(QTreeView):
    """The tree: chevrons and guides are painted here, lines by the delegate. Ctrl+C copies all of it."""

    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = ExplanationDelegate(self, Role.LABEL, Role.NOTE, Role.STRONG)
        self.setItemDelegate(self._lines)
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setSelectionMode(QTreeView.SelectionMode.NoSelection)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self.viewport().update)

    def open_all(self) -> None:
        """Open every line and make room for its labels."""
        self.expandAll()
        model = self.model()
        labels: list[str] = []
        waiting = [QModelIndex()]
        while waiting:
            above = waiting.pop()
            for row in range(model.rowCount(above)):
                index = model.index(row, 0, above)
                labels.append(str(index.data(Role.LABEL) or ""))
                waiting.append(index)
        self._lines.fit_labels(labels)
        self.scheduleDelayedItemsLayout()

    # Qt's own names from here on.

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        for level in range(depth):
            x = level * INDENT + _CHEVRON // 2
            painting.rule(painter, x, rect.y(), rect.height(), "rule-strong", upright=True)
        if self.model().hasChildren(index):
            name = "down" if self.isExpanded(index) else "right"
            top = rect.y() + (theme.ROW_TREE - _CHEVRON) // 2
            painting.picture(painter, depth * INDENT, top, name, _CHEVRON, "text-2")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # sentences break elsewhere now

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)


class ExplanationPanel(QWidget):
    """Shows how one score came about."""

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ExplanationTree(self)
        self._title = widgets.SectionTitle("", ruled=True)
        self._copy = widgets.link("", size=theme.SMALL)
        self._title.add(self._copy)
        self.view = ExplanationView()
        self.view.setModel(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(theme.HALF)
        column.addWidget(self._title)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.setMinimumWidth(_LEAST)
        self._copy.clicked.connect(self.copy)
        self.view.copy_requested.connect(self.copy)
        self._retranslate()

    def show_row(self, card: Scorecard, row: int, name: str, speaker: Speaker) -> None:
        """Explain the score in ``row``; the row after the last score is the execution."""
        if row < len(card.scores):
            self._model.show_score(card, row, speaker)
        else:
            self._model.show_execution(card, speaker)
        self._title.set_note(name)
        self.view.setAccessibleName(name)
        self.view.open_all()

    def text(self) -> str:
        """Give what is shown as plain text."""
        return self._model.text()

    def copy(self) -> None:
        """Put the explanation on the clipboard."""
        QGuiApplication.clipboard().setText(f"{self.view.accessibleName()}\n{self.text()}")
        self.copied.emit()

    def _retranslate(self) -> None:
        self._title.set_text(self.tr("How it was scored"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy explanation"))
        self._copy.setToolTip(self.tr("Copy explanation"))

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(458, 288)
