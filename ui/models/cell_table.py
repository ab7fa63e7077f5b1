"""A table of cells that are built once: what a view, a search and a delegate may ask of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.delegates.roles import LOOK, State
from ui.models.drafts import CellKey
from ui.models.typed_cells import CELL, Cell

Index = QModelIndex | QPersistentModelIndex


class CellTable(QAbstractTableModel):
    """An adapter: cells built once, rows named by their owner's id, one function per role.

    Nothing is asked or decided in ``data``.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[str, ...] = ()
        self._cells: list[tuple[Cell, ...]] = []

    def cell(self, index: Index) -> Cell:
        """The cell at ``index``; an empty one where there is none."""
        return self._cells[index.row()][index.column()] if index.isValid() else Cell()

    def cell_at(self, row: int, section: int) -> Cell:
        """The cell at a place that exists."""
        return self._cells[row][section]

    def reveal(self, owner: str) -> int:
        """The row of an indicator or fund, brought to light if need be; -1 for none."""
        raise NotImplementedError

    def spans(self) -> list[tuple[int, int, int, int]]:
        """The merged cells as (row, section, rows, sections)."""
        return []

    def place_of(self, key: CellKey) -> tuple[int, int] | None:
        """Where the cell of ``key`` is now; None: it is not shown."""
        for row, cells in enumerate(self._cells):
            for section, cell in enumerate(cells):
                if cell.key == key:
                    return row, section
        return None

    def matches(self, words: str) -> list[tuple[str, int]]:
        """(owner, section) of the rows that say ``words`` in a cell shown; letter case makes no difference."""
        wanted = words.casefold()
        hits = ((owner, _first_saying(cells, wanted)) for owner, cells in self._searched())
        return [(owner, section) for owner, section in hits if section >= 0]

    def _searched(self) -> list[tuple[str, tuple[Cell, ...]]]:
        """Owner and cells of every row that find looks through, those a fold hides included."""
        return list(zip(self._rows, self._cells, strict=True))

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


def _first_saying(cells: Sequence[Cell], wanted: str) -> int:
    """The section of the first cell that says ``wanted``, -1 for none; placeholders say nothing."""
    for section, cell in enumerate(cells):
        said = cell.edit if State.EMPTY in cell.look.state else f"{cell.text}\n{cell.edit}"
        if wanted in said.casefold():
            return section
    return -1


_ROLES: dict[int, Callable[[Cell], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda cell: cell.text,
    Qt.ItemDataRole.EditRole: lambda cell: cell.edit,
    Qt.ItemDataRole.ToolTipRole: lambda cell: cell.tip or None,
    Qt.ItemDataRole.AccessibleTextRole: lambda cell: cell.spoken,
    LOOK: lambda cell: cell.look,
    CELL: lambda cell: cell,
}
