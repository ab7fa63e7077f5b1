"""What ``export`` writes carries exactly what ``score`` says, in every format."""

import json
from pathlib import Path

import openpyxl
import pytest

from perftrack.services.importing.sample import provide_sample
from tests.cli.conftest import Run
from tests.factories import TickingClock
from tests.services.exporting.papers import cells_of


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference office with its actuals."""
    path = tmp_path_factory.mktemp("office") / "sample.perftrack"
    provide_sample(path, clock=TickingClock())
    return path


def _texts(path: Path) -> list[str]:
    """The cells of a self-evaluation in order, numbers with two places as the form prints them."""
    if path.suffix == ".docx":
        return cells_of(path.read_bytes())
    page = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    cells = (cell for row in page.iter_rows() for cell in row if cell.value is not None)
    return [
        str(cell.value) if isinstance(cell.value, str) or "0.00" not in cell.number_format else f"{cell.value:.2f}"
        for cell in cells
    ]


@pytest.mark.parametrize("format", ["xlsx", "docx"])
def test_that_self_evaluations_carry_the_scores_of_score(office: Path, tmp_path: Path, run: Run, format: str) -> None:
    scores = json.loads(run("score", "--db", office, "--json")[1])
    words = ("--sheet", "evaluation", "--format", format, "--names", "{名称}", "--out", tmp_path)
    assert run("export", "--db", office, *words)[0] == 0
    assert len(scores["plans"]) == 6
    for plan in scores["plans"]:
        texts = _texts(tmp_path / f"{plan['name']}.{format}")
        total = texts.index("总分")
        assert texts[total + 2] == plan["total"]
        for item in plan["indicators"]:
            texts = texts[texts.index(item["name"], texts.index("三级指标") if "三级指标" in texts else 0) :]
            given = [item["target"], item["actual"] or "—", item["weight"], item["score"] or "—"]
            assert [text.split("\n")[0] for text in texts[1:5]] == given
