"""Small builders for the rule book: an indicator, a plan and a score in one line each."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, settings

from perftrack.domain.answers import Answer, read_actual, read_answer
from perftrack.domain.explanation import Step, explain
from perftrack.domain.findings import Finding
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Fund, Indicator, Plan
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.domain.scoring import Score, score_indicator
from perftrack.domain.targets import Target, read_target
from perftrack.domain.terms import Aggregation, Grade, PlanKind, Rule
from perftrack.services.bundled import SHIPPED_PACKS, shipped_pack

YEAR = 2024
RATIO, BANDS, LINEAR = (shipped_pack(name) for name in SHIPPED_PACKS)
PACKS = {pack.id: pack for pack in (RATIO, BANDS, LINEAR)}

#: The same few examples on every run: a failure seen once is seen again.
modest = settings(
    max_examples=80, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)

Reported = str | Actual


def judged(grade: str | None = None, share: str | None = None, value: str | None = None) -> Actual:
    """What a lead reports by picking a grade, perhaps with a share (per cent) and beside a value."""
    return Actual(value, Grade(grade) if grade else None, Decimal(share) if share else None)


def item(
    target: str,
    actual: Reported | None = None,
    weight: str = "10",
    rule: str | None = "proportional",
    *,
    quarters: Mapping[int, Reported] | None = None,
    aggregation: str = "latest",
    level1: str = "产出指标",
    level2: str = "质量指标",
    name: str = "指标",
    **more: Any,
) -> Indicator:
    """An indicator with ``actual`` in quarter 4, or with ``quarters``."""
    given = dict(quarters or {}) if actual is None else {4: actual}
    actuals = {Quarter(past): Actual(what) if isinstance(what, str) else what for past, what in given.items()}
    return Indicator(
        level1, level2, name, target, Decimal(weight), Rule(rule) if rule else None, Aggregation(aggregation),
        actuals=actuals, **more,
    )  # fmt: skip


def fund(source: str, initial: str, revised: str | None = None, **executed: str) -> Fund:
    """A fund; ``q1`` to ``q4`` are its money spent to date."""
    spent = {Quarter(int(key[1:])): Decimal(value) for key, value in executed.items()}
    return Fund(source, Decimal(initial), None if revised is None else Decimal(revised), spent)


def plan_of(*indicators: Indicator, funds: tuple[Fund, ...] = (), kind: str = "project", **more: Any) -> Plan:
    """A plan of 2024; without ``funds`` its whole budget of 100 is spent evenly."""
    given = funds or (fund("财政拨款", "100", q1="25", q2="50", q3="75", q4="100"),)
    more.setdefault("name", "项目")
    return Plan(YEAR, PlanKind(kind), funds=given, indicators=indicators, **more)


def card_of(plan: Plan, pack: RulePack = RATIO, quarter: int = 4) -> Scorecard:
    """The scorecard of ``plan``."""
    return score_plan(plan, pack, Quarter(quarter))


def scored(indicator: Indicator, pack: RulePack = RATIO, quarter: int = 4) -> Score:
    """The score of one indicator that stands alone."""
    return score_indicator(indicator, pack, Quarter(quarter), YEAR)


def points(indicator: Indicator, pack: RulePack = RATIO, quarter: int = 4) -> str | None:
    """Its points as text, so that 9.7 is not 9.70; None without a score."""
    found = scored(indicator, pack, quarter).points
    return None if found is None else str(found)


def changed(pack: RulePack, **values: Any) -> RulePack:
    """``pack`` with some of its numbers decided differently; texts of digits become decimals."""
    return replace(pack, **{key: Decimal(v) if _is_number(v) else v for key, v in values.items()})


def _is_number(value: object) -> bool:
    return type(value) is str and value.replace(".", "").isdigit()


def answer(text: str, target: str) -> Answer:
    """The answer ``text`` gives to ``target``."""
    return read_answer(text, read_target(target))


def answered(actual: Actual, target: str) -> Answer:
    """The answer a reported actual gives to ``target``."""
    return read_actual(actual, read_target(target))


def target_of(text: str, level1: str = "", level2: str = "") -> Target:
    """The target ``text`` spells under its levels."""
    return read_target(text, level1, level2)


def steps_of(indicator: Indicator, pack: RulePack = RATIO, quarter: int = 4) -> tuple[Step, ...]:
    """The explanation of an indicator that stands alone in its plan."""
    card = card_of(plan_of(indicator), pack, quarter)
    return explain(card.scores[0], card)


def codes(findings: tuple[Finding, ...]) -> set[str]:
    """The codes of findings."""
    return {finding.code for finding in findings}
