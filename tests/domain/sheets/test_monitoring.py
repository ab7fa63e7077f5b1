"""绩效运行监控表: money and values to the cut-off, the year end from the forecast, nothing unreported as a zero."""

from dataclasses import replace

import pytest

from perftrack.domain.forecast import forecast
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Deviation
from perftrack.domain.sheets.grid import Sheet, printed
from perftrack.domain.sheets.monitoring import TICK, monitoring_sheet, quarter_of_month
from tests.domain.builders import card_of, fund, item, plan_of
from tests.domain.sheets.reading import OFFICE, everything, flaws, recalculated, row_of, texts
from tests.golden.office import read_office

DEPARTMENT, PLANS = read_office()


def sheet_of(*indicators, month: int = 9, **more) -> Sheet:
    card = card_of(plan_of(*indicators, **more), quarter=quarter_of_month(month))
    return monitoring_sheet(forecast(card), OFFICE, month)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_every_place_of_the_form_is_taken_exactly_once(plan, month):
    sheet = monitoring_sheet(forecast(card_of(plan, quarter=quarter_of_month(month))), DEPARTMENT, month)
    assert flaws(sheet) == []


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_money_of_the_year_is_the_sum_of_its_rows(plan):
    sheet = monitoring_sheet(forecast(card_of(plan, quarter=3)), DEPARTMENT, 9)
    sums = [cell for cell in sheet.cells if cell.formula is not None]
    assert len(sums) == 3
    assert [recalculated(sheet, cell.formula) for cell in sums] == [cell.value for cell in sums]


def test_money_to_the_cut_off_and_to_the_year_end():
    sheet = sheet_of(item("≥1", "1"), funds=(fund("财政拨款", "100", "80", q1="10", q2="20", q3="30"),))
    assert texts(sheet, row_of(sheet, "年度资金总额"))[1:] == ["100.00", "30.00", "37.50%", "40.00"]
    assert texts(sheet, row_of(sheet, "上年结转资金"))[1:] == ["0.00", "0.00", "—", "0.00"]
    assert "执行率按调整后预算数计算" in everything(sheet)


def test_what_was_not_reported_is_a_dash_and_says_so():
    sheet = sheet_of(item("≥12个", name="未报"), funds=(fund("财政拨款", "100"),))
    assert texts(sheet, row_of(sheet, "年度资金总额"))[1:] == ["100.00", "—", "—", "—"]
    line = texts(sheet, row_of(sheet, "未报"))
    assert TICK not in line
    assert line[-1] == "尚未填报"
    assert line[line.index("≥12个") + 1 :][:2] == ["—", "—"]


def test_kind_of_cause_likelihood_and_remedy_stand_in_their_columns():
    late = item(
        "≥12个", quarters={1: "1", 2: "1", 3: "1"}, aggregation="sum", name="个数",
        deviations={Quarter.Q3: Deviation("资金拨付推迟", "十月拨付")},
    )  # fmt: skip
    sheet = sheet_of(late)
    row = row_of(sheet, "个数")
    ticked = {cell.column for cell in sheet.cells if cell.row == row and cell.value == TICK}
    assert sheet.header_rows is not None
    heads = {cell.column: printed(cell).replace("\n", "") for cell in sheet.cells if cell.row == sheet.header_rows[1]}
    assert [heads[column] for column in sorted(ticked)] == ["经费保障", "完全不可能"]
    assert "资金拨付推迟" in texts(sheet, row)
    assert texts(sheet, row)[-1] == "措施：十月拨付"


def test_head_of_two_rows_is_repeated():
    sheet = sheet_of(item("≥1", "1"))
    assert sheet.header_rows is not None
    first, last = sheet.header_rows
    assert (last - first, texts(sheet, first)[1]) == (1, "一级指标")


def test_cut_off_within_a_quarter_says_where_its_numbers_come_from():
    assert "1-7月执行情况取三季度已填报的数" in everything(sheet_of(item("≥1", "1"), month=7))
    assert "取三季度" not in everything(sheet_of(item("≥1", "1"), month=9))


def test_project_that_fell_away_says_why_and_promises_nothing():
    plan = replace(plan_of(item("≥1", quarters={1: "1"})), dropped="并入其他项目")
    sheet = monitoring_sheet(forecast(card_of(plan, quarter=3)), OFFICE, 9)
    assert "注：本年度不适用：并入其他项目" in everything(sheet)
    assert TICK not in {cell.value for cell in sheet.cells}
