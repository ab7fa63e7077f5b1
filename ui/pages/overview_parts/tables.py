"""The table of plans with its heat map."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)  # fmt: skip

from ui import theme
from ui.delegates import painting
from ui.delegates.roles import LOOK, Heat, Look, ScoreBar
from ui.delegates.table import TableDelegate
from ui.models.overview_table import OverviewTable
from ui.models.review_words import brief_words
from ui.widgets.growing_table import GrowingTable

Index = QModelIndex | QPersistentModelIndex
#: Columns of the overview: key → width. The plan's name takes what is left.
WIDTHS = {"light": 56, "owner": 120, "score": 208, "forecast": 64, "execution": 160, "trend": 88, "state": 118}
_HEAT, _HEAT_MOST, _LEAST_NAME = 52, 88, 168
#: The width of the table in a window of 1366.
_NORMAL = 1246


def light_room(lights: Iterable[str], least: int) -> int:
    """The width of a column that holds ``lights`` with their words."""
    return max([least, *(round(painting.light_width(light)) + 12 for light in set(lights))])


class OverviewDelegate(TableDelegate):
    """As every table; the current cell of the heat map has the frame, because Enter opens that level."""

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = index.data(LOOK)
        super().paint(painter, option, index)
        focused = QStyle.StateFlag.State_HasFocus in option.state
        if focused and isinstance(look, Look) and isinstance(look.draw, Heat):
            painting.focus_frame(painter, option.rect.adjusted(0, 2, -2, -3))


class PlanTable(GrowingTable):
    """The table of plans with its heat map; the trend gives way where the window is narrow."""

    def __init__(self, model: OverviewTable, parent: QWidget | None = None) -> None:
        super().__init__(model, theme.ROW_TALL, parent)
        self._plans = model
        self.setItemDelegate(OverviewDelegate(self, name_column=model.column("plan")))
        header = self._header
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        model.modelReset.connect(self._arrange)
        model.layoutChanged.connect(self._span)

    def set_heat_title(self, words: str) -> None:
        """Write ``words`` above the heat map."""
        start = self._plans.heat_start()
        self._header.set_groups([(start, start + self._plans.heat_width() - 1, words)])
        self._header.setFixedHeight(theme.HEADER_OF_TWO)
        self.fit()

    def _arrange(self) -> None:
        header, start = self._header, self._plans.heat_start()
        for key, width in self._widths().items():
            header.resizeSection(self._plans.column(key), width)
        self._fit_columns()
        for i in range(self._plans.heat_width()):
            header.resizeSection(start + i, self._heat())
        header.setSectionResizeMode(self._plans.column("plan"), QHeaderView.ResizeMode.Stretch)
        if header.sortIndicatorSection() >= 0:
            self._plans.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        else:
            self._span()

    def _span(self) -> None:
        self.clearSpans()
        start = self._plans.heat_start()
        for i, row in enumerate(self._plans.rows()):
            for cell in row.heat:
                if cell.span > 1:
                    self.setSpan(i, start + cell.first, 1, cell.span)

    def _widths(self) -> dict[str, int]:
        """Columns whose words differ in length between languages take the room these words need."""
        rows = self._plans.rows()
        looks = [self._plans.look(i, self._plans.column("score")).draw for i in range(len(rows))]
        notes = {draw.note for draw in looks if isinstance(draw, ScoreBar)}
        note = max((round(painting.width(words, theme.SMALL)) for words in notes), default=0)
        lights = light_room((row.card.light.value for row in rows), WIDTHS["light"])
        lacking = (round(painting.width(brief_words(row.item), theme.SMALL)) for row in rows if row.item is not None)
        return WIDTHS | {
            "light": lights,
            "score": max(WIDTHS["score"], 163 + 2 * theme.CELL_PADDING + note),
            "state": max([WIDTHS["state"], *(width + 2 * theme.CELL_PADDING + 2 for width in lacking)]),
        }

    def _heat(self) -> int:
        """The width of a column of the heat map: a wide window widens it too."""
        return min(_HEAT_MOST, max(_HEAT, _HEAT + (self.width() - _NORMAL) // 16))

    def _fit_columns(self) -> None:
        for i in range(self._plans.heat_width()):
            self._header.resizeSection(self._plans.heat_start() + i, self._heat())
        others = sum(self._widths().values()) + _HEAT * self._plans.heat_width()
        open_year = any(row.ahead is not None for row in self._plans.rows())
        self.setColumnHidden(self._plans.column("forecast"), not open_year)
        if not open_year:
            others -= self._widths()["forecast"]
        self.setColumnHidden(self._plans.column("trend"), self.width() < others + _LEAST_NAME)

    # Qt's own names from here on.

    def resizeEvent(self, event: object) -> None:
        self._fit_columns()
        super().resizeEvent(event)  # type: ignore[arg-type]
