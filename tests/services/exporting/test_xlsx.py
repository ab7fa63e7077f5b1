"""The workbook holds what the sheet holds: numbers as numbers, text as text, sums that recalculate, nothing cut."""

import itertools
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.sheets.evaluation import evaluation_sheet
from perftrack.domain.sheets.grid import STYLES, Area, Builder, Sheet, Sum
from perftrack.domain.sheets.targets import target_sheet
from perftrack.errors import UserError
from perftrack.services.exporting import readback
from perftrack.services.exporting.heights import LINE, PIECE, ROW_PADDING, line_count, parted, row_extents
from perftrack.services.exporting.text import address
from perftrack.services.exporting.xlsx import book_bytes, write_book
from tests.domain.builders import card_of, item, plan_of
from tests.golden.office import read_office
from tests.services.exporting.books import beside, found, opened, worked_out

DEPARTMENT, PLANS = read_office()


def sheet_with(*values: str | Decimal | None, style: str = "text", width: float = 20.0) -> Sheet:
    grid = Builder((width,))
    for value in values:
        grid.put(grid.row(), 0, value, style)
    return grid.sheet("表", "计划", landscape=True, header_row=None)


def cell_of(value: str | Decimal, style: str = "text"):
    return opened(book_bytes([sheet_with(value, style=style)]))["A1"]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_values_read_back_equal_the_scorecard(plan):
    card = card_of(plan)
    page = opened(book_bytes([evaluation_sheet(card, DEPARTMENT)]))
    head = found(page, "三级指标").row
    lines = iter(card.scores)
    for row in range(head + 1, found(page, "总分").row):
        if page.cell(row, 4).value is None:
            continue
        score = next(lines)
        shown = [page.cell(row, column).value for column in (4, 5, 6, 7, 8)]
        weight, points = float(score.indicator.weight), float(score.points)
        assert shown == [score.indicator.name, score.indicator.target, score.actual_text, weight, points]
    assert next(lines, None) is None
    assert beside(page, "总分") == ["总分", 100, float(card.total)]
    rate = float(card.execution.rate.scaleb(-2))
    money = beside(page, "年度资金总额")
    assert money[-3:] == [float(card.execution.weight), rate, float(card.execution.points)]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_sums_are_formulas_whose_cached_value_is_right(plan):
    content = book_bytes([evaluation_sheet(card_of(plan), DEPARTMENT)])
    values, formulas = opened(content), opened(content, values=False)
    sums = [cell for row in formulas.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(sums) == 2 * (len({i.level1 for i in plan.indicators}) + 1)
    for cell in sums:
        assert worked_out(values, cell.value) == Decimal(repr(values[cell.coordinate].value))


def test_rates_scores_and_money_have_the_formats_of_the_form():
    page = opened(book_bytes([evaluation_sheet(card_of(PLANS[2]), DEPARTMENT)]))
    row = found(page, "年度资金总额").row
    assert [page.cell(row, column).number_format for column in (5, 9, 10, 11)] == [
        "0.00####_);-0.00####_);0.00####_);@_)",
        "General",
        "0.00%",
        "0.00",
    ]
    assert page.cell(found(page, "总分").row, 8).number_format == "0.00_);-0.00_);0.00_);@_)"


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|'/c calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "=100%",
        "＝1",
        "\t=1",
        " =1",
        "=1\n2",
        "http://a.example",
        "1e5",
        "007",
    ],
)
def test_text_is_never_a_formula_a_link_or_a_number(text):
    cell = opened(book_bytes([sheet_with(text)]), values=False)["A1"]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)


@pytest.mark.parametrize(
    ("text", "quoted"), [("=1", True), ("-1", True), ("＋1", True), ("≥12个", False), ("12", False)]
)
def test_text_like_a_formula_stays_text_when_it_is_edited(text, quoted):
    assert bool(cell_of(text).quotePrefix) is quoted


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("一\r\n二\r三", "一\n二\n三"),
        ("a\ud800b\ufffe\uffff", "ab"),
        ("  前后有空 ", "  前后有空 "),
        ("_x0041_", "_x0041_"),
        ("𠮷野家 😀", "𠮷野家 😀"),
        ("<&\"'>", "<&\"'>"),
    ],
)
def test_control_signs_go_and_all_else_stays(text, kept):
    assert cell_of(text).value.replace("_x000D_", "") == kept


def test_text_of_the_longest_length_is_whole_and_one_sign_more_is_refused():
    page = opened(book_bytes([sheet_with("长" * 32_767)]))
    assert "".join(page.cell(row, 1).value for row in range(1, page.max_row + 1)) == "长" * 32_767
    for text in ("长" * 32_768, "😀" * 16_384):
        with pytest.raises(UserError) as refused:
            book_bytes([sheet_with("前", text)])
        assert refused.value.code == "text_too_long"
        assert refused.value.arguments["place"] == "表 计划 A2"


def test_numbers_keep_the_digits_a_workbook_can_hold():
    assert cell_of(Decimal("8.8400001"), "money").value == 8.8400001
    assert cell_of(Decimal("0.1"), "percent").value == 0.001


def test_row_grows_with_its_text():
    short, long = (sum(row_extents(sheet_with("字" * count))[0].heights) for count in (5, 50))
    assert short == 18
    assert long >= 5 * 10.5 * 1.3


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("一二三四", 1), ("一二三四五六", 2), ("一\n二\n\n三", 4), ("a" * 40, 5)]
)
def test_lines_are_estimated_by_the_width_of_their_signs(text, lines):
    assert line_count(text, 5.3 * 10.5 * 96 / 72, 10.5) == lines


def test_text_higher_than_a_row_can_be_takes_several_rows_and_sums_still_point_right():
    grid = Builder((20.0, 10.0))
    grid.put(grid.row(), 0, "长文" * 1000)
    grid.put(0, 1, Decimal(3), "score")
    grid.put(grid.row(), 0, "合计")
    grid.put(1, 1, Decimal(3), "score", formula=Sum((Area(0, 1, 0, 1),)))
    content = book_bytes([grid.sheet("表", "计划", landscape=True, header_row=None)])
    page, formulas = opened(content), opened(content, values=False)
    total = found(page, "合计").row
    assert total > 2
    assert all(page.row_dimensions[row].height <= 409 for row in range(1, total + 1))
    assert "".join(page.cell(row, 1).value for row in range(1, total)) == "长文" * 1000
    assert worked_out(page, formulas.cell(total, 2).value.replace(f":B{total - 1}", "")) == 3


def test_parts_of_long_text_show_as_one_cell_that_ends_at_sentences():
    grid = Builder((40.0, 40.0))
    grid.put(grid.row(), 0, "街道统筹推进社区服务。" * 120)
    grid.put(0, 1, "短")
    page = opened(book_bytes([grid.sheet("表", "计划", landscape=True, header_row=None)]))
    parts = [page.cell(row, 1) for row in range(1, page.max_row + 1)]
    assert len(parts) >= 3
    assert all(part.value.endswith("。") for part in parts)
    above, below = ([bool(getattr(part.border, edge).style) for part in parts] for edge in ("top", "bottom"))
    assert above == [True] + [False] * (len(parts) - 1)
    assert below == [False] * (len(parts) - 1) + [True]
    assert [str(area) for area in page.merged_cells.ranges] == [f"B1:B{len(parts)}"]


@given(st.text(alphabet="中文。，a \n", max_size=400))
def test_parted_text_is_the_text_and_every_part_fits(text):
    parts = parted(text, 5.3 * 10.5 * 96 / 72, 10.5)
    assert all(line_count(part, 5.3 * 10.5 * 96 / 72, 10.5) * 10.5 * LINE + ROW_PADDING <= PIECE for part in parts)
    rest = text
    for part in parts:
        rest = rest.removeprefix("\n") if not rest.startswith(part) else rest
        assert rest.startswith(part)
        rest = rest[len(part) :]
    assert rest in ("", "\n")


def test_sum_of_very_many_areas_is_nested_or_left_a_number():
    def book(count: int):
        grid = Builder((10.0, 10.0))
        for _row in range(count):
            grid.put(grid.row(), 0, Decimal(1), "score")
        areas = tuple(Area(row, 0, row, 0) for row in range(count))
        grid.put(0, 1, Decimal(count), "score", formula=Sum(areas))
        return opened(book_bytes([grid.sheet("表", "计划", landscape=True, header_row=None)]), values=False)["B1"].value

    assert book(600).count("SUM(") == 4
    assert book(3000) == 3000


def test_nothing_to_add_shows_the_dash_until_there_is_a_number():
    content = book_bytes([evaluation_sheet(card_of(plan_of(item("≥1"))), DEPARTMENT)])
    page = opened(content)
    assert page.cell(found(page, "小计").row, 8).value == "—"
    formula = opened(content, values=False).cell(found(page, "小计").row, 8).value
    assert formula.startswith("=IF(COUNT(")


def test_page_is_a4_one_wide_with_repeated_head_and_page_number():
    page = opened(book_bytes([target_sheet(PLANS[1], DEPARTMENT)]))
    setup = page.page_setup
    head = found(page, "一级指标").row
    assert (setup.paperSize, setup.orientation) == (9, "landscape")
    assert (setup.fitToWidth or 1, setup.fitToHeight or 1) == (1, 1)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == f"${head}:${head}"
    assert page.print_area.endswith(f"$A$1:$I${page.max_row}")
    assert "&P" in page.oddFooter.center.text
    assert page.print_options.horizontalCentered


def test_long_sheet_runs_over_as_many_pages_as_it_needs():
    plan = plan_of(*(item("≥1", "1", "1", level1=f"产出{number}", name=f"指标{number}") for number in range(60)))
    page = opened(book_bytes([evaluation_sheet(card_of(plan), DEPARTMENT)]))
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)


def test_fonts_are_those_of_official_documents():
    page = opened(book_bytes([target_sheet(PLANS[1], DEPARTMENT)]))
    assert (page["A1"].font.name, page["A3"].font.name) == ("方正小标宋简体", "宋体")


def test_one_book_has_a_tab_per_sheet_with_a_name_of_its_own(tmp_path):
    names = ["社区", "社区", "a/b", "a:b", "长" * 60, "长" * 60, "History", "'引'", "", "A/B"]
    sheets = [Sheet("项目支出绩效目标表", name, (10.0,), (18.0,), ()) for name in names]
    write_book(tmp_path / "一本.xlsx", sheets)
    tabs = openpyxl.load_workbook(tmp_path / "一本.xlsx").sheetnames
    assert len({tab.casefold() for tab in tabs}) == len(names)
    assert all(0 < len(tab) <= 31 for tab in tabs)
    assert tabs[:4] == ["社区", "社区 (2)", "a_b", "a_b (2)"]


def test_book_with_both_kinds_tells_them_apart_by_their_tabs():
    sheets = [target_sheet(PLANS[2], DEPARTMENT), evaluation_sheet(card_of(PLANS[2]), DEPARTMENT)]
    book = openpyxl.load_workbook(BytesIO(book_bytes(sheets)))
    assert book.sheetnames == ["目标 社区服务群众经费", "自评 社区服务群众经费"]


def test_book_that_reads_back_differently_is_refused():
    content = book_bytes([sheet_with("甲")])
    readback.compare(content, [{(0, 0): "甲"}])
    for page in ({(0, 0): "乙"}, {}, {(0, 0): "甲", (1, 0): Decimal(1)}):
        with pytest.raises(UserError) as refused:
            readback.compare(content, [page])
        assert refused.value.code == "export_readback"


def test_every_style_can_be_written():
    for style, value in itertools.product(STYLES, ("文字", Decimal("1.5"), None)):
        book_bytes([sheet_with(value, style=style)])


def test_addresses_count_like_a_workbook():
    assert [address(0, column) for column in (0, 25, 26, 701, 702)] == ["A1", "Z1", "AA1", "ZZ1", "AAA1"]
