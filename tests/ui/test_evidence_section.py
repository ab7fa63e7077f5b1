"""The evidence section under real keys, drops and pastes: files come in whole, open from a copy, go and come back."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from perftrack.domain.access import Actor
from perftrack.domain.evidence import Evidence
from perftrack.domain.terms import EvidenceKind, Role
from perftrack.services import evidence
from perftrack.services.changes import Changes
from tests.ui.scored import Q3, plan_named, sample_file, session_at
from ui import languages, theme
from ui.pages.entry import EntryPage
from ui.pages.entry_parts.evidence_section import EvidenceSection

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "support raise", "grabbing the keyboard", extend=True)

PLAN, PAYMENT, ENVIRONMENT = "社区服务群众经费", "资金拨付及时率", "提升社区环境质量"


class Opener(QObject):
    """Stands for the programs that open files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def opener(qapp):
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    yield opener
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def session(tmp_path, qapp):
    theme.install(qapp, "light")
    session = session_at(sample_file(tmp_path), Q3)
    session.settings.keep("entry/details", True)
    yield session
    session.tasks.cancel_all()
    session.leave()


@pytest.fixture
def page(qtbot, session):
    page = EntryPage(session)
    qtbot.addWidget(page)
    session.events.changed.connect(page.apply_changes)
    session.alerts.use_area(page)
    page.resize(1294, 1200)
    page.show()
    page.activateWindow()
    page.show_context()
    page.focus_plan(plan_named(session, PLAN).id, {"indicator_id": item_named(session, PAYMENT).id})
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def section(page) -> EvidenceSection:
    return page.details.findChild(EvidenceSection)


@pytest.fixture
def proof(tmp_path) -> Path:
    path = tmp_path / "7–9月拨付凭证.pdf"
    path.write_bytes(b"proof" * 300)
    return path


def item_named(session, name: str):
    return next(item for item in plan_named(session, PLAN).indicators if item.name == name)


def stored(session) -> tuple[Evidence, ...]:
    return evidence.of_plan(session.workspace, plan_named(session, PLAN).id)


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(section, data: QMimeData) -> None:
    """Let go of what is dragged over the section, as the window system tells it."""
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QApplication.sendEvent(section, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    assert section._frame.isVisible()
    QApplication.sendEvent(section, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    assert not section._frame.isVisible()


def add(qtbot, section, session, *paths: Path) -> None:
    """Add files by drop and wait until their rows are there."""
    count = len(stored(session)) + len(paths)
    drop(section, urls(*paths))
    qtbot.waitUntil(lambda: len(stored(session)) == count and not section.intake.is_busy)


def said(session) -> list[str]:
    heard: list[str] = []
    session.alerts.said.connect(heard.append)
    return heard


def test_that_the_model_keeps_qts_rules(qtbot, section, session, proof) -> None:
    QAbstractItemModelTester(section.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    add(qtbot, section, session, proof)
    evidence.remove(session.workspace, [stored(session)[0].id])
    assert section.model.rowCount() == 1


def test_that_dropped_files_are_one_step_and_undo_takes_them_back(qtbot, section, session, proof, tmp_path) -> None:
    second = tmp_path / "拨付台账.xlsx"
    second.write_bytes(b"2")
    heard = said(session)
    add(qtbot, section, session, proof, second)
    assert [section.model.index(row, 0).data() for row in range(2)] == [proof.name, second.name]
    (first, _) = stored(session)
    assert (first.indicator_id, first.quarter) == (item_named(session, PAYMENT).id, Q3)
    assert len(heard) == 1
    assert heard[0].endswith(f"added as {first.kind.value}")
    session.perform(session.workspace.history.undo)
    assert section.model.rowCount() == 0


def test_that_a_kind_that_is_missing_is_named_and_taken_for_the_next_file(qtbot, section, session, proof) -> None:
    assert not section.gap.isVisible()
    for action in section.require_menu().actions():
        if action.text() == "正式资料":
            action.trigger()
    assert section.gap.text() == "Missing: 正式资料"
    assert section.gap.isVisible()
    add(qtbot, section, session, proof)
    assert stored(session)[0].kind is EvidenceKind.FORMAL
    assert not section.gap.isVisible()


def test_that_a_file_can_belong_to_the_whole_indicator(qtbot, section, session, proof) -> None:
    section.belongs.set_current(1)
    add(qtbot, section, session, proof)
    assert stored(session)[0].quarter is None
    assert "Whole indicator" in section.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_a_pasted_picture_becomes_a_png_named_by_its_time(qtbot, section, session) -> None:
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(picture)
    section.add.setFocus()
    qtbot.keyClick(section.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(stored(session)) == 1)
    (found,) = stored(session)
    assert found.name.startswith("2024-12-31 09.00.")
    assert found.name.endswith(".png")
    (file,) = [path for path in evidence.folder_of(session.workspace.path).rglob("*") if path.is_file()]
    assert QImage(str(file)).size() == picture.size()
    qtbot.keyClick(section.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(stored(session)) == 2)


def test_that_pasted_files_are_added_and_pasted_words_are_not(qtbot, section, session, proof) -> None:
    QGuiApplication.clipboard().setText("87.5")
    section.add.setFocus()
    qtbot.keyClick(section.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not section.intake.is_busy
    QGuiApplication.clipboard().setMimeData(urls(proof))
    qtbot.keyClick(section.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(stored(session)) == 1)
    QGuiApplication.clipboard().clear()  # files left there do not outlive the offscreen platform


def test_that_enter_and_a_double_click_open_a_read_only_copy(qtbot, section, session, proof, opener) -> None:
    add(qtbot, section, session, proof)
    section.view.setFocus()
    qtbot.keyClick(section.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(opener.opened) == 1)
    copy = opener.opened[0]
    assert (copy.name, copy.read_bytes()) == (proof.name, proof.read_bytes())
    assert stat.S_IMODE(copy.stat().st_mode) == 0o400
    assert evidence.folder_of(session.workspace.path) not in copy.parents
    middle = section.view.visualRect(section.model.index(0, 0)).center()
    qtbot.mouseClick(section.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseDClick(section.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.waitUntil(lambda: len(opener.opened) == 2)


def test_that_an_altered_file_is_named_and_not_opened(qtbot, section, session, proof, opener) -> None:
    add(qtbot, section, session, proof)
    heard = said(session)
    (file,) = [path for path in evidence.folder_of(session.workspace.path).rglob("*") if path.is_file()]
    file.write_bytes(b"another")
    section.view.setFocus()
    qtbot.keyClick(section.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(heard))
    assert "altered" in heard[0]
    assert opener.opened == []


def test_that_delete_removes_and_the_toast_brings_it_back(qtbot, section, session, proof) -> None:
    add(qtbot, section, session, proof)
    section.view.setFocus()
    before = stored(session)
    qtbot.keyClick(section.view, Qt.Key.Key_Delete)
    assert stored(session) == ()
    assert section.empty.isVisible()
    session.alerts._toast._action.click()
    assert stored(session) == before
    assert section.model.rowCount() == 1


def test_that_the_toast_takes_back_nothing_that_was_done_after_it(qtbot, section, session, proof) -> None:
    add(qtbot, section, session, proof)
    section.remove(stored(session)[0])
    evidence.set_needs(session.workspace, item_named(session, PAYMENT).id, [EvidenceKind.FORMAL])
    heard = said(session)
    session.alerts._toast._action.click()
    assert (stored(session), len(heard)) == ((), 1)
    assert evidence.needs_of_plan(session.workspace, plan_named(session, PLAN).id)


def test_that_a_note_is_typed_below_the_list_and_stored_with_enter(qtbot, section, session, proof) -> None:
    add(qtbot, section, session, proof)
    section.view.setFocus()
    qtbot.keyClick(section.view, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "page 3")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert stored(session)[0].note == "page 3"
    assert section.view.hasFocus()
    qtbot.keyClick(section.view, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "forgotten")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert stored(session)[0].note == "page 3"
    assert not section.note.isVisible()


def test_that_a_note_being_typed_is_stored_when_the_cell_is_left(qtbot, section, session, page, proof) -> None:
    add(qtbot, section, session, proof)
    section.view.setFocus()
    qtbot.keyClick(section.view, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "page 4")
    page.focus_plan(page.plan_id, {"indicator_id": item_named(session, ENVIRONMENT).id})
    assert stored(session)[0].note == "page 4"
    assert section.model.rowCount() == 0


def test_that_the_menu_changes_the_kind_and_has_official_words(qtbot, section, session, proof) -> None:
    add(qtbot, section, session, proof)
    section.view.setCurrentIndex(section.model.index(0, 0))
    menu = section.view.menu()
    kinds = [action for action in menu.actions() if action.isCheckable()]
    assert [action.text() for action in kinds] == [kind.value for kind in EvidenceKind]
    kinds[-1].trigger()
    assert stored(session)[0].kind is EvidenceKind.FORMAL
    assert section.view.current().kind is EvidenceKind.FORMAL


def test_that_the_menu_key_opens_the_menu_of_the_current_file(qtbot, section, session, proof) -> None:
    add(qtbot, section, session, proof)
    section.view.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(section.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert next(action.text() for action in menu.actions() if action.text()) == "Open"
    menu.close()


def test_that_a_file_used_already_is_added_and_said(qtbot, section, session, proof) -> None:
    add(qtbot, section, session, proof)
    heard = said(session)
    add(qtbot, section, session, proof)
    assert heard[-1].endswith(f"Used already: {PAYMENT}, no. 1")


def test_that_a_refused_file_is_said_and_nothing_is_added(qtbot, section, session, proof, tmp_path) -> None:
    heard = said(session)
    drop(section, urls(proof, tmp_path))
    qtbot.waitUntil(lambda: bool(heard))
    assert "folder" in heard[0]
    assert stored(session) == ()
    qtbot.waitUntil(lambda: not section.intake.is_busy)


def test_that_cancel_while_copying_adds_nothing_and_leaves_nothing(qtbot, section, session, tmp_path) -> None:
    big = tmp_path / "大.bin"
    with big.open("wb") as stream:
        stream.truncate(24 << 20)
    section.intake.progressed.connect(lambda *_: section.copying.cancel.click())
    drop(section, urls(big))
    qtbot.waitUntil(lambda: not section.intake.is_busy, timeout=20_000)
    assert stored(session) == ()
    folder = evidence.folder_of(session.workspace.path)
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert not section.copying.isVisible()


def test_that_the_add_button_asks_for_files(qtbot, section, session, proof) -> None:
    section.add.setFocus()
    qtbot.keyClick(section.add, Qt.Key.Key_Return)
    dialog = section.findChild(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(proof)])
    dialog.close()
    qtbot.waitUntil(lambda: len(stored(session)) == 1)


@pytest.mark.parametrize(
    ("actor", "adds", "requires"),
    [
        (Actor("查阅人员", Role.VIEWER), False, False),
        (Actor("科室负责人", Role.HEAD), False, False),
        (Actor("项目负责人", Role.LEAD), False, False),
        (Actor("绩效管理员", Role.OFFICER), True, True),
    ],
)
def test_that_each_role_sees_what_it_may_do(qtbot, page, section, session, proof, actor, adds, requires) -> None:
    add(qtbot, section, session, proof)
    session.workspace.act_as(actor)
    page.details.renew()
    assert (section.add.isVisible(), section.belongs.isVisible()) == (adds, adds)
    assert section.require.isVisible() is requires
    assert section.view.editable is adds
    section.view.setFocus()
    qtbot.keyClick(section.view, Qt.Key.Key_Delete)
    assert len(stored(session)) == (0 if adds else 1)
    if not adds:
        keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        data = urls(proof)
        event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
        event.ignore()
        QApplication.sendEvent(section, event)
        assert not section._frame.isVisible()


def test_that_there_is_no_section_where_there_is_nothing_to_see_or_do(page, section, session) -> None:
    assert section.isVisible()
    session.workspace.act_as(Actor("查阅人员", Role.VIEWER))
    page.details.renew()
    assert not section.isVisible()


def test_that_leaving_with_files_takes_the_frame_away(section, proof) -> None:
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    data = urls(proof)
    QApplication.sendEvent(section, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    QApplication.sendEvent(section, QDragLeaveEvent())
    assert not section._frame.isVisible()


def test_that_required_evidence_is_found_by_the_check_and_leads_to_its_cell(qtbot, page, section, session) -> None:
    evidence.set_needs(session.workspace, item_named(session, PAYMENT).id, [EvidenceKind.ORIGINAL])
    page.submitting.open_check()
    (row,) = [row for row in page.findings.rows() if row.finding.code == "evidence_missing"]
    assert row.finding.indicator_id == item_named(session, PAYMENT).id


def test_that_everything_one_can_reach_has_a_name(section) -> None:
    for part in (section.view, section.note, section.belongs, section.require, section.add):
        assert part.accessibleName() or part.text()


def test_that_words_follow_the_language(section, session, page) -> None:
    languages.use("zh_CN")
    try:
        page.retranslate()
        assert section.add.text() == "添加"
        assert section.empty.text() == "将文件拖到此处，或粘贴截图"
    finally:
        languages.use("en")


def test_that_the_page_hears_of_every_change(qtbot, section, session, proof) -> None:
    heard: list[Changes] = []
    section.recorded.connect(heard.append)
    add(qtbot, section, session, proof)
    assert [changes.command for changes in heard] == ["add_evidence"]
    assert heard[0].topics == {"evidence"}
