"""Scorecards that were computed are kept, so that a change costs what it changes and not the whole office."""

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard, score_plan


class KeptCards:
    """One card per plan and quarter: the last one asked for.

    A card belongs to a plan *value* under a pack; of another value only the scores that come out the same are taken
    over, so what is kept can never be stale.
    """

    def __init__(self) -> None:
        self._cards: dict[tuple[str, Quarter], Scorecard] = {}

    def card(self, plan: Plan, pack: RulePack, quarter: Quarter) -> Scorecard:
        """The scorecard of ``plan`` as of ``quarter`` under ``pack``."""
        known = self._cards.get((plan.id, quarter))
        if known is not None and known.plan is plan and known.pack == pack:
            return known
        card = score_plan(plan, pack, quarter, known)
        self._cards[plan.id, quarter] = card
        return card
