"""How much must still be spent: for points of the budget execution, for a total, or to escape a total cap.

The least amount on steps of 0.01 万元; one step less is not enough. What is spent cannot be taken back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.decimals import CENT, EXACT, HUNDRED, ZERO, money, plain, rounded
from perftrack.domain.execution import Execution, execution_at
from perftrack.domain.phrases import Phrase
from perftrack.domain.scorecards import Scorecard, total_cap
from perftrack.domain.searching import lowest, whole_turns

#: Is this spending enough?
Wish = Callable[[Execution], bool]


@dataclass(frozen=True, slots=True)
class Spending:
    """``still`` more (万元) makes ``after``. ``within``: it stays inside the budget; no bureau pays beyond it."""

    still: Decimal
    after: Execution

    @property
    def within(self) -> bool:
        """Whether the spending stays inside the budget."""
        return (self.after.executed or ZERO) <= self.after.budget


def spending_sentence(found: Spending | None) -> Phrase:
    """What must still be spent, or that no spending helps, to be spoken."""
    if found is None:
        return Phrase("needed", "spending_never")
    arguments = {
        "amount": f"{money(found.still)}万元",
        "executed": f"{money(found.after.executed or ZERO)}万元",
        "rate": "0" if found.after.rate is None else plain(found.after.rate),
    }
    if not found.still:
        return Phrase("needed", "spending_enough", arguments)
    return Phrase("needed", "spending" if found.within else "spending_beyond", arguments)


def spending_for_points(card: Scorecard, points: Decimal) -> Spending | None:
    """The spending that earns ``points`` for the budget execution; None: no spending does."""
    return spending_for(card, lambda execution: execution.points >= points)


def spending_for_total(card: Scorecard, wanted: Decimal) -> Spending | None:
    """The spending with which the card's total is ``wanted``, the indicators fixed; None: no spending does."""
    return spending_for(card, lambda execution: total_with(card, execution) >= wanted)


def spending_out_of_cap(card: Scorecard) -> Spending | None:
    """The spending with which no total cap takes anything from the card; None: no spending does."""

    def free(execution: Execution) -> bool:
        cap = total_cap(execution, card.pack)
        return cap is None or cap >= card.items_total + execution.points

    return spending_for(card, free)


def total_with(card: Scorecard, execution: Execution) -> Decimal:
    """The total of ``card`` with another execution, in points to 2 places."""
    total, cap = card.items_total + execution.points, total_cap(execution, card.pack)
    return rounded(total if cap is None else min(cap, total))


def spending_for(card: Scorecard, wish: Wish) -> Spending | None:
    """The least spending that meets ``wish``; a plan without a budget has none."""
    plan, pack, now = card.plan, card.pack, card.execution.executed or ZERO
    if plan.budget <= 0:
        return None

    def after(count: int) -> Execution:
        spent: Decimal | None = now + CENT * count
        if not count and card.execution.executed is None:
            spent = None  # nothing more leaves nothing reported
        return execution_at(plan, pack, card.quarter, spent)

    rates = [HUNDRED, *(below for below, _ in pack.total_caps), *(at_least for at_least, _ in pack.execution_bands)]
    turns = [(EXACT.divide(EXACT.multiply(rate, plan.budget), HUNDRED) - now) / CENT for rate in rates]
    found = lowest(lambda count: wish(after(count)), whole_turns(turns))
    return None if found is None else Spending(CENT * found, after(found))
