"""Whether the database is sound inside, past a mistake of SQLite's own check.

SQLite 3.40 reports ``NULL value in table.column`` for tables WITHOUT ROWID that hold nothing behind their key (the
plans of a lead, reading marks), though nothing is NULL there. Such lines are believed only if a query agrees.
"""

import re
import sqlite3

_NULL = re.compile(r"NULL value in (\w+)\.(\w+)")
_MOST = 20


def faults(connection: sqlite3.Connection) -> list[str]:
    """What the integrity check finds, at most 20 lines in SQLite's words; empty when all is well."""
    known: dict[str, bool] = {"ok": False}
    found = []
    for (line,) in connection.execute("PRAGMA integrity_check(1000000000)"):
        if line not in known:
            known[line] = _is_true(connection, line)
        if known[line]:
            found.append(str(line))
    return found[:_MOST]


def _is_true(connection: sqlite3.Connection, line: str) -> bool:
    named = _NULL.fullmatch(line)
    if named is None:
        return True
    table, column = named.groups()
    try:
        query = f'SELECT EXISTS (SELECT 1 FROM "{table}" WHERE typeof("{column}") = ?)'  # noqa: S608
        return bool(connection.execute(query, ("null",)).fetchone()[0])
    except sqlite3.DatabaseError:
        return True
