"""An item of the rail at the left edge of the window."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui import theme
from ui.delegates import strokes
from ui.widgets import badges
from ui.widgets.focus import INSIDE, ring


class RailButton(QAbstractButton):
    """Icon over word, 72×56; checkable, with a bar at the left edge when current and a counter at the icon."""

    def __init__(self, icon: str, text: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._shortcut, self._count = icon, shortcut, 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(theme.RAIL_WIDTH, theme.RAIL_ITEM)
        self.set_word(text)
        theme.changed.connect(self.update)
        ring(self, theme.RADIUS, INSIDE)

    def set_word(self, text: str) -> None:
        """Rename the item."""
        self.setText(text)
        self.setToolTip(f"{text}  {self._shortcut}".strip())
        self._renew_name()

    def set_count(self, count: int) -> None:
        """Show how many wait here; 0 hides the counter."""
        self._count = count
        self._renew_name()
        self.update()

    def _renew_name(self) -> None:
        waiting = self.tr("%n waiting", "", self._count) if self._count else ""
        self.setAccessibleName(f"{self.text()}, {waiting}" if waiting else self.text())

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        current = self.isChecked()
        ink = "accent" if current else "text-2"
        with QPainter(self) as painter:
            if self.underMouse() and not current:
                painter.fillRect(self.rect(), theme.color("hover"))
            strokes.picture(painter, 24, 8, self._icon, 24, ink)
            word = QRectF(0, 33, self.width(), 16)
            strokes.text(painter, word, self.text(), ink, theme.SMALL, current, strokes.CENTER)
            if current:
                strokes.rounded(painter, QRectF(-2, 12, 5, 32), 2, "accent")
            text = badges.counter_text(self._count)
            if text:
                pill = QRectF(41, 4, badges.counter_width(text), theme.COUNTER)
                strokes.rounded(painter, pill.adjusted(-2, -2, 2, 2), 10, "window")
                badges.paint_counter(painter, pill, text)

    def sizeHint(self) -> QSize:
        return QSize(theme.RAIL_WIDTH, theme.RAIL_ITEM)
