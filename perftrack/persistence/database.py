"""The open file. What others hold of it is one opaque :class:`Database`.

Opening looks at the header first (:mod:`perftrack.persistence.header`), refuses what is missing, foreign, newer or
damaged, and never creates anything; creating is a separate act that refuses an existing file. A file that cannot be
written (its own rights, or a folder in which no save could be prepared) is opened for reading, and says so.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from perftrack.errors import DataFileError
from perftrack.persistence.connection import BUSY_TIMEOUT, Mode, connect
from perftrack.persistence.faults import in_words
from perftrack.persistence.header import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    TABLE_NAMES,
    Header,
    has_journal,
    read_header,
)

if TYPE_CHECKING:  # imported for the first save: it costs more than an empty window
    from sqlalchemy import Connection, Engine

__all__ = ["APPLICATION_ID", "SCHEMA_VERSION", "Database", "Header", "check", "read_header"]

#: Files this process has open, by device and inode: they must not be opened a second time by plain means.
_OPEN: dict[tuple[int, int], int] = {}
_OPEN_LOCK = threading.Lock()


def identity(path: Path) -> tuple[int, int] | None:
    """Device and inode, None if there is no such file. Opens nothing."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def check(path: Path) -> Header | None:
    """The header of the file, or None if this process has it open and it must be left alone.

    Raises :class:`DataFileError`, see :func:`perftrack.persistence.header.read_header`.
    """
    with _OPEN_LOCK:
        return None if identity(path) in _OPEN else read_header(path)


def writable(path: Path) -> bool:
    """Whether a save could succeed: it writes the file and prepares a journal beside it."""
    return os.access(path, os.W_OK) and (os.name == "nt" or os.access(path.resolve().parent, os.W_OK | os.X_OK))


class Database:
    """An open perftrack file of the current schema. ``read_only`` says that nothing can be stored.

    Reading goes through sqlite3 itself, writing through SQLAlchemy, which is imported for the first write.
    """

    #: The error code with which a command is refused where nothing can be stored.
    refusal = "read_only"

    def __init__(self, path: Path, *, busy_timeout: int = BUSY_TIMEOUT) -> None:
        """Opens ``path``; ``busy_timeout`` in milliseconds.

        Raises :class:`DataFileError` (header codes, ``file_older``, ``file_unfinished``) and
        :class:`~perftrack.errors.UserError` ``locked``, ``io``.
        """
        self.path = path.absolute()
        header = check(self.path)
        if header is not None and header.schema_version < SCHEMA_VERSION:
            raise DataFileError("file_older", path=str(path), version=header.schema_version, known=SCHEMA_VERSION)
        self.read_only = not writable(self.path)
        if self.read_only and has_journal(self.path):  # rolling it back needs to write
            raise DataFileError("file_unfinished", path=str(path))
        self._timeout = busy_timeout
        self._identity = identity(self.path)
        self._closed = False
        self._idle: list[sqlite3.Connection] = []
        self._register(+1)
        try:
            with self.reading() as connection:
                _expect_tables(connection, self.path)
        except BaseException:
            self.close()
            raise

    @cached_property
    def _engine(self) -> "Engine":
        from sqlalchemy import QueuePool, create_engine

        return create_engine("sqlite://", creator=self._connect, poolclass=QueuePool, pool_size=1)

    def _connect(self) -> sqlite3.Connection:
        mode: Mode = "ro" if self.read_only else "rw"
        return connect(self.path, mode, busy_timeout=self._timeout)

    def _register(self, step: int) -> None:
        with _OPEN_LOCK:
            if self._identity is not None:
                _OPEN[self._identity] = _OPEN.get(self._identity, 0) + step
                if _OPEN[self._identity] <= 0:
                    del _OPEN[self._identity]

    def still_there(self) -> bool:
        """Whether the path still names the file that was opened."""
        return identity(self.path) == self._identity

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One short read transaction: everything read inside belongs together. Database errors in user's words."""
        with in_words(self.path):
            try:
                connection = self._idle.pop()
            except IndexError:
                connection = self._connect()
            try:
                connection.execute("BEGIN")
                yield connection
                connection.execute("ROLLBACK")
            except BaseException:
                connection.close()
                raise
            if self._closed or self._idle:  # one is kept, for the next question
                connection.close()
            else:
                self._idle.append(connection)

    def connection(self) -> "Connection":
        """A connection for a unit of work, nothing begun yet. The caller closes it."""
        return self._engine.connect()

    def close(self) -> None:
        """Lets go of the file. A second call does nothing."""
        if not self._closed:
            self._closed = True
            while self._idle:
                self._idle.pop().close()
            if "_engine" in self.__dict__:
                self._engine.dispose()
            self._register(-1)


def _expect_tables(connection: sqlite3.Connection, path: Path) -> None:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    if not {name for (name,) in rows} >= TABLE_NAMES:
        raise DataFileError("file_damaged", path=str(path))
