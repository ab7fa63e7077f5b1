"""The schema as the table classes say it and as a file has it, in one comparable form."""

import re
from sqlite3 import Connection

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from perftrack.persistence.all_tables import TABLES
from perftrack.persistence.journal import TRIGGERS
from perftrack.persistence.tables import JournalRow, table_of

#: Made and kept by Alembic itself.
VERSION_TABLE = "alembic_version"


def plain_sql(statement: str) -> str:
    """A statement without what spacing, quotes and line breaks add.

    >>> plain_sql('CREATE TABLE "plan" (\\n\\tid TEXT \\n)\\n STRICT')
    'CREATE TABLE plan(id TEXT)STRICT'
    """
    spaced = re.sub(r"\s+", " ", statement.replace('"', "")).strip()
    return re.sub(r" ?([(),]) ?", r"\1", spaced)


def expected_schema() -> dict[str, str]:
    """name → plain statement of every table, index and trigger, from the code."""
    dialect = sqlite.dialect()
    found: dict[str, str] = {name: plain_sql(sql) for name, sql in TRIGGERS.items()}
    for table in map(table_of, (JournalRow, *TABLES)):
        found[table.name] = plain_sql(str(CreateTable(table).compile(dialect=dialect)))
        for index in table.indexes:
            found[str(index.name)] = plain_sql(str(CreateIndex(index).compile(dialect=dialect)))
    return found


def stored_schema(connection: Connection) -> dict[str, str]:
    """The same from a file. What SQLite keeps for itself (``sqlite_…``) is left out."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    )
    return {name: plain_sql(sql) for name, sql in rows if name != VERSION_TABLE}


def differences(connection: Connection) -> list[str]:
    """Names of tables, indexes and triggers that are missing, changed or not ours; empty when the schema is right."""
    expected, stored = expected_schema(), stored_schema(connection)
    return sorted(name for name in expected.keys() | stored.keys() if expected.get(name) != stored.get(name))
