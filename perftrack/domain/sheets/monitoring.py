"""绩效运行监控表 of a project and of a department, from a forecast, as neutral grids.

Layout: 项目支出绩效目标执行监控表, annex of 财预〔2019〕136号: money to the cut-off and to the year end, and for each
indicator what was done, what is expected, the kind of cause, and how likely the target is.
"""

from decimal import Decimal

from perftrack.domain.decimals import EXACT, HUNDRED, ZERO, divide, rounded
from perftrack.domain.forecast import Forecast
from perftrack.domain.itemforecast import ItemForecast
from perftrack.domain.outlook import Likelihood, cause_kind, expected, likelihood
from perftrack.domain.periods import Quarter, months_label
from perftrack.domain.plans import Department, Fund, Plan
from perftrack.domain.sheets.blocks import amount, fund_rows, put_levels, put_signatures, put_title, runs
from perftrack.domain.sheets.grid import NOT_THERE, Area, Builder, Sheet, Sum
from perftrack.domain.sheets.wording import EXCLUDED_WORD, QUARTER_WORDS, deviation
from perftrack.domain.terms import CauseKind, PlanKind

PROJECT_TITLE = "项目支出绩效运行监控表"
DEPARTMENT_TITLE = "部门（单位）整体支出绩效运行监控表"
TICK = "√"

_COLUMNS = (4.5, 11.0, 13.2, 21.5, 11.5, 11.5, 11.5, 5.2, 5.2, 5.2, 5.2, 5.2, 22.0, 5.2, 5.2, 7.2, 14.0)
_TARGET, _DONE, _EXPECTED, _KINDS, _CAUSE, _LIKELY, _NOTE = 4, 5, 6, 7, 12, 13, 16
_WORDS_OF_KINDS = ("经费\n保障", "制度\n保障", "人员\n保障", "硬件\n条件\n保障", "其他")
_WORDS_OF_CHANCES = ("确定\n能", "有\n可能", "完全\n不可能")
#: Where the money of a fund stands: column and how many it takes.
_INITIAL, _SPENT, _RATE, _YEAR = (4, 2), (6, 5), (11, 2), (13, 4)


def monitoring_title(kind: PlanKind) -> str:
    """The official name of the monitoring sheet of a plan of ``kind``."""
    return PROJECT_TITLE if kind is PlanKind.PROJECT else DEPARTMENT_TITLE


def quarter_of_month(month: int) -> Quarter:
    """The quarter ``month`` (1–12) lies in: what was reported for it is what a cut-off in it shows.

    >>> quarter_of_month(7)
    <Quarter.Q3: 3>
    """
    return Quarter((month + 2) // 3)


def monitoring_sheet(outlook: Forecast, department: Department, month: int) -> Sheet:
    """The 绩效运行监控表 with the cut-off at the end of ``month``, which lies in the quarter of the forecast.

    Money in 万元, rates in per cent. What was not reported shows a dash.
    """
    plan = outlook.card.plan
    grid = Builder(_COLUMNS, 20)
    title = monitoring_title(plan.kind)
    put_title(grid, title, f"（{plan.year} 年度）　截至 {month} 月底")
    _head(grid, plan, department)
    _funds(grid, outlook, months_label(month))
    row = grid.row(32)
    grid.put(row, 0, "年度总体目标", "label", across=3)
    grid.put(row, 3, plan.goal, across=14)
    head = _indicators(grid, outlook, months_label(month))
    for note in _notes(outlook, month):
        grid.put(grid.row(15), 0, note, "note", across=grid.width)
    lead = "项目负责人：" if plan.kind is PlanKind.PROJECT else "单位负责人："
    put_signatures(grid, ("单位（盖章）：", lead, "填表人：", "日期：　　年　　月　　日"), (0, 4, 7, 12))
    return grid.sheet(title, plan.name, landscape=True, header_row=head, header_end=head + 1)


def _head(grid: Builder, plan: Plan, department: Department) -> None:
    row = grid.row()
    if plan.kind is PlanKind.DEPARTMENT:
        grid.put(row, 0, "部门（单位）名称", "label", across=3)
        grid.put(row, 3, department.name, across=14)
        return
    grid.put(row, 0, "项目名称", "label", across=3)
    grid.put(row, 3, plan.name, across=14)
    row = grid.row()
    grid.put(row, 0, "主管部门", "label", across=3)
    grid.put(row, 3, department.name, across=3)
    grid.put(row, 6, "实施单位", "label", across=5)
    grid.put(row, 11, plan.section or department.name, across=6)


def _funds(grid: Builder, outlook: Forecast, months: str) -> None:
    card = outlook.card
    lines = fund_rows(card.plan, "本年财政拨款")
    label = "项目资金" if card.plan.kind is PlanKind.PROJECT else "年度资金"
    row = grid.row()
    grid.put(row, 0, f"{label}\n（万元）", "label", down=len(lines) + 2, across=3)
    grid.put(row, 3, "", "label")
    heads = (
        (_INITIAL, "年初预算数"),
        (_SPENT, f"{months}执行数"),
        (_RATE, f"{months}执行率"),
        (_YEAR, "全年预计执行数"),
    )
    for (column, across), head in heads:
        grid.put(row, column, head, "label", across=across)
    total = grid.row()
    grid.put(total, 3, "年度资金总额")
    initial = sum((fund.initial for fund in card.plan.funds), ZERO)
    year = None if outlook.money.executed is None else outlook.money.executed.likely
    spent = card.execution.executed
    for (column, across), money in ((_INITIAL, initial), (_SPENT, spent), (_YEAR, year)):
        area = Area(total + 1, column, total + len(lines), column)
        formula = Sum((area,)) if lines else None
        grid.put(total, column, amount(money), "money", across=across, formula=formula)
    grid.put(total, _RATE[0], amount(card.execution.rate), "percent", across=_RATE[1])
    silent = None if spent is None else ZERO
    for name, style, fund in lines:
        row = grid.row()
        grid.put(row, 3, name, style)
        numbers: tuple[Decimal | None, ...]
        if fund is None:
            numbers = (ZERO, silent, None, None if year is None else ZERO)
        else:
            spent_here = fund.executed_by(card.quarter)
            numbers = (fund.initial, spent_here, _rate(fund, spent_here), _year_of(outlook, fund))
        for (column, across), number in zip((_INITIAL, _SPENT, _RATE, _YEAR), numbers, strict=True):
            style = "percent" if column == _RATE[0] else "money"
            grid.put(row, column, amount(number), style, across=across)


def _rate(fund: Fund, spent: Decimal | None) -> Decimal | None:
    if spent is None or not fund.budget:
        return None
    return rounded(divide(EXACT.multiply(spent, HUNDRED), fund.budget))


def _year_of(outlook: Forecast, fund: Fund) -> Decimal | None:
    if outlook.money.executed is None:
        return None
    return next((each.executed.likely for each in outlook.money.funds if each.fund == fund), ZERO)


def _indicators(grid: Builder, outlook: Forecast, months: str) -> int:
    head, below = grid.row(20), grid.row(40)
    names = ("一级指标", "二级指标", "三级指标", "年度\n指标值", f"{months}\n执行情况", "全年预计\n完成情况")
    for column, name in enumerate(names, start=1):
        grid.put(head, column, name, "label", down=2)
    grid.put(head, _KINDS, "偏差原因分析", "label", across=6)
    grid.put(head, _LIKELY, "完成目标可能性", "label", across=3)
    grid.put(head, _NOTE, "备注", "label", down=2)
    for column, name in enumerate(_WORDS_OF_KINDS, start=_KINDS):
        grid.put(below, column, name, "label")
    grid.put(below, _CAUSE, "原因说明", "label")
    for column, name in enumerate(_WORDS_OF_CHANCES, start=_LIKELY):
        grid.put(below, column, name, "label")
    items = outlook.items
    for first, end in runs([each.score.indicator.level1 for each in items]):
        put_levels(grid, len(grid.rows), 1, [each.score.indicator for each in items[first:end]])
        for each in items[first:end]:
            _line(grid, each, outlook)
    grid.put(head, 0, "绩\n效\n指\n标", "label", down=len(grid.rows) - head)
    return head


def _line(grid: Builder, item: ItemForecast, outlook: Forecast) -> None:
    score, quarter = item.score, outlook.card.quarter
    row = grid.row()
    grid.put(row, 3, score.indicator.name)
    grid.put(row, _TARGET, score.indicator.target, "center")
    grid.put(row, _DONE, score.actual_text or NOT_THERE, "center")
    grid.put(row, _EXPECTED, EXCLUDED_WORD if score.excluded else expected(item) or NOT_THERE, "center")
    given = deviation(score, quarter)
    kind = cause_kind(given.cause)
    for column, each in enumerate(CauseKind, start=_KINDS):
        grid.put(row, column, TICK if each is kind else "", "center")
    grid.put(row, _CAUSE, given.cause)
    chance = likelihood(item)
    for column, word in enumerate(Likelihood, start=_LIKELY):
        grid.put(row, column, TICK if word is chance else "", "center")
    grid.put(row, _NOTE, _remark(item, given.remedy))


def _remark(item: ItemForecast, remedy: str) -> str:
    """备注: what is done about it, or why nothing can be said."""
    score = item.score
    if score.excluded:
        return f"{EXCLUDED_WORD}：{score.indicator.excluded}"
    silent = "尚未填报" if not score.actual_text else ""
    return "\n".join(part for part in (silent, f"措施：{remedy}" if remedy else "") if part)


def _notes(outlook: Forecast, month: int) -> list[str]:
    card = outlook.card
    if card.plan.dropped is not None:
        return [f"注：本年度{EXCLUDED_WORD}：{card.plan.dropped}"]
    notes = []
    if month % 3:
        quarter = QUARTER_WORDS[card.quarter]
        notes.append(f"{months_label(month)}执行情况取{quarter}已填报的数，{month} 月之后填报的，请核对后报送。")
    if not outlook.final:
        notes.append("全年预计数和完成目标可能性按已填报的季度推算，请填报人核定。")
    notes.append("偏差原因的类别按原因说明的用词归类。")
    if any(fund.revised is not None for fund in card.plan.funds):
        notes.append("执行率按调整后预算数计算。")
    if len(notes) == 1:
        return [f"注：{notes[0]}"]
    return [f"注：{number}. {note}" if number == 1 else f"　　{number}. {note}" for number, note in enumerate(notes, 1)]
