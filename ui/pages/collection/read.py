"""读回: what came back in forms beside what is stored; each cell is accepted or left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perftrack.errors import UserError
from perftrack.services.importing.collected import Collected
from perftrack.services.importing.collected_cells import State
from perftrack.services.importing.collection import accept, compare
from perftrack.services.importing.collection_reader import Returned
from ui import theme, widgets
from ui.models.collected_cells import CollectedCells
from ui.pages.collection.view import CollectedView
from ui.session import Session


class CollectedDialog(QDialog):
    """Compares ``returned`` with the open file and again after every acceptance. Open it with ``open()``."""

    accepted_cells = Signal(int)
    """So many cells were stored."""

    def __init__(
        self, session: Session, returned: Sequence[Returned], refused: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        """``refused``: sentences on files that could not be read."""
        super().__init__(parent)
        self._session, self._returned = session, tuple(returned)
        self.forms: tuple[Collected, ...] = ()
        self.trouble: tuple[str, ...] = ()
        self._refused = list(refused)
        self.cells = CollectedCells(session.speaker, self)
        self.view = CollectedView(self.cells)
        self.report = widgets.Notice()
        self.accept_button = widgets.primary("")
        self.close_button = widgets.secondary(self.tr("Close"))
        self.all, self.none, self.new = (
            widgets.link(self.tr("All"), size=theme.SMALL),
            widgets.link(self.tr("None"), size=theme.SMALL),
            widgets.link(self.tr("Only new"), size=theme.SMALL),
        )
        self._counts = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self._trouble = QVBoxLayout()
        self._details = widgets.label("", theme.SMALL, "text-2")
        self._empty = widgets.EmptyState("check", "")
        self._middle = QStackedWidget()
        self.setWindowTitle(self.tr("Read forms back"))
        self.resize(1120, 640)
        self.setMinimumSize(880, 420)
        self._lay_out()
        self._connect()
        self.report.hide()
        self.show_forms()
        self.view.setFocus()

    def show_forms(self) -> None:
        """Compare anew and show what differs now."""
        forms, refused = [], list(self._refused)
        for each in self._returned:
            try:
                forms.append(compare(self._session.workspace, each))
            except UserError as error:
                refused.append(self._session.speaker.error(error))
        self.forms = tuple(forms)
        self._show_trouble(refused)
        self.cells.show_forms(self.forms)
        differs = any(cell.state is not State.SAME for form in forms for cell in form.cells)
        self._middle.setCurrentIndex(0 if differs else 1)
        if forms:
            self._empty.set_words(
                self.tr("Nothing to accept"),
                self.tr("What was filled in is stored already, or nothing was filled in."),
            )
        else:
            self._empty.set_words(self.tr("No form could be read"), self.tr("The reasons stand above."))
        self.view.selectRow(min(1, self.cells.rowCount() - 1))
        self._follow()

    def take(self) -> None:
        """Store the ticked cells as one step that can be undone."""
        chosen = self.cells.chosen()
        if not chosen:
            return
        left = sum(self.cells.counts().values()) - len(chosen)
        session = self._session
        try:
            changes = accept(session.workspace, self.forms, chosen)
        except UserError as error:
            self._say(session.speaker.error(error))
            return
        session.events.changed.emit(changes, self)
        self.show_forms()
        words = self.tr("%n cell(s) accepted", "", len(chosen))
        if left:
            rest = self.tr("%n cell(s) left", "", left)
            words = self.tr("%1, %2").replace("%1", words).replace("%2", rest)
        self._say(words, undo=True)
        self.accepted_cells.emit(len(chosen))

    def undo(self) -> None:
        """Take the last acceptance back."""
        session = self._session
        try:
            changes = session.workspace.history.undo()
        except UserError as error:
            self._say(session.speaker.error(error))
            return
        session.events.changed.emit(changes, self)
        self.show_forms()
        self._say(self.tr("Taken back"))

    def _say(self, words: str, *, undo: bool = False) -> None:
        self.report.show_report(words, [("undo", self.tr("Undo"))] if undo else [])
        self.report.show()

    def _show_trouble(self, sentences: Sequence[str]) -> None:
        self.trouble = tuple(sentences)
        while item := self._trouble.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for sentence in sentences:
            line = widgets.label(sentence, theme.SMALL, "red")
            line.setWordWrap(True)
            self._trouble.addWidget(line)

    def _follow(self) -> None:
        """Say how many there are and how many will be accepted."""
        count, counts = len(self.cells.chosen()), self.cells.counts()
        self.accept_button.setText(self.tr("Accept %n cell(s)", "", count))
        self.accept_button.updateGeometry()
        self.accept_button.setEnabled(count > 0)
        words = self.tr("Conflict {conflict} · refused {refused} · changed {changed} · new {new}")
        self._counts.set_text(words.format(**{state.value: number for state, number in counts.items()}))

    def _show_details(self, row: int) -> None:
        words = self.cells.details(row) if 0 <= row < self.cells.rowCount() else ""
        self._details.setText(words)
        self._details.setToolTip(words)

    def _connect(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_details(now.row()))
        self.cells.ticked.connect(self._follow)
        self.all.clicked.connect(self.cells.choose_all)
        self.none.clicked.connect(self.cells.choose_none)
        self.new.clicked.connect(self.cells.choose_new)
        self.all.setToolTip("Ctrl+A")
        self.none.setToolTip("Ctrl+D")
        self.new.setToolTip("Ctrl+N")
        self.accept_button.clicked.connect(self.take)
        self.close_button.clicked.connect(self.reject)
        self.report.linked.connect(lambda _key: self.undo())

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(theme.PANEL_PADDING)
        choice.addWidget(self._counts, 1)
        for button in (self.all, self.none, self.new):
            choice.addWidget(button)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addWidget(widgets.label(self.tr("Space ticks · Ctrl+Enter accepts"), theme.SMALL, "text-3"))
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.accept_button)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addStretch(1)
        self._middle.addWidget(self.view)
        self._middle.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(theme.SPACE)
        column.addWidget(widgets.label(self.tr("Read forms back"), bold=True))
        column.addLayout(self._trouble)
        column.addLayout(choice)
        self._details.setWordWrap(True)
        self._details.setFixedHeight(2 * theme.LINE[theme.SMALL])
        self._details.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._middle, 1)
        column.addWidget(self._details)
        column.addWidget(self.report)
        column.addSpacing(theme.SPACE)
        column.addLayout(buttons)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take()
        elif not enter:  # Enter alone never stores by surprise
            super().keyPressEvent(event)
