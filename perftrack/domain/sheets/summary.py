"""项目绩效自评情况汇总表: the plans of a year in one table, with what lost points.

No regulation fixes its layout; the columns are those finance bureaus ask for beside the sheets of the projects.
"""

from collections.abc import Sequence
from decimal import Decimal

from perftrack.domain.decimals import EXACT, HUNDRED, ZERO, divide, plain, rounded, shortest
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Department
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.sheets.blocks import amount, put_signatures, put_title
from perftrack.domain.sheets.grid import NOT_THERE, Area, Builder, Sheet, Sum
from perftrack.domain.sheets.wording import EXCLUDED_WORD, deviation, notes, until
from perftrack.domain.terms import PlanKind, Rating

TITLE = "项目绩效自评情况汇总表"
_COLUMNS = (5.0, 22.0, 17.0, 10.5, 10.5, 10.5, 9.5, 8.0, 6.0, 38.0, 28.0)
_HEADS = (
    "序号",
    "项目名称",
    "实施单位",
    "年初预算数",
    "全年预算数",
    "全年执行数",
    "执行率",
    "总分",
    "等级",
    "存在的主要问题及原因",
    "改进措施",
)
_INITIAL, _BUDGET, _SPENT, _RATE, _TOTAL, _RATING, _PROBLEMS, _REMEDIES = range(3, 11)


def summary_sheet(cards: Sequence[Scorecard], department: Department, year: int, quarter: Quarter) -> Sheet:
    """The 汇总表 of ``cards``, all as of ``quarter``: projects numbered and added up, then the department's own plan.

    Money in 万元, totals in points. Of a plan that reported nothing there is a dash, never a zero.
    """
    grid = Builder(_COLUMNS, 24)
    put_title(grid, TITLE, f"（{year} 年度）{until(quarter)}")
    row = grid.row(18)
    grid.put(row, 0, f"填报单位：{department.name}", "sign", across=9)
    grid.put(row, 9, "金额单位：万元", "sign_right", across=2)
    head = grid.row(28)
    for column, name in enumerate(_HEADS):
        grid.put(head, column, name, "label")
    projects = [card for card in cards if card.plan.kind is PlanKind.PROJECT]
    top = len(grid.rows)
    for number, card in enumerate(projects, start=1):
        _line(grid, card, str(number), card.plan.name, card.plan.section or department.name)
    if projects:
        _sums(grid, [card for card in projects if card.plan.dropped is None], top)
    for card in cards:
        if card.plan.kind is PlanKind.DEPARTMENT:
            name = card.plan.name
            _line(grid, card, "", name if "整体" in name else f"{name}（部门整体）", department.name)
    for note in _notes(projects):
        grid.put(grid.row(15), 0, note, "note", across=grid.width)
    put_signatures(grid, ("单位（盖章）：", "单位负责人：", "填表人：", "日期：　　年　　月　　日"), (0, 3, 6, 9))
    return grid.sheet(TITLE, department.name, landscape=True, header_row=head)


def _line(grid: Builder, card: Scorecard, number: str, name: str, unit: str) -> None:
    row, plan, dropped = grid.row(), card.plan, card.plan.dropped is not None
    grid.put(row, 0, number, "center")
    grid.put(row, 1, name)
    grid.put(row, 2, unit)
    # What fell away stands as text, so that no sum takes it in.
    initial = sum((fund.initial for fund in plan.funds), ZERO)
    money = (initial, card.execution.budget, card.execution.executed)
    for column, value in enumerate(money, start=_INITIAL):
        grid.put(row, column, NOT_THERE if dropped else amount(value), "money")
    rate = None if dropped else card.execution.rate
    grid.put(row, _RATE, amount(rate), "percent")
    told = card.reported and not dropped
    grid.put(row, _TOTAL, card.total if told else EXCLUDED_WORD if dropped else NOT_THERE, "score_mid")
    grid.put(row, _RATING, card.rating.value if told else NOT_THERE, "center")
    grid.put(row, _PROBLEMS, problems(card))
    grid.put(row, _REMEDIES, "\n".join(remedies(card)))


def problems(card: Scorecard) -> str:
    """What lost points and why, a line each; what is missing from the total after them."""
    lines = [problem(score, card.quarter) for score in losing(card)]
    execution = card.execution
    if card.plan.dropped is None and execution.rate is not None and execution.points < execution.weight:
        lost = plain(rounded(execution.weight - execution.points))
        lines.append(f"预算执行率 {plain(execution.rate)}%，扣 {lost} 分。")
    return "\n".join([*lines, *(note.removeprefix("注：") for note in notes(card))])


def losing(card: Scorecard) -> list[Score]:
    """The indicators that lost points, in sheet order."""
    return [score for score in card.scores if score.points is not None and score.lost > ZERO]


def problem(score: Score, quarter: Quarter) -> str:
    """One indicator that lost points: target, actual, loss, cause."""
    item, cause = score.indicator, deviation(score, quarter).cause.strip()
    lost = f"{item.name}：指标值{item.target}，完成{score.actual_text or NOT_THERE}，扣 {plain(score.lost)} 分。"
    return f"{lost}{cause}"


def remedies(card: Scorecard) -> list[str]:
    """The measures given for what lost points or fell short, each once."""
    given = (deviation(score, card.quarter).remedy.strip() for score in card.scores if not score.excluded)
    return list(dict.fromkeys(remedy for remedy in given if remedy))


def _sums(grid: Builder, kept: Sequence[Scorecard], top: int) -> None:
    row = grid.row()
    grid.put(row, 0, "合计", "total_label", across=3)
    budgets = [card.execution.budget for card in kept]
    initial = [fund.initial for card in kept for fund in card.plan.funds]
    spent = [card.execution.executed for card in kept if card.execution.executed is not None]
    for column, numbers in ((_INITIAL, initial), (_BUDGET, budgets), (_SPENT, spent)):
        value: Decimal | str = sum(numbers, ZERO) if numbers else NOT_THERE
        grid.put(row, column, value, "money", formula=Sum((Area(top, column, row - 1, column),)))
    budget = sum(budgets, ZERO)
    rate = rounded(divide(EXACT.multiply(sum(spent, ZERO), HUNDRED), budget)) if spent and budget else None
    grid.put(row, _RATE, amount(rate), "percent")
    for column in (_TOTAL, _RATING):
        grid.put(row, column, NOT_THERE, "center")
    grid.put(row, _PROBLEMS, "")
    grid.put(row, _REMEDIES, "")


def _notes(projects: Sequence[Scorecard]) -> list[str]:
    scored = [card for card in projects if card.reported and card.plan.dropped is None]
    if not scored:
        return []
    counts = [(rating, sum(card.rating is rating for card in scored)) for rating in Rating]
    told = "，".join(f"{rating.value} {count} 个" for rating, count in counts if count)
    mean = rounded(divide(sum((card.total for card in scored), ZERO), Decimal(len(scored))))
    return [f"注：已自评项目 {shortest(Decimal(len(scored)))} 个，其中{told}；平均得分 {plain(mean)} 分。"]
