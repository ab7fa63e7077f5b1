"""What can be done with a card: have it explained from the top, copied, compared with another state, printed."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from perftrack.domain.access import Actor
from perftrack.domain.evidence import Owner
from perftrack.domain.terms import EvidenceKind, Role
from perftrack.services import evidence
from perftrack.services.comparing import State
from perftrack.services.storing import store_plans
from tests.ui.scored import PARTY, Q2, Q3, plan_named, sample_file, session_at
from ui import theme
from ui.models.explanation_nodes import Role as Says
from ui.models.explanation_nodes import walk
from ui.pages.scorecards import ScorecardsPage
from ui.printing import press

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, qapp, tmp_path):
    theme.install(qapp, "light")
    session = session_at(sample_file(tmp_path))
    page = ScorecardsPage(session)
    qtbot.addWidget(page)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    page.show_context()
    qtbot.waitUntil(lambda: page.isActiveWindow() and page.charts is not None)
    page.focus_plan(plan_named(session, PARTY).id, {})
    page.choose_row(3)
    page.table.setFocus()
    yield page
    session.leave()
    QGuiApplication.clipboard().clear()  # a table left there does not outlive the offscreen platform


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def line(view, label):
    return next(index for index in walk(view.model()) if index.data(Says.LABEL) == label)


def comparing(page, qtbot):
    """Compare by key; the view that shows it."""
    qtbot.keyClick(page.table, Qt.Key.Key_D, CONTROL)
    view = page.acts.comparison
    qtbot.waitUntil(lambda: view is not None and view.isVisible())
    return view


def test_that_the_total_of_the_band_is_explained_from_the_top_by_keys(page, qtbot):
    page.band.door.setFocus()
    qtbot.keyClick(page.band.door, Qt.Key.Key_Return)
    view = page.explanation.view
    assert view.hasFocus()
    assert view.accessibleName() == PARTY
    assert "86.08" in view.model().index(0, 0).data()
    level = view.model().index(0, 0, view.model().index(0, 0))
    assert not view.isExpanded(level)
    view.setCurrentIndex(level)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.isExpanded(level)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert not view.isExpanded(level)


def test_that_a_level_of_the_band_is_explained_and_stays_when_the_card_changes(page, qtbot):
    qtbot.mouseClick(page.band._parts[0].door, Qt.MouseButton.LeftButton)
    assert page.explanation.view.accessibleName() == "产出指标"
    page.session.show(quarter=Q2)
    page.show_context()
    assert page.explanation.view.accessibleName() == "产出指标"
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.explanation.view.accessibleName() == "每个党支部活动经费金额"


def test_that_the_execution_of_the_band_is_its_row(page, qtbot):
    qtbot.mouseClick(page.band._parts[4].door, Qt.MouseButton.LeftButton)
    assert page.table.current_row() == 7


def test_that_enter_on_an_indicator_of_the_total_goes_to_its_row(page, qtbot):
    page.band.explained.emit(-1)
    view = page.explanation.view
    row = next(i for i in walk(view.model()) if i.data() == "受益群众满意度")
    view.setCurrentIndex(row)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.table.current_row() == 6
    assert view.accessibleName() == "受益群众满意度"


def test_that_control_c_copies_the_line_with_what_is_below_and_the_menu_the_rest(page, qtbot):
    view = page.explanation.view
    view.setFocus()
    view.setCurrentIndex(line(view, "Actual"))
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert clipboard().splitlines()[0].startswith("Actual")
    assert "Q1: 92.0%" in clipboard()
    assert "Rule pack" not in clipboard()
    words = {action.text(): action for action in view.menu().actions()}
    words["Copy line"].trigger()
    assert len(clipboard().splitlines()) == 1
    words["Copy explanation"].trigger()
    assert clipboard().startswith("Indicator  资金拨付及时率")
    words["Copy whole plan"].trigger()
    assert clipboard().startswith("Total")
    assert "受益群众满意度" in clipboard()


def test_that_evidence_in_the_explanation_opens_its_copy(page, qtbot, tmp_path):
    workspace, plan = page.session.workspace, plan_named(page.session, PARTY)
    source = tmp_path / "voucher.pdf"
    source.write_bytes(b"%PDF-1.4")
    kept = evidence.keep(workspace.path, [evidence.incoming(source)])
    owner = Owner(plan.id, plan.indicators[3].id, Q3)
    page.apply_changes(evidence.add(workspace, owner, kept, EvidenceKind.ORIGINAL), None)

    class Opener(QObject):
        def __init__(self):
            super().__init__()
            self.opened = []

        @Slot(QUrl)
        def open(self, url):
            self.opened.append(url)

    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    view = page.explanation.view
    assert "佐证1" in line(view, "Q3").data(Says.NOTE)
    view.setCurrentIndex(line(view, "Evidence"))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opener.opened))
    QDesktopServices.unsetUrlHandler("file")
    assert Path(opener.opened[0].toLocalFile()).read_bytes() == b"%PDF-1.4"


def test_that_comparing_begins_with_the_quarter_before_at_the_indicator_explained(page, qtbot):
    view = comparing(page, qtbot)
    assert (view.totals.before.total.text(), view.totals.after.total.text()) == ("85.71", "86.08")
    assert view.totals.change.text() == "+0.37"
    assert view.table.hasFocus()
    assert view._lines.row(view.table.currentIndex().row()).name == "资金拨付及时率"
    assert not page._scroll.isVisible()
    assert page.regions()[1:] == page.acts.regions()


def test_that_a_part_is_opened_and_closed_by_keys_and_left_leads_back(page, qtbot):
    view = comparing(page, qtbot)
    rows, row = view._lines.rowCount(), view.table.currentIndex().row()
    qtbot.keyClick(view.table, Qt.Key.Key_Right)
    assert view._lines.is_open(row)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_Left)
    assert view.table.currentIndex().row() == row
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view._lines.rowCount() == rows


def test_that_escape_returns_to_the_card_from_wherever_the_focus_is(page, qtbot):
    view = comparing(page, qtbot)
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert page._scroll.isVisible()
    assert page.table.hasFocus()
    comparing(page, qtbot)
    page.head.compare.setFocus()
    qtbot.keyClick(page.head.compare, Qt.Key.Key_Escape)
    assert not page.acts.comparison.isVisible()
    assert not page.head.compare.isChecked()


def test_that_the_button_of_the_head_and_the_link_of_the_panel_compare_too(page, qtbot):
    page.head.compare.setFocus()
    qtbot.keyClick(page.head.compare, Qt.Key.Key_Return)
    assert page.acts.comparison.isVisible()
    qtbot.keyClick(page.head.compare, Qt.Key.Key_Return)
    assert not page.acts.comparison.isVisible()
    assert not page.head.compare.isChecked()
    page.explanation.compare.click()
    assert page.acts.comparison.isVisible()
    page.acts.comparison.bar.back.click()
    assert page._scroll.isVisible()


def test_that_any_quarter_is_chosen_by_the_arrow_keys(page, qtbot):
    view = comparing(page, qtbot)
    part = view.bar.quarters.part(0)
    part.setFocus()
    qtbot.keyClick(part, Qt.Key.Key_Space)
    assert view.totals.before.state.text() == "2024, Q1"
    assert view.totals.before.total.text() != "85.71"


def test_that_another_pack_is_compared_in_the_same_quarter(page):
    page.acts.compare.trigger()
    view = page.acts.comparison
    next(a for a in view.bar.usual_menu().actions() if a.text().endswith("national-2021")).trigger()
    assert view.totals.before.state.text() == "2024, Q3  national-2021"
    assert (view.totals.before.total.text(), view.totals.after.total.text()) == ("79.12", "86.08")
    view.bar.pack_menu().actions()[0].trigger()
    assert view.totals.change.text() == "±0"
    assert not view.chart.isVisible()


def test_that_a_revised_target_is_compared_with_the_original(page):
    page.acts.compare.trigger()
    view = page.acts.comparison
    assert not view.bar.targets.part(1).isEnabled()
    assert "revised" in view.bar.targets.part(1).toolTip()
    session = page.session
    plan = plan_named(session, PARTY)
    items = tuple(replace(item, target="≥60%") if i == 3 else item for i, item in enumerate(plan.indicators))
    names = frozenset({(2024, str(plan.kind), PARTY)})
    store_plans(session.workspace, None, [replace(plan, indicators=items)], [], replace=names)
    page.show_context()
    assert view.bar.targets.part(1).isEnabled()
    page.acts.comparison._choose(State(2024, Q3))
    view.bar.targets.part(1).click()
    assert "original targets" in view.totals.before.state.text()
    row = view._lines.row(0)
    assert (row.name, row.change) == ("资金拨付及时率", Decimal("2.44"))
    assert "≥90%" in row.causes[0]


def test_that_a_year_without_the_plan_says_so(page):
    page.acts.compare.trigger()
    view = page.acts.comparison
    view.bar.state_chosen.emit(State(2023))
    assert view.empty.isVisible()
    assert view.empty.accessibleName() == f"2023 has no plan named {PARTY}"
    assert not view.table.isVisible()
    assert not view.bar.copy.isEnabled()
    view.copy()


def test_that_the_end_of_last_year_is_offered_where_the_file_has_it(page):
    plan = plan_named(page.session, PARTY)
    last = replace(plan, year=2023, indicators=tuple(replace(item, id="") for item in plan.indicators))
    store_plans(page.session.workspace, None, [replace(last, id="", funds=())], [])
    page.acts.compare.trigger()
    view = page.acts.comparison
    assert [action.text() for action in view.bar.year_menu().actions()] == ["2024", "2023"]
    words = {action.text(): action for action in view.bar.usual_menu().actions()}
    words["End of last year"].trigger()
    assert view.totals.before.state.text() == "2023, Q4"
    words["Same quarter last year"].trigger()
    assert view.totals.before.state.text() == "2023, Q3"
    assert view._lines.row(view._lines.row_of("execution")).change == Decimal("5.40")


def test_that_the_comparison_follows_to_another_plan_and_quarter(page, qtbot):
    view = comparing(page, qtbot)
    page.session.show(quarter=Q2)
    page.show_context()
    assert view.totals.after.state.text() == "2024, Q2"
    assert view.totals.before.state.text() == "2024, Q1"
    qtbot.keyClick(view.table, Qt.Key.Key_PageDown, CONTROL)
    assert view.isVisible()
    assert "书记报酬" in view.chart.accessibleName()


def test_that_the_comparison_is_copied_as_text_and_as_a_table(page, qtbot):
    view = comparing(page, qtbot)
    qtbot.keyClick(view.table, Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    rows = [row.split("\t") for row in data.text().splitlines()]
    assert rows[0] == ["Indicator", "Before", "After", "Difference", "Cause"]
    assert rows[-1][:4] == ["Total", "85.71", "86.08", "+0.37"]
    assert data.html().count("<tr>") == len(rows)


def test_that_a_step_of_the_chart_chooses_its_part(page, qtbot):
    view = comparing(page, qtbot)
    view.chart.setFocus()
    view.chart.chosen.emit(view._keys.index("execution"))
    assert view._lines.row(view.table.currentIndex().row()).key == "execution"
    assert "+1.80" in view.chart.accessibleDescription()


@pytest.mark.parametrize("size", [(1294, 696), (1108, 568)])
def test_that_nothing_is_wider_than_the_page(page, qtbot, size):
    page.resize(*size)
    view = comparing(page, qtbot)
    bar = view._scroll.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_that_without_a_printer_the_explanation_is_offered_as_a_pdf_file(page, qtbot):
    if press.printers():
        pytest.skip("a printer is set up here")
    page.session.alerts.use_area(page)
    qtbot.keyClick(page.table, Qt.Key.Key_P, CONTROL | Qt.KeyboardModifier.AltModifier)
    box = page.window().findChild(QMessageBox)
    assert box.text() == "No printer is set up on this computer."
    box.defaultButton().click()
    dialog = page.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".pdf")
    dialog.reject()


def test_that_the_explanation_is_saved_as_pdf(page, qtbot, tmp_path):
    qtbot.keyClick(page.table, Qt.Key.Key_P, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    dialog = page.findChild(QFileDialog)
    with qtbot.waitSignal(page.session.alerts.said) as said:
        dialog.fileSelected.emit(str(tmp_path / "annex.pdf"))
    dialog.reject()
    assert said.args == ["Saved: annex.pdf"]
    assert (tmp_path / "annex.pdf").read_bytes().startswith(b"%PDF-")


def test_that_a_pdf_that_cannot_be_written_is_said(page, qtbot, tmp_path):
    page.session.alerts.use_area(page)
    dialog = page.acts._printing.save(plan_named(page.session, PARTY).id)
    with qtbot.waitSignal(page.session.alerts.said) as said:
        dialog.fileSelected.emit(str(tmp_path / "gone" / "annex.pdf"))
    dialog.reject()
    page.window().findChild(QMessageBox).close()
    assert "gone" in said.args[0]


def test_that_acts_are_found_by_the_search_and_have_names(page):
    assert {"Compare", "Print explanation", "Save explanation as PDF"} <= {each.text() for each in page.actions()}
    assert page.band.door.accessibleName() == "Explain Total 86.08"
    assert page.band._parts[0].door.accessibleName() == "Explain 产出 37.12 / 40"
    menu = page.print.open_menu(page.head.print)
    assert menu.actions()[-2:] == [page.acts.print, page.acts.save]
    menu.close()
    assert QApplication.activeWindow() is page


def test_that_nothing_is_compared_or_printed_where_there_is_no_card(page):
    page.acts.compare.trigger()
    page.session.show(year=1999)
    page.show_context()
    assert not any(action.isEnabled() for action in page.actions())
    page.session.show(year=2024)
    page.show_context()
    assert all(action.isEnabled() for action in (page.acts.compare, page.acts.print, page.acts.save, page.trying))
    assert page._scroll.isVisible()


def test_that_a_lead_prints_own_plans_only(page, qtbot):
    workspace = page.session.workspace
    workspace.act_as(Actor("项目负责人", Role.LEAD))
    page.session.alerts.use_area(page)
    with qtbot.waitSignal(page.session.alerts.said) as said:
        page.acts.print.trigger()
    page.window().findChild(QMessageBox).close()
    assert "PDF" not in said.args[0]
    assert page.findChild(QFileDialog) is None
