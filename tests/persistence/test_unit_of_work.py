"""The one door for writes: all or nothing, one commit, errors in the user's words (faults 6–12)."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from perftrack.domain.plans import Actual
from perftrack.errors import UserError
from perftrack.persistence.database import Database
from perftrack.persistence.journal import Origin
from perftrack.persistence.unit_of_work import UnitOfWork, new_key
from perftrack.services import recording
from perftrack.services.workspace import Workspace
from tests.persistence.office import TickingClock, open_office, sql, stored_actual

ORIGIN = Origin("王科长", "office", "pc", "1")
MOMENT = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace


def unit(workspace: Workspace, command: str = "test", **options: object) -> UnitOfWork:
    return UnitOfWork(workspace._database, command, origin=ORIGIN, moment=MOMENT, **options)  # type: ignore[arg-type]


def contents(path: Path) -> list[object]:
    tables = ("journal", "project", "plan", "actual")
    return [sql(path, f"SELECT * FROM {name}") for name in tables]  # noqa: S608 - our own four names


def test_that_what_is_raised_inside_rolls_everything_back(office: Workspace) -> None:
    before = contents(office.path)
    with pytest.raises(ZeroDivisionError), unit(office) as work:  # noqa: PT012 - the raising is what is tested
        work.insert("project", [(new_key(), "第三个")])
        raise ZeroDivisionError
    assert contents(office.path) == before


def test_that_a_command_that_writes_nothing_leaves_no_trace(office: Workspace) -> None:
    before = office.path.read_bytes()
    with unit(office) as work:
        assert work.find("project", [("nobody",)]) == {}
    assert not work.stored
    assert office.path.read_bytes() == before


def test_that_a_command_id_is_stored_once_however_often_it_is_sent(office: Workspace) -> None:
    fund = office.plans(2024)[1].funds[0]
    command = new_key()
    entries = [recording.RevisedEntry(fund.id, fund.initial)]
    assert recording.record_block(office, entries, command_id=command)
    before = contents(office.path)
    assert not recording.record_block(office, entries, command_id=command)
    assert contents(office.path) == before


@contextmanager
def failing_commit(monkeypatch: pytest.MonkeyPatch, *, durable: bool) -> Iterator[None]:
    """A commit that reports an I/O error, with the data stored or not."""
    real = Connection.commit

    def commit(self: Connection) -> None:
        if durable:
            real(self)
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
        raise OperationalError("COMMIT", None, error)

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "commit", commit)
        yield


def test_that_a_commit_reported_failed_but_durable_is_acknowledged(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    with failing_commit(monkeypatch, durable=True):
        assert recording.record_actual(office, indicator.id, 3, Actual("9"))
    assert office.plans(2024)[1].indicators[0].actuals[3].value == "9"  # type: ignore[index]
    assert office.verify() == []


def test_that_a_commit_that_failed_is_said_to_have_failed(office: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    before = contents(office.path)
    with failing_commit(monkeypatch, durable=False), pytest.raises(UserError) as caught:
        recording.record_actual(office, indicator.id, 3, Actual("9"))
    assert caught.value.code == "io"
    assert contents(office.path) == before
    assert recording.record_actual(office, indicator.id, 3, Actual("9"))


def test_that_a_full_disk_is_named_and_nothing_half_applied(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    before = contents(office.path)
    with office._database.connection() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError) as caught:
        recording.record_actual(office, indicator.id, 3, Actual("满" * 20000))
    assert caught.value.code == "disk_full"
    assert contents(office.path) == before
    assert office.verify() == []
    with office._database.connection() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")
    assert recording.record_actual(office, indicator.id, 3, Actual("满" * 20000))


SMALL_DISK = """
import resource, signal, sys
from datetime import datetime, UTC
from perftrack.domain.plans import Actual
from perftrack.errors import UserError
from perftrack.services import recording
from perftrack.services.workspace import Workspace

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
workspace = Workspace.open(sys.argv[1], clock=lambda: datetime.now(UTC))
indicator = workspace.plans(2024)[1].indicators[0].id
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
stored = 0
try:
    for number in range(1000):
        recording.record_actual(workspace, indicator, 2, Actual(str(number) * 500))
        stored = number
except UserError as error:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert workspace.verify() == []
    print(error.code, stored)
"""


def test_that_a_file_that_may_not_grow_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        path, indicator = workspace.path, workspace.plans(2024)[1].indicators[0].id
    limit = str(path.stat().st_size + 20_000)
    command = [sys.executable, "-c", SMALL_DISK, str(path), limit]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    code, stored = result.stdout.split()
    assert code in ("io", "disk_full")
    assert stored_actual(path, indicator, 2) == stored * 500


HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def held(path: Path, statement: str) -> Iterator[None]:
    """Another process holds the file."""
    command = [sys.executable, "-c", HOLDER, str(path), statement]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield
        finally:
            process.communicate("done\n")


@pytest.mark.parametrize("statement", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_that_a_file_another_process_writes_is_said_to_be_locked(tmp_path: Path, statement: str) -> None:
    open_office(tmp_path).close()
    path = tmp_path / "office.perftrack"
    database = Database(path, busy_timeout=1)
    with Workspace(database, clock=TickingClock()) as workspace:
        indicator = workspace.plans(2024)[1].indicators[0]
        with held(path, statement), pytest.raises(UserError) as caught:
            recording.record_actual(workspace, indicator.id, 1, Actual("7"))
        assert caught.value.code == "locked"
        assert recording.record_actual(workspace, indicator.id, 1, Actual("7"))


def test_that_opening_a_file_held_exclusively_says_that_it_is_locked(tmp_path: Path) -> None:
    open_office(tmp_path).close()
    path = tmp_path / "office.perftrack"
    with held(path, "BEGIN EXCLUSIVE"), pytest.raises(UserError) as caught:
        Database(path, busy_timeout=1)
    assert caught.value.code == "locked"


def test_that_a_reader_elsewhere_delays_but_never_halves_a_save(tmp_path: Path) -> None:
    open_office(tmp_path).close()
    path = tmp_path / "office.perftrack"
    with Workspace(Database(path, busy_timeout=1), clock=TickingClock()) as workspace:
        indicator = workspace.plans(2024)[1].indicators[0]
        before = contents(path)
        with sqlite_reader(path), pytest.raises(UserError) as caught:
            recording.record_actual(workspace, indicator.id, 1, Actual("7"))
        assert caught.value.code == "locked"  # the lock was refused at commit, after everything was written
        assert contents(path) == before
        assert workspace.verify() == []


@contextmanager
def sqlite_reader(path: Path) -> Iterator[None]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM plan").fetchone()
    try:
        yield
    finally:
        connection.close()


def test_that_a_row_changed_elsewhere_is_not_overwritten(tmp_path: Path) -> None:
    with open_office(tmp_path) as mine, Workspace.open(mine.path, clock=TickingClock(), person="李四") as theirs:
        indicator = mine.plans(2024)[1].indicators[0]
        recording.record_actual(theirs, indicator.id, 1, Actual("theirs"))
        with pytest.raises(UserError) as caught:
            recording.record_actual(mine, indicator.id, 1, Actual("mine"))
        assert caught.value.code == "changed_elsewhere"
        assert mine.plan(mine.plans(2024)[1].id).indicators[0].actuals[1].value == "theirs"  # type: ignore[index]
        assert recording.record_actual(mine, indicator.id, 1, Actual("mine"))


def test_that_other_rows_changed_elsewhere_are_seen_after_the_next_save(tmp_path: Path) -> None:
    with open_office(tmp_path) as mine, Workspace.open(mine.path, clock=TickingClock()) as theirs:
        first, second = mine.plans(2024)[1].indicators
        recording.record_actual(theirs, first.id, 1, Actual("theirs"))
        recording.record_actual(mine, second.id, 1, Actual("mine"))
        values = [each.actuals[1].value for each in mine.plans(2024)[1].indicators]  # type: ignore[index]
        assert values == ["theirs", "mine"]


def test_that_a_stale_version_is_refused_by_the_row_itself(office: Workspace) -> None:
    before = contents(office.path)
    with pytest.raises(UserError) as caught, unit(office) as work:
        update_as_of_version(work, 7)
    assert caught.value.code == "changed_elsewhere"
    assert contents(office.path) == before


def update_as_of_version(work: UnitOfWork, version: int) -> None:
    (row,) = work.rows("department", "name", ["延安北路街道办事处"])
    work.update("department", [(row._replace(version=version), (row.values[0], "别的"))])


def test_that_a_failed_write_cannot_be_passed_over(office: Workspace) -> None:
    before = contents(office.path)
    with pytest.raises(RuntimeError, match="passed over"), unit(office) as work, suppress(UserError):
        update_as_of_version(work, 7)
    assert contents(office.path) == before
    assert office.verify() == []


def test_that_half_a_character_is_refused_in_words(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    with pytest.raises(UserError) as caught:
        recording.record_actual(office, indicator.id, 1, Actual("半个\ud800"))
    assert caught.value.code == "text_unstorable"
    assert office.verify() == []


def test_that_a_save_is_exactly_one_commit(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    with office._database.connection() as connection:
        raw = connection.connection.driver_connection
    assert raw is not None
    statements: list[str] = []
    raw.set_trace_callback(statements.append)
    recording.record_actual(office, indicator.id, 1, Actual("7"))
    raw.set_trace_callback(None)
    assert [line for line in statements if line.startswith(("BEGIN", "COMMIT", "ROLLBACK"))] == [
        "BEGIN IMMEDIATE",
        "COMMIT",
    ]
