"""From nothing, or an older generation, to the current schema. Alembic is imported here and only when it is needed.

An older file is never changed in place: a copy made by SQLite's backup API is verified, migrated in one transaction,
verified again and only then put in the file's place; the old file stays beside it.
"""

import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from perftrack.errors import DataFileError
from perftrack.persistence.connection import connect, set_pragma
from perftrack.persistence.database import check
from perftrack.persistence.faults import in_words, translated
from perftrack.persistence.header import SCHEMA_VERSION
from perftrack.persistence.integrity import faults

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent / "migrations"


def run_scripts(path: Path, scripts: Path = SCRIPTS) -> None:
    """Brings the database at ``path`` to the newest generation in one transaction; what fails leaves it as it was."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import StaticPool, create_engine

    def unchecked() -> sqlite3.Connection:
        connection = connect(path, "rwc")
        # rebuilding a table would delete or refuse its children; inside a transaction this pragma does nothing
        set_pragma(connection, path, "foreign_keys", "OFF", 0)
        return connection

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = create_engine("sqlite://", creator=unchecked, poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            _restore_triggers(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise DataFileError("migration_failed", path=str(path), reason=f"foreign_key_check: {broken[0][0]}")
            connection.commit()
    finally:
        engine.dispose()


def _restore_triggers(connection: "Connection") -> None:
    """Rebuilding a table drops its triggers without a word."""
    from perftrack.persistence.journal import TRIGGERS

    rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for name in TRIGGERS.keys() - {row[0] for row in rows}:
        connection.exec_driver_sql(TRIGGERS[name])


def migrate(path: Path, *, scripts: Path = SCRIPTS, target: int = SCHEMA_VERSION) -> Path | None:
    """Brings an older file to generation ``target``; the path of the old file kept beside it, None if it was current.

    Raises :class:`DataFileError` (header codes, ``migration_failed``) and :class:`~perftrack.errors.UserError`
    ``locked``, ``disk_full``, ``io``; then the file is as it was.
    """
    header = check(path)
    if header is None or header.schema_version >= target:
        return None
    before = _stamp(path)
    with scratch(path, "migrating") as copy, in_words(path):
        _backup(path, copy)
        counts = _verified(copy, path)
        _run(copy, scripts, path)
        after = _verified(copy, path)
        lost = sorted(table for table, count in counts.items() if after.get(table, count) < count)
        if lost or _user_version(copy) != target:
            raise DataFileError("migration_failed", path=str(path), reason=", ".join(lost) or "user_version")
        if _stamp(path) != before:  # somebody saved meanwhile
            raise DataFileError("migration_failed", path=str(path), reason="changed")
        kept = path.with_name(f"{path.name}.schema-{header.schema_version}-{uuid.uuid4().hex[:8]}")
        try:
            os.link(path, kept)
        except OSError:  # a file system without hard links
            _backup(path, kept)
        os.replace(copy, path)  # at every moment there is a whole file of this name
        _sync_folder(path.parent)
    return kept


def _run(copy: Path, scripts: Path, shown: Path) -> None:
    from sqlalchemy.exc import DBAPIError

    try:
        run_scripts(copy, scripts)
    except DBAPIError as error:
        raise translated(error, shown) or DataFileError(
            "migration_failed", path=str(shown), reason=str(error.orig)
        ) from error


@contextmanager
def scratch(path: Path, word: str) -> Iterator[Path]:
    """A name beside ``path`` for a file in the making; whatever is left under it afterwards is removed."""
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex}.{word}")
    try:
        yield temporary
    finally:
        for leftover in (temporary, temporary.with_name(temporary.name + "-journal")):
            leftover.unlink(missing_ok=True)


def place(finished: Path, path: Path) -> None:
    """Gives a finished, closed file its name; raises ``FileExistsError`` rather than replace what has it already."""
    try:
        os.link(finished, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(str(path)) from None
        os.rename(finished, path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":  # elsewhere a folder cannot be opened, and needs no sync
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _backup(source: Path, target: Path) -> None:
    with closing(connect(source, "rw")) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)


def _verified(path: Path, shown: Path) -> dict[str, int]:
    """Row counts of every table of a sound database; raises ``file_damaged``."""
    with closing(connect(path, "rw")) as connection:
        sound = not faults(connection)
        if not sound or connection.execute("PRAGMA foreign_key_check").fetchall():
            raise DataFileError("file_damaged", path=str(shown))
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - from the schema
            for name in names
        }


def _user_version(path: Path) -> int:
    with closing(connect(path, "rw")) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return version


def _stamp(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns
