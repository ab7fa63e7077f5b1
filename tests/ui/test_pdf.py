"""Sheets as pdf: the pages of the preview, fonts inside, from the window's process and from a bare terminal."""

import os
import subprocess
import sys

import pypdfium2
import pytest

from perftrack.domain.plans import Department
from perftrack.domain.sheets.evaluation import evaluation_sheet
from perftrack.domain.sheets.report import report_sheet
from perftrack.domain.sheets.targets import target_sheet
from perftrack.errors import UserError
from perftrack.services.exporting.stopping import Stopped
from tests.domain.builders import card_of, item, plan_of
from tests.golden.office import read_office
from tests.ui.scored import sample_file
from ui import theme
from ui.printing.paper import lay_out
from ui.printing.pdf import pdf_bytes

OFFICE = Department("某街道办事处")
DEPARTMENT, PLANS = read_office()


def pages(content: bytes) -> list[str]:
    """The text of each page, without blanks."""
    document = pypdfium2.PdfDocument(content)
    try:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def sizes(content: bytes) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(content)
    try:
        return [(round(page.get_width()), round(page.get_height())) for page in document]
    finally:
        document.close()


def test_every_page_is_a_page_of_the_preview_with_its_number(qapp):
    indicators = [item("≥1", "1", "1", level1=f"产出{n}", name=f"第{n}项指标的名称") for n in range(70)]
    sheet = evaluation_sheet(card_of(plan_of(*indicators)), OFFICE)
    told = pages(pdf_bytes([sheet]))
    assert len(told) == len(lay_out(sheet).pages) >= 3
    for number, page in enumerate(told, start=1):
        assert page.count("年度指标值") == (number > 1)  # what was accomplished takes the first page
        assert f"第{number}页共{len(told)}页" in page
    for n in range(70):  # told as accomplished, and in its row
        assert sum(page.count(f"第{n}项指标的名称") for page in told) == 2


def test_sheets_lie_upright_or_across_as_their_forms_do(qapp):
    across, upright = target_sheet(PLANS[1], DEPARTMENT), target_sheet(PLANS[0], DEPARTMENT)
    assert sizes(pdf_bytes([across, upright, across])) == [(842, 595), (595, 842), (842, 595)]


def test_fonts_are_inside_the_file(qapp):
    content = pdf_bytes([target_sheet(PLANS[1], DEPARTMENT)])
    assert b"/FontFile" in content


def test_text_can_be_searched_sign_by_sign(qapp):
    signs = "项目页面门风飞马长龙民食青见车贝鱼鸟麦黄齐齿角西人大小山川工土"
    content = pdf_bytes([target_sheet(plan_of(item("≥1", "1"), goal=signs), DEPARTMENT)])
    assert signs in pages(content)[0]


def test_no_heading_of_a_report_ends_a_page(qapp):
    for plan in PLANS:
        told = pages(pdf_bytes([report_sheet(card_of(plan), DEPARTMENT)]))
        for page in told:
            body = page.split("第1页")[0].split("第2页")[0].split("第3页")[0]
            assert not body.endswith(("情况", "分析", "措施", "概况", "结论", "指标"))
            assert not body.endswith(("得分", "得分率", "执行率")), "the head of a table stands alone"


def test_cancel_is_asked_before_each_page(qapp):
    asked = []

    def check():
        asked.append(1)
        if len(asked) == 2:
            raise Stopped

    with pytest.raises(Stopped):
        pdf_bytes([target_sheet(plan, DEPARTMENT) for plan in PLANS], check)
    assert len(asked) == 2


def test_without_a_chinese_font_nothing_is_written(qapp, monkeypatch):
    monkeypatch.setattr(theme, "has_chinese_font", lambda: False)
    with pytest.raises(UserError) as refused:
        pdf_bytes([target_sheet(PLANS[0], DEPARTMENT)])
    assert refused.value.code == "pdf_no_font"


def test_the_terminal_writes_a_pdf_without_a_display(tmp_path):
    office = sample_file(tmp_path)
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    words = ["export", "--db", office, "--sheet", "evaluation", "--format", "pdf", "--out", tmp_path / "sheets"]
    done = subprocess.run(
        [sys.executable, "-m", "ui", *map(str, words)], env=bare, capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, "")
    files = sorted((tmp_path / "sheets").glob("*.pdf"))
    assert len(files) == 6
    assert any("项目支出绩效自评表" in pages(file.read_bytes())[0] for file in files)
