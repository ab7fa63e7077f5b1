"""The middle of the entry page: both grids on one scrolled surface under a header that stays."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from perftrack.domain.periods import Quarter
from ui import theme, widgets
from ui.delegates.header import HeaderView
from ui.models.entry_cells import Column
from ui.models.entry_grid import EntryGrid
from ui.models.funds_grid import FundColumn, FundsGrid
from ui.pages.entry_parts.columns import ENTRY, ENTRY_GROWS, FUNDS, FUNDS_GROWS, Columns
from ui.pages.entry_parts.view import EntryView


class EntryBody(QWidget):
    """Lays out; knows no plan."""

    notice_linked = Signal(str)
    """A link of the report was pressed: ``view`` or ``undo``."""

    def __init__(self, grid: EntryGrid, funds: FundsGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = HeaderView(self)
        self.header.setModel(grid)
        self.grid = EntryView(grid, "")
        self.grid.horizontalHeader().hide()
        self.funds = EntryView(funds, "")
        self._funds_header = HeaderView(self.funds)
        self.funds.setHorizontalHeader(self._funds_header)
        self.funds.horizontalHeader().setFixedHeight(theme.HEADER)
        self.columns = Columns(self.grid, self.header, ENTRY, ENTRY_GROWS, (int(Column.LIGHT),))
        self.funds_columns = Columns(self.funds, self._funds_header, FUNDS, FUNDS_GROWS)
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
        first, last = int(Column.IN_QUARTER), int(Column.TO_DATE)
        self.header.set_groups([(first, last, words)], strong=True)
        self.header.set_locked({first, last} if locked else set())
        self.header.setFixedHeight(theme.HEADER_OF_TWO)
        self._funds_header.set_strong({int(FundColumn.EXECUTED)})
        self._funds_header.set_locked({int(FundColumn.EXECUTED)} if locked else set())
        self.funds.setColumnHidden(int(FundColumn.PREVIOUS), quarter.previous is None)
        self.fit()

    def show_report(self, words: str, links: list[tuple[str, str]]) -> None:
        """Say under the grids what became of a block; ``links`` are (key, words)."""
        self.notice.show_report(words, links)
        self._report.show()

    def hide_report(self) -> None:
        """The report no longer tells how things are."""
        self._report.hide()

    def fit(self) -> None:
        """Give the columns the room there is; the scroll bar lies in the page's padding."""
        bar = self._scroll.verticalScrollBar()
        width = self._scroll.width() - 2 * theme.PAGE_PADDING
        self._inner_layout.setContentsMargins(
            theme.PAGE_PADDING, 0, theme.PAGE_PADDING - (bar.width() if bar.isVisible() else 0), theme.PANEL_PADDING
        )
        self.header.setGeometry(QRect(theme.PAGE_PADDING, theme.SPACE, width, theme.HEADER_OF_TWO))
        self.columns.fit(width)
        self.funds_columns.fit(width)

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
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        self._scroll.installEventFilter(self)
        self._scroll.verticalScrollBar().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE + theme.HEADER_OF_TWO, 0, 0)
        column.setSpacing(0)
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
        self._scroll.ensureVisible(0, corner.y(), 0, theme.ROW_TALL)

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self.fit()
        return False
