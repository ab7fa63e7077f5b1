"""Questions about who put values where they are, answered from the journal. Plain SQL."""

from sqlite3 import Connection


def reported_by(connection: Connection, plan_id: str, quarter: int, person: str) -> frozenset[str]:
    """Ids of the indicators of a plan whose value, cause or remedy in ``quarter`` (1–4) ``person`` put last."""
    return frozenset(key for (key,) in connection.execute(_REPORTED, (plan_id, quarter, person)))


_REPORTED = """
SELECT v.indicator_id FROM (SELECT indicator_id, quarter, seq FROM actual
                            UNION ALL SELECT indicator_id, quarter, seq FROM deviation) v
JOIN indicator i ON i.id = v.indicator_id JOIN journal j ON j.seq = v.seq
WHERE i.plan_id = ?1 AND v.quarter = ?2 AND j.person = ?3"""
