"""What tests of scorecards and sheets stand on: the sample office in a file, and small cards built by hand."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QSettings

from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Actual, Fund, Indicator, Plan
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.domain.terms import Aggregation, PlanKind, Rule
from perftrack.services import bundled
from perftrack.services.importing.package import import_into_new
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock
from ui.session import Session
from ui.settings import Settings

Q1, Q2, Q3, Q4 = QUARTERS
PARTY = "网格党支部活动经费"


def sample_file(folder: Path) -> Path:
    """The sample office in a new file."""
    path = folder / "sample.perftrack"
    import_into_new(path, bundled.sample_package(), clock=TickingClock(), is_sample=True)
    return path


def session_at(path: Path, quarter: Quarter = Q3, year: int = 2024, language: str = "en") -> Session:
    """A session that stands in ``path`` and remembers nothing beyond the test."""
    settings = Settings(QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat))
    session = Session(settings, language)
    session.take(Workspace.open(path, clock=TickingClock()), year, quarter)
    return session


def plan_named(session: Session, name: str) -> Plan:
    """One plan of the year shown."""
    return next(plan for plan in session.workspace.plans(session.year) if plan.name == name)


def indicator(
    name: str, target: str, weight: str, *values: str | None, level1: str = "产出指标", **more: object
) -> Indicator:
    """An indicator with one actual per quarter; None is a quarter without one."""
    actuals = {quarter: Actual(value) for quarter, value in zip(QUARTERS, values, strict=False) if value is not None}
    made = Indicator(level1, "数量指标", name, target, Decimal(weight), Rule.PROPORTIONAL, id=name, actuals=actuals)
    return replace(made, **more)


def small_plan(*indicators: Indicator, executed: Mapping[Quarter, str] | None = None) -> Plan:
    """A plan of 120 万元."""
    spent = {quarter: Decimal(money) for quarter, money in (executed or {}).items()}
    fund = Fund("财政拨款", Decimal(120), executed=spent)
    return Plan(2024, PlanKind.PROJECT, "社区服务群众经费", funds=(fund,), indicators=indicators, id="plan")


def cards_of(plan: Plan, pack: str = "national-2020") -> dict[Quarter, Scorecard]:
    """The cards of ``plan`` at the end of each quarter."""
    return {quarter: score_plan(plan, bundled.shipped_pack(pack), quarter) for quarter in QUARTERS}


def mixed_plan() -> Plan:
    """Met, lost, words, ceiling and not reported; spent more than planned so far."""
    return small_plan(
        indicator("活动次数", "≥12次", "20", "3", "4", "2", aggregation=Aggregation.SUM, milestones={Q1: Decimal(4)}),
        indicator("及时率", "≥90%", "20", "92.0%", "81.0%", "68.0%"),
        indicator("人均经费", "≤268元/人/年", "20", "268", None, "300", level1="成本指标"),
        indicator("环境质量", "有效提升", "20", None, "部分达成", level1="效益指标", rule=Rule.GRADE),
        indicator("满意度", "≥90%", "10", level1="满意度指标"),
        executed={Q1: "30", Q3: "96"},
    )
