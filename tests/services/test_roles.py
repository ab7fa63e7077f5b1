"""Nothing can be reached by a role that may not: every command, every role, own plans and those of others.

The commands are found in the source; :mod:`tests.services.role_cases` has a line for each.
"""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from perftrack.domain.access import Act
from perftrack.domain.people import Person
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.terms import Role
from perftrack.errors import UserError
from perftrack.services import people, recording, reviewing, settings
from perftrack.services.exporting.sheets import export_sheets
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.people import CHIEF, HEAD, LEAD, OFFICER, OTHER_LEAD, VIEWER, become, person
from tests.persistence.office import DEPARTMENT, TickingClock, project
from tests.services.commands import all_commands, all_exports
from tests.services.role_cases import CASES, EXPORTS, may
from tests.services.role_office import YEAR, make_role_office

#: How a command says no to somebody who may not.
REFUSALS = {"not_allowed", "sign_in_first"}
EVERYBODY = (LEAD, OTHER_LEAD, HEAD, CHIEF, OFFICER, VIEWER, None)


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Path:
    """A divided office in which every command has something to act on."""
    path = tmp_path_factory.mktemp("roles") / "office.perftrack"
    make_role_office(path)
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
    found = all_exports()
    assert found >= {"exporting.sheets.export_sheets", "exporting.package.write_package"}
    assert found - EXPORTS.keys() == set(), "exports without a line in EXPORTS"
    assert EXPORTS.keys() - found == set(), "lines in EXPORTS without an export"


@pytest.mark.parametrize("name", EVERYBODY, ids=str)
@pytest.mark.parametrize("command", CASES)
def test_that_a_command_does_what_the_role_may_and_nothing_else(office, tmp_path, command, name) -> None:
    case = CASES[command]
    with opened(office, tmp_path, name) as ws:
        for plan in ws.plans(YEAR):
            allowed = may(ws, case, plan)
            before = head_of(ws)
            refused = ""
            try:
                case.call(ws, plan)
            except UserError as error:
                refused = error.code
            if allowed:
                assert refused not in REFUSALS, (command, name, plan.name)
                assert head_of(ws) >= before
            else:
                assert refused == ("sign_in_first" if name is None else "not_allowed"), (command, name, plan.name)
                assert head_of(ws) == before


@pytest.mark.parametrize("command", CASES)
def test_that_a_command_reaches_the_file_for_at_least_one_role(office, tmp_path, command) -> None:
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
    assert written


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


@pytest.mark.parametrize("name", EVERYBODY, ids=str)
@pytest.mark.parametrize("command", EXPORTS)
def test_that_files_are_written_by_those_who_export_and_by_nobody_else(office, tmp_path, command, name) -> None:
    case = EXPORTS[command]
    with opened(office, tmp_path, name) as ws:
        before = head_of(ws)
        for plan in ws.plans(YEAR):
            there = set(tmp_path.rglob("*"))
            if may(ws, case, plan):
                case.call(ws, plan)
                assert set(tmp_path.rglob("*")) > there or case.about == "every plan"
            else:
                with pytest.raises(UserError) as refused:
                    case.call(ws, plan)
                assert refused.value.code == ("sign_in_first" if name is None else "not_allowed")
                assert set(tmp_path.rglob("*")) == there
        assert head_of(ws) == before


def test_that_all_sheets_of_a_year_are_written_only_by_those_who_may_export_each(office, tmp_path) -> None:
    for name in EVERYBODY:
        folder = tmp_path / str(name)
        folder.mkdir()
        with opened(office, folder, name) as ws:
            wish = {"year": YEAR, "kinds": ["targets"], "out": folder / "sheets"}
            if name in (CHIEF, OFFICER):
                assert len(export_sheets(ws, **wish)) == len(ws.plans(YEAR))
                continue
            with pytest.raises(UserError) as refused:
                export_sheets(ws, **wish)
            assert refused.value.code in REFUSALS
            assert not (folder / "sheets").exists()


@pytest.mark.parametrize(("name", "rows"), [(LEAD, {"actual"}), (OFFICER, {"unit"})])
def test_that_what_was_done_in_another_role_is_not_taken_back(office, tmp_path, name, rows) -> None:
    with opened(office, tmp_path, name) as ws:
        plan = next(plan for plan in ws.plans(YEAR) if ws.actor.may(Act.ENTER, plan.id, plan.section))
        CASES["unit_setup.add_units" if name == OFFICER else "recording.record_actual"].call(ws, plan)
        with Workspace.open(ws.path, clock=TickingClock()) as elsewhere:
            become(elsewhere, OFFICER)
            people.add_person(elsewhere, Person("另一绩效管理员", Role.OFFICER))
            people.change_person(elsewhere, replace(person(elsewhere, name), role=Role.VIEWER))
        ws.forget()
        with pytest.raises(UserError) as refused:
            ws.history.undo()
        assert refused.value.code == "not_allowed"
        assert {entry.command for entry in ws.journal() if entry.entity in rows} & {"undo"} == set()


def test_that_the_second_approval_is_the_officers(office, tmp_path) -> None:
    with opened(office, tmp_path, OFFICER) as ws:
        settings.set_approval_levels(ws, 2)
        people.add_person(ws, Person("另一绩效管理员", Role.OFFICER))
        for plan in ws.plans(YEAR):
            become(ws, CHIEF)
            reviewing.approve(ws, [(plan.id, Quarter.Q2)])
            for name in (LEAD, OTHER_LEAD, HEAD, CHIEF, VIEWER):
                become(ws, name)
                with pytest.raises(UserError) as refused:
                    reviewing.approve(ws, [(plan.id, Quarter.Q2)])
                assert refused.value.code == "not_allowed"
            ws.act_as(None)
            with pytest.raises(UserError) as refused:
                reviewing.approve(ws, [(plan.id, Quarter.Q2)])
            assert refused.value.code == "sign_in_first"
            become(ws, OFFICER)
            with pytest.raises(UserError) as refused:
                reviewing.approve(ws, [(plan.id, Quarter.Q2)])
            assert refused.value.code == "own_submission"
            become(ws, "另一绩效管理员")
            assert reviewing.approve(ws, [(plan.id, Quarter.Q2)])
