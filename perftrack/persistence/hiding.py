"""What a reader of the journal is not shown: hashes of passwords. The journal itself stays whole, for its chain."""

import json
from dataclasses import replace

from perftrack.persistence.journal import Entry

#: Table → columns that are shown as set or not set only.
_SECRET = {"person": ("password",)}


def without_secrets(entry: Entry) -> Entry:
    """``entry`` with a secret that is set replaced by ``true``; the rest as it is."""
    columns = _SECRET.get(entry.entity)
    if columns is None:
        return entry
    return replace(entry, before=_hidden(entry.before, columns), after=_hidden(entry.after, columns))


def _hidden(row: str | None, columns: tuple[str, ...]) -> str | None:
    if row is None:
        return None
    values = json.loads(row)
    shown = {key: value if key not in columns or value is None else True for key, value in values.items()}
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
