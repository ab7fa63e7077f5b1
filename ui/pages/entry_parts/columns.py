"""Widths of the grids' columns: the design's, grown and shrunk to the page, or as the user pulled them."""

from collections.abc import Callable, Mapping
from enum import IntEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from ui import theme
from ui.delegates import painting
from ui.delegates.lights import ORDER
from ui.models.entry_columns import Column
from ui.models.funds_columns import FundColumn

#: A title gives way to its neighbours beyond this width.
_TITLE = 84
Widths = Mapping[IntEnum, tuple[int, int]]

#: (wanted, least) width in pixels.
ENTRY: Widths = {
    Column.LEVEL1: (76, 72),
    Column.LEVEL2: (92, 76),
    Column.INDICATOR: (160, 112),
    Column.PRIOR: (72, 56),
    Column.TARGET: (84, 60),
    Column.MILESTONE: (64, 52),
    Column.PREVIOUS: (72, 56),
    Column.IN_QUARTER: (66, 56),
    Column.TO_DATE: (66, 56),
    Column.LIGHT: (64, 60),
    Column.SCORE: (64, 56),
    Column.CAUSE: (140, 92),
    Column.REMEDY: (124, 72),
    Column.NOTE: (124, 72),
    Column.EVIDENCE: (52, 40),
}
FUNDS: Widths = {
    FundColumn.SOURCE: (140, 84),
    FundColumn.INITIAL: (88, 72),
    FundColumn.REVISED: (96, 72),
    FundColumn.REASON: (140, 88),
    FundColumn.Q1: (76, 64),
    FundColumn.Q2: (76, 64),
    FundColumn.Q3: (76, 64),
    FundColumn.Q4: (76, 64),
    FundColumn.RATE: (140, 124),
}
#: Columns that take what is left over, each with its share.
ENTRY_GROWS: Mapping[IntEnum, int] = {Column.INDICATOR: 3, Column.CAUSE: 4, Column.REMEDY: 3, Column.NOTE: 3}
FUNDS_GROWS: Mapping[IntEnum, int] = {FundColumn.SOURCE: 1, FundColumn.REASON: 2}


class Columns(QObject):
    """Keeps the columns of one table in step with its header and the room there is."""

    def __init__(
        self,
        table: QTableView,
        header: QHeaderView,
        widths: Widths,
        grows: Mapping[IntEnum, int],
        shown: Callable[[], tuple[IntEnum, ...]],
        light: IntEnum | None = None,
    ) -> None:
        """``shown`` tells which column each section is; ``light`` must hold the longest word of a light."""
        super().__init__(table)
        self._table, self._header, self._widths, self._grows = table, header, widths, grows
        self._shown, self._light, self._light_room = shown, light, 0
        self._own: dict[IntEnum, int] = {}
        self._room, self._fitting = 0, False
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(False)
        header.sectionResized.connect(self._resized)

    def own_widths(self) -> str:
        """The widths the user gave, as one text for the settings."""
        return ",".join(f"{column.name}:{width}" for column, width in sorted(self._own.items()))

    def take_own(self, text: str) -> None:
        """Use widths remembered by :meth:`own_widths`; what does not read is left out."""
        pairs = (part.split(":") for part in text.split(",") if part.count(":") == 1)
        given = {name: int(width) for name, width in pairs if width.isdigit()}
        self._own = {column: given[column.name] for column in self._widths if given.get(column.name, 0) >= 24}
        self.fit(self._room)

    def forget_own(self) -> None:
        """Use the design's widths again."""
        self._own.clear()
        self.fit(self._room)

    def fit(self, room: int) -> int:
        """Use ``room`` pixels: leave no gap at the right and, as far as the least widths allow, no overhang.

        The width that came of it, which is more than ``room`` where too much is shown.
        """
        shown = self._shown()
        if room <= 0 or self._header.count() != len(shown):
            return room
        self._room, self._fitting = room, True
        self._light_room = round(max(painting.light_width(light) for light in ORDER)) + 12
        widths = self._fitted(room, shown)
        for section, width in enumerate(widths):
            if self._header.isSectionHidden(section):
                continue  # one resized while it is hidden comes back without a width
            self._header.resizeSection(section, width)
            self._table.setColumnWidth(section, width)
        self._fitting = False
        return sum(widths)

    def _fitted(self, room: int, shown: tuple[IntEnum, ...]) -> list[int]:
        hidden = self._header.isSectionHidden
        wanted = [0 if hidden(s) else self._own.get(column, self._wanted(s, column)) for s, column in enumerate(shown)]
        spare = room - sum(wanted)
        free = [(s, self._grows[column]) for s, column in enumerate(shown) if column in self._grows]
        grows = [(section, part) for section, part in free if shown[section] not in self._own]
        if spare > 0 and grows:
            parts = sum(part for _, part in grows)
            for section, part in grows:
                wanted[section] += spare * part // parts
            wanted[grows[-1][0]] += room - sum(wanted)
        elif spare < 0:
            least = [min(width, self._least(section, shown[section])) for section, width in enumerate(wanted)]
            give = sum(wanted) - sum(least)
            if give > 0:
                share = min(1.0, -spare / give)
                wanted = [width - int((width - low) * share) for width, low in zip(wanted, least, strict=True)]
                for section in sorted(range(len(wanted)), key=lambda at: least[at] - wanted[at])[: sum(wanted) - room]:
                    wanted[section] -= wanted[section] > least[section]
        return wanted

    def _title_width(self, section: int) -> int:
        model = self._header.model()
        words = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        return round(painting.width(words, theme.SMALL, True)) + 2 * theme.CELL_PADDING + 2

    def _wanted(self, section: int, column: IntEnum) -> int:
        light = self._light_room if column is self._light else 0
        return max(self._widths[column][0], self._title_width(section), light)

    def _least(self, section: int, column: IntEnum) -> int:
        light = self._light_room if column is self._light else 0
        return max(self._widths[column][1], min(self._title_width(section), _TITLE), light)

    def _resized(self, section: int, before: int, width: int) -> None:
        if not (before and width):
            return  # hidden or shown again, not pulled
        shown = self._shown()
        if section < len(shown):
            self._table.setColumnWidth(section, width)
            if not self._fitting:
                self._own[shown[section]] = width
