"""Hypothesis strategies for cards of every rule, pack, operator and way of putting quarters together."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Actual, Fund, Indicator, ManualScore, Plan
from perftrack.domain.rulepacks import CeilingOverrun, EqualBeyond, ExcludedWeight, OverEffect, RulePack, Way
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.domain.terms import Aggregation, Grade, PlanKind, Rule
from tests.domain.builders import YEAR

_CAPS = ((Decimal(50), Decimal(59)), (Decimal(80), Decimal(89)))
_NUMBERS = st.decimals(0, 300, places=2) | st.integers(0, 300).map(Decimal)
_WEIGHTS = st.sampled_from(["10", "20", "7.5", "33.33", "90"]).map(Decimal)
_JUDGED = st.sampled_from(
    [Actual(grade=Grade.MET), Actual(grade=Grade.PARTLY, share=Decimal(75)), Actual(grade=Grade.UNMET), Actual("完成")]
)
_DATES = st.sampled_from(["2024年5月", "2024年12月1日", "10月", "2025年1月"]).map(Actual)


@st.composite
def packs(draw: st.DrawFn) -> RulePack:
    """Packs that decide every disputed number their own way."""
    return RulePack(
        "probe",
        ceiling_overrun=draw(st.sampled_from(CeilingOverrun)),
        equal_beyond=draw(st.sampled_from(EqualBeyond)),
        satisfaction=draw(st.sampled_from(Way)),
        execution=draw(st.sampled_from(Way)),
        over_effect=draw(st.sampled_from(OverEffect)),
        over_threshold=draw(st.sampled_from(["80", "100", "110", "130"]).map(Decimal)),
        over_deduction=draw(st.sampled_from(["0", "2", "5"]).map(Decimal)),
        pass_floor=draw(st.sampled_from(["0", "60", "80"]).map(Decimal)),
        total_caps=draw(st.sampled_from([(), _CAPS])),
        excluded=draw(st.sampled_from(ExcludedWeight)),
    )


@st.composite
def numeric_targets(draw: st.DrawFn) -> str:
    """Targets of every operator, and ranges; zero among them."""
    number, unit = draw(_NUMBERS), draw(st.sampled_from(["个", "%", "万元", "元/人/年", ""]))
    if draw(st.integers(0, 4)) == 0:
        return f"{number}~{number + draw(_NUMBERS)}{unit}"
    if draw(st.integers(0, 5)) == 0:
        number = Decimal(0)
    return f"{draw(st.sampled_from(['≥', '>', '=', '≤', '<']))}{number}{unit}"


@st.composite
def indicators(draw: st.DrawFn, key: str) -> Indicator:
    """An indicator with anything reported, or nothing."""
    kind = draw(st.sampled_from(["number", "number", "number", "words", "date", "empty"]))
    target = {"words": "有效保障", "date": "2024年11月", "empty": "无"}.get(kind) or draw(numeric_targets())
    answers = {"words": _JUDGED, "date": _DATES}.get(kind, _NUMBERS.map(lambda number: Actual(str(number))))
    reported = draw(st.dictionaries(st.sampled_from(QUARTERS), answers, max_size=4))
    rule, way = draw(st.sampled_from(Rule)), draw(st.sampled_from(Aggregation))
    manual = ManualScore(Decimal(1), "按通报") if draw(st.integers(0, 9)) == 0 else None
    excluded = "取消" if draw(st.integers(0, 9)) == 0 else None
    return Indicator(
        "产出指标", "质量指标", key, target, draw(_WEIGHTS), rule, way, actuals=reported, manual_score=manual,
        excluded=excluded, id=key,
    )  # fmt: skip


@st.composite
def cards(draw: st.DrawFn) -> Scorecard:
    """Cards of up to three indicators and two funds as of any quarter."""
    items = tuple(draw(indicators(f"i{place}")) for place in range(draw(st.integers(1, 3))))
    spent = st.lists(_NUMBERS, min_size=4, max_size=4).map(sorted)
    funds = []
    for place in range(draw(st.integers(0, 2))):
        executed = dict(zip(QUARTERS, draw(spent), strict=True))
        kept = draw(st.sets(st.sampled_from(QUARTERS)))
        money = {quarter: amount for quarter, amount in executed.items() if quarter in kept}
        funds.append(Fund(f"资金{place}", draw(_NUMBERS), None, money, id=f"f{place}"))
    plan = Plan(YEAR, PlanKind.PROJECT, "项目", funds=tuple(funds), indicators=items, finished=draw(st.booleans()))
    return score_plan(plan, draw(packs()), draw(st.sampled_from(QUARTERS)))


def complete(card: Scorecard, draw: st.DrawFn) -> Scorecard:
    """``card`` as of quarter 4 with a report in quarter 4 for whatever can be reported."""
    plan = card.plan
    items = []
    for item in plan.indicators:
        last = next(iter(item.actuals.values()), None) or {
            "有效保障": Actual(grade=Grade.MET), "2024年11月": Actual("2024年5月")
        }.get(item.target, Actual(str(draw(_NUMBERS))))  # fmt: skip
        items.append(replace(item, actuals={**item.actuals, Quarter.Q4: last}))
    funds = [
        replace(fund, executed={**fund.executed, Quarter.Q4: max(fund.executed.values(), default=draw(_NUMBERS))})
        for fund in plan.funds
    ]
    return score_plan(replace(plan, indicators=tuple(items), funds=tuple(funds)), card.pack, Quarter.Q4)
