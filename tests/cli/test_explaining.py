"""explain and compare at the terminal, and the scoring annex."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import Run, one_sentence
from tests.factories import as_bytes, make_fund, make_indicator, make_package, make_plan

REPORTED = make_indicator(weight="90", actuals={"3": {"value": "6"}, "4": {"value": "12"}})
SPENT = make_fund(executed={"3": "60", "4": "120"})


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two years with the same plan, reported."""
    path = tmp_path / "package.json"
    earlier = make_plan(year=2023, indicators=[make_indicator(weight="90", actuals={"4": {"value": "9"}})])
    now = [make_plan(indicators=[REPORTED], funds=[SPENT]), make_plan("网格党支部活动经费", indicators=[REPORTED])]
    path.write_bytes(as_bytes(make_package(earlier, *now)))
    return path


def test_that_explain_prints_the_tree_of_every_plan(db: Path, run: Run) -> None:
    status, out, error = run("explain", "--db", db)
    assert (status, error) == (0, "")
    assert out.splitlines()[:3] == [
        "社区服务群众经费", "Total  100.00 points, 优 = indicators 90.00 + budget execution 10.00",
        "  Level 1  产出指标: 90.00 of 90 points",
    ]  # fmt: skip
    assert "网格党支部活动经费" in out
    assert "各季  四季度：12" in run("explain", "--db", db, "--lang", "zh_CN")[1]


def test_that_explain_prints_one_document(db: Path, run: Run) -> None:
    out = run("explain", "--db", db, "--json", "--plan", "社区服务群众经费", "--quarter", "3")[1]
    document = json.loads(out)
    assert (document["year"], document["quarter"], len(document["plans"])) == (2024, 3, 1)
    assert document["plans"][0]["children"][0]["points"] == "45.00"


def test_that_compare_sets_the_quarter_beside_the_one_before(db: Path, run: Run) -> None:
    status, out, error = run("compare", "--db", db, "--plan", "社区服务群众经费")
    assert (status, error) == (0, "")
    assert out.splitlines() == [
        "Total  社区服务群众经费: 2024 Q3 50.00 差 → 2024 Q4 100.00 优, +50.00",
        "  Indicator  保障社区正常运转个数: 45.00 → 90.00, +45.00",
        "    Cause  Actual 6个 → 12个: +45.00",
        "    Before  90 × 6 ÷ 12 = 45",
        "    After  12 against ≥12个: met, 90",
        "  Budget execution  Execution rate: 5.00 → 10.00, +5.00",
        "    Cause  Executed 60.00 → 120.00 万元: +5.00",
        "    Before  weight × executed ÷ budget: 90 × 60.00 ÷ 120.00".replace("90 ×", "10 ×"),
        "    After  The whole budget was spent, the whole weight: 120.00 ÷ 120.00",
    ]


@pytest.mark.parametrize(
    ("words", "totals", "causes"),
    [
        ((), ["50.00", "100.00"], {"diff_actual": "45.00", "diff_executed": "5.00"}),
        (("--from-year", "2023"), ["67.50", "100.00"], {"diff_actual": "22.50", "diff_executed": "10.00"}),
        (("--from-quarter", "1"), ["0.00", "100.00"], {"diff_actual": "90.00", "diff_executed": "10.00"}),
        (("--from-pack", "linear-ceiling"), ["100.00", "100.00"], {}),
        (("--pack", "national-2021", "--from-pack", "national-2020"), ["100.00", "97.00"], {"diff_pack": "-3.00"}),
        (("--original-targets",), ["100.00", "100.00"], {}),
    ],
)
def test_that_compare_prints_one_document(
    words: Sequence[str], totals: Sequence[str], causes: dict[str, str], db: Path, run: Run
) -> None:
    status, out, _ = run("compare", "--db", db, "--json", *words)
    document = json.loads(out)
    plan = document["plans"][0]
    assert (status, plan["totals"], plan["by_cause"]) == (0, totals, causes)
    assert document["only_after"] == (["网格党支部活动经费"] if "--from-year" in words else [])


def test_that_plans_of_one_year_alone_are_named(db: Path, run: Run) -> None:
    assert "网格党支部活动经费: only in 2024, not compared." in run("compare", "--db", db, "--from-year", "2023")[1]
    assert (
        "网格党支部活动经费: only in 2024, not compared."
        in run("compare", "--db", db, "--year", "2023", "--from-year", "2024")[1]
    )


@pytest.mark.parametrize(
    "words",
    [
        ("explain",), ("explain", "--db", "x", "--quarter", "5"), ("compare",),
        ("compare", "--db", "x", "--quarter", "1"), ("compare", "--db", "x", "--from-quarter", "0"),
        ("compare", "--db", "x", "--from-year", "24"), ("compare", "--db", "x", "--year", "next"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_wrong_usage_is_status_2_with_one_sentence(words: Sequence[str], language: str, run: Run) -> None:
    status, out, error = run("--lang", language, *words)
    assert (status, out, one_sentence(error)) == (2, "", True)


@pytest.mark.parametrize("command", ["explain", "compare"])
@pytest.mark.parametrize("words", [("--year", "2031"), ("--plan", "没有"), ("--pack", "nobody")])
def test_that_what_is_not_there_is_refused(command: str, words: Sequence[str], db: Path, run: Run) -> None:
    status, out, error = run(command, "--db", db, *words)
    assert (status, out, one_sentence(error)) == (1, "", True)


def test_that_the_annex_is_written_when_it_is_asked_for_by_name(db: Path, tmp_path: Path, run: Run) -> None:
    assert run("export", "--db", db, "--sheet", "annex", "--year", "2024", "--out", tmp_path / "annex")[0] == 0
    assert sorted(path.name for path in (tmp_path / "annex").iterdir()) == [
        "2024年评分说明附件_社区服务群众经费.xlsx", "2024年评分说明附件_网格党支部活动经费.xlsx",
    ]  # fmt: skip
    assert run("export", "--db", db, "--sheet", "all", "--year", "2024", "--out", tmp_path / "all")[0] == 0
    assert not [path for path in (tmp_path / "all").iterdir() if "附件" in path.name]
