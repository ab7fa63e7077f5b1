"""The sheets page: what is chosen is previewed, checked, written off the thread and found again."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMessageBox

from perftrack.domain.access import Actor
from perftrack.domain.findings import Finding
from perftrack.domain.terms import EvidenceKind, Severity
from perftrack.domain.terms import Role as PersonRole
from perftrack.services import evidence
from perftrack.services.changes import Changes
from tests.ui.scored import PARTY, Q3, Q4, plan_named, sample_file, session_at
from ui import languages, theme
from ui.models.findings import FindingLine
from ui.models.sheet_plans import Role
from ui.pages.sheet_parts.kinds import OFFERED
from ui.pages.sheets import SheetsPage
from ui.printing.printer import print_sheets

IGNORED = ("propagateSizeHints", "support raise", "grabbing the keyboard")
pytestmark = pytest.mark.qt_log_ignore(*IGNORED, extend=True)


@pytest.fixture(autouse=True)
def english(qapp):
    """The window speaks English with its plurals, whatever was spoken before."""
    languages.use("en")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return sample_file(tmp_path_factory.mktemp("office"))


@pytest.fixture
def session(office, qapp, tmp_path):
    theme.install(qapp, "light")
    session = session_at(office)
    session.settings.keep("sheets/folder", str(tmp_path))
    session.settings.keep("sheets/one_book", 0)
    session.settings.keep("sheets/sheet", "evaluation")
    session.settings.keep("sheets/format", 0)
    session.settings.keep("sheets/names", "")
    yield session
    session.tasks.cancel_all()
    session.leave()


@pytest.fixture
def page(qtbot, session):
    page = SheetsPage(session)
    qtbot.addWidget(page)
    session.alerts.use_area(page)
    page.resize(1294, 696)
    page.show()
    page.activateWindow()
    page.show_context()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def line(finding: Finding) -> FindingLine:
    return FindingLine(finding, "sentence")


def choose(page: SheetsPage, kind: str) -> None:
    """Choose a kind of sheet from the list."""
    page.panel.kind._choose(OFFERED.index(kind))


def row_named(page: SheetsPage, name: str) -> int:
    return page.panel.plans.row_of(plan_named(page.session, name).id)


def export(page: SheetsPage, qtbot) -> None:
    """Press the filled button and wait for the end of the work."""
    with qtbot.waitSignal(page.session.tasks.ended, timeout=20_000):
        qtbot.keyClick(page.bar.export, Qt.Key.Key_Return)


def test_every_plan_is_ticked_and_the_first_is_previewed(page):
    assert page.bar.export.text() == "Export 6 sheets"
    assert page.preview.paper.sheet().name == "部门整体"
    assert page.preview._count.text() == "1 / 6"


def test_space_unticks_the_plan_and_the_button_counts(page, qtbot):
    page.panel.list.setFocus()
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Space)
    assert page.bar.export.text() == "Export 5 sheets"
    assert page.panel._heading.text() == "Plans  5 of 6 chosen"
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Space)
    assert page.bar.export.text() == "Export 6 sheets"


def test_a_click_on_the_box_ticks_and_a_click_on_the_name_previews(page, qtbot):
    view = page.panel.list
    row = view.visualRect(page.panel.plans.index(row_named(page, PARTY)))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert page.preview.paper.sheet().name == PARTY
    assert len(page.panel.plans.chosen()) == 6
    box = row.topLeft()
    box += type(box)(14, row.height() // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert len(page.panel.plans.chosen()) == 5


def test_none_and_all(page, qtbot):
    qtbot.mouseClick(page.panel.all, Qt.MouseButton.LeftButton)
    assert not page.bar.export.isEnabled()
    assert page.bar.words() == "Choose at least one plan"
    qtbot.mouseClick(page.panel.all, Qt.MouseButton.LeftButton)
    assert page.bar.export.isEnabled()


def test_arrow_keys_preview_the_next_plan(page, qtbot):
    page.panel.list.setFocus()
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Down)
    assert page.preview._count.text() == "2 / 6"


def test_target_sheets_and_self_evaluations_are_chosen_by_arrow_keys(page, qtbot):
    assert "自评表" in page.preview.paper.sheet().title
    page.panel.kind.setFocus()
    qtbot.keyClick(page.panel.kind, Qt.Key.Key_Left)
    qtbot.keyClick(page.panel.kind, Qt.Key.Key_Left)
    assert "目标表" in page.preview.paper.sheet().title
    assert page.session.settings.text("sheets/sheet") == "targets"


def test_a_year_that_has_not_ended_is_said_beside_the_preview(page):
    assert "The year has not ended: as of the end of Q3" in page.preview._facts.text()
    page.session.show(quarter=Q4)
    page.show_context()
    assert "not ended" not in page.preview._facts.text()
    page.session.show(quarter=Q3)


def test_turning_past_the_last_page_leads_to_the_next_plan_and_back(page, qtbot):
    pages = page.preview.paper.page_count()
    for _ in range(pages):
        qtbot.mouseClick(page.preview.on, Qt.MouseButton.LeftButton)
    assert page.preview._count.text() == "2 / 6"
    qtbot.mouseClick(page.preview.back, Qt.MouseButton.LeftButton)
    assert page.preview._count.text() == "1 / 6"
    assert page.preview.paper.page() == pages - 1


def test_the_ends_cannot_be_passed(page):
    assert not page.preview.back.isEnabled()
    page.panel.choose_plan(5)
    page.preview.paper.set_page(page.preview.paper.page_count() - 1)
    assert not page.preview.on.isEnabled()
    page.preview.turn(1)
    assert page.preview._count.text() == "6 / 6"


def test_the_size_of_the_paper_can_be_chosen(page):
    menu = page.preview.choose_zoom()
    next(action for action in menu.actions() if action.text() == "100%").trigger()
    assert page.preview.zoom.text() == "100%"
    menu.actions()[0].trigger()
    assert page.preview.zoom.text() != "100%"
    menu.close()


def test_findings_are_counted_and_plans_with_warnings_are_marked(page):
    note = page.panel._findings._note.text()
    counts = page.panel.lines.counts()
    assert (
        note == f"errors {counts[Severity.ERROR]}  warnings {counts[Severity.WARNING]}  hints {counts[Severity.HINT]}"
    )
    assert counts[Severity.WARNING] > 0
    marks = {page.panel.plans.index(row).data(Role.MARK) for row in range(6)}
    assert marks == {"", "warning"}


def test_the_findings_of_a_large_office_come_in_later(page, qtbot, monkeypatch):
    before = page.panel.lines.rowCount()
    monkeypatch.setattr("ui.pages.sheets._MANY", 2)
    with qtbot.waitSignal(page.session.tasks.ended):
        page.show_context()
        assert page.panel.lines.rowCount() == 0
    assert page.panel.lines.rowCount() == before


def test_findings_of_unticked_plans_are_left_out(page, qtbot):
    qtbot.mouseClick(page.panel.all, Qt.MouseButton.LeftButton)
    assert page.panel.lines.rowCount() == 0
    assert page.panel._nothing.isVisible()


def test_enter_on_a_finding_leads_to_where_it_can_be_put_right(page, qtbot):
    plan = plan_named(page.session, PARTY)
    finding = Finding(Severity.WARNING, "code", "x", plan_id=plan.id, indicator_id=plan.indicators[0].id)
    view = page.panel.findings
    page.panel.show_findings([line(finding)])
    view.setFocus()
    view.setCurrentIndex(page.panel.lines.index(0))
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == ["entry", plan.id, {"indicator_id": plan.indicators[0].id}]


def test_a_finding_of_a_whole_plan_leads_to_its_scorecard(page, qtbot):
    plan = plan_named(page.session, PARTY)
    with qtbot.waitSignal(page.open_requested) as asked:
        page._follow(line(Finding(Severity.HINT, "code", plan.name, plan_id=plan.id)))
    assert asked.args == ["scorecards", plan.id, {}]


def test_a_file_per_plan_is_written_and_said(page, qtbot, tmp_path):
    export(page, qtbot)
    assert len(list(tmp_path.glob("*.xlsx"))) == 6
    assert page.bar.words() == f"6 files written to {tmp_path}"
    assert page.bar.folder.isVisible()
    assert page.bar.export.isEnabled()


def test_only_ticked_plans_go_into_one_workbook(page, qtbot, tmp_path):
    page.panel.list.setFocus()
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Space)
    part = page.panel.options.form.part(0)
    part.setFocus()
    qtbot.keyClick(part, Qt.Key.Key_Right)
    export(page, qtbot)
    assert len(list(tmp_path.glob("*.xlsx"))) == 1
    assert page.bar.words() == f"1 file written to {tmp_path}"


def test_progress_is_shown_while_it_runs_and_cancel_says_what_is_ready(page, qtbot, tmp_path):
    with qtbot.waitSignal(page.session.tasks.ended, timeout=20_000):
        page.start()
        assert page.bar.progress.isVisible()
        qtbot.mouseClick(page.bar.progress._cancel, Qt.MouseButton.LeftButton)
    assert page.bar.words().startswith("Cancelled.")
    assert len(list(tmp_path.glob("*.xlsx"))) < 6


def test_a_second_start_while_one_runs_is_ignored(page, qtbot):
    with qtbot.waitSignal(page.session.tasks.ended, timeout=20_000):
        page.start()
        page.start()
        assert len(page.session.tasks.running) == 1


def test_open_folder_shows_the_folder(page, qtbot, tmp_path, monkeypatch):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    export(page, qtbot)
    qtbot.mouseClick(page.bar.folder, Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path]


def test_where_no_file_manager_answers_the_folder_is_named(page, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    export(page, qtbot)
    with qtbot.waitSignal(page.session.alerts.said) as said:
        qtbot.mouseClick(page.bar.folder, Qt.MouseButton.LeftButton)
    assert str(tmp_path) in said.args[0]


def test_a_folder_that_cannot_be_made_is_refused_in_a_sentence(page, qtbot, tmp_path):
    page.panel.options.set_folder(tmp_path / "missing" / "deeper")
    with qtbot.waitSignal(page.session.alerts.said, timeout=20_000) as said:
        qtbot.keyClick(page.bar.export, Qt.Key.Key_Return)
    assert str(tmp_path / "missing") in said.args[0]
    assert page.bar.words() == said.args[0]
    assert not page.bar.folder.isVisible()
    qtbot.waitUntil(lambda: page.findChild(QMessageBox) is not None)
    page.findChild(QMessageBox).close()


def test_an_error_asks_once_and_may_be_passed(page, qtbot, tmp_path):
    plan = plan_named(page.session, PARTY)
    error = Finding(Severity.ERROR, "target_empty", "x", {"weight": "10"}, plan_id=plan.id)
    page._take_findings([(plan, (error,))])
    qtbot.keyClick(page.bar.export, Qt.Key.Key_Return)
    box = page.findChild(QMessageBox)
    assert "1 error" in box.text()
    assert not list(tmp_path.iterdir())
    with qtbot.waitSignal(page.session.tasks.ended, timeout=20_000):
        next(button for button in box.buttons() if button.text() == "Write").click()
    assert len(list(tmp_path.glob("*.xlsx"))) == 6


def test_an_error_that_is_heeded_writes_nothing(page, qtbot, tmp_path):
    plan = plan_named(page.session, PARTY)
    error = Finding(Severity.ERROR, "target_empty", "x", {"weight": "10"}, plan_id=plan.id)
    page._take_findings([(plan, (error,))])
    page.start()
    page.findChild(QMessageBox).reject()
    assert page.session.tasks.running == ()
    assert not list(tmp_path.iterdir())


def test_the_folder_is_asked_for_without_blocking_and_remembered(page, qtbot, tmp_path):
    dialog = page.panel.options.ask_folder()
    qtbot.waitUntil(dialog.isVisible)
    folder = tmp_path / "2024"
    folder.mkdir()
    dialog.fileSelected.emit(str(folder))
    dialog.reject()
    assert page.panel.options.folder() == folder
    assert page.session.settings.text("sheets/folder") == str(folder)
    assert page.panel.options._where.text() == "2024"


def test_another_page_can_lead_to_a_plan(page):
    page.focus_plan(plan_named(page.session, PARTY).id, {})
    assert page.preview.paper.sheet().name == PARTY


def test_changes_renew_the_sheet_and_keep_plan_and_ticks(page, qtbot):
    page.focus_plan(plan_named(page.session, PARTY).id, {})
    page.panel.plans.setData(page.panel.plans.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    page.apply_changes(Changes("record", plans=frozenset({plan_named(page.session, PARTY).id})), None)
    assert page.preview.paper.sheet().name == PARTY
    assert len(page.panel.plans.chosen()) == 5


def test_a_year_without_plans_says_so(page):
    page.session.show(year=1999)
    page.show_context()
    assert page.empty.isVisible()
    page.session.show(year=2024)
    page.show_context()
    assert not page.empty.isVisible()


def test_everything_that_takes_the_focus_has_a_name(page):
    controls = [
        page.panel.list,
        page.panel.kind,
        page.panel.options.form,
        page.panel.options.change,
        page.panel.findings,
    ]
    controls += [page.preview.back, page.preview.on, page.preview.zoom, page.preview.paper, page.bar.export]
    assert all(control.accessibleName() or control.text() for control in controls)
    assert page.regions() == [page.panel.list, page.preview, page.bar.export]


def test_the_list_of_evidence_is_a_sheet_of_its_own_with_a_page_even_where_there_is_none(page, qtbot, tmp_path):
    choose(page, "evidence")
    assert page.preview.paper.sheet().title == "佐证资料目录"
    export(page, qtbot)
    assert len(list(tmp_path.glob("2024年佐证资料目录_*.xlsx"))) == 6


def test_missing_evidence_is_among_the_findings_of_the_sheets(page, session):
    item = plan_named(session, PARTY).indicators[0]
    evidence.set_needs(session.workspace, item.id, [EvidenceKind.ORIGINAL])
    page.show_context()
    assert "evidence_missing" in {page.panel.lines.line(row).finding.code for row in range(page.panel.lines.rowCount())}
    evidence.set_needs(session.workspace, item.id, [])


def look_as(page: SheetsPage, actor: Actor | None) -> None:
    """Let somebody else be at work."""
    page.session.workspace.act_as(actor)
    page.show_context()


def test_a_lead_exports_own_plans_and_sees_the_others(page, qtbot, tmp_path):
    own = plan_named(page.session, PARTY)
    look_as(page, Actor("项目负责人", PersonRole.LEAD, plans=frozenset({own.id})))
    assert page.bar.export.text() == "Export 1 sheet"
    assert page.panel._heading.text() == "Plans  1 of 6 chosen"
    other = page.panel.plans.index(0)
    assert other.data(Qt.ItemDataRole.ToolTipRole).endswith("A lead exports the sheets of own plans only")
    assert page.preview.paper.sheet().name == "部门整体"
    page.panel.list.setFocus()
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Space)
    box = page.panel.list.visualRect(other).topLeft()
    box += type(box)(14, theme.ROW // 2)
    qtbot.mouseClick(page.panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert page.bar.export.text() == "Export 1 sheet"
    export(page, qtbot)
    (written,) = tmp_path.glob("*.xlsx")
    assert PARTY in written.name


def test_all_and_none_concern_the_plans_one_may_export(page, qtbot):
    own = frozenset(plan.id for plan in page.session.workspace.plans(2024)[1:3])
    look_as(page, Actor("项目负责人", PersonRole.LEAD, plans=own))
    assert page.panel.all.text() == "None"
    qtbot.mouseClick(page.panel.all, Qt.MouseButton.LeftButton)
    assert page.bar.words() == "Choose at least one plan"
    qtbot.mouseClick(page.panel.all, Qt.MouseButton.LeftButton)
    assert {plan.id for plan in page.panel.plans.chosen()} == own


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        (Actor(), "Nobody is signed in: choose a person at the upper right to export"),
        (
            Actor("查阅人员", PersonRole.VIEWER),
            "A viewer exports nothing; leads, heads and the performance officer do",
        ),
        (Actor("项目负责人", PersonRole.LEAD), "A lead exports the sheets of own plans only"),
        (Actor("科室负责人", PersonRole.HEAD, "另一科室"), "A section head exports the section's sheets only"),
    ],
    ids=["nobody", "viewer", "lead", "head"],
)
def test_who_may_export_nothing_sees_the_sheets_and_reads_why(page, actor, words):
    look_as(page, actor)
    assert not page.bar.export.isEnabled()
    assert page.bar.words() == words
    assert not page.panel.all.isVisible()
    assert page.panel.lines.rowCount() > 0
    assert page.preview.paper.sheet() is not None


def test_a_role_that_was_lost_meanwhile_is_refused_by_the_export_itself(page, qtbot, tmp_path):
    page.session.workspace.act_as(Actor("查阅人员", PersonRole.VIEWER))  # the page was not told
    export(page, qtbot)
    assert "Nothing was changed" in page.bar.words()
    assert list(tmp_path.glob("*.xlsx")) == []


def test_every_kind_is_offered_and_previewed_as_it_prints(page, qtbot):
    page.session.show(quarter=Q4)
    titles = []
    for kind in OFFERED:
        choose(page, kind)
        titles.append(page.preview.paper.sheet().title)
    page.session.show(quarter=Q3)
    assert titles[0] == "部门整体绩效目标表"
    assert "运行监控表" in titles[1]
    assert titles[3:6] == ["佐证资料目录", "项目绩效自评情况汇总表", "评分说明附件"]
    assert "自评报告" in titles[6]
    assert titles[7] == titles[2]


def test_the_list_of_kinds_opens_with_enter_and_closes_with_a_choice(page, qtbot):
    page.panel.kind.setFocus()
    qtbot.keyClick(page.panel.kind, Qt.Key.Key_Return)
    view = page.panel.kind._chooser.view
    qtbot.waitUntil(view.isVisible)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.panel.kind.kind() == "monitoring"
    assert page.panel.options.month.isVisible()


def test_a_report_is_offered_as_docx_and_pdf_only(page):
    choose(page, "report")
    options = page.panel.options
    assert [options.format.part(place).isEnabled() for place in range(3)] == [False, True, True]
    assert options.chosen_format() == "docx"


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_documents_and_pdf_are_written_as_well(page, qtbot, tmp_path, format):
    page.panel.options.format.set_current(("xlsx", "docx", "pdf").index(format))
    export(page, qtbot)
    assert len(list(tmp_path.glob(f"*.{format}"))) == 6


def test_one_summary_of_the_plans_ticked(page, qtbot, tmp_path):
    choose(page, "summary")
    assert page.bar.export.text() == "Export 1 sheet"
    assert page.preview._count.text() == "1 / 1"
    page.panel.plans.setData(page.panel.plans.index(1), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    left_out = page.panel.plans.plan(1).name
    assert left_out not in {cell.value for cell in page.preview.paper.sheet().cells}
    export(page, qtbot)
    assert len(list(tmp_path.glob("*汇总表*.xlsx"))) == 1


def test_all_official_sheets_go_out_at_once(page, qtbot, tmp_path):
    choose(page, "all")
    assert page.bar.export.text() == "Export all sheets"
    export(page, qtbot)
    assert len(list(tmp_path.glob("*.xlsx"))) == 19


def test_the_month_of_a_monitoring_sheet_is_chosen(page, qtbot, tmp_path):
    choose(page, "monitoring")
    assert "截至 9 月底" in {cell.value.split("　")[-1] for cell in page.preview.paper.sheet().cells if cell.row == 1}
    qtbot.mouseClick(page.panel.options.month, Qt.MouseButton.LeftButton)
    page.panel.options._months._take(page.panel.options._months._model.index(7, 0))
    assert page.panel.options.month.text() == "1-7月"
    export(page, qtbot)
    assert len(list(tmp_path.glob("*（截至7月）*.xlsx"))) == 6


def test_file_names_follow_the_pattern_typed_and_a_wrong_one_is_refused(page, qtbot, tmp_path):
    names = page.panel.options.names
    names.selectAll()
    names.insert("{名称}_{年度}")
    qtbot.keyClick(names, Qt.Key.Key_Return)
    export(page, qtbot)
    assert (tmp_path / f"{PARTY}_2024（截至三季度试编）.xlsx").exists()
    assert page.session.settings.text("sheets/names") == "{名称}_{年度}"
    names.setText("{项目}")
    with qtbot.waitSignal(page.session.alerts.said, timeout=20_000) as said:
        qtbot.keyClick(page.bar.export, Qt.Key.Key_Return)
    assert "{项目}" in said.args[0]
    qtbot.waitUntil(lambda: page.findChild(QMessageBox) is not None)
    page.findChild(QMessageBox).close()
    names.clear()
    names.editingFinished.emit()
    assert "{表名}" in page.session.settings.text("sheets/names")


def test_a_copy_for_publication_is_previewed_without_persons(page, qtbot, tmp_path):
    choose(page, "targets")
    page.focus_plan(plan_named(page.session, PARTY).id, {})
    page.panel.options.publication.setChecked(True)
    assert "***" in {cell.value for cell in page.preview.paper.sheet().cells}
    export(page, qtbot)
    assert len(list(tmp_path.glob("*（公开版）*.xlsx"))) == 6


def test_print_opens_the_dialog_of_the_system_for_the_ticked_plans(page, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr("ui.pages.sheets.ask_and_print", lambda _parent, sheets: asked.append(len(sheets)))
    qtbot.mouseClick(page.preview.print, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.panel.all, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.session.alerts.said):
        qtbot.mouseClick(page.preview.print, Qt.MouseButton.LeftButton)
    assert asked == [6]


def test_what_is_printed_are_the_pages_of_the_preview(page, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    choose(page, "targets")
    sheets = [page._sheet(page.panel.plans.plan(row).id) for row in range(2)]
    assert print_sheets(printer, sheets) == 2
    document = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert [round(each.get_width()) for each in document] == [595, 842]
    document.close()
