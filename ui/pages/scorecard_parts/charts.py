"""The charts below a card: where the points went, and how the chosen row moved. pyqtgraph comes in with this widget."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.forecast import Forecast
from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from perftrack.services.messages import Speaker
from ui import formatting, theme, widgets
from ui.charts import reading
from ui.charts.axes import quarter_word
from ui.charts.chart import Chart
from ui.charts.execution import ExecutionCurve
from ui.charts.legend import Legend
from ui.charts.trend import TrendChart
from ui.charts.values import ExecutionTrend
from ui.charts.waterfall import WaterfallChart
from ui.pages.scorecard_parts.gains_view import GainsView

_LEAST, _MOST = 144, 480


class CardCharts(QWidget):
    """Waterfall left, trend or execution curve right."""

    row_chosen = Signal(int)
    not_saved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: Mapping[Quarter, Scorecard] = {}
        self._earlier: Sequence[Mapping[Quarter, Scorecard]] = ()
        self._quarter, self._row = Quarter.Q1, 0
        self._forecast: Forecast | None = None
        self._speaker: Speaker | None = None
        self.waterfall, self.trend, self.execution = WaterfallChart(), TrendChart(), ExecutionCurve()
        self._lost = ""
        self._losses, self._course = widgets.SectionTitle(""), widgets.SectionTitle("")
        self._legend = Legend()
        self._course.add(self._legend)
        self.gains = GainsView()
        self.sides = widgets.Segments(["", ""], height=theme.CONTROL_INLINE)
        self._losses.add(self.sides)
        self._losses.setFixedHeight(theme.CONTROL_INLINE)
        self._course.setFixedHeight(theme.CONTROL_INLINE)
        self._left = QStackedWidget()
        self._left.addWidget(self.waterfall)
        self._left.addWidget(self.gains)
        self._right = QStackedWidget()
        for chart in (self.waterfall, self.trend, self.execution):
            chart.setMinimumHeight(_LEAST)
            chart.setMaximumHeight(_MOST)
            chart.not_saved.connect(self.not_saved)
            widgets.ring(chart)
        self._right.addWidget(self.trend)
        self._right.addWidget(self.execution)
        self.waterfall.chosen.connect(self.row_chosen)
        self.gains.row_chosen.connect(self.row_chosen)
        self.sides.chosen.connect(self.show_side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(48)
        row.addLayout(_column(self._losses, self._left), 640)
        row.addLayout(_column(self._course, self._right), 558)
        self.setMaximumHeight(_MOST + theme.LINE[theme.BODY] + theme.SPACE)

    def show_card(
        self, cards: Mapping[Quarter, Scorecard], quarter: Quarter, row: int,
        earlier: Sequence[Mapping[Quarter, Scorecard]] = (),
        forecast: Forecast | None = None, speaker: Speaker | None = None,
    ) -> None:  # fmt: skip
        """Show the card as of ``quarter`` with ``row`` chosen; ``cards`` are those at the end of each quarter.

        ``earlier`` are the cards of the same plan in years before, the latest first; ``forecast`` brings the year's
        end and the points still to be won, ``speaker`` their sentences.
        """
        self._cards, self._quarter, self._row, self._earlier = cards, quarter, row, earlier
        self._forecast, self._speaker = forecast, speaker
        card = cards[quarter]
        execution = self.tr("Budget execution")
        waterfall = reading.waterfall_of(card, execution, self.tr("Cap"))
        self.waterfall.set_current(row)
        self.waterfall.show_waterfall(waterfall)
        self.gains.show_forecast(forecast, speaker)
        note = self.tr("%1 in all").replace("%1", formatting.points(waterfall.lost))
        if not waterfall.drops:
            note = self.tr("nothing lost")
        note = self._with_start(note, self.waterfall.starts_at())
        self._lost = note
        self.sides.set_word(0, self.tr("Lost"))
        self.sides.set_word(1, self.tr("To be won"))
        self.sides.setAccessibleName(self.tr("Points lost or still to be won"))
        self.show_side(self.sides.current())
        self.waterfall.set_title(
            self.tr("Points lost"), f"{card.plan.name}  {note}", self._file_name(self.tr("Points lost"))
        )
        self._show_course()

    def choose(self, row: int) -> None:
        """Point out another row."""
        self._row = row
        self.waterfall.set_current(row)
        self._show_course()

    def show_side(self, side: int) -> None:
        """Show the points lost (0) or those still to be won (1)."""
        self.sides.set_current(side)
        self._left.setCurrentIndex(side)
        self._losses.set_text(self.tr("Still to be won") if side else self.tr("Points lost"))
        self._losses.set_note(self.gains.note() if side else self._lost)

    def set_ahead(self, possible: bool) -> None:
        """Offer the points to be won, or only those lost: a trial has no year end of its own."""
        self.sides.setVisible(possible)
        if not possible:
            self.show_side(0)

    def left(self) -> QWidget:
        """Give what is shown at the left."""
        return self._left.currentWidget()

    def shown(self) -> Chart:
        """Give the chart at the right that is shown now."""
        return self.execution if self._right.currentWidget() is self.execution else self.trend

    def _show_course(self) -> None:
        card = self._cards[self._quarter]
        if self._row < len(card.scores):
            self._show_trend()
        else:
            self._show_execution()

    def _show_trend(self) -> None:
        end = None
        if self._forecast is not None and self._speaker is not None:
            end = reading.item_ahead(self._forecast, self._row, self._speaker)
        trend = reading.trend_of(self._cards, self._row, self._quarter, self._earlier, end)
        self.trend.show_trend(trend)
        self._right.setCurrentWidget(self.trend)
        note = (
            self.tr("%1, share of the weight in %") if trend.shares else "%1" if not trend.unit else self.tr("%1, %2")
        )
        note = note.replace("%1", trend.name).replace("%2", trend.unit)
        self._name_course(self.tr("Trend"), self._with_start(note, self.trend.starts_at()), self.trend)
        self._legend.set_entries(self.trend.legend())

    def _show_execution(self) -> None:
        end = None
        if self._forecast is not None and self._speaker is not None:
            end = reading.money_ahead(self._forecast, self._speaker)
        trend = reading.execution_trend(self._cards, self._quarter, self.tr("Budget execution"), end)
        self.execution.show_execution(trend)
        self._right.setCurrentWidget(self.execution)
        self._name_course(self.tr("Budget execution"), self._gap(trend), self.execution)
        self._legend.set_entries(self.execution.legend())

    def _gap(self, trend: ExecutionTrend) -> str:
        """Spent of budget, and how far before or behind the calendar that is."""
        unit = self.tr("¥10,000")
        rate = self._cards[self._quarter].execution.rate
        if not trend.points or rate is None:
            return unit
        ahead = rate - 25 * int(self._quarter)
        words = self.tr("{unit}, {points} points behind")
        if ahead >= 0:
            words = self.tr("{unit}, {points} points ahead")
        return words.format(unit=unit, points=formatting.number(abs(ahead), 2))

    def _with_start(self, note: str, start: str) -> str:
        if not start:
            return note
        return self.tr("{note}, axis from {start}").format(note=note, start=start)

    def _name_course(self, title: str, note: str, chart: Chart) -> None:
        self._course.set_text(title)
        self._course.set_note(note)
        subject = self._cards[self._quarter].scores[self._row].indicator.name if chart is self.trend else ""
        chart.set_title(title, note, self._file_name(" ".join(part for part in (title, subject) if part)))

    def _file_name(self, what: str) -> str:
        """A picture is called by its plan, what it shows, year and quarter."""
        card = self._cards[self._quarter]
        return f"{card.plan.name} {what} {card.plan.year} {quarter_word(int(self._quarter))}"

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._cards:
            self.show_card(self._cards, self._quarter, self._row, self._earlier, self._forecast, self._speaker)
        super().changeEvent(event)


def _column(title: QWidget, chart: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.SPACE)
    column.addWidget(title)
    column.addWidget(chart, 1)
    return column
