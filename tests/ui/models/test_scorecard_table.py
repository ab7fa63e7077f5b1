"""The table of a scorecard says what the card says, and — where nothing is."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.plans import ManualScore
from tests.ui.scored import Q3, cards_of, indicator, mixed_plan, small_plan
from ui.delegates.roles import LOOK, OBJECT, Spark
from ui.models.scorecard_table import Column, ScorecardTable, Span

NO_SPARK = Spark(())


@pytest.fixture
def table(qapp):
    model = ScorecardTable()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def show(model, plan):
    card = cards_of(plan)[Q3]
    model.show(card, [NO_SPARK] * (len(card.scores) + 1))
    return card


def texts(model, row):
    return [model.index(row, column).data() for column in Column]


def look(model, row, column):
    return model.index(row, column).data(LOOK)


def test_rows_are_the_indicators_in_sheet_order_then_the_execution(table):
    show(table, mixed_plan())
    names = [table.index(row, Column.NAME).data() for row in range(table.rowCount())]
    assert names == ["活动次数", "及时率", "人均经费", "环境质量", "满意度", "Budget execution"]
    assert table.is_execution(5)
    assert not table.is_execution(4)


def test_a_row_says_target_actual_completion_weight_and_score(table):
    show(table, mixed_plan())
    assert texts(table, 1)[:8] == ["产出", "", "及时率", "≥90%", "68.0%", "75.56%", "20", "15.11"]
    assert look(table, 1, Column.LIGHT).light == "red"


def test_a_loss_is_bold_and_a_full_score_is_quiet(table):
    show(table, small_plan(indicator("个数", "≥12个", "50", "12"), indicator("合规率", "=100%", "40", "90%")))
    assert not look(table, 0, Column.SCORE).bold
    assert look(table, 1, Column.SCORE).bold


def test_a_ceiling_is_shown_as_share_of_it_and_never_as_achievement(table):
    show(table, mixed_plan())
    assert look(table, 2, Column.COMPLETION).suffix == "of ceiling"
    accessible = table.index(2, Column.COMPLETION).data(Qt.ItemDataRole.AccessibleTextRole)
    assert accessible == "of ceiling 111.94%"


def test_a_grade_stands_in_words_with_its_share_as_completion(table):
    show(table, mixed_plan())
    assert texts(table, 3)[Column.ACTUAL] == "部分达成"
    assert texts(table, 3)[Column.COMPLETION] == "70.00%"


def test_what_was_not_reported_is_a_dash_and_never_zero(table):
    show(table, mixed_plan())
    assert texts(table, 4)[Column.ACTUAL : Column.SCORE + 1] == ["—", "—", "10", "—"]
    assert table.index(4, Column.LIGHT).data(Qt.ItemDataRole.AccessibleTextRole) == "Not reported"


def test_execution_without_spending_is_a_dash_and_never_zero(table):
    show(table, small_plan(indicator("个数", "≥12个", "90", "12")))
    assert texts(table, 1)[Column.TARGET : Column.SCORE + 1] == ["120.00", "—", "—", "10", "—"]


def test_a_manual_score_is_marked_with_its_reason(table):
    by_hand = ManualScore(Decimal(15), "审计认定", Q3)
    show(table, small_plan(indicator("个数", "≥12个", "90", "12", manual_score=by_hand)))
    assert look(table, 0, Column.NAME).suffix == "by hand"
    assert texts(table, 0)[Column.SCORE] == "15.00"
    assert (
        table.index(0, Column.SCORE).data(Qt.ItemDataRole.ToolTipRole) == "Scored by hand: 审计认定\nBy the rule: 90.00"
    )


def test_an_excluded_indicator_is_not_applicable_and_has_no_light(table):
    plan = small_plan(indicator("个数", "≥12个", "45", excluded="项目取消"), indicator("合规率", "=100%", "45", "100%"))
    show(table, plan)
    assert texts(table, 0)[Column.LIGHT] == "not applicable"
    assert texts(table, 0)[Column.SCORE] == "—"
    assert look(table, 0, Column.LIGHT).light == ""


def test_an_actual_that_does_not_read_is_red_and_says_so(table):
    show(table, small_plan(indicator("个数", "≥12个", "90", "约十个")))
    assert texts(table, 0)[Column.ACTUAL] == "约十个"
    assert look(table, 0, Column.ACTUAL).tone == "red"
    assert table.index(0, Column.ACTUAL).data(Qt.ItemDataRole.ToolTipRole) == "cannot be read: 约十个"


def test_level_1_is_merged_over_equal_neighbours(table):
    show(table, mixed_plan())
    assert table.spans() == (Span(0, 2), Span(2, 1), Span(3, 1), Span(4, 1), Span(5, 1))
    assert look(table, 1, Column.NAME).group_end
    assert not look(table, 0, Column.NAME).group_end


def test_copied_text_has_a_header_and_level_1_in_every_row(table):
    show(table, mixed_plan())
    lines = [line.split("\t") for line in table.tsv().split("\n")]
    assert lines[0] == ["Level 1", "Light", "Indicator", "Target", "Actual", "Completion", "Weight", "Score"]
    assert [line[0] for line in lines[1:3]] == ["产出指标", "产出指标"]
    assert lines[1][1] == "Green"


def test_line_ends_in_names_do_not_break_the_copied_rows(table):
    show(table, small_plan(indicator("两行\n名称\t尾", "≥12个", "90", "12")))
    assert table.tsv().split("\n")[1].split("\t")[2] == "两行 名称 尾"


def test_the_same_card_with_other_numbers_changes_cells_and_keeps_rows(table, qtbot):
    plan = mixed_plan()
    show(table, plan)
    better = replace(plan, indicators=(indicator("活动次数", "≥12次", "20", "12"), *plan.indicators[1:]))
    with qtbot.waitSignal(table.dataChanged), qtbot.assertNotEmitted(table.modelReset):
        show(table, better)
    with qtbot.waitSignal(table.modelReset):
        show(table, small_plan(indicator("个数", "≥12个", "90", "12")))


def test_a_row_gives_the_value_behind_it_and_is_found_by_its_indicator(table):
    card = show(table, mixed_plan())
    assert table.index(1, Column.NAME).data(OBJECT) is card.scores[1]
    assert table.row_of("及时率") == 1
    assert table.row_of("") == -1
    table.clear()
    assert table.rowCount() == 0


def test_figures_stand_under_right_aligned_headers(table):
    role = Qt.ItemDataRole.TextAlignmentRole
    right = [table.headerData(column, Qt.Orientation.Horizontal, role) for column in (Column.NAME, Column.SCORE)]
    assert right == [None, Qt.AlignmentFlag.AlignRight]
