"""本期 and 累计: which of the two is stored, and the other one brought into its form, exactly."""

from decimal import Decimal
from typing import Literal

from perftrack.domain import spelling
from perftrack.domain.answers import Answer, AnswerKind, read_actual
from perftrack.domain.decimals import EXACT, ZERO, plain, shortest
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Indicator
from perftrack.domain.scoring import Score
from perftrack.domain.targets import Target, read_quantity
from perftrack.domain.terms import CUMULATIVE, Aggregation
from perftrack.domain.yearvalues import YearState, quotient_text
from perftrack.errors import RefusedValue

#: 本期 or 累计: the column a value was typed into.
Form = Literal["increment", "to_date"]
_SCALE = {"%": Decimal(100), "‰": Decimal(1000)}


def has_both(indicator: Indicator, target: Target) -> bool:
    """Whether 本期 and 累计 are two values (sum and running numbers) or one."""
    return target.is_numeric and indicator.aggregation in CUMULATIVE


def stored_column(indicator: Indicator) -> Form:
    """The form that is stored: increments for sum, else totals to date or the one value there is."""
    return "increment" if indicator.aggregation is Aggregation.SUM else "to_date"


def derived_value(score: Score, before: Score | None) -> str:
    """The form of the reported value that is not stored, as digits in the target's unit; "" where it does not follow.

    ``score`` is of the quarter shown, ``before`` of the quarter before it (None in the first).
    """
    now = score.value
    if now.state is not YearState.NUMBER or now.met:
        return ""
    if score.indicator.aggregation is Aggregation.SUM:
        return quotient_text(now.value, now.parts)
    earlier = before.value if before else None
    if earlier is None or earlier.state is YearState.MISSING:
        return quotient_text(now.value, now.parts)
    if earlier.state is not YearState.NUMBER or earlier.met or earlier.parts != now.parts:
        return ""
    return quotient_text(EXACT.subtract(now.value, earlier.value), now.parts)


def shown(actual: Actual | None) -> str:
    """What is stored, in one word or number: the value, the grade with its share, or — for nothing."""
    if actual is None:
        return "—"
    if actual.grade is not None:
        graded = actual.grade.value if actual.share is None else f"{actual.grade.value} {shortest(actual.share)}%"
        return f"{actual.value} {graded}" if actual.value else graded
    return actual.value or "—"


def converted(indicator: Indicator, target: Target, quarter: Quarter, answer: Answer, typed: str, kept: str) -> str:
    """``typed`` in the stored form. Exact: what cannot be said exactly is refused, never rounded."""
    if answer.kind is not AnswerKind.NUMBER:
        return typed
    is_sum = indicator.aggregation is Aggregation.SUM
    earlier = _earlier(indicator, target, quarter, typed, kept)
    counted = earlier if is_sum else earlier[-1:]
    if not counted:
        return typed
    sign = -1 if is_sum else 1
    if answer.fraction and all(each.fraction for each in counted):
        value, parts = answer.value, answer.parts
        for each in counted:
            value, parts = EXACT.add(value, sign * each.value), EXACT.add(parts, sign * each.parts)
        scale = _SCALE.get(target.unit, Decimal(1))
        if value < 0 or parts <= 0:
            raise RefusedValue("to_date_below_earlier", typed=typed, kept=kept, earlier=counted[-1].text)
        return f"{shortest(EXACT.divide(value, scale))}/{shortest(parts)}"
    if answer.fraction or any(each.fraction for each in counted):
        raise RefusedValue("fraction_not_converted", typed=typed, kept=kept)
    before = ZERO
    for each in counted:
        before = EXACT.add(before, each.value)
    result = EXACT.add(answer.value, sign * before)
    if result < 0:
        code = "to_date_below_earlier" if is_sum else "negative_to_date"
        raise RefusedValue(code, typed=typed, kept=kept, earlier=plain(before))
    quantity = read_quantity(spelling.level(typed))
    unit = quantity.unit if quantity else ""
    if unit and spelling.conversion(unit, target.unit) is not None:
        unit = target.unit
    return plain(result) + unit


def _earlier(indicator: Indicator, target: Target, quarter: Quarter, typed: str, kept: str) -> list[Answer]:
    found = []
    for past in quarter.up_to[:-1]:
        actual = indicator.actuals.get(past)
        answer = read_actual(actual, target) if actual else Answer(AnswerKind.NOTHING)
        if answer.kind is AnswerKind.NOTHING:
            continue
        if answer.kind is not AnswerKind.NUMBER or answer.met:
            raise RefusedValue("earlier_unread", typed=typed, kept=kept, quarter=int(past), value=shown(actual))
        found.append(answer)
    return found
