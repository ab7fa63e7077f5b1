"""佐证资料 in the details panel: files of the value and of the whole indicator, what is required and missing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from perftrack.domain.access import Act
from perftrack.domain.evidence import Evidence, Owner, likely_kind, missing_kinds
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.terms import EvidenceKind
from perftrack.errors import UserError
from perftrack.services import evidence
from perftrack.services.changes import Changes
from ui import theme, widgets
from ui.dialogs import files
from ui.models.evidence_list import EvidenceLine, EvidenceList
from ui.opening import EvidenceOpener
from ui.pages.entry_parts.evidence_intake import EvidenceIntake, may_hold_sources, sources_of
from ui.pages.entry_parts.evidence_parts import CopyLine, DropFrame, undoing
from ui.pages.entry_parts.evidence_view import EvidenceView
from ui.pages.entry_parts.section import DetailsSection
from ui.session import Session


class EvidenceSection(DetailsSection):
    """Files come by the button, by drop or by Ctrl+V; each is opened from a private copy."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._indicator: Indicator | None = None
        self._plan_id, self._quarter = "", Quarter.Q1
        self._needed: frozenset[EvidenceKind] = frozenset()
        self._missing: tuple[EvidenceKind, ...] = ()
        self._may_add = self._may_require = False
        self._opener = EvidenceOpener(session, self)
        self._noted: Evidence | None = None
        self.intake = EvidenceIntake(session, self)
        self.model = EvidenceList(self)
        self.view = EvidenceView(self.model)
        self.title = widgets.SectionTitle("")
        self.add = widgets.link("", "plus", size=theme.BODY)
        self.belongs = widgets.Segments(["", ""], height=theme.CONTROL_SMALL)
        self.gap = widgets.label("", theme.SMALL, "amber-text")
        self.require = widgets.link("", size=theme.SMALL)
        self.empty = widgets.label("", theme.SMALL, "text-2")
        self.note = QLineEdit()
        self.copying = CopyLine()
        self._frame = DropFrame(self)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def owner(self) -> Owner:
        """What a new file belongs to: the value, or the whole indicator."""
        quarter = None if self.belongs.current() else self._quarter
        return Owner(self._plan_id, self._indicator.id if self._indicator else None, quarter)

    def show_indicator(self, score: Score, card: Scorecard, editable: bool) -> None:
        """Show the files of an indicator as of the quarter of ``card``."""
        workspace, plan, item = self.session.workspace, card.plan, score.indicator
        actor = workspace.actor
        if (plan.id, item.id, card.quarter) != (self._plan_id, self._indicator and self._indicator.id, self._quarter):
            self._end_note()
        self._indicator, self._plan_id, self._quarter = item, plan.id, card.quarter
        self._may_add = editable and actor.may(Act.ENTER, plan.id, plan.section)
        self._may_require = editable and actor.may(Act.SET_UP)
        given = evidence.of_plan(workspace, plan.id)
        needs = evidence.needs_of_plan(workspace, plan.id)
        self._needed = needs.get(item.id, frozenset())
        self._missing = missing_kinds(item.id, given, needs, card.quarter)
        self._show_lines([each for each in given if each.indicator_id == item.id])
        self._show_words()

    def commit(self) -> None:
        """Store a note that is still being typed."""
        self._store_note()

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.title.set_text(self.tr("Evidence"))
        self.add.setText(self.tr("Add"))
        self.add.setToolTip(self.tr("Choose files, drop them here, or paste a picture with Ctrl+V"))
        self.belongs.set_word(0, self.tr("Quarter"))
        self.belongs.set_word(1, self.tr("Indicator"))
        self.belongs.setAccessibleName(self.tr("What new files belong to"))
        self.require.setText(self.tr("Required"))
        self.require.setAccessibleName(self.tr("Required kinds of evidence"))
        self.view.setAccessibleName(self.tr("Evidence"))
        self.note.setAccessibleName(self.tr("Note on the file"))
        self.note.setPlaceholderText(self.tr("Note on the file"))
        self.copying.set_word(self.tr("Cancel"))
        self._show_words()

    def choose(self) -> None:
        """Ask for files."""
        files.pick_several(self, self.tr("Add evidence"), self._take)

    def open(self, one: Evidence) -> None:
        """Open a private copy of a file with whatever the system opens it with."""
        self._opener.open(one.id)

    def remove(self, one: Evidence) -> None:
        """Take a file out; the toast brings it back."""
        changes = self._store(lambda: evidence.remove(self.session.workspace, [one.id]))
        if changes:
            words = self.tr("%1 removed").replace("%1", one.name)
            self.session.alerts.say(words, self.tr("Undo"), undoing(self.session, changes))

    def require_menu(self) -> QMenu:
        """Make the menu of required kinds; each is set or taken back at once."""
        menu = QMenu(self)
        for kind in EvidenceKind:
            action = menu.addAction(kind.value)
            action.setCheckable(True)
            action.setChecked(kind in self._needed)
            action.triggered.connect(lambda _on=False, kind=kind: self._toggle_need(kind))
        return menu

    def _show_lines(self, given: list[Evidence]) -> None:
        stood = self.view.current()
        of_value = [each for each in given if each.quarter == self._quarter]
        whole = [each for each in given if each.quarter is None]
        quarter, all_year = self.session.speaker.quarter(int(self._quarter)), self.tr("Whole indicator")
        lines = [EvidenceLine(each, quarter) for each in of_value] + [EvidenceLine(each, all_year) for each in whole]
        self.model.show(lines)
        self.view.editable = self._may_add
        if stood is not None:
            self.view.go_to(stood.id)

    def _show_words(self) -> None:
        some = self.model.rowCount() > 0
        self.add.setVisible(self._may_add)
        self.belongs.setVisible(self._may_add)
        self.require.setVisible(self._may_require)
        self.gap.setText(self.tr("Missing: %1").replace("%1", "、".join(kind.value for kind in self._missing)))
        self.gap.setVisible(bool(self._missing))
        self.view.setVisible(some)
        self.empty.setText(self.tr("Drop files here, or paste a picture") if self._may_add else self.tr("No files"))
        self.empty.setVisible(not some)
        self.setVisible(some or self._may_add or self._may_require or bool(self._missing))

    def _take(self, sources: "list[Path] | list[Path | tuple[str, bytes]]") -> None:
        if self._may_add:
            self.intake.take(self.owner, likely_kind(self._indicator, self._missing), sources)

    def _store(self, command: Callable[[], Changes]) -> Changes | None:
        try:
            changes = command()
        except UserError as error:
            self._refuse(error)
            return None
        if changes:
            self.recorded.emit(changes)
        return changes

    def _toggle_need(self, kind: EvidenceKind) -> None:
        if self._indicator is not None:
            key, kinds = self._indicator.id, self._needed ^ {kind}
            self._store(lambda: evidence.set_needs(self.session.workspace, key, kinds))

    def _choose_kind(self, one: Evidence, kind: EvidenceKind) -> None:
        self._store(lambda: evidence.change(self.session.workspace, one.id, kind=kind))

    def _begin_note(self, one: Evidence) -> None:
        self._noted = one
        self.note.setText(one.note)
        self.note.show()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _store_note(self) -> None:
        one, words = self._noted, self.note.text()
        if one is not None and words.strip() != one.note and self.session.is_open:
            self._noted = None
            self._store(lambda: evidence.change(self.session.workspace, one.id, note=words))
        self._end_note()

    def _end_note(self) -> None:
        self._noted = None
        back = self.note.hasFocus()
        self.note.hide()
        if back:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, error: UserError) -> None:
        self.session.alerts.refused(self.session.speaker.error(error))

    def _open_require(self) -> None:
        menu = self.require_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.require.mapToGlobal(self.require.rect().bottomLeft()))

    def _connect(self) -> None:
        self.add.clicked.connect(self.choose)
        self.require.clicked.connect(self._open_require)
        self.view.opened.connect(self.open)
        self.view.kind_chosen.connect(self._choose_kind)
        self.view.note_wanted.connect(self._begin_note)
        self.view.remove_wanted.connect(self.remove)
        self.note.returnPressed.connect(self._store_note)
        self.note.editingFinished.connect(self._store_note)
        self.intake.added.connect(self.recorded)
        self.intake.progressed.connect(self.copying.show_progress)
        self.intake.ended.connect(self.copying.hide)
        self.copying.cancel_requested.connect(self.intake.cancel)

    def _lay_out(self) -> None:
        self.gap.setWordWrap(True)
        self.empty.setWordWrap(True)
        self.note.hide()
        self.title.add(self.add)
        needs = QHBoxLayout()
        needs.setSpacing(theme.SPACE)
        needs.addWidget(self.belongs)
        needs.addStretch(1)
        needs.addWidget(self.require)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(widgets.Rule("rule-strong"))
        column.addSpacing(theme.SPACE)
        for part in (self.title, needs, self.gap, self.empty, self.view, self.note, self.copying):
            if isinstance(part, QHBoxLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._may_add:
            self._take(sources_of(QGuiApplication.clipboard().mimeData(), self.session.workspace.now()))
        elif event.key() == Qt.Key.Key_Escape and self.note.isVisible():
            self._end_note()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._may_add and not self.intake.is_busy and may_hold_sources(event.mimeData()):
            event.acceptProposedAction()
            self._frame.show_frame()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._frame.hide()
        event.acceptProposedAction()
        self._take(sources_of(event.mimeData(), self.session.workspace.now()))
