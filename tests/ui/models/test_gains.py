"""Points still to be won as a table: cheapest first, what is needed in words, what is lost for good said so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.forecast import forecast
from perftrack.domain.gains import gains
from perftrack.domain.periods import Quarter
from perftrack.domain.terms import Aggregation
from perftrack.services.messages import speaker
from tests.ui.scored import Q1, Q3, cards_of, indicator, mixed_plan, small_plan
from ui.models.gains import Column, GainsTable


@pytest.fixture
def table(qapp):
    return GainsTable()


def filled(table, plan, quarter: Quarter = Q3) -> GainsTable:
    found = forecast(cards_of(plan)[quarter])
    rows = {score.indicator.name: row for row, score in enumerate(found.card.scores)}
    table.show(gains(found), rows, len(found.card.scores), speaker("en"))
    return table


def column(table, place: Column) -> list[str]:
    return [table.index(row, place).data() for row in range(table.rowCount())]


def test_that_the_model_keeps_its_word(table):
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    filled(table, mixed_plan())
    table.clear()
    filled(table, mixed_plan(), Q1)


def test_that_lines_stand_in_the_order_of_the_domain(table):
    plan = mixed_plan()
    names = [each.item.score.indicator.name if each.item else "Budget execution"
             for each in gains(forecast(cards_of(plan)[Q3]))]  # fmt: skip
    assert column(filled(table, plan), Column.NAME) == names


def test_that_every_line_says_what_is_needed_and_what_it_brings(table):
    filled(table, small_plan(indicator("及时率", "≥90%", "90", None, None, "81%"), executed={Q3: "120"}))
    assert column(table, Column.NEEDED) == ["≥90%"]
    assert column(table, Column.POINTS) == ["+9.00"]
    assert column(table, Column.WAY) == ["10.0%"]
    assert table.line(0).row == 0
    assert "wins 9.00 points" in table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_spending_leads_to_the_execution_row(table):
    filled(table, small_plan(indicator("及时率", "≥90%", "90", None, None, "95%"), executed={Q3: "60"}))
    assert column(table, Column.NAME) == ["Budget execution"]
    assert column(table, Column.NEEDED) == ["spend 59.94万元 more"]
    assert table.line(0).row == 1


def test_that_what_is_lost_for_good_comes_last_and_is_no_gain(table):
    sums = indicator("超支", "≤10次", "45", "20", aggregation=Aggregation.SUM)
    filled(table, small_plan(sums, indicator("及时率", "≥90%", "45", "45%"), executed={Q1: "30"}), Q1)
    assert column(table, Column.NEEDED)[-1] == "can no longer be won"
    assert table.winnable() < sum((table.line(row).gain.points for row in range(table.rowCount())), start=0)
