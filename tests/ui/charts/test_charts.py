"""Charts are still pictures of our values: in our colours, copied with a title, walked by keys."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.scored import Q1, Q3, cards_of, indicator, mixed_plan, small_plan
from ui import theme
from ui.charts.execution import ExecutionCurve
from ui.charts.legend import Legend
from ui.charts.reading import execution_trend, trend_of, waterfall_of
from ui.charts.trend import TrendChart
from ui.charts.waterfall import WaterfallChart

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", extend=True)
CARDS = cards_of(mixed_plan())


@pytest.fixture(autouse=True)
def _dressed(qapp):
    theme.install(qapp, "light")
    yield
    theme.install(qapp, "light")


def shown(qtbot, chart, width=560, height=200):
    qtbot.addWidget(chart)
    chart.resize(width, height)
    chart.show()
    return chart


@pytest.fixture
def trend(qtbot):
    chart = shown(qtbot, TrendChart())
    chart.show_trend(trend_of(CARDS, 1, Q3))
    return chart


@pytest.fixture
def waterfall(qtbot):
    chart = shown(qtbot, WaterfallChart())
    chart.show_waterfall(waterfall_of(CARDS[Q3], "Budget execution", "Cap"))
    return chart


def words_on(chart):
    return [words.text for words in chart._plot.words]


def colours_of(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}


def test_four_quarters_are_always_on_x_and_the_present_one_stands_out(trend):
    assert [word for word in words_on(trend) if word in ("Q1", "Q2", "Q3", "Q4")] == ["Q1", "Q2", "Q3", "Q4"]
    assert [words.text for words in trend._plot.words if words.bold] == ["Q3", "68.0"]


def test_the_target_is_named_at_its_line_and_the_last_value_is_red_with_its_light(trend):
    assert "Target ≥90%" in words_on(trend)
    assert next(words.token for words in trend._plot.words if words.text == "68.0") == "red"


def test_an_axis_that_does_not_begin_at_zero_says_where(trend, waterfall):
    assert trend.starts_at() == "60"
    assert waterfall.starts_at() != ""


def test_increments_stand_behind_the_line_of_a_sum_from_zero(qtbot):
    chart = shown(qtbot, TrendChart())
    chart.show_trend(trend_of(CARDS, 0, Q3))
    assert chart.starts_at() == ""
    assert [form for form, _ in chart.legend()] == ["line", "bar", "diamond"]
    assert theme.color("track-2").name() in colours_of(chart.grab().toImage())


def test_pixels_of_ours_are_those_of_the_view(trend):
    plot = trend._plot
    ours, theirs = plot.place(3, 68), plot._box.mapViewToScene(QPointF(3, 68))
    assert (ours - theirs).manhattanLength() < 0.01


def test_the_chart_is_drawn_in_the_colours_of_the_scheme(qapp, trend):
    assert theme.color("accent").name() in colours_of(trend.grab().toImage())
    theme.install(qapp, "dark")
    dark = colours_of(trend.grab().toImage())
    assert theme.color("surface").name() in dark
    assert theme.DARK["accent"].lower() in dark
    assert theme.LIGHT["surface"].lower() not in dark


def test_nothing_reported_is_said_and_drawn_without_a_dot(qtbot):
    chart = shown(qtbot, TrendChart())
    chart.show_trend(trend_of(CARDS, 4, Q3))
    assert "Nothing reported yet" in words_on(chart)
    assert "not reported" in chart.accessibleDescription()
    assert chart.spots() == ()
    (said,) = (words for words in chart._plot.words if words.text == "Nothing reported yet")
    assert not any(said.box.top() <= rule.y <= said.box.bottom() for rule in chart._plot.rules)


def test_a_chart_without_values_is_empty(qtbot):
    for chart in (TrendChart(), ExecutionCurve(), WaterfallChart()):
        shown(qtbot, chart)
        assert words_on(chart) == []
        assert chart.accessibleDescription() == ""


def test_charts_tell_their_values_in_words(trend, waterfall, qtbot):
    assert trend.accessibleDescription() == "及时率: Q1 92.0, Q2 81.0, Q3 68.0. Target ≥90%."
    assert "满意度 −10.00" in waterfall.accessibleDescription()
    execution = shown(qtbot, ExecutionCurve())
    execution.show_execution(execution_trend(CARDS, Q3, "Execution"))
    assert execution.accessibleDescription() == "Execution: executed Q1 30.00, Q3 96.00 of 120.00."


def test_a_dot_says_its_value_with_unit_and_target(trend):
    assert [spot.words.split("\n")[0] for spot in trend.spots()] == ["Q1  92.0%", "Q2  81.0%", "Q3  68.0%"]
    assert "Target ≥90%" in trend.spots()[0].words


def test_spending_is_compared_with_the_calendar(qtbot):
    chart = shown(qtbot, ExecutionCurve())
    chart.show_execution(execution_trend(CARDS, Q3, "Execution"))
    assert chart.spots()[0].words == "Q1  executed 30.00\ncalendar 30.00\nbudget 120.00"
    assert [form for form, _ in chart.legend()] == ["line", "dotted", "dashed"]


def test_a_budget_of_zero_and_no_spending_still_draw(qtbot):
    plan = small_plan(indicator("个数", "≥12个", "90"))
    empty = replace(plan, funds=())
    chart = shown(qtbot, ExecutionCurve())
    chart.show_execution(execution_trend(cards_of(empty), Q1, "Execution"))
    assert "Nothing reported yet" in words_on(chart)


def test_a_click_on_a_loss_chooses_its_row(waterfall, qtbot):
    spot = next(spot for spot in waterfall.spots() if spot.words.startswith("及时率"))
    with qtbot.waitSignal(waterfall.chosen) as chosen:
        qtbot.mouseClick(waterfall, Qt.MouseButton.LeftButton, pos=spot.box.center().toPoint())
    assert chosen.args == [1]


def test_a_click_on_nothing_chooses_nothing(waterfall, qtbot):
    with qtbot.assertNotEmitted(waterfall.chosen):
        qtbot.mouseClick(waterfall, Qt.MouseButton.LeftButton, pos=QPoint(waterfall.width() - 4, 2))


def test_arrow_keys_go_from_loss_to_loss(waterfall, qtbot):
    rows = [drop.key for drop in waterfall_of(CARDS[Q3], "Budget execution", "Cap").drops]
    waterfall.set_current(rows[0])
    with qtbot.waitSignal(waterfall.chosen) as chosen:
        qtbot.keyClick(waterfall, Qt.Key.Key_Right)
    assert chosen.args == [rows[1]]
    with qtbot.waitSignal(waterfall.chosen) as chosen:
        qtbot.keyClick(waterfall, Qt.Key.Key_Left)
    assert chosen.args == [rows[0]]


def test_the_chosen_loss_is_bold_with_its_number(waterfall):
    waterfall.set_current(1)
    bold = [words.text for words in waterfall._plot.words if words.bold]
    assert "−4.89" in bold
    assert "及时率" in bold


def test_with_nothing_reported_the_losses_stay_off_the_names_and_the_score_is_no_zero(qtbot):
    plan = small_plan(*(indicator(name, "≥100%", "30") for name in "甲乙丙"))
    chart = shown(qtbot, WaterfallChart())
    chart.show_waterfall(waterfall_of(cards_of(plan)[Q1], "Budget execution", "Cap"))
    losses = [words for words in chart._plot.words if words.text.startswith("−")]
    assert len(losses) == 4
    assert all(words.box.bottom() <= chart._plot.area().bottom() + 1 for words in losses)
    assert "—" in words_on(chart)
    assert "0.00" not in words_on(chart)


def test_a_loss_too_small_to_see_is_drawn_two_pixels_high(qtbot):
    plan = small_plan(indicator("率", "≥100%", "90", "99.99%"), executed={Q3: "0"})
    chart = shown(qtbot, WaterfallChart())
    chart.show_waterfall(waterfall_of(cards_of(plan)[Q3], "Budget execution", "Cap"))
    assert [drop.loss for drop in waterfall_of(cards_of(plan)[Q3], "", "").drops] == [10, Decimal("0.01")]
    assert chart.spots()[1].box.height() >= 20 + 2


def test_the_wheel_is_left_to_the_page(trend):
    before, middle = trend._plot._box.viewRange(), QPointF(trend.rect().center())
    nothing, down = QPoint(), QPoint(0, -120)
    wheel = QWheelEvent(
        middle, trend.mapToGlobal(middle), nothing, down, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(trend, wheel)
    assert not wheel.isAccepted()
    assert trend._plot._box.viewRange() == before


def test_the_picture_carries_its_title_and_twice_the_pixels(trend):
    trend.set_title("及时率", "%")
    image = trend.picture()
    assert image.devicePixelRatio() == 2
    assert image.width() == 2 * (trend.width() + 32)
    head = image.copy(0, 0, image.width(), 90)
    assert theme.color("text").name() in colours_of(head)


def test_the_menu_copies_the_picture(trend):
    menu = trend.menu()
    assert [action.text() for action in menu.actions()] == ["Copy picture", "Save as PNG…", "Save as SVG…"]
    assert len({action.shortcut().toString() for action in menu.actions()} - {""}) == 3
    QGuiApplication.clipboard().clear()
    menu.actions()[0].trigger()
    assert not QGuiApplication.clipboard().image().isNull()


def test_a_picture_is_saved_and_a_refused_folder_is_told(trend, tmp_path, qtbot):
    trend.save_picture(str(tmp_path / "trend.png"))
    assert QImage(str(tmp_path / "trend.png")).width() == trend.picture().width()
    with qtbot.waitSignal(trend.not_saved) as told:
        trend.save_picture(str(tmp_path / "missing" / "trend.png"))
    assert told.args[0].endswith("trend.png")


def test_the_file_dialog_does_not_block_and_proposes_a_name_every_system_takes(trend, qtbot):
    trend.set_title("到位/拨付", "%")
    dialog = trend.pictures.ask_png()
    qtbot.waitUntil(dialog.isVisible)
    assert [path.rsplit("/", 1)[-1] for path in dialog.selectedFiles()] == ["到位_拨付 %.png"]
    dialog.reject()


def test_that_a_drawing_carries_its_words_and_lines(trend, tmp_path):
    trend.set_title("及时率", "%")
    trend.save_picture(str(tmp_path / "trend.svg"))
    drawn = (tmp_path / "trend.svg").read_text(encoding="utf-8")
    assert "及时率" in drawn
    assert "Target ≥90%" in drawn
    assert "<path" in drawn or "<polyline" in drawn


def test_that_keys_copy_and_ask_for_a_file(trend, qtbot):
    trend.activateWindow()
    trend.setFocus()
    qtbot.waitUntil(trend.hasFocus)
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(trend, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert not QGuiApplication.clipboard().image().isNull()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(trend, Qt.Key.Key_G, both)
    dialog = trend.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".svg")
    dialog.reject()


def test_that_a_file_that_could_not_be_written_leaves_the_old_one_whole(trend, tmp_path, qtbot):
    taken = tmp_path / "trend.png"
    taken.mkdir()
    with qtbot.waitSignal(trend.not_saved):
        trend.save_picture(str(taken))
    assert list(tmp_path.iterdir()) == [taken]


def test_that_losses_carry_strokes_on_pictures_and_none_on_the_screen(waterfall):
    screen, picture = waterfall.grab().toImage(), waterfall.picture()
    bar = next(bar for bar in waterfall._plot.drawn_bars() if bar.hatched)
    middle = bar.box.center().toPoint()
    row = {screen.pixelColor(x, middle.y()).name() for x in range(int(bar.box.left()) + 2, int(bar.box.right()) - 2)}
    assert len(row) == 1
    x, y = 2 * (middle.x() + 16), 2 * (middle.y() + 16 + 28)
    reach = round(bar.box.width()) - 4
    assert len({picture.pixelColor(x + i, y).name() for i in range(-reach, reach)}) > 3


def test_that_the_year_before_is_a_dotted_line_with_its_value_at_the_dot(qtbot):
    before = cards_of(replace(mixed_plan(), year=2023))
    chart = shown(qtbot, TrendChart())
    chart.show_trend(trend_of(CARDS, 1, Q3, (before,)))
    assert ("dotted", "2023") in chart.legend()
    assert "2023  92" in chart.spots()[0].words


def test_that_another_unit_is_no_earlier_year():
    plan = replace(mixed_plan(), year=2023)
    others = (replace(plan.indicators[1], target="≥90人"), *plan.indicators[2:])
    before = cards_of(replace(plan, indicators=(plan.indicators[0], *others)))
    assert trend_of(CARDS, 1, Q3, (before,)).earlier == ()


def test_that_a_revised_budget_shows_beside_the_initial_one(qtbot):
    plan = mixed_plan()
    revised = replace(plan, funds=(replace(plan.funds[0], revised=Decimal(150)),))
    chart = shown(qtbot, ExecutionCurve())
    chart.show_execution(execution_trend(cards_of(revised), Q3, "Budget execution"))
    assert "Budget 150.00" in words_on(chart)
    assert "Initial 120.00" in words_on(chart)
    assert ("faint", "initial budget") in chart.legend()


def test_the_legend_names_its_forms(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.set_entries([("line", "2024"), ("bar", "in the quarter"), ("diamond", "milestone"), ("dotted", "calendar")])
    legend.resize(legend.sizeHint())
    legend.show()
    assert legend.accessibleName() == "2024, in the quarter, milestone, calendar"
    assert theme.color("accent").name() in colours_of(legend.grab().toImage())


def test_names_too_long_for_a_step_take_two_lines(qtbot):
    plan = small_plan(
        indicator("保障网格党支部正常运转个数和服务群众满意程度", "≥12个", "90", "6"), executed={Q3: "60"}
    )
    chart = shown(qtbot, WaterfallChart(), width=360)
    chart.show_waterfall(waterfall_of(cards_of(plan)[Q3], "Budget execution", "Cap"))
    rows = {round(words.box.y()) for words in chart._plot.words if words.box.y() > chart._plot.area().bottom()}
    assert len(rows) == 2


def test_hovering_a_dot_says_it_beside_the_pointer(trend, qtbot):
    spot = trend.spots()[0]
    QTest.mouseMove(trend, spot.box.center().toPoint())
    assert trend._spot_near(spot.box.center()) is spot
    assert trend._spot_near(QPointF(2, 2)) is None
