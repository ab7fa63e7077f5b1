"""The overview: what stands in it, where it leads, and that keys do all the mouse does."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from perftrack.domain.duedates import DueDate
from perftrack.domain.gaps import gaps_of
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Department, Deviation
from perftrack.domain.scorecards import score_plan
from perftrack.domain.terms import PlanKind, ReviewState
from perftrack.services import checking, recording, reporting, reviewing, settings, worklists
from perftrack.services.importing.package import import_into_new
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock
from tests.golden.office import FOLDER
from tests.ui.scored import PARTY, indicator, plan_named, sample_file, session_at, small_plan
from tests.ui.windows import QUIET, session_of, settings_at, shown_window
from ui import theme
from ui.delegates import painting
from ui.delegates.roles import LOOK, Heat, Look
from ui.models.heat import heat_cells, heat_columns, heat_names
from ui.models.losses import LossTable, to_look_at
from ui.models.overview_table import OverviewTable
from ui.models.waiting import WaitingTable, latest_quarter, waiting_rows
from ui.pages.overview import OverviewPage

pytestmark = QUIET
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
Q1, Q2, Q3, Q4 = Quarter
PUBLISHED = FOLDER / "published-2024.json"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return sample_file(tmp_path_factory.mktemp("office"))


@pytest.fixture
def session(office, qapp):
    theme.install(qapp, "light")
    session = session_at(office)
    yield session
    session.leave()


@pytest.fixture
def page(qtbot, session):
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.resize(1294, 696)
    page.show_context()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def asked(page):
    """Where the page asked to go."""
    places = []
    page.open_requested.connect(lambda *place: places.append(place))
    return places


def column(page, key):
    return [page._model.index(row, page._model.column(key)).data() for row in range(page._model.rowCount())]


def test_the_totals_are_those_of_the_scorecards(page):
    assert column(page, "score") == ["90.05", "97.32", "83.55", "96.17", "86.08", "94.79"]
    assert page._band._total._number.text() == "90.05"
    assert page._band._total._word.text() == "优"
    assert page._band._total._aside.text() == "优 4　良 2"


def test_spending_is_held_against_the_calendar_in_words(page):
    assert page._band._spent._number.text() == "71.30"
    assert "3.70 points behind" in page._band._execution.accessibleName()
    assert "75%" in page._band._execution.accessibleName()


def test_the_lights_of_all_indicators_are_counted(page):
    assert page._band._lights.accessibleName() == "Green 25, Yellow 9, Red 2, Blue 1, Not reported 1"


def test_what_is_missing_this_quarter_is_said_also_where_an_earlier_value_stands(page):
    assert column(page, "state") == [
        "All filled in", "All filled in", "Being filled in", "All filled in", "All filled in", "Not reported",
    ]  # fmt: skip
    look = page._model.look(5, page._model.column("state"))
    assert "7 value" in look.subtext
    assert "spending" in look.subtext
    assert look.subtone == "red"


def test_the_heat_map_has_one_cell_per_level_and_the_department_spans(page):
    start = page._model.heat_start()
    words = [page._model.index(2, start + i).data() for i in range(4)]
    assert words == ["99", "100", "35", "98"]
    look = page._model.look(2, start + 2).draw
    assert isinstance(look, Heat)
    assert look.light == "red"
    assert page._table.columnSpan(0, start) == 2
    assert page._model.look(0, start).draw.label == "履职效能"


def test_only_what_is_full_says_100():
    nearly = small_plan(indicator("覆盖率", "=1000个", "40", "999"), executed={Q1: "30"})
    card = score_plan(nearly, reporting.bundled.shipped_pack("national-2020"), Q1)
    assert heat_cells(card, heat_names([card]))[0].words == "99"


def test_levels_nobody_reported_are_grey_and_without_a_number():
    silent = small_plan(indicator("覆盖率", "=100%", "40"))
    card = score_plan(silent, reporting.bundled.shipped_pack("national-2020"), Q1)
    cell = heat_cells(card, heat_names([card]))[0]
    assert (cell.words, cell.light.value) == ("—", "grey")


def test_more_level_names_than_columns_still_all_find_a_place():
    many = [indicator(str(i), "=100%", "10", "100%", level1=f"第{i}级") for i in range(9)]
    card = score_plan(small_plan(*many), reporting.bundled.shipped_pack("national-2020"), Q1)
    names = heat_names([card])
    cells = heat_cells(card, names)
    assert heat_columns(names) == len(cells) == 6
    assert [cell.first for cell in cells] == list(range(6))


def test_enter_on_a_row_opens_its_scorecard(qtbot, page, session):
    places = asked(page)
    page._table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page._table, Qt.Key.Key_Down)
    qtbot.keyClick(page._table, Qt.Key.Key_Return)
    assert places == [("scorecards", session.workspace.plans(2024)[1].id, {})]


def test_enter_on_a_heat_cell_opens_the_scorecard_at_that_level(qtbot, page, session):
    places = asked(page)
    page._table.setFocus(Qt.FocusReason.TabFocusReason)
    page._table.setCurrentIndex(page._model.index(2, page._model.heat_start() + 1))
    qtbot.keyClick(page._table, Qt.Key.Key_Right)
    qtbot.keyClick(page._table, Qt.Key.Key_Return)
    assert places == [("scorecards", plan_named(session, "社区服务群众经费").id, {"level1": "效益指标"})]


def test_a_click_opens_what_it_hits(qtbot, page, session):
    places = asked(page)
    where = page._table.visualRect(page._model.index(4, page._model.column("plan"))).center()
    qtbot.mouseClick(page._table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert places == [("scorecards", plan_named(session, PARTY).id, {})]


def test_waiting_leads_to_the_entry_of_the_plan(qtbot, page, session):
    places = asked(page)
    table = page._waiting.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert places == [("entry", plan_named(session, "网格党支部书记报酬").id, {})]


def test_losses_are_sorted_and_lead_to_their_indicator(qtbot, page):
    places = asked(page)
    rows = page._losses.table.model().rows()
    lost = [row.score.lost for row in rows]
    assert lost == sorted(lost, reverse=True)
    assert (rows[0].score.indicator.name, lost[0]) == ("提升社区环境质量", Decimal(10))
    page._losses.table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page._losses.table, Qt.Key.Key_Return)
    assert places[0][2]["indicator_id"] == rows[0].score.indicator.id


def test_all_losses_are_shown_when_asked_for(qtbot, page):
    losses = page._losses
    assert losses.table.model().rowCount() < len(losses._rows)
    losses._more.click()
    assert losses.table.model().rowCount() == len(losses._rows)
    assert not losses._more.isVisible()


def test_what_is_green_or_explained_is_not_to_look_at(session):
    overview = reporting.overview(session.workspace, 2024, Q3)
    losses = to_look_at(overview.losses)
    assert losses
    assert not [loss for loss in losses if loss.score.light.value == "green"]
    blue = next(loss for loss in losses if loss.score.light.value == "blue")
    told = {Q3: Deviation(cause="增加了一次主题党日")}
    explained = replace(blue, score=replace(blue.score, indicator=replace(blue.score.indicator, deviations=told)))
    assert to_look_at([explained]) == []


def test_the_table_is_copied_as_tab_separated_text(qtbot, page):
    page._table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 7
    assert lines[0].split("\t")[:4] == ["Light", "Plan", "Owner", "Score"]
    assert "83.55" in lines[3].split("\t")


def test_sorting_by_a_column_and_back_to_the_order_of_the_sheets(page):
    model = page._model
    model.sort(model.column("score"), Qt.SortOrder.DescendingOrder)
    assert column(page, "score")[0] == "97.32"
    assert page._table.columnSpan(5, model.heat_start()) + page._table.columnSpan(3, model.heat_start()) >= 2
    model.sort(-1)
    assert column(page, "score")[0] == "90.05"
    assert page._table.columnSpan(0, model.heat_start()) == 2


def test_another_quarter_shows_other_figures(page, session):
    session.show(quarter=Q1)
    page.show_context()
    assert "Q1" in page._until.text()
    assert column(page, "score")[0] != "90.05"
    assert len(page._model.row(0).source.totals) == 1


def test_a_stored_value_is_shown_at_once(page, session):
    plan = plan_named(session, "社区服务群众经费")
    silent = next(item for item in plan.indicators if Q3 not in item.actuals)
    changes = recording.record_actual(session.workspace, silent.id, 3, Actual("达成"))
    page.apply_changes(changes, None)
    assert column(page, "state")[2] == "All filled in"
    session.workspace.history.undo()


def test_the_trend_gives_way_in_a_narrow_window(page):
    trend = page._model.column("trend")
    assert not page._table.isColumnHidden(trend)
    page.resize(1108, 568)
    assert page._table.isColumnHidden(trend)


def test_f6_finds_the_three_tables_of_the_page(page):
    assert page.regions() == [page._table, page._waiting.table, page._losses.table]


def test_every_table_has_a_name_and_every_cell_can_be_heard(page):
    for table in page.regions():
        assert table.accessibleName()
    model = page._model
    heard = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(heard) == "Red"
    assert "优" in model.index(0, model.column("score")).data(heard)
    assert model.index(2, model.heat_start() + 2).data(heard).startswith("Red, 35, 效益指标")


def test_the_models_are_sound(session):
    overview = reporting.overview(session.workspace, 2024, Q3)
    table, waiting, losses = OverviewTable(), WaitingTable(), LossTable()
    for model in (table, waiting, losses):
        QAbstractItemModelTester(model, FATAL)
    lists = worklists.work_lists(session.workspace, 2024, Q3)
    table.show_overview(overview.rows, lists)
    table.sort(3, Qt.SortOrder.DescendingOrder)
    waiting.show_rows(waiting_rows(lists))
    losses.show_rows(list(overview.losses))
    assert isinstance(table.index(0, 3).data(LOOK), Look)
    table.show_overview([], lists)
    assert table.rowCount() == 0


def test_excluded_indicators_and_funds_without_money_are_not_waited_for():
    plan = small_plan(
        indicator("甲", "=100%", "40", excluded="本年不开展"),
        indicator("乙", "=100%", "40", "100%"),
        executed={Q1: "1"},
    )
    assert not gaps_of(plan, Q1)
    assert gaps_of(plan, Q2).nothing_yet
    assert gaps_of(plan, Q2).funds


def test_a_dash_is_no_report():
    plan = small_plan(indicator("甲", "=100%", "40", "—"), executed={Q1: "1"})
    assert len(gaps_of(plan, Q1).indicators) == 1


def test_a_report_that_does_not_read_is_still_waited_for():
    plan = small_plan(indicator("甲", "=100%", "40", "约89%"), executed={Q1: "1"})
    assert len(gaps_of(plan, Q1).indicators) == 1


def test_the_latest_quarter_is_the_last_with_anything_in_it():
    assert latest_quarter([]) is Q1
    assert latest_quarter([small_plan(indicator("甲", "=100%", "40", "90%", "95%"))]) is Q2
    assert latest_quarter([small_plan(indicator("甲", "=100%", "40", "90%"), executed={Q3: "30"})]) is Q3


def test_before_anything_is_reported_there_is_no_total_and_no_rating(qtbot, qapp, tmp_path):
    path = tmp_path / "fresh.perftrack"
    import_into_new(path, PUBLISHED, clock=TickingClock())
    session = session_at(path, Q1)
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.show_context()
    assert (page._band._total._number.text(), page._band._total._word.text()) == ("—", "")
    assert page._band._total._aside.text() == "Not reported 6"
    assert column(page, "score") == ["—"] * 6
    look = page._model.index(0, page._model.column("trend")).data(LOOK)
    assert list(look.draw.actual) == [None]
    assert page._model.block()[1][3:5] == ["—", ""]
    session.leave()


def test_the_first_plans_take_the_keys_from_the_empty_page(qtbot, qapp, tmp_path):
    path = tmp_path / "office.perftrack"
    Workspace.create(path, Department("昌吉市人民政府延安北路街道办事处"), clock=TickingClock()).close()
    window = shown_window(qtbot, settings_at(tmp_path), path)
    page = window.body.work.page()
    assert page._empty.isAncestorOf(QApplication.focusWidget())
    window.body.office.take(PUBLISHED)
    qtbot.waitUntil(page._table.hasFocus)
    session_of(window).leave()


def test_each_state_is_said_with_what_is_to_be_known_of_it(page, session, tmp_path, qapp):
    workspace = session.workspace
    day = settings.day_of_today(workspace)
    settings.set_due_date(workspace, 2024, 3, PlanKind.PROJECT, DueDate(date.fromordinal(day.toordinal() - 3)))
    plan = plan_named(session, "社区运转经费")
    for point in checking.check(workspace, plan.id, Q3).points:
        checking.answer(workspace, plan.id, Q3, point.key, "已核实")
    reviewing.submit(workspace, plan.id, Q3)
    page.show_context()
    states = column(page, "state")
    assert states[3] == "Submitted"
    model = page._model
    assert model.look(3, model.column("state")).subtext.startswith("submitted ")
    late = model.look(5, model.column("state"))
    assert (states[5], late.subtone) == ("Not reported", "red")
    assert late.subtext.startswith("late by 3")
    rows = page._waiting.table.model().rows()
    assert [row.review.state for row in rows] == [ReviewState.DRAFT, ReviewState.DRAFT, ReviewState.SUBMITTED]
    assert [row.late for row in rows] == [3, 3, 0]
    waiting = page._waiting.table
    place = waiting.model().column("missing")
    words = [waiting.model().index(row, place).data() for row in range(3)]
    assert (words[0][:13], words[0][-9:]) == ("late by 3 day", "7 missing")
    room = waiting.columnWidth(place) - 2 * theme.CELL_PADDING
    assert max(painting.width(each, theme.SMALL) for each in words) <= room
    reviewing.approve(workspace, [(plan.id, Q3)])
    page.show_context()
    assert column(page, "state")[3] == "Approved"
    reviewing.send_back(workspace, plan.id, Q3, "请核对")
    page.show_context()
    assert column(page, "state")[3] == "Returned"
    settings.set_due_date(workspace, 2024, 3, PlanKind.PROJECT, None)


def test_a_locked_quarter_and_a_plan_that_fell_away_are_said(session):
    overview = reporting.overview(session.workspace, 2024, Q3)
    lists = worklists.work_lists(session.workspace, 2024, Q3)
    table = OverviewTable()
    QAbstractItemModelTester(table, FATAL)
    table.show_overview(overview.rows, lists, locked=True)
    state = table.column("state")
    assert {table.index(row, state).data() for row in range(6)} == {"Locked"}
    table.show_overview(overview.rows, replace(lists, to_report=lists.to_report[1:], to_review=(), approved=()))
    assert "Not applicable" in {table.index(row, state).data() for row in range(6)}
    table.sort(state, Qt.SortOrder.DescendingOrder)
    assert table.index(5, state).data() == "Not applicable"
