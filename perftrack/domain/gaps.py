"""What a plan has not reported for one quarter itself; what stands from earlier quarters does not count."""

from dataclasses import dataclass

from perftrack.domain.answers import AnswerKind, read_actual
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Fund, Indicator, Plan
from perftrack.domain.targets import TargetKind, read_target
from perftrack.domain.terms import NOTHING_WORDS


@dataclass(frozen=True, slots=True)
class Gaps:
    """Indicators and funds without a report."""

    indicators: tuple[Indicator, ...]
    funds: tuple[Fund, ...]

    def __bool__(self) -> bool:
        return bool(self.indicators or self.funds)


def gaps_of(plan: Plan, quarter: Quarter) -> Gaps:
    """The indicators that take a value and have none in ``quarter``, and the funds with money and no executed."""
    return Gaps(
        tuple(item for item in plan.indicators if item.excluded is None and not _reported(item, quarter)),
        tuple(fund for fund in plan.funds if fund.budget != 0 and quarter not in fund.executed),
    )


def _reported(item: Indicator, quarter: Quarter) -> bool:
    target = read_target(item.target, item.level1, item.level2)
    if target.kind is TargetKind.EMPTY:  # takes no value
        return True
    actual = item.actuals.get(quarter)
    if actual is None:
        return False
    if actual.grade is not None or (actual.value or "").strip() not in NOTHING_WORDS:
        return True
    return read_actual(actual, target).kind is not AnswerKind.NOTHING
