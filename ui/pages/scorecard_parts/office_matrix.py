"""The matrix with its tools: what the columns are, what the cells say, what is left out, find."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from perftrack.domain.scorecards import Scorecard
from ui import theme, widgets
from ui.models.matrix import Matrix, Shown
from ui.models.matrix_shape import is_shared
from ui.pages.scorecard_parts.office_matrix_view import MatrixView
from ui.widgets.find_bar import FindBar


class MatrixPane(widgets.Entrance):
    """Plans down, indicators across."""

    opened = Signal(str, str)
    copied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = Matrix(self)
        self._chosen = False
        self.view = MatrixView(self._model)
        self.columns = widgets.Segments(("", ""), height=theme.CONTROL_SMALL)
        self.said = widgets.Segments(("", ""), height=theme.CONTROL_SMALL)
        self.hide_empty = QCheckBox()
        self.find = FindBar(margin=0)
        self._told = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self._legend = widgets.ElidedLabel(size=theme.SMALL, tone="text-3", alignment=Qt.AlignmentFlag.AlignRight)
        tools = QHBoxLayout()
        tools.setSpacing(theme.PANEL_PADDING)
        for part in (self.columns, self.said, self.hide_empty):
            tools.addWidget(part)
        tools.addWidget(self._legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE_PADDING, theme.SPACE, theme.PAGE_PADDING, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addWidget(self.find)
        column.addWidget(self._told)
        self.setFocusProxy(self.view)
        self._hits: list[tuple[int, int]] = []
        self._at = 0
        self._connect()
        self._retranslate()

    def show_cards(self, cards: Sequence[Scorecard], sections: Sequence[str]) -> None:
        """Show the cards of a year. Until somebody chose, the columns are by name where plans share enough of them."""
        if not self._chosen and not self._model.rowCount():
            self.columns.set_current(0 if is_shared(cards) else 1)
            self._arrange()
        self._model.show_cards(cards, sections)

    def go_to_plan(self, plan_id: str) -> None:
        """Stand on a plan."""
        place = self._model.place_of(plan_id, None)
        if place.isValid() and place.row() != self.view.currentIndex().row():
            self.view.go_to(place.row(), 0)

    def _arrange(self) -> None:
        self._model.arrange(by_name=self.columns.current() == 0, hide_empty=self.hide_empty.isChecked())

    def _choose(self) -> None:
        self._chosen = True
        self._arrange()

    def _search(self, words: str) -> None:
        self._hits = self._model.hits(words.strip()) if words.strip() else []
        here = (self.view.currentIndex().row(), self.view.currentIndex().column())
        self._at = next((i for i, hit in enumerate(self._hits) if hit >= here), 0)
        self._go_to_hit()

    def _step(self, forward: bool) -> None:
        if self._hits:
            self._at = (self._at + (1 if forward else -1)) % len(self._hits)
            self._go_to_hit()

    def _go_to_hit(self) -> None:
        self.find.show_count(self._at + 1, len(self._hits))
        if self._hits:
            self.view.go_to(*self._hits[self._at])

    def _leave_find(self) -> None:
        self._hits = []
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.view.opened.connect(self.opened)
        self.view.copied.connect(self.copied)
        self.view.told.connect(self._told.set_text)
        self.columns.chosen.connect(self._choose)
        self.said.chosen.connect(lambda said: self._model.say(Shown(said)))
        self.hide_empty.toggled.connect(self._arrange)
        self.find.searched.connect(self._search)
        self.find.stepped.connect(self._step)
        self.find.closed.connect(self._leave_find)
        self._model.modelReset.connect(lambda: self._hits.clear())
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.find.open)

    def _retranslate(self) -> None:
        self.columns.set_word(0, self.tr("By name"))
        self.columns.set_word(1, self.tr("By place"))
        self.columns.setAccessibleName(self.tr("Columns"))
        self.said.set_word(0, self.tr("Rate %"))
        self.said.set_word(1, self.tr("Actual"))
        self.said.setAccessibleName(self.tr("Cells say"))
        self.hide_empty.setText(self.tr("Hide empty"))
        self.hide_empty.setToolTip(self.tr("Leave out plans and indicators nothing was reported of"))
        self._legend.set_text(self.tr("Enter opens, Space sorts by the column, Ctrl+F finds"))
        self.find.ask_for(self.tr("Plan, section or indicator"))
        self.view.setAccessibleName(self.tr("Plans and indicators"))
        self.view.setAccessibleDescription(self._legend.text())

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._model.renew_words()
        super().changeEvent(event)
