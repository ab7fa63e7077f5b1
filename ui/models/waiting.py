"""在等谁: whose report and whose decision a quarter waits for."""

from collections.abc import Iterable

from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Indicator, Plan
from perftrack.services.worklists import WorkItem, WorkLists
from ui.delegates.roles import Look
from ui.models.review_words import in_order, is_urgent, standing_words, state_words
from ui.models.rows import Column, RowsModel


def latest_quarter(plans: Iterable[Plan]) -> Quarter:
    """The latest quarter anything was reported for; the first if nothing was."""
    latest = Quarter.Q1
    for plan in plans:
        for part in (*plan.indicators, *plan.funds):
            told = part.actuals if isinstance(part, Indicator) else part.executed
            latest = max(latest, *told, latest)
            if latest is QUARTERS[-1]:
                return latest
    return latest


def waiting_rows(lists: WorkLists) -> list[WorkItem]:
    """The plans to report, the late first, then those that wait for a decision."""
    return [*in_order(lists.to_report), *lists.to_review]


_QUIET = Look(tone="text-2")
_NAME = Look()
_SUM = Look(tone="text-2", right=True, size=12)
_LATE = Look(tone="red", right=True, size=12)


class WaitingTable(RowsModel[WorkItem]):
    """State, plan, section, how late and what is missing."""

    def columns(self) -> list[Column[WorkItem]]:
        return [
            Column("state", lambda: "", state_words, lambda _item: _QUIET),
            Column("plan", lambda: "", lambda item: item.plan.name, lambda _item: _NAME),
            Column("owner", lambda: "", lambda item: item.plan.section or item.plan.lead or "", lambda _item: _QUIET),
            Column("missing", lambda: "", standing_words, lambda item: _LATE if is_urgent(item) else _SUM),
        ]
