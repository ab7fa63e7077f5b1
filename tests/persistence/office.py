"""A small office for tests of the file: one clock, a few plans, and ways to look at the file from outside."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Department, Deviation, Fund, Indicator, ManualScore, Plan
from perftrack.domain.terms import Aggregation, Grade, PlanKind, Rule
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace

DEPARTMENT = Department("延安北路街道办事处", ("党政办公室", "社会事务办公室"))


class TickingClock:
    """Every question is a second later than the one before."""

    def __init__(self) -> None:
        self._ticks = count()

    def __call__(self) -> datetime:
        return datetime(2024, 3, 31, 9, 0, tzinfo=UTC) + timedelta(seconds=next(self._ticks))


def rich_indicator(name: str = "培训人数") -> Indicator:
    """Every field filled."""
    return Indicator(
        level1="产出",
        level2="数量指标",
        name=name,
        target="≥12个",
        weight=Decimal("20.50"),
        rule=Rule.GRADE,
        aggregation=Aggregation.SUM,
        basis="计划标准",
        prior_actual="无",
        evidence="工作资料",
        milestones={Quarter.Q1: Decimal(3), Quarter.Q3: Decimal("9.0")},
        actuals={
            Quarter.Q1: Actual("3"),
            Quarter.Q2: Actual(" 5 ", note="含“补报”\n一人"),
            Quarter.Q4: Actual(grade=Grade.PARTLY, share=Decimal("75.0")),
        },
        deviations={Quarter.Q4: Deviation("经费保障", "")},
        manual_score=ManualScore(Decimal("9"), "复核", Quarter.Q3),
        excluded="不适用",
    )


def project(name: str, indicators: int = 2, year: int = 2024) -> Plan:
    """A project plan with two funds and plain indicators of equal names."""
    return Plan(
        year,
        PlanKind.PROJECT,
        name,
        "目标",
        section="党政办公室",
        lead="科长",
        funds=(
            Fund("财政拨款", Decimal("120"), Decimal("118.500"), {Quarter.Q1: Decimal("0"), Quarter.Q2: Decimal("30")}),
            Fund("其他资金", Decimal("0.00")),
        ),
        indicators=tuple(
            Indicator("产出", "", "完成数", "≥10件", Decimal(10), actuals={Quarter.Q1: Actual(str(place))})
            for place in range(indicators)
        ),
    )


def plans() -> list[Plan]:
    """A department plan with a rich indicator and two projects."""
    department = Plan(
        2024,
        PlanKind.DEPARTMENT,
        "部门整体",
        pack="national-2021",
        execution_weight=Decimal("10.0"),
        finished=True,
        indicators=(rich_indicator(), rich_indicator()),
    )
    return [department, project("项目甲"), project("项目乙")]


def bare(plan: Plan) -> Plan:
    """The plan without ids, to compare contents."""
    return replace(
        plan,
        id="",
        funds=tuple(replace(fund, id="") for fund in plan.funds),
        indicators=tuple(replace(indicator, id="") for indicator in plan.indicators),
    )


def open_office(folder: Path, name: str = "office.perftrack") -> Workspace:
    """A new file with :func:`plans` in it, open."""
    workspace = Workspace.create(folder / name, DEPARTMENT, clock=TickingClock(), person="王科长")
    store_plans(workspace, DEPARTMENT, plans(), [])
    return workspace


def sql(path: Path, *statements: str) -> list[Any]:
    """Runs statements as a database browser would, past all our doors; the rows of the last."""
    rows: list[Any] = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            rows = connection.execute(statement).fetchall()
    return rows


def stored_actual(path: Path, indicator_id: str, quarter: int) -> str | None:
    """The 完成值 in the file, asked past the program."""
    found: dict[tuple[str, int], str | None] = {
        (indicator, number): value
        for indicator, number, value in sql(path, "SELECT indicator_id, quarter, value FROM actual")
    }
    return found[indicator_id, quarter]


def codes(workspace: Workspace) -> set[str]:
    """What ``verify`` complains of."""
    return {code for code, _ in workspace.verify()}
