"""The table both grids of the entry page use: typing, moving on, copying, pasting, all by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from ui import theme
from ui.delegates.entry import EntryDelegate
from ui.delegates.roles import State
from ui.models import clipboard
from ui.models.entry_grid import GradePick, Span
from ui.models.typed_cells import CELL, BlockReport
from ui.models.typed_grid import TypedGrid
from ui.pages.entry_parts import places

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STANDARD = QKeySequence.StandardKey


class EntryView(QTableView):
    """As high as its rows; the page scrolls. Only the current cell carries the frame."""

    pasted = Signal(object)
    """A block was put in: its BlockReport."""
    run_out = Signal(bool)
    """The cursor went past the last (True) or the first editable cell."""
    current_changed = Signal()

    def __init__(self, model: TypedGrid, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = model
        self._spans: list[Span] = []
        self._under: dict[places.Place, places.Place] = {}
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
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
        rows = self._selected_texts()
        if not rows:
            return
        data = QMimeData()
        data.setText(clipboard.write_tsv(rows))
        data.setHtml(clipboard.write_html(rows))
        QApplication.clipboard().setMimeData(data)

    def paste(self) -> None:
        """Put the block on the clipboard in from the current cell on; one step to undo."""
        text = QApplication.clipboard().text()
        if not text or not self.currentIndex().isValid():
            return
        block = clipboard.read_block(text)
        top_left, rows, columns = self._selected_block()
        if len(block) == len(block[0]) == 1 and rows * columns > 1:
            block = [block[0] * columns for _ in range(rows)]
        wanted, outside = places.landing(self._grid, block, top_left, self._under)
        if wanted or outside:
            self.pasted.emit(self._grid.store_texts(wanted, outside))

    def clear_selected(self) -> None:
        """Empty the selected cells that take typing."""
        self._put(lambda row, column: "")

    def fill_down(self) -> None:
        """Repeat the first selected row in the rows below; a single cell takes what stands above it."""
        (top, _), rows, _ = self._selected_block()
        source = top - 1 if rows == 1 else top
        if source >= 0:
            self._put(lambda row, column: self._text_at(source, column) if row > source else None)

    def _put(self, text_for: Callable[[int, int], str | None]) -> None:
        (top, left), rows, columns = self._selected_block()
        wanted = []
        for row in range(top, top + rows):
            for column in range(left, left + columns):
                if (row, column) in self._under or not self._grid.cell(self._grid.index(row, column)).editable:
                    continue
                text = text_for(row, column)
                if text is not None:
                    wanted.append((row, column, text))
        if wanted:
            report: BlockReport = self._grid.store_texts(wanted)
            if report.refused:
                self.pasted.emit(report)

    def _selected_block(self) -> tuple[places.Place, int, int]:
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        rows, columns = [each.row() for each in chosen], [each.column() for each in chosen]
        height, width = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
        return (min(rows), min(columns)), height, width

    def _selected_texts(self) -> list[list[str]]:
        if not self.currentIndex().isValid():
            return []
        (top, left), rows, columns = self._selected_block()
        return [[self._text_at(top + row, left + column) for column in range(columns)] for row in range(rows)]

    def _text_at(self, row: int, column: int) -> str:
        """What a cell says on the clipboard: values as shown, placeholders and covered cells as nothing."""
        if (row, column) in self._under:
            return ""
        cell = self._grid.cell(self._grid.index(row, column))
        if cell.editor == "prose":
            return cell.edit
        if State.EMPTY in cell.look.state:
            return ""
        return cell.text or (cell.spoken if cell.look.light else "")

    def _start_again(self) -> None:
        self._spans, self._under = [], {}
        self.clearSpans()
        self._fit_height()

    def _fit_height(self) -> None:
        header = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + theme.ROW_TALL * self._grid.rowCount())

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._standard_key(event) and not self._moving_key(event):
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()
