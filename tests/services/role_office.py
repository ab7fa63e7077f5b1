"""A divided office in which every command of the services has something to act on, for tests of who may use it.

Of each quarter there is another state: the first is approved, the second submitted, the third a draft, the fourth
approved and locked. The last plan fell away.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from perftrack.domain.access import KEEPER
from perftrack.domain.evidence import Kept, Owner
from perftrack.domain.people import Person
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.surveys import Survey
from perftrack.domain.terms import Across, EvidenceKind, PlanKind, Role
from perftrack.services import (
    checking,
    commenting,
    correcting,
    evidence,
    exclusion,
    linking,
    locking,
    people,
    reviewing,
    surveys,
    unit_setup,
)
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.people import OFFICER, become, divide, person
from tests.persistence.office import DEPARTMENT, TickingClock, project

YEAR = 2024
#: Somebody who can no longer sign in, and had a password.
FORMER = "原查阅人员"
#: A plan of the year before, with two indicators for each plan that may be linked to them.
BEFORE = "往年项目"
UNITS = "社区"
KEPT = Kept("通知.pdf", "0" * 64, 3)


def make_role_office(path: Path) -> None:
    """The office: the lead's own plan, one of the head's section, one of another section."""
    plans = [
        replace(project("部门整体", 4), kind=PlanKind.DEPARTMENT, section=None),
        project("项目甲", 4),
        replace(project("项目乙", 4), section="社会事务办公室"),
    ]
    with Workspace.create(path, DEPARTMENT, clock=TickingClock()) as ws:
        store_plans(ws, None, [*plans, project(BEFORE, 6, YEAR - 1)], [])
        ws.act_as(replace(KEEPER, name=OFFICER))  # so that remarks are the officer's own
        unit_setup.add_units(ws, UNITS, ["1号社区", "2号社区"])
        for plan in ws.plans(YEAR):
            _fill(ws, plan)
            linking.link(ws, plan.indicators[1].id, earlier_indicator(ws, plan))
        for plan in ws.plans(YEAR):
            _hand_in(ws, plan)
        reviewing.approve(ws, [(plan.id, quarter) for plan in ws.plans(YEAR) for quarter in (Quarter.Q1, Quarter.Q4)])
        locking.lock(ws, YEAR, Quarter.Q4, "年度汇总完成")
        exclusion.drop_plan(ws, ws.plans(YEAR)[-1].id, "项目取消")
        ws.act_as(None)
        divide(ws, YEAR, "党政办公室")
        become(ws, OFFICER)
        people.add_person(ws, Person(FORMER, Role.VIEWER))
        people.set_password(ws, person(ws, FORMER).id, "雨后 彩虹")
        people.deactivate_person(ws, person(ws, FORMER).id)
        people.sign_out(ws)


def earlier_indicator(ws: Workspace, plan: Plan, *, other: bool = False) -> str:
    """The indicator of the year before that one of the plan's is linked to, or ``other`` that is free."""
    place = [each.id for each in ws.plans(YEAR)].index(plan.id)
    return ws.plans(YEAR - 1)[0].indicators[2 * place + other].id


def _fill(ws: Workspace, plan: Plan) -> None:
    counted, _, broken, excluded = plan.indicators
    unit_setup.set_breakdown(ws, broken.id, UNITS, Across.SUM)
    evidence.add(ws, Owner(plan.id, counted.id, Quarter.Q3), [KEPT], EvidenceKind.WORKING)
    surveys.record(ws, counted.id, 3, Survey(120, 100, 96))
    exclusion.exclude_indicator(ws, excluded.id, "任务取消")
    commenting.comment(ws, plan.id, Quarter.Q3, "请核对")
    for words in ("补齐凭证", "更正口径"):
        correcting.ask(ws, plan.id, Quarter.Q3, words, owner="项目负责人", due=date(2024, 10, 20))
    correcting.mend(ws, correcting.corrections(ws, YEAR)[-1], "已更正")


def _hand_in(ws: Workspace, plan: Plan) -> None:
    """Every warning gets its sentence; the third quarter is ready to be submitted and is not."""
    for quarter in Quarter:
        for point in checking.check(ws, plan.id, quarter).unanswered:
            checking.answer(ws, plan.id, quarter, point.key, "已核实，属实")
        if quarter is not Quarter.Q3:
            reviewing.submit(ws, plan.id, quarter)
