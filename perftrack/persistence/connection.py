"""One connection to a perftrack file, with its pragmas set and read back. Standard library only."""

import os
import sqlite3
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from perftrack.errors import DataFileError

#: How long a write waits for another process's lock, in milliseconds.
BUSY_TIMEOUT = 5000

#: name → (value to set, value to be read back). Reasons: guide on reliability, measured on SQLite 3.40–3.53.
PRAGMAS: dict[str, tuple[str, object]] = {
    "busy_timeout": (str(BUSY_TIMEOUT), BUSY_TIMEOUT),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": ("0", 0),
    "journal_mode": ("DELETE", "delete"),  # a copied or mailed file is whole; WAL loses rows on shares
    "synchronous": ("EXTRA", 3),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),  # else REPLACE deletes without firing the journal's triggers
}

Mode = Literal["ro", "rw", "rwc"]


def uri(path: Path, mode: Mode) -> str:
    """The SQLite URI of ``path``; also for shares (``//server/…``) and drive letters."""
    posix = path.absolute().as_posix()
    rooted = posix if posix.startswith("/") else f"/{posix}"
    return f"file://{quote(os.fsencode(rooted), safe='/:')}?mode={mode}"


def connect(path: Path, mode: Mode = "rw", *, busy_timeout: int = BUSY_TIMEOUT) -> sqlite3.Connection:
    """A connection in which nothing begins by itself (``isolation_level=None``), pragmas set and read back.

    ``busy_timeout`` in milliseconds. Raises :class:`DataFileError` ``file_pragma`` if SQLite ignored a pragma,
    else whatever sqlite3 raises (:func:`perftrack.persistence.faults.translated` knows the words for it).
    """
    connection = sqlite3.connect(uri(path, mode), uri=True, isolation_level=None, check_same_thread=False)
    try:
        for name, (value, expected) in PRAGMAS.items():
            if name == "busy_timeout":
                value, expected = str(busy_timeout), busy_timeout
            set_pragma(connection, path, name, value, expected)
    except BaseException:
        connection.close()
        raise
    return connection


def set_pragma(connection: sqlite3.Connection, path: Path, name: str, value: str, expected: object) -> None:
    """Sets one pragma and reads it back."""
    connection.execute(f"PRAGMA {name}={value}").close()
    row = connection.execute(f"PRAGMA {name}").fetchone()
    if row is not None and row[0] != expected:  # no row: a library built without that feature
        raise DataFileError("file_pragma", path=str(path), pragma=name, value=str(row[0]))
