"""A comparison as a table: dearest first, every column adds up to its sum, parts open to their causes."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.comparison import compare
from perftrack.domain.scorecards import score_plan
from perftrack.services import bundled
from perftrack.services.messages import speaker
from tests.ui.scored import Q1, Q2, Q3, Q4, cards_of, indicator, mixed_plan, small_plan
from ui.models.clipboard import write_tsv
from ui.models.comparison import CAP, EXECUTION, SAME, SUM, ComparisonTable


@pytest.fixture
def table(qapp):
    model = ComparisonTable()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def comparison(before=Q2, after=Q3, plan=None):
    cards = cards_of(plan or mixed_plan())
    return compare(cards[before], cards[after])


def number(text: str) -> Decimal:
    return Decimal(text.replace("−", "-").replace("+", "").replace("±", "").replace("—", "0"))


def column(table, place) -> list[Decimal]:
    return [number(table.index(row, place).data()) for row in range(table.rowCount()) if not table.row(row).detail]


def assert_adds_up(table) -> None:
    for place in (1, 2, 3):
        *parts, total = column(table, place)
        assert sum(parts) == total


@pytest.mark.parametrize(("before", "after"), [(Q1, Q2), (Q2, Q3), (Q3, Q1), (Q1, Q4)])
def test_that_every_column_adds_up_to_its_sum_as_it_is_shown(table, before, after):
    table.show(comparison(before, after), speaker("en"))
    assert_adds_up(table)


def test_that_a_cap_is_a_part_of_its_own(table):
    plan = small_plan(indicator("率", "≥90%", "90", "100%"), executed={Q1: "6"})
    capped, free = (score_plan(plan, bundled.shipped_pack(pack), Q1) for pack in ("national-2021", "national-2020"))
    for pair in ((capped, free), (free, capped), (capped, capped)):
        table.show(compare(*pair), speaker("en"))
        assert_adds_up(table)
        assert (table.row_of(CAP) >= 0) == any(card.cap is not None and card.items_total for card in pair)


def test_that_the_dearest_part_stands_first_and_the_sum_last(table):
    table.show(comparison(), speaker("en"))
    rows = [row for row in table.rows() if row.indicator_id]
    moved = [abs(row.change) for row in rows]
    assert moved == sorted(moved, reverse=True)
    assert [row.key for row in table.rows()][-2:] == [EXECUTION, SUM]


def test_that_a_part_says_its_cause_and_opens_to_the_numbers(table):
    table.show(comparison(), speaker("zh_CN"))
    row = next(i for i, each in enumerate(table.rows()) if each.name == "及时率")
    assert table.index(row, 4).data() == "完成值 81.0% → 68.0%：−2.89"
    before = table.rowCount()
    table.toggle(row)
    assert table.is_open(row)
    assert [(line.name, line.causes[0]) for line in table.rows() if line.detail] == [
        ("原因", "完成值 81.0% → 68.0%：−2.89"),
        ("之前", "20 × 81.0 ÷ 90 = 18"),
        ("之后", "20 × 68.0 ÷ 90 = 15.1111"),
    ]
    assert_adds_up(table)
    table.show(comparison(), speaker("en"))
    assert table.is_open(row), "closed by showing it anew"
    table.toggle(row)
    assert table.rowCount() == before


def test_that_what_did_not_change_is_one_line(table):
    table.show(comparison(Q3, Q3), speaker("en"))
    assert [row.key for row in table.rows()] == [SAME, EXECUTION, SUM]
    assert table.index(0, 3).data() == "±0"
    table.toggle(0)
    assert table.rowCount() == 3


def test_that_it_is_copied_with_header_causes_and_sum_but_no_details(table):
    table.show(comparison(), speaker("zh_CN"))
    table.toggle(0)
    block = table.block()
    assert block[0][1:4] == ["Before", "After", "Difference"]
    assert len(block) == 1 + len([row for row in table.rows() if not row.detail])
    assert "完成值 81.0% → 68.0%：−2.89" in write_tsv(block)


def test_that_long_words_are_whole_in_the_tooltip(table):
    table.show(comparison(), speaker("en"))
    assert table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == table.row(0).name
    assert table.index(0, 4).data(Qt.ItemDataRole.ToolTipRole) == "\n".join(table.row(0).causes)
    table.show(None, speaker("en"))
    assert table.rowCount() == 0
