"""What can be done with a card beside reading it: have it explained, compared, printed. One action each, with keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perftrack.domain.scorecards import Scorecard
from perftrack.services.comparing import State
from perftrack.services.workspace import Workspace
from ui.opening import EvidenceOpener
from ui.pages.scorecard_parts.annex_printing import AnnexPrinting
from ui.pages.scorecard_parts.band import CardBand
from ui.pages.scorecard_parts.explanation_panel import ExplanationPanel
from ui.pages.scorecard_parts.head import CardHead
from ui.session import Session

if TYPE_CHECKING:  # brings a chart, which comes in when it is asked for
    from ui.pages.scorecard_parts.compare_view import CompareView


class CardActs(QObject):
    """Owns the actions of a page and the comparison that takes the place of its card."""

    copied = Signal()
    not_saved = Signal(str)
    """A picture could not be written to this path."""

    def __init__(
        self, session: Session, page: QWidget, read: Callable[[], Workspace],
        head: CardHead, band: CardBand, explanation: ExplanationPanel,
    ) -> None:  # fmt: skip
        """``read`` gives the workspace the page shows: the open file, or a past day of it."""
        super().__init__(page)
        self._session, self._page, self._read = session, page, read
        self._head, self._band, self._explanation = head, band, explanation
        self._card: Scorecard | None = None
        self._read_by: str | None = None
        self._place: QWidget | None = None
        self._printing = AnnexPrinting(session, read, page)
        self._opener = EvidenceOpener(session, self)
        self.comparison: CompareView | None = None
        self._holder = QWidget()
        self._holder.setLayout(QVBoxLayout())
        self._holder.layout().setContentsMargins(0, 0, 0, 0)
        self._holder.hide()
        self.compare, self.print, self.save = QAction(page), QAction(page), QAction(page)
        for action, keys in ((self.compare, "Ctrl+D"), (self.print, "Ctrl+Alt+P"), (self.save, "Ctrl+Shift+P")):
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            page.addAction(action)
        self.compare.setCheckable(True)
        self._back = [QShortcut(QKeySequence(Qt.Key.Key_Escape), part) for part in (head, self._holder)]
        for back in self._back:
            back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            back.setEnabled(False)
        page.installEventFilter(self)
        self._connect()
        self._retranslate()

    def stand_in_for(self, place: QWidget) -> QWidget:
        """Let the comparison take the place of ``place`` while it is wanted; put what this gives beside it."""
        self._place = place
        return self._holder

    def regions(self) -> list[QWidget]:
        """Give the parts F6 goes round in while states are compared; none while they are not."""
        view = self.comparison
        return [view.bar.usual, view, view.chart] if view is not None and self.compare.isChecked() else []

    def show_card(self, card: Scorecard, read_by: str) -> None:
        """Act on this card from now on; ``read_by`` is the pack it is read by, "" for that of its year."""
        self._card, self._read_by = card, read_by or None
        self._allow(True)
        if self.compare.isChecked():
            self._compare()

    def show_nothing(self) -> None:
        """There is no card: nothing can be done."""
        self.compare.setChecked(False)
        self._card = None
        self._allow(False)

    def _allow(self, on: bool) -> None:
        for action in (self.compare, self.print, self.save):
            action.setEnabled(on)

    def _toggle(self, on: bool) -> None:
        if self._place is None or self._card is None:
            return
        if on:
            self._compare()
        self._holder.setVisible(on)
        self._place.setVisible(not on)
        for back in self._back:
            back.setEnabled(on)
        self._head.compare.setChecked(on)
        if on:
            self._view().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compare(self) -> None:
        card = self._card
        if card is not None:
            now = State(card.plan.year, card.quarter, self._read_by)
            self._view().compare(card.plan.id, now, self._explanation.subject())

    def _view(self) -> "CompareView":
        if self.comparison is None:
            from ui.pages.scorecard_parts.compare_view import CompareView

            self.comparison = CompareView(self._session, self._read)
            self.comparison.closed.connect(lambda: self.compare.setChecked(False))
            self.comparison.copied.connect(self.copied)
            self.comparison.not_saved.connect(self.not_saved)
            self._holder.layout().addWidget(self.comparison)
        return self.comparison

    def _explain(self, part: int) -> None:
        if self._card is not None and part == len(self._card.level1()):
            self._explanation.row_wanted.emit(len(self._card.scores))
        else:
            self._explanation.show_part(part)
        self._explanation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _with_plan(self, act: Callable[[str], object]) -> None:
        if self._card is not None:
            act(self._card.plan.id)

    def _connect(self) -> None:
        self.compare.toggled.connect(self._toggle)
        self.print.triggered.connect(lambda: self._with_plan(self._printing.print))
        self.save.triggered.connect(lambda: self._with_plan(self._printing.save))
        for back in self._back:
            back.activated.connect(lambda: self.compare.setChecked(False))
        self._head.compare.clicked.connect(self.compare.trigger)
        self._band.explained.connect(self._explain)
        self._explanation.compare_requested.connect(lambda: self.compare.setChecked(True))
        self._explanation.file_wanted.connect(self._opener.open)

    def _retranslate(self) -> None:
        self.compare.setText(self.tr("Compare"))
        self.print.setText(self.tr("Print explanation"))
        self.save.setText(self.tr("Save explanation as PDF"))

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return False
