"""Bars: score, level, execution, rating bands."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui import theme

_BANDS = ("track-1", "track-1", "track-2", "track-3")


def share(value: float, low: float, high: float) -> float:
    """Place ``value`` between ``low`` and ``high`` as 0-1, held inside."""
    return min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.0


def bar(painter: QPainter, rect: QRectF, filled: float, token: str = "accent", track: str = "track-1") -> None:
    """Draw a bar filled to ``filled`` (0-1) with corners of radius 1; above nothing at least 2 px are filled."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(track))
    painter.drawRoundedRect(rect, 1, 1)
    if filled > 0:
        painter.setBrush(theme.color(token))
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), max(2.0, rect.width() * filled), rect.height()), 1, 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def score_bar(
    painter: QPainter,
    rect: QRectF,
    value: float | None,
    marks: Sequence[float] = (),
    low: float = 50.0,
    high: float = 100.0,
    ground: str = "surface",
) -> None:
    """Draw a score on ``low``-``high`` with one pixel notches in ``ground`` at ``marks``; under ``low`` a stub."""
    filled = 0.0 if value is None else max(share(value, low, high), 2 / rect.width() if value > 0 else 0.0)
    bar(painter, rect, filled)
    for mark in marks:
        x = round(rect.x() + rect.width() * share(mark, low, high))
        painter.fillRect(QRectF(x, rect.y(), 1, rect.height()), theme.color(ground))


def execution_bar(
    painter: QPainter,
    rect: QRectF,
    executed: float | None,
    calendar: float | None = None,
    token: str = "accent",
    overhang: float = 4.0,
    tick: float = 2.0,
) -> None:
    """Draw the share executed (0-1) with a tick where the year stands; ``overhang`` is the tick's ends."""
    bar(painter, rect, min(1.0, executed or 0.0), token)
    if calendar is not None:
        x = round(rect.x() + rect.width() * min(1.0, calendar) - tick / 2)
        painter.fillRect(QRectF(x, rect.y() - overhang, tick, rect.height() + 2 * overhang), theme.color("text"))


def small_execution_bar(
    painter: QPainter, x: float, middle: float, executed: float | None, calendar: float | None = None
) -> None:
    """Draw the 40×4 form for table rows."""
    execution_bar(painter, QRectF(x, middle - 2, 40, 4), executed, calendar, "text-3", overhang=3, tick=1)


def rating_bands(
    painter: QPainter, rect: QRectF, total: float | None, thresholds: Sequence[float], low: float, high: float
) -> None:
    """Draw the bands of the ratings with one pixel gaps, filled to ``total``, with an end mark 2×14."""
    edges = [low, *(value for value in thresholds if low < value < high), high]
    tokens = _BANDS[-(len(edges) - 1) :] if len(edges) <= 5 else ("track-1",) * (len(edges) - 1)
    bounds = [round(rect.x() + rect.width() * share(edge, low, high)) for edge in edges]
    end = None if total is None else rect.x() + rect.width() * share(total, low, high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for i, token in enumerate(tokens):
        left, right = bounds[i], bounds[i + 1] - (1 if i < len(tokens) - 1 else 0)
        painter.setBrush(theme.color(token))
        painter.drawRoundedRect(QRectF(left, rect.y(), right - left, rect.height()), 1, 1)
        if end is not None and end > left:
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(left, rect.y(), min(end, right) - left, rect.height()), 1, 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if end is not None:
        x = min(round(end) - 1, round(rect.right()) - 2)
        painter.fillRect(QRectF(x, rect.center().y() - 7, 2, 14), theme.color("text"))


def whisker(painter: QPainter, low: float, likely: float, high: float, y: float, ground: str = "surface") -> None:
    """Draw a forecast as a lying whisker at height ``y``; all three are places in x."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("text-2"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(low, y), QPointF(high, y))
    for x in (low, high):
        painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 3))
    painter.setBrush(theme.color(ground))
    painter.drawEllipse(QPointF(likely, y), 3.5, 3.5)
    painter.restore()


def light_shares(painter: QPainter, rect: QRectF, counts: Sequence[tuple[str, int]]) -> None:
    """Draw counts as parts of one bar, 2 px apart; ``counts`` are (token, number); token grey is hollow."""
    shown = [(token, count) for token, count in counts if count > 0]
    total = sum(count for _, count in shown)
    if not total:
        return
    room = rect.width() - 2 * (len(shown) - 1)
    # Every part stays wide enough to be seen; the widest gives way.
    widths = [max(8.0, room * count / total) for _, count in shown]
    widths[widths.index(max(widths))] -= sum(widths) - room
    x = rect.x()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for (token, _), part in zip(shown, widths, strict=True):
        box = QRectF(x, rect.y(), part, rect.height())
        if token == "grey":
            painter.setPen(QPen(theme.color(token), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 1, 1)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(box, 1, 1)
        x += part + 2
    painter.restore()
