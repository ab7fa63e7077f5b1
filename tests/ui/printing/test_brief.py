"""A brief: always two pages, always white, whole sentences where something gave way."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from perftrack.services import reporting
from perftrack.services.importing.package import import_into_new
from tests.benchmarks.office import large_package
from tests.factories import TickingClock, as_bytes
from tests.ui.scored import PARTY, Q3, cards_of, indicator, plan_named, sample_file, session_at, small_plan
from ui import theme
from ui.pages.brief_parts import made
from ui.pages.brief_parts.card_brief import CardSource, card_brief, trend_row
from ui.printing.blocks import Beside, Cell, Column, Drawing, Heading, Paragraph, Prose, Table
from ui.printing.brief import COLUMN, HEIGHT, WIDTH, Brief, paint_page, pdf, picture, placed, png

ROOM = HEIGHT - 150


@pytest.fixture(autouse=True)
def _dressed(qapp):
    theme.install(qapp, "light")
    yield
    theme.install(qapp, "light")


@pytest.fixture
def session(tmp_path):
    session = session_at(sample_file(tmp_path))
    yield session
    session.leave()


def of_card(session) -> Brief:
    plan = plan_named(session, PARTY)
    return made.of_card(session, session.workspace, reporting.quarter_scores(session.workspace, plan.id), 3)


def pages_of(file: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", file))


def table(count: int, **more: object) -> Table:
    rows = tuple((Cell(f"行{i}"), Cell(str(i))) for i in range(count))
    return Table((Column("名"), Column("数", 60, right=True)), rows, **more)


def drawn(brief: Brief, number: int) -> QImage:
    image = QImage(round(WIDTH), round(HEIGHT), QImage.Format.Format_RGB32)
    with theme.on_paper(), QPainter(image) as painter:
        image.fill(theme.color("paper"))
        paint_page(brief, painter, number)
    return image


def last_ink(image: QImage) -> int:
    """The lowest row above the foot that is not white."""
    foot = round(HEIGHT) - 44
    return max(y for y in range(foot) if any(image.pixelColor(x, y).lightness() < 200 for x in range(0, 794, 3)))


def test_that_a_card_has_two_pages_with_their_fonts(session):
    file = pdf(of_card(session))
    assert file.startswith(b"%PDF")
    assert pages_of(file) == 2
    assert b"/FontFile" in file


def test_that_the_year_has_two_pages(session):
    assert pages_of(pdf(made.of_office(session, session.workspace))) == 2


def test_that_paper_is_white_though_the_screen_is_dark(session, qapp):
    light = picture(of_card(session))
    theme.install(qapp, "dark")
    dark = picture(of_card(session))
    assert dark.pixelColor(2, 2).name() == "#ffffff"
    assert dark == light
    assert theme.color("surface").name() == theme.DARK["surface"].lower()


def test_that_a_picture_holds_both_pages_one_below_the_other(session):
    image = QImage.fromData(png(of_card(session)))
    assert (image.width(), image.height()) == (round(WIDTH * 2), round(HEIGHT * 2) * 2)


def test_that_two_hundred_indicators_stay_on_two_pages_and_the_losses_are_there(session):
    items = [indicator(f"指标{i:03d}", "≥90%", "0.45", None, None, "45%" if i % 20 == 0 else "95%") for i in range(200)]
    cards = cards_of(small_plan(*items, executed={Q3: "96"}))
    brief = card_brief(CardSource("街道", cards, Q3, -1, (), session.speaker, False))
    assert pages_of(pdf(brief)) == 2
    fitted = placed(brief.pages[0], COLUMN, ROOM)
    shown = next(block for block, _ in fitted if isinstance(block, Table))
    assert shown.left_out > 100
    names = [row[2].words for row in shown.rows]
    assert {f"指标{i:03d}" for i in range(0, 200, 20)} <= set(names)
    for number in (0, 1):
        assert last_ink(drawn(brief, number)) < HEIGHT - 44


def test_that_a_thousand_plans_stay_on_two_pages(tmp_path):
    path = tmp_path / "large.perftrack"
    import_into_new(path, as_bytes(large_package(1000)), clock=TickingClock())
    session = session_at(path)
    brief = made.of_office(session, session.workspace)
    assert pages_of(pdf(brief)) == 2
    session.leave()


def test_that_a_plan_with_nothing_reported_is_no_fault(session):
    cards = cards_of(small_plan(indicator("率", "≥90%", "90")))
    brief = card_brief(CardSource("街道", cards, Q3, 0, (), session.speaker, False))
    assert trend_row(cards[Q3], 0) is None
    assert pages_of(pdf(brief)) == 2


def test_that_the_indicator_chosen_has_the_trend_or_else_the_one_that_lost_most():
    card = cards_of(small_plan(indicator("甲", "≥90%", "40", None, None, "90%"),
                               indicator("乙", "≥90%", "50", None, None, "45%")))[Q3]  # fmt: skip
    assert trend_row(card, 0) == 0
    assert trend_row(card, 7) == 1


def test_that_a_table_gives_up_the_rows_it_may_and_says_how_many():
    fitted = table(10, droppable=(8, 9), rest=lambda count: f"另有 {count}").fit(300, 9 * 24 + 24)
    assert [row[0].words for row in fitted.rows] == [f"行{i}" for i in range(8)]
    assert fitted.left_out == 2
    assert fitted.height(300) <= 10 * 24
    assert table(3).fit(300, 500).left_out == 0


def test_that_long_names_take_two_lines_and_their_row_is_higher():
    long = Table((Column("名", 100),), ((Cell("保障网格党支部正常运转个数"),), (Cell("短"),)))
    assert long.height(100) == 24 + 40 + 24


def test_that_paragraphs_go_from_the_end():
    prose = Prose(tuple(Paragraph(f"题{i}", ("一句话。" * 30,)) for i in range(9)), lambda count: f"另有 {count}")
    fitted = prose.fit(400, prose.height(400) / 2)
    assert 0 < len(fitted.paragraphs) < 9
    assert fitted.left_out == 9 - len(fitted.paragraphs)
    assert fitted.height(400) <= prose.height(400) / 2


def test_that_what_comes_later_keeps_its_least_room():
    blocks = (table(100, droppable=tuple(range(99, -1, -1))), Heading("后"), Drawing(200, lambda _painter, _box: None))
    fitted = placed(blocks, COLUMN, 600)
    assert [type(block) for block, _ in fitted] == [Table, Heading, Drawing]
    assert sum(high for _, high in fitted) <= 600


def test_that_two_blocks_stand_side_by_side_without_overlap(qapp):
    boxes = []
    left = Drawing(40, lambda _painter, box: boxes.append(QRectF(box)))
    beside = Beside((left,), (Heading("右"), left))
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        beside.paint(painter, QRectF(0, 0, 400, beside.height(400)))
    assert not boxes[0].intersects(boxes[1])
    assert boxes[1].right() == 400


def test_that_each_page_is_numbered():
    brief = Brief("名", "题", "旁", "脚", "第 {page} 页 共 {pages} 页", ((Heading("一"),), (Heading("二"),)))
    assert drawn(brief, 0) != drawn(replace(brief, numbering=""), 0)
