"""Questions about reasons given beside a value. Plain SQL."""

from sqlite3 import Connection


def revision_reasons(connection: Connection, plan_id: str) -> dict[str, str]:
    """Why the budgets of a plan were revised, by fund id; funds without a reason are missing."""
    rows = connection.execute(
        "SELECT r.fund_id, r.reason FROM revision_reason r JOIN fund f ON f.id = r.fund_id WHERE f.plan_id = ?",
        (plan_id,),
    )
    return dict(rows.fetchall())
