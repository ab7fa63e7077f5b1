"""The lists and lines of the review as Qt sees them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Deviation
from perftrack.domain.submissions import Content, difference
from perftrack.domain.terms import Grade
from perftrack.services.worklists import work_lists
from perftrack.services.workspace import Workspace
from tests.domain.builders import RATIO, fund, item, plan_of
from tests.factories import TickingClock
from ui.delegates.roles import OBJECT
from ui.models.difference import SPENDING, DifferenceTable, DifferenceWords
from ui.models.review_list import ReviewList

WORDS = DifferenceWords("原因", "措施", "说明", "佐证", "未报", "执行数")
Q4 = Quarter.Q4
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def parts():
    """A plan of three indicators and a fund, of which two and the money changed."""
    plan = plan_of(
        item("≥12个", "12", id="a", name="甲"), item("≥90%", "80%", id="b", name="乙"),
        item("有效保障", Actual(grade=Grade.PARTLY), id="c", name="丙", rule="grade"),
        funds=(fund("财政拨款", "120", q4="60"),),
    )  # fmt: skip
    now = Content(
        {i.id: i.actuals[Q4] for i in plan.indicators},
        {"b": Deviation("天气", "补办")},
        {"": plan.funds[0].executed[Q4]},
    )
    before = Content({"a": Actual("12"), "b": Actual("70%")}, {"b": Deviation("无", "")}, {})
    return plan, before, now


@pytest.fixture
def rows():
    plan, before, now = parts()
    return WORDS.rows(difference(plan, Q4, RATIO, before, now))


def test_that_changed_and_unchanged_lines_are_parted_and_the_money_is_a_line_of_its_own(rows) -> None:
    changed, same = rows
    assert [row.name for row in changed] == ["乙", "丙", "执行数"]
    assert [row.name for row in same] == ["甲"]
    assert (changed[0].before, changed[0].now, changed[0].change) == ("70%", "80%", "+1.11")
    assert changed[1].before == "未报"
    assert changed[2].key == SPENDING


def test_that_new_files_are_named_and_one_in_the_place_of_another_is_a_change() -> None:
    plan, before, now = parts()
    changed, same = WORDS.rows(difference(plan, Q4, RATIO, before, now), {"a": ["凭证1.pdf", "凭证2.pdf"]})
    assert [row.name for row in changed] == ["甲", "乙", "丙", "执行数"]
    assert [(each.label, each.now) for each in changed[0].details] == [("佐证", "凭证1.pdf、凭证2.pdf")]
    assert same == []


def test_that_the_words_that_changed_stand_in_a_block_below_the_opened_line(qapp, rows) -> None:
    table = DifferenceTable()
    QAbstractItemModelTester(table, FATAL, table)
    table.show_difference(rows[0], False, ["b"])
    assert [(row.name, row.detail) for row in table.rows()][:2] == [("乙", False), ("原因 天气; 措施 补办", True)]
    assert [(each.label, each.before, each.now) for each in table.row(1).details] == [
        ("原因", "无", "天气"), ("措施", "", "补办"),
    ]  # fmt: skip
    table.toggle_detail(0)
    assert not any(row.detail for row in table.rows())
    table.toggle_detail(0)
    assert table.row(1).detail


def test_that_marks_are_wishes_and_the_block_takes_none(qapp, qtbot, rows) -> None:
    table = DifferenceTable()
    QAbstractItemModelTester(table, FATAL, table)
    table.show_difference(rows[0], False, ["b"])
    first = table.index(0, 0)
    assert Qt.CheckState(first.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
    with qtbot.waitSignal(table.marked) as told:
        assert table.setData(first, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert told.args == ["b", False]
    assert not table.setData(table.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert table.index(1, 0).data(Qt.ItemDataRole.CheckStateRole) is None


def test_that_a_first_submission_has_no_column_of_before(qapp, rows) -> None:
    table = DifferenceTable()
    table.show_difference(rows[0], True, [])
    assert table.headerData(table.column("before"), Qt.Orientation.Horizontal) == ""


def test_that_headings_are_read_and_not_chosen(qapp, tmp_path) -> None:
    from perftrack.services import bundled
    from perftrack.services.importing.package import import_into_new

    path = tmp_path / "o.perftrack"
    import_into_new(path, bundled.sample_package(), clock=TickingClock(), is_sample=True)
    model = ReviewList()
    QAbstractItemModelTester(model, FATAL, model)
    with Workspace.open(path, clock=TickingClock()) as ws:
        model.show_lists(work_lists(ws, 2024, Quarter.Q3, date(2024, 10, 14)))
        plan = ws.plans(2024)[0]
    headings = [row for row in range(model.rowCount()) if model.index(row).data(OBJECT).heading]
    assert len(headings) == 3
    assert all(model.flags(model.index(row)) == Qt.ItemFlag.NoItemFlags for row in headings)
    assert model.item(model.row_of(plan.id)).plan == plan
    assert model.item(headings[0]) is None
    assert model.first() == 2
