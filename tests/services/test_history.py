"""Undo and redo: new entries in the journal, refused when somebody changed the same rows since."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.plans import Actual
from perftrack.errors import UserError
from perftrack.services.recording import record_actual, record_executed
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.persistence.office import TickingClock, open_office, project, sql


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace
        assert workspace.verify() == []


def test_that_undo_and_redo_walk_through_every_state(office: Workspace) -> None:
    indicator, fund = office.plans(2024)[1].indicators[0], office.plans(2024)[1].funds[1]
    states = [office.plans(2024)]
    for step in (
        lambda: record_actual(office, indicator.id, 2, Actual("5")),
        lambda: record_actual(office, indicator.id, 2, Actual("6")),
        lambda: record_executed(office, fund.id, 1, Decimal(3)),
        lambda: record_actual(office, indicator.id, 2, None),
    ):
        step()
        states.append(office.plans(2024))
    for _ in range(2):
        for state in reversed(states[:-1]):
            assert office.history.undo().command == "undo"
            assert office.plans(2024) == state
        for state in states[1:]:
            assert office.history.redo().command == "redo"
            assert office.plans(2024) == state


def test_that_the_next_step_is_named(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    record_actual(office, indicator.id, 2, Actual("5"))
    label = ("record_actual", {"indicator": "完成数", "quarter": 2})
    assert office.history.next_undo == label
    assert office.history.next_redo is None
    changes = office.history.undo()
    assert changes.label == label
    assert changes.indicators == {indicator.id}
    assert office.history.next_redo == label
    assert office.history.next_undo == ("import", {"count": 3})


def test_that_undo_is_a_new_entry_and_removes_none(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    record_actual(office, indicator.id, 1, Actual("5"))
    office.history.undo()
    told = office.journal(entity="actual", key=f"{indicator.id}/1")
    assert [entry.command for entry in told] == ["import", "record_actual", "undo"]
    assert told[1].before is not None
    assert told[2].after == told[1].before.replace('"version":1', '"version":3')


def test_that_a_new_command_forgets_what_was_undone(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    record_actual(office, indicator.id, 2, Actual("5"))
    office.history.undo()
    record_actual(office, indicator.id, 3, Actual("6"))
    assert office.history.next_redo is None
    with pytest.raises(UserError) as caught:
        office.history.redo()
    assert caught.value.code == "nothing_to_redo"


def test_that_an_import_is_one_step(office: Workspace) -> None:
    before = office.plans(2024)
    store_plans(
        office, None, [project("项目甲", 5), project("项目丙")], [], replace=frozenset({(2024, "project", "项目甲")})
    )
    after = office.plans(2024)
    assert len(after) == 4
    changes = office.history.undo()
    assert changes.structure
    assert office.plans(2024) == before
    office.history.redo()
    assert office.plans(2024) == after


def test_that_a_fresh_workspace_has_nothing_to_undo(office: Workspace) -> None:
    with Workspace.open(office.path, clock=TickingClock()) as fresh, pytest.raises(UserError) as caught:
        fresh.history.undo()
    assert caught.value.code == "nothing_to_undo"


def test_that_a_row_changed_since_by_someone_else_is_a_conflict(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    record_actual(office, indicator.id, 2, Actual("5"))
    with Workspace.open(office.path, clock=TickingClock()) as theirs:
        record_actual(theirs, indicator.id, 2, Actual("theirs"))
    count = sql(office.path, "SELECT count(*) FROM journal")
    with pytest.raises(UserError) as caught:
        office.history.undo()
    assert caught.value.code == "undo_conflict"
    assert sql(office.path, "SELECT count(*) FROM journal") == count
    assert office.plans(2024)[1].indicators[0].actuals[2].value == "theirs"  # type: ignore[index]
    assert office.history.next_undo is not None  # the step is still there


def test_that_undoing_an_import_someone_reported_on_is_a_conflict(office: Workspace) -> None:
    with Workspace.open(office.path, clock=TickingClock()) as theirs:
        record_actual(theirs, theirs.plans(2024)[2].indicators[0].id, 3, Actual("theirs"))
    with pytest.raises(UserError) as caught:
        office.history.undo()
    assert caught.value.code == "undo_conflict"
    assert len(office.plans(2024)) == 3
