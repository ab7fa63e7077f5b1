"""The findings of the plans whose sheets are written."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from perftrack.domain.evidence import Gap
from perftrack.domain.findings import Finding
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import score_plan
from perftrack.domain.terms import Severity
from perftrack.services import reporting
from perftrack.services.messages import Speaker
from ui.models.findings import ORDER, FindingLine

Gathered = Sequence[tuple[Plan, tuple[Finding, ...]]]


def findings_of(plans: Iterable[Plan], pack: RulePack, quarter: Quarter, gaps: Mapping[str, Sequence[Gap]]) -> Gathered:
    """The findings of each plan as of ``quarter``, ``gaps`` of evidence among them. It may run anywhere: no file."""
    return [(plan, reporting.plan_findings(score_plan(plan, pack, quarter), gaps.get(plan.id, ()))) for plan in plans]


def worst_of(gathered: Gathered) -> dict[str, Severity]:
    """The worst severity per plan id."""
    return {plan.id: min((finding.severity for finding in found), key=ORDER.index) for plan, found in gathered if found}


def lines_of(gathered: Gathered, chosen: Collection[str], speaker: Speaker) -> list[FindingLine]:
    """The findings of the plans whose ids are ``chosen``, as they are read."""
    return [
        FindingLine(finding, speaker.finding(finding), _place(plan, finding))
        for plan, found in gathered
        if plan.id in chosen
        for finding in found
    ]


def _place(plan: Plan, finding: Finding) -> str:
    """The plan, and within it what the finding is about."""
    subject = finding.subject
    return plan.name if not subject or subject == plan.name else f"{plan.name}  {subject}"
