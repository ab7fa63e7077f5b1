"""What a plan has not reported for one quarter itself; what stands from earlier quarters does not count."""

from dataclasses import dataclass

from perftrack.domain.answers import AnswerKind, read_actual
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Fund, Indicator, Plan
from perftrack.domain.targets import asks_for_nothing, read_target
from perftrack.domain.terms import NOTHING_WORDS


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


def _reported(item: Indicator, quarter: Quarter) -> bool:
    actual = item.actuals.get(quarter)
    if actual is not None and (actual.grade is not None or (actual.value or "").strip() not in NOTHING_WORDS):
        return True  # as almost always; reading the target costs more
    if asks_for_nothing(item.target):
        return True
    if actual is None:
        return False
    return read_actual(actual, read_target(item.target, item.level1, item.level2)).kind is not AnswerKind.NOTHING
