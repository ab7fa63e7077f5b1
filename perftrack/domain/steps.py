"""The step an indicator's value moves by: 1 for whole counts, else 0.01."""

from decimal import Decimal

from perftrack.domain.decimals import CENT
from perftrack.domain.targets import Target
from perftrack.domain.terms import Aggregation
from perftrack.domain.yearvalues import ONE, YearState, YearValue

#: Parts of units that measure instead of count: halves of them make sense.
_MEASURES = (
    "%",
    "‰",
    "元",
    "米",
    "里",
    "亩",
    "顷",
    "吨",
    "克",
    "斤",
    "升",
    "度",
    "时",
    "分",
    "秒",
    "天",
    "月",
    "年",
    "率",
    "倍",
)
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")


def step_of(target: Target, aggregation: Aggregation, value: YearValue | None = None) -> Decimal:
    """1 where the target counts whole things, in a unit that cannot be divided, else 0.01 (in the target's unit).

    A mean of counts is no count, and what was reported in parts (``value``) can move by parts.

    >>> from perftrack.domain.targets import read_target
    >>> step_of(read_target("≥12个"), Aggregation.SUM), step_of(read_target("≥95%"), Aggregation.LATEST)
    (Decimal('1'), Decimal('0.01'))
    """
    if aggregation is Aggregation.MEAN or not target.is_numeric:
        return CENT
    numbers = [target.value, *([] if target.upper is None else [target.upper])]
    if value is not None and value.state is YearState.NUMBER:
        if value.parts != ONE:
            return CENT
        numbers.append(value.value)
    unit = target.unit.lower()
    measured = any(part in unit for part in _MEASURES) or bool(_LATIN & set(unit))
    return CENT if measured or any(number != number.to_integral_value() for number in numbers) else ONE
