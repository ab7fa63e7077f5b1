"""The preview shows the sheet as it prints: white A4, every text whole, pages turned and enlarged by keyboard."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from perftrack.domain.sheets.evaluation import evaluation_sheet
from perftrack.domain.sheets.grid import STYLES, Builder, printed
from perftrack.domain.sheets.targets import target_sheet
from tests.domain.builders import card_of, item, plan_of
from tests.golden.office import read_office
from ui import theme
from ui.printing.measure import set_text
from ui.printing.paper import PaperPreview, lay_out, paint_sheet

DEPARTMENT, PLANS = read_office()
LONG = plan_of(*(item("≥1", "1", "1", level1=f"产出{number // 4}", name=f"指标{number}") for number in range(60)))


@pytest.fixture(autouse=True)
def _dressed(qapp):
    theme.install(qapp, "light")
    yield
    theme.install(qapp, "light")


@pytest.fixture
def preview(qtbot):
    """A shown preview of a sheet of several pages, with the keyboard."""
    widget = PaperPreview()
    widget.resize(900, 620)
    qtbot.addWidget(widget)
    widget.show()
    widget.show_sheet(evaluation_sheet(card_of(LONG), DEPARTMENT))
    widget.setFocus()
    return widget


SHEETS = [
    sheet
    for plan in PLANS
    for sheet in (
        target_sheet(plan, DEPARTMENT),
        evaluation_sheet(card_of(plan), DEPARTMENT),
        evaluation_sheet(card_of(plan, quarter=3), DEPARTMENT),
    )
]


def drawn(sheet, page: int = 0) -> QImage:
    layout = lay_out(sheet)
    width, height = (side / 10 for side in layout.paper)
    image = QImage(round(width), round(height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_sheet(painter, layout, QRectF(image.rect()), page)
    painter.end()
    return image


def dark_pixels(image: QImage, area) -> int:
    return sum(
        QColor(image.pixel(x, y)).lightness() < 128
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    )


def lines_of(layout, cell) -> list[str]:
    """All that is drawn of a cell's text, over its pages."""
    place = layout.sheet.cells.index(cell)
    return [text for part in layout.shown[place] for text, _ in layout.blocks[place].lines[part.first : part.last]]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: f"{sheet.title} {sheet.name}")
def test_sheet_of_the_reference_office_fits_one_page(sheet, qapp):
    layout = lay_out(sheet)
    assert len(layout.pages) == 1
    assert layout.scale >= 0.72


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: f"{sheet.title} {sheet.name}")
def test_no_text_is_cut_or_wider_than_its_cell(sheet, qapp):
    layout = lay_out(sheet)
    for place, block in layout.blocks.items():
        (part,) = layout.shown[place]
        cell = layout.sheet.cells[place]
        assert block.height <= part.height + 1
        assert "".join(lines_of(layout, cell)).replace(" ", "") == printed(cell).replace("\n", "").replace(" ", "")
        room = layout.edges[cell.column + cell.colspan] - layout.edges[cell.column]
        assert max(width for _, width in block.lines) <= room


def test_page_break_never_falls_inside_a_row_and_heads_are_repeated(qapp):
    sheet = evaluation_sheet(card_of(LONG), DEPARTMENT)
    layout = lay_out(sheet)
    head = sheet.header_rows[0]
    assert len(layout.pages) > 2
    rows = [part.row for number, page in enumerate(layout.pages) for part in page if part.row != head or number == 0]
    assert rows == list(range(len(sheet.rows)))
    assert all(page[0].row == head for page in layout.pages[1:])
    assert all(part.height == layout.heights[part.row] for page in layout.pages for part in page)


def test_merged_level_names_itself_again_on_every_page(qapp):
    sheet = evaluation_sheet(card_of(LONG), DEPARTMENT)
    layout = lay_out(sheet)
    side = next(cell for cell in sheet.cells if cell.value == "绩效\n指标")
    assert lines_of(layout, side) == ["绩效", "指标"] * len(layout.pages)


def test_text_higher_than_a_page_runs_on_over_pages_and_loses_nothing(qapp):
    goal = "".join(f"第{number}项目标完成。" for number in range(900))
    sheet = target_sheet(replace(PLANS[1], goal=goal), DEPARTMENT)
    layout = lay_out(sheet)
    cell = next(cell for cell in sheet.cells if cell.value == goal)
    assert "".join(lines_of(layout, cell)) == goal
    assert all(part.top + part.height <= 5050 for page in layout.pages for part in page)


def test_long_word_without_blanks_is_broken_rather_than_cut(qapp):
    block = set_text("a" * 200 + "😀𠮷", STYLES["text"], 800)
    assert "".join(text for text, _ in block.lines) == "a" * 200 + "😀𠮷"
    assert all(width <= 800 for _, width in block.lines)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_ink_black_in_both_schemes(qapp, scheme):
    theme.install(qapp, scheme)
    image = drawn(target_sheet(PLANS[1], DEPARTMENT))
    assert QColor(image.pixel(3, 3)) == QColor("white")
    assert dark_pixels(image, image.rect()) > 2000


def test_margins_of_the_paper_stay_white(qapp):
    image = drawn(evaluation_sheet(card_of(PLANS[2]), DEPARTMENT))
    edges = image.rect().adjusted(0, 0, -(image.width() - 40), 0), image.rect().adjusted(image.width() - 40, 0, 0, 0)
    assert [dark_pixels(image, edge) for edge in edges] == [0, 0]


def test_foot_counts_the_pages(qapp):
    sheet = evaluation_sheet(card_of(LONG), DEPARTMENT)
    image = drawn(sheet, 1)
    assert dark_pixels(image, image.rect().adjusted(300, image.height() - 45, -300, 0)) > 20


def test_keys_turn_pages_and_stop_at_the_ends(preview, qtbot):
    last = preview.page_count() - 1
    seen = []
    preview.page_changed.connect(lambda page, _count: seen.append(page))
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Home):
        qtbot.keyClick(preview, key)
    assert seen == [1, last, 0]


def test_new_sheet_begins_at_its_first_page(preview):
    preview.set_page(2)
    preview.show_sheet(target_sheet(PLANS[1], DEPARTMENT))
    assert (preview.page(), preview.page_count()) == (0, 1)


@pytest.mark.parametrize("plan", [PLANS[0], PLANS[1]], ids=["upright", "across"])
def test_paper_fits_the_window_and_keeps_its_ratio(preview, plan):
    preview.show_sheet(target_sheet(plan, DEPARTMENT))
    for size in ((900, 620), (500, 900), (300, 200)):
        preview.resize(*size)
        paper = preview.paper_rect()
        assert QRectF(preview.viewport().rect()).contains(paper)
        ratio = paper.width() / paper.height()
        assert ratio == pytest.approx(297 / 210 if plan is PLANS[1] else 210 / 297, rel=0.02)
    assert preview.verticalScrollBar().maximum() == 0


def test_enlarged_paper_can_be_scrolled_and_fitted_again(preview, qtbot):
    fitted = preview.zoom()
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom() == pytest.approx(fitted * 1.5625)
    assert preview.verticalScrollBar().maximum() > 0
    before = preview.paper_rect().top()
    preview.verticalScrollBar().setValue(50)
    assert preview.paper_rect().top() == before - 50
    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom() == pytest.approx(fitted)


def test_zoom_has_ends_and_is_told(preview, qtbot):
    with qtbot.waitSignal(preview.zoom_changed) as told:
        preview.set_zoom(99)
    assert told.args == [400]
    preview.set_zoom(0.001)
    assert preview.zoom() == 0.25


def test_wheel_with_control_enlarges_where_the_pointer_is(preview):
    preview.set_zoom(1.5)
    place = QPointF(400, 300)
    before = (place - preview.paper_rect().topLeft()) / preview.paper_rect().width()
    wheel = QWheelEvent(
        place, preview.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview.viewport(), wheel)
    after = (place - preview.paper_rect().topLeft()) / preview.paper_rect().width()
    assert preview.zoom() == pytest.approx(1.875)
    assert (after - before).manhattanLength() < 0.01


def test_preview_says_what_it_shows(preview):
    assert "项目支出绩效自评表" in preview.accessibleName()
    assert "1" in preview.accessibleName()
    preview.show_sheet(None)
    assert preview.accessibleName()
    assert preview.page_count() == 0


def test_bare_desk_answers_every_key(preview, qtbot):
    preview.show_sheet(None)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(preview, key)
    preview.grab()
    assert preview.page() == 0


def test_desk_follows_the_scheme_and_paper_does_not(preview, qapp):
    def colours():
        picture = preview.viewport().grab().toImage()
        return QColor(picture.pixel(2 + 4, 300)).name(), picture.pixelColor(preview.paper_rect().center().toPoint())

    light, _ = colours()
    theme.install(qapp, "dark")
    dark, _ = colours()
    assert (light, dark) == (theme.LIGHT["desk"].lower(), theme.DARK["desk"].lower())


def test_numbers_are_set_as_the_form_prints_them(qapp):
    grid = Builder((20.0,))
    for value, style in ((Decimal("95.5"), "percent"), (Decimal(10), "score"), (Decimal("8.844"), "money")):
        grid.put(grid.row(), 0, value, style)
    layout = lay_out(grid.sheet("表", "计划", landscape=True, header_row=None))
    assert [lines_of(layout, cell) for cell in layout.sheet.cells] == [["95.50%"], ["10.00"], ["8.844"]]
