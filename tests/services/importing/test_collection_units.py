"""What communities and branches report comes back in the form of their plan, and the office's value follows."""

from dataclasses import replace

import pytest

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.terms import Across
from perftrack.domain.units import UnitValue
from perftrack.errors import RefusedValue
from perftrack.services import collectionform, recording, unit_setup, units
from perftrack.services.importing.collected_cells import State
from perftrack.services.importing.collection import accept
from perftrack.services.storing import store_plans
from perftrack.services.units import UnitEntry
from tests.services.importing.forms import (
    OFFICE,
    Q2,
    Q3,
    collected,
    column_of,
    differing,
    fill,
    form_of,
    open_office,
    page_of,
    plan,
    row_of,
)

NAMES = ("文化社区", "春风社区", "河滨社区")
COUNT, RATE = "活动次数", "及时率"


@pytest.fixture
def office(tmp_path):
    """An office whose first indicator is the sum of three communities, its second a rate pooled over them."""
    with open_office(tmp_path, plan()) as workspace:
        unit_setup.add_units(workspace, "社区", NAMES)
        first, second, *_ = workspace.plans(2024)[0].indicators
        for indicator, across in ((first, Across.SUM), (second, Across.POOLED)):
            clear(workspace, indicator.id)
            unit_setup.set_breakdown(workspace, indicator.id, "社区", across)
        report(workspace, COUNT, Q2, {"文化社区": "2", "春风社区": "2"})
        report(workspace, COUNT, Q3, {"文化社区": "1"})
        yield workspace


def clear(workspace, indicator_id):
    for quarter in Quarter:
        recording.record_actual(workspace, indicator_id, int(quarter), None)


def unit_ids(workspace):
    return {unit.name: unit.id for unit in units.units(workspace)}


def indicator_named(workspace, name):
    return next(each for each in workspace.plans(2024)[0].indicators if each.name == name)


def report(workspace, name, quarter, values):
    ids = unit_ids(workspace)
    entries = [UnitEntry(ids[unit], UnitValue(value)) for unit, value in values.items()]
    units.record_units(workspace, indicator_named(workspace, name).id, int(quarter), entries)


def given(workspace, name, quarter=Q3):
    broken = units.breakdown(workspace, indicator_named(workspace, name).id)
    names = {unit.id: unit.name for unit in broken.units}
    return {names[key]: (value.value, value.note) for key, value in broken.values.get(quarter, {}).items()}


def fill_unit(path, code, **cells):
    words = {"value": collectionform.VALUE, "note": collectionform.NOTE}
    with page_of(path) as page:
        table = next(cell.row for row in page.iter_rows() for cell in row if cell.value == collectionform.UNIT)
        for field, content in cells.items():
            column = next(cell.column for cell in page[table] if cell.value == words[field])
            page.cell(row_of(page, code), column).value = content


def cell_of(found, unit, owner=COUNT, field="value"):
    return next(cell for cell in found.cells if (cell.unit, cell.name, cell.place.field) == (unit, owner, field))


@pytest.fixture
def path(office, tmp_path):
    return form_of(office, tmp_path)


def test_that_the_form_asks_every_unit_and_shows_what_it_has_reported(office, path):
    rows = collected(office, path).stamp.units
    assert [(row.code, row.name, row.owner, row.value) for row in rows] == [
        ("单1", "文化社区", COUNT, "1"), ("单2", "春风社区", COUNT, ""), ("单3", "河滨社区", COUNT, ""),
        ("单4", "文化社区", RATE, ""), ("单5", "春风社区", RATE, ""), ("单6", "河滨社区", RATE, ""),
    ]  # fmt: skip
    with page_of(path) as page:
        assert page.cell(row_of(page, "1"), column_of(page, collectionform.VALUE)).value == "1次"
        assert page.cell(row_of(page, "2"), column_of(page, collectionform.VALUE)).value == collectionform.BELOW
        assert page.cell(row_of(page, "1"), column_of(page, collectionform.VALUE)).protection.locked
        assert not page.cell(row_of(page, "单1"), column_of(page, collectionform.VALUE)).protection.locked


def test_that_an_untouched_form_changes_nothing(office, path):
    assert differing(collected(office, path)) == []


def test_that_values_of_units_and_the_office_are_one_undo_step(office, path):
    fill_unit(path, "单1", value=3, note="含夜间")
    fill_unit(path, "单2", value="２次")
    fill_unit(path, "单5", value="11/12")
    fill(path, "1", note="办公室备注", cause="社区人手不足")
    fill(path, "4", value="9月")
    found = collected(office, path)
    states = {(cell.full_name, cell.place.field): cell.state.value for cell in differing(found)}
    assert states == {
        ("活动次数", "cause"): "new", ("活动次数", "note"): "new", ("完成时间", "value"): "new",
        ("活动次数 · 文化社区", "value"): "changed", ("活动次数 · 文化社区", "note"): "new",
        ("活动次数 · 春风社区", "value"): "new", ("及时率 · 春风社区", "value"): "new",
    }  # fmt: skip
    before = len(office.journal())
    changes = accept(office, [found], [cell.place for cell in differing(found)])
    assert (changes.command, changes.topics, changes.label[1]["count"]) == ("accept_forms", {"units"}, 6)
    assert len({entry.command_id for entry in office.journal()[before:]}) == 1
    assert given(office, COUNT) == {"文化社区": ("3", "含夜间"), "春风社区": ("２次", None)}
    assert indicator_named(office, COUNT).actuals[Q3] == Actual("5次", note="办公室备注")
    assert indicator_named(office, RATE).actuals[Q3].value == "11/12"
    assert differing(collected(office, path)) == []
    office.history.undo()
    assert given(office, COUNT) == {"文化社区": ("1", None)}
    assert indicator_named(office, COUNT).actuals[Q3] == Actual("1次")


def test_that_the_effect_of_a_unit_is_what_the_total_becomes(office, path):
    fill_unit(path, "单2", value=4)
    found = collected(office, path)
    cell = cell_of(found, "春风社区")
    assert cell.effect > 0
    assert found.total_with([cell.place]) == found.total + cell.effect
    accept(office, [found], [cell.place])
    assert collected(office, path).total == found.total + cell.effect


def test_that_an_emptied_cell_takes_the_report_of_the_unit_back(office, path):
    fill_unit(path, "单1", value=None)
    found = collected(office, path)
    accept(office, [found], [cell_of(found, "文化社区").place])
    assert given(office, COUNT) == {}
    assert Q3 not in indicator_named(office, COUNT).actuals


def test_that_what_a_unit_cannot_report_is_refused_with_the_sentence_of_the_window(office, path):
    fill_unit(path, "单2", value="约3", note="估计")
    fill_unit(path, "单4", value="90%")
    fill_unit(path, "单6", note="下月补报")
    found = collected(office, path)
    reasons = {(cell.full_name, cell.place.field): cell.reason.code for cell in differing(found)}
    assert reasons == {
        ("活动次数 · 春风社区", "value"): "not_a_number", ("活动次数 · 春风社区", "note"): "not_a_number",
        ("及时率 · 文化社区", "value"): "unit_needs_fraction", ("及时率 · 河滨社区", "note"): "collect_note_alone",
    }  # fmt: skip


def test_that_a_note_is_not_stored_without_its_value(office, path):
    fill_unit(path, "单2", value=2, note="补报")
    found = collected(office, path)
    with pytest.raises(RefusedValue) as refused:
        accept(office, [found], [cell_of(found, "春风社区", field="note").place])
    assert refused.value.code == "collect_note_alone"


def test_that_the_office_s_own_value_is_not_typed_over(office, path):
    fill(path, "1", value=9)
    (cell,) = differing(collected(office, path))
    assert (cell.state, cell.reason.code) == (State.REFUSED, "collect_from_units")


def test_that_a_form_from_before_the_breakdown_is_told_apart(tmp_path):
    with open_office(tmp_path, plan()) as office:
        path = form_of(office, tmp_path)
        fill(path, "3", value="达成", note="第三方测评")
        unit_setup.add_units(office, "社区", NAMES)
        unit_setup.set_breakdown(office, indicator_named(office, "环境质量").id, "社区", Across.WORST)
        found = collected(office, path)
        reasons = [(cell.place.field, cell.reason and cell.reason.code) for cell in differing(found)]
        assert reasons == [("value", "collect_from_units"), ("note", None)]


def test_that_units_no_longer_asked_are_refused_and_lose_nothing_silently(office, path):
    fill_unit(path, "单2", value=2)
    unit_setup.clear_breakdown(office, indicator_named(office, COUNT).id)
    assert cell_of(collected(office, path), "春风社区").reason.code == "collect_not_by_units"


def test_that_a_value_the_office_typed_meanwhile_is_a_conflict_and_stops_a_late_acceptance(office, path):
    fill_unit(path, "单1", value=5)
    found = collected(office, path)
    report(office, COUNT, Q3, {"文化社区": "4"})
    with pytest.raises(Exception, match="collect_changed_meanwhile"):
        accept(office, [found], [cell_of(found, "文化社区").place])
    cell = cell_of(collected(office, path), "文化社区")
    assert (cell.state, cell.before, cell.stored, cell.incoming) == (State.CONFLICT, "1", "4", "5")


def test_that_rows_of_units_that_cannot_be_told_are_refused(office, path):
    with page_of(path) as page:
        table = next(cell for row in page.iter_rows() for cell in row if cell.value == collectionform.UNIT)
        page.cell(row_of(page, "单2"), table.column).value = "河滨社区"
        page.cell(row_of(page, "单6"), 1).value = "单99"
    codes = sorted(cell.reason.code for cell in differing(collected(office, path)))
    assert codes == ["collect_row_missing", "collect_row_mixed", "collect_row_unknown"]


def test_that_a_plan_stored_anew_refuses_what_its_units_filled_in(office, path):
    fill_unit(path, "单2", value=2)
    again = replace(plan(), indicators=plan().indicators[1:])
    store_plans(office, OFFICE, [again], [], replace=frozenset({(2024, "project", again.name)}))
    refused = [cell for cell in differing(collected(office, path)) if cell.incoming == "2"]
    assert [cell.reason.code for cell in refused] == ["collect_row_gone"]
