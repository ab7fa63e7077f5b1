"""The details panel in step with the current cell: asks the services and passes on what is typed there."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Indicator
from perftrack.domain.scorecards import Scorecard
from perftrack.errors import RefusedValue, UserError
from perftrack.services import reporting, typing
from perftrack.services.earlier import earlier_years
from ui.charts.reading import trend_of
from ui.charts.values import Trend
from ui.models.drafts import Draft, Drafts
from ui.models.entry_grid import EntryGrid
from ui.pages.entry_parts.details import DetailsPanel
from ui.pages.entry_parts.journal_lines import journal_of
from ui.pages.entry_parts.sections import SECTIONS
from ui.pages.entry_parts.view import EntryView
from ui.session import Session


class DetailsSide(QWidget):
    """Follows the grid. Nothing is asked while it is closed."""

    closed = Signal()
    recorded = Signal(object)
    """A section stored a command: its Changes."""
    place_requested = Signal(str, str)
    """Go to a plan (id) and an indicator (id) in it."""

    def __init__(
        self, session: Session, grid: EntryGrid, view: EntryView, drafts: Drafts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._grid, self._view, self._drafts = session, grid, view, drafts
        self._shown = ""
        self._cards: dict[Quarter, Scorecard] = {}
        self._cards_of = ""
        self._before: tuple[tuple[str, str], tuple[Trend, ...]] | None = None
        self._sections = [section(session) for section in SECTIONS]
        for section in self._sections:
            section.use_drafts(drafts)
        self.panel = DetailsPanel(self._sections)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panel)
        self.panel.closed.connect(self.closed)
        self.panel.note.finished.connect(self._store_note)
        self.panel.note.typed.connect(self._note_typed)
        self.panel.mover.wanted.connect(self._move_share)
        for section in self._sections:
            section.recorded.connect(self.recorded)
            section.place_requested.connect(self.place_requested)
            section.drafts_changed.connect(grid.drafts_changed)
        view.current_changed.connect(self._moved)

    def renew(self, preview: Scorecard | None = None) -> None:
        """Show the indicator of the current cell, as ``preview`` has it while something is typed."""
        row, card = self._view.currentIndex().row(), self._grid.card
        if not self.isVisible() or card is None or not 0 <= row < self._grid.rowCount():
            return
        row = self._grid.place(row)
        workspace, quarter, plan = self._session.workspace, card.quarter, card.plan
        # While something is typed only this quarter's card is another; the others are asked for once.
        if preview is None or self._cards_of != plan.id:
            self._cards, self._cards_of = reporting.quarter_scores(workspace, plan.id), plan.id
        cards = dict(self._cards)
        shown = preview or card
        cards[quarter] = shown
        indicator = card.scores[row].indicator
        self._shown = indicator.id
        stored = indicator.actuals.get(quarter)
        self.panel.show_indicator(
            shown.scores[row],
            shown,
            trend_of(cards, row, quarter),
            self._session.speaker,
            note=(stored.note or "") if stored else "",
            editable=not self._grid.locked,
            earlier=self._years_before(card, indicator),
        )
        draft = self._drafts.get((indicator.id, "note", int(quarter)))
        if draft is not None and stored is not None:
            self.panel.note.bring_back(draft.text)
        for section in self._sections:
            section.show_indicator(shown.scores[row], shown, not self._grid.locked)
        if preview is None:
            self.panel.show_journal(journal_of(workspace, indicator.id, quarter))

    def _years_before(self, card: Scorecard, indicator: Indicator) -> tuple[Trend, ...]:
        """The same indicator in earlier years of the file; asked for once per indicator of a plan value."""
        if self._before is None or self._before[0] != (card.plan.id, indicator.name):
            years = earlier_years(self._session.workspace, card.plan, indicator)
            trends = tuple(trend_of(each.cards, each.place, Quarter.Q4) for each in years)
            self._before = ((card.plan.id, indicator.name), trends)
        return self._before[1]

    def enter(self, key: str) -> bool:
        """Put the cursor into the section of that name; False where the indicator has none."""
        return any(section.key == key and section.enter() for section in self._sections)

    def commit(self) -> None:
        """Store a note that is still being typed."""
        self.panel.note.finish()
        for section in self._sections:
            section.commit()

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.panel.retranslate()
        for section in self._sections:
            section.retranslate()

    def _moved(self) -> None:
        row, card = self._view.currentIndex().row(), self._grid.card
        if card is None or not 0 <= row < self._grid.rowCount():
            return
        if self._grid.score(row).indicator.id != self._shown:
            self.commit()
            self.panel.mover.show_refusal("")
            self.renew()

    def _stored_actual(self) -> tuple[int, Actual | None]:
        row, card = self._grid.place_of_indicator(self._shown), self._grid.card
        if row < 0 or card is None:
            return -1, None
        return row, card.scores[row].indicator.actuals.get(card.quarter)

    def _note_typed(self, text: str) -> None:
        """Keep the note while it is typed; None of it is left to keep when it is as stored."""
        row, actual = self._stored_actual()
        card = self._grid.card
        if row < 0 or card is None:
            return
        key = (self._shown, "note", int(card.quarter))
        if actual is None or text == (actual.note or ""):
            self._drafts.end_typing(key)
            if self._drafts.drop(key):
                self._grid.drafts_changed.emit()
        else:
            self._drafts.typing(key, text)

    def _store_note(self, note: str) -> None:
        row, actual = self._stored_actual()
        card = self._grid.card
        if row < 0 or actual is None or card is None:
            return
        key = (self._shown, "note", int(card.quarter))
        if self._grid.store_actual(self._shown, replace(actual, note=note or None)):
            self._drafts.end_typing(key)
            if self._drafts.drop(key):
                self._grid.drafts_changed.emit()
            return
        self._drafts.end_typing(key)
        if note:  # it comes back into its field, and leaving the field tries again
            self._drafts.keep(key, Draft(note, UserError("draft_found"), refused=False))
            self._grid.drafts_changed.emit()
        else:
            self.renew()

    def _move_share(self, share: str, reason: str) -> None:
        row, actual = self._stored_actual()
        card = self._grid.card
        if row < 0 or actual is None or card is None:
            return
        score = card.scores[row]
        try:
            value = typing.share_from_text(share, score.grade)
            chosen = typing.grade_choice(
                score.indicator, score.grade if value is not None else None, value, reason, actual,
                quarter=card.quarter, year=card.plan.year, pack=card.pack,
            )  # fmt: skip
        except RefusedValue as error:
            self.panel.mover.show_refusal(self._session.speaker.error(error))
            return
        self.panel.mover.show_refusal("")
        self._grid.store_actual(self._shown, chosen)

    # Qt's own names from here on.

    def showEvent(self, event: object) -> None:
        self._before = None
        self.renew()
