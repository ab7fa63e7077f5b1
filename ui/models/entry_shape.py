"""The shape of the entry grid: which columns, which rows, what is folded and merged."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject

from perftrack.domain.periods import Quarter
from perftrack.domain.scoring import Score
from perftrack.services.typedforms import has_both, stored_column
from ui.models.drafts import Drafts
from ui.models.entry_columns import STANDARD, Column, orderly
from ui.models.entry_lines import Line, Show, Span, group_places, lines_of, passes, spans_of
from ui.models.typed_grid import TypedGrid

#: Plan id and quarter → files of evidence per indicator id.
EvidenceCounts = Callable[[str, Quarter], Mapping[str, int]]
#: Plan id and quarter → indicator ids.
Chosen = Callable[[str, Quarter], Collection[str]]


class ShapedGrid(TypedGrid):
    """One row per indicator, folded groups as one; its sections are the columns chosen, see :meth:`columns`.

    What it cannot know by itself it is given: :attr:`evidence_counts`, :attr:`changed` (since the last submission)
    and :attr:`mine`. Without one of them its column or filter is not there.
    """

    def __init__(self, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(drafts, parent)
        self.evidence_counts: EvidenceCounts | None = None
        self.changed: Chosen | None = None
        self.mine: Chosen | None = None
        self._wanted: tuple[Column, ...] = STANDARD
        self._columns: tuple[Column, ...] = tuple(each for each in STANDARD if each is not Column.EVIDENCE)
        self._lines: tuple[Line, ...] = ()
        self._places: dict[str, int] = {}
        self._folded: dict[str, set[str]] = {}
        self._show = Show.ALL
        self._passing: frozenset[str] | None = None

    def columns(self) -> tuple[Column, ...]:
        """The column of each section."""
        return self._columns

    def offered(self) -> tuple[Column, ...]:
        """Every column there is something to show in."""
        return tuple(column for column in Column if column is not Column.EVIDENCE or self.evidence_counts is not None)

    def section(self, column: Column) -> int:
        """The section of a column, -1 where it is hidden."""
        return self._columns.index(column) if column in self._columns else -1

    def show_columns(self, wanted: tuple[Column, ...]) -> None:
        """Show these columns in this order, as far as there is something in them."""
        self._wanted = orderly(wanted)
        self.beginResetModel()
        self._fill()
        self.endResetModel()

    def wanted_columns(self) -> tuple[Column, ...]:
        """The columns asked for, those included that have nothing to show here."""
        return self._wanted

    @property
    def showing(self) -> Show:
        """The filter that is on."""
        return self._show

    def filters(self) -> tuple[Show, ...]:
        """The filters there are."""
        given = {Show.CHANGED: self.changed, Show.MINE: self.mine}
        return tuple(show for show in Show if show not in given or given[show] is not None)

    def counted(self, show: Show) -> int:
        """How many indicators a filter lets through now."""
        return len(self._card.scores) if self._card and show is Show.ALL else len(self._through(show))

    def filter(self, show: Show) -> None:
        """Show only these indicators. They stay while they are typed into, until the filter is set anew."""
        self._show = show
        self._passing = None if show is Show.ALL else self._through(show)
        self._arrange_anew()

    def is_folded(self, row: int) -> bool:
        """Whether ``row`` stands for a whole group."""
        return self._lines[row].folded > 0

    def fold(self, row: int, folded: bool) -> int:
        """Fold or unfold the level 1 group of ``row``; the row its first indicator, or the group, is in then."""
        if self._card is None or self._passing is not None or self.is_folded(row) is folded:
            return row
        level1 = self.score(row).indicator.level1
        first = group_places(self._card, self._lines[row].place)[0]
        groups = self._folded.setdefault(self._card.plan.id, set())
        groups.add(level1) if folded else groups.discard(level1)
        self._arrange_anew()
        return next(row for row, line in enumerate(self._lines) if line.place == first)

    def reveal(self, indicator_id: str) -> int:
        """The row of an indicator, unfolded and past the filter if need be; -1 if the plan has it not."""
        if self._card is None or indicator_id not in self._places:
            return -1
        if self._passing is not None and indicator_id not in self._passing:
            self.filter(Show.ALL)
        if indicator_id not in self._rows:
            level1 = self._card.scores[self._places[indicator_id]].indicator.level1
            self._folded[self._card.plan.id].discard(level1)
            self._arrange_anew()
        return self.row_of(indicator_id)

    def spans(self) -> list[Span]:
        """The merged cells."""
        return [] if self._card is None else spans_of(self._card, self._lines, self._cells, self._columns)

    def place(self, row: int) -> int:
        """The place among the card's scores of the indicator (a folded group: the first of them) in ``row``."""
        return self._lines[row].place

    def place_of_indicator(self, indicator_id: str) -> int:
        """The place of an indicator among the card's scores, shown or not; -1 if the plan has it not."""
        return self._places.get(indicator_id, -1)

    def score(self, row: int) -> Score:
        """What the indicator of ``row`` scores, as stored."""
        assert self._card is not None
        return self._card.scores[self._lines[row].place]

    def painted_score(self, row: int) -> Score:
        """What is shown of ``row``: the preview while something is typed."""
        return (self._preview or self._card).scores[self._lines[row].place]  # type: ignore[union-attr]

    def row_of(self, indicator_id: str) -> int:
        """The row of an indicator, -1 if it is not shown."""
        return self._rows.index(indicator_id) if indicator_id in self._rows else -1

    def value_column(self, row: int) -> int:
        """The section the reported value of ``row`` stands in (the left one where it fills both)."""
        score = self.score(row)
        both = has_both(score.indicator, score.target) and stored_column(score.indicator) == "to_date"
        return self.section(Column.TO_DATE if both else Column.IN_QUARTER)

    # What the base asks.

    def _load(self, plan_id: str) -> None:
        moved = self._card is None or self._card.plan.id != plan_id or self._card.quarter != self._quarter
        super()._load(plan_id)
        assert self._card is not None
        self._places = {score.indicator.id: place for place, score in enumerate(self._card.scores)}
        if moved and self._show is not Show.ALL:
            self._passing = self._through(self._show)
        self._arrange()

    def _fill(self) -> None:
        self._choose_columns()
        super()._fill()

    def _choose_columns(self) -> None:
        offered = self.offered()
        self._columns = tuple(column for column in self._wanted if column in offered)

    def _arrange(self) -> None:
        if self._card is not None:
            self._lines = lines_of(self._card, self._folded.get(self._card.plan.id, ()), self._passing)

    def _arrange_anew(self) -> None:
        self.beginResetModel()
        self._arrange()
        self._fill()
        self.endResetModel()

    def _through(self, show: Show) -> frozenset[str]:
        card = self._card
        if card is None:
            return frozenset()
        if show in (Show.CHANGED, Show.MINE):
            chosen = self.changed if show is Show.CHANGED else self.mine
            return frozenset(chosen(card.plan.id, self._quarter)) if chosen else frozenset()
        return frozenset(
            score.indicator.id for score in card.scores if passes(show, score, self._quarter in score.indicator.actuals)
        )

    def _row_ids(self) -> tuple[str, ...]:
        if self._card is None:
            return ()
        scores = self._card.scores
        return tuple(
            f"/{scores[line.place].indicator.level1}" if line.folded else scores[line.place].indicator.id
            for line in self._lines
        )
