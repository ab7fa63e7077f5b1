"""The head of a submission: which plan, in which state, compared with what, and what it does to the total."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from perftrack.domain.submissions import Difference
from perftrack.domain.terms import ReviewState
from ui import formatting, theme, widgets
from ui.models.review_words import TONES, state_word


class ReviewHead(QWidget):
    """64 high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.PAGE_HEAD)
        self._name = widgets.ElidedLabel(size=theme.TITLE, bold=True)
        self._badge, self._late = widgets.Badge(), widgets.Badge()
        self._against = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self._word = widgets.label(size=theme.SMALL, tone="text-2")
        self._before = widgets.label(tone="text-2")
        self._arrow = widgets.label("→", tone="text-2")
        self._now = widgets.label(size=theme.TITLE, bold=True)
        self._rating = widgets.label(bold=True)
        self._change = widgets.label(bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._name)
        row.addSpacing(theme.HALF)
        for part in (self._badge, self._late, self._against):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for part in (self._word, self._before, self._arrow, self._now, self._rating, self._change):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_difference(self, difference: Difference, state: ReviewState, against: str, late: str) -> None:
        """Show a plan; ``against`` says what it is compared with, ``late`` how late it is."""
        now, before = difference.now, difference.before
        self._name.set_text(now.plan.name)
        self._badge.set_state(state_word(state), TONES[state])
        self._late.set_state(late, "red")
        self._late.setVisible(bool(late))
        self._against.set_text(against)
        self._before.setText(f"{formatting.points(before.total)} {before.rating.value}")
        self._now.setText(formatting.points(now.total))
        self._rating.setText(now.rating.value)
        moved = difference.effect != 0
        self._change.setText(formatting.signed(difference.effect))
        widgets.set_tone(self._change, "red" if difference.effect < 0 else "accent" if moved else "text-2")
        for part in (self._before, self._arrow, self._change):
            part.setVisible(not difference.first)

    def retranslate(self) -> None:
        """Words in the language of now."""
        self._word.setText(self.tr("Total"))
