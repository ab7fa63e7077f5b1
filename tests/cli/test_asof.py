"""``--as-of``: the scores and the targets of a past day."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.services.importing.package import import_into_new
from perftrack.services.recording import record_actual
from perftrack.services.workspace import Workspace
from tests.cli.conftest import Run, one_sentence
from tests.factories import TickingClock, as_bytes, make_indicator, make_package, make_plan


class NextDayClock(TickingClock):
    """A day after the other clock."""

    def __call__(self) -> datetime:
        return super().__call__() + timedelta(days=1)


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A file in which 6 was reported on the last day of 2024 and 12 the day after."""
    path = tmp_path / "office.perftrack"
    indicator = make_indicator(weight="90", actuals={"4": {"value": "6"}})
    import_into_new(path, as_bytes(make_package(make_plan(indicators=[indicator]))), clock=TickingClock())
    with Workspace.open(path, clock=NextDayClock()) as workspace:
        record_actual(workspace, workspace.plans(2024)[0].indicators[0].id, Quarter.Q4, Actual("12"))
    return path


def test_that_score_tells_what_the_card_showed_on_a_day(changed: Path, run: Run) -> None:
    totals = {}
    for day in ("2024-12-31", "2025-01-01", "2030-01-01"):
        status, out, error = run("score", "--db", changed, "--json", "--as-of", day)
        assert (status, error) == (0, "")
        document = json.loads(out)
        assert document["as_of"] == day
        totals[day] = document["plans"][0]["total"]
    assert totals == {"2024-12-31": "45.00", "2025-01-01": "90.00", "2030-01-01": "90.00"}
    assert "as_of" not in json.loads(run("score", "--db", changed, "--json")[1])


def test_that_the_table_says_of_which_day_it_is(changed: Path, run: Run) -> None:
    assert run("score", "--db", changed, "--as-of", "2024-12-31")[1].startswith("As of the end of 2024-12-31\n")
    chinese = run("score", "--db", changed, "--as-of", "2024-12-31", "--lang", "zh_CN")[1]
    assert chinese.startswith("截至 2024-12-31 的状态\n")


def test_that_a_package_holds_the_targets_and_values_of_a_day(changed: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "then.json"
    assert run("package", "--db", changed, "--as-of", "2024-12-31", "--out", out)[0] == 0
    indicator = json.loads(out.read_text(encoding="utf-8"))["plans"][0]["indicators"][0]
    assert indicator["actuals"] == {"4": {"value": "6"}}


def test_that_a_day_before_the_file_is_refused_with_one_sentence(changed: Path, run: Run) -> None:
    status, out, error = run("score", "--db", changed, "--as-of", "2024-12-30")
    assert (status, out) == (1, "")
    assert one_sentence(error)
    assert "2024-12-31" in error
