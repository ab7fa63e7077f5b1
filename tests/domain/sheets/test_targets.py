"""绩效目标表: texts as the source spells them, money by its source, and the form is whole."""

from dataclasses import replace

import pytest

from perftrack.domain.sheets.targets import target_sheet
from tests.domain.builders import fund, item, plan_of
from tests.domain.sheets.reading import OFFICE, cell_at, flaws, row_of, texts, value_at
from tests.golden.office import read_office

DEPARTMENT, PLANS = read_office()


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_every_place_of_the_form_is_taken_exactly_once(plan):
    assert flaws(target_sheet(plan, DEPARTMENT)) == []


def test_line_of_a_project_is_as_published():
    sheet = target_sheet(PLANS[1], DEPARTMENT)
    line = ["补助标准", "＜=268元/人/年", "预算支出标准", "268元/人/年", "20", "按完成比例赋分", "原始凭证"]
    assert texts(sheet, row_of(sheet, "补助标准"))[2:] == line


def test_head_of_a_project_names_office_project_lead_and_money():
    sheet = target_sheet(PLANS[1], DEPARTMENT)
    assert texts(sheet, 2) == ["预算单位", DEPARTMENT.name, "项目名称", PLANS[1].name]
    money = [texts(sheet, row_of(sheet, name))[-2:] for name in ("年度预算总额", "其中：财政拨款", "其他资金")]
    assert money == [["年度预算总额", "8.84"], ["其中：财政拨款", "8.84"], ["其他资金", "0.00"]]
    assert value_at(sheet, row_of(sheet, "项目负责人"), 1) == "社会事务办公室主任"


def test_rule_that_is_not_given_is_the_one_that_will_score():
    sheet = target_sheet(plan_of(item("有效保障", rule=None, name="甲"), item("≥1", rule=None, name="乙")), OFFICE)
    assert [value_at(sheet, row_of(sheet, name), 7) for name in "甲乙"] == ["按评判等级赋分", "按完成比例赋分"]


def test_nothing_last_year_stays_as_it_was_written():
    sheet = target_sheet(PLANS[4], DEPARTMENT)
    assert value_at(sheet, row_of(sheet, "提高党建活动开展次数"), 5) == "无"


def test_funds_the_form_does_not_name_keep_their_own_row():
    plan = plan_of(item("≥1"), funds=(fund("财政拨款", "10"), fund("上年结转", "3")))
    sheet = target_sheet(plan, OFFICE)
    assert texts(sheet, row_of(sheet, "上年结转"))[-2:] == ["上年结转", "3.00"]
    assert flaws(sheet) == []


def test_budget_of_a_department_is_told_by_source():
    sheet = target_sheet(PLANS[0], DEPARTMENT)
    money = {name: texts(sheet, row_of(sheet, name))[-1] for name in ("上级安排", "本级安排", "其他", "合计")}
    assert money == {"上级安排": "16.13", "本级安排": "3141.81", "其他": "0.00", "合计": "3157.94"}


def test_other_sources_of_a_department_keep_their_own_row():
    plan = plan_of(item("≥1"), kind="department", funds=(fund("基本支出", "10"), fund("项目支出", "3")))
    sheet = target_sheet(plan, OFFICE)
    assert [texts(sheet, row_of(sheet, name))[-1] for name in ("基本支出", "项目支出")] == ["10.00", "3.00"]
    assert flaws(sheet) == []


def test_contact_and_telephone_of_a_department_stay_empty():
    sheet = target_sheet(PLANS[0], DEPARTMENT)
    assert texts(sheet, row_of(sheet, "部门联系人")) == ["部门联系人", "", "联系电话", ""]


def test_levels_are_merged_over_equal_neighbours():
    sheet = target_sheet(PLANS[0], DEPARTMENT)
    assert [
        cell_at(sheet, row_of(sheet, name), column).rowspan for name, column in (("社会效益", 0), ("质量指标", 1))
    ] == [
        2,
        2,
    ]


def test_empty_level_2_is_an_empty_cell_of_the_form():
    sheet = target_sheet(plan_of(item("≥1", level2="", name="甲")), OFFICE)
    assert value_at(sheet, row_of(sheet, "甲"), 1) == ""


def test_sheet_lies_as_its_columns_need_and_repeats_its_head():
    project, department = (target_sheet(plan, DEPARTMENT) for plan in (PLANS[1], PLANS[0]))
    assert (project.landscape, department.landscape) == (True, False)
    for sheet in (project, department):
        assert sheet.header_rows == (row_of(sheet, "一级指标"),) * 2


def test_plan_without_indicators_and_funds_still_makes_a_form():
    for kind in ("project", "department"):
        assert flaws(target_sheet(replace(plan_of(kind=kind), funds=()), OFFICE)) == []
