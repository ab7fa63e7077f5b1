"""The band of three figures: the department's total, spending against the calendar, lights."""

from decimal import Decimal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from perftrack.domain.decimals import HUNDRED, rounded
from perftrack.domain.terms import Rating
from perftrack.services.reporting import Overview
from ui import formatting, theme, widgets
from ui.delegates import painting
from ui.models.review_words import state_names
from ui.widgets import label

_HEIGHT = 136
_TOTAL, _SPENT, _GAP = 456, 400, 40


class Band(QWidget):
    """Between two rules, 136 high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self._shown: Overview | None = None
        self._total, self._spent = _Figure(), _Figure()
        self._rating, self._execution = widgets.RatingBar(), widgets.ExecutionBar()
        self._lights = widgets.LightLegend()
        self._count = label(size=theme.SMALL, tone="text-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 16, 0, 16)
        row.setSpacing(0)
        row.addWidget(_column(_TOTAL, self._total, self._rating), _TOTAL)
        self._part(row)
        row.addWidget(_column(_SPENT, self._spent, self._execution), _SPENT)
        self._part(row)
        lights = QWidget()
        column = QVBoxLayout(lights)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._count)
        column.addWidget(self._lights)
        column.addStretch(1)
        row.addWidget(lights, 360)

    def show_overview(self, overview: Overview) -> None:
        """Show a year as of a quarter."""
        self._shown = overview
        self._show_total(overview)
        self._show_spending(overview)
        count = sum(overview.lights.values())
        self._count.setText(self.tr("Lights of %n indicator(s)", "", count))
        self._lights.set_counts({light.value: number for light, number in overview.lights.items()})

    def retranslate(self) -> None:
        """Put the words in the language of now."""
        if self._shown is not None:
            self.show_overview(self._shown)

    def _show_total(self, overview: Overview) -> None:
        card = overview.department
        cards = [row.card for row in overview.rows if row.card.plan.dropped is None]
        self._total.set_titles(self.tr("Department total"), self.tr("%n plan(s)", "", len(cards)))
        told = card if card is not None and card.reported else None
        self._total.set_figure(formatting.points(told.total if told else None), told.rating.value if told else "")
        reported = [each.rating for each in cards if each.reported]
        counted = [(rating.value, reported.count(rating)) for rating in Rating]
        counted.append((state_names()[0], len(cards) - len(reported)))
        self._total.set_aside("　".join(f"{word} {count}" for word, count in counted if count))
        if card is not None:
            bands = [(rating.value, at_least) for at_least, rating in reversed(card.pack.ratings)]
            self._rating.show_rating(told.total if told else None, bands)
        self._rating.setVisible(card is not None)
        if card is None:
            self._total.set_aside(self.tr("No plan of the department as a whole"))

    def _show_spending(self, overview: Overview) -> None:
        executed, budget = spending(overview)
        rate = None if executed is None or not budget else rounded(executed * HUNDRED / budget)
        self._spent.set_titles(self.tr("Execution rate"), self.tr("Executed / budget (10,000 yuan)"))
        self._spent.set_figure(formatting.number(rate, 2), "%" if rate is not None else "")
        self._spent.set_aside(formatting.money(executed), f" / {formatting.money(budget)}")
        gone = overview.year_gone
        calendar = self.tr("Year gone %1").replace("%1", formatting.percent(gone, 0))
        share = None if rate is None else rate / HUNDRED
        self._execution.show_share(share, gone / HUNDRED, self._gap_words(rate, gone), calendar)

    def _gap_words(self, rate: Decimal | None, gone: Decimal) -> str:
        if rate is None:
            return self.tr("No spending reported")
        gap = rate - gone
        if not gap:
            return self.tr("On time")
        words = self.tr("%1 points behind") if gap < 0 else self.tr("%1 points ahead")
        return words.replace("%1", formatting.number(abs(gap), 2))

    def _part(self, row: QHBoxLayout) -> None:
        row.addSpacing(_GAP * 4 // 5)
        row.addWidget(widgets.Rule("rule-strong", upright=True))
        row.addSpacing(_GAP)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.rule(painter, 0, 0, self.width())
            painting.rule(painter, 0, self.height() - 1, self.width())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _Figure(QWidget):
    """A figure with its label, a word after it, and something quieter beside."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._side_title = label(size=theme.SMALL, tone="text-2"), label(size=theme.SMALL, tone="text-2")
        self._number, self._word = label(size=theme.FIGURE, bold=True), label(size=theme.TITLE, bold=True)
        self._aside, self._rest = label(), label(tone="text-2")
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, part in ((left, self._title), (right, self._side_title)):
            column.setSpacing(0)
            column.addWidget(part)
        self._figure = _line(self._number, self._word)
        left.addLayout(self._figure)
        right.addLayout(_line(self._aside, self._rest))
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self._number.setFixedHeight(theme.LINE[theme.FIGURE])
        self._aside.setFixedHeight(theme.LINE[theme.FIGURE])

    def set_titles(self, title: str, side: str) -> None:
        self._title.setText(title)
        self._side_title.setText(side)

    def set_figure(self, number: str, word: str) -> None:
        percent = word == "%"
        self._number.setText(number)
        self._word.setText(word)
        self._figure.setSpacing(3 if percent else 8)
        self._word.setFont(theme.font(theme.TITLE, bold=not percent))
        widgets.set_tone(self._word, "text-2" if percent else "text")
        self._number.setAccessibleName(f"{self._title.text()} {number} {word}".strip())

    def set_aside(self, words: str, rest: str = "") -> None:
        self._aside.setText(words)
        self._rest.setText(rest)


def spending(overview: Overview) -> tuple[Decimal | None, Decimal]:
    """(executed, budget) in 万元: of the department's own funds, or of all projects where it has no plan."""
    card = overview.department
    if card is not None:
        return card.execution.executed, card.execution.budget
    parts = [row.card.execution for row in overview.rows if row.card.plan.dropped is None]
    known = [part.executed for part in parts if part.executed is not None]
    budget = sum((part.budget for part in parts), Decimal(0))
    return (sum(known, Decimal(0)) if known else None), budget


def _line(number: QLabel, after: QLabel) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8 if number.font().pixelSize() > theme.BODY else 0)
    line.addWidget(number)
    line.addWidget(after, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    return line


def _column(width: int, figure: QWidget, bar: QWidget) -> QWidget:
    result = QWidget()
    result.setMinimumWidth(width * 3 // 4)
    result.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(figure)
    column.addWidget(bar)
    column.addStretch(1)
    return result
