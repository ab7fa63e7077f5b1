"""The entry grid as a model: the paper form with one quarter to type into."""

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.answers import AnswerKind, read_actual
from perftrack.domain.plans import Actual, Deviation, Indicator
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.domain.scoring import Score
from perftrack.domain.terms import Grade
from perftrack.errors import UserError
from perftrack.services import recording, rubrics, typing
from perftrack.services.changes import Changes
from perftrack.services.typedforms import Form, has_both, stored_column
from ui import formatting
from ui.models.drafts import CellKey, Drafts
from ui.models.entry_cells import Column, Row, cells_of, is_reported_here
from ui.models.grade_cells import grade_text, with_criteria
from ui.models.typed_cells import Cell
from ui.models.typed_grid import TypedGrid

Index = QModelIndex | QPersistentModelIndex

_RIGHT = (Column.TARGET, Column.PREVIOUS, Column.IN_QUARTER, Column.TO_DATE)
#: (row, column, rows, columns) of a merged cell.
Span = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class GradePick:
    """What the grade editor gives: a grade, the text of its share (empty for the pack's own) and the sentence.

    ``note`` None leaves the note of the value as it is.
    """

    grade: Grade | None
    share: str = ""
    note: str | None = None

    def __str__(self) -> str:
        return grade_text(self.grade, self.share, self.note or "")


class EntryGrid(TypedGrid):
    """One row per indicator; see :class:`~ui.models.entry_cells.Column`."""

    def __init__(self, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(drafts, parent)
        self._before: Scorecard | None = None
        self._rubrics: dict[str, dict[Grade, str]] = {}

    def score(self, row: int) -> Score:
        """What the indicator of ``row`` scores, as stored."""
        assert self._card is not None
        return self._card.scores[row]

    def painted_score(self, row: int) -> Score:
        """What is shown of ``row``: the preview while something is typed."""
        return (self._preview or self._card).scores[row]  # type: ignore[union-attr]

    def row_of(self, indicator_id: str) -> int:
        """The row of an indicator, -1 if it is not here."""
        return self._rows.index(indicator_id) if indicator_id in self._rows else -1

    def value_column(self, row: int) -> Column:
        """The column the reported value of ``row`` stands in (the left one where it fills both)."""
        score = self.score(row)
        if has_both(score.indicator, score.target) and stored_column(score.indicator) == "to_date":
            return Column.TO_DATE
        return Column.IN_QUARTER

    def spans(self) -> list[Span]:
        """The merged cells: equal neighbours of level 1 and 2, one value over two columns, reasons over remedies."""
        if self._card is None:
            return []
        found: list[Span] = []
        scores = self._card.scores
        for column, key in ((Column.LEVEL1, _level1), (Column.LEVEL2, _level2)):
            row = 0
            for _, members in groupby(scores, key=key):
                count = len(list(members))
                if count > 1:
                    found.append((row, column, count, 1))
                row += count
        for row, score in enumerate(scores):
            if not (has_both(score.indicator, score.target) and is_reported_here(score)):
                found.append((row, Column.IN_QUARTER, 1, 2))
            reason = self._cells[row][Column.CAUSE].look.tone == "red"
            if reason and not self._cells[row][Column.REMEDY].edit:
                found.append((row, Column.CAUSE, 1, 2))
        return found

    def store_actual(self, row: int, actual: Actual | None) -> bool:
        """Store an actual made elsewhere on the page: a moved share, a note. False: it was refused, and said why."""
        assert self._workspace is not None
        assert self._card is not None
        indicator = self.score(row).indicator
        stored = indicator.actuals.get(self._quarter)
        if actual == stored:
            return True
        try:
            rubrics.demand_sentence(actual, stored, self._rubrics.get(indicator.id, {}), self._card.pack)
            changes = recording.record_actual(self._workspace, indicator.id, self._quarter, actual)
        except UserError as error:
            self.failed.emit(error)
            return False
        if changes:
            self.recorded.emit(changes)
        self._after_storing()
        return True

    # What the base asks.

    def _load(self, plan_id: str) -> None:
        super()._load(plan_id)
        assert self._card is not None
        assert self._workspace is not None
        self._rubrics = rubrics.of_plan(self._workspace, plan_id)
        earlier = self._quarter.previous
        self._before = score_plan(self._card.plan, self._card.pack, earlier) if earlier else None

    def _row_ids(self) -> tuple[str, ...]:
        return tuple(score.indicator.id for score in self._card.scores) if self._card else ()

    def _build(self) -> list[tuple[Cell, ...]]:
        card = self._card
        if card is None:
            return []
        painted = self._preview or card
        totals = {
            each.level1: f"{formatting.points(each.points)} / {formatting.number(each.full.normalize())}"
            for each in painted.level1()
        }
        drafts = self._drafts.of(frozenset(self._rows), int(self._quarter))
        editable = not self.locked
        result = []
        for place, score in enumerate(card.scores):
            level1 = score.indicator.level1
            following = card.scores[place + 1].indicator.level1 if place + 1 < len(card.scores) else None
            reasons = {
                key[1]: (draft, self.reason(draft)) for key, draft in drafts.items() if key[0] == score.indicator.id
            }
            before = self._before.scores[place] if self._before else None
            unread = self._unread(score)
            row = Row(
                score, painted.scores[place], before, self._quarter, totals[level1], following != level1, editable,
                reasons, unread,
            )  # fmt: skip
            result.append(with_criteria(cells_of(row), score, self._quarter, self._rubrics.get(score.indicator.id, {})))
        return result

    def _unread(self, score: Score) -> str:
        actual = score.indicator.actuals.get(self._quarter)
        if actual is None or not is_reported_here(score) or self._speaker is None:
            return ""
        answer = read_actual(actual, score.target)
        return self._speaker.say("step", "unread", {"text": answer.text}) if answer.kind is AnswerKind.UNREAD else ""

    def _entry(self, key: CellKey, text: object, pending: dict[tuple[str, str], object]) -> recording.Entry | None:
        owner, field, _ = key
        indicator = self._indicator(owner)
        if field in ("cause", "remedy"):
            stored = indicator.deviations.get(self._quarter)
            before = pending.get(("deviation", owner), stored)
            assert before is None or isinstance(before, Deviation)
            after = typing.deviation_from_text(before, **{field: str(text)})
            pending["deviation", owner] = after
            return None if after == before else recording.DeviationEntry(owner, self._quarter, after)
        actual = self._actual(indicator, field, text)
        stored_actual = indicator.actuals.get(self._quarter)
        if actual != stored_actual and self._card is not None:
            rubrics.demand_sentence(actual, stored_actual, self._rubrics.get(owner, {}), self._card.pack)
        return None if actual == stored_actual else recording.ActualEntry(owner, self._quarter, actual)

    def _actual(self, indicator: Indicator, field: str, typed: object) -> Actual | None:
        assert self._card is not None
        year, pack, previous = self._card.plan.year, self._card.pack, indicator.actuals.get(self._quarter)
        if isinstance(typed, GradePick):
            share = typing.share_from_text(typed.share, typed.grade)
            kept = previous.note if previous else None
            note = kept if typed.note is None else typed.note
            return typing.grade_choice(
                indicator, typed.grade, share, note, previous, quarter=self._quarter, year=year, pack=pack
            )
        column: Form = "increment" if field == "increment" else "to_date"
        return typing.actual_from_text(
            indicator, year, self._quarter, str(typed), column=column, previous=previous, pack=pack
        )

    def _previewed(self, key: CellKey, text: object) -> Scorecard | None:
        if self._card is None or key[1] in ("cause", "remedy"):
            return None
        actual = self._actual(self._indicator(key[0]), key[1], text)
        return typing.preview(self._card.plan, key[0], self._quarter, actual, self._card.pack)

    def _command(self, entry: recording.Entry) -> Changes:
        assert self._workspace is not None
        if isinstance(entry, recording.DeviationEntry):
            return recording.record_deviation(self._workspace, entry.indicator, entry.quarter, entry.deviation)
        assert isinstance(entry, recording.ActualEntry)
        return recording.record_actual(self._workspace, entry.indicator, entry.quarter, entry.actual)

    def _indicator(self, indicator_id: str) -> Indicator:
        return self.score(self._rows.index(indicator_id)).indicator

    def _title(self, column: int) -> str:
        assert self._speaker is not None
        earlier = self._quarter.previous
        return {
            Column.LEVEL1: self.tr("Level 1"),
            Column.LEVEL2: self.tr("Level 2"),
            Column.INDICATOR: self.tr("Indicator"),
            Column.TARGET: self.tr("Target"),
            Column.PREVIOUS: self._speaker.quarter(earlier) if earlier else self.tr("Last year"),
            Column.IN_QUARTER: self.tr("In quarter"),
            Column.TO_DATE: self.tr("To date"),
            Column.LIGHT: self.tr("Light"),
            Column.CAUSE: self.tr("Cause of deviation"),
            Column.REMEDY: self.tr("Remedy"),
        }[Column(column)]

    # Qt's own names from here on.

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or self._speaker is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            if section == Column.LIGHT:
                return Qt.AlignmentFlag.AlignHCenter
            return Qt.AlignmentFlag.AlignRight if section in _RIGHT else Qt.AlignmentFlag.AlignLeft
        return None


def _level1(score: Score) -> str:
    return score.indicator.level1


def _level2(score: Score) -> tuple[str, str]:
    return score.indicator.level1, score.indicator.level2
