"""绩效目标表 of a project and of a department, as neutral grids.

Layout: the reference office's published sheets of 2024 (自治区 form); columns and head as listed in the guide, texts
of targets exactly as the source spells them.
"""

from decimal import Decimal

from perftrack.domain.decimals import ZERO
from perftrack.domain.plans import Department, Fund, Indicator, Plan
from perftrack.domain.shares import effective_rule
from perftrack.domain.sheets.blocks import (
    GRANT_NAMES,
    OTHER_NAMES,
    put_levels,
    put_signatures,
    put_title,
    runs,
    take_fund,
    text,
)
from perftrack.domain.sheets.grid import Builder, Sheet
from perftrack.domain.targets import read_target
from perftrack.domain.terms import RULE_NAMES, PlanKind

PROJECT_TITLE = "项目支出绩效目标表"
DEPARTMENT_TITLE = "部门整体绩效目标表"
_PROJECT_COLUMNS = (11.0, 13.0, 33.0, 16.0, 14.0, 13.5, 9.0, 15.0, 13.0)
_PROJECT_HEADS = (
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
    "指标值\n设置依据",
    "上年完成值",
    "指标分值\n权重",
    "指标赋分规则",
    "佐证资料",
)
_DEPARTMENT_COLUMNS = (12.0, 12.0, 30.0, 14.0, 15.0, 10.0)
_DEPARTMENT_HEADS = ("一级指标", "二级指标", "三级指标", "指标值", "指标设定依据", "分值权重")


def target_title(kind: PlanKind) -> str:
    """The official name of the target sheet of a plan of ``kind``."""
    return PROJECT_TITLE if kind is PlanKind.PROJECT else DEPARTMENT_TITLE


def target_sheet(plan: Plan, department: Department) -> Sheet:
    """The 绩效目标表 of ``plan``. Money in 万元, weights in points; nothing is computed but the sum of the funds."""
    if plan.kind is PlanKind.PROJECT:
        return _project(plan, department)
    return _department(plan, department)


def _project(plan: Plan, department: Department) -> Sheet:
    grid = Builder(_PROJECT_COLUMNS, 24)
    put_title(grid, PROJECT_TITLE, f"（{plan.year} 年度）")
    row = grid.row()
    grid.put(row, 0, "预算单位", "label")
    grid.put(row, 1, department.name, across=2)
    grid.put(row, 3, "项目名称", "label")
    grid.put(row, 4, plan.name, across=5)
    _project_funds(grid, plan)
    row = grid.row(36)
    grid.put(row, 0, "项目总体\n目标", "label")
    grid.put(row, 1, plan.goal, across=8)
    head = _heads(grid, _PROJECT_HEADS, 34)
    for first, end in runs([item.level1 for item in plan.indicators]):
        put_levels(grid, len(grid.rows), 0, plan.indicators[first:end])
        for item in plan.indicators[first:end]:
            _project_line(grid, item)
    put_signatures(grid, ("单位（盖章）：", "项目负责人：", "填表人：", "日期：　　年　　月　　日"), (0, 3, 5, 7))
    return grid.sheet(PROJECT_TITLE, plan.name, landscape=True, header_row=head)


def _project_funds(grid: Builder, plan: Plan) -> None:
    funds = list(plan.funds)
    grant, other = take_fund(funds, GRANT_NAMES), take_fund(funds, OTHER_NAMES)
    lines = [
        ("年度预算总额", "text", _initial(plan.funds)),
        ("其中：财政拨款", "text", grant.initial if grant else ZERO),
        *((fund.source, "text_in", fund.initial) for fund in funds),
        ("其他资金", "text_in", other.initial if other else ZERO),
    ]
    top = len(grid.rows)
    grid.put(top, 0, "项目负责人", "label", down=len(lines))
    grid.put(top, 1, text(plan.lead), down=len(lines), across=2, private=True)
    grid.put(top, 3, "项目资金\n（万元）", "label", down=len(lines))
    for label, style, money in lines:
        row = grid.row()
        grid.put(row, 4, label, style, across=2)
        grid.put(row, 6, money, "money", across=3)


def _project_line(grid: Builder, item: Indicator) -> None:
    rule = effective_rule(item.rule, read_target(item.target, item.level1, item.level2))
    row = grid.row()
    grid.put(row, 2, item.name)
    grid.put(row, 3, item.target, "center")
    grid.put(row, 4, text(item.basis), "center")
    grid.put(row, 5, text(item.prior_actual), "center")
    grid.put(row, 6, item.weight, "weight_mid")
    grid.put(row, 7, RULE_NAMES[rule], "center")
    grid.put(row, 8, text(item.evidence), "center")


def _department(plan: Plan, department: Department) -> Sheet:
    grid = Builder(_DEPARTMENT_COLUMNS, 28)
    put_title(grid, DEPARTMENT_TITLE, f"（{plan.year} 年度）")
    row = grid.row()
    grid.put(row, 0, "部门名称（盖章）", "label", across=2)
    grid.put(row, 2, department.name, across=4)
    row = grid.row()
    grid.put(row, 0, "部门联系人", "label", across=2)
    grid.put(row, 2, "")
    grid.put(row, 3, "联系电话", "label")
    grid.put(row, 4, "", across=2)
    row = grid.row(60)
    grid.put(row, 0, "年度绩效目标", "label", across=2)
    grid.put(row, 2, plan.goal, across=4)
    _department_funds(grid, plan)
    head = _heads(grid, _DEPARTMENT_HEADS, 28)
    for first, end in runs([item.level1 for item in plan.indicators]):
        put_levels(grid, len(grid.rows), 0, plan.indicators[first:end])
        for item in plan.indicators[first:end]:
            row = grid.row()
            grid.put(row, 2, item.name)
            grid.put(row, 3, item.target, "center")
            grid.put(row, 4, text(item.basis), "center")
            grid.put(row, 5, item.weight, "weight_mid")
    put_signatures(grid, ("单位（盖章）：", "单位负责人：", "填表人：", "日期：　　年　　月　　日"), (0, 2, 3, 4))
    return grid.sheet(DEPARTMENT_TITLE, plan.name, landscape=False, header_row=head)


def _department_funds(grid: Builder, plan: Plan) -> None:
    """财政资金: 上级安排, 本级安排; 其他资金: 其他; any other fund has its own line."""
    funds = list(plan.funds)
    upper, own = take_fund(funds, frozenset({"上级安排", "上级"})), take_fund(funds, frozenset({"本级安排", "本级"}))
    other = take_fund(funds, OTHER_NAMES)
    top = len(grid.rows)
    grid.put(top, 0, "年度预算\n（万元）", "label", down=5 + len(funds), across=2)
    row = grid.row()
    grid.put(row, 2, "资金来源", "label", across=2)
    grid.put(row, 4, "预算金额", "label", across=2)
    grid.put(row + 1, 2, "财政资金", "label", down=2)
    for label, fund in (("上级安排", upper), ("本级安排", own)):
        row = grid.row()
        grid.put(row, 3, label, "label")
        grid.put(row, 4, fund.initial if fund else ZERO, "money", across=2)
    row = grid.row()
    grid.put(row, 2, "其他资金", "label")
    grid.put(row, 3, "其他", "label")
    grid.put(row, 4, other.initial if other else ZERO, "money", across=2)
    for fund in funds:
        row = grid.row()
        grid.put(row, 2, fund.source, "label", across=2)
        grid.put(row, 4, fund.initial, "money", across=2)
    row = grid.row()
    grid.put(row, 2, "合计", "label", across=2)
    grid.put(row, 4, _initial(plan.funds), "money", across=2)


def _heads(grid: Builder, heads: tuple[str, ...], height: float) -> int:
    row = grid.row(height)
    for column, head in enumerate(heads):
        grid.put(row, column, head, "label")
    return row


def _initial(funds: tuple[Fund, ...]) -> Decimal:
    return sum((fund.initial for fund in funds), ZERO)
