"""The cells of the map of units × quarters: colour, the shape of the light, and the value inside."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui import theme
from ui.delegates import lights, strokes
from ui.delegates.roles import LOOK, Heat
from ui.delegates.table import TableDelegate

#: The light of a unit that reported and has no target to be measured by.
REPORTED = "reported"


def unit_heat(painter: QPainter, rect: QRect, light: str, words: str) -> None:
    """Draw one cell. Not reported is an outline without a fill, reported without a target carries no marker."""
    box = QRectF(rect).adjusted(2, 4, -2, -4)
    if light == "grey":
        strokes.rounded(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), 2, "surface", "rule")
        strokes.text(painter, box, words, "text-3", theme.SMALL, alignment=strokes.CENTER)
        return
    fill = "selected" if light == REPORTED else lights.SOFT.get(light, "grey-soft")
    strokes.rounded(painter, box, 2, fill)
    inner = box.adjusted(theme.HALF, 0, -theme.HALF, 0)
    if light != REPORTED:
        lights.marker(painter, inner.x(), inner.center().y() - lights.BOX / 2, light)
        inner.adjust(lights.BOX + 2, 0, 0, 0)
    strokes.text(painter, inner, words, "text", theme.SMALL, alignment=strokes.RIGHT)


class UnitHeatDelegate(TableDelegate):
    """Paints :class:`~ui.delegates.roles.Heat` as the map has it, all else as every table does."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = index.data(LOOK)
        if look is None or not isinstance(look.draw, Heat):
            super().paint(painter, option, index)
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        unit_heat(painter, rect, look.draw.light, str(index.data() or ""))
        strokes.rule(painter, rect.x(), rect.y() + rect.height(), rect.width(), before=True)
        if QStyle.StateFlag.State_HasFocus in option.state:  # type: ignore[attr-defined]
            strokes.focus_frame(painter, rect)
