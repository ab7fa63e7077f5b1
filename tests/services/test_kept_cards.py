"""A kept card says what a fresh one would, whatever changed in between."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Actual, Plan
from perftrack.domain.scorecards import score_plan
from perftrack.services.kept_cards import KeptCards
from tests.domain.builders import BANDS, LINEAR, RATIO, fund, item, modest, plan_of

BEGIN = replace(
    plan_of(
        item("≥12个", "11", "20", id="a"), item("≤268元/人/年", "300", "30", id="b"),
        item("=100%", "97.8%", "40", id="c"), funds=(fund("财政拨款", "120", q4="100"),),
    ),
    id="plan",
)  # fmt: skip

reports = st.tuples(st.integers(0, 2), st.sampled_from(QUARTERS), st.sampled_from(["10", "12", "90%", "300", ""]))
weights = st.tuples(st.integers(0, 2), st.sampled_from([Decimal(10), Decimal(25)]))
exclusions = st.tuples(st.integers(0, 2), st.sampled_from([None, "不适用"]))
drops = st.sampled_from([None, "项目取消"])
spent = st.sampled_from([Decimal(0), Decimal(60), Decimal(130)])
edits = st.one_of(
    st.tuples(st.just("report"), reports), st.tuples(st.just("weight"), weights),
    st.tuples(st.just("exclude"), exclusions), st.tuples(st.just("drop"), drops), st.tuples(st.just("spend"), spent),
)  # fmt: skip
looks = st.tuples(st.sampled_from([RATIO, BANDS, LINEAR]), st.sampled_from(QUARTERS))


def edited(plan: Plan, edit) -> Plan:
    kind, what = edit
    if kind == "drop":
        return replace(plan, dropped=what)
    if kind == "spend":
        return replace(plan, funds=(replace(plan.funds[0], executed={Quarter.Q4: what}),))
    items = list(plan.indicators)
    old = items[what[0]]
    if kind == "report":
        items[what[0]] = replace(old, actuals={**old.actuals, what[1]: Actual(what[2])})
    else:
        items[what[0]] = replace(old, **{"weight" if kind == "weight" else "excluded": what[1]})
    return replace(plan, indicators=tuple(items))


@modest
@given(st.lists(st.tuples(edits, looks), min_size=1, max_size=12))
def test_that_a_kept_card_is_the_one_that_would_be_computed(steps) -> None:
    kept, plan = KeptCards(), BEGIN
    for edit, (pack, quarter) in steps:
        plan = edited(plan, edit)
        assert kept.card(plan, pack, quarter) == score_plan(plan, pack, quarter)


def test_that_asking_twice_gives_the_same_card() -> None:
    kept = KeptCards()
    assert kept.card(BEGIN, RATIO, Quarter.Q4) is kept.card(BEGIN, RATIO, Quarter.Q4)
