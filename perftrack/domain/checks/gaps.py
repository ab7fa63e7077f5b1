"""Findings of what a quarter leaves out. They are asked for where it is submitted, not of a scorecard at any time."""

from collections.abc import Iterator, Mapping

from perftrack.domain.findings import Finding
from perftrack.domain.gaps import gaps_of, said_something
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import Severity
from perftrack.domain.units import Breakdown

#: So many names of silent units are said; of the others only that they are.
_NAMED = 5


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


def silent_units(card: Scorecard, broken_down: Mapping[str, Breakdown]) -> Iterator[Finding]:
    """A warning for every indicator whose value follows from some of its units while others have not reported.

    ``broken_down`` is by indicator id. Where no unit has reported the value itself is missing, which is said already.
    """
    for item in card.plan.indicators:
        broken = broken_down.get(item.id)
        missing = broken.missing(card.quarter) if broken is not None and item.excluded is None else ()
        if broken is None or not missing or not broken.reported(card.quarter):
            continue
        arguments = {
            "quarter": str(int(card.quarter)),
            "kind": broken.kind,
            "count": str(len(missing)),
            "units": "、".join(unit.name for unit in missing[:_NAMED]) + ("……" if len(missing) > _NAMED else ""),
        }
        yield Finding(Severity.WARNING, "units_missing", item.name, arguments, card.plan.id, item.id)
