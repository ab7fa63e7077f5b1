"""Database errors in the user's words. What has no words here is a fault of the program and is raised as it came."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from perftrack.errors import DataFileError, UserError

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _PERM, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 3, 26


def translated(error: BaseException, path: Path) -> UserError | None:
    """The :class:`UserError` for a sqlite3 error or SQLAlchemy's wrapping of one, None if it has no words.

    Codes: ``locked``, ``read_only``, ``disk_full``, ``io``, ``file_damaged``, ``text_unstorable``.
    """
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, UnicodeEncodeError):  # half a surrogate pair, from broken JSON
        return UserError("text_unstorable", text=cause.object[max(0, cause.start - 20) : cause.start])
    if not isinstance(cause, sqlite3.Error):
        return None
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest its detail
    detail = getattr(cause, "sqlite_errorname", "")
    if code in (_BUSY, _LOCKED):
        return UserError("locked", path=str(path))
    if code in (_READONLY, _PERM):
        return UserError("read_only", path=str(path))
    if code == _FULL:
        return UserError("disk_full", path=str(path))
    if code in (_CORRUPT, _NOTADB):
        return DataFileError("file_damaged", path=str(path))
    if code in (_IOERR, _CANTOPEN):
        return UserError("io", path=str(path), detail=detail)
    return None


@contextmanager
def in_words(path: Path, *wrapping: type[Exception]) -> Iterator[None]:
    """Raises database errors of the body as :class:`UserError` where :func:`translated` knows words for them.

    ``wrapping`` are the errors a library wraps those of sqlite3 in, named by whoever uses that library.
    """
    known: tuple[type[Exception], ...] = (sqlite3.Error, UnicodeEncodeError, *wrapping)
    try:
        yield
    except known as error:
        worded = translated(error, path)
        if worded is None:
            raise
        raise worded from error
