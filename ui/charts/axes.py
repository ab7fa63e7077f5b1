"""The frame of a chart over four quarters: y words left, grid, base line, quarters below, words at the right end."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt

from ui import formatting
from ui.charts.scale import apart

if TYPE_CHECKING:
    from ui.charts.plotting import Plot

QUARTERS = (1, 2, 3, 4)
#: Room above the highest step for words at a dot, and below for the words of the x axis.
HEADROOM, FOOT, GAP = 20.0, 24.0, 8.0
LINE_GAP = 16.0
#: Room below the lowest step, so that a dot on it is whole.
BELOW = 4.0


def quarter_word(quarter: int) -> str:
    """Name a quarter: 一季度 … 四季度."""
    match quarter:
        case 1:
            return QCoreApplication.translate("Charts", "Q1")
        case 2:
            return QCoreApplication.translate("Charts", "Q2")
        case 3:
            return QCoreApplication.translate("Charts", "Q3")
        case _:
            return QCoreApplication.translate("Charts", "Q4")


def step_words(steps: Sequence[float]) -> list[str]:
    """Write the steps of an axis with as many decimals as they need."""
    exact = [formatting.number(float(f"{step:g}")) for step in steps]
    places = max((len(words.partition(".")[2].rstrip("0")) for words in exact), default=0)
    return [formatting.number(float(f"{step:g}"), places) for step in steps]


def frame(
    plot: "Plot",
    size: QSizeF,
    steps: Sequence[float],
    words: Sequence[str],
    across: tuple[float, float],
    end_words: Sequence[str] = (),
    foot: float = FOOT,
) -> None:
    """Begin a picture whose y axis has ``steps`` with ``words`` and whose x axis runs ``across``; draw the grid."""
    from ui.charts.plotting import Rule, metrics

    wide = metrics().horizontalAdvance
    left = round(max((wide(word) for word in words), default=0.0) + GAP + 2)
    right = round(max(wide(word) for word in end_words) + GAP + 2) if end_words else 0
    area = QRectF(left, 0, max(1.0, size.width() - left - right), max(1.0, size.height() - foot))
    top = min(HEADROOM, size.height() / 5)
    pixel = (steps[-1] - steps[0]) / max(1.0, area.height() - top - BELOW)
    plot.begin(area, across[0], across[1], steps[0] - pixel * BELOW, steps[-1] + pixel * top)
    for i, (step, word) in enumerate(zip(steps, words, strict=True)):
        y = plot.place(0, step).y()
        plot.rules.append(Rule(left, y, area.width(), "rule-strong" if i == 0 else "rule"))
        end = QPointF(left - GAP, y)
        plot.write(word, end, "text-3", alignment=Qt.AlignmentFlag.AlignRight)


def quarters(plot: "Plot", current: int) -> None:
    """Write the four quarters below; the current one stands out."""
    y = plot.area().bottom() + FOOT / 2 + 2
    for quarter in QUARTERS:
        token = "text" if quarter == current else "text-3"
        plot.write(quarter_word(quarter), QPointF(plot.place(quarter, 0).x(), y), token, quarter == current)


def empty(plot: "Plot", low: float, high: float, words: str) -> None:
    """Write in the middle of the chart that there is nothing to draw, between two steps so that no line crosses it."""
    middle = plot.area().center().x()
    plot.write(words, QPointF(middle, plot.place(0, (low + high) / 2).y()), "text-3")


def end_words(plot: "Plot", entries: Sequence[tuple[float, str, str]]) -> None:
    """Write (value, words, token) at the right end, moved apart where they would lie on each other."""
    places = apart([plot.place(0, value).y() for value, _, _ in entries], LINE_GAP)
    x = plot.area().right() + GAP
    for y, (_, words, token) in zip(places, entries, strict=True):
        plot.write(words, QPointF(x, y), token, alignment=Qt.AlignmentFlag.AlignLeft)
