"""Units and what they report: one transaction with the office's value, one undo step, nothing typed over."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.access import Actor
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Indicator, Plan
from perftrack.domain.terms import Across, Aggregation, Grade, Light, PlanKind, Role
from perftrack.domain.units import UnitValue
from perftrack.errors import RefusedValue, UserError
from perftrack.services import bundled, checking, unit_setup, unit_tables, units
from perftrack.services.exporting import package as exporting
from perftrack.services.recording import ActualEntry, record_actual, record_block
from perftrack.services.storing import store_plans
from perftrack.services.unit_tables import TableRow
from perftrack.services.units import UnitEntry
from perftrack.services.workspace import Workspace
from tests.persistence.office import DEPARTMENT, TickingClock, sql

Q3 = Quarter.Q3
NAMES = [f"{place}号社区" for place in range(1, 5)]


def item(name: str, target: str, aggregation: Aggregation = Aggregation.LATEST) -> Indicator:
    return Indicator("产出", "", name, target, Decimal(10), aggregation=aggregation)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "office.perftrack", DEPARTMENT, clock=TickingClock()) as workspace:
        rates = (item("及时率", "≥90%"), item("活动次数", "≥12次", Aggregation.SUM), item("环境质量", "有效提升"))
        plan = Plan(2024, PlanKind.PROJECT, "社区经费", section="党政办公室", indicators=rates)
        store_plans(workspace, DEPARTMENT, [plan, replace(plan, name="另一项目")], [])
        unit_setup.add_units(workspace, "社区", NAMES)
        yield workspace
        assert workspace.verify() == []


def indicator(office: Workspace, name: str = "活动次数") -> Indicator:
    return next(each for each in office.plans(2024)[0].indicators if each.name == name)


def broken(office: Workspace, name: str = "活动次数", across: Across = Across.SUM) -> str:
    key = indicator(office, name).id
    unit_setup.set_breakdown(office, key, "社区", across)
    return key


def ids(office: Workspace) -> list[str]:
    return [unit.id for unit in units.units(office)]


def report(office: Workspace, key: str, *values: str | None, quarter: int = 3):
    entries = [
        UnitEntry(unit, None if value is None else UnitValue(value))
        for unit, value in zip(ids(office), values, strict=False)
    ]
    return units.record_units(office, key, quarter, entries)


def commits(office: Workspace) -> int:
    return len({entry.command_id for entry in office.journal()})


def test_that_unit_values_and_the_office_value_are_one_command_and_one_undo_step(office: Workspace) -> None:
    key, before = broken(office), commits(office)
    changes = report(office, key, "3", "4", None, "5")
    assert commits(office) == before + 1
    assert changes.indicators == {key}
    assert changes.topics == {"units"}
    assert changes.label == ("record_units", {"indicator": "活动次数", "quarter": 3, "count": 3})
    assert indicator(office).actuals == {Q3: Actual("12次")}
    office.history.undo()
    assert indicator(office).actuals == {}
    broken_down = units.breakdown(office, key)
    assert broken_down is not None
    assert broken_down.values == {}
    office.history.redo()
    assert indicator(office).actuals == {Q3: Actual("12次")}


def test_that_the_note_of_the_office_stays_and_goes_with_the_last_report(office: Workspace) -> None:
    key = broken(office)
    report(office, key, "3")
    record_actual(office, key, 3, Actual("3次", note="含补报"))
    report(office, key, "3", "2")
    assert indicator(office).actuals[Q3] == Actual("5次", note="含补报")
    report(office, key, None, None)
    assert indicator(office).actuals == {}


def test_that_the_worst_grade_becomes_the_grade_of_the_office(office: Workspace) -> None:
    key = broken(office, "环境质量", Across.WORST)
    report(office, key, "达成", "部分达成75%", "完成")
    assert indicator(office, "环境质量").actuals[Q3] == Actual(grade=Grade.PARTLY, share=Decimal(75))


def test_that_a_value_that_follows_from_units_is_not_typed_over(office: Workspace) -> None:
    key = broken(office)
    report(office, key, "3")
    assert record_actual(office, key, 3, Actual("3次", note="说明"))
    for other in (Actual("9"), None):
        with pytest.raises(RefusedValue) as caught:
            record_actual(office, key, 3, other)
        assert caught.value.code == "value_from_units"
        assert caught.value.arguments["indicator"] == "活动次数"
    with pytest.raises(RefusedValue):
        record_block(office, [ActualEntry(key, 1, Actual("9"))])
    unit_setup.clear_breakdown(office, key)
    assert record_actual(office, key, 3, Actual("9"))


@pytest.mark.parametrize(
    ("name", "across", "text", "code"),
    [
        ("活动次数", Across.SUM, "约3", "not_a_number"),
        ("活动次数", Across.SUM, "完成", "unit_needs_value"),
        ("活动次数", Across.SUM, "3人", "unit_measured_otherwise"),
        ("及时率", Across.POOLED, "90%", "unit_needs_fraction"),
        ("环境质量", Across.WORST, "还行", "not_a_grade"),
    ],
)
def test_that_what_does_not_read_stores_nothing(office: Workspace, name, across, text, code) -> None:
    key = broken(office, name, across)
    before = commits(office)
    with pytest.raises(RefusedValue) as caught:
        report(office, key, "1/2" if across is Across.POOLED else "达成" if name == "环境质量" else "1", text)
    assert caught.value.code == code
    assert commits(office) == before
    assert indicator(office, name).actuals == {}


def test_that_a_submitted_or_locked_quarter_takes_no_unit_values(office: Workspace) -> None:
    key = broken(office)
    report(office, key, "3", "5", quarter=1)
    sql(
        office.path,
        "INSERT INTO review (plan_id, quarter, state, level, submission, version, seq)"
        " SELECT id, 1, 'submitted', 0, 1, 1, 1 FROM plan WHERE name = '社区经费'",
    )
    try:
        with pytest.raises(UserError) as caught:
            report(office, key, "4", quarter=1)
        assert caught.value.code == "quarter_submitted"
        with pytest.raises(UserError) as caught:
            unit_setup.set_breakdown(office, key, "社区", Across.MEAN)
        assert caught.value.code == "quarter_submitted"
    finally:
        sql(office.path, "DELETE FROM review")


@pytest.mark.parametrize("role", [Role.HEAD, Role.VIEWER, Role.LEAD])
def test_that_roles_are_kept(office: Workspace, role: Role) -> None:
    key = broken(office)
    office.act_as(Actor("某岗位", role, None, frozenset({"another"})))
    unit = ids(office)[0]
    for act in (
        lambda: report(office, key, "3"),
        lambda: unit_setup.add_units(office, "社区", ["新社区"]),
        lambda: unit_setup.rename_unit(office, unit, "新名"),
        lambda: unit_setup.order_units(office, "社区", [unit]),
        lambda: unit_setup.set_active(office, unit, False),
        lambda: unit_setup.set_breakdown(office, key, "社区", Across.MEAN),
        lambda: unit_setup.clear_breakdown(office, key),
        lambda: unit_tables.record_table(office, key, 3, [TableRow(NAMES[0], "3")]),
    ):
        with pytest.raises(UserError) as caught:
            act()
        assert caught.value.code == "not_allowed"
    office.act_as(None)


def test_that_a_lead_reports_for_the_units_of_an_own_plan_and_sets_nothing_up(office: Workspace) -> None:
    key = broken(office)
    office.act_as(Actor("项目负责人", Role.LEAD, None, frozenset({office.plans(2024)[0].id})))
    assert report(office, key, "3")
    with pytest.raises(UserError):
        unit_setup.clear_breakdown(office, key)
    office.act_as(None)


def test_that_units_are_added_from_a_list_renamed_moved_and_let_go(office: Workspace) -> None:
    names = unit_setup.names_from_text("5号社区\t备注\r\n\n 6号社区 \n5号社区\n1号社区")
    assert names == ("5号社区", "6号社区", "1号社区")
    assert unit_setup.add_units(office, "社区", names).label[1] == {"kind": "社区", "count": 2}
    assert [unit.name for unit in units.units(office)] == [*NAMES, "5号社区", "6号社区"]
    keys = ids(office)
    unit_setup.order_units(office, "社区", [keys[5], keys[0]])
    assert [unit.name for unit in units.units(office)][:3] == ["6号社区", "1号社区", "2号社区"]
    unit_setup.rename_unit(office, keys[0], "春风社区")
    with pytest.raises(UserError) as caught:
        unit_setup.rename_unit(office, keys[0], "2号社区")
    assert caught.value.code == "unit_name_taken"
    unit_setup.set_active(office, keys[0], False)
    assert not next(unit for unit in units.units(office) if unit.id == keys[0]).active
    unit_setup.add_units(office, "社区", ["春风社区"])
    assert all(unit.active for unit in units.units(office))
    for _ in range(5):
        office.history.undo()
    assert [unit.name for unit in units.units(office)] == NAMES


def test_that_who_has_not_reported_is_known_of_indicator_plan_and_office(office: Workspace) -> None:
    key = broken(office)
    other = broken(office, "及时率", Across.MEAN)
    report(office, key, "3", None, "4")
    first, second = sorted(units.states(office, 2024, Q3), key=lambda state: state.indicator_id != key)
    assert (first.reported, [unit.name for unit in first.missing]) == (2, ["2号社区", "4号社区"])
    assert (second.indicator_id, second.reported, len(second.asked)) == (other, 0, 4)
    assert units.states(office, 2024, Q3, plan_id=office.plans(2024)[1].id) == ()
    assert units.states(office, 2024, Q3, indicator_id=key) == (first,)


def test_that_a_new_way_of_putting_together_is_followed_at_once_or_refused(office: Workspace) -> None:
    key = broken(office, "及时率", Across.MEAN)
    report(office, key, "90%", "80%")
    assert indicator(office, "及时率").actuals[Q3] == Actual("85%")
    unit_setup.set_breakdown(office, key, "社区", Across.WORST)
    assert indicator(office, "及时率").actuals[Q3] == Actual("80%")
    with pytest.raises(UserError) as caught:
        unit_setup.set_breakdown(office, key, "社区", Across.POOLED)
    assert caught.value.code == "units_do_not_combine"
    with pytest.raises(UserError) as caught:
        unit_setup.set_breakdown(office, indicator(office, "环境质量").id, "社区", Across.SUM)
    assert caught.value.code == "across_unfit"


def test_that_a_breakdown_taken_away_comes_back_with_what_was_reported(office: Workspace) -> None:
    key = broken(office)
    report(office, key, "3", "4")
    unit_setup.clear_breakdown(office, key)
    assert units.breakdown(office, key) is None
    assert indicator(office).actuals[Q3] == Actual("7次")
    record_actual(office, key, 3, Actual("9"))
    broken(office)
    assert indicator(office).actuals[Q3] == Actual("7次")


def test_that_targets_of_units_take_the_operator_of_the_office_and_give_lights(office: Workspace) -> None:
    key = indicator(office).id
    first, second, *_ = ids(office)
    unit_setup.set_breakdown(office, key, "社区", Across.SUM, {first: "4", second: "≥8次"})
    report(office, key, "3", "1", "2")
    found = units.breakdown(office, key)
    assert found is not None
    assert found.targets == {first: "≥4次", second: "≥8次"}
    pack = bundled.shipped_pack(bundled.SHIPPED_PACKS[0])
    lights = [units.unit_light(found, unit, indicator(office), Q3, year=2024, pack=pack) for unit in found.units]
    assert lights == [Light.GREEN, Light.RED, None, None]
    with pytest.raises(RefusedValue) as caught:
        unit_setup.set_breakdown(office, key, "社区", Across.SUM, {first: "4人"})
    assert caught.value.code == "unit_target_unfit"


def test_that_a_table_is_matched_by_name_in_any_order(office: Workspace) -> None:
    key = broken(office)
    rows = [
        TableRow("社区", "完成值"),
        TableRow(" ４号社区", "5", "补报"),
        TableRow("1号社区", "3"),
        TableRow("外社区", "1"),
    ]
    rows += [TableRow("2号社区", "多"), TableRow("1号社区", "4")]
    found = unit_tables.record_table(office, key, 3, rows)
    assert found.unknown == ("外社区",)
    assert found.repeated == ("1号社区",)
    assert [(row.name, error.code) for row, error in found.refused] == [("2号社区", "not_a_number")]
    assert indicator(office).actuals[Q3] == Actual("9次")
    assert unit_tables.table(office, key, 3) == (
        TableRow("1号社区", "4"), TableRow("2号社区"), TableRow("3号社区"), TableRow("4号社区", "5", "补报"),
    )  # fmt: skip


def test_that_a_pasted_block_tells_whether_it_holds_names(office: Workspace) -> None:
    found = units.breakdown(office, broken(office))
    assert found is not None
    assert unit_tables.holds_names(found, [["单位", "值"], ["3号社区", "7"]])
    assert not unit_tables.holds_names(found, [["3"], ["7"]])
    assert not unit_tables.holds_names(found, [["3", "说明"], ["7", ""]])


def test_that_a_package_carries_the_value_of_the_office(office: Workspace, tmp_path: Path) -> None:
    key = broken(office)
    report(office, key, "3", "4")
    exporting.write_package(office, tmp_path / "office.json")
    assert '"7次"' in (tmp_path / "office.json").read_text(encoding="utf-8")


def test_that_a_block_sent_twice_is_stored_once(office: Workspace) -> None:
    key = broken(office)
    before = commits(office)
    entries = [UnitEntry(ids(office)[0], UnitValue("3"))]
    assert units.record_units(office, key, 3, entries, command_id="same")
    assert not units.record_units(office, key, 3, entries, command_id="same")
    assert commits(office) == before + 1


def test_that_a_breakdown_is_undone_with_the_values_that_followed(office: Workspace) -> None:
    key = broken(office, "及时率", Across.MEAN)
    report(office, key, "90%", "80%")
    unit_setup.set_breakdown(office, key, "社区", Across.WORST, {ids(office)[0]: "95"})
    office.history.undo()
    found = units.breakdown(office, key)
    assert found is not None
    assert (found.across, found.targets) == (Across.MEAN, {})
    assert indicator(office, "及时率").actuals[Q3] == Actual("85%")
    office.history.redo()
    assert indicator(office, "及时率").actuals[Q3] == Actual("80%")


def test_that_what_the_same_units_report_of_another_year_or_indicator_is_apart(office: Workspace) -> None:
    key, other = broken(office), broken(office, "及时率", Across.MEAN)
    report(office, key, "3")
    report(office, other, "90%", quarter=1)
    assert units.breakdown(office, key).values == {Q3: {ids(office)[0]: UnitValue("3")}}  # type: ignore[union-attr]
    assert units.broken_down(office, [key, other, "unknown"]) == {key, other}


def test_that_unknown_units_and_indicators_are_refused(office: Workspace) -> None:
    key = indicator(office).id
    for act, code in (
        (lambda: units.record_units(office, "unknown", 3, [UnitEntry("u", UnitValue("3"))]), "indicator_gone"),
        (lambda: units.record_units(office, key, 3, [UnitEntry("u", UnitValue("3"))]), "not_broken_down"),
        (lambda: unit_tables.table(office, key, 3), "not_broken_down"),
        (lambda: unit_setup.set_breakdown(office, key, "网格", Across.SUM), "kind_without_units"),
        (lambda: unit_setup.rename_unit(office, "u", "名"), "unit_gone"),
        (lambda: unit_setup.add_units(office, " ", ["名"]), "unit_name_empty"),
        (lambda: units.record_units(office, key, 5, []), "quarter_unknown"),
    ):
        with pytest.raises(UserError) as caught:
            act()
        assert caught.value.code == code
    broken(office)
    with pytest.raises(UserError) as caught:
        units.record_units(office, key, 3, [UnitEntry("u", UnitValue("3"))])
    assert caught.value.code == "unit_gone"


def test_that_a_note_alone_changes_no_value_of_the_office(office: Workspace) -> None:
    key = broken(office)
    report(office, key, "3")
    units.record_units(office, key, 3, [UnitEntry(ids(office)[0], UnitValue("3", "补报"))])
    entities = [entry.entity for entry in office.journal()][-1:]
    assert entities == ["unit_actual"]


def test_that_the_check_before_submitting_warns_of_units_that_have_not_reported(office) -> None:
    key, plan = broken(office), office.plans(2024)[0].id
    codes = lambda: [each.key for each in checking.check(office, plan, Q3).points]  # noqa: E731
    assert ("units_missing", key) not in codes()
    report(office, key, "3", "4")
    assert ("units_missing", key) in codes()
    report(office, key, "3", "4", "5", "6")
    assert ("units_missing", key) not in codes()
