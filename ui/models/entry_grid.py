"""The entry grid as a model: the paper form with one quarter to type into."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.answers import AnswerKind, read_actual
from perftrack.domain.plans import Actual, Indicator
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.terms import Grade
from perftrack.errors import UserError
from perftrack.services import recording, rubrics, typing, units
from perftrack.services.changes import Changes
from ui import formatting
from ui.models.drafts import CellKey, Drafts
from ui.models.entry_cells import cells_of, folded_cells
from ui.models.entry_columns import RIGHT, Column, column_name
from ui.models.entry_lines import Line, group_places, light_counts, lines_of
from ui.models.entry_reading import entry_of
from ui.models.entry_shape import ShapedGrid
from ui.models.entry_values import Row, is_reported_here
from ui.models.grade_cells import with_criteria
from ui.models.typed_cells import Batch, Cell

Index = QModelIndex | QPersistentModelIndex


class EntryGrid(ShapedGrid):
    """Builds the cells of its rows and says what a text in one of them asks to be recorded."""

    def __init__(self, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(drafts, parent)
        self._before: Scorecard | None = None
        self._by_units: frozenset[str] = frozenset()
        self._rubrics: dict[str, dict[Grade, str]] = {}
        self._counts: Mapping[str, int] = {}
        self._unreads: dict[str, tuple[Score, str]] = {}
        self._kept: dict[Line, tuple[tuple[Row, object], tuple[Cell, ...]]] = {}

    def store_actual(self, indicator_id: str, actual: Actual | None) -> bool:
        """Store an actual made elsewhere on the page: a moved share, a note. False: it was refused, and said why."""
        assert self._workspace is not None
        assert self._card is not None
        indicator = self._indicator(indicator_id)
        stored = indicator.actuals.get(self._quarter)
        if actual == stored:
            return True
        try:
            rubrics.demand_sentence(actual, stored, self._rubrics.get(indicator.id, {}), self._card.pack)
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
        super()._load(plan_id)
        assert self._card is not None
        assert self._workspace is not None
        self._rubrics = rubrics.of_plan(self._workspace, plan_id)
        earlier = self._quarter.previous
        self._before = self._workspace.cards.card(self._card.plan, self._card.pack, earlier) if earlier else None
        self._counts = self.evidence_counts(plan_id, self._quarter) if self.evidence_counts else {}
        ids = [each.id for each in self._card.plan.indicators]
        self._by_units = units.broken_down(self._workspace, ids)

    def _fill(self) -> None:
        self._kept.clear()
        self._unreads.clear()
        super()._fill()

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
            criteria = self._rubrics.get(owner, nothing)
            kept = self._kept.get(line)
            if kept is not None and kept[0] == (row, criteria) and not line.folded:
                result.append(kept[1])
            elif line.folded:
                group = [painted.scores[place] for place in group_places(card, line.place)]
                result.append(
                    folded_cells(row, self.tr("%n indicators", "", line.folded), light_counts(group), self._columns)
                )
            else:
                cells = with_criteria(cells_of(row, self._columns), score, self._quarter, criteria)
                self._kept[line] = ((row, criteria), cells)
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
        indicator = self._indicator(key[0])
        entry = entry_of(self._card, indicator, key[1], text, batch)
        if isinstance(entry, recording.ActualEntry):
            stored = indicator.actuals.get(self._quarter)
            if indicator.id in self._by_units:
                units.refuse_other(indicator.name, stored, entry.actual)
            rubrics.demand_sentence(entry.actual, stored, self._rubrics.get(indicator.id, {}), self._card.pack)
        return entry

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
