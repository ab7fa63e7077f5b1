"""What an office decides once: levels of approval, due dates."""

from datetime import date
from pathlib import Path

import pytest

from perftrack.domain.duedates import DueDate
from perftrack.domain.periods import Quarter
from perftrack.domain.terms import PlanKind
from perftrack.errors import RefusedValue
from perftrack.services import settings
from tests.persistence.office import open_office


@pytest.fixture
def office(tmp_path: Path):
    with open_office(tmp_path) as workspace:
        yield workspace


def test_that_one_approval_is_enough_until_the_office_decides_otherwise(office) -> None:
    assert settings.approval_levels(office) == 1
    assert settings.set_approval_levels(office, 2).topics == {"settings"}
    assert settings.approval_levels(office) == 2
    office.history.undo()
    assert settings.approval_levels(office) == 1


def test_that_no_third_level_is_accepted(office) -> None:
    with pytest.raises(RefusedValue):
        settings.set_approval_levels(office, 3)


def test_that_due_dates_differ_by_kind_and_can_be_taken_away(office) -> None:
    due = DueDate(date(2024, 10, 11), 2)
    settings.set_due_date(office, 2024, 3, PlanKind.PROJECT, due)
    settings.set_due_date(office, 2024, 3, PlanKind.DEPARTMENT, DueDate(date(2024, 10, 18)))
    assert settings.due_dates(office, 2024)[Quarter.Q3, PlanKind.PROJECT] == due
    settings.set_due_date(office, 2024, 3, PlanKind.PROJECT, None)
    assert set(settings.due_dates(office, 2024)) == {(Quarter.Q3, PlanKind.DEPARTMENT)}


@pytest.mark.parametrize(("quarter", "due"), [(5, None), (1, DueDate(date(2024, 4, 10), -1))])
def test_that_what_cannot_be_is_refused(office, quarter, due) -> None:
    with pytest.raises(RefusedValue):
        settings.set_due_date(office, 2024, quarter, PlanKind.PROJECT, due)
