"""The table beside its explanation: the table takes what it needs, the explanation what is left."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.pages.scorecard_parts.card_view import CardView

_GAP, _LEAST_HEIGHT = 32, 288
#: The table's part of the width where neither side needs more.
_PART = 756 / (756 + 458)


class CardMiddle(QWidget):
    """Places both by itself: a layout would let the width of the table hold the page wide."""

    def __init__(self, table: CardView, explanation: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._explanation = table, explanation
        for part in (table, explanation):
            part.setParent(self)
        table.shown.connect(self._arrange)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _arrange(self) -> None:
        least = self._explanation.minimumWidth()
        room = self.width() - _GAP
        width = self._table.fit_into(max(0, room - least), round(room * _PART))
        self._table.setGeometry(0, 0, width, self._table.wanted_height())
        self._explanation.setGeometry(width + _GAP, 0, max(least, room - width), self.height())
        self.updateGeometry()

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(960, max(_LEAST_HEIGHT, self._table.wanted_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(720, self.sizeHint().height())
