"""A table whose first column is a tick box."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import theme
from ui.delegates import strokes
from ui.delegates.table import TableDelegate

Index = QModelIndex | QPersistentModelIndex
_TICK = Qt.ItemDataRole.CheckStateRole


class TickCellsDelegate(TableDelegate):
    """As every table; a cell with a ``CheckStateRole`` shows its box and ticks by click. Space is the view's."""

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        tick = index.data(_TICK)
        if tick is None:
            return
        rect = option.rect
        box = QRectF(rect.x() + theme.CELL_PADDING, rect.center().y() - theme.CHECK // 2, theme.CHECK, theme.CHECK)
        if Qt.CheckState(tick) == Qt.CheckState.Checked:
            strokes.rounded(painter, box, theme.RADIUS_SMALL, "accent")
            strokes.picture(painter, box.x() + 2, box.y() + 2, "check", 12, "on-accent")
        else:
            strokes.rounded(painter, box, theme.RADIUS_SMALL, "raised", "border")

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:  # fmt: skip
        tick = index.data(_TICK)
        released = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        if tick is None or not released:
            return False
        on = Qt.CheckState(tick) == Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _TICK)
