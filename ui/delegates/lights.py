"""The five lights: shapes that differ in outline, so they survive grey print and colour blindness."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui import theme
from ui.delegates import strokes

#: Side of the box a marker is drawn in, and the room between it and its word.
BOX, GAP = 12, 4

#: From loud to quiet as legends show them.
ORDER = ("green", "yellow", "red", "blue", "grey")

#: Light → token of the marker, of the word, of a soft fill.
MARKER = {"green": "green", "yellow": "amber", "red": "red", "blue": "blue", "grey": "grey"}
WORD = {"green": "green", "yellow": "amber-text", "red": "red", "blue": "blue", "grey": "text-3"}
SOFT = {
    "green": "green-soft",
    "yellow": "amber-soft",
    "red": "red-soft",
    "blue": "blue-soft",
    "grey": "grey-soft",
}


def light_word(light: str) -> str:
    """Name a light for people: 绿 黄 红 蓝 未报."""
    match light:
        case "green":
            return QCoreApplication.translate("Lights", "Green")
        case "yellow":
            return QCoreApplication.translate("Lights", "Yellow")
        case "red":
            return QCoreApplication.translate("Lights", "Red")
        case "blue":
            return QCoreApplication.translate("Lights", "Blue")
        case _:
            return QCoreApplication.translate("Lights", "Not reported")


def marker(painter: QPainter, x: float, y: float, light: str) -> None:
    """Draw the marker of ``light`` in the box of 12 whose upper left corner is (x, y)."""
    colour = theme.color(MARKER.get(light, "grey"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match light:
        case "green":
            painter.drawEllipse(QPointF(x + 6, y + 6), 4.5, 4.5)
        case "yellow":
            painter.drawPolygon(
                QPolygonF([QPointF(x + 6, y + 1.2), QPointF(x + 11, y + 10.4), QPointF(x + 1, y + 10.4)])
            )
        case "red":
            painter.drawRoundedRect(QRectF(x + 1.5, y + 1.5, 9, 9), 1, 1)
        case "blue":
            corners = ((0, -5.4), (5.4, 0), (0, 5.4), (-5.4, 0))
            painter.drawPolygon(QPolygonF([QPointF(x + 6 + dx, y + 6 + dy) for dx, dy in corners]))
        case _:
            painter.setPen(QPen(colour, 1.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x + 6, y + 6), 3.9, 3.9)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def light(painter: QPainter, x: float, middle: float, light: str, word: str | None = None) -> float:
    """Draw marker and word (``None``: the light's own, "": none) around the height ``middle``; give the end in x."""
    marker(painter, x, middle - BOX / 2, light)
    words = light_word(light) if word is None else word
    if not words:
        return x + BOX
    start = x + BOX + GAP
    room = strokes.width(words, theme.SMALL)
    strokes.text(painter, QRectF(start, middle - 8, room + 1, 16), words, WORD.get(light, "text-3"), theme.SMALL)
    return start + room


def light_width(light: str, word: str | None = None) -> float:
    """Measure what :func:`light` draws."""
    words = light_word(light) if word is None else word
    return BOX + (GAP + strokes.width(words, theme.SMALL) if words else 0.0)
