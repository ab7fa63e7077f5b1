"""The same indicator in earlier years of the file."""

from perftrack.domain.periods import Quarter
from perftrack.services.earlier import earlier_years
from perftrack.services.importing.package import import_into_new
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock, as_bytes, make_indicator, make_package, make_plan


def test_that_years_before_are_found_by_name_latest_first(tmp_path) -> None:
    plans = [
        make_plan(
            "经费", year=year, indicators=[make_indicator("次数", weight="90", actuals={"4": {"value": str(year)}})]
        )
        for year in (2021, 2022, 2023, 2024)
    ]
    plans.append(make_plan("别的", year=2023))
    path = tmp_path / "years.perftrack"
    import_into_new(path, as_bytes(make_package(*plans)), clock=TickingClock())
    with Workspace.open(path, clock=TickingClock()) as workspace:
        plan = next(each for each in workspace.plans(2024) if each.name == "经费")
        found = earlier_years(workspace, plan, plan.indicators[0])
    assert [year.year for year in found] == [2023, 2022]
    assert found[0].cards[Quarter.Q4].scores[found[0].place].indicator.actuals[Quarter.Q4].value == "2023"
