"""``perftrack collect``: forms out, forms back, as people and as scripts use it."""

import json
from pathlib import Path

import pytest

from perftrack.services.exporting.collection import form_bytes
from perftrack.services.workspace import Workspace
from tests.cli.conftest import Run, one_sentence
from tests.factories import TickingClock
from tests.services.importing.forms import fill, open_office


@pytest.fixture
def office(tmp_path: Path) -> Path:
    open_office(tmp_path).close()
    return tmp_path / "office.perftrack"


@pytest.fixture
def form(office: Path, tmp_path: Path, run: Run) -> Path:
    status, out, _ = run("collect", "--db", office, "--year", 2024, "--quarter", 3, "--out", tmp_path / "forms")
    assert (status, "Wrote 1 forms" in out) == (0, True)
    (path,) = (tmp_path / "forms").glob("*.xlsx")
    return path


def test_that_a_form_is_read_back(office: Path, form: Path, run: Run) -> None:
    fill(form, "1", value=5)
    fill(form, "2", value="约88")
    status, out, _ = run("collect", "--db", office, "--read", form, "--dry-run")
    assert (status, "Nothing was stored" in out) == (0, True)
    status, out, _ = run("collect", "--db", office, "--read", form)
    assert status == 0
    assert "+ [changed] 活动次数 · actual: 3 → 5" in out
    assert "- [refused] 及时率" in out
    assert "Accepted 1 cells" in out
    assert "Accepted 0 cells" in run("collect", "--db", office, "--read", form)[1]


def test_that_conflicts_are_taken_only_when_asked_for(office: Path, form: Path, run: Run, tmp_path: Path) -> None:
    with Workspace.open(office, clock=TickingClock()) as workspace:
        other = tmp_path / "other.xlsx"
        other.write_bytes(form_bytes(workspace, workspace.plans(2024)[0], 3))
    fill(other, "1", value=8)
    run("collect", "--db", office, "--read", other)
    fill(form, "1", value=5)
    status, out, _ = run("collect", "--db", office, "--read", form, "--json")
    told = json.loads(out)
    assert (status, told["accepted"]) == (0, 0)
    cell = next(cell for cell in told["cells"] if cell["state"] == "conflict")
    assert (cell["stored"], cell["before"], cell["incoming"]) == ("8", "3", "5")
    told = json.loads(run("collect", "--db", office, "--read", form, "--json", "--take-theirs")[1])
    assert told["accepted"] == 1


def test_that_written_files_are_listed_as_json(office: Path, run: Run, tmp_path: Path) -> None:
    told = json.loads(run("collect", "--db", office, "--out", tmp_path / "forms", "--json")[1])
    assert [Path(path).exists() for path in told["files"]] == [True]


def test_that_one_of_out_and_read_is_asked_for(office: Path, form: Path, run: Run, tmp_path: Path) -> None:
    for words in ((), ("--out", tmp_path, "--read", form)):
        status, _, error = run("collect", "--db", office, *words)
        assert (status, one_sentence(error)) == (2, True)


@pytest.mark.parametrize(("words", "told"), [(("--year", "2023"), "2023"), ((), "whole xlsx")])
def test_that_a_wrong_form_is_a_sentence(office: Path, form: Path, run: Run, words: tuple[str, ...], told: str) -> None:
    if not words:
        form.write_bytes(b"no workbook")
    status, _, error = run("collect", "--db", office, "--read", form, *words)
    assert (status, one_sentence(error), told in error) == (1, True, True)
