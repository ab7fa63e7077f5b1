"""What it takes: a line per indicator and one for spending, in words that can be put into the trial."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.plans import ManualScore
from perftrack.domain.terms import Aggregation
from perftrack.services.messages import speaker
from tests.ui.scored import Q1, Q3, cards_of, indicator, mixed_plan, small_plan
from ui.models.needed import Column, NeededTable


@pytest.fixture
def table(qapp):
    return NeededTable()


def words(table) -> dict[str, str]:
    return {table.index(row, Column.NAME).data(): table.index(row, Column.NEEDED).data()
            for row in range(table.rowCount())}  # fmt: skip


def test_that_the_model_keeps_its_word(table):
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    cards = cards_of(mixed_plan())
    table.show(cards[Q3], Decimal(80), speaker("en"))
    table.show(cards[Q3], Decimal(60), speaker("en"))
    table.show(cards_of(small_plan(indicator("a", "≥1", "90", "1")))[Q1], Decimal(80), speaker("en"))


def test_that_the_least_value_is_named_and_usable(table):
    plan = small_plan(indicator("及时率", "≥90%", "45", "45%"), indicator("次数", "≥10次", "45", "5",
                      aggregation=Aggregation.SUM), executed={Q1: "120"})  # fmt: skip
    table.show(cards_of(plan)[Q1], Decimal(60), speaker("en"))
    assert words(table) == {"及时率": "≥ 54.99%", "次数": "≥ 7次, 2次 to go", "Budget execution": "nothing suffices"}
    assert table.line(0).usable
    assert not table.line(2).usable
    heard = table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "for a total of 60" in heard


def test_that_what_does_not_help_says_why(table):
    plan = small_plan(
        indicator("手", "≥1", "30", "1", manual_score=ManualScore(Decimal(1), "通报")), indicator("空", "无", "20"),
        indicator("率", "≥90%", "40", "1%"), executed={Q1: "1"},
    )  # fmt: skip
    table.show(cards_of(plan)[Q1], Decimal(90), speaker("en"))
    said = words(table)
    assert said["空"] == "no target"
    assert said["率"] == said["Budget execution"] == "nothing suffices"


def test_that_what_is_reached_already_is_enough(table):
    plan = small_plan(indicator("率", "≥90%", "90", "90%"), executed={Q1: "120"})
    table.show(cards_of(plan)[Q1], Decimal(80), speaker("en"))
    assert set(words(table).values()) == {"enough"}
