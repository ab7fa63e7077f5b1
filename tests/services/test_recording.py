"""Recording cells: one transaction and one undo step each, nothing stored for nothing."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Deviation
from perftrack.domain.terms import Grade
from perftrack.errors import RefusedValue, UserError
from perftrack.services.recording import (
    ActualEntry,
    DeviationEntry,
    ExecutedEntry,
    RevisedEntry,
    record_actual,
    record_block,
    record_deviation,
    record_executed,
    record_revised,
)
from perftrack.services.workspace import Workspace
from tests.persistence.office import open_office, sql


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace
        assert workspace.verify() == []


def entries(workspace: Workspace) -> int:
    count: int = sql(workspace.path, "SELECT count(*) FROM journal")[0][0]
    return count


def test_that_an_actual_is_stored_with_everything_in_it(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    indicator = plan.indicators[1]
    actual = Actual(" 11 个", Grade.PARTLY, Decimal("75.0"), "说明")
    changes = record_actual(office, indicator.id, 3, actual)
    assert changes
    assert changes.command == "record_actual"
    assert changes.years == {2024}
    assert changes.plans == {plan.id}
    assert changes.indicators == {indicator.id}
    assert not changes.funds
    assert not changes.structure
    assert changes.label == ("record_actual", {"indicator": "完成数", "quarter": 3})
    assert office.plan(plan.id).indicators[1].actuals[Quarter.Q3] == actual
    assert office.plan(plan.id).indicators[0].actuals == plan.indicators[0].actuals


@pytest.mark.parametrize("nothing", [None, Actual()])
def test_that_nothing_clears_what_was_reported(office: Workspace, nothing: Actual | None) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    assert record_actual(office, indicator.id, 1, nothing)
    assert office.plans(2024)[1].indicators[0].actuals == {}
    assert not record_actual(office, indicator.id, 1, nothing)


def test_that_zero_is_a_report(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    record_actual(office, indicator.id, 2, Actual("0"))
    assert office.plans(2024)[1].indicators[0].actuals[Quarter.Q2].value == "0"


def test_that_an_unchanged_value_makes_no_commit(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    before, count = office.path.read_bytes(), entries(office)
    assert not record_actual(office, plan.indicators[0].id, 1, plan.indicators[0].actuals[Quarter.Q1])
    assert not record_executed(office, plan.funds[0].id, 2, Decimal("30.00"))  # the same amount, spelt otherwise
    assert not record_revised(office, plan.funds[0].id, Decimal("118.5"))
    assert not record_deviation(office, plan.indicators[0].id, 4, Deviation())
    assert office.path.read_bytes() == before
    assert entries(office) == count
    assert office.history.next_undo == ("import", {"count": 3})


def test_that_money_keeps_its_digits(office: Workspace) -> None:
    fund = office.plans(2024)[1].funds[1]
    changes = record_executed(office, fund.id, 4, Decimal("8.8400"))
    assert changes.funds == {fund.id}
    assert changes.label == ("record_executed", {"fund": "其他资金", "quarter": 4})
    assert str(office.plans(2024)[1].funds[1].executed[Quarter.Q4]) == "8.8400"


def test_that_a_zero_with_a_sign_is_a_zero(office: Workspace) -> None:
    fund = office.plans(2024)[1].funds[1]
    record_executed(office, fund.id, 4, Decimal("-0.00"))
    assert str(office.plans(2024)[1].funds[1].executed[Quarter.Q4]) == "0.00"


def test_that_a_budget_can_be_revised_and_the_revision_taken_back(office: Workspace) -> None:
    fund = office.plans(2024)[1].funds[0]
    assert record_revised(office, fund.id, Decimal("99")).label == ("record_revised", {"fund": "财政拨款"})
    assert office.plans(2024)[1].funds[0].budget == 99
    record_revised(office, fund.id, None)
    assert office.plans(2024)[1].funds[0].revised is None
    assert office.plans(2024)[1].funds[0].executed == fund.executed


def test_that_cause_and_remedy_are_stored(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    record_deviation(office, indicator.id, 4, Deviation("", "明年补做"))
    assert office.plans(2024)[1].indicators[0].deviations == {Quarter.Q4: Deviation("", "明年补做")}
    record_deviation(office, indicator.id, 4, None)
    assert office.plans(2024)[1].indicators[0].deviations == {}


def test_that_a_block_is_one_command(office: Workspace) -> None:
    first, second = office.plans(2024)[1:]
    changes = record_block(
        office,
        [
            ActualEntry(first.indicators[0].id, 2, Actual("5")),
            ActualEntry(second.indicators[1].id, 2, Actual("6")),
            ActualEntry(second.indicators[1].id, 1, second.indicators[1].actuals[Quarter.Q1]),  # unchanged
            ExecutedEntry(second.funds[0].id, 3, Decimal(50)),
            RevisedEntry(second.funds[1].id, Decimal(1)),
            DeviationEntry(first.indicators[1].id, 4, Deviation("其他", "")),
        ],
    )
    assert changes.plans == {first.id, second.id}
    assert changes.label == ("record_block", {"count": 5})
    commands = sql(office.path, "SELECT count(DISTINCT command_id) FROM journal WHERE command = 'record_block'")
    assert commands == [(1,)]
    assert office.history.undo()
    assert office.plans(2024)[1:] == (first, second)


def test_that_of_two_entries_for_one_cell_the_later_counts(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    record_block(office, [ActualEntry(indicator.id, 2, Actual("5")), ActualEntry(indicator.id, 2, Actual("6"))])
    assert office.plans(2024)[1].indicators[0].actuals[Quarter.Q2].value == "6"


def test_that_an_empty_block_changes_nothing(office: Workspace) -> None:
    assert not record_block(office, [])


def test_that_one_bad_entry_refuses_the_whole_block(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    count = entries(office)
    with pytest.raises(UserError) as caught:
        record_block(office, [ActualEntry(plan.indicators[0].id, 2, Actual("5")), ExecutedEntry("gone", 1, Decimal(1))])
    assert caught.value.code == "fund_gone"
    assert entries(office) == count


@pytest.mark.parametrize("quarter", [0, 5, -1])
def test_that_only_four_quarters_exist(office: Workspace, quarter: int) -> None:
    with pytest.raises(RefusedValue) as caught:
        record_actual(office, office.plans(2024)[1].indicators[0].id, quarter, Actual("1"))
    assert caught.value.code == "quarter_unknown"


@pytest.mark.parametrize(
    ("amount", "code"), [("-0.01", "money_negative"), ("NaN", "not_finite"), ("Infinity", "not_finite")]
)
def test_that_impossible_money_is_refused(office: Workspace, amount: str, code: str) -> None:
    fund = office.plans(2024)[1].funds[0].id
    for attempt in (
        lambda: record_executed(office, fund, 1, Decimal(amount)),
        lambda: record_revised(office, fund, Decimal(amount)),
    ):
        with pytest.raises(RefusedValue) as caught:
            attempt()
        assert caught.value.code == code
        assert caught.value.arguments["typed"] == amount


def test_that_an_endless_share_is_refused(office: Workspace) -> None:
    with pytest.raises(RefusedValue) as caught:
        record_actual(
            office, office.plans(2024)[1].indicators[0].id, 1, Actual(grade=Grade.PARTLY, share=Decimal("NaN"))
        )
    assert caught.value.code == "not_finite"


def test_that_an_indicator_that_is_gone_is_named(office: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        record_actual(office, "gone", 1, Actual("1"))
    assert caught.value.code == "indicator_gone"


def test_that_a_closed_year_refuses_every_entry(tmp_path: Path) -> None:
    with open_office(tmp_path) as workspace:
        plan = workspace.plans(2024)[1]
        sql(workspace.path, "UPDATE fiscal_year SET closed = 1")
        assert workspace.closed_years() == {2024}
        attempts = [
            lambda: record_actual(workspace, plan.indicators[0].id, 1, Actual("1")),
            lambda: record_executed(workspace, plan.funds[0].id, 1, Decimal(1)),
            lambda: workspace.history.undo(),
        ]
        for attempt in attempts:
            with pytest.raises(UserError) as caught:
                attempt()
            assert caught.value.code == "year_closed"
