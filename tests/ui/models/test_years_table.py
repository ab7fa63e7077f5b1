"""Years side by side as a table: a year without the indicator, names it had, totals, what a spreadsheet gets."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.services.earlier import YearsLine, YearsTable
from tests.ui.scored import Q4, cards_of, indicator, small_plan
from ui.models.years_table import YearsModel


@pytest.fixture
def model(qapp) -> YearsModel:
    model = YearsModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    now = cards_of(small_plan(indicator("走访户数", "≥10户", "60", "5", "9"), indicator("新事", "≥1件", "30")))[Q4]
    then = cards_of(small_plan(indicator("走访次数", "≥10户", "60", "10"), executed={Q4: "120"}))[Q4]
    lines = (
        YearsLine(now.scores[0].indicator, (now.scores[0], then.scores[0], None), (False, True, False)),
        YearsLine(now.scores[1].indicator, (now.scores[1], None, None), (False, False, False)),
    )
    model.show_table(YearsTable((2024, 2023, 2022), (now, then, None), lines))
    return model


def words(model: YearsModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_that_each_year_has_value_and_score(model: YearsModel) -> None:
    head = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(5)]
    assert head == ["Indicator", "2024 actual", "2024 score", "2023 actual", "2023 score"]
    assert words(model, 0) == ["走访户数", "9户", "54.00", "10户", "60.00", "—", "—"]
    assert words(model, 1)[:3] == ["新事", "—", "—"]
    assert words(model, 2) == ["Budget execution", "—", "0.00", "100.00%", "10.00", "—", "—"]
    assert words(model, 3)[0] == "Total"
    assert Decimal(words(model, 3)[2]) == 54


def test_that_a_name_it_had_and_the_target_are_told(model: YearsModel) -> None:
    assert model.look(0, 0).subtext == "2023 走访次数"
    assert model.look(0, 1).subtext == "≥10户"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "走访户数, 2023 走访次数"
    assert model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "10户, ≥10户"


def test_that_a_spreadsheet_gets_targets_and_names_in_columns_of_their_own(model: YearsModel) -> None:
    cells = model.cells()
    assert cells[0][:5] == ["Indicator", "Earlier names", "2024 target", "2024 actual", "2024 score"]
    assert cells[1] == ["走访户数", "2023 走访次数", "≥10户", "9户", "54.00", "≥10户", "10户", "60.00", "", "", ""]
    assert {len(line) for line in cells} == {11}
