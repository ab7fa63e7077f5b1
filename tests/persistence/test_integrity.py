"""A sound file is said to be sound, also where SQLite's own check is mistaken."""

import sqlite3

from perftrack.persistence.integrity import faults

TABLE = (
    "CREATE TABLE own (version INTEGER NOT NULL, plan TEXT NOT NULL, person TEXT NOT NULL,"
    " PRIMARY KEY (plan, person)) WITHOUT ROWID, STRICT"
)


def test_that_rows_which_are_nothing_but_their_key_are_sound() -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute(TABLE)
        connection.executemany("INSERT INTO own VALUES (1, ?, 'x')", [(str(number),) for number in range(30)])
        assert faults(connection) == []


def test_that_what_is_really_missing_is_still_found() -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE plan (name TEXT)")
        connection.execute("INSERT INTO plan VALUES (NULL)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = 'CREATE TABLE plan (name TEXT NOT NULL)'")
        connection.execute("PRAGMA writable_schema = RESET")
        assert faults(connection) == ["NULL value in plan.name"]
