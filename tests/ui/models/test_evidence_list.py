"""Evidence in a list: read aloud whole, and still while nothing changed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.evidence import Evidence
from perftrack.domain.periods import Quarter
from perftrack.domain.terms import EvidenceKind
from ui.models.evidence_list import EvidenceLine, EvidenceList

ONE = Evidence(
    "e1", "p", "i", Quarter.Q3, 7, EvidenceKind.ORIGINAL, "拨付凭证.pdf", "", 655_360,
    "2024-10-14T09:00:00+08:00", "项目负责人", "见第3页",
)  # fmt: skip


@pytest.fixture
def lines(qapp):
    model = EvidenceList()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([EvidenceLine(ONE, "三季度"), EvidenceLine(replace(ONE, id="e2", number=8, note=""), "全年")])
    return model


def test_that_a_line_says_number_kind_quarter_and_note(lines):
    assert lines.line(0).about == "佐证7　原始凭证　三季度　见第3页"
    assert lines.line(1).about == "佐证8　原始凭证　全年"
    spoken = lines.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "拨付凭证.pdf 640 KB 佐证7　原始凭证　三季度　见第3页"
    assert lines.index(0).data(Qt.ItemDataRole.ToolTipRole) == "拨付凭证.pdf\n见第3页\n2024-10-14 项目负责人"


def test_that_the_same_lines_again_change_nothing(qtbot, lines):
    with qtbot.assertNotEmitted(lines.modelReset):
        lines.show([lines.line(0), lines.line(1)])
    with qtbot.waitSignal(lines.modelReset):
        lines.show([lines.line(1)])


def test_that_places_outside_the_list_hold_nothing(lines):
    assert lines.line(-1) is None
    assert lines.row_of("none") == -1
    assert (lines.row_of("e2"), lines.data(QModelIndex())) == (1, None)
