"""Explanations: every score says, step by step and with its numbers, how it came about."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.explanation import Step, explain, explain_execution
from perftrack.domain.plans import ManualScore
from perftrack.domain.rulepacks import CeilingOverrun, EqualBeyond, OverEffect, RulePack
from perftrack.domain.terms import Rule
from tests.domain.builders import (
    BANDS,
    LINEAR,
    PACKS,
    RATIO,
    Reported,
    card_of,
    changed,
    fund,
    item,
    judged,
    modest,
    plan_of,
    steps_of,
)  # fmt: skip


def step(steps: tuple[Step, ...], code: str) -> Step:
    found = [one for one in steps if one.code == code]
    assert len(found) == 1, [one.code for one in steps]
    return found[0]


def test_that_the_steps_lead_from_the_pack_to_the_quarters() -> None:
    steps = steps_of(item("≥12个", "11", "20"))
    assert [(one.topic, one.code, one.depth) for one in steps] == [
        ("pack", "pack", 0), ("rule", "rule", 0), ("formula", "ratio", 0), ("numbers", "ratio_numbers", 0),
        ("rounding", "rounding", 0), ("actual", "from_latest", 0), ("quarter", "quarter", 1),
    ]  # fmt: skip
    assert steps[0].arguments == {"pack": "national-2020", "version": "1", "source": RATIO.source}
    assert steps[1].arguments == {"rule": "按完成比例赋分", "target": "≥12个"}
    numbers = steps[3].arguments
    assert (numbers["weight"], numbers["actual"], numbers["target"]) == ("20", "11", "12")
    assert (numbers["raw"], numbers["points"]) == ("18.3333", "18.33")
    assert steps[6].arguments == {"quarter": "4", "value": "11"}


FORMULAS: list[tuple[str, Reported, str, RulePack, str]] = [
    ("≥12个", "12", "proportional", RATIO, "full"),
    ("≥12个", "11", "proportional", RATIO, "ratio"),
    ("≤10万元", "12", "proportional", RATIO, "ceiling_ratio"),
    ("≤10万元", "12", "proportional", LINEAR, "ceiling_linear"),
    ("≤10万元", "20", "proportional", LINEAR, "ceiling_linear_zero"),
    ("≤10万元", "12", "proportional", changed(RATIO, ceiling_overrun=CeilingOverrun.ZERO), "ceiling_zero"),
    ("=10个", "12", "proportional", changed(RATIO, equal_beyond=EqualBeyond.SYMMETRIC), "symmetric"),
    ("=10个", "20", "proportional", changed(RATIO, equal_beyond=EqualBeyond.SYMMETRIC), "symmetric_zero"),
    ("10-12个", "11", "proportional", RATIO, "inside"),
    ("≥0件", "1", "proportional", RATIO, "zero_floor"),
    ("=0件", "0", "proportional", RATIO, "zero_met"),
    ("=0件", "1", "proportional", RATIO, "zero_missed"),
    ("≥12个", "11", "direct", RATIO, "direct"),
    ("有效保障", "达成", "direct", RATIO, "direct_words"),
    ("≥90%", "88%", "satisfaction", BANDS, "band"),
    ("≥12个", "完成", "proportional", RATIO, "met_word"),
    ("9月前", "8月", "proportional", RATIO, "in_time"),
    ("9月前", "10月", "proportional", RATIO, "late"),
    ("有效保障", judged("部分达成", "75"), "grade", RATIO, "grade"),
    ("≥90%", judged("部分达成", "75", "63%"), "grade", RATIO, "grade_moved"),
    ("≥10个", "14", "proportional", changed(RATIO, over_effect=OverEffect.FIXED, over_deduction="3"), "over_fixed"),
    ("≥10个", "14", "proportional", changed(RATIO, over_effect=OverEffect.DEVIATION), "over_deviation"),
]


@pytest.mark.parametrize(("target", "actual", "rule", "pack", "formula"), FORMULAS, ids=[row[4] for row in FORMULAS])
def test_that_each_case_names_its_formula_and_its_score(
    target: str, actual: Reported, rule: str, pack: RulePack, formula: str
) -> None:
    indicator = item(target, actual, "20", rule)
    steps, score = steps_of(indicator, pack), card_of(plan_of(indicator), pack).scores[0]
    assert step(steps, formula).topic == "formula"
    assert step(steps, f"{formula}_numbers").arguments["points"] == str(score.points)
    assert step(steps, "rounding").arguments["points"] == str(score.points)


def test_that_a_range_above_its_upper_end_puts_the_upper_end_in() -> None:
    numbers = step(steps_of(item("10-12个", "15", "20")), "ceiling_ratio_numbers").arguments
    assert (numbers["target"], numbers["actual"], numbers["raw"]) == ("12", "15", "16")


def test_that_an_assumed_operator_is_told() -> None:
    assert step(steps_of(item("50个", "50")), "rule_assumed").arguments["target"] == "50个"


def test_that_a_number_under_grade_tells_the_grade_that_follows() -> None:
    arguments = step(steps_of(item("≥90%", "63%", rule="grade")), "grade_follows").arguments
    assert (arguments["share"], arguments["grade"]) == ("70", "部分达成")


def test_that_a_deduction_and_a_floor_are_told() -> None:
    costly = changed(RATIO, over_effect=OverEffect.FIXED, over_deduction="3")
    deducted = step(steps_of(item("≥10个", "14", "20"), costly), "over_deducted").arguments
    assert (deducted["raw"], deducted["deduction"], deducted["points"]) == ("20", "3", "17.00")
    floored = step(steps_of(item("≥10个", "5", "20"), changed(RATIO, pass_floor="60")), "below_floor").arguments
    assert (floored["floor"], floored["points"]) == ("60", "0.00")


@pytest.mark.parametrize(
    ("target", "actual", "code"),
    [("≥12个", None, "not_reported"), ("≥12个", "约11", "unread"), ("无", "12", "no_target")],
)
def test_that_what_has_no_score_says_why(target: str, actual: str | None, code: str) -> None:
    assert step(steps_of(item(target, actual)), code).topic == "result"


def test_that_an_excluded_indicator_says_why() -> None:
    steps = steps_of(item("≥12个", "12", excluded="政策调整"))
    assert [(one.code, one.arguments) for one in steps] == [("excluded", {"reason": "政策调整"})]


def test_that_spread_weight_is_told_with_its_numbers() -> None:
    card = card_of(plan_of(item("≥4个", "4", "60"), item("≥4个", "4", "30", excluded="取消")))
    assert step(explain(card.scores[0], card), "spread").arguments == {
        "weight": "60", "whole": "90", "kept": "60", "full": "90.00",
    }  # fmt: skip


def test_that_a_manual_score_shows_both_values_and_its_reason() -> None:
    manual = ManualScore(Decimal("9.5"), "按通报")
    arguments = step(steps_of(item("≥12个", "11", manual_score=manual)), "manual").arguments
    assert arguments == {"score": "9.50", "computed": "9.17", "reason": "按通报"}
    silent = step(steps_of(item("≥12个", manual_score=manual)), "manual").arguments
    assert silent["computed"] == "—"


@pytest.mark.parametrize(
    ("aggregation", "actual"),
    [("sum", "8个"), ("mean", "4个"), ("max", "5个"), ("min", "3个"), ("latest", "5个"), ("running", "5个")],
)
def test_that_the_actual_names_the_quarters_it_came_from(aggregation: str, actual: str) -> None:
    steps = steps_of(item("≥12个", quarters={1: "3", 2: "5"}, aggregation=aggregation))
    assert step(steps, f"from_{aggregation}").arguments == {"actual": actual, "quarter": "2"}
    given_by = [one.arguments for one in steps if one.code == "quarter"]
    both = [{"quarter": "1", "value": "3"}, {"quarter": "2", "value": "5"}]
    assert given_by == (both[1:] if aggregation in ("latest", "running") else both)


def test_that_pooled_fractions_say_so() -> None:
    steps = steps_of(item("≥90%", quarters={1: "90/100", 2: "80/100"}, aggregation="mean"))
    assert step(steps, "from_pooled").arguments["actual"] == "85%"


@pytest.mark.parametrize(
    ("executed", "budget", "pack", "code", "points"),
    [
        ("114.60", "120", RATIO, "execution_ratio", "9.55"),
        ("120", "120", RATIO, "execution_full", "10.00"),
        ("130", "120", RATIO, "execution_capped", "10.00"),
        ("114.60", "120", BANDS, "execution_band", "7.00"),
        ("0", "0", RATIO, "execution_no_budget", "0.00"),
        (None, "120", RATIO, "execution_missing", "0.00"),
    ],
)
def test_that_spending_explains_its_points(
    executed: str | None, budget: str, pack: RulePack, code: str, points: str
) -> None:
    spent = fund("财政拨款", budget) if executed is None else fund("财政拨款", budget, q4=executed)
    steps = explain_execution(card_of(plan_of(funds=(spent,)), pack))
    assert step(steps, code).arguments["points"] == points
    assert ("execution_result" in [one.code for one in steps]) is (executed is not None)


def test_that_a_cap_on_the_total_is_told() -> None:
    plan = plan_of(item("≥1个", "1", "90"), funds=(fund("财政拨款", "100", q4="40"),))
    card = card_of(plan, changed(RATIO, total_caps=((Decimal(50), Decimal(59)),)))
    assert step(explain_execution(card), "total_cap").arguments == {"cap": "59", "rate": "40.00"}


@modest
@given(
    st.sampled_from(["≥12个", "=100%", "≤10万元", "有效保障", "9月前", "95%~105%", "=0件", "", "≥-5", "50"]),
    st.sampled_from(["11", "97.8", "300", "部分达成", "8月", "10月", "完成", "无", "?", "1/3", "-2"]),
    st.sampled_from([None, *Rule]),
    st.sampled_from(list(PACKS.values())),
    st.sampled_from([None, ManualScore(Decimal(3), "按通报")]),
)
def test_that_every_score_is_explained_and_named_in_its_explanation(
    target: str, actual: str, rule: Rule | None, pack: RulePack, manual: ManualScore | None
) -> None:
    indicator = item(target, actual, "20", rule, manual_score=manual)
    card = card_of(plan_of(indicator), pack)
    score, steps = card.scores[0], explain(card.scores[0], card)
    assert steps
    told = [one.arguments.get("score") if score.manual else one.arguments.get("points") for one in steps]
    assert score.points is None or str(score.points) in told
