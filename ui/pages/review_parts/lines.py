"""The lines of a submission: what changed, opened one at a time, and what did not, marked as read at once."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from ui import theme, widgets
from ui.delegates.review import DifferenceDelegate
from ui.models.difference import DifferenceTable, DiffRow
from ui.widgets.growing_table import GrowingTable

_WIDTHS = {
    "seen": 44, "target": 96, "before": 112, "arrow": 32, "now": 120, "effect": 132, "evidence": 76, "change": 88,
}  # fmt: skip


class LinesTable(GrowingTable):
    """One group of lines. Space marks as read, Enter or a click opens what changed."""

    def __init__(self, model: DifferenceTable, *, headed: bool, row_height: int) -> None:
        super().__init__(model, row_height, headed=headed)
        self._lines = model
        self._drawing = DifferenceDelegate(self, name_column=model.column("name"), row_height=row_height)
        self.setItemDelegate(self._drawing)
        header = self.horizontalHeader()
        for key, width in _WIDTHS.items():
            header.resizeSection(model.column(key), width)
        header.setSectionResizeMode(model.column("name"), QHeaderView.ResizeMode.Stretch)
        self._place = (-1, 1)
        self.opened.connect(self._open)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._arrange)

    def _open(self, index: QModelIndex) -> None:
        if index.column() == 0 and not self.hasFocus():
            return
        if index.column() > 0:
            row = index.row()
            self._lines.toggle_detail(row)
            self.setCurrentIndex(self._lines.index(min(row, self._lines.rowCount() - 1), 1))

    def _remember(self) -> None:
        """A mark or an opened block shows the lines anew: the current one stays."""
        index = self.currentIndex()
        self._place = (index.row(), index.column()) if self.hasFocus() else (-1, 1)

    def _arrange(self) -> None:
        self.clearSpans()
        if 0 <= self._place[0] < self._lines.rowCount():
            self.setCurrentIndex(self._lines.index(*self._place))
        for row, line in enumerate(self._lines.rows()):
            if line.detail:
                self.setSpan(row, 1, 1, self._lines.columnCount() - 1)
        self.fit()

    def fit(self) -> None:
        """Take the height of the lines and of the opened block."""
        heights = []
        for row in range(self.model().rowCount()):
            index = self.model().index(row, 1)
            height = self._row_height
            if self._lines.row(row).detail:
                height = self._drawing.detail_height(index, max(400, self.width() - _WIDTHS["seen"]))
            self.setRowHeight(row, height)
            heights.append(height)
        head = self._header.sizeHint().height() if not self._header.isHidden() else 0
        self.setFixedHeight(head + sum(heights))

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            mark = self._lines.index(index.row(), 0)
            state = mark.data(Qt.ItemDataRole.CheckStateRole)
            if state is not None:
                on = Qt.CheckState(state) == Qt.CheckState.Checked
                wanted = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
                self._lines.setData(mark, wanted, Qt.ItemDataRole.CheckStateRole)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._open(self._lines.index(index.row(), 1))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class Lines(QWidget):
    """变化 and 未变化, each a table."""

    marked = Signal(list, bool)
    """Lines were marked as read or not: keys, read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changed_model, self.same_model = DifferenceTable(), DifferenceTable()
        self.changed = LinesTable(self.changed_model, headed=True, row_height=theme.ROW_TALL)
        self.same = LinesTable(self.same_model, headed=False, row_height=theme.ROW)
        self._changed_title, self._same_title = widgets.SectionTitle(""), widgets.SectionTitle("", ruled=True)
        self.all_read = widgets.link("", size=theme.BODY)
        self.all_read.clicked.connect(self._mark_all)
        self._same_title.add(self.all_read)
        for model in (self.changed_model, self.same_model):
            model.marked.connect(lambda key, read: self.marked.emit([key], read))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._changed_title)
        column.addWidget(self.changed)
        column.addSpacing(theme.PAGE_PADDING)
        column.addWidget(self._same_title)
        column.addWidget(self.same)

    def show_lines(
        self, changed: list[DiffRow], same: list[DiffRow], seen: Iterable[str], *, first: bool, may_mark: bool
    ) -> None:
        """Show what changed and what did not; ``first``: everything is new."""
        marks = frozenset(seen)
        self.changed_model.show_difference(changed, first, marks)
        self.same_model.show_difference(same, first, marks)
        title = self.tr("New: %1") if first else self.tr("Changed: %1")
        self._changed_title.set_text(title.replace("%1", str(len(changed))))
        self._same_title.set_text(self.tr("Unchanged: %1").replace("%1", str(len(same))))
        self._same_title.setVisible(bool(same))
        self.changed.setVisible(bool(changed))
        self.same.setVisible(bool(same))
        left = any(not row.seen for row in self.same_model.lines())
        self.all_read.setVisible(may_mark and left)

    def counts(self) -> tuple[int, int]:
        """(read, all) lines."""
        lines = [*self.changed_model.lines(), *self.same_model.lines()]
        return sum(line.seen for line in lines), len(lines)

    def current_key(self) -> str:
        """The indicator of the current line, "" if there is none."""
        for table, model in ((self.changed, self.changed_model), (self.same, self.same_model)):
            index = table.currentIndex()
            if index.isValid() and table.selectionModel().hasSelection():
                return model.row(index.row()).key
        return ""

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.all_read.setText(self.tr("Mark all as read"))
        self.changed.setAccessibleName(self.tr("Changed lines"))
        self.same.setAccessibleName(self.tr("Unchanged lines"))

    def _mark_all(self) -> None:
        self.marked.emit([row.key for row in self.same_model.lines()], True)
