"""The export: which files, under which names, with progress, cancel, and a sentence for what cannot be done."""

import os
import zipfile
from dataclasses import replace
from itertools import count
from pathlib import Path

import openpyxl
import pytest

from perftrack.domain.plans import Department
from perftrack.errors import UserError
from perftrack.services.exporting import sheets
from perftrack.services.exporting.sheets import KINDS, export_sheets, sheet_for
from tests.domain.builders import item, plan_of
from tests.services.exporting.books import FakeWorkspace, beside, office_with_evidence, opened, reference_workspace

OFFICE = Department("某街道办事处")


@pytest.fixture
def office():
    return reference_workspace()


def named(*names: str, **more) -> FakeWorkspace:
    """A workspace whose plans have ``names``."""
    plans = [replace(plan_of(item("≥1", "1"), name=name, **more), id=f"{n}") for n, name in enumerate(names)]
    return FakeWorkspace(OFFICE, plans)


def refusal(workspace, out: Path, **wish) -> UserError:
    with pytest.raises(UserError) as refused:
        export_sheets(workspace, **({"year": 2024, "kinds": KINDS, "out": out} | wish))
    assert not out.exists() or list(out.iterdir()) == []
    return refused.value


def test_one_file_per_plan_and_sheet_named_after_both(office, tmp_path):
    written = export_sheets(office, year=2024, kinds=KINDS, out=tmp_path)
    assert len(written) == 19
    assert sorted(written) == sorted(tmp_path.iterdir())
    assert "2024年项目支出绩效自评表_社区运转经费.xlsx" in {path.name for path in written}
    assert "2024年部门整体绩效目标表_部门整体.xlsx" in {path.name for path in written}
    for path in written:
        assert path.read_bytes()[:2] == b"PK"


def test_chosen_plans_and_kinds_only(office, tmp_path):
    written = export_sheets(office, year=2024, kinds=["evaluation"], plans=["社区运转经费"], out=tmp_path)
    assert [path.name for path in written] == ["2024年项目支出绩效自评表_社区运转经费.xlsx"]
    assert beside(opened(written[0]), "总分") == ["总分", 100, 99.3]


def test_sheet_before_the_end_of_the_year_has_a_name_of_its_own(office, tmp_path):
    wish = {"year": 2024, "kinds": ["evaluation"], "plans": ["社区服务群众经费"], "out": tmp_path}
    third, whole = export_sheets(office, quarter=3, **wish), export_sheets(office, **wish)
    assert third != whole
    assert "截至三季度试编" in third[0].name
    assert beside(opened(third[0]), "总分") == ["总分", 100, 83.55]


def test_export_again_replaces_what_was_there(office, tmp_path):
    wish = {"year": 2024, "kinds": KINDS, "out": tmp_path}
    assert export_sheets(office, **wish) == export_sheets(office, **wish)
    assert len(list(tmp_path.iterdir())) == 19


def test_all_sheets_in_one_book(office, tmp_path):
    (path,) = export_sheets(office, year=2024, kinds=KINDS, out=tmp_path, one_book=True)
    assert path.name == "2024年绩效表册_昌吉市人民政府延安北路街道办事处.xlsx"
    tabs = openpyxl.load_workbook(path).sheetnames
    assert len(tabs) == 19
    assert {tab.split()[0] for tab in tabs} == {"目标", "监控", "自评", "汇总"}


def test_book_of_two_kinds_is_named_after_both(office, tmp_path):
    (path,) = export_sheets(office, year=2024, kinds=["evaluation", "targets"], out=tmp_path, one_book=True)
    assert path.name == "2024年绩效目标表和绩效自评表_昌吉市人民政府延安北路街道办事处.xlsx"


def test_list_of_evidence_comes_beside_other_sheets_only_where_there_is_evidence(tmp_path):
    office = office_with_evidence()
    written = export_sheets(office, year=2024, kinds=KINDS, out=tmp_path / "each")
    assert [path.name for path in written if "佐证" in path.name] == ["2024年佐证资料目录_社区服务群众经费.xlsx"]
    (book,) = export_sheets(office, year=2024, kinds=KINDS, out=tmp_path / "one", one_book=True)
    assert "佐证 社区服务群众经费" in openpyxl.load_workbook(book).sheetnames


def test_list_of_evidence_alone_is_written_for_every_plan_that_was_chosen(tmp_path):
    assert len(export_sheets(office_with_evidence(), year=2024, kinds=["evidence"], out=tmp_path)) == 6


def test_names_that_meet_get_files_of_their_own_that_a_selection_does_not_move(tmp_path):
    office = named("a/b", "a:b")
    everything = export_sheets(office, year=2024, kinds=["targets"], out=tmp_path)
    second = export_sheets(office, year=2024, kinds=["targets"], plans=["a:b"], out=tmp_path)
    assert len(set(everything)) == 2
    assert second == everything[1:]


@pytest.mark.parametrize(
    "name", ["../../外面", "/etc/passwd", "C:\\a", "..", "名" * 300, "CON", "\u202excod.xlsx", " "]
)
def test_no_plan_name_leads_out_of_the_folder(tmp_path, name):
    out = tmp_path / "out"
    (path,) = export_sheets(named(name), year=2024, kinds=["targets"], out=out)
    assert [path] == list(out.iterdir())
    assert os.listdir(tmp_path) == ["out"]


def test_progress_tells_every_sheet_and_the_end(office, tmp_path):
    told = []
    export_sheets(office, year=2024, kinds=["targets"], out=tmp_path, progress=lambda *step: told.append(step))
    assert told[0] == (0, 6, "部门整体")
    assert [done for done, _, _ in told] == [0, 1, 2, 3, 4, 5, 6]
    assert {total for _, total, _ in told} == {6}


@pytest.mark.parametrize("one_book", [False, True])
@pytest.mark.parametrize("format", ["xlsx", "docx"])
def test_cancelled_export_leaves_whole_files_only(office, tmp_path, one_book, format):
    started = []
    written = export_sheets(
        office, year=2024, kinds=["targets"], out=tmp_path, one_book=one_book, format=format,
        progress=lambda done, *_: started.append(done), cancelled=lambda: len(started) == 3,
    )  # fmt: skip
    assert len(written) == (0 if one_book else 2)
    assert sorted(tmp_path.iterdir()) == sorted(written)
    for path in written:
        assert zipfile.ZipFile(path).testzip() is None


@pytest.mark.parametrize("at", range(1, 40, 3))
@pytest.mark.parametrize("format", ["xlsx", "docx"])
def test_book_cancelled_at_any_of_its_steps_leaves_the_old_one(office, tmp_path, at, format):
    old = tmp_path / f"2024年绩效目标表_{office.department().name}.{format}"
    old.write_bytes(b"old")
    asked = count(1)
    wish = {"kinds": ["targets"], "one_book": True, "format": format}
    written = export_sheets(office, year=2024, out=tmp_path, cancelled=lambda: next(asked) >= at, **wish)
    assert written in ([], [old])
    assert (old.read_bytes() == b"old") is (written == [])
    assert list(tmp_path.iterdir()) == [old]


def test_export_cancelled_before_it_began_makes_no_folder(office, tmp_path):
    assert export_sheets(office, year=2024, kinds=KINDS, out=tmp_path / "neu", cancelled=lambda: True) == []
    assert list(tmp_path.iterdir()) == []


def test_folder_is_made_but_not_its_parents(office, tmp_path):
    assert export_sheets(office, year=2024, kinds=["targets"], out=tmp_path / "导出")
    assert refusal(office, tmp_path / "没有" / "导出").code == "export_folder_missing"


def test_file_in_place_of_the_folder_is_named(office, tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"")
    with pytest.raises(UserError) as refused:
        export_sheets(office, year=2024, kinds=KINDS, out=path)
    assert refused.value.code == "export_folder_missing"


def test_monitoring_sheets_carry_their_month(office, tmp_path):
    wish = {"year": 2024, "kinds": ["monitoring"], "plans": ["社区服务群众经费"], "out": tmp_path}
    (path,) = export_sheets(office, month=7, **wish)
    assert path.name == "2024年项目支出绩效运行监控表（截至7月）_社区服务群众经费.xlsx"
    page = opened(path)
    assert "1-7月执行数" in beside(page, "年初预算数")
    assert beside(page, "年度资金总额")[1:] == [120, 84.6, 0.705, 112.8]


def test_one_summary_is_written_of_the_plans_that_were_chosen(office, tmp_path):
    chosen = ["社区运转经费", "社区服务群众经费"]
    (path,) = export_sheets(office, year=2024, kinds=["summary"], plans=chosen, out=tmp_path)
    assert path.name == "2024年项目绩效自评情况汇总表_昌吉市人民政府延安北路街道办事处.xlsx"
    page = opened(path)
    assert beside(page, "合计")[1:3] == [360, 360]
    assert {cell.value for cell in page["B"]} >= set(chosen)
    assert "网格党支部活动经费" not in {cell.value for cell in page["B"]}


def test_report_is_a_document_and_no_workbook(office, tmp_path):
    error = refusal(office, tmp_path / "x", kinds=["report"])
    assert (error.code, error.arguments["known"]) == ("format_not_available", "docx")
    assert len(export_sheets(office, year=2024, kinds=["report"], format="docx", out=tmp_path)) == 6


def test_pdf_is_written_only_where_fonts_are_lent(office, tmp_path):
    error = refusal(office, tmp_path, format="pdf")
    assert (error.code, error.arguments["format"]) == ("format_not_available", "pdf")


def test_unknown_kind_and_unknown_format_are_named(office, tmp_path):
    assert refusal(office, tmp_path, kinds=["targets", "budget"]).arguments["sheet"] == "budget"
    assert refusal(office, tmp_path, format="odt").arguments["format"] == "odt"


def test_names_follow_a_pattern(office, tmp_path):
    wish = {"year": 2024, "kinds": ["targets"], "plans": ["社区运转经费"], "out": tmp_path}
    (path,) = export_sheets(office, names="{序号}_{名称}（{科室}）", **wish)
    assert path.name == f"03_社区运转经费（{office.department().name}）.xlsx"
    for pattern in ("{项目}", "同名", "{名称", "名称}{年度}"):
        assert refusal(office, tmp_path / "x", names=pattern).code == "name_pattern_unknown"


def test_pattern_without_the_form_lets_no_copy_replace_the_sheet_itself(office, tmp_path):
    wish = {"year": 2024, "kinds": ["evaluation"], "plans": ["社区运转经费"], "names": "{名称}", "out": tmp_path}
    made = [export_sheets(office, **wish, **more) for more in ({}, {"publication": True}, {"quarter": 3})]
    assert [path.stem for (path,) in made] == [
        "社区运转经费",
        "社区运转经费（公开版）",
        "社区运转经费（截至三季度试编）",
    ]


def test_names_that_a_pattern_makes_alike_get_files_of_their_own(office, tmp_path):
    assert len(export_sheets(office, year=2024, kinds=["targets"], names="{年度}", out=tmp_path)) == 6


def test_copy_for_publication_names_no_person(tmp_path):
    office = office_with_evidence()
    (path,) = export_sheets(
        office, year=2024, kinds=["evidence"], plans=["社区服务群众经费"], out=tmp_path, publication=True
    )
    assert "（公开版）" in path.name
    assert {cell.value for cell in opened(path)["I"]} >= {"添加人", "***"}
    assert "项目负责人" not in {cell.value for cell in opened(path)["I"]}


@pytest.mark.parametrize("format", ["xlsx", "docx", "pdf"])
def test_text_too_long_is_refused_with_its_place(tmp_path, format):
    office = named("长", goal="长" * 40_000)
    wish = {"kinds": ["targets"], "format": format, "pdf": lambda *_: b""}
    error = refusal(office, tmp_path, **wish)
    assert (error.code, error.arguments["length"]) == ("text_too_long", 40_000)
    assert error.arguments["place"].startswith("项目支出绩效目标表 长 ")


def test_unknown_plan_is_named_before_anything_is_written(office, tmp_path):
    error = refusal(office, tmp_path, plans=["社区运转经费", "没有的项目"])
    assert (error.code, error.arguments["plan"]) == ("unknown_plan", "没有的项目")


def test_year_without_plans_is_named(office, tmp_path):
    assert refusal(office, tmp_path, year=2019).code == "no_plans"


def test_failure_in_the_middle_keeps_the_files_before_it(office, tmp_path, monkeypatch):
    real, tries = sheets.store, count()

    def failing(path, content, **how):
        if next(tries) == 2:
            raise UserError("export_disk_full", path=str(path), folder="", name=path.name)
        real(path, content, **how)

    monkeypatch.setattr(sheets, "store", failing)
    with pytest.raises(UserError):
        export_sheets(office, year=2024, kinds=["targets"], out=tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_preview_is_the_sheet_that_would_be_exported(office, tmp_path):
    sheet = sheet_for(office, "plan-3", "evaluation", 3)
    assert (sheet.title, sheet.name) == ("项目支出绩效自评表", "社区服务群众经费")
    assert sheet_for(office, "plan-1", "targets", 4).title == "部门整体绩效目标表"
    assert sheet_for(office, "plan-1", "monitoring", 4, month=8).title == "部门（单位）整体支出绩效运行监控表"
    assert sheet_for(office, "plan-3", "summary", 4).name == office.department().name
    with pytest.raises(UserError):
        sheet_for(office, "plan-1", "budget", 4)
