"""What people type into the grid, read into values: actuals, money, grades, causes; and how the score would look.

Accepts exactly what import reads as a value, date, grade or met-word. The rest is a :class:`RefusedValue` whose
arguments are ``typed`` (the text), ``kept`` (what stays stored) and what its sentence needs. Nothing is stored here.
"""

import re
from dataclasses import replace
from decimal import Decimal

from perftrack.domain import spelling
from perftrack.domain.answers import Answer, AnswerKind, read_actual, read_answer
from perftrack.domain.decimals import EXACT, ZERO, plain, read_plain, shortest
from perftrack.domain.grades import BANDS, band_of, in_band
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Deviation, Indicator, Plan
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.domain.scoring import score_indicator
from perftrack.domain.targets import Target, TargetKind, read_quantity, read_target
from perftrack.domain.terms import NOTHING_WORDS, Grade, Rule
from perftrack.errors import RefusedValue
from perftrack.services.typedforms import Form, converted, has_both, shown, stored_column

_SHARED = re.compile(r"(部分达成|未达成|达成)[(:,]?([0-9]+(?:\.[0-9]+)?)%?\)?")
_FRACTION = re.compile(r"[0-9]+(?:\.[0-9]+)?/[0-9]+(?:\.[0-9]+)?")
_AMOUNT_UNITS = {"": "万元", "万": "万元", "亿": "亿元"}
_CURRENCY = str.maketrans("", "", "¥￥")


def target_of(indicator: Indicator) -> Target:
    """The target of ``indicator`` as its scoring reads it."""
    return read_target(indicator.target, indicator.level1, indicator.level2)


def actual_from_text(
    indicator: Indicator,
    year: int,
    quarter: Quarter,
    text: str,
    *,
    column: Form,
    previous: Actual | None = None,
    pack: RulePack,
) -> Actual | None:
    """The actual ``text`` means, typed into ``column``; None clears the report.

    Note and moved share of ``previous`` stay where they still fit. In the column that is not stored the value is
    converted exactly: to-date on a sum → minus the earlier increments, increment on a running total → plus the total
    before. Raises RefusedValue ``not_a_number``, ``not_a_date``, ``not_a_grade``, ``share_outside_band``,
    ``range_given``, ``divided_by_zero``, ``target_without_content``, ``earlier_unread``, ``to_date_below_earlier``,
    ``negative_to_date``, ``fraction_not_converted``.
    """
    target, typed = target_of(indicator), text.strip()
    answer = read_answer(typed, target)
    if answer.kind is AnswerKind.NOTHING:
        return None
    kept = shown(previous)
    if answer.kind is AnswerKind.UNREAD:
        raise why_unread(typed, target, kept)
    note = previous.note if previous else None
    if answer.kind is AnswerKind.GRADE and answer.notices == ("word_as_grade",) and _names_grade(typed):
        share = answer.share if answer.share is not None else _fitting(previous, answer.grade)
        return Actual(grade=answer.grade, share=share, note=note)
    if has_both(indicator, target) and column != stored_column(indicator) and not answer.met:
        typed = converted(indicator, target, quarter, answer, typed, kept)
    candidate = Actual(typed, note=note)
    if previous is None or (previous.grade is None and previous.share is None):
        return candidate
    judged = replace(candidate, grade=previous.grade, share=previous.share)
    return judged if _still_fits(indicator, quarter, year, judged, answer, pack) else candidate


def grade_choice(
    indicator: Indicator,
    grade: Grade | None,
    share: Decimal | None,
    note: str | None,
    previous: Actual | None,
    *,
    quarter: Quarter,
    year: int,
    pack: RulePack,
) -> Actual | None:
    """A picked grade with its share in per cent (None: the pack's); no grade and no share takes the pick back.

    A number under the grade rule keeps its value: the grade must follow from it and a moved share needs a reason in
    ``note``. Raises RefusedValue ``share_outside_band``, ``grade_contradicts``, ``share_needs_reason``.
    """
    target, note = target_of(indicator), (note or "").strip() or None
    value = previous.value if previous else None
    if value is not None and target.kind is TargetKind.WORDS and read_answer(value, target).grade is not None:
        value = None  # 完成 beside 部分达成 would say two things
    typed, kept = "" if share is None else f"{shortest(share)}%", shown(previous)
    if grade is None and share is None:
        rest = Actual(value, note=note)
        return None if rest == Actual() else rest
    if share is not None and (not share.is_finite() or not in_band(grade or band_of(share), share)):
        raise _outside(typed, grade or Grade.MET, kept)
    chosen = Actual(value, grade, share, note)
    answer = read_actual(chosen, target)
    if answer.kind is AnswerKind.NUMBER and indicator.rule is Rule.GRADE:
        follows = _grade_that_follows(indicator, quarter, year, Actual(value), pack)
        if grade not in (None, follows) or (share is not None and follows and not in_band(follows, share)):
            picked = (grade or band_of(share or ZERO)).value
            raise RefusedValue(
                "grade_contradicts", typed=picked, grade=follows.value if follows else "—", value=value, kept=kept
            )
        if share is not None and note is None:
            raise RefusedValue("share_needs_reason", typed=typed, kept=kept)
    return chosen


def share_from_text(text: str, grade: Grade | None) -> Decimal | None:
    """A share in per cent, limited to the band of ``grade``; empty: none.

    Raises RefusedValue ``not_a_number``, ``share_outside_band``.
    """
    levelled = spelling.level(text).removesuffix("%")
    if levelled in NOTHING_WORDS:
        return None
    share = read_plain(levelled)
    if share is None:
        raise RefusedValue("not_a_number", typed=text.strip(), kept="—")
    if not in_band(grade or band_of(share), share):
        raise _outside(text.strip(), grade or Grade.MET, "—")
    return share


def amount_from_text(text: str, previous: Decimal | None = None) -> Decimal | None:
    """Money in 万元; 元, 万元 and 亿元 convert exactly, empty is None.

    Raises RefusedValue ``not_an_amount``, ``money_negative``.

    >>> amount_from_text("１，２００.50"), amount_from_text("846000元"), amount_from_text("—")
    (Decimal('1200.50'), Decimal('84.6'), None)
    """
    typed = text.strip()
    levelled = spelling.level(typed.translate(_CURRENCY))
    if levelled in NOTHING_WORDS:
        return None
    kept = "—" if previous is None else plain(previous)
    quantity = read_quantity(levelled)
    if quantity is None or quantity.operator is not None or quantity.upper is not None:
        raise RefusedValue("not_an_amount", typed=typed, kept=kept)
    factor = spelling.conversion(_AMOUNT_UNITS.get(quantity.unit, quantity.unit), "万元")
    if factor is None:
        raise RefusedValue("not_an_amount", typed=typed, kept=kept)
    if quantity.value < 0:
        raise RefusedValue("money_negative", typed=typed, kept=kept)
    return quantity.value if factor == 1 else Decimal(shortest(EXACT.multiply(quantity.value, factor)))


def deviation_from_text(
    previous: Deviation | None, *, cause: str | None = None, remedy: str | None = None
) -> Deviation | None:
    """Cause and remedy with one or both replaced (None: as it was); None when nothing is left of them."""
    before = previous or Deviation()
    after = Deviation(
        before.cause if cause is None else cause.strip(), before.remedy if remedy is None else remedy.strip()
    )
    return None if after == Deviation() else after


def preview(
    plan: Plan, indicator_id: str, quarter: Quarter, actual: Actual | None, pack: RulePack,
    known: Scorecard | None = None,
) -> Scorecard:  # fmt: skip
    """The scorecard as it would be with ``actual`` in that cell. Pure: nothing is stored.

    ``known``: the card as it is, which spares scoring everything again.
    """
    changed = tuple(
        _with_actual(each, quarter, actual) if each.id == indicator_id else each for each in plan.indicators
    )
    return score_plan(replace(plan, indicators=changed), pack, quarter, known)


def preview_executed(plan: Plan, fund_id: str, quarter: Quarter, amount: Decimal | None, pack: RulePack) -> Scorecard:
    """The scorecard as it would be with ``amount`` (万元, to date) spent of that fund. Pure."""
    funds = []
    for fund in plan.funds:
        executed = {past: money for past, money in fund.executed.items() if past != quarter}
        if amount is not None:
            executed[quarter] = amount
        funds.append(replace(fund, executed=executed) if fund.id == fund_id else fund)
    return score_plan(replace(plan, funds=tuple(funds)), pack, quarter)


def _with_actual(indicator: Indicator, quarter: Quarter, actual: Actual | None) -> Indicator:
    actuals = {past: given for past, given in indicator.actuals.items() if past != quarter}
    if actual is not None:
        actuals[quarter] = actual
    return replace(indicator, actuals=actuals)


def _names_grade(typed: str) -> bool:
    """Whether a grade itself was typed, with or without its share; a met-word such as 完成 stays as written."""
    levelled = spelling.level(typed)
    return levelled in {grade.value for grade in Grade} or _SHARED.fullmatch(levelled) is not None


def why_unread(typed: str, target: Target, kept: str) -> RefusedValue:
    """The refusal of a text that gives ``target`` no answer; ``kept`` is what stays stored."""
    levelled = spelling.level(typed)
    if target.kind is TargetKind.EMPTY:
        return RefusedValue("target_without_content", typed=typed, kept=kept)
    if shared := _SHARED.fullmatch(levelled):
        return _outside(typed, Grade(shared[1]), kept)
    if target.kind is TargetKind.WORDS:
        return RefusedValue("not_a_grade", typed=typed, target=target.text.strip(), kept=kept)
    if target.kind is TargetKind.DATE:
        return RefusedValue("not_a_date", typed=typed, kept=kept)
    if _FRACTION.fullmatch(levelled):
        return RefusedValue("divided_by_zero", typed=typed, kept=kept)
    quantity = read_quantity(levelled)
    if quantity is not None and quantity.upper is not None:
        return RefusedValue("range_given", typed=typed, kept=kept)
    return RefusedValue("not_a_number", typed=typed, kept=kept)


def _outside(typed: str, grade: Grade, kept: str) -> RefusedValue:
    low, high = BANDS[grade]
    code = "share_outside_band" if grade is Grade.MET else "share_outside_open_band"
    return RefusedValue(code, typed=typed, grade=grade.value, low=shortest(low), high=shortest(high), kept=kept)


def _fitting(previous: Actual | None, grade: Grade | None) -> Decimal | None:
    share = previous.share if previous else None
    return share if share is not None and grade is not None and in_band(grade, share) else None


def _still_fits(
    indicator: Indicator, quarter: Quarter, year: int, judged: Actual, answer: Answer, pack: RulePack
) -> bool:
    if answer.kind is AnswerKind.NUMBER:
        if indicator.rule is not Rule.GRADE:
            return False
        follows = _grade_that_follows(indicator, quarter, year, Actual(judged.value), pack)
        return judged.grade in (None, follows) and (
            judged.share is None or (follows is not None and in_band(follows, judged.share))
        )
    grade = answer.grade or judged.grade
    return judged.grade in (None, grade) and (judged.share is None or grade is None or in_band(grade, judged.share))


def _grade_that_follows(
    indicator: Indicator, quarter: Quarter, year: int, actual: Actual, pack: RulePack
) -> Grade | None:
    share = score_indicator(_with_actual(indicator, quarter, actual), pack, quarter, year).share
    return share.grade if share else None
