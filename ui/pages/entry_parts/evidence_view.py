"""The list of files in the evidence section: opened with Enter or a double click, changed by keys or its menu."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QMenu, QSizePolicy, QWidget

from perftrack.domain.evidence import Evidence
from perftrack.domain.terms import EvidenceKind
from ui import theme
from ui.delegates.evidence import EvidenceDelegate
from ui.models.evidence_list import EvidenceList


class EvidenceView(QListView):
    """As high as its lines. What changes a file is asked for only where ``editable``."""

    opened = Signal(object)
    """A piece of evidence is to be opened."""
    kind_chosen = Signal(object, object)
    """Evidence, and the kind it shall have."""
    note_wanted = Signal(object)
    remove_wanted = Signal(object)
    current_changed = Signal()

    def __init__(self, lines: EvidenceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editable = False
        self._lines = lines
        self.setModel(lines)
        self.setItemDelegate(EvidenceDelegate(self, theme.HALF))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setProperty("fill", "window")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(lambda _index: self._tell(self.opened))
        lines.modelReset.connect(self._fit)
        theme.changed.connect(self.viewport().update)
        self._fit()

    def current(self) -> Evidence | None:
        """Give the file the list stands on."""
        line = self._lines.line(self.currentIndex().row())
        return line.evidence if line else None

    def go_to(self, evidence_id: str) -> None:
        """Stand on a file, if it is there."""
        row = self._lines.row_of(evidence_id)
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row))

    def menu(self) -> QMenu | None:
        """Make the menu of the current file."""
        evidence = self.current()
        if evidence is None:
            return None
        menu = QMenu(self)
        menu.addAction(self.tr("Open"), lambda: self._tell(self.opened))
        if self.editable:
            menu.addSeparator()
            group = QActionGroup(menu)
            for kind in EvidenceKind:
                action = QAction(kind.value, group)
                action.setCheckable(True)
                action.setChecked(kind is evidence.kind)
                action.triggered.connect(lambda _on=False, kind=kind: self.kind_chosen.emit(evidence, kind))
                menu.addAction(action)
            menu.addSeparator()
            menu.addAction(self.tr("Note"), lambda: self._tell(self.note_wanted))
            menu.addAction(self.tr("Remove"), lambda: self._tell(self.remove_wanted))
        return menu

    def _tell(self, signal: object) -> None:
        evidence = self.current()
        if evidence is not None:
            signal.emit(evidence)  # type: ignore[attr-defined]

    def _fit(self) -> None:
        self.setFixedHeight(self._lines.rowCount() * theme.ROW_TALL)

    # Qt's own names from here on.

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        if menu is None:
            return
        menu.aboutToHide.connect(menu.deleteLater)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        below = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft() + QPoint(theme.SPACE, 0))
        menu.popup(below if by_key else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # the section takes it
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._tell(self.opened)
        elif key == Qt.Key.Key_Delete and self.editable:
            self._tell(self.remove_wanted)
        elif key == Qt.Key.Key_F2 and self.editable:
            self._tell(self.note_wanted)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self._lines.rowCount():
            self.setCurrentIndex(self._lines.index(0))
