"""The header of a table: small words on a rule, with groups above, locks and the sort mark."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.delegates import strokes


@dataclass(frozen=True, slots=True)
class _Group:
    first: int
    last: int
    words: str
    strong: bool


class HeaderView(QHeaderView):
    """Paints header text as the tables need it.

    Words come from the model (``DisplayRole``); right alignment where ``TextAlignmentRole`` holds ``AlignRight``,
    centred where it holds ``AlignHCenter``. The sort mark is Qt's own sort indicator.
    """

    def __init__(self, parent: QWidget | None = None, height: int = theme.HEADER) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._height = height
        self._groups: list[_Group] = []
        self._locked: frozenset[int] = frozenset()
        self._strong: frozenset[int] = frozenset()
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        theme.changed.connect(self._repaint)

    def set_groups(self, groups: list[tuple[int, int, str]], strong: bool = False) -> None:
        """Write ``words`` above sections ``first`` to ``last``; ``strong``: bold with a rule below (the quarter)."""
        self._groups = [_Group(first, last, words, strong) for first, last, words in groups]
        self.updateGeometry()
        self._repaint()

    def set_locked(self, sections: set[int] | frozenset[int]) -> None:
        """Put a lock before the words of these sections."""
        self._locked = frozenset(sections)
        self._repaint()

    def set_strong(self, sections: set[int] | frozenset[int]) -> None:
        """Write these sections bold in ``text``: the quarter being entered."""
        self._strong = frozenset(sections)
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()

    def _paint_words(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        words = str(model.headerData(section, self.orientation(), Qt.ItemDataRole.DisplayRole) or "")
        wanted = model.headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        asked = Qt.AlignmentFlag(wanted) if wanted is not None else Qt.AlignmentFlag.AlignLeft
        strong = section in self._strong
        # Sections that hold nothing but their words keep them: no padding where it would cut them.
        left = 0 if section == 0 else theme.CELL_PADDING
        line = QRect(rect.x() + left, rect.bottom() - 24, rect.width() - left - theme.CELL_PADDING, 16)
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        lock, mark = (16 if section in self._locked else 0), (14 if sorted_by else 0)
        taken = min(round(strokes.width(words, theme.SMALL, strong)) + 1, line.width() - lock - mark)
        free = line.width() - taken - lock - mark
        x = line.x()
        if Qt.AlignmentFlag.AlignRight in asked:
            x += free
        elif Qt.AlignmentFlag.AlignHCenter in asked:
            x += free // 2
        if lock:
            strokes.picture(painter, x, line.y() + 2, "lock", 12, "text-2")
        box = QRect(x + lock, line.y(), taken, 16)
        strokes.text(painter, box, words, "text" if strong else "text-2", theme.SMALL, strong)
        if sorted_by:
            name = "up" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else "down"
            strokes.picture(painter, x + lock + taken + 2, line.y() + 2, name, 12, "text-2")

    def _paint_group(self, painter: QPainter, rect: QRect, group: _Group) -> None:
        shown = [i for i in range(group.first, group.last + 1) if not self.isSectionHidden(i)]
        left = min(self.sectionViewportPosition(i) for i in shown)
        right = max(self.sectionViewportPosition(i) + self.sectionSize(i) for i in shown)
        painter.setClipRect(rect)  # each section paints its own part of the words
        y = rect.bottom() - (46 if not group.strong else 48)
        box = QRect(left, y, right - left, 16)
        tone = "text" if group.strong else "text-2"
        strokes.text(painter, box, group.words, tone, theme.SMALL, group.strong, strokes.CENTER)
        if group.strong:
            strokes.rule(painter, left, rect.bottom() - 28, right - left)

    # Qt's own names from here on.

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        painter.save()
        for group in self._groups:
            if group.first <= logicalIndex <= group.last:
                self._paint_group(painter, rect, group)
        self._paint_words(painter, rect, logicalIndex)
        strokes.rule(painter, rect.x(), rect.bottom() + 1, rect.width(), "rule-strong", before=True)
        painter.restore()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.HEADER_OF_TWO if self._groups else self._height)
