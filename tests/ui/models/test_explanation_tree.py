"""An explanation is a tree: the score, its steps, and the quarters one level deeper."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.services.messages import speaker
from tests.ui.scored import Q1, Q3, cards_of, indicator, mixed_plan, small_plan
from ui.models.explanation_tree import ExplanationTree, Role


@pytest.fixture
def tree(qapp):
    model = ExplanationTree()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def children(model, parent):
    return [model.index(row, 0, parent) for row in range(model.rowCount(parent))]


def top_of(model):
    (top,) = children(model, QModelIndex())
    return top


def test_the_first_line_has_score_weight_and_loss(tree):
    tree.show_score(cards_of(mixed_plan())[Q3], 1, speaker("en"))
    top = top_of(tree)
    assert (top.data(), top.data(Role.NOTE), top.data(Role.STRONG)) == ("15.11 / 20", "−4.89", True)


def test_a_full_score_says_nothing_of_a_loss(tree):
    plan = small_plan(indicator("个数", "≥12个", "90", "12"))
    tree.show_score(cards_of(plan)[Q3], 0, speaker("en"))
    assert top_of(tree).data(Role.NOTE) == ""


def test_steps_speak_the_language_asked_for(tree):
    card = cards_of(mixed_plan())[Q3]
    tree.show_score(card, 1, speaker("zh_CN"))
    assert [step.data(Role.LABEL) for step in children(tree, top_of(tree))][:2] == ["规则包", "规则"]
    tree.show_score(card, 1, speaker("en"))
    assert children(tree, top_of(tree))[1].data() == "按完成比例赋分, target ≥90%"


def test_numbers_are_put_in(tree):
    tree.show_score(cards_of(mixed_plan())[Q3], 1, speaker("en"))
    assert any(step.data() == "20 × 68.0 ÷ 90 = 15.1111" for step in children(tree, top_of(tree)))


def test_quarters_hang_one_level_below_the_actual(tree):
    tree.show_score(cards_of(mixed_plan())[Q3], 0, speaker("en"))
    actual = next(step for step in children(tree, top_of(tree)) if tree.rowCount(step))
    quarters = [(line.data(Role.LABEL), line.data()) for line in children(tree, actual)]
    assert quarters == [("Q1", "3"), ("Q2", "4"), ("Q3", "2")]
    assert tree.parent(children(tree, actual)[0]) == actual


def test_what_was_not_reported_has_no_score(tree):
    tree.show_score(cards_of(mixed_plan())[Q3], 4, speaker("en"))
    assert top_of(tree).data() == "— / 10"


def test_an_excluded_indicator_gives_its_reason(tree):
    plan = small_plan(indicator("个数", "≥12个", "45", excluded="项目取消"), indicator("率", "=100%", "45", "100%"))
    tree.show_score(cards_of(plan)[Q3], 0, speaker("zh_CN"))
    assert "项目取消" in children(tree, top_of(tree))[0].data()


def test_execution_is_explained_too(tree):
    tree.show_execution(cards_of(mixed_plan())[Q3], speaker("en"))
    assert top_of(tree).data() == "8.00 / 10"
    assert "120.00" in tree.text()


def test_execution_without_spending_is_a_dash(tree):
    tree.show_execution(cards_of(small_plan(indicator("个数", "≥12个", "90")))[Q1], speaker("en"))
    assert top_of(tree).data() == "— / 10"


def test_the_text_is_indented_by_depth(tree):
    tree.show_score(cards_of(mixed_plan())[Q3], 0, speaker("en"))
    depths = [len(line) - len(line.lstrip()) for line in tree.text().split("\n")]
    assert depths[0] == 0
    assert set(depths) == {0, 2, 4}


def test_a_line_is_read_aloud_with_its_topic(tree):
    tree.show_score(cards_of(mixed_plan())[Q3], 1, speaker("en"))
    assert top_of(tree).data(Qt.ItemDataRole.AccessibleTextRole) == "Score 15.11 / 20 −4.89"
    tree.clear()
    assert tree.rowCount() == 0
