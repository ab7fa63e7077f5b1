"""The year-end forecast of spending and of the points for budget execution."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from perftrack.domain.courses import pattern_of, rising
from perftrack.domain.decimals import CENT, EXACT, HUNDRED, ZERO, divide, money, rounded
from perftrack.domain.execution import Execution, execution_at
from perftrack.domain.periods import Quarter
from perftrack.domain.phrases import Phrase
from perftrack.domain.plans import Fund, Plan
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.spans import Span


@dataclass(frozen=True, slots=True)
class FundForecast:
    """Spending of one fund at year end (万元). ``assumed``: nothing was reported, so it follows the other funds."""

    fund: Fund
    method: Phrase
    executed: Span
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class MoneyForecast:
    """Spending at year end: ``executed`` (万元) and ``points``; both None where no fund has reported anything.

    ``cases`` are executions to be reckoned with: likely first, then the ends and where points turn between them.
    """

    funds: tuple[FundForecast, ...]
    executed: Span | None
    points: Span | None
    cases: tuple[Execution, ...] = ()
    final: bool = False

    @property
    def rates(self) -> Span | None:
        """Execution rates in per cent to 2 places; None without a budget or a report."""
        if self.executed is None or not self.cases or not self.cases[0].budget:
            return None
        budget, spent = self.cases[0].budget, self.executed
        return Span(*(
            rounded(divide(EXACT.multiply(each, HUNDRED), budget)) for each in (spent.low, spent.likely, spent.high)
        ))  # fmt: skip


def forecast_money(card: Scorecard, prior: Plan | None = None) -> MoneyForecast:
    """The spending of the plan of ``card`` at year end, each fund by itself; ``prior``: the plan of the year before."""
    plan, quarter = card.plan, card.quarter
    before = {fund.source: fund for fund in prior.funds} if prior else {}
    known = {place: _known(fund, quarter, before.get(fund.source)) for place, fund in enumerate(plan.funds)}
    reported = [found for found in known.values() if found is not None]
    if plan.budget == 0:
        return MoneyForecast(tuple(reported), None, Span.at(ZERO), final=True)
    if not reported:
        return MoneyForecast((), None, None)
    likely, budget = (sum(numbers, ZERO) for numbers in zip(
        *((found.executed.likely, found.fund.budget) for found in reported), strict=True
    ))  # fmt: skip
    funds = tuple(
        found if (found := known[place]) is not None else _silent(fund, likely, budget)
        for place, fund in enumerate(plan.funds)
        if fund.budget or known[place] is not None
    )
    spent = sum((found.executed for found in funds), Span.at(ZERO))
    cases = tuple(execution_at(plan, card.pack, Quarter.Q4, amount) for amount in _amounts(card, spent))
    points = Span.around(cases[0].points, (case.points for case in cases[1:]))
    final = all(Quarter.Q4 in found.fund.executed and quarter is Quarter.Q4 for found in funds)
    return MoneyForecast(funds, spent, points, cases, final)


def _amounts(card: Scorecard, spent: Span) -> list[Decimal]:
    """Likely first, both ends, and what lies between them where points or caps jump (万元)."""
    pack, budget = card.pack, card.plan.budget
    rates = [HUNDRED, *(rate for rate, _ in pack.execution_bands), *(rate for rate, _ in pack.total_caps)]
    turns = [EXACT.divide(EXACT.multiply(rate, budget), HUNDRED) for rate in rates]
    between = [amount for turn in turns for amount in (turn, turn - CENT) if spent.low < amount < spent.high]
    return [spent.likely, spent.low, spent.high, *between]


def _known(fund: Fund, quarter: Quarter, prior: Fund | None) -> FundForecast | None:
    seen = [(past, fund.executed[past]) for past in quarter.up_to if past in fund.executed]
    if not seen:
        return None
    last, now = seen[-1]
    if last is Quarter.Q4:
        return FundForecast(fund, Phrase("forecast", "final"), Span.at(now))
    pattern = pattern_of("last_year", prior.executed) if prior else None
    course = rising(seen, fund.budget, pattern)
    spent = course.span
    span = Span(_cents(spent.low, ROUND_FLOOR), rounded(spent.likely), _cents(spent.high, ROUND_CEILING))
    arguments = {"actual": f"{money(now)}万元", "quarter": str(int(last)), "count": str(course.count)}
    paces = {"low": course.spread.low, "likely": course.spread.likely, "high": course.spread.high}
    arguments |= {key: f"{money(rounded(pace))}万元" for key, pace in paces.items()}
    return FundForecast(fund, Phrase("forecast", course.code, arguments), span.within(now, max(fund.budget, now)))


def _silent(fund: Fund, likely: Decimal, budget: Decimal) -> FundForecast:
    """A fund of which nothing was reported: at least nothing, at most its budget, likely at the rate of the others."""
    share = EXACT.divide(EXACT.multiply(fund.budget, likely), budget) if budget > 0 else ZERO
    span = Span(ZERO, min(rounded(share), fund.budget), fund.budget)
    return FundForecast(fund, Phrase("forecast", "fund_silent"), span, assumed=True)


def _cents(number: Decimal, way: str) -> Decimal:
    return divide(number, CENT).to_integral_value(way) * CENT
