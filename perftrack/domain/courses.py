"""How a number goes on to year end, from what was seen so far: what adds up, and what is a level.

What adds up (sum, running, money) goes on at its run rate; where last year or the milestones show a pattern, the
likely value follows that and the span holds both. A level stays where it is, within the spread seen. Spans are only as
wide as what was seen, so where little was seen a share is assumed, named below.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.decimals import EXACT, ZERO
from perftrack.domain.periods import Quarter
from perftrack.domain.spans import Span

#: A pace seen for one quarter may change by half, one seen for two by a quarter, for three by a sixth.
_PACE_OPEN = Decimal("0.5")
#: How far a level seen once may move, as a share of it.
_LEVEL_OPEN = Decimal("0.1")
#: Less of last year than this by the same quarter is too little to multiply with.
_TOO_LITTLE = Decimal(10)
YEAR_QUARTERS = 4

#: (quarter, number), oldest first, never empty.
Seen = Sequence[tuple[Quarter, Decimal]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What was reached by the end of each quarter of a whole year, as a model for this one.

    ``code``: ``last_year`` or ``milestones``. ``to_date`` never falls and ends with the year's value, above 0.
    """

    code: str
    to_date: Mapping[Quarter, Decimal]

    @property
    def year(self) -> Decimal:
        """The whole year's."""
        return self.to_date[Quarter.Q4]

    def by(self, quarter: Quarter) -> Decimal:
        """What was reached by the end of ``quarter``."""
        return next((self.to_date[past] for past in reversed(quarter.up_to) if past in self.to_date), ZERO)


@dataclass(frozen=True, slots=True)
class Course:
    """Where a number goes by method ``code``, from ``count`` quarters seen.

    ``spread``: what a quarter brings or is worth, or how far a level moves.
    """

    code: str
    span: Span
    spread: Span
    count: int


def pattern_of(code: str, to_date: Mapping[Quarter, Decimal]) -> Pattern | None:
    """The pattern of a year, None where it is no model: not complete, falling, or nothing at all."""
    reached = [to_date[quarter] for quarter in sorted(to_date)]
    if Quarter.Q4 not in to_date or reached != sorted(reached) or reached[0] < 0 or reached[-1] <= 0:
        return None
    return Pattern(code, to_date)


def rising(seen: Seen, goal: Decimal = ZERO, pattern: Pattern | None = None) -> Course:
    """Where something that adds up goes; ``seen`` are values to date, ``goal`` the year's target (0: none).

    Run rate: what was reached ÷ quarters gone. Where nothing happened yet, the most is the calendar's part of
    ``goal``. The pattern multiplies by what last year still brought in proportion, or adds it where last year had
    hardly begun by then.
    """
    quarter, reached = seen[-1]
    gone = Decimal(int(quarter))
    left = YEAR_QUARTERS - gone
    base, before, steps = ZERO, 0, []
    for past, number in seen:
        steps.append(max(EXACT.divide(number - base, Decimal(int(past) - before)), ZERO))
        base, before = number, int(past)
    rate, width = EXACT.divide(max(reached, ZERO), gone), EXACT.divide(_PACE_OPEN, gone)
    slow, fast = min(*steps, rate * (1 - width)), max(*steps, rate * (1 + width))
    if reached <= 0:
        fast = max(fast, EXACT.divide(goal, Decimal(YEAR_QUARTERS)))
    spread = Span.around(rate, (slow, fast))
    pace = Span(*(EXACT.add(reached, EXACT.multiply(each, left)) for each in (spread.low, rate, spread.high)))
    if pattern is None:
        return Course("pace", pace, spread, len(seen))
    return Course(
        pattern.code, Span.around(_as_then(reached, quarter, pattern), (pace.low, pace.high)), spread, len(seen)
    )


def _as_then(reached: Decimal, quarter: Quarter, pattern: Pattern) -> Decimal:
    done = pattern.by(quarter)
    if reached < 0 or done * _TOO_LITTLE < pattern.year:
        return EXACT.add(reached, pattern.year - done)
    return EXACT.divide(EXACT.multiply(reached, pattern.year), done)


def level(seen: Seen, moved: Decimal | None = None) -> Course:
    """Where a level goes: the last one, give or take the spread seen.

    ``moved``: how far it moved from this quarter to year end last year; it counts where only one was seen.
    """
    numbers = [number for _, number in seen]
    last, code = numbers[-1], "level"
    spread = max(numbers) - min(numbers)
    if len(numbers) == 1:
        code = "level_once" if moved is None else "level_last_year"
        spread = abs(last) * _LEVEL_OPEN if moved is None else abs(moved)
    return Course(code, Span(last - spread, last, last + spread), Span(-spread, ZERO, spread), len(seen))


def mean(seen: Seen, so_far: Decimal) -> Course:
    """Where a mean of quarters goes: ``so_far`` stays, the quarters left lie between the least and the most seen."""
    numbers = [number for _, number in seen]
    low, high = min(numbers), max(numbers)
    if len(numbers) == 1:
        low, high = (so_far + sign * abs(so_far) * _LEVEL_OPEN for sign in (-1, 1))
    count, left = Decimal(len(numbers)), Decimal(YEAR_QUARTERS - int(seen[-1][0]))

    def with_rest(rest: Decimal) -> Decimal:
        return EXACT.divide(EXACT.add(so_far * count, rest * left), count + left)

    spread = Span.around(so_far, (low, high))
    return Course("mean", Span.around(so_far, (with_rest(spread.low), with_rest(spread.high))), spread, len(seen))


def best_of(seen: Seen, so_far: Decimal, *, highest: bool) -> Course:
    """Where the highest (or lowest) of the quarters goes: it stays, or is passed by the spread seen."""
    found = level(seen).spread.high
    span = Span(so_far, so_far, so_far + found) if highest else Span(so_far - found, so_far, so_far)
    return Course("max" if highest else "min", span, Span(-found, ZERO, found), len(seen))
