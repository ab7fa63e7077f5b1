"""The scores of a year as the JSON document of ``score --json`` (guide: interchange)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from perftrack.domain.decimals import money, plain
from perftrack.domain.evidence import Gap
from perftrack.domain.explanation import explain
from perftrack.domain.findings import Finding
from perftrack.domain.periods import Quarter
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.errors import UserError
from perftrack.services import evidence, reporting
from perftrack.services.messages import Speaker
from perftrack.services.workspace import Workspace

#: Plan id → missing evidence.
Gaps = Mapping[str, Sequence[Gap]]


@dataclass(frozen=True, slots=True)
class YearScores:
    """The cards of a year as of a quarter; ``findings`` are those across its plans, ``gaps`` missing evidence."""

    department: str
    year: int
    quarter: Quarter
    pack: RulePack
    cards: tuple[Scorecard, ...]
    findings: tuple[Finding, ...]
    gaps: Gaps = field(default_factory=dict)

    def findings_of(self, card: Scorecard) -> tuple[Finding, ...]:
        """The findings of one of the cards."""
        return reporting.plan_findings(card, self.gaps.get(card.plan.id, ()))


@dataclass(frozen=True, slots=True)
class LocatedFinding:
    """A finding with the year and the name of the plan it belongs to; ``plan`` None: it concerns several."""

    year: int
    plan: str | None
    finding: Finding


def office_list(
    cards: Sequence[Scorecard], gaps: Gaps | None = None, with_criteria: frozenset[str] | None = None
) -> tuple[LocatedFinding, ...]:
    """The findings of the cards of one year, with missing evidence where ``gaps`` tell of it, and those across them.

    For ``with_criteria`` see ``reporting.office_findings``.
    """
    found = [
        LocatedFinding(card.plan.year, card.plan.name, finding)
        for card in cards
        for finding in reporting.plan_findings(card, (gaps or {}).get(card.plan.id, ()))
    ]
    if cards:
        across = reporting.office_findings(tuple(cards), with_criteria)
        found.extend(LocatedFinding(cards[0].plan.year, None, finding) for finding in across)
    return tuple(found)


def year_scores(
    workspace: Workspace,
    *,
    year: int | None = None,
    quarter: Quarter = Quarter.Q4,
    plan: str | None = None,
    pack: str | None = None,
) -> YearScores:
    """The scores of ``year`` (default: the latest), of all plans or of those named ``plan``, under ``pack``.

    Raises :class:`UserError` ``no_year``, ``year_unknown``, ``plan_unknown``, ``unknown_pack``.
    """
    chosen = reporting.latest_year(workspace) if year is None else year
    if chosen not in workspace.years():
        known = ", ".join(map(str, workspace.years())) or "—"
        raise UserError("year_unknown", path=str(workspace.path), year=chosen, known=known)
    cards = reporting.scorecards(workspace, chosen, quarter, pack)
    findings = reporting.office_findings(cards)
    if plan is not None:
        names = "、".join(card.plan.name for card in cards)
        cards = tuple(card for card in cards if card.plan.name == plan)
        if not cards:
            raise UserError("plan_unknown", year=chosen, name=plan, known=names)
    used = reporting.pack_for(workspace, chosen, pack)
    gaps = evidence.year_gaps(workspace, [card.plan for card in cards], quarter)
    return YearScores(workspace.department().name, chosen, quarter, used, cards, findings, gaps)


def scores_object(scores: YearScores, speaker: Speaker) -> dict[str, Any]:
    """The document of ``score --json``. Money in 万元, rates and completion in per cent, everything as text."""
    return {
        "year": scores.year,
        "quarter": int(scores.quarter),
        "findings": findings_list(scores.findings, speaker),
        "plans": [_card(card, scores.findings_of(card), speaker) for card in scores.cards],
    }


def findings_list(findings: Sequence[Finding], speaker: Speaker) -> list[dict[str, str]]:
    """Findings with their sentences."""
    return [
        {
            "severity": finding.severity.value,
            "code": finding.code,
            "subject": finding.subject,
            "message": speaker.finding(finding),
        }
        for finding in findings
    ]


def located_list(findings: Sequence[LocatedFinding], speaker: Speaker) -> list[dict[str, Any]]:
    """Findings with their sentences, each with its year and plan."""
    return [
        {"year": located.year, "plan": located.plan, **findings_list([located.finding], speaker)[0]}
        for located in findings
    ]


def _card(card: Scorecard, findings: Sequence[Finding], speaker: Speaker) -> dict[str, Any]:
    execution = card.execution
    # only where it is so: the form of all other cards stays as it was
    dropped = {} if card.plan.dropped is None else {"dropped": card.plan.dropped}
    return {
        "kind": card.plan.kind.value,
        "name": card.plan.name,
        **dropped,
        "pack": card.pack.id,
        "complete": card.complete,
        "total": plain(card.total),
        "rating": card.rating.value,
        "execution": {
            "weight": plain(execution.weight),
            "budget": money(execution.budget),
            "executed": None if execution.executed is None else money(execution.executed),
            "rate": None if execution.rate is None else plain(execution.rate),
            "score": plain(execution.points),
        },
        "indicators": [_indicator(score, card, speaker) for score in card.scores],
        "findings": findings_list(findings, speaker),
    }


def _indicator(score: Score, card: Scorecard, speaker: Speaker) -> dict[str, Any]:
    indicator = score.indicator
    return {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "name": indicator.name,
        "target": indicator.target,
        "actual": score.actual_text,
        "completion": None if score.completion is None else plain(score.completion),
        "weight": plain(indicator.weight),
        "score": None if score.points is None else plain(score.points),
        "rule": score.rule.value,
        "light": score.light.value,
        "manual": score.manual,
        "explanation": [speaker.step(step) for step in explain(score, card)],
    }
