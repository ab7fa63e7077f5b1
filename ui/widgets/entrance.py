"""A container that passes the focus on to one of its parts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Entrance(QWidget):
    """As a widget with a focus proxy, but Tab stops at everything in it.

    Qt takes a container whose proxy lies within it for one control: Tab then goes to the proxy at once and leaps over
    whatever stands before it. So the proxy is kept here, where only :meth:`setFocus` knows it.
    """

    _takes_focus: QWidget | None = None

    # Qt's own names from here on.

    def setFocusProxy(self, part: QWidget | None) -> None:  # type: ignore[override]
        self._takes_focus = part

    def focusProxy(self) -> QWidget | None:  # type: ignore[override]
        return self._takes_focus

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # type: ignore[override]
        if self._takes_focus is None:
            super().setFocus(reason)
        else:
            self._takes_focus.setFocus(reason)
