"""The trial of the scorecards page: its table, what is needed, its bar, and the keys that go back and forth."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.whatif import WhatIf
from perftrack.errors import RefusedValue
from perftrack.services.messages import Speaker
from ui.models.needed import NeededLine
from ui.models.trial import Trial
from ui.pages.scorecard_parts.middle import CardMiddle
from ui.pages.scorecard_parts.needed_panel import NeededPanel
from ui.pages.scorecard_parts.trial_bar import TrialBar
from ui.pages.scorecard_parts.trial_view import TrialView

_KEYS = QKeySequence.StandardKey
#: What takes the last step again, wherever the program runs.
_AGAIN = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))


class TrialSide(QObject):
    """Keeps one trial per plan and quarter until it is reset or what is stored changes. Stores nothing."""

    moved = Signal(object)
    """The copy is another: the WhatIf that band and charts show now."""
    left = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._trials: dict[tuple[str, int], Trial] = {}
        self._trial: Trial | None = None
        self._speaker: Speaker | None = None
        self.active = False
        self.view, self.panel, self.bar = TrialView(), NeededPanel(), TrialBar()
        self.middle = CardMiddle(self.view, self.panel)
        self.row_action = self._action("Ctrl+R", self.reset_row)
        self.all_action = self._action("Ctrl+Shift+R", self.reset_all)
        for part in (self.middle, self.bar):
            part.hide()
        page.installEventFilter(self)
        self.view.table.tried.connect(self.take)
        self.view.table.refused.connect(self._refuse)
        self.view.previewed.connect(self._preview)
        self.view.row_chosen.connect(lambda _row: self._renew_bar())
        self.panel.taken.connect(self._take_needed)
        self.bar.reset_row.connect(self.reset_row)
        self.bar.reset_all.connect(self.reset_all)
        self.bar.left.connect(self.left)

    @property
    def trial(self) -> Trial | None:
        """The trial shown; None while nothing is tried."""
        return self._trial if self.active else None

    def set_active(self, on: bool) -> None:
        """Show or hide everything of the trial; what was tried is kept."""
        self.active = on
        for part in (self.middle, self.bar):
            part.setVisible(on)
        for action in (self.row_action, self.all_action):
            action.setEnabled(on)

    def show_card(self, card: Scorecard, row: int, speaker: Speaker) -> None:
        """Show the trial of a stored card: as it was left, or begun anew where the card is another now."""
        place = (card.plan.id, int(card.quarter))
        known = self._trials.get(place)
        if known is None or known.start != card:
            known = self._trials[place] = Trial(card)
        if known is not self._trial:
            self.panel.start_again()
        if speaker is not self._speaker:
            self.view.table.forget_words()
        self._trial, self._speaker = known, speaker
        self.view.show_trial(known.now, row)
        self._show_beside(known.now)

    def take(self, copy: WhatIf) -> None:
        """Go on to another copy."""
        if self._trial is not None:
            self._trial.take(copy)
            self._show()

    def under(self, pack: RulePack) -> None:
        """Try another pack."""
        if self._trial is not None:
            self.take(self._trial.now.under(pack))

    def reset_row(self) -> None:
        """Put the current row back to what is stored."""
        owner = self.view.table.owner(self.view.current_row())
        if self._trial is not None and owner in self._trial.now.tried:
            self.take(self._trial.now.restore(owner))

    def reset_all(self) -> None:
        """Put everything back to what is stored; one step, which can be taken back."""
        if self._trial is not None:
            self.take(WhatIf.of(self._trial.start))

    def choose(self, row: int) -> None:
        """Point out a row; a fund stands for the execution elsewhere."""
        if self.active:
            current = self.view.current_row()
            if self._trial is None or current < len(self._trial.start.scores) or row != len(self._trial.start.scores):
                self.view.choose(row)
            self._renew_bar()

    def card_row(self, row: int) -> int:
        """The row of the card that a row of the trial's table belongs to."""
        return row if self._trial is None else min(row, len(self._trial.start.scores))

    def retranslate(self) -> None:
        """Put the words of the acts in the language of now."""
        self.row_action.setText(self.tr("Reset row of the trial"))
        self.all_action.setText(self.tr("Reset the trial"))

    def _action(self, keys: str, act: object) -> QAction:
        action = QAction(self._page)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setEnabled(False)
        action.triggered.connect(act)
        self._page.addAction(action)
        return action

    def _show(self) -> None:
        assert self._trial is not None
        self.bar.show_refusal("")
        self.view.show_trial(self._trial.now, self.view.current_row())
        self._show_beside(self._trial.now)
        self.moved.emit(self._trial.now)

    def _show_beside(self, copy: WhatIf) -> None:
        if self._speaker is not None:
            self.panel.show_card(copy.card, self._speaker)
        self._renew_bar()

    def _renew_bar(self) -> None:
        if self._trial is not None:
            owner = self.view.table.owner(self.view.current_row())
            self.bar.show_trial(self._trial.now, owner in self._trial.now.tried)

    def _preview(self, copy: WhatIf | None) -> None:
        """Show what is being typed, in figures only; the step is taken when typing ends."""
        if self._trial is not None:
            shown = copy or self._trial.now
            if copy is not None:
                self.bar.show_refusal("")
            self.bar.show_trial(shown, self.view.table.owner(self.view.current_row()) in shown.tried)
            self.moved.emit(shown)

    def _refuse(self, error: RefusedValue) -> None:
        if self._speaker is not None:
            self.bar.show_refusal(self._speaker.error(error))

    def _take_needed(self, line: NeededLine) -> None:
        if self._trial is None:
            return
        copy = self._trial.now
        if line.item is not None and line.item.least is not None:
            key = line.item.score.indicator.id
            self.take(copy.year_value(key, line.item.least.actual))
        elif line.spending is not None:
            self.take(copy.spend_more(line.spending.still))

    def _step(self, event: QKeyEvent) -> str:
        if event.matches(_KEYS.Undo):
            return "back"
        pressed = QKeySequence(event.keyCombination())
        return "again" if event.matches(_KEYS.Redo) or pressed in _AGAIN else ""

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo mean the trial while it is shown; an open editor keeps them for its own text."""
        if not self.active or self._trial is None or not isinstance(event, QKeyEvent):
            return False
        way = self._step(event)
        if way and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if way and event.type() == QEvent.Type.KeyPress:
            if self._trial.undo() if way == "back" else self._trial.redo():
                self._show()
            return True
        return False
