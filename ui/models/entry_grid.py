"""The entry grid as a model: the paper form with one quarter to type into."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.answers import AnswerKind, read_actual
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Indicator
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.domain.scoring import Score
from perftrack.errors import UserError
from perftrack.services import recording, typing
from perftrack.services.changes import Changes
from perftrack.services.typedforms import has_both, stored_column
from ui import formatting
from ui.models.drafts import CellKey, Drafts
from ui.models.entry_cells import cells_of, folded_cells
from ui.models.entry_columns import RIGHT, STANDARD, Column, column_name, orderly
from ui.models.entry_lines import Line, Show, Span, group_places, light_counts, lines_of, passes, spans_of
from ui.models.entry_reading import entry_of
from ui.models.entry_values import Row, is_reported_here
from ui.models.typed_cells import Batch, Cell
from ui.models.typed_grid import TypedGrid

Index = QModelIndex | QPersistentModelIndex

#: Plan id and quarter → files of evidence per indicator id.
EvidenceCounts = Callable[[str, Quarter], Mapping[str, int]]
#: Plan id and quarter → indicator ids.
Chosen = Callable[[str, Quarter], Collection[str]]


class EntryGrid(TypedGrid):
    """One row per indicator, folded groups as one; its sections are the columns chosen, see :meth:`columns`.

    What it cannot know by itself it is given: :attr:`evidence_counts`, :attr:`changed` (since the last submission)
    and :attr:`mine`. Without one of them its column or filter is not there.
    """

    def __init__(self, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(drafts, parent)
        self.evidence_counts: EvidenceCounts | None = None
        self.changed: Chosen | None = None
        self.mine: Chosen | None = None
        self._before: Scorecard | None = None
        self._wanted: tuple[Column, ...] = STANDARD
        self._columns: tuple[Column, ...] = tuple(each for each in STANDARD if each is not Column.EVIDENCE)
        self._lines: tuple[Line, ...] = ()
        self._places: dict[str, int] = {}
        self._counts: Mapping[str, int] = {}
        self._folded: dict[str, set[str]] = {}
        self._show, self._passing = Show.ALL, None
        self._unreads: dict[str, tuple[Score, str]] = {}
        self._kept: dict[Line, tuple[Row, tuple[Cell, ...]]] = {}

    # What is shown.

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

    # What stands in a row.

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

    def store_actual(self, indicator_id: str, actual: Actual | None) -> bool:
        """Store an actual made elsewhere on the page: a moved share, a note. False: saving failed, it was said why."""
        assert self._workspace is not None
        indicator = self._indicator(indicator_id)
        if actual == indicator.actuals.get(self._quarter):
            return True
        try:
            changes = recording.record_actual(self._workspace, indicator.id, self._quarter, actual)
        except UserError as error:
            self.failed.emit(error)
            return False
        loads = self._loads
        if changes:
            self.recorded.emit(changes)
        self._after_storing(loads)
        return True

    # What the base asks.

    def _load(self, plan_id: str) -> None:
        moved = self._card is None or self._card.plan.id != plan_id or self._card.quarter != self._quarter
        super()._load(plan_id)
        assert self._card is not None
        earlier = self._quarter.previous
        self._before = score_plan(self._card.plan, self._card.pack, earlier, self._before) if earlier else None
        self._places = {score.indicator.id: place for place, score in enumerate(self._card.scores)}
        self._counts = self.evidence_counts(plan_id, self._quarter) if self.evidence_counts else {}
        if moved and self._show is not Show.ALL:
            self._passing = self._through(self._show)
        self._arrange()

    def _fill(self) -> None:
        self._kept.clear()
        self._unreads.clear()
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

    def _build(self) -> list[tuple[Cell, ...]]:
        return self._cells_of(self._lines) if self._card is not None else []

    def _searched(self) -> list[tuple[str, tuple[Cell, ...]]]:
        if self._card is None:
            return []
        lines = lines_of(self._card, (), self._passing)
        ids = [self._card.scores[line.place].indicator.id for line in lines]
        return list(zip(ids, self._cells_of(lines), strict=True))

    def _cells_of(self, lines: tuple[Line, ...]) -> list[tuple[Cell, ...]]:
        card = self._card
        assert card is not None
        painted = self._preview or card
        totals = {
            each.level1: f"{formatting.points(each.points)} / {formatting.number(each.full.normalize())}"
            for each in painted.level1()
        }
        reasons: dict[str, dict[str, tuple[object, str]]] = {}
        for key, draft in self._drafts.of(frozenset(self._places), int(self._quarter)).items():
            reasons.setdefault(key[0], {})[key[1]] = (draft, self.reason(draft))
        editable, nothing = not self.locked, {}
        result = []
        for line in lines:
            score = card.scores[line.place]
            owner = score.indicator.id
            before = self._before.scores[line.place] if self._before else None
            row = Row(
                score, painted.scores[line.place], before, self._quarter, totals[score.indicator.level1],
                line.group_end, editable, reasons.get(owner, nothing), self._unread(score), self._counts.get(owner, 0),
            )  # fmt: skip
            kept = self._kept.get(line)
            if kept is not None and kept[0] == row and not line.folded:
                result.append(kept[1])
            elif line.folded:
                group = [painted.scores[place] for place in group_places(card, line.place)]
                result.append(
                    folded_cells(row, self.tr("%n indicators", "", line.folded), light_counts(group), self._columns)
                )
            else:
                cells = cells_of(row, self._columns)
                self._kept[line] = (row, cells)
                result.append(cells)
        return result

    def _unread(self, score: Score) -> str:
        actual = score.indicator.actuals.get(self._quarter)
        if actual is None or not is_reported_here(score) or self._speaker is None:
            return ""
        if (known := self._unreads.get(score.indicator.id)) is not None and known[0] is score:
            return known[1]
        answer = read_actual(actual, score.target)
        said = self._speaker.say("step", "unread", {"text": answer.text}) if answer.kind is AnswerKind.UNREAD else ""
        self._unreads[score.indicator.id] = (score, said)
        return said

    def _entry(self, key: CellKey, text: object, batch: Batch) -> recording.Entry | None:
        assert self._card is not None
        return entry_of(self._card, self._indicator(key[0]), key[1], text, batch)

    def _previewed(self, key: CellKey, text: object) -> Scorecard | None:
        if self._card is None or key[1] in ("cause", "remedy", "note"):
            return None
        entry = entry_of(self._card, self._indicator(key[0]), key[1], text, Batch())
        if not isinstance(entry, recording.ActualEntry):
            return None
        return typing.preview(self._card.plan, key[0], self._quarter, entry.actual, self._card.pack, self._card)

    def _command(self, entry: recording.Entry) -> Changes:
        assert self._workspace is not None
        if isinstance(entry, recording.DeviationEntry):
            return recording.record_deviation(self._workspace, entry.indicator, entry.quarter, entry.deviation)
        assert isinstance(entry, recording.ActualEntry)
        return recording.record_actual(self._workspace, entry.indicator, entry.quarter, entry.actual)

    def _indicator(self, indicator_id: str) -> Indicator:
        assert self._card is not None
        return self._card.scores[self._places[indicator_id]].indicator

    def _place_words(self, key: CellKey) -> str:
        columns = {"cause": Column.CAUSE, "remedy": Column.REMEDY, "note": Column.NOTE}
        place = self.tr("%1, %2").replace("%1", self._indicator(key[0]).name)
        if key[1] not in columns:
            return self._indicator(key[0]).name
        return place.replace("%2", column_name(columns[key[1]]))

    def _title(self, column: Column) -> str:
        earlier = self._quarter.previous
        if column is Column.PREVIOUS and self._speaker is not None:
            return self._speaker.quarter(earlier) if earlier else column_name(Column.PRIOR)
        return column_name(column)

    # Qt's own names from here on.

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._title(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            if column is Column.LIGHT:
                return Qt.AlignmentFlag.AlignHCenter
            return Qt.AlignmentFlag.AlignRight if column in RIGHT else Qt.AlignmentFlag.AlignLeft
        return None
