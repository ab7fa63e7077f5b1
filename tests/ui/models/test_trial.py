"""The table of a trial: what takes typing, what a text makes of the copy, marks beside what differs, steps back."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.plans import ManualScore
from perftrack.domain.whatif import WhatIf
from tests.ui.scored import Q3, cards_of, indicator, mixed_plan, small_plan
from ui.delegates.roles import LOOK, State
from ui.models.scorecard_table import Column
from ui.models.trial import Trial, TrialTable

#: Rows of the mixed plan: five indicators, the execution, its one fund.
EXECUTION, FUND = 5, 6


@pytest.fixture
def table(qapp):
    table = TrialTable()
    table.refusals = []
    table.refused.connect(table.refusals.append)
    return table


def on_trial(table, plan=None) -> Trial:
    trial = Trial(cards_of(plan or mixed_plan())[Q3])

    def take(copy: WhatIf) -> None:
        trial.take(copy)
        table.show_trial(trial.now)

    table.tried.connect(take)
    table.show_trial(trial.now)
    return trial


def put(table, row: int, column: Column, text: str) -> bool:
    return table.setData(table.index(row, column), text)


def text(table, row: int, column: Column) -> str:
    return table.index(row, column).data()


def look(table, row: int, column: Column):
    return table.index(row, column).data(LOOK)


def test_that_the_model_keeps_its_word(table):
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    trial = on_trial(table)
    put(table, 1, Column.ACTUAL, "90")
    table.show_trial(WhatIf.of(trial.start))
    on_trial(table, small_plan(indicator("a", "≥1", "90", "1")))


def test_that_only_what_counts_takes_typing(table):
    by_hand = indicator("手", "≥1", "20", "1", manual_score=ManualScore(Decimal(1), "通报"))
    gone, empty = indicator("去", "≥1", "20", "1", excluded="取消"), indicator("空", "无", "20")
    on_trial(table, small_plan(by_hand, gone, empty, indicator("有", "≥1", "30", "1")))
    takes = {(row, column) for row in range(table.rowCount()) for column in Column if table.takes(row, column)}
    weights = {(0, Column.WEIGHT), (2, Column.WEIGHT), (3, Column.WEIGHT)}
    assert takes == weights | {(3, Column.ACTUAL), (5, Column.TARGET), (5, Column.ACTUAL)}
    assert not table.flags(table.index(0, Column.ACTUAL)) & Qt.ItemFlag.ItemIsEditable


def test_that_a_value_moves_score_and_total_and_stands_beside_the_real_one(table):
    trial = on_trial(table)
    assert put(table, 1, Column.ACTUAL, "81%")
    assert text(table, 1, Column.ACTUAL) == "81%"
    assert look(table, 1, Column.ACTUAL).suffix == "68.0% →"
    assert look(table, 1, Column.ACTUAL).state is State.UNSAVED
    assert text(table, 1, Column.SCORE) == "18.00"
    assert look(table, 1, Column.SCORE).suffix == "15.11 →"
    assert trial.now.gain == Decimal("2.89")
    heard = table.index(1, Column.ACTUAL).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "in fact 68.0%" in heard


def test_that_the_real_text_gives_the_real_reports_back(table):
    trial = on_trial(table)
    put(table, 1, Column.ACTUAL, "81")
    put(table, 1, Column.ACTUAL, "68.0")
    assert trial.untouched
    assert look(table, 1, Column.ACTUAL).suffix == ""


def test_that_a_number_for_words_is_their_share_and_a_grade_is_a_grade(table):
    trial = on_trial(table)
    put(table, 3, Column.ACTUAL, "75")
    assert trial.now.card.scores[3].points == Decimal("15.00")
    assert look(table, 3, Column.ACTUAL).suffix == "70% →"
    put(table, 3, Column.ACTUAL, "达成")
    assert trial.now.card.scores[3].points == Decimal("20.00")


def test_that_a_sum_is_typed_as_the_total_of_the_year_so_far(table):
    trial = on_trial(table)
    put(table, 0, Column.ACTUAL, "12")
    assert trial.now.card.scores[0].points == Decimal("20.00")
    assert trial.now.card.scores[0].actual_text == "12次"


def test_that_money_and_weights_are_tried(table):
    trial = on_trial(table)
    put(table, FUND, Column.ACTUAL, "120")
    assert trial.now.card.execution.points == Decimal("10.00")
    assert look(table, EXECUTION, Column.ACTUAL).suffix == "96.00 →"
    assert look(table, EXECUTION, Column.ACTUAL).state is State.NONE
    put(table, FUND, Column.TARGET, "240")
    assert trial.now.card.execution.points == Decimal("5.00")
    put(table, 1, Column.WEIGHT, "30")
    assert trial.now.card.scores[1].full == 30
    assert table.owner(FUND) == trial.start.plan.funds[0].id


def test_that_nothing_typed_means_nothing_reported(table):
    trial = on_trial(table)
    put(table, 1, Column.ACTUAL, "")
    assert trial.now.card.scores[1].points is None


UNREAD = [
    (1, Column.ACTUAL, "约八成"),
    (1, Column.WEIGHT, "-3"),
    (FUND, Column.ACTUAL, "很多"),
    (3, Column.ACTUAL, "140"),
]


@pytest.mark.parametrize(("row", "column", "typed"), UNREAD)
def test_that_what_does_not_read_is_refused_and_changes_nothing(table, row, column, typed):
    trial = on_trial(table)
    assert not put(table, row, column, typed)
    assert trial.untouched
    assert len(table.refusals) == 1


def test_that_a_block_is_one_step_and_leaves_refused_cells_alone(table):
    trial = on_trial(table)
    refused = table.put([(0, Column.ACTUAL, "12"), (1, Column.ACTUAL, "多"), (2, Column.ACTUAL, "268"),
                         (1, Column.NAME, "x")])  # fmt: skip
    assert refused == 1
    assert trial.now.tried == {"活动次数", "人均经费"}
    assert trial.undo()
    assert trial.untouched
    assert not trial.undo()
    assert trial.redo()
    assert len(trial.now.tried) == 2
    assert not trial.redo()


def test_that_a_budget_taken_away_keeps_its_row(table):
    on_trial(table)
    put(table, FUND, Column.TARGET, "0")
    put(table, FUND, Column.TARGET, "")
    assert table.rowCount() == 7
