"""The scorecards page looks ahead: the year's end in band, chart and list; nothing where the year is in."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.scored import PARTY, Q1, Q3, Q4, plan_named, sample_file, session_at
from ui import theme
from ui.pages.scorecards import ScorecardsPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", extend=True)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return sample_file(tmp_path_factory.mktemp("office"))


@pytest.fixture
def page(qtbot, office, qapp):
    theme.install(qapp, "light")
    session = session_at(office)
    page = ScorecardsPage(session)
    qtbot.addWidget(page)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    page.show_context()
    page.focus_plan(plan_named(session, PARTY).id, {})
    qtbot.waitUntil(lambda: page.isActiveWindow() and page.charts is not None)
    yield page
    session.leave()


def at(page, quarter) -> None:
    page.session.show(quarter=quarter)
    page.show_context()


def test_that_the_band_says_how_the_year_is_likely_to_end(page):
    said = page.band.ahead.accessibleName()
    assert said.startswith("Year end 87.88 良 low ")
    assert "high" in said
    assert "forecast 87.88" in page.band._bar.accessibleName()


def test_that_the_year_end_is_not_said_once_everything_is_in(page):
    at(page, Q4)
    assert page.band.ahead.accessibleName() == ""
    assert "forecast" not in page.band._bar.accessibleName()
    assert "Year end" not in page.charts.trend.accessibleDescription()


def test_that_nothing_reported_cannot_be_said_and_is_no_zero(page):
    from dataclasses import replace

    plan = plan_named(page.session, PARTY)
    bare = replace(
        plan,
        indicators=tuple(replace(each, actuals={}) for each in plan.indicators),
        funds=tuple(replace(fund, executed={}) for fund in plan.funds),
    )
    page.session.workspace._years[2024][plan.id] = bare
    page.show_context()
    assert page.band.ahead.accessibleName() == "Year end cannot be said yet"
    assert page.charts.gains.model.rowCount() == 0
    assert "nothing can be said" in page.charts.gains._none.text()
    page.session.workspace.forget()


def test_that_the_charts_go_on_to_the_year_end_and_name_the_method(page):
    page.choose_row(3)
    told = page.charts.trend.accessibleDescription()
    assert "Year end 68%" in told
    assert "give or take the spread seen so far" in told
    page.choose_row(7)
    assert "Year end" in page.charts.execution.accessibleDescription()


def test_that_points_to_be_won_are_walked_by_keys_and_lead_to_their_row(page, qtbot):
    sides = page.charts.sides
    sides.part(0).setFocus()
    qtbot.keyClick(sides.part(0), Qt.Key.Key_Right)
    qtbot.keyClick(sides.part(1), Qt.Key.Key_Space)
    assert page.charts.left() is page.charts.gains
    table = page.charts.gains.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.table.current_row() == page.charts.gains.model.line(1).row
    assert page.regions()[-1] is page.charts.gains
    assert "the least effort first" in page.charts.gains.note()


def test_that_another_quarter_has_its_own_forecast(page):
    at(page, Q1)
    first = page.band.ahead.accessibleName()
    at(page, Q3)
    assert page.band.ahead.accessibleName() != first
