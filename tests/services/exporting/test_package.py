"""Importing a package and writing it again gives the same content; a file is written whole or not at all."""

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from perftrack.domain.plans import Department
from perftrack.errors import UserError
from perftrack.services.exporting import package as exporting
from perftrack.services.exporting.package import package_of, write_package
from perftrack.services.importing.package import import_into_new, import_package
from perftrack.services.workspace import Workspace
from tests.factories import (
    DEPARTMENT,
    Json,
    TickingClock,
    make_indicator,
    make_pack,
    make_package,
    make_plan,
    normal,
    packages,
)


def _office(folder: Path, *packages: Json) -> Workspace:
    workspace = Workspace.create(folder / "office.perftrack", Department(DEPARTMENT), clock=TickingClock())
    for package in packages:
        import_package(workspace, package)
    return workspace


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(packages())
def test_that_import_then_package_gives_the_same_content(package: Json) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.perftrack"
        import_into_new(path, package, clock=TickingClock())
        with Workspace.open(path, clock=TickingClock()) as workspace:
            written = write_package(workspace, Path(folder) / "out.json")
            assert workspace.verify() == []
        assert json.loads((Path(folder) / "out.json").read_bytes()) == written
        assert normal(written) == normal(package)


def test_that_keys_at_their_default_are_left_out(tmp_path: Path) -> None:
    spelt = make_plan(execution_weight="10", finished=False, pack=None)
    spelt["indicators"] = [make_indicator(aggregation="latest", milestones={}, actuals={}, deviations={})]
    with _office(tmp_path, make_package(spelt)) as workspace:
        assert package_of(workspace)["plans"] == [make_plan(indicators=[make_indicator()])]


def test_that_one_year_is_written_with_the_pack_it_uses(tmp_path: Path) -> None:
    plans = (make_plan(year=2023), make_plan(year=2024, pack="changji"))
    with _office(tmp_path, make_package(*plans, packs=[make_pack(), make_pack("other")])) as workspace:
        assert {plan["year"] for plan in package_of(workspace)["plans"]} == {2023, 2024}
        assert [pack["id"] for pack in package_of(workspace)["packs"]] == ["changji", "other"]
        assert [pack["id"] for pack in package_of(workspace, 2024)["packs"]] == ["changji"]
        assert [plan["year"] for plan in package_of(workspace, 2024)["plans"]] == [2024]


def test_that_only_the_newest_version_of_a_pack_is_written(tmp_path: Path) -> None:
    newer = make_pack(version=2, source="改")
    first, second = make_package(packs=[make_pack()]), make_package(make_plan("乙"), packs=[newer])
    with _office(tmp_path, first, second) as workspace:
        assert package_of(workspace)["packs"] == [newer]


def test_that_a_year_without_own_pack_is_written_without_packs(tmp_path: Path) -> None:
    with _office(tmp_path, make_package(packs=[make_pack()])) as workspace:
        assert "packs" not in package_of(workspace, 2024)


def test_that_a_year_the_file_does_not_hold_is_refused(tmp_path: Path) -> None:
    with _office(tmp_path, make_package()) as workspace, pytest.raises(UserError) as caught:
        package_of(workspace, 2031)
    assert (caught.value.code, caught.value.arguments["known"]) == ("year_unknown", "2024")


def test_that_the_data_file_itself_is_never_overwritten(tmp_path: Path) -> None:
    with _office(tmp_path, make_package()) as workspace:
        link = tmp_path / "link.json"
        os.link(workspace.path, link)
        before = workspace.path.read_bytes()
        for out in (workspace.path, link):
            with pytest.raises(UserError, match="out_is_database"):
                write_package(workspace, out)
        assert workspace.path.read_bytes() == before


def test_that_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out" / "package.json"
    out.parent.mkdir()
    out.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with _office(tmp_path, make_package()) as workspace:
        monkeypatch.setattr(exporting.os, "fsync", full)
        with pytest.raises(UserError) as caught:
            write_package(workspace, out)
    assert (caught.value.code, caught.value.arguments["path"]) == ("cannot_write", str(out))
    assert out.read_text(encoding="utf-8") == "old"
    assert list(out.parent.iterdir()) == [out]


def test_that_a_missing_folder_is_named(tmp_path: Path) -> None:
    with _office(tmp_path, make_package()) as workspace, pytest.raises(UserError) as caught:
        write_package(workspace, tmp_path / "nowhere" / "package.json")
    assert caught.value.code == "cannot_write"


def test_that_a_long_chinese_name_can_be_written(tmp_path: Path) -> None:
    out = tmp_path / f"{'延安北路街道办事处' * 8}.json"
    with _office(tmp_path, make_package()) as workspace:
        write_package(workspace, out)
    assert out.exists()
