"""The one runner of long work: off the window's thread, with progress, cancel, and an end in the window's thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


class Cancelled(Exception):
    """Raised inside the work when the user cancelled it."""


class Report:
    """What running work is given: it tells how far it is and learns whether it is still wanted."""

    def __init__(self, task: "Task") -> None:
        self._task = task

    def step(self, done: int, total: int, item: str = "") -> None:
        """Say ``done`` of ``total`` (0: unknown) and what is worked on now. Raises :class:`Cancelled` if so."""
        if self._task.is_cancelled:
            raise Cancelled
        self._task.told.emit(done, total, item)

    @property
    def cancelled(self) -> bool:
        """Whether the user wants it no more, for work that cleans up by itself."""
        return self._task.is_cancelled


Work = Callable[[Report], Any]


class Task(QObject):
    """One piece of running work. Its signals arrive in the thread of the window."""

    told = Signal(int, int, str)
    """Progress: done, total (0: unknown), present item."""
    done = Signal(object)
    """It ended well; what the work gave back."""
    failed = Signal(object)
    """It raised; the exception."""
    cancelled = Signal()
    ended = Signal()
    """It ended, whichever way; after the others."""
    over = Signal()
    """For :class:`Tasks` alone: the last the work says. Whoever else listened might not be told any more, because the
    task may be deleted before the thread of the work has told everybody."""

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.progress: tuple[int, int, str] = (0, 0, "")
        self._wanted = True
        self.told.connect(self._keep)

    @property
    def is_cancelled(self) -> bool:
        """Whether cancel was asked for."""
        return not self._wanted

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._wanted = False

    @Slot(int, int, str)
    def _keep(self, done: int, total: int, item: str) -> None:
        self.progress = (done, total, item)


class _Runner(QRunnable):
    def __init__(self, task: Task, work: Work) -> None:
        super().__init__()
        self._task, self._work = task, work
        self.setAutoDelete(True)

    def run(self) -> None:
        task = self._task
        try:
            result = self._work(Report(task))
        except Cancelled:
            task.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - it is handed to the window's thread, whole
            task.failed.emit(error)
        else:
            task.done.emit(result)
        task.over.emit()


class Tasks(QObject):
    """Starts work and knows what runs. A failure nobody listens to goes the way of every fault: :meth:`unheard`."""

    started = Signal(object)
    """A :class:`Task` has begun."""
    ended = Signal(object)
    unheard = Signal(object)
    """A task failed and its starter gave no ``failed``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: list[Task] = []

    @property
    def running(self) -> tuple[Task, ...]:
        """What runs now, oldest first."""
        return tuple(self._running)

    def run(
        self,
        title: str,
        work: Work,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Run ``work`` off the thread; ``title`` is what people read. ``work`` touches no widget and no open file."""
        task = Task(title, self)
        task.done.connect(done) if done else None
        task.failed.connect(failed or self.unheard.emit)
        task.over.connect(lambda: self._end(task))
        self._running.append(task)
        self.started.emit(task)
        self._pool.start(_Runner(task, work))
        return task

    def run_unseen(self, work: Callable[[], object]) -> Task:
        """Run something nobody waits for off the thread, without telling anybody; it cannot be cancelled.

        What it raises is :attr:`unheard`. It must be short: :meth:`cancel_all` waits for it.
        """
        task = Task("", self)
        task.failed.connect(self.unheard.emit)
        task.over.connect(lambda: self._let_go(task))
        self._pool.start(_Runner(task, lambda _report: work()))
        return task

    def cancel_all(self) -> None:
        """Ask everything to stop and wait for it: the window is closing."""
        for task in self._running:
            task.cancel()
        self._pool.waitForDone()

    def _end(self, task: Task) -> None:
        self._running.remove(task)
        self._let_go(task)
        self.ended.emit(task)

    def _let_go(self, task: Task) -> None:
        task.ended.emit()
        task.deleteLater()
