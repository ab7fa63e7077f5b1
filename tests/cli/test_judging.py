"""What the terminal says of projects that fell away and of words without criteria."""

import json
from datetime import UTC, datetime
from pathlib import Path

from perftrack.domain.terms import Grade
from perftrack.services import exclusion, rubrics
from perftrack.services.workspace import Workspace
from tests.cli.conftest import Run
from tests.factories import as_bytes, make_indicator, make_package, make_plan


def office(tmp_path: Path, run: Run) -> Path:
    """Two plans with the same words as a target."""
    words = {"target": "有效提升", "weight": "90", "rule": "grade"}
    plans = [make_plan(name, indicators=[make_indicator(f"{name}环境", **words)]) for name in ("甲", "乙")]
    source, path = tmp_path / "words.json", tmp_path / "words.perftrack"
    source.write_bytes(as_bytes(make_package(*plans)))
    assert run("import", source, "--db", path)[0] == 0
    return path


def opened(path: Path) -> Workspace:
    return Workspace.open(path, clock=lambda: datetime(2024, 12, 31, 9, 0, tzinfo=UTC))


def test_that_check_points_out_words_without_criteria_until_they_are_written(tmp_path: Path, run: Run) -> None:
    path = office(tmp_path, run)
    assert "without written criteria" in run("check", "--db", path)[1]
    assert "without written criteria" not in run("score", "--db", path)[1]
    with opened(path) as workspace:
        for plan in workspace.plans(2024):
            rubrics.set_rubric(workspace, plan.indicators[0].id, {Grade.MET: "全部按期"})
    assert "without written criteria" not in run("check", "--db", path)[1]


def test_that_score_says_that_a_project_fell_away_and_why(tmp_path: Path, run: Run) -> None:
    path = office(tmp_path, run)
    with opened(path) as workspace:
        exclusion.drop_plan(workspace, workspace.plans(2024)[0].id, "县里统一实施")
    out = run("score", "--db", path)[1]
    assert "甲: not applicable (县里统一实施)" in out
    assert "甲环境" not in out
    document = json.loads(run("score", "--db", path, "--json")[1])
    assert [plan.get("dropped") for plan in document["plans"]] == ["县里统一实施", None]
