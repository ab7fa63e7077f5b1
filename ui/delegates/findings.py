"""A finding in a list: an icon for its severity, its sentence over as many lines as it needs, its place below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.delegates import strokes
from ui.delegates.roles import OBJECT

Index = QModelIndex | QPersistentModelIndex

#: Severity → icon and its token.
MARKS = {"error": ("x", "red"), "warning": ("warn", "amber-text"), "hint": ("info", "text-2")}
_TEXT_LEFT, _PADDING, _LINE = 24, 4, 18
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class FindingsDelegate(QStyledItemDelegate):
    """Asks the model for the line of a row: ``severity``, ``sentence``, ``place``. ``inset`` is free at both sides."""

    def __init__(self, view: QListView, inset: int = 0) -> None:
        super().__init__(view)
        self._view, self._inset = view, inset

    def height(self, index: Index, width: int) -> int:
        """Give the height of a row in a list ``width`` wide."""
        line = index.data(OBJECT)
        room = max(80, width - 2 * self._inset - _TEXT_LEFT)
        place = theme.LINE[theme.SMALL] if line.place else 0
        return round(self._sentence_height(line.sentence, room) + place) + 2 * _PADDING

    def _sentence_height(self, words: str, room: float) -> float:
        metrics = QFontMetricsF(theme.font())
        height = metrics.boundingRect(QRectF(0, 0, room, 100_000), _WRAP.value, words).height()
        return max(1, round(height / metrics.height())) * metrics.lineSpacing()

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        line = index.data(OBJECT)
        if QStyle.StateFlag.State_MouseOver in state:
            painter.fillRect(rect, theme.color("hover"))
        if QStyle.StateFlag.State_HasFocus in state and QStyle.StateFlag.State_Selected in state:
            painter.fillRect(rect, theme.color("selected"))
        icon, token = MARKS[str(line.severity)]
        inner = rect.adjusted(self._inset, _PADDING, -self._inset, -_PADDING)
        strokes.picture(painter, inner.x(), inner.y() + 2, icon, 16, token)
        text = QRectF(inner).adjusted(_TEXT_LEFT, 0, 0, 0)
        painter.setFont(theme.font())
        painter.setPen(theme.color("text"))
        painter.drawText(text, _WRAP.value, line.sentence)
        if line.place:
            below = self._sentence_height(line.sentence, text.width())
            place = QRectF(text.x(), text.y() + below, text.width(), theme.LINE[theme.SMALL])
            strokes.text(painter, place, line.place, "text-2", theme.SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.height(index, self._view.viewport().width()))
