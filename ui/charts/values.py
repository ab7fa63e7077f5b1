"""What a chart shows, as plain values. Numbers stay exact here; only the drawing turns them into floats."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One quarter (1-4) of a trend: ``value`` to date, ``words`` at its dot, ``light`` of that quarter."""

    quarter: int
    value: Decimal
    words: str
    light: str = ""
    increment: Decimal | None = None
    """What the quarter added, for indicators whose quarters add up."""


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target at ``value``, as it is spelt officially."""

    value: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class YearEnd:
    """Where a line is likely to end with quarter 4: ``low`` ≤ ``likely`` ≤ ``high``; ``words`` of the likely value.

    ``method`` says how it was found, one sentence.
    """

    low: Decimal
    likely: Decimal
    high: Decimal
    words: str
    method: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator over the quarters of its year.

    ``shares``: words and dates have no number, so the values are shares of the weight in per cent.
    """

    name: str
    year: int
    quarter: int
    unit: str = ""
    points: tuple[TrendPoint, ...] = ()
    targets: tuple[TargetLine, ...] = ()
    milestones: tuple[tuple[int, Decimal], ...] = ()
    shares: bool = False
    earlier: tuple[tuple[int, tuple[tuple[int, Decimal], ...]], ...] = ()
    """(year, its values to date per quarter) of years before, the latest first."""
    ahead: YearEnd | None = None
    """None where the year is in or nothing can be said."""


@dataclass(frozen=True, slots=True)
class ExecutionTrend:
    """Money spent to date per quarter against the budget, both in 万元."""

    name: str
    quarter: int
    budget: Decimal
    points: tuple[tuple[int, Decimal], ...] = ()
    light: str = ""
    initial: Decimal | None = None
    """The budget before it was revised; None where it was not."""
    ahead: YearEnd | None = None


@dataclass(frozen=True, slots=True)
class Drop:
    """One step of a waterfall: ``loss`` points lost by ``name``; ``key`` leads back to it, None leads nowhere."""

    name: str
    loss: Decimal
    key: int | None = None
    reported: bool = True


@dataclass(frozen=True, slots=True)
class Waterfall:
    """From the full marks over the losses, dearest first, to the total. ``marks`` are (points, rating word)."""

    name: str
    full: Decimal
    total: Decimal
    drops: tuple[Drop, ...] = ()
    marks: tuple[tuple[Decimal, str], ...] = ()

    @property
    def lost(self) -> Decimal:
        """All points lost."""
        return self.full - self.total
