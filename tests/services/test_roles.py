"""Nothing can be reached by a role that may not: every command, every role, own plans and those of others.

A new command gets one line in :data:`CASES`: which act it is, how it is called, and whether it is about one plan. What
is expected follows from the roles' rules (:data:`perftrack.domain.access.ACTS`), not from the line.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.access import Act
from perftrack.domain.duedates import DueDate
from perftrack.domain.people import Person
from perftrack.domain.plans import Actual, Deviation, Plan
from perftrack.domain.terms import PlanKind, Role
from perftrack.errors import UserError
from perftrack.services import people, recording, settings
from perftrack.services.importing.package import import_package
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.factories import make_package, make_plan
from tests.people import CHIEF, HEAD, LEAD, OFFICER, OTHER_LEAD, VIEWER, become, divide, person
from tests.persistence.office import DEPARTMENT, TickingClock, project
from tests.services.commands import all_commands

YEAR = 2024
#: How a command says no to somebody who may not.
REFUSALS = {"not_allowed", "sign_in_first"}
EVERYBODY = (LEAD, OTHER_LEAD, HEAD, CHIEF, OFFICER, VIEWER, None)


@dataclass(frozen=True)
class Case:
    """The act a command is, how to call it for a plan, and whether its permission is about that plan."""

    act: Act
    call: Callable[[Workspace, Plan], object]
    of_plan: bool = True


def _import(ws: Workspace, plan: Plan) -> object:
    source = ws.path.with_suffix(".json")
    package = make_package(make_plan(f"新项目{plan.name}"), department=DEPARTMENT.name)
    source.write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")
    return import_package(ws, source)


def _other(ws: Workspace) -> str:
    return person(ws, VIEWER if ws.actor.name != VIEWER else CHIEF).id


#: Every command there is. Set-up commands are about the file, so ``of_plan`` is False for them.
CASES = {
    "recording.record_actual": Case(
        Act.ENTER, lambda ws, plan: recording.record_actual(ws, plan.indicators[0].id, 3, Actual("7"))
    ),
    "recording.record_deviation": Case(
        Act.ENTER, lambda ws, plan: recording.record_deviation(ws, plan.indicators[0].id, 3, Deviation("因", "措施"))
    ),
    "recording.record_executed": Case(
        Act.ENTER, lambda ws, plan: recording.record_executed(ws, plan.funds[0].id, 3, Decimal("31"))
    ),
    "recording.record_revised": Case(
        Act.ENTER, lambda ws, plan: recording.record_revised(ws, plan.funds[0].id, Decimal("117"))
    ),
    "recording.record_block": Case(
        Act.ENTER,
        lambda ws, plan: recording.record_block(ws, [recording.ActualEntry(plan.indicators[1].id, 4, Actual("8"))]),
    ),
    "storing.store_plans": Case(
        Act.SET_UP, lambda ws, plan: store_plans(ws, None, [replace(plan, name=f"{plan.name}二")], []), of_plan=False
    ),
    "importing.package.import_package": Case(Act.SET_UP, _import, of_plan=False),
    "settings.set_approval_levels": Case(
        Act.SET_UP, lambda ws, _: settings.set_approval_levels(ws, 3 - settings.approval_levels(ws)), of_plan=False
    ),
    "settings.set_due_date": Case(
        Act.SET_UP,
        lambda ws, _: settings.set_due_date(ws, YEAR, 3, PlanKind.PROJECT, DueDate(ws.now().date())),
        of_plan=False,
    ),
    "people.add_person": Case(
        Act.SET_UP, lambda ws, plan: people.add_person(ws, Person(f"新人{plan.name}", Role.VIEWER)), of_plan=False
    ),
    "people.change_person": Case(
        Act.SET_UP,
        lambda ws, plan: people.change_person(ws, replace(person(ws, VIEWER), os_user=plan.name)),
        of_plan=False,
    ),
    "people.assign_plans": Case(
        Act.SET_UP, lambda ws, plan: people.assign_plans(ws, person(ws, LEAD).id, {plan.id}), of_plan=False
    ),
    "people.deactivate_person": Case(
        Act.SET_UP, lambda ws, _: people.deactivate_person(ws, _other(ws)), of_plan=False
    ),
    "people.reactivate_person": Case(
        Act.SET_UP, lambda ws, _: people.reactivate_person(ws, _other(ws)), of_plan=False
    ),
    "people.set_password": Case(
        Act.SET_UP, lambda ws, plan: people.set_password(ws, _other(ws), plan.name), of_plan=False
    ),
    "people.clear_password": Case(Act.SET_UP, lambda ws, _: people.clear_password(ws, _other(ws)), of_plan=False),
}  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Path:
    """A divided office whose plans are: the lead's own, one of the head's section, one of another section."""
    path = tmp_path_factory.mktemp("roles") / "office.perftrack"
    plans = [
        replace(project("部门整体"), kind=PlanKind.DEPARTMENT, section=None),
        project("项目甲"),
        replace(project("项目乙"), section="社会事务办公室"),
    ]
    with Workspace.create(path, DEPARTMENT, clock=TickingClock()) as ws:
        store_plans(ws, None, plans, [])
        divide(ws, YEAR, "党政办公室")
    return path


def opened(office: Path, folder: Path, name: str | None) -> Workspace:
    """A copy of the office with ``name`` signed in, None for nobody."""
    ws = Workspace.open(shutil.copy(office, folder / "office.perftrack"), clock=TickingClock())
    if name is not None:
        become(ws, name)
    return ws


def head_of(ws: Workspace) -> int:
    """How long the journal is."""
    return len(ws.journal())


def test_that_every_command_says_in_the_table_who_may_use_it() -> None:
    found = all_commands()
    assert found >= {"recording.record_actual", "importing.package.import_package", "people.clear_password"}
    assert found - CASES.keys() == set(), "commands without a line in CASES"
    assert CASES.keys() - found == set(), "lines in CASES without a command"


@pytest.mark.parametrize("name", EVERYBODY, ids=str)
@pytest.mark.parametrize("command", CASES)
def test_that_a_command_does_what_the_role_may_and_nothing_else(office, tmp_path, command, name) -> None:
    case = CASES[command]
    with opened(office, tmp_path, name) as ws:
        for plan in ws.plans(YEAR):
            may = ws.actor.may(case.act, plan.id, plan.section) if case.of_plan else ws.actor.may(case.act)
            before = head_of(ws)
            refused = ""
            try:
                case.call(ws, plan)
            except UserError as error:
                refused = error.code
            if may:
                assert refused not in REFUSALS, (command, name, plan.name)
                assert head_of(ws) >= before
            else:
                assert refused == ("sign_in_first" if name is None else "not_allowed"), (command, name, plan.name)
                assert head_of(ws) == before


@pytest.mark.parametrize("command", CASES)
def test_that_a_command_reaches_the_file_for_at_least_one_role(office, tmp_path, command) -> None:
    if command == "people.reactivate_person":
        pytest.skip("all are active: there is nothing to write")
    written = 0
    for name in (LEAD, OTHER_LEAD, HEAD, OFFICER):
        folder = tmp_path / name
        folder.mkdir()
        with opened(office, folder, name) as ws:
            before = head_of(ws)
            for plan in ws.plans(YEAR):
                try:
                    CASES[command].call(ws, plan)
                except UserError:
                    continue
            written += head_of(ws) - before
    assert written or command == "people.clear_password"


@pytest.mark.parametrize("name", [LEAD, HEAD, VIEWER, OFFICER])
def test_that_everybody_may_set_the_own_password(office, tmp_path, name) -> None:
    with opened(office, tmp_path, name) as ws:
        me = ws.actor.person_id
        assert people.set_password(ws, me, "雨后 彩虹")
        assert people.clear_password(ws, me, current="雨后 彩虹")


def test_that_an_undivided_file_lets_everybody_do_everything(tmp_path) -> None:
    with Workspace.create(tmp_path / "one.perftrack", DEPARTMENT, clock=TickingClock()) as ws:
        store_plans(ws, None, [project("项目甲")], [])
        assert recording.record_actual(ws, ws.plans(YEAR)[0].indicators[0].id, 3, Actual("7"))


def test_that_taking_back_is_no_way_round_the_roles(office, tmp_path) -> None:
    with opened(office, tmp_path, OFFICER) as ws:
        people.add_person(ws, Person("另一绩效管理员", Role.OFFICER))
        people.change_person(ws, replace(person(ws, OFFICER), role=Role.LEAD))
        assert ws.actor.role is Role.LEAD
        with pytest.raises(UserError) as refused:
            ws.history.undo()
        assert refused.value.code == "not_allowed"
        assert ws.actor.role is Role.LEAD
