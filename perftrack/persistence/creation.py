"""Making a new file: whole or not at all, and never over another one."""

import os
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from perftrack.errors import DataFileError, UserError
from perftrack.persistence.database import Database
from perftrack.persistence.faults import in_words
from perftrack.persistence.migrate import place, run_scripts, scratch


def create_file(path: Path, fill: Callable[[Database], None]) -> None:
    """A new database at ``path``, made under another name beside it, filled by ``fill``, then given its name.

    Raises :class:`DataFileError` ``file_exists``, ``folder_missing``, ``folder_not_writable`` and
    :class:`UserError` ``disk_full``, ``io``; then there is no new file.
    """
    path = path.absolute()
    if os.path.lexists(path):
        raise DataFileError("file_exists", path=str(path))
    if not path.parent.is_dir():
        raise DataFileError("folder_missing", path=str(path.parent))
    try:
        with scratch(path, "new") as unfinished, in_words(path, DBAPIError):
            run_scripts(unfinished)
            database = Database(unfinished)
            try:
                fill(database)
            finally:
                database.close()
            place(unfinished, path)
    except FileExistsError:
        raise DataFileError("file_exists", path=str(path)) from None
    except PermissionError:
        raise DataFileError("folder_not_writable", path=str(path.parent)) from None
    except UserError as error:
        if error.code == "io" and not os.access(path.parent, os.W_OK):
            raise DataFileError("folder_not_writable", path=str(path.parent)) from error
        raise
