"""A plan with 200 indicators and 1,000 pasted cells: one command, one step to undo."""

import pytest
from PySide6.QtGui import QGuiApplication

from perftrack.services.importing.package import import_into_new
from tests.benchmarks.entering import CELLS, ROWS, big_package, block, paste_block, show_value_block
from tests.factories import TickingClock
from tests.ui.entering import commits, entry_page, undo
from tests.ui.scored import Q3, session_at
from ui import theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)


def test_that_a_thousand_pasted_cells_are_one_command(qtbot, tmp_path, qapp) -> None:
    theme.install(qapp, "light")
    path = tmp_path / "big.perftrack"
    import_into_new(path, big_package(), clock=TickingClock())
    session = session_at(path, Q3)
    page = entry_page(qtbot, session, "大计划")
    show_value_block(page)
    text = block()
    assert sum(len(line.split("\t")) for line in text.split("\n")) == CELLS
    before = commits(page)
    QGuiApplication.clipboard().setText(text)
    paste_block(page)
    assert commits(page) == before + 1
    plan = session.workspace.plan(page.plan_id)
    assert sum(1 for each in plan.indicators if each.actuals[Q3].note and each.deviations[Q3].remedy) == ROWS
    undo(page)
    assert not any(each.actuals or each.deviations for each in session.workspace.plan(page.plan_id).indicators)
    session.leave()
