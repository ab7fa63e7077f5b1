"""The year-end forecast of a plan: total and rating, low, likely and high, and what they assume.

Low takes the least of every item at once and high the most, so the truth lies between them as long as every item
stays inside its own span. Once everything is reported for quarter 4 the forecast is the scorecard.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.decimals import EXACT, ZERO, divide, plain, rounded, shortest
from perftrack.domain.execution import Execution
from perftrack.domain.itemforecast import ItemForecast, forecast_item
from perftrack.domain.moneyforecast import MoneyForecast, forecast_money
from perftrack.domain.phrases import Phrase
from perftrack.domain.plans import Indicator, Plan
from perftrack.domain.scorecards import Scorecard, total_cap
from perftrack.domain.spans import Span
from perftrack.domain.terms import Rating


@dataclass(frozen=True, slots=True)
class Assumption:
    """What the total takes for granted about indicators and spending of which nothing can be said.

    ``items`` are those indicators, ``spending`` whether it is the budget execution too; together they are worth
    ``full`` points and count as ``points``: nothing at low, at the rate of all that can be said at likely, all at high.
    """

    items: tuple[ItemForecast, ...]
    spending: bool
    full: Decimal
    points: Span

    @property
    def sentence(self) -> Phrase:
        """What is assumed, to be spoken."""
        arguments = {"count": str(len(self.items)), "full": shortest(self.full), "likely": plain(self.points.likely)}
        return Phrase("forecast", "assumed_spending" if self.spending else "assumed", arguments)


@dataclass(frozen=True, slots=True)
class Forecast:
    """The year end of the plan of ``card``, as it looks from the card's quarter. ``items`` in the order of its scores.

    ``total`` in points to 2 places; None where nothing at all can be said. ``assumed`` is None when nothing had to be.
    """

    card: Scorecard
    items: tuple[ItemForecast, ...]
    money: MoneyForecast
    total: Span | None
    assumed: Assumption | None

    @property
    def ratings(self) -> tuple[Rating, Rating, Rating] | None:
        """The ratings of the low, likely and high total."""
        if self.total is None:
            return None
        pack, total = self.card.pack, self.total
        return pack.rating(total.low), pack.rating(total.likely), pack.rating(total.high)

    @property
    def final(self) -> bool:
        """Whether everything is in."""
        return self.assumed is None and self.money.final and all(item.final for item in self.items)


def forecast(card: Scorecard, prior: Plan | None = None, linked: Mapping[str, Indicator] | None = None) -> Forecast:
    """The forecast from what was reported by the quarter of ``card``; ``prior`` is the plan of the year before.

    Indicators and funds of ``prior`` are found by name; ``linked`` says what an indicator was then, by its id, where
    somebody said so. Pure; never raises.
    """
    named: Mapping[str, Indicator] = {item.name: item for item in prior.indicators} if prior else {}
    known = linked or {}
    items = tuple(
        forecast_item(score, card.plan.year, known.get(score.indicator.id) or named.get(score.indicator.name))
        for score in card.scores
    )
    money = forecast_money(card, prior)
    sayable = [item.points for item in items if item.points is not None]
    sure = sum(sayable, Span.at(ZERO))
    weight = sum((item.score.full for item in items if item.points is not None and not item.score.excluded), ZERO)
    if money.points is not None:
        sure, weight = sure + money.points, weight + card.execution.weight
    silent = tuple(item for item in items if item.points is None)
    anything = money.executed is not None or any(item.score.points is not None for item in items)
    assumed = _assumed(card, silent, money, sure.likely, weight) if silent or money.points is None else None
    if not anything:
        return Forecast(card, items, money, None, assumed)
    points = sure if assumed is None else sure + assumed.points
    return Forecast(card, items, money, _total(card, points, money), assumed)


def _assumed(
    card: Scorecard, silent: tuple[ItemForecast, ...], money: MoneyForecast, likely: Decimal, weight: Decimal
) -> Assumption:
    spending = money.points is None
    full = sum((item.score.full for item in silent), card.execution.weight if spending else ZERO)
    share = rounded(divide(EXACT.multiply(full, likely), weight)) if weight > 0 else ZERO
    return Assumption(silent, spending, full, Span(ZERO, min(max(share, ZERO), full), rounded(full)))


def _total(card: Scorecard, points: Span, money: MoneyForecast) -> Span:
    """The totals with the caps that each spending brings; ``points`` are all points, those of spending among them."""
    if not money.cases or money.points is None:
        return Span(rounded(points.low), rounded(points.likely), rounded(points.high))
    low, likely, high = (
        points.low - money.points.low,
        points.likely - money.points.likely,
        points.high - money.points.high,
    )
    ends = [_capped(card, items, case) for case in money.cases for items in (low, high)]
    return Span.around(_capped(card, likely, money.cases[0]), ends)


def _capped(card: Scorecard, items: Decimal, case: Execution) -> Decimal:
    total, cap = items + case.points, total_cap(case, card.pack)
    return rounded(total if cap is None else min(total, cap))
