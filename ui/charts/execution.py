"""执行进度: money spent to date against the calendar and the budget."""

import itertools

from PySide6.QtCore import QLineF, QRectF, QSizeF
from PySide6.QtWidgets import QWidget

from ui import formatting
from ui.charts import ahead, axes
from ui.charts.chart import Chart, Spot
from ui.charts.scale import place_words, round_steps
from ui.charts.values import ExecutionTrend

#: The year begins at 0; a quarter's figure stands at its end.
ACROSS = (0.0, 4.3)


class ExecutionCurve(Chart):
    """Executed to date as a line from nothing, the calendar as a dotted slope, the budget dashed. Money in 万元."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._trend: ExecutionTrend | None = None

    def show_execution(self, trend: ExecutionTrend | None) -> None:
        """Show another plan, or none."""
        if trend != self._trend:
            self._trend, self._at = trend, -1
            self.redraw()

    def starts_at(self) -> str:
        """Money begins at 0."""
        return ""

    def legend(self) -> tuple[tuple[str, str], ...]:
        """Give (form, words) of everything drawn."""
        entries = [("line", self.tr("executed")), ("dotted", self.tr("calendar")), ("dashed", self.tr("budget"))]
        if self._trend is not None and self._trend.initial is not None:
            entries.append(("faint", self.tr("initial budget")))
        return tuple(entries)

    def describe(self) -> str:
        trend = self._trend
        if trend is None:
            return ""
        values = ", ".join(f"{axes.quarter_word(quarter)} {formatting.money(spent)}" for quarter, spent in trend.points)
        words = (
            self.tr("{name}: executed {values} of {budget}.")
            if values
            else self.tr("{name}: nothing reported of {budget}.")
        )
        told = words.format(name=trend.name, values=values, budget=formatting.money(trend.budget))
        return told if trend.ahead is None else f"{told} {ahead.spoken(trend.ahead)}"

    def draw(self) -> None:
        trend = self._trend
        if trend is None:
            self._plot.begin(QRectF(self.rect()), 0, 1, 0, 1)
            return
        budget = float(trend.budget)
        points = [(float(quarter), float(spent)) for quarter, spent in trend.points]
        initial = None if trend.initial is None else float(trend.initial)
        known = [budget, *(spent for _, spent in points), *([] if initial is None else [initial])]
        known += ahead.values(trend.ahead)
        steps = round_steps(0, max(known) or 1.0, floor_at_zero=True)
        end = self.tr("Budget %1").replace("%1", formatting.money(trend.budget))
        ends = [(budget, end, "text")]
        if initial is not None:
            ends.append((initial, self.tr("Initial %1").replace("%1", formatting.money(trend.initial)), "text-3"))
        if trend.ahead is not None:
            ends.append((float(trend.ahead.likely), ahead.words(trend.ahead), "text-2"))
        words = [each for _, each, _ in ends]
        axes.frame(self._plot, QSizeF(self.size()), steps, axes.step_words(steps), ACROSS, words)
        axes.quarters(self._plot, trend.quarter)
        self._plot.line([(0, budget), (ACROSS[1], budget)], "text", 1, (5, 3))
        self._plot.line([(0, 0), (4, budget)], "text-3", 1, (1.5, 2.5))
        if initial is not None:
            self._plot.line([(0, initial), (ACROSS[1], initial)], "text-3", 1, (10, 3))
        axes.end_words(self._plot, ends)
        if not points:
            axes.empty(self._plot, steps[0], steps[1], self.tr("Nothing reported yet"))
            return
        if trend.ahead is not None:
            self._spots.append(ahead.draw(self._plot, points[-1], trend.ahead))
        self._plot.line([(0, 0), *points], "accent", 2)
        self._plot.dots(points, "accent")
        self._write_values(trend, budget)

    def _write_values(self, trend: ExecutionTrend, budget: float) -> None:
        from ui.charts.plotting import metrics

        plot = self._plot
        places = [plot.place(float(quarter), float(spent)) for quarter, spent in trend.points]
        track = [plot.place(0, 0), *places]
        lines = [QLineF(a, b) for a, b in itertools.pairwise(track)]
        lines.append(QLineF(plot.place(0, 0), plot.place(4, budget)))
        lines.append(QLineF(plot.place(0, budget), plot.place(ACROSS[1], budget)))
        taken = [QRectF(place.x() - 5, place.y() - 5, 10, 10) for place in places]
        if trend.ahead is not None:
            taken.append(ahead.room(plot, trend.ahead))
            lines.append(QLineF(places[-1], plot.place(4, float(trend.ahead.likely))))
        for i, ((quarter, spent), place) in enumerate(zip(trend.points, places, strict=True)):
            bold = i == len(places) - 1
            words = formatting.money(spent)
            room = metrics(bold).horizontalAdvance(words) + 1
            others = [box for box in taken if not box.contains(place)]
            box = place_words(place, QSizeF(room, 16), plot.area(), lines, others)
            taken.append(box)
            token = "red" if bold and trend.light == "red" else "text"
            plot.write(words, box.center(), token, bold)
            due = formatting.money(trend.budget * quarter / 4)
            told = self.tr("{quarter}  executed {spent}\ncalendar {due}\nbudget {budget}").format(
                quarter=axes.quarter_word(quarter), spent=words, due=due, budget=formatting.money(trend.budget)
            )
            self._spots.append(Spot(QRectF(place.x() - 8, place.y() - 8, 16, 16), told))
