"""Print on the pages: Ctrl+P, the menu, files that stay whole, and a printer that is a file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox

from perftrack.domain.access import Actor
from perftrack.domain.terms import Role
from tests.ui.scored import PARTY, plan_named, sample_file, session_at
from ui import theme
from ui.pages.overview import OverviewPage
from ui.pages.scorecards import ScorecardsPage
from ui.printing import press
from ui.printing.brief import print_on

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)


def shown(qtbot, make, tmp_path):
    folder = tmp_path / make.__name__
    folder.mkdir()
    session = session_at(sample_file(folder))
    page = make(session)
    qtbot.addWidget(page)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    page.show_context()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def page(qtbot, tmp_path, qapp):
    theme.install(qapp, "light")
    page = shown(qtbot, ScorecardsPage, tmp_path)
    page.focus_plan(plan_named(page.session, PARTY).id, {})
    yield page
    page.session.leave()


@pytest.fixture
def overview(qtbot, tmp_path, qapp):
    theme.install(qapp, "light")
    page = shown(qtbot, OverviewPage, tmp_path)
    yield page
    page.session.leave()


def test_that_the_menu_offers_printer_pdf_and_png(page):
    menu = page.print.open_menu(page.head.print)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[:3] == ["Print…", "Save as PDF…", "Save as PNG…"]
    assert words[3:] == ["Print explanation", "Save explanation as PDF"]
    menu.close()


def no_printer(page):
    """The question that is asked where there is no printer."""
    if press.printers():
        pytest.skip("a printer is set up here")
    return page.window().findChild(QMessageBox)


def test_that_without_a_printer_ctrl_p_offers_the_brief_as_pdf(page, qtbot):
    page.session.alerts.use_area(page)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    box = no_printer(page)
    box.defaultButton().click()
    dialog = page.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(f"{PARTY} 2024 Q3.pdf")
    dialog.reject()


def test_that_a_past_day_is_named_at_the_foot(page):
    page.asof.enter()
    assert page.asof.day in page._brief().foot


def test_that_who_may_not_export_is_told_so(page, qtbot):
    page.session.alerts.use_area(page)
    page.session.workspace.act_as(Actor("查阅人员", Role.VIEWER))
    with qtbot.waitSignal(page.session.alerts.said):
        assert page.print.ask_file("pdf") is None
    page.window().findChild(QMessageBox).close()


def test_that_a_printer_takes_both_pages(page, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_on(page._brief(), printer)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_that_a_file_is_asked_for_under_the_name_of_plan_year_and_quarter(page, qtbot):
    page.print.ask_file("pdf")
    dialog = page.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(f"{PARTY} 2024 Q3.pdf")
    dialog.reject()


def test_that_both_formats_are_written_and_said(page, tmp_path):
    said = []
    page.session.alerts.said.connect(said.append)
    for ending in ("pdf", "png"):
        page.print.write(page._brief(), tmp_path / f"brief.{ending}")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "brief.png").read_bytes().startswith(b"\x89PNG")
    assert len(said) == 2


def test_that_a_failed_write_says_one_sentence_and_leaves_the_old_file(page, tmp_path):
    said = []
    page.session.alerts.said.connect(said.append)
    taken = tmp_path / "brief.pdf"
    taken.mkdir()
    page.print.write(page._brief(), taken)
    page.print.write(page._brief(), tmp_path / "missing" / "brief.pdf")
    assert len(said) == 2
    assert not list(taken.iterdir())
    assert not list(tmp_path.glob(".perftrack-*"))


def test_that_the_office_prints_its_year_from_both_pages(page, overview):
    page._go_up()
    assert page._brief().title == overview._brief().title
    assert page.print._buttons[-1].isVisibleTo(page)


def test_that_overview_has_the_same_keys(overview, qtbot):
    overview.session.alerts.use_area(overview)
    qtbot.keyClick(overview._table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    box = no_printer(overview)
    assert box.text() == "No printer is set up on this computer."
    box.close()
