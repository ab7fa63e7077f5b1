"""The matrix of an office: where plans meet, what a cell says, what a change touches."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.plans import Plan
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.domain.terms import PlanKind
from perftrack.services import bundled
from tests.ui.scored import Q3, indicator, small_plan
from ui.models.matrix import CELL, Matrix, Shown
from ui.models.matrix_rows import SectionRow
from ui.models.matrix_shape import Kind, columns_of, is_shared

PACK = bundled.shipped_pack("national-2020")
SECTIONS = ("党建办公室", "社会事务办公室")


def plan(name: str, section: str | None, *values: str | None, **more: object) -> Plan:
    items = [
        indicator(f"指标{i}", "≥90%", "30", None, None, value, id=f"{name}{i}") for i, value in enumerate(values, 1)
    ]
    made = small_plan(*items, executed={Q3: "60"})
    return replace(made, name=name, section=section, id=name, **more)


def card(made: Plan) -> Scorecard:
    return score_plan(made, PACK, Q3)


def office() -> list[Scorecard]:
    department = plan("部门整体", None, "95%", kind=PlanKind.DEPARTMENT)
    return [card(made) for made in (
        department,
        plan("甲", SECTIONS[0], "90%", "45%"),
        plan("乙", SECTIONS[0], "81%", None, "90%"),
        plan("丙", SECTIONS[1], "60%"),
    )]  # fmt: skip


@pytest.fixture
def matrix(qapp) -> Matrix:
    model = Matrix()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.arrange(by_name=True, hide_empty=False)
    model.show_cards(office(), SECTIONS)
    return model


def names(matrix: Matrix) -> list[str]:
    return [matrix.headerData(row, Qt.Orientation.Vertical) for row in range(matrix.rowCount())]


def titles(matrix: Matrix) -> list[str]:
    return [matrix.headerData(column, Qt.Orientation.Horizontal) for column in range(matrix.columnCount())]


def words(matrix: Matrix, row: str, column: str) -> str:
    return matrix.index(names(matrix).index(row), titles(matrix).index(column)).data()


def test_that_the_department_stands_first_and_plans_stand_under_their_section(matrix):
    assert names(matrix) == ["部门整体", SECTIONS[0], "甲", "乙", SECTIONS[1], "丙"]


def test_that_columns_by_name_put_first_what_most_plans_share(matrix):
    assert titles(matrix) == ["Total", "指标1", "指标2", "指标3", "Execution"]


def test_that_columns_by_place_carry_numbers_and_cells_the_names(matrix):
    matrix.arrange(by_name=False, hide_empty=False)
    assert titles(matrix)[1:3] == ["产出 1", "产出 2"]
    assert matrix.index(2, 1).data(CELL).name == "指标1"


def test_that_a_cell_says_its_rate_or_its_value_and_carries_its_own_light(matrix):
    assert words(matrix, "甲", "指标2") == "50"
    matrix.say(Shown.VALUE)
    assert words(matrix, "甲", "指标2") == "45%"
    assert matrix.index(2, titles(matrix).index("指标2")).data(CELL).light == "red"


def test_that_only_a_full_rate_says_100(matrix):
    changed = office()
    changed[1] = card(plan("甲", SECTIONS[0], "89.7%", "45%"))
    matrix.show_cards(changed, SECTIONS)
    assert words(matrix, "甲", "指标1") == "99"


def test_that_a_section_adds_its_points_and_averages_its_totals(matrix):
    cards = office()
    assert words(matrix, SECTIONS[0], "指标1") == "95"  # (30 + 27) / 60
    mean = (cards[1].total + cards[2].total) / 2
    assert words(matrix, SECTIONS[0], "Total").startswith(f"{mean:.2f}")


def test_that_a_changed_card_touches_its_row_and_its_section_and_nothing_else(matrix, qtbot):
    changed = office()
    before = [*matrix._cards]
    for i in (0, 2, 3):
        changed[i] = before[i]
    changed[1] = card(plan("甲", SECTIONS[0], "45%", "45%"))
    touched = []
    matrix.dataChanged.connect(lambda first, last: touched.append(first.row()))
    with qtbot.assertNotEmitted(matrix.modelReset):
        matrix.show_cards(changed, SECTIONS)
    assert touched == [1, 2]
    assert words(matrix, "甲", "指标1") == "50"


def test_that_another_set_of_indicators_arranges_anew(matrix, qtbot):
    changed = office()
    changed[3] = card(plan("丙", SECTIONS[1], "60%", "60%"))
    with qtbot.waitSignal(matrix.modelReset):
        matrix.show_cards(changed, SECTIONS)
    assert words(matrix, "丙", "指标2") == "67"


def test_that_sorting_keeps_sections_and_puts_what_is_not_there_last(matrix):
    kept = [matrix.index(2, 1)]
    matrix.sort(titles(matrix).index("指标1"), Qt.SortOrder.AscendingOrder)
    assert names(matrix) == ["部门整体", SECTIONS[0], "乙", "甲", SECTIONS[1], "丙"]
    matrix.sort(titles(matrix).index("指标3"), Qt.SortOrder.DescendingOrder)
    assert names(matrix)[2:4] == ["乙", "甲"]
    matrix.sort(-1)
    assert names(matrix)[2:4] == ["甲", "乙"]
    assert kept[0].row() == 2


def test_that_a_change_in_the_sorted_column_moves_the_row(matrix):
    matrix.sort(titles(matrix).index("指标1"), Qt.SortOrder.DescendingOrder)
    changed = list(matrix._cards)
    changed[1] = card(plan("甲", SECTIONS[0], "9%", "45%"))
    matrix.show_cards(changed, SECTIONS)
    assert names(matrix)[2:4] == ["乙", "甲"]


def test_that_hiding_leaves_out_columns_and_plans_nothing_was_reported_of(matrix):
    cards = office()
    silent = replace(plan("静", SECTIONS[1], None, None, None, None), funds=())
    matrix.show_cards([*cards, card(silent)], SECTIONS)
    assert "静" in names(matrix)
    assert "指标4" in titles(matrix)
    matrix.arrange(by_name=True, hide_empty=True)
    assert "静" not in names(matrix)
    assert "指标4" not in titles(matrix)
    assert "指标3" in titles(matrix)


def test_that_a_folded_section_hides_its_plans_and_stays_folded(matrix):
    matrix.fold(1)
    assert names(matrix) == ["部门整体", SECTIONS[0], SECTIONS[1], "丙"]
    matrix.show_cards(office()[:3], SECTIONS)
    matrix.show_cards(office(), SECTIONS)
    assert isinstance(matrix.row(1), SectionRow)
    assert "甲" in names(matrix)  # one section alone has no row, so nothing was left to be folded


def test_that_cells_lead_to_their_plan_and_indicator(matrix):
    row = names(matrix).index("乙")
    assert matrix.target(matrix.index(row, 1)) == ("乙", "乙1")
    assert matrix.target(matrix.index(row, 0)) == ("乙", "")
    assert matrix.target(matrix.index(1, 1)) == ("", "")


def test_that_find_knows_plans_sections_and_indicators(matrix):
    assert matrix.hits("党建") == [(1, 0)]
    assert matrix.hits("指标3") == [(3, 3)]
    assert matrix.hits("") != []
    assert matrix.hits("没有") == []


def test_that_the_copied_block_names_section_and_plan(matrix):
    block = matrix.block(range(matrix.rowCount()), range(matrix.columnCount()))
    assert block[0] == ["Section", "Plan", "Total", "指标1", "指标2", "指标3", "Execution"]
    assert block[3][:2] == [SECTIONS[0], "甲"]
    assert block[3][3:5] == ["100", "50"]


def test_that_a_plan_that_fell_away_is_not_there(matrix):
    gone = replace(plan("去", SECTIONS[1], "60%"), dropped="撤销")
    matrix.show_cards([*office(), card(gone)], SECTIONS)
    assert "去" not in names(matrix)


def test_that_cells_speak_whole_sentences(matrix):
    told = matrix.index(2, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("甲, 指标2")
    assert "Red" in told
    assert "15.00" in told


def test_that_names_are_shared_only_where_columns_by_name_would_not_be_empty():
    cards = office()
    assert is_shared(cards)
    unlike = [replace(each.plan, indicators=tuple(
        replace(item, name=f"{each.plan.name}{item.name}") for item in each.plan.indicators
    )) for each in cards]  # fmt: skip
    assert not is_shared([card(each) for each in unlike])


def test_that_two_indicators_of_one_name_have_a_column_each():
    twin = plan("双", None, "90%", "80%")
    twin = replace(twin, indicators=tuple(replace(item, name="同名") for item in twin.indicators))
    columns = columns_of([card(twin)], by_name=True)
    assert [column.title for column in columns if column.kind is Kind.ITEM] == ["同名", "同名"]


def test_that_the_total_of_nothing_reported_is_not_zero(matrix):
    silent = replace(plan("静", SECTIONS[1], None), funds=())
    matrix.show_cards([card(silent)], ())
    assert words(matrix, "静", "Total") == "—"
    assert matrix.index(0, 0).data(CELL).by is None
    assert Decimal(0) not in [matrix.index(0, column).data(CELL).by for column in range(matrix.columnCount())]
