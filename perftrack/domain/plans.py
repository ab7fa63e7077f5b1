"""Plans, indicators, funds and what was reported for them: frozen values, as read from the file.

Texts are kept exactly as given. Nothing here knows how a score is made; see :mod:`perftrack.domain.scoring`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from perftrack.domain.periods import Quarter
from perftrack.domain.terms import Aggregation, Grade, PlanKind, Rule

DEFAULT_EXECUTION_WEIGHT = Decimal(10)


@dataclass(frozen=True, slots=True)
class Actual:
    """完成值 of one indicator in one quarter, as entered. "Not reported" is the absence of an Actual, never a zero.

    ``value`` is the text typed (an increment for ``sum``, else the value at quarter end), ``grade`` the judgement
    picked, ``share`` its share of the weight in per cent, ``note`` an explanation.
    """

    value: str | None = None
    grade: Grade | None = None
    share: Decimal | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Deviation:
    """偏差原因分析 and 改进措施 given for one quarter."""

    cause: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class ManualScore:
    """A score set by hand, in points, with its reason; counts from ``quarter`` on."""

    score: Decimal
    reason: str
    quarter: Quarter = Quarter.Q4


@dataclass(frozen=True, slots=True)
class Indicator:
    """三级指标 with its target and everything reported for it. ``weight`` in points."""

    level1: str
    level2: str
    name: str
    target: str
    weight: Decimal
    rule: Rule | None = None
    aggregation: Aggregation = Aggregation.LATEST
    basis: str | None = None
    prior_actual: str | None = None
    evidence: str | None = None
    milestones: Mapping[Quarter, Decimal] = field(default_factory=dict)
    actuals: Mapping[Quarter, Actual] = field(default_factory=dict)
    deviations: Mapping[Quarter, Deviation] = field(default_factory=dict)
    manual_score: ManualScore | None = None
    excluded: str | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Fund:
    """资金来源 with its money in 万元; ``executed`` is to date per quarter."""

    source: str
    initial: Decimal
    revised: Decimal | None = None
    executed: Mapping[Quarter, Decimal] = field(default_factory=dict)
    id: str = ""

    @property
    def budget(self) -> Decimal:
        """全年预算数: revised or, lacking it, initial (万元)."""
        return self.initial if self.revised is None else self.revised

    def executed_by(self, quarter: Quarter) -> Decimal | None:
        """执行数 to date as of ``quarter`` (万元): the last value reported, None if nothing was."""
        for past in reversed(quarter.up_to):
            if past in self.executed:
                return self.executed[past]
        return None


@dataclass(frozen=True, slots=True)
class Plan:
    """绩效目标表 of one subject in one year. ``pack`` is the rule pack the plan itself names, if it names one.

    ``dropped`` is the reason why the plan fell away in its year (不适用): nobody waits for it, no total counts it.
    """

    year: int
    kind: PlanKind
    name: str
    goal: str = ""
    section: str | None = None
    lead: str | None = None
    pack: str | None = None
    execution_weight: Decimal = DEFAULT_EXECUTION_WEIGHT
    finished: bool = False
    funds: tuple[Fund, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    id: str = ""
    dropped: str | None = None

    @property
    def budget(self) -> Decimal:
        """全年预算数 over all funds (万元)."""
        return sum((fund.budget for fund in self.funds), Decimal(0))

    def executed_by(self, quarter: Quarter) -> Decimal | None:
        """执行数 over all funds as of ``quarter`` (万元); None when no fund reported anything."""
        known = [value for fund in self.funds if (value := fund.executed_by(quarter)) is not None]
        return sum(known, Decimal(0)) if known else None


@dataclass(frozen=True, slots=True)
class Department:
    """部门 with its sections (处室)."""

    name: str
    sections: tuple[str, ...] = ()
