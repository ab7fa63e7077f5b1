"""Forms go out, are filled in by hands that know nothing of us, come back, and are accepted cell by cell."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perftrack.domain.access import Actor
from perftrack.domain.people import Person
from perftrack.domain.plans import Actual
from perftrack.domain.terms import Grade, Role
from perftrack.errors import RefusedValue, UserError
from perftrack.services import collectionform as form
from perftrack.services import exclusion, recording, rubrics
from perftrack.services.exporting.collection import form_bytes
from perftrack.services.importing.collected_cells import State
from perftrack.services.importing.collection import accept, compare
from perftrack.services.importing.collection_reader import Returned
from perftrack.services.importing.collection_reader import form_of as read_bytes
from perftrack.services.importing.office_file import check_office_file
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.factories import TickingClock
from tests.services.importing.forms import (
    OFFICE,
    Q3,
    cell_of,
    collected,
    column_of,
    differing,
    fill,
    form_of,
    header,
    open_office,
    page_of,
    plan,
    row_of,
)


@pytest.fixture
def office(tmp_path):
    with open_office(tmp_path) as workspace:
        yield workspace


@pytest.fixture
def path(office, tmp_path):
    return form_of(office, tmp_path)


def stored(office: Workspace, name: str) -> Actual | None:
    (found,) = office.plans(2024)
    return next(each for each in found.indicators if each.name == name).actuals.get(Q3)


def states(found) -> dict[tuple[str, str], str]:
    return {(cell.name, cell.place.field): cell.state.value for cell in differing(found)}


def test_that_an_untouched_form_changes_nothing(office, path):
    found = collected(office, path)
    assert differing(found) == []
    assert found.barred is None
    assert not found.structure_changed


def test_that_every_kind_of_cell_comes_back_and_is_one_undo_step(office, path):
    fill(path, "1", value=5, note="含夜间")
    fill(path, "2", value="９１．５％", cause="", remedy="逐笔核对")
    fill(path, "3", value="部分达成", share=70)
    fill(path, "4", value=date(2024, 9, 20))
    fill(path, "资1", executed=84.6)
    found = collected(office, path)
    assert states(found) == {
        ("活动次数", "value"): "changed", ("活动次数", "note"): "new", ("及时率", "value"): "changed",
        ("及时率", "cause"): "changed", ("及时率", "remedy"): "new", ("环境质量", "value"): "new",
        ("完成时间", "value"): "new", ("财政拨款", "executed"): "new",
    }  # fmt: skip
    before = len(office.journal())
    changes = accept(office, [found], [cell.place for cell in differing(found)])
    assert changes.command == "accept_forms"
    assert stored(office, "活动次数") == Actual("5", note="含夜间")
    assert stored(office, "及时率") == Actual("９１．５％")
    assert stored(office, "环境质量") == Actual(grade=Grade.PARTLY, share=Decimal(70))
    assert stored(office, "完成时间") == Actual("2024年9月20日")
    assert office.plans(2024)[0].funds[0].executed[Q3] == Decimal("84.6")
    assert len({entry.command_id for entry in office.journal()[before:]}) == 1
    assert differing(collected(office, path)) == []
    office.history.undo()
    assert stored(office, "活动次数") == Actual("3")
    assert len(differing(collected(office, path))) == 8


def test_that_only_the_chosen_cells_are_stored(office, path):
    fill(path, "1", value="6", note="不采用")
    found = collected(office, path)
    accept(office, [found], [cell_of(found, "活动次数").place])
    assert stored(office, "活动次数") == Actual("6")


def test_that_the_effect_is_what_the_total_becomes(office, path):
    fill(path, "3", value="达成")
    fill(path, "资1", executed=100)
    found = collected(office, path)
    words, money = cell_of(found, "环境质量"), cell_of(found, "财政拨款", "executed")
    assert (words.effect, money.effect) == (Decimal("11.67"), Decimal("3.33"))
    both = found.total_with([words.place, money.place])
    accept(office, [found], [words.place, money.place])
    assert collected(office, path).total == both == found.total + words.effect + money.effect


def test_that_what_does_not_read_is_refused_with_the_sentence_of_the_window(office, path):
    fill(path, "2", value="约88")
    fill(path, "3", value="还行")
    fill(path, "4", value="马上")
    fill(path, "资1", executed="很多")
    fill(path, "资2", executed=-3)
    found = collected(office, path)
    reasons = {cell.name: cell.reason.code for cell in differing(found)}
    assert reasons == {
        "及时率": "not_a_number", "环境质量": "not_a_grade", "完成时间": "not_a_date",
        "财政拨款": "not_an_amount", "其他资金": "money_negative",
    }  # fmt: skip
    assert not any(cell.acceptable for cell in found.cells)
    assert accept(office, [found], [cell.place for cell in found.cells]).plans == frozenset()


def test_that_a_share_must_lie_in_the_band_of_its_grade(office, path):
    fill(path, "3", value="部分达成", share="85")
    assert cell_of(collected(office, path), "环境质量").reason.code == "share_outside_open_band"


def test_that_a_share_beside_a_number_needs_its_reason(office, path):
    fill(path, "5", value="66%", share=70)
    assert cell_of(collected(office, path), "能力提升率").reason.code == "share_needs_reason"
    fill(path, "5", note="新增四项服务")
    found = collected(office, path)
    value, note = cell_of(found, "能力提升率"), cell_of(found, "能力提升率", "note")
    assert value.state is State.NEW
    with pytest.raises(RefusedValue):
        accept(office, [found], [value.place])
    accept(office, [found], [value.place, note.place])
    assert stored(office, "能力提升率") == Actual("66%", share=Decimal(70), note="新增四项服务")


def test_that_emptied_cells_take_the_report_back(office, path):
    fill(path, "1", value=None)
    fill(path, "资2", executed=None)
    found = collected(office, path)
    assert states(found) == {("活动次数", "value"): "changed", ("其他资金", "executed"): "changed"}
    accept(office, [found], [cell.place for cell in differing(found)])
    assert stored(office, "活动次数") is None
    assert Q3 not in office.plans(2024)[0].funds[1].executed


def test_that_a_value_the_office_changed_too_is_a_conflict(office, path):
    first = office.plans(2024)[0].indicators[0].id
    recording.record_actual(office, first, 3, Actual("7"))
    assert differing(collected(office, path)) == []
    fill(path, "1", value=5)
    cell = cell_of(collected(office, path), "活动次数")
    assert (cell.state, cell.before, cell.stored, cell.incoming) == (State.CONFLICT, "3", "7", "5")
    assert cell.office_changed
    fill(path, "1", value=7)
    assert differing(collected(office, path)) == []


def test_that_a_cell_changed_after_the_comparison_stops_the_whole_acceptance(office, path):
    fill(path, "1", value=5)
    fill(path, "4", value="9月")
    found = collected(office, path)
    recording.record_actual(office, office.plans(2024)[0].indicators[0].id, 3, Actual("8"))
    with pytest.raises(UserError) as refused:
        accept(office, [found], [cell.place for cell in differing(found)])
    assert refused.value.code == "collect_changed_meanwhile"
    assert stored(office, "完成时间") is None


def test_that_spellings_of_the_same_value_are_the_same(office, path):
    fill(path, "1", value="３")
    fill(path, "2", value="87.5")
    fill(path, "资2", executed="12.5万元")
    assert differing(collected(office, path)) == []


def test_that_a_cell_shown_as_per_cent_is_per_cent(office, path):
    with page_of(path) as page:
        cell = page.cell(row_of(page, "2"), column_of(page, form.VALUE))
        cell.value, cell.number_format = 0.885, "0.0%"
    assert cell_of(collected(office, path), "及时率").incoming == "88.5%"


def test_that_a_formula_without_its_result_is_refused_and_clears_nothing(office, path):
    fill(path, "1", value="=2+3", cause="=A1")
    found = collected(office, path)
    assert cell_of(found, "活动次数").reason.code == "not_a_number"
    assert cell_of(found, "活动次数", "cause").reason.code == "collect_error_cell"


def test_that_a_formula_counts_by_its_stored_result(office, path):
    fill(path, "1", value="=2+3")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    worked = re.sub(rb"<f>2\+3</f><v ?/?>(</v>)?", b"<f>2+3</f><v>5</v>", sheet)
    assert worked != sheet
    with zipfile.ZipFile(path, "w") as archive:
        for name, body in (parts | {"xl/worksheets/sheet1.xml": worked}).items():
            archive.writestr(name, body)
    assert cell_of(collected(office, path), "活动次数").incoming == "5"


def test_that_sorted_rows_find_their_way_home(office, path):
    with page_of(path) as page:
        first, last = row_of(page, "1"), row_of(page, "7")
        for merged in list(page.merged_cells.ranges):
            if merged.min_row >= header(page):
                page.unmerge_cells(str(merged))
        rows = [[cell.value for cell in page[row]] for row in range(first, last + 1)]
        for row, values in enumerate(reversed(rows), start=first):
            for column, value in enumerate(values, start=1):
                page.cell(row, column).value = value
        page.cell(row_of(page, "4"), column_of(page, form.VALUE)).value = "9月"
    assert states(collected(office, path)) == {("完成时间", "value"): "new"}


def test_that_inserted_rows_and_columns_do_no_harm(office, path):
    fill(path, "1", value=5)
    with page_of(path) as page:
        for merged in list(page.merged_cells.ranges):
            page.unmerge_cells(str(merged))
        page.insert_cols(3)
        page.insert_rows(2)
    assert states(collected(office, path)) == {("活动次数", "value"): "changed"}


def test_that_a_renamed_row_keeps_its_number_and_says_so(office, path):
    fill(path, "1", value=5)
    with page_of(path) as page:
        page.cell(row_of(page, "1"), column_of(page, form.INDICATOR)).value = "活动场次"
    cell = cell_of(collected(office, path), "活动次数")
    assert (cell.state, cell.renamed) == (State.CHANGED, "活动场次")


def test_that_rows_that_cannot_be_told_are_refused(office, path):
    with page_of(path) as page:
        name, number = column_of(page, form.INDICATOR), column_of(page, form.NUMBER)
        page.cell(row_of(page, "1"), name).value = "及时率"
        page.cell(row_of(page, "4"), number).value = "3"
        page.cell(row_of(page, "7"), number).value = "99"
        page.cell(row_of(page, "99"), name).value = "新添的指标"
    reasons = sorted((cell.reason.code, cell.name) for cell in differing(collected(office, path)))
    assert reasons == [
        ("collect_row_missing", "完成时间"),
        ("collect_row_missing", "居民评价"),
        ("collect_row_mixed", "及时率"),
        ("collect_row_mixed", "完成时间"),
        ("collect_row_unknown", "新添的指标"),
    ]


def test_that_a_row_that_stands_there_twice_is_refused_both_times(office, path):
    with page_of(path) as page:
        page.cell(row_of(page, "4"), column_of(page, form.INDICATOR)).value = "及时率"
        page.cell(row_of(page, "4"), column_of(page, form.NUMBER)).value = "2"
    reasons = [(cell.reason.code, cell.name) for cell in differing(collected(office, path))]
    assert reasons == [
        ("collect_row_twice", "及时率"), ("collect_row_twice", "及时率"), ("collect_row_missing", "完成时间"),
    ]  # fmt: skip


def test_that_a_lost_number_is_found_by_a_name_only_one_row_has(office, path):
    fill(path, "1", value=5)
    with page_of(path) as page:
        page.cell(row_of(page, "1"), column_of(page, form.NUMBER)).value = None
    assert states(collected(office, path)) == {("活动次数", "value"): "changed"}


def test_that_a_target_changed_meanwhile_refuses_the_value_and_keeps_the_words(office, path):
    fill(path, "1", value=5, cause="缺人手")
    changed = plan()
    first = replace(changed.indicators[0], target="≥20次")
    again = replace(changed, indicators=(first, *changed.indicators[1:]))
    store_plans(office, OFFICE, [again], [], replace=frozenset({(2024, "project", again.name)}))
    found = collected(office, path)
    assert found.structure_changed
    assert cell_of(found, "活动次数").reason.code == "collect_target_changed"
    assert cell_of(found, "活动次数", "cause").state is State.NEW


def test_that_an_indicator_that_is_gone_is_refused_and_the_others_stay(office, path):
    fill(path, "1", value=5)
    fill(path, "2", value="95%")
    again = replace(plan(), indicators=plan().indicators[1:])
    store_plans(office, OFFICE, [again], [], replace=frozenset({(2024, "project", again.name)}))
    assert states(collected(office, path)) == {("活动次数", "value"): "refused", ("及时率", "value"): "changed"}


def test_that_one_acceptance_may_hold_several_forms(tmp_path):
    with open_office(tmp_path, plan(), plan("社区运转经费")) as office:
        paths = [form_of(office, tmp_path, number=number) for number in (0, 1)]
        for path in paths:
            fill(path, "1", value=9)
        forms = [collected(office, path) for path in paths]
        accept(office, forms, [cell.place for found in forms for cell in differing(found)])
        assert all(each.indicators[0].actuals[Q3] == Actual("9") for each in office.plans(2024))
        office.history.undo()
        assert all(each.indicators[0].actuals[Q3] == Actual("3") for each in office.plans(2024))


def test_that_a_viewer_sees_the_comparison_and_may_accept_nothing(office, path):
    fill(path, "1", value=5)
    office.act_as(Actor.of(Person("查阅人员", Role.VIEWER)))
    found = collected(office, path)
    assert found.barred is not None
    assert found.barred.code == "not_allowed"
    with pytest.raises(UserError):
        accept(office, [found], [cell.place for cell in differing(found)])


@pytest.mark.parametrize("code", ["collect_other_office", "collect_other_file", "collect_plan_gone"])
def test_that_a_form_of_elsewhere_is_named(office, path, tmp_path, code):
    other = tmp_path / "other"
    other.mkdir()
    department = replace(OFFICE, name="南路街道办事处") if code == "collect_other_office" else OFFICE
    with Workspace.create(other / "x.perftrack", department, clock=TickingClock()) as strange:
        store_plans(strange, department, [plan()], [])
        if code == "collect_plan_gone":
            office.history.undo()
            store_plans(office, OFFICE, [plan("另一个计划")], [])
            strange = office
        with pytest.raises(UserError) as refused:
            collected(strange, path)
        assert refused.value.code == code


def test_that_a_year_the_file_does_not_hold_is_named(office, path):
    office.history.undo()
    with pytest.raises(UserError) as refused:
        collected(office, path)
    assert refused.value.code in ("collect_year_gone", "collect_plan_gone")


_NUMBERS = st.decimals(0, 10**6, places=3).map(str)
_SPELT = st.sampled_from(["", "无", "—", "已完成", "12次", "１２", "1,200", "11/12", "＝5", "-3", "约3", "=1+1", "@x"])


@pytest.fixture(scope="module")
def quiet(tmp_path_factory):
    """An office that nothing is stored in, and its form as it came back."""
    with open_office(tmp_path_factory.mktemp("quiet")) as workspace:
        content = form_bytes(workspace, workspace.plans(2024)[0], Q3)
        yield workspace, read_bytes(check_office_file(content, "form"))


@settings(max_examples=60, deadline=None, derandomize=True, database=None,
          suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])  # fmt: skip
@given(
    value=_NUMBERS | _SPELT | st.text(max_size=8), words=st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
)
def test_that_whatever_comes_back_is_accepted_as_shown_or_refused(quiet, value, words):
    """Accepting in thought never fails after the comparison said it could, and lands on what was shown."""
    office, returned = quiet
    first = returned.indicators[0]
    cells = {**first.cells, form.VALUE: value.strip(), form.CAUSE: words}
    changed = Returned("form", returned.stamp, (replace(first, cells=cells), *returned.indicators[1:]), returned.funds)
    found = compare(office, changed)
    places = [cell.place for cell in found.cells if cell.acceptable]
    assert found.total_with(places) >= 0
    assert {cell.name for cell in differing(found)} <= {"活动次数"}


def test_that_the_comparison_touches_no_clock_and_no_file(office, path):
    before = (office.path.stat().st_mtime_ns, len(office.journal()))
    fill(path, "1", value=5)
    collected(office, path)
    assert (office.path.stat().st_mtime_ns, len(office.journal())) == before


def test_that_a_grade_with_written_criteria_asks_for_its_sentence_and_the_form_shows_them(office, tmp_path):
    words = next(each for each in office.plans(2024)[0].indicators if each.name == "环境质量")
    rubrics.set_rubric(office, words.id, {Grade.MET: "十二个社区全部达标", Grade.PARTLY: "八个以上达标"})
    path = form_of(office, tmp_path)
    with page_of(path) as page:
        cell = page.cell(row_of(page, "3"), column_of(page, form.VALUE)).coordinate
        (told,) = [each.prompt for each in page.data_validations.dataValidation if str(each.sqref) == cell]
        assert "部分达成：八个以上达标。" in told
    fill(path, "3", value="部分达成")
    assert cell_of(collected(office, path), "环境质量").reason.code == "grade_needs_sentence"
    fill(path, "3", note="九个社区达标")
    found = collected(office, path)
    with pytest.raises(RefusedValue):
        accept(office, [found], [cell_of(found, "环境质量").place])
    accept(office, [found], [cell_of(found, "环境质量").place, cell_of(found, "环境质量", "note").place])
    assert stored(office, "环境质量") == Actual(grade=Grade.PARTLY, note="九个社区达标")


def test_that_nothing_is_accepted_for_a_plan_that_fell_away(office, path):
    fill(path, "1", value=5)
    found = collected(office, path)
    exclusion.drop_plan(office, office.plans(2024)[0].id, "项目取消")
    assert collected(office, path).barred.code == "collect_plan_dropped"
    with pytest.raises(UserError) as refused:
        accept(office, [found], [cell_of(found, "活动次数").place])
    assert refused.value.code == "collect_plan_dropped"
