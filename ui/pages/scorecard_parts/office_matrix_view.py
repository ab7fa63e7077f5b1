"""The matrix as a view: names stay at the left, cells are walked by keys, Enter leads on."""

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui import theme
from ui.delegates.matrix import HEAD, HEAD_ALONE, ColumnHeader, MatrixDelegate, RowHeader
from ui.models.clipboard import write_html, write_tsv
from ui.models.matrix import Matrix, is_department
from ui.models.matrix_rows import PlanRow, SectionRow
from ui.models.matrix_shape import Kind, MatrixColumn

Index = QModelIndex | QPersistentModelIndex
_NAMES, _TOTAL, _EXECUTION = 216, 96, 84
#: A column with its name on top, and one whose cells carry the names.
_NARROW, _WIDE = 88, 128
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MatrixView(QTableView):
    """Enter or a double click opens the plan at its indicator, on a section it folds; Space sorts by the column."""

    opened = Signal(str, str)
    """Plan and indicator ("" for none)."""
    told = Signal(str)
    """What the current cell says, in one line."""
    copied = Signal(int)
    """So many rows are on the clipboard."""

    def __init__(self, model: Matrix, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self._kept: tuple[str, MatrixColumn | None] = ("", None)
        self._columns, self._names = ColumnHeader(self), RowHeader(self, _NAMES)
        self.setModel(model)
        self._cells = MatrixDelegate(self)
        self.setItemDelegate(self._cells)
        self._columns.level1 = lambda section: model.column(section).level1 if model.is_by_name() else ""
        self._names.strength = self._strength
        self.setHorizontalHeader(self._columns)
        self.setVerticalHeader(self._names)
        self._names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._names.sectionClicked.connect(self._open_row)
        self.doubleClicked.connect(self.open)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._fit)
        model.dataChanged.connect(self._changed)
        theme.changed.connect(self.viewport().update)
        self._fit()

    def open(self, index: Index) -> None:
        """Go where a cell leads."""
        if not index.isValid():
            return
        if isinstance(self._matrix.row(index.row()), SectionRow):
            self._matrix.fold(index.row())
            self.setCurrentIndex(self._matrix.index(index.row(), index.column()))
            return
        self.opened.emit(*self._matrix.target(index))

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and bring it in sight."""
        index = self._matrix.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def copy(self) -> None:
        """Put the selected block on the clipboard, or everything where one cell is selected."""
        picked = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in picked})
        columns = sorted({index.column() for index in picked})
        if len(picked) < 2:
            rows, columns = list(range(self._matrix.rowCount())), list(range(self._matrix.columnCount()))
        block = self._matrix.block(rows, columns)
        data = QMimeData()
        data.setText(write_tsv(block))
        data.setHtml(write_html(block))
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit(len(rows))

    def _strength(self, section: int) -> tuple[bool, str]:
        row = self._matrix.row(section)
        if isinstance(row, SectionRow):
            return True, "right" if row.folded else "down"
        return is_department(row), ""

    def _open_row(self, row: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.open(self._matrix.index(row, 0))

    def _sort_by_current(self) -> None:
        """Largest first, smallest first, as it was."""
        column, header = self.currentIndex().column(), self._columns
        if column < 0:
            return
        if header.sortIndicatorSection() != column:
            header.setSortIndicator(column, Qt.SortOrder.DescendingOrder)
        elif header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder:
            header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        else:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.scrollTo(self.currentIndex())

    def _keep(self) -> None:
        """Remember where we stand: everything may be elsewhere in a moment."""
        index = self.currentIndex()
        if not index.isValid():
            return
        row = self._matrix.row(index.row())
        plan = row.card.plan.id if isinstance(row, PlanRow) else ""
        self._kept = (plan, self._matrix.column(index.column()))

    def _fit(self) -> None:
        by_name = self._matrix.is_by_name()
        self._cells.named = not by_name
        self._columns.setFixedHeight(HEAD if by_name else HEAD_ALONE)
        self._names.setDefaultSectionSize(theme.ROW if by_name else theme.ROW_TALL)
        wide = {Kind.TOTAL: _TOTAL, Kind.EXECUTION: _EXECUTION, Kind.ITEM: _NARROW if by_name else _WIDE}
        self._columns.setDefaultSectionSize(wide[Kind.ITEM])
        for section in {0, self._matrix.columnCount() - 1} if self._matrix.columnCount() else ():
            self._columns.resizeSection(section, wide[self._matrix.column(section).kind])
        place = self._matrix.place_of(*self._kept)
        if place.isValid():
            self.setCurrentIndex(place)

    def _changed(self, first: Index, last: Index) -> None:
        if first.row() <= self.currentIndex().row() <= last.row():
            self._tell(self.currentIndex())

    def _tell(self, index: Index) -> None:
        tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "") if index.isValid() else ""
        name = str(self._matrix.headerData(index.row(), Qt.Orientation.Vertical) or "") if tip else ""
        self.told.emit("   ".join(part for part in (name, *tip.splitlines()) if part))

    # Qt's own names from here on.

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._names.viewport().update()
        self._tell(current)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self._matrix.rowCount():
            self.setCurrentIndex(self._matrix.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:
            self._sort_by_current()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
