"""Plans to export keep their ticks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.terms import Severity
from tests.ui.scored import indicator, small_plan
from ui.models.sheet_plans import Role, SheetPlans

TICK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def plans(qapp):
    model = SheetPlans()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    plan = small_plan(indicator("个数", "≥12个", "90"))
    model.show([replace(plan, id=key, name=key) for key in ("a", "b", "c")])
    return model


def test_every_plan_is_ticked_at_first(plans):
    assert [plan.id for plan in plans.chosen()] == ["a", "b", "c"]


def test_an_unticked_plan_stays_unticked_when_the_list_is_renewed(plans, qtbot):
    with qtbot.waitSignal(plans.ticked):
        assert plans.setData(plans.index(1), Qt.CheckState.Unchecked, TICK)
    plans.show([plans.plan(row) for row in (2, 1)])
    assert [plan.id for plan in plans.chosen()] == ["c"]


def test_all_and_none(plans):
    plans.tick_all(False)
    assert plans.chosen() == ()
    plans.tick_all(True)
    assert len(plans.chosen()) == 3


def test_errors_and_warnings_are_marked_and_hints_are_not(plans):
    plans.mark({"a": Severity.ERROR, "b": Severity.WARNING, "c": Severity.HINT})
    assert [plans.index(row).data(Role.MARK) for row in range(3)] == ["error", "warning", ""]
    assert plans.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "a has errors"


def test_a_plan_is_found_by_its_id(plans):
    assert (plans.row_of("b"), plans.row_of("gone")) == (1, -1)


def test_a_plan_that_is_refused_is_never_ticked_and_says_why(plans):
    plans.show([plans.plan(row) for row in range(3)], {"b": "not yours"})
    assert [plan.id for plan in plans.chosen()] == ["a", "c"]
    assert plans.tickable() == 2
    locked = plans.index(1)
    assert not plans.setData(locked, Qt.CheckState.Checked, TICK)
    assert not locked.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert plans.index(0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert locked.data(Qt.ItemDataRole.ToolTipRole) == "b\nnot yours"
    assert locked.data(Qt.ItemDataRole.AccessibleTextRole) == "b not yours"
    plans.tick_all(True)
    assert [plan.id for plan in plans.chosen()] == ["a", "c"]
    plans.show([plans.plan(row) for row in range(3)])
    assert len(plans.chosen()) == 3
