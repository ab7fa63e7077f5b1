"""Whom forms are for and which are written, as values, and the work that does it off the window's thread."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from perftrack.domain.access import Act, Actor
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.terms import ReviewState
from perftrack.services.exporting.collection import write_forms
from perftrack.services.worklists import work_lists
from perftrack.services.workspace import Clock, Workspace
from ui.tasks import Report, Work


@dataclass(frozen=True, slots=True)
class Order:
    """Forms of which plans, for which quarter, where to, and by when they shall come back (as it shall read)."""

    year: int
    quarter: Quarter
    plans: tuple[str, ...]
    out: Path
    until: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The plans a form can be written for, and the ids of those that wait for one: something is missing or returned.

    ``due`` is the first day one of those is due, None where no day is set.
    """

    plans: tuple[Plan, ...]
    waiting: frozenset[str]
    due: date | None


def asked(ws: Workspace, year: int, quarter: Quarter) -> Asked:
    """Whom to ask for a quarter: not for plans of others, nor for those that fell away.

    What is submitted or approved waits for nothing.
    """
    lists = work_lists(ws, year, quarter)
    open_ = {item.plan.id: item for item in lists.to_report}
    waiting = {key for key, item in open_.items() if item.gaps or item.review.state is ReviewState.RETURNED}
    waiting = waiting or set(open_)
    days = [item.due.day for key, item in open_.items() if key in waiting and item.due is not None]
    actor = ws.actor
    plans = tuple(
        plan for plan in ws.plans(year) if plan.dropped is None and actor.may(Act.EXPORT, plan.id, plan.section)
    )
    return Asked(plans, frozenset(waiting), min(days, default=None))


def day_words(day: date | None) -> str:
    """A day as the form says it: 10月15日."""
    return f"{day.month}月{day.day}日" if day is not None else ""


def writing(file: Path, order: Order, actor: Actor, clock: Clock) -> Work:
    """The work. It opens ``file`` for itself: an open file belongs to one thread."""

    def work(report: Report) -> list[Path]:
        def tell(done: int, total: int, item: str) -> None:
            if not report.cancelled:  # else it ends by itself and says what is ready
                report.step(done, total, item)

        with Workspace.open(file, clock=clock) as own:
            own.act_as(actor)
            return write_forms(
                own,
                year=order.year,
                quarter=order.quarter,
                out=order.out,
                plans=order.plans,
                until=order.until,
                progress=tell,
                cancelled=lambda: report.cancelled,
            )

    return work
