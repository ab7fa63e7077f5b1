"""Comparisons: every difference has its cause, and the parts add up to the difference of the totals to the cent."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.comparison import Comparison, compare, with_targets
from perftrack.domain.comparison_tree import comparison_tree
from perftrack.domain.periods import QUARTERS
from perftrack.domain.plans import Actual, Fund, Indicator, ManualScore, Plan
from perftrack.domain.rulepacks import CeilingOverrun, EqualBeyond, ExcludedWeight, OverEffect, RulePack
from perftrack.domain.terms import Aggregation, Grade, PlanKind, Rule
from tests.domain.builders import BANDS, LINEAR, RATIO, card_of, changed, fund, item, judged, modest, plan_of

CAPPED = changed(RATIO, id="capped", total_caps=((Decimal(50), Decimal(59)), (Decimal(80), Decimal("79.5"))))
FLOOR = changed(LINEAR, id="floor", pass_floor="60", over_effect=OverEffect.FIXED, over_deduction="3")
ODD = changed(
    BANDS, id="odd", over_effect=OverEffect.DEVIATION, excluded=ExcludedWeight.LEFT_OUT,
    ceiling_overrun=CeilingOverrun.ZERO, equal_beyond=EqualBeyond.SYMMETRIC,
)  # fmt: skip
PACKS = [RATIO, BANDS, LINEAR, CAPPED, FLOOR, ODD]


def causes(comparison: Comparison, place: int = 0) -> list[tuple[str, str, str, str]]:
    return [(cause.code, cause.before, cause.after, str(cause.effect)) for cause in comparison.parts[place].causes]


def between(before: Indicator, after: Indicator, one: RulePack = RATIO, other: RulePack = RATIO) -> Comparison:
    return compare(card_of(plan_of(before), one), card_of(plan_of(after), other))


def test_that_a_quarter_to_a_quarter_names_the_actuals() -> None:
    plan = plan_of(item("≥12个", quarters={3: "6", 4: "11"}, weight="90"))
    found = compare(card_of(plan, quarter=3), card_of(plan))
    assert causes(found) == [("diff_actual", "6个", "11个", "37.50")]
    assert [(cause.code, str(cause.effect)) for cause in found.execution.causes] == [("diff_executed", "2.50")]
    assert found.change == Decimal("40.00")
    assert found.by_cause() == {"diff_actual": Decimal("37.50"), "diff_executed": Decimal("2.50")}


def test_that_each_thing_that_differs_has_its_own_share() -> None:
    before = item("≥10个", "5", "20")
    after = item("≥12个", "9", "24")
    assert causes(between(before, after)) == [
        ("diff_target", "≥10个", "≥12个", "-1.67"),
        ("diff_weight", "20", "24", "1.67"),
        ("diff_actual", "5个", "9个", "8.00"),
    ]


def test_that_a_pack_is_a_cause_only_where_it_has_an_effect() -> None:
    assert causes(
        between(item("≥90%", "88%", rule="satisfaction"), item("≥90%", "88%", rule="satisfaction"), RATIO, BANDS)
    ) == [("diff_pack", "national-2020 v1", "national-2021 v1", "-1.78")]
    assert causes(between(item("≥12个", "11"), item("≥12个", "11"), RATIO, BANDS)) == []


@pytest.mark.parametrize(
    ("before", "after", "code", "effect"),
    [
        (item("≥9个", "8"), item("≥9个", "8", rule="direct"), "diff_rule", "-8.89"),
        (
            item("≥9个", quarters={1: "4", 2: "5"}, aggregation="sum"),
            item("≥9个", quarters={1: "4", 2: "5"}),
            "diff_aggregation", "-4.44",
        ),
        (item("≥9个", "9"), item("≥9个", "9", excluded="取消"), "diff_excluded", "-10.00"),
        (item("≥9个", "9", excluded="取消"), item("≥9个", "9"), "diff_included", "10.00"),
        (item("≥9个", "9"), item("≥9个", "9", manual_score=ManualScore(Decimal(7), "按通报")), "diff_manual", "-3.00"),
        (
            item("≥9个", "9", manual_score=ManualScore(Decimal(7), "按通报")), item("≥9个", "9"),
            "diff_manual_lifted", "3.00",
        ),
        (item("≥9个"), item("≥9个", "9"), "diff_actual", "10.00"),
        (item("≥9个", "9"), item("≥9个", "约9"), "diff_actual", "-10.00"),
        (item("有效", judged("达成")), item("有效", judged("部分达成")), "diff_actual", "-3.00"),
    ],
)  # fmt: skip
def test_that_one_difference_has_one_cause(before: Indicator, after: Indicator, code: str, effect: str) -> None:
    found = between(before, after)
    assert [(cause.code, str(cause.effect)) for cause in found.parts[0].causes] == [(code, effect)]


def test_that_the_weight_of_an_excluded_indicator_is_traced_to_those_that_took_it() -> None:
    kept = item("≥4个", "4", "60", name="甲")
    before = plan_of(kept, item("≥4个", "2", "30", name="乙"))
    after = plan_of(kept, item("≥4个", "2", "30", name="乙", excluded="取消"))
    found = compare(card_of(before), card_of(after))
    assert causes(found) == [("diff_spread", "60", "90", "30.00")]
    assert causes(found, 1) == [("diff_excluded", "15.00", "—", "-15.00")]
    assert found.change == Decimal("15.00")


def test_that_an_indicator_in_one_state_only_is_a_part_of_its_own() -> None:
    found = compare(card_of(plan_of(item("≥1", "1", name="甲"))), card_of(plan_of(item("≥1", "1", name="乙"))))
    assert causes(found) == [("diff_only_after", "—", "10.00", "10.00")]
    assert causes(found, 1) == [("diff_only_before", "10.00", "—", "-10.00")]


def test_that_a_difference_lost_in_rounding_says_so() -> None:
    assert causes(between(item("≥3000个", "2000"), item("≥3000个", "2000.1"))) == [
        ("diff_actual", "2000个", "2000.1个", "0.00"),
        ("diff_rounding", "6.666667", "6.667", "0.00"),
    ]


def test_that_another_spelling_of_the_same_is_no_difference() -> None:
    assert causes(between(item("＞=90%", "88"), item("≥90%", "88.0%"))) == []


def test_that_the_same_actual_read_against_another_target_is_the_targets_doing() -> None:
    assert causes(between(item("≥9个", "完成"), item("≥10个", "完成"))) == [("diff_target", "≥9个", "≥10个", "0.00")]


def test_that_targets_spelt_alike_say_what_tells_them_apart() -> None:
    found = between(item("50", "40"), item("50", "40", level1="成本指标"))
    assert causes(found) == [("diff_target", "≥50", "≤50", "2.00")]
    dated = plan_of(item("9月前", "2024年10月"))
    found = compare(card_of(dated), card_of(replace(dated, year=2025)))
    assert causes(found) == [("diff_target", "9月 (2024)", "9月 (2025)", "10.00")]
    kept = plan_of(item("9月前", "8月"))
    assert causes(compare(card_of(kept), card_of(replace(kept, year=2025)))) == []


def test_that_a_cap_on_the_total_is_a_part() -> None:
    plan = plan_of(item("≥1个", "1", "90"), funds=(fund("财政拨款", "100", q3="40", q4="100"),))
    plan = replace(plan, indicators=(item("≥1个", quarters={3: "1"}, weight="90"),))
    found = compare(card_of(plan, CAPPED, 3), card_of(plan, CAPPED, 4))
    assert (str(found.change), str(found.execution.change), str(found.cap.change)) == ("41.00", "6.00", "35.00")
    assert [(cause.code, cause.before, cause.after) for cause in found.cap.causes] == [("diff_cap_lifted", "59", "—")]
    back = compare(card_of(plan, CAPPED, 4), card_of(plan, CAPPED, 3))
    assert [(cause.code, str(cause.effect)) for cause in back.cap.causes] == [("diff_cap", "-35.00")]


def test_that_execution_tells_pack_weight_budget_and_money_apart() -> None:
    before = plan_of(funds=(fund("财政拨款", "100", q4="60"),))
    after = replace(
        plan_of(funds=(fund("财政拨款", "100", "80", q4="76"),)), execution_weight=Decimal(20), finished=True
    )
    found = compare(card_of(before), card_of(after, BANDS)).execution
    assert [(cause.code, str(cause.effect)) for cause in found.causes] == [
        ("diff_pack", "-1.00"), ("diff_execution_weight", "5.00"), ("diff_budget", "0.00"), ("diff_executed", "4.00"),
        ("diff_finished", "6.00"),
    ]  # fmt: skip


def test_that_original_targets_show_what_a_revision_was_worth() -> None:
    plan = plan_of(item("≥8个", "8", id="a"), item("≥1个", "1", id="b"))
    found = compare(card_of(with_targets(plan, {"a": "≥10个"})), card_of(plan))
    assert causes(found) == [("diff_target", "≥10个", "≥8个", "2.00")]
    assert [part.change for part in found.dearest] == [Decimal("2.00")]


_TARGETS = st.sampled_from(
    ["≥12个", "=100%", "≤10万元", "有效保障", "9月前", "95%~105%", "=0件", "", "≥-5", "50", "≥90%", "2024年10月"]
)
_ANSWERS = st.sampled_from(
    ["11", "97.8", "12", "300", "达成", "部分达成", "8月", "10月", "完成", "无", "?", "1/3", "-2", "16.33"]
)
_ACTUALS = st.builds(Actual, st.none() | _ANSWERS, st.none() | st.sampled_from(Grade), st.none() | st.just(Decimal(75)))
_QUARTERS = st.sampled_from(QUARTERS)


def _by_quarter(values: st.SearchStrategy[object]) -> st.SearchStrategy[Mapping[object, object]]:
    return st.dictionaries(_QUARTERS, values, max_size=3)


_INDICATORS = st.builds(
    Indicator, st.sampled_from(["产出指标", "成本指标"]), st.just("质量指标"), st.sampled_from("甲乙丙丁"), _TARGETS,
    st.decimals("0.01", "40", places=2),
    rule=st.none() | st.sampled_from(Rule), aggregation=st.sampled_from(Aggregation), actuals=_by_quarter(_ACTUALS),
    manual_score=st.none() | st.builds(ManualScore, st.decimals("0", "9", places=3), st.just("按通报"), _QUARTERS),
    excluded=st.none() | st.none() | st.just("取消"), id=st.sampled_from(["", "", "a", "b", "c"]),
)  # fmt: skip
_MONEY = st.decimals("0", "200", places=2)
_FUNDS = st.builds(Fund, st.just("财政"), _MONEY, st.none() | _MONEY, _by_quarter(_MONEY))
_PLANS = st.builds(
    Plan, st.sampled_from([2023, 2024]), st.just(PlanKind.PROJECT), st.just("项目"),
    execution_weight=st.sampled_from([Decimal(0), Decimal(10), Decimal("20.5")]), finished=st.booleans(),
    funds=st.lists(_FUNDS, max_size=2).map(tuple), indicators=st.lists(_INDICATORS, max_size=6).map(tuple),
    dropped=st.none() | st.none() | st.none() | st.just("项目取消"),
)  # fmt: skip
_STATES = st.tuples(_PLANS, st.sampled_from(PACKS), _QUARTERS)


def assert_adds_up(found: Comparison) -> None:
    parts = [part.change for part in found.parts]
    assert sum(parts, found.execution.change + found.cap.change) == found.after.total - found.before.total
    for part in (*found.parts, found.execution, found.cap):
        assert sum((cause.effect for cause in part.causes), Decimal(0)) == part.change
    assert sum(found.by_cause().values(), Decimal(0)) == found.change


@modest
@given(_STATES, _STATES)
def test_that_parts_and_causes_of_any_two_states_add_up_to_the_cent(
    one: tuple[Plan, RulePack, int], other: tuple[Plan, RulePack, int]
) -> None:
    found = compare(card_of(*one), card_of(*other))
    assert_adds_up(found)
    assert comparison_tree(found).points == found.change


@modest
@given(_PLANS, st.sampled_from(PACKS), st.sampled_from(PACKS), _QUARTERS, _QUARTERS, st.lists(_TARGETS, min_size=6))
def test_that_parts_of_one_plan_between_quarters_packs_and_targets_add_up_to_the_cent(
    plan: Plan, pack: RulePack, other: RulePack, quarter: int, later: int, targets: list[str]
) -> None:
    before = card_of(plan, pack, quarter)
    assert_adds_up(compare(before, card_of(plan, pack, later)))
    assert_adds_up(compare(before, card_of(plan, other, quarter)))
    items = zip(plan.indicators, targets, strict=False)
    revised = replace(plan, indicators=tuple(replace(one, target=target) for one, target in items))
    assert_adds_up(compare(before, card_of(revised, pack, quarter)))


@modest
@given(_STATES)
def test_that_a_state_does_not_differ_from_itself(state: tuple[Plan, RulePack, int]) -> None:
    found = compare(card_of(*state), card_of(*state))
    assert (found.change, found.dearest, found.by_cause()) == (0, (), {})
    assert not any(part.differs for part in found.parts)


@modest
@given(_STATES, _STATES)
def test_that_the_way_back_is_the_opposite(one: tuple[Plan, RulePack, int], other: tuple[Plan, RulePack, int]) -> None:
    there, back = compare(card_of(*one), card_of(*other)), compare(card_of(*other), card_of(*one))
    assert (there.change, there.execution.change) == (-back.change, -back.execution.change)
    assert there.cap.change == -back.cap.change
