"""The file as it was: right after any journal row, rebuilt in memory from a copy of now, backwards.

Every row names the journal row that made it (``seq``), and every journal row carries the whole row before it. So what
is younger than the wanted moment goes, and what the first later entry of each row says was there before comes back.
The cost is one copy of the file and what happened since, which is little for the days people ask about; starting from
the first entry costs all that ever happened. The result is a database of the same schema, so everything that reads a
file reads a past one.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from perftrack.errors import UserError
from perftrack.persistence.database import Database
from perftrack.persistence.faults import in_words
from perftrack.persistence.stored import Stored

#: A row of the journal's business: its table and its key.
_Place = tuple[str, str]

# A clock that was wrong for a while must not tear the history apart: of all cuts the one is taken that has the
# fewest commands on the wrong side of the day; of several the one behind the command nearest to the day.
_CUT = """
SELECT seq, later FROM (
    SELECT seq, day, sum(CASE WHEN day > ? THEN 1 ELSE -1 END) OVER (ORDER BY seq) AS later
    FROM (SELECT seq, substr(time, 1, 10) AS day FROM journal WHERE ordinal = 1))
ORDER BY later, day DESC, seq DESC LIMIT 1"""

_END_OF_COMMAND = """
SELECT seq, time FROM journal
WHERE seq < coalesce((SELECT min(seq) FROM journal WHERE ordinal = 1 AND seq > ?), 9223372036854775807)
ORDER BY seq DESC LIMIT 1"""

_DAYS = "SELECT substr(time, 1, 10), count(*) FROM journal WHERE ordinal = 1 GROUP BY 1 ORDER BY 1"

_SINCE = "SELECT entity, row_key, before FROM journal WHERE seq > ? ORDER BY seq DESC"
_UP_TO = "SELECT seq, entity, row_key FROM journal WHERE seq <= ? ORDER BY seq DESC"


def seq_at_end_of(connection: sqlite3.Connection, day: str) -> int:
    """The last journal row of ``day`` or before, by the calendar where it was written; 0 if there is none.

    ``day`` is an ISO date.
    """
    found = connection.execute(_CUT, (day,)).fetchone()
    if found is None or found[1] > 0:
        return 0
    return end_of_command(connection, found[0])[0]


def end_of_command(connection: sqlite3.Connection, seq: int) -> tuple[int, str]:
    """The last journal row of the command that wrote row ``seq``, and its time; (0, "") in an empty journal."""
    found = connection.execute(_END_OF_COMMAND, (seq,)).fetchone()
    return (0, "") if found is None else (int(found[0]), str(found[1]))


def days(connection: sqlite3.Connection) -> dict[str, int]:
    """How many commands were stored on each day (ISO) on which any were, ascending."""
    return dict(connection.execute(_DAYS))


class PastDatabase(Database):
    """A file right after journal row ``seq``. Nothing can be stored in it; the live file is not held."""

    refusal = "past_read_only"

    def __init__(self, live: Database, seq: int) -> None:
        """Raises :class:`UserError` ``past_unreadable`` where the journal cannot give a row back, and as any read."""
        self.path = live.path
        self.read_only = True
        self._memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            with live.reading() as connection, in_words(live.path):
                connection.backup(self._memory)
                _rewind(self._memory, seq)
        except BaseException:
            self.close()
            raise

    def still_there(self) -> bool:
        """Always: nobody else has it."""
        return True

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Everything in it belongs together for ever."""
        with in_words(self.path):
            yield self._memory

    def close(self) -> None:
        """Lets go of the memory. A second call does nothing."""
        self._memory.close()


def _rewind(memory: sqlite3.Connection, seq: int) -> None:
    """Takes everything after ``seq`` back, journal included."""
    before: dict[_Place, str | None] = {}
    for entity, key, image in memory.execute(_SINCE, (seq,)):
        before[entity, key] = image  # the oldest of these stays
    if before:
        images = {place: image for place, image in before.items() if image is not None}
        made_by = _made_by(memory, seq, images)
        triggers = memory.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        memory.execute("BEGIN")
        for name, _ in triggers:
            memory.execute(f'DROP TRIGGER "{name}"')
        for table in sorted({entity for entity, _ in before}):
            _expect(memory, table, seq)
            memory.execute(f'DELETE FROM "{table}" WHERE seq > ?', (seq,))  # noqa: S608 - a table of this file
        _put_back(memory, images, made_by)
        memory.execute("DELETE FROM journal WHERE seq > ?", (seq,))
        for _, statement in triggers:
            memory.execute(statement)
        memory.execute("COMMIT")
    memory.execute("PRAGMA query_only = ON")


def _made_by(memory: sqlite3.Connection, seq: int, wanted: Mapping[_Place, str]) -> dict[_Place, int]:
    """The journal row up to ``seq`` that made each of these rows as it was then."""
    found: dict[_Place, int] = {}
    if wanted:
        for number, entity, key in memory.execute(_UP_TO, (seq,)):
            if (entity, key) in wanted and (entity, key) not in found:
                found[entity, key] = number
                if len(found) == len(wanted):
                    break
    return found


def _put_back(memory: sqlite3.Connection, images: Mapping[_Place, str], made_by: Mapping[_Place, int]) -> None:
    rows: defaultdict[str, list[tuple[Stored, ...]]] = defaultdict(list)
    columns: dict[str, dict[str, bool]] = {}
    for (table, key), image in images.items():
        if table not in columns:
            columns[table] = _columns(memory, table)
        number = made_by.get((table, key))
        if number is None:
            raise UserError("past_unreadable", table=table, key=key)
        content = json.loads(image)
        content["seq"] = number
        rows[table].append(_fitted(content, columns[table], table, key))
    for table, values in rows.items():
        marks = ", ".join("?" * len(columns[table]))
        memory.executemany(f'INSERT INTO "{table}" VALUES ({marks})', values)  # noqa: S608 - a table of this file


def _fitted(content: dict[str, Any], columns: Mapping[str, bool], table: str, key: str) -> tuple[Stored, ...]:
    """An image in the order of today's columns; one that came later is empty, one that went cannot be shown."""
    lacking = columns.keys() - content.keys()
    if content.keys() - columns.keys() or any(not columns[name] for name in lacking):
        raise UserError("past_unreadable", table=table, key=key)
    return tuple([content.get(name) for name in columns])


def _columns(memory: sqlite3.Connection, table: str) -> dict[str, bool]:
    """The columns of a table in order, and whether each may be empty."""
    return {
        name: not needed
        for name, needed in memory.execute('SELECT name, "notnull" FROM pragma_table_info(?) ORDER BY cid', (table,))
    }


def _expect(memory: sqlite3.Connection, table: str, seq: int) -> None:
    """A table of the journal that a later schema has not any more cannot be shown."""
    if not _columns(memory, table):
        raise UserError("past_unreadable", table=table, key=str(seq))
