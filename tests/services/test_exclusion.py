"""What falls away says why, counts nowhere, and can be taken back in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from perftrack.domain.access import Actor
from perftrack.domain.periods import Quarter
from perftrack.domain.terms import Role
from perftrack.errors import RefusedValue, UserError
from perftrack.services import exclusion, reporting
from perftrack.services.exporting.scores import scores_object, year_scores
from perftrack.services.exporting.sheets import sheet_for
from perftrack.services.messages import speaker
from perftrack.services.workspace import Workspace
from tests.persistence.office import open_office, sql


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace
        assert workspace.verify() == []


def test_that_an_indicator_is_set_aside_with_its_reason_and_taken_back_in(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    item = plan.indicators[0]
    assert exclusion.exclude_indicator(office, item.id, " 任务取消 ").indicators == {item.id}
    assert office.plan(plan.id).indicators[0].excluded == "任务取消"
    assert reporting.scorecard(office, plan.id, Quarter.Q4).scores[0].excluded
    reason = sql(office.path, "SELECT DISTINCT reason FROM journal WHERE command = 'exclude_indicator'")
    assert reason == [("任务取消",)]
    exclusion.include_indicator(office, item.id)
    assert office.plan(plan.id) == plan
    office.history.undo()
    assert office.plan(plan.id).indicators[0].excluded == "任务取消"


def test_that_a_project_that_fell_away_keeps_its_row_and_counts_nowhere(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    before = reporting.overview(office, 2024, Quarter.Q4)
    assert exclusion.drop_plan(office, plan.id, "县里统一实施").structure
    assert office.plan(plan.id).dropped == "县里统一实施"
    with Workspace.open(office.path, clock=office.now) as other:
        assert [each.dropped for each in other.plans(2024)] == [None, "县里统一实施", None]
    after = reporting.overview(office, 2024, Quarter.Q4)
    assert [row.card.plan.id for row in after.rows] == [row.card.plan.id for row in before.rows]
    assert sum(after.lights.values()) == sum(before.lights.values()) - len(plan.indicators)
    assert plan.id not in {loss.card.plan.id for loss in after.losses}
    assert after.rows[1].findings == ()
    card = after.rows[1].card
    assert all(score.excluded and score.points is None for score in card.scores)
    exclusion.restore_plan(office, plan.id)
    assert office.plan(plan.id) == plan
    office.history.undo()
    assert office.plan(plan.id).dropped == "县里统一实施"


def test_that_sheets_and_scores_of_a_dropped_project_say_so(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    exclusion.drop_plan(office, plan.id, "县里统一实施")
    texts = [cell.value for cell in sheet_for(office, plan.id, "evaluation").cells]
    assert texts.count("不适用") == len(plan.indicators) + 2  # execution and total
    assert "注：本年度不适用：县里统一实施" in texts
    assert sheet_for(office, plan.id, "targets").cells
    told = scores_object(year_scores(office), speaker("en"))
    assert [card.get("dropped") for card in told["plans"]] == [None, "县里统一实施", None]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_that_nothing_falls_away_without_a_reason(office: Workspace, reason: str) -> None:
    plan = office.plans(2024)[1]
    for attempt in (
        lambda: exclusion.exclude_indicator(office, plan.indicators[0].id, reason),
        lambda: exclusion.drop_plan(office, plan.id, reason),
    ):
        with pytest.raises(RefusedValue) as caught:
            attempt()
        assert caught.value.code == "reason_missing"


def test_that_the_department_as_a_whole_cannot_fall_away(office: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        exclusion.drop_plan(office, office.plans(2024)[0].id, "x")
    assert caught.value.code == "department_not_dropped"


@pytest.mark.parametrize("role", [Role.LEAD, Role.HEAD, Role.VIEWER])
def test_that_only_the_officer_sets_aside(office: Workspace, role: Role) -> None:
    plan = office.plans(2024)[1]
    office.act_as(Actor("某岗", role, None, frozenset({plan.id})))
    for attempt in (
        lambda: exclusion.exclude_indicator(office, plan.indicators[0].id, "x"),
        lambda: exclusion.include_indicator(office, plan.indicators[0].id),
        lambda: exclusion.drop_plan(office, plan.id, "x"),
        lambda: exclusion.restore_plan(office, plan.id),
    ):
        with pytest.raises(UserError) as caught:
            attempt()
        assert caught.value.code == "not_allowed"


def test_that_a_closed_year_keeps_what_it_has(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        plan = workspace.plans(2024)[1]
        sql(workspace.path, "UPDATE fiscal_year SET closed = 1")
        for attempt in (
            lambda: exclusion.exclude_indicator(workspace, plan.indicators[0].id, "x"),
            lambda: exclusion.drop_plan(workspace, plan.id, "x"),
        ):
            with pytest.raises(UserError) as caught:
                attempt()
            assert caught.value.code == "year_closed"


def test_that_what_is_gone_is_named(office: Workspace) -> None:
    for attempt, code in (
        (lambda: exclusion.exclude_indicator(office, "gone", "x"), "indicator_gone"),
        (lambda: exclusion.drop_plan(office, "gone", "x"), "plan_gone"),
    ):
        with pytest.raises(UserError) as caught:
            attempt()
        assert caught.value.code == code
