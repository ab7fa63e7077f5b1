"""password: the way out when the only officer lost it."""

from pathlib import Path

import pytest

from perftrack.services import people
from perftrack.services.workspace import Workspace
from tests.cli.conftest import Run, one_sentence
from tests.factories import TickingClock
from tests.people import OFFICER, become, divide, person


@pytest.fixture
def locked_out(db: Path) -> Path:
    """An office whose only officer has a password."""
    with Workspace.open(db, clock=TickingClock()) as office:
        divide(office, 2024)
        me = become(office, OFFICER).id
        people.set_password(office, me, "忘了")
    return db


def test_that_the_terminal_takes_a_password_away_and_the_journal_says_so(locked_out: Path, run: Run) -> None:
    status, out, _ = run("password", "--db", locked_out, "--person", OFFICER)
    assert (status, OFFICER in out) == (0, True)
    with Workspace.open(locked_out, clock=TickingClock()) as office:
        assert become(office, OFFICER).has_password is False
        assert office.journal()[-1].command == "clear_password"


def test_that_an_unknown_person_is_refused_naming_the_known(locked_out: Path, run: Run) -> None:
    status, out, error = run("password", "--db", locked_out, "--person", "无此人")
    assert (status, out, one_sentence(error), OFFICER in error) == (1, "", True, True)
    with Workspace.open(locked_out, clock=TickingClock()) as office:
        assert person(office, OFFICER).has_password
