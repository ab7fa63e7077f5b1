"""A look at a file before anything opens it as a database. Standard library only, so that it is cheap.

The layout of the first 100 bytes is SQLite's: https://www.sqlite.org/fileformat2.html#the_database_header.
Never call :func:`read_header` on a file this process has open: on POSIX systems closing any handle of a file drops
the locks SQLite holds on it. :mod:`perftrack.persistence.database` keeps the register that prevents it.
"""

import os
import stat
import struct
from dataclasses import dataclass
from pathlib import Path

from perftrack.errors import DataFileError

#: "PTRK": how a perftrack file differs from every other SQLite database.
APPLICATION_ID = 0x5054524B
#: The schema generation this program reads and writes (``PRAGMA user_version``).
SCHEMA_VERSION = 3
#: The tables of that generation; a file that lacks one is damaged.
TABLE_NAMES = frozenset(
    {
        "journal", "meta", "department", "section", "rule_pack", "fiscal_year", "project", "plan", "fund", "executed",
        "indicator", "milestone", "actual", "deviation", "person", "plan_person", "setting", "due_date",
        "quarter_lock", "review", "review_event", "finding_answer", "comment", "reading_mark", "corrective_action",
        "plan_dropped", "revision_reason", "rubric", "survey", "unit", "breakdown", "unit_target", "unit_actual",
        "evidence", "evidence_need", "indicator_link",
    }
)  # fmt: skip

MAGIC = b"SQLite format 3\x00"
HEADER_SIZE = 100


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes say. ``size`` is the file's size in bytes, ``page_size`` too."""

    schema_version: int
    page_size: int
    page_count: int
    size: int


def read_header(path: Path) -> Header:
    """The header of a perftrack file, read without opening it as a database; its bytes never change.

    Raises :class:`DataFileError`: ``file_missing``, ``file_is_folder``, ``file_no_permission``, ``file_empty``,
    ``file_foreign``, ``file_other_program``, ``file_newer``, ``file_truncated``, ``file_damaged``.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise DataFileError("file_is_folder", path=str(path))
        if not stat.S_ISREG(mode):  # a pipe would block the read
            raise DataFileError("file_foreign", path=str(path))
        with path.open("rb") as file:
            head = file.read(HEADER_SIZE)
            size = os.fstat(file.fileno()).st_size
    except (FileNotFoundError, NotADirectoryError):
        raise DataFileError("file_missing", path=str(path)) from None
    except PermissionError:
        raise DataFileError("file_no_permission", path=str(path)) from None
    except OSError as error:
        raise DataFileError("file_unreadable", path=str(path), reason=error.strerror or str(error)) from error
    return _judge(path, head, size)


def _judge(path: Path, head: bytes, size: int) -> Header:
    if size == 0:
        raise DataFileError("file_empty", path=str(path))
    if head[: len(MAGIC)] != MAGIC[: len(head)] or len(head) < len(MAGIC):
        raise DataFileError("file_foreign", path=str(path))
    if len(head) < HEADER_SIZE:
        raise DataFileError("file_truncated", path=str(path), size=size, expected=HEADER_SIZE)
    (application_id,) = struct.unpack_from(">I", head, 68)
    if application_id != APPLICATION_ID:
        raise DataFileError("file_other_program", path=str(path))
    (version,) = struct.unpack_from(">i", head, 60)
    if version > SCHEMA_VERSION:
        raise DataFileError("file_newer", path=str(path), version=version, known=SCHEMA_VERSION)
    (raw_page_size,) = struct.unpack_from(">H", head, 16)
    page_size = 65536 if raw_page_size == 1 else raw_page_size
    if version < 1 or page_size < 512 or page_size & (page_size - 1):
        raise DataFileError("file_damaged", path=str(path))
    changes, pages, valid_for = (struct.unpack_from(">I", head, offset)[0] for offset in (24, 28, 92))
    expected = pages * page_size
    if size < expected and changes == valid_for and not has_journal(path):
        raise DataFileError("file_truncated", path=str(path), size=size, expected=expected)
    return Header(version, page_size, pages, size)


def has_journal(path: Path) -> bool:
    """Whether an unfinished save lies beside the file: SQLite will roll it back, the size may be wrong until then."""
    real = path.resolve()  # SQLite keeps it beside the file itself, not beside a link to it
    try:
        return real.with_name(real.name + "-journal").stat().st_size > 0
    except OSError:
        return False
