"""Looking ahead: forecasts, points still to be won, roll-up, alarms and what-if of plans in a file. Only reads."""

from dataclasses import dataclass

from perftrack.domain import bureau, rollup
from perftrack.domain.forecast import Forecast, forecast
from perftrack.domain.gains import Gain, by_price, gains
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.terms import CauseKind
from perftrack.domain.whatif import WhatIf
from perftrack.services import reporting
from perftrack.services.workspace import Workspace


def plan_before(ws: Workspace, plan: Plan) -> Plan | None:
    """The plan of the same subject in the year before, found by kind and name; None where there is none."""
    same = (each for each in ws.plans(plan.year - 1) if (each.kind, each.name) == (plan.kind, plan.name))
    return next((each for each in same if each.dropped is None), None)


def forecast_plan(ws: Workspace, plan_id: str, quarter: Quarter, pack: str | None = None) -> Forecast:
    """The year end of one plan from what was reported by ``quarter``.

    Raises UserError ``plan_gone``, ``unknown_pack``.
    """
    card = reporting.scorecard(ws, plan_id, quarter, pack)
    return forecast(card, plan_before(ws, card.plan))


def forecast_year(ws: Workspace, year: int, quarter: Quarter, pack: str | None = None) -> tuple[Forecast, ...]:
    """The year end of every plan of ``year`` in sheet order; plans that fell away are left out."""
    cards = reporting.scorecards(ws, year, quarter, pack)
    return tuple(forecast(card, plan_before(ws, card.plan)) for card in cards if card.plan.dropped is None)


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
