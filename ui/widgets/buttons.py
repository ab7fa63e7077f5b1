"""Buttons: one filled button per page for the next sensible act, the others quiet."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.delegates import strokes
from ui.widgets.focus import ring

Kind = Literal["primary", "secondary", "quiet", "link", "danger"]

_GAP = 8


class Button(QPushButton):
    """A push button drawn as the design asks. Enter and Space press it."""

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        kind: Kind = "secondary",
        parent: QWidget | None = None,
        *,
        height: int = theme.CONTROL,
        icon_size: int = 16,
        text_size: int = theme.BODY,
        bold: bool = False,
        trailing: str = "",
        token: str = "",
        flush: bool = False,
    ) -> None:
        """``trailing`` is an icon after the text (``down`` for a menu); ``token`` another colour for the text.

        ``flush``: a quiet button whose text meets the page edge; it turns accent under the pointer instead of filling.
        """
        super().__init__(text, parent)
        self._kind: Kind = kind
        self._icon, self._icon_size, self._trailing = icon, icon_size, trailing
        self._text_size, self._token, self._flush = text_size, token, flush
        self._bold = bold or kind == "primary"
        self.setFixedHeight(height)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)
        ring(self, theme.RADIUS if kind != "link" else theme.RADIUS_SMALL)

    def set_kind(self, kind: Kind) -> None:
        """Change what the button looks like: 校验 is filled while something is missing, then 提交 is."""
        self._kind = kind
        self._bold = kind == "primary"
        self.updateGeometry()
        self.update()

    def set_token(self, token: str) -> None:
        """Change the colour of the text; "" is that of the kind."""
        self._token = token
        self.update()

    def kind(self) -> Kind:
        """Say what the button looks like."""
        return self._kind

    def set_icon(self, icon: str) -> None:
        """Change the icon by name."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def _padding(self) -> int:
        if self._kind == "link" or self._flush:
            return 0
        if self._kind == "quiet":
            return 8
        return 12

    def _ink(self) -> str:
        if not self.isEnabled():
            return "text-3"
        if self._flush and self.underMouse():
            return "accent"
        if self._token:
            return self._token
        if self._kind == "quiet":
            return "accent" if self.isChecked() else "text-2"
        return {"primary": "on-accent", "secondary": "text", "link": "accent", "danger": "red"}[self._kind]

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect())
        enabled, hovered = self.isEnabled(), self.underMouse() and self.isEnabled()
        if self._kind == "quiet":
            if (hovered or self.isDown()) and not self._flush:
                strokes.rounded(painter, box, theme.RADIUS, "hover")
        elif self._kind == "primary" and enabled:
            strokes.rounded(painter, box, theme.RADIUS, "accent-hover" if hovered else "accent")
        elif self._kind != "link":
            fill = "sunken" if not enabled else "hover" if hovered else "raised"
            strokes.rounded(painter, box, theme.RADIUS, fill, "rule-strong")

    def _content_width(self) -> float:
        words = self.text()
        width = strokes.width(words, self._text_size, self._bold) if words else 0.0
        if self._icon:
            width += self._icon_size + (_GAP if words else 0)
        if self._trailing:
            width += 16 + _GAP // 2
        return width

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint_ground(painter)
            if self._kind == "quiet" and not self.isEnabled():
                painter.setOpacity(0.5)
            ink, middle = self._ink(), self.height() / 2
            padding = self._padding()
            x = max(float(padding), (self.width() - self._content_width()) / 2)
            if self._icon:
                strokes.picture(
                    painter, round(x), round(middle - self._icon_size / 2), self._icon, self._icon_size, ink
                )
                x += self._icon_size + _GAP
            end = self.width() - (20 if self._trailing else 0)
            room = QRect(round(x), 0, max(0, end - round(x)), self.height())
            if self.text():
                strokes.text(painter, room, self.text(), ink, self._text_size, self._bold)
                x += min(float(room.width()), strokes.width(self.text(), self._text_size, self._bold))
            if self._trailing:
                strokes.picture(painter, round(x) + 4, round(middle) - 8, self._trailing, 16, ink)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(round(self._content_width() + 0.5) + 2 * self._padding(), self.maximumHeight())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def primary(text: str, icon: str = "", parent: QWidget | None = None) -> Button:
    """Make the filled button: the next sensible act. One per page."""
    return Button(text, icon, "primary", parent)


def secondary(text: str, icon: str = "", parent: QWidget | None = None) -> Button:
    """Make an outlined button."""
    return Button(text, icon, "secondary", parent)


def danger(text: str, icon: str = "", parent: QWidget | None = None) -> Button:
    """Make an outlined button whose word is red: what it does cannot be taken back easily."""
    return Button(text, icon, "danger", parent)


def quiet(text: str, icon: str = "", parent: QWidget | None = None) -> Button:
    """Make a button without outline."""
    return Button(text, icon, "quiet", parent)


def link(text: str, icon: str = "", parent: QWidget | None = None, size: int = theme.BODY) -> Button:
    """Make a button that reads as a link within a line."""
    return Button(text, icon, "link", parent, height=theme.CONTROL_INLINE, text_size=size)


def icon_button(icon: str, name: str, parent: QWidget | None = None, size: int = 20) -> Button:
    """Make a quiet button that shows only an icon; ``name`` is its tooltip and accessible name."""
    button = Button("", icon, "quiet", parent, icon_size=size, height=theme.CONTROL)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFixedWidth(theme.CONTROL)
    return button
