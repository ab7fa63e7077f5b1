"""The top of the units' dialog: the indicator, the office's value with its formula, who is missing, finding a unit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from perftrack.domain.periods import Quarter
from perftrack.domain.scoring import Score
from perftrack.domain.targets import print_target
from perftrack.domain.units import Breakdown, OfficeValue
from perftrack.services.messages import Speaker
from ui import formatting, theme, widgets
from ui.pages.entry_parts import units_words


class UnitsHead(QWidget):
    """Shows; decides nothing."""

    searched = Signal(str)
    """Go to the first unit with these words."""
    searched_on = Signal(str)
    """Enter: go to the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = widgets.ElidedLabel(bold=True)
        self._about = widgets.label("", theme.SMALL, "text-2")
        self.value = widgets.label("", theme.TITLE, "text", bold=True)
        self._quotient = widgets.label("", theme.BODY, "text-2")
        self.formula = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self.state = widgets.Badge()
        self.missing = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self.search = QLineEdit()
        self.search.setFixedWidth(200)
        self.search.setClearButtonEnabled(False)
        self.search.textEdited.connect(self.searched)
        self.search.returnPressed.connect(lambda: self.searched_on.emit(self.search.text()))
        title = QHBoxLayout()
        title.setSpacing(theme.SPACE)
        title.addWidget(self._name, 1)
        title.addWidget(self._about)
        figure = QHBoxLayout()
        figure.setSpacing(12)
        figure.addWidget(self.value, 0, Qt.AlignmentFlag.AlignBottom)
        figure.addWidget(self._quotient, 0, Qt.AlignmentFlag.AlignVCenter)
        figure.addWidget(self.formula, 1, Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.state)
        line.addWidget(self.missing, 1)
        line.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.HALF)
        column.addLayout(title)
        column.addLayout(figure)
        column.addLayout(line)

    def show_score(self, score: Score, quarter: Quarter, speaker: Speaker) -> None:
        """Show whose units these are, and of which quarter."""
        target = print_target(score.target) or formatting.NOTHING
        self._name.set_text(score.indicator.name)
        words = self.tr("Target %1, %2")
        self._about.setText(words.replace("%1", target).replace("%2", speaker.quarter(int(quarter))))

    def show_value(
        self, broken: Breakdown, score: Score, quarter: Quarter, value: OfficeValue, speaker: Speaker, typed: bool
    ) -> None:
        """Show the office's value; ``typed``: as it would be with what stands in the editor."""
        reported, asked = len(broken.reported(quarter)), len(broken.asked(quarter))
        self.value.setText(units_words.office_text(value))
        widgets.set_tone(self.value, "accent" if typed else "text")
        self._quotient.setText(units_words.quotient(value, score.target))
        self._quotient.setVisible(bool(self._quotient.text()))
        if value.findings:
            self.formula.set_text(speaker.finding(value.findings[0]))
            self.formula.set_tone("amber-text")
        else:
            self.formula.set_text(units_words.formula(broken.across, reported, value))
            self.formula.set_tone("text-2")
        self.value.setAccessibleName(f"{self.tr('Office')} {self.value.text()} {self.formula.text()}")
        self.state.set_state(units_words.progress(reported, asked), "green" if reported == asked else "neutral")
        self.missing.set_text(units_words.missing_words(broken.missing(quarter)))

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.search.setPlaceholderText(self.tr("Find a unit (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Find a unit"))
