"""The delegate of a trial: a card to look at, an entry grid to type in."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.delegates.entry import EntryDelegate
from ui.delegates.roles import Look
from ui.delegates.scorecard import draw_after_suffix


class TrialDelegate(EntryDelegate):
    """Edits as the entry grid does, and draws as the scorecard does: the real value before the tried one."""

    def draw_content(self, painter: QPainter, rect: QRect, words: str, look: Look, bold: bool) -> None:
        if look.right and look.suffix:
            draw_after_suffix(painter, rect, words, look, bold)
        else:
            super().draw_content(painter, rect, words, look, bold)
