"""The terminal of an office that is divided among people: whoever can run it keeps the file."""

from pathlib import Path

import pytest

from perftrack.services.workspace import Workspace
from tests.cli.conftest import Run
from tests.factories import TickingClock
from tests.people import divide


@pytest.fixture
def divided(db: Path) -> Path:
    """An office in which nobody is signed in."""
    with Workspace.open(db, clock=TickingClock()) as office:
        divide(office, 2024)
    return db


def test_that_sheets_and_packages_are_written_without_signing_in(divided: Path, tmp_path: Path, run: Run) -> None:
    status, _, error = run("export", "--db", divided, "--sheet", "targets", "--out", tmp_path / "sheets")
    assert (status, error) == (0, "")
    assert len(list((tmp_path / "sheets").glob("*.xlsx"))) == 1
    status, _, error = run("package", "--db", divided, "--out", tmp_path / "all.json")
    assert (status, error) == (0, "")
    assert (tmp_path / "all.json").exists()


def test_that_scores_and_checks_are_read_without_signing_in(divided: Path, run: Run) -> None:
    assert run("score", "--db", divided, "--year", "2024", "--quarter", "4")[0] == 0
    assert run("check", "--db", divided)[0] == 0
