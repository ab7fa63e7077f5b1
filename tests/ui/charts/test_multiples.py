"""Small courses: one scale for all, drawn and asked for only in sight, walked by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from ui import theme
from ui.charts.multiples import Group, Multiples, Scale, Tile

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", extend=True)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def view(qtbot, qapp, asked):
    theme.install(qapp, "light")

    def tile(n: int) -> Tile:
        def course():
            asked.append(n)
            return [70.0, None, 90.0]

        return Tile(f"p{n}", f"项目{n}", "90.00 优", "green", course)

    view = Multiples()
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show_groups(
        [Group("一处", tuple(map(tile, range(5)))), Group("二处", tuple(map(tile, range(5, 400))))], Scale()
    )
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def test_that_only_tiles_in_sight_ask_for_their_course(view, asked, qtbot):
    asked.clear()
    view.viewport().repaint()
    assert set(asked) == {n for n in range(400) if view.tile_rect(n).intersects(view.viewport().rect())}
    assert len(set(asked)) < 20


def test_that_keys_walk_across_groups_and_the_end_scrolls(view, qtbot):
    told = []
    view.told.connect(told.append)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.current_key() == "p1"
    assert told[-1] == "项目1   90.00 优   Q1 70.00   Q2 —   Q3 90.00"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current_key() == "p4"  # the second row of the first group is short
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current_group() == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_key() == "p399"
    assert view.viewport().rect().contains(view.tile_rect(399))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.current_key() == "p0"


def test_that_enter_and_a_click_open_the_plan(view, qtbot):
    opened = []
    view.opened.connect(opened.append)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.tile_rect(2).center())
    assert opened == ["p0", "p2"]


def test_that_the_current_tile_stays_when_the_values_change(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_Right)
    view.show_groups(view._groups, Scale(60.0))
    assert view.current_key() == "p1"


def test_that_a_group_is_a_picture_of_its_own(view):
    image = QImage(600, view.group_height(0, 600), QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    with QPainter(image) as painter:
        assert view.paint_group(painter, 0, 600) == image.height()
    accent = theme.color("accent").name()
    assert any(image.pixelColor(x, y).name() == accent for x in range(600) for y in range(image.height()))


def test_that_the_group_of_the_current_tile_is_saved_as_picture_and_drawing(view, tmp_path, qtbot):
    view.setAccessibleName("走势")
    assert view.picture_name() == "走势 一处"
    view.pictures.save(str(tmp_path / "small.png"))
    view.pictures.save(str(tmp_path / "small.svg"))
    assert QImage(str(tmp_path / "small.png")).width() == 2 * view.picture_size().width()
    assert "项目4" in (tmp_path / "small.svg").read_text(encoding="utf-8")
    with qtbot.waitSignal(view.not_saved):
        view.pictures.save(str(tmp_path / "missing" / "small.png"))


def test_that_no_plans_are_no_fault(view, qtbot):
    view.show_groups([], Scale())
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.current_key() == ""
