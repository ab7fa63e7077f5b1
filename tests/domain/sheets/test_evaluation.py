"""绩效自评表: every number is the scorecard's, nothing unreported is a zero, and the form is whole."""

from dataclasses import replace
from decimal import Decimal

import pytest

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Deviation, ManualScore
from perftrack.domain.sheets.evaluation import evaluation_sheet
from perftrack.domain.sheets.grid import NOT_THERE, Sheet
from tests.domain.builders import RATIO, card_of, changed, fund, item, plan_of
from tests.domain.sheets.reading import (
    OFFICE,
    cell_at,
    everything,
    flaws,
    recalculated,
    row_of,
    rows_of,
    texts,
    value_at,
)
from tests.golden.office import read_office

WEIGHT, SCORE, REMARK = 6, 7, 8
DEPARTMENT, PLANS = read_office()


def sheet_of(*indicators, quarter: int = 4, pack=RATIO, **more) -> Sheet:
    return evaluation_sheet(card_of(plan_of(*indicators, **more), pack, quarter), OFFICE)


def line(sheet: Sheet, name: str) -> int:
    return row_of(sheet, name)


@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_every_place_of_the_form_is_taken_exactly_once(plan, quarter):
    assert flaws(evaluation_sheet(card_of(plan, RATIO, quarter), DEPARTMENT)) == []


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_total_and_subtotals_are_those_of_the_scorecard(plan):
    card = card_of(plan)
    sheet = evaluation_sheet(card, DEPARTMENT)
    subtotals = [(value_at(sheet, row, WEIGHT), value_at(sheet, row, SCORE)) for row in rows_of(sheet, "小计")]
    assert subtotals == [(level.full, level.points) for level in card.level1()]
    total = row_of(sheet, "总分")
    assert (value_at(sheet, total, WEIGHT), value_at(sheet, total, SCORE)) == (Decimal(100), card.total)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_every_sum_points_to_the_cells_that_make_it(plan):
    sheet = evaluation_sheet(card_of(plan), DEPARTMENT)
    sums = [cell for cell in sheet.cells if cell.formula]
    assert len(sums) == 2 * (len({i.level1 for i in plan.indicators}) + 1)
    assert [recalculated(sheet, cell.formula) for cell in sums] == [cell.value for cell in sums]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_every_indicator_shows_target_as_spelled_actual_weight_and_score(plan):
    card = card_of(plan)
    sheet = evaluation_sheet(card, DEPARTMENT)
    for score in card.scores:
        row = next(r for r in rows_of(sheet, score.indicator.name) if value_at(sheet, r, 3) == score.indicator.name)
        shown = [value_at(sheet, row, column) for column in (4, 5, WEIGHT, SCORE)]
        assert shown == [score.indicator.target, score.actual_text, score.indicator.weight, score.points]


def test_levels_are_merged_over_equal_neighbours_and_the_subtotal():
    sheet = evaluation_sheet(card_of(PLANS[5]), DEPARTMENT)
    output = cell_at(sheet, row_of(sheet, "产出指标"), 1)
    quality = cell_at(sheet, row_of(sheet, "质量指标"), 2)
    assert (output.rowspan, quality.rowspan) == (5, 2)


def test_equal_level_2_under_different_level_1_is_not_merged():
    sheet = sheet_of(item("≥1", "1", level1="产出", name="甲"), item("≥1", "1", level1="效益", name="乙"))
    assert [cell_at(sheet, row, 2).rowspan for row in rows_of(sheet, "质量指标")] == [1, 1]


def test_level_1_that_comes_back_has_one_subtotal_over_all_its_parts():
    sheet = sheet_of(
        item("≥1", "1", "30", level1="产出", name="甲"),
        item("≥1", "1", "30", level1="效益", name="乙"),
        item("≥2", "1", "30", level1="产出", name="丙"),
    )
    row = row_of(sheet, "产出小计")
    assert value_at(sheet, row, SCORE) == Decimal("45.00")
    assert len(cell_at(sheet, row, SCORE).formula.areas) == 2
    assert flaws(sheet) == []


def test_subtotals_can_be_left_out():
    sheet = evaluation_sheet(card_of(PLANS[1]), DEPARTMENT, subtotals=False)
    assert rows_of(sheet, "小计") == []
    assert flaws(sheet) == []
    total = cell_at(sheet, row_of(sheet, "总分"), SCORE)
    assert recalculated(sheet, total.formula) == total.value


def test_year_total_alone_carries_weight_rate_and_score():
    sheet = evaluation_sheet(card_of(PLANS[2]), DEPARTMENT)
    row = row_of(sheet, "年度资金总额")
    assert texts(sheet, row) == ["年度资金总额", "120.00", "120.00", "114.60", "10", "95.50%", "9.55"]
    assert texts(sheet, row + 1) == ["其中：当年财政拨款", "120.00", "120.00", "114.60", "—", "—", "—"]
    assert [texts(sheet, row + step)[0] for step in (2, 3)] == ["上年结转资金", "其他资金"]


def test_funds_the_form_does_not_name_keep_their_own_row():
    funds = (fund("财政拨款", "10"), fund("上级专项", "2.5", q4="2.5"), fund("其他资金", "0"))
    sheet = sheet_of(item("≥1", "1"), funds=funds)
    assert texts(sheet, row_of(sheet, "上级专项"))[:4] == ["上级专项", "2.50", "2.50", "2.50"]


def test_two_funds_of_one_name_are_not_thrown_together():
    funds = (fund("财政拨款", "10"), fund("财政拨款", "7"))
    sheet = sheet_of(item("≥1", "1"), funds=funds)
    assert [texts(sheet, row_of(sheet, name))[1] for name in ("其中：当年财政拨款", "财政拨款")] == ["10.00", "7.00"]


def test_revised_budget_is_the_budget_of_the_whole_year():
    sheet = sheet_of(item("≥1", "1"), funds=(fund("财政拨款", "10", "12.345", q4="6"),))
    assert texts(sheet, row_of(sheet, "其中：当年财政拨款"))[1:4] == ["10.00", "12.345", "6.00"]


def test_department_lists_its_funds_as_they_are_named():
    sheet = evaluation_sheet(card_of(PLANS[0]), DEPARTMENT)
    row = row_of(sheet, "年度资金总额")
    names = [texts(sheet, row + step)[0] for step in range(4)]
    assert names == ["年度资金总额", "其中：上级安排", "本级安排", "其他资金"]
    assert texts(sheet, row)[1:] == ["3157.94", "3157.94", "3109.55", "10", "98.47%", "9.85"]


def test_not_reported_is_a_dash_and_never_a_zero():
    sheet = sheet_of(item("≥1", name="没报"), funds=(fund("财政拨款", "10"),))
    row = line(sheet, "没报")
    assert [value_at(sheet, row, column) for column in (5, SCORE)] == [NOT_THERE, NOT_THERE]
    money = row_of(sheet, "年度资金总额")
    assert texts(sheet, money)[3:] == ["—", "10", "—", "—"]
    assert value_at(sheet, row_of(sheet, "小计"), SCORE) == NOT_THERE
    assert value_at(sheet, row_of(sheet, "总分"), SCORE) == NOT_THERE
    assert "0.00" not in texts(sheet, row_of(sheet, "上年结转资金"))[3]


def test_sheet_says_what_the_total_does_not_hold():
    sheet = sheet_of(item("≥1", name="没报"), item("≥1", "1"), funds=(fund("财政拨款", "10"),))
    assert "注：尚有 1 项指标没有得分" in everything(sheet)
    assert "尚未报告执行数的资金：财政拨款" in everything(sheet)


def test_complete_sheet_has_no_notes():
    assert "注：" not in everything(evaluation_sheet(card_of(PLANS[2]), DEPARTMENT))


def test_manual_score_is_marked_with_the_computed_one_and_the_reason():
    manual = ManualScore(Decimal("9"), "=党工委会议决定", Quarter.Q4)
    sheet = sheet_of(item("≥12个", "11", "20", name="甲", manual_score=manual))
    row = line(sheet, "甲")
    assert value_at(sheet, row, SCORE) == Decimal("9.00")
    assert value_at(sheet, row, REMARK) == "手工评分（按规则计算：18.33 分）：=党工委会议决定"


def test_manual_score_that_does_not_count_yet_is_not_shown():
    manual = ManualScore(Decimal("9"), "会议决定", Quarter.Q4)
    sheet = sheet_of(item("≥12个", quarters={3: "12"}, name="甲", manual_score=manual), quarter=3)
    assert "手工评分" not in everything(sheet)


def test_excluded_indicator_says_so_and_its_weight_goes_to_the_others():
    sheet = sheet_of(item("≥1", "1", "30", name="甲"), item("≥1", "1", "60", name="乙", excluded="未安排"))
    row = line(sheet, "乙")
    assert [value_at(sheet, row, column) for column in (WEIGHT, SCORE, REMARK)] == ["—", "不适用", "不适用：未安排"]
    assert value_at(sheet, line(sheet, "甲"), WEIGHT) == Decimal("90.00")
    assert value_at(sheet, row_of(sheet, "总分"), WEIGHT) == Decimal("100.00")


def test_cap_is_part_of_the_sum_and_explained():
    pack = changed(RATIO, total_caps=((Decimal(50), Decimal(59)),))
    sheet = sheet_of(item("≥1", "1", "90"), pack=pack, funds=(fund("财政拨款", "10", q4="4"),))
    total = cell_at(sheet, row_of(sheet, "总分"), SCORE)
    assert total.value == recalculated(sheet, total.formula) == Decimal("59.00")
    assert "总分以 59 分为上限" in everything(sheet)


@pytest.mark.parametrize(
    ("quarter", "subtitle"),
    [
        (1, "（2024 年度）　截至一季度（1-3月）试编"),
        (3, "（2024 年度）　截至三季度（1-9月）试编"),
        (4, "（2024 年度）"),
    ],
)
def test_sheet_before_the_end_of_the_year_says_that_it_is_a_trial(quarter, subtitle):
    assert texts(evaluation_sheet(card_of(PLANS[1], RATIO, quarter), DEPARTMENT), 1) == [subtitle]


def test_cause_and_remedy_stand_beside_the_score():
    sheet = sheet_of(item("≥2", "1", name="甲", deviations={Quarter.Q4: Deviation("经费晚到", "下年提前")}))
    assert value_at(sheet, line(sheet, "甲"), REMARK) == "经费晚到\n措施：下年提前"


def test_cause_given_before_a_newer_actual_is_not_repeated():
    old = {Quarter.Q2: Deviation("二季度偏慢")}
    overtaken = item("≥2", quarters={2: "1", 4: "2"}, name="甲", deviations=old)
    standing = item("≥2", quarters={2: "1"}, name="乙", deviations=old)
    sheet = sheet_of(overtaken, standing)
    assert [value_at(sheet, line(sheet, name), REMARK) for name in "甲乙"] == ["", "二季度偏慢"]


def test_what_was_achieved_is_told_from_the_actuals_and_says_what_is_missing():
    sheet = sheet_of(item("≥12个", "11", name="社区"), item("≥1", name="活动"))
    assert "社区 11个。未报：活动。" in everything(sheet)


def test_implementing_unit_is_the_section_where_the_plan_has_one():
    plan = replace(plan_of(item("≥1", "1")), section="社会事务办公室")
    sheet = evaluation_sheet(card_of(plan), OFFICE)
    assert value_at(sheet, row_of(sheet, "实施单位"), 5) == "社会事务办公室"


def test_seal_and_signatures_stay_empty():
    sheet = evaluation_sheet(card_of(PLANS[1]), DEPARTMENT)
    assert texts(sheet, len(sheet.rows) - 1) == [
        "单位（盖章）：",
        "项目负责人：",
        "填表人：",
        "日期：　　年　　月　　日",
    ]


def test_head_of_the_indicators_is_what_is_repeated():
    sheet = evaluation_sheet(card_of(PLANS[1]), DEPARTMENT)
    head = row_of(sheet, "一级指标")
    assert sheet.header_rows == (head, head)


def test_plan_without_indicators_and_funds_still_makes_a_form():
    sheet = evaluation_sheet(card_of(replace(plan_of(), funds=())), OFFICE)
    assert flaws(sheet) == []
    department = evaluation_sheet(card_of(replace(plan_of(kind="department"), funds=())), OFFICE)
    assert flaws(department) == []
