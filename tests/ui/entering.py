"""What tests of the entry page share: the page on the sample office, and typing as people do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from perftrack.domain.plans import Indicator
from perftrack.domain.scorecards import Scorecard
from tests.ui.scored import plan_named
from ui.models.entry_columns import Column
from ui.pages.entry import EntryPage
from ui.session import Session

PLAN = "社区服务群众经费"
FIRST = "保障社区正常运转个数"
PAYMENT = "资金拨付及时率"
COST = "每个社区每年服务群众经费金额"
ENVIRONMENT = "提升社区环境质量"
SATISFACTION = "受益群体满意度"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def entry_page(qtbot, session: Session, name: str = PLAN) -> EntryPage:
    """The page in a window of its own, standing on a plan."""
    page = EntryPage(session)
    qtbot.addWidget(page)
    session.events.changed.connect(page.apply_changes)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    page.show_context()
    page.focus_plan(plan_named(session, name).id, {})
    qtbot.waitUntil(page.isActiveWindow)
    return page


def card_of(page: EntryPage) -> Scorecard:
    """The scorecard shown."""
    assert page.grid.card is not None
    return page.grid.card


def indicator(page: EntryPage, name: str) -> Indicator:
    """An indicator as it is stored."""
    plan = page.session.workspace.plan(page.plan_id)
    return next(each for each in plan.indicators if each.name == name)


def stand(page: EntryPage, name: str, column: Column | None = None) -> None:
    """Stand on a cell of an indicator; without a column on that of its value."""
    row = page.grid.row_of(indicator(page, name).id)
    section = page.grid.value_column(row) if column is None else page.grid.section(column)
    page.body.grid.setFocus()
    page.body.grid.go_to(row, section)


def type_text(qtbot, view, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """The first character opens the editor, the last key ends it."""
    qtbot.keyClicks(view.viewport(), text[0])
    if text[1:]:
        qtbot.keyClicks(QApplication.focusWidget(), text[1:])
    qtbot.keyClick(QApplication.focusWidget(), key)


def paste(qtbot, view, text: str) -> None:
    """Put ``text`` on the clipboard and press Ctrl+V."""
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)


def commits(page: EntryPage) -> int:
    """How many commands the file holds."""
    return len({entry.command_id for entry in page.session.workspace.journal()})


def undo(page: EntryPage) -> None:
    """Ctrl+Z belongs to the window; this is what it does."""
    page.session.perform(page.session.workspace.history.undo)
