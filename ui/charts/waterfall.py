"""失分去向: from the full marks over every loss, the dearest first, to the total."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtWidgets import QWidget

from ui import formatting
from ui.charts import axes
from ui.charts.chart import Chart, Spot
from ui.charts.scale import round_steps
from ui.charts.values import Drop, Waterfall

FAINT = 0.62
_WIDEST, LEAST = 51.0, 2.0
#: Room a number takes below its step.
WORDS = 19


class WaterfallChart(Chart):
    """Bars hang from one another; choosing one tells its key. Left and Right choose the next loss."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._waterfall: Waterfall | None = None
        self._current: int | None = None

    def show_waterfall(self, waterfall: Waterfall | None) -> None:
        """Show another card, or none."""
        if waterfall != self._waterfall:
            self._waterfall = waterfall
            self.redraw()

    def set_current(self, key: int | None) -> None:
        """Point out the loss with this key, without emitting :attr:`chosen`."""
        if key != self._current:
            self._current = key
            self.redraw()

    def starts_at(self) -> str:
        """Give the value the y axis begins with, "" when that is 0."""
        steps = self._steps()
        return axes.step_words(steps)[0] if steps and steps[0] else ""

    def describe(self) -> str:
        waterfall = self._waterfall
        if waterfall is None:
            return ""
        losses = ", ".join(f"{drop.name} {formatting.loss(drop.loss)}" for drop in waterfall.drops)
        words = self.tr("{total} of {full}. Lost: {losses}.") if losses else self.tr("{total} of {full}. Nothing lost.")
        return words.format(
            total=formatting.points(waterfall.total), full=axes.step_words([float(waterfall.full)])[0], losses=losses
        )

    def _steps(self) -> tuple[float, ...]:
        waterfall = self._waterfall
        if waterfall is None:
            return ()
        total, full = float(waterfall.total), float(waterfall.full)
        spare = max((full - total) * 0.15, full * 0.02)
        return round_steps(max(0.0, total - spare), full)

    def draw(self) -> None:
        waterfall, steps = self._waterfall, self._steps()
        if waterfall is None:
            self._plot.begin(QRectF(self.rect()), 0, 1, 0, 1)
            return
        count = len(waterfall.drops) + 2
        ratings = {float(points): word for points, word in waterfall.marks if points > 0}
        words = [
            f"{ratings[step]} {word}" if step in ratings else word
            for step, word in zip(steps, axes.step_words(steps), strict=True)
        ]
        names = self._names(waterfall, (self.width() - 48) / count - 2)
        foot = axes.FOOT + (16 if any(len(lines) > 1 for lines in names) else 0)
        axes.frame(self._plot, QSizeF(self.size()), steps, words, (-0.6, count - 0.4), foot=foot)
        step = self._plot.area().width() / count
        width = min(_WIDEST, round(step * 0.58))
        self._draw_ends(waterfall, steps[0], count, width)
        self._draw_drops(waterfall.drops, float(waterfall.full), width)
        self._connect(waterfall, width / step / 2)
        self._name_steps(waterfall, names)

    def _draw_ends(self, waterfall: Waterfall, base: float, count: int, width: float) -> None:
        full, total = float(waterfall.full), float(waterfall.total)
        self._plot.bars([(0.0, base, full)], width, "track-2")
        self._plot.write(axes.step_words([full])[0], self._above(0, full))
        if total > base:
            self._plot.bars([(count - 1.0, base, total)], width, "accent")
        known = total > 0 or any(drop.reported for drop in waterfall.drops)
        words = formatting.points(waterfall.total if known else None)
        self._plot.write(words, self._above(count - 1, max(total, base)), "text", True)

    def _above(self, slot: float, value: float) -> QPointF:
        return self._plot.place(slot, value) - QPointF(0, 11)

    def _draw_drops(self, drops: Sequence[Drop], level: float, width: float) -> None:
        least = self._plot.value_height(LEAST)
        for i, drop in enumerate(drops, 1):
            low = level - float(drop.loss)
            shown = (float(i), min(low, level - least), level)
            current = drop.key is not None and drop.key == self._current
            if drop.reported:
                self._plot.bars([shown], width, "red", 1.0 if current else FAINT, hatched=True)
            else:
                self._plot.bars([shown], width, "grey-soft", outline="red" if current else "grey")
            place = self._plot.place(i, shown[1])
            token = "text" if drop.reported or current else "text-2"
            top = self._plot.place(i, level)
            below = place.y() + WORDS <= self._plot.area().bottom()
            where = place + QPointF(0, 11) if below else top - QPointF(0, 11)
            self._plot.write(formatting.loss(drop.loss), where, token, current)
            box = QRectF(place.x() - width / 2, top.y(), width, place.y() - top.y() + 20)
            self._spots.append(Spot(box, self._told(drop), drop.key))
            level = low

    def _told(self, drop: Drop) -> str:
        words = f"{drop.name}  {formatting.loss(drop.loss)}"
        return words if drop.reported else f"{words}\n{self.tr('Not reported')}"

    def _connect(self, waterfall: Waterfall, half: float) -> None:
        from ui.charts.plotting import Rule

        level = float(waterfall.full)
        for i in range(len(waterfall.drops) + 1):
            start, end = self._plot.place(i + half, level), self._plot.place(i + 1 - half, level)
            self._plot.rules.append(Rule(start.x(), start.y(), end.x() - start.x(), "text-3"))
            level -= float(waterfall.drops[i].loss) if i < len(waterfall.drops) else 0.0

    def _names(self, waterfall: Waterfall, room: float) -> list[tuple[str, ...]]:
        """The words under the steps, long names in two lines."""
        from ui.charts.plotting import two_lines

        bold = [drop.key is not None and drop.key == self._current for drop in waterfall.drops]
        named = [two_lines(drop.name, room, strong) for drop, strong in zip(waterfall.drops, bold, strict=True)]
        return [(self.tr("Full"),), *named, (self.tr("Score"),)]

    def _name_steps(self, waterfall: Waterfall, names: list[tuple[str, ...]]) -> None:
        y, last = self._plot.area().bottom() + axes.FOOT / 2 + 2, len(names) - 1
        for i, lines in enumerate(names):
            drop = waterfall.drops[i - 1] if 0 < i < last else None
            strong = i == last or (drop is not None and drop.key is not None and drop.key == self._current)
            x = self._plot.place(i, 0).x()
            for down, words in enumerate(lines):
                self._plot.write(words, QPointF(x, y + 16 * down), "text" if strong else "text-3", strong)

    def _walk(self, step: int) -> None:
        keys = [spot.key for spot in self._spots if spot.key is not None]
        if keys:
            at = keys.index(self._current) + step if self._current in keys else 0
            self.chosen.emit(keys[max(0, min(len(keys) - 1, at))])
