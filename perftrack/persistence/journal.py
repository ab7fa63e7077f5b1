"""The journal: every change of every row, append-only, each entry chained to the one before by its hash.

The chain shows that a row was altered, cut out or slipped in; it proves little against someone who re-hashes all
of it, which takes a second. The anchor outside the file (the code printed on sheets, the backup's manifest) does.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import starmap, takewhile
from json.encoder import encode_basestring
from sqlite3 import Connection

#: What the first entry is chained to.
GENESIS = bytes(32)

#: name → statement; compared with what the migrations made, re-created from here when a migration lost one.
TRIGGERS = {
    "journal_refuses_update": """CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    "journal_refuses_delete": """CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    # REPLACE deletes without firing the trigger above where recursive_triggers is off
    "journal_refuses_replace": """CREATE TRIGGER journal_refuses_replace BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
OR (NEW.ordinal = 1 AND EXISTS (SELECT 1 FROM journal WHERE command_id = NEW.command_id AND ordinal = 1))
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
}

_APPEND = """
INSERT INTO journal (seq, time, person, os_user, machine, app_version, command_id, ordinal, command, entity, row_key,
    before, after, reason, previous_hash, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

_ENTRIES = """
SELECT seq, time, person, os_user, machine, app_version, command_id, ordinal, command, entity, row_key, before, after,
    reason
FROM journal WHERE (?1 IS NULL OR entity = ?1) AND (?2 IS NULL OR row_key = ?2) ORDER BY seq"""

_ENTRIES_FROM = """
SELECT seq, time, person, os_user, machine, app_version, command_id, ordinal, command, entity, row_key, before, after,
    reason
FROM journal WHERE seq >= ? ORDER BY seq"""

_LINKS = """
SELECT seq, time, person, os_user, machine, app_version, command_id, ordinal, command, entity, row_key, before, after,
    reason, previous_hash, hash
FROM journal ORDER BY seq"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who is at work: the person signed in (if any), the account, the machine, the version of the program."""

    person: str | None
    os_user: str
    machine: str
    app_version: str


@dataclass(frozen=True, slots=True)
class Head:
    """The newest journal row: its number and its hash."""

    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one row, as a reader of the journal sees it; ``before`` and ``after`` are whole rows in JSON."""

    seq: int
    time: str
    person: str | None
    os_user: str
    machine: str
    app_version: str
    command_id: str
    ordinal: int
    command: str
    entity: str
    key: str
    before: str | None
    after: str | None
    reason: str | None


#: (table, key, before, after): what a writer hands in.
Change = tuple[str, str, str | None, str | None]


class Pen:
    """Writes the entries of one command. ``moment`` must know its time zone."""

    def __init__(
        self, head: Head, origin: Origin, command_id: str, command: str, reason: str | None, moment: datetime
    ) -> None:
        if moment.tzinfo is None:
            raise ValueError("the clock must know its time zone")
        self.head = head
        self.ordinal = 0
        time = moment.isoformat(timespec="microseconds")
        self._fixed = (time, origin.person, origin.os_user, origin.machine, origin.app_version, command_id)
        self._command = command
        self._reason = reason

    def append(self, connection: Connection, changes: list[Change]) -> int:
        """Writes one entry per change; the number of the first, the others follow without a gap."""
        seq, previous, ordinal = self.head.seq, self.head.hash, self.ordinal
        first, fixed, command, reason = seq + 1, self._fixed, self._command, self._reason
        prefix, suffix = _joined(fixed), _text(reason)
        command_text = _text(command)
        rows = []
        for entity, key, before, after in changes:
            seq += 1
            ordinal += 1
            digest = _digest(previous, seq, prefix, ordinal, command_text, entity, key, before, after, suffix)
            rows.append((seq, *fixed, ordinal, command, entity, key, before, after, reason, previous, digest))
            previous = digest
        connection.executemany(_APPEND, rows)
        self.head, self.ordinal = Head(seq, previous), ordinal
        return first


def _text(value: str | None) -> str:
    return "null" if value is None else encode_basestring(value)


def _joined(fixed: tuple[str | None, ...]) -> str:
    return ",".join([_text(value) for value in fixed])


def _digest(
    previous: bytes, seq: int, prefix: str, ordinal: int, command: str, entity: str, key: str,
    before: str | None, after: str | None, reason: str,
) -> bytes:  # fmt: skip
    """SHA-256 over the previous hash and the entry as a JSON array; before and after go in as they are."""
    line = (
        f'[{seq},{prefix},{ordinal},{command},"{entity}",{encode_basestring(key)},'
        f"{before or 'null'},{after or 'null'},{reason}]"
    )
    return hashlib.sha256(previous + line.encode()).digest()


def head(connection: Connection) -> Head:
    """The newest entry; number 0 in an empty journal."""
    row = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(0, GENESIS) if row is None else Head(row[0], row[1])


def first_of(connection: Connection, command_id: str) -> int | None:
    """The number of a command's first entry, None if it has not been stored."""
    found = connection.execute("SELECT seq FROM journal WHERE command_id = ? AND ordinal = 1", (command_id,)).fetchone()
    return None if found is None else int(found[0])


def entries(connection: Connection, *, entity: str | None = None, key: str | None = None) -> Iterator[Entry]:
    """Entries oldest first, of one table or one row."""
    yield from starmap(Entry, connection.execute(_ENTRIES, (entity, key)))


def entries_of(connection: Connection, command_id: str) -> list[Entry]:
    """The entries of one command, oldest first; they follow each other without a gap."""
    first = first_of(connection, command_id)
    if first is None:
        return []
    later = starmap(Entry, connection.execute(_ENTRIES_FROM, (first,)))
    return list(takewhile(lambda entry: entry.command_id == command_id, later))


def broken_links(connection: Connection) -> Iterator[int]:
    """The numbers of entries whose own hash, link to the one before, or number does not hold."""
    previous, last = GENESIS, 0
    for row in connection.execute(_LINKS):
        seq, *fixed, ordinal, command, entity, key, before, after, reason, linked, own = row
        digest = _digest(
            linked, seq, _joined(tuple(fixed)), ordinal, _text(command), entity, key, before, after, _text(reason)
        )
        if seq != last + 1 or linked != previous or digest != own:
            yield seq
        previous, last = own, seq
