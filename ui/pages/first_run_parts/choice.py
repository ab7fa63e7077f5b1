"""One choice of the first page: icon, what it is, what it does, its shortcut."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.delegates import painting
from ui.widgets.focus import ring

_HEIGHT = 72


class Choice(QAbstractButton):
    """A row of 72 with a rule below. Enter and Space choose it, Up and Down go to the others."""

    def __init__(self, icon: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._keys, self._detail = icon, keys, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        ring(self, theme.RADIUS, -1)

    def set_words(self, title: str, detail: str) -> None:
        """Say what the choice is and does."""
        self.setText(title)
        self._detail = detail
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.update()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box = self.rect()
            if self.underMouse() or self.isDown():
                painting.rounded(painter, box.toRectF().adjusted(1, 1, -1, -1), theme.RADIUS, "hover")
            painting.picture(painter, 12, 24, self._icon, 24, "accent")
            right = box.width() - 12
            painting.picture(painter, right - 16, 28, "right", 16, "text-2")
            taken = round(painting.width(self._keys, theme.SMALL)) + 12 if self._keys else 0
            if taken:
                key = QRect(right - 28 - taken, 27, taken, 18)
                painting.rounded(painter, key.toRectF(), theme.RADIUS_SMALL, "", "rule-strong")
                painting.text(painter, key, self._keys, "text-3", theme.SMALL, alignment=painting.CENTER)
            words = QRect(60, 15, right - 28 - taken - 12 - 60, 20)
            painting.text(painter, words, self.text(), bold=True)
            painting.text(painter, words.translated(0, 22), self._detail, "text-2")
            painting.rule(painter, 12, box.height() - 1, box.width() - 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(526, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, _HEIGHT)
