"""What a plan has not reported for one quarter itself; what stands from earlier quarters does not count.

A report that does not read has no score, so it is still waited for, as in the scorecard.
"""

from dataclasses import dataclass
from functools import lru_cache

from perftrack.domain.answers import AnswerKind, read_actual
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Fund, Indicator, Plan
from perftrack.domain.targets import TargetKind, read_target
from perftrack.domain.terms import NOTHING_WORDS

_NO_ANSWER = (AnswerKind.NOTHING, AnswerKind.UNREAD)


@dataclass(frozen=True, slots=True)
class Gaps:
    """Indicators and funds without a report; ``asked``: how many indicators there are to report on."""

    indicators: tuple[Indicator, ...]
    funds: tuple[Fund, ...]
    asked: int = 0

    def __bool__(self) -> bool:
        return bool(self.indicators or self.funds)

    @property
    def nothing_yet(self) -> bool:
        """Whether no indicator was reported at all."""
        return len(self.indicators) == self.asked > 0


def gaps_of(plan: Plan, quarter: Quarter) -> Gaps:
    """The indicators that take a value and have none in ``quarter``, and the funds with money and no executed."""
    asked = [item for item in plan.indicators if item.excluded is None]
    return Gaps(
        tuple(item for item in asked if not _reported(item, quarter)),
        tuple(fund for fund in plan.funds if fund.budget != 0 and quarter not in fund.executed),
        len(asked),
    )


def said_something(actual: Actual | None) -> bool:
    """Whether anything is written there, be it readable or not; a dash says nothing."""
    return actual is not None and (actual.grade is not None or (actual.value or "").strip() not in NOTHING_WORDS)


def _reported(item: Indicator, quarter: Quarter) -> bool:
    actual = item.actuals.get(quarter)
    if actual is not None and actual.grade is not None:
        return True
    return _answered(actual and actual.value, item.target, item.level1, item.level2)


@lru_cache(2**14)  # whole offices are asked again after every change
def _answered(value: str | None, text: str, level1: str, level2: str) -> bool:
    """Whether nothing is to be waited for: the target is open, or the value reads as an answer to it."""
    target = read_target(text, level1, level2)
    if target.kind is TargetKind.EMPTY:
        return True
    return value is not None and read_actual(Actual(value), target).kind not in _NO_ANSWER
