"""The scorecards page on a past day, and linking a row to an earlier year, with real keys."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from perftrack.domain.access import Actor
from perftrack.domain.plans import Actual
from perftrack.domain.terms import Role
from perftrack.services import linking, recording
from perftrack.services.comparing import State
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock
from tests.ui.scored import PARTY, Q3, plan_named, sample_file, session_at
from ui import theme
from ui.models.scorecard_table import Column
from ui.pages.scorecards import ScorecardsPage
from ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)
ACTIVITIES, BRANCHES = 0, 1


class DaysLater(TickingClock):
    """Three days after the file was made."""

    def __call__(self) -> datetime:
        return super().__call__() + timedelta(days=3)


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """A file made on 2024-12-31 in which a value was changed on 2025-01-03."""
    theme.install(qapp, "light")
    path = sample_file(tmp_path)
    with Workspace.open(path, clock=TickingClock()) as ws:
        plan = next(each for each in ws.plans(2024) if each.name == PARTY)
        renamed = tuple(replace(each, name=each.name.replace("网格", "网络")) for each in plan.indicators)
        store_plans(ws, None, [replace(plan, year=2023, indicators=renamed)], [])
    with Workspace.open(path, clock=DaysLater()) as ws:
        recording.record_actual(ws, plan.indicators[ACTIVITIES].id, Q3, Actual("5"))
    session = session_at(path)
    yield session
    session.leave()


@pytest.fixture
def page(qtbot, session: Session) -> ScorecardsPage:
    page = ScorecardsPage(session)
    session.events.changed.connect(page.apply_changes)
    qtbot.addWidget(page)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    page.show_context()
    qtbot.waitUntil(lambda: page.isActiveWindow() and page.charts is not None)
    page.focus_plan(plan_named(session, PARTY).id, {})
    return page


def actual(page: ScorecardsPage, row: int = ACTIVITIES) -> str:
    return str(page.table.model().index(row, Column.ACTUAL).data())


def test_that_the_button_shows_the_day_before_and_escape_leads_back(page: ScorecardsPage, qtbot) -> None:
    assert actual(page) == "8"
    page.asof.button.setFocus()
    qtbot.keyClick(page.asof.button, Qt.Key.Key_Space)
    assert page.asof.banner.isVisible()
    assert page.asof.banner.accessibleName() == "As of the end of 2024-12-31, read-only"
    assert page.regions()[0] is page.asof.banner
    assert actual(page) == "4"
    assert page.table.row_name(page.table.current_row())
    day = page.asof.banner.day
    assert day.hasFocus()
    qtbot.keyClick(day, Qt.Key.Key_Escape)
    assert not page.asof.banner.isVisible()
    assert page.asof.button.hasFocus()
    assert actual(page) == "8"


def test_that_another_day_is_typed_and_the_days_with_entries_stand_out(page: ScorecardsPage, qtbot) -> None:
    page.asof.enter()
    day = page.asof.banner.day
    formats = {number: day.calendarWidget().dateTextFormat(QDate(2025, 1, number)).fontWeight() for number in (1, 2, 3)}
    assert formats[3] == QFont.Weight.Bold
    assert formats[1] != QFont.Weight.Bold
    qtbot.keyClicks(day, "20250102")
    assert page.asof.banner.accessibleName() == "As of the end of 2024-12-31, read-only"  # not while typing
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert page.asof.banner.accessibleName() == "As of the end of 2025-01-02, read-only"
    assert actual(page) == "4"
    day.setDate(QDate(2025, 6, 1))  # no later than today
    assert day.date() == QDate(2025, 1, 3)
    assert actual(page) == "8"
    day.setDate(QDate(2024, 2, 1))  # no earlier than the file
    assert day.date() == QDate(2024, 12, 31)


def test_that_the_past_stays_while_the_live_file_changes(page: ScorecardsPage, session: Session) -> None:
    page.asof.enter()
    indicator = plan_named(session, PARTY).indicators[ACTIVITIES]
    session.perform(lambda: recording.record_actual(session.workspace, indicator.id, Q3, Actual("2")))
    assert actual(page) == "4"
    page.asof.leave()
    assert actual(page) == "5"


def test_that_a_year_without_plans_then_is_said_with_the_way_back_in_sight(
    page: ScorecardsPage, session: Session
) -> None:
    page.asof.enter()
    session.show(year=2019)
    page.show_context()
    assert "2019" in page.empty.accessibleName() or page.empty.isVisible()
    assert page.asof.banner.isVisible()
    session.show(year=2024)
    page.asof.leave()
    assert page.table.isVisible()


def test_that_closing_the_file_leaves_the_past(page: ScorecardsPage, session: Session) -> None:
    page.asof.enter()
    session.leave()
    assert not page.asof.is_past
    assert not page.asof.banner.isVisible()


def test_that_a_row_is_linked_with_the_suggestion_first_and_undone(
    page: ScorecardsPage, session: Session, qtbot
) -> None:
    page.table.setFocus()
    page.choose_row(BRANCHES)
    assert page.linking.link in page.table.actions()
    assert page.linking.link.text() == "Goes on from an indicator of 2023…"
    assert not page.linking.unlink.isVisible()
    page.linking.link.trigger()
    qtbot.keyClick(page.linking.chooser.view, Qt.Key.Key_Return)
    row = plan_named(session, PARTY).indicators[BRANCHES]
    before = linking.chain_of(session.workspace, row.id)
    assert [(each.indicator.name, each.linked) for each in before] == [("保障网络党支部正常运转个数", True)]
    assert page.linking.unlink.text() == "No longer goes on from 保障网络党支部正常运转个数 (2023)"
    page.linking.unlink.trigger()
    assert linking.linked_to(session.workspace, row.id) is None
    session.perform(session.workspace.history.undo)
    assert linking.linked_to(session.workspace, row.id) == before[0].indicator.id
    assert page.linking.unlink.isVisible()


def test_that_only_who_sets_up_may_link_and_never_in_the_past_or_the_first_year(
    page: ScorecardsPage, session: Session
) -> None:
    page.asof.enter()
    page.choose_row(BRANCHES)
    assert not page.linking.link.isVisible()
    page.asof.leave()
    assert page.linking.link.isVisible()
    page.choose_row(len(page._card.scores))  # the line of the execution
    assert not page.linking.link.isVisible()
    session.workspace.act_as(Actor("某", Role.VIEWER))
    page.choose_row(BRANCHES)
    assert not page.linking.link.isVisible()
    session.workspace.act_as(None)
    session.show(year=2023)
    page.show_context()
    assert not page.linking.link.isVisible()


def test_that_years_stand_side_by_side_and_are_copied_by_key(page: ScorecardsPage, session: Session, qtbot) -> None:
    page.choose_row(BRANCHES)
    page.linking.link.trigger()
    qtbot.keyClick(page.linking.chooser.view, Qt.Key.Key_Return)
    dialog = page.years.open()
    assert dialog is not None
    assert dialog.model.years == (2024, 2023)
    qtbot.keyClick(dialog.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert "2023 保障网络党支部正常运转个数" in copied
    assert len(copied.splitlines()) == len(page._card.scores) + 3
    dialog.accept()
    session.show(year=2023)
    page.show_context()
    assert not page.years.button.isVisible()


def test_that_the_years_of_a_past_day_are_those_of_then(page: ScorecardsPage) -> None:
    page.asof.enter()
    dialog = page.years.open()
    assert dialog is not None
    assert dialog.model.index(ACTIVITIES, 1).data() == "4次"
    dialog.accept()


def test_that_a_past_day_is_explained_and_compared_as_it_was(page: ScorecardsPage, qtbot) -> None:
    page.choose_row(ACTIVITIES)
    assert "2025-01-03" in page.explanation.text()
    page.asof.button.click()
    assert "2025-01-03" not in page.explanation.text()
    assert "2024-12-31" in page.explanation.text()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    view = page.acts.comparison
    assert view is not None
    row = view._lines.rows()[view._lines.row_of(plan_named(page.session, PARTY).indicators[ACTIVITIES].id)]
    assert "3次 → 4次" in row.causes[0]
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert page.asof.is_past


def test_that_years_are_compared_along_the_link(page: ScorecardsPage) -> None:
    plan = plan_named(page.session, PARTY)
    earlier = page.session.workspace.plans(2023)[0].indicators[BRANCHES]
    linking.link(page.session.workspace, plan.indicators[BRANCHES].id, earlier.id)
    page.acts.compare.trigger()
    view = page.acts.comparison
    assert view is not None
    view.bar.state_chosen.emit(State(2023, Q3))
    causes = [cause for row in view._lines.rows() for cause in row.causes if row.name == plan.indicators[BRANCHES].name]
    assert not any("only" in cause for cause in causes)
