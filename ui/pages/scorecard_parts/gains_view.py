"""还能争取的分: what can still be won until year end, each leading to its row of the card."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.forecast import Forecast
from perftrack.domain.gains import gains
from perftrack.services.messages import Speaker
from ui import formatting, theme, widgets
from ui.models.gains import Column, GainsTable
from ui.widgets.followed_table import FollowedTable

_LEAST = {Column.NEEDED: (112, 240), Column.WAY: (72, 104), Column.POINTS: (64, 88)}


class GainsView(QStackedWidget):
    """The list, or a sentence where there is nothing to win."""

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Forecast, Speaker] | None = None
        self.model = GainsTable(self)
        self.table = FollowedTable(self.model, theme.ROW, Column.NAME)
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
        for column, (least, most) in _LEAST.items():
            self.table.fit_column(column, least, most, bold=column is Column.POINTS)
        self.setCurrentIndex(0 if self.model.rowCount() else 1)

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            if self._shown is None:
                self._renew()
            else:
                self.show_forecast(*self._shown)
        super().changeEvent(event)
