"""The editor of a number cell: where the value stood, with its unit, so that nothing jumps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme
from ui.delegates import strokes


class CellEditor(QLineEdit):
    """A line edit that fills its cell: ``raised`` ground, accent frame, the unit in faint text after the number."""

    def __init__(self, parent: QWidget | None = None, unit: str = "", right: bool = True) -> None:
        super().__init__(parent)
        self._unit = unit
        self.setFrame(False)
        self.setFont(theme.font())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        room = round(strokes.width(unit)) + 6 if unit else 0
        # Qt's line edit keeps two pixels of its own on either side.
        self.setTextMargins(theme.CELL_PADDING - 2, 0, theme.CELL_PADDING - 2 + room, 0)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            strokes.focus_frame(painter, self.rect())
            if self._unit:
                box = self.rect().adjusted(0, 0, -theme.CELL_PADDING, 0)
                strokes.text(painter, box, self._unit, "text-3", alignment=strokes.RIGHT)
