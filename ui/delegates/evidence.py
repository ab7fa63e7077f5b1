"""A file in a list: a clip, its name and size; number, kind and note below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.delegates import strokes
from ui.delegates.roles import OBJECT

Index = QModelIndex | QPersistentModelIndex
_TEXT_LEFT, _SIZE_GAP = 24, 8


class EvidenceDelegate(QStyledItemDelegate):
    """Asks the model for the line of a row: ``evidence.name``, ``size``, ``about``. ``inset`` is free at both sides."""

    def __init__(self, view: QListView, inset: int) -> None:
        super().__init__(view)
        self._inset = inset

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        line = index.data(OBJECT)
        if QStyle.StateFlag.State_Selected in state:
            painter.fillRect(rect, theme.color("selected"))
        elif QStyle.StateFlag.State_MouseOver in state:
            painter.fillRect(rect, theme.color("hover"))
        inner = QRectF(rect.adjusted(self._inset, 2, -self._inset, -2))
        strokes.picture(painter, inner.x(), inner.y() + 2, "clip", 16, "text-2")
        first = QRectF(inner.x() + _TEXT_LEFT, inner.y(), inner.width() - _TEXT_LEFT, theme.LINE[theme.BODY])
        taken = strokes.width(line.size, theme.SMALL)
        strokes.text(painter, first, line.size, "text-3", theme.SMALL, alignment=strokes.RIGHT)
        name = first.adjusted(0, 0, -taken - _SIZE_GAP, 0)
        strokes.text(painter, name, line.evidence.name, "text")
        below = QRectF(first.x(), first.bottom(), first.width(), theme.LINE[theme.SMALL])
        strokes.text(painter, below, line.about, "text-2", theme.SMALL)
        if QStyle.StateFlag.State_HasFocus in state:
            strokes.focus_frame(painter, rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, theme.ROW_TALL)
