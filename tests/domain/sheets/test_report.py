"""自评报告: numbers of the scorecard, tables that add up, holes where only the office can write."""

from dataclasses import replace

import pytest

from perftrack.domain.sheets.grid import STYLES, printed
from perftrack.domain.sheets.report import report_sheet
from tests.domain.builders import card_of, fund, item, plan_of
from tests.domain.sheets.reading import OFFICE, everything, recalculated
from tests.golden.office import read_office

DEPARTMENT, PLANS = read_office()


@pytest.mark.parametrize("quarter", [3, 4])
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_sums_of_its_tables_are_those_of_the_card(plan, quarter):
    card = card_of(plan, quarter=quarter)
    sheet = report_sheet(card, DEPARTMENT)
    sums = [cell for cell in sheet.cells if cell.formula is not None]
    assert [recalculated(sheet, cell.formula) for cell in sums] == [cell.value for cell in sums]
    assert sums[-1].value == card.total
    assert f"自评总分 {card.total} 分，等级为“{card.rating.value}”" in everything(sheet)


def test_headings_follow_one_another():
    sheet = report_sheet(card_of(PLANS[2]), DEPARTMENT)
    heads = [printed(cell)[:2] for cell in sheet.cells if STYLES[cell.style].heading == 1]
    assert heads == ["一、", "二、", "三、", "四、", "五、", "六、", "七、"]


def test_rows_have_each_place_once():
    sheet = report_sheet(card_of(PLANS[0]), DEPARTMENT)
    places = [(cell.row, cell.column + step) for cell in sheet.cells for step in range(cell.colspan)]
    assert len(places) == len(set(places))


def test_what_only_the_office_can_write_is_marked():
    told = everything(report_sheet(card_of(plan_of(item("≥10", "9"), goal="")), OFFICE))
    for hole in ("年度总体目标", "偏差原因", "改进措施、责任人及完成时限"):
        assert f"【待补充：{hole}】" in told


def test_nothing_reported_has_no_total_and_a_plan_that_fell_away_says_why():
    silent = everything(report_sheet(card_of(plan_of(item("≥1"), funds=(fund("财政拨款", "1"),))), OFFICE))
    assert "自评总分" not in silent
    assert "暂无自评结论" in silent
    dropped = everything(report_sheet(card_of(replace(plan_of(item("≥1", "1")), dropped="并入甲")), OFFICE))
    assert "本年度不适用：并入甲" in dropped
