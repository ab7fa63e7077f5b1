"""Questions about indicators that go on under another name, answered from the links of the file. Plain SQL."""

from sqlite3 import Connection


def links(connection: Connection) -> dict[str, str]:
    """The indicator of an earlier year each linked indicator goes on with, by indicator id."""
    return dict(connection.execute("SELECT indicator_id, earlier_id FROM indicator_link"))
