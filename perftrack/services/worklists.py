"""待填报 待审核 已通过: who waits for whom in a quarter, for whoever is looking, and the list of the late as a text."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from perftrack.domain.access import Act
from perftrack.domain.duedates import DueDate
from perftrack.domain.gaps import Gaps, gaps_of
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.reviews import DRAFT, Review, ReviewEvent
from perftrack.domain.terms import ReviewAct, ReviewState
from perftrack.services import settings
from perftrack.services.standing import standing, submitters
from perftrack.services.workspace import Workspace

if TYPE_CHECKING:  # the first page speaks no sentences
    from perftrack.services.messages import Speaker


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One plan in a quarter. ``late`` in days, 0 while there is time; ``latest`` the newest act of its review."""

    plan: Plan
    quarter: Quarter
    review: Review
    gaps: Gaps
    due: DueDate | None
    late: int
    latest: ReviewEvent | None
    mine: bool
    """Whether whoever looks is the one it waits for."""


@dataclass(frozen=True, slots=True)
class WorkLists:
    """The plans of a quarter by what they wait for. Plans that fell away are in none."""

    to_report: tuple[WorkItem, ...]
    to_review: tuple[WorkItem, ...]
    approved: tuple[WorkItem, ...]

    @property
    def waiting_for_me(self) -> tuple[int, int]:
        """(to report, to review) of whoever looks, for the counters of the rail."""
        return sum(1 for item in self.to_report if item.mine), sum(1 for item in self.to_review if item.mine)


def work_lists(ws: Workspace, year: int, quarter: Quarter, today: date | None = None) -> WorkLists:
    """The work lists of a quarter as whoever acts sees them; the late first, then in the order of the plans."""
    from perftrack.persistence import review_reading

    day = today or settings.day_of_today(ws)
    reviews, dues = ws.reviews(year), settings.due_dates(ws, year)
    with ws.reading() as connection:
        latest = review_reading.latest_events(connection, year, int(quarter))
    stands, submitted_by = standing(ws, year, quarter), submitters(ws, year, quarter)
    lists: dict[str, list[WorkItem]] = {"report": [], "review": [], "approved": []}
    for plan in ws.plans(year):
        if plan.dropped is not None:
            continue
        review = reviews.get((plan.id, quarter), DRAFT)
        name = {ReviewState.SUBMITTED: "review", ReviewState.APPROVED: "approved"}.get(review.state, "report")
        due = dues.get((quarter, plan.kind))
        late = due.lateness(day) if due is not None and name == "report" else 0
        if name == "report":
            mine = ws.actor.may(Act.SUBMIT, plan.id, plan.section)
        else:
            mine = name == "review" and ReviewAct.APPROVE in stands.acts(plan, review, submitted_by.get(plan.id))
        gaps = gaps_of(plan, quarter)
        lists[name].append(WorkItem(plan, quarter, review, gaps, due, late, latest.get(plan.id), mine))
    to_report = tuple(sorted(lists["report"], key=lambda item: -item.late))
    return WorkLists(to_report, tuple(lists["review"]), tuple(lists["approved"]))


def waited_for(ws: Workspace, lists: WorkLists) -> WorkLists:
    """The lists as far as somebody is waited for.

    In a file that is not divided among people nobody need submit: only what is missing or was returned counts.
    """
    if any(person.active for person in ws.people()):
        return lists
    asked = (item for item in lists.to_report if item.gaps or item.review.state is ReviewState.RETURNED)
    return replace(lists, to_report=tuple(asked))


def lateness(ws: Workspace, plan: Plan, quarter: Quarter, today: date | None = None) -> int:
    """By how many days a plan that is not submitted is late; 0 while there is time, and once it fell away."""
    due = settings.due_dates(ws, plan.year).get((quarter, plan.kind))
    if due is None or plan.dropped is not None:
        return 0
    return due.lateness(today or settings.day_of_today(ws))


def overdue_text(lists: WorkLists, speaker: "Speaker") -> str:
    """The late plans as lines to be sent by any means; empty when none is late."""
    late = [item for item in lists.to_report if item.late]
    if not late:
        return ""
    head = speaker.say("overdue", "head", {"quarter": speaker.quarter(int(late[0].quarter)), "count": len(late)})
    lines = [head]
    for place, item in enumerate(late, 1):
        missing = [
            speaker.say("overdue", code, {"count": count})
            for code, count in (("values", len(item.gaps.indicators)), ("funds", len(item.gaps.funds)))
            if count
        ]
        arguments = {
            "place": place,
            "plan": item.plan.name,
            "owner": item.plan.section or item.plan.lead or speaker.say("overdue", "nobody"),
            "due": item.due.day.isoformat() if item.due else "",
            "days": item.late,
            "missing": speaker.say("overdue", "and").join(missing) or speaker.say("overdue", "not_submitted"),
        }
        lines.append(speaker.say("overdue", "line", arguments))
    return "\n".join(lines)
