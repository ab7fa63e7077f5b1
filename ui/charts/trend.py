"""走势: one indicator over four quarters against its target and milestones."""

import itertools

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtWidgets import QWidget

from ui import formatting
from ui.charts import ahead, axes
from ui.charts.chart import Chart, Spot
from ui.charts.scale import place_words, round_steps
from ui.charts.values import Trend, TrendPoint

#: Shown from half a quarter before the first to a little after the last.
ACROSS = (0.6, 4.3)
_BAR = 24


class TrendChart(Chart):
    """This year as a line with dots, the target dashed, milestones as hollow diamonds, increments as bars behind."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._trend: Trend | None = None
        self._start = 0.0

    def show_trend(self, trend: Trend | None) -> None:
        """Show another indicator, or none."""
        if trend != self._trend:
            self._trend, self._at = trend, -1
            self.redraw()

    def starts_at(self) -> str:
        """Give the value the y axis begins with, "" when that is 0."""
        steps = self._steps() if self._trend is not None else ()
        return axes.step_words(steps)[0] if steps and steps[0] else ""

    def legend(self) -> tuple[tuple[str, str], ...]:
        """Give (form, words) of everything drawn."""
        trend = self._trend
        if trend is None:
            return ()
        year = str(trend.year)
        if self._adds_up():
            to_date = self.tr("%1 to date").replace("%1", year)
            entries = [("line", to_date), ("bar", self.tr("in the quarter"))]
        else:
            entries = [("line", year)]
        entries += [("dotted", str(past)) for past, _ in trend.earlier[:1]]
        if trend.milestones:
            entries.append(("diamond", self.tr("milestone")))
        return tuple(entries)

    def describe(self) -> str:
        trend = self._trend
        if trend is None:
            return ""
        values = ", ".join(f"{axes.quarter_word(point.quarter)} {point.words}" for point in trend.points)
        targets = ", ".join(target.words for target in trend.targets)
        words = (
            self.tr("{name}: {values}. Target {target}.")
            if values
            else self.tr("{name}: not reported. Target {target}.")
        )
        told = words.format(name=trend.name, values=values, target=targets or formatting.NOTHING)
        return told if trend.ahead is None else f"{told} {ahead.spoken(trend.ahead)}"

    def _adds_up(self) -> bool:
        return self._trend is not None and any(point.increment is not None for point in self._trend.points)

    def _steps(self) -> tuple[float, ...]:
        trend = self._trend
        if trend is None:
            return ()
        known = [float(point.value) for point in trend.points]
        known += [float(target.value) for target in trend.targets]
        known += [float(value) for _, value in trend.milestones]
        known += [float(value) for _, values in trend.earlier for _, value in values]
        known += [float(point.increment) for point in trend.points if point.increment is not None]
        known += ahead.values(trend.ahead)
        if not known:
            return (0.0, 1.0)
        low, high = min(known), max(known)
        # A value does not lie on the base line unless that is 0.
        return round_steps(low - (high - low) / 20 if low > 0 else low, high, floor_at_zero=self._adds_up())

    def draw(self) -> None:
        trend, steps = self._trend, self._steps()
        if trend is None:
            self._plot.begin(QRectF(self.rect()), 0, 1, 0, 1)
            return
        ends = [self.tr("Target %1").replace("%1", target.words) for target in trend.targets]
        coming = [ahead.words(trend.ahead)] if trend.ahead is not None else []
        axes.frame(self._plot, QSizeF(self.size()), steps, axes.step_words(steps), ACROSS, [*ends, *coming])
        axes.quarters(self._plot, trend.quarter)
        self._draw_increments(trend, steps[0])
        for target in trend.targets:
            value = float(target.value)
            self._plot.line([(ACROSS[0], value), (ACROSS[1], value)], "text", 1, (5, 3))
        entries = [(float(target.value), words, "text") for target, words in zip(trend.targets, ends, strict=True)]
        if trend.ahead is not None:
            entries.append((float(trend.ahead.likely), coming[0], "text-2"))
        axes.end_words(self._plot, entries)
        for _, values in trend.earlier:
            self._plot.line([(float(past), float(value)) for past, value in values], "text-3", 1, (1.5, 2.5))
        points = [(float(point.quarter), float(point.value)) for point in trend.points]
        if trend.ahead is not None and points:
            self._spots.append(ahead.draw(self._plot, points[-1], trend.ahead))
        if points:
            self._plot.line(points, "accent", 2)
        marks = [(float(quarter), float(value)) for quarter, value in trend.milestones]
        if marks:
            self._plot.diamonds(marks)
        if points:
            self._plot.dots(points, "accent")
            self._write_values(trend)
        else:
            half = len(steps) // 2
            axes.empty(self._plot, steps[half - 1], steps[half], self.tr("Nothing reported yet"))

    def _draw_increments(self, trend: Trend, base: float) -> None:
        boxes = [
            (float(point.quarter), max(0.0, base), float(point.increment))
            for point in trend.points
            if point.increment is not None
        ]
        if boxes:
            self._plot.bars(boxes, _BAR, "track-2")

    def _write_values(self, trend: Trend) -> None:
        from ui.charts.plotting import metrics

        places = [self._plot.place(float(point.quarter), float(point.value)) for point in trend.points]
        lines = [QLineF(a, b) for a, b in itertools.pairwise(places)]
        for target in trend.targets:
            y = self._plot.place(0, float(target.value)).y()
            lines.append(QLineF(self._plot.area().left(), y, self._plot.area().right(), y))
        taken = [_around(place, 5) for place in places]
        taken += [_around(self._plot.place(float(q), float(value)), 6) for q, value in trend.milestones]
        if trend.ahead is not None:
            taken.append(ahead.room(self._plot, trend.ahead))
            lines.append(QLineF(places[-1], self._plot.place(4, float(trend.ahead.likely))))
        last = trend.points[-1]
        for point, place in zip(trend.points, places, strict=True):
            bold = point is last
            room = metrics(bold).horizontalAdvance(point.words) + 1
            others = [box for box in taken if not box.contains(place)]
            below = bold and len(places) > 1 and place.y() > places[-2].y()
            box = place_words(place, QSizeF(room, 16), self._plot.area(), lines, others, below)
            taken.append(box)
            token = "red" if bold and point.light == "red" else "text"
            self._plot.write(point.words, box.center(), token, bold, Qt.AlignmentFlag.AlignHCenter)
            self._spots.append(Spot(_around(place, 8), self._told(trend, point)))

    def _told(self, trend: Trend, point: TrendPoint) -> str:
        lines = [f"{axes.quarter_word(point.quarter)}  {point.words}{'' if trend.shares else self._unit(point)}"]
        if point.increment is not None:
            added = formatting.number(point.increment)
            lines.append(self.tr("in the quarter %1").replace("%1", added))
        milestone = dict(trend.milestones).get(point.quarter)
        if milestone is not None:
            lines.append(self.tr("milestone %1").replace("%1", formatting.number(milestone)))
        for year, values in trend.earlier:
            before = dict(values).get(point.quarter)
            if before is not None:
                lines.append(f"{year}  {formatting.number(before)}")
        lines += [self.tr("Target %1").replace("%1", target.words) for target in trend.targets]
        return "\n".join(lines)

    def _unit(self, point: TrendPoint) -> str:
        unit = self._trend.unit if self._trend is not None else ""
        return "" if point.words.endswith(unit) else unit


def _around(place: QPointF, reach: float) -> QRectF:
    return QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)
