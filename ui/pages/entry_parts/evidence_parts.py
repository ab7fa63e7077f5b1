"""Small parts of the evidence section: the frame of a drop, the line of a running copy."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perftrack.services.changes import Changes
from ui import theme, widgets
from ui.delegates import strokes
from ui.session import Session


def undoing(session: Session, changes: Changes) -> Callable[[], object]:
    """The act of a toast: takes back these changes, and never something that was done after them."""

    def undo() -> None:
        if not session.is_open:
            return
        history = session.workspace.history
        if history.next_undo == changes.label:
            session.perform(history.undo)
        else:
            words = QCoreApplication.translate("EvidenceSection", "Something else was changed since; undo that first")
            session.alerts.say(words, icon="info", token="accent")

    return undo


class DropFrame(widgets.Painted):
    """Two pixels of accent around ``target`` while files hang over it; the pointer goes through."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target.parentWidget())
        self._target = target
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_frame(self) -> None:
        """Lie around the target, over everything."""
        self.setParent(self._target.parentWidget())
        self.setGeometry(self._target.geometry().adjusted(-theme.SPACE, 0, theme.SPACE, theme.HALF))
        self.show()
        self.raise_()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            strokes.focus_frame(painter, self.rect(), radius=theme.RADIUS)


class CopyLine(QWidget):
    """The file that is copied, how far, and a way to stop it, as narrow as the panel."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self._bar = widgets.ProgressBar()
        self.cancel = widgets.link("", size=theme.SMALL)
        self.cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self._name, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.HALF)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.hide()

    def show_progress(self, done: int, total: int, name: str) -> None:
        """Show how far it is; appears with the first step."""
        self._name.set_text(name)
        self._bar.set_progress(done, total)
        self.show()

    def set_word(self, cancel: str) -> None:
        """Name the way to stop."""
        self.cancel.setText(cancel)
        self.cancel.updateGeometry()
