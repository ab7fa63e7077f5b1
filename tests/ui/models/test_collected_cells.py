"""The table of what came back: what must be looked at first, ticks that follow the rules, totals that follow ticks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.plans import Actual
from perftrack.domain.terms import Across
from perftrack.services import recording, unit_setup
from perftrack.services.collectionform import VALUE
from perftrack.services.importing.collected_cells import State
from perftrack.services.messages import speaker
from tests.services.importing.forms import collected, column_of, fill, form_of, open_office, page_of, row_of
from ui import languages
from ui.delegates.roles import LOOK
from ui.models.collected_cells import CollectedCells

TICK = Qt.ItemDataRole.CheckStateRole
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def found(tmp_path):
    """A conflict, a refusal, a change and two new cells."""
    with open_office(tmp_path) as office:
        path = form_of(office, tmp_path)
        recording.record_actual(office, office.plans(2024)[0].indicators[0].id, 3, Actual("7"))
        fill(path, "1", value=5)
        fill(path, "2", value="约88", cause="退回多")
        fill(path, "3", value="达成")
        fill(path, "4", value="9月")
        yield collected(office, path)


@pytest.fixture
def model(qapp, found):
    languages.use("en")
    model = CollectedCells(speaker("en"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_forms([found])
    return model


def states(model):
    return [line.cell.state for line in model.rows() if line.cell is not None]


def ticks(model):
    return [model.index(row, 0).data(TICK) for row in range(model.rowCount())]


def told(model, row, key):
    return model.index(row, model.column(key)).data()


def test_that_conflicts_and_refusals_stand_first_below_the_plan(model):
    assert model.row(0).cell is None
    assert told(model, 0, "name") == "社区服务群众经费"
    assert states(model) == [State.CONFLICT, State.REFUSED, State.CHANGED, State.NEW, State.NEW]


def test_that_new_and_changed_cells_come_ticked_and_the_others_do_not(model):
    assert [tick is not None and Qt.CheckState(tick) == CHECKED for tick in ticks(model)] == [
        False, False, False, True, True, True,
    ]  # fmt: skip
    assert ticks(model)[2] is None
    assert not model.setData(model.index(2, 0), CHECKED, TICK)


def test_that_all_takes_conflicts_too_and_only_new_leaves_what_is_stored(model):
    model.choose_all()
    assert len(model.chosen()) == 4
    model.choose_new()
    assert len(model.chosen()) == 2
    model.choose_none()
    assert model.chosen() == frozenset()


def test_that_the_total_of_the_plan_follows_the_ticks(model, found):
    suffix = lambda: model.index(0, model.column("name")).data(LOOK).suffix  # noqa: E731
    before = suffix()
    model.choose_none()
    assert suffix() != before
    assert f"total {found.total:.2f} → {found.total:.2f}" in suffix()


def test_that_words_say_state_and_reason(model):
    assert [told(model, row, "state") for row in (1, 2, 3, 4)] == ["Conflict", "Refused", "Changed", "New"]
    spoken = model.index(2, model.column("state")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Not a number" in spoken
    conflict = model.index(1, model.column("state")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "was 3 when the form was written" in conflict
    assert model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "accepted"


def test_that_toggling_several_rows_ticks_them_alike(model):
    model.toggle([1, 2, 3])
    assert Qt.CheckState(ticks(model)[1]) == CHECKED
    assert Qt.CheckState(ticks(model)[3]) == CHECKED
    model.toggle([1, 2, 3])
    assert Qt.CheckState(ticks(model)[1]) == UNCHECKED
    assert Qt.CheckState(ticks(model)[3]) == UNCHECKED


def test_that_the_details_say_what_a_row_is_too_narrow_for(model):
    assert model.details(0) == ""
    assert model.details(2) == "Not a number: 约88. Still 87.50%"
    assert model.details(3) == "退回补签 → 退回多"


def test_that_a_unit_stands_below_its_indicator_and_is_spoken_with_it(qapp, tmp_path):
    with open_office(tmp_path) as office:
        unit_setup.add_units(office, "社区", ["文化社区"])
        owner = office.plans(2024)[0].indicators[2]
        unit_setup.set_breakdown(office, owner.id, "社区", Across.WORST)
        path = form_of(office, tmp_path)
        with page_of(path) as page:
            page.cell(row_of(page, "单1"), column_of(page, VALUE)).value = "部分达成 70%"
        languages.use("en")
        model = CollectedCells(speaker("en"))
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        model.show_forms([collected(office, path)])
        name = model.index(1, model.column("name"))
        assert (name.data(), name.data(LOOK).subtext) == ("环境质量", "文化社区")
        assert name.data(Qt.ItemDataRole.AccessibleTextRole) == "环境质量 · 文化社区"
        assert len(model.chosen()) == 1
