"""What the review draws: the list of plans, and the lines of a submission with the block of an opened one."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.delegates import lights, strokes
from ui.delegates.roles import OBJECT, Look
from ui.delegates.table import TableDelegate
from ui.delegates.ticks import tick_box

Index = QModelIndex | QPersistentModelIndex
_TICK = Qt.ItemDataRole.CheckStateRole
_INSET, _LABEL, _PADDING = 16, 68, 10


class ReviewListDelegate(QStyledItemDelegate):
    """Headings with their count above a rule; plans in two lines, the chosen one with a bar at the left edge."""

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        line = index.data(OBJECT)
        inner = rect.adjusted(theme.PAGE_PADDING, 0, -_INSET, 0)
        if line.heading:
            box = QRect(inner.x(), rect.bottom() - 27, inner.width(), 20)
            strokes.text(painter, box, line.title, bold=True)
            strokes.text(painter, box, line.note, "text-2", alignment=strokes.RIGHT)
            strokes.rule(painter, rect.x(), rect.bottom() + 1, rect.width(), "rule-strong", before=True)
            return
        chosen = QStyle.StateFlag.State_Selected in state
        if chosen or QStyle.StateFlag.State_MouseOver in state:
            painter.fillRect(rect, theme.color("selected" if chosen else "hover"))
        strokes.rule(painter, rect.x(), rect.bottom() + 1, rect.width(), before=True)
        if chosen:
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height() - 1), theme.color("accent"))
        if chosen and QStyle.StateFlag.State_HasFocus in state:
            strokes.focus_frame(painter, rect)
        upper = QRect(inner.x(), rect.y() + 9, inner.width(), 20)
        lower = QRect(inner.x(), rect.y() + 29, inner.width(), 16)
        strokes.text(painter, upper, line.title, bold=chosen)
        strokes.text(painter, lower, line.note, line.tone, theme.SMALL, alignment=strokes.RIGHT)
        room = lower.width() - round(strokes.width(line.note, theme.SMALL)) - theme.SPACE
        strokes.text(painter, QRect(lower.x(), lower.y(), room, 16), line.below, "text-2", theme.SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if not index.data(OBJECT).heading:
            return QSize(120, theme.ROW_LIST)
        return QSize(120, theme.ROW_TALL if index.row() == 0 else theme.ROW_TALL + 24)


class DifferenceDelegate(TableDelegate):
    """As every table; a tick box in the first column, and below an opened line the block of what changed."""

    def detail_height(self, index: Index, width: int) -> int:
        """The height of the block of an opened line in a table ``width`` wide."""
        details = index.data(OBJECT).details
        return sum(self._heights(each, width - _LABEL - 4 * _INSET)[0] + 8 for each in details) + 2 * _PADDING + 4

    @staticmethod
    def _heights(change, room: int) -> tuple[int, tuple[str, ...]]:  # type: ignore[no-untyped-def]
        lines = strokes.two_lines(change.now, theme.BODY, False, room) if change.now else ("—",)
        return (20 if change.before else 0) + 20 * len(lines), lines

    def draw_content(self, painter: QPainter, rect: QRect, words: str, look: Look, bold: bool) -> None:
        """Draw a light as a marker before the name, not as a word."""
        if not look.light:
            super().draw_content(painter, rect, words, look, bold)
            return
        lights.marker(painter, rect.x(), rect.y() + rect.height() / 2 - 6, look.light)
        strokes.text(painter, rect.adjusted(20, 0, 0, 0), words, look.tone, look.size, bold)

    def _draw_block(self, painter: QPainter, rect: QRect, details) -> None:  # type: ignore[no-untyped-def]
        box = rect.adjusted(theme.CELL_PADDING, 0, 0, -9)
        strokes.rounded(painter, QRectF(box), theme.RADIUS_SMALL, "sunken")
        y, left = box.y() + _PADDING, box.x() + _INSET
        room = box.width() - _LABEL - 2 * _INSET
        for change in details:
            height, lines = self._heights(change, room)
            strokes.text(painter, QRect(left, y, _LABEL, 20), change.label, "text-2", theme.SMALL)
            at = y
            if change.before:
                self._draw_struck(painter, QRect(left + _LABEL, at, room, 20), change.before)
                at += 20
            for line in lines:
                strokes.text(painter, QRect(left + _LABEL, at, room, 20), line)
                at += 20
            y += height + 8

    @staticmethod
    def _draw_struck(painter: QPainter, rect: QRect, words: str) -> None:
        font = QFont(theme.font())
        font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(theme.color("text-2"))
        painter.drawText(rect, strokes.LEFT, strokes.elided(words.replace("\n", " "), theme.BODY, False, rect.width()))

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.data(OBJECT), index.column()
        if row.detail:
            if column == 1:
                self._draw_block(painter, option.rect, row.details)
            if column < 2:
                strokes.rule(painter, option.rect.x(), option.rect.bottom() + 1, option.rect.width(), before=True)
            return
        super().paint(painter, option, index)
        if column == 0:
            tick_box(painter, self._box(option.rect), row.seen)

    @staticmethod
    def _box(rect: QRect) -> QRectF:
        return QRectF(rect.x(), rect.center().y() - theme.CHECK // 2 + 1, theme.CHECK, theme.CHECK)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:  # fmt: skip
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            if not self._box(option.rect).adjusted(-8, -12, 8, 12).contains(event.position()):  # type: ignore[attr-defined]
                return False
        elif not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space):
            return False
        state = index.data(_TICK)
        if state is None:
            return False
        on = Qt.CheckState(state) == Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _TICK)
