"""LibreOffice opens the workbooks: one page wide, heads repeated, sums recalculated to the scorecard's."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Deviation
from perftrack.domain.sheets.evaluation import evaluation_sheet
from perftrack.services.exporting.docx import write_document
from perftrack.services.exporting.sheets import KINDS, export_sheets, sheet_for
from perftrack.services.exporting.xlsx import write_book
from tests.domain.builders import card_of, item, plan_of
from tests.golden.office import read_office
from tests.services.exporting.books import found, office_with_evidence, opened, reference_workspace

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or pdftotext is missing"
    ),
]
DEPARTMENT, PLANS = read_office()


@pytest.fixture(scope="module")
def profile(tmp_path_factory) -> Path:
    """A profile of its own, so that an open LibreOffice does not answer instead."""
    return tmp_path_factory.mktemp("office")


def converted(folder: Path, profile: Path, kind: str) -> None:
    books = sorted([*folder.glob("*.xlsx"), *folder.glob("*.docx")])
    wish = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run([*wish, "--outdir", str(folder / "out"), *map(str, books)], check=True, capture_output=True)


def pages(pdf: Path) -> list[str]:
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    return told.stdout.split("\f")[:-1]


def test_every_sheet_of_the_reference_office_prints_on_one_page(tmp_path, profile):
    written = export_sheets(reference_workspace(), year=2024, kinds=["targets", "evaluation"], out=tmp_path)
    converted(tmp_path, profile, "pdf")
    for path in written:
        (page,) = pages(tmp_path / "out" / f"{path.stem}.pdf")
        assert "共1页" in page.replace(" ", "")
        assert "日期" in page
        assert "###" not in page


def test_sheets_of_a_plan_with_evidence_print_on_one_page_each(tmp_path, profile):
    wish = {"year": 2024, "kinds": ["evaluation", "evidence"], "plans": ["社区服务群众经费"]}
    written = export_sheets(office_with_evidence(), out=tmp_path, **wish)
    converted(tmp_path, profile, "pdf")
    for path, words in zip(written, ("（佐证1-3）", "佐证6"), strict=True):
        (page,) = pages(tmp_path / "out" / f"{path.stem}.pdf")
        assert words in page.replace(" ", "")


def test_sums_recalculate_to_the_scorecard_when_their_cached_values_are_lost(tmp_path, profile):
    for number, plan in enumerate(PLANS):
        path = tmp_path / f"{number}.xlsx"
        write_book(path, [evaluation_sheet(card_of(plan), DEPARTMENT)])
        forget_results(path)
    converted(tmp_path, profile, "xlsx")
    for number, plan in enumerate(PLANS):
        card = card_of(plan)
        page = opened(tmp_path / "out" / f"{number}.xlsx")
        row = found(page, "总分").row
        assert (page.cell(row, 7).value, round(page.cell(row, 8).value, 2)) == (100, float(card.total))
        subtotals = [row for row in range(1, row) if page.cell(row, 3).value == "小计"]
        assert [round(page.cell(row, 8).value, 2) for row in subtotals] == [float(s.points) for s in card.level1()]


def test_sums_of_every_form_recalculate_to_what_was_cached(tmp_path, profile):
    made = {}
    for kind in ("monitoring", "summary"):
        for plan in PLANS[:1] if kind == "summary" else PLANS:
            sheet = made[f"{kind}-{plan.id}"] = sheet_for(reference_workspace(), plan.id, kind, 3)
            write_book(tmp_path / f"{kind}-{plan.id}.xlsx", [sheet])
            forget_results(tmp_path / f"{kind}-{plan.id}.xlsx")
    converted(tmp_path, profile, "xlsx")
    for name, sheet in made.items():
        page = opened(tmp_path / "out" / f"{name}.xlsx")
        sums = [cell for cell in sheet.cells if cell.formula is not None]
        assert sums
        for cell in sums:
            assert round(page.cell(cell.row + 1, cell.column + 1).value, 6) == float(cell.value)


def test_every_document_opens_and_prints_as_its_form_lies(tmp_path, profile):
    office = office_with_evidence()
    wish = {"year": 2024, "plans": ["部门整体", "社区服务群众经费"], "format": "docx", "out": tmp_path}
    written = export_sheets(office, kinds=[*KINDS, "report"], **wish)
    assert len(written) == 10
    converted(tmp_path, profile, "pdf")
    for path in written:
        told = pages(tmp_path / "out" / f"{path.stem}.pdf")
        assert len(told) <= (4 if "报告" in path.name else 1), path.name
        assert f"共{len(told)}页" in told[0].replace(" ", "")
        assert "日期" in told[-1]


def test_long_document_repeats_its_head_and_parts_no_row(tmp_path, profile):
    indicators = [item("≥1", "1", "1", level1=f"产出{n}", name=f"第{n}项指标的名称") for n in range(70)]
    write_document(tmp_path / "长.docx", [evaluation_sheet(card_of(plan_of(*indicators)), DEPARTMENT)])
    converted(tmp_path, profile, "pdf")
    told = [page.replace(" ", "") for page in pages(tmp_path / "out" / "长.pdf")]
    assert len(told) >= 3
    assert all("年度指标值" in page and "偏差原因分析及改进措施" in page for page in told[1:])


def forget_results(path: Path) -> None:
    """Take the cached results of formulas out of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name], count = re.subn(rb"(</f>)<v>[^<]*</v>", rb"\1", parts[name])
    assert count > 0
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def test_long_sheet_repeats_its_head_on_every_page_and_stays_one_page_wide(tmp_path, profile):
    indicators = [item("≥1", "1", "1", level1=f"产出{n}", name=f"第{n}项指标的名称") for n in range(70)]
    write_book(tmp_path / "长.xlsx", [evaluation_sheet(card_of(plan_of(*indicators)), DEPARTMENT)])
    converted(tmp_path, profile, "pdf")
    told = pages(tmp_path / "out" / "长.pdf")
    assert len(told) >= 3
    for page in told:
        assert page.count("年度指标值") == 1
        assert page.count("偏差原因分析及改进措施") == 1
    assert sum(page.count("项指标的名称") for page in told) >= 70


def test_no_line_of_a_text_higher_than_a_page_is_lost_at_the_edge_of_a_page(tmp_path, profile):
    goal, cause = (
        "".join(f"（{mark}{n:03}）统筹推进社区服务、基层治理与民生保障。" for n in range(60)) for mark in "甲乙"
    )
    late = item("≥10个", "9", "90", deviations={Quarter.Q4: Deviation(cause, "")})
    write_book(tmp_path / "长文.xlsx", [evaluation_sheet(card_of(plan_of(late, goal=goal)), DEPARTMENT)])
    converted(tmp_path, profile, "pdf")
    told = "".join(pages(tmp_path / "out" / "长文.pdf"))
    numbers = [int(found) for found in re.findall(r"\d{3}", told)]
    assert all(numbers.count(number) == 2 for number in range(60))
