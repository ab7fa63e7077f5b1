"""Criteria are set by whoever sets up, read by plan, and demanded of a pick."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.access import Actor
from perftrack.domain.plans import Actual
from perftrack.domain.terms import Grade, Role
from perftrack.errors import RefusedValue, UserError
from perftrack.services import reporting, rubrics
from perftrack.services.workspace import Workspace
from tests.persistence.office import open_office, sql


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace
        assert workspace.verify() == []


def test_that_criteria_are_stored_whole_and_undone_whole(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    item = plan.indicators[0]
    changes = rubrics.set_rubric(
        office, item.id, {Grade.MET: " 全部\n按期 ", Grade.UNMET: "少于九个", Grade.PARTLY: ""}
    )
    assert changes.topics == {"rubrics"}
    assert changes.indicators == {item.id}
    assert rubrics.of_plan(office, plan.id) == {item.id: {Grade.MET: "全部\n按期", Grade.UNMET: "少于九个"}}
    assert reporting.with_criteria(office, 2024) == {item.id}
    rubrics.set_rubric(office, item.id, {Grade.MET: "另一个"})
    assert rubrics.of_plan(office, plan.id)[item.id] == {Grade.MET: "另一个"}
    office.history.undo()
    assert rubrics.of_plan(office, plan.id)[item.id] == {Grade.MET: "全部\n按期", Grade.UNMET: "少于九个"}
    assert not rubrics.set_rubric(office, item.id, rubrics.of_plan(office, plan.id)[item.id])


@pytest.mark.parametrize("role", [Role.LEAD, Role.HEAD, Role.VIEWER])
def test_that_others_than_the_officer_may_not_set_criteria(office: Workspace, role: Role) -> None:
    plan = office.plans(2024)[1]
    office.act_as(Actor("某岗", role, None, frozenset({plan.id})))
    with pytest.raises(UserError) as caught:
        rubrics.set_rubric(office, plan.indicators[0].id, {Grade.MET: "x"})
    assert caught.value.code == "not_allowed"
    office.act_as(Actor("绩效岗", Role.OFFICER))
    assert rubrics.set_rubric(office, plan.indicators[0].id, {Grade.MET: "x"})


def test_that_a_closed_year_keeps_its_criteria(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        item = workspace.plans(2024)[1].indicators[0]
        sql(workspace.path, "UPDATE fiscal_year SET closed = 1")
        with pytest.raises(UserError) as caught:
            rubrics.set_rubric(workspace, item.id, {Grade.MET: "x"})
        assert caught.value.code == "year_closed"


def test_that_an_indicator_that_is_gone_is_named(office: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        rubrics.set_rubric(office, "gone", {Grade.MET: "x"})
    assert caught.value.code == "indicator_gone"


def test_that_a_pick_without_its_sentence_is_refused_with_what_stays(office: Workspace) -> None:
    pack = reporting.pack_for(office, 2024)
    pick = Actual(grade=Grade.PARTLY, share=Decimal(75))
    with pytest.raises(RefusedValue) as caught:
        rubrics.demand_sentence(pick, Actual(grade=Grade.MET), {}, pack)
    assert caught.value.arguments == {"typed": "部分达成 75%", "kept": "达成"}
    rubrics.demand_sentence(None, pick, {Grade.MET: "x"}, pack)
    rubrics.demand_sentence(Actual(grade=Grade.PARTLY), None, {}, pack)
