"""The head of a comparison: the total before, the total after, and the signed difference."""

from decimal import Decimal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perftrack.domain.comparison import Comparison
from perftrack.domain.scorecards import Scorecard
from ui import formatting, theme, widgets

_HEIGHT, _GAP = 96, 32
#: Lifts the rating word onto the base line of its total.
_BASELINE = 4


class _Total(QWidget):
    """A state in words above its total and rating."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self.total = widgets.label("", theme.FIGURE, bold=True)
        self.rating = widgets.label("", theme.TITLE, bold=True)
        self.rating.setContentsMargins(0, 0, 0, _BASELINE)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.total, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.rating, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.HALF)
        column.addWidget(self.state)
        column.addLayout(line)
        column.addStretch(1)

    def show_card(self, card: Scorecard, state: str) -> None:
        """Show the total of a card, a dash where nothing was reported."""
        self.state.set_text(state)
        self.total.setText(formatting.points(card.total if card.reported else None))
        self.rating.setText(card.rating.value if card.reported else "")
        self.setAccessibleName(f"{state} {self.total.text()} {self.rating.text()}")


class CompareTotals(QWidget):
    """Before → after, and what lies between."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._change = Decimal(0)
        self.before, self.after = _Total(), _Total()
        widgets.set_tone(self.before.total, "text-2")
        widgets.set_tone(self.before.rating, "text-2")
        self._arrow = widgets.label("→", theme.TITLE, "text-3")
        self._label = widgets.label("", theme.SMALL, "text-2")
        self.change = widgets.label("", theme.FIGURE, bold=True)
        column = QVBoxLayout()
        column.setSpacing(theme.HALF)
        column.addWidget(self._label)
        column.addWidget(self.change)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.PANEL_PADDING, 0, theme.SPACE)
        row.setSpacing(_GAP)
        row.addWidget(self.before)
        row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.after)
        row.addWidget(widgets.Rule("rule-strong", upright=True))
        row.addLayout(column)
        row.addStretch(1)
        self.setFixedHeight(_HEIGHT)
        self._retranslate()

    def show_comparison(self, comparison: Comparison, states: tuple[str, str]) -> None:
        """Show both totals; ``states`` name them."""
        self.before.show_card(comparison.before, states[0])
        self.after.show_card(comparison.after, states[1])
        self._change = comparison.change
        self.change.setText(formatting.signed(self._change))
        tone = "red" if self._change < 0 else "accent" if self._change > 0 else "text-2"
        widgets.set_tone(self.change, tone)
        self._retranslate()

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Difference"))
        self.change.setAccessibleName(f"{self._label.text()} {self.change.text()}")

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
