"""new, import and package: what is made, what is refused, what stays as it was."""

import json
from pathlib import Path

from tests.cli.conftest import Run, one_sentence
from tests.factories import DEPARTMENT, as_bytes, make_indicator, make_package, make_plan


def test_that_new_makes_a_file_and_never_overwrites_one(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "new.perftrack"
    status, out, _ = run("new", path, "--department", DEPARTMENT)
    assert (status, DEPARTMENT in out) == (0, True)
    before = path.read_bytes()
    status, out, error = run("new", path, "--department", "别的")
    assert (status, out, one_sentence(error)) == (1, "", True)
    assert path.read_bytes() == before


def test_that_a_department_needs_a_name(tmp_path: Path, run: Run) -> None:
    status, _, error = run("new", tmp_path / "new.perftrack", "--department", " ")
    assert (status, one_sentence(error)) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_that_an_office_just_made_accepts_a_package_of_its_name(tmp_path: Path, source: Path, run: Run) -> None:
    path = tmp_path / "new.perftrack"
    run("new", path, "--department", DEPARTMENT)
    assert run("import", source, "--db", path)[0] == 0


def test_that_a_package_of_another_department_is_refused_naming_both(tmp_path: Path, source: Path, run: Run) -> None:
    path = tmp_path / "new.perftrack"
    run("new", path, "--department", "别的街道")
    status, out, error = run("import", source, "--db", path)
    assert (status, out, one_sentence(error)) == (1, "", True)
    assert DEPARTMENT in error
    assert "别的街道" in error


def test_that_import_makes_a_missing_file_and_says_what_it_read(tmp_path: Path, source: Path, run: Run) -> None:
    status, out, _ = run("import", source, "--db", tmp_path / "office.perftrack", "--json")
    report = json.loads(out)
    assert (status, report["department"], report["dry_run"], report["indicators"]) == (0, DEPARTMENT, False, 1)
    assert report["created"] == [{"year": 2024, "kind": "project", "name": "社区服务群众经费", "indicators": 1}]
    assert report["replaced"] == []


def test_that_a_dry_run_makes_no_file(tmp_path: Path, source: Path, run: Run) -> None:
    status, out, _ = run("import", source, "--db", tmp_path / "office.perftrack", "--dry-run", "--json")
    assert (status, json.loads(out)["dry_run"]) == (0, True)
    assert not (tmp_path / "office.perftrack").exists()


def test_that_a_refused_package_names_the_place_and_makes_no_file(tmp_path: Path, run: Run) -> None:
    source = tmp_path / "package.json"
    source.write_bytes(as_bytes(make_package(make_plan(indicators=[make_indicator(weight="0")]))))
    for extra in ((), ("--json",)):
        status, out, error = run("import", source, "--db", tmp_path / "office.perftrack", *extra)
        assert (status, out, one_sentence(error)) == (1, "", True)
        assert "plans[0].indicators[0].weight" in error
    assert not (tmp_path / "office.perftrack").exists()


def test_that_a_plan_that_is_there_needs_update(db: Path, source: Path, run: Run) -> None:
    before = db.read_bytes()
    status, _, error = run("import", source, "--db", db)
    assert (status, "--update" in error) == (1, True)
    assert db.read_bytes() == before
    status, out, _ = run("import", source, "--db", db, "--update", "--json")
    assert (status, len(json.loads(out)["replaced"])) == (0, 1)


def test_that_package_writes_what_was_imported(db: Path, source: Path, tmp_path: Path, run: Run) -> None:
    out = tmp_path / "out.json"
    assert run("package", "--db", db, "--out", out)[0] == 0
    assert json.loads(out.read_bytes()) == json.loads(source.read_bytes())
    assert run("package", "--db", db, "--year", "2024", "--out", out)[0] == 0
    assert run("package", "--db", db, "--year", "2031", "--out", out)[0] == 1
    assert run("package", "--db", db, "--out", db)[0] == 1
