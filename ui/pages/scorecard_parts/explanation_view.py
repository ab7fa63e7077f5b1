"""The tree of an explanation: walked, folded, copied and followed by keys or the mouse."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QMenu, QTreeView, QWidget

from perftrack.domain.explanation_tree import Node
from ui import theme
from ui.delegates import painting
from ui.delegates.explanation import INDENT, ExplanationDelegate
from ui.models.explanation_nodes import ExplanationNodes, Role, walk

Index = QModelIndex | QPersistentModelIndex
_CHEVRON = 16
#: Lines that lead to a row of the table. They stand folded where a whole level is explained.
_ROWS = frozenset({"indicator", "execution"})


class ExplanationView(QTreeView):
    """Chevrons and guides are painted here, lines by the delegate. Left and Right fold, Enter follows a line."""

    copy_requested = Signal(object, bool)
    """A node is to be copied; with what stands below it, or the line alone."""
    shown_copy_requested = Signal()
    plan_copy_requested = Signal()
    row_wanted = Signal(object)
    """The row of an indicator or of the execution is wanted: its node."""
    file_wanted = Signal(str)
    """A piece of evidence is to be opened: its id."""

    def __init__(self, nodes: ExplanationNodes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(nodes)
        self._lines = ExplanationDelegate(self, Role.LABEL, Role.NOTE, Role.STRONG, Role.LINK)
        self.setItemDelegate(self._lines)
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QTreeView.SelectionMode.NoSelection)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self.follow)
        theme.changed.connect(self.viewport().update)

    def open_lines(self) -> None:
        """Open a score wholly, a level down to its indicators, a plan down to its levels; make room for the labels."""
        model = self.model()
        folded = {*_ROWS, "level1"}
        labels = []
        for index in walk(model):
            labels.append(str(index.data(Role.LABEL) or ""))
            below_top = index.parent().isValid()
            self.setExpanded(index, not below_top or index.data(Role.NODE).step.topic not in folded)
        self._lines.fit_labels(labels)
        self.scheduleDelayedItemsLayout()

    def current_node(self) -> Node | None:
        """Give the node of the current line."""
        return self.currentIndex().data(Role.NODE) if self.currentIndex().isValid() else None

    def follow(self, index: Index) -> None:
        """Go where a line leads: to a file, to a row, else open or close what is below it."""
        if not index.isValid():
            return
        node: Node = index.data(Role.NODE)
        if index.data(Role.LINK):
            self.file_wanted.emit(node.subject)
        elif self._leads_to_row(index):
            self.row_wanted.emit(node)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def menu(self) -> QMenu:
        """Make the menu of the current line."""
        menu = QMenu(self)
        index, node = self.currentIndex(), self.current_node()
        if node is not None:
            if index.data(Role.LINK):
                menu.addAction(self.tr("Open file"), lambda: self.follow(index))
            if self._leads_to_row(index):
                menu.addAction(self.tr("Go to row"), lambda: self.follow(index))
            menu.addAction(self.tr("Copy line"), lambda: self.copy_requested.emit(node, False))
            if node.children:
                menu.addAction(self.tr("Copy with all below"), lambda: self.copy_requested.emit(node, True))
        menu.addAction(self.tr("Copy explanation"), self.shown_copy_requested.emit)
        menu.addAction(self.tr("Copy whole plan"), self.plan_copy_requested.emit)
        return menu

    @staticmethod
    def _leads_to_row(index: Index) -> bool:
        node = index.data(Role.NODE)
        return bool(index.parent().isValid() and node.step.topic in _ROWS)

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(Role.LINK):
            self.follow(index)

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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        link = self.indexAt(event.position().toPoint()).data(Role.LINK)
        self.setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        node = self.current_node()
        if event.matches(QKeySequence.StandardKey.Copy):
            if node is None:
                self.shown_copy_requested.emit()
            else:
                self.copy_requested.emit(node, True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.follow(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.model().index(0, 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        below = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft() + QPoint(theme.SPACE, 0))
        menu.popup(below if by_key else event.globalPos())
