"""score, check and export, and what counts as wrong usage."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from perftrack.domain.evidence import Owner
from perftrack.domain.terms import EvidenceKind
from perftrack.services import evidence
from perftrack.services.workspace import Workspace
from tests.cli.conftest import Run, one_sentence
from tests.factories import DEPARTMENT, TickingClock, as_bytes, make_package, make_plan


def test_that_score_prints_one_document(db: Path, run: Run) -> None:
    status, out, error = run("score", "--db", db, "--json", "--quarter", "3")
    document = json.loads(out)
    assert (status, error, document["year"], document["quarter"]) == (0, "", 2024, 3)


def test_that_score_prints_a_table_for_people(db: Path, run: Run) -> None:
    status, out, _ = run("score", "--db", db)
    assert status == 0
    assert "≥12个" in out
    assert "Indicator" in out
    assert "得分" in run("score", "--db", db, "--lang", "zh_CN")[1]


@pytest.mark.parametrize(
    "words",
    [
        ("score",),
        ("score", "--db"),
        ("score", "--db", "x", "--quarter", "5"),
        ("score", "--db", "x", "--quarter", "0"),
        ("score", "--db", "x", "--quarter", "四"),
        ("score", "--db", "x", "--year", "24"),
        ("score", "--db", "x", "--as-of", "yesterday"),
        ("package", "--db", "x", "--out", "y", "--as-of", "2024-13-01"),
        ("score", "--db", "x", "--year", "next"),
        ("score", "--db", "x", "--lang", "fr"),
        ("score", "--db", "x", "--js"),
        ("score", "--db", "x", "more"),
        ("check",),
        ("new", "x"),
        ("import", "x"),
        ("package", "--db", "x"),
        ("export", "--db", "x", "--out", "y"),
        ("export", "--db", "x", "--out", "y", "--sheet", "targets", "--month", "6"),
        ("export", "--db", "x", "--out", "y", "--sheet", "monitoring", "--month", "13"),
        ("export", "--db", "x", "--out", "y", "--sheet", "targets", "--format", "odt"),
        ("open", "x", "y"),
        ("--nonsense",),
    ],
)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_wrong_usage_is_status_2_withone_sentence(words: Sequence[str], language: str, run: Run) -> None:
    status, out, error = run("--lang", language, *words)
    assert (status, out, one_sentence(error)) == (2, "", True)
    assert "--help" in error


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize(
    "command",
    [
        "",
        "open",
        "demo",
        "new",
        "import",
        "score",
        "forecast",
        "needed",
        "explain",
        "compare",
        "check",
        "export",
        "package",
    ],
)
def test_that_help_is_there_in_both_languages(command: str, language: str, run: Run) -> None:
    status, out, error = run(*[word for word in (command, "--help", "--lang", language) if word])
    assert (status, error) == (0, "")
    assert ("用法" in out) is (language == "zh_CN")
    assert "\n  \n" not in out


def test_that_the_year_defaults_to_the_latest_and_without_one_is_refused(tmp_path: Path, run: Run) -> None:
    source, path = tmp_path / "package.json", tmp_path / "office.perftrack"
    run("new", path, "--department", DEPARTMENT)
    status, _, error = run("score", "--db", path)
    assert (status, one_sentence(error)) == (1, True)
    source.write_bytes(as_bytes(make_package(make_plan(year=2023), make_plan(year=2025))))
    run("import", source, "--db", path)
    assert json.loads(run("score", "--db", path, "--json")[1])["year"] == 2025
    assert json.loads(run("score", "--db", path, "--json", "--year", "2023")[1])["year"] == 2023
    assert run("score", "--db", path, "--year", "2024")[0] == 1


def test_that_a_pack_can_be_asked_for_and_an_unknown_one_is_refused(db: Path, run: Run) -> None:
    out = run("score", "--db", db, "--json", "--pack", "linear-ceiling")[1]
    assert json.loads(out)["plans"][0]["pack"] == "linear-ceiling"
    assert run("score", "--db", db, "--pack", "nobody")[0] == 1


@pytest.mark.parametrize("command", ["score", "explain", "compare", "check", "export", "package"])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_a_missing_or_foreign_file_is_refused_and_never_made(
    command: str, language: str, tmp_path: Path, run: Run
) -> None:
    more = {"export": ("--sheet", "targets", "--out", tmp_path / "o"), "package": ("--out", tmp_path / "o.json")}
    foreign = tmp_path / "foreign.perftrack"
    foreign.write_bytes(b"something else" * 20)
    for path in (tmp_path / "missing.perftrack", foreign, tmp_path):
        status, out, error = run(command, "--db", path, *more.get(command, ()), "--lang", language)
        assert (status, out, one_sentence(error)) == (1, "", True)
        assert str(path) in error
    assert list(tmp_path.iterdir()) == [foreign]
    assert foreign.read_bytes() == b"something else" * 20


def test_that_check_of_a_sound_file_lists_findings_and_is_status_0(db: Path, run: Run) -> None:
    status, out, _ = run("check", "--db", db, "--json")
    document = json.loads(out)
    assert (status, document["sound"], document["damage"]) == (0, True, [])
    assert {"year", "plan", "severity", "code", "subject", "message"} == set(document["findings"][0])
    assert run("check", "--db", db)[0] == 0


def test_that_check_of_a_file_changed_behind_our_back_is_status_1(db: Path, run: Run) -> None:
    with closing(sqlite3.connect(db, isolation_level=None)) as connection:
        connection.execute("UPDATE plan SET goal = 'changed'")
    status, out, _ = run("check", "--db", db, "--json")
    document = json.loads(out)
    assert (status, document["sound"]) == (1, False)
    assert document["damage"][0]["code"] == "rows_differ"
    status, out, _ = run("check", "--db", db)
    assert (status, "plan" in out) == (1, True)


def test_that_check_of_a_cut_file_is_damage_also_as_a_document(db: Path, run: Run) -> None:
    db.write_bytes(db.read_bytes()[:9000])
    status, out, _ = run("check", "--db", db, "--json")
    assert (status, json.loads(out)["damage"][0]["code"]) == (1, "file_truncated")
    status, out, error = run("check", "--db", db)
    assert (status, out, one_sentence(error)) == (1, "", True)


def test_that_export_writes_every_sheet_of_every_plan(db: Path, tmp_path: Path, run: Run) -> None:
    status, out, _ = run("export", "--db", db, "--sheet", "all", "--out", tmp_path / "sheets")
    assert status == 0
    files = sorted((tmp_path / "sheets").glob("*.xlsx"))
    assert len(files) == 2
    assert all(str(file) in out for file in files)


def test_that_export_of_what_is_not_there_is_refused(db: Path, tmp_path: Path, run: Run) -> None:
    for words in (
        ("--sheet", "monitoring", "--month", "6"),
        ("--sheet", "targets", "--format", "pdf"),
        ("--sheet", "targets", "--year", "2031"),
        ("--sheet", "targets", "--plan", "没有"),
    ):
        status, out, error = run("export", "--db", db, "--out", tmp_path / "sheets", *words)
        assert (status, out, one_sentence(error)) == (1, "", True)
    assert not (tmp_path / "sheets").exists()


def _with_evidence(db: Path) -> Path:
    """Gives the one plan a piece of evidence; where its file is."""
    with Workspace.open(db, clock=TickingClock()) as workspace:
        (plan,) = workspace.plans(2024)
        kept = evidence.keep(db, [evidence.incoming("凭证".encode(), "凭证.pdf")])
        evidence.add(workspace, Owner(plan.id, plan.indicators[0].id), kept, EvidenceKind.ORIGINAL)
        evidence.set_needs(workspace, plan.indicators[0].id, EvidenceKind)
    (file,) = [path for path in evidence.folder_of(db).rglob("*") if path.is_file()]
    return file


@pytest.mark.parametrize(("harm", "code"), [(Path.unlink, "evidence_missing"), (Path.touch, None)])
def test_that_check_reads_the_evidence_and_names_what_is_missing(db: Path, run: Run, harm, code: str | None) -> None:
    file = _with_evidence(db)
    harm(file)
    status, out, _ = run("check", "--db", db, "--json")
    document = json.loads(out)
    assert (status, document["sound"]) == ((1, False) if code else (0, True))
    assert [each["code"] for each in document["damage"]] == ([code] if code else [])
    status, out, _ = run("check", "--db", db)
    assert (status, "凭证.pdf" in out) == ((1, True) if code else (0, False))
    assert "is sound" in out


def test_that_altered_evidence_is_damage(db: Path, run: Run) -> None:
    _with_evidence(db).write_bytes(b"another")
    status, out, _ = run("check", "--db", db)
    assert (status, "altered: 凭证.pdf" in out) == (1, True)


def test_that_all_sheets_come_with_the_evidence_of_plans_that_have_any(db: Path, run: Run, tmp_path: Path) -> None:
    assert run("export", "--db", db, "--sheet", "all", "--out", tmp_path / "before")[0] == 0
    _with_evidence(db)
    for sheet in ("all", "evidence"):
        assert run("export", "--db", db, "--sheet", sheet, "--out", tmp_path / sheet)[0] == 0
    name = "2024年佐证资料目录_社区服务群众经费.xlsx"
    assert {path.name for path in (tmp_path / "all").iterdir()} - {
        path.name for path in (tmp_path / "before").iterdir()
    } == {name}
    assert [path.name for path in (tmp_path / "evidence").iterdir()] == [name]
