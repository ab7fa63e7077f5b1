"""Every page is reached and walked through by keyboard, in the order in which it is read; everything has a name."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.scored import sample_file
from tests.ui.windows import QUIET, session_of, settings_at, shown_window
from ui.frame import registry

pytestmark = QUIET

PAGES = [entry.key for entry in registry.pages()]


@pytest.fixture
def window(qtbot, tmp_path):
    window = shown_window(qtbot, settings_at(tmp_path), sample_file(tmp_path))
    window.resize(1366, 768)
    yield window
    session_of(window).leave()


def entered(qtbot, window, key: str) -> QWidget:
    """The page, gone to by its shortcut."""
    digit = Qt.Key(Qt.Key.Key_1 + PAGES.index(key))
    qtbot.keyClick(window, digit, Qt.KeyboardModifier.ControlModifier)
    work = window.body.work
    qtbot.waitUntil(lambda: work._current == key and work.page().isVisible())
    return work.page()


def is_stop(widget: QWidget) -> bool:
    return bool(
        widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    )


def stops(root: QWidget) -> list[QWidget]:
    """What Tab stops at; of an exclusive choice only the one that is chosen, the arrows go to the others."""
    found = [each for each in root.findChildren(QWidget) if is_stop(each)]
    return [each for each in found if not (_exclusive(each) and not each.isChecked())]


def _exclusive(widget: QWidget) -> bool:
    group = getattr(widget, "group", lambda: None)()
    return group is not None and group.exclusive()


def walked(qtbot, start: QWidget, most: int = 80) -> list[QWidget]:
    """Where Tab leads from ``start`` on until it comes round; a grid keeps Tab for its cells, so there we go on."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    while (here := QApplication.focusWidget()) not in seen and len(seen) < most:
        assert here is not None
        seen.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is here:
            after = here.nextInFocusChain()
            while not is_stop(after) or here.isAncestorOf(after):
                after = after.nextInFocusChain()
            after.setFocus(Qt.FocusReason.TabFocusReason)
    return seen


def spoken(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


@pytest.mark.parametrize("key", PAGES)
def test_that_tab_reaches_everything_on_a_page_and_in_the_bar_above_it(qtbot, window, key) -> None:
    page = entered(qtbot, window, key)
    assert page.isAncestorOf(QApplication.focusWidget())
    seen = walked(qtbot, stops(page)[0])
    left = [spoken(each) for part in (page, window.body.work.bar) for each in stops(part) if each not in seen]
    assert left == []


@pytest.mark.parametrize("key", PAGES)
def test_that_everything_the_keyboard_stops_at_says_what_it_is(qtbot, window, key) -> None:
    page = entered(qtbot, window, key)
    assert [type(each).__name__ for each in stops(page) if not spoken(each)] == []


@pytest.mark.parametrize("key", PAGES)
def test_that_tab_begins_where_a_page_is_read_first(qtbot, window, key) -> None:
    page = entered(qtbot, window, key)
    places = [each.mapTo(page, QPoint()) for each in stops(page)]
    first = stops(page)[0].mapTo(page, QPoint())
    assert [at for at in places if at.y() < first.y() and at.x() <= first.x()] == []
