"""The office's units (社区, 网格党支部), an indicator broken down over them, and the office's value that follows.

| across | the office's value of a quarter |
|---|---|
| sum | Σ values |
| mean | Σ values ÷ number of units that reported |
| pooled | Σ numerators / Σ denominators; every unit reports a fraction such as 1188/1320 |
| worst | the highest under ≤ <, the farthest outside a range, the latest date, the lowest grade, else the lowest |

A unit that has not reported is not zero: it is left out and listed. Nothing is rounded. A mean that does not end as a
decimal is kept as a fraction; where quarters are added or averaged a fraction would be pooled with the next one and
mean something else, so there the office has no value and a finding says why. The same holds while a value does not
read, and while a pooled value is no fraction: a mean in its place would be another number under the same name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from perftrack.domain import spelling
from perftrack.domain.answers import Answer, AnswerKind, grade_given, read_answer
from perftrack.domain.decimals import EXACT, ZERO, shortest
from perftrack.domain.findings import Finding
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.targets import Target, TargetKind, read_quantity
from perftrack.domain.terms import Across, Aggregation, Grade, Severity

_SCALE = {"%": 100, "‰": 1000}
_WORST_FIRST = (Grade.UNMET, Grade.PARTLY, Grade.MET)
#: Aggregations that put the numbers of several quarters together.
_GATHERED = frozenset({Aggregation.SUM, Aggregation.MEAN})


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the office that reports values; ``kind`` such as 社区. One no longer active keeps what it reported."""

    kind: str
    name: str
    active: bool = True
    id: str = ""


@dataclass(frozen=True, slots=True)
class UnitValue:
    """What a unit reported for a quarter: the text typed, in the form the office's own would have, and a note."""

    value: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """An indicator reported by the units of one kind. ``targets`` and ``values`` are by unit id."""

    kind: str
    across: Across
    units: tuple[Unit, ...] = ()
    targets: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[Quarter, Mapping[str, UnitValue]] = field(default_factory=dict)

    def asked(self, quarter: Quarter) -> tuple[Unit, ...]:
        """The units of a quarter: the active ones, and those that reported before they fell away."""
        given = self.values.get(quarter, {})
        return tuple(unit for unit in self.units if unit.active or unit.id in given)

    def reported(self, quarter: Quarter) -> tuple[Unit, ...]:
        """The units that reported."""
        given = self.values.get(quarter, {})
        return tuple(unit for unit in self.units if unit.id in given)

    def missing(self, quarter: Quarter) -> tuple[Unit, ...]:
        """The units that have not reported."""
        given = self.values.get(quarter, {})
        return tuple(unit for unit in self.units if unit.active and unit.id not in given)


@dataclass(frozen=True, slots=True)
class OfficeValue:
    """What follows from the units: ``actual`` without a note, None where nothing follows; then ``findings`` say why.

    ``value`` ÷ ``parts`` is the exact number in the target's unit; ``source`` the unit that was the worst.
    """

    actual: Actual | None = None
    value: Decimal = ZERO
    parts: Decimal = Decimal(1)
    source: Unit | None = None
    findings: tuple[Finding, ...] = ()


def allowed(target: Target) -> tuple[Across, ...]:
    """The ways an office's value can follow for such a target: words and dates have no sum."""
    if target.kind is TargetKind.EMPTY:
        return ()
    return tuple(Across) if target.is_numeric else (Across.WORST,)


def refusal(text: str, target: Target, across: Across) -> str:
    """Why ``text`` cannot stand as a unit's value, as an error code; "" when it can.

    ``unread``: the domain's reader does not read it. ``unit_needs_value``: a word or range where values are put
    together. ``unit_measured_otherwise``: another unit of measure. ``unit_needs_fraction``: pooled, and no fraction.
    """
    answer = read_answer(text, target)
    if answer.kind in (AnswerKind.UNREAD, AnswerKind.NOTHING):
        return "unread"
    if target.kind is TargetKind.WORDS:
        return ""
    wanted = AnswerKind.DATE if target.kind is TargetKind.DATE else AnswerKind.NUMBER
    quantity = read_quantity(spelling.level(text)) if target.is_numeric else None
    if answer.kind is not wanted or answer.met or (quantity is not None and quantity.upper is not None):
        return "unit_needs_value"
    if "unit_differs" in answer.notices:
        return "unit_measured_otherwise"
    return "unit_needs_fraction" if across is Across.POOLED and not answer.fraction else ""


def office_value(
    breakdown: Breakdown, quarter: Quarter, target: Target, *, year: int, aggregation: Aggregation = Aggregation.LATEST
) -> OfficeValue:
    """The office's value of ``quarter``; its text reads back to exactly that value. See the table above.

    ``year`` completes dates without one. A combination :func:`allowed` does not name gives a finding.
    """
    given = breakdown.values.get(quarter, {})
    units = breakdown.reported(quarter)
    if not units:
        return OfficeValue()
    if breakdown.across not in allowed(target):
        return _without("units_across_words", (), target)
    codes = [refusal(given[unit.id].value, target, breakdown.across) for unit in units]
    for wanted, code in ((("unit_needs_fraction",), "units_not_fractions"), (None, "units_unread")):
        bad = [unit.name for unit, found in zip(units, codes, strict=True) if found and (not wanted or found in wanted)]
        if bad:
            return _without(code, bad, target)
    answers = [read_answer(given[unit.id].value, target) for unit in units]
    if breakdown.across is Across.WORST:
        return _worst(units, answers, target, year)
    if breakdown.across is Across.POOLED:
        return _pooled(answers, target)
    return _gathered(answers, target, breakdown.across, aggregation)


def _without(code: str, names: Sequence[str], target: Target) -> OfficeValue:
    arguments = {"units": "、".join(names), "target": target.text.strip()}
    return OfficeValue(findings=(Finding(Severity.WARNING, code, target.text.strip(), arguments),))


def _number(answer: Answer) -> Fraction:
    return Fraction(answer.value) / Fraction(answer.parts)


def _gathered(answers: Sequence[Answer], target: Target, across: Across, aggregation: Aggregation) -> OfficeValue:
    count = len(answers) if across is Across.MEAN else 1
    number = sum((_number(answer) for answer in answers), Fraction(0)) / count
    places = max(_places(answer.value) for answer in answers) if across is Across.SUM else 0
    candidates = [f"{digits}{target.unit}", digits] if (digits := _digits(number, places)) else []
    if number >= 0 and aggregation not in _GATHERED:
        ratio = number / _SCALE.get(target.unit, 1)
        candidates.append(f"{ratio.numerator}/{ratio.denominator}")
    return _first_exact(candidates, number, target)


def _pooled(answers: Sequence[Answer], target: Target) -> OfficeValue:
    scale = Decimal(_SCALE.get(target.unit, 1))
    above, below = ZERO, ZERO
    for answer in answers:
        above, below = EXACT.add(above, EXACT.divide(answer.value, scale)), EXACT.add(below, answer.parts)
    number = Fraction(above) * Fraction(scale) / Fraction(below)
    return _first_exact([f"{shortest(above)}/{shortest(below)}"], number, target)


def _worst(units: Sequence[Unit], answers: Sequence[Answer], target: Target, year: int) -> OfficeValue:
    place = max(range(len(answers)), key=lambda each: _badness(answers[each], target, year))
    answer, unit = answers[place], units[place]
    if target.kind is TargetKind.WORDS:
        return OfficeValue(Actual(grade=grade_given(answer), share=answer.share), source=unit)
    if target.kind is TargetKind.DATE:
        return OfficeValue(Actual(answer.text.strip()), source=unit)
    own = answer.text.strip()
    digits = _digits(_number(answer), _places(answer.value))
    candidates = [own] if answer.fraction or not digits else [f"{digits}{target.unit}", digits, own]
    found = _first_exact(candidates, _number(answer), target)
    return OfficeValue(found.actual, found.value, found.parts, unit, found.findings)


def _badness(answer: Answer, target: Target, year: int) -> tuple[Fraction, ...]:
    """Greater is worse."""
    if target.kind is TargetKind.WORDS:
        grade = grade_given(answer)
        level = _WORST_FIRST.index(grade) if grade else 0
        # A grade without a share stands above one whose share was moved down in the same band.
        return Fraction(-level), -Fraction(answer.share if answer.share is not None else 101)
    if target.kind is TargetKind.DATE:
        day = answer.deadline
        assumed = (target.deadline.year if target.deadline else None) or year
        return (Fraction((day.year or assumed) * 10000 + day.month * 100 + day.last_day),) if day else (Fraction(0),)
    number = _number(answer)
    if target.upper is not None:
        outside = max(Fraction(target.value) - number, number - Fraction(target.upper), Fraction(0))
        return outside, -number
    return (number if target.is_ceiling else -number,)


def _first_exact(candidates: Sequence[str], number: Fraction, target: Target) -> OfficeValue:
    """The first text that the reader reads back to ``number``, exactly."""
    for text in candidates:
        answer = read_answer(text, target)
        if answer.kind is AnswerKind.NUMBER and not answer.met and _number(answer) == number:
            return OfficeValue(Actual(text), answer.value, answer.parts)
    return _without("units_endless", (), target)


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _digits(number: Fraction, least: int = 0) -> str:
    """All digits of ``number`` with at least ``least`` decimals; "" when they do not end.

    >>> _digits(Fraction(31, 2), 2), _digits(Fraction(1, 3))
    ('15.50', '')
    """
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return ""
    places = max(twos, fives, least)
    scaled = abs(number.numerator) * 10**places // number.denominator
    whole, part = divmod(scaled, 10**places)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{part:0{places}d}" if places else f"{sign}{whole}"
