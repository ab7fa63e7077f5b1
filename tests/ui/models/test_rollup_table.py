"""The roll-up as tables: groups with both totals, and who stands where and why."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.rollup import Pace, roll_up
from perftrack.domain.scorecards import score_plan
from perftrack.services import bundled
from tests.ui.scored import Q3, indicator, small_plan
from ui.models.rollup_table import RollupTable, group_rows
from ui.models.standing_table import StandingTable, standings

PACK = bundled.shipped_pack("national-2020")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def card(name: str, section: str, value: str | None, spent: str | None, budget: str = "120"):
    made = small_plan(indicator("指标", "≥90%", "90", None, None, value), executed={Q3: spent} if spent else {})
    return score_plan(replace(made, name=name, section=section, id=name), PACK, Q3)


CARDS = [
    card("甲", "一处", "90%", "90"),
    card("乙", "一处", "45%", "90"),
    card("丙", "二处", None, None),
    card("丁", "二处", "120%", "96"),
]


@pytest.fixture
def groups(qapp):
    model = RollupTable()
    QAbstractItemModelTester(model, FATAL)
    model.show_rows(group_rows(roll_up(CARDS, PACK, Q3, ("二处", "一处")), "部门整体", "全部项目", "未分"))
    return model


@pytest.fixture
def standing(qapp):
    model = StandingTable()
    QAbstractItemModelTester(model, FATAL)
    model.show_rows(standings(CARDS))
    return model


def column(model, key):
    place = model.column(key)
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_that_all_projects_come_first_then_the_sections_in_the_offices_order(groups):
    assert column(groups, "name") == ["全部项目", "二处", "一处"]
    assert column(groups, "plans") == ["4", "2", "2"]


def test_that_totals_carry_their_rating_and_nothing_counted_is_a_dash(groups):
    weighted = column(groups, "weighted")
    assert all(word in "优良中差" for word in (text[-1] for text in weighted))
    assert column(groups, "silent") == ["1", "1", "—"]
    assert column(groups, "behind") == ["1", "—", "1"]


def test_that_one_section_alone_is_not_told_twice():
    rows = group_rows(roll_up(CARDS[:2], PACK, Q3), "部门整体", "全部项目", "未分")
    assert [row.name for row in rows] == ["全部项目"]


def test_that_who_is_behind_comes_first_then_who_is_silent(standing):
    assert [row.pace for row in standing.rows()][:2] == [Pace.BEHIND, Pace.SILENT]
    assert column(standing, "plan")[:2] == ["乙", "丙"]


def test_that_the_reason_is_named(standing):
    why = dict(zip(column(standing, "plan"), column(standing, "why"), strict=True))
    assert why["乙"] == "Red: 指标"
    assert why["丙"] == "Nothing reported this quarter"


def test_that_the_total_of_a_silent_plan_is_a_dash_and_sorts_last(standing):
    standing.sort(standing.column("total"))
    assert column(standing, "plan")[-1] == "丙"
    assert column(standing, "total")[-1] == "—"
