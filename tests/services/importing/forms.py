"""What tests of collection stand on: a plan with every kind of target, its form, and hands that fill it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Department, Deviation, Fund, Indicator, Plan
from perftrack.domain.terms import Aggregation, Grade, PlanKind, Rule
from perftrack.services import collectionform as form
from perftrack.services.exporting.collection import form_bytes
from perftrack.services.importing.collected import Collected
from perftrack.services.importing.collected_cells import Difference, State
from perftrack.services.importing.collection import collect
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock

OFFICE = Department("延安北路街道办事处")
Q2, Q3 = Quarter.Q2, Quarter.Q3
_COLUMNS = {
    "value": form.VALUE, "share": form.SHARE, "cause": form.CAUSE, "remedy": form.REMEDY, "note": form.NOTE,
}  # fmt: skip


def indicator(name: str, target: str, **more: object) -> Indicator:
    """An indicator of ten points."""
    return replace(Indicator("产出指标", "数量指标", name, target, Decimal(10)), **more)


def plan(name: str = "社区服务群众经费") -> Plan:
    """A count, a rate, words, a date, a rate judged by grade, one that does not apply; two funds."""
    return Plan(
        2024,
        PlanKind.PROJECT,
        name,
        funds=(
            Fund("财政拨款", Decimal(120), executed={Q2: Decimal(50)}),
            Fund("其他资金", Decimal(30), executed={Q3: Decimal("12.50")}),
        ),
        indicators=(
            indicator("活动次数", "≥12次", aggregation=Aggregation.SUM, actuals={Q2: Actual("4"), Q3: Actual("3")}),
            indicator("及时率", "≥90%", actuals={Q3: Actual("87.50%")}, deviations={Q3: Deviation("退回补签", "")}),
            indicator("环境质量", "有效提升", level1="效益指标", level2="社会效益"),
            indicator("完成时间", "2024年10月31日前", level2="时效指标"),
            indicator("能力提升率", "≥90%", rule=Rule.GRADE, level1="效益指标"),
            indicator("人均补助", "≤268元", level1="成本指标", excluded="当年取消"),
            indicator("居民评价", "满意", level1="满意度指标", actuals={Q3: Actual(grade=Grade.PARTLY)}),
        ),
    )


def open_office(folder: Path, *plans: Plan) -> Workspace:
    """A new file with ``plans``, or with :func:`plan`."""
    workspace = Workspace.create(folder / "office.perftrack", OFFICE, clock=TickingClock())
    store_plans(workspace, OFFICE, plans or [plan()], [])
    return workspace


def form_of(workspace: Workspace, folder: Path, quarter: Quarter = Q3, number: int = 0) -> Path:
    """The form of one plan as a file."""
    path = folder / f"form{number}.xlsx"
    path.write_bytes(form_bytes(workspace, workspace.plans(2024)[number], quarter, "10月15日"))
    return path


@contextmanager
def page_of(path: Path) -> Iterator[Worksheet]:
    """The visible page, to be filled in; stored at the end as an office program would."""
    book = openpyxl.load_workbook(path)
    yield book[form.VISIBLE]
    book.save(path)


def row_of(page: Worksheet, code: str) -> int:
    """The row with this number."""
    for row in page.iter_rows():
        for cell in row:
            if str(cell.value) == code and page.cell(header(page), cell.column).value == form.NUMBER:
                return cell.row
    raise AssertionError(code)


def header(page: Worksheet) -> int:
    """The row with the words of the columns."""
    return next(cell.row for row in page.iter_rows() for cell in row if cell.value == form.VALUE)


def column_of(page: Worksheet, word: str) -> int:
    """The column with this word in its head."""
    return next(cell.column for row in page.iter_rows() for cell in row if cell.value == word)


def fill(path: Path, code: str, **cells: object) -> None:
    """Fill in cells of one row: value, share, cause, remedy, note; executed."""
    with page_of(path) as page:
        for field, content in cells.items():
            word = form.EXECUTED if field == "executed" else _COLUMNS[field]
            page.cell(row_of(page, code), column_of(page, word)).value = content


def collected(workspace: Workspace, path: Path) -> Collected:
    """The form compared with the file."""
    return collect(workspace, path)


def cell_of(found: Collected, name: str, field: str = "value") -> Difference:
    """One compared cell."""
    return next(cell for cell in found.cells if cell.name == name and cell.place.field == field)


def differing(found: Collected) -> list[Difference]:
    """The cells that are not the same."""
    return [cell for cell in found.cells if cell.state is not State.SAME]
