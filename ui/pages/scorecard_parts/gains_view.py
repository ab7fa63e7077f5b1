"""还能争取的分: what can still be won until year end, each leading to its row of the card."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from perftrack.domain.forecast import Forecast
from perftrack.domain.gains import gains
from perftrack.services.messages import Speaker
from ui import formatting, theme, widgets
from ui.delegates import painting
from ui.delegates.header import HeaderView
from ui.delegates.table import TableDelegate
from ui.models.gains import Column, GainsTable

_LEAST = {Column.NEEDED: (112, 240), Column.WAY: (72, 104), Column.POINTS: (64, 88)}


class GainsView(QStackedWidget):
    """The list, or a sentence where there is nothing to win."""

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Forecast, Speaker] | None = None
        self.model = GainsTable(self)
        self.table = _Table(self.model)
        self._none = widgets.label("", tone="text-2")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._none.setWordWrap(True)
        blank = QWidget()
        column = QVBoxLayout(blank)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self._none)
        column.addStretch(1)
        self.addWidget(self.table)
        self.addWidget(blank)
        self.setFocusProxy(self.table)
        self.table.followed.connect(lambda row: self.row_chosen.emit(self.model.line(row).row))

    def show_forecast(self, found: Forecast | None, speaker: Speaker | None) -> None:
        """Show what can be won in this plan."""
        self._shown = None if found is None or speaker is None else (found, speaker)
        if self._shown is None or found is None or speaker is None or found.total is None or found.final:
            self.model.clear()
        else:
            rows = {score.indicator.name: row for row, score in enumerate(found.card.scores)}
            self.model.show(gains(found), rows, len(found.card.scores), speaker)
        self._renew()

    def note(self) -> str:
        """Give what stands beside the title."""
        if not self.model.rowCount():
            return ""
        words = self.tr("%1 in all by year end, the least effort first")
        return words.replace("%1", formatting.points(self.model.winnable()))

    def _renew(self) -> None:
        found = self._shown[0] if self._shown else None
        words = self.tr("Nothing is left to win: the year is likely to end with full marks.")
        if found is None or found.total is None:
            words = self.tr("Nothing was reported yet, so nothing can be said of the year's end.")
        elif found.final:
            words = self.tr("The year is in: nothing can be won any more.")
        self._none.setText(words)
        self.table.setAccessibleName(self.tr("Points still to be won"))
        self.table.fit()
        self.setCurrentIndex(0 if self.model.rowCount() else 1)

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            if self._shown is None:
                self._renew()
            else:
                self.show_forecast(*self._shown)
        super().changeEvent(event)


class _Table(QTableView):
    """Walked by arrow keys; a click or Enter follows a line."""

    followed = Signal(int)

    def __init__(self, model: GainsTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        header = HeaderView(self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.ROW)
        self.verticalHeader().setDefaultSectionSize(theme.ROW)
        self.setItemDelegate(TableDelegate(self, row_height=theme.ROW, name_column=Column.NAME))
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self.followed.emit(index.row()))
        theme.changed.connect(self.viewport().update)

    def fit(self) -> None:
        """Give every column the room its words need."""
        model = self.model()
        for column, (least, most) in _LEAST.items():
            words = str(model.headerData(column, Qt.Orientation.Horizontal))
            wide = painting.width(words, theme.SMALL)
            for row in range(model.rowCount()):
                text = str(model.index(row, column).data())
                wide = max(wide, painting.width(text, theme.BODY, column is Column.POINTS))
            self.setColumnWidth(column, min(most, max(least, round(wide) + 2 * theme.CELL_PADDING + 2)))

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index: QModelIndex = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.followed.emit(index.row())
        else:
            super().keyPressEvent(event)
