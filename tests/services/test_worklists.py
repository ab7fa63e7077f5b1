"""The work lists of a quarter: the same answers as plan by plan, asked of the file in a few queries."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from perftrack.domain.access import KEEPER, Actor
from perftrack.domain.duedates import DueDate
from perftrack.domain.periods import Quarter
from perftrack.domain.terms import PlanKind, ReviewAct, ReviewState, Role
from perftrack.services import bundled, checking, reviewing, settings, storing, worklists
from perftrack.services.importing.package import import_into_new
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock

Q3 = Quarter.Q3


@pytest.fixture
def office(tmp_path: Path):
    """The sample, half of it submitted, divided among people."""
    path = tmp_path / "o.perftrack"
    import_into_new(path, bundled.sample_package(), clock=TickingClock(), is_sample=True)
    with Workspace.open(path, clock=TickingClock()) as ws:
        submit_some(ws)
        with ws.writing("people") as work:
            people = [("p1", "项目负责人", "lead", None), ("p2", "科室负责人", "head", "党建办公室")]
            people += [("p3", "绩效管理员", "officer", None), ("p4", "查阅人员", "viewer", None)]
            rows = [
                (key, at, name, role, section, None, None, 1) for at, (key, name, role, section) in enumerate(people)
            ]
            work.insert("person", rows)
        ws.forget()
        yield ws


def submit_some(ws: Workspace) -> None:
    """The first half of the plans, by the lead."""
    ws.act_as(Actor("项目负责人", Role.LEAD, plans=frozenset(plan.id for plan in ws.plans(2024))))
    for plan in ws.plans(2024)[:4]:
        for point in checking.check(ws, plan.id, Q3).points:
            checking.answer(ws, plan.id, Q3, point.key, "已核实")
        reviewing.submit(ws, plan.id, Q3)
    ws.act_as(None)


def actors(ws: Workspace) -> list[Actor]:
    own = frozenset(plan.id for plan in ws.plans(2024)[::2])
    return [
        KEEPER, Actor(), Actor("查阅人员", Role.VIEWER), Actor("项目负责人", Role.LEAD, plans=own),
        Actor("科室负责人", Role.HEAD, "党建办公室"), Actor("单位负责人", Role.HEAD), Actor("绩效管理员", Role.OFFICER),
        Actor("项目负责人", Role.HEAD),
    ]  # fmt: skip


@pytest.mark.parametrize("levels", [1, 2])
def test_that_a_plan_waits_for_whom_it_may_be_decided_by(office, levels) -> None:
    office.act_as(KEEPER)
    settings.set_approval_levels(office, levels)
    for actor in actors(office):
        office.act_as(actor)
        lists = worklists.work_lists(office, 2024, Q3)
        assert {item.plan.id for item in lists.to_review if item.mine} == {
            item.plan.id
            for item in lists.to_review
            if ReviewAct.APPROVE in reviewing.allowed_acts(office, item.plan, Q3)
        }


def test_that_the_file_is_asked_as_often_for_many_plans_as_for_few(office) -> None:
    office.act_as(Actor("单位负责人", Role.HEAD))
    few = queries(office, 2024)
    office.act_as(KEEPER)
    some = office.plans(2024)[2:]
    many = [replace(plan, name=f"{plan.name}{i}", year=2031) for i in range(20) for plan in some]
    storing.store_plans(office, None, many, ())
    office.act_as(Actor("单位负责人", Role.HEAD))
    assert len(office.plans(2031)) == 80
    assert queries(office, 2031) == few


def queries(ws: Workspace, year: int) -> int:
    """How many statements one look at the lists takes, the plans being known."""
    worklists.work_lists(ws, year, Q3)
    asked: list[str] = []
    for connection in ws._database._idle:
        connection.set_trace_callback(asked.append)
    worklists.work_lists(ws, year, Q3)
    for connection in ws._database._idle:
        connection.set_trace_callback(None)
    selects = [statement for statement in asked if statement.lstrip().startswith("SELECT")]
    assert selects
    return len(selects)


def test_that_in_a_file_without_people_only_what_is_missing_or_returned_is_waited_for(tmp_path) -> None:
    path = tmp_path / "alone.perftrack"
    import_into_new(path, bundled.sample_package(), clock=TickingClock(), is_sample=True)
    with Workspace.open(path, clock=TickingClock()) as ws:
        lists = worklists.work_lists(ws, 2024, Q3)
        assert len(lists.to_report) == 6
        assert worklists.waited_for(ws, lists).waiting_for_me == (2, 0)
        complete = next(item.plan for item in lists.to_report if not item.gaps)
        for point in checking.check(ws, complete.id, Q3).points:
            checking.answer(ws, complete.id, Q3, point.key, "已核实")
        reviewing.submit(ws, complete.id, Q3)
        lists = worklists.work_lists(ws, 2024, Q3)
        assert worklists.waited_for(ws, lists).waiting_for_me == (2, 1)
        reviewing.send_back(ws, complete.id, Q3, "请核对")
        lists = worklists.work_lists(ws, 2024, Q3)
        assert worklists.waited_for(ws, lists).waiting_for_me == (3, 0)


def test_that_plans_that_fell_away_are_neither_waited_for_nor_late(office) -> None:
    office.act_as(KEEPER)
    day = settings.day_of_today(office)
    settings.set_due_date(office, 2024, 3, PlanKind.PROJECT, DueDate(date.fromordinal(day.toordinal() - 2)))
    gone = office.plans(2024)[-1]
    assert worklists.lateness(office, gone, Q3) == 2
    with office.writing("drop") as work:
        work.insert("plan_dropped", [(gone.id, "项目取消")])
    office.forget()
    lists = worklists.work_lists(office, 2024, Q3)
    everywhere = (*lists.to_report, *lists.to_review, *lists.approved)
    assert gone.id not in {item.plan.id for item in everywhere}
    assert worklists.lateness(office, office.plan(gone.id), Q3) == 0
    assert {item.late for item in lists.to_report} == {2}
    assert all(item.review.state is ReviewState.SUBMITTED for item in lists.to_review)
