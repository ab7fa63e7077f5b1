"""Missing evidence is a warning that leads to its indicator."""

from perftrack.domain.checks import check_card
from perftrack.domain.evidence import Gap
from perftrack.domain.terms import EvidenceKind, Severity
from tests.domain.builders import card_of, item, plan_of


def test_that_missing_evidence_is_one_warning_per_indicator() -> None:
    card = card_of(plan_of(item("≥1", "1", name="甲", id="a"), item("≥1", "1", name="乙", id="b")))
    gap = Gap("b", (EvidenceKind.ORIGINAL, EvidenceKind.FORMAL))
    (found,) = [each for each in check_card(card, [gap, Gap("gone", gap.kinds)]) if each.code == "evidence_missing"]
    assert (found.severity, found.subject, found.indicator_id) == (Severity.WARNING, "乙", "b")
    assert found.arguments == {"kinds": "原始凭证、正式资料"}


def test_that_findings_without_gaps_are_as_before() -> None:
    card = card_of(plan_of(item("≥1", "1")))
    assert check_card(card, ()) == check_card(card)
