"""财政复核 of a file: the alarms of a year with what was said to them, who may say it, and saying it."""

import pytest

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Deviation
from perftrack.errors import RefusedValue, UserError
from perftrack.services import checking, clearing, recording, reviewing
from perftrack.services.messages import speaker
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock
from tests.people import VIEWER, become, divide
from tests.ui.scored import sample_file

Q4 = Quarter.Q4
ZH = speaker("zh_CN")


@pytest.fixture
def ws(tmp_path):
    with Workspace.open(sample_file(tmp_path), clock=TickingClock()) as workspace:
        yield workspace


def alerts(ws, quarter: Quarter = Q4):
    return clearing.alerts(ws, 2024, quarter)


def first(ws, code: str):
    return next(each for each in alerts(ws) if each.alarm.finding.code == code)


def test_that_alarms_come_plan_by_plan_with_nothing_said_to_them(ws):
    found = alerts(ws)
    plans = [each.alarm.card.plan.name for each in found]
    assert plans == sorted(plans, key=plans.index)
    assert {each.alarm.finding.code for each in found} >= {"loss_without_cause", "unspent", "empty_phrase"}
    assert all(each.may and not each.cleared for each in found)


def test_that_a_draft_is_proposed_and_what_was_said_is_kept_but_no_empty_phrase(ws):
    loss = first(ws, "loss_without_cause")
    cause, remedy = clearing.proposed(loss, ZH)
    assert "【待补充" in cause
    assert "【待补充" in remedy
    phrase = first(ws, "empty_phrase")
    assert phrase.cause == "暂无" or phrase.remedy == "暂无"
    assert "暂无" not in clearing.proposed(phrase, ZH)
    recording.record_deviation(ws, loss.alarm.score.indicator.id, Q4, Deviation("天冷路滑", ""))
    again = first(ws, "loss_without_cause")
    assert clearing.proposed(again, ZH)[0] == "天冷路滑"


def test_that_a_cause_and_a_remedy_clear_the_alarm_of_an_indicator(ws):
    loss = first(ws, "loss_without_cause")
    clearing.explain(ws, loss, Q4, "天冷路滑，两次活动改期", "明年上半年补办")
    assert loss.key not in [each.key for each in alerts(ws)]
    ws.history.undo()
    assert loss.key in [each.key for each in alerts(ws)]


def test_that_a_draft_with_its_hole_is_no_explanation(ws):
    loss = first(ws, "loss_without_cause")
    clearing.explain(ws, loss, Q4, *clearing.proposed(loss, ZH))
    left = [each for each in alerts(ws) if each.alarm.finding.indicator_id == loss.alarm.finding.indicator_id]
    assert [each.alarm.finding.code for each in left] == ["draft_unfinished"] * len(left) != []
    money = first(ws, "unspent")
    clearing.explain(ws, money, Q4, *clearing.proposed(money, ZH))
    assert not first(ws, "unspent").cleared


def test_that_a_sentence_clears_the_alarm_of_a_plan_which_stays_in_sight(ws):
    money = first(ws, "unspent")
    clearing.explain(ws, money, Q4, "尾款按合同于次年支付", "一月内付清")
    said = first(ws, "unspent")
    assert (said.cause, said.remedy, said.cleared) == ("尾款按合同于次年支付", "一月内付清", True)
    with pytest.raises(RefusedValue, match="sentence_says_nothing"):
        clearing.explain(ws, money, Q4, "暂无", "")


def test_that_who_may_not_enter_reads_only(ws):
    divide(ws, 2024)
    become(ws, VIEWER)
    loss = first(ws, "loss_without_cause")
    assert not any(each.may for each in alerts(ws))
    with pytest.raises(UserError, match="not_allowed"):
        clearing.explain(ws, loss, Q4, "a", "b")


def test_that_a_submitted_quarter_is_only_read(ws):
    plan = next(plan for plan in ws.plans(2024) if plan.name == "社区运转经费")
    for point in checking.check(ws, plan.id, Q4).points:
        checking.answer(ws, plan.id, Q4, point.key, "情况已向财政部门说明")
    reviewing.submit(ws, plan.id, Q4)
    of_plan = [each for each in alerts(ws) if each.alarm.card.plan.id == plan.id]
    assert of_plan
    assert not any(each.may for each in of_plan)
