"""项目绩效自评情况汇总表: the cards of a year in one table."""

from dataclasses import replace

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Deviation
from perftrack.domain.sheets.summary import summary_sheet
from tests.domain.builders import card_of, fund, item, plan_of
from tests.domain.sheets.reading import OFFICE, everything, flaws, recalculated, row_of, texts
from tests.golden.office import read_office

DEPARTMENT, PLANS = read_office()


def sheet_of(*cards, quarter: Quarter = Quarter.Q4):
    return summary_sheet(cards, OFFICE, 2024, quarter)


def test_totals_and_ratings_are_those_of_the_cards():
    cards = [card_of(plan) for plan in PLANS]
    sheet = summary_sheet(cards, DEPARTMENT, 2024, Quarter.Q4)
    assert flaws(sheet) == []
    for card in cards:
        line = texts(sheet, row_of(sheet, card.plan.name))
        assert f"{card.total:.2f}" in line
        assert card.rating.value in line


def test_projects_are_numbered_and_added_up_and_the_department_stands_apart():
    sheet = summary_sheet([card_of(plan) for plan in PLANS], DEPARTMENT, 2024, Quarter.Q4)
    assert texts(sheet, row_of(sheet, PLANS[1].name))[0] == "1"
    assert row_of(sheet, "合计") < row_of(sheet, "部门整体")
    sums = [cell for cell in sheet.cells if cell.formula is not None]
    assert [recalculated(sheet, cell.formula) for cell in sums] == [cell.value for cell in sums]
    assert texts(sheet, row_of(sheet, "合计"))[1] == "467.84"


def test_problems_name_loss_and_cause_and_measures_stand_beside_them():
    late = item("≥10个", "9", name="个数", deviations={Quarter.Q4: Deviation("雨季停工", "春季补做")})
    line = texts(sheet := sheet_of(card_of(plan_of(late, item("≥1", "1"), name="甲"))), row_of(sheet, "甲"))
    assert line[-2] == "个数：指标值≥10个，完成9个，扣 1.00 分。雨季停工"
    assert line[-1] == "春季补做"


def test_what_reported_nothing_and_what_fell_away_is_no_zero():
    silent = card_of(plan_of(item("≥1"), name="甲", funds=(fund("财政拨款", "7"),)))
    dropped = card_of(replace(plan_of(item("≥1", "1"), name="乙"), dropped="并入甲"))
    sheet = sheet_of(silent, dropped)
    assert texts(sheet, row_of(sheet, "甲"))[3:9] == ["7.00", "7.00", "—", "—", "—", "—"]
    assert texts(sheet, row_of(sheet, "乙"))[3:9] == ["—", "—", "—", "—", "不适用", "—"]
    assert texts(sheet, row_of(sheet, "合计"))[1:5] == ["7.00", "7.00", "—", "—"]
    assert "平均得分" not in everything(sheet)


def test_before_the_end_of_the_year_it_is_a_trial():
    assert "截至三季度（1-9月）试编" in everything(sheet_of(card_of(PLANS[2], quarter=3), quarter=Quarter.Q3))
