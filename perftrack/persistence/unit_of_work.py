"""The one door for writes: one command, one short transaction, every changed row journalled by itself."""

import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from types import TracebackType

from sqlalchemy.exc import DBAPIError

from perftrack.errors import UserError
from perftrack.persistence import journal
from perftrack.persistence.database import Database
from perftrack.persistence.faults import in_words
from perftrack.persistence.journal import Change, Head, Origin, Pen
from perftrack.persistence.shapes import Row, shapes
from perftrack.persistence.stored import Key, Values


def new_key() -> str:
    """A fresh UUID, for rows and commands."""
    return str(uuid.uuid4())


class UnitOfWork:
    """``with UnitOfWork(…) as work:`` begins at once (BEGIN IMMEDIATE) and commits once, at the end.

    Anything raised inside rolls everything back. Database errors come out as :class:`UserError`: ``locked``,
    ``read_only``, ``disk_full``, ``io``, ``file_moved``, ``changed_elsewhere``; nothing is half applied.
    A command whose ``command_id`` has been stored before finds ``already_stored`` true and must write nothing.

    ``seen`` is the newest journal row the caller has read: a row that is younger was changed by someone else
    meanwhile and is not overwritten. None leaves that unchecked.
    """

    def __init__(
        self,
        database: Database,
        command: str,
        *,
        origin: Origin,
        moment: datetime,
        reason: str | None = None,
        command_id: str | None = None,
        seen: int | None = None,
    ) -> None:
        self.command_id = command_id or new_key()
        self.already_stored = False
        self._database = database
        self._command = command
        self._origin = origin
        self._moment = moment
        self._reason = reason
        self._seen = seen
        self._began: Head | None = None
        self._spoilt = False

    def __enter__(self) -> "UnitOfWork":
        if self._database.read_only:
            raise UserError(self._database.refusal, path=str(self._database.path))
        if not self._database.still_there():
            raise UserError("file_moved", path=str(self._database.path))
        with ExitStack() as stack:
            stack.enter_context(in_words(self._database.path, DBAPIError))
            self._connection = stack.enter_context(self._database.connection())
            self._connection.exec_driver_sql("BEGIN IMMEDIATE")
            self._began = journal.head(self.connection)
            self.already_stored = journal.first_of(self.connection, self.command_id) is not None
            self._pen = Pen(self._began, self._origin, self.command_id, self._command, self._reason, self._moment)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._stack:  # closes the connection, then puts database errors into words
            if error is not None:
                self._connection.rollback()
                raise error.with_traceback(trace)
            self._finish()

    def _finish(self) -> None:
        if self._spoilt:
            self._connection.rollback()
            raise RuntimeError("a write failed and was passed over")
        if not self.stored:
            self._connection.rollback()
            return
        try:
            self._connection.commit()
        except DBAPIError:
            self._connection.rollback()
            if not self._stored_after_all():  # an error at commit does not prove that nothing was stored
                raise

    def _stored_after_all(self) -> bool:
        try:
            with self._database.reading() as fresh:
                return journal.first_of(fresh, self.command_id) is not None
        except (UserError, sqlite3.Error):
            return False

    @property
    def connection(self) -> sqlite3.Connection:
        """For the queries of :mod:`perftrack.persistence.repositories` inside this transaction."""
        raw = self._connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return raw

    @property
    def stored(self) -> bool:
        """Whether anything has been written."""
        return self._began is not None and self._pen.head != self._began

    @property
    def first_seq(self) -> int:
        """The number the first journal row of this command has or would have."""
        return self._began.seq + 1 if self._began else 0

    @property
    def head(self) -> Head:
        """The journal's newest row as this command leaves it."""
        return self._pen.head

    def rows(self, entity: str, column: str, wanted: Iterable[str | int]) -> list[Row]:
        """The rows of a table whose ``column`` is among ``wanted``."""
        return list(shapes()[entity].rows(self.connection, column, wanted))

    def all_rows(self, entity: str) -> list[Row]:
        """Every row of a table; for the short ones."""
        return list(shapes()[entity].rows(self.connection))

    def find(self, entity: str, keys: Iterable[Key]) -> dict[Key, Row]:
        """Rows by key; keys without a row are missing."""
        return shapes()[entity].find(self.connection, keys)

    def insert(self, entity: str, rows: Sequence[Values], versions: Sequence[int] | None = None) -> None:
        """Adds rows, given as values in column order. ``versions`` is for undo, which goes on counting."""
        if not rows:
            return
        shape = shapes()[entity]
        counted = list(zip(rows, versions or [1] * len(rows), strict=True))
        canonical, key_text = shape.canonical, shape.key_text
        changes: list[Change] = [
            (entity, key_text(values), None, canonical(values, count)) for values, count in counted
        ]
        with self._writing(changes) as first:
            self._many(
                shape.insert_sql, [(count, seq, *values) for seq, (values, count) in enumerate(counted, start=first)]
            )

    def update(self, entity: str, pairs: Sequence[tuple[Row, Values]]) -> None:
        """Changes rows from what was read of them to new values with the same key."""
        if not pairs:
            return
        shape = shapes()[entity]
        changes: list[Change] = [
            (entity, shape.key_text(after), shape.canonical(*before[:2]), shape.canonical(after, before.version + 1))
            for before, after in pairs
        ]
        with self._writing(changes, [before for before, _ in pairs]) as first:
            parameters = [
                (row.version + 1, seq, *[after[place] for place in shape.other_places], *shape.key(after), row.version)
                for seq, (row, after) in enumerate(pairs, start=first)
            ]
            self._many(shape.update_sql, parameters, must_hit=True)

    def delete(self, entity: str, rows: Sequence[Row]) -> None:
        """Takes out rows as they were read."""
        if not rows:
            return
        shape = shapes()[entity]
        changes: list[Change] = [(entity, shape.key_text(row.values), shape.canonical(*row[:2]), None) for row in rows]
        with self._writing(changes, rows):
            self._many(shape.delete_sql, [(*shape.key(row.values), row.version) for row in rows], must_hit=True)

    @contextmanager
    def _writing(self, changes: list[Change], replaced: Iterable[Row] = ()) -> Iterator[int]:
        """Journals the changes; the number of the first. A failure spoils the unit, even if a caller passes over it."""
        self._spoilt = True
        # rows of this very command may be changed again, others only as far as the caller knows them
        if self._seen is not None and any(self._seen < row.seq < self.first_seq for row in replaced):
            raise UserError("changed_elsewhere")
        yield self._pen.append(self.connection, changes)
        self._spoilt = False

    def _many(self, sql: str, parameters: Sequence[tuple[object, ...]], *, must_hit: bool = False) -> None:
        result = self._connection.exec_driver_sql(sql, parameters[0] if len(parameters) == 1 else list(parameters))
        if must_hit and result.rowcount != len(parameters):
            raise UserError("changed_elsewhere")
