"""The statements and the canonical form of each table's rows, made once from the table classes.

Writers handle rows as tuples of stored values (text, whole numbers, nothing) in column order, without the two
columns the unit of work fills in (``version``, ``seq``): one form for tables, journal, undo and bulk inserts.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from json.encoder import encode_basestring
from typing import NamedTuple

from sqlalchemy import Column, ColumnElement, Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.dialects import sqlite

from perftrack.persistence.tables import TABLES
from perftrack.persistence.types import Stored

Values = tuple[Stored, ...]
Key = tuple[Stored, ...]
_DIALECT = sqlite.dialect()  # type: ignore[no-untyped-call]


class Row(NamedTuple):
    """One row as stored: its values in column order, how often it changed, the journal row that made it so."""

    values: Values
    version: int
    seq: int


def encoded(value: Stored) -> str:
    """One value as JSON.

    >>> encoded(None), encoded(3), encoded("≥")
    ('null', '3', '"≥"')
    """
    if value is None:
        return "null"
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, int):
        return str(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")


@dataclass(frozen=True, slots=True)
class Shape:
    """What writing to one table needs. ``columns`` leaves out ``version`` and ``seq``."""

    name: str
    columns: tuple[str, ...]
    key_columns: tuple[str, ...]
    key_places: tuple[int, ...]
    insert_sql: str
    update_sql: str
    delete_sql: str
    select_sql: str
    by_column: Mapping[str, str] = field(repr=False)
    canonical: Callable[[Values, int], str] = field(repr=False)

    def key(self, values: Values) -> Key:
        """The key's values of a row."""
        return tuple(values[place] for place in self.key_places)

    def key_text(self, values: Values) -> str:
        """The key as the journal writes it: parts joined by "/"."""
        return "/".join(str(values[place]) for place in self.key_places)

    def row(self, raw: Sequence[Stored]) -> Row:
        """A row as the select statements return it: values, then version, then seq."""
        version, seq = raw[-2], raw[-1]
        assert isinstance(version, int)
        assert isinstance(seq, int)
        return Row(tuple(raw[:-2]), version, seq)


def _sql(statement: object) -> str:
    return str(statement.compile(dialect=_DIALECT))  # type: ignore[attr-defined]


def _canonical(columns: Sequence[str]) -> Callable[[Values, int], str]:
    """A writer of canonical JSON (sorted keys, no spaces); a template is four times the speed of json.dumps."""
    names = sorted([*columns, "version"])
    template = "{" + ",".join(f'"{name}":%s' for name in names) + "}"
    places = [[*columns, "version"].index(name) for name in names]

    def write(values: Values, version: int) -> str:
        full = (*values, version)
        return template % tuple([encoded(full[place]) for place in places])

    return write


def _shape(table: Table) -> Shape:
    columns = [column for column in table.columns if column.name not in ("version", "seq")]
    keys = list(table.primary_key.columns)
    ordered = [*columns, table.c.version, table.c.seq]
    others = [column for column in ordered if column not in keys]
    same: list[ColumnElement[bool]] = [column == bindparam(f"key_{column.name}") for column in keys]
    unchanged = and_(*same, table.c.version == bindparam("expected"))

    def placed(column: Column[object]) -> str:
        return _sql(select(*ordered).where(column.in_([bindparam("first")])))

    return Shape(
        name=table.name,
        columns=tuple(column.name for column in columns),
        key_columns=tuple(column.name for column in keys),
        key_places=tuple(columns.index(column) for column in keys),
        insert_sql=_insert_sql(table, ordered),
        update_sql=_sql(
            update(table).where(unchanged).values({column.name: bindparam(column.name) for column in others})
        ),
        delete_sql=_sql(delete(table).where(unchanged)),
        select_sql=_sql(select(*ordered).where(and_(*same))),
        by_column={column.name: placed(column) for column in columns},
        canonical=_canonical([column.name for column in columns]),
    )
