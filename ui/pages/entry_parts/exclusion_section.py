"""不适用: the indicator falls away this year, with the reason, or is taken back in."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.errors import UserError
from perftrack.services import exclusion
from perftrack.services.changes import Changes
from ui import theme, widgets
from ui.pages.entry_parts.titled import TitledSection
from ui.session import Session
from ui.widgets.reason import ReasonLine


class ExclusionSection(TitledSection):
    """Shown to whoever may set the year up, and to everybody where an indicator fell away."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._indicator = ""
        self._words = widgets.label("", theme.SMALL)
        self._words.setWordWrap(True)
        self.act = widgets.link("", size=theme.SMALL)
        self.reason = ReasonLine(upright=True)
        self.reason.given.connect(self._exclude)
        self.reason.cancelled.connect(lambda: self.act.show())
        self.act.clicked.connect(self._begin)
        self._excluded = False
        for part in (self._words, self.act, self.reason, self.error):
            self.column.addWidget(part)

    def show_indicator(self, score: Score, card: Scorecard, editable: bool) -> None:
        """Show whether the indicator counts this year."""
        item = score.indicator
        may = self.may_set_up(card.plan.year) and card.plan.dropped is None
        if item.id != self._indicator or self._excluded != score.excluded:
            self.reason.hide()
            self.show_refusal("")
        self._indicator, self._excluded = item.id, score.excluded
        self._words.setText(item.excluded or "")
        self._words.setVisible(score.excluded)
        self.act.setVisible(may and not self.reason.isVisibleTo(self))
        self.setVisible(score.excluded or may)
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.title.set_text(self.tr("Not applicable") if self._excluded else self.tr("Applicability"))
        self.act.setText(self.tr("Take back in") if self._excluded else self.tr("Set aside this year"))
        self.reason.set_words(self.tr("Why it falls away this year"), self.tr("Set aside"))

    def _begin(self) -> None:
        if self._excluded:
            self._run(lambda: exclusion.include_indicator(self.session.workspace, self._indicator), self.tr("Taken in"))
        else:
            self.act.hide()
            self.reason.ask()

    def _exclude(self, reason: str) -> None:
        workspace, indicator = self.session.workspace, self._indicator
        self._run(lambda: exclusion.exclude_indicator(workspace, indicator, reason), self.tr("Set aside"))

    def _run(self, command: Callable[[], Changes], done: str) -> None:
        try:
            changes = command()
        except UserError as error:
            self.told(None, error)
            return
        self.reason.hide()
        self.told(changes)
        session = self.session
        session.alerts.say(done, self.tr("Undo"), lambda: session.perform(session.workspace.history.undo))
