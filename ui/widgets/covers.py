"""A button over a part of the page that is drawn by others: a figure with its label becomes something to press."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui import theme
from ui.delegates import strokes
from ui.widgets.focus import ring


class Cover(QAbstractButton):
    """Lies over its parent and follows its size; Enter, Space or a click presses it. A thin rule shows the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        parent.installEventFilter(self)
        ring(self, theme.RADIUS_SMALL)
        self.resize(parent.size())
        self.raise_()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            with QPainter(self) as painter:
                strokes.rule(painter, 0, self.height(), self.width(), "accent", before=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.resize(watched.size())  # type: ignore[attr-defined]
            self.raise_()
        return False

    def sizeHint(self) -> QSize:
        return QSize(0, 0)
