"""财政复核 as a table: plan by plan, each with its state in words."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.bureau import alarms
from perftrack.services.clearing import Alert
from tests.ui.scored import Q4, cards_of, indicator, small_plan
from ui.models.alerts_table import AlertLine, AlertsTable


@pytest.fixture
def lines():
    plan = small_plan(indicator("率", "≥90%", "90", None, None, None, "80%"), executed={Q4: "30"})
    found = alarms(cards_of(plan)[Q4])
    return [AlertLine(Alert(each, "", "", True), each.finding.code, i == 0) for i, each in enumerate(found)]


def states(table) -> list[str]:
    return [table.index(row, table.column("state")).data() for row in range(table.rowCount())]


def test_that_the_model_keeps_its_word(qapp, lines):
    table = AlertsTable()
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_rows(lines)
    table.show_rows(lines[:1])
    table.show_rows([])


def test_that_states_are_words_and_what_is_explained_no_longer_counts(qapp, lines):
    table = AlertsTable()
    money = next(line for line in lines if line.alert.of_plan)
    loss = next(line for line in lines if not line.alert.of_plan)
    said = replace(money, alert=replace(money.alert, cause="尾款次年支付"))
    begun = replace(loss, alert=replace(loss.alert, cause="天冷"))
    reader = replace(loss, alert=replace(loss.alert, may=False))
    table.show_rows([money, said, begun, reader])
    assert states(table) == ["to explain", "explained", "begun", "not yours to say"]
    assert table.counts() == (3, 4)
    assert table.row_of(("", "", "")) == -1


def test_that_a_plan_is_named_once_and_money_has_a_place(qapp, lines):
    table = AlertsTable()
    table.show_rows(lines)
    named = [table.index(row, 0).data() for row in range(table.rowCount())]
    assert named[0] == "社区服务群众经费"
    assert set(named[1:]) == {""}
    places = {table.index(row, 1).data() for row in range(table.rowCount())}
    assert places == {"Budget execution", "率"}
