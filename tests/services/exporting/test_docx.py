"""Documents: whole texts in tables that can be edited, rows never parted, heads repeated, sections as the forms lie."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from perftrack.domain.sheets.evaluation import evaluation_sheet
from perftrack.domain.sheets.grid import Builder, Sheet
from perftrack.domain.sheets.report import report_sheet
from perftrack.domain.sheets.summary import summary_sheet
from perftrack.domain.sheets.targets import target_sheet
from perftrack.errors import UserError
from perftrack.services.exporting import docx_readback
from perftrack.services.exporting.docx import document_bytes, write_document
from perftrack.services.exporting.stopping import Stopped
from tests.domain.builders import card_of, item, plan_of
from tests.golden.office import read_office
from tests.services.exporting.papers import cells_of, told_docx

DEPARTMENT, PLANS = read_office()


def sheet_with(*texts: str) -> Sheet:
    """A sheet of one column."""
    grid = Builder((60.0,))
    for text in texts:
        grid.put(grid.row(), 0, text)
    return grid.sheet("表", "项目", landscape=True, header_row=0)


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-1", "@x", "＝1", "<a>&\"'", "一\n二", "a\tb", "  两边  ", "𠮷"])
def test_text_stays_text(text):
    assert cells_of(document_bytes([sheet_with("头", text)]))[-1] == text


def test_signs_that_a_document_cannot_hold_are_left_out():
    assert cells_of(document_bytes([sheet_with("头", "前\x00\x0b\ufffe后")]))[-1] == "前后"


def test_too_long_a_text_is_refused_with_its_place(tmp_path):
    path = tmp_path / "表.docx"
    path.write_bytes(b"old")
    with pytest.raises(UserError) as refused:
        write_document(path, [sheet_with("头", "长" * 40_000)])
    assert refused.value.arguments["place"] == "表 项目 A2"
    assert path.read_bytes() == b"old"


def test_scores_of_a_self_evaluation_are_those_of_the_card():
    for plan in PLANS:
        card = card_of(plan)
        cells = cells_of(document_bytes([evaluation_sheet(card, DEPARTMENT)]))
        assert cells[cells.index("总分") : cells.index("总分") + 3] == ["总分", "100", f"{card.total:.2f}"]
        for score in card.scores:
            assert f"{score.points:.2f}" in cells[cells.index(score.indicator.name) :]


def test_no_row_is_parted_by_a_page_and_the_head_is_repeated():
    rows = [
        row
        for block in told_docx(document_bytes([evaluation_sheet(card_of(PLANS[2]), DEPARTMENT)]))
        if isinstance(block, dict) and "rows" in block
        for row in block["rows"]
    ]
    assert all("cantSplit" in row[0] for row in rows)
    (head,) = [row for row in rows if "tblHeader" in row[0]]
    assert "三级指标" in [cell[0] for cell in head[1:]]
    assert "continue" not in [mark for cell in head[1:] for mark in cell[2:]]


def test_every_row_of_a_table_is_as_wide_as_the_table():
    sheets = [
        target_sheet(PLANS[0], DEPARTMENT),
        target_sheet(PLANS[1], DEPARTMENT),
        evaluation_sheet(card_of(PLANS[2]), DEPARTMENT),
        report_sheet(card_of(PLANS[2]), DEPARTMENT),
    ]
    for sheet in sheets:
        for block in told_docx(document_bytes([sheet])):
            if isinstance(block, dict) and "rows" in block:
                assert {sum(cell[1] for cell in row[1:]) for row in block["rows"]} == {len(block["widths"])}


def test_each_sheet_of_a_book_lies_as_its_form_does():
    content = document_bytes([target_sheet(PLANS[0], DEPARTMENT), target_sheet(PLANS[1], DEPARTMENT)])
    sections = Document(BytesIO(content)).sections
    assert [section.page_width > section.page_height for section in sections] == [False, True]


def test_headings_of_a_report_are_headings():
    document = Document(BytesIO(document_bytes([report_sheet(card_of(PLANS[2]), DEPARTMENT)])))
    names = [paragraph.style.name for paragraph in document.paragraphs]
    assert names.count("Heading 1") == 7
    assert names.count("Heading 2") >= 6


def test_wide_forms_are_set_smaller_and_official_faces_have_stand_ins():
    content = document_bytes(
        [summary_sheet([card_of(plan) for plan in PLANS], DEPARTMENT, 2024, card_of(PLANS[0]).quarter)]
    )
    with zipfile.ZipFile(BytesIO(content)) as archive:
        fonts, body = archive.read("word/fontTable.xml").decode(), archive.read("word/document.xml").decode()
    assert "方正小标宋简体" in body
    assert 'w:name="宋体"><w:altName w:val="SimSun' in fonts
    assert 'w:sz w:val="21"' not in body


def test_page_numbers_are_fields():
    footer = Document(BytesIO(document_bytes([sheet_with("头")]))).sections[0].footer
    assert [field.get(qn("w:instr")) for field in footer._element.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_long_texts_make_rows_grow_and_none_has_a_fixed_height():
    content = document_bytes([evaluation_sheet(card_of(plan_of(item("≥1", "1"), goal="长" * 3000)), DEPARTMENT)])
    rules = {height.get(qn("w:hRule")) for height in Document(BytesIO(content)).element.body.iter(qn("w:trHeight"))}
    assert rules == {"atLeast"}


def test_a_document_that_reads_back_differently_is_refused():
    content = document_bytes([sheet_with("头", "一")])
    docx_readback.compare(content, ["头", "一"])
    for meant in (["头"], ["头", "一", "二"], ["头", "二"]):
        with pytest.raises(UserError) as refused:
            docx_readback.compare(content, meant)
        assert refused.value.code == "export_readback"


def test_cancel_stops_between_sheets():
    asked = []

    def check():
        asked.append(1)
        if len(asked) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        document_bytes([target_sheet(plan, DEPARTMENT) for plan in PLANS], check)
    assert len(asked) == 3
