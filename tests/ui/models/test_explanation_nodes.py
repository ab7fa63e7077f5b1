"""An explanation as a tree: the score first, its steps, the quarters with who entered them, the evidence."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.evidence import Evidence
from perftrack.domain.explanation_tree import execution_node, explanation_tree, indicator_node
from perftrack.domain.sources import Entered, Sources
from perftrack.domain.terms import EvidenceKind
from perftrack.services.messages import speaker
from tests.ui.scored import Q1, Q2, Q3, cards_of, indicator, mixed_plan, small_plan
from ui.models.explanation_nodes import ExplanationNodes, Role, walk

EN = speaker("en")
SOURCES = Sources(
    {
        ("活动次数", Q1): Entered("项目负责人", "2024-04-08T09:00:00+08:00", "record"),
        ("活动次数", Q2): Entered("", "2023-12-31T09:00:00+08:00", "import"),
        ("活动次数", Q3): Entered("项目负责人", "2024-10-11T08:05:00+08:00", "undo"),
    },
    {},
    (Evidence("e3", "plan", "活动次数", Q3, 3, EvidenceKind.WORKING, "签到表.pdf", "0" * 64, 10, ""),),
)


@pytest.fixture
def nodes(qapp):
    model = ExplanationNodes()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def show_score(nodes, row, plan=None, sources=SOURCES, language="en"):
    card = cards_of(plan or mixed_plan())[Q3]
    node = indicator_node(card.scores[row], card, sources, every_quarter=True)
    nodes.show(node, speaker(language), sources, 2024)
    return nodes.index(0, 0)


def lines(model, parent):
    return [model.index(row, 0, parent) for row in range(model.rowCount(parent))]


def said(index):
    return index.data(Role.LABEL), index.data(), index.data(Role.NOTE)


def test_that_the_first_line_has_score_weight_and_loss(nodes):
    top = show_score(nodes, 1)
    assert (*said(top), top.data(Role.STRONG)) == ("Score", "15.11 / 20", "−4.89", True)


def test_that_a_full_score_says_nothing_of_a_loss(nodes):
    top = show_score(nodes, 0, small_plan(indicator("个数", "≥12个", "90", "12")))
    assert said(top) == ("Score", "90.00 / 90", "")


def test_that_the_pack_stands_short_with_its_source_in_the_tooltip(nodes):
    pack = lines(nodes, show_score(nodes, 1))[0]
    assert said(pack) == ("Rule pack", "national-2020", "version 1")
    assert "财预" in pack.data(Qt.ItemDataRole.ToolTipRole)


def test_that_steps_speak_the_language_asked_for(nodes):
    assert [line.data(Role.LABEL) for line in lines(nodes, show_score(nodes, 1, language="zh_CN"))][:2] == [
        "规则包",
        "规则",
    ]


def test_that_a_quarter_has_who_when_and_evidence_at_its_right_end(nodes):
    actual = next(line for line in lines(nodes, show_score(nodes, 0)) if nodes.rowCount(line))
    assert [said(line) for line in lines(nodes, actual)] == [
        ("Q1", "3", "项目负责人  04-08"),
        ("Q2", "4", "imported  2023-12-31"),
        ("Q3", "2", "restored  项目负责人  10-11  佐证3"),
    ]
    assert nodes.parent(lines(nodes, actual)[0]) == actual
    assert "08:05" in lines(nodes, actual)[2].data(Qt.ItemDataRole.ToolTipRole)


def test_that_quarters_that_no_longer_count_are_shown_too(nodes):
    actual = next(line for line in lines(nodes, show_score(nodes, 1)) if nodes.rowCount(line))
    assert [line.data() for line in lines(nodes, actual)] == ["92.0%", "81.0%", "68.0%"]


def test_that_evidence_is_a_link_to_its_file(nodes):
    last = lines(nodes, show_score(nodes, 0))[-1]
    assert last.data(Role.LINK)
    assert last.data(Role.NODE).subject == "e3"
    assert "签到表.pdf" in last.data()


def test_that_what_was_not_reported_has_no_score(nodes):
    assert show_score(nodes, 4).data() == "— / 10"


def test_that_an_excluded_indicator_gives_its_weight_and_reason(nodes):
    plan = small_plan(indicator("个数", "≥12个", "45", excluded="项目取消"), indicator("率", "=100%", "45", "100%"))
    top = show_score(nodes, 0, plan, language="zh_CN")
    assert said(top) == ("Score", "— / 45", "")
    assert "项目取消" in lines(nodes, top)[0].data()


def test_that_execution_is_explained_with_its_funds(nodes):
    card = cards_of(mixed_plan())[Q3]
    nodes.show(execution_node(card), EN)
    assert nodes.index(0, 0).data() == "8.00 / 10"
    assert any("96.00" in str(line.data()) for line in walk(nodes))


def test_that_the_total_leads_down_to_quarters(nodes):
    card = cards_of(mixed_plan())[Q3]
    nodes.show(explanation_tree(card, SOURCES), EN, SOURCES, 2024)
    top = nodes.index(0, 0)
    assert f"{card.total}" in top.data()
    level = lines(nodes, top)[0]
    assert said(level)[1:] == ("产出指标", f"{card.level1()[0].points} / 40")
    item = lines(nodes, lines(nodes, level)[0])[0]
    assert said(item) == ("Indicator", "活动次数", "15.00 / 20")
    assert "Q1" in [line.data(Role.LABEL) for line in walk(nodes, item)]


def test_that_a_line_is_read_aloud_with_label_and_note(nodes):
    assert show_score(nodes, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Score 15.11 / 20 −4.89"
    nodes.clear()
    assert nodes.rowCount(QModelIndex()) == 0
