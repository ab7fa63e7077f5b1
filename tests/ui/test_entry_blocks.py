"""Blocks between the entry grid and Excel or WPS: what lands, what is refused and listed, what is copied."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.entering import CONTROL, FIRST, PAYMENT, SHIFT, commits, entry_page, indicator, paste, stand, undo
from tests.ui.scored import Q3, sample_file, session_at
from ui import theme
from ui.models.entry_columns import Column
from ui.models.html_tables import read_html

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)


@pytest.fixture
def page(qtbot, tmp_path, qapp):
    theme.install(qapp, "light")
    session = session_at(sample_file(tmp_path), Q3)
    yield entry_page(qtbot, session)
    session.leave()


def test_that_the_report_of_a_paste_opens_the_list_of_refused_cells_and_enter_leads_there(qtbot, page) -> None:
    before = commits(page)
    stand(page, FIRST)
    paste(qtbot, page.body.grid, "11\n约97\nabout88\n")
    assert commits(page) == before + 1
    assert page.body.notice.isVisible()
    page._notice_linked("view")
    lines = page.tools.refusals.lines
    assert lines.isVisible()
    assert lines.model().rowCount() == 2
    QAbstractItemModelTester(lines.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    told = lines.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert PAYMENT in told
    assert "about88" in told
    qtbot.keyClick(lines, Qt.Key.Key_Down)
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert page.body.grid.hasFocus()
    assert page.grid.score(page.body.grid.currentIndex().row()).indicator.name == PAYMENT


def test_that_a_mended_cell_leaves_the_list_and_undo_takes_the_rest_along(qtbot, page) -> None:
    stand(page, FIRST)
    paste(qtbot, page.body.grid, "11\n约97\nabout88\n")
    page._notice_linked("view")
    stand(page, PAYMENT)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Escape)
    assert page.tools.refusals.lines.model().rowCount() == 1
    undo(page)
    assert indicator(page, FIRST).actuals[Q3].value == "12"
    assert not page.tools.refusals.isVisible()


def test_that_a_quoted_cell_with_a_line_end_is_one_cell(qtbot, page) -> None:
    stand(page, PAYMENT, Column.CAUSE)
    paste(qtbot, page.body.grid, '"two\nlines"\tmend it\r\n')
    given = indicator(page, PAYMENT).deviations[Q3]
    assert (given.cause, given.remedy) == ("two\nlines", "mend it")


def test_that_the_table_of_a_word_processor_is_read_cell_by_cell(qtbot, page) -> None:
    data = QMimeData()
    data.setText("two\nlines\tmend it\n")
    data.setHtml("<table><tr><td><p>two</p><p>lines</p></td><td>mend it</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    stand(page, PAYMENT, Column.CAUSE)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_V, CONTROL)
    given = indicator(page, PAYMENT).deviations[Q3]
    assert (given.cause, given.remedy) == ("two\nlines", "mend it")


def test_that_a_copied_block_has_merged_cells_once_as_text_and_as_table(qtbot, page) -> None:
    page.body.grid.setFocus()
    page.body.grid.go_to(0, 0)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(page.body.grid, Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    rows = [line.split("\t") for line in data.text().split("\n")]
    assert len(rows) == page.grid.rowCount()
    assert [row[0] for row in rows].count("产出指标") == 1
    assert read_html(data.html()) == rows
    assert 'rowspan="3"' in data.html()


def test_that_one_value_fills_a_whole_selection(qtbot, page) -> None:
    before = commits(page)
    stand(page, "资金使用合规率")
    qtbot.keyClick(page.body.grid, Qt.Key.Key_Down, SHIFT)
    paste(qtbot, page.body.grid, "91")
    assert commits(page) == before + 1
    assert {indicator(page, name).actuals[Q3].value for name in ("资金使用合规率", PAYMENT)} <= {"91", "91%"}
