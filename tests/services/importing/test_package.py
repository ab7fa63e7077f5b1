"""What an import keeps, replaces, pins and reports."""

import json
from pathlib import Path
from typing import Any

import pytest

from perftrack.domain.decimals import plain
from perftrack.domain.plans import Department
from perftrack.errors import DataFileError, UserError
from perftrack.services import reporting
from perftrack.services.exporting.package import package_of
from perftrack.services.importing import package as importing
from perftrack.services.importing.package import import_into_new, import_package, load_package
from perftrack.services.workspace import Workspace
from tests.factories import (
    DEPARTMENT,
    Json,
    TickingClock,
    as_bytes,
    make_indicator,
    make_pack,
    make_package,
    make_plan,
    normal,
)


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    """A file of the department without plans."""
    return Workspace.create(tmp_path / "office.perftrack", Department(DEPARTMENT), clock=TickingClock())


def _codes(report: importing.ImportReport) -> set[str]:
    return {located.finding.code for located in report.findings}


def test_that_an_empty_office_of_the_same_name_accepts_a_package(empty: Workspace) -> None:
    with empty:
        report = import_package(empty, make_package())
        assert [plan.name for plan in report.created] == ["社区服务群众经费"]
        assert report.indicators == 1
        assert not report.replaced
        assert [plan.name for plan in empty.plans(2024)] == ["社区服务群众经费"]


def test_that_a_file_from_windows_with_a_byte_order_mark_reads(empty: Workspace) -> None:
    with empty:
        assert import_package(empty, b"\xef\xbb\xbf" + as_bytes(make_package())).created


def test_that_nullable_keys_and_sections_may_be_absent() -> None:
    package = make_package(department=DEPARTMENT)
    del package["department"]["sections"]
    plan = package["plans"][0]
    for key in ("section", "lead"):
        del plan[key]
    for key in ("basis", "prior_actual", "rule", "evidence"):
        del plan["indicators"][0][key]
    assert load_package(package) == load_package(make_package())


def test_that_null_stands_for_an_absent_optional_key() -> None:
    plan = make_plan(pack=None, execution_weight=None, finished=None)
    plan["funds"][0] |= {"revised": None, "executed": None}
    plan["indicators"][0] |= dict.fromkeys(
        ("aggregation", "milestones", "actuals", "manual_score", "excluded", "deviations")
    )
    assert load_package(make_package(plan, packs=None)) == load_package(make_package())


def test_that_numbers_are_kept_as_entered(empty: Workspace) -> None:
    with empty:
        import_package(empty, make_package(make_plan(indicators=[make_indicator(weight="20.00")])))
        assert plain(empty.plans(2024)[0].indicators[0].weight) == "20.00"


@pytest.mark.parametrize(
    ("indicator", "code"),
    [
        (make_indicator(weight="50"), "weights_do_not_add"),
        (make_indicator(weight="90", target="≥约5个"), "target_unread"),
        (make_indicator(weight="90", actuals={"4": {"value": "大约三个"}}), "actual_unread"),
        (make_indicator(weight="90", actuals={"4": {"value": "-3"}}), "negative_actual"),
        (make_indicator(weight="90", level2=""), "level2_empty"),
    ],
)
def test_that_an_import_keeps_as_a_finding(empty: Workspace, indicator: Json, code: str) -> None:
    package = make_package(make_plan(indicators=[indicator]))
    with empty:
        assert code in _codes(import_package(empty, package))
        assert normal(package_of(empty)) == normal(package)


def test_that_a_dry_run_reports_and_stores_nothing(empty: Workspace) -> None:
    before = empty.path.read_bytes()
    with empty:
        report = import_package(empty, make_package(), dry_run=True)
        assert report.dry_run
        assert len(report.created) == 1
        assert empty.years() == ()
    assert empty.path.read_bytes() == before


def test_that_an_update_replaces_the_plan_whole_as_one_undoable_step(empty: Workspace) -> None:
    items = [make_indicator(str(number)) for number in range(3)]
    old = make_package(make_plan("甲", goal="旧", indicators=items), make_plan("乙"))
    new = make_package(make_plan("甲", goal="新", funds=[]), make_plan("丙"))
    with empty:
        import_package(empty, old)
        report = import_package(empty, new, update=True)
        assert [plan.name for plan in report.replaced] == ["甲"]
        assert [plan.name for plan in report.created] == ["丙"]
        first, second, third = empty.plans(2024)
        assert (first.goal, len(first.indicators), first.funds) == ("新", 1, ())
        assert (second.name, third.name) == ("乙", "丙")
        empty.history.undo()
        assert normal(package_of(empty)) == normal(old)


def test_that_a_named_pack_pins_the_year(empty: Workspace) -> None:
    with empty:
        import_package(empty, make_package(make_plan("甲"), make_plan("乙", pack="national-2021")))
        assert empty.pin(2024) == "national-2021"
        assert [plan.pack for plan in empty.plans(2024)] == [None, "national-2021"]
        assert {card.pack.id for card in reporting.scorecards(empty, 2024, importing.Quarter.Q4)} == {"national-2021"}


def test_that_years_may_have_different_packs(empty: Workspace) -> None:
    with empty:
        plans = (make_plan(year=2023, pack="national-2020"), make_plan(year=2024, pack="national-2021"))
        import_package(empty, make_package(*plans))
        assert (empty.pin(2023), empty.pin(2024)) == ("national-2020", "national-2021")


def test_that_an_update_of_every_plan_that_names_a_pack_may_change_it(empty: Workspace) -> None:
    with empty:
        import_package(empty, make_package(make_plan("甲", pack="national-2020"), make_plan("乙")))
        import_package(empty, make_package(make_plan("甲", pack="national-2021")), update=True)
        assert empty.pin(2024) == "national-2021"


def test_that_an_update_of_some_plans_that_name_a_pack_may_not(empty: Workspace) -> None:
    with empty:
        import_package(empty, make_package(*(make_plan(name, pack="national-2020") for name in ("甲", "乙"))))
        with pytest.raises(UserError, match="package_packs_disagree"):
            import_package(empty, make_package(make_plan("甲", pack="national-2021")), update=True)


def test_that_grades_are_judged_under_the_pack_of_the_year(empty: Workspace) -> None:
    # 14 of ≤10 is 71% of the weight by ratio, and nothing under the own pack.
    item = make_indicator(target="≤10个", rule="grade", actuals={"4": {"value": "14", "grade": "部分达成"}})
    with empty:
        import_package(empty, make_package(make_plan("甲", indicators=[item])))
        plan = make_plan("乙", year=2025, pack="changji", indicators=[item])
        with pytest.raises(UserError, match="package_grade_contradicts"):
            import_package(empty, make_package(plan, packs=[make_pack()]))


def test_that_a_plan_may_name_a_pack_that_is_in_the_file(empty: Workspace) -> None:
    with empty:
        import_package(empty, make_package(make_plan("甲", pack="changji"), packs=[make_pack()]))
        import_package(empty, make_package(make_plan("乙", pack="changji")))
        assert reporting.pack_for(empty, 2024).id == "changji"


def test_that_the_same_pack_may_come_again_but_not_changed(empty: Workspace) -> None:
    with empty:
        import_package(empty, make_package(make_plan("甲"), packs=[make_pack()]))
        import_package(empty, make_package(make_plan("乙"), packs=[make_pack()]))
        before = empty.path.read_bytes()
        with pytest.raises(UserError) as caught:
            import_package(empty, make_package(make_plan("丙"), packs=[make_pack(source="改")]))
        assert (caught.value.code, caught.value.arguments["place"]) == ("package_pack_changed", "packs[0].version")
        assert empty.path.read_bytes() == before
        import_package(empty, make_package(make_plan("丙"), packs=[make_pack(source="改", version=2)]))


def test_that_a_file_is_made_for_the_packages_department(tmp_path: Path) -> None:
    path = tmp_path / "new.perftrack"
    report = import_into_new(path, make_package(), clock=TickingClock())
    assert report.department == DEPARTMENT
    with Workspace.open(path, clock=TickingClock()) as workspace:
        assert workspace.department().name == DEPARTMENT
        assert workspace.verify() == []


def test_that_no_file_is_made_for_a_package_that_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        import_into_new(tmp_path / "new.perftrack", b"{}", clock=TickingClock())
    import_into_new(tmp_path / "new.perftrack", make_package(), clock=TickingClock(), dry_run=True)
    assert list(tmp_path.iterdir()) == []


def test_that_a_file_that_is_there_is_not_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "new.perftrack"
    path.write_bytes(b"mine")
    with pytest.raises(DataFileError, match="file_exists"):
        import_into_new(path, make_package(), clock=TickingClock())
    assert path.read_bytes() == b"mine"


def test_that_no_file_is_left_when_storing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new.perftrack"

    def full(workspace: Workspace, *_: object, **__: object) -> None:
        workspace.path.with_name(f"{workspace.path.name}-journal").write_bytes(b"left behind")
        raise UserError("disk_full", path=str(workspace.path))

    monkeypatch.setattr(importing, "store_plans", full)
    with pytest.raises(UserError, match="disk_full") as caught:
        import_into_new(path, make_package(), clock=TickingClock())
    assert caught.value.arguments["path"] == str(path)
    assert list(tmp_path.iterdir()) == []


def test_that_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new.perftrack"
    store = importing.store_plans

    def interrupted(*given: Any, **named: Any) -> None:
        store(*given, **named)
        path.write_bytes(b"mine")

    monkeypatch.setattr(importing, "store_plans", interrupted)
    with pytest.raises(DataFileError, match="file_exists"):
        import_into_new(path, make_package(), clock=TickingClock())
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="folder_missing"):
        import_into_new(tmp_path / "nowhere" / "new.perftrack", make_package(), clock=TickingClock())


def test_that_a_long_chinese_file_name_can_be_made(tmp_path: Path) -> None:
    path = tmp_path / f"{'延安北路街道办事处' * 8}.perftrack"
    import_into_new(path, make_package(), clock=TickingClock())
    assert list(tmp_path.iterdir()) == [path]


def test_that_progress_is_told(empty: Workspace) -> None:
    told: list[tuple[int, int]] = []
    with empty:
        import_package(empty, make_package(make_plan("甲"), make_plan("乙")), progress=lambda *step: told.append(step))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_that_the_reference_office_is_read_whole() -> None:
    content = json.loads((Path(__file__).parents[2] / "golden" / "office.json").read_text(encoding="utf-8"))
    package = load_package(content)
    assert len(package.plans) == 6
    assert sum(len(plan.indicators) for plan in package.plans) == 38
