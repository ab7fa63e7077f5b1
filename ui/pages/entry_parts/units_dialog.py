"""The units of an indicator over the page: a grid to type into, the office's value above it, the map beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.units import OfficeValue
from perftrack.errors import UserError
from perftrack.services.changes import Changes
from perftrack.services.unit_tables import Matched
from ui import theme, widgets
from ui.models.drafts import Drafts
from ui.models.typed_cells import BlockReport
from ui.models.unit_cells import UnitColumn
from ui.models.units_grid import UnitsGrid
from ui.pages.entry_parts.units_head import UnitsHead
from ui.pages.entry_parts.units_setup import UnitsSetupDialog
from ui.pages.entry_parts.units_view import UnitsView
from ui.session import Session


class UnitsDialog(QDialog):
    """Open it with ``open()``. Every value is stored when typing ends; closing takes nothing back."""

    def __init__(
        self, session: Session, plan_id: str, indicator_id: str, drafts: Drafts, parent: QWidget | None = None
    ) -> None:
        """The indicator must be broken down. ``drafts`` outlive the dialog: what was refused is red again next time."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._plan_id, self._indicator_id = session, plan_id, indicator_id
        self._quarter: Quarter = session.quarter
        self._paste: tuple[BlockReport, tuple[str, ...]] | None = None
        self.grid = UnitsGrid(drafts, self)
        self.view = UnitsView(self.grid)
        self.head = UnitsHead()
        self.notice = widgets.Notice(icon="copy")
        self.notice.hide()
        self.setup = widgets.secondary(self.tr("Units and breakdown…"))
        self._close = widgets.primary(self.tr("Close"))
        self._lay_out()
        self._connect()
        self.grid.show_indicator(session.workspace, plan_id, indicator_id, self._quarter, session.speaker)
        self._show()
        self.view.go_to_edge(last=False, whole=True)
        self.view.setFocus()

    def apply_changes(self, changes: Changes, initiator: object) -> None:
        """Renew what differs; close when the indicator is no longer broken down or its file is gone."""
        if changes.command == "undo" and self._paste and changes.label[0] == "record_units":
            self.grid.drop_batch(self._paste[0].batch)
        if initiator is not self:
            self._hide_notice()
        if "units" in changes.topics or changes.structure or self._plan_id in changes.plans:
            self.grid.renew()
            if self.grid.breakdown is None or self.grid.score is None:
                self.accept()
            else:
                self._show()

    def _show(self) -> None:
        session, score = self._session, self.grid.score
        if score is None:
            return
        self.setWindowTitle(score.indicator.name)
        self.head.retranslate()
        self.head.show_score(score, self._quarter, session.speaker)
        self._show_value()
        self.view.setAccessibleName(self.tr("Units"))
        self.view.show_quarter(self._quarter.previous is None, self.grid.locked)
        self.setup.setVisible(session.workspace.actor.may(Act.SET_UP, self._plan_id))

    def _show_value(self, previewed: OfficeValue | None = None) -> None:
        broken, score = self.grid.breakdown, self.grid.score
        if broken is not None and score is not None:
            value = previewed or self.grid.office()
            self.head.show_value(broken, score, self._quarter, value, self._session.speaker, previewed is not None)

    def _stored(self, changes: Changes) -> None:
        self._hide_notice()
        self._session.events.changed.emit(changes, self)

    def _failed(self, error: UserError) -> None:
        self._say(self._session.speaker.error(error), [])

    def _drafts_changed(self) -> None:
        self._show_value()

    def _pasted(self, report: BlockReport, found: Matched | None = None) -> None:
        words = self.tr("Pasted %1 cells: %2 filled in, %3 not accepted")
        for place, number in enumerate((report.total, report.filled, report.refused), 1):
            words = words.replace(f"%{place}", str(number))
        if found is not None and found.unknown:
            names = self.tr(", ").join(found.unknown)
            words = self.tr("%1; no unit is called %2").replace("%1", words).replace("%2", names)
        if found is not None and found.repeated:
            names = self.tr(", ").join(found.repeated)
            words = self.tr("%1; twice, the last counts: %2").replace("%1", words).replace("%2", names)
        if report.aside:
            words = self.tr("%1, %2 outside the form").replace("%1", words).replace("%2", str(report.aside))
        self._paste = (report, found.unknown if found else ())
        links = [("view", self.tr("Show"))] if report.refused else []
        links += [("undo", self.tr("Undo"))] if report.stored else []
        self._say(words, links)

    def _say(self, words: str, links: list[tuple[str, str]]) -> None:
        self.notice.show_report(words, links)
        self.notice.show()

    def _linked(self, key: str) -> None:
        if key == "undo":
            self._undo()
        elif self._paste is not None and self._paste[0].first_refused is not None:
            self.view.go_to(*self._paste[0].first_refused)
        self.view.setFocus()

    def _hide_notice(self) -> None:
        self._paste = None
        self.notice.hide()

    def _undo(self) -> None:
        self._perform(self._session.workspace.history.next_undo is not None, "undo")

    def _redo(self) -> None:
        self._perform(self._session.workspace.history.next_redo is not None, "redo")

    def _perform(self, possible: bool, command: str) -> None:
        """Take the last command back, or do it again; why that cannot be is said here, over the page nobody sees."""
        history = self._session.workspace.history
        if not possible:
            return
        try:
            changes = history.undo() if command == "undo" else history.redo()
        except UserError as error:
            self._failed(error)
            return
        self._session.events.changed.emit(changes, None)

    def _search(self, words: str, on: bool = False) -> None:
        if words.strip():
            row = self.grid.find(words.strip(), self.view.currentIndex().row() + 1 if on else 0)
            if row >= 0:
                self.view.go_to(row, int(UnitColumn.VALUE))

    def _open_setup(self) -> None:
        UnitsSetupDialog(self._session, self._plan_id, self._indicator_id, self).open()

    def _ran_out(self, forward: bool) -> None:
        (self._close if forward else self.head.search).setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        self.resize(1080, 640)
        self.setMinimumSize(860, 440)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addWidget(self.notice)
        buttons.addStretch(1)
        buttons.addWidget(self.setup)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.grid.recorded.connect(self._stored)
        self.grid.failed.connect(self._failed)
        self.grid.previewed.connect(self._show_value)
        self.grid.drafts_changed.connect(self._drafts_changed)
        self.view.pasted.connect(self._pasted)
        self.view.names_pasted.connect(self._pasted)
        self.view.run_out.connect(self._ran_out)
        self.head.searched.connect(self._search)
        self.head.searched_on.connect(lambda words: self._search(words, on=True))
        self.notice.linked.connect(self._linked)
        self.setup.clicked.connect(self._open_setup)
        self._close.clicked.connect(self.accept)
        self._session.events.changed.connect(self.apply_changes)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, self._undo),
            (QKeySequence.StandardKey.Redo, self._redo),
            (QKeySequence.StandardKey.Find, self._find),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _find(self) -> None:
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    # Qt's own names from here on.

    def done(self, result: int) -> None:
        self.view.commit()
        super().done(result)
