"""Killed while somebody types, the program brings the text back; so it does after a save that failed."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from perftrack.services import commenting
from perftrack.services.draftkeeping import DraftKeeper, KeptDraft
from tests.people import LEAD, OTHER_LEAD, become, divide
from tests.ui.entering import type_text
from tests.ui.scored import Q3, plan_named, sample_file, session_at
from ui import theme
from ui.delegates.roles import LOOK, State
from ui.frame.status_line import StatusLine
from ui.models.drafts import Draft, Drafts
from ui.models.entry_columns import Column
from ui.pages.entry import EntryPage
from ui.pages.entry_parts.comments_section import CommentsSection

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)

PLAN, SATISFACTION, PAYMENT = "社区服务群众经费", "受益群体满意度", "资金拨付及时率"

#: Types into the page in a process of its own and waits to be killed: a refused value, then prose in an open editor.
TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.people import LEAD, OTHER_LEAD, become, divide
from tests.ui.entering import type_text
from tests.ui.scored import Q3, plan_named, session_at
from ui import theme
from ui.app import application
from ui.models.entry_columns import Column
from ui.pages.entry import EntryPage

app = application()
theme.install(app, "light")
session = session_at(Path(sys.argv[1]), Q3)
session.drafts_folder = Path(sys.argv[2])
page = EntryPage(session)
page.resize(1294, 696)
page.show()
page.activateWindow()
assert QTest.qWaitForWindowActive(page)
page.show_context()
plan = plan_named(session, sys.argv[3])
item = next(each for each in plan.indicators if each.name == sys.argv[4])
page.focus_plan(plan.id, {"indicator_id": item.id})
QTest.keyClicks(page.body.grid.viewport(), "a")
QTest.keyClicks(QApplication.focusWidget(), "bout88")
QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
page.body.grid.setFocus()  # past the last row the funds had it
page.body.grid.go_to(page.grid.row_of(item.id), page.grid.section(Column.REMEDY))
QTest.keyClicks(page.body.grid.viewport(), "r")
QTest.keyClicks(QApplication.focusWidget(), "ain all week")
print("typed", flush=True)
app.exec()
"""


def opened(qtbot, path, folder):
    session = session_at(path, Q3)
    session.drafts_folder = folder
    page = EntryPage(session)
    qtbot.addWidget(page)
    session.events.changed.connect(page.apply_changes)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    page.show_context()
    page.focus_plan(plan_named(session, PLAN).id, {})
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)  # the page, or what it asks first
    return session, page


@pytest.fixture
def office(tmp_path, qapp):
    theme.install(qapp, "light")
    return sample_file(tmp_path), tmp_path / "drafts"


def indicator(session, name):
    return next(item for item in plan_named(session, PLAN).indicators if item.name == name)


def cell(page, session, name, column=None):
    row = page.grid.row_of(indicator(session, name).id)
    return page.grid.index(row, page.grid.value_column(row) if column is None else page.grid.section(column))


def test_that_a_kill_while_typing_loses_no_word(qtbot, office):
    path, folder = office
    session = session_at(path, Q3)
    keeper = DraftKeeper(folder, session.workspace.file_id)
    session.leave()
    command = [sys.executable, "-c", TYPING, str(path), str(folder), PLAN, SATISFACTION]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "typed\n"
            qtbot.waitUntil(lambda: any(draft.text == "rain all week" for draft in keeper.read()), timeout=4000)
        finally:
            process.kill()
    session, page = opened(qtbot, path, folder)
    status = StatusLine(session)
    qtbot.addWidget(status)
    value, remedy = cell(page, session, SATISFACTION), cell(page, session, SATISFACTION, Column.REMEDY)
    assert value.data() == "about88"
    assert value.data(LOOK).state & State.REFUSED
    assert "about88" in value.data(Qt.ItemDataRole.ToolTipRole)
    assert remedy.data() == "rain all week"
    assert remedy.data(LOOK).state & State.UNSAVED
    assert session.pending == (1, 1)
    assert "2" in status.words()
    page.body.grid.setFocus()
    page.body.grid.setCurrentIndex(remedy)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_F2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert indicator(session, SATISFACTION).deviations[Q3].remedy == "rain all week"
    page.body.grid.setCurrentIndex(value)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not keeper.path.exists())
    session.leave()


def test_that_what_could_not_be_saved_is_there_again_when_the_file_is(qtbot, office):
    path, folder = office
    session, page = opened(qtbot, path, folder)
    moved = path.with_name("elsewhere.perftrack")
    page.focus_plan(page.plan_id, {"indicator_id": indicator(session, PAYMENT).id})
    os.rename(path, moved)
    qtbot.keyClicks(page.body.grid.viewport(), "8")
    qtbot.keyClicks(QApplication.focusWidget(), "8.2")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.may_close()
    session.leave()
    session, page = opened(qtbot, moved, folder)
    index = cell(page, session, PAYMENT)
    assert index.data() == "88.2"
    assert index.data(LOOK).state & State.UNSAVED
    session.leave()


def test_that_a_note_being_written_comes_back(qtbot, office):
    path, folder = office
    session, page = opened(qtbot, path, folder)
    page._show_details(True)
    page.focus_plan(page.plan_id, {"indicator_id": indicator(session, PAYMENT).id})
    page.details.panel.note.setFocus()
    qtbot.keyClicks(page.details.panel.note, "half a")
    keeper = DraftKeeper(folder, session.workspace.file_id)
    qtbot.waitUntil(lambda: [draft.text for draft in keeper.read()] == ["half a"])
    kept = keeper.read()
    qtbot.keyClick(page.details.panel.note, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not keeper.path.exists())
    page.hide()
    session.leave()
    keeper.write(kept)  # as a crash would have left it
    session, page = opened(qtbot, path, folder)
    page._show_details(True)
    page.focus_plan(page.plan_id, {"indicator_id": indicator(session, PAYMENT).id})
    note = page.details.panel.note
    assert isinstance(note, QPlainTextEdit)
    assert note.toPlainText() == "half a"
    note.setFocus()
    page.body.grid.setFocus()
    assert indicator(session, PAYMENT).actuals[Q3].note == "half a"
    assert page._drafts.counts() == (0, 0)
    session.leave()


def test_that_a_note_that_could_not_be_saved_stays_in_its_field(qtbot, office):
    path, folder = office
    session, page = opened(qtbot, path, folder)
    page._show_details(True)
    page.focus_plan(page.plan_id, {"indicator_id": indicator(session, PAYMENT).id})
    note, moved = page.details.panel.note, path.with_name("elsewhere.perftrack")
    os.rename(path, moved)
    note.setFocus()
    qtbot.keyClicks(note, "half a")
    page.body.grid.setFocus()
    assert note.toPlainText() == "half a"
    assert page._drafts.counts() == (1, 0)
    os.rename(moved, path)
    note.setFocus()
    page.body.grid.setFocus()
    assert indicator(session, PAYMENT).actuals[Q3].note == "half a"
    assert page._drafts.counts() == (0, 0)
    session.leave()


def test_that_drafts_without_a_place_are_listed_and_stay_until_they_are_thrown_away(qtbot, office):
    path, folder = office
    session = session_at(path, Q3)
    keeper = DraftKeeper(folder, session.workspace.file_id)
    session.leave()
    keeper.write([KeptDraft("gone", "cause", 3, "rain", "a plan", "an indicator")])
    session, page = opened(qtbot, path, folder)
    assert [draft.text for draft in page._drafts.gone()] == ["rain"]
    page._drafts.flush()
    assert [draft.text for draft in keeper.read()] == ["rain"]
    page._drafts.forget_gone()
    page._drafts.flush()
    assert keeper.read() == ()
    session.leave()


def test_that_without_a_folder_drafts_stay_in_memory(qapp, tmp_path):
    from perftrack.errors import UserError

    drafts = Drafts()
    drafts.keep(("a", "cause", 3), Draft("x", UserError("locked"), refused=False))
    drafts.typing(("b", "note", 3), "y")
    drafts.flush()
    assert drafts.counts() == (1, 0)
    assert list(tmp_path.iterdir()) == []


def test_that_a_comment_being_written_survives_the_program_and_is_no_draft_once_sent(qtbot, office):
    path, folder = office
    session, page = opened(qtbot, path, folder)
    page._show_details(True)
    page.focus_plan(plan_named(session, PLAN).id, {"indicator_id": indicator(session, PAYMENT).id})
    field = comments_of(page).field
    field.setFocus()
    qtbot.keyClicks(field, "who has the receipt")
    page._drafts.flush()
    session.leave()
    session, page = opened(qtbot, path, folder)
    page._show_details(True)
    assert session.pending == (1, 0)
    page.focus_plan(plan_named(session, PLAN).id, {"indicator_id": indicator(session, PAYMENT).id})
    field = comments_of(page).field
    assert field.text() == "who has the receipt"
    field.setFocus()
    qtbot.keyClicks(field, "?")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    said = commenting.comments(session.workspace, page.plan_id)
    assert [each.words for each in said] == ["who has the receipt?"]
    assert session.pending == (0, 0)
    page._drafts.flush()
    keeper = DraftKeeper(folder, session.workspace.file_id)
    assert keeper.read() == ()
    session.leave()


def comments_of(page) -> CommentsSection:
    return page.details.findChild(CommentsSection)


def test_that_drafts_are_the_own_ones_of_whoever_is_signed_in(qtbot, office):
    path, folder = office
    session, page = opened(qtbot, path, folder)
    page.focus_plan(page.plan_id, {"indicator_id": indicator(session, PAYMENT).id})
    type_text(qtbot, page.body.grid, "before")
    page._drafts.flush()
    divide(session.workspace, 2024)
    page.hide()
    session.leave()
    session, page = opened(qtbot, path, folder)
    session.actor_changed.connect(page.show_context)
    for who, expected in ((OTHER_LEAD, "before"), (LEAD, "87.5%"), (OTHER_LEAD, "mine")):
        assert page.may_close()
        session.sign(lambda who=who: become(session.workspace, who))
        page.focus_plan(plan_named(session, PLAN).id, {"indicator_id": indicator(session, PAYMENT).id})
        assert cell(page, session, PAYMENT).data() == expected
        if expected == "before":
            qtbot.keyClick(page.body.grid, Qt.Key.Key_Escape)
            type_text(qtbot, page.body.grid, "mine")
    assert DraftKeeper(folder, session.workspace.file_id).read() == ()
    session.leave()
