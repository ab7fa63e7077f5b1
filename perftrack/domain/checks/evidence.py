"""Findings about evidence: what is required and was not given."""

from collections.abc import Iterable, Iterator

from perftrack.domain.evidence import Gap
from perftrack.domain.findings import Finding
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import Severity


def check_evidence(card: Scorecard, gaps: Iterable[Gap]) -> Iterator[Finding]:
    """A warning for each indicator of the card that lacks evidence it must have."""
    names = {item.id: item.name for item in card.plan.indicators}
    for gap in gaps:
        if gap.indicator_id in names:
            kinds = {"kinds": "、".join(kind.value for kind in gap.kinds)}
            subject = names[gap.indicator_id]
            yield Finding(Severity.WARNING, "evidence_missing", subject, kinds, card.plan.id, gap.indicator_id)
