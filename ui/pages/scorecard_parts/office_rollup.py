"""The department roll-up: groups of plans above, who stands where below."""

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QVBoxLayout, QWidget

from perftrack.domain.rollup import Rollup
from perftrack.domain.scorecards import Scorecard
from ui import theme, widgets
from ui.delegates.table import TableDelegate
from ui.models.clipboard import write_html, write_tsv
from ui.models.rollup_table import GroupRow, RollupTable, group_rows
from ui.models.rows import RowsModel
from ui.models.standing_table import StandingTable, standings
from ui.widgets.growing_table import GrowingTable

Index = QModelIndex | QPersistentModelIndex
_GROUP_WIDTHS = {
    "plans": 64, "budget": 104, "rate": 152, "weighted": 112, "unweighted": 112, "ahead": 64, "on_course": 72,
    "behind": 64, "silent": 64,
}  # fmt: skip
_STANDING_WIDTHS = {"pace": 112, "section": 136, "total": 96, "execution": 152, "why": 360}
_LEAST_ROWS = 4


class GroupTable(GrowingTable):
    """As high as its rows; the current row is the group whose plans stand below."""

    def __init__(self, model: RollupTable, parent: QWidget | None = None) -> None:
        super().__init__(model, theme.ROW, parent)
        self.setItemDelegate(TableDelegate(self, row_height=theme.ROW, name_column=0))
        _arrange(self, model, _GROUP_WIDTHS, "name")


class StandingView(GrowingTable):
    """Takes what room there is and scrolls."""

    def __init__(self, model: StandingTable, parent: QWidget | None = None) -> None:
        super().__init__(model, theme.ROW, parent)
        self.setItemDelegate(TableDelegate(self, row_height=theme.ROW, name_column=1))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.HEADER + _LEAST_ROWS * theme.ROW)
        self._header.setSectionsClickable(True)
        self._header.setSortIndicatorClearable(True)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        _arrange(self, model, _STANDING_WIDTHS, "plan")

    def fit(self) -> None:
        """It scrolls instead."""


class RollupPane(widgets.Entrance):
    """What the office has reached together, and with whom to speak."""

    opened = Signal(str, str)
    copied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rollup: Rollup | None = None
        self._model, self._standing = RollupTable(), StandingTable()
        self.groups, self.standing = GroupTable(self._model), StandingView(self._standing)
        self._title = widgets.SectionTitle("")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE_PADDING, theme.SPACE, theme.PAGE_PADDING, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.groups)
        column.addSpacing(theme.SPACE)
        column.addWidget(self._title)
        column.addWidget(self.standing, 1)
        self.setFocusProxy(self.groups)
        self.groups.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_group(now.row()))
        self.groups.opened.connect(self._open_group)
        self.standing.opened.connect(lambda index: self._open(self._standing.row(index.row()).card))
        self.groups.copy_requested.connect(lambda: self._copy(self._model))
        self.standing.copy_requested.connect(lambda: self._copy(self._standing))
        self._retranslate()

    def show_rollup(self, rollup: Rollup) -> None:
        """Show a year as of a quarter; the chosen group stays chosen."""
        self._rollup = rollup
        row = max(0, self.groups.currentIndex().row())
        rows = group_rows(rollup, self.tr("Department"), self.tr("All projects"), self.tr("Without a section"))
        self._model.show_rows(rows)
        self._show_group(min(row, len(rows) - 1))

    def copy(self) -> None:
        """Copy the groups, or who stands where if the keys are there."""
        self._copy(self._standing if self.standing.hasFocus() else self._model)

    def _show_group(self, row: int) -> None:
        if self._rollup is None or not 0 <= row < self._model.rowCount():
            return
        chosen = self._model.row(row)
        cards = chosen.group.cards if chosen.group is not None else self._rollup.projects.cards
        self._title.set_note(chosen.name if chosen.group is not None else self._name_of_all())
        self._standing.show_rows(standings(cards))
        header = self.standing.horizontalHeader()
        if header.sortIndicatorSection() >= 0:
            self._standing.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def _name_of_all(self) -> str:
        return self.tr("All projects")

    def _open_group(self, index: Index) -> None:
        row: GroupRow = self._model.row(index.row())
        if row.card is not None:
            self._open(row.card)
        else:
            self._show_group(index.row())

    def _open(self, card: Scorecard) -> None:
        self.opened.emit(card.plan.id, "")

    def _copy(self, model: RowsModel[GroupRow] | StandingTable) -> None:
        columns, rows = range(model.columnCount()), range(model.rowCount())
        head = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        block = [head, *([str(model.index(row, column).data()) for column in columns] for row in rows)]
        data = QMimeData()
        data.setText(write_tsv(block))
        data.setHtml(write_html(block))
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit(len(block) - 1)

    def _retranslate(self) -> None:
        self._title.set_text(self.tr("Where the plans stand"))
        self.groups.setAccessibleName(self.tr("Department roll-up"))
        self.standing.setAccessibleName(self.tr("Where the plans stand"))

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._rollup is not None:
                self.show_rollup(self._rollup)
        super().changeEvent(event)


def _arrange(
    table: GrowingTable, model: RowsModel[GroupRow] | StandingTable, widths: dict[str, int], name: str
) -> None:
    header = table.horizontalHeader()
    for key, width in widths.items():
        header.resizeSection(model.column(key), width)
    header.setSectionResizeMode(model.column(name), QHeaderView.ResizeMode.Stretch)
