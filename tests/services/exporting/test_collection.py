"""The form as a workbook: protected but for its input cells, with drop-downs and limits, whole on A4 landscape."""

import re
import zipfile
from decimal import Decimal

import openpyxl
import pytest

from perftrack.errors import UserError
from perftrack.services import collectionform as form
from perftrack.services.exporting.collection import write_forms
from perftrack.services.messages import speaker
from tests.services.importing.forms import Q3, column_of, form_of, header, open_office, plan, row_of


@pytest.fixture
def office(tmp_path):
    with open_office(tmp_path) as workspace:
        yield workspace


@pytest.fixture
def book(office, tmp_path):
    return openpyxl.load_workbook(form_of(office, tmp_path))


@pytest.fixture
def page(book):
    return book[form.VISIBLE]


def open_cells(page) -> set[str]:
    return {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}


def place(page, code: str, word: str):
    return page.cell(row_of(page, code), column_of(page, word))


def test_that_the_head_says_whose_form_it_is_and_how_to_fill_it_in(page):
    told = "\n".join(str(row[0].value) for row in page.iter_rows(max_row=header(page) - 1) if row[0].value)
    for words in (
        "2024年三季度绩效填报表",
        "延安北路街道办事处",
        "社区服务群众经费",
        "10月15日",
        "无密码",
        "本期数",
        "1188/1320",
    ):
        assert words in told


def test_that_only_input_cells_are_open_and_all_of_them_are_tinted(page):
    assert page.protection.sheet
    assert page.protection.password is None
    tinted = {cell.coordinate for row in page.iter_rows() for cell in row if cell.fill.fgColor.rgb == "FFFFF8E1"}
    assert open_cells(page) == tinted
    assert place(page, "1", form.VALUE).coordinate in tinted
    assert place(page, "3", form.SHARE).coordinate in tinted
    assert place(page, "1", form.SHARE).coordinate not in tinted
    assert place(page, "6", form.VALUE).value == "不适用"
    assert place(page, "6", form.VALUE).coordinate not in tinted


def test_that_input_is_text_and_money_is_a_number(page):
    value = place(page, "1", form.VALUE)
    assert (value.value, value.number_format) == ("3", "@")
    spent = place(page, "资2", form.EXECUTED)
    assert (spent.value, spent.data_type) == (12.5, "n")


def test_that_words_have_a_drop_down_of_grades_and_a_share_within_its_band(page):
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    grades = rules[place(page, "3", form.VALUE).coordinate]
    assert (grades.type, grades.formula1) == ("list", '"达成,部分达成,未达成"')
    share = rules[place(page, "3", form.SHARE).coordinate]
    assert share.type == "custom"
    assert ">=60" in share.formula1
    assert "<80" in share.formula1
    money = rules[place(page, "资1", form.EXECUTED).coordinate]
    assert (money.type, money.operator, money.formula1) == ("decimal", "greaterThanOrEqual", "0")


def test_that_money_beyond_the_budget_warns_and_stops_nobody(office, tmp_path):
    book = openpyxl.load_workbook(form_of(office, tmp_path))
    row = row_of(book[form.VISIBLE], "资1")
    formulas = [cell.value for cell in book[form.VISIBLE][row] if str(cell.value).startswith("=")]
    assert len(formulas) == 1
    assert ">120" in formulas[0]
    assert "<50" in formulas[0]


def test_that_levels_are_merged_as_on_paper_and_the_page_fits(page):
    assert page.page_setup.orientation == "landscape"
    assert str(page.page_setup.paperSize) == "9"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == f"${header(page)}:${header(page)}"
    first = row_of(page, "1")
    assert f"B{first}:B{first + 1}" in {str(merged) for merged in page.merged_cells.ranges}


def test_that_the_hidden_page_is_very_hidden(book):
    assert book[form.HIDDEN].sheet_state == "veryHidden"


def test_that_nothing_typed_becomes_a_formula(tmp_path):
    strange = plan()
    first = strange.indicators[0].__class__("=1+1", "@x", "=cmd|'/c calc'!A0", "≥1", Decimal(10))
    with open_office(tmp_path, strange.__class__(2024, strange.kind, "=x", indicators=(first,))) as office:
        path = form_of(office, tmp_path)
    with zipfile.ZipFile(path) as archive:
        assert not re.search(rb"<f>", archive.read("xl/worksheets/sheet1.xml"))


def test_that_each_plan_gets_a_file_and_progress_is_told(tmp_path):
    told = []
    with open_office(tmp_path, plan("甲"), plan("乙/丙")) as office:
        written = write_forms(
            office, year=2024, quarter=Q3, out=tmp_path / "out", progress=lambda *step: told.append(step)
        )
    assert [path.name for path in written] == ["2024年三季度绩效填报表_甲.xlsx", "2024年三季度绩效填报表_乙_丙.xlsx"]
    assert told == [(0, 2, "甲"), (1, 2, "乙/丙"), (2, 2, "")]


def test_that_a_cancel_leaves_what_is_ready(tmp_path):
    answers = iter([False, True])
    with open_office(tmp_path, plan("甲"), plan("乙")) as office:
        written = write_forms(office, year=2024, quarter=Q3, out=tmp_path / "out", cancelled=lambda: next(answers))
    assert [path.exists() for path in written] == [True]


@pytest.mark.parametrize(("year", "plans", "code"), [(2023, None, "no_plans"), (2024, ["无此计划"], "unknown_plan")])
def test_that_what_is_not_there_is_a_sentence(office, tmp_path, year, plans, code):
    with pytest.raises(UserError) as refused:
        write_forms(office, year=year, quarter=Q3, out=tmp_path, plans=plans)
    assert refused.value.code == code
    assert speaker("zh_CN").error(refused.value)
