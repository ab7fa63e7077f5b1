"""变化去向: from one total over every gain and loss, the largest first, to another total."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from ui import formatting
from ui.charts.chart import Spot
from ui.charts.scale import round_steps
from ui.charts.values import Drop, Waterfall
from ui.charts.waterfall import FAINT, LEAST, WORDS, WaterfallChart

#: More steps than these are drawn as one.
_MOST = 6


class ChangeChart(WaterfallChart):
    """Losses hang in red, gains stand in accent; every step carries its sign. ``full`` is the total before."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._ends = ("", "")

    def show_changes(
        self, before: Decimal, after: Decimal, changes: Sequence[tuple[str, Decimal, int]], ends: tuple[str, str]
    ) -> None:
        """Show what lies between two totals: (name, change, key) in the order given; ``ends`` name both states."""
        self._ends = ends
        drops = [Drop(name, -change, key) for name, change, key in changes if change]
        if len(drops) > _MOST:
            rest = drops[_MOST - 1 :]
            words = self.tr("%n other(s)", "", len(rest))
            drops = [*drops[: _MOST - 1], Drop(words, sum((drop.loss for drop in rest), Decimal(0)))]
        self.show_waterfall(Waterfall("", before, after, tuple(drops)))

    def describe(self) -> str:
        waterfall = self._waterfall
        if waterfall is None:
            return ""
        words = self.tr("From {before} to {after}. {changes}")
        changes = ", ".join(f"{drop.name} {formatting.signed(-drop.loss)}" for drop in waterfall.drops)
        return words.format(
            before=formatting.points(waterfall.full), after=formatting.points(waterfall.total), changes=changes
        )

    def _levels(self) -> list[float]:
        waterfall = self._waterfall
        if waterfall is None:
            return []
        levels = [waterfall.full]
        for drop in waterfall.drops:
            levels.append(levels[-1] - drop.loss)
        return [float(level) for level in (*levels, waterfall.total)]

    def _steps(self) -> tuple[float, ...]:
        levels = self._levels()
        if not levels:
            return ()
        low, high = min(levels), max(levels)
        spare = max((high - low) * 0.3, 1.0)
        return round_steps(max(0.0, low - spare), max(high, 1.0))

    def _draw_ends(self, waterfall: Waterfall, base: float, count: int, width: float) -> None:
        for slot, total, token in ((0, waterfall.full, "track-2"), (count - 1, waterfall.total, "accent")):
            value = float(total)
            if value > base:
                self._plot.bars([(float(slot), base, value)], width, token)
            self._plot.write(formatting.points(total), self._above(slot, max(value, base)), "text", slot > 0)

    def _draw_drops(self, drops: Sequence[Drop], level: float, width: float) -> None:
        least = self._plot.value_height(LEAST)
        for i, drop in enumerate(drops, 1):
            end = level - float(drop.loss)
            low, high = min(level, end), max(level, end)
            shown = (float(i), min(low, high - least), high)
            current = drop.key is not None and drop.key == self._current
            lost = drop.loss > 0
            self._plot.bars([shown], width, "red" if lost else "accent", 1.0 if current else FAINT)
            top, foot = self._plot.place(i, high), self._plot.place(i, shown[1])
            below = lost and foot.y() + WORDS <= self._plot.area().bottom()
            where = foot + QPointF(0, 11) if below else top - QPointF(0, 11)
            self._plot.write(formatting.signed(-drop.loss), where, "text", current)
            box = QRectF(top.x() - width / 2, top.y() - 16, width, foot.y() - top.y() + 36)
            self._spots.append(Spot(box, self._told(drop), drop.key))
            level = end

    def _told(self, drop: Drop) -> str:
        return f"{drop.name}  {formatting.signed(-drop.loss)}"

    def _names(self, waterfall: Waterfall, room: float) -> list[tuple[str, ...]]:
        from ui.charts.plotting import two_lines

        _, *between, _ = super()._names(waterfall, room)
        first, last = (two_lines(words, room, bold) for words, bold in zip(self._ends, (False, True), strict=True))
        return [first, *between, last]
