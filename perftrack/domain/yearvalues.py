"""From quarters to a year: the actual of an indicator as of a quarter (guide: from quarters to a year)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from perftrack.domain.answers import Answer, AnswerKind, read_actual
from perftrack.domain.deadlines import Deadline
from perftrack.domain.decimals import CENT, EXACT, ZERO, divide, rounded, shortest
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator
from perftrack.domain.targets import Target
from perftrack.domain.terms import Aggregation, Grade

ONE = Decimal(1)
#: A quotient that ends within this many places is shown whole.
SHOWN_EXACTLY = 6


class YearState(StrEnum):
    """What the quarters so far amount to."""

    MISSING = "missing"
    UNREAD = "unread"
    NUMBER = "number"
    DATE = "date"
    GRADE = "grade"


@dataclass(frozen=True, slots=True)
class YearValue:
    """The year's actual: ``value`` ÷ ``parts`` in the target's unit, or a date, or a grade.

    ``quarters`` are those it came from, oldest first, with their answers. ``grade`` and ``share`` (per cent) are what
    the lead picked in the last of them.
    """

    state: YearState
    value: Decimal = ZERO
    parts: Decimal = ONE
    deadline: Deadline | None = None
    grade: Grade | None = None
    share: Decimal | None = None
    met: bool = False
    text: str = ""
    pooled: bool = False
    quarters: tuple[tuple[Quarter, Answer], ...] = ()


def year_value(indicator: Indicator, target: Target, quarter: Quarter) -> YearValue:
    """The actual of ``indicator`` as of ``quarter``. Of nothing reported: missing, which is not zero."""
    answers = [
        (past, answer)
        for past in quarter.up_to
        if (actual := indicator.actuals.get(past)) is not None
        and (answer := read_actual(actual, target)).kind is not AnswerKind.NOTHING
    ]
    if not answers:
        return YearValue(YearState.MISSING)
    counted = answers[-1:] if _only_latest_counts(indicator, target, answers) else answers
    last = answers[-1][1]
    # Among numbers that are put together a grade is no number: it must not drop out silently.
    strange = (AnswerKind.UNREAD,) if last.kind is AnswerKind.GRADE else (AnswerKind.UNREAD, AnswerKind.GRADE)
    unread = next((answer for _, answer in reversed(counted) if answer.kind in strange), None)
    if unread is not None:
        return YearValue(YearState.UNREAD, text=unread.text, grade=last.grade, quarters=tuple(counted))
    common = YearValue(YearState.GRADE, grade=last.grade, share=last.share, text=last.text, quarters=tuple(counted))
    if last.kind is AnswerKind.GRADE:
        return common
    if last.kind is AnswerKind.DATE:
        return replace(common, state=YearState.DATE, deadline=last.deadline, met=last.met)
    if all(answer.met for _, answer in counted) or (last.met and indicator.aggregation is Aggregation.SUM):
        # 完成 in the last quarter of a sum says that the year's target is met, whatever the quarters add up to.
        return replace(common, state=YearState.NUMBER, value=last.value, met=True)
    numbers = [answer for _, answer in counted if answer.kind is AnswerKind.NUMBER]
    value, parts = _aggregate(indicator.aggregation, numbers)
    pooled = len(numbers) > 1 and all(answer.fraction for answer in numbers)
    return replace(common, state=YearState.NUMBER, value=value, parts=parts, pooled=pooled)


def _only_latest_counts(indicator: Indicator, target: Target, answers: Sequence[tuple[Quarter, Answer]]) -> bool:
    return (
        not target.is_numeric
        or indicator.aggregation in (Aggregation.LATEST, Aggregation.RUNNING)
        or answers[-1][1].kind is AnswerKind.GRADE
    )


def _aggregate(aggregation: Aggregation, numbers: Sequence[Answer]) -> tuple[Decimal, Decimal]:
    """(value, parts) of the numbers; fractions pool in sums and means when every quarter is one."""
    if aggregation in (Aggregation.MAX, Aggregation.MIN):
        best = numbers[0]
        for other in numbers[1:]:
            ahead = EXACT.multiply(other.value, best.parts) > EXACT.multiply(best.value, other.parts)
            if ahead is (aggregation is Aggregation.MAX):
                best = other
        return best.value, best.parts
    if aggregation not in (Aggregation.SUM, Aggregation.MEAN):
        return numbers[-1].value, numbers[-1].parts
    if all(answer.fraction for answer in numbers):
        return _total(answer.value for answer in numbers), _total(answer.parts for answer in numbers)
    value, parts = ZERO, ONE
    for answer in numbers:
        value = EXACT.add(EXACT.multiply(value, answer.parts), EXACT.multiply(answer.value, parts))
        parts = EXACT.multiply(parts, answer.parts)
    return value, parts * len(numbers) if aggregation is Aggregation.MEAN else parts


def _total(numbers: Iterable[Decimal]) -> Decimal:
    total = ZERO
    for number in numbers:
        total = EXACT.add(total, number)
    return total


def quotient_text(value: Decimal, parts: Decimal) -> str:
    """Plain digits of ``value`` ÷ ``parts``: as entered when nothing was divided, else exact or to 2 places.

    >>> quotient_text(Decimal("87.50"), Decimal(1)), quotient_text(Decimal(32), Decimal(3))
    ('87.50', '10.67')
    """
    if parts == ONE:
        return format(value, "f")
    quotient = divide(value, parts)
    exact = rounded(quotient, Decimal(1).scaleb(-SHOWN_EXACTLY))
    return shortest(exact if EXACT.multiply(exact, parts) == value else rounded(quotient, CENT))
