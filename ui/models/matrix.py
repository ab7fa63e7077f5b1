"""The matrix of an office: plans down, indicators across, in every cell what was reached under its own bands."""

from collections.abc import Sequence
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.decimals import ZERO, divide, rounded
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import PlanKind
from ui import formatting
from ui.models import matrix_cells
from ui.models.matrix_cells import MatrixCell
from ui.models.matrix_rows import MatrixRows, PlanRow, Row, SectionRow
from ui.models.matrix_shape import Kind, MatrixColumn

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
CELL = Qt.ItemDataRole.UserRole + 1
#: Of a row header: the row behind it.
ROW = Qt.ItemDataRole.UserRole + 2


class Shown(IntEnum):
    """What the cells say."""

    RATE = 0
    VALUE = 1


class Matrix(QAbstractTableModel):
    """An adapter over :class:`MatrixRows`. Cells are made when they are first asked for and kept until they change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = MatrixRows()
        self._cards: tuple[Scorecard, ...] = ()
        self._sections: tuple[str, ...] = ()
        self._said = Shown.RATE
        self._sort: tuple[MatrixColumn | None, bool] = (None, False)

    def show_cards(self, cards: Sequence[Scorecard], sections: Sequence[str]) -> None:
        """Show the cards of a year; only what changed since is drawn anew where the plans are the same."""
        same = self._sections == tuple(sections)
        self._cards, self._sections = tuple(cards), tuple(sections)
        changed = self._rows.renew(self._cards) if same else None
        if changed is None:
            self._reset(anew=True)
            return
        if changed and self._sort[0] is not None:
            self._reorder()
        sections_of = [section for row in changed if (section := self._rows.section_of(row)) is not None]
        touched = {id(row) for row in (*changed, *sections_of)}
        for i, row in enumerate(self._rows.shown if touched else ()):
            if id(row) in touched:
                self.dataChanged.emit(self.index(i, 0), self.index(i, self.columnCount() - 1))

    def arrange(self, *, by_name: bool, hide_empty: bool) -> None:
        """Columns by name or by place; with or without what nobody reported."""
        if (by_name, hide_empty) != (self._rows.by_name, self._rows.hide_empty):
            anew = by_name != self._rows.by_name
            self._rows.by_name, self._rows.hide_empty = by_name, hide_empty
            self._sort = self._sort if not anew else (None, False)
            self._reset(anew=anew)

    def say(self, said: Shown) -> None:
        """Rates or values in the cells."""
        if said is not self._said:
            self._said = said
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def renew_words(self) -> None:
        """Say everything in the language of now."""
        self._reset(anew=True)

    def is_by_name(self) -> bool:
        """Whether the columns carry the names of indicators."""
        return self._rows.by_name

    def row(self, place: int) -> Row:
        """The plan or section in a row."""
        return self._rows.shown[place]

    def column(self, place: int) -> MatrixColumn:
        """What stands in a column."""
        return self._rows.columns[place]

    def cell(self, row: Row, column: MatrixColumn) -> MatrixCell:
        """A cell, made when it is first asked for."""
        known = row.cells.get(column)
        if known is None:
            known = self._plan_cell(row, column) if isinstance(row, PlanRow) else self._section_cell(row, column)
            row.cells[column] = known
        return known

    def fold(self, place: int) -> None:
        """Fold or unfold the section in a row."""
        row = self.row(place)
        if isinstance(row, SectionRow):
            row.folded = not row.folded
            self._reset(anew=False)

    def target(self, index: Index) -> tuple[str, str]:
        """(plan id, indicator id) a cell leads to; "" for the indicator where there is none."""
        row = self.row(index.row())
        if not isinstance(row, PlanRow):
            return "", ""
        place = row.places.get(self.column(index.column()).key)
        return row.card.plan.id, "" if place is None else row.card.scores[place].indicator.id

    def place_of(self, plan_id: str, column: MatrixColumn | None) -> QModelIndex:
        """Where a plan stands; in ``column`` if that is shown."""
        columns = self._rows.columns
        for i, row in enumerate(self._rows.shown):
            if isinstance(row, PlanRow) and row.card.plan.id == plan_id:
                return self.index(i, columns.index(column) if column in columns else 0)
        return QModelIndex()

    def hits(self, words: str) -> list[tuple[int, int]]:
        """(row, column) of plans, sections and indicators whose name holds ``words``."""
        wanted, found = words.casefold(), []
        columns = {column.key: place for place, column in enumerate(self._rows.columns) if column.kind is Kind.ITEM}
        for i, row in enumerate(self._rows.shown):
            if wanted in self._name(row).casefold():
                found.append((i, 0))
            for key, place in row.places.items() if isinstance(row, PlanRow) else ():
                if wanted in row.card.scores[place].indicator.name.casefold() and key in columns:
                    found.append((i, columns[key]))
        return sorted(found)

    def block(self, rows: Sequence[int], columns: Sequence[int]) -> list[list[str]]:
        """Rows of words with their head, for the clipboard."""
        head = [self.tr("Section"), self.tr("Plan"), *(self._title(self.column(column)) for column in columns)]
        return [head, *(self._copied(self.row(row), columns) for row in rows)]

    def _copied(self, row: Row, columns: Sequence[int]) -> list[str]:
        named = [self._name(row), ""] if isinstance(row, SectionRow) else [row.section or "", self._name(row)]
        cells = (self.cell(row, self.column(column)) for column in columns)
        by_place = not self._rows.by_name
        return named + [
            f"{cell.name} {self._words(cell)}" if cell.name and by_place else self._words(cell) for cell in cells
        ]

    def _words(self, cell: MatrixCell) -> str:
        return cell.value if self._said is Shown.VALUE else cell.rate

    def _name(self, row: Row) -> str:
        if isinstance(row, PlanRow):
            return row.card.plan.name
        return row.section or self.tr("Without a section")

    def _title(self, column: MatrixColumn) -> str:
        if column.kind is Kind.TOTAL:
            return self.tr("Total")
        return self.tr("Execution") if column.kind is Kind.EXECUTION else column.title

    def _plan_cell(self, row: PlanRow, column: MatrixColumn) -> MatrixCell:
        card = row.card
        if column.kind is Kind.TOTAL:
            missing = self.tr("%n missing", "", len(card.missing)) if card.missing else ""
            return matrix_cells.total_cell(card.total if card.reported else None, card.pack, missing)
        if column.kind is Kind.EXECUTION:
            return matrix_cells.execution_cell(card, self.tr("{executed} of {budget} (10,000 yuan)"))
        place = row.places.get(column.key)
        if place is None:
            return matrix_cells.NO_CELL
        words = self.tr("{name}\nTarget {target}  actual {actual}\n{light}  {points} of {full} points")
        return matrix_cells.item_cell(card.scores[place], words)

    def _section_cell(self, row: SectionRow, column: MatrixColumn) -> MatrixCell:
        plans = row.plans
        pack = plans[0].card.pack
        if column.kind is Kind.TOTAL:
            totals = [each.card.total for each in plans if each.card.reported]
            mean = rounded(divide(sum(totals, ZERO), Decimal(len(totals)))) if totals else None
            return matrix_cells.total_cell(mean, pack, self.tr("Mean of %n plan(s)", "", len(totals)))
        if column.kind is Kind.EXECUTION:
            return matrix_cells.NO_CELL
        found = [each.card.scores[each.places[column.key]] for each in plans if column.key in each.places]
        return matrix_cells.section_cell(found, pack, self.tr("{points} of {full} points, {count} indicators"))

    def _reset(self, *, anew: bool) -> None:
        self.beginResetModel()
        if anew:
            self._rows.take(self._cards, self._sections)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        column, descending = self._sort
        by = None if column is None else lambda row: self.cell(row, column).by
        self._rows.arrange(by, descending)

    def _reorder(self) -> None:
        self.layoutAboutToBeChanged.emit()
        kept, before = self.persistentIndexList(), self._rows.shown
        self._arrange()
        places = {id(row): i for i, row in enumerate(self._rows.shown)}
        moved = [self.index(places[id(before[each.row()])], each.column()) for each in kept]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows.shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role not in (CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, _SPOKEN):
            return None
        row = self.row(index.row())
        cell = self.cell(row, self.column(index.column()))
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(cell)
        if role == CELL:
            return cell
        if role == _SPOKEN:
            return f"{self._name(row)}, {cell.spoken or formatting.NOTHING}"
        return cell.tip or None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if not 0 <= section < self.columnCount():
                return None
            column = self.column(section)
            if role == ROW:
                return column
            return self._title(column) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None
        if not 0 <= section < self.rowCount():
            return None
        if role == ROW:
            return self.row(section)
        return (
            self._name(self.row(section))
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            else None
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        wanted = self.column(column) if 0 <= column < self.columnCount() else None
        self._sort = (wanted, order == Qt.SortOrder.DescendingOrder)
        self._reorder()


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def is_department(row: Row) -> bool:
    """Whether a row is the department as a whole."""
    return isinstance(row, PlanRow) and row.card.plan.kind is PlanKind.DEPARTMENT
