"""The small widgets answer keys, name themselves and show the focus ring to the keyboard only."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from ui import theme, widgets
from ui.delegates import strokes
from ui.delegates.header import HeaderView
from ui.delegates.lights import ORDER, light_word
from ui.widgets.focus import FocusRing

# The offscreen platform says this about every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

_BANDS = [("差", 0), ("中", 60), ("良", 80), ("优", 90)]


@pytest.fixture(autouse=True)
def _dressed(qapp):
    theme.install(qapp, "light")


@pytest.fixture
def page(qtbot):
    """A shown, active page with a row to put controls into."""
    result = QWidget()
    QHBoxLayout(result)
    result.resize(600, 200)
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitUntil(result.isActiveWindow)
    return result


def put(page: QWidget, *controls: QWidget) -> None:
    for control in controls:
        page.layout().addWidget(control)
        control.show()


def rings(page: QWidget) -> list[FocusRing]:
    return [ring for ring in page.findChildren(FocusRing) if ring.isVisible()]


def test_that_the_ring_comes_with_tab_and_goes_with_the_focus(page, qtbot):
    first, second = widgets.secondary("One"), widgets.secondary("Two")
    put(page, first, second)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert rings(page) == []
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    (ring,) = rings(page)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert rings(page) == []


def test_that_a_mouse_press_shows_no_ring_but_the_next_key_does(page, qtbot):
    button = widgets.primary("Submit")
    put(page, button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert rings(page) == []
    qtbot.keyClick(button, Qt.Key.Key_Shift)
    assert len(rings(page)) == 1


def test_that_the_ring_follows_its_control(page, qtbot):
    button = widgets.secondary("Move")
    put(page, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.move(button.x() + 40, button.y())
    (ring,) = rings(page)
    assert ring.x() == button.x() - 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_that_a_button_is_pressed_by_space_and_enter(page, qtbot, key):
    button = widgets.quiet("Print", "print")
    put(page, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_that_an_icon_button_has_a_name_for_those_who_cannot_see_it(qtbot):
    button = widgets.icon_button("undo", "Undo")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Undo"


def test_that_arrow_keys_choose_a_segment(page, qtbot):
    quarters = widgets.Segments(["Q1", "Q2", "Q3", "Q4"], name="Quarter", lead="2024")
    put(page, quarters)
    quarters.set_current(1)
    quarters.part(1).setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(quarters.chosen) as caught:
        qtbot.keyClick(quarters.part(1), Qt.Key.Key_Right)
    assert caught.args == [2]
    assert quarters.current() == 2
    assert quarters.part(2).hasFocus()


def test_that_tab_enters_an_exclusive_choice_at_what_is_current(page, qtbot):
    before, quarters = widgets.secondary("Before"), widgets.Segments(["Q1", "Q2", "Q3"], name="Quarter")
    put(page, before, quarters)
    quarters.set_current(2)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert quarters.part(2).hasFocus()


def test_that_setting_a_segment_is_not_a_choice_of_the_user(qtbot):
    quarters = widgets.Segments(["Q1", "Q2"])
    qtbot.addWidget(quarters)
    with qtbot.assertNotEmitted(quarters.chosen):
        quarters.set_current(1)
    assert quarters.current() == 1


def test_that_a_locked_segment_says_so_and_can_still_be_chosen(page, qtbot):
    quarters = widgets.Segments(["Q1", "Q2"])
    put(page, quarters)
    quarters.set_current(1)
    quarters.set_locked({0})
    assert quarters.part(0).accessibleDescription() == "Locked"
    with qtbot.waitSignal(quarters.chosen):
        qtbot.mouseClick(quarters.part(0), Qt.MouseButton.LeftButton)


def test_that_choosing_a_segment_moves_nothing(page):
    quarters = widgets.Segments(["First", "Second"])
    put(page, quarters)
    before = [quarters.part(i).sizeHint() for i in (0, 1)]
    quarters.set_current(1)
    assert [quarters.part(i).sizeHint() for i in (0, 1)] == before


@pytest.mark.parametrize(("count", "words"), [(0, ""), (2, "2"), (99, "99"), (120, "99+")])
def test_that_a_counter_stops_at_ninety_nine(qtbot, count, words):
    counter = widgets.Counter(count)
    qtbot.addWidget(counter)
    assert counter.accessibleName() == words


def test_that_a_rail_item_is_checked_by_space_and_names_what_waits(page, qtbot):
    item = widgets.RailButton("review", "Review", "Ctrl+3")
    put(page, item)
    item.set_count(2)
    assert item.accessibleName().startswith("Review, 2")
    assert item.toolTip() == "Review  Ctrl+3"
    qtbot.keyClick(item, Qt.Key.Key_Space)
    assert item.isChecked()


def test_that_the_search_field_passes_typing_on_and_arrows_to_the_list(page, qtbot):
    field = widgets.SearchField()
    put(page, field)
    field.take_focus()
    with qtbot.waitSignal(field.text_edited) as typed:
        qtbot.keyClicks(page.focusWidget(), "a")
    assert typed.args == ["a"]
    with qtbot.waitSignal(field.key_for_list) as pressed:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert pressed.args == [Qt.Key.Key_Down.value]
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_that_the_frame_of_the_search_field_comes_and_goes_whole(page, qtbot):
    field, other = widgets.SearchField(), widgets.secondary("Other")
    put(page, field, other)
    other.setFocus()
    quiet = field.grab().toImage()
    field.take_focus()
    qtbot.waitUntil(lambda: field.focusProxy().hasFocus())
    with qtbot.waitSignal(field.focusProxy().left):
        other.setFocus()
    assert field.grab().toImage() == quiet


def test_that_a_toast_acts_once_and_goes(page, qtbot):
    toast = widgets.Toast(page)
    toast.say("Saved", "Undo")
    assert toast.isVisible()
    assert toast.geometry().bottom() < page.height() - 15
    action = next(button for button in toast.findChildren(widgets.Button) if button.isVisible())
    with qtbot.waitSignals([toast.acted, toast.closed]):
        qtbot.keyClick(action, Qt.Key.Key_Return)
    assert toast.isHidden()


def test_that_a_toast_stays_while_its_action_has_the_focus(page, qtbot):
    toast = widgets.Toast(page)
    toast.say("Saved", "Undo")
    action = next(button for button in toast.findChildren(widgets.Button) if button.isVisible())
    action.setFocus(Qt.FocusReason.TabFocusReason)
    toast._time_is_up()
    assert toast.isVisible()
    page.setFocus()
    toast._time_is_up()
    assert toast.isHidden()


def test_that_a_notice_tells_which_link_was_pressed(page, qtbot):
    notice = widgets.Notice("Pasted 14", [("show", "Show"), ("undo", "Undo")])
    put(page, notice)
    second = next(button for button in notice.findChildren(widgets.Button) if button.text() == "Undo")
    with qtbot.waitSignal(notice.linked) as caught:
        qtbot.keyClick(second, Qt.Key.Key_Space)
    assert caught.args == ["undo"]


def test_that_running_work_can_be_cancelled_by_key(page, qtbot):
    row = widgets.ProgressRow()
    put(page, row)
    row.show_progress(4, 6, "sheet")
    assert row.accessibleName() == "4 / 6 sheet"
    (cancel,) = row.findChildren(widgets.Button)
    with qtbot.waitSignal(row.cancel_requested):
        qtbot.keyClick(cancel, Qt.Key.Key_Space)


def test_that_a_rating_bar_says_what_it_shows(page):
    bar = widgets.RatingBar("Total")
    put(page, bar)
    bar.show_rating(86.08, _BANDS, (85, 90.6, 94))
    assert bar.accessibleName() == "Total 86.08 良 forecast 90.60"
    bar.show_rating(None, _BANDS)
    assert bar.accessibleName() == "Total —"


def test_that_counts_by_light_are_said_in_words(page):
    legend = widgets.LightLegend()
    put(page, legend)
    legend.set_counts({"green": 25, "red": 2})
    assert legend.accessibleName() == "Green 25, Yellow 0, Red 2, Blue 0, Not reported 0"


def test_that_a_shortened_label_has_the_whole_text_in_its_tooltip(page):
    label = widgets.ElidedLabel("a name much too long for its place")
    put(page, label)
    label.resize(60, 20)
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.toolTip() == ""


@pytest.mark.parametrize("room", [262, 326, 420])
def test_that_the_words_of_all_lights_have_room_in_a_narrow_window(page, room):
    legend = widgets.LightLegend()
    put(page, legend)
    legend.set_counts({"green": 26, "yellow": 7, "red": 2, "blue": 1, "grey": 102})
    legend.resize(room, 60)
    indent, places = legend._places()
    ends = [
        max(place + indent + strokes.width(light_word(light), theme.SMALL), place + 20)
        for place, light in zip(places, ORDER, strict=True)
    ]
    assert all(end + 4 < place for end, place in zip(ends, places[1:], strict=False))
    assert ends[-1] <= room


def test_that_every_widget_draws_itself_in_both_schemes_without_a_warning(page, qapp):
    rating, execution = widgets.RatingBar(), widgets.ExecutionBar()
    rating.show_rating(42, _BANDS, (30, 40, 50))
    execution.show_share(0.5, 0.75, "slow", "year")
    parts = [
        rating, execution, widgets.LevelBar(), widgets.Badge("ok", "green"), widgets.KeyCap("Ctrl K"),
        widgets.EmptyState("review", "Nothing", "Do this", "Go"), widgets.SectionTitle("Title", "note", ruled=True),
        widgets.Rule(upright=True), widgets.Dot(), widgets.Icon("lock"), widgets.Spinner(),
        widgets.LightCount("red", 2),
        widgets.SearchField(), widgets.danger("Delete"), widgets.link("Show"), widgets.Counter(3),
    ]  # fmt: skip
    put(page, *parts)
    for scheme in ("light", "dark", "light"):
        theme.install(qapp, scheme)
        assert not page.grab().isNull()


def test_that_widgets_gone_do_not_answer_a_change_of_scheme(qapp, qtbot):
    gone = [widgets.Badge("x"), widgets.secondary("y"), widgets.Rule(), widgets.Toast(QWidget()), HeaderView()]
    for widget in gone:
        widget.deleteLater()
    del widget
    qtbot.waitUntil(lambda: not any(isValid(one) for one in gone))
    gone.clear()
    gc.collect()
    theme.install(qapp, "dark")
