"""The table both grids of the entry page use: typing, moving on, copying, pasting, all by keyboard."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from ui import theme
from ui.delegates.entry import EntryDelegate
from ui.models import clipboard
from ui.models.entry_grid import EntryGrid
from ui.models.entry_lines import Span
from ui.models.grade_pick import GradePick
from ui.models.typed_cells import CELL, BlockReport
from ui.models.typed_grid import TypedGrid
from ui.pages.entry_parts import blocks, places

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STANDARD = QKeySequence.StandardKey


class EntryView(QTableView):
    """As high as its rows; the page scrolls. Only the current cell carries the frame."""

    pasted = Signal(object)
    """A block was put in: its BlockReport."""
    run_out = Signal(bool)
    """The cursor went past the last (True) or the first editable cell."""
    current_changed = Signal()
    column_shifted = Signal(int, bool)
    """The column in this section is to move one place on (True) or back."""

    def __init__(self, model: TypedGrid, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = model
        self._spans: list[Span] = []
        self._under: dict[places.Place, places.Place] = {}
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(True)  # Tab comes as a key, and goes on as ours
        self.setCornerButtonEnabled(False)
        # The delegate fills selected cells itself; the current one carries only its frame.
        self.setStyleSheet("QTableView { selection-background-color: transparent; }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed | trigger.EditKeyPressed)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.ROW_TALL)
        self.typing = EntryDelegate(self, CELL, GradePick)
        self.setItemDelegate(self.typing)
        self.typing.moved.connect(self.go)
        self.typing.typed.connect(model.preview)
        self.typing.ended.connect(model.end_preview)
        self.clicked.connect(self._clicked)
        model.modelReset.connect(self._start_again)
        theme.changed.connect(self.viewport().update)
        self._fit_height()

    def set_spans(self, spans: list[Span]) -> None:
        """Merge cells; nothing is done where they are merged already."""
        if spans != self._spans:
            self._spans, self._under = spans, places.covered(spans)
            self.clearSpans()
            for row, column, rows, columns in spans:
                self.setSpan(row, column, rows, columns)

    def is_typing(self) -> bool:
        """Whether an editor is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def commit(self) -> None:
        """Hand over what stands in the open editor, and close it."""
        editor = self.indexWidget(self.currentIndex()) if self.is_typing() else None
        if editor is not None:
            self.typing.finish(editor)

    def go(self, where: str) -> None:
        """Go on to the next cell that takes typing."""
        now = (self.currentIndex().row(), self.currentIndex().column())
        here = self._under.get(now, now)
        known = places.editable_places(self._grid, self._under)
        if where in ("down", "up"):
            found = places.below(self._grid, known, here, where == "down")
        else:
            found = places.beside(known, here, where == "right")
        if found is None:
            self.run_out.emit(where in ("down", "right"))
        else:
            self.go_to(*found)

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        self.setCurrentIndex(self._grid.index(row, column))

    def go_to_edge(self, last: bool, whole: bool, row: int = -1) -> None:
        """Go to the first or last editable cell, of the row or of the whole grid."""
        known = places.editable_places(self._grid, self._under)
        row = self.currentIndex().row() if row < 0 else row
        here = [each for each in known if whole or each[0] == row]
        if here:
            self.go_to(*(here[-1] if last else here[0]))

    # The clipboard.

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as tab-separated text and as a table."""
        if self.currentIndex().isValid():
            data = blocks.copied(self._grid, self._selected_block(), self._spans, self._under)
            QApplication.clipboard().setMimeData(data)

    def paste(self) -> None:
        """Put the block on the clipboard in from the current cell on; one step to undo."""
        data = QApplication.clipboard().mimeData()
        block = clipboard.read_copied(data.text(), data.html() if data.hasHtml() else "") if data else []
        if not block or not self.currentIndex().isValid():
            return
        top_left, rows, columns = self._selected_block()
        if len(block) == len(block[0]) == 1 and rows * columns > 1:
            block = [block[0] * columns for _ in range(rows)]
        wanted, outside = places.landing(self._grid, block, top_left, self._under)
        if wanted or outside:
            self.pasted.emit(self._grid.store_texts(wanted, outside))

    def clear_selected(self) -> None:
        """Empty the selected cells that take typing; one step to undo."""
        (top, left), rows, columns = self._selected_block()
        chosen = [(row, column) for row in range(top, top + rows) for column in range(left, left + columns)]
        free = [each for each in chosen if each not in self._under and self._grid.cell_at(*each).editable]
        self._put([(row, column, "") for row, column in free])

    def fill_down(self) -> None:
        """Repeat the first selected row in the rows below; a single row takes what stands above it."""
        (top, left), rows, columns = self._selected_block()
        source = top - 1 if rows == 1 else top
        if source >= 0:
            texts = blocks.repeated(self._grid, source, left, columns, self._under)
            below = [texts] * (top + rows - 1 - source)
            self._put(places.landing(self._grid, below, (source + 1, left), self._under)[0])

    def _put(self, wanted: list[tuple[int, int, str]]) -> None:
        if wanted:
            report: BlockReport = self._grid.store_texts(wanted)
            if report.refused:
                self.pasted.emit(report)

    def _selected_block(self) -> tuple[places.Place, int, int]:
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        rows, columns = [each.row() for each in chosen], [each.column() for each in chosen]
        height, width = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
        return (min(rows), min(columns)), height, width

    # Folding.

    def fold(self, folded: bool) -> bool:
        """Fold or unfold the group of the current row; False: there is nothing to fold."""
        index = self.currentIndex()
        if not isinstance(self._grid, EntryGrid) or not index.isValid() or self._grid.is_folded(index.row()) is folded:
            return False
        rows = self._grid.rowCount()
        row = self._grid.fold(index.row(), folded)
        self.go_to(row, 0)
        return self._grid.rowCount() != rows

    def _clicked(self, index: QModelIndex) -> None:
        if not isinstance(self._grid, EntryGrid) or QApplication.keyboardModifiers():
            return
        folded = self._grid.is_folded(index.row())
        if folded or index.column() == 0:
            self.fold(not folded)

    def _start_again(self) -> None:
        self._spans, self._under = [], {}
        self.clearSpans()
        self.set_spans(self._grid.spans())
        self._fit_height()

    def _fit_height(self) -> None:
        header = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + theme.ROW_TALL * self._grid.rowCount())

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._standard_key(event) or self._column_key(event) or self._moving_key(event)):
            super().keyPressEvent(event)

    def _standard_key(self, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.matches(_STANDARD.Copy):
            self.copy()
        elif event.matches(_STANDARD.Paste):
            self.paste()
        elif event.matches(_STANDARD.Cut):
            self.copy()
            self.clear_selected()
        elif control and event.key() == Qt.Key.Key_D:
            self.fill_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.clear_selected()
        elif event.key() == Qt.Key.Key_Escape:
            return self._grid.cancel_draft(self.currentIndex())
        else:
            return False
        return True

    def _column_key(self, event: QKeyEvent) -> bool:
        """Folding, and moving a column to another place."""
        key, modifiers = event.key(), event.modifiers()
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        side = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if side and modifiers == control | shift:
            self.column_shifted.emit(self.currentIndex().column(), key == Qt.Key.Key_Right)
            return True
        if key in (Qt.Key.Key_Minus, Qt.Key.Key_Plus, Qt.Key.Key_Equal) and modifiers & control:
            return self.fold(key == Qt.Key.Key_Minus)
        if side and not modifiers & (control | shift) and self._on_fold():
            return self.fold(key == Qt.Key.Key_Left)
        return False

    def _on_fold(self) -> bool:
        index = self.currentIndex()
        if not isinstance(self._grid, EntryGrid) or not index.isValid():
            return False
        return index.column() == 0 or self._grid.is_folded(index.row())

    def _moving_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTER and not control:
            self.go("up" if modifiers & Qt.KeyboardModifier.ShiftModifier else "down")
        elif key == Qt.Key.Key_Tab and not control:
            self.go("right")
        elif key == Qt.Key.Key_Backtab and not control:
            self.go("left")
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to_edge(key == Qt.Key.Key_End, whole=control)
        elif key == Qt.Key.Key_Space and self._grid.cell(self.currentIndex()).editor == "grade":
            self.edit(self.currentIndex())
        else:
            return False
        return True

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def focusInEvent(self, event: object) -> None:
        if not self.currentIndex().isValid():
            self.go_to_edge(last=False, whole=True)
        super().focusInEvent(event)  # type: ignore[arg-type]

    def sizeHint(self) -> QSize:
        return QSize(self.horizontalHeader().length(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()
