"""What the two grids of the entry page share: cells built once, texts passed on to recording, drafts kept."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from perftrack.errors import RefusedValue, UserError
from perftrack.services import recording, reporting
from perftrack.services.changes import Changes
from perftrack.services.messages import Speaker
from perftrack.services.workspace import Workspace
from ui.delegates.roles import LOOK
from ui.models.drafts import CellKey, Draft, Drafts
from ui.models.typed_cells import CELL, BlockReport, Cell

Index = QModelIndex | QPersistentModelIndex


class TypedGrid(QAbstractTableModel):
    """An adapter: cells built once, columns with names, one function per role.

    Nothing is asked or decided in ``data``. What is typed is a text or, from the grade editor, a value whose ``str``
    is a text.
    """

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
        self._rows: tuple[str, ...] = ()
        self._cells: list[tuple[Cell, ...]] = []

    @property
    def card(self) -> Scorecard | None:
        """The scorecard shown."""
        return self._card

    @property
    def locked(self) -> bool:
        """Whether nothing may be typed: the file is read-only, the plan fell away or the year is closed."""
        workspace, card = self._workspace, self._card
        if workspace is None or card is None:
            return True
        return workspace.read_only or card.plan.dropped is not None or card.plan.year in workspace.closed_years()

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

    def cell(self, index: Index) -> Cell:
        """The cell at ``index``; an empty one where there is none."""
        return self._cells[index.row()][index.column()] if index.isValid() else Cell()

    def store_texts(self, wanted: Sequence[tuple[int, int, str]], aside: int = 0) -> BlockReport:
        """Store many texts, given as (row, column, text), as one transaction and one undo step.

        What does not read is kept in its cell as refused; the rest is stored.
        """
        places = [(row, column, text) for row, column, text in wanted if self._cells[row][column].editable]
        batch, refused, entries = self._drafts.new_batch(), [], {}
        pending: dict[tuple[str, str], object] = {}
        for row, column, text in places:
            key = self._cells[row][column].key
            assert key is not None
            try:
                entries[(row, column)] = (key, text, self._entry(key, text, pending))
            except RefusedValue as error:
                self._drafts.keep(key, Draft(text, error, True, batch))
                refused.append((row, column))
        differs = any(entry is not None for _, _, entry in entries.values())
        stored = self._send(list(entries.values()), batch)
        self._after_storing()
        filled, first = len(entries) if stored else 0, min(refused, default=None)
        left = aside + len(wanted) - len(places)
        return BlockReport(filled, len(refused), left, batch, first, stored=stored and differs)

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

    def _entry(self, key: CellKey, text: object, pending: dict[tuple[str, str], object]) -> recording.Entry | None:
        """What to record for ``text``; None when that is stored already. Raises RefusedValue."""
        raise NotImplementedError

    def _previewed(self, key: CellKey, text: object) -> Scorecard | None:
        raise NotImplementedError

    def _command(self, entry: recording.Entry) -> Changes:
        """Record one entry."""
        raise NotImplementedError

    # The flow.

    def _load(self, plan_id: str) -> None:
        assert self._workspace is not None
        self._card = reporting.scorecard(self._workspace, plan_id, self._quarter)

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
        try:
            entry = self._entry(key, typed, {})
        except RefusedValue as error:
            self._drafts.keep(key, Draft(str(typed), error))
            self._after_storing()
            return False
        stored = self._send([(key, str(typed), entry)], 0)
        self._after_storing()
        return stored

    def _send(self, typed: Sequence[tuple[CellKey, str, recording.Entry | None]], batch: int) -> bool:
        """Record what differs from the file; then the drafts of these cells are gone, else all texts are kept."""
        entries = [entry for _, _, entry in typed if entry is not None]
        try:
            changes = self._record(entries)
        except UserError as error:
            refused = isinstance(error, RefusedValue)
            for key, text, _ in typed:
                self._drafts.keep(key, Draft(text, error, refused, batch))
            if not refused:
                self.failed.emit(error)
            return False
        for key, _, _ in typed:
            self._drafts.drop(key)
        if changes:
            self.recorded.emit(changes)
        return True

    def _record(self, entries: Sequence[recording.Entry]) -> Changes | None:
        assert self._workspace is not None
        if not entries:
            return None
        if len(entries) == 1:
            return self._command(entries[0])
        return recording.record_block(self._workspace, entries)

    def _after_storing(self) -> None:
        self._preview = None
        self.renew()
        self.drafts_changed.emit()

    # Qt's own names from here on.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._cells)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return usual | Qt.ItemFlag.ItemIsEditable if self.cell(index).editable else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        ask = _ROLES.get(role)
        if ask is None or not index.isValid():
            return None
        return ask(self._cells[index.row()][index.column()])

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        cell = self.cell(index)
        if role != Qt.ItemDataRole.EditRole or not cell.editable or cell.key is None:
            return False
        if str(value) == cell.edit and self._drafts.get(cell.key) is None:
            return True
        return self._store_one(cell.key, value)


_ROLES: dict[int, Callable[[Cell], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda cell: cell.text,
    Qt.ItemDataRole.EditRole: lambda cell: cell.edit,
    Qt.ItemDataRole.ToolTipRole: lambda cell: cell.tip or None,
    Qt.ItemDataRole.AccessibleTextRole: lambda cell: cell.spoken,
    LOOK: lambda cell: cell.look,
    CELL: lambda cell: cell,
}
