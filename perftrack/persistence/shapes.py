"""The statements and the canonical form of each table's rows, made once from the table classes.

Writers handle rows as tuples of stored values (text, whole numbers, nothing) in column order, without the two
columns the unit of work fills in (``version``, ``seq``): one form for tables, journal, undo and bulk inserts.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from json.encoder import encode_basestring
from sqlite3 import Connection
from typing import Any, NamedTuple

from sqlalchemy import Column, Table, bindparam, delete, insert, select, text, update
from sqlalchemy.dialects import sqlite

from perftrack.persistence.all_tables import TABLES
from perftrack.persistence.stored import Key, Stored, Values, listed
from perftrack.persistence.tables import table_of
from perftrack.persistence.types import ExactDecimal


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
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    if isinstance(value, int):
        return str(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What writing to one table needs. ``columns`` leaves out ``version`` and ``seq``."""

    name: str
    table: Table = field(repr=False)
    columns: tuple[str, ...]
    key_places: tuple[int, ...]
    other_places: tuple[int, ...]
    decimal_places: frozenset[int]
    insert_sql: str = field(repr=False)
    update_sql: str = field(repr=False)
    delete_sql: str = field(repr=False)
    canonical: Callable[[Values, int], str] = field(repr=False)

    def key(self, values: Values) -> Key:
        """The key's values of a row."""
        return tuple([values[place] for place in self.key_places])

    def key_text(self, values: Values) -> str:
        """The key as the journal writes it: parts joined by "/"."""
        return "/".join([str(values[place]) for place in self.key_places])

    def rows(self, connection: Connection, column: str | None = None, wanted: Iterable[Stored] = ()) -> Iterator[Row]:
        """The rows whose ``column`` is among ``wanted``; without a column all of them."""
        parameters = () if column is None else listed(wanted)
        yield from map(_row, connection.execute(_selection(self.table, column), parameters))

    def find(self, connection: Connection, keys: Iterable[Key]) -> dict[Key, Row]:
        """The rows with these keys, by key; keys without a row are missing."""
        wanted = set(keys)
        first = self.columns[self.key_places[0]]
        found = {self.key(row.values): row for row in self.rows(connection, first, (key[0] for key in wanted))}
        return {key: row for key, row in found.items() if key in wanted}


@cache
def _selection(table: Table, column: str | None) -> str:
    """Whole rows. Made once: building a statement costs more than running it."""
    if column is None:
        return _sql(select(table))
    wanted = text("SELECT value FROM json_each(:wanted)").columns(table.c[column])
    return _sql(select(table).where(table.c[column].in_(wanted)))


def _row(raw: Sequence[Any]) -> Row:
    return Row(tuple(raw[2:]), raw[0], raw[1])


def _sql(statement: Any) -> str:
    return str(statement.compile(dialect=sqlite.dialect()))


def _canonical(columns: Sequence[str]) -> Callable[[Values, int], str]:
    """A writer of canonical JSON (sorted keys, no spaces); a template is several times the speed of json.dumps."""
    places = {name: place for place, name in enumerate([*columns, "version"])}
    template = "{" + ",".join(f'"{name}":%s' for name in sorted(places)) + "}"
    order = [places[name] for name in sorted(places)]

    def write(values: Values, version: int) -> str:
        full = (*values, version)
        return template % tuple([encoded(full[place]) for place in order])

    return write


def _shape(table: Table) -> Shape:
    counters = ("version", "seq")
    if tuple(column.name for column in table.columns)[:2] != counters:
        raise TypeError(f"{table.name}: version and seq come first")
    columns: list[Column[Any]] = [column for column in table.columns if column.name not in counters]
    keys = list(table.primary_key.columns)
    unchanged = [column == bindparam(f"key_{column.name}") for column in keys]
    unchanged.append(table.c.version == bindparam("expected"))
    changing: dict[str, Any] = {column.name: bindparam(column.name) for column in table.columns if column not in keys}
    return Shape(
        name=table.name,
        table=table,
        columns=tuple(column.name for column in columns),
        key_places=tuple(columns.index(column) for column in keys),
        other_places=tuple(place for place, column in enumerate(columns) if column not in keys),
        decimal_places=frozenset(place for place, each in enumerate(columns) if isinstance(each.type, ExactDecimal)),
        insert_sql=_sql(insert(table)),
        update_sql=_sql(update(table).where(*unchanged).values(changing)),
        delete_sql=_sql(delete(table).where(*unchanged)),
        canonical=_canonical([column.name for column in columns]),
    )


@cache
def shapes() -> dict[str, Shape]:
    """Every journalled table by name, parents before children."""
    return {table.name: _shape(table) for table in map(table_of, TABLES)}
