"""Looking ahead in a file: the year before is found by name, plans that fell away stand aside."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.rollup import Pace
from perftrack.services import bundled, exclusion, foresight, recording
from perftrack.services.importing.package import import_into_new
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock, as_bytes, make_fund, make_indicator, make_package, make_plan


def plan(year: int, values: dict[str, str], spent: dict[str, str], **more: Any) -> dict[str, Any]:
    actuals = {quarter: {"value": value} for quarter, value in values.items()}
    indicator = make_indicator("走访", "≥40次", "90", aggregation="sum", actuals=actuals)
    return make_plan(
        "经费", year=year, indicators=[indicator], funds=[make_fund(initial="100", executed=spent)], **more
    )


@pytest.fixture
def two_years(tmp_path: Path) -> Iterator[Workspace]:
    """A year with everything and the next with its first half."""
    past = plan(2023, {"1": "4", "2": "4", "3": "8", "4": "24"}, {"1": "10", "2": "20", "3": "40", "4": "90"})
    package = make_package(past, plan(2024, {"1": "5", "2": "5"}, {"1": "12", "2": "24"}))
    path = tmp_path / "o.perftrack"
    import_into_new(path, as_bytes(package), clock=TickingClock())
    with Workspace.open(path, clock=TickingClock()) as ws:
        yield ws


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    """The reference office."""
    path = tmp_path / "s.perftrack"
    import_into_new(path, bundled.sample_package(), clock=TickingClock(), is_sample=True)
    with Workspace.open(path, clock=TickingClock()) as ws:
        yield ws


def test_that_the_year_before_is_the_pattern(two_years: Workspace) -> None:
    (found,) = foresight.forecast_year(two_years, 2024, Quarter.Q2)
    assert found.items[0].method.code == "last_year"
    assert found.items[0].values is not None
    assert found.items[0].values.likely == 50
    assert found.money.funds[0].method.code == "last_year"
    assert found == foresight.forecast_plan(two_years, found.card.plan.id, Quarter.Q2)


def test_that_a_forecast_is_made_again_only_when_something_changed(two_years: Workspace) -> None:
    (first,) = foresight.forecast_year(two_years, 2024, Quarter.Q2)
    assert foresight.forecast_plan(two_years, first.card.plan.id, Quarter.Q2) is first
    recording.record_executed(two_years, first.card.plan.funds[0].id, Quarter.Q2, Decimal(30))
    (now,) = foresight.forecast_year(two_years, 2024, Quarter.Q2)
    assert now.money != first.money


def test_that_a_first_year_goes_by_its_own_pace(two_years: Workspace) -> None:
    (found,) = foresight.forecast_year(two_years, 2023, Quarter.Q2)
    assert found.items[0].method.code == "pace"


def test_that_a_plan_that_fell_away_is_neither_forecast_nor_a_pattern(two_years: Workspace) -> None:
    exclusion.drop_plan(two_years, two_years.plans(2023)[0].id, "取消")
    assert foresight.forecast_year(two_years, 2023, Quarter.Q4) == ()
    plans = two_years.plans(2024)
    assert foresight.before(two_years, plans, 2024)[plans[0].id].plan is None


def test_that_the_reference_office_ends_as_it_is_scored(sample: Workspace) -> None:
    found = foresight.forecast_year(sample, 2024, Quarter.Q4)
    assert sum(each.final for each in found) == 5
    for each in found:
        assert each.total is not None
        assert each.final is each.card.complete
        assert each.total.low == each.card.total
        assert each.total.settled is each.final


def test_that_gains_of_the_office_come_cheapest_first(sample: Workspace) -> None:
    found = foresight.year_gains(sample, 2024, Quarter.Q2)
    prices = [each.gain.for_the_way for each in found if each.gain.possible]
    assert prices == sorted(prices, reverse=True)
    assert len({each.forecast.card.plan.id for each in found}) > 1


def test_that_the_roll_up_and_the_alarms_are_those_of_the_file(sample: Workspace) -> None:
    rolled = foresight.roll_up(sample, 2024, Quarter.Q4)
    assert rolled.department is not None
    assert (len(rolled.projects.cards), rolled.projects.paces[Pace.SILENT]) == (5, 0)
    assert str(rolled.projects.budget) == "470.24"  # one budget was revised
    every = foresight.office_alarms(sample, 2024, Quarter.Q4)
    for each in sample.plans(2024):
        mine = [alarm.finding for alarm in every if alarm.card.plan.id == each.id]
        assert mine == [alarm.finding for alarm in foresight.plan_alarms(sample, each.id, Quarter.Q4)]


def test_that_what_is_tried_is_not_stored(two_years: Workspace) -> None:
    before = two_years.plans(2024)[0]
    tried = foresight.what_if(two_years, before.id, Quarter.Q2).year_value(before.indicators[0].id, Actual("40"))
    assert tried.gain > 0
    assert two_years.plans(2024)[0] == before


def test_that_the_latest_quarter_is_the_last_one_reported(two_years: Workspace) -> None:
    assert foresight.latest_quarter(two_years, 2024) is Quarter.Q2
    assert foresight.latest_quarter(two_years, 2023) is Quarter.Q4
    assert foresight.latest_quarter(two_years, 2020) is Quarter.Q1
