"""财政复核 in the window: reached from everywhere, explained by keys, leading to its cell, clear at last."""

import pytest
from PySide6.QtCore import Qt

from perftrack.domain.periods import Quarter
from tests.people import VIEWER, become, divide
from tests.ui.scored import PARTY, plan_named, sample_file
from tests.ui.windows import QUIET, commit, session_of, settings_at, shown_window

pytestmark = QUIET
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, tmp_path):
    window = shown_window(qtbot, settings_at(tmp_path), sample_file(tmp_path))
    session_of(window).show(2024, Quarter.Q4)
    yield window
    window.close()


@pytest.fixture
def page(window):
    window.body.work.show_page("bureau")
    return window.body.work.page()


def codes(page) -> list[str]:
    return [line.alert.alarm.finding.code for line in page.model.rows()]


def write(text, words: str) -> None:
    text.setFocus()
    text.selectAll()
    commit(text, words)


def test_that_it_is_found_from_overview_scorecards_and_search(qtbot, window):
    work = window.body.work
    work.show_page("overview")
    qtbot.mouseClick(work.page()._bureau, Qt.MouseButton.LeftButton)
    assert work.current == "bureau"
    work.show_page("scorecards", plan_named(session_of(window), PARTY).id)
    work.page().clearing.trigger()
    assert work.current == "bureau"
    assert work.page()._line().alert.alarm.card.plan.name == PARTY
    titles = [entry.title for entry in work.search_entries()]
    assert "Go to Bureau check" in titles


def test_that_the_head_counts_and_the_editor_shows_the_draft(page):
    left, count = page.model.counts()
    assert page._note.text() == f"{left} to explain of {count} in 3 plans"
    row = codes(page).index("loss_without_cause")
    page.go_to(row)
    cause, remedy = page.editor.texts()
    assert "[to be completed" in cause
    assert "[to be completed" in remedy
    assert "brackets" in page.editor._note.text()


def test_that_a_cause_is_completed_and_stored_by_keys_alone(qtbot, page):
    row = codes(page).index("loss_without_cause")
    key = page.model.row(row).alert.key
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(row, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.editor.cause.hasFocus()
    write(page.editor.cause, "天冷路滑，活动改期")
    qtbot.keyClick(page.editor.cause, Qt.Key.Key_Tab)
    assert page.editor.remedy.hasFocus()
    write(page.editor.remedy, "明年三月补办")
    count = page.model.rowCount()
    qtbot.keyClick(page.editor.remedy, Qt.Key.Key_Return, CONTROL)
    assert page.model.row_of(key) < 0
    assert page.model.rowCount() == count - 1
    page.session.perform(page.session.workspace.history.undo)
    assert page.model.row_of(key) >= 0


def test_that_what_was_typed_stays_with_its_alarm_until_it_is_stored(page):
    row = codes(page).index("loss_without_cause")
    page.go_to(row)
    write(page.editor.cause, "还没写完")
    page.go_to(0)
    page.session.events.changed.emit(_nothing(), None)
    page.go_to(row)
    assert page.editor.texts()[0] == "还没写完"


def _nothing():
    from perftrack.services.changes import Changes

    return Changes("record")


def test_that_another_kind_of_cause_writes_the_draft_anew(qtbot, page):
    row = codes(page).index("loss_without_cause")
    page.go_to(row)
    before = page.editor.texts()
    qtbot.mouseClick(page.editor.kinds.part(2), Qt.MouseButton.LeftButton)
    assert page.editor.texts() != before


def test_that_each_leads_to_its_cell(qtbot, window, page):
    page.go_to(codes(page).index("loss_without_cause"))
    item = page._line().alert.alarm.score.indicator.id
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_J, CONTROL)
    assert window.body.work.current == "entry"
    entry = window.body.work.page()
    assert entry.grid.place_of_indicator(item) == entry.body.grid.currentIndex().row()


def test_that_an_explained_plan_stays_in_sight_and_no_longer_counts(page):
    page.go_to(codes(page).index("unspent"))
    left = page.model.counts()[0]
    page.editor.stored.emit("尾款按合同于次年支付", "一月内付清")
    assert page.model.counts()[0] == left - 1
    assert page.model.row(codes(page).index("unspent")).alert.cleared


def test_that_nothing_left_is_said(window, page):
    session_of(window).show(2024, Quarter.Q1)
    assert page.clear.isVisible()
    assert page.clear.accessibleName() == "Nothing the finance side would stop at"
    assert not page.editor.isVisible()
    assert page.regions() == [page.clear]


def test_that_who_may_not_enter_only_reads(window, page):
    workspace = page.session.workspace
    divide(workspace, 2024)
    page.session.sign(lambda: become(workspace, VIEWER))
    page.go_to(0)
    assert page.editor.cause.isReadOnly()
    assert not page.editor.save.isVisible()
    assert "Only for reading" in page.editor._note.text()


def test_that_everything_has_a_name(page):
    for part in (page.table, page.editor.cause, page.editor.remedy, page.editor.kinds):
        assert part.accessibleName()
