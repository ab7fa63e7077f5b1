"""The charts below a card: where the points went, and how the chosen row moved. pyqtgraph comes in with this widget."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from ui import formatting, theme, widgets
from ui.charts import reading
from ui.charts.axes import quarter_word
from ui.charts.chart import Chart
from ui.charts.execution import ExecutionCurve
from ui.charts.legend import Legend
from ui.charts.trend import TrendChart
from ui.charts.values import ExecutionTrend
from ui.charts.waterfall import WaterfallChart

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
        self.waterfall, self.trend, self.execution = WaterfallChart(), TrendChart(), ExecutionCurve()
        self._losses, self._course = widgets.SectionTitle(""), widgets.SectionTitle("")
        self._legend = Legend()
        self._course.add(self._legend)
        self._right = QStackedWidget()
        for chart in (self.waterfall, self.trend, self.execution):
            chart.setMinimumHeight(_LEAST)
            chart.setMaximumHeight(_MOST)
            chart.not_saved.connect(self.not_saved)
            widgets.ring(chart)
        self._right.addWidget(self.trend)
        self._right.addWidget(self.execution)
        self.waterfall.chosen.connect(self.row_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(48)
        row.addLayout(_column(self._losses, self.waterfall), 640)
        row.addLayout(_column(self._course, self._right), 558)
        self.setMaximumHeight(_MOST + theme.LINE[theme.BODY] + theme.SPACE)

    def show_card(
        self, cards: Mapping[Quarter, Scorecard], quarter: Quarter, row: int,
        earlier: Sequence[Mapping[Quarter, Scorecard]] = (),
    ) -> None:  # fmt: skip
        """Show the card as of ``quarter`` with ``row`` chosen; ``cards`` are those at the end of each quarter.

        ``earlier`` are the cards of the same plan in years before, the latest first.
        """
        self._cards, self._quarter, self._row, self._earlier = cards, quarter, row, earlier
        card = cards[quarter]
        execution = self.tr("Budget execution")
        waterfall = reading.waterfall_of(card, execution, self.tr("Cap"))
        self.waterfall.set_current(row)
        self.waterfall.show_waterfall(waterfall)
        self._losses.set_text(self.tr("Points lost"))
        note = self.tr("%1 in all").replace("%1", formatting.points(waterfall.lost))
        if not waterfall.drops:
            note = self.tr("nothing lost")
        note = self._with_start(note, self.waterfall.starts_at())
        self._losses.set_note(note)
        self.waterfall.set_title(
            self.tr("Points lost"), f"{card.plan.name}  {note}", self._file_name(self.tr("Points lost"))
        )
        self._show_course()

    def choose(self, row: int) -> None:
        """Point out another row."""
        self._row = row
        self.waterfall.set_current(row)
        self._show_course()

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
        trend = reading.trend_of(self._cards, self._row, self._quarter, self._earlier)
        self.trend.show_trend(trend)
        self._right.setCurrentWidget(self.trend)
        note = (
            self.tr("%1, share of the weight in %") if trend.shares else "%1" if not trend.unit else self.tr("%1, %2")
        )
        note = note.replace("%1", trend.name).replace("%2", trend.unit)
        self._name_course(self.tr("Trend"), self._with_start(note, self.trend.starts_at()), self.trend)
        self._legend.set_entries(self.trend.legend())

    def _show_execution(self) -> None:
        trend = reading.execution_trend(self._cards, self._quarter, self.tr("Budget execution"))
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
            self.show_card(self._cards, self._quarter, self._row, self._earlier)
        super().changeEvent(event)


def _column(title: QWidget, chart: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.SPACE)
    column.addWidget(title)
    column.addWidget(chart, 1)
    return column
