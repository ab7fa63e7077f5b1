"""The table of the units' sub-grid: typed into like the entry grid, and it takes blocks by the units' names."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from perftrack.services import unit_tables
from ui.delegates.header import HeaderView
from ui.delegates.unit_heat import UnitHeatDelegate
from ui.models import clipboard
from ui.models.unit_cells import MAP, UnitColumn
from ui.models.units_grid import UnitsGrid
from ui.pages.entry_parts.columns import Columns
from ui.pages.entry_parts.view import EntryView

#: (wanted, least) width in pixels.
_WIDTHS = {
    UnitColumn.UNIT: (140, 96),
    UnitColumn.TARGET: (92, 72),
    UnitColumn.PREVIOUS: (88, 64),
    UnitColumn.VALUE: (104, 84),
    UnitColumn.LIGHT: (72, 60),
    UnitColumn.NOTE: (140, 96),
} | dict.fromkeys(MAP, (88, 72))
_GROWS = {UnitColumn.UNIT: 2, UnitColumn.NOTE: 3}


class UnitsView(EntryView):
    """Scrolls by itself; 45 units are many."""

    names_pasted = Signal(object, object)
    """A block with names was put in: its BlockReport, and what matched."""

    def __init__(self, model: UnitsGrid, parent: QWidget | None = None) -> None:
        super().__init__(model, "", parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        header = HeaderView(self)
        self.setHorizontalHeader(header)
        self.columns = Columns(self, header, _WIDTHS, _GROWS, lambda: tuple(UnitColumn), UnitColumn.LIGHT)
        header.set_strong({int(UnitColumn.VALUE)})
        self._heat = UnitHeatDelegate(self, rows=False)
        for column in MAP:
            self.setItemDelegateForColumn(int(column), self._heat)

    def show_quarter(self, first: bool, locked: bool) -> None:
        """Without a quarter before there is no column for it; a locked quarter carries the lock."""
        self.setColumnHidden(int(UnitColumn.PREVIOUS), first)
        header = self.horizontalHeader()
        assert isinstance(header, HeaderView)
        header.set_locked({int(UnitColumn.VALUE)} if locked else set())
        self.fit()

    def fit(self) -> None:
        """Give the columns the room there is."""
        self.columns.fit(self.viewport().width())

    def paste(self) -> None:
        """Put the block on the clipboard in: by names if its first column holds them, else from here on."""
        model, text = self._grid, QApplication.clipboard().text()
        assert isinstance(model, UnitsGrid)
        broken = model.breakdown
        block = clipboard.read_block(text) if text else []
        if broken is not None and unit_tables.holds_names(broken, block):
            self.names_pasted.emit(*model.store_table(unit_tables.rows_of(block)))
        else:
            super().paste()

    def _fit_height(self) -> None:
        """As high as the dialog gives."""

    # Qt's own names from here on.

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()
