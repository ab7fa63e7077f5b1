"""The cells that came back in forms, grouped by plan: what is stored, what the form says, and which are accepted."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from perftrack.errors import RefusedValue
from perftrack.services.importing.collected import Collected
from perftrack.services.importing.collected_cells import Difference, Place, State
from perftrack.services.messages import Speaker
from ui import formatting
from ui.delegates.roles import Look
from ui.models import collected_words as words
from ui.models.collected_words import Line
from ui.models.rows import RIGHT, Column, Index, RowsModel

_ROOT = QModelIndex()
_TICK = Qt.ItemDataRole.CheckStateRole
#: What must be looked at stands first.
_ORDER = (State.CONFLICT, State.REFUSED, State.CHANGED, State.NEW)
_TONES = {State.CONFLICT: "red", State.REFUSED: "red", State.CHANGED: "text", State.NEW: "text-2"}


class CollectedCells(RowsModel[Line]):
    """New and changed cells come ticked; conflicts do not; what was refused cannot be ticked."""

    ticked = Signal()
    """The choice is another."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        """``speaker`` says reasons and quarters in the language of now."""
        self._speaker = speaker
        self._chosen: set[Place] = set()
        super().__init__(parent)

    def show_forms(self, forms: Sequence[Collected]) -> None:
        """Show the cells of these forms that differ, with the choice made anew."""
        lines = [line for form in forms for line in _lines(form)]
        self._chosen = {
            line.cell.place
            for line in lines
            if line.cell is not None and line.cell.state in (State.NEW, State.CHANGED) and line.form.barred is None
        }
        self.show_rows(lines)
        self.ticked.emit()

    def chosen(self) -> frozenset[Place]:
        """The cells to accept."""
        return frozenset(self._chosen)

    def counts(self) -> dict[State, int]:
        """How many cells there are by state."""
        return {state: sum(1 for line in self.rows() if line.cell and line.cell.state is state) for state in _ORDER}

    def may_choose(self, row: int) -> bool:
        """Whether the row is a cell that can be accepted."""
        line = self.row(row)
        return line.cell is not None and line.cell.acceptable and line.form.barred is None

    def choose_all(self) -> None:
        """Accept everything that can be accepted, conflicts too."""
        self._choose(lambda _cell: True)

    def choose_none(self) -> None:
        """Accept nothing."""
        self._choose(lambda _cell: False)

    def choose_new(self) -> None:
        """Accept only where nothing is stored yet."""
        self._choose(lambda cell: cell.state is State.NEW)

    def toggle(self, rows: Iterable[int]) -> None:
        """Tick these rows, or untick them where all of them are ticked."""
        cells = [self.row(row).cell for row in rows if self.may_choose(row)]
        places = {cell.place for cell in cells if cell is not None}
        self._take(self._chosen - places if places <= self._chosen else self._chosen | places)

    def details(self, row: int) -> str:
        """What a row is too narrow for: the reason, and long texts whole; "" where nothing is cut."""
        line = self.row(row)
        if line.cell is None:
            return ""
        parts = [self._told(line)]
        if line.cell.place.field in ("cause", "remedy", "note"):
            parts.append(f"{words.stored(line)} → {words.incoming(line)}")
        return "  ".join(part for part in parts if part)

    def _choose(self, wanted: Callable[[Difference], bool]) -> None:
        cells = [self.row(row).cell for row in range(self.rowCount()) if self.may_choose(row)]
        self._take({cell.place for cell in cells if cell is not None and wanted(cell)})

    def _take(self, chosen: set[Place]) -> None:
        self._chosen = chosen
        self._looks.clear()
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.ticked.emit()

    def columns(self) -> list[Column[Line]]:
        """Tick, indicator, field, stored, incoming, effect, state."""
        return [
            Column("take", lambda: self.tr("Accept"), lambda _line: "", spoken=self._tick_word),
            Column("name", lambda: self.tr("Indicator or fund"), self._name, self._name_look, spoken=words.full_name),
            Column("field", lambda: self.tr("Field"), words.field_of, lambda _line: Look(tone="text-2", size=12)),
            Column("stored", lambda: self.tr("Stored"), words.stored, words.stored_look, spoken=words.whole_stored),
            Column(
                "incoming",
                lambda: self.tr("In the form"),
                words.incoming,
                words.incoming_look,
                spoken=words.whole_incoming,
            ),
            Column("effect", lambda: self.tr("Effect"), words.effect, words.effect_look, align=RIGHT),
            Column("state", lambda: self.tr("State"), words.state_of, self._state_look, spoken=self._told),
        ]

    def _tick_word(self, line: Line) -> str:
        if line.cell is None or not line.cell.acceptable or line.form.barred is not None:
            return ""
        return self.tr("accepted") if line.cell.place in self._chosen else self.tr("not accepted")

    def _name(self, line: Line) -> str:
        return line.form.plan.name if line.cell is None else line.cell.name

    def _name_look(self, line: Line) -> Look:
        if line.cell is not None:
            if line.cell.renamed:
                return Look(subtext=self._renamed(line.cell), subtone="amber-text")
            return Look(subtext=line.cell.unit, subtone="text-2")
        return Look(bold=True, suffix=self._heading(line.form), subtone="red" if line.form.barred else "text-2")

    def _renamed(self, cell: Difference) -> str:
        return self.tr("called “%1” in the form").replace("%1", cell.renamed)

    def _heading(self, form: Collected) -> str:
        if form.barred is not None:
            return self._speaker.error(form.barred)
        try:
            after = form.total_with(self._chosen)
        except RefusedValue as error:
            return self._speaker.error(error)
        sentence = self.tr("{year} {quarter} · total {before} → {after} · {same} cells the same")
        same = sum(1 for cell in form.cells if cell.state is State.SAME)
        told = sentence.format(
            year=form.stamp.year, quarter=self._speaker.quarter(form.stamp.quarter),
            before=formatting.points(form.total),
            after=formatting.points(after), same=same,
        )  # fmt: skip
        if not form.structure_changed:
            return told
        changed = self.tr("%1 · the plan was changed since the form was written")
        return changed.replace("%1", told)

    def _told(self, line: Line) -> str:
        cell = line.cell
        if cell is None:
            return ""
        if cell.reason is not None:
            return self._speaker.error(cell.reason)
        if cell.state is State.CONFLICT:
            sentence = self.tr("was %1 when the form was written; changed here since")
            return sentence.replace("%1", cell.before or formatting.NOTHING)
        return ""

    def _state_look(self, line: Line) -> Look:
        if line.cell is None:
            return Look()
        told = self._told(line)
        return Look(tone=_TONES[line.cell.state], subtext=told, subtone="text-2")

    # Qt's own names from here on.

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == _TICK:
            if not index.isValid() or index.column() != 0 or not self.may_choose(index.row()):
                return None
            cell = self.row(index.row()).cell
            on = cell is not None and cell.place in self._chosen
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _TICK or not index.isValid() or not self.may_choose(index.row()):
            return False
        self.toggle([index.row()])
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and self.may_choose(index.row()):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags


def _lines(form: Collected) -> list[Line]:
    cells = sorted((c for c in form.cells if c.state is not State.SAME), key=lambda cell: _ORDER.index(cell.state))
    return [Line(form), *(Line(form, cell) for cell in cells)]
