"""Who reported what."""

from perftrack.domain.periods import Quarter
from perftrack.services.workspace import Workspace


def reported_by_me(ws: Workspace, plan_id: str, quarter: Quarter) -> frozenset[str]:
    """Ids of the indicators whoever acts reported last in a quarter; none for somebody without a name."""
    from perftrack.persistence import authors_reading

    if not ws.actor.name:
        return frozenset()
    with ws.reading() as connection:
        return authors_reading.reported_by(connection, plan_id, int(quarter), ws.actor.name)
