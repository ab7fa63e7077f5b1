"""The one runner of long work: off the window's thread, with progress, cancel, and an end in the window's thread."""

from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot


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
    over = Signal(object)
    """For :class:`Tasks` alone: the last the work says, from its thread; the task."""

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


def _carry_out(task: Task, work: Work) -> None:
    try:
        result = work(Report(task))
    except Cancelled:
        task.cancelled.emit()
    except Exception as error:  # noqa: BLE001 - it is handed to the window's thread, whole
        task.failed.emit(error)
    else:
        task.done.emit(result)
    task.over.emit(task)


class Tasks(QObject):
    """Starts work and knows what runs. A failure nobody listens to goes the way of every fault: :meth:`unheard`."""

    started = Signal(object)
    """A :class:`Task` has begun."""
    ended = Signal(object)
    unheard = Signal(object)
    """A task failed and its starter gave no ``failed``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Task] = []
        # Python's own threads: a task is deleted only when its thread is joined and can touch it no more.
        self._threads: dict[Task, Thread] = {}

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
        task.failed.connect(failed or self.unheard)
        self._running.append(task)
        self.started.emit(task)
        self._start(task, work)
        return task

    def run_unseen(self, work: Callable[[], object]) -> Task:
        """Run something nobody waits for off the thread, without telling anybody; it cannot be cancelled.

        What it raises is :attr:`unheard`. It must be short: :meth:`cancel_all` waits for it.
        """
        task = Task("", self)
        task.failed.connect(self.unheard)
        self._start(task, lambda _report: work())
        return task

    def cancel_all(self) -> None:
        """Ask everything to stop and wait for it: the window is closing."""
        for task in self._running:
            task.cancel()
        for thread in self._threads.values():
            thread.join()

    def _start(self, task: Task, work: Work) -> None:
        task.over.connect(self._end)  # a function around it would keep this object alive until the task destroys it
        self._threads[task] = Thread(target=_carry_out, args=(task, work))
        self._threads[task].start()

    @Slot(object)
    def _end(self, task: Task) -> None:
        self._threads.pop(task).join()
        seen = task in self._running
        if seen:
            self._running.remove(task)
        task.ended.emit()
        if seen:
            self.ended.emit(task)
        task.deleteLater()
