"""佐证资料目录: what the values of a plan rest on, by the numbers the self-evaluation sheet prints behind them.

No regulation fixes its layout; the columns are those offices use for the annex of a self-evaluation.
"""

from collections.abc import Sequence

from perftrack.domain.evidence import Evidence, Gap, numbered
from perftrack.domain.plans import Department, Plan
from perftrack.domain.sheets.blocks import put_signatures, put_title
from perftrack.domain.sheets.grid import Builder, Sheet
from perftrack.domain.sheets.wording import QUARTER_WORDS
from perftrack.domain.terms import PlanKind

TITLE = "佐证资料目录"
#: What stands for the quarter of evidence that belongs to the whole year, and for the indicator where there is none.
_WHOLE_YEAR, _WHOLE_PLAN = "全年", {PlanKind.PROJECT: "（项目整体）", PlanKind.DEPARTMENT: "（部门整体）"}
_COLUMNS = (8.5, 12.0, 12.5, 27.0, 9.0, 10.5, 33.0, 13.0, 12.5)
_HEADS = ("编号", "一级指标", "二级指标", "三级指标", "季度", "类别", "资料名称", "添加日期", "添加人")


def evidence_sheet(plan: Plan, department: Department, evidence: Sequence[Evidence], gaps: Sequence[Gap] = ()) -> Sheet:
    """The 佐证资料目录 of ``plan``, in the order of the numbers; what is missing stands under the table."""
    grid = Builder(_COLUMNS, 20)
    put_title(grid, TITLE, f"（{plan.year} 年度）")
    row = grid.row()
    grid.put(row, 0, "单位名称", "label", across=2)
    grid.put(row, 2, department.name, across=2)
    subject = "项目名称" if plan.kind is PlanKind.PROJECT else "目标表"
    grid.put(row, 4, subject, "label", across=2)
    grid.put(row, 6, plan.name, across=3)
    head = grid.row()
    for column, name in enumerate(_HEADS):
        grid.put(head, column, name, "label")
    for each in sorted(evidence, key=lambda one: one.number):
        _line(grid, plan, each)
    for note in _notes(plan, evidence, gaps):
        grid.put(grid.row(15), 0, f"注：{note}", "note", across=grid.width)
    put_signatures(grid, ("单位（盖章）：", "整理人：", "日期：　　年　　月　　日"), (0, 3, 6))
    return grid.sheet(TITLE, plan.name, landscape=True, header_row=head)


def _line(grid: Builder, plan: Plan, each: Evidence) -> None:
    row = grid.row()
    item = next((item for item in plan.indicators if item.id == each.indicator_id), None)
    grid.put(row, 0, numbered([each.number]), "center")
    if item is None:
        grid.put(row, 1, _WHOLE_PLAN[plan.kind], "center", across=3)
    else:
        grid.put(row, 1, item.level1, "center")
        grid.put(row, 2, item.level2, "center")
        grid.put(row, 3, item.name)
    grid.put(row, 4, _WHOLE_YEAR if each.quarter is None else QUARTER_WORDS[each.quarter], "center")
    grid.put(row, 5, each.kind.value, "center")
    grid.put(row, 6, f"{each.name}\n{each.note}" if each.note else each.name)
    grid.put(row, 7, each.added[:10], "center")
    grid.put(row, 8, each.person, "center", private=True)


def _notes(plan: Plan, evidence: Sequence[Evidence], gaps: Sequence[Gap]) -> list[str]:
    names = {item.id: item.name for item in plan.indicators}
    found = [] if evidence else ["没有佐证资料。"]
    missing = [f"{names[gap.indicator_id]}（{'、'.join(gap.kinds)}）" for gap in gaps if gap.indicator_id in names]
    return [*found, f"尚缺：{'；'.join(missing)}。"] if missing else found
