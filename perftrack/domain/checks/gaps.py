"""Findings of what a quarter leaves out. They are asked for where it is submitted, not of a scorecard at any time."""

from collections.abc import Iterator

from perftrack.domain.findings import Finding
from perftrack.domain.gaps import gaps_of, said_something
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import Severity


def left_out(card: Scorecard) -> Iterator[Finding]:
    """A warning for every indicator and fund without a report for the quarter of ``card``.

    What is written and does not read is another finding.
    """
    plan, arguments = card.plan, {"quarter": str(int(card.quarter))}
    gaps = gaps_of(plan, card.quarter)
    for item in gaps.indicators:
        if not said_something(item.actuals.get(card.quarter)):
            yield Finding(Severity.WARNING, "value_missing", item.name, arguments, plan.id, item.id)
    for fund in gaps.funds:
        yield Finding(Severity.WARNING, "spending_missing", fund.source, arguments, plan.id, fund_id=fund.id)
