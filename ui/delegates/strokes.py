"""Lines, frames and text: what every painted cell and widget is made of."""

from functools import cache, lru_cache
from math import floor

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from ui import assets, theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter

_ONE_LINE = Qt.TextFlag.TextSingleLine.value | Qt.TextFlag.TextDontClip.value
_FLAGS = {alignment: alignment.value | _ONE_LINE for alignment in (LEFT, RIGHT, CENTER)}


def rule(
    painter: QPainter,
    x: float,
    y: float,
    length: float,
    token: str = "rule",
    upright: bool = False,
    before: bool = False,
) -> None:
    """Draw a line one pixel thick from (x, y), sharp at any scale: its edges lie on device pixels.

    ``before``: the line ends at the given edge instead of starting there, for the last pixel of a row or column.
    """
    ratio = painter.device().devicePixelRatio()
    if ratio == int(ratio) and x == int(x) and y == int(y) and length == int(length):
        back = 1 if before else 0
        if upright:
            painter.fillRect(int(x) - back, int(y), 1, int(length), theme.color(token))
        else:
            painter.fillRect(int(x), int(y) - back, int(length), 1, theme.color(token))
        return
    to_device = painter.deviceTransform()
    start = to_device.map(QPointF(x, y))
    end = to_device.map(QPointF(x, y + length) if upright else QPointF(x + length, y))
    left, top, right, bottom = round(start.x()), round(start.y()), round(end.x()), round(end.y())
    thickness = max(1, floor(ratio))
    shift = -thickness if before else 0
    if upright:
        box = QRectF(left + shift, top, thickness, bottom - top)
    else:
        box = QRectF(left, top + shift, right - left, thickness)
    to_here, _ = to_device.inverted()
    painter.fillRect(to_here.mapRect(box), theme.color(token))


def focus_frame(painter: QPainter, rect: QRect | QRectF, token: str = "accent", radius: float = 0.0) -> None:
    """Draw the frame of the current cell: two pixels, inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, radius > 0)
    pen = QPen(theme.color(token), 2.0)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def rounded(painter: QPainter, rect: QRectF, radius: float, fill: str = "", outline: str = "") -> None:
    """Fill and outline a rounded box; the outline is one pixel, inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    if outline:
        painter.setPen(QPen(theme.color(outline), 1.0))
        rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        radius -= 0.5
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def picture(painter: QPainter, x: float, y: float, name: str, size: int = 16, token: str = "text-2") -> None:
    """Draw an icon with its upper left corner at (x, y)."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(QPointF(x, y), assets.pixmap(name, size, token, ratio))


def text(
    painter: QPainter,
    rect: QRect | QRectF,
    words: str,
    token: str = "text",
    size: int = theme.BODY,
    bold: bool = False,
    alignment: Qt.AlignmentFlag = LEFT,
) -> None:
    """Write one line into ``rect``, shortened with … where it does not fit."""
    painter.setFont(theme.font(size, bold))
    painter.setPen(theme.color(token))
    flags = _FLAGS.get(alignment) or alignment.value | _ONE_LINE
    painter.drawText(rect, flags, elided(words, size, bold, rect.width()))


@cache
def metrics(size: int = theme.BODY, bold: bool = False) -> QFontMetricsF:
    """Give the metrics of the interface font."""
    return QFontMetricsF(theme.font(size, bold))


@lru_cache(maxsize=20_000)
def width(words: str, size: int = theme.BODY, bold: bool = False) -> float:
    """Measure one line in pixels."""
    return metrics(size, bold).horizontalAdvance(words)


@lru_cache(maxsize=20_000)
def elided(words: str, size: int, bold: bool, room: float) -> str:
    """Shorten ``words`` to ``room`` pixels."""
    if width(words, size, bold) <= room + 0.5:
        return words
    return metrics(size, bold).elidedText(words, Qt.TextElideMode.ElideRight, room)


@lru_cache(maxsize=20_000)
def two_lines(words: str, size: int, bold: bool, room: float) -> tuple[str, ...]:
    """Break ``words`` into at most two lines of ``room`` pixels; the second is shortened."""
    if "\n" not in words and width(words, size, bold) <= room + 0.5:
        return (words,)
    first, _, rest = words.partition("\n")
    if not rest or width(first, size, bold) > room + 0.5:
        cut = _first_line(first, size, bold, room)
        first, rest = first[:cut].rstrip(), f"{first[cut:]} {rest}".strip()
    rest = rest.replace("\n", " ")
    return (elided(first, size, bold, room), elided(rest, size, bold, room)) if rest else (first,)


def _first_line(words: str, size: int, bold: bool, room: float) -> int:
    layout = QTextLayout(words, theme.font(size, bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    length = line.textLength()
    layout.endLayout()
    return length


def wave(painter: QPainter, x: float, y: float, length: float, token: str = "red") -> None:
    """Draw the wavy line under refused text."""
    path = QPainterPath(QPointF(x, y))
    step, up = 3.0, True
    for i in range(max(1, round(length / step))):
        path.quadTo(x + (i + 0.5) * step, y + (-2.0 if up else 2.0), x + (i + 1) * step, y)
        up = not up
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(token), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()
