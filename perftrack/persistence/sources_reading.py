"""Questions about who entered what, answered from the journal with domain values. Plain SQL.

Every row names the journal entry that made it as it is, so the answer is one look-up per row; only where that entry
changed no more than the note is the journal searched for the one before.
"""

import json
from collections.abc import Iterable
from sqlite3 import Connection

from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.sources import Entered

_SCORED = ("value", "grade", "share")
_ACTUALS = (
    "SELECT a.indicator_id, a.quarter, j.person, j.os_user, j.time, j.command, j.before, j.after"
    " FROM actual a JOIN indicator i ON i.id = a.indicator_id JOIN journal j ON j.seq = a.seq WHERE i.plan_id = ?"
)
_EXECUTED = (
    "SELECT e.fund_id, e.quarter, j.person, j.os_user, j.time, j.command"
    " FROM executed e JOIN fund f ON f.id = e.fund_id JOIN journal j ON j.seq = e.seq WHERE f.plan_id = ?"
)
_EARLIER = (
    "SELECT row_key, person, os_user, time, command, before, after FROM journal"
    " WHERE entity = 'actual' AND row_key IN (SELECT value FROM json_each(?)) AND after IS NOT NULL ORDER BY seq"
)
_REVISED = "SELECT id FROM indicator WHERE plan_id = ? AND version > 1"
_FIRST_TARGETS = (
    "SELECT row_key, coalesce(before, after) ->> 'target' FROM journal"
    " WHERE entity = 'indicator' AND row_key IN (SELECT value FROM json_each(?)) ORDER BY seq DESC"
)


def entered(connection: Connection, plan_id: str) -> dict[tuple[str, Quarter], Entered]:
    """Who stored each value and each executed amount of a plan as it stands, by id of indicator or fund and quarter."""
    found: dict[tuple[str, Quarter], Entered] = {}
    noted: dict[str, tuple[str, Quarter]] = {}
    for key, quarter, person, account, time, command, before, after in connection.execute(_ACTUALS, (plan_id,)):
        place = (key, QUARTERS[quarter - 1])
        found[place] = Entered(person or account, time, command)
        if not _value_changed(before, after):
            noted[f"{key}/{quarter}"] = place
    for key, quarter, person, account, time, command in connection.execute(_EXECUTED, (plan_id,)):
        found[key, QUARTERS[quarter - 1]] = Entered(person or account, time, command)
    if noted:
        rows = connection.execute(_EARLIER, (_listed(noted),))
        for key, person, account, time, command, before, after in rows:
            if _value_changed(before, after):
                found[noted[key]] = Entered(person or account, time, command)
    return found


def first_targets(connection: Connection, plan_id: str) -> dict[str, str]:
    """The targets the indicators of a plan were first stored with, by id; those never changed since are missing."""
    changed = [str(row[0]) for row in connection.execute(_REVISED, (plan_id,))]
    if not changed:
        return {}
    return dict(connection.execute(_FIRST_TARGETS, (_listed(changed),)).fetchall())


def _value_changed(before: str | None, after: str | None) -> bool:
    """Whether an entry changed what is scored, not the note alone."""
    if before is None or after is None:
        return True
    old, new = json.loads(before), json.loads(after)
    return any(old.get(name) != new.get(name) for name in _SCORED)


def _listed(keys: Iterable[str]) -> str:
    return json.dumps(sorted(keys))
