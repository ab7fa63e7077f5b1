"""完成值 read against its target: one reader for import, typing and pasting (guide: tolerant reading).

What is not understood stays text and is marked; it never becomes a number silently.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from perftrack.domain import spelling
from perftrack.domain.deadlines import Deadline, read_deadline
from perftrack.domain.decimals import EXACT, ZERO, shortest
from perftrack.domain.grades import band_of, in_band
from perftrack.domain.plans import Actual
from perftrack.domain.targets import Target, TargetKind, read_quantity
from perftrack.domain.terms import NOTHING_WORDS, Grade


class AnswerKind(StrEnum):
    """What an actual turned out to be."""

    NOTHING = "nothing"
    NUMBER = "number"
    DATE = "date"
    GRADE = "grade"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Answer:
    """One quarter's actual, read. The number is ``value`` ÷ ``parts`` in the target's unit.

    ``fraction``: entered as 1188/1320, both numbers kept. ``met``: a met-word answered, so the target counts as met
    as written. ``notices`` are codes of findings.
    """

    kind: AnswerKind
    value: Decimal = ZERO
    parts: Decimal = Decimal(1)
    fraction: bool = False
    deadline: Deadline | None = None
    grade: Grade | None = None
    share: Decimal | None = None
    met: bool = False
    text: str = ""
    notices: tuple[str, ...] = ()


NOTHING = Answer(AnswerKind.NOTHING)
_MET = re.compile(
    r"(?:已|均已|已全部|全部|均)?(?:完成|达成|达标)(?:100%)?"
    r"|(?:已)?(?:达成|达到|完成)(?:预期|年度)(?:绩效)?(?:指标|目标)"
)
_PART = r"([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
_FRACTION = re.compile(f"{_PART}/{_PART}")
_GRADED = re.compile(r"(部分达成|未达成|达成)(?:[(:,]?([0-9]+(?:\.[0-9]+)?)%?\)?)?")
_SCALE = {"%": Decimal(100), "‰": Decimal(1000)}


def read_actual(actual: Actual, target: Target) -> Answer:
    """The answer an :class:`Actual` gives to ``target``. A grade picked by the lead goes with the value read."""
    answer = read_answer(actual.value, target) if actual.value is not None else NOTHING
    if actual.grade is None and actual.share is None:
        return answer
    if target.kind is TargetKind.WORDS or (target.kind is TargetKind.DATE and answer.kind is not AnswerKind.DATE):
        # The value beside a picked grade is the lead's own words for it, nothing to be read.
        given = Answer(
            AnswerKind.GRADE, grade=actual.grade or answer.grade, share=actual.share, text=actual.value or ""
        )
        return replace(given, grade=grade_given(given))
    if answer.kind is AnswerKind.NOTHING:
        given = Answer(AnswerKind.GRADE, grade=actual.grade, share=actual.share)
        return replace(given, grade=grade_given(given))
    return replace(answer, grade=actual.grade or answer.grade, share=actual.share)


def read_answer(text: str, target: Target) -> Answer:
    """The answer ``text`` gives to ``target``. Never raises; see :class:`AnswerKind` for what can come out."""
    levelled = spelling.level(text)
    if levelled == "无" and target.answers_nothing:
        return Answer(AnswerKind.NUMBER, text=text)
    if levelled in NOTHING_WORDS:
        return NOTHING
    if target.kind is TargetKind.WORDS:
        return _answer_words(levelled, text, target)
    if target.kind is TargetKind.DATE:
        return _answer_date(levelled, text)
    if target.is_numeric:
        return _answer_number(levelled, text, target)
    return Answer(AnswerKind.UNREAD, text=text)


def _graded(levelled: str, text: str) -> Answer | None:
    match = _GRADED.fullmatch(levelled)
    if match is None:
        return None
    grade = Grade(match[1])
    share = Decimal(match[2]) if match[2] else None
    if share is not None and not in_band(grade, share):
        return Answer(AnswerKind.UNREAD, text=text)
    return Answer(AnswerKind.GRADE, grade=grade, share=share, text=text, notices=("word_as_grade",))


def _answer_words(levelled: str, text: str, target: Target) -> Answer:
    if graded := _graded(levelled, text):
        return graded
    if levelled == spelling.level(target.text):
        return Answer(AnswerKind.GRADE, grade=Grade.MET, text=text, notices=("own_words",))
    if _MET.fullmatch(levelled):
        return Answer(AnswerKind.GRADE, grade=Grade.MET, text=text, notices=("word_as_grade",))
    return Answer(AnswerKind.UNREAD, text=text)


def _answer_date(levelled: str, text: str) -> Answer:
    if deadline := read_deadline(levelled):
        return Answer(AnswerKind.DATE, deadline=deadline, text=text)
    if _MET.fullmatch(levelled):
        return Answer(AnswerKind.DATE, met=True, text=text, notices=("word_answered_date",))
    return _graded(levelled, text) or Answer(AnswerKind.UNREAD, text=text)


def _answer_number(levelled: str, text: str, target: Target) -> Answer:
    if _MET.fullmatch(levelled):
        return Answer(AnswerKind.NUMBER, target.value, met=True, text=text, notices=("word_answered_number",))
    if match := _FRACTION.fullmatch(levelled):
        above, below = (Decimal(part.replace(",", "")) for part in match.groups())
        if below == 0:
            return Answer(AnswerKind.UNREAD, text=text)
        scale = _SCALE.get(target.unit, Decimal(1))
        return Answer(AnswerKind.NUMBER, above * scale, below, fraction=True, text=text)
    quantity = read_quantity(levelled)
    if quantity is None:
        return _graded(levelled, text) or Answer(AnswerKind.UNREAD, text=text)
    if quantity.upper is not None:
        same = (quantity.value, quantity.upper) == (target.value, target.upper)
        same = same and quantity.unit in ("", target.unit)
        kind = AnswerKind.NUMBER if same else AnswerKind.UNREAD
        return Answer(kind, quantity.value if same else ZERO, text=text)
    factor: Decimal | None = Decimal(1)
    if quantity.unit and target.unit:
        factor = spelling.conversion(quantity.unit, target.unit)
    notices = ("unit_differs",) if factor is None else ()
    value = quantity.value
    if factor is not None and factor != 1:
        value = Decimal(shortest(EXACT.multiply(value, factor)))
    if value < 0:
        notices = (*notices, "negative_actual")
    return Answer(AnswerKind.NUMBER, value, text=text, notices=notices)


def grade_given(answer: Answer) -> Grade | None:
    """The grade of an answer: the one picked, else the band its share lies in."""
    return answer.grade or (band_of(answer.share) if answer.share is not None else None)
