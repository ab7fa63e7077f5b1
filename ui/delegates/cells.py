"""Cells that are drawings: heat, sparkline, and the states of an entry cell."""

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui import theme
from ui.delegates import lights, strokes
from ui.delegates.roles import Spark, State

#: States whose cell is filled, strongest first.
_FILLS = ((State.REFUSED, "red-soft"), (State.LOCKED, "sunken"), (State.LOCKED_ALONE, "sunken"))


def heat(painter: QPainter, rect: QRect, light: str, words: str, label: str = "") -> None:
    """Draw a heat cell in a table cell ``rect``: 4 px free above and below, 2 px at the right."""
    box = QRectF(rect).adjusted(0, 4, -2, -4)
    strokes.rounded(painter, box, 2, fill=lights.SOFT.get(light, "grey-soft"))
    if not label:
        strokes.text(painter, box, words, "text", theme.SMALL, alignment=strokes.CENTER)
        return
    inner = box.adjusted(10, 0, -10, 0)
    number = strokes.width(words, theme.SMALL)
    strokes.text(painter, inner, words, "text", theme.SMALL, alignment=strokes.RIGHT)
    strokes.text(painter, inner.adjusted(0, 0, -number - 4, 0), label, "text-2", theme.SMALL)


def sparkline(painter: QPainter, rect: QRectF, spark: Spark, ground: str = "surface") -> None:
    """Draw quarters as a line, the last actual as a dot, forecasts dotted to a hollow dot, the target as a rule."""
    known = [value for value in (*spark.actual, *spark.forecast, spark.target) if value is not None]
    if not known:
        return
    low = min(known) if spark.low is None else spark.low
    high = max(known) if spark.high is None else spark.high
    box = rect.adjusted(4, 4, -4, -4)
    step = box.width() / max(1, spark.slots - 1)

    def place(slot: int, value: float) -> QPointF:
        level = (value - low) / (high - low) if high > low else 0.5
        return QPointF(box.x() + slot * step, box.bottom() - box.height() * min(1.0, max(0.0, level)))

    if spark.target is not None:
        strokes.rule(painter, round(rect.x()), round(place(0, spark.target).y()), round(rect.width()), "rule-strong")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QPen(theme.color("text-2"), 1.5)
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = [place(slot, value) for slot, value in enumerate(spark.actual) if value is not None]
    painter.drawPolyline(QPolygonF(points))
    ahead = [place(len(spark.actual) + i, value) for i, value in enumerate(spark.forecast)]
    if ahead:
        dotted = QPen(theme.color("text-3"), 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        dotted.setDashPattern([1.4, 1.6])
        painter.setPen(dotted)
        painter.drawPolyline(QPolygonF([*points[-1:], *ahead]))
        painter.setPen(QPen(theme.color("text-3"), 1.3))
        painter.setBrush(theme.color(ground))
        painter.drawEllipse(ahead[-1], 2.5, 2.5)
    if points:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(points[-1], 2.75, 2.75)
    painter.restore()


def state_fill(state: State) -> str:
    """Name the token an entry cell is filled with, or "" for none."""
    return next((token for one, token in _FILLS if one in state), "")


def state_tone(state: State, tone: str = "text") -> str:
    """Name the token an entry cell's text is written in."""
    if State.REFUSED in state:
        return "red"
    if State.LOCKED in state or State.LOCKED_ALONE in state:
        return "text-2"
    if State.DERIVED in state or State.EMPTY in state:
        return "text-3"
    return tone


def state_word(state: State) -> str:
    """Name the state of an entry cell for tooltip and accessible text; the loudest first, saved if nothing else."""
    translate = QCoreApplication.translate
    if State.REFUSED in state:
        return translate("CellStates", "Not accepted")
    if State.UNSAVED in state:
        return translate("CellStates", "Not saved")
    if State.LOCKED in state or State.LOCKED_ALONE in state:
        return translate("CellStates", "Locked")
    if State.EMPTY in state:
        return translate("CellStates", "Not reported")
    if State.DERIVED in state:
        return translate("CellStates", "Derived")
    if State.NOTED in state:
        return translate("CellStates", "Has a note")
    return translate("CellStates", "Saved")


def state_marks(painter: QPainter, rect: QRect, state: State) -> None:
    """Draw what a state adds at the edges: bar, dot, lock, triangle."""
    middle = rect.y() + rect.height() / 2
    if State.REFUSED in state:
        painter.fillRect(rect.x(), rect.y(), 2, rect.height(), theme.color("red"))
    if State.LOCKED_ALONE in state:
        strokes.picture(painter, rect.x() + 6, round(middle) - 6, "lock", 12, "text-2")
    if not (State.UNSAVED | State.NOTED) & state:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if State.UNSAVED in state:
        painter.setBrush(theme.color("amber"))
        painter.drawEllipse(QPointF(rect.x() + 9, middle), 3, 3)
    if State.NOTED in state:
        right, top = rect.x() + rect.width(), rect.y()
        painter.setBrush(theme.color("accent"))
        painter.drawPolygon(QPolygonF([QPointF(right - 7, top), QPointF(right, top), QPointF(right, top + 7)]))
    painter.restore()
