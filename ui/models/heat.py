"""The heat map: how much of its points each level 1 of each plan has."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.scorecards import Scorecard, Subtotal
from perftrack.domain.terms import Light, PlanKind
from ui import formatting
from ui.models.scorecard_rows import short_level

#: The map has at least so many columns (产出 成本 效益 满意度) and at most so many.
LEAST, MOST = 4, 6
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell: from column ``first`` over ``span`` columns, what ``subtotal`` reached. ``label``: its own name."""

    first: int
    span: int
    subtotal: Subtotal
    light: Light
    label: str = ""

    @property
    def words(self) -> str:
        """The rate in whole per cent; only what is full says 100."""
        rate = self.subtotal.rate
        if rate is None or not self.subtotal.reported:
            return formatting.NOTHING
        words = formatting.number(rate, 0)
        return "99" if words == "100" and rate < _WHOLE else words


def heat_names(cards: Iterable[Scorecard]) -> tuple[str, ...]:
    """The level 1 names the columns stand for: those of the projects, in sheet order, as many as fit."""
    names: dict[str, None] = {}
    for card in cards:
        if card.plan.kind is PlanKind.PROJECT:
            names.update(dict.fromkeys(_levels(card)))
    return tuple(names)[:MOST]


def heat_columns(names: tuple[str, ...]) -> int:
    """How many columns the map has."""
    return max(LEAST, len(names))


def heat_cells(card: Scorecard, names: tuple[str, ...]) -> tuple[HeatCell, ...]:
    """The cells of one plan. Names that have a column stand in it; other names share the columns between them."""
    groups = _levels(card)
    if all(name in names for name in groups):
        return tuple(_cell(card, names.index(name), 1, group) for name, group in groups.items())
    columns = heat_columns(names)
    shown = list(groups.items())[:columns]
    bounds = [-(-columns * i // len(shown)) for i in range(len(shown) + 1)]
    return tuple(
        _cell(card, bounds[i], bounds[i + 1] - bounds[i], group, name) for i, (name, group) in enumerate(shown)
    )


def _levels(card: Scorecard) -> dict[str, Subtotal]:
    return {short_level(group.level1): group for group in card.level1() if group.full}


def _cell(card: Scorecard, first: int, span: int, group: Subtotal, label: str = "") -> HeatCell:
    return HeatCell(first, span, group, _light(card, group), label)


def _light(card: Scorecard, group: Subtotal) -> Light:
    if group.rate is None or not group.reported:
        return Light.GREY
    if group.rate >= card.pack.heat_green_from:
        return Light.GREEN
    return Light.YELLOW if group.rate >= card.pack.heat_amber_from else Light.RED
