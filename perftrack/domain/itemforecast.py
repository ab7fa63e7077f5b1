"""The year-end forecast of one indicator: value and points, low, likely and high, with the method named."""

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from perftrack.domain.answers import AnswerKind, read_actual
from perftrack.domain.courses import Course, Pattern, Seen, best_of, level, mean, pattern_of, rising
from perftrack.domain.decimals import EXACT, HUNDRED, ZERO, divide, rounded, shortest
from perftrack.domain.lights import standard
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.phrases import Phrase
from perftrack.domain.plans import Indicator
from perftrack.domain.scoring import Score
from perftrack.domain.spans import Span
from perftrack.domain.steps import step_of
from perftrack.domain.targets import Target, TargetKind, read_target
from perftrack.domain.terms import CUMULATIVE, Aggregation, Grade
from perftrack.domain.valuepoints import ValuePoints
from perftrack.domain.yearvalues import YearState, quotient_text

#: Worst first.
_GRADES = (Grade.UNMET, Grade.PARTLY, Grade.MET)
_WHOLE = {"%": HUNDRED, "‰": Decimal(1000)}


@dataclass(frozen=True, slots=True)
class ItemForecast:
    """The year end of one indicator as it looks from the quarter of ``score``.

    ``points`` to 2 places; None: it cannot be said, for the reason ``method`` gives. ``values`` in the target's unit,
    None for words, dates and points by hand; ``shares`` in per cent where a grade was judged. ``low`` is the least,
    not the worst: where less is better the low value brings the high points. ``final``: nothing is open any more.
    """

    score: Score
    method: Phrase
    points: Span | None = None
    values: Span | None = None
    shares: Span | None = None
    final: bool = False


def forecast_item(score: Score, year: int, prior: Indicator | None = None) -> ItemForecast:
    """The forecast of the indicator of ``score``; ``prior`` is the same indicator in the year before."""
    if score.excluded:
        return ItemForecast(score, _said("excluded"), Span.at(ZERO), final=True)
    manual = score.indicator.manual_score
    if manual is not None:
        return ItemForecast(score, _said("manual"), Span.at(rounded(manual.score)), final=True)
    if score.target.kind is TargetKind.EMPTY:
        return ItemForecast(score, _said("no_target"), Span.at(ZERO), final=True)
    if score.points is None:
        return ItemForecast(score, _said("nothing" if score.value.state is YearState.MISSING else "unread"))
    points = ValuePoints(score, year)
    value, last = score.value, score.value.quarters[-1][0]
    settled = ItemForecast(score, _said("final"), Span.at(score.points), _now(points), _judged(score), final=True)
    if last is Quarter.Q4:
        return settled
    if value.met or value.state is YearState.DATE:
        return replace(settled, method=_said("met"), final=False)
    if value.state is YearState.GRADE:
        return _judgement(score, points, last)
    return _number(score, points, prior)


def _said(code: str, **arguments: str) -> Phrase:
    return Phrase("forecast", code, arguments)


def _now(points: ValuePoints) -> Span | None:
    number = points.number_now
    return None if number is None else Span.at(number)


def _judged(score: Score) -> Span | None:
    """The share of the judgement so far, in per cent."""
    value, grade = score.value, score.grade or score.value.grade
    if value.state is not YearState.GRADE or grade is None:
        return None
    return Span.at(score.pack.grade_shares[grade] if value.share is None else value.share)


def _judgement(score: Score, points: ValuePoints, last: Quarter) -> ItemForecast:
    """The last judgement; it may still move by one grade either way, to that grade's usual share in the pack."""
    value, usual = score.value, score.pack.grade_shares
    grade = score.grade or value.grade or Grade.UNMET
    place = _GRADES.index(grade)
    lower, higher = _GRADES[max(place - 1, 0)], _GRADES[min(place + 1, 2)]
    share = usual[grade] if value.share is None else value.share
    worse = min((usual[lower], lower), (share, grade), key=lambda pair: pair[0])
    better = max((usual[higher], higher), (share, grade), key=lambda pair: pair[0])
    found = [points.of_share(judged, part) for part, judged in (worse, better)]
    method = _said("grade", grade=grade.value, share=shortest(share), quarter=str(int(last)))
    shares = Span(worse[0], share, better[0])
    return ItemForecast(score, method, Span.around(score.points or ZERO, found), shares=shares)


def _number(score: Score, points: ValuePoints, prior: Indicator | None) -> ItemForecast:
    item, target, value = score.indicator, score.target, score.value
    now = EXACT.divide(value.value, value.parts)
    course = _course(score, now, _same(prior, target))
    span = _possible(course.span, item.aggregation, target, now, adding=_adds(score))
    step = step_of(target, item.aggregation, value)
    span = Span(*(_stepped(*each, step=step) for each in zip(
        (span.low, span.likely, span.high), (ROUND_FLOOR, ROUND_HALF_UP, ROUND_CEILING), strict=True
    )))  # fmt: skip
    span = _possible(span, item.aggregation, target, now, adding=_adds(score))

    def earned(number: Decimal) -> Decimal:
        # A share the lead moved stays while the value does.
        return score.points or ZERO if number == now else points.of_number(number)

    between = [turn for turn in points.turns() if span.low < turn < span.high]
    edges = [earned(number) for number in (span.low, span.high, *between)]
    # Just below a turn counts too: a deduction may begin on it.
    edges += [earned(number) for turn in between if (number := turn - step) > span.low]
    found = Span.around(earned(span.likely), edges)
    quarter = value.quarters[-1][0]
    arguments = {
        "actual": quotient_text(value.value, value.parts) + target.unit,
        "quarter": str(int(quarter)),
        "count": str(course.count),
        "low": _shown(course.spread.low, target),
        "likely": _shown(course.spread.likely, target),
        "high": _shown(course.spread.high, target),
    }
    return ItemForecast(score, _said(course.code, **arguments), found, span)


def _shown(number: Decimal, target: Target) -> str:
    return shortest(rounded(number)) + target.unit


def _stepped(number: Decimal, way: str, *, step: Decimal) -> Decimal:
    return divide(number, step).to_integral_value(way) * step


def _adds(score: Score) -> bool:
    """Whether the quarters add up; fractions that are pooled into a rate do not."""
    fractions = score.indicator.aggregation is Aggregation.SUM and all(
        answer.fraction for _, answer in score.value.quarters
    )
    return score.indicator.aggregation in CUMULATIVE and not fractions


def _course(score: Score, now: Decimal, prior: Indicator | None) -> Course:
    item, target = score.indicator, score.target
    seen = _seen(score)
    quarter = seen[-1][0]
    if _adds(score):
        goal = target.value if target.kind is TargetKind.NUMBER else ZERO
        return rising(_to_date(item, target, quarter), max(goal, ZERO), _pattern(item, target, prior))
    if item.aggregation in (Aggregation.MEAN, Aggregation.SUM):
        return mean(seen, now)
    if item.aggregation in (Aggregation.MAX, Aggregation.MIN):
        return best_of(seen, now, highest=item.aggregation is Aggregation.MAX)
    every = _to_date(item, target, quarter)
    level_before = prior is not None and prior.aggregation is Aggregation.LATEST
    before = dict(_to_date(prior, target, Quarter.Q4)) if prior is not None and level_before else {}
    moved = before[Quarter.Q4] - before[quarter] if {quarter, Quarter.Q4} <= before.keys() else None
    return level(every, moved)


def _seen(score: Score) -> Seen:
    return [
        (quarter, EXACT.divide(answer.value, answer.parts))
        for quarter, answer in score.value.quarters
        if answer.kind is AnswerKind.NUMBER
    ]


def _to_date(item: Indicator, target: Target, quarter: Quarter) -> Seen:
    """What was reported for each quarter up to ``quarter``, added up where the aggregation is a sum."""
    found: list[tuple[Quarter, Decimal]] = []
    for past in quarter.up_to:
        if past not in item.actuals:
            continue
        answer = read_actual(item.actuals[past], target)
        if answer.kind is AnswerKind.NUMBER and not answer.met:
            number = EXACT.divide(answer.value, answer.parts)
            before = found[-1][1] if found and item.aggregation is Aggregation.SUM else ZERO
            found.append((past, EXACT.add(before, number)))
    return found


def _same(prior: Indicator | None, target: Target) -> Indicator | None:
    """``prior`` if it counts in the same unit."""
    if prior is None:
        return None
    before = read_target(prior.target, prior.level1, prior.level2)
    return prior if before.is_numeric and before.unit == target.unit else None


def _pattern(item: Indicator, target: Target, prior: Indicator | None) -> Pattern | None:
    if prior is not None and prior.aggregation in CUMULATIVE:
        found = pattern_of("last_year", dict(_to_date(prior, target, Quarter.Q4)))
        if found is not None:
            return found
    if target.kind is not TargetKind.NUMBER or not item.milestones:
        return None
    return pattern_of("milestones", {quarter: standard(item, target, quarter) for quarter in QUARTERS})


def _possible(span: Span, aggregation: Aggregation, target: Target, now: Decimal, *, adding: bool) -> Span:
    """``span`` without what cannot be: what adds up does not fall, a percentage stays in 0–100 unless it is beyond."""
    lowest, highest = min(ZERO, now), None
    if target.unit in _WHOLE:
        highest = max(_WHOLE[target.unit], now)
    if adding or aggregation is Aggregation.MAX:
        lowest = now
    if aggregation is Aggregation.MIN:
        highest = now
    return span.within(lowest, highest)
