"""The open office file, asked for domain values."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from perftrack.domain.plans import Actual, Department
from perftrack.errors import UserError
from perftrack.services import recording
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.persistence.office import DEPARTMENT, TickingClock, bare, open_office, plans, project, sql


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace


def test_that_a_new_file_has_its_department_and_nothing_else(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "new.perftrack", DEPARTMENT, clock=TickingClock()) as workspace:
        assert workspace.department() == DEPARTMENT
        assert workspace.years() == ()
        assert workspace.plans(2024) == ()
        assert workspace.pin(2024) is None
        assert workspace.own_packs() == ()
        assert not workspace.is_sample
        assert not workspace.read_only
        assert workspace.verify() == []


def test_that_the_sample_says_that_it_is_one(tmp_path: Path) -> None:
    path = tmp_path / "sample.perftrack"
    Workspace.create(path, DEPARTMENT, clock=TickingClock(), is_sample=True).close()
    with Workspace.open(path, clock=TickingClock()) as workspace:
        assert workspace.is_sample
        assert workspace.path == path


def test_that_two_files_are_told_apart(tmp_path: Path) -> None:
    with open_office(tmp_path, "a.perftrack") as one, open_office(tmp_path, "b.perftrack") as other:
        assert one.file_id != other.file_id


def test_that_plans_come_back_exactly_as_they_were_given(office: Workspace) -> None:
    with Workspace.open(office.path, clock=TickingClock()) as reopened:
        assert [bare(plan) for plan in reopened.plans(2024)] == plans()
        weight = reopened.plans(2024)[0].indicators[0].weight
        assert str(weight) == "20.50"


def test_that_every_part_has_an_id_of_its_own(office: Workspace) -> None:
    ids = [plan.id for plan in office.plans(2024)]
    ids += [part.id for plan in office.plans(2024) for part in (*plan.funds, *plan.indicators)]
    assert all(ids)
    assert len(set(ids)) == len(ids)


def test_that_plans_are_cached_until_they_change(office: Workspace) -> None:
    first, second, third = office.plans(2024)
    recording.record_actual(office, second.indicators[0].id, 2, Actual("8"))
    again = office.plans(2024)
    assert again[0] is first
    assert again[2] is third
    assert again[1] is not second
    assert office.plan(second.id) is again[1]


def test_that_years_are_ascending_and_apart(office: Workspace) -> None:
    store_plans(office, None, [project("项目甲", year=2025), project("项目甲", year=2023)], [])
    assert office.years() == (2023, 2024, 2025)
    assert [plan.year for plan in office.plans(2023)] == [2023]
    assert len(office.plans(2024)) == 3


def test_that_a_plan_of_a_year_not_asked_for_yet_is_found(office: Workspace) -> None:
    plan_id = office.plans(2024)[2].id
    with Workspace.open(office.path, clock=TickingClock()) as fresh:
        assert fresh.plan(plan_id).name == "项目乙"


def test_that_a_plan_that_is_not_there_is_said_to_be_gone(office: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        office.plan("nothing")
    assert caught.value.code == "plan_gone"


def test_that_a_project_recurs_over_years(office: Workspace) -> None:
    store_plans(office, None, [project("项目甲", year=2025)], [])
    assert sql(office.path, "SELECT count(*) FROM project") == [(2,)]
    assert sql(office.path, "SELECT count(DISTINCT project_id) FROM plan WHERE name = '项目甲'") == [(1,)]


def test_that_loading_a_year_takes_a_fixed_number_of_selects(office: Workspace) -> None:
    def selects() -> int:
        with office._database.connection() as connection:
            raw = connection.connection.driver_connection
        assert raw is not None
        seen: list[str] = []
        raw.set_trace_callback(seen.append)
        office.forget()
        office.plans(2024)
        raw.set_trace_callback(None)
        return sum(line.startswith("SELECT") for line in seen)

    few = selects()
    store_plans(office, None, [project(f"项目{number}", 5) for number in range(30)], [])
    assert selects() == few


def test_that_closing_twice_is_harmless(tmp_path: Path) -> None:
    workspace = open_office(tmp_path)
    workspace.close()
    workspace.close()


def test_that_the_office_may_have_no_sections(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "x.perftrack", Department("街道"), clock=TickingClock()) as workspace:
        assert workspace.department() == Department("街道", ())
