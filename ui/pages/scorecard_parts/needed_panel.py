"""反推: choose a rating or any total and see what each indicator needs; one key puts it into the trial."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from perftrack.domain import spelling
from perftrack.domain.decimals import HUNDRED, plain, read_plain, shortest
from perftrack.domain.needed import threshold
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.spendingneeded import spending_for_points, spending_out_of_cap
from perftrack.domain.terms import Rating
from perftrack.services.messages import Speaker
from ui import theme, widgets
from ui.models.needed import Column, NeededLine, NeededTable
from ui.widgets.followed_table import FollowedTable

_RATINGS = (Rating.FAIR, Rating.GOOD, Rating.EXCELLENT)
_LEAST, _FIELD, _NEEDED = 300, 72, (120, 216)


class NeededPanel(widgets.Entrance):
    """Stands beside the trial's table. Lines that name a value take a click or Enter."""

    taken = Signal(object)
    """A line is to be put into the trial: its NeededLine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Scorecard, Speaker] | None = None
        self._extra: NeededLine | None = None
        self._started = False
        self.model = NeededTable(self)
        self._title = widgets.SectionTitle("", ruled=True)
        self.ratings = widgets.Segments([*(each.value for each in _RATINGS), ""], height=theme.CONTROL_SMALL)
        self.total, self.score = _field(), _field()
        self._total_word, self._score_word = (
            widgets.label("", theme.SMALL, "text-2"),
            widgets.label("", theme.SMALL, "text-2"),
        )
        self.table = FollowedTable(self.model, theme.CONTROL_SMALL, Column.NAME, theme.ROW_TREE)
        self._spend = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self.spend = widgets.link("", size=theme.SMALL)
        self._lay_out()
        self.setFocusProxy(self.table)
        self.setMinimumWidth(_LEAST)
        self.ratings.chosen.connect(self._choose)
        self.total.textEdited.connect(lambda: self._choose(len(_RATINGS)))
        self.score.textEdited.connect(lambda: self._renew())
        self.table.followed.connect(self._take)
        self.spend.clicked.connect(lambda: self.taken.emit(self._extra))
        self._retranslate()

    def show_card(self, card: Scorecard, speaker: Speaker) -> None:
        """Show what is needed from where the trial stands."""
        self._shown = (card, speaker)
        if not self._started:
            self._started = True
            self._begin(card)
        self._renew()

    def start_again(self) -> None:
        """Propose the next rating once more: another plan is shown."""
        self._started = False

    def wanted(self) -> Decimal | None:
        """The total asked for; None where the field holds no number."""
        if self._shown is not None and self.ratings.current() < len(_RATINGS):
            return threshold(self._shown[0].pack, _RATINGS[self.ratings.current()])
        return read_plain(spelling.level(self.total.text()))

    def _begin(self, card: Scorecard) -> None:
        """The next rating above the total of now, the best where there is none."""
        points = [threshold(card.pack, rating) for rating in _RATINGS]
        above = [place for place, least in enumerate(points) if least is not None and least > card.total]
        self.ratings.set_current(above[0] if above else len(_RATINGS) - 1)
        self.score.setText(shortest(card.execution.weight))
        self._write_total()

    def _choose(self, place: int) -> None:
        self.ratings.set_current(place)
        if place < len(_RATINGS):
            self._write_total()
        elif self.sender() is self.ratings:
            self.total.setFocus(Qt.FocusReason.OtherFocusReason)
            self.total.selectAll()
        self._renew()

    def _write_total(self) -> None:
        wanted = self.wanted()
        self.total.setText("" if wanted is None else shortest(wanted))

    def _renew(self) -> None:
        if self._shown is None:
            return
        card, speaker = self._shown
        for place, rating in enumerate(_RATINGS):
            self.ratings.part(place).setEnabled(threshold(card.pack, rating) is not None)
        wanted = self.wanted()
        _mark(self.total, wanted is not None and 0 <= wanted <= HUNDRED)
        if wanted is not None:
            self.model.show(card, wanted, speaker)
            self.table.fit_column(Column.NEEDED, *_NEEDED, bold=True)
            note = self.tr("a total of %1").replace("%1", plain(wanted))
            self._title.set_note(note)
        self._renew_spending(card, speaker)

    def _renew_spending(self, card: Scorecard, speaker: Speaker) -> None:
        """What the execution score asked for takes; where spending caps the total, what frees it comes first."""
        points = read_plain(spelling.level(self.score.text()))
        _mark(self.score, points is not None and 0 <= points <= card.execution.weight)
        found = None
        if card.cap is not None:
            found = spending_out_of_cap(card)
        elif points is not None:
            found = spending_for_points(card, points)
        line = self.model.spending_line(found)
        self._extra = line
        capped = self.tr("out of the cap: %1") if card.cap is not None else "%1"
        self._spend.set_text(capped.replace("%1", line.words))
        self._spend.setToolTip(speaker.phrase(line.phrase))
        self.spend.setVisible(line.usable)

    def _take(self, row: int) -> None:
        line = self.model.line(row)
        if line.usable:
            self.taken.emit(line)

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(theme.SPACE)
        choice.addWidget(self.ratings)
        choice.addStretch(1)
        choice.addWidget(self._total_word)
        choice.addWidget(self.total)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE)
        foot.addWidget(self._score_word)
        foot.addWidget(self.score)
        foot.addWidget(self._spend, 1)
        foot.addWidget(self.spend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._title)
        column.addLayout(choice)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _retranslate(self) -> None:
        self._title.set_text(self.tr("What it takes"))
        self.ratings.set_word(len(_RATINGS), self.tr("Other"))
        self.ratings.setAccessibleName(self.tr("Rating to reach"))
        self._total_word.setText(self.tr("Total"))
        self.total.setAccessibleName(self.tr("Total to reach"))
        self._score_word.setText(self.tr("Execution score"))
        self.score.setAccessibleName(self.tr("Execution score to reach"))
        self.spend.setText(self.tr("Try"))
        self.spend.setAccessibleName(self.tr("Put this spending into the trial"))
        self._title.setToolTip(self.tr("What each indicator needs while all the others stay as they are."))
        self.table.setAccessibleName(self.tr("What each indicator needs; Enter puts it into the trial"))

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._renew()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(458, 288)


def _field() -> QLineEdit:
    field = QLineEdit()
    field.setFixedSize(_FIELD, theme.CONTROL_SMALL)
    field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    field.setMaxLength(8)
    return field


def _mark(field: QLineEdit, reads: bool) -> None:
    """Show that a text is no number that can be."""
    if field.property("invalid") is not (not reads):
        field.setProperty("invalid", not reads)
        field.style().unpolish(field)
        field.style().polish(field)
