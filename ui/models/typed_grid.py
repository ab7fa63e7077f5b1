"""What the two grids of the entry page share: cells built once, texts passed on to recording, drafts kept."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from perftrack.errors import RefusedValue, UserError
from perftrack.services import recording, reporting
from perftrack.services.changes import Changes
from perftrack.services.messages import Speaker
from perftrack.services.workspace import Workspace
from ui.models.cell_table import CellTable
from ui.models.drafts import CellKey, Draft, Drafts
from ui.models.locking import Lock, lock_of
from ui.models.typed_cells import Batch, BlockReport, Cell, Refusal

Index = QModelIndex | QPersistentModelIndex
#: Of a block with more cells than this it is told how far it is.
_TELL_EVERY = 250


class TypedGrid(CellTable):
    """Passes texts on to recording and keeps what is not stored.

    What is typed is a text or, from the grade editor, a value whose ``str`` is a text.
    """

    progressed = Signal(int, int)
    """How many of how many cells of a large block were read; told a few times, from within the storing."""
    recorded = Signal(object)
    """A command was stored: its Changes."""
    failed = Signal(object)
    """Saving failed with this UserError; what was typed stays in its cell."""
    drafts_changed = Signal()
    previewed = Signal(object)
    """The scorecard as it would be with what is being typed; None: typing ended or does not read."""

    def __init__(self, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._workspace: Workspace | None = None
        self._speaker: Speaker | None = None
        self._quarter = Quarter.Q1
        self._card: Scorecard | None = None
        self._preview: Scorecard | None = None
        self._lock = Lock.NONE
        self._loads = 0

    @property
    def card(self) -> Scorecard | None:
        """The scorecard shown."""
        return self._card

    @property
    def quarter(self) -> Quarter:
        """The quarter that is typed into."""
        return self._quarter

    @property
    def lock(self) -> Lock:
        """Why nothing may be typed, if so."""
        return Lock.READ_ONLY if self._workspace is None or self._card is None else self._lock

    @property
    def locked(self) -> bool:
        """Whether nothing may be typed; :attr:`lock` says why."""
        return self.lock is not Lock.NONE

    def show(self, workspace: Workspace, plan_id: str, quarter: Quarter, speaker: Speaker) -> None:
        """Show another plan, quarter or language. Drafts stay with their cells."""
        self._workspace, self._speaker, self._quarter = workspace, speaker, quarter
        self._preview = None
        self.beginResetModel()
        self._load(plan_id)
        self._fill()
        self.endResetModel()

    def renew(self) -> None:
        """Ask for the plan again and announce only the cells that differ."""
        if self._card is None:
            return
        before = self._rows
        self._load(self._card.plan.id)
        if self._row_ids() != before:
            self.beginResetModel()
            self._fill()
            self.endResetModel()
        else:
            self._announce()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._card, self._preview, self._cells, self._rows = None, None, [], ()
        self.endResetModel()

    def refusals(self, batch: int) -> list[Refusal]:
        """What of one paste is still refused, in the order of the cells."""
        found = [(self._order(key), key, draft) for key, draft in self._drafts.of_batch(batch).items()]
        return [
            Refusal(key, self._place_words(key), draft.text, self.reason(draft))
            for _, key, draft in sorted(found, key=lambda each: each[0])
        ]

    def store_texts(self, wanted: Sequence[tuple[int, int, str]], aside: int = 0) -> BlockReport:
        """Store many texts, given as (row, column, text), as one transaction and one undo step.

        What does not read is kept in its cell as refused; the rest is stored.
        """
        places = [(row, column, text) for row, column, text in wanted if self._cells[row][column].editable]
        number, refused, entries = self._drafts.new_batch(), [], {}
        keys = {(row, column): self._cells[row][column].key for row, column, _ in places}
        batch = Batch({key: text for row, column, text in places if (key := keys[row, column]) is not None})
        # What needs another cell of the block to be read comes after it, wherever its column stands.
        in_order = sorted(places, key=lambda at: (at[0], _is_remark(keys[at[0], at[1]]), at[1]))
        for done, (row, column, text) in enumerate(in_order):
            if done % _TELL_EVERY == 0 and len(in_order) > _TELL_EVERY:
                self.progressed.emit(done, len(in_order))
            key = keys[row, column]
            assert key is not None
            try:
                entries[(row, column)] = (key, text, self._entry(key, text, batch))
            except RefusedValue as error:
                self._drafts.keep(key, Draft(text, error, True, number))
                refused.append((row, column))
        differs, loads = any(entry is not None for _, _, entry in entries.values()), self._loads
        stored = self._send(list(entries.values()), number, batch)
        self._after_storing(loads)
        filled, first = len(entries) if stored else 0, min(refused, default=None)
        left = aside + len(wanted) - len(places)
        return BlockReport(filled, len(refused), left, number, first, stored=stored and differs)

    def cancel_draft(self, index: Index) -> bool:
        """Throw away the refused text in a cell; the stored value shows again. False: there was none."""
        dropped = self._drafts.drop(self.cell(index).key)
        if dropped:
            self._after_storing()
        return dropped

    def drop_batch(self, batch: int) -> None:
        """Throw away the refused texts of one paste, after it was taken back."""
        if self._drafts.drop_batch(batch):
            self._after_storing()

    def preview(self, index: Index, text: object) -> None:
        """Show light and subtotal as they would be with ``text``; nothing is stored."""
        key = self.cell(index).key
        if key is None:
            return
        self._drafts.typing(key, str(text))
        if self.cell(index).editor == "prose":
            return
        try:
            self._preview = self._previewed(key, text)
        except RefusedValue:
            self._preview = None
        self._announce()
        self.previewed.emit(self._preview)

    def end_preview(self) -> None:
        """Show what is stored again."""
        self._drafts.end_typing()
        if self._preview is not None:
            self._preview = None
            self._announce()
        self.previewed.emit(None)

    def reason(self, draft: Draft) -> str:
        """Why a text is not stored, in the language of now."""
        assert self._speaker is not None
        return self._speaker.error(draft.error)

    # What a grid itself knows.

    def _row_ids(self) -> tuple[str, ...]:
        raise NotImplementedError

    def _build(self) -> list[tuple[Cell, ...]]:
        raise NotImplementedError

    def _entry(self, key: CellKey, text: object, batch: Batch) -> recording.Entry | None:
        """What to record for ``text``; None when that is stored already. Raises RefusedValue."""
        raise NotImplementedError

    def _previewed(self, key: CellKey, text: object) -> Scorecard | None:
        raise NotImplementedError

    def _command(self, entry: recording.Entry) -> Changes:
        """Record one entry."""
        raise NotImplementedError

    def _order(self, key: CellKey) -> tuple[int, int]:
        """Where a cell stands among all."""
        return self.place_of(key) or (-1, -1)

    def _place_words(self, key: CellKey) -> str:
        """Where a cell is, for people."""
        raise NotImplementedError

    # The flow.

    def _load(self, plan_id: str) -> None:
        assert self._workspace is not None
        self._card = reporting.scorecard(self._workspace, plan_id, self._quarter)
        self._loads += 1
        self._lock = lock_of(self._workspace, self._card.plan, self._quarter)

    def _fill(self) -> None:
        self._rows = self._row_ids()
        self._cells = self._build()

    def _announce(self) -> None:
        old, self._cells = self._cells, self._build()
        for row, (before, after) in enumerate(zip(old, self._cells, strict=True)):
            changed = [column for column, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
            if changed:
                self.dataChanged.emit(self.index(row, changed[0]), self.index(row, changed[-1]))

    def _store_one(self, key: CellKey, typed: object) -> bool:
        batch = Batch()
        try:
            entry = self._entry(key, typed, batch)
        except RefusedValue as error:
            self._drafts.keep(key, Draft(str(typed), error))
            self._after_storing()
            return False
        loads = self._loads
        stored = self._send([(key, str(typed), entry)], 0, batch)
        self._after_storing(loads)
        return stored

    def _send(self, typed: Sequence[tuple[CellKey, str, recording.Entry | None]], number: int, batch: Batch) -> bool:
        """Record what differs from the file; then the drafts of these cells are gone, else all texts are kept."""
        entries = [entry for _, _, entry in typed if entry is not None]
        try:
            changes = self._record(entries)
        except UserError as error:
            refused = isinstance(error, RefusedValue)
            for key, text, _ in typed:
                self._drafts.keep(key, Draft(text, error, refused, number))
            if not refused:
                self.failed.emit(error)
            return False
        for key in (*(key for key, _, _ in typed), *batch.settled):
            self._drafts.drop(key)
        if changes:
            self._preview = None
            self.recorded.emit(changes)
        return True

    def _record(self, entries: Sequence[recording.Entry]) -> Changes | None:
        assert self._workspace is not None
        if not entries:
            return None
        if len(entries) == 1:
            return self._command(entries[0])
        return recording.record_block(self._workspace, entries)

    def _after_storing(self, loads: int = -1) -> None:
        """Show what is stored, unless whoever heard of it had everything renewed since there were ``loads``."""
        if loads in (-1, self._loads):
            self._preview = None
            self.renew()
        self.drafts_changed.emit()

    # Qt's own names from here on.

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        cell = self.cell(index)
        if role != Qt.ItemDataRole.EditRole or not cell.editable or cell.key is None:
            return False
        if str(value) == cell.edit and self._drafts.get(cell.key) is None:
            return True
        return self._store_one(cell.key, value)


def _is_remark(key: CellKey | None) -> bool:
    return key is not None and key[1] in ("note", "reason", "unit note")
