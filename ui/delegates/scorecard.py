"""The table of a scorecard: as every table, with a small word before some numbers (占上限 54.00%)."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import theme
from ui.delegates import strokes
from ui.delegates.roles import LOOK, PLAIN, Look
from ui.delegates.table import TableDelegate

_GAP = 4


def draw_after_suffix(painter: QPainter, rect: QRect, words: str, look: Look, bold: bool) -> None:
    """Draw a right-aligned number with the suffix of its look before it, where there is room."""
    strokes.text(painter, rect, words, look.tone, look.size, bold, strokes.RIGHT)
    taken = round(strokes.width(words, look.size, bold)) + _GAP
    if taken < rect.width() - 12:
        before = rect.adjusted(0, 1, -taken, 1)
        strokes.text(painter, before, look.suffix, look.subtone, theme.SMALL, False, strokes.RIGHT)


class ScorecardDelegate(TableDelegate):
    """In right-aligned cells the suffix of a look stands before the number."""

    def draw_content(self, painter: QPainter, rect: QRect, words: str, look: Look, bold: bool) -> None:
        if look.right and look.suffix:
            draw_after_suffix(painter, rect, words, look, bold)
        else:
            super().draw_content(painter, rect, words, look, bold)

    # Qt's own names from here on.

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:  # fmt: skip
        if (index.data(LOOK) or PLAIN).quiet_row:  # Qt has filled the whole row when it is selected
            painter.fillRect(option.rect, theme.color("surface"))  # type: ignore[attr-defined]
        super().paint(painter, option, index)
