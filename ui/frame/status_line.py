"""The status line: saved or not in words, running work with cancel, and whose data this is."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme, widgets
from ui.delegates import painting
from ui.session import Session
from ui.tasks import Task


class StatusLine(QWidget):
    """24 high at the foot of the window. It asks the session; nobody writes into it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self.setFixedHeight(theme.STATUS_LINE)
        self._mark = widgets.Icon("check", 12, "green")
        self._dot = widgets.Dot("amber")
        self._saved = widgets.label(size=theme.SMALL, tone="text-2")
        self._work = RunningWork(self)
        self._right = widgets.label(size=theme.SMALL, tone="text-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(6)
        for part in (self._mark, self._dot, self._saved):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self._work)
        row.addStretch(1)
        row.addWidget(self._right)
        session.pending_changed.connect(self.renew)
        session.actor_changed.connect(self.renew)
        for signal in (session.events.opened, session.events.closed, session.events.changed):
            signal.connect(self.renew)
        session.tasks.started.connect(self._watch)
        session.tasks.ended.connect(self._forget)
        self._work.hide()
        self.renew()

    def renew(self) -> None:
        """Say again how things stand."""
        is_open = self._session.is_open
        unsaved, refused = self._session.pending
        self._dot.setVisible(is_open and bool(unsaved) and not refused)
        self._mark.setVisible(is_open and not self._dot.isVisibleTo(self))
        self._mark.set_icon("x" if refused else "check", "red" if refused else "green")
        self._saved.setText(self._words(is_open, unsaved, refused))
        self._right.setText(self._whose(is_open))
        self.setAccessibleName(self._saved.text())

    def words(self) -> str:
        """What the line says about saving."""
        return self._saved.text()

    def note(self) -> str:
        """What the line says at its right end."""
        return self._right.text()

    def _words(self, is_open: bool, unsaved: int, refused: int) -> str:
        if not is_open:
            return self.tr("Your data stays on this computer; no network is needed")
        if found := self._session.brought_back:
            return self.tr("%n cell(s) brought back that were not saved", "", found)
        if refused:
            return self.tr("%n cell(s) not accepted; what you typed is kept", "", refused)
        if unsaved:
            return self.tr("%n cell(s) not saved", "", unsaved)
        if self._session.workspace.read_only:
            return self.tr("Read only: nothing can be saved in this file")
        actor = self._session.workspace.actor
        if actor.role is None and not actor.everything:
            return self.tr("Reading only: nobody is signed in")
        return self.tr("Saved")

    def _whose(self, is_open: bool) -> str:
        if not is_open:
            return self.tr("No file is open")
        return self.tr("Sample data") if self._session.workspace.is_sample else self._session.workspace.path.name

    def _watch(self, task: Task) -> None:
        self._task = task
        task.told.connect(lambda *_: self._work.show_task(task) if task is self._task else None)
        self._work.show_task(task)
        self._work.show()

    def _forget(self, _task: Task) -> None:
        running = self._session.tasks.running
        self._task = running[-1] if running else None
        if self._task is None:
            self._work.hide()
        else:
            self._work.show_task(self._task)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("window"))
            painting.rule(painter, 0, 0, self.width())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.renew()
        super().changeEvent(event)


class RunningWork(QWidget):
    """Running work: its title, n / m, the present item, cancel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._bar = widgets.ProgressBar()
        self._bar.setFixedWidth(96)
        self._spinner = widgets.Spinner()
        self._words = widgets.label(size=theme.SMALL, tone="text-2")
        self._cancel = widgets.link("", size=theme.SMALL)
        self._cancel.setFixedHeight(theme.STATUS_LINE - 2)
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._spinner, self._bar, self._words, self._cancel):
            row.addWidget(part)

    def show_task(self, task: Task) -> None:
        self._task = task
        done, total, item = task.progress
        self._bar.setVisible(total > 0)
        self._spinner.setVisible(total <= 0)
        self._bar.set_progress(done, total)
        counted = f"{done} / {total}" if total else ""
        self._words.setText("　".join(part for part in (task.title, counted, item) if part))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setEnabled(not task.is_cancelled)
        self.setAccessibleName(self._words.text())

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._cancel.setEnabled(False)

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.STATUS_LINE - 2)
