"""The open file: pragmas, reading only, and the rule never to open it twice by plain means."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from perftrack.domain.plans import Actual
from perftrack.errors import DataFileError, UserError
from perftrack.persistence import database as database_module
from perftrack.persistence.connection import PRAGMAS, connect, uri
from perftrack.persistence.database import Database, check
from perftrack.services import recording
from perftrack.services.workspace import Workspace
from tests.persistence.office import DEPARTMENT, TickingClock, open_office, stored_actual


def test_that_every_pragma_is_set_on_every_connection(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        database = Database(workspace.path)
        with database.reading() as first, database.reading() as second:
            for connection in (first, second):
                for name, (_, expected) in PRAGMAS.items():
                    row = connection.execute(f"PRAGMA {name}").fetchone()
                    assert row is None or row[0] == expected, name
        database.close()


def test_that_a_question_that_fails_leaves_no_transaction_behind(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        with pytest.raises(ZeroDivisionError), workspace._database.reading():
            raise ZeroDivisionError
        with closing(connect(workspace.path, busy_timeout=0)) as other:
            other.execute("BEGIN EXCLUSIVE")
            other.execute("ROLLBACK")
        assert workspace.years() == (2024,)


def test_that_a_pragma_sqlite_ignores_refuses_the_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_office(tmp_path) as workspace:
        monkeypatch.setitem(PRAGMAS, "journal_mode", ("DELETE", "memory"))
        with pytest.raises(DataFileError) as caught:
            connect(workspace.path)
    assert caught.value.code == "file_pragma"


@pytest.mark.parametrize("name", ["年度 绩效.perftrack", "a?b#c%20.perftrack", 'it\'s & "q".perftrack'])
def test_that_any_file_name_can_be_created_and_opened(tmp_path: Path, name: str) -> None:
    with Workspace.create(tmp_path / name, DEPARTMENT, clock=TickingClock()) as workspace:
        assert workspace.department() == DEPARTMENT
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_that_the_uri_of_a_share_has_no_host(tmp_path: Path) -> None:
    assert uri(tmp_path / "年.perftrack", "rw").startswith("file:///")


def test_that_creating_refuses_a_file_that_exists_and_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "taken.perftrack"
    path.write_bytes(b"mine")
    with pytest.raises(DataFileError) as caught:
        Workspace.create(path, DEPARTMENT, clock=TickingClock())
    assert caught.value.code == "file_exists"
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_that_creating_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError) as caught:
        Workspace.create(tmp_path / "no" / "x.perftrack", DEPARTMENT, clock=TickingClock())
    assert caught.value.code == "folder_missing"


def test_that_a_creation_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def broken_clock() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Workspace.create(tmp_path / "x.perftrack", DEPARTMENT, clock=broken_clock)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_that_a_file_that_cannot_be_written_opens_for_reading_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_office(tmp_path).close()
    monkeypatch.setattr(database_module, "writable", lambda path: False)
    path = tmp_path / "office.perftrack"
    before = path.read_bytes()
    with Workspace.open(path, clock=TickingClock()) as workspace:
        assert workspace.read_only
        indicator = workspace.plans(2024)[1].indicators[0]
        with pytest.raises(UserError) as caught:
            recording.record_actual(workspace, indicator.id, 1, Actual("7"))
        assert caught.value.code == "read_only"
        assert workspace.verify() == []
    assert path.read_bytes() == before


def test_that_a_read_only_file_with_an_unfinished_save_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_office(tmp_path).close()
    monkeypatch.setattr(database_module, "writable", lambda path: False)
    (tmp_path / "office.perftrack-journal").write_bytes(b"unfinished")
    with pytest.raises(DataFileError) as caught:
        Workspace.open(tmp_path / "office.perftrack", clock=TickingClock())
    assert caught.value.code == "file_unfinished"


def test_that_a_file_moved_while_open_is_noticed_before_writing(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        indicator = workspace.plans(2024)[1].indicators[0]
        moved = workspace.path.rename(tmp_path / "moved.perftrack")
        open_office(tmp_path).close()  # another file under the old name
        with pytest.raises(UserError) as caught:
            recording.record_actual(workspace, indicator.id, 1, Actual("7"))
        assert caught.value.code == "file_moved"
    assert stored_actual(moved, indicator.id, 1) == "0"


def test_that_no_transaction_survives_a_command(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        indicator = workspace.plans(2024)[1].indicators[0]
        recording.record_actual(workspace, indicator.id, 1, Actual("7"))
        with closing(connect(workspace.path, busy_timeout=0)) as other:
            other.execute("BEGIN EXCLUSIVE")  # nobody reads, nobody writes
            other.execute("ROLLBACK")


def test_that_a_copy_taken_while_open_is_whole(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        copy = tmp_path / "copy.perftrack"
        subprocess.run(["cp", str(workspace.path), str(copy)], check=True)
        expected = workspace.plans(2024)
    with Workspace.open(copy, clock=TickingClock()) as copied:
        assert copied.plans(2024) == expected
        assert copied.verify() == []


def test_that_a_file_this_process_has_open_is_not_looked_at_again(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        assert check(workspace.path) is None
    assert check(workspace.path) is not None


WATCHED = """
import sys
from datetime import datetime, UTC
from perftrack.domain.plans import Actual
from perftrack.services import recording
from perftrack.services.workspace import Workspace

path, opened = sys.argv[1], []
workspace = Workspace.open(path, clock=lambda: datetime.now(UTC))
sys.addaudithook(lambda event, args: opened.append(args[0]) if event == "open" and str(args[0]) == path else None)
indicator = workspace.plans(2024)[1].indicators[0]
recording.record_actual(workspace, indicator.id, 1, Actual("7"))
workspace.history.undo()
with Workspace.open(path, clock=lambda: datetime.now(UTC)) as second:
    second.plans(2024)
assert workspace.verify() == []
print(opened)
"""


def test_that_the_live_file_is_never_opened_by_plain_means(tmp_path: Path) -> None:
    open_office(tmp_path).close()
    command = [sys.executable, "-c", WATCHED, str(tmp_path / "office.perftrack")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"
