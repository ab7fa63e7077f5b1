"""校验: what stands between a plan's quarter and its submission.

Errors in the lead's own entries block; other errors block closing the year; every warning, and everything left
unreported, asks for a sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from perftrack.domain.access import Act
from perftrack.domain.checks.gaps import left_out, silent_units
from perftrack.domain.evidence import Gap
from perftrack.domain.findings import Finding
from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import Severity
from perftrack.domain.units import Breakdown
from perftrack.errors import RefusedValue
from perftrack.services import evidence, guarding, reporting, units
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace

#: Errors a lead makes by what is typed.
OWN_ERRORS = frozenset({"actual_unread"})


@dataclass(frozen=True, slots=True)
class Point:
    """A finding that asks for a sentence, and the sentence given for it (empty: none yet)."""

    finding: Finding
    sentence: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What the sentence is stored under: code, id of indicator or fund ("" for the plan)."""
        return key_of(self.finding)


@dataclass(frozen=True, slots=True)
class Check:
    """The findings of a plan's quarter by what they ask for."""

    blocking: tuple[Finding, ...]
    other_errors: tuple[Finding, ...]
    points: tuple[Point, ...]
    hints: tuple[Finding, ...]

    @property
    def unanswered(self) -> tuple[Point, ...]:
        """The points without a sentence."""
        return tuple(point for point in self.points if not point.sentence)

    @property
    def ready(self) -> bool:
        """Whether nothing stands in the way of submitting."""
        return not self.blocking and not self.unanswered


def key_of(finding: Finding) -> tuple[str, str]:
    """Code and subject of a finding, as sentences for it are stored."""
    return finding.code, finding.indicator_id or finding.fund_id


def check(ws: Workspace, plan_id: str, quarter: Quarter) -> Check:
    """The check of one plan's quarter, with the sentences given so far."""
    card = reporting.scorecard(ws, plan_id, quarter)
    broken_down = units.breakdowns(ws, [item.id for item in card.plan.indicators])
    return check_card(card, answers(ws, plan_id, quarter), evidence.plan_gaps(ws, card.plan, quarter), broken_down)


def answers(ws: Workspace, plan_id: str, quarter: Quarter) -> Mapping[tuple[str, str], str]:
    """The sentences given for warnings of a plan's quarter."""
    from perftrack.persistence import review_reading

    with ws.reading() as connection:
        return review_reading.answers(connection, plan_id, int(quarter))


def check_card(
    card: Scorecard, given: Mapping[tuple[str, str], str], gaps: Sequence[Gap] = (),
    broken_down: Mapping[str, Breakdown] | None = None,
) -> Check:  # fmt: skip
    """The check of a scorecard with its missing evidence and the units of its indicators, by indicator id.

    Of several warnings with one key one sentence answers all.
    """
    findings = reporting.plan_findings(card, gaps)
    errors = [each for each in findings if each.severity is Severity.ERROR]
    asking: dict[tuple[str, str], Finding] = {}
    warnings = (item for item in findings if item.severity is Severity.WARNING)
    for each in (*left_out(card), *silent_units(card, broken_down or {}), *warnings):
        asking.setdefault(key_of(each), each)
    return Check(
        tuple(each for each in errors if each.code in OWN_ERRORS),
        tuple(each for each in errors if each.code not in OWN_ERRORS),
        tuple(Point(each, given.get(key, "")) for key, each in asking.items()),
        tuple(each for each in findings if each.severity is Severity.HINT),
    )


def answer(ws: Workspace, plan_id: str, quarter: Quarter, key: tuple[str, str], sentence: str) -> Changes:
    """Stores the sentence for a warning; an empty one takes it back.

    Raises RefusedValue ``sentence_says_nothing`` for an empty phrase (无, 完成 …); UserError as every command.
    """
    from perftrack.domain.checks.indicators import is_empty_phrase
    from perftrack.persistence import cells

    words = sentence.strip()
    if words and is_empty_phrase(words):
        raise RefusedValue("sentence_says_nothing", typed=words)
    guarding.require(ws, Act.SUBMIT, plan_id)
    row = (plan_id, int(quarter), *key)
    with ws.writing("answer_finding") as work:
        guarding.refuse_settled(work, [(plan_id, int(quarter))])
        cells.put(work, [cells.whole("finding_answer", row, (*row, words) if words else None)])
    changes = Changes("answer_finding", topics=frozenset({"review"}), label=("answer_finding", {}))
    return ws.took(work, changes)
