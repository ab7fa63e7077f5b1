"""试算：不保存. What the trial makes of the card, what was refused, and the ways back."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from perftrack.domain.decimals import HUNDRED, ZERO, shortest
from perftrack.domain.terms import Rating
from perftrack.domain.whatif import WhatIf
from ui import formatting, theme, widgets


class TrialBar(QWidget):
    """40 high, on the ground of the head while something is tried."""

    reset_row = Signal()
    reset_all = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        widgets.fill(self, "amber-soft")
        self._copy: WhatIf | None = None
        self._refusal = ""
        self._title = widgets.label("", bold=True, tone="text")
        self._totals = widgets.label("", tone="text")
        self._moved = widgets.label("", bold=True, tone="text")
        self._note = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self._row = widgets.link("", size=theme.SMALL)
        self._all = widgets.link("", size=theme.SMALL)
        self._leave = widgets.link("", size=theme.SMALL)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, theme.SPACE)
        line.setSpacing(theme.PANEL_PADDING)
        line.addWidget(widgets.Icon("flask", 16, "amber-text"))
        line.addWidget(self._title)
        line.addWidget(self._totals)
        line.addWidget(self._moved)
        line.addWidget(self._note, 1)
        for control in (self._row, self._all, self._leave):
            line.addWidget(control)
        self.setFixedHeight(theme.TOAST)
        self._row.clicked.connect(self.reset_row)
        self._all.clicked.connect(self.reset_all)
        self._leave.clicked.connect(self.left)
        self._retranslate()

    def show_trial(self, copy: WhatIf, resettable: bool) -> None:
        """Say what was tried; ``resettable``: the current row differs from what is stored."""
        self._copy = copy
        start, card = copy.start, copy.card
        changed = bool(copy.tried) or card.pack != start.pack
        words = self.tr("in fact {real} → tried {tried}")
        self._totals.setText(
            words.format(real=_total(start.total, start.rating), tried=_total(card.total, card.rating))
        )
        self._moved.setText(formatting.signed(copy.gain) if changed else "")
        widgets.set_tone(self._moved, "red" if copy.gain < ZERO else "accent")
        self._note.set_tone("red" if self._refusal else "text-2")
        self._note.set_text(self._refusal or self._said(copy))
        self._row.setEnabled(resettable)
        self._all.setEnabled(changed)

    def show_refusal(self, sentence: str) -> None:
        """Say why a text was not taken; "" when the next one was."""
        self._refusal = sentence
        if self._copy is not None:
            self.show_trial(self._copy, self._row.isEnabled())

    def _said(self, copy: WhatIf) -> str:
        words = [self.tr("%n changed", "", len(copy.tried))] if copy.tried else [self.tr("Type into the table")]
        if copy.card.pack != copy.start.pack:
            words.append(copy.card.pack.id)
        weights = copy.card.execution.weight + sum((item.weight for item in copy.card.plan.indicators), ZERO)
        if weights != HUNDRED:
            words.append(self.tr("weights add to %1").replace("%1", shortest(weights)))
        return "　".join(words)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Trial: nothing is saved"))
        for button, words, keys in (
            (self._row, self.tr("Reset row"), "Ctrl+R"),
            (self._all, self.tr("Reset all"), "Ctrl+Shift+R"),
            (self._leave, self.tr("Leave"), "Ctrl+T"),
        ):
            button.setText(words)
            button.setToolTip(f"{words}　{keys}")
            button.setAccessibleName(words)

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._copy is not None:
                self.show_trial(self._copy, self._row.isEnabled())
        super().changeEvent(event)


def _total(points: object, rating: Rating) -> str:
    return f"{formatting.points(points)} {rating.value}"  # type: ignore[arg-type]
