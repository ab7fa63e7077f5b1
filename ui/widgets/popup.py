"""The ground of what opens below a button: raised, outlined, gone with Escape or a click elsewhere."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui import theme
from ui.delegates import painting


class Popup(QFrame):
    """Closes by itself; one that is shown again is asked to place itself first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        theme.changed.connect(self.update)

    def place_below(self, button: QWidget, width: int, height: int, *, at_right: bool = False) -> None:
        """Lie below ``button``, at its left or right end, inside the screen."""
        x = button.width() - width if at_right else 0
        corner = button.mapToGlobal(QPoint(x, button.height() + theme.HALF))
        box = QRect(corner.x(), corner.y(), width, height)
        screen = button.screen().availableGeometry()
        box.moveLeft(max(screen.left(), min(box.left(), screen.right() - width)))
        if box.bottom() > screen.bottom():
            box.setBottom(max(box.top() + 2 * theme.ROW, screen.bottom()))
        self.setGeometry(box)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        box = self.rect()
        with QPainter(self) as painter:
            painter.fillRect(box, theme.color("raised"))
            for y in (0, box.height() - 1):
                painting.rule(painter, 0, y, box.width(), "rule-strong")
            for x in (0, box.width() - 1):
                painting.rule(painter, x, 0, box.height(), "rule-strong", upright=True)
