"""The funds of a plan as a model: budgets, what was spent to date, and the rate; the last row is the sum."""

from dataclasses import replace
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from perftrack.domain.decimals import EXACT, HUNDRED, divide, plain, rounded
from perftrack.domain.plans import Fund
from perftrack.domain.scorecards import Scorecard
from perftrack.services import recording, typing
from perftrack.services.changes import Changes
from ui import formatting, theme
from ui.delegates.roles import Look, State
from ui.models.drafts import CellKey
from ui.models.entry_words import not_filled, state_words
from ui.models.typed_cells import Cell
from ui.models.typed_grid import TypedGrid

Index = QModelIndex | QPersistentModelIndex
_TOTAL = "total"


class FundColumn(IntEnum):
    """The columns of the funds grid; money in 万元, spending to date."""

    SOURCE = 0
    INITIAL = 1
    REVISED = 2
    PREVIOUS = 3
    EXECUTED = 4
    RATE = 5
    NOTE = 6


class FundsGrid(TypedGrid):
    """One row per fund and one for all of them."""

    def row_of(self, fund_id: str) -> int:
        """The row of a fund, -1 if it is not here."""
        return self._rows.index(fund_id) if fund_id in self._rows else -1

    # What the base asks.

    def _row_ids(self) -> tuple[str, ...]:
        return (*(fund.id for fund in self._card.plan.funds), _TOTAL) if self._card else ()

    def _build(self) -> list[tuple[Cell, ...]]:
        card = self._card
        if card is None:
            return []
        editable = not self.locked
        return [*(self._row(fund, editable) for fund in card.plan.funds), self._total(self._preview or card)]

    def _row(self, fund: Fund, editable: bool) -> tuple[Cell, ...]:
        earlier, spent = self._quarter.previous, fund.executed_by(self._quarter)
        before = None if earlier is None else fund.executed_by(earlier)
        rate = None
        if spent is not None and fund.budget:
            rate = rounded(divide(EXACT.multiply(spent, HUNDRED), fund.budget))
        name = Cell(fund.source, Look(), tip=fund.source, spoken=fund.source)
        return (
            name,
            _money(fund.initial),
            _money(fund.budget),
            _money(before),
            self._executed(fund, editable),
            Cell(formatting.percent(rate), Look(right=True, tone="text-2"), spoken=formatting.percent(rate)),
            Cell(look=Look()),
        )

    def _executed(self, fund: Fund, editable: bool) -> Cell:
        key = (fund.id, "executed", int(self._quarter))
        amount = fund.executed.get(self._quarter)
        state = State.NONE if editable else State.LOCKED
        frame = Look(right=True, frame_left=True, frame_right=True, state=state)
        draft = self._drafts.get(key)
        if draft is not None:
            look = _with(frame, state | (State.REFUSED if draft.refused else State.UNSAVED))
            spoken, reason = f"{draft.text} {state_words(look)}", self.reason(draft)
            return Cell(draft.text, look, draft.text, "", reason, f"{spoken} {reason}", "amount", editable, key)
        if amount is None:
            look = _with(frame, state | State.EMPTY)
            words = not_filled() if editable and fund.budget else formatting.NOTHING
            return Cell(words, look, spoken=state_words(look), editor="amount", editable=editable, key=key)
        text = _amount(amount)
        return Cell(text, frame, plain(amount), "", "", f"{text} {state_words(frame)}", "amount", editable, key)

    def _total(self, card: Scorecard) -> tuple[Cell, ...]:
        plan, execution = card.plan, card.execution
        earlier = self._quarter.previous
        before = None if earlier is None else plan.executed_by(earlier)
        initial = sum((fund.initial for fund in plan.funds), Decimal(0))
        gone = formatting.percent(Decimal(25) * int(self._quarter), 0)
        note = self.tr("%1 of the year gone").replace("%1", gone)
        spent = _amount(execution.executed)
        rate = formatting.percent(execution.rate)
        bold = Look(bold=True, right=True, group_end=True)
        return (
            Cell(self.tr("Total"), Look(bold=True, group_end=True), spoken=self.tr("Total")),
            _money(initial, bold=True),
            _money(plan.budget, bold=True),
            _money(before, bold=True),
            Cell(spent, _framed(bold), spoken=spent),
            Cell(rate, bold, spoken=rate),
            Cell(note, Look(tone="text-2", size=theme.SMALL, group_end=True), tip=note, spoken=note),
        )

    def _entry(self, key: CellKey, text: object, pending: dict[tuple[str, str], object]) -> recording.Entry | None:
        stored = self._fund(key[0]).executed.get(self._quarter)
        amount = typing.amount_from_text(str(text), stored)
        if amount == stored and (amount is None or plain(amount) == plain(stored or amount)):
            return None
        return recording.ExecutedEntry(key[0], self._quarter, amount)

    def _previewed(self, key: CellKey, text: object) -> Scorecard | None:
        if self._card is None:
            return None
        amount = typing.amount_from_text(str(text))
        return typing.preview_executed(self._card.plan, key[0], self._quarter, amount, self._card.pack)

    def _command(self, entry: recording.Entry) -> Changes:
        assert self._workspace is not None
        assert isinstance(entry, recording.ExecutedEntry)
        return recording.record_executed(self._workspace, entry.fund, entry.quarter, entry.amount)

    def _fund(self, fund_id: str) -> Fund:
        assert self._card is not None
        return self._card.plan.funds[self._rows.index(fund_id)]

    def _title(self, column: int) -> str:
        assert self._speaker is not None
        earlier = self._quarter.previous
        spent = self.tr("%1 executed")
        return {
            FundColumn.SOURCE: self.tr("Fund"),
            FundColumn.INITIAL: self.tr("Initial budget"),
            FundColumn.REVISED: self.tr("Full-year budget"),
            FundColumn.PREVIOUS: spent.replace("%1", self._speaker.quarter(earlier)) if earlier else "",
            FundColumn.EXECUTED: spent.replace("%1", self._speaker.quarter(self._quarter)),
            FundColumn.RATE: self.tr("Rate"),
            FundColumn.NOTE: self.tr("Remarks"),
        }[FundColumn(column)]

    # Qt's own names from here on.

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(FundColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or self._speaker is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = section in (FundColumn.SOURCE, FundColumn.NOTE)
            return Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        return None


def _amount(amount: Decimal | None) -> str:
    """万元 with two places, more if more were entered."""
    exponent = 0 if amount is None else amount.as_tuple().exponent
    return formatting.number(amount, max(2, -exponent if isinstance(exponent, int) else 2))


def _money(amount: Decimal | None, bold: bool = False) -> Cell:
    text = _amount(amount)
    return Cell(text, Look(right=True, tone="text-2", state=State.LOCKED, bold=bold, group_end=bold), spoken=text)


def _framed(look: Look) -> Look:
    return replace(look, frame_left=True, frame_right=True)


def _with(look: Look, state: State) -> Look:
    return replace(look, state=state)
