"""The funds of a plan as a model: budgets, what was spent to date, and the rate; the last row is the sum."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from perftrack.domain.decimals import EXACT, HUNDRED, divide, plain, rounded
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Fund
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import Light
from perftrack.errors import RefusedValue
from perftrack.services import recording, remarks, typing
from perftrack.services.changes import Changes
from ui import formatting, theme
from ui.delegates.roles import Execution, Look, State
from ui.models.drafts import CellKey
from ui.models.entry_values import drafted
from ui.models.entry_words import not_filled, nothing_there, state_words
from ui.models.funds_columns import FundColumn, executed_column, quarter_of
from ui.models.typed_cells import Batch, Cell
from ui.models.typed_grid import TypedGrid

Index = QModelIndex | QPersistentModelIndex
_TOTAL = "total"


class FundsGrid(TypedGrid):
    """One row per fund and one for all of them."""

    _reasons: Mapping[str, str] = {}

    def reveal(self, fund_id: str) -> int:
        """The row of a fund; none is ever hidden."""
        return self.row_of(fund_id)

    def row_of(self, fund_id: str) -> int:
        """The row of a fund, -1 if it is not here."""
        return self._rows.index(fund_id) if fund_id in self._rows else -1

    def value_column(self) -> int:
        """The section of what was spent by the end of the quarter shown."""
        return int(executed_column(self._quarter))

    # What the base asks.

    def _load(self, plan_id: str) -> None:
        super()._load(plan_id)
        assert self._workspace is not None
        self._reasons = remarks.revision_reasons(self._workspace, plan_id)

    def _row_ids(self) -> tuple[str, ...]:
        return (*(fund.id for fund in self._card.plan.funds), _TOTAL) if self._card else ()

    def _build(self) -> list[tuple[Cell, ...]]:
        card = self._card
        if card is None:
            return []
        editable = not self.locked
        painted = self._preview or card
        rows = [self._row(fund, now, editable) for fund, now in zip(card.plan.funds, painted.plan.funds, strict=True)]
        return [*rows, self._total(painted)]

    def _row(self, fund: Fund, now: Fund, editable: bool) -> tuple[Cell, ...]:
        return (
            Cell(fund.source, Look(), tip=fund.source, spoken=fund.source),
            _money(fund.initial),
            self._revised(fund, editable),
            self._reason(fund, editable),
            *(self._executed(fund, quarter, editable) for quarter in QUARTERS),
            self._rate(now.executed_by(self._quarter), now.budget),
        )

    def _key(self, fund: Fund, field: str) -> CellKey:
        return (fund.id, field, int(self._quarter))

    def _revised(self, fund: Fund, editable: bool) -> Cell:
        key, state = self._key(fund, "revised"), State.NONE if editable else State.LOCKED
        edit = "" if fund.revised is None else plain(fund.revised)
        base = Cell(edit=edit, editor="amount", editable=editable, key=key)
        draft = self._drafts.get(key)
        if draft is not None:
            return drafted(base, draft, self.reason(draft), state)
        # A budget that was not revised is the initial one: read as such, typed as nothing.
        look = Look(right=True, state=state, tone="text-3" if fund.revised is None else "text")
        text = _amount(fund.budget)
        return replace(base, text=text, look=look, spoken=f"{text} {state_words(look)}")

    def _reason(self, fund: Fund, editable: bool) -> Cell:
        key, text = self._key(fund, "reason"), self._reasons.get(fund.id, "")
        base = Cell(edit=text, editor="prose", editable=editable, key=key)
        draft, waiting = self._drafts.get(key), self._drafts.get(self._key(fund, "revised"))
        if draft is not None:
            return drafted(base, draft, self.reason(draft), State.NONE)
        if text:
            return replace(base, text=text, look=Look(size=theme.SMALL), tip=text, spoken=text)
        asked = editable and (waiting is not None or fund.revised is not None)
        look = Look(size=theme.SMALL, tone="text-3", state=State.EMPTY if asked else State.NONE)
        if waiting is not None and waiting.error.code == "revision_needs_reason":
            words = self.tr("Give the reason")
            loud = replace(look, tone="red", state=State.NONE)
            return replace(base, text=words, look=loud, tip=self.reason(waiting), spoken=self.reason(waiting))
        words = not_filled() if asked else ""
        return replace(base, text=words, look=look, spoken=words or nothing_there())

    def _executed(self, fund: Fund, quarter: Quarter, editable: bool) -> Cell:
        amount = fund.executed.get(quarter)
        if quarter != self._quarter:
            state = State.LOCKED if quarter < self._quarter else State.NONE
            tone = "text-2" if quarter < self._quarter else "text-3"
            return Cell(_amount(amount), Look(right=True, tone=tone, state=state), spoken=_amount(amount))
        state = State.NONE if editable else State.LOCKED
        frame = Look(right=True, frame_left=True, frame_right=True, state=state)
        base = Cell(editor="amount", editable=editable, key=self._key(fund, "executed"))
        draft = self._drafts.get(base.key)
        if draft is not None:
            return _framed(drafted(base, draft, self.reason(draft), state))
        if amount is None:
            look = replace(frame, state=state | State.EMPTY)
            words = not_filled() if editable and fund.budget else formatting.NOTHING
            return replace(base, text=words, look=look, spoken=state_words(look))
        text = _amount(amount)
        return replace(base, text=text, edit=plain(amount), look=frame, spoken=f"{text} {state_words(frame)}")

    def _rate(self, spent: Decimal | None, budget: Decimal, light: Light | None = None, bold: bool = False) -> Cell:
        if not budget:
            text = formatting.NOTHING
            return Cell(text, Look(right=True, tone="text-2", bold=bold, group_end=bold), spoken=text)
        rate = None if spent is None else rounded(divide(EXACT.multiply(spent, HUNDRED), budget))
        gone = Decimal(25) * int(self._quarter)
        text = formatting.percent(rate)
        bar = Execution(None if rate is None else float(rate) / 100, float(gone) / 100, light.value if light else "")
        words = self.tr("%1, %2 of the year gone").replace("%1", text).replace("%2", formatting.percent(gone, 0))
        return Cell(text, Look(draw=bar, bold=bold, group_end=bold), tip=words, spoken=words)

    def _total(self, card: Scorecard) -> tuple[Cell, ...]:
        plan, execution = card.plan, card.execution
        initial = sum((fund.initial for fund in plan.funds), Decimal(0))
        name = Cell(self.tr("Total"), Look(bold=True, group_end=True), spoken=self.tr("Total"))
        spent = []
        for quarter in QUARTERS:
            reported = any(quarter in fund.executed for fund in plan.funds) or quarter == self._quarter
            cell = _money(plan.executed_by(quarter) if reported else None, bold=True, past=quarter < self._quarter)
            spent.append(_framed(cell) if quarter == self._quarter else cell)
        return (
            name,
            _money(initial, bold=True),
            _money(plan.budget, bold=True, past=False),
            Cell(look=Look(group_end=True)),
            *spent,
            self._rate(execution.executed, plan.budget, execution.light, bold=True),
        )

    # What is typed.

    def _entry(self, key: CellKey, text: object, batch: Batch) -> recording.Entry | None:
        fund, field, typed = self._fund(key[0]), key[1], str(text)
        if field == "executed":
            stored = fund.executed.get(self._quarter)
            amount = typing.amount_from_text(typed, stored)
            same = amount == stored and (amount is None or plain(amount) == plain(stored or amount))
            return None if same else recording.ExecutedEntry(fund.id, self._quarter, amount)
        if field == "revised":
            return self._revision(fund, typed, batch)
        return self._explanation(fund, typed, batch)

    def _revision(self, fund: Fund, typed: str, batch: Batch) -> recording.Entry | None:
        amount = typing.amount_from_text(typed, fund.revised)
        reason = batch.texts.get(self._key(fund, "reason"), self._reasons.get(fund.id, "")).strip()
        waiting = self._drafts.get(self._key(fund, "reason"))
        if not reason and waiting is not None:
            reason = waiting.text.strip()
        if amount is not None and not reason:
            kept = formatting.NOTHING if fund.revised is None else plain(fund.revised)
            raise RefusedValue("revision_needs_reason", typed=typed.strip(), kept=kept)
        batch.values["revised", fund.id] = amount
        batch.settled.append(self._key(fund, "reason"))
        if amount == fund.revised and reason == self._reasons.get(fund.id, ""):
            return None
        return recording.RevisedEntry(fund.id, amount, reason)

    def _explanation(self, fund: Fund, typed: str, batch: Batch) -> recording.Entry | None:
        """The reason of a revision; a budget that waited for it is stored with it."""
        reason, revised = typed.strip(), self._key(fund, "revised")
        amount = fund.revised
        waiting = self._drafts.get(revised)
        if ("revised", fund.id) in batch.values:
            amount = batch.values["revised", fund.id]  # type: ignore[assignment]
        elif waiting is not None and revised not in batch.texts and reason:
            amount = typing.amount_from_text(waiting.text, fund.revised)
        if amount is None:
            if reason:
                raise RefusedValue("reason_without_revision", typed=reason)
            return None
        if not reason:
            raise RefusedValue("revision_needs_reason", typed="", kept=plain(amount))
        if waiting is not None and revised not in batch.texts:
            batch.settled.append(revised)
        if amount == fund.revised and reason == self._reasons.get(fund.id, ""):
            return None
        return recording.RevisedEntry(fund.id, amount, reason)

    def _previewed(self, key: CellKey, text: object) -> Scorecard | None:
        if self._card is None or key[1] != "executed":
            return None
        amount = typing.amount_from_text(str(text))
        return typing.preview_executed(self._card.plan, key[0], self._quarter, amount, self._card.pack)

    def _command(self, entry: recording.Entry) -> Changes:
        assert self._workspace is not None
        if isinstance(entry, recording.RevisedEntry):
            return recording.record_revised(self._workspace, entry.fund, entry.amount, entry.reason)
        assert isinstance(entry, recording.ExecutedEntry)
        return recording.record_executed(self._workspace, entry.fund, entry.quarter, entry.amount)

    def _fund(self, fund_id: str) -> Fund:
        assert self._card is not None
        return self._card.plan.funds[self._rows.index(fund_id)]

    def _place_words(self, key: CellKey) -> str:
        columns = {"revised": FundColumn.REVISED, "reason": FundColumn.REASON}
        column = columns.get(key[1], executed_column(self._quarter))
        return self.tr("%1, %2").replace("%1", self._fund(key[0]).source).replace("%2", self._title(int(column)))

    def _title(self, column: int) -> str:
        assert self._speaker is not None
        quarter = quarter_of(column)
        if quarter is not None:
            return self._speaker.quarter(quarter)
        return {
            FundColumn.SOURCE: self.tr("Fund"),
            FundColumn.INITIAL: self.tr("Initial budget"),
            FundColumn.REVISED: self.tr("Full-year budget"),
            FundColumn.REASON: self.tr("Reason of revision"),
            FundColumn.RATE: self.tr("Rate"),
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
            left = section in (FundColumn.SOURCE, FundColumn.REASON, FundColumn.RATE)
            return Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        return None


def _amount(amount: Decimal | None) -> str:
    """万元 with two places, more if more were entered."""
    exponent = 0 if amount is None else amount.as_tuple().exponent
    return formatting.number(amount, max(2, -exponent if isinstance(exponent, int) else 2))


def _money(amount: Decimal | None, bold: bool = False, past: bool = True) -> Cell:
    text = _amount(amount)
    look = Look(right=True, tone="text-2", state=State.LOCKED if past else State.NONE, bold=bold, group_end=bold)
    return Cell(text, look, spoken=text)


def _framed(cell: Cell) -> Cell:
    return replace(cell, look=replace(cell.look, frame_left=True, frame_right=True))
