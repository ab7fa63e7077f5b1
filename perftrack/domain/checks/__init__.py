"""Findings of a scorecard and across the scorecards of a year (guide: findings). Never raises."""

from collections.abc import Iterable

from perftrack.domain.checks.criteria import words_without_criteria
from perftrack.domain.checks.evidence import check_evidence
from perftrack.domain.checks.indicators import check_indicator
from perftrack.domain.checks.money import check_money, check_projects
from perftrack.domain.checks.names import look_alikes
from perftrack.domain.checks.plans import check_plan
from perftrack.domain.evidence import Gap
from perftrack.domain.findings import Finding
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import Severity

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)


def check_card(card: Scorecard, gaps: Iterable[Gap] = ()) -> tuple[Finding, ...]:
    """The findings of one plan as of its quarter, errors first, then in sheet order; none of a plan that fell away.

    ``gaps`` say what evidence is missing; a plan does not know its evidence by itself.
    """
    if card.plan.dropped is not None:
        return ()
    found = [*check_plan(card), *check_money(card)]
    for score in card.scores:
        found.extend(check_indicator(score, card))
    found.extend(check_evidence(card, gaps))
    return tuple(sorted(found, key=lambda finding: _ORDER.index(finding.severity)))


def check_office(cards: tuple[Scorecard, ...], with_criteria: frozenset[str] | None = None) -> tuple[Finding, ...]:
    """The findings across the plans of one year; plans that fell away do not count.

    ``with_criteria`` are the ids of the indicators whose grades have written criteria; None: that is not known, and
    nothing is said about criteria.
    """
    kept = tuple(card for card in cards if card.plan.dropped is None)
    criteria = () if with_criteria is None else words_without_criteria(kept, with_criteria)
    return (*check_projects(kept), *look_alikes(kept), *criteria)


__all__ = ["check_card", "check_office"]
