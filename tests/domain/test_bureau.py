"""What the finance side would stop at: the list to clear before a plan is handed in."""

from dataclasses import replace

import pytest

from perftrack.domain.bureau import ALARMS, alarms, office_alarms
from perftrack.domain.drafts import has_hole
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Deviation
from perftrack.services.messages import speaker
from tests.domain.builders import card_of, fund, item, plan_of


def written(cause: str, remedy: str = "随到随审") -> dict[Quarter, Deviation]:
    return {Quarter.Q4: Deviation(cause, remedy)}


def test_that_the_alarms_come_in_their_order_with_drafts() -> None:
    plan = plan_of(
        item("≥10个", "15", "30", name="超额"),
        item("≥12个", "11", "30", name="欠缺"),
        item("≥12个", "11", "30", name="空话", deviations=written("无")),
        funds=(fund("财政", "100", q4="60"),),
    )
    found = alarms(card_of(plan))
    assert [alarm.finding.code for alarm in found] == [
        "ahead_of_execution", "unspent", "beyond_unexplained", "loss_without_cause", "empty_phrase",
    ]  # fmt: skip
    assert all(alarm.draft is not None for alarm in found)
    assert [alarm.score.indicator.name for alarm in found if alarm.score] == ["超额", "欠缺", "空话"]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_drafts_about_money_have_their_hole(language: str) -> None:
    plan = plan_of(item("≥1", "1", "90"), funds=(fund("财政", "100", q4="60"),))
    for alarm in alarms(card_of(plan)):
        assert alarm.draft is not None
        for phrase in (alarm.draft.cause, alarm.draft.remedy):
            assert has_hole(speaker(language).phrase(phrase))


def test_that_a_draft_handed_in_as_it_came_is_an_alarm_itself() -> None:
    plan = plan_of(item("≥12个", "11", "90", deviations=written("偏差原因属其他方面：【待补充：具体情况】。")))
    assert [alarm.finding.code for alarm in alarms(card_of(plan))] == ["draft_unfinished"]


def test_that_a_clean_plan_has_nothing_to_clear() -> None:
    plan = plan_of(item("≥12个", "11", "90", deviations=written("两批凭证退回")))
    assert alarms(card_of(plan)) == ()


def test_that_a_plan_without_budget_is_an_alarm_without_a_draft() -> None:
    (alarm,) = alarms(card_of(plan_of(item("≥1", "1", "90"), funds=(fund("财政", "0"),))))
    assert (alarm.finding.code, alarm.draft) == ("no_budget", None)


def test_that_the_office_is_the_sum_of_its_plans_without_those_that_fell_away() -> None:
    plan = plan_of(item("≥12个", "11", "90"))
    cards = [card_of(each) for each in (plan, plan, replace(plan, dropped="取消"))]
    assert [alarm.finding.code for alarm in office_alarms(cards)] == ["loss_without_cause"] * 2
    assert {alarm.finding.code for alarm in office_alarms(cards)} <= set(ALARMS)
