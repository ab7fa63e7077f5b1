"""The sheet at the right of the first page: a scorecard, painted with what the app itself paints with."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from perftrack.domain.scorecards import Scorecard
from ui import formatting, theme
from ui.delegates import painting
from ui.models.scorecard_rows import short_level
from ui.widgets.painted import Painted

_WIDTH, _PADDING, _HEAD, _ROW = 536, 33, 106, 40
#: Places of the columns inside the padding: level 1, light, name, bar, points (right edge).
_LIGHT, _NAME, _BAR, _BAR_WIDTH, _POINTS = 60, 124, 334, 80, 470


class ExampleCard(Painted):
    """One plan with its indicators, lights, bars and points; nothing until a card is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Scorecard | None = None
        self._note = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_card(self, card: Scorecard, note: str) -> None:
        """Show ``card``; ``note`` stands below its name."""
        self._card, self._note = card, note
        self.setAccessibleName(f"{card.plan.name} {formatting.points(card.total)} {card.rating.value}")
        self.updateGeometry()
        self.update()

    def _paint_head(self, painter: QPainter, card: Scorecard) -> None:
        name = QRect(_PADDING, 34, 300, 28)
        painting.text(painter, name, card.plan.name, size=theme.TITLE, bold=True)
        painting.text(painter, QRect(_PADDING, 64, 320, 16), self._note, "text-2", theme.SMALL)
        right = self.width() - _PADDING
        word = painting.width(card.rating.value, theme.TITLE, True)
        box = QRect(round(right - word), 42, round(word) + 1, 28)
        painting.text(painter, box, card.rating.value, size=theme.TITLE, bold=True)
        number = QRect(_PADDING + 300, 34, round(right - word) - 8 - _PADDING - 300, 40)
        painting.text(
            painter, number, formatting.points(card.total), "accent", theme.FIGURE, True, alignment=painting.RIGHT
        )

    def _paint_row(self, painter: QPainter, y: int, row: tuple[str, str, str, float, str]) -> None:
        level, light, name, share, points = row
        middle = y + _ROW / 2
        painting.text(painter, QRect(_PADDING, y, _LIGHT - 4, _ROW), level, "text-2", theme.SMALL)
        painting.light(painter, _PADDING + _LIGHT, middle, light)
        painting.text(painter, QRect(_PADDING + _NAME, y, _BAR - _NAME - 8, _ROW), name)
        painting.bar(painter, QRectF(_PADDING + _BAR, middle - 3, _BAR_WIDTH, 6), share)
        number = QRect(_PADDING + _BAR + _BAR_WIDTH, y, _POINTS - _BAR - _BAR_WIDTH, _ROW)
        painting.text(painter, number, points, alignment=painting.RIGHT)

    def _rows(self, card: Scorecard) -> list[tuple[str, str, str, float, str]]:
        rows, last = [], ""
        for score in card.scores:
            level = short_level(score.indicator.level1)
            share = float(score.points or 0) / float(score.full)
            points = formatting.points(score.points)
            rows.append((level if level != last else "", score.light.value, score.indicator.name, share, points))
            last = level
        spent = card.execution
        share = float(spent.points) / float(spent.weight)
        rows.append(("执行", spent.light.value, "预算执行率", share, formatting.points(spent.points)))
        return rows

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        card = self._card
        with QPainter(self) as painter:
            painting.rounded(painter, QRectF(self.rect()), theme.RADIUS_SMALL, "surface", "rule-strong")
            if card is None:
                return
            self._paint_head(painter, card)
            rows, room = self._rows(card), self.width() - 2 * _PADDING
            painting.rule(painter, _PADDING, _HEAD - 1, room, "text-2")
            for i, row in enumerate(rows):
                y = _HEAD + i * _ROW
                self._paint_row(painter, y, row)
                if i + 1 < len(rows):
                    begins = rows[i + 1][0] != ""
                    start = 0 if begins else _LIGHT
                    token = "rule-strong" if begins else "rule"
                    painting.rule(painter, _PADDING + start, y + _ROW - 1, room - start, token)
            painting.rule(painter, _PADDING, _HEAD + len(rows) * _ROW - 1, room, "text-2")

    def sizeHint(self) -> QSize:
        rows = len(self._card.scores) + 1 if self._card else 8
        return QSize(_WIDTH, _HEAD + rows * _ROW + 33)
