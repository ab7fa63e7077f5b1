"""The table beside its explanation: the table takes what it needs, the explanation what is left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.scorecard_parts.card_view import CardView
from ui.pages.scorecard_parts.explanation_panel import ExplanationPanel

_GAP = 32


class CardMiddle(QWidget):
    """Keeps the explanation readable at every width."""

    def __init__(self, table: CardView, explanation: ExplanationPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._explanation = table, explanation
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(table, 756, Qt.AlignmentFlag.AlignTop)
        row.addWidget(explanation, 458)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._table.set_available(event.size().width() - _GAP - self._explanation.minimumWidth())
        super().resizeEvent(event)
