"""Two scored states of the office's plans compared: quarters, packs, years, original and revised targets."""

from dataclasses import dataclass

from perftrack.domain.comparison import Comparison, compare, with_targets
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.errors import UserError
from perftrack.services import linking, reporting
from perftrack.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class State:
    """Which state of a plan is meant. ``pack`` None: the year's own; ``original``: with the targets first stored."""

    year: int
    quarter: Quarter = Quarter.Q4
    pack: str | None = None
    original: bool = False


@dataclass(frozen=True, slots=True)
class YearComparison:
    """The plans of two states. ``only_before`` and ``only_after`` name those the other state has not got."""

    before: State
    after: State
    comparisons: tuple[Comparison, ...]
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()


def card_in(ws: Workspace, plan: Plan, state: State) -> Scorecard:
    """The card of ``plan`` in ``state``, whose year must be the plan's. Raises ``UserError("unknown_pack")``."""
    pack = reporting.pack_for(ws, plan.year, state.pack)
    if state.original:
        plan = with_targets(plan, original_targets(ws, plan.id))
    elif state.pack is None:
        return ws.cards.card(plan, pack, state.quarter)
    return score_plan(plan, pack, state.quarter)  # for this look only: the cards that are kept stay


def compare_plan(ws: Workspace, plan_id: str, before: State, after: State) -> Comparison | None:
    """One plan, as of ``after.year``, in two states; None where the year before has no such plan: of its kind and
    name, else the one its linked indicators were in.

    Raises :class:`UserError` ``plan_gone``, ``unknown_pack``.
    """
    plan = ws.plan(plan_id)
    if before.year == plan.year:
        return compare(card_in(ws, plan, before), card_in(ws, plan, after))
    then = linking.year_before(ws, [plan], before.year)[plan.id]
    return None if then.plan is None else compare(card_in(ws, then.plan, before), card_in(ws, plan, after), then.ids)


def compare_years(ws: Workspace, before: State, after: State, plan: str | None = None) -> YearComparison:
    """All plans, or those named ``plan``, in two states, in the order of the sheets after.

    Raises :class:`UserError` ``year_unknown``, ``plan_unknown``, ``unknown_pack``.
    """
    for state in (before, after):
        if state.year not in ws.years():
            known = ", ".join(map(str, ws.years())) or "—"
            raise UserError("year_unknown", path=str(ws.path), year=state.year, known=known)
    plans = [each for each in ws.plans(after.year) if plan in (None, each.name)]
    if plan is not None and not plans:
        known = "、".join(each.name for each in ws.plans(after.year))
        raise UserError("plan_unknown", year=after.year, name=plan, known=known)
    found = [(each, compare_plan(ws, each.id, before, after)) for each in plans]
    there = {comparison.before.plan.id for _, comparison in found if comparison is not None}
    missing = [each for each in ws.plans(before.year) if plan is None and each.id not in there]
    return YearComparison(
        before,
        after,
        tuple(comparison for _, comparison in found if comparison is not None),
        tuple(each.name for each in missing),
        tuple(each.name for each, comparison in found if comparison is None),
    )


def original_targets(ws: Workspace, plan_id: str) -> dict[str, str]:
    """The targets a plan was first stored with, by indicator id; those never changed since may be missing."""
    from perftrack.persistence import sources_reading

    with ws.reading() as connection:
        return sources_reading.first_targets(connection, plan_id)
