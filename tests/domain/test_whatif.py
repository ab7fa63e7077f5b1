"""What-if: a copy in which anything that scores can be tried, scored as if it were stored."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.domain.whatif import WhatIf
from perftrack.errors import UserError
from tests.domain.builders import BANDS, RATIO, card_of, fund, item, judged, modest, plan_of
from tests.domain.trials import cards, packs


def copy(*indicators, **more) -> WhatIf:
    return WhatIf.of(card_of(plan_of(*indicators, **more)))


def test_that_a_copy_in_which_nothing_is_tried_is_the_card() -> None:
    tried = copy(item("≥12个", "11", "90", id="i"))
    assert (tried.card, tried.gain, tried.tried) == (tried.start, 0, frozenset())


def test_that_a_quarter_or_the_whole_year_can_be_tried() -> None:
    tried = copy(item("≥40次", quarters={1: "10", 2: "10"}, aggregation="sum", weight="90", id="i"))
    assert tried.report("i", Actual("10")).card.scores[0].actual_text == "30次"
    assert tried.report("i", None, Quarter.Q1).card.scores[0].actual_text == "10次"
    assert tried.year_value("i", Actual("10")).card.scores[0].actual_text == "10次"
    assert tried.year_value("i", None).card.scores[0].points is None


def test_that_grades_weights_spending_and_the_pack_can_be_tried() -> None:
    tried = copy(item("有效保障", judged("达成"), "90", id="i"), funds=(fund("财政", "100", q4="100"),))
    tried = WhatIf.of(score_plan(tried.card.plan, RATIO, Quarter.Q4))
    assert tried.report("i", judged("部分达成", "75")).gain == Decimal("-22.50")
    assert tried.weigh("i", Decimal(80)).card.total == Decimal("90.00")
    assert tried.under(BANDS).card.execution.points == Decimal("7.00")
    assert tried.under(BANDS).finish(True).card.execution.points == Decimal("10.00")


def test_that_money_can_be_tried_and_more_goes_where_most_is_left() -> None:
    funds = (fund("上级", "20", q4="20"), fund("本级", "80", q4="40"))
    plan = plan_of(item("≥1", "1", "90"), funds=tuple(_with_key(each, f"f{place}") for place, each in enumerate(funds)))
    tried = WhatIf.of(card_of(plan))
    assert tried.spend("f1", Decimal(80)).card.execution.points == Decimal("10.00")
    more = tried.spend_more(Decimal(30))
    assert (more.card.execution.executed, more.tried) == (Decimal(90), {"f1"})
    assert tried.budget("f1", Decimal(40)).card.execution.rate == Decimal("100.00")


def _with_key(money, key: str):
    from dataclasses import replace

    return replace(money, id=key)


def test_that_one_thing_can_be_taken_back_while_the_rest_stays_tried() -> None:
    plan = plan_of(item("≥40次", quarters={1: "10", 2: "10"}, aggregation="sum", weight="45", id="i"),
                   item("≥1", "1", "45", id="j"), funds=(_with_key(fund("财政", "100", q4="40"), "f"),))  # fmt: skip
    start = WhatIf.of(card_of(plan))
    tried = start.year_value("i", Actual("40")).weigh("i", Decimal(50)).weigh("j", Decimal(40)).spend("f", Decimal(80))
    assert tried.as_reported("i").card.scores[0].actual_text == "20次"
    assert tried.as_reported("i").card.plan.indicators[0].weight == 50
    assert tried.restore("i").tried == {"j", "f"}
    assert tried.restore("f").tried == {"i", "j"}
    assert tried.restore("i").restore("j").restore("f").card == start.card


def test_that_what_is_not_in_the_plan_is_refused() -> None:
    tried = copy(item("≥1", "1", id="i"))
    with pytest.raises(UserError, match="indicator_gone"):
        tried.report("nobody", None)
    with pytest.raises(UserError, match="fund_gone"):
        tried.spend("nobody", None)
    with pytest.raises(UserError, match="indicator_gone"):
        tried.restore("nobody")


def test_that_a_plan_without_funds_takes_no_money() -> None:
    from dataclasses import replace

    tried = WhatIf.of(card_of(replace(plan_of(item("≥1", "1")), funds=())))
    assert tried.spend_more(Decimal(1)) is tried


@modest
@given(cards(), packs(), st.decimals(0, 300, places=2))
def test_that_a_copy_scores_as_if_it_were_stored_and_leaves_the_card_alone(
    card: Scorecard, pack, number: Decimal
) -> None:
    before = card.plan
    tried = WhatIf.of(card).report("i0", Actual(str(number))).weigh("i0", Decimal(15)).under(pack)
    assert tried.card == score_plan(tried.card.plan, pack, card.quarter)
    assert tried.start is card
    assert card.plan == before
