"""The year end on a chart over four quarters: a dotted line to a hollow dot with its whisker from low to high."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from ui import formatting
from ui.charts.chart import Spot
from ui.charts.values import YearEnd

if TYPE_CHECKING:
    from ui.charts.plotting import Plot

#: The year ends with quarter 4.
LAST = 4.0
_END, _REACH = 0.035, 8.0


def values(end: YearEnd | None) -> list[float]:
    """What an axis has to reach."""
    return [] if end is None else [float(end.low), float(end.likely), float(end.high)]


def words(end: YearEnd) -> str:
    """What stands at the right end."""
    return QCoreApplication.translate("Charts", "Forecast %1").replace("%1", end.words)


def spoken(end: YearEnd) -> str:
    """The forecast for whoever does not see it."""
    said = QCoreApplication.translate("Charts", "Year end {words}, {low} to {high}. {method}")
    low, high = formatting.number(end.low), formatting.number(end.high)
    return said.format(words=end.words, low=low, high=high, method=end.method).strip()


def draw(plot: "Plot", last: tuple[float, float], end: YearEnd) -> Spot:
    """Draw from the ``last`` point on; gives what is told under the pointer."""
    likely, low, high = float(end.likely), float(end.low), float(end.high)
    plot.line([last, (LAST, likely)], "accent", 1.5, (2, 3))
    if high > low:
        plot.line([(LAST, low), (LAST, high)], "text-2", 1.2)
        for edge in (low, high):
            plot.line([(LAST - _END, edge), (LAST + _END, edge)], "text-2", 1.2)
    plot.rings([(LAST, likely)], "accent")
    told = QCoreApplication.translate("Charts", "Forecast {words}\n{low} to {high}\n{method}").format(
        words=end.words, low=formatting.number(end.low), high=formatting.number(end.high), method=end.method
    )
    return Spot(room(plot, end).adjusted(-4, -4, 4, 4), told.strip())


def room(plot: "Plot", end: YearEnd) -> QRectF:
    """The pixels the dot and its whisker take."""
    top, bottom = plot.place(LAST, float(end.high)), plot.place(LAST, float(end.low))
    return QRectF(top.x() - _REACH / 2, top.y(), _REACH, max(_REACH, bottom.y() - top.y()))
