"""The band above a card: total and rating, the rating bar, what every level 1 and the execution brought."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from perftrack.domain.decimals import shortest
from perftrack.domain.forecast import Forecast
from perftrack.domain.scorecards import Scorecard
from ui import formatting, theme, widgets
from ui.models.scorecard_rows import short_level
from ui.pages.scorecard_parts.ahead_line import AheadLine

_HEIGHT, _TOTAL_WIDTH = 112, 152
_RATING = (160, 424)
#: Lifts the rating word onto the base line of the total.
_BASELINE = 4
#: Narrower than this a subtotal cannot be read.
_LEAST_PART = 84


@dataclass(frozen=True, slots=True)
class Part:
    """One subtotal: ``points`` None where nothing was reported."""

    name: str
    points: Decimal | None
    full: Decimal


class Subtotal(QWidget):
    """A name, points, a bar, the full weight and what is lost of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self._points = widgets.label("", theme.TITLE, bold=True)
        self._bar = widgets.LevelBar()
        self._full = widgets.label("", theme.SMALL, "text-2")
        self._lost = widgets.label("", theme.SMALL, "text-2")
        foot = QHBoxLayout()
        foot.setSpacing(theme.HALF)
        foot.addWidget(self._full)
        foot.addStretch(1)
        foot.addWidget(self._lost)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addSpacing(10)
        column.addWidget(self._points)
        column.addSpacing(2)
        column.addWidget(self._bar)
        column.addSpacing(6)
        column.addLayout(foot)
        column.addStretch(1)
        self.door = widgets.Cover(self)
        self.setMinimumWidth(_LEAST_PART)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_part(self, part: Part) -> None:
        """Show another subtotal."""
        lost = part.full if part.points is None else part.full - part.points
        self._name.set_text(part.name)
        self._points.setText(formatting.points(part.points))
        self._bar.show_points(part.points, part.full)
        self._full.setText(self.tr("of %1").replace("%1", shortest(part.full)))
        self._lost.setText(formatting.loss(lost))
        self.setAccessibleName(f"{part.name} {formatting.points(part.points)} / {shortest(part.full)}")
        self.door.setAccessibleName(self.tr("Explain %1").replace("%1", self.accessibleName()))


class CardBand(QWidget):
    """The whole band, 112 high. Its figures are doors to their explanation."""

    explained = Signal(int)
    """A figure was pressed: -1 the total, else the place of a level 1, after them the execution."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Scorecard | None = None
        self._label = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self._total = widgets.label("", theme.FIGURE, bold=True)
        self._rating = widgets.label("", theme.TITLE, bold=True)
        self._rating.setContentsMargins(0, 0, 0, _BASELINE)
        self._next = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self.ahead = AheadLine()
        self._forecast: Forecast | None = None
        self._bar = widgets.RatingBar(self.tr("Rating"))
        self._bar.setMinimumWidth(_RATING[0])
        self._bar.setMaximumWidth(_RATING[1])
        self._parts: list[Subtotal] = []
        self._why_gone = widgets.label("", tone="text-2")
        self._why_gone.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.PANEL_PADDING)
        self._row.addWidget(self._why_gone, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.PANEL_PADDING, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._total_block())
        row.addWidget(self._bar_block(), 424)
        row.addSpacing(40)
        row.addWidget(self._divider())
        row.addSpacing(theme.PAGE_PADDING)
        row.addLayout(self._row, 604)
        self.setFixedHeight(_HEIGHT)

    def show_card(self, card: Scorecard, forecast: Forecast | None = None) -> None:
        """Show another card; ``forecast`` is drawn above the bar while the year is open."""
        self._card, self._forecast = card, forecast
        pack = card.pack
        gone = card.plan.dropped is not None
        told = card.reported and not gone
        self._label.set_text(self.tr("Not applicable") if gone else self.tr("Total"))
        self._total.setText(formatting.points(card.total if told else None))
        self._rating.setText(card.rating.value if told else "")
        bands = [(rating.value, begin) for begin, rating in reversed(pack.ratings)]
        open_year = None if forecast is None or forecast.final or gone else forecast.total
        likely = None if open_year is None else (open_year.low, open_year.likely, open_year.high)
        self._bar.show_rating(card.total if told else None, bands, likely)
        self._next.set_text(self._next_words(card))
        parts = [
            Part(short_level(each.level1), each.points if each.reported else None, each.full) for each in card.level1()
        ]
        execution = card.execution
        spent = None if execution.executed is None else execution.points
        parts.append(Part(self.tr("Execution"), spent, execution.weight))
        self.door.setAccessibleName(self.tr("Explain %1").replace("%1", f"{self._label.text()} {self._total.text()}"))
        self._why_gone.setText(card.plan.dropped or "")
        self._why_gone.setVisible(gone)
        self._show_parts([] if gone else parts)

    def _next_words(self, card: Scorecard) -> str:
        if card.plan.dropped is not None:
            return ""
        words = []
        above = [(begin, rating) for begin, rating in card.pack.ratings if begin > card.total]
        if above and card.reported:
            begin, rating = min(above, key=lambda band: band[0])
            gap = formatting.points(begin - card.total)
            words.append(self.tr("{points} to {rating}").format(points=gap, rating=rating.value))
        missing = len(card.missing) + (not card.execution.complete)
        if missing:
            words.append(self.tr("%n missing", "", missing))
        if card.cap is not None:
            words.append(self.tr("capped at %1").replace("%1", formatting.points(card.cap)))
        return "  ".join(words)

    def _show_parts(self, parts: list[Part]) -> None:
        while len(self._parts) < len(parts):
            part, place = Subtotal(), len(self._parts)
            part.door.clicked.connect(lambda _checked=False, place=place: self.explained.emit(place))
            self._parts.append(part)
            self._row.addWidget(part, 1)
        for i, widget in enumerate(self._parts):
            widget.setVisible(i < len(parts))
            if i < len(parts):
                widget.show_part(parts[i])

    def _total_block(self) -> QWidget:
        block = QWidget()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._total, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._rating, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, theme.SPACE, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addLayout(line)
        column.addSpacing(theme.HALF)
        column.addWidget(self._next)
        column.addStretch(1)
        block.setFixedWidth(_TOTAL_WIDTH)
        self.door = widgets.Cover(block)
        self.door.clicked.connect(lambda: self.explained.emit(-1))
        return block

    def _bar_block(self) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.ahead)
        column.addWidget(self._bar)
        column.addStretch(1)
        return block

    def _divider(self) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, theme.PANEL_PADDING)
        column.addWidget(widgets.Rule("rule-strong", upright=True))
        return block

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._card is not None:
            self.show_card(self._card, self._forecast)
        super().changeEvent(event)
