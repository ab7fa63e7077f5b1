"""The only module that knows pyqtgraph. Importing it costs a third of a second, so charts import it when they are made.

pyqtgraph keeps the view and draws lines; grid, bars, dots and words are painted here, in pixels, so that they are sharp
on every device and in the interface font.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui import theme

#: Width of a dash and of the gap after it, in widths of the line.
DASHED, DOTTED = (5.0, 3.0), (1.5, 2.5)


@dataclass(frozen=True, slots=True)
class Words:
    """Words on the chart in pixels; ``box`` holds one line."""

    box: QRectF
    text: str
    token: str = "text-3"
    bold: bool = False
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line one pixel thick, in pixels."""

    x: float
    y: float
    length: float
    token: str = "rule"


@dataclass(frozen=True, slots=True)
class Bar:
    """An upright bar in pixels. ``hatched``: on paper it carries strokes, because its colour will not show."""

    box: QRectF
    token: str
    share: float = 1.0
    outline: str = ""
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled dot, a hollow one, or a hollow diamond, ``size`` pixels across; ``stroke`` 0 fills it."""

    place: QPointF
    size: float
    token: str
    stroke: float = 0.0
    diamond: bool = False


class Plot(pg.GraphicsView):
    """A picture of one chart: no axes of its own, no mouse, no menu, no frame. The chart above takes the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.color("surface"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        # A bare view: pyqtgraph's own plot would bring a menu of eighty words that nobody opens.
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.disableAutoRange()
        self.addItem(self._box)
        self._area = QRectF(0, 0, 1, 1)
        self._view = QRectF(0, 0, 1, 1)
        self.rules: list[Rule] = []
        self._bars: list[Bar] = []
        self._marks: list[Mark] = []
        #: What is drawn is for paper: bars that only differ in colour are hatched.
        self.on_paper = False
        self.words: list[Words] = []
        #: Device pixels per pixel of what is drawn on: pens of the view count in device pixels. 0: the screen's.
        self.ratio = 0.0

    def begin(self, area: QRectF, left: float, right: float, low: float, high: float) -> None:
        """Start a new picture: ``area`` in pixels shows ``left`` to ``right`` and ``low`` to ``high``."""
        for item in list(self._box.addedItems):
            self._box.removeItem(item)
        self.rules.clear()
        self._bars.clear()
        self._marks.clear()
        self.words.clear()
        self.setBackground(theme.color("surface"))
        self._area, self._view = area, QRectF(left, low, right - left, high - low)
        self._box.setGeometry(area)
        self._box.setRange(xRange=(left, right), yRange=(low, high), padding=0, disableAutoRange=True)

    def place(self, x: float, y: float) -> QPointF:
        """Turn values into pixels."""
        across = (x - self._view.x()) / self._view.width()
        up = (y - self._view.y()) / self._view.height()
        return QPointF(self._area.x() + across * self._area.width(), self._area.bottom() - up * self._area.height())

    def area(self) -> QRectF:
        """Give the drawing area in pixels."""
        return QRectF(self._area)

    def value_height(self, pixels: float) -> float:
        """Give what ``pixels`` of height stand for."""
        return pixels * self._view.height() / max(1.0, self._area.height())

    def line(
        self, points: Sequence[tuple[float, float]], token: str, width: float = 1.0, dash: Sequence[float] = ()
    ) -> None:
        """Draw a line through ``points``."""
        pen = self._pen(token, width)
        if dash:
            pen.setDashPattern([part / width for part in dash])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        level = len(set(ys)) == 1
        self._box.addItem(pg.PlotCurveItem(xs, ys, pen=pen, antialias=not level))

    def dots(self, points: Sequence[tuple[float, float]], token: str, radius: float = 3.5) -> None:
        """Draw filled dots."""
        self._marks += [Mark(self.place(x, y), radius * 2, token) for x, y in points]

    def rings(self, points: Sequence[tuple[float, float]], token: str, radius: float = 3.5) -> None:
        """Draw hollow dots."""
        self._marks += [Mark(self.place(x, y), radius * 2, token, 1.5) for x, y in points]

    def diamonds(self, points: Sequence[tuple[float, float]], token: str = "text", size: float = 8.0) -> None:
        """Draw hollow diamonds ``size`` across."""
        self._marks += [Mark(self.place(x, y), size, token, 1.2, diamond=True) for x, y in points]

    def bars(
        self, boxes: Sequence[tuple[float, float, float]], width: float, token: str, share: float = 1.0,
        outline: str = "", hatched: bool = False,
    ) -> None:  # fmt: skip
        """Draw upright bars, each (middle, from, to) in values, ``width`` pixels wide, ``share`` of the full colour."""
        for middle, low, high in boxes:
            foot, top = self.place(middle, low), self.place(middle, high)
            box = QRectF(top.x() - width / 2, top.y(), width, foot.y() - top.y()).normalized()
            self._bars.append(Bar(box, token, share, outline, hatched))

    def drawn_bars(self) -> tuple[Bar, ...]:
        """Give the bars in pixels."""
        return tuple(self._bars)

    def write(
        self, text: str, where: QPointF, token: str = "text-3", bold: bool = False,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter, room: float = 0.0,
    ) -> QRectF:  # fmt: skip
        """Write one line whose middle, left or right end lies at ``where``; shortened to ``room`` pixels if given."""
        if room:
            text = metrics(bold).elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics(bold).horizontalAdvance(text) + 1
        shift = {Qt.AlignmentFlag.AlignLeft: 0.0, Qt.AlignmentFlag.AlignRight: width}.get(alignment, width / 2)
        box = QRectF(where.x() - shift, where.y() - 8, width, 16)
        self.words.append(Words(box, text, token, bold))
        return box

    def _pen(self, token: str, width: float) -> QPen:
        pen = QPen(theme.color(token), width * (self.ratio or self.devicePixelRatioF()))
        pen.setCosmetic(True)
        return pen

    def _draw_mark(self, painter: QPainter, mark: Mark) -> None:
        half, x, y = mark.size / 2, mark.place.x(), mark.place.y()
        if mark.stroke:
            painter.setPen(QPen(theme.color(mark.token), mark.stroke))
            painter.setBrush(theme.color("surface"))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(mark.token))
        if mark.diamond:
            corners = ((0, -half), (half, 0), (0, half), (-half, 0))
            painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
        else:
            painter.drawEllipse(mark.place, half, half)

    # Qt's own names from here on.

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawBackground(painter, rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for rule in self.rules:
            painter.fillRect(QRectF(round(rule.x), round(rule.y), round(rule.length), 1), theme.color(rule.token))
        for bar in self._bars:
            self._draw_bar(painter, bar)

    def _draw_bar(self, painter: QPainter, bar: Bar) -> None:
        fill = QColor(theme.color(bar.token))
        fill.setAlphaF(bar.share)
        box = QRectF(round(bar.box.x()), bar.box.y(), round(bar.box.width()), bar.box.height())
        hatched = bar.hatched and self.on_paper
        painter.fillRect(box, theme.color("surface") if hatched else fill)
        if hatched:
            _hatch(painter, box, theme.color(bar.token))
        if bar.outline or hatched:
            painter.setPen(QPen(theme.color(bar.outline or bar.token), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawForeground(painter, rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            self._draw_mark(painter, mark)
        for words in self.words:
            painter.setFont(theme.font(theme.SMALL, words.bold))
            painter.setPen(theme.color(words.token))
            painter.drawText(words.box, words.alignment | Qt.TextFlag.TextDontClip, words.text)


def _hatch(painter: QPainter, box: QRectF, colour: QColor, step: float = 5.0) -> None:
    """Slanted strokes inside ``box``, each cut to it: drawings know no clipping, and a brush would be stretched."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    x, height = box.left() - box.height() + step / 2, box.height()
    while x < box.right():
        start, end = max(0.0, box.left() - x), min(height, box.right() - x)
        painter.drawLine(QPointF(x + start, box.bottom() - start), QPointF(x + end, box.bottom() - end))
        x += step
    painter.restore()


def metrics(bold: bool = False) -> QFontMetricsF:
    """Give the metrics of the words on charts."""
    return QFontMetricsF(theme.font(theme.SMALL, bold))


def two_lines(words: str, room: float, bold: bool = False) -> tuple[str, ...]:
    """Break ``words`` into at most two lines of about equal length, each shortened in its middle to ``room`` pixels."""
    measure = metrics(bold)
    if measure.horizontalAdvance(words) <= room:
        return (words,)
    cuts = [i for i in range(1, len(words)) if _may_break(words, i)]
    if not cuts:
        return (measure.elidedText(words, Qt.TextElideMode.ElideMiddle, room),)
    whole = measure.horizontalAdvance(words)
    cut = min(cuts, key=lambda i: abs(measure.horizontalAdvance(words[:i]) * 2 - whole))
    return tuple(
        measure.elidedText(line.strip(), Qt.TextElideMode.ElideMiddle, room) for line in (words[:cut], words[cut:])
    )


def _may_break(words: str, cut: int) -> bool:
    before, after = words[cut - 1], words[cut]
    return " " in (before, after) or before > "\u2e80" or after > "\u2e80"
