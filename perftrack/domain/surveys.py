"""满意度调查: what a satisfaction rate rests on, and whether it can be told from its target.

The interval is Wilson's score interval without continuity correction (E. B. Wilson, Probable inference, the law of
succession, and statistical inference, JASA 22 (1927), 209–212): with p = s/n,

    (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)

It stays inside 0–100% and holds for rates near 100%, where the textbook p ± z·√(p(1−p)/n) does not. It treats the
sheets as a random sample; how they were chosen no formula can see.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from perftrack.domain.decimals import EXACT, HUNDRED, divide, rounded
from perftrack.domain.targets import Target, TargetKind
from perftrack.domain.terms import Rule

#: Usual ways to ask, offered and not demanded.
METHODS = ("问卷调查", "入户走访", "电话回访", "网络问卷", "现场评议")
_SATISFACTION = "满意"
#: A count beyond this is a slip of the hand, not a survey.
MOST_SHEETS = 10_000_000


@dataclass(frozen=True, slots=True)
class Survey:
    """Sheets 发放 ``issued``, 有效 ``valid``, 满意 ``satisfied``; how it was done; the ISO day, if known."""

    issued: int
    valid: int
    satisfied: int
    method: str = ""
    taken: str | None = None

    def complaint(self) -> str | None:
        """Why the counts cannot be, as an error code; None when they can."""
        if min(self.issued, self.valid, self.satisfied) < 0:
            return "survey_negative"
        if self.valid < 1:
            return "survey_none_valid"
        if self.satisfied > self.valid:
            return "survey_more_satisfied"
        if self.valid > self.issued:
            return "survey_more_valid"
        return "survey_too_many" if self.issued > MOST_SHEETS else None

    @property
    def fraction(self) -> str:
        """The rate exactly, as it is stored for the value.

        >>> Survey(500, 480, 460).fraction
        '460/480'
        """
        return f"{self.satisfied}/{self.valid}"

    @property
    def rate(self) -> Decimal:
        """满意率 in per cent to 2 places."""
        return _per_cent(self.satisfied, self.valid)

    @property
    def response(self) -> Decimal:
        """有效回收率 in per cent to 2 places."""
        return _per_cent(self.valid, self.issued)

    def interval(self) -> tuple[Decimal, Decimal]:
        """The 95% interval of the rate in per cent, to 2 places.

        >>> [str(end) for end in Survey(50, 50, 46).interval()]
        ['81.16', '96.85']
        """
        low, high = self._ends()
        return rounded(low), rounded(high)

    def can_tell(self, target: Target) -> bool:
        """Whether the sample is large enough to say on which side of ``target`` the true rate lies.

        True where the target has no number in per cent to compare with.
        """
        if not target.is_numeric or target.unit != "%":
            return True
        low, high = self._ends()
        marks = [target.value] if target.upper is None else [target.value, target.upper]
        return not any(low < mark < high for mark in marks)

    def _ends(self) -> tuple[Decimal, Decimal]:
        n, p = Decimal(self.valid), divide(Decimal(self.satisfied), Decimal(self.valid))
        square = EXACT.power(_z(), 2)
        middle = p + square / (2 * n)
        reach = _z() * EXACT.sqrt(p * (1 - p) / n + square / (4 * n * n))
        whole = 1 + square / n
        return max(Decimal(0), (middle - reach) / whole * HUNDRED), min(HUNDRED, (middle + reach) / whole * HUNDRED)


def takes_survey(level1: str, level2: str, name: str, target: Target, rule: Rule) -> bool:
    """Whether an indicator is a satisfaction rate: in per cent, with the satisfaction rule or so by name."""
    if target.kind not in (TargetKind.NUMBER, TargetKind.RANGE) or target.unit != "%":
        return False
    return rule is Rule.SATISFACTION or any(_SATISFACTION in words for words in (level1, level2, name))


@cache
def _z() -> Decimal:
    """z for 95% on two sides: 1.959963984540054."""
    from statistics import NormalDist  # costs more than everything else here and is rarely asked for

    return Decimal(repr(NormalDist().inv_cdf(0.975)))


def _per_cent(part: int, whole: int) -> Decimal:
    return rounded(divide(EXACT.multiply(Decimal(part), HUNDRED), Decimal(whole)))
