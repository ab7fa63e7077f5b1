"""A name with a tick box before it and a mark after it, for lists one picks from."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.delegates import strokes
from ui.delegates.findings import MARKS

Index = QModelIndex | QPersistentModelIndex
_INSET, _BOX_ROOM = 8, 28
_TICK = Qt.ItemDataRole.CheckStateRole


def tick_box(painter: QPainter, box: QRectF, on: bool) -> None:
    """Draw a tick box of 16 with or without its tick."""
    if on:
        strokes.rounded(painter, box, theme.RADIUS_SMALL, "accent")
        strokes.picture(painter, box.x() + 2, box.y() + 2, "check", 12, "on-accent")
    else:
        strokes.rounded(painter, box, theme.RADIUS_SMALL, "raised", "border")


class TickDelegate(QStyledItemDelegate):
    """The box ticks by click or Space; the rest of the row only chooses it. A row that cannot be ticked has a lock.

    ``mark`` is the role of the mark.
    """

    def __init__(self, parent: QWidget, mark: int) -> None:
        super().__init__(parent)
        self._mark = mark

    def _box(self, rect: QRect) -> QRectF:
        return QRectF(rect.x() + _INSET, rect.center().y() - theme.CHECK // 2 + 1, theme.CHECK, theme.CHECK)

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        chosen = QStyle.StateFlag.State_Selected in state
        if chosen or QStyle.StateFlag.State_MouseOver in state:
            strokes.rounded(painter, QRectF(rect), theme.RADIUS_SMALL, "selected" if chosen else "hover")
        if chosen and QStyle.StateFlag.State_HasFocus in state:
            strokes.focus_frame(painter, rect, radius=theme.RADIUS_SMALL)
        box, open_ = self._box(rect), Qt.ItemFlag.ItemIsUserCheckable in index.flags()
        if open_:
            tick_box(painter, box, Qt.CheckState(index.data(_TICK)) == Qt.CheckState.Checked)
        else:
            strokes.picture(painter, box.x(), box.y(), "lock", theme.CHECK, "text-3")
        mark = str(index.data(self._mark) or "")
        words = rect.adjusted(_INSET + _BOX_ROOM - 4, 0, -_INSET - (24 if mark else 0), 0)
        strokes.text(painter, words, str(index.data() or ""), "text" if open_ else "text-2", theme.BODY, chosen)
        if mark:
            icon, token = MARKS[mark]
            strokes.picture(painter, rect.right() - _INSET - 15, rect.center().y() - 7, icon, 16, token)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:  # fmt: skip
        rect: QRect = option.rect  # type: ignore[attr-defined]
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            if not self._box(rect).adjusted(-6, -8, 6, 8).contains(event.position()):
                return False
        elif not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space):
            return False
        on = Qt.CheckState(index.data(_TICK)) == Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _TICK)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, theme.ROW)
