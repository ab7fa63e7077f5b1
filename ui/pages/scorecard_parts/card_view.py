"""The table of a card as a view: level 1 merged, columns as wide as they need, never scrolling inside a short card."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from perftrack.domain.scorecards import Scorecard
from ui import theme
from ui.delegates import painting
from ui.delegates.header import HeaderView
from ui.delegates.roles import LOOK, Spark
from ui.delegates.scorecard import ScorecardDelegate
from ui.delegates.table import TableDelegate
from ui.models.scorecard_table import Column, ScorecardTable, Span

#: Least and greatest widths; the name takes what is left.
_WIDTHS = {
    Column.LEVEL1: (56, 88),
    Column.LIGHT: (56, 96),
    Column.TARGET: (80, 120),
    Column.ACTUAL: (72, 104),
    Column.COMPLETION: (88, 136),
    Column.WEIGHT: (44, 64),
    Column.SCORE: (64, 80),
    Column.TREND: (88, 88),
}
#: A name is shown whole up to the second where there is room, up to the first everywhere.
_NAME, _LEAST_NAME = (200, 256), 120
#: A longer card scrolls inside, so that its header stays in sight.
_MOST_ROWS = 12


class CardView(QTableView):
    """Rows are chosen as a whole, by click or arrow keys; Ctrl+C copies the table."""

    row_chosen = Signal(int)
    copied = Signal()
    shown = Signal()
    """Another card stands here; it may need another width or height."""

    _widths, _gives_way = _WIDTHS, Column.TREND
    """Widths by column, and which column is left out where it is narrow."""

    def __init__(self, parent: QWidget | None = None, model: ScorecardTable | None = None) -> None:
        super().__init__(parent)
        self._model = model or ScorecardTable(self)
        self.setModel(self._model)
        header = HeaderView(self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW)
        self.verticalHeader().setMinimumSectionSize(theme.ROW)
        self.setItemDelegate(self._drawing())
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self._tell(now.row()))
        theme.changed.connect(self.viewport().update)
        self._quiet = False
        self._spans: tuple[Span, ...] = ()

    def _drawing(self) -> TableDelegate:
        """The delegate, made once: a view does not bear another after it."""
        return ScorecardDelegate(self, row_height=theme.ROW, name_column=Column.NAME)

    def show_card(self, card: Scorecard, sparks: Sequence[Spark], row: int) -> None:
        """Show ``card`` with ``row`` chosen, without telling so."""
        self._quiet = True
        self._model.show(card, sparks)
        self._arrange(row)

    def _arrange(self, row: int) -> None:
        spans = self._model.spans()
        if spans != self._spans:  # setting them paints everything anew
            self._spans = spans
            self.clearSpans()
            for span in spans:
                if span.count > 1:
                    self.setSpan(span.row, Column.LEVEL1, span.count, 1)
        self.choose(row)
        self._quiet = False
        self.shown.emit()

    def choose(self, row: int) -> None:
        """Make ``row`` the chosen one, without telling so."""
        quiet, self._quiet = self._quiet, True
        if row != self.current_row():
            self.setCurrentIndex(self._model.index(row, Column.NAME))
        self._quiet = quiet

    def current_row(self) -> int:
        """Give the chosen row, -1 for none."""
        return self.currentIndex().row()

    def row_name(self, row: int) -> str:
        """Give the name of the indicator in ``row``."""
        return str(self._model.index(row, Column.NAME).data() or "")

    def row_of(self, indicator_id: str) -> int:
        """Give the row of an indicator, -1 if it is not here."""
        return self._model.row_of(indicator_id)

    def copy(self) -> None:
        """Put the table on the clipboard, for a spreadsheet."""
        QGuiApplication.clipboard().setText(self._model.tsv())
        self.copied.emit()

    def row_rect(self, row: int) -> QRect:
        """Give where ``row`` lies in the table."""
        return self.visualRect(self._model.index(row, Column.NAME)).translated(self.viewport().pos())

    def wanted_height(self) -> int:
        """Give the height of all rows, or of as many as a long card shows at once."""
        return theme.HEADER + min(_MOST_ROWS, max(1, self._model.rowCount())) * theme.ROW

    def fit_into(self, available: int, proper: int) -> int:
        """Settle what is shown in at most ``available`` pixels; give the width wanted, at least ``proper``."""
        wide = {column: min(most, max(least, self._wanted(column))) for column, (least, most) in self._widths.items()}
        least, most = _NAME
        name = min(most, self._wanted(Column.NAME))
        # Where it is narrow the sparklines go first: the chart below shows the same.
        hidden = sum(wide.values()) + min(least, name) > available
        self.setColumnHidden(self._gives_way, hidden)
        if hidden:
            del wide[self._gives_way]
        taken = sum(wide.values())
        width = min(max(taken + name, proper), available)
        for column, room in wide.items():
            self.setColumnWidth(column, room)
        if self._model.rowCount() > _MOST_ROWS:
            taken += self.verticalScrollBar().sizeHint().width()
        self.setColumnWidth(Column.NAME, max(_LEAST_NAME, width - taken))
        return width

    def _tell(self, row: int) -> None:
        if not self._quiet and row >= 0:
            self.row_chosen.emit(row)

    def _wanted(self, column: Column) -> int:
        model = self._model
        words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        wide = painting.width(words, theme.SMALL) + 2 * theme.CELL_PADDING
        for row in range(model.rowCount()):
            wide = max(wide, self._cell_room(row, column))
        return round(wide + 0.5)

    def _cell_room(self, row: int, column: Column) -> float:
        """The width a cell needs."""
        index = self._model.index(row, column)
        look = index.data(LOOK)
        text = str(index.data() or "")
        size = theme.SMALL if column in (Column.LEVEL1, Column.LIGHT) else theme.BODY
        need = painting.width(text, size, look.bold or column == Column.NAME) + 2 * theme.CELL_PADDING
        if look.light and not text:
            need = painting.light_width(look.light) + 2 * theme.CELL_PADDING
        if look.suffix:
            need += painting.width(look.suffix, theme.SMALL) + theme.HALF
        return need

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
