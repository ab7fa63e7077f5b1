"""The legend of a chart: one line of 12 px words after the form they stand for. No box."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

_FORM, _GAP, _BETWEEN = {"diamond": 10, "bar": 8}, 4, 12
_LINE_FORM = 16


class Legend(QWidget):
    """Forms are ``line``, ``dashed``, ``dotted``, ``faint``, ``bar`` and ``diamond``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show these (form, words)."""
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(words for _, words in entries))
        self.updateGeometry()
        self.update()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_entries(painter, self._entries, 0.0, self.height() / 2)

    def sizeHint(self) -> QSize:
        return QSize(round(entries_width(self._entries) + 1), theme.LINE[theme.SMALL])


def entries_width(entries: Sequence[tuple[str, str]]) -> float:
    """How wide a line of (form, words) is."""
    return max(0.0, sum(_width(form, words) + _BETWEEN for form, words in entries) - _BETWEEN)


def draw_entries(painter: QPainter, entries: Sequence[tuple[str, str]], x: float, middle: float) -> None:
    """Draw (form, words) from ``x`` on, their middle at ``middle``."""
    painter.setFont(theme.font(theme.SMALL))
    for form, words in entries:
        room = _FORM.get(form, _LINE_FORM)
        _draw_form(painter, form, x, middle, room)
        painter.setPen(theme.color("text-2"))
        box = QRectF(x + room + _GAP, middle - 8, _width(form, words) + 1, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        x += _width(form, words) + _BETWEEN


def _width(form: str, words: str) -> float:
    return _FORM.get(form, _LINE_FORM) + _GAP + QFontMetricsF(theme.font(theme.SMALL)).horizontalAdvance(words)


def _draw_form(painter: QPainter, form: str, x: float, y: float, room: float) -> None:
    painter.save()
    if form == "bar":
        painter.fillRect(QRectF(x, round(y) - 5, room, 10), theme.color("track-2"))
    elif form == "diamond":
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("text"), 1.2))
        corners = ((0, -4), (4, 0), (0, 4), (-4, 0))
        painter.drawPolygon(QPolygonF([QPointF(x + 5 + dx, y + dy) for dx, dy in corners]))
    else:
        token, width, dash = {
            "line": ("accent", 2.0, ()),
            "dashed": ("text", 1.0, (5, 3)),
            "dotted": ("text-3", 1.0, (1.5, 2.5)),
            "faint": ("text-3", 1.0, (10, 3)),
        }[form]
        pen = QPen(theme.color(token), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            pen.setDashPattern(list(dash))
        painter.setPen(pen)
        painter.drawLine(QPointF(x, round(y)), QPointF(x + room, round(y)))
    painter.restore()
