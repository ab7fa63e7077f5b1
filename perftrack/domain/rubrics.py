"""评判标准: what each grade of an indicator means in writing, and when a picked grade must be explained.

Written criteria per grade make two leads who pick 部分达成 mean the same (财预〔2020〕10号 asks for graded judgement of
qualitative indicators and leaves the criteria to the office).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.answers import read_actual
from perftrack.domain.decimals import EXACT, HUNDRED, divide, rounded
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Actual, Indicator, Plan
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scoring import score_indicator
from perftrack.domain.targets import TargetKind, read_target
from perftrack.domain.terms import Grade, Rule

#: The written criteria of an indicator by grade; a grade without an entry has none.
Rubric = Mapping[Grade, str]


@dataclass(frozen=True, slots=True)
class GradedElsewhere:
    """One indicator of the office that was given the same grade. ``share`` of the weight in per cent."""

    plan_id: str
    plan: str
    indicator_id: str
    indicator: str
    quarter: Quarter
    share: Decimal
    note: str


def tidied(rubric: Rubric) -> dict[Grade, str]:
    """The criteria without empty ones and without white space at their ends, in the order of the grades."""
    return {grade: text for grade in Grade if (text := rubric.get(grade, "").strip())}


def needs_sentence(actual: Actual, rubric: Rubric, pack: RulePack) -> bool:
    """Whether a picked grade must be explained in its note and is not.

    Asked for are a grade below 达成 where the office has written criteria for the indicator (the sentence says which
    of them were missed), and anywhere a share other than the one the pack gives the grade.

    A note given earlier for the same value counts; the lead sees and may rewrite it.
    """
    if actual.grade is None or (actual.note or "").strip():
        return False
    moved = actual.share is not None and actual.share != pack.grade_shares[actual.grade]
    return moved or (actual.grade is not Grade.MET and bool(tidied(rubric)))


def graded_elsewhere(
    plans: Iterable[Plan], pack: RulePack, indicator_id: str, grade: Grade
) -> tuple[GradedElsewhere, ...]:
    """Where other indicators of these plans were given ``grade``, the latest quarter of each, in sheet order.

    Excluded indicators and dropped plans are left out.
    """
    found: list[GradedElsewhere] = []
    for plan in plans:
        if plan.dropped is not None:
            continue
        for item in plan.indicators:
            if item.id != indicator_id and item.excluded is None and _is_graded(item):
                found.extend(_latest(plan, item, pack, grade))
    return tuple(found)


def _is_graded(item: Indicator) -> bool:
    target = read_target(item.target, item.level1, item.level2)
    return target.kind is TargetKind.WORDS or item.rule is Rule.GRADE


def _latest(plan: Plan, item: Indicator, pack: RulePack, grade: Grade) -> Iterable[GradedElsewhere]:
    for quarter in reversed(QUARTERS):
        if quarter not in item.actuals:
            continue
        given = item.actuals[quarter]
        score = score_indicator(item, pack, quarter, plan.year)
        if score.share is None or score.grade is not grade:
            continue
        share = read_actual(given, score.target).share
        if share is None:
            share = rounded(divide(EXACT.multiply(score.share.part, HUNDRED), score.share.whole))
        yield GradedElsewhere(plan.id, plan.name, item.id, item.name, quarter, share, (given.note or "").strip())
        return
