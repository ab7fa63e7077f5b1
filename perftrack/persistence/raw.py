"""The bare SQLite connection behind whatever connection is handed around: readers are plain SQL on it."""

import sqlite3
from typing import Any


def raw(connection: Any) -> sqlite3.Connection:
    """The driver's connection of a SQLAlchemy connection, or the bare one itself."""
    if isinstance(connection, sqlite3.Connection):
        return connection
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
