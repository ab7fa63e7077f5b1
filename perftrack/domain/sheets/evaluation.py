"""绩效自评表 of a project and of a department, from a scorecard, as neutral grids.

Layout: the national self-evaluation form in the annex of 财预〔2020〕10号 (附件 项目支出绩效自评表), seen alike in
published sheets of several provinces, and the 部门（单位）整体支出 form that follows it. Ours beside the form: a 小计
row per level 1 (``subtotals=False`` leaves it out) and notes under the table where a total needs one.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from perftrack.domain.decimals import ZERO
from perftrack.domain.evidence import numbered
from perftrack.domain.plans import Department
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import WHOLE_SPREAD, Score
from perftrack.domain.sheets.blocks import (
    amount,
    fund_rows,
    put_levels,
    put_signatures,
    put_title,
    runs,
)
from perftrack.domain.sheets.grid import NOT_THERE, ROW_HEIGHT, Area, Builder, Sheet, Sum
from perftrack.domain.sheets.wording import EXCLUDED_WORD, accomplished, notes, remark, until
from perftrack.domain.terms import PlanKind

PROJECT_TITLE = "项目支出绩效自评表"
DEPARTMENT_TITLE = "部门（单位）整体支出绩效自评表"

_COLUMNS = (5.5, 11.0, 13.0, 31.0, 15.5, 15.5, 6.5, 9.0, 9.7, 9.7, 9.7)
#: Rows of a form with few indicators have room to breathe.
_FEW, _AIRY_ROW = 5, 24.0
_HEADS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")
_TARGET, _ACTUAL, _WEIGHT, _SCORE, _REASON = 4, 5, 6, 7, 8
_RATE, _POINTS = 9, 10


def evaluation_title(kind: PlanKind) -> str:
    """The official name of the self-evaluation sheet of a plan of ``kind``."""
    return PROJECT_TITLE if kind is PlanKind.PROJECT else DEPARTMENT_TITLE


def evaluation_sheet(
    card: Scorecard,
    department: Department,
    *,
    subtotals: bool = True,
    evidence: Mapping[str, Sequence[int]] | None = None,
) -> Sheet:
    """The 绩效自评表 of ``card`` as of its quarter. Money in 万元, rates in per cent, scores in points.

    ``evidence`` are the numbers in the 佐证资料目录 by indicator id; they stand behind the actual.
    What was not reported shows a dash, never a zero. Before quarter 4 the sheet says that it is a trial (试编). A plan
    that fell away keeps its targets and says 不适用 where scores would stand, with the reason under the table.
    """
    grid = Builder(_COLUMNS, _AIRY_ROW if len(card.scores) <= _FEW else ROW_HEIGHT)
    title = evaluation_title(card.plan.kind)
    put_title(grid, title, f"（{card.plan.year} 年度）{until(card.quarter)}")
    _head(grid, card, department)
    execution_row = _funds(grid, card)
    _goals(grid, card)
    head = _indicators(grid, card, execution_row, subtotals, evidence or {})
    for note in notes(card):
        grid.put(grid.row(15), 0, note, "note", across=grid.width)
    lead = "项目负责人：" if card.plan.kind is PlanKind.PROJECT else "单位负责人："
    put_signatures(grid, ("单位（盖章）：", lead, "填表人：", "日期：　　年　　月　　日"), (0, 3, 4, 8))
    return grid.sheet(title, card.plan.name, landscape=True, header_row=head)


def _head(grid: Builder, card: Scorecard, department: Department) -> None:
    row = grid.row()
    if card.plan.kind is PlanKind.DEPARTMENT:
        grid.put(row, 0, "部门（单位）名称", "label", across=2)
        grid.put(row, 2, department.name, across=9)
        return
    grid.put(row, 0, "项目名称", "label", across=2)
    grid.put(row, 2, card.plan.name, across=9)
    row = grid.row()
    grid.put(row, 0, "主管部门", "label", across=2)
    grid.put(row, 2, department.name, across=2)
    grid.put(row, 4, "实施单位", "label")
    grid.put(row, 5, card.plan.section or department.name, across=6)


def _funds(grid: Builder, card: Scorecard) -> int:
    """The block of money; returns the row of the year's total, which alone carries weight, rate and score."""
    lines = _fund_lines(card)
    label = "项目资金" if card.plan.kind is PlanKind.PROJECT else "年度资金"
    row = grid.row()
    grid.put(row, 0, f"{label}\n（万元）", "label", down=len(lines) + 2, across=2)
    grid.put(row, 2, "", "label", across=2)
    for column, head in ((4, "年初预算数"), (5, "全年预算数"), (8, "分值"), (9, "执行率"), (10, "得分")):
        grid.put(row, column, head, "label")
    grid.put(row, 6, "全年执行数", "label", across=2)
    execution = card.execution
    initial = sum((fund.initial for fund in card.plan.funds), ZERO)
    total = grid.row()
    _money(grid, total, "年度资金总额", "text", (initial, execution.budget, execution.executed))
    grid.put(total, _REASON, execution.weight, "weight_mid")
    grid.put(total, _RATE, amount(execution.rate), "percent")
    if card.plan.dropped is not None:
        grid.put(total, _POINTS, EXCLUDED_WORD, "center")
    else:
        grid.put(total, _POINTS, NOT_THERE if execution.executed is None else execution.points, "score_mid")
    for name, style, money in lines:
        row = grid.row()
        _money(grid, row, name, style, money)
        for column in (_REASON, _RATE, _POINTS):
            grid.put(row, column, NOT_THERE, "center")
    return total


_Money = tuple[Decimal | None, Decimal | None, Decimal | None]


def _money(grid: Builder, row: int, name: str, style: str, money: _Money) -> None:
    grid.put(row, 2, name, style, across=2)
    grid.put(row, 4, amount(money[0]), "money")
    grid.put(row, 5, amount(money[1]), "money")
    grid.put(row, 6, amount(money[2]), "money", across=2)


def _fund_lines(card: Scorecard) -> list[tuple[str, str, _Money]]:
    # A source the plan does not have: no money there, and none spent once anything was reported at all.
    nothing: _Money = (ZERO, ZERO, None if card.execution.executed is None else ZERO)
    return [
        (name, style, nothing if fund is None else (fund.initial, fund.budget, fund.executed_by(card.quarter)))
        for name, style, fund in fund_rows(card.plan, "当年财政拨款")
    ]


def _goals(grid: Builder, card: Scorecard) -> None:
    row = grid.row()
    grid.put(row, 0, "年度\n总体\n目标", "label", down=2)
    grid.put(row, 1, "预期目标", "label", across=3)
    grid.put(row, 4, "实际完成情况", "label", across=7)
    row = grid.row(32)
    grid.put(row, 1, card.plan.goal, across=3)
    grid.put(row, 4, accomplished(card), across=7)


def _indicators(
    grid: Builder, card: Scorecard, execution_row: int, subtotals: bool, evidence: Mapping[str, Sequence[int]]
) -> int:
    head = grid.row()
    for column, name in enumerate(_HEADS, start=1):
        grid.put(head, column, name, "label")
    grid.put(head, _REASON, "偏差原因分析及改进措施", "label", across=3)
    groups = runs([score.indicator.level1 for score in card.scores])
    last_run = {card.scores[first].indicator.level1: first for first, _ in groups}
    areas: dict[str, list[Area]] = {}
    for first, end in groups:
        members = card.scores[first:end]
        level1 = members[0].indicator.level1
        closes = subtotals and last_run[level1] == first and card.plan.dropped is None
        top = len(grid.rows)
        put_levels(grid, top, 1, [score.indicator for score in members], extra=int(closes))
        for score in members:
            _line(grid, score, card, numbered(evidence.get(score.indicator.id, ())))
        areas.setdefault(level1, []).append(Area(top, 0, len(grid.rows) - 1, 0))
        if closes:
            name = "小计" if len(areas[level1]) == 1 else f"{level1}小计"
            everywhere = [score for score in card.scores if score.indicator.level1 == level1]
            _sum_row(grid, name, 3, everywhere, areas[level1])
    grid.put(head, 0, "绩效\n指标", "label", down=len(grid.rows) - head)
    _total(grid, card, execution_row, [area for parts in areas.values() for area in parts])
    return head


def _line(grid: Builder, score: Score, card: Scorecard, proofs: str) -> None:
    row = grid.row()
    grid.put(row, 3, score.indicator.name)
    grid.put(row, _TARGET, score.indicator.target, "center")
    actual = score.actual_text or NOT_THERE
    grid.put(row, _ACTUAL, f"{actual}\n（{proofs}）" if proofs else actual, "center")
    if score.excluded:
        grid.put(row, _WEIGHT, NOT_THERE, "right")
        grid.put(row, _SCORE, EXCLUDED_WORD, "right")
    else:
        grid.put(row, _WEIGHT, _shown_weight(score), "weight")
        grid.put(row, _SCORE, amount(score.points), "score")
    # why a whole plan fell away is said once, under the table
    grid.put(row, _REASON, remark(score, card.quarter) if card.plan.dropped is None else "", across=3)


def _sum_row(grid: Builder, name: str, columns: int, scores: Sequence[Score], areas: Sequence[Area]) -> None:
    row = grid.row()
    grid.put(row, 2, name, "label", across=columns + 1)
    points = [score.points for score in scores if score.points is not None]
    weights = [_shown_weight(score) for score in scores if not score.excluded]
    grid.put(row, _WEIGHT, _sum(weights), "weight", formula=Sum(_in_column(areas, _WEIGHT)))
    grid.put(row, _SCORE, _sum(points), "score", formula=Sum(_in_column(areas, _SCORE)))
    grid.put(row, _REASON, "", across=3)


def _total(grid: Builder, card: Scorecard, execution_row: int, areas: Sequence[Area]) -> None:
    """总分: the items and the points for execution, which stand above in the block of money."""
    row = grid.row(max(20, grid.height))
    grid.put(row, 0, "总分", "total_label", across=6)
    if card.plan.dropped is not None:
        grid.put(row, _WEIGHT, NOT_THERE, "total_label")
        grid.put(row, _SCORE, EXCLUDED_WORD, "total_label")
        grid.put(row, _REASON, "", across=3)
        return
    weight = Sum((Area(execution_row, _REASON, execution_row, _REASON), *_in_column(areas, _WEIGHT)))
    score = Sum((Area(execution_row, _POINTS, execution_row, _POINTS), *_in_column(areas, _SCORE)), card.cap)
    weights = [_shown_weight(item) for item in card.scores if not item.excluded]
    grid.put(row, _WEIGHT, _sum([card.execution.weight, *weights]), "total_weight", formula=weight)
    grid.put(row, _SCORE, card.total if card.reported else NOT_THERE, "total_score", formula=score)
    grid.put(row, _REASON, "", across=3)


def _in_column(areas: Sequence[Area], column: int) -> tuple[Area, ...]:
    return tuple(Area(area.row, column, area.last_row, column) for area in areas)


def _shown_weight(score: Score) -> Decimal:
    """The weight as entered, or what it became when the weight of an excluded indicator was spread over it."""
    return score.indicator.weight if score.spread == WHOLE_SPREAD else score.full


def _sum(numbers: Sequence[Decimal]) -> Decimal | str:
    """The sum, or the dash where there is nothing to add."""
    return sum(numbers, ZERO) if numbers else NOT_THERE
