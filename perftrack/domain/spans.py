"""Low, likely, high: what can be said of something that is still open."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Span:
    """``low`` ≤ ``likely`` ≤ ``high``, in the unit of what it is about."""

    low: Decimal
    likely: Decimal
    high: Decimal

    @classmethod
    def at(cls, number: Decimal) -> "Span":
        """What is settled."""
        return cls(number, number, number)

    @classmethod
    def around(cls, likely: Decimal, others: Iterable[Decimal]) -> "Span":
        """The smallest span that holds ``likely`` and ``others``."""
        numbers = (likely, *others)
        return cls(min(numbers), likely, max(numbers))

    @property
    def settled(self) -> bool:
        """Whether nothing is open."""
        return self.low == self.high

    def within(self, lowest: Decimal | None, highest: Decimal | None) -> "Span":
        """Each of the three moved to the nearest number that is possible; None: no limit on that side."""
        return Span(*(_moved(number, lowest, highest) for number in (self.low, self.likely, self.high)))

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.likely + other.likely, self.high + other.high)


def _moved(number: Decimal, lowest: Decimal | None, highest: Decimal | None) -> Decimal:
    if highest is not None:
        number = min(number, highest)
    return number if lowest is None else max(number, lowest)
