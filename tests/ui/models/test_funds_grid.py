"""The funds grid: spending of every quarter, a revised budget with its reason, the rate against the calendar."""

from decimal import Decimal

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.plans import Fund
from perftrack.services import remarks
from tests.ui.scored import Q3, plan_named, sample_file, session_at
from ui.delegates.roles import State
from ui.models.drafts import Drafts
from ui.models.funds_columns import FundColumn
from ui.models.funds_grid import FundsGrid

PLAN = "社区服务群众经费"


@pytest.fixture
def session(tmp_path, qapp):
    session = session_at(sample_file(tmp_path), Q3)
    yield session
    session.leave()


@pytest.fixture
def grid(session):
    grid = FundsGrid(Drafts())
    grid.show(session.workspace, plan_named(session, PLAN).id, Q3, session.speaker)
    yield grid
    grid.deleteLater()


def put(grid: FundsGrid, column: FundColumn, text: str) -> bool:
    return grid.setData(grid.index(0, int(column)), text)


def fund(session) -> Fund:
    return plan_named(session, PLAN).funds[0]


def commits(session) -> int:
    return len({entry.command_id for entry in session.workspace.journal()})


def test_that_the_model_keeps_qts_rules(grid) -> None:
    QAbstractItemModelTester(grid, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_that_every_quarter_is_seen_and_only_this_one_is_typed_into(grid) -> None:
    shown = [grid.cell_at(0, int(column)) for column in (FundColumn.Q1, FundColumn.Q2, FundColumn.Q3, FundColumn.Q4)]
    assert [cell.text for cell in shown] == ["26.00", "54.20", "84.60", "114.60"]
    assert [cell.editable for cell in shown] == [False, False, True, False]
    assert State.LOCKED in shown[0].look.state


def test_that_the_rate_stands_against_the_calendar(grid) -> None:
    rate = grid.cell_at(0, int(FundColumn.RATE))
    assert rate.text == "70.50%"
    assert (rate.look.draw.share, rate.look.draw.calendar) == (0.705, 0.75)
    assert "75% of the year gone" in rate.spoken
    assert grid.cell_at(grid.rowCount() - 1, int(FundColumn.RATE)).look.bold


def test_that_a_revised_budget_waits_for_its_reason_and_both_are_one_step(grid, session) -> None:
    before = commits(session)
    assert not put(grid, FundColumn.REVISED, "110")
    assert fund(session).revised is None
    assert State.REFUSED in grid.cell_at(0, int(FundColumn.REVISED)).look.state
    assert grid.cell_at(0, int(FundColumn.REASON)).text == "Give the reason"
    assert put(grid, FundColumn.REASON, "年中调减")
    assert commits(session) == before + 1
    assert fund(session).revised == Decimal(110)
    assert remarks.revision_reasons(session.workspace, plan_named(session, PLAN).id) == {fund(session).id: "年中调减"}
    assert grid.cell_at(0, int(FundColumn.REASON)).text == "年中调减"
    session.workspace.history.undo()
    assert fund(session).revised is None
    assert remarks.revision_reasons(session.workspace, plan_named(session, PLAN).id) == {}


def test_that_a_block_with_budget_and_reason_is_stored_as_one(grid, session) -> None:
    report = grid.store_texts([(0, int(FundColumn.REVISED), "110"), (0, int(FundColumn.REASON), "年中调减")])
    assert (report.filled, report.refused) == (2, 0)
    assert fund(session).revised == Decimal(110)


def test_that_a_reason_without_a_revision_is_refused(grid, session) -> None:
    before = commits(session)
    assert not put(grid, FundColumn.REASON, "年中调减")
    assert commits(session) == before
    assert "no revised budget" in grid.cell_at(0, int(FundColumn.REASON)).tip


def test_that_taking_a_revision_back_takes_its_reason_along(grid, session) -> None:
    grid.store_texts([(0, int(FundColumn.REVISED), "110"), (0, int(FundColumn.REASON), "年中调减")])
    assert put(grid, FundColumn.REVISED, "")
    assert fund(session).revised is None
    assert remarks.revision_reasons(session.workspace, plan_named(session, PLAN).id) == {}
    assert session.workspace.verify() == []


def test_that_a_reason_cannot_be_emptied_while_the_revision_stands(grid, session) -> None:
    grid.store_texts([(0, int(FundColumn.REVISED), "110"), (0, int(FundColumn.REASON), "年中调减")])
    assert not put(grid, FundColumn.REASON, "")
    assert remarks.revision_reasons(session.workspace, plan_named(session, PLAN).id) == {fund(session).id: "年中调减"}
