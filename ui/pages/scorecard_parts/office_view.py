"""全部绩效目标: the whole office on the scorecards page, as matrix, as small courses, rolled up."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.scorecards import Scorecard
from perftrack.errors import UserError
from perftrack.services import foresight, reporting
from perftrack.services.workspace import Workspace
from ui import theme, widgets
from ui.pages.scorecard_parts.office_courses import CoursesPane
from ui.pages.scorecard_parts.office_matrix import MatrixPane
from ui.pages.scorecard_parts.office_rollup import RollupPane
from ui.session import Session
from ui.widgets.chooser import Chooser

MATRIX, COURSES, ROLLUP = range(3)


class OfficeView(QWidget):
    """Head with the same chooser as a card, then one of three panes. Only the pane in sight is kept up to date."""

    plan_chosen = Signal(int)
    """The user chose an entry of the list of plans; 0 is this view."""
    opened = Signal(str, str)
    """A plan, and an indicator of it ("" for none)."""
    not_saved = Signal(str)
    """A picture could not be written to this path."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._workspace: Workspace | None = None
        self._names: list[str] = []
        self._cards: tuple[Scorecard, ...] = ()
        self.title = widgets.Button(
            kind="quiet", text_size=theme.TITLE, bold=True, trailing="down", token="text", flush=True
        )
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._note = widgets.ElidedLabel(tone="text-2")
        self.panes = widgets.Segments(("", "", ""))
        self.copy = widgets.quiet("", "copy")
        self._chooser = Chooser(self)
        self.matrix, self.courses, self.rollup = MatrixPane(), CoursesPane(), RollupPane()
        self._stack = QStackedWidget()
        for pane in (self.matrix, self.courses, self.rollup):
            self._stack.addWidget(pane)
        self.head_row = QHBoxLayout()
        self.head_row.setContentsMargins(theme.PAGE_PADDING, 0, theme.PANEL_PADDING, 0)
        self.head_row.setSpacing(theme.PANEL_PADDING)
        for part in (self.title, self._note, self.panes, self.copy):
            self.head_row.addWidget(part, int(part is self._note))
        head = QWidget()
        head.setFixedHeight(theme.PAGE_HEAD)
        head.setLayout(self.head_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(widgets.Rule())
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._stack)
        self._connect()
        self._retranslate()

    def renew(self, workspace: Workspace, names: list[str], pack: str | None = None) -> None:
        """Show the year and quarter of the session in ``workspace``, the file of now or of a past day.

        ``names`` are the entries of the chooser, this view's first.
        """
        session = self._session
        self._workspace, self._names = workspace, names
        try:
            cards = reporting.scorecards(workspace, session.year, session.quarter, pack)
        except UserError as error:
            self.failed.emit(session.speaker.error(error))
            return
        self._cards = cards
        self.title.setText(names[0])
        self.title.updateGeometry()
        quarter = session.speaker.quarter(session.quarter)
        count = sum(card.plan.dropped is None for card in cards)
        self._note.set_text(self.tr("%n plan(s), to the end of %1", "", count).replace("%1", quarter))
        self._show_pane()

    def show_pane(self, pane: int) -> None:
        """Go to matrix, courses or roll-up."""
        self.panes.set_current(pane)
        self._show_pane()

    def go_to_plan(self, plan_id: str) -> None:
        """Stand on a plan in the matrix."""
        self.matrix.go_to_plan(plan_id)

    def regions(self) -> list[QWidget]:
        """Head and pane, for F6."""
        if self.panes.current() == ROLLUP:
            return [self.title, self.rollup.groups, self.rollup.standing]
        return [self.title, self.matrix.view if self.panes.current() == MATRIX else self.courses.view]

    def take_focus(self) -> None:
        """Put the keys into the pane."""
        self.regions()[1].setFocus()

    def _show_pane(self) -> None:
        pane = self.panes.current()
        workspace = self._workspace
        if workspace is None:
            return
        sections = workspace.department().sections
        if pane == MATRIX:
            self.matrix.show_cards(self._cards, sections)
        elif pane == COURSES:
            self.courses.show_cards(self._cards, sections, workspace.cards)
        else:
            session = self._session
            pack = self._cards[0].pack.id if self._cards else None
            self.rollup.show_rollup(foresight.roll_up(workspace, session.year, session.quarter, pack))
        self.copy.setVisible(pane != COURSES)
        self._stack.setCurrentIndex(pane)

    def _copy(self) -> None:
        if self.panes.current() == MATRIX:
            self.matrix.view.copy()
        else:
            self.rollup.copy()

    def _tell_copied(self, rows: int) -> None:
        self._session.alerts.say(self.tr("%n row(s) copied, to be pasted into Excel or WPS", "", rows))

    def _connect(self) -> None:
        self.title.clicked.connect(lambda: self._chooser.open_below(self.title, self._names, 0))
        self._chooser.chosen.connect(self.plan_chosen)
        self.panes.chosen.connect(lambda _pane: self._show_pane())
        self.copy.clicked.connect(self._copy)
        for pane in (self.matrix, self.courses, self.rollup):
            pane.opened.connect(self.opened)
        self.courses.not_saved.connect(self.not_saved)
        for pane in (self.matrix, self.rollup):
            pane.copied.connect(self._tell_copied)

    def _retranslate(self) -> None:
        for i, word in enumerate((self.tr("Matrix"), self.tr("Courses"), self.tr("Roll-up"))):
            self.panes.set_word(i, word)
        self.panes.setAccessibleName(self.tr("How the office is shown"))
        self.title.setAccessibleName(self.tr("All plans; opens the list of plans"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the table for a spreadsheet"))
        self.copy.setAccessibleName(self.tr("Copy the table for a spreadsheet"))

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
