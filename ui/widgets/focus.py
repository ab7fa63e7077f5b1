"""The focus ring: two pixels of accent, two pixels outside a control, on keyboard focus only."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from ui import theme

_OUTSIDE = 4  # two pixels of air, two of ring
#: For controls that touch the window's edge: the ring lies inside them.
INSIDE = -2

#: Reasons that give back a focus the control had before: the ring comes back if it was there.
_AGAIN = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class FocusRing(QWidget):
    """A ring that lies over the window around one control and follows it.

    It is a child of the window (or of what a scroll area scrolls), not of the control, so the control keeps its
    size and nothing jumps. The pointer goes through it.
    """

    def __init__(self, target: QWidget, radius: float, outside: int = _OUTSIDE) -> None:
        host = _host_of(target)
        super().__init__(host)
        self._target, self._outside = target, outside
        self._radius = max(0.0, radius + outside - 1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watched: list[QWidget] = []
        walker: QWidget | None = target
        while walker is not None and walker is not host:
            walker.installEventFilter(self)
            self._watched.append(walker)
            walker = walker.parentWidget()
        theme.changed.connect(self.update)
        self._follow()
        self.show()
        self.raise_()

    def release(self) -> None:
        """Stop following and go away."""
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _follow(self) -> None:
        host = self.parentWidget()
        if host is None or not isValid(self._target):
            return
        out = self._outside
        corner = self._target.mapTo(host, QPoint(0, 0))
        self.setGeometry(QRect(corner, self._target.size()).adjusted(-out, -out, out, out))

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 2.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius, self._radius)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._follow()
        return False


def _host_of(target: QWidget) -> QWidget:
    walker = target.parentWidget()
    while walker is not None and not walker.isWindow():
        above = walker.parentWidget()
        if above is not None and isinstance(above.parentWidget(), QAbstractScrollArea):
            return walker  # what is scrolled: the ring then scrolls along
        walker = above
    return walker or target.window()


class _Keeper(QObject):
    """Shows and hides the ring of one control."""

    def __init__(self, target: QWidget, radius: float, outside: int) -> None:
        super().__init__(target)
        self._target, self._radius, self._outside = target, radius, outside
        self._ring: FocusRing | None = None
        self._by_keys = False
        target.installEventFilter(self)

    def show_ring(self) -> None:
        if (self._ring is None or not isValid(self._ring)) and not self._target.isWindow():
            self._ring = FocusRing(self._target, self._radius, self._outside)

    def hide_ring(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.release()
        self._ring = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() not in _AGAIN:
                self._by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
            if self._by_keys:
                self.show_ring()
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide_ring()
        elif kind == QEvent.Type.KeyPress and self._target.hasFocus():
            self._by_keys = True  # the hand has moved from the mouse to the keys
            self.show_ring()
        return False


def ring(target: QWidget, radius: float = theme.RADIUS, outside: int = _OUTSIDE) -> None:
    """Give ``target`` the focus ring; ``radius`` is the control's own corner radius."""
    _Keeper(target, radius, outside)
