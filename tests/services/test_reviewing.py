"""The review: who hands what to whom, what may still change, what differs, what the journal tells."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.access import KEEPER, Actor
from perftrack.domain.duedates import DueDate
from perftrack.domain.evidence import Kept, Owner
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Deviation
from perftrack.domain.terms import ActionState, EvidenceKind, PlanKind, ReviewAct, ReviewState, Role
from perftrack.errors import RefusedValue, UserError
from perftrack.services import (
    checking,
    commenting,
    correcting,
    evidence,
    locking,
    recording,
    reviewing,
    settings,
    worklists,
)
from perftrack.services.importing.package import import_package
from perftrack.services.messages import speaker
from perftrack.services.workspace import Workspace
from tests.factories import make_fund, make_indicator, make_package, make_plan
from tests.persistence.office import DEPARTMENT, TickingClock

Q3 = Quarter.Q3


@pytest.fixture
def office(tmp_path: Path):
    """Two plans of two sections, everything reported for the third quarter, people with every role."""
    with Workspace.create(tmp_path / "o.perftrack", DEPARTMENT, clock=TickingClock()) as ws:
        plans = [
            make_plan(
                name,
                section=section,
                funds=[make_fund(executed={"3": "80"})],
                indicators=[make_indicator(weight="90", actuals={"3": {"value": "12"}})],
            )
            for name, section in (("甲", "党建办"), ("乙", "社会事务办"))
        ]
        import_package(ws, make_package(*plans, department=DEPARTMENT.name))
        with ws.writing("people") as work:
            rows = [("p1", 0, "甲负责人", "lead", None), ("p2", 1, "党建办负责人", "head", "党建办")]
            rows += [("p3", 2, "单位负责人", "head", None), ("p4", 3, "绩效管理员", "officer", None)]
            work.insert("person", [(*row, None, None, 1) for row in rows])
        ws.forget()
        yield ws


def plan(ws: Workspace, name: str = "甲"):
    return next(each for each in ws.plans(2024) if each.name == name)


def as_lead(ws: Workspace, name: str = "甲") -> None:
    ws.act_as(Actor("甲负责人", Role.LEAD, plans=frozenset({plan(ws, name).id})))


def as_head(ws: Workspace, section: str | None = "党建办") -> None:
    ws.act_as(Actor("党建办负责人" if section else "单位负责人", Role.HEAD, section))


def as_officer(ws: Workspace) -> None:
    ws.act_as(Actor("绩效管理员", Role.OFFICER))


def submitted(ws: Workspace, name: str = "甲") -> str:
    as_lead(ws, name)
    key = plan(ws, name).id
    for point in checking.check(ws, key, Q3).points:
        checking.answer(ws, key, Q3, point.key, "已核实，属实")
    reviewing.submit(ws, key, Q3)
    return key


def code_of(act) -> str:
    with pytest.raises(UserError) as caught:
        act()
    assert speaker("zh_CN").error(caught.value)
    assert speaker("en").error(caught.value)
    return caught.value.code


def record(ws: Workspace, value: str):
    item = plan(ws).indicators[0]
    return recording.record_actual(ws, item.id, 3, Actual(value))


def test_that_a_quarter_goes_from_draft_over_return_to_approval_and_the_history_tells_it(office) -> None:
    key = submitted(office)
    assert reviewing.review(office, key, Q3).state is ReviewState.SUBMITTED
    as_head(office)
    reviewing.send_back(office, key, Q3, "凭证不符")
    as_lead(office)
    record(office, "11")
    submitted(office)
    as_head(office)
    reviewing.approve(office, [(key, Q3)])
    told = [(event.act, event.person, event.reason) for event in reviewing.events(office, key, Q3)]
    assert told == [
        (ReviewAct.SUBMIT, "甲负责人", ""),
        (ReviewAct.RETURN, "党建办负责人", "凭证不符"),
        (ReviewAct.SUBMIT, "甲负责人", ""),
        (ReviewAct.APPROVE, "党建办负责人", ""),
    ]
    commands = [entry.command for entry in office.journal(entity="review")]
    assert commands == ["review_submit", "review_return", "review_submit", "review_approve"]
    assert {entry.reason for entry in office.journal(entity="review") if entry.command == "review_return"} == {
        "凭证不符"
    }
    assert office.verify() == []


def test_that_what_is_submitted_or_approved_cannot_change_until_it_comes_back(office) -> None:
    key = submitted(office)
    assert code_of(lambda: record(office, "1")) == "quarter_submitted"
    reviewing.withdraw(office, key, Q3)
    assert record(office, "11")
    submitted(office)
    as_head(office)
    reviewing.approve(office, [(key, Q3)])
    as_lead(office)
    assert code_of(lambda: record(office, "1")) == "quarter_approved"
    item = plan(office).indicators[0]
    assert code_of(lambda: recording.record_deviation(office, item.id, 3, Deviation("a", "b"))) == "quarter_approved"
    assert recording.record_actual(office, item.id, 4, Actual("12"))


def test_that_undo_does_not_reach_behind_a_submission(office) -> None:
    as_lead(office)
    record(office, "11")
    submitted(office)
    assert code_of(office.history.undo) == "quarter_submitted"
    assert plan(office).indicators[0].actuals[Q3].value == "11"
    assert reviewing.review(office, plan(office).id, Q3).state is ReviewState.SUBMITTED


def test_that_a_return_needs_a_reason(office) -> None:
    key = submitted(office)
    as_head(office)
    with pytest.raises(RefusedValue):
        reviewing.send_back(office, key, Q3, "  ")


def test_that_errors_among_the_entries_block_and_warnings_ask_for_a_sentence(office) -> None:
    as_lead(office)
    key = plan(office).id
    record(office, "大约十个")
    found = checking.check(office, key, Q3)
    assert [each.code for each in found.blocking] == ["actual_unread"]
    assert code_of(lambda: reviewing.submit(office, key, Q3)) == "submit_blocked"
    recording.record_actual(office, plan(office).indicators[0].id, 3, None)
    found = checking.check(office, key, Q3)
    assert "value_missing" in {point.finding.code for point in found.unanswered}
    assert code_of(lambda: reviewing.submit(office, key, Q3)) == "submit_unanswered"
    with pytest.raises(RefusedValue):
        checking.answer(office, key, Q3, found.points[0].key, "无")
    for point in found.points:
        checking.answer(office, key, Q3, point.key, "四季度集中开展")
    assert checking.check(office, key, Q3).ready
    reviewing.submit(office, key, Q3)


@pytest.mark.parametrize("levels", [1, 2])
def test_that_an_office_decides_whether_the_officer_approves_too(office, levels) -> None:
    as_officer(office)
    settings.set_approval_levels(office, levels)
    key = submitted(office)
    as_officer(office)
    assert code_of(lambda: reviewing.approve(office, [(key, Q3)])) == "not_allowed"
    as_head(office)
    reviewing.approve(office, [(key, Q3)])
    if levels == 2:
        assert reviewing.review(office, key, Q3).state is ReviewState.SUBMITTED
        assert code_of(lambda: reviewing.approve(office, [(key, Q3)])) == "not_allowed"
        as_officer(office)
        reviewing.approve(office, [(key, Q3)])
    assert reviewing.review(office, key, Q3).state is ReviewState.APPROVED


def test_that_a_head_reaches_the_own_section_only_and_nobody_approves_what_they_submitted(office) -> None:
    key = submitted(office, "乙")
    as_head(office, "党建办")
    assert code_of(lambda: reviewing.approve(office, [(key, Q3)])) == "not_allowed"
    assert code_of(lambda: reviewing.send_back(office, key, Q3, "x")) == "not_allowed"
    office.act_as(Actor("甲负责人", Role.HEAD, None))
    assert code_of(lambda: reviewing.approve(office, [(key, Q3)])) == "own_submission"
    as_head(office, None)
    assert reviewing.approve(office, [(key, Q3)])


def test_that_many_are_approved_together_or_none(office) -> None:
    first = submitted(office, "甲")
    as_head(office, None)
    second = plan(office, "乙").id
    assert code_of(lambda: reviewing.approve(office, [(first, Q3), (second, Q3)])) == "review_not_now"
    assert reviewing.review(office, first, Q3).state is ReviewState.SUBMITTED
    submitted(office, "乙")
    as_head(office, None)
    reviewing.approve(office, [(first, Q3), (second, Q3)])
    assert {each.state for each in office.reviews(2024).values()} == {ReviewState.APPROVED}


def test_that_a_difference_adds_up_to_the_change_of_the_total(office) -> None:
    key = submitted(office)
    first = reviewing.since_last(office, key, Q3)
    assert first.first
    assert first.effect == first.now.total - first.before.total == first.now.total
    as_head(office)
    reviewing.send_back(office, key, Q3, "请核对")
    as_lead(office)
    record(office, "9")
    recording.record_executed(office, plan(office).funds[0].id, 3, Decimal(60))
    assert reviewing.changed_since_submission(office, key, Q3) == {plan(office).indicators[0].id}
    submitted(office)
    found = reviewing.since_last(office, key, Q3)
    assert [line.changed for line in found.lines] == [True]
    assert found.lines[0].effect == Decimal("-22.50")
    assert found.spending_changed
    assert sum((line.effect for line in found.lines), found.spending_effect) == found.effect
    assert (found.lines[0].actual_before, found.lines[0].actual_now) == (Actual("12"), Actual("9"))


def test_that_reading_marks_belong_to_a_reviewer_and_a_submission(office) -> None:
    key = submitted(office)
    item = plan(office).indicators[0].id
    as_head(office)
    reviewing.mark_read(office, key, Q3, [item])
    assert reviewing.read_marks(office, key, Q3) == {item}
    as_officer(office)
    assert reviewing.read_marks(office, key, Q3) == frozenset()
    as_head(office)
    reviewing.mark_read(office, key, Q3, [item], read=False)
    assert reviewing.read_marks(office, key, Q3) == frozenset()
    reviewing.mark_read(office, key, Q3, [item])
    reviewing.send_back(office, key, Q3, "再看")
    submitted(office)
    as_head(office)
    assert reviewing.read_marks(office, key, Q3) == frozenset()


def test_that_a_quarter_is_locked_only_when_all_is_approved_and_then_nothing_changes(office) -> None:
    as_officer(office)
    assert code_of(lambda: locking.lock(office, 2024, Q3, "季度结束")) == "lock_not_yet"
    for name in ("甲", "乙"):
        key = submitted(office, name)
        as_head(office, None)
        reviewing.approve(office, [(key, Q3)])
    assert code_of(lambda: locking.lock(office, 2024, Q3, "季度结束")) == "not_allowed"
    as_officer(office)
    locking.lock(office, 2024, Q3, "季度结束")
    assert office.locks(2024) == {Q3: "季度结束"}
    assert code_of(lambda: locking.lock(office, 2024, Q3, "再锁")) == "lock_already"
    assert code_of(lambda: reviewing.send_back(office, plan(office).id, Q3, "x")) == "quarter_locked"
    assert reviewing.allowed_acts(office, plan(office), Q3) == frozenset()
    locking.unlock(office, 2024, Q3, "补报一项")
    assert code_of(lambda: locking.unlock(office, 2024, Q3, "再解")) == "lock_missing"
    reasons = [entry.reason for entry in office.journal(entity="quarter_lock")]
    assert reasons == ["季度结束", "补报一项"]


def test_that_work_lists_say_who_waits_for_whom_and_the_late_can_be_sent_as_text(office) -> None:
    as_officer(office)
    settings.set_due_date(office, 2024, 3, PlanKind.PROJECT, DueDate(date(2024, 10, 11), 1))
    submitted(office, "甲")
    today = date(2024, 10, 14)
    as_lead(office, "乙")
    lists = worklists.work_lists(office, 2024, Q3, today)
    assert [(item.plan.name, item.late, item.mine) for item in lists.to_report] == [("乙", 3, True)]
    assert [(item.plan.name, item.mine) for item in lists.to_review] == [("甲", False)]
    as_head(office)
    assert worklists.work_lists(office, 2024, Q3, today).waiting_for_me == (0, 1)
    text = worklists.overdue_text(lists, speaker("zh_CN"))
    assert text.splitlines()[1] == "1. 乙（社会事务办），应于 2024-10-11 前提交，已逾期 3 天，已填齐，未提交"
    assert worklists.overdue_text(worklists.work_lists(office, 2024, Q3, date(2024, 10, 12)), speaker("en")) == ""


def test_that_files_that_came_since_the_last_submission_are_named(office) -> None:
    def add(name: str, *, whole: bool = False):
        owner = Owner(key, plan(office).indicators[0].id, None if whole else Q3)
        evidence.add(office, owner, [Kept(name, "0" * 64, 3)], EvidenceKind.FORMAL)

    key = plan(office).id
    as_lead(office)
    add("第一份.pdf")
    submitted(office)
    item = plan(office).indicators[0].id
    assert reviewing.new_files(office, key, Q3) == {item: ("第一份.pdf",)}
    as_head(office)
    reviewing.send_back(office, key, Q3, "换一份清楚的")
    as_lead(office)
    assert reviewing.new_files(office, key, Q3) == {}
    evidence.remove(office, [each.id for each in evidence.of_plan(office, key)])
    assert reviewing.changed_since_submission(office, key, Q3) == {item}
    add("第二份.pdf")
    assert reviewing.changed_since_submission(office, key, Q3) == {item}
    submitted(office)
    add("全年.pdf", whole=True)
    assert reviewing.new_files(office, key, Q3) == {item: ("第二份.pdf",)}
    assert reviewing.new_files(office, key, Quarter.Q4) == {item: ("全年.pdf",)}


def test_that_comments_stay_with_who_said_them(office) -> None:
    key = submitted(office)
    as_head(office)
    commenting.comment(office, key, Q3, "请附凭证", plan(office).indicators[0].id)
    (said,) = commenting.comments(office, key)
    assert (said.person, said.words, said.quarter) == ("党建办负责人", "请附凭证", Q3)
    as_lead(office)
    assert code_of(lambda: commenting.remove_comment(office, said.id)) == "comment_of_another"
    with pytest.raises(RefusedValue):
        commenting.comment(office, key, Q3, " ")
    as_head(office)
    commenting.remove_comment(office, said.id)
    assert commenting.comments(office, key) == ()


def test_that_a_corrective_action_is_asked_done_and_closed(office) -> None:
    key = plan(office).id
    as_head(office)
    correcting.ask(office, key, Q3, "补齐凭证", owner="项目负责人", due=date(2024, 11, 1))
    (asked,) = correcting.corrections(office, 2024)
    assert (asked.state, asked.raised_by, asked.due) == (ActionState.OPEN, "党建办负责人", date(2024, 11, 1))
    assert code_of(lambda: correcting.close(office, asked)) == "correction_not_now"
    as_lead(office)
    correcting.mend(office, asked, "已补 3 份")
    as_head(office)
    (done,) = correcting.corrections(office, 2024)
    correcting.reopen(office, done)
    as_lead(office)
    correcting.mend(office, correcting.corrections(office, 2024)[0], "又补 1 份")
    as_head(office)
    correcting.close(office, correcting.corrections(office, 2024)[0])
    (closed,) = correcting.corrections(office, 2024)
    assert (closed.state, closed.outcome) == (ActionState.CLOSED, "又补 1 份")
    assert closed.closed


def test_that_whose_a_corrective_action_is_says_the_file_and_not_the_caller(office) -> None:
    as_head(office)
    correcting.ask(office, plan(office).id, Q3, "补齐凭证", owner="甲负责人", due=None)
    (asked,) = correcting.corrections(office, 2024)
    as_lead(office, "乙")
    mine = replace(asked, plan_id=plan(office, "乙").id)
    assert code_of(lambda: correcting.mend(office, mine, "已补")) == "not_allowed"
    as_lead(office)
    correcting.mend(office, replace(asked, words="不用补", owner="别人"), "已补")
    (done,) = correcting.corrections(office, 2024)
    assert (done.words, done.owner, done.state) == ("补齐凭证", "甲负责人", ActionState.DONE)
    as_head(office, "社会事务办")
    elsewhere = replace(done, plan_id=plan(office, "乙").id)
    assert code_of(lambda: correcting.close(office, elsewhere)) == "not_allowed"
    assert code_of(lambda: correcting.reopen(office, elsewhere)) == "not_allowed"
    assert correcting.corrections(office, 2024) == (done,)


def test_that_a_remark_is_taken_back_only_where_its_plan_may_be_remarked_on(office) -> None:
    as_head(office)
    commenting.comment(office, plan(office).id, Q3, "请附凭证")
    (said,) = commenting.comments(office, plan(office).id)
    office.act_as(Actor("党建办负责人", Role.HEAD, "社会事务办"))
    assert code_of(lambda: commenting.remove_comment(office, said.id)) == "not_allowed"
    assert code_of(lambda: commenting.remove_comment(office, "gone")) == "comment_gone"
    assert commenting.comments(office, plan(office).id) == (said,)


def test_that_what_is_said_of_an_indicator_belongs_to_its_own_plan(office) -> None:
    as_officer(office)
    strange = plan(office, "乙").indicators[0].id
    key = plan(office).id
    assert code_of(lambda: commenting.comment(office, key, Q3, "请核对", strange)) == "indicator_gone"
    ask = lambda: correcting.ask(office, key, Q3, "补", owner="", due=None, indicator_id=strange)  # noqa: E731
    assert code_of(ask) == "indicator_gone"


def test_that_nobody_signed_in_may_only_read(office) -> None:
    office.act_as(None)
    assert code_of(lambda: record(office, "1")) == "sign_in_first"
    assert reviewing.since_last(office, plan(office).id, Q3).first


def test_that_a_file_without_people_is_not_divided(tmp_path) -> None:
    with Workspace.create(tmp_path / "k.perftrack", DEPARTMENT, clock=TickingClock()) as ws:
        assert ws.actor is KEEPER
        import_package(ws, make_package(make_plan(), department=DEPARTMENT.name))
        assert set(reviewing.allowed_acts(ws, ws.plans(2024)[0], Q3)) == {ReviewAct.SUBMIT}
