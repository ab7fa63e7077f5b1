"""Storing whole plans as one journalled, undoable step."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.plans import Department
from perftrack.domain.terms import PlanKind
from perftrack.errors import UserError
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.persistence.office import DEPARTMENT, bare, open_office, plans, project, sql


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace
        assert workspace.verify() == []


def entries(workspace: Workspace) -> int:
    count: int = sql(workspace.path, "SELECT count(*) FROM journal")[0][0]
    return count


def test_that_new_plans_come_behind_those_of_their_year(office: Workspace) -> None:
    changes = store_plans(office, None, [project("项目丙"), project("项目甲", year=2025), project("项目丁")], [])
    assert changes.structure
    assert changes.years == {2024, 2025}
    assert len(changes.plans) == 3
    assert changes.label == ("import", {"count": 3})
    assert [plan.name for plan in office.plans(2024)] == ["部门整体", "项目甲", "项目乙", "项目丙", "项目丁"]


def test_that_a_plan_in_the_file_is_refused_and_nothing_stored(office: Workspace) -> None:
    count = entries(office)
    with pytest.raises(UserError) as caught:
        store_plans(office, None, [project("项目丙"), project("项目甲")], [])
    assert caught.value.code == "plan_exists"
    assert caught.value.arguments == {"year": 2024, "kind": "project", "name": "项目甲"}
    assert entries(office) == count


def test_that_a_named_plan_is_replaced_whole_in_its_place(office: Workspace) -> None:
    before = office.plans(2024)
    fresh = replace(project("项目甲", 7), goal="新目标", funds=(), execution_weight=Decimal(0))
    changes = store_plans(office, None, [fresh], [], replace=frozenset({(2024, PlanKind.PROJECT, "项目甲")}))
    assert changes.plans == {before[1].id}
    after = office.plans(2024)
    assert [plan.id for plan in after] == [plan.id for plan in before]
    assert bare(after[1]) == fresh
    assert after[0] == before[0]
    assert after[2] == before[2]


def test_that_replace_may_name_plans_the_file_lacks(office: Workspace) -> None:
    name = (2024, "project", "项目丙")
    assert store_plans(office, None, [project("项目丙")], [], replace=frozenset({name}))


def test_that_ids_of_given_plans_are_ignored(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    store_plans(office, None, [replace(plan, year=2025)], [])
    (copied,) = office.plans(2025)
    assert bare(copied) == bare(replace(plan, year=2025))
    assert copied.id != plan.id


def test_that_a_plan_that_names_a_pack_pins_its_year(office: Workspace) -> None:
    assert office.pin(2024) == "national-2021"
    own = {"id": "own", "version": 2, "scoring": {"ceiling_overrun": "linear"}}
    store_plans(office, None, [replace(project("项目甲", year=2025), pack="own"), project("项目乙", year=2025)], [own])
    assert office.pin(2025) == "own"
    assert office.own_packs() == (own,)
    assert sql(office.path, "SELECT pack_version FROM fiscal_year WHERE year = 2025") == [("2",)]
    assert [plan.pack for plan in office.plans(2025)] == ["own", None]


def test_that_a_plan_without_a_pack_leaves_the_pin(office: Workspace) -> None:
    store_plans(office, None, [project("项目丙")], [])
    assert office.pin(2024) == "national-2021"


def test_that_a_pack_sent_twice_is_stored_once(office: Workspace) -> None:
    own = {"id": "own", "version": "1"}
    store_plans(office, None, [project("项目丙")], [own])
    store_plans(office, None, [project("项目丁")], [own, {"id": "own", "version": "2"}])
    assert [pack["version"] for pack in office.own_packs()] == ["1", "2"]


def test_that_missing_sections_are_added_and_none_taken(office: Workspace) -> None:
    store_plans(office, Department(DEPARTMENT.name, ("人民武装部", "党政办公室")), [], [])
    assert office.department().sections == ("党政办公室", "社会事务办公室", "人民武装部")


def test_that_plans_of_another_department_are_refused(office: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        store_plans(office, Department("别的街道"), [project("项目丙")], [])
    assert caught.value.code == "department_differs"
    assert len(office.plans(2024)) == 3


def test_that_storing_the_same_department_alone_changes_nothing(office: Workspace) -> None:
    assert not store_plans(office, DEPARTMENT, [], [])
    assert office.history.next_undo == ("import", {"count": 3})


def test_that_a_closed_year_takes_no_plans(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        sql(workspace.path, "UPDATE fiscal_year SET closed = 1")
        with pytest.raises(UserError) as caught:
            store_plans(workspace, None, [project("项目丙")], [])
        assert caught.value.code == "year_closed"


def test_that_everything_of_a_package_is_one_command(office: Workspace) -> None:
    assert sql(office.path, "SELECT count(DISTINCT command_id) FROM journal WHERE command = 'import'") == [(1,)]
    assert [bare(plan) for plan in office.plans(2024)] == plans()
