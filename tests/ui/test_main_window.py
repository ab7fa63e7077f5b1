"""The frame: one selector of year and quarter, search, undo by name, everything by keyboard, everything remembered."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMessageBox

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.services import recording
from tests.ui.scored import sample_file
from tests.ui.windows import QUIET, commit, empty_office, session_of, settings_at, shown_window
from ui.frame import registry
from ui.models.search_hits import Entry, SearchHits, find

pytestmark = QUIET
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return sample_file(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def office(sample, tmp_path):
    return shutil.copy(sample, tmp_path / "office.perftrack")


@pytest.fixture
def window(qtbot, office, tmp_path):
    window = shown_window(qtbot, settings_at(tmp_path), office)
    yield window
    session_of(window).leave()


def record(window, value="45"):
    """Store one actual as a page would."""
    session = session_of(window)
    plan = session.workspace.plans(2024)[-1]
    indicator = plan.indicators[0].id
    return session.perform(lambda: recording.record_actual(session.workspace, indicator, 3, Actual(value)))


def toast(window):
    return session_of(window).alerts._toast


def test_the_file_opens_on_the_overview_at_the_latest_quarter_reported(window):
    session = session_of(window)
    assert window.body.work.current == "overview"
    assert (session.year, session.quarter) == (2024, Quarter.Q4)
    assert "昌吉" in window.windowTitle()


def test_alt_and_a_figure_choose_the_quarter_everywhere(qtbot, window):
    session = session_of(window)
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    assert session.quarter is Quarter.Q2
    assert window.body.work.bar.quarters.current() == 1
    assert "Q2" in window.body.work.page()._until.text()


def test_ctrl_and_a_figure_go_to_the_pages_of_the_rail(qtbot, window):
    work = window.body.work
    for i, key in enumerate(work.keys()):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_1 + i), CTRL)
        assert work.current == key


def test_pages_that_do_not_exist_are_not_offered(window):
    assert set(window.body.work.keys()) <= {entry.key for entry in registry.PAGES}
    window.body.work.show_page("archive")
    assert window.body.work.current == "overview"


def test_undo_and_redo_are_named_and_done_by_key(qtbot, window):
    bar, session = window.body.work.bar, session_of(window)
    assert not bar.undo.isEnabled()
    changes = record(window)
    name = session.speaker.command(*changes.label)
    assert bar.undo.accessibleName() == f"Undo: {name}"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert Quarter.Q3 not in session.workspace.plans(2024)[-1].indicators[0].actuals
    assert not bar.undo.isEnabled()
    assert bar.redo.accessibleName() == f"Redo: {name}"
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert session.workspace.plans(2024)[-1].indicators[0].actuals[Quarter.Q3].value == "45"


def test_what_was_taken_back_is_said(qtbot, window):
    said = []
    session_of(window).alerts.said.connect(said.append)
    record(window)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert said
    assert said[0].startswith("Undone: ")


def test_a_change_renews_the_page_and_the_counter_of_the_rail(window):
    session = session_of(window)
    session.show(quarter=Quarter.Q3)
    overview = window.body.work.page()
    before = len(overview._model.rows()[-1].gaps.indicators)
    record(window)
    assert len(overview._model.rows()[-1].gaps.indicators) == before - 1
    assert "2 waiting" in window.body.work.rail._buttons["entry"].accessibleName()


def test_save_says_that_everything_is_saved_already(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert "Saved already" in toast(window).accessibleName()
    assert toast(window).isVisible()


def test_the_status_line_says_in_words_what_is_not_saved(window):
    session, status = session_of(window), window.body.status
    assert status.words() == "Saved"
    assert status.note() == "Sample data"
    session.set_pending(window, 2)
    assert "2 cell" in status.words()
    session.set_pending(window, 2, refused=1)
    assert "not accepted" in status.words()
    session.set_pending(window, 0)
    assert status.words() == "Saved"


def test_running_work_is_shown_with_its_progress_and_can_be_cancelled(qtbot, window):
    import threading

    session, work = session_of(window), window.body.status._work
    go_on = threading.Event()

    def long(report):
        report.step(2, 6, "社区运转经费")
        go_on.wait(5)
        report.step(3, 6)

    task = session.tasks.run("Exporting", long)
    qtbot.waitUntil(lambda: "2 / 6" in work.accessibleName())
    assert work.isVisible()
    assert "社区运转经费" in work.accessibleName()
    with qtbot.waitSignal(task.cancelled):
        work._cancel.click()
        go_on.set()
    qtbot.waitUntil(lambda: not work.isVisible())


def test_search_finds_plans_indicators_and_commands_and_goes_there_by_key(qtbot, window):
    bar = window.body.work.bar
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    line = bar.search.focusProxy()
    qtbot.waitUntil(line.hasFocus)
    commit(line, "满意度")
    assert "受益群体满意度" in bar.hits.hits()
    line.clear()
    qtbot.keyClicks(line, "quarter 2")
    assert bar.hits.hits() == ["Go to quarter 2"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session_of(window).quarter is Quarter.Q2
    assert not bar.hits.isVisible()
    assert bar.search.text() == ""


def test_the_arrows_choose_among_the_hits_and_escape_leaves(qtbot, window):
    bar = window.body.work.bar
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    line = bar.search.focusProxy()
    qtbot.waitUntil(line.hasFocus)
    commit(line, "网格党支部")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert bar.hits._view.currentIndex().row() == 1
    qtbot.keyClick(line, Qt.Key.Key_Up)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert bar.hits._view.currentIndex().row() == len(bar.hits.hits()) - 1
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not bar.hits.isVisible()


def test_escape_gives_the_focus_back_to_where_the_search_began(qtbot, window):
    work = window.body.work
    work.show_page("scorecards")
    table = work.page().table
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    line = work.bar.search.focusProxy()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert table.hasFocus()


def test_a_plan_that_was_found_has_the_focus_at_once(qtbot, window):
    bar = window.body.work.bar
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    line = bar.search.focusProxy()
    qtbot.waitUntil(line.hasFocus)
    commit(line, "网格党支部活动经费")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    page = window.body.work.page()
    assert window.body.work.current == "scorecards"
    qtbot.waitUntil(page.table.hasFocus)


@pytest.mark.parametrize("key", ["overview", "entry", "scorecards", "sheets"])
def test_a_page_that_is_entered_takes_the_keys(qtbot, window, key):
    work = window.body.work
    work.show_page("sheets" if key == "overview" else "overview")
    work.show_page(key)
    focus = QApplication.focusWidget()
    assert focus is not work.page()
    assert work.page().isAncestorOf(focus)


def test_the_rail_counts_who_is_waited_for_from_the_start(qtbot, window):
    entry = window.body.work.rail._buttons["entry"]
    qtbot.waitUntil(lambda: "1 waiting" in entry.accessibleName())


def test_f6_from_a_part_in_no_region_goes_into_the_page(qtbot, window):
    work = window.body.work
    work.show_page("overview")
    work.page()._copy.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert work.page().isAncestorOf(QApplication.focusWidget())


def test_hits_are_ranked_beginning_before_middle_before_letters():
    entries = [Entry(words, "", "plan", lambda: None) for words in ("社区服务群众经费", "经费", "运转经费说明", "其他")]
    assert [hit.title for hit in find("经费", entries)] == ["经费", "社区服务群众经费", "运转经费说明"]
    assert [hit.title for hit in find("社群经费", entries)] == ["社区服务群众经费"]
    assert find("没有的", entries) == []


def test_the_list_of_hits_is_a_sound_model(qtbot):
    model = SearchHits()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_hits([Entry("经费", "社区", "plan", lambda: None)])
    model.show_hits([])


def test_f6_goes_round_the_parts_of_the_window(qtbot, window):
    work = window.body.work
    seen = []
    for _ in range(len(work.regions())):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        seen.append(next(i for i, part in enumerate(work.regions()) if part is focus or part.isAncestorOf(focus)))
    assert sorted(seen) == list(range(len(work.regions())))
    qtbot.keyClick(window, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is not None


def test_refresh_reads_what_others_stored(qtbot, window, office):
    session = session_of(window)
    from perftrack.services.workspace import Workspace
    from tests.factories import TickingClock

    plan = session.workspace.plans(2024)[-1]
    with Workspace.open(office, clock=TickingClock()) as other:
        recording.record_actual(other, plan.indicators[0].id, 3, Actual("44"))
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert session.workspace.plans(2024)[-1].indicators[0].actuals[Quarter.Q3].value == "44"


def test_place_page_and_window_are_remembered(qtbot, office, tmp_path):
    settings = settings_at(tmp_path)
    first = shown_window(qtbot, settings, office)
    qtbot.keyClick(first, Qt.Key.Key_2, ALT)
    first.body.work.show_page("sheets")
    first.close()
    assert not settings.blob("window/geometry").isEmpty()
    assert not session_of(first).is_open
    again = shown_window(qtbot, settings, settings.last_file())
    assert again.body.work.current == "sheets"
    assert session_of(again).quarter is Quarter.Q2
    session_of(again).leave()


def test_a_file_closed_on_purpose_is_not_opened_again(qtbot, window):
    settings = session_of(window).settings
    assert settings.last_file() is not None
    qtbot.keyClick(window, Qt.Key.Key_W, CTRL)
    assert window.body.first.isVisible()
    assert settings.last_file() is None
    assert [path.name for path in settings.recent()] == ["office.perftrack"]


def test_the_window_stays_when_a_page_cannot_let_go(window):
    page = window.body.work.page()
    page.may_close = lambda: False
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    del page.may_close


def test_another_file_that_does_not_open_leaves_the_first_open(window, tmp_path):
    session = session_of(window)
    assert not window.body.office.open(tmp_path / "not there.perftrack")
    assert session.is_open
    assert session.workspace.path.name == "office.perftrack"
    box = window.findChild(QMessageBox)
    assert box is not None
    box.close()


def test_importing_plans_that_are_there_asks_before_it_replaces_them(qtbot, window, tmp_path):
    import json

    from perftrack.services import bundled

    package = tmp_path / "year.json"
    package.write_text(json.dumps(bundled.sample_package(), ensure_ascii=False), encoding="utf-8")
    window.body.office.take_package(package)
    box = window.findChild(QMessageBox)
    assert "6" in box.text()
    replace = next(button for button in box.buttons() if "Replace" in button.text())
    replace.click()
    assert "imported" in toast(window).accessibleName()
    assert window.body.work.bar.undo.isEnabled()


def test_importing_into_an_empty_office_goes_to_the_imported_year(qtbot, tmp_path):
    import json

    from perftrack.services import bundled

    package = bundled.sample_package() | {"department": {"name": "延安北路街道办事处", "sections": []}}
    path = tmp_path / "year.json"
    path.write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")
    window = shown_window(qtbot, settings_at(tmp_path), empty_office(tmp_path / "office.perftrack"))
    overview = window.body.work.page()
    assert overview._empty.isVisible()
    window.body.office.take_package(path)
    assert session_of(window).year == 2024
    assert not overview._empty.isVisible()
    session_of(window).leave()


def test_language_changes_in_the_whole_window_without_a_restart(qtbot, window):
    window.body.choose_language("zh_CN")
    bar = window.body.work.bar
    qtbot.waitUntil(lambda: bar.quarters.part(2).text() == "三季度")
    qtbot.waitUntil(lambda: window.body.work.page()._title.text() == "总览")
    assert window.body.status.words() == "已保存"
    window.body.choose_language("en")
    qtbot.waitUntil(lambda: bar.quarters.part(2).text() == "Q3")


def test_language_changes_on_the_first_page_after_a_file_was_closed(qtbot, window):
    work = window.body.work
    for key in list(work.keys()):
        work.show_page(key)
    qtbot.keyClick(window, Qt.Key.Key_W, CTRL)
    window.body.choose_language("zh_CN")
    qtbot.waitUntil(lambda: work.rail._buttons["overview"].text() == "总览")
    window.body.choose_language("en")
    qtbot.waitUntil(lambda: work.rail._buttons["overview"].text() == "Overview")


def test_another_office_is_opened_over_every_page(qtbot, window, tmp_path):
    work = window.body.work
    for key in list(work.keys()):
        work.show_page(key)
        assert window.body.office.open(empty_office(tmp_path / f"{key}.perftrack"))
        assert window.body.office.open(tmp_path / "office.perftrack")
