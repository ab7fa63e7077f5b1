"""From scorecards to what charts show. Nothing is computed here that the domain does not compute."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from perftrack.domain.decimals import HUNDRED, ZERO, divide, rounded, shortest
from perftrack.domain.forecast import Forecast
from perftrack.domain.pairing import pairs
from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.targets import Target, TargetKind, print_target
from perftrack.domain.terms import CUMULATIVE
from perftrack.domain.yearvalues import YearState, quotient_text
from perftrack.services.messages import Speaker
from ui import formatting
from ui.charts.values import Drop, ExecutionTrend, TargetLine, Trend, TrendPoint, Waterfall, YearEnd

Cards = Mapping[Quarter, Scorecard]


def trend_of(
    cards: Cards, row: int, quarter: Quarter, earlier: Sequence[Cards] = (), ahead: YearEnd | None = None
) -> Trend:
    """The trend of the indicator in ``row`` up to ``quarter``, from the cards at the end of each quarter.

    ``earlier`` are the cards of the same plan in years before, the latest first; ``ahead`` is its likely end.
    """
    score = cards[quarter].scores[row]
    indicator, target = score.indicator, score.target
    points: list[TrendPoint] = []
    before: Decimal | None = ZERO
    for past in quarter.up_to:
        point = _point(cards[past].scores[row], past)
        if point is None:
            continue
        if target.is_numeric and indicator.aggregation in CUMULATIVE:
            points.append(_with_increment(point, before))
            before = point.value
        else:
            points.append(point)
    marks = tuple((int(past), value) for past, value in sorted(indicator.milestones.items()))
    return Trend(
        indicator.name,
        cards[quarter].plan.year,
        int(quarter),
        target.unit if target.is_numeric else "%",
        tuple(points),
        _target_lines(target),
        marks if target.is_numeric else (),
        shares=not target.is_numeric,
        earlier=tuple(found for past in earlier if (found := _earlier(past, score)) is not None),
        ahead=ahead if points else None,
    )


def _earlier(cards: Cards, score: Score) -> tuple[int, tuple[tuple[int, Decimal], ...]] | None:
    """The values of the same indicator in another year, where its unit is the same; None where there are none."""
    last = cards[Quarter.Q4]
    items = [each.indicator for each in last.scores]
    row = next((before for before, after in pairs(items, [score.indicator]) if after == 0), None)
    if row is None or last.scores[row].target.unit != score.target.unit:
        return None
    if last.scores[row].target.is_numeric != score.target.is_numeric:
        return None
    points = (_point(cards[past].scores[row], past) for past in Quarter.Q4.up_to)
    values = tuple((point.quarter, point.value) for point in points if point is not None)
    return (last.plan.year, values) if values else None


def _point(score: Score, past: Quarter) -> TrendPoint | None:
    """The value to date of a quarter that was reported itself; a quarter that only repeats the last has no dot."""
    value = score.value
    if not value.quarters or value.quarters[-1][0] != past:
        return None
    if score.target.is_numeric:
        if value.state is not YearState.NUMBER:
            return None
        words = quotient_text(value.value, value.parts)
        return TrendPoint(int(past), divide(value.value, value.parts), words, score.light.value)
    share = share_percent(score)
    if share is None:
        return None
    return TrendPoint(int(past), share, score.actual_text or "", score.light.value)


def _with_increment(point: TrendPoint, before: Decimal | None) -> TrendPoint:
    added = point.value - (before or ZERO)
    return TrendPoint(point.quarter, point.value, point.words, point.light, added)


def share_percent(score: Score) -> Decimal | None:
    """The share of its weight an item earns by its rule, in per cent to 2 places."""
    if score.share is None:
        return None
    return rounded(divide(score.share.part * HUNDRED, score.share.whole))


def _target_lines(target: Target) -> tuple[TargetLine, ...]:
    if target.kind is TargetKind.RANGE and target.upper is not None:
        ends = (target.value, target.upper)
        return tuple(TargetLine(end, f"{shortest(end)}{target.unit}") for end in ends)
    if target.kind is TargetKind.NUMBER:
        return (TargetLine(target.value, print_target(target)),)
    if target.kind is TargetKind.EMPTY:
        return ()
    return (TargetLine(HUNDRED, print_target(target)),)


def item_ahead(found: Forecast, row: int, speaker: Speaker) -> YearEnd | None:
    """Where the indicator in ``row`` is likely to end; None once its year is in or where nothing can be said."""
    item = found.items[row]
    span = item.values or item.shares
    if span is None or item.final or item.score.excluded:
        return None
    unit = item.score.target.unit if item.values is not None else "%"
    words = shortest(rounded(span.likely)) + (unit if unit in ("%", "‰") else "")
    return YearEnd(span.low, span.likely, span.high, words, speaker.phrase(item.method))


def money_ahead(found: Forecast, speaker: Speaker) -> YearEnd | None:
    """Where the spending is likely to end (万元); the method of the largest fund stands for all."""
    money = found.money
    if money.executed is None or money.final or not money.funds:
        return None
    span = money.executed
    largest = max(money.funds, key=lambda each: each.fund.budget)
    return YearEnd(span.low, span.likely, span.high, formatting.money(span.likely), speaker.phrase(largest.method))


def execution_trend(cards: Cards, quarter: Quarter, name: str, ahead: YearEnd | None = None) -> ExecutionTrend:
    """The spending of a plan up to ``quarter``; quarters in which no fund reported have no dot."""
    plan = cards[quarter].plan
    points = []
    for past in quarter.up_to:
        spent = plan.executed_by(past)
        if spent is not None and any(past in fund.executed for fund in plan.funds):
            points.append((int(past), spent))
    first = sum((fund.initial for fund in plan.funds), ZERO)
    light = cards[quarter].execution.light.value
    initial = first if first != plan.budget else None
    end = ahead if points else None
    return ExecutionTrend(name, int(quarter), plan.budget, tuple(points), light, initial, end)


def waterfall_of(card: Scorecard, execution_name: str, cap_name: str) -> Waterfall:
    """Where the points of a card went. Keys are rows: the scores in order, then the execution row."""
    drops = [
        Drop(score.indicator.name, score.lost, row, score.points is not None)
        for row, score in enumerate(card.scores)
        if not score.excluded and score.lost > ZERO
    ]
    execution = card.execution
    if execution.weight > execution.points:
        lost = execution.weight - execution.points
        drops.append(Drop(execution_name, lost, len(card.scores), execution.executed is not None))
    drops.sort(key=lambda drop: -drop.loss)
    capped = card.items_total + execution.points - card.total
    if card.cap is not None and capped > ZERO:
        drops.append(Drop(cap_name, capped))
    full = card.total + sum((drop.loss for drop in drops), ZERO)
    marks = tuple((points, rating.value) for points, rating in card.pack.ratings)
    return Waterfall(card.plan.name, full, card.total, tuple(drops), marks)


def trend_spark(trend: Trend) -> tuple[tuple[float | None, ...], float | None]:
    """The values of the quarters up to now, a gap where nothing was reported, and the target, for a sparkline."""
    known = {point.quarter: float(point.value) for point in trend.points}
    target = float(trend.targets[0].value) if trend.targets else None
    return tuple(known.get(past) for past in range(1, trend.quarter + 1)), target


def execution_spark(cards: Cards, quarter: Quarter) -> tuple[tuple[float | None, ...], float | None]:
    """The money spent to date at the end of the quarters up to now, and the budget."""
    trend = execution_trend(cards, quarter, "")
    spent = {past: float(value) for past, value in trend.points}
    return tuple(spent.get(past) for past in range(1, int(quarter) + 1)), float(trend.budget)
