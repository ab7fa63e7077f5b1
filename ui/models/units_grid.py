"""What the units of an indicator report in a quarter, as a grid to type into, with the office's value above it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.reviews import DRAFT
from perftrack.domain.scoring import Score
from perftrack.domain.units import Breakdown, OfficeValue, UnitValue, office_value
from perftrack.errors import RefusedValue
from perftrack.services import unit_tables, units
from perftrack.services.changes import Changes
from perftrack.services.draftkeeping import UNIT_NOTE, unit_owner
from perftrack.services.messages import Speaker
from perftrack.services.unit_tables import Matched, TableRow
from perftrack.services.units import UnitEntry
from perftrack.services.workspace import Workspace
from ui.models.drafts import CellKey, Drafts
from ui.models.typed_cells import Batch, BlockReport, Cell
from ui.models.typed_grid import TypedGrid
from ui.models.unit_cells import MAP, UnitColumn, UnitLine, unit_cells

Index = QModelIndex | QPersistentModelIndex
_LEFT = (UnitColumn.UNIT, UnitColumn.NOTE)


class UnitsGrid(TypedGrid):
    """One row per unit. Storing a value stores the office's with it; the preview is the office's value to be."""

    def __init__(self, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(drafts, parent)
        self._indicator_id = ""
        self._broken: Breakdown | None = None
        self._settled = False

    @property
    def breakdown(self) -> Breakdown | None:
        """How the indicator is broken down, as stored; None: it is no more."""
        return self._broken

    @property
    def score(self) -> Score | None:
        """The office's score of the indicator, as stored."""
        scores = self._card.scores if self._card else ()
        return next((score for score in scores if score.indicator.id == self._indicator_id), None)

    @property
    def locked(self) -> bool:
        """Nothing may be typed: as in every grid, or the quarter is settled, or this person does not report."""
        return super().locked or self._settled

    def show_indicator(
        self, workspace: Workspace, plan_id: str, indicator_id: str, quarter: Quarter, speaker: Speaker
    ) -> None:
        """Show another indicator or quarter. Drafts stay with their cells."""
        self._indicator_id = indicator_id
        self.show(workspace, plan_id, quarter, speaker)

    def office(self, broken: Breakdown | None = None) -> OfficeValue:
        """The office's value that follows from ``broken``, by default from what is stored."""
        given, score = broken or self._broken, self.score
        if given is None or score is None or self._card is None:
            return OfficeValue()
        return office_value(
            given, self._quarter, score.target, year=self._card.plan.year, aggregation=score.indicator.aggregation
        )

    def find(self, words: str, start: int = 0) -> int:
        """The first row from ``start`` on, around the end, whose unit's name holds ``words``; -1 for none."""
        names = [cells[UnitColumn.UNIT].text.casefold() for cells in self._cells]
        order = [*range(start, len(names)), *range(min(start, len(names)))]
        return next((row for row in order if words.casefold() in names[row]), -1)

    def store_table(self, rows: Sequence[TableRow]) -> tuple[BlockReport, Matched]:
        """Store rows by the units' names, as one step; what does not read stays red in its cell."""
        assert self._broken is not None
        found = unit_tables.matched(self._broken, rows)
        wanted: list[tuple[int, int, str]] = []
        for unit, row in found.rows:
            if unit.id in self._rows:
                place = self._rows.index(unit.id)
                texts = ((UnitColumn.VALUE, row.value), (UnitColumn.NOTE, row.note or ""))
                wanted += [(place, int(column), text) for column, text in texts if text.strip()]
        return self.store_texts(sorted(wanted)), found

    # What the base asks.

    def _load(self, plan_id: str) -> None:
        super()._load(plan_id)
        workspace, card = self._workspace, self._card
        assert workspace is not None
        assert card is not None
        self._broken = units.breakdown(workspace, self._indicator_id)
        plan, quarter = card.plan, self._quarter
        self._drafts.know(plan)
        if self._broken is not None:
            self._drafts.know_units(self._indicator_id, self._broken.units)
        self._settled = (
            workspace.reviews(plan.year).get((plan.id, quarter), DRAFT).settled
            or quarter in workspace.locks(plan.year)
            or not workspace.actor.may(Act.ENTER, plan.id, plan.section)
        )

    def _row_ids(self) -> tuple[str, ...]:
        return tuple(unit.id for unit in self._broken.asked(self._quarter)) if self._broken else ()

    def _build(self) -> list[tuple[Cell, ...]]:
        broken, score, card = self._broken, self.score, self._card
        if broken is None or score is None or card is None:
            return []
        owners = {unit_owner(self._indicator_id, unit_id): unit_id for unit_id in self._rows}
        drafts = self._drafts.of(frozenset(owners), int(self._quarter))
        editable = not self.locked
        result = []
        for unit in broken.asked(self._quarter):
            mine = {key[1]: (draft, self.reason(draft)) for key, draft in drafts.items() if owners[key[0]] == unit.id}
            result.append(unit_cells(UnitLine(unit, broken, score, self._quarter, card.plan.year, editable, mine)))
        return result

    def _entry(self, key: CellKey, text: object, batch: Batch) -> UnitEntry | None:
        owner, field, _ = key
        unit_id = owner.rpartition("/")[2]
        broken, score = self._broken, self.score
        assert broken is not None
        assert score is not None
        stored = broken.values.get(self._quarter, {}).get(unit_id)
        before = batch.values.get(("unit", unit_id), stored)
        assert before is None or isinstance(before, UnitValue)
        if field == UNIT_NOTE:
            note = str(text).strip()
            if before is None and note:
                raise RefusedValue("unit_note_alone", typed=note)
            after = None if before is None else replace(before, note=note or None)
        else:
            kept = before.value if before else "—"
            value = units.value_from_text(score.target, broken.across, str(text), kept)
            after = None if value is None else UnitValue(value, before.note if before else None)
        batch.values["unit", unit_id] = after
        return None if after == before else UnitEntry(unit_id, after)

    def _previewed(self, key: CellKey, text: object) -> OfficeValue | None:  # type: ignore[override]
        entry = self._entry(key, text, Batch())
        if entry is None or self._broken is None:
            return None
        now = dict(self._broken.values.get(self._quarter, {}))
        now.pop(entry.unit, None)
        if entry.value is not None:
            now[entry.unit] = entry.value
        return self.office(replace(self._broken, values={**self._broken.values, self._quarter: now}))

    def _record(self, entries: Sequence[UnitEntry]) -> Changes | None:  # type: ignore[override]
        assert self._workspace is not None
        return units.record_units(self._workspace, self._indicator_id, self._quarter, entries) if entries else None

    def _title(self, column: int) -> str:
        assert self._speaker is not None
        place, earlier = UnitColumn(column), self._quarter.previous
        if place in MAP:
            return self._speaker.quarter(int(MAP[place]))
        return {
            UnitColumn.UNIT: self._broken.kind if self._broken else "",
            UnitColumn.TARGET: self.tr("Target"),
            UnitColumn.PREVIOUS: self._speaker.quarter(int(earlier)) if earlier else "",
            UnitColumn.VALUE: self._speaker.quarter(int(self._quarter)),
            UnitColumn.LIGHT: self.tr("Light"),
            UnitColumn.NOTE: self.tr("Note"),
        }[place]

    # Qt's own names from here on.

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(UnitColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or self._speaker is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            if section == UnitColumn.LIGHT or section in MAP:
                return Qt.AlignmentFlag.AlignHCenter
            return Qt.AlignmentFlag.AlignLeft if section in _LEFT else Qt.AlignmentFlag.AlignRight
        return None
