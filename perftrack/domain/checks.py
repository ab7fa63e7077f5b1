"""Findings of a scorecard and across the scorecards of a year (guide: findings)."""

from perftrack.domain.findings import Finding
from perftrack.domain.scorecards import Scorecard


def check_card(card: Scorecard) -> tuple[Finding, ...]:
    """The findings of one plan as of its quarter."""
    return ()


def check_office(cards: tuple[Scorecard, ...]) -> tuple[Finding, ...]:
    """The findings across the plans of one year."""
    return ()
