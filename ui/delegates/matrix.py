"""The cells and headers of the matrix: a soft fill with the marker of its light, words, and a name below if needed.

What is asked of a model: :data:`CELL` (light, words, name) per cell, and of headers the words alone.
"""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui import theme
from ui.delegates import lights, strokes

Index = QModelIndex | QPersistentModelIndex
#: Asked of the model; its own numbers are the same.
CELL = Qt.ItemDataRole.UserRole + 1
_FOCUSED, _SELECTED = QStyle.StateFlag.State_HasFocus, QStyle.StateFlag.State_Selected
_MARK, _GAP = 12, 4
#: Height of the column header: level 1, then a name in two lines; without level 1.
HEAD, HEAD_ALONE = 64, 44


class Cell(Protocol):
    """What a cell must tell."""

    @property
    def light(self) -> str: ...
    @property
    def name(self) -> str: ...


class MatrixDelegate(QStyledItemDelegate):
    """``named``: the names of indicators stand in the cells, because the columns do not say them."""

    named = True

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, rect = index.data(CELL), option.rect
        words = str(index.data() or "")
        box = QRectF(rect).adjusted(2, 2, -2, -3)
        selected = _SELECTED in option.state and _FOCUSED not in option.state
        fill = lights.SOFT.get(cell.light, "selected" if selected else "")
        if fill:
            strokes.rounded(painter, box, 2, fill, "accent" if selected else "")
        inner = box.adjusted(6, 0, -6, 0)
        below = self.named and bool(cell.name) and rect.height() >= theme.ROW_TALL
        line = QRectF(inner.x(), inner.y() + (1 if below else 0), inner.width(), 18 if below else inner.height())
        if cell.light in lights.SOFT:
            lights.marker(painter, line.x(), line.center().y() - _MARK / 2, cell.light)
            line.adjust(_MARK + _GAP, 0, 0, 0)
        tone = "text" if cell.light else "text-2"
        bold = index.column() == 0
        strokes.text(painter, line, words, tone, theme.BODY if bold else theme.SMALL, bold, strokes.RIGHT)
        if below:
            name = QRectF(inner.x(), inner.y() + 18, inner.width(), 16)
            strokes.text(painter, name, cell.name, "text-2", theme.SMALL)
        strokes.rule(painter, rect.x(), rect.y() + rect.height(), rect.width(), before=True)
        if _FOCUSED in option.state:
            strokes.focus_frame(painter, rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(72, theme.ROW_TALL)


class ColumnHeader(QHeaderView):
    """Level 1 above where it begins, the name in two lines, the sort mark. A click sorts."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setSortIndicatorClearable(True)
        self.level1 = lambda _section: ""
        theme.changed.connect(self.viewport().update)

    # Qt's own names from here on.

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        painter.save()
        model = self.model()
        words = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        level = self.level1(logicalIndex)
        first = logicalIndex == 0 or self.level1(logicalIndex - 1) != level or rect.x() <= 0
        if level and first:
            room = self._group_room(logicalIndex, level, rect)
            painter.setClipRect(QRect(max(0, rect.x()), rect.y(), room, rect.height()))
            strokes.text(painter, QRect(rect.x() + 8, rect.y() + 4, room - 8, 16), level, "text-2", theme.SMALL, True)
            painter.setClipping(False)
            if rect.x() > 0:
                strokes.rule(painter, rect.x(), rect.y() + 4, rect.height() - 4, "rule", upright=True)
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        room = rect.width() - 16 - (14 if sorted_by else 0)
        lines = strokes.two_lines(words, theme.SMALL, False, room)
        y = rect.bottom() - 6 - 16 * len(lines)
        for i, line in enumerate(lines):
            strokes.text(painter, QRect(rect.x() + 8, y + 16 * i, room, 16), line, "text-2", theme.SMALL)
        if sorted_by:
            name = "up" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else "down"
            strokes.picture(painter, rect.right() - 17, rect.bottom() - 20, name, 12, "text-2")
        strokes.rule(painter, rect.x(), rect.bottom() + 1, rect.width(), "rule-strong", before=True)
        painter.restore()

    def _group_room(self, section: int, level: str, rect: QRect) -> int:
        """The width of the sections that share ``level``, as far as they are in sight."""
        right, section = rect.right() + 1, section + 1
        while section < self.count() and right < self.width() and self.level1(section) == level:
            right += self.sectionSize(section)
            section += 1
        return right - rect.x()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEAD)


class RowHeader(QHeaderView):
    """Names of sections (bold, with a chevron) and plans; it stays while the columns scroll."""

    def __init__(self, view: QTableView, width: int) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedWidth(width)
        self.strength = lambda _section: (False, "")
        theme.changed.connect(self.viewport().update)

    def current_row(self) -> int:
        """The row of the current cell."""
        view = self.parent()
        return view.currentIndex().row() if isinstance(view, QTableView) else -1

    # Qt's own names from here on.

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        painter.save()
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Vertical) or "")
        bold, icon = self.strength(logicalIndex)
        current = logicalIndex == self.current_row()
        if current:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.color("selected"))
        inner = rect.adjusted(0, 0, -8, -1)
        if icon:
            strokes.picture(painter, rect.x(), rect.center().y() - 7, icon, 16, "text-2")
            inner.adjust(20, 0, 0, 0)
        size = theme.BODY
        if strokes.width(words, size, bold or current) <= inner.width():
            strokes.text(painter, inner, words, "text", size, bold or current)
        else:
            lines = strokes.two_lines(words, theme.SMALL, bold or current, inner.width())
            top = inner.y() + (inner.height() - 16 * len(lines)) // 2
            for i, line in enumerate(lines):
                box = QRect(inner.x(), top + 16 * i, inner.width(), 16)
                strokes.text(painter, box, line, "text", theme.SMALL, bold or current)
        strokes.rule(painter, rect.x(), rect.y() + rect.height(), rect.width(), before=True)
        painter.restore()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), super().sizeHint().height())
