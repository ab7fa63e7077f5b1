"""The table of the overview: one row per plan of the year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QObject

from perftrack.domain.forecast import Forecast
from perftrack.domain.gaps import Gaps
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import PlanKind, ReviewState
from perftrack.services.reporting import OverviewRow
from perftrack.services.worklists import WorkItem, WorkLists
from ui import formatting
from ui.delegates.lights import light_word
from ui.delegates.roles import QUIET_NUMBER, Execution, Heat, Look, ScoreBar, Spark
from ui.models.heat import HeatCell, heat_cells, heat_columns, heat_names
from ui.models.review_words import brief_words, is_urgent, locked_word, missing_words, standing_words, state_words
from ui.models.rows import MIDDLE, RIGHT, Column, RowsModel

_QUIET = Look(tone="text-2")
#: A plan that fell away stands back.
_NONE = Look(tone="text-3")
_NONE_NUMBER = Look(tone="text-3", right=True)
_NO_HEAT = Look(draw=Heat("none"))
#: The trends begin at this total or lower and end at the other, in every row, so that rows compare.
_LOW, _HIGH = 80.0, 100.0


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan: what reporting says of it, and what is made of it for the table."""

    source: OverviewRow
    item: WorkItem | None
    """Where its quarter stands; None: the plan fell away and nobody waits for it."""
    locked: bool
    heat: tuple[HeatCell, ...]
    order: int
    forecast: Forecast | None = None

    @property
    def ahead(self) -> Decimal | None:
        """The likely total at year end, in points; None where the year is in or nothing can be said."""
        found = self.forecast
        if found is None or found.final or found.total is None or self.gone:
            return None
        return found.total.likely

    @property
    def gaps(self) -> Gaps:
        """What is missing this quarter."""
        return self.item.gaps if self.item is not None else _NO_GAPS

    @property
    def card(self) -> Scorecard:
        """The scorecard as of the quarter shown."""
        return self.source.card

    @property
    def gone(self) -> str | None:
        """Why the plan fell away, if it did: it then has neither score nor light."""
        return self.card.plan.dropped

    def heat_at(self, column: int) -> HeatCell | None:
        """The cell of the heat map over its column ``column``."""
        return next((cell for cell in self.heat if cell.first <= column < cell.first + cell.span), None)


class OverviewTable(RowsModel[PlanRow]):
    """Light, plan, who, score, forecast, execution, trend, state, then the heat map."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._names: tuple[str, ...] = ()
        self._low = _LOW
        super().__init__(parent)

    def show_overview(
        self, rows: Sequence[OverviewRow], lists: WorkLists, forecasts: Mapping[str, Forecast] | None = None,
        *, locked: bool = False,
    ) -> None:  # fmt: skip
        """Show the plans of a year; ``lists`` tells where their quarter stands, ``locked`` that it is closed.

        ``forecasts`` are the year ends by plan.
        """
        ahead = forecasts or {}
        items = {item.plan.id: item for item in (*lists.to_report, *lists.to_review, *lists.approved)}
        kept = [row for row in rows if row.card.plan.dropped is None]
        self._names = heat_names(row.card for row in kept)
        self._low = min([_LOW, *(float(total) for row in kept for total in row.totals if total)])
        self.show_rows([
            PlanRow(row, items.get(row.card.plan.id), locked, self._heat_of(row.card), order,
                    ahead.get(row.card.plan.id))
            for order, row in enumerate(rows)
        ])  # fmt: skip

    def _heat_of(self, card: Scorecard) -> tuple[HeatCell, ...]:
        return heat_cells(card, self._names) if card.plan.dropped is None else ()

    def heat_start(self) -> int:
        """The first column of the heat map."""
        return len(self._fixed())

    def heat_width(self) -> int:
        """How many columns the heat map has."""
        return heat_columns(self._names)

    def level1_at(self, row: int, column: int) -> str:
        """The level 1 a cell of the heat map stands for, "" anywhere else."""
        if column < self.heat_start():
            return ""
        cell = self.row(row).heat_at(column - self.heat_start())
        return cell.subtotal.level1 if cell else ""

    def block(self) -> list[list[str]]:
        """The table as rows of words with its head, for the clipboard."""
        head = [self.tr("Light"), self.tr("Plan"), self.tr("Owner"), self.tr("Score"), self.tr("Rating")]
        head += [self.tr("Forecast"), self.tr("Execution"), self.tr("State"), self.tr("Standing"), *self._names]
        return [head, *(self._copied(row) for row in self.rows())]

    def columns(self) -> list[Column[PlanRow]]:
        return self._fixed() + [self._heat_column(i) for i in range(heat_columns(self._names))]

    def _fixed(self) -> list[Column[PlanRow]]:
        return [
            Column(
                "light", lambda: self.tr("Light"), lambda _row: "", _light_look,
                sort=lambda row: None if row.gone else _LOUD.index(row.card.light.value),
            ),
            Column("plan", lambda: self.tr("Plan"), lambda row: row.card.plan.name, _name_look),
            Column("owner", lambda: self.tr("Owner"), _owner, lambda _row: _QUIET),
            Column(
                "score", lambda: self.tr("Score"), lambda row: formatting.points(_total(row)), self._score_look,
                sort=_total, spoken=self._score_spoken,
            ),
            Column(
                "forecast", lambda: self.tr("Forecast"), _ahead_words, _ahead_look,
                sort=lambda row: row.ahead, spoken=self._ahead_spoken, align=RIGHT,
            ),
            Column(
                "execution", lambda: self.tr("Execution"), _execution_words, _execution_look,
                sort=lambda row: None if row.gone else row.card.execution.rate, spoken=self._execution_spoken,
            ),
            Column(
                "trend", lambda: self.tr("Quarters"), lambda _row: "", self._trend_look,
                sort=lambda row: None if row.gone else row.source.totals[-1] - row.source.totals[0],
                spoken=lambda row: " → ".join(formatting.points(total) for total in row.source.totals), align=MIDDLE,
            ),
            Column(
                "state", lambda: self.tr("State"), self._state, self._state_look,
                sort=_progress, spoken=_standing,
            ),
        ]  # fmt: skip

    def _heat_column(self, i: int) -> Column[PlanRow]:
        def words(row: PlanRow) -> str:
            cell = row.heat_at(i)
            return cell.words if cell else ""

        def look(row: PlanRow) -> Look:
            cell = row.heat_at(i)
            return Look(draw=Heat(cell.light.value, cell.label)) if cell else _NO_HEAT

        def spoken(row: PlanRow) -> str:
            cell = row.heat_at(i)
            if cell is None:
                return ""
            group = cell.subtotal
            return f"{group.level1} {formatting.points(group.points)} / {formatting.number(group.full)}"

        def rate(row: PlanRow) -> object:
            cell = row.heat_at(i)
            return cell.subtotal.rate if cell and cell.subtotal.reported else None

        title = self._names[i] if i < len(self._names) else ""
        return Column(f"heat{i}", lambda: title, words, look, rate, spoken, MIDDLE)

    def _trend_look(self, row: PlanRow) -> Look:
        if row.gone:
            return _NONE
        # Nothing reported is a gap, no fall to 0.
        totals = [float(total) if total else None for total in row.source.totals]
        return Look(draw=Spark(totals, low=self._low, high=_HIGH))

    def _score_look(self, row: PlanRow) -> Look:
        if row.gone:
            return _NONE
        marks = tuple(float(at_least) for at_least, _ in row.card.pack.ratings if at_least > 0)
        count = len(row.gaps.indicators)
        note = self.tr("%n missing", "", count) if count else ""
        total = _total(row)
        value = None if total is None else float(total)
        return Look(draw=ScoreBar(value, marks, rating=_rating(row), note=note))

    def _score_spoken(self, row: PlanRow) -> str:
        if row.gone:
            return ""
        return " ".join(part for part in (_rating(row), missing_words(row.gaps)) if part)

    def _ahead_spoken(self, row: PlanRow) -> str:
        found = row.forecast
        if row.ahead is None or found is None or found.total is None:
            return ""
        words = self.tr("Year end between {low} and {high}")
        return words.format(low=formatting.points(found.total.low), high=formatting.points(found.total.high))

    def _execution_spoken(self, row: PlanRow) -> str:
        spent = row.card.execution
        words = self.tr("%1 of %2 (10,000 yuan)")
        return words.replace("%1", formatting.money(spent.executed)).replace("%2", formatting.money(spent.budget))

    def _state(self, row: PlanRow) -> str:
        if row.item is None:
            return self.tr("Not applicable")
        return locked_word() if row.locked else state_words(row.item)

    def _state_look(self, row: PlanRow) -> Look:
        if row.gone:
            return Look(tone="text-2", subtext=row.gone, subtone="text-3")
        told = brief_words(row.item) if row.item is not None else ""
        if not told:
            return _QUIET
        return Look(subtext=told, subtone="red" if row.item is not None and is_urgent(row.item) else "text-2")

    def _copied(self, row: PlanRow) -> list[str]:
        card = row.card
        if row.gone:
            blank = formatting.NOTHING
            cells = [blank, card.plan.name, _owner(row), blank, blank, blank, blank, self._state(row), row.gone]
            return [*cells, *([""] * len(self._names))]
        cells = [light_word(card.light.value), card.plan.name, _owner(row), formatting.points(_total(row))]
        cells += [_rating(row), _ahead_words(row), formatting.percent(card.execution.rate), self._state(row)]
        return [*cells, _standing(row), *(self._copied_heat(row, i) for i in range(len(self._names)))]

    @staticmethod
    def _copied_heat(row: PlanRow, i: int) -> str:
        cell = row.heat_at(i)
        if cell is None or cell.first != i:
            return ""
        return f"{cell.label} {cell.words}".strip()


def _standing(row: PlanRow) -> str:
    return standing_words(row.item) if row.item is not None else ""


def _progress(row: PlanRow) -> object:
    if row.item is None:
        return None
    return _FAR.index(row.item.review.state), -row.item.late, -len(row.item.gaps.indicators)


_FAR = (ReviewState.DRAFT, ReviewState.RETURNED, ReviewState.SUBMITTED, ReviewState.APPROVED)
_NO_GAPS = Gaps((), ())
_LOUD = ("red", "yellow", "grey", "blue", "green")


def _owner(row: PlanRow) -> str:
    return row.card.plan.section or row.card.plan.lead or ""


def _total(row: PlanRow) -> Decimal | None:
    return row.card.total if row.card.reported and not row.gone else None


def _rating(row: PlanRow) -> str:
    return row.card.rating.value if row.card.reported and not row.gone else ""


def _ahead_words(row: PlanRow) -> str:
    return formatting.points(row.ahead)


def _ahead_look(row: PlanRow) -> Look:
    return QUIET_NUMBER if row.ahead is not None else _NONE_NUMBER


def _light_look(row: PlanRow) -> Look:
    return _NONE if row.gone else Look(light=row.card.light.value)


def _execution_words(row: PlanRow) -> str:
    return formatting.NOTHING if row.gone else formatting.percent(row.card.execution.rate)


def _name_look(row: PlanRow) -> Look:
    if row.gone:
        return _NONE
    return Look(bold=row.card.plan.kind is PlanKind.DEPARTMENT)


def _execution_look(row: PlanRow) -> Look:
    if row.gone:
        return _NONE
    spent = row.card.execution
    share = None if spent.rate is None else float(spent.rate) / 100
    return Look(draw=Execution(share, int(row.card.quarter) / 4, spent.light.value))
