"""Widths of the grids' columns: the design's, grown and shrunk to the page, or as the user pulled them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from ui import theme
from ui.delegates import painting
from ui.delegates.lights import ORDER
from ui.models.entry_cells import Column
from ui.models.funds_grid import FundColumn

#: (wanted, least) width in pixels, in the order of the columns.
ENTRY = ((76, 64), (92, 76), (160, 112), (84, 60), (72, 56), (66, 56), (66, 56), (64, 60), (140, 92), (124, 72))
FUNDS = ((232, 120), (104, 88), (104, 88), (112, 88), (104, 88), (96, 72), (180, 96))
#: Columns that take what is left over, each with its share.
ENTRY_GROWS = ((Column.INDICATOR, 3), (Column.CAUSE, 4), (Column.REMEDY, 3))
FUNDS_GROWS = ((FundColumn.SOURCE, 1), (FundColumn.NOTE, 2))


class Columns(QObject):
    """Keeps the columns of one table in step with its header and the room there is."""

    def __init__(
        self,
        table: QTableView,
        header: QHeaderView,
        widths: Sequence[tuple[int, int]],
        grows: Sequence[tuple[int, int]],
        lights: Sequence[int] = (),
    ) -> None:
        """``lights``: columns that must hold the longest word of a light."""
        super().__init__(table)
        self._table, self._header, self._widths, self._grows = table, header, widths, grows
        self._light_columns, self._lights = lights, dict[int, int]()
        self._own: dict[int, int] = {}
        self._room, self._fitting = 0, False
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(False)
        header.sectionResized.connect(self._resized)

    def own_widths(self) -> str:
        """The widths the user gave, as one text for the settings."""
        return ",".join(f"{column}:{width}" for column, width in sorted(self._own.items()))

    def take_own(self, text: str) -> None:
        """Use widths remembered by :meth:`own_widths`; what does not read is left out."""
        pairs = (part.split(":") for part in text.split(",") if ":" in part)
        known = {int(a): int(b) for a, b in pairs if a.isdigit() and b.isdigit()}
        self._own = {column: width for column, width in known.items() if column < len(self._widths) and width >= 24}
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Use ``room`` pixels: leave no gap at the right and, as far as the least widths allow, no overhang."""
        if room <= 0 or self._header.count() != len(self._widths):
            return
        self._room, self._fitting = room, True
        widest = max(painting.light_width(light) for light in ORDER)
        self._lights = {column: round(widest) + 12 for column in self._light_columns}
        for column, width in enumerate(self._fitted(room)):
            if self._header.isSectionHidden(column):
                continue
            self._header.resizeSection(column, width)
            self._table.setColumnWidth(column, width)
        self._fitting = False

    def _fitted(self, room: int) -> list[int]:
        hidden = self._header.isSectionHidden
        wanted = [0 if hidden(each) else self._own.get(each, self._wanted(each)) for each in range(len(self._widths))]
        spare = room - sum(wanted)
        grows = [(column, part) for column, part in self._grows if column not in self._own]
        if spare > 0 and grows:
            parts = sum(part for _, part in grows)
            for column, part in grows:
                wanted[column] += spare * part // parts
            wanted[grows[-1][0]] += room - sum(wanted)
        elif spare < 0:
            least = [min(width, self._least(column)) for column, width in enumerate(wanted)]
            give = sum(wanted) - sum(least)
            if give > 0:
                share = min(1.0, -spare / give)
                wanted = [width - int((width - low) * share) for width, low in zip(wanted, least, strict=True)]
        return wanted

    def _title_width(self, column: int) -> int:
        model = self._header.model()
        words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        return round(painting.width(words, theme.SMALL, True)) + 2 * theme.CELL_PADDING + 2

    def _wanted(self, column: int) -> int:
        return max(self._widths[column][0], self._title_width(column), self._lights.get(column, 0))

    def _least(self, column: int) -> int:
        return max(self._widths[column][1], min(self._title_width(column), 96), self._lights.get(column, 0))

    def _resized(self, column: int, before: int, width: int) -> None:
        if not (before and width):
            return  # hidden or shown again, not pulled
        self._table.setColumnWidth(column, width)
        if not self._fitting:
            self._own[column] = width
