"""指标值 read tolerantly: operator, number and unit, a range, a date, or words. The original spelling is kept."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from perftrack.domain import spelling
from perftrack.domain.deadlines import Deadline, read_deadline
from perftrack.domain.decimals import plain
from perftrack.domain.terms import CEILINGS, COST_WORD, NOTHING_WORDS, Operator


class TargetKind(StrEnum):
    """What a target turned out to be."""

    NUMBER = "number"
    RANGE = "range"
    DATE = "date"
    WORDS = "words"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Target:
    """A target as read from ``text``.

    ``value`` is the number, or the lower end of a range whose upper end is ``upper``, in ``unit``. ``assumed``: no
    operator was written. ``doubtful``: the words hold digits or signs, so perhaps more was meant than words.
    """

    text: str
    kind: TargetKind
    operator: Operator | None = None
    value: Decimal = Decimal(0)
    upper: Decimal | None = None
    unit: str = ""
    deadline: Deadline | None = None
    assumed: bool = False
    doubtful: bool = False

    @property
    def is_numeric(self) -> bool:
        """A number or a range: actuals are numbers."""
        return self.kind in (TargetKind.NUMBER, TargetKind.RANGE)

    @property
    def is_ceiling(self) -> bool:
        """≤ or <: less is better."""
        return self.kind is TargetKind.NUMBER and self.operator in CEILINGS

    @property
    def answers_nothing(self) -> bool:
        """A zero target with = ≤ <: 无 as the answer reads as 0."""
        return (
            self.kind is TargetKind.NUMBER
            and self.value == 0
            and (self.operator is Operator.EQUAL or self.operator in CEILINGS)
        )


@dataclass(frozen=True, slots=True)
class Quantity:
    """Operator, number (or both ends of a range) and unit found in a levelled text."""

    operator: Operator | None
    value: Decimal
    upper: Decimal | None
    unit: str


def read_quantity(levelled: str) -> Quantity | None:
    """The operator, number or range, and unit a levelled text spells and nothing else, or None."""
    operator, rest = spelling.take_operator(levelled)
    value, rest = spelling.take_number(rest)
    if value is None:
        return None
    if operator is None and (spread := _read_range(value, rest)):
        return spread
    unit = spelling.read_unit(rest)
    return None if unit is None else Quantity(operator, value, None, unit)


def _read_range(lower: Decimal, rest: str) -> Quantity | None:
    for sign in ("~", "-", "至", "到"):
        low_text, found, high_text = rest.partition(sign)
        if not found:
            continue
        low_unit = spelling.read_unit(low_text)
        upper, tail = spelling.take_number(high_text)
        unit = spelling.read_unit(tail)
        if low_unit is None or upper is None or unit is None:
            continue
        factor = spelling.conversion(low_unit, unit) if low_unit and unit else Decimal(1)
        if factor is None or lower * factor > upper:
            return None
        return Quantity(None, lower * factor, upper, unit or low_unit)
    return None


def read_target(text: str, level1: str = "", level2: str = "") -> Target:
    """The target ``text`` spells. A bare number is ≥, under a 成本 level ≤ (guide: scoring, table of cases).

    Never raises: what is not understood is words, marked ``doubtful`` when it holds digits.

    >>> target = read_target("＜=268元/人/年")
    >>> target.operator, target.value, target.unit
    (<Operator.AT_MOST: '≤'>, Decimal('268'), '元/人/年')
    """
    levelled = spelling.level(text)
    if levelled in NOTHING_WORDS:
        return Target(text, TargetKind.EMPTY)
    if deadline := _read_date(levelled):
        return Target(text, TargetKind.DATE, deadline=deadline)
    quantity = read_quantity(levelled)
    if quantity is None:
        doubtful = any(sign.isdigit() or sign in "<>≥≤=" for sign in levelled)
        return Target(text, TargetKind.WORDS, doubtful=doubtful)
    if quantity.upper is not None:
        return Target(text, TargetKind.RANGE, value=quantity.value, upper=quantity.upper, unit=quantity.unit)
    assumed = quantity.operator is None
    operator = quantity.operator or (
        Operator.AT_MOST if COST_WORD in level1 or COST_WORD in level2 else Operator.AT_LEAST
    )
    return Target(text, TargetKind.NUMBER, operator, quantity.value, unit=quantity.unit, assumed=assumed)


def _read_date(levelled: str) -> Deadline | None:
    if deadline := read_deadline(levelled):
        return deadline
    operator, rest = spelling.take_operator(levelled.replace("不晚于", "≤", 1))
    # ≤6月 could be six months; with a year it is a date.
    deadline = read_deadline(rest) if operator in CEILINGS or operator is Operator.EQUAL else None
    return deadline if deadline and deadline.year else None


def print_target(target: Target) -> str:
    """The official spelling: ≥12个, 95~105%, 2024年12月31日; reading it again gives the same target.

    >>> print_target(read_target("＞=95%"))
    '≥95%'
    """
    if target.kind is TargetKind.NUMBER:
        operator = "" if target.assumed or target.operator is None else target.operator.value
        return f"{operator}{plain(target.value)}{target.unit}"
    if target.kind is TargetKind.RANGE and target.upper is not None:
        return f"{plain(target.value)}~{plain(target.upper)}{target.unit}"
    if target.kind is TargetKind.DATE:
        return str(target.deadline)
    return target.text.strip()
