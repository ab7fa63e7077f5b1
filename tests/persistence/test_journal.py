"""The journal: append-only, chained, and the live rows are its replay (faults 32 and 33)."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from perftrack.domain.plans import Actual
from perftrack.persistence.journal import GENESIS, Head, Origin, Pen
from perftrack.persistence.verification import state_at
from perftrack.services import recording
from perftrack.services.workspace import Workspace
from tests.persistence.office import codes, open_office, sql

UNLOCK = (
    "DROP TRIGGER journal_refuses_update",
    "DROP TRIGGER journal_refuses_delete",
    "DROP TRIGGER journal_refuses_replace",
)


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    workspace = open_office(tmp_path)
    indicator = workspace.plans(2024)[1].indicators[0]
    recording.record_actual(workspace, indicator.id, 1, Actual("7"))
    yield workspace
    workspace.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET person = 'X' WHERE seq = 1",
        "DELETE FROM journal WHERE seq = 1",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 2",
        "REPLACE INTO journal SELECT * FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
        "INSERT INTO journal SELECT seq + 1000, time, person, os_user, machine, app_version, 'x', 1, command, entity,"
        " row_key, before, after, reason, previous_hash, hash FROM journal WHERE seq = 1",
        "INSERT OR REPLACE INTO journal SELECT (SELECT max(seq) + 1 FROM journal), time, person, os_user, machine,"
        " app_version, command_id, ordinal, command, entity, row_key, before, after, reason, previous_hash, hash"
        " FROM journal WHERE seq = 1",
    ],
)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_that_the_journal_refuses_every_change(office: Workspace, statement: str, recursive: str) -> None:
    before = sql(office.path, "SELECT * FROM journal")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        sql(office.path, f"PRAGMA recursive_triggers = {recursive}", statement)
    assert sql(office.path, "SELECT * FROM journal") == before


def test_that_an_untouched_file_verifies(office: Workspace) -> None:
    assert office.verify() == []


def test_that_every_business_row_points_at_the_entry_that_made_it(office: Workspace) -> None:
    rows = sql(
        office.path,
        "SELECT a.value, j.command, j.person FROM actual a JOIN journal j ON j.seq = a.seq WHERE a.version = 2",
    )
    assert rows == [("7", "record_actual", "王科长")]


def test_that_an_edited_entry_is_noticed(office: Workspace) -> None:
    sql(office.path, *UNLOCK, "UPDATE journal SET person = '李四' WHERE seq = 3")
    assert "journal_broken" in codes(office)


@pytest.mark.parametrize("column", ["time", "os_user", "machine", "command", "reason", "before", "after", "row_key"])
def test_that_every_column_is_under_the_hash(office: Workspace, column: str) -> None:
    sql(office.path, *UNLOCK, "UPDATE journal SET %s = '{}' WHERE seq = 5" % column)  # noqa: S608, UP031
    assert "journal_broken" in codes(office)


def test_that_an_entry_cut_out_of_the_middle_is_noticed(office: Workspace) -> None:
    sql(office.path, *UNLOCK, "PRAGMA foreign_keys = OFF", "DELETE FROM journal WHERE seq = 5")
    assert "journal_broken" in codes(office)


def test_that_a_tail_cut_off_is_noticed_by_the_rows_it_made(office: Workspace) -> None:
    sql(office.path, *UNLOCK, "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
    assert {"foreign_keys", "rows_differ"} <= codes(office)


def test_that_two_entries_swapped_are_noticed(office: Workspace) -> None:
    sql(
        office.path, *UNLOCK,
        "UPDATE journal SET seq = -1 WHERE seq = 4",
        "UPDATE journal SET seq = 4 WHERE seq = 5",
        "UPDATE journal SET seq = 5 WHERE seq = -1",
    )  # fmt: skip
    assert "journal_broken" in codes(office)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE actual SET value = '99' WHERE quarter = 1",
        "UPDATE actual SET version = 9 WHERE quarter = 1",
        "UPDATE actual SET seq = 1 WHERE quarter = 1",
        "DELETE FROM actual",
        "REPLACE INTO executed SELECT version, seq, fund_id, quarter, '1' FROM executed LIMIT 1",
        "INSERT INTO project VALUES (1, 1, 'id', '第三个')",
        "UPDATE meta SET value = '1' WHERE name = 'is_sample'",
    ],
)
def test_that_a_row_changed_past_the_program_is_noticed(office: Workspace, statement: str) -> None:
    sql(office.path, statement)
    assert codes(office) == {"rows_differ"}


def test_that_the_state_of_an_earlier_moment_can_be_told(office: Workspace) -> None:
    seq, key = sql(office.path, "SELECT seq, row_key FROM journal ORDER BY seq DESC LIMIT 1")[0]
    with office._database.reading() as connection:
        assert state_at(connection, seq)["actual", key]["value"] == "7"
        assert state_at(connection, seq - 1)["actual", key]["value"] == "0"


def test_that_the_history_of_a_cell_can_be_asked_for(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    told = office.journal(entity="actual", key=f"{indicator.id}/1")
    assert [entry.command for entry in told] == ["import", "record_actual"]
    assert told[-1].person == "王科长"
    assert told[-1].time.startswith("2024-03-31T09:00:")


def test_that_a_clock_without_a_time_zone_is_our_fault() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Pen(Head(0, GENESIS), Origin(None, "u", "m", "0"), "c", "x", None, datetime(2024, 1, 1))  # noqa: DTZ001
