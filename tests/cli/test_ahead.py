"""forecast and needed on the terminal."""

import json
from pathlib import Path

import pytest

from perftrack.services import bundled
from tests.cli.conftest import Run, one_sentence
from tests.factories import as_bytes

PLAN = "社区服务群众经费"


@pytest.fixture
def office(tmp_path: Path, run: Run) -> Path:
    """The reference office."""
    source, path = tmp_path / "sample.json", tmp_path / "sample.perftrack"
    source.write_bytes(as_bytes(bundled.sample_package()))
    assert run("import", source, "--db", path)[0] == 0
    return path


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_the_forecast_is_told_with_its_methods_and_gains(language: str, office: Path, run: Run) -> None:
    status, out, error = run("forecast", "--db", office, "--plan", PLAN, "--quarter", "2", "--lang", language)
    assert (status, error) == (0, "")
    assert len(out.splitlines()) == 14
    assert out.startswith(PLAN)


def test_that_the_forecast_is_one_document(office: Path, run: Run) -> None:
    _, out, _ = run("forecast", "--db", office, "--json", "--quarter", "2")
    document = json.loads(out)
    assert (document["year"], document["quarter"], len(document["plans"])) == (2024, 2, 6)
    low, likely, high = (float(each) for each in document["plans"][2]["total"])
    assert low < likely < high


def test_that_the_quarter_is_the_last_one_reported_unless_named(office: Path, run: Run) -> None:
    document = json.loads(run("forecast", "--db", office, "--json")[1])
    assert document["quarter"] == 4
    assert [plan["final"] for plan in document["plans"]] == [plan["assumed"] is None for plan in document["plans"]]


def test_that_a_plan_without_reports_has_no_forecast(db: Path, run: Run) -> None:
    assert "no forecast" in run("forecast", "--db", db)[1]
    assert json.loads(run("forecast", "--db", db, "--json")[1])["plans"][0]["total"] is None


def test_that_what_a_total_needs_is_told(office: Path, run: Run) -> None:
    status, out, _ = run("needed", "--db", office, "--plan", PLAN, "--quarter", "2", "--for", "良")
    assert status == 0
    assert "at least 82.85% for a total of 80" in out
    assert "Still to spend: 1.18万元" in out
    document = json.loads(run("needed", "--db", office, "--plan", PLAN, "--for", "98.5", "--json")[1])
    assert (document["plans"][0]["wanted"], len(document["plans"][0]["indicators"])) == ("98.5", 7)


def test_that_one_indicator_can_be_asked_for(office: Path, run: Run) -> None:
    words = ("needed", "--db", office, "--plan", PLAN, "--indicator")
    assert len(run(*words, "受益群体满意度")[1].splitlines()) == 2
    status, _, error = run(*words, "没有的")
    assert (status, one_sentence(error)) == (1, True)


@pytest.mark.parametrize("words", [("--for", "上"), ("--quarter", "5"), ("--year", "24")])
def test_that_what_cannot_be_asked_is_wrong_usage(words: tuple[str, str], office: Path, run: Run) -> None:
    status, _, error = run("needed", "--db", office, *words)
    assert (status, one_sentence(error)) == (2, True)
