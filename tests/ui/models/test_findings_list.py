"""Findings stand in the order of their severity."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.findings import Finding
from perftrack.domain.terms import Severity
from ui.delegates.roles import OBJECT
from ui.models.findings import FindingLine, FindingsList


@pytest.fixture
def lines(qapp):
    model = FindingsList()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def line(severity: Severity, sentence: str) -> FindingLine:
    return FindingLine(Finding(severity, "code", "subject"), sentence, "plan")


def test_errors_come_first_then_warnings_then_hints(lines):
    lines.show([line(Severity.HINT, "h"), line(Severity.WARNING, "w"), line(Severity.ERROR, "e")])
    assert [lines.index(row).data() for row in range(3)] == ["e", "w", "h"]
    assert lines.counts() == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.HINT: 1}


def test_a_finding_says_in_words_how_much_it_matters(lines):
    lines.show([line(Severity.ERROR, "weights")])
    assert lines.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Error: weights plan"
    assert lines.index(0).data(OBJECT) is lines.line(0)
