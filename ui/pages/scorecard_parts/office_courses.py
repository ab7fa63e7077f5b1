"""One small course per plan, by section, on one scale: totals or spending."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import PlanKind
from perftrack.services.kept_cards import KeptCards
from ui import formatting, theme, widgets
from ui.charts.multiples import Course, Group, Multiples, Scale, Tile

#: A scale that begins higher than at nothing begins at one of these.
_FLOORS = (80.0, 60.0, 40.0)


class CoursesPane(QWidget):
    """The card of a past quarter is asked for when its tile comes in sight."""

    opened = Signal(str, str)
    not_saved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = KeptCards()
        self._cards: tuple[Scorecard, ...] = ()
        self._sections: tuple[str, ...] = ()
        self.what = widgets.Segments(("", ""), height=theme.CONTROL_SMALL)
        self.view = Multiples()
        self._note = widgets.ElidedLabel(size=theme.SMALL, tone="text-3")
        self._told = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        tools = QHBoxLayout()
        tools.setSpacing(theme.PANEL_PADDING)
        tools.addWidget(self.what)
        tools.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE_PADDING, theme.SPACE, theme.PAGE_PADDING, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addWidget(self._told)
        self.setFocusProxy(self.view)
        self.what.chosen.connect(lambda _what: self._show())
        self.view.opened.connect(lambda plan_id: self.opened.emit(plan_id, ""))
        self.view.not_saved.connect(self.not_saved)
        self.view.told.connect(self._told.set_text)
        self._retranslate()

    def show_cards(self, cards: Sequence[Scorecard], sections: Sequence[str], kept: KeptCards) -> None:
        """Show the plans of a year; ``kept`` has their earlier quarters."""
        self._kept = kept
        self._cards = tuple(card for card in cards if card.plan.dropped is None)
        self._sections = tuple(sections)
        self._show()

    def _show(self) -> None:
        money = self.what.current() == 1
        under: dict[str, list[Scorecard]] = {name: [] for name in ("", *self._sections)}
        for card in self._cards:
            under.setdefault(self._title(card), []).append(card)
        groups = [
            Group(name or self.tr("Department"), tuple(self._tile(card, money) for card in cards))
            for name, cards in under.items()
            if cards
        ]
        self.view.show_groups(groups, self._money_scale() if money else self._scale())

    def _title(self, card: Scorecard) -> str:
        if card.plan.kind is PlanKind.DEPARTMENT:
            return ""
        return card.plan.section or self.tr("Without a section")

    def _tile(self, card: Scorecard, money: bool) -> Tile:
        plan, execution = card.plan, card.execution
        if money:
            light = execution.light.value if execution.executed is not None else "grey"
            return Tile(plan.id, plan.name, formatting.percent(execution.rate), light, partial(self._rates, card))
        note = f"{formatting.points(card.total)} {card.rating.value}" if card.reported else formatting.NOTHING
        return Tile(plan.id, plan.name, note, card.light.value, partial(self._totals, card))

    def _past(self, card: Scorecard) -> list[Scorecard]:
        pack = card.pack
        return [self._kept.card(card.plan, pack, quarter) for quarter in card.quarter.up_to]

    def _totals(self, card: Scorecard) -> Course:
        return [float(each.total) if each.reported else None for each in self._past(card)]

    def _rates(self, card: Scorecard) -> Course:
        rates = (each.execution.rate if each.execution.executed is not None else None for each in self._past(card))
        return [None if rate is None else float(rate) for rate in rates]

    def _scale(self) -> Scale:
        """From a round value below every total of the year so far, so that all tiles compare, to the full points."""
        if not self._cards:
            return Scale()
        known = [value for card in self._cards for value in self._totals(card) if value is not None]
        low = next((floor for floor in _FLOORS if not known or floor <= min(known)), 0.0)
        marks = [(float(points), f"{points:f}") for points, _ in self._cards[0].pack.ratings if float(points) > low]
        return Scale(low, 100.0, ((low, f"{low:g}"), *marks, (100.0, "100")))

    @staticmethod
    def _money_scale() -> Scale:
        marks = ((0.0, "0"), (50.0, "50"), (100.0, "100"))
        return Scale(0.0, 100.0, marks, formatting.percent, calendar=True)

    def _retranslate(self) -> None:
        self.what.set_word(0, self.tr("Total"))
        self.what.set_word(1, self.tr("Execution"))
        self.what.setAccessibleName(self.tr("What the small charts show"))
        self._note.set_text(self.tr("Quarters 1 to 4, one scale for all; Enter opens"))
        self.view.setAccessibleName(self.tr("Courses of the plans"))

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)
