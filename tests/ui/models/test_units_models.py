"""The models of units keep Qt's rules and say in words what colours show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.terms import Across
from perftrack.services import unit_setup, units
from tests.ui.scored import Q1, Q3, plan_named, sample_file, session_at
from tests.ui.units import NAMES, PLAN, break_down, report
from ui.delegates.roles import LOOK, Heat
from ui.delegates.unit_heat import REPORTED
from ui.models.drafts import Drafts
from ui.models.unit_cells import UnitColumn
from ui.models.units_grid import UnitsGrid
from ui.models.units_list import ListColumn, UnitsList

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def session(tmp_path, qapp):
    session = session_at(sample_file(tmp_path), Q3)
    yield session
    session.leave()


def grid_of(session, key: str, quarter=Q3) -> UnitsGrid:
    grid = UnitsGrid(Drafts())
    QAbstractItemModelTester(grid, FATAL, grid)
    grid.show_indicator(session.workspace, plan_named(session, PLAN).id, key, quarter, session.speaker)
    return grid


def test_that_the_grid_keeps_qts_rules_while_values_come_and_units_go(session) -> None:
    key = break_down(session)
    grid = grid_of(session, key)
    assert grid.rowCount() == 12
    grid.store_texts([(row, UnitColumn.VALUE, str(80 + row)) for row in range(11)] + [(11, UnitColumn.VALUE, "x")])
    unit_setup.set_active(session.workspace, units.units(session.workspace)[11].id, False)
    grid.renew()
    assert grid.rowCount() == 11
    grid.clear()


def test_that_the_map_says_who_reported_when(session) -> None:
    key = break_down(session)
    report(session, key, "95%", quarter=1)
    report(session, key, "80%", "92%")
    grid = grid_of(session, key)

    def cell(row: int, column: UnitColumn):
        index = grid.index(row, column)
        return index.data(LOOK).draw.light, index.data(), index.data(SPOKEN)

    assert cell(0, UnitColumn.Q1) == ("green", "95%", "Green 95%")
    assert cell(0, UnitColumn.Q3)[:2] == ("yellow", "80%")
    assert cell(2, UnitColumn.Q3) == ("grey", "Not reported", "Not reported")
    assert cell(2, UnitColumn.Q4)[1] == "—"


def test_that_what_has_no_target_is_only_said_to_be_reported(session) -> None:
    key = break_down(session, Across.SUM)
    report(session, key, "8%")
    grid = grid_of(session, key)
    index = grid.index(0, UnitColumn.Q3)
    assert index.data(LOOK).draw == Heat(REPORTED)
    assert index.data(SPOKEN) == "8%"


def test_that_the_first_quarter_has_none_before_it(session) -> None:
    grid = grid_of(session, break_down(session), Q1)
    title = grid.headerData(UnitColumn.PREVIOUS, Qt.Orientation.Horizontal)
    assert title == ""


def test_that_the_list_keeps_qts_rules_and_targets_typed_into_it(session) -> None:
    break_down(session)
    model = UnitsList()
    QAbstractItemModelTester(model, FATAL, model)
    mine = units.units(session.workspace)
    model.show_units(mine, {mine[0].id: "≥95%"})
    heard: list[tuple[str, str]] = []
    model.renamed.connect(lambda key, name: heard.append((key, name)))
    assert model.setData(model.index(1, ListColumn.TARGET), "92%")
    model.put_targets(10, ["1", "2", "3"])
    assert list(model.targets().values()) == ["≥95%", "92%", "1", "2"]
    assert model.setData(model.index(1, ListColumn.NAME), "新社区")
    assert heard == [(mine[1].id, "新社区")]
    assert model.index(1, ListColumn.NAME).data() == NAMES[1]
    model.show_units(mine[:3])
    assert list(model.targets().values()) == ["≥95%", "92%"]
