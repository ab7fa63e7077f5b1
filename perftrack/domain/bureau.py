"""财政复核: what the finance side would stop at, to be cleared before a plan is handed in.

The alarms are findings (guide: findings), those that finance-bureau software raises; each with a draft where a text
clears it. Most are raised as of quarter 4 only, when the year's spending and causes are due.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from perftrack.domain.checks import check_card
from perftrack.domain.drafts import Draft, draft_for, spending_draft
from perftrack.domain.findings import Finding
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.terms import CauseKind

#: The codes of the alarms, in the order they are shown.
ALARMS = (
    "ahead_of_execution",
    "unspent",
    "no_budget",
    "beyond_unexplained",
    "loss_without_cause",
    "empty_phrase",
    "draft_unfinished",
)
_MONEY = frozenset({"ahead_of_execution", "unspent"})


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm of the plan of ``card``; ``score`` where it concerns an indicator, ``draft`` where a text clears it."""

    card: Scorecard
    finding: Finding
    score: Score | None = None
    draft: Draft | None = None


def alarms(card: Scorecard, kind: CauseKind = CauseKind.OTHER) -> tuple[Alarm, ...]:
    """The alarms of one plan, in the order of :data:`ALARMS`; drafts blame ``kind``. Empty: nothing to clear."""
    found = [_alarm(card, finding, kind) for finding in check_card(card) if finding.code in ALARMS]
    return tuple(sorted(found, key=lambda alarm: ALARMS.index(alarm.finding.code)))


def office_alarms(cards: Iterable[Scorecard], kind: CauseKind = CauseKind.OTHER) -> tuple[Alarm, ...]:
    """The alarms of every plan of a year, plan by plan."""
    return tuple(alarm for card in cards for alarm in alarms(card, kind))


def _alarm(card: Scorecard, finding: Finding, kind: CauseKind) -> Alarm:
    if finding.code in _MONEY:
        return Alarm(card, finding, draft=spending_draft(card, finding.code, kind))
    score = _score(card, finding)
    return Alarm(card, finding, score, None if score is None else draft_for(score, kind))


def _score(card: Scorecard, finding: Finding) -> Score | None:
    """The score a finding is about: by id, or by name in a plan that was never stored."""
    for score in card.scores:
        item = score.indicator
        if (item.id, item.name) == (finding.indicator_id, finding.subject):
            return score
    return None
