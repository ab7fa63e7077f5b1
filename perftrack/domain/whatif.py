"""假设推演: a card's inputs, copied, in which anything that scores can be tried. Nothing here is stored.

Every change gives another copy, so going back is keeping the one before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Fund, Indicator, Plan
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.errors import UserError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WhatIf:
    """``card`` as it would be; ``start`` as it is. Both as of the quarter of ``start``."""

    start: Scorecard
    card: Scorecard

    @classmethod
    def of(cls, card: Scorecard) -> "WhatIf":
        """A copy of ``card`` in which nothing is tried yet."""
        return cls(card, card)

    @property
    def gain(self) -> Decimal:
        """By how many points the total moved."""
        return self.card.total - self.start.total

    @property
    def tried(self) -> frozenset[str]:
        """The ids of indicators and funds that differ from what is stored."""
        before, now = self.start.plan, self.card.plan
        items = (new.id for old, new in zip(before.indicators, now.indicators, strict=True) if old != new)
        funds = (new.id for old, new in zip(before.funds, now.funds, strict=True) if old != new)
        return frozenset((*items, *funds))

    def report(self, indicator_id: str, actual: Actual | None, quarter: Quarter | None = None) -> "WhatIf":
        """With ``actual`` for ``quarter`` (default: the card's) of an indicator; None: nothing reported.

        This and the other changes raise :class:`UserError` ``indicator_gone`` or ``fund_gone``.
        """
        item = self._indicator(indicator_id)
        return self._item(replace(item, actuals=_put(item.actuals, quarter or self.card.quarter, actual)))

    def year_value(self, indicator_id: str, actual: Actual | None) -> "WhatIf":
        """With ``actual`` as all that was reported so far, whatever the aggregation."""
        item = self._indicator(indicator_id)
        return self._item(replace(item, actuals=_put({}, self.card.quarter, actual)))

    def as_reported(self, indicator_id: str) -> "WhatIf":
        """With what was really reported for an indicator; its weight stays as tried."""
        return self._item(replace(self._indicator(indicator_id), actuals=_by_id(self.start, indicator_id).actuals))

    def restore(self, owner_id: str) -> "WhatIf":
        """With an indicator or fund as it is stored."""
        for fund in self.start.plan.funds:
            if fund.id == owner_id:
                return self._money(self._fund(owner_id), fund)
        self._indicator(owner_id)
        return self._item(_by_id(self.start, owner_id))

    def weigh(self, indicator_id: str, weight: Decimal) -> "WhatIf":
        """With another weight, in points."""
        return self._item(replace(self._indicator(indicator_id), weight=weight))

    def spend(self, fund_id: str, executed: Decimal | None, quarter: Quarter | None = None) -> "WhatIf":
        """With ``executed`` (万元 to date) for ``quarter`` (default: the card's) of a fund; None: nothing reported."""
        fund = self._fund(fund_id)
        return self._money(fund, replace(fund, executed=_put(fund.executed, quarter or self.card.quarter, executed)))

    def spend_more(self, amount: Decimal) -> "WhatIf":
        """With ``amount`` (万元) more spent by the card's quarter, from the fund that has most left."""
        funds, quarter = self.card.plan.funds, self.card.quarter
        if not funds:
            return self
        fund = max(funds, key=lambda each: each.budget - (each.executed_by(quarter) or Decimal(0)))
        spent = (fund.executed_by(quarter) or Decimal(0)) + amount
        return self._money(fund, replace(fund, executed=_put(fund.executed, quarter, spent)))

    def budget(self, fund_id: str, revised: Decimal | None) -> "WhatIf":
        """With another revised budget (万元) of a fund."""
        fund = self._fund(fund_id)
        return self._money(fund, replace(fund, revised=revised))

    def finish(self, finished: bool) -> "WhatIf":
        """With the project finished or not, which the execution bands of some packs ask."""
        return self._plan(replace(self.card.plan, finished=finished))

    def under(self, pack: RulePack) -> "WhatIf":
        """Under another pack."""
        return replace(self, card=score_plan(self.card.plan, pack, self.card.quarter, self.card))

    def _indicator(self, indicator_id: str) -> Indicator:
        return _by_id(self.card, indicator_id)

    def _fund(self, fund_id: str) -> Fund:
        for fund in self.card.plan.funds:
            if fund.id == fund_id:
                return fund
        raise UserError("fund_gone")

    def _item(self, changed: Indicator) -> "WhatIf":
        items = tuple(changed if item.id == changed.id else item for item in self.card.plan.indicators)
        return self._plan(replace(self.card.plan, indicators=items))

    def _money(self, before: Fund, changed: Fund) -> "WhatIf":
        funds = tuple(changed if fund is before else fund for fund in self.card.plan.funds)
        return self._plan(replace(self.card.plan, funds=funds))

    def _plan(self, plan: Plan) -> "WhatIf":
        return replace(self, card=score_plan(plan, self.card.pack, self.card.quarter, self.card))


def _by_id(card: Scorecard, indicator_id: str) -> Indicator:
    for item in card.plan.indicators:
        if item.id == indicator_id:
            return item
    raise UserError("indicator_gone")


def _put(cells: Mapping[Quarter, T], quarter: Quarter, value: T | None) -> dict[Quarter, T]:
    kept = {past: cell for past, cell in cells.items() if past != quarter}
    return kept if value is None else {**kept, quarter: value}
