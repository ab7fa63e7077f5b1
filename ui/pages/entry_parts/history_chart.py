"""The small chart of the details panel: the quarters of this year against the target and the years before."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import formatting, theme
from ui.charts.scale import round_steps
from ui.charts.values import Trend
from ui.delegates import painting
from ui.delegates.lights import WORD
from ui.widgets.painted import Painted

_TOP, _BOTTOM = 8, 20
_LINE = 16
_HEIGHT, _LEGEND = 128, 20
#: Dashes of the years before, the latest first.
_DASHES = ([1.5, 2.0], [0.75, 3.0])
Place = Callable[[int, float], QPointF]


class HistoryChart(Painted):
    """256×128. Four quarters always; the target is a dashed line with its words at the right end.

    Up to two years before are dotted lines over the same quarters, named in a legend below: the twelve last values.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend: Trend | None = None
        self._labels: list[str] = ["", "", "", ""]
        self._earlier: tuple[Trend, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_trend(self, trend: Trend, labels: list[str], earlier: Sequence[Trend] = ()) -> None:
        """Show ``trend``; ``labels`` name the four quarters; ``earlier``: the years before, the latest first."""
        self._trend, self._labels = trend, labels
        told_before = self._earlier
        self._earlier = tuple(each for each in earlier[: len(_DASHES)] if each.points)
        if bool(told_before) is not bool(self._earlier):
            self.updateGeometry()
        told = [f"{labels[point.quarter - 1]} {point.words}" for point in trend.points]
        told += [target.words for target in trend.targets]
        for year in self._earlier:
            told += [f"{year.year} {labels[point.quarter - 1]} {point.words}" for point in year.points]
        self.setAccessibleName(self.tr("History: %1").replace("%1", ", ".join(told) or formatting.NOTHING))
        self.update()

    def _steps(self, trend: Trend) -> tuple[float, ...]:
        known = [float(each.value) for each in trend.targets]
        known += [float(point.value) for year in (trend, *self._earlier) for point in year.points]
        return round_steps(min(known), max(known), most=4) if known else (0.0, 1.0)

    def _paint(self, painter: QPainter, trend: Trend) -> None:
        steps = self._steps(trend)
        marks = [formatting.number(_short(step)) for step in steps]
        left = max(painting.width(mark, theme.SMALL) for mark in marks) + 8
        right = max((painting.width(each.words, theme.SMALL) for each in trend.targets), default=0.0) + 6
        area = QRectF(left, _TOP, self.width() - left - min(right, 72.0), _HEIGHT - _TOP - _BOTTOM)
        low, high = steps[0], steps[-1]

        def at(quarter: int, value: float) -> QPointF:
            x = area.x() + area.width() * (quarter - 0.5) / 4
            return QPointF(x, area.bottom() - area.height() * (value - low) / (high - low))

        for step, mark in zip(steps, marks, strict=True):
            y = round(at(1, step).y())
            painting.rule(painter, round(area.x()), y, round(area.width()), "rule-strong" if step == low else "rule")
            box = QRectF(0, y - _LINE / 2, left - 8, _LINE)
            painting.text(painter, box, mark, "text-3", theme.SMALL, alignment=painting.RIGHT)
        for quarter, words in enumerate(self._labels, 1):
            box = QRectF(at(quarter, low).x() - area.width() / 8, area.bottom() + 4, area.width() / 4, _LINE)
            tone = "text" if quarter == trend.quarter else "text-3"
            painting.text(painter, box, words, tone, theme.SMALL, quarter == trend.quarter, painting.CENTER)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for target in trend.targets:
            y = at(1, float(target.value)).y()
            painter.setPen(QPen(theme.color("text"), 1.0, Qt.PenStyle.CustomDashLine))
            pen = painter.pen()
            pen.setDashPattern([5, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(area.x(), y), QPointF(area.right(), y))
            box = QRectF(area.right() + 5, y - _LINE / 2, self.width() - area.right() - 5, _LINE)
            painting.text(painter, box, target.words, "text", theme.SMALL)
        for year, dashes in zip(self._earlier, _DASHES, strict=False):
            painter.setPen(_dotted(dashes))
            painter.drawPolyline(QPolygonF([at(point.quarter, float(point.value)) for point in year.points]))
        self._paint_line(painter, trend, at, area)
        if self._earlier:
            self._paint_legend(painter, trend)

    def _paint_legend(self, painter: QPainter, trend: Trend) -> None:
        x, middle = 0.0, _HEIGHT + _LEGEND / 2
        entries = [(trend, QPen(theme.color("accent"), 2.0))]
        entries += [(year, _dotted(dashes)) for year, dashes in zip(self._earlier, _DASHES, strict=False)]
        for year, pen in entries:
            painter.setPen(pen)
            painter.drawLine(QPointF(x, middle), QPointF(x + 16, middle))
            words = str(year.year)
            room = painting.width(words, theme.SMALL) + 2
            painting.text(painter, QRectF(x + 22, middle - _LINE / 2, room, _LINE), words, "text-2", theme.SMALL)
            x += 22 + room + 14

    def _paint_line(self, painter: QPainter, trend: Trend, at: Place, area: QRectF) -> None:
        places = [at(point.quarter, float(point.value)) for point in trend.points]
        painter.setPen(QPen(theme.color("accent"), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        for place, point in zip(places, trend.points, strict=True):
            current = point.quarter == trend.quarter
            painter.setBrush(theme.color("accent" if current else "window"))
            painter.drawEllipse(place, 3.0, 3.0)
            if current:
                room = painting.width(point.words, theme.SMALL, True) + 2
                y = place.y() + 6 if place.y() + 24 < area.bottom() else place.y() - 24
                x = min(max(place.x() - room / 2, area.x()), self.width() - room)
                tone = WORD.get(point.light, "accent") if point.light == "red" else "accent"
                painting.text(painter, QRectF(x, y, room, _LINE), point.words, tone, theme.SMALL, True)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._trend is not None and (self._trend.points or self._trend.targets):
            with QPainter(self) as painter:
                self._paint(painter, self._trend)
        else:
            with QPainter(self) as painter:
                words = self.tr("Nothing reported yet")
                painting.text(painter, self.rect(), words, "text-3", theme.SMALL, alignment=painting.CENTER)

    def sizeHint(self) -> QSize:
        return QSize(256, _HEIGHT + (_LEGEND if self._earlier else 0))


def _dotted(dashes: list[float]) -> QPen:
    pen = QPen(theme.color("text-3"), 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(dashes)
    return pen


def _short(step: float) -> float | int:
    return int(step) if step == int(step) else round(step, 4)
