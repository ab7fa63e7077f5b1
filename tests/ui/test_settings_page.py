"""The settings: people in a table and a form, review, packs, language; read only for all but the officer."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from perftrack.domain.duedates import DueDate
from perftrack.domain.periods import Quarter
from perftrack.domain.terms import PlanKind, Role
from perftrack.services import settings
from tests.people import HEAD, LEAD, OFFICER, VIEWER, become, divide, person
from tests.persistence.office import open_office
from tests.ui.windows import QUIET, session_of, settings_at, shown_window
from ui.dialogs.password import PasswordDialog

pytestmark = QUIET
ENTER = Qt.Key.Key_Return


@pytest.fixture
def undivided(qtbot, tmp_path):
    with open_office(tmp_path) as workspace:
        path = workspace.path
    window = shown_window(qtbot, settings_at(tmp_path), path)
    window.body.work.show_page("settings")
    yield window
    session_of(window).leave()


@pytest.fixture
def window(undivided):
    session = session_of(undivided)
    divide(session.workspace, 2024)
    session.sign(lambda: become(session.workspace, OFFICER))
    return undivided


def page_of(window):
    return window.body.work.page()


def workspace_of(window):
    return session_of(window).workspace


def fields(window, quarter, kind):
    return next(each for each in page_of(window).review.fields if (each.quarter, each.kind) == (quarter, kind))


def test_the_first_person_is_an_officer_whoever_types(qtbot, undivided):
    form = page_of(undivided).people.form
    assert not form.role.isEnabled()
    form.name.setFocus()
    form.name.setText(OFFICER)
    qtbot.keyClick(form.name, ENTER)
    assert workspace_of(undivided).actor.name == OFFICER
    assert undivided.body.work.bar.person.text().startswith(OFFICER)
    assert page_of(undivided).people.model.rowCount() == 1


def test_a_lead_is_added_with_own_plans_by_keyboard(qtbot, window):
    part = page_of(window).people
    part.add.click()
    form = part.form
    assert form.name.hasFocus()
    form.name.setText("项目负责人丙")
    form.role.setFocus()
    qtbot.keyClick(form.role, Qt.Key.Key_Home)
    form.plan_list.setFocus()
    form.plan_list.setCurrentIndex(form.plans.index(1))
    qtbot.keyClick(form.plan_list, Qt.Key.Key_Space)
    form.save.click()
    added = person(workspace_of(window), "项目负责人丙")
    assert (added.role, added.plans) == (Role.LEAD, {workspace_of(window).plans(2024)[1].id})
    assert part.model.row(part.table.currentIndex().row()).person.name == "项目负责人丙"


def test_a_person_is_changed_and_the_change_undone_in_one_step(qtbot, window):
    part = page_of(window).people
    part.table.setCurrentIndex(part.model.index(part.model.row_of(person(workspace_of(window), VIEWER).id), 0))
    qtbot.keyClick(part.table, ENTER)
    assert part.form.name.hasFocus()
    part.form.name.setText("审计人员")
    qtbot.keyClick(part.form.name, ENTER)
    assert person(workspace_of(window), "审计人员")
    window.body.actions_["undo"].trigger()
    assert part.form.name.text() == VIEWER


def test_what_is_refused_stays_typed_and_keeps_its_row(window):
    part = page_of(window).people
    part.table.setCurrentIndex(part.model.index(3, 0))
    part.form.name.setText(HEAD)
    part.table.setCurrentIndex(part.model.index(0, 0))
    assert part.table.currentIndex().row() == 3
    assert part.form.name.text() == HEAD
    assert HEAD in part.form.reason.text()
    assert not page_of(window).may_close()
    part.form.left.emit()
    assert part.form.name.text() == LEAD
    assert page_of(window).may_close()


def test_going_to_another_person_stores_what_was_typed(window):
    part = page_of(window).people
    part.table.setCurrentIndex(part.model.index(3, 0))
    part.form.account.setText("lead")
    part.table.setCurrentIndex(part.model.index(0, 0))
    assert person(workspace_of(window), LEAD).os_user == "lead"
    assert part.form.name.text() == OFFICER


def test_escape_gives_up_what_was_typed(qtbot, window):
    part = page_of(window).people
    part.form.name.setFocus()
    part.form.name.setText("别的")
    qtbot.keyClick(part.form.name, Qt.Key.Key_Escape)
    assert part.form.name.text() == OFFICER
    assert part.table.hasFocus()


def test_the_last_officer_is_kept_with_the_reason_beside_the_form(window):
    form = page_of(window).people.form
    form.activity.click()
    assert "performance officer" in form.reason.text()
    assert person(workspace_of(window), OFFICER).active


def test_somebody_is_deactivated_and_back(window):
    part = page_of(window).people
    part.table.setCurrentIndex(part.model.index(5, 0))
    part.form.activity.click()
    assert not person(workspace_of(window), VIEWER).active
    part.form.activity.click()
    assert person(workspace_of(window), VIEWER).active


def test_the_officer_sets_the_password_of_somebody_who_lost_it(window):
    part = page_of(window).people
    part.table.setCurrentIndex(part.model.index(3, 0))
    part.form.password.click()
    dialog = next(each for each in window.findChildren(PasswordDialog) if each.isVisible())
    assert not dialog.current.isVisible()
    dialog.new.setText("一")
    dialog.again.setText("一")
    dialog.store()
    assert person(workspace_of(window), LEAD).has_password
    assert part.form.password.text() == "Change…"


def test_others_read_the_settings_and_are_told_why(window):
    session = session_of(window)
    session.sign(lambda: become(session.workspace, LEAD))
    page = page_of(window)
    assert not page.people.form.name.isEnabled()
    assert not page.people.add.isVisible()
    assert page._notice.isVisible()
    assert LEAD in page._notice.accessibleName()
    page.show_part(1)
    assert not page.review.fields[0].day.isEnabled()
    page.show_part(3)
    assert not page._notice.isVisible()
    assert page.appearance.language.part(0).isEnabled()


def test_due_dates_are_typed_short_and_shown_whole(qtbot, window):
    page_of(window).show_part(1)
    due = fields(window, Quarter.Q3, PlanKind.PROJECT)
    due.day.setFocus()
    due.day.setText("10-11")
    qtbot.keyClick(due.day, Qt.Key.Key_Tab)
    assert due.day.text() == "2024-10-11"
    due.grace.setFocus()
    due.grace.setText("3")
    qtbot.keyClick(due.grace, ENTER)
    stored = settings.due_dates(workspace_of(window), 2024)
    assert stored == {(Quarter.Q3, PlanKind.PROJECT): DueDate(date(2024, 10, 11), 3)}
    due.day.setText("")
    qtbot.keyClick(due.day, ENTER)
    assert settings.due_dates(workspace_of(window), 2024) == {}
    assert due.grace.text() == ""


def test_a_day_that_does_not_read_stays_typed_with_the_reason(qtbot, window):
    page = page_of(window)
    page.show_part(1)
    due = fields(window, Quarter.Q1, PlanKind.DEPARTMENT)
    due.day.setText("2-30")
    qtbot.keyClick(due.day, ENTER)
    assert "2-30" in page.review.reason.text()
    assert due.day.property("invalid") is True
    settings.set_approval_levels(workspace_of(window), 2)
    page.show_context()
    assert due.day.text() == "2-30"
    assert not page.may_close()
    page.show_part(0)
    assert page.tabs.current() == 1


def test_the_number_of_approvals_is_chosen_at_once(window):
    page = page_of(window)
    page.show_part(1)
    page.review.levels.part(1).click()
    assert settings.approval_levels(workspace_of(window)) == 2
    window.body.actions_["undo"].trigger()
    assert page.review.levels.current() == 0


def test_packs_are_listed_with_the_one_in_use(window):
    page = page_of(window)
    page.show_part(2)
    used = [pack.id for pack, in_use in page.packs.model.rows() if in_use]
    assert used == ["national-2021"]
    assert page.packs.model.rowCount() == 3


def test_language_and_appearance_change_at_once(qtbot, window):
    page = page_of(window)
    page.show_part(3)
    page.appearance.language.part(1).click()
    qtbot.waitUntil(lambda: page._title.text() == "设置")
    assert page.people.model.headerData(0, Qt.Orientation.Horizontal) == "姓名"
    page.appearance.language.part(2).click()
    page.appearance.scheme.part(1).click()
    assert session_of(window).settings.text("scheme") == "light"
    qtbot.waitUntil(lambda: page._title.text() == "Settings")


def test_f6_goes_round_the_parts(qtbot, window):
    page = page_of(window)
    assert [part.isVisibleTo(page) for part in page.regions()] == [True, True, True]
    for index in range(4):
        page.show_part(index)
        assert all(part.focusPolicy() != Qt.FocusPolicy.NoFocus for part in page.regions())
