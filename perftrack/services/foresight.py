"""Looking ahead: forecasts, points still to be won, roll-up, alarms and what-if of plans in a file. Only reads."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from perftrack.domain import bureau, rollup
from perftrack.domain.forecast import Forecast, forecast
from perftrack.domain.gains import Gain, by_price, gains
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import CauseKind
from perftrack.domain.whatif import WhatIf
from perftrack.services import linking, reporting
from perftrack.services.linking import YearBefore
from perftrack.services.workspace import Workspace

#: The last forecast of each plan and quarter with the card and the year before it came from, while a file is open.
_kept: WeakKeyDictionary[Workspace, dict[tuple[str, Quarter], tuple[YearBefore, Forecast]]] = WeakKeyDictionary()


def before(ws: Workspace, plans: Iterable[Plan], year: int) -> dict[str, YearBefore]:
    """The year before ``year`` of its ``plans``, by plan id; what fell away is no model."""
    found = linking.year_before(ws, plans, year - 1)
    return {
        key: replace(each, plan=None) if each.plan is not None and each.plan.dropped is not None else each
        for key, each in found.items()
    }


def forecast_plan(ws: Workspace, plan_id: str, quarter: Quarter, pack: str | None = None) -> Forecast:
    """The year end of one plan from what was reported by ``quarter``.

    Raises UserError ``plan_gone``, ``unknown_pack``.
    """
    card = reporting.scorecard(ws, plan_id, quarter, pack)
    plan = card.plan
    return _forecast(ws, card, before(ws, [plan], plan.year)[plan.id])


def forecast_year(ws: Workspace, year: int, quarter: Quarter, pack: str | None = None) -> tuple[Forecast, ...]:
    """The year end of every plan of ``year`` in sheet order; plans that fell away are left out.

    What is asked again costs what changed since.
    """
    cards = reporting.scorecards(ws, year, quarter, pack)
    kept = [card for card in cards if card.plan.dropped is None]
    priors = before(ws, (card.plan for card in kept), year)
    return tuple(_forecast(ws, card, priors[card.plan.id]) for card in kept)


def _forecast(ws: Workspace, card: Scorecard, prior: YearBefore) -> Forecast:
    known = _kept.setdefault(ws, {})
    place = (card.plan.id, card.quarter)
    last = known.get(place)
    if last is not None and _same(last[0], prior) and last[1].card is card:
        return last[1]
    found = forecast(card, prior.plan, prior.linked)
    known[place] = (prior, found)
    return found


def _same(one: YearBefore, other: YearBefore) -> bool:
    return one.plan is other.plan and one.linked == other.linked


@dataclass(frozen=True, slots=True)
class PlanGain:
    """Points still to be won, with the forecast of the plan they belong to."""

    forecast: Forecast
    gain: Gain


def year_gains(ws: Workspace, year: int, quarter: Quarter) -> tuple[PlanGain, ...]:
    """Points still to be won in a year, the cheapest of the office first, what is lost for good last."""
    found = [PlanGain(each, gain) for each in forecast_year(ws, year, quarter) for gain in gains(each)]
    return tuple(sorted(found, key=lambda each: by_price(each.gain)))


def roll_up(ws: Workspace, year: int, quarter: Quarter, pack: str | None = None) -> rollup.Rollup:
    """The department from above, sections in the office's order."""
    cards = reporting.scorecards(ws, year, quarter, pack)
    return rollup.roll_up(cards, reporting.pack_for(ws, year, pack), quarter, ws.department().sections)


def plan_alarms(
    ws: Workspace, plan_id: str, quarter: Quarter, kind: CauseKind = CauseKind.OTHER
) -> tuple[bureau.Alarm, ...]:
    """What the finance side would stop at in one plan; drafts blame ``kind``."""
    return bureau.alarms(reporting.scorecard(ws, plan_id, quarter), kind)


def office_alarms(ws: Workspace, year: int, quarter: Quarter) -> tuple[bureau.Alarm, ...]:
    """What the finance side would stop at in all plans of a year."""
    return bureau.office_alarms(reporting.scorecards(ws, year, quarter))


def what_if(ws: Workspace, plan_id: str, quarter: Quarter, pack: str | None = None) -> WhatIf:
    """A copy of a plan's card in which anything can be tried."""
    return WhatIf.of(reporting.scorecard(ws, plan_id, quarter, pack))


def latest_quarter(ws: Workspace, year: int) -> Quarter:
    """The last quarter of a year in which anything was reported; the first where nothing was."""
    plans = ws.plans(year)
    for quarter in reversed(QUARTERS):
        for plan in plans:
            if any(quarter in item.actuals for item in plan.indicators):
                return quarter
            if any(quarter in fund.executed for fund in plan.funds):
                return quarter
    return Quarter.Q1
