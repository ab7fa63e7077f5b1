"""The scorecards page: one row is chosen everywhere, keys lead to every part, nothing is loaded before it is shown."""

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from perftrack.domain.findings import Finding
from perftrack.domain.plans import Actual
from perftrack.domain.terms import Severity
from perftrack.services import recording
from perftrack.services.changes import Changes
from tests.ui.scored import PARTY, Q1, Q3, Q4, cards_of, indicator, plan_named, sample_file, session_at, small_plan
from ui import theme
from ui.models.findings import FindingLine
from ui.models.scorecard_table import Column
from ui.pages.scorecards import ScorecardsPage, _dearest
from ui.widgets.chooser import Chooser

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return sample_file(tmp_path_factory.mktemp("office"))


@pytest.fixture
def session(office, qapp):
    theme.install(qapp, "light")
    session = session_at(office)
    yield session
    session.leave()


def show_page(qtbot, session) -> ScorecardsPage:
    page = ScorecardsPage(session)
    qtbot.addWidget(page)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    page.show_context()
    qtbot.waitUntil(lambda: page.isActiveWindow() and page.charts is not None)
    return page


@pytest.fixture
def page(qtbot, session):
    page = show_page(qtbot, session)
    page.focus_plan(plan_named(session, PARTY).id, {})
    return page


def shown(page) -> tuple[str, str, int | None]:
    """What table, explanation and waterfall point at."""
    row = page.table.current_row()
    return page.table.row_name(row), page.explanation.view.accessibleName(), page.charts.waterfall._current


def test_pyqtgraph_comes_in_only_when_the_page_is_shown(tmp_path):
    path = sample_file(tmp_path)
    code = f"""
import sys
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QEventLoop, QTimer
from pathlib import Path
from tests.ui.scored import session_at
from ui.pages.scorecards import ScorecardsPage, _dearest
app = QApplication(["-platform", "offscreen"])
page = ScorecardsPage(session_at(Path({str(path)!r})))
assert "pyqtgraph" not in sys.modules, "imported by building the page"
page.show()
page.show_context()
assert "pyqtgraph" not in sys.modules, "imported before the numbers stand there"
loop = QEventLoop()
QTimer.singleShot(0, loop.quit)
loop.exec()
assert "pyqtgraph" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_the_dearest_loss_is_chosen_at_first(page):
    assert shown(page) == ("保障网格党支部正常运转", "保障网格党支部正常运转", 5)


def test_a_row_without_a_score_is_chosen_only_where_nothing_else_was_lost():
    silent = indicator("甲", "≥90%", "40")
    late = indicator("乙", "≥90%", "20", "81%")
    spent = {Q1: "120"}
    assert _dearest(cards_of(small_plan(silent, late, executed=spent))[Q1]) == 1
    assert _dearest(cards_of(small_plan(indicator("丙", "≥90%", "20", "95%"), silent, executed=spent))[Q1]) == 1
    assert _dearest(cards_of(small_plan(indicator("丁", "≥90%", "20", "95%"), executed=spent))[Q1]) == 0


def test_arrow_keys_in_the_table_move_explanation_and_charts_along(page, qtbot):
    page.table.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Up)
    assert shown(page) == ("资金拨付及时率", "资金拨付及时率", 3)
    assert "资金拨付及时率: 7.56 of 10 points" in page.explanation.text()
    assert page.charts.shown() is page.charts.trend
    assert "资金拨付及时率" in page.charts.trend.accessibleDescription()


def test_a_click_in_the_table_chooses_the_row(page, qtbot):
    index = page.table.model().index(1, Column.NAME)
    where = page.table.visualRect(index).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shown(page)[2] == 1


def test_a_step_of_the_waterfall_chooses_the_row_everywhere(page, qtbot):
    qtbot.keyClick(page.charts.waterfall, Qt.Key.Key_Right)
    assert shown(page) == ("Budget execution", "Budget execution", 7)


def test_the_execution_row_shows_the_execution_curve(page):
    page.choose_row(7)
    assert page.charts.shown() is page.charts.execution
    assert "24.30" in page.charts.execution.accessibleDescription()
    page.choose_row(0)
    assert page.charts.shown() is page.charts.trend


def test_control_page_down_and_up_go_from_plan_to_plan_and_round(page, qtbot):
    names = [plan.name for plan in page.session.workspace.plans(2024)]
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.head.title.text() == names[5]
    qtbot.keyClick(page.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.head.title.text() == names[0]
    qtbot.keyClick(page.table, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.head.title.text() == names[5]


def test_the_list_of_plans_opens_below_the_title_and_takes_keys(page, qtbot):
    page.head.title.setFocus()
    qtbot.keyClick(page.head.title, Qt.Key.Key_Return)
    chooser = page.head._chooser
    qtbot.waitUntil(chooser.isVisible)
    qtbot.keyClick(chooser.view, Qt.Key.Key_Home)
    qtbot.keyClick(chooser.view, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.view, Qt.Key.Key_Return)
    assert not chooser.isVisible()
    assert page.head.title.text() == "部门整体"


def test_a_long_list_of_plans_is_narrowed_by_typing(page, qtbot):
    chooser = Chooser(page)
    chooser.open_below(page.head.title, [f"project {number}" for number in range(30)], 0)
    qtbot.keyClicks(chooser.filter, "27")
    with qtbot.waitSignal(chooser.chosen) as chosen:
        qtbot.keyClick(chooser.filter, Qt.Key.Key_Return)
    assert chosen.args == [27]


def test_escape_closes_the_list_and_chooses_nothing(page, qtbot):
    page.head.choose_plan()
    chooser = page.head._chooser
    with qtbot.assertNotEmitted(chooser.chosen):
        qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    assert not chooser.isVisible()


def test_the_band_says_total_rating_distance_and_subtotals(page):
    band = page.band
    assert (band._total.text(), band._rating.text(), band._next.text()) == ("86.08", "良", "3.92 to 优")
    parts = [part.accessibleName() for part in band._parts if not part.isHidden()]
    assert parts == ["产出 37.12 / 40", "成本 20.00 / 20", "效益 14.00 / 20", "满意度 9.56 / 10", "Execution 5.40 / 10"]


def test_the_department_plan_has_its_own_level_1_names(page):
    page.focus_plan(page.session.workspace.plans(2024)[0].id, {})
    parts = [part.accessibleName().split()[0] for part in page.band._parts if not part.isHidden()]
    assert parts == ["履职效能", "社会效益", "Execution"]


def test_an_incomplete_card_says_how_much_is_missing(page):
    page.focus_plan(plan_named(page.session, "社区服务群众经费").id, {})
    assert page.band._next.text() == "6.45 to 优  1 missing"


def test_a_quarter_without_anything_is_dashes_not_zeros(page, qtbot):
    plan = plan_named(page.session, PARTY)
    bare = replace(
        plan,
        indicators=tuple(replace(each, actuals={}) for each in plan.indicators),
        funds=tuple(replace(fund, executed={}) for fund in plan.funds),
    )
    page.session.workspace._years[2024][plan.id] = bare
    page.show_context()
    scores = [page.table.model().index(row, Column.SCORE).data() for row in range(8)]
    assert scores == ["—"] * 8
    assert page.band._parts[0].accessibleName() == "产出 — / 40"
    page.session.workspace.forget()


def test_the_pack_says_that_the_bureau_did_not_confirm_it(page):
    assert page.head.pack.text() == "Rule pack national-2020"
    assert page.head._status.text() == "not confirmed by the finance bureau"
    assert page.head._reading.isHidden()


def test_another_pack_is_marked_as_this_reading_only_and_changes_nothing_in_the_file(page, qtbot):
    before = page.session.workspace.pin(2024)
    menu = page.head.choose_pack()
    assert [action.text() for action in menu.actions()][:2] == [
        "national-2020, of this year",
        "national-2021, this reading only",
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert page.head.pack.text() == "Rule pack national-2021"
    assert not page.head._reading.isHidden()
    assert page.band._total.text() != "86.08"
    assert page.session.workspace.pin(2024) == before
    qtbot.mouseClick(page.head._back, Qt.MouseButton.LeftButton)
    assert page.band._total.text() == "86.08"
    assert page.head._reading.isHidden()


def test_control_c_copies_the_table_for_a_spreadsheet(page, qtbot):
    page.table.setFocus()
    with qtbot.waitSignal(page.session.alerts.said) as said:
        qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["Copied"]
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 9
    assert "资金拨付及时率\t≥90%\t68.0%\t75.56%\t10\t7.56" in lines[4]


def test_the_head_copies_the_table_and_the_panel_its_explanation(page, qtbot):
    qtbot.mouseClick(page.head.copy, Qt.MouseButton.LeftButton)
    assert "\t" in QGuiApplication.clipboard().text()
    page.choose_row(3)
    qtbot.keyClick(page.explanation.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Indicator  资金拨付及时率: 7.56 of 10 points")


def test_the_explanation_is_walked_by_keys(page, qtbot):
    page.choose_row(3)
    view = page.explanation.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert not view.isExpanded(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.isExpanded(view.model().index(0, 0))


def test_findings_open_below_their_count_and_lead_to_their_row(page, qtbot):
    assert page.head.findings.text().startswith("4 ")
    indicator = plan_named(page.session, PARTY).indicators[3]
    finding = Finding(Severity.ERROR, "code", indicator.name, indicator_id=indicator.id)
    page.head.show_findings([FindingLine(finding, "sentence", indicator.name)])
    qtbot.mouseClick(page.head.findings, Qt.MouseButton.LeftButton)
    popup = page.head._popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup.view, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert shown(page)[2] == 3


def test_a_finding_of_money_leads_to_the_execution_row(page):
    fund = plan_named(page.session, PARTY).funds[0]
    page._follow(FindingLine(Finding(Severity.WARNING, "code", "fund", fund_id=fund.id), "sentence"))
    assert shown(page)[2] == 7


def test_no_findings_show_no_count(page):
    page.head.show_findings([])
    assert page.head.findings.isHidden()


def test_another_place_leads_to_an_indicator_or_a_level_1(page):
    plan = plan_named(page.session, PARTY)
    page.focus_plan(plan.id, {"indicator_id": plan.indicators[6].id})
    assert shown(page)[2] == 6
    page.focus_plan(plan.id, {"level1": "成本指标"})
    assert shown(page)[2] == 4
    page.focus_plan("gone", {})
    assert shown(page)[2] == 4


def test_another_quarter_keeps_the_row(page, qtbot):
    page.choose_row(3)
    page.session.show(quarter=Q1)
    page.show_context()
    assert shown(page)[2] == 3
    assert "92.0%" in page.explanation.text()


def test_a_recorded_value_renews_the_card(page):
    plan = plan_named(page.session, PARTY)
    indicator = plan.indicators[3]
    changes = recording.record_actual(page.session.workspace, indicator.id, Q3, Actual("90%"))
    page.apply_changes(changes, None)
    assert page.table.model().index(3, Column.SCORE).data() == "10.00"
    page.apply_changes(page.session.workspace.history.undo(), None)
    assert page.table.model().index(3, Column.SCORE).data() == "7.56"


def test_changes_elsewhere_leave_the_card_alone(page, qtbot):
    with qtbot.assertNotEmitted(page.table.model().dataChanged):
        page.apply_changes(Changes("record", plans=frozenset({"another"})), None)


def test_a_year_without_plans_says_so_and_what_to_do(page, qtbot):
    page.session.show(year=1999, quarter=Q4)
    page.show_context()
    assert page.empty.isVisible()
    assert page.empty.accessibleName() == "1999 has no plans yet"
    with qtbot.waitSignal(page.open_requested) as asked:
        page.empty.acted.emit()
    assert asked.args[0] == "import"
    page.session.show(year=2024, quarter=Q3)
    page.show_context()
    assert not page.empty.isVisible()


def test_f6_can_go_round_the_parts(page):
    assert page.regions() == [page.head, page.table, page.explanation, page.charts.waterfall]


def test_everything_that_takes_the_focus_has_a_name(page):
    controls = [page.head.title, page.head.pack, page.head.findings, page.head.copy, page.table, page.explanation.view]
    controls += [page.charts.waterfall, page.charts.trend]
    assert all(control.accessibleName() or control.text() for control in controls)


@pytest.mark.parametrize("size", [(1294, 696), (1108, 568)])
def test_nothing_is_wider_than_the_page(page, qtbot, size):
    page.resize(*size)
    bar = page._scroll.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_sparklines_go_first_where_it_is_narrow(page, qtbot):
    assert not page.table.isColumnHidden(Column.TREND)
    page.resize(1108, 568)
    qtbot.waitUntil(lambda: page.table.isColumnHidden(Column.TREND))


def test_a_row_chosen_by_keys_stays_in_sight_where_the_page_scrolls(page, qtbot):
    page.resize(1108, 360)
    page.choose_row(0)
    page.table.setFocus()
    for _ in range(7):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    row = page.table.row_rect(7).translated(page.table.mapTo(page._scroll, page.table.rect().topLeft()))
    assert page._scroll.rect().contains(row.center().x(), row.bottom())


def test_that_a_project_that_fell_away_has_no_total_but_its_reason(qtbot, tmp_path):
    from perftrack.services import exclusion

    session = session_at(sample_file(tmp_path), Q3)
    plan = plan_named(session, PARTY)
    exclusion.drop_plan(session.workspace, plan.id, "done by the county")
    page = ScorecardsPage(session)
    qtbot.addWidget(page)
    page.resize(1294, 696)
    page.show()
    page.show_context()
    page.focus_plan(plan.id, {})
    assert page.band._total.text() == "—"
    assert page.band._label.text() == "Not applicable"
    assert page.band._why_gone.text() == "done by the county"
    qtbot.waitUntil(lambda: page.charts is not None)
    assert not page.charts.isVisible()
    session.leave()
