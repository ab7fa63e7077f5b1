"""Long work runs beside the window, tells how far it is, can be stopped, and ends in the window's thread."""

import threading

import pytest
from PySide6.QtCore import QThread

from ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.cancel_all()


def test_work_runs_beside_the_window_and_ends_in_its_thread(qtbot, tasks):
    seen = {}

    def work(report):
        seen["work"] = threading.get_ident()
        return 42

    def done(result):
        seen["done"], seen["result"] = threading.get_ident(), result

    with qtbot.waitSignal(tasks.ended):
        tasks.run("Counting", work, done)
    assert seen["result"] == 42
    assert seen["done"] == threading.get_ident() != seen["work"]


def test_progress_arrives_in_order_with_the_present_item(qtbot, tasks):
    told = []
    tasks.started.connect(lambda task: task.told.connect(lambda *step: told.append(step)))

    def work(report):
        for i in range(3):
            report.step(i + 1, 3, f"plan {i + 1}")

    with qtbot.waitSignal(tasks.ended):
        task = tasks.run("Exporting", work)
    assert told == [(1, 3, "plan 1"), (2, 3, "plan 2"), (3, 3, "plan 3")]
    assert task.progress == (3, 3, "plan 3")


def test_cancelled_work_stops_at_its_next_step_and_gives_no_result(qtbot, tasks):
    begun, go_on, results = threading.Event(), threading.Event(), []

    def work(report):
        begun.set()
        go_on.wait(5)
        report.step(1, 2)
        results.append("too far")

    task = tasks.run("Exporting", work, results.append)
    assert begun.wait(5)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
        go_on.set()
    assert results == []
    qtbot.waitUntil(lambda: tasks.running == ())


def test_a_failure_reaches_whoever_started_the_work(qtbot, tasks):
    failures = []

    def work(report):
        raise ValueError("broken")

    with qtbot.waitSignal(tasks.ended):
        tasks.run("Importing", work, failed=lambda error: failures.append((error, QThread.currentThread())))
    assert [str(error) for error, _ in failures] == ["broken"]
    assert failures[0][1] is tasks.thread()


def test_a_failure_nobody_listens_to_is_not_lost(qtbot, tasks):
    def work(report):
        raise ValueError("broken")

    with qtbot.waitSignal(tasks.unheard) as unheard:
        tasks.run("Importing", work)
    assert str(unheard.args[0]) == "broken"


def test_unseen_work_is_told_to_nobody_but_whoever_started_it(qtbot, tasks):
    begun, told, go_on = [], [], threading.Event()
    tasks.started.connect(begun.append)
    tasks.ended.connect(told.append)
    task = tasks.run_unseen(lambda: go_on.wait(5))
    assert tasks.running == ()
    with qtbot.waitSignal(task.ended):
        go_on.set()
    assert (begun, told) == ([], [])


def test_a_failure_of_unseen_work_is_not_lost(qtbot, tasks):
    with qtbot.waitSignal(tasks.unheard) as unheard:
        tasks.run_unseen(lambda: int("broken"))
    assert isinstance(unheard.args[0], ValueError)


def test_the_end_is_told_in_the_thread_of_the_window_to_everybody(qtbot, tasks):
    heard = []
    with qtbot.waitSignal(tasks.ended):
        task = tasks.run("Exporting", lambda report: None)
        for _ in range(20):
            task.ended.connect(lambda: heard.append(threading.get_ident()))
    assert heard == [threading.get_ident()] * 20


def test_what_runs_is_known_while_it_runs(qtbot, tasks):
    go_on = threading.Event()
    first = tasks.run("One", lambda report: go_on.wait(5))
    second = tasks.run("Two", lambda report: go_on.wait(5))
    assert tasks.running == (first, second)
    with qtbot.waitSignals([first.ended, second.ended]):
        go_on.set()
    assert tasks.running == ()
