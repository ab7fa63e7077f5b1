"""Lines of an explanation: topic, sentence, note at the right. Long sentences break instead of being cut."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui import theme
from ui.delegates import strokes

Index = QModelIndex | QPersistentModelIndex

INDENT, LABEL_ROOM = 20, 72
_WIDEST_LABEL, _GAP = 104, 12
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class ExplanationDelegate(QStyledItemDelegate):
    """Paints a line of a tree; the roles are those of its model."""

    def __init__(self, view: QTreeView, label: int, note: int, strong: int, link: int) -> None:
        super().__init__(view)
        self._view = view
        self._label, self._note, self._strong, self._link = label, note, strong, link
        self._label_room = float(LABEL_ROOM)

    def fit_labels(self, labels: list[str]) -> None:
        """Make room for the widest of ``labels``."""
        widest = max((strokes.width(label, theme.SMALL) for label in labels), default=0.0) + theme.SPACE
        self._label_room = min(max(float(LABEL_ROOM), widest), float(_WIDEST_LABEL))

    def _room(self, index: Index) -> float:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        note = index.data(self._note)
        taken = strokes.width(note, theme.SMALL) + _GAP if note else 0.0
        return max(80.0, self._view.viewport().width() - depth * INDENT - self._label_room - taken - theme.HALF)

    def _height(self, index: Index) -> float:
        font = QFontMetricsF(theme.font(theme.BODY, bool(index.data(self._strong))))
        box = QRectF(0, 0, self._room(index), 100_000)
        lines = round(font.boundingRect(box, _WRAP.value, str(index.data() or "")).height() / font.height())
        return theme.ROW_TREE + (max(1, lines) - 1) * theme.LINE[theme.BODY]

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        if QStyle.StateFlag.State_HasFocus in state:
            strokes.rounded(painter, QRectF(rect), theme.RADIUS_SMALL, "selected")
        strong = bool(index.data(self._strong))
        first = QRectF(rect.x(), rect.y(), self._label_room - theme.HALF, theme.ROW_TREE)
        strokes.text(painter, first, str(index.data(self._label) or ""), "text-2", theme.SMALL)
        note = str(index.data(self._note) or "")
        if note:
            size = theme.BODY if strong else theme.SMALL
            said = strokes.width(str(index.data() or ""), theme.BODY, strong)
            left = self._label_room + min(said, self._room(index)) + theme.SPACE
            line = QRectF(rect.x() + left, rect.y(), rect.width() - left - theme.HALF, theme.ROW_TREE)
            strokes.text(painter, line, note, "red" if strong else "text-2", size, False, strokes.RIGHT)
        painter.setFont(theme.font(theme.BODY, strong))
        painter.setPen(theme.color("accent" if index.data(self._link) else "text"))
        top = (theme.ROW_TREE - QFontMetricsF(painter.font()).height()) / 2
        box = QRectF(rect.x() + self._label_room, rect.y() + top, self._room(index), rect.height())
        painter.drawText(box, _WRAP.value, str(index.data() or ""))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, round(self._height(index)))
