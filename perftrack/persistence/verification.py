"""Is the file what its journal says? Each complaint is a code and its arguments; none means sound."""

import json
from sqlite3 import Connection

from perftrack.persistence import journal
from perftrack.persistence.integrity import faults
from perftrack.persistence.schema import differences
from perftrack.persistence.shapes import shapes

Complaint = tuple[str, dict[str, object]]


def complaints(connection: Connection) -> list[Complaint]:
    """Integrity, foreign keys, schema, the journal's chain, and the live rows against a replay of the journal.

    Codes: ``integrity``, ``foreign_keys``, ``schema_differs``, ``journal_broken``, ``rows_differ``.
    """
    found: list[Complaint] = []
    found.extend(("integrity", {"detail": line}) for line in faults(connection))
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        found.append(("foreign_keys", {"count": len(orphans), "table": orphans[0][0]}))
    found.extend(("schema_differs", {"name": name}) for name in differences(connection))
    broken = list(journal.broken_links(connection))
    if broken:
        found.append(("journal_broken", {"count": len(broken), "seq": broken[0]}))
    found.extend(_against_replay(connection))
    return found


def _against_replay(connection: Connection) -> list[Complaint]:
    states: dict[str, dict[str, tuple[int, str]]] = {name: {} for name in shapes()}
    found: list[Complaint] = []
    for entry in journal.entries(connection):
        rows = states.setdefault(entry.entity, {})
        known = rows.pop(entry.key, None)
        if (known[1] if known else None) != entry.before:
            found.append(("journal_broken", {"count": 1, "seq": entry.seq}))
        if entry.after is not None:
            rows[entry.key] = (entry.seq, entry.after)
    for name, shape in shapes().items():
        replayed = states.pop(name)
        differing = 0
        for row in shape.rows(connection):
            expected = replayed.pop(shape.key_text(row.values), None)
            differing += expected != (row.seq, shape.canonical(row.values, row.version))
        differing += len(replayed)
        if differing:
            found.append(("rows_differ", {"table": name, "count": differing}))
    found.extend(("rows_differ", {"table": name, "count": len(rows)}) for name, rows in states.items() if rows)
    return found


def state_at(connection: Connection, seq: int) -> dict[tuple[str, str], dict[str, object]]:
    """Every row as it was right after journal row ``seq``, by table and key."""
    state: dict[tuple[str, str], dict[str, object]] = {}
    for entry in journal.entries(connection):
        if entry.seq > seq:
            break
        state.pop((entry.entity, entry.key), None)
        if entry.after is not None:
            state[entry.entity, entry.key] = json.loads(entry.after)
    return state
