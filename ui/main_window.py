"""The window: an empty frame at first, so that it is seen at once; then the first page or the work area."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme

if TYPE_CHECKING:  # the empty frame must not wait for the rest
    from ui.frame.body import Body
    from ui.session import Session

_NORMAL = (1366, 768)


class MainWindow(QWidget):
    """One window. Whoever shows it calls :meth:`fill` when it has been painted."""

    painted = Signal()
    """The window was painted for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.body: Body | None = None
        self._session: Session | None = None
        self._painted = False
        self.setWindowTitle("perftrack")
        self.setMinimumSize(*theme.SMALLEST)
        self.resize(*_NORMAL)

    def fill(self, session: "Session", path: Path | None = None) -> None:
        """Build what the window holds, with the file ``path`` open, or the first page."""
        from ui.frame.body import Body

        self._session = session
        self.body = Body(session, self)
        self.body.setGeometry(self.rect())
        self.body.begin(path)
        self.body.show()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("surface"))
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QEvent) -> None:  # type: ignore[override]
        if self.body is not None:
            self.body.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.body is not None and not self.body.may_close():
            event.ignore()
            return
        if self._session is not None:
            self._session.settings.keep("window/geometry", self.saveGeometry())
            self._session.end()
        super().closeEvent(event)
