"""Which columns the entry grid shows and in which order: the menu, and what is remembered."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.models.entry_columns import ALWAYS, FIRST, STANDARD, Column, column_name, read_columns, shifted, write_columns
from ui.models.entry_grid import EntryGrid
from ui.settings import Settings

_KEY = "entry/shown"


class ShownColumns(QObject):
    """Changes the columns of the grid as the user wishes and remembers them."""

    reset_requested = Signal()
    """The design's columns are wanted again: own widths are to go too."""
    changed = Signal()

    def __init__(self, grid: EntryGrid, settings: Settings) -> None:
        super().__init__(grid)
        self._grid, self._settings = grid, settings
        grid.show_columns(read_columns(settings.text(_KEY)))

    def menu(self, parent: QWidget, section: int) -> QMenu:
        """Every column to show or hide; moving that of ``section``; the standard ones again."""
        menu = QMenu(parent)
        shown = self._grid.columns()
        for column in self._grid.offered():
            action = menu.addAction(column_name(column))
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.setEnabled(column not in ALWAYS)
            action.triggered.connect(lambda on, column=column: self._turn(column, on))
        menu.addSeparator()
        here = shown[section] if 0 <= section < len(shown) else None
        for forward, words, keys in (
            (False, self.tr("Move column left"), "Ctrl+Shift+Left"),
            (True, self.tr("Move column right"), "Ctrl+Shift+Right"),
        ):
            action = menu.addAction(words)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(here is not None and shifted(shown, here, forward) != shown)
            action.triggered.connect(lambda _on=False, forward=forward: self.shift(section, forward))
        menu.addAction(self.tr("Standard columns")).triggered.connect(self._reset)
        return menu

    def shift(self, section: int, forward: bool) -> None:
        """Move a column one place on or back."""
        shown = self._grid.columns()
        if 0 <= section < len(shown):
            self.arrange(shifted(shown, shown[section], forward))

    def arrange(self, order: tuple[Column, ...]) -> None:
        """Show the columns in this order, as far as the form allows; what has nothing to show here keeps its wish."""
        waiting = [each for each in self._grid.wanted_columns() if each not in self._grid.columns()]
        self._use((*order, *waiting))

    def _turn(self, column: Column, on: bool) -> None:
        wanted = [each for each in self._grid.wanted_columns() if each is not column]
        if on:
            # It comes in where the form has it: before the first shown column that stands behind it there.
            behind = next((i for i, each in enumerate(wanted) if each > column and each not in FIRST), len(wanted))
            wanted.insert(behind, column)
        self._use(tuple(wanted))

    def _reset(self) -> None:
        self._use(STANDARD)
        self.reset_requested.emit()

    def _use(self, wanted: tuple[Column, ...]) -> None:
        self._grid.show_columns(wanted)
        self._settings.keep(_KEY, write_columns(self._grid.wanted_columns()))
        self.changed.emit()
