"""Points still to be won, cheapest first.

The price of a point is the way to go for it: the distance from where the indicator is likely to end to the value that
brings the whole weight (the target itself, where it does), as a share of that value; of 100% for a judgement, of the
budget for spending. What was not reported yet has the whole way before it. Cheapest is what brings most points for the
same way.
"""

from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.decimals import CENT, EXACT, HUNDRED, ZERO, divide, plain, rounded, shortest
from perftrack.domain.forecast import Forecast
from perftrack.domain.itemforecast import ItemForecast
from perftrack.domain.needed import Least, Way, least_value, still_possible, value_text
from perftrack.domain.phrases import Phrase
from perftrack.domain.plans import Actual
from perftrack.domain.scoring import Score
from perftrack.domain.shares import ONE
from perftrack.domain.spendingneeded import spending_for_points
from perftrack.domain.terms import FLOORS, Grade
from perftrack.domain.valuepoints import ValuePoints, number_actual


@dataclass(frozen=True, slots=True)
class Gain:
    """``points`` that are likely to be missing at year end, and what wins them.

    ``item`` and ``least`` say which value of which indicator; both None for spending, where ``spending`` is the money
    to be spent by year end (万元). ``effort``: the way to go, 1 is all of it. ``possible`` is False for what cannot be
    won any more (a sum beyond its ceiling, a date that is past); those come last.
    """

    points: Decimal
    effort: Decimal
    item: ItemForecast | None = None
    least: Least | None = None
    spending: Decimal | None = None
    possible: bool = True

    @property
    def for_the_way(self) -> Decimal:
        """Points for the whole way: what the order goes by."""
        return divide(self.points, max(self.effort, CENT))

    @property
    def sentence(self) -> Phrase:
        """What to do and what it brings, to be spoken."""
        arguments = {"points": plain(self.points), "effort": shortest(rounded(self.effort * 100))}
        if self.item is None or self.least is None:
            return Phrase("gain", "spend", arguments | {"amount": f"{plain(self.spending or ZERO)}万元"})
        score, least = self.item.score, self.least
        arguments["name"] = score.indicator.name
        if not self.possible:
            return Phrase("gain", "lost", arguments)
        return Phrase("gain", least.way.value, arguments | {"value": value_text(score, least)})


def gains(found: Forecast) -> tuple[Gain, ...]:
    """The gains of a plan, cheapest first, what is lost for good last."""
    every = [gain for item in found.items if (gain := _gain(item, found)) is not None]
    if (spending := _spending(found)) is not None:
        every.append(spending)
    return tuple(sorted(every, key=by_price))


def by_price(gain: Gain) -> tuple[bool, Decimal, Decimal]:
    """The order of gains, also across plans: what is lost last, then by points for the way, then by points."""
    return not gain.possible, -gain.for_the_way, -gain.points


def _gain(item: ItemForecast, found: Forecast) -> Gain | None:
    score, year = item.score, found.card.plan.year
    missing = score.full - (ZERO if item.points is None else item.points.likely)
    if missing <= 0 or score.excluded or score.indicator.manual_score is not None:
        return None
    found_least = least_value(score, year, score.full)
    if found_least is None:
        return None
    least = _unrounded(score, year, found_least)
    here = ValuePoints(score, year).number_now if item.values is None else item.values.likely
    effort = ONE
    if least.way is Way.SHARE and item.shares is not None and least.number is not None:
        effort = divide(max(least.number - item.shares.likely, ZERO), HUNDRED)
    elif least.number is not None and here is not None:
        scale = abs(least.number) or abs(here) or ONE
        effort = divide(abs(EXACT.subtract(least.number, here)), scale)
    return Gain(missing, effort, item, least, possible=still_possible(score, least))


def _unrounded(score: Score, year: int, least: Least) -> Least:
    """The target itself, or 100%, where ``least`` is enough only because points are rounded: 90% instead of 89.96%."""
    if least.number is None:
        return least
    if least.way is Way.SHARE:
        met = Actual(grade=Grade.MET, share=HUNDRED)
        return Least(least.way, met, HUNDRED) if least.actual.grade is Grade.MET else least
    target = score.target
    if least.way is Way.AT_MOST and target.operator in FLOORS:
        return least
    end = target.upper if least.way is Way.AT_MOST and target.upper is not None else target.value
    if not end or ValuePoints(score, year).of_number(end) < score.full:
        return least
    return Least(least.way, number_actual(end), end, least.step)


def _spending(found: Forecast) -> Gain | None:
    card, money = found.card, found.money
    weight = rounded(card.execution.weight)
    missing = weight - (ZERO if money.points is None else money.points.likely)
    needed = spending_for_points(card, weight) if missing > 0 else None
    if needed is None:
        return None
    likely = ZERO if money.executed is None else money.executed.likely
    way = max((needed.after.executed or ZERO) - likely, ZERO)
    return Gain(missing, divide(way, card.plan.budget), spending=needed.still, possible=needed.within)
