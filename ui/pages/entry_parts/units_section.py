"""The part of the details panel about units: how many have reported, how the office's value follows, who is missing."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perftrack.domain.access import Act
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.targets import TargetKind
from perftrack.domain.units import office_value
from perftrack.services import units
from ui import theme, widgets
from ui.models.drafts import Drafts
from ui.pages.entry_parts import units_words
from ui.pages.entry_parts.section import DetailsSection
from ui.pages.entry_parts.units_door import UnitsDoor
from ui.session import Session


class UnitsSection(DetailsSection):
    """Shown where units report, and to whoever may let them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._door = UnitsDoor(session, self, self.drafts)
        self._door.drafts_changed.connect(self.drafts_changed)
        self._place = ("", "")
        self._title = widgets.SectionTitle("")
        self._state = widgets.Badge()
        self._title.add(self._state)
        self._formula = widgets.label("", theme.SMALL, "text-2")
        self._missing = widgets.label("", theme.SMALL, "text-2")
        for part in (self._formula, self._missing):
            part.setWordWrap(True)
        self.open = widgets.secondary("")
        self.open.clicked.connect(lambda: self._door.open_units(*self._place))
        self.setup = widgets.quiet("")
        self.setup.clicked.connect(lambda: self._door.open_setup(*self._place))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.HALF)
        buttons.addWidget(self.open)
        buttons.addWidget(self.setup)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(widgets.Rule("rule-strong"))
        column.addSpacing(theme.SPACE)
        column.addWidget(self._title)
        column.addWidget(self._formula)
        column.addWidget(self._missing)
        column.addLayout(buttons)

    def show_indicator(self, score: Score, card: Scorecard, editable: bool) -> None:
        """Show the units of the indicator in the quarter of ``card``."""
        workspace, quarter = self.session.workspace, card.quarter
        self._place = (card.plan.id, score.indicator.id)
        broken = units.breakdown(workspace, score.indicator.id)
        may = editable and workspace.actor.may(Act.SET_UP, card.plan.id) and score.target.kind is not TargetKind.EMPTY
        for part in (self._state, self._formula, self._missing, self.open):
            part.setVisible(broken is not None)
        self.setup.setVisible(may)
        self.setVisible(broken is not None or may)
        if broken is None:
            return
        value = office_value(
            broken, quarter, score.target, year=card.plan.year, aggregation=score.indicator.aggregation
        )  # fmt: skip
        reported, asked = len(broken.reported(quarter)), len(broken.asked(quarter))
        self._state.set_state(units_words.progress(reported, asked), "green" if reported == asked else "neutral")
        wrong = value.findings[0] if value.findings else None
        words = units_words.formula(broken.across, reported, value)
        self._formula.setText(self.session.speaker.finding(wrong) if wrong else words)
        widgets.set_tone(self._formula, "amber-text" if wrong else "text-2")
        self._missing.setText(units_words.missing_words(broken.missing(quarter)))

    def use_drafts(self, drafts: Drafts) -> None:
        """What is typed for units and not stored is kept with everything else."""
        super().use_drafts(drafts)
        self._door.use_drafts(drafts)

    def retranslate(self) -> None:
        """Words in the language of now."""
        self._title.set_text(self.tr("Units"))
        self.open.setText(self.tr("Open units"))
        self.open.setToolTip(self.tr("What each unit reported, and the map of quarters (Ctrl+U)"))
        self.setup.setText(self.tr("Set up…"))
        self.setup.setToolTip(self.tr("Which units there are, and how they report this indicator"))
