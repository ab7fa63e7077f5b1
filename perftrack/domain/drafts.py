"""Drafts of causes and remedies from fixed patterns, for the lead to complete.

A draft states what the numbers say and leaves a marked hole for what only the lead knows; a text that still has its
hole is a finding, so a draft cannot be handed in by mistake.
"""

from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.decimals import EXACT, divide, money, plain, rounded, shortest
from perftrack.domain.phrases import Phrase
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.shares import met
from perftrack.domain.targets import TargetKind, print_target
from perftrack.domain.terms import CauseKind, Rule
from perftrack.domain.yearvalues import YearState

#: How a hole opens, in either language of the drafts.
HOLES = ("【待补充", "[to be completed")


@dataclass(frozen=True, slots=True)
class Draft:
    """A cause and a remedy, to be spoken and edited; each has a hole to be filled."""

    cause: Phrase
    remedy: Phrase


def has_hole(text: str) -> bool:
    """Whether a draft was left as it came.

    >>> has_hole("原因为【待补充：具体情况】"), has_hole("财预〔2020〕10号")
    (True, False)
    """
    return any(hole in text for hole in HOLES)


def situation(score: Score) -> str | None:
    """What went wrong with an indicator, as a pattern's name; None where nothing did or nothing can be said."""
    if score.excluded:
        return None
    if "beyond_target" in score.notices:
        return "beyond"
    if score.value.state is YearState.MISSING:
        return None if score.target.kind is TargetKind.EMPTY else "silent"
    if score.points is None or score.lost <= 0:
        return None
    return "deducted" if score.manual else _shortfall(score)


def _shortfall(score: Score) -> str:
    target, value = score.target, score.value
    if value.state is YearState.DATE:
        return "late"
    if value.state is YearState.GRADE or not target.is_numeric:
        return "graded"
    if met(target, value.value, value.parts):
        return "deducted"
    if target.kind is TargetKind.RANGE:
        return "outside"
    if target.is_ceiling or value.value > EXACT.multiply(target.value, value.parts):
        return "over"
    return "dissatisfied" if score.rule is Rule.SATISFACTION else "short"


def draft_for(score: Score, kind: CauseKind = CauseKind.OTHER) -> Draft | None:
    """The draft for an indicator that lost points, is far beyond its target, or was not reported; else None."""
    found = situation(score)
    if found is None:
        return None
    arguments = {
        "name": score.indicator.name,
        "target": print_target(score.target),
        "actual": score.actual_text or "—",
        "gap": _gap(score),
        "lost": plain(score.lost),
        "completion": "—" if score.completion is None else plain(score.completion),
        "kind": kind.value,
    }
    remedy = found if found in ("beyond", "silent") else kind.name.lower()
    return Draft(Phrase("draft_cause", found, arguments), Phrase("draft_remedy", remedy, arguments))


def _gap(score: Score) -> str:
    """The distance between actual and target in the target's unit."""
    value, target = score.value, score.target
    if value.state is not YearState.NUMBER or target.kind is not TargetKind.NUMBER:
        return "—"
    gap = divide(EXACT.subtract(value.value, EXACT.multiply(target.value, value.parts)), value.parts)
    unit = "个百分点" if target.unit == "%" else target.unit
    return shortest(rounded(abs(gap))) + unit


def spending_draft(card: Scorecard, code: str, kind: CauseKind = CauseKind.OTHER) -> Draft:
    """The draft for an alarm about the money of a plan: ``unspent`` or ``ahead_of_execution``."""
    execution = card.execution
    executed = execution.executed or Decimal(0)
    arguments = {
        "name": card.plan.name,
        "budget": money(execution.budget),
        "executed": money(executed),
        "left": money(max(execution.budget - executed, Decimal(0))),
        "rate": "0" if execution.rate is None else plain(execution.rate),
        "kind": kind.value,
    }
    return Draft(Phrase("draft_cause", code, arguments), Phrase("draft_remedy", code, arguments))
