"""The points a year value would earn an indicator, without the rest of its score: for searches over many values."""

from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.decimals import EXACT, HUNDRED, ZERO, rounded
from perftrack.domain.plans import Actual
from perftrack.domain.scoring import Score, item_of
from perftrack.domain.shares import share_of
from perftrack.domain.targets import TargetKind
from perftrack.domain.terms import CEILINGS, Grade
from perftrack.domain.yearvalues import YearState, YearValue


@dataclass(frozen=True, slots=True)
class ValuePoints:
    """Asks what a value would earn in the place of ``score``; ``year`` is the plan's. A manual score is left aside."""

    score: Score
    year: int

    def of(self, value: YearValue) -> Decimal | None:
        """The points of ``value`` to 2 places; None where it cannot be scored."""
        score, pack = self.score, self.score.pack
        share = share_of(score.rule, score.target, value, pack, self.year)
        if share is None:
            return None
        weight = EXACT.multiply(score.indicator.weight, score.spread[0])
        return rounded(item_of(share, score.target, weight, score.spread[1], pack)[0])

    def of_number(self, number: Decimal) -> Decimal:
        """The points of a number in the target's unit."""
        return self.of(YearValue(YearState.NUMBER, number)) or ZERO

    def of_share(self, grade: Grade, share: Decimal) -> Decimal:
        """The points of a judgement, ``share`` in per cent."""
        return self.of(YearValue(YearState.GRADE, grade=grade, share=share)) or ZERO

    def turns(self) -> tuple[Decimal, ...]:
        """The numbers at which points may turn from rising to falling, or jump (target's unit)."""
        target, pack = self.score.target, self.score.pack
        found = [ZERO, target.value]
        if target.kind is TargetKind.RANGE and target.upper is not None:
            found += [target.upper, target.upper * 2]
        elif target.operator not in CEILINGS:
            found += [EXACT.divide(EXACT.multiply(pack.over_threshold, target.value), HUNDRED)]
            found += [at_least for at_least, _ in pack.satisfaction_bands]
        return (*found, target.value * 2)

    @property
    def number_now(self) -> Decimal | None:
        """The year value so far as a number (target's unit); None where there is none."""
        value = self.score.value
        if value.state is not YearState.NUMBER or value.met:
            return None
        return EXACT.divide(value.value, value.parts)


def number_actual(number: Decimal) -> Actual:
    """``number`` as a lead would type it, in the target's unit."""
    return Actual(format(number, "f"))
