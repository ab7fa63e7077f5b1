"""试算 in the place of the card: what the scorecards page knows of it, apart from everything else it shows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.whatif import WhatIf
from ui.pages.base import Page
from ui.pages.scorecard_parts.acts import CardActs
from ui.pages.scorecard_parts.band import CardBand
from ui.pages.scorecard_parts.card_view import CardView
from ui.pages.scorecard_parts.head import CardHead
from ui.pages.scorecard_parts.middle import CardMiddle
from ui.pages.scorecard_parts.trial_side import TrialSide
from ui.session import Session

if TYPE_CHECKING:
    from ui.pages.scorecard_parts.charts import CardCharts


class TryingPage(Page):
    """A page that shows one card and lets a copy of it be tried. The page itself builds and shows the parts."""

    head: CardHead
    band: CardBand
    table: CardView
    acts: CardActs
    charts: "CardCharts | None"
    _middle: CardMiddle
    _cards: dict[Quarter, Scorecard]
    _earlier: tuple[dict[Quarter, Scorecard], ...]
    _row: int

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.trial, self.trying = TrialSide(self), QAction(self)
        self.trying.setShortcut(QKeySequence("Ctrl+T"))
        self.trying.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.trying.triggered.connect(lambda: self.try_values(not self.trial.active))
        self.addAction(self.trying)

    # What the page itself knows.

    @property
    def _card(self) -> Scorecard:
        raise NotImplementedError

    def choose_row(self, row: int) -> None:
        """Point out one row everywhere."""
        raise NotImplementedError

    def _show_card(self) -> None:
        raise NotImplementedError

    def _shows_office(self) -> bool:
        raise NotImplementedError

    def _tell_copied(self) -> None:
        raise NotImplementedError

    # Trying.

    def try_values(self, on: bool) -> None:
        """Show a copy of the card in which everything can be tried, or the card as it is."""
        if self._shows_office():
            return
        if not self._cards or self._card.plan.dropped is not None:
            self.head.show_trial(False, possible=False)
            return
        if on:
            self.acts.compare.setChecked(False)
        self.trial.set_active(on)
        self._middle.setVisible(not on)
        self.setFocusProxy(self.trial.view if on else self.table)
        self._show_card()
        self.focusProxy().setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect_trial(self) -> None:
        self.acts.compare.toggled.connect(self._make_way)
        self.head.trial_toggled.connect(self.try_values)
        self.trial.left.connect(lambda: self.try_values(False))
        self.trial.moved.connect(self._show_copy)
        self.trial.view.row_chosen.connect(lambda row: self.choose_row(self.trial.card_row(row)))
        self.trial.view.copied.connect(self._tell_copied)

    def _retranslate_trial(self) -> None:
        self.trial.view.setAccessibleName(self.tr("Scorecard on trial"))
        self.trying.setText(self.tr("Try values on this scorecard"))
        self.trial.retranslate()

    def _make_way(self, compared: bool) -> None:
        """States are compared as they are stored: the trial steps back."""
        if compared and self.trial.active:
            self.trial.set_active(False)
            self._middle.setVisible(True)
            self._show_card()

    def _show_trial(self) -> None:
        """Put the trial, if one is shown, in the place of the card."""
        gone = self._card.plan.dropped is not None
        if gone and self.trial.active:
            self.trial.set_active(False)
            self._middle.setVisible(True)
        self.head.show_trial(self.trial.active, possible=not gone)
        if self.charts is not None:
            self.charts.set_ahead(not self.trial.active)
        if self.trial.active:
            self.trial.show_card(self._card, self._row, self.session.speaker)
            if self.trial.trial is not None:
                self._show_copy(self.trial.trial.now)

    def _show_copy(self, copy: WhatIf) -> None:
        """Move band, head and charts along with the trial."""
        card = copy.card
        self.band.show_card(card)
        self.band.ahead.show_trial(copy)
        self.head.show_pack(card.pack)
        if self.charts is not None:
            self.charts.show_card({**self._cards, card.quarter: card}, card.quarter, self._row, self._earlier)
