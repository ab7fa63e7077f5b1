"""What a monitoring sheet says of the year end: the value expected, how likely the target is, which kind of cause.

All of it follows from the forecast and from what was written; nothing of it is stored.
"""

from decimal import Decimal
from enum import StrEnum

from perftrack.domain.decimals import rounded, shortest
from perftrack.domain.itemforecast import ItemForecast
from perftrack.domain.shares import met
from perftrack.domain.spans import Span
from perftrack.domain.targets import Target, TargetKind
from perftrack.domain.terms import CauseKind, Operator
from perftrack.domain.yearvalues import YearState


class Likelihood(StrEnum):
    """完成目标可能性, in the words of the monitoring form (财预〔2019〕136号)."""

    CERTAIN = "确定能"
    POSSIBLE = "有可能"
    IMPOSSIBLE = "完全不可能"


#: Words by which a written cause tells its kind, the kind's own name first.
_TELLING = {
    CauseKind.FUNDING: ("经费保障", "经费", "资金", "预算", "拨付"),
    CauseKind.RULES: ("制度保障", "制度", "政策", "流程", "审批"),
    CauseKind.STAFF: ("人员保障", "人员", "人手", "人力", "队伍"),
    CauseKind.EQUIPMENT: ("硬件条件保障", "硬件", "设备", "设施", "场地"),
}


def expected(item: ItemForecast) -> str:
    """全年预计完成情况 as text: the likely value with the target's unit, else what was reported; empty if nothing was.

    Words, grades and dates stay what they are: they are judged again at year end, not reckoned.
    """
    score = item.score
    if item.final or item.values is None or score.value.met:
        return score.actual_text or ""
    return shortest(rounded(item.values.likely)) + score.target.unit


def likelihood(item: ItemForecast) -> Likelihood | None:
    """Certain: the target is met at both ends of the forecast; impossible: nowhere between them.

    None where nothing can be said: not reported, not read, no target, not applicable.
    """
    score = item.score
    if score.excluded or score.target.kind is TargetKind.EMPTY or item.points is None:
        return None
    numbers = score.value.state is YearState.NUMBER and not score.value.met and not score.manual
    if numbers and item.values is not None and score.target.is_numeric:
        return _of_numbers(score.target, item.values)
    full = rounded(score.full)
    if item.points.low >= full:
        return Likelihood.CERTAIN
    return Likelihood.POSSIBLE if item.points.high >= full else Likelihood.IMPOSSIBLE


def _of_numbers(target: Target, span: Span) -> Likelihood:
    low, high = met(target, span.low), met(target, span.high)
    if low and high:
        return Likelihood.CERTAIN
    return Likelihood.POSSIBLE if low or high or _inside(target, span) else Likelihood.IMPOSSIBLE


def _inside(target: Target, span: Span) -> bool:
    """Whether a target that has two sides lies within ``span``."""
    upper: Decimal | None = target.upper if target.kind is TargetKind.RANGE else None
    if upper is not None:
        return span.low <= upper and target.value <= span.high
    return target.operator is Operator.EQUAL and span.low <= target.value <= span.high


def cause_kind(cause: str) -> CauseKind | None:
    """The kind a written cause speaks of, by the word that comes first; OTHER where none is found, None without text.

    >>> cause_kind("社区人员变动，资金尚未支付"), cause_kind("天气"), cause_kind(" ")
    (<CauseKind.STAFF: '人员保障'>, <CauseKind.OTHER: '其他'>, None)
    """
    if not cause.strip():
        return None
    for kind, words in _TELLING.items():
        if words[0] in cause:
            return kind
    found = [(cause.find(word), kind) for kind, words in _TELLING.items() for word in words if word in cause]
    return min(found)[1] if found else CauseKind.OTHER
