"""总览: the office in one page, as of the quarter shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from perftrack.services import foresight, reporting, worklists
from perftrack.services.changes import Changes
from ui import theme, widgets
from ui.models.clipboard import write_html, write_tsv
from ui.models.losses import to_look_at
from ui.models.overview_table import OverviewTable
from ui.pages.base import Page
from ui.pages.brief_parts.acts import BriefActs
from ui.pages.overview_parts.band import Band
from ui.pages.overview_parts.foot import TITLE_HEIGHT, LossList, WaitingList
from ui.pages.overview_parts.tables import PlanTable
from ui.session import Session

if TYPE_CHECKING:  # drawn when it is asked for
    from ui.printing.brief import Brief

_WAITING_WIDTH, _FOOT_MARGINS, _SCROLL_BAR = 520, 32, 10


class OverviewPage(Page):
    """Band of figures, table of plans, and what to do next."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._shown = False
        self._title = widgets.label(size=theme.TITLE, bold=True)
        self._until = widgets.label(tone="text-2")
        self._sample = widgets.Notice()
        self._copy = widgets.quiet("", "copy")
        self._copy.clicked.connect(self.copy_table)
        self._print = BriefActs(self, session, self._brief)
        self._print_button = self._print.use(widgets.quiet("", "print"))
        self._bureau = widgets.quiet("", "check")
        self._bureau.clicked.connect(lambda: self.open_requested.emit("bureau", "", {}))
        self._band = Band()
        self._model = OverviewTable()
        self._table = PlanTable(self._model)
        self._table.opened.connect(self._open_cell)
        self._table.copy_requested.connect(self.copy_table)
        self._waiting, self._losses = WaitingList(), LossList()
        self._waiting.plan_requested.connect(lambda plan: self.open_requested.emit("entry", plan, {}))
        self._losses.indicator_requested.connect(self._open_indicator)
        self._empty = widgets.EmptyState("import", "", "", " ")
        self._empty.acted.connect(lambda: self.open_requested.emit("import", "", {}))
        self._lay_out()
        self.setFocusProxy(self._table)
        self.retranslate()

    def show_context(self) -> None:
        session = self.session
        plans = session.workspace.plans(session.year)
        self._shown = True
        self._sample.setVisible(session.workspace.is_sample)
        buttons = (self._copy, self._bureau, self._print_button)
        for part in (self._band, self._table, self._foot, *buttons, self._until):
            part.setVisible(bool(plans))
        came = self._empty.isVisible() and bool(plans)  # the first plans came: their table takes the keys
        self._empty.setVisible(not plans)
        self.setFocusProxy(self._table if plans else self._empty)
        if not plans:
            return
        where = (session.year, session.quarter)
        overview = reporting.overview(session.workspace, *where)
        self._band.show_overview(overview)
        lists = worklists.work_lists(session.workspace, session.year, session.quarter)
        locked = session.quarter in session.workspace.locks(session.year)
        forecasts = {each.card.plan.id: each for each in foresight.forecast_year(session.workspace, *where)}
        self._model.show_overview(overview.rows, lists, forecasts, locked=locked)
        self._table.set_heat_title(self.tr("Rate by level 1 (%)"))
        self._waiting.show_waiting(worklists.waited_for(session.workspace, lists))
        self._losses.show_losses(to_look_at(overview.losses))
        month = str(session.quarter.last_month)
        until = self.tr("to the end of %1 (months 1–%2)")
        self._until.setText(until.replace("%1", self._quarter()).replace("%2", month))
        self._fit_foot()
        if came:
            self._table.setFocus()

    def apply_changes(self, changes: Changes, initiator: object) -> None:
        if not changes.years or self.session.year in changes.years:
            self.show_context()

    def focus_plan(self, plan_id: str, extra: dict[str, object]) -> None:
        for i, row in enumerate(self._model.rows()):
            if row.card.plan.id == plan_id:
                self._table.setFocus()
                self._table.selectRow(i)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Overview"))
        self._sample.show_report(self.tr("Sample: results and spending are made up"))
        self._bureau.setText(self.tr("Bureau check"))
        self._bureau.setToolTip(self.tr("What the finance side will stop at"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy the table for Excel or WPS"))
        self._table.setAccessibleName(self.tr("Plans of the year"))
        self._empty.set_words(
            self.tr("There is no plan in this year yet"),
            self.tr("Import a package (.json) with the year's plans; what the file has stays as it is"),
            self.tr("Import"),
        )
        if self._shown and self.session.is_open:
            self.show_context()

    def regions(self) -> list[QWidget]:
        """The table and the two lists below it, those that are shown."""
        parts = (self._table, self._waiting.table, self._losses.table)
        return [part for part in parts if part.isVisibleTo(self)] or [self._empty]

    def copy_table(self) -> None:
        """Put the table of plans into the clipboard."""
        block = self._model.block()
        data = QMimeData()
        data.setText(write_tsv(block))
        data.setHtml(write_html(block))
        QGuiApplication.clipboard().setMimeData(data)
        self.session.alerts.say(self.tr("%n plan(s) copied, to be pasted into Excel or WPS", "", len(block) - 1))

    def _brief(self) -> "Brief | None":
        from ui.pages.brief_parts import made

        return made.of_office(self.session, self.session.workspace) if self.session.is_open else None

    def _quarter(self) -> str:
        # Not from the speaker: the sentences of the services need not be read for the first page.
        return (self.tr("Q1"), self.tr("Q2"), self.tr("Q3"), self.tr("Q4"))[int(self.session.quarter) - 1]

    def _open_cell(self, index: QModelIndex) -> None:
        level1 = self._model.level1_at(index.row(), index.column())
        extra = {"level1": level1} if level1 else {}
        self.open_requested.emit("scorecards", self._model.row(index.row()).card.plan.id, extra)

    def _open_indicator(self, plan_id: str, level1: str, indicator_id: str) -> None:
        self.open_requested.emit("scorecards", plan_id, {"level1": level1, "indicator_id": indicator_id})

    def _fit_foot(self) -> None:
        """Give the lists below the table the rows there is room for."""
        used = self._band.height() + self._table.height() + _FOOT_MARGINS + TITLE_HEIGHT
        rows = (self.height() - theme.PAGE_HEAD - used) // theme.ROW
        self._waiting.set_room(rows)
        self._losses.set_room(rows)

    @staticmethod
    def _keep_edge(column: QVBoxLayout, scrolls: bool) -> None:
        """Keep the right edge where it is when the scroll bar comes."""
        taken = _SCROLL_BAR if scrolls else 0
        column.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING - taken, 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING - 8, 0)
        head.setSpacing(16)
        for part in (self._title, self._until):
            head.addWidget(part)
        head.addSpacing(8)
        head.addWidget(self._sample)
        head.addStretch(1)
        head.addWidget(self._bureau)
        head.addWidget(self._copy)
        head.addWidget(self._print_button)
        top = QWidget()
        top.setFixedHeight(theme.PAGE_HEAD)
        top.setLayout(head)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 16, 0, 16)
        foot.setSpacing(48)
        foot.addWidget(self._waiting, _WAITING_WIDTH)
        foot.addWidget(self._losses, 678)
        middle = widgets.fill(QWidget(), "surface")
        column = QVBoxLayout(middle)
        column.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, 0)
        column.setSpacing(0)
        for part in (self._band, self._table, self._foot, self._empty):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        scroll.verticalScrollBar().rangeChanged.connect(lambda _low, high: self._keep_edge(column, high > 0))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(scroll, 1)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()
