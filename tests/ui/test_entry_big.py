"""A plan with 200 indicators and 1,000 pasted cells: one command, one step to undo."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

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


class Paints(QObject):
    """Notes how often a widget was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_that_the_window_is_painted_while_a_thousand_cells_are_pasted(qtbot, tmp_path, qapp) -> None:
    theme.install(qapp, "light")
    path = tmp_path / "big.perftrack"
    import_into_new(path, big_package(), clock=TickingClock())
    session = session_at(path, Q3)
    page = entry_page(qtbot, session, "大计划")
    show_value_block(page)
    paints = Paints(page.body.grid.viewport())
    told: list[tuple[int, int, int]] = []
    page.grid.progressed.connect(lambda done, total: told.append((done, total, paints.count)))
    before = commits(page)
    QGuiApplication.clipboard().setText(block())
    paste_block(page)
    total = told[0][1]
    assert [done for done, _, _ in told] == list(range(0, total, 250))
    assert [count for _, _, count in told] == sorted({count for _, _, count in told})  # painted between any two
    assert commits(page) == before + 1
    session.leave()
