"""The middle of the entry page: both grids on one scrolled surface under a header that stays."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from perftrack.domain.periods import Quarter
from ui import theme, widgets
from ui.delegates.header import HeaderView
from ui.models.entry_columns import Column
from ui.models.entry_grid import EntryGrid
from ui.models.funds_columns import FundColumn, executed_column
from ui.models.funds_grid import FundsGrid
from ui.pages.entry_parts.columns import ENTRY, ENTRY_GROWS, FUNDS, FUNDS_GROWS, Columns
from ui.pages.entry_parts.view import EntryView


class EntryBody(QWidget):
    """Lays out; knows no plan."""

    notice_linked = Signal(str)
    """A link of the report was pressed: ``view`` or ``undo``."""
    show_all_requested = Signal()
    """The filter is to go."""
    menu_requested = Signal(int, QPoint)
    """The menu of columns is wanted over the header: the section and the place on the screen."""
    columns_moved = Signal(tuple)
    """Columns were dragged: their order now."""

    def __init__(self, grid: EntryGrid, funds: FundsGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = HeaderView(self)
        self.header.setModel(grid)
        self.header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header.customContextMenuRequested.connect(self._ask_menu)
        self.header.sectionMoved.connect(self._dragged)
        self._model, self._words, self._locked = grid, "", False
        self._moving_back = False
        self.grid = EntryView(grid, "")
        self.grid.horizontalHeader().hide()
        self.funds = EntryView(funds, "")
        self._funds_header = HeaderView(self.funds)
        self.funds.setHorizontalHeader(self._funds_header)
        self.funds.horizontalHeader().setFixedHeight(theme.HEADER)
        self.columns = Columns(self.grid, self.header, ENTRY, ENTRY_GROWS, grid.columns, Column.LIGHT)
        self.funds_columns = Columns(self.funds, self._funds_header, FUNDS, FUNDS_GROWS, lambda: tuple(FundColumn))
        self.header.setSectionsMovable(True)
        grid.modelReset.connect(self._start_again)
        self.filtered = widgets.Notice(icon="filter")
        self.filtered.linked.connect(lambda _key: self.show_all_requested.emit())
        self._filter_row = QWidget()
        self.funds_title = widgets.SectionTitle("")
        self.empty = widgets.EmptyState("entry", "")
        self.empty.hide()
        self.notice = widgets.Notice(icon="copy")
        self.notice.linked.connect(self.notice_linked)
        self._report = QWidget()
        self._report.hide()
        self._scroll = QScrollArea()
        self._lay_out()
        for view in (self.grid, self.funds):
            view.current_changed.connect(self._follow)

    def show_quarter(self, quarter: Quarter, words: str, locked: bool) -> None:
        """Write the quarter above its two columns, locks where nothing may be typed."""
        self._words, self._locked = words, locked
        executed = int(executed_column(quarter))
        self._funds_header.set_strong({executed})
        earlier = {int(executed_column(each)) for each in quarter.up_to[:-1]}
        self._funds_header.set_locked(earlier | ({executed, int(FundColumn.REVISED)} if locked else set()))
        self._start_again()

    def show_filter(self, words: str, link: str) -> None:
        """Say in words what is left out, with a way to everything; no words: nothing is left out."""
        if words:
            self.filtered.show_report(words, [("all", link)])
        self._filter_row.setVisible(bool(words))

    def _start_again(self) -> None:
        """The columns may be others."""
        first, last = (self._model.section(column) for column in (Column.IN_QUARTER, Column.TO_DATE))
        self.header.set_groups([(first, last, self._words)], strong=True)
        self.header.set_locked({first, last} if self._locked else set())
        self.header.setFixedHeight(theme.HEADER_OF_TWO)
        self.fit()

    def _ask_menu(self, point: QPoint) -> None:
        self.menu_requested.emit(self.header.logicalIndexAt(point), self.header.viewport().mapToGlobal(point))

    def _dragged(self) -> None:
        """The model holds the order, so that everything follows it; the header's own goes back to none."""
        if self._moving_back:
            return
        shown = self._model.columns()
        order = tuple(shown[self.header.logicalIndex(place)] for place in range(len(shown)))
        self._moving_back = True
        for section in range(len(shown)):
            self.header.moveSection(self.header.visualIndex(section), section)
        self._moving_back = False
        self.columns_moved.emit(order)

    def show_report(self, words: str, links: list[tuple[str, str]]) -> None:
        """Say under the grids what became of a block; ``links`` are (key, words)."""
        self.notice.show_report(words, links)
        self._report.show()

    def show_progress(self, words: str) -> None:
        """Say where the report will stand how far a block is; it is in its place at once."""
        if not self._report.isVisible():
            self.show_report(words, [])
            layout = self.layout()
            if layout is not None:
                layout.activate()
        else:
            self.notice.show_report(words, [])

    def hide_report(self) -> None:
        """The report no longer tells how things are."""
        self._report.hide()

    def fit(self) -> None:
        """Give the columns the room there is; the scroll bar lies in the page's padding."""
        bar = self._scroll.verticalScrollBar()
        width = self._scroll.width() - 2 * theme.PAGE_PADDING
        if width <= 0:
            return
        widest = max(self.columns.fit(width), self.funds_columns.fit(width))
        right = theme.PAGE_PADDING - (bar.width() if bar.isVisible() else 0)
        self._inner_layout.setContentsMargins(theme.PAGE_PADDING, 0, right, theme.PANEL_PADDING)
        self._scroll.widget().setMinimumWidth(widest + theme.PAGE_PADDING + right if widest > width else 0)

    def _lay_out(self) -> None:
        inner = QWidget()
        widgets.fill(inner, "surface")
        self._inner_layout = QVBoxLayout(inner)
        self._inner_layout.setSpacing(0)
        self._inner_layout.addWidget(self.empty)
        self._inner_layout.addWidget(self.grid)
        self._inner_layout.addSpacing(20)
        self._inner_layout.addWidget(self.funds_title)
        self._inner_layout.addWidget(self.funds)
        self._inner_layout.addStretch(1)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.horizontalScrollBar().valueChanged.connect(self.header.setOffset)
        self._scroll.setWidget(inner)
        self._scroll.installEventFilter(self)
        self._scroll.verticalScrollBar().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        filtered = QHBoxLayout(self._filter_row)
        filtered.setContentsMargins(theme.PAGE_PADDING, theme.SPACE, theme.PAGE_PADDING, 0)
        filtered.addWidget(self.filtered)
        filtered.addStretch(1)
        self._filter_row.hide()
        column.addWidget(self._filter_row)
        over = QHBoxLayout()
        over.setContentsMargins(theme.PAGE_PADDING, theme.SPACE, theme.PAGE_PADDING, 0)
        over.addWidget(self.header)
        column.addLayout(over)
        column.addWidget(self._scroll, 1)
        foot = QVBoxLayout(self._report)
        foot.setContentsMargins(theme.PAGE_PADDING, theme.HALF, theme.PAGE_PADDING, theme.SPACE)
        foot.addWidget(self.notice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._report)

    def _follow(self) -> None:
        """Scroll so that the current cell is seen."""
        view = self.sender()
        inner = self._scroll.widget()
        if not isinstance(view, EntryView) or inner is None:
            return
        rect = view.visualRect(view.currentIndex())
        corner = view.viewport().mapTo(inner, QPoint(rect.x(), rect.center().y()))
        across = min(rect.width(), self._scroll.viewport().width() // 2)
        self._scroll.ensureVisible(corner.x() + across // 2, corner.y(), across // 2 + 1, theme.ROW_TALL)

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self.fit()
        return False
