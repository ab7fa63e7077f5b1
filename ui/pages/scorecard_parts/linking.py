"""Which indicator of an earlier year the chosen row goes on with: in the row's menu, for whoever sets the year up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from perftrack.domain.access import Act
from perftrack.domain.likeness import Candidate, Reason
from perftrack.domain.scorecards import Scorecard
from perftrack.errors import UserError
from perftrack.services import linking
from perftrack.services.changes import Changes
from perftrack.services.linking import Forebear
from ui.pages.scorecard_parts.card_view import CardView
from ui.session import Session
from ui.widgets.chooser import Chooser


class Linking(QObject):
    """Two entries of the table's menu (right click, menu key). The likeliest earlier indicator is the first offered."""

    def __init__(self, session: Session, table: CardView) -> None:
        super().__init__(table)
        self._session, self._table = session, table
        self._card: Scorecard | None = None
        self._row, self._indicator = -1, ""
        self._found: tuple[Candidate, ...] = ()
        self._linked: Forebear | None = None
        self.link, self.unlink = QAction(self), QAction(self)
        self._anchor = QWidget(table.viewport())
        self._anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._anchor.hide()
        self.chooser = Chooser(table)
        self.link.triggered.connect(self.choose)
        self.unlink.triggered.connect(self._take_away)
        self.chooser.chosen.connect(self._put)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        table.addActions([self.link, self.unlink])

    def show_row(self, card: Scorecard, row: int, editable: bool) -> None:
        """Offer what may be done with a row of ``card``; ``editable`` is false for a past day."""
        self._card, self._row = card, row
        actor = self._session.workspace.actor
        may = editable and row < len(card.scores) and actor.may(Act.SET_UP)
        self._indicator = card.scores[row].indicator.id if may else ""
        self._linked = self._link_of() if may else None
        self.link.setVisible(may and any(year < card.plan.year for year in self._session.workspace.years()))
        self.unlink.setVisible(self._linked is not None)
        self.retranslate()

    def choose(self) -> None:
        """Open the list of indicators the row may go on with."""
        try:
            self._found = linking.candidates(self._session.workspace, self._indicator)
        except UserError as error:
            self._session.alerts.refused(self._session.speaker.error(error))
            return
        if not self._found:
            self._session.alerts.say(self.tr("The year before has no indicators left to link"), icon="info")
            return
        known = self._linked.indicator.id if self._linked else ""
        ids = [each.indicator.id for each in self._found]
        self._anchor.setGeometry(self._place())
        self.chooser.open_below(
            self._anchor, [self._words(each) for each in self._found], ids.index(known) if known in ids else 0
        )

    def retranslate(self) -> None:
        """Words in the language of now."""
        years = [year for year in self._session.workspace.years() if self._card and year < self._card.plan.year]
        words = self.tr("Goes on from an indicator of %1…")
        self.link.setText(words.replace("%1", str(years[-1]) if years else ""))
        if self._linked is not None:
            taken = self.tr("No longer goes on from {indicator} ({year})")
            self.unlink.setText(taken.format(indicator=self._linked.indicator.name, year=self._linked.year))

    def _words(self, each: Candidate) -> str:
        same_plan = self._card is not None and each.plan.name == self._card.plan.name
        name = each.indicator.name if same_plan else f"{each.plan.name} / {each.indicator.name}"
        words = {
            Reason.SAME_NAME: self.tr("%1, same name"),
            Reason.SIMILAR_NAME: self.tr("%1, similar name"),
            Reason.SAME_PLACE: self.tr("%1, same place and weight"),
            Reason.NONE: "%1",
        }
        return words[each.reason].replace("%1", name)

    def _link_of(self) -> Forebear | None:
        chain = linking.chain_of(self._session.workspace, self._indicator)
        return chain[0] if chain and chain[0].linked else None

    def _put(self, row: int) -> None:
        workspace, earlier = self._session.workspace, self._found[row].indicator.id
        self._perform(lambda: linking.link(workspace, self._indicator, earlier), self.tr("Linked"))

    def _take_away(self) -> None:
        workspace = self._session.workspace
        self._perform(lambda: linking.unlink(workspace, self._indicator), self.tr("No longer linked"))

    def _perform(self, command: Callable[[], Changes], done: str) -> None:
        session = self._session
        if session.perform(command):
            session.alerts.say(done, self.tr("Undo"), lambda: session.perform(session.workspace.history.undo))

    def _place(self) -> QRect:
        return self._table.row_rect(self._row).translated(-self._table.viewport().pos())
