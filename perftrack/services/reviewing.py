"""提交 撤回 退回 通过: how a plan's quarter goes from the lead to its reviewers and back.

These are acts towards other people: they cannot be undone by Ctrl+Z, only answered by the act that follows.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from perftrack.domain.access import Act
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.reviews import DRAFT, NEXT_ACTS, Review, ReviewEvent
from perftrack.domain.submissions import Content, Difference, content_of, difference
from perftrack.domain.terms import ReviewAct, ReviewState
from perftrack.errors import RefusedValue, UserError
from perftrack.services import checking, evidence, guarding, reporting, settings
from perftrack.services.changes import Changes
from perftrack.services.standing import standing
from perftrack.services.workspace import Workspace

if TYPE_CHECKING:
    from perftrack.persistence.unit_of_work import UnitOfWork

_TOPICS = frozenset({"review"})
#: (plan id, quarter)
Place = tuple[str, Quarter]


def review(ws: Workspace, plan_id: str, quarter: Quarter) -> Review:
    """How far one plan's quarter has come."""
    from perftrack.persistence import people_reading

    with ws.reading() as connection:
        return people_reading.review_of(connection, plan_id, int(quarter))


def events(ws: Workspace, plan_id: str, quarter: Quarter) -> tuple[ReviewEvent, ...]:
    """The history of one plan's quarter, oldest first, with the reasons of returns."""
    from perftrack.persistence import review_reading

    with ws.reading() as connection:
        return review_reading.events(connection, plan_id, int(quarter))


def allowed_acts(ws: Workspace, plan: Plan, quarter: Quarter) -> frozenset[ReviewAct]:
    """What whoever acts may do now with a plan's quarter."""
    now = review(ws, plan.id, quarter)
    submitter = _submitter(ws, plan, quarter) if now.state is ReviewState.SUBMITTED else None
    return standing(ws, plan.year, quarter).acts(plan, now, submitter)


def submit(ws: Workspace, plan_id: str, quarter: Quarter) -> Changes:
    """Hands a plan's quarter to its reviewers; what it says now is kept for the difference to the next time.

    Raises UserError ``submit_blocked`` (errors among the entries), ``submit_unanswered`` (warnings without a sentence),
    ``review_not_now`` and as every command.
    """
    plan = _plan_for(ws, ReviewAct.SUBMIT, plan_id, quarter)
    found = checking.check(ws, plan_id, quarter)
    if found.blocking:
        raise UserError("submit_blocked", plan=plan.name, count=len(found.blocking))
    if found.unanswered:
        raise UserError("submit_unanswered", plan=plan.name, count=len(found.unanswered))
    return _act(ws, ReviewAct.SUBMIT, [(plan, quarter)], "", content_now(ws, plan, quarter))


def withdraw(ws: Workspace, plan_id: str, quarter: Quarter) -> Changes:
    """Takes a submission back before anybody has decided on it. Raises UserError ``review_not_now`` …"""
    plan = _plan_for(ws, ReviewAct.WITHDRAW, plan_id, quarter)
    return _act(ws, ReviewAct.WITHDRAW, [(plan, quarter)], "")


def send_back(ws: Workspace, plan_id: str, quarter: Quarter, reason: str) -> Changes:
    """退回: the lead may change the values again; the reason stays in the history.

    Raises RefusedValue ``reason_missing``; UserError ``review_not_now`` and as every command.
    """
    if not reason.strip():
        raise RefusedValue("reason_missing", typed=reason)
    plan = _plan_for(ws, ReviewAct.RETURN, plan_id, quarter)
    return _act(ws, ReviewAct.RETURN, [(plan, quarter)], reason.strip())


def approve(ws: Workspace, places: Sequence[Place], words: str = "") -> Changes:
    """通过, of one or many at once: all or none. Raises UserError ``review_not_now``, ``own_submission`` …"""
    plans = [(_plan_for(ws, ReviewAct.APPROVE, plan_id, quarter), quarter) for plan_id, quarter in places]
    return _act(ws, ReviewAct.APPROVE, plans, words.strip())


def submitted_contents(ws: Workspace, plan_id: str, quarter: Quarter) -> list[tuple[ReviewEvent, Content]]:
    """What was submitted for a plan's quarter each time, oldest first."""
    from perftrack.persistence import review_reading

    with ws.reading() as connection:
        return review_reading.submitted(connection, plan_id, int(quarter))


def content_now(ws: Workspace, plan: Plan, quarter: Quarter) -> Content:
    """What the plan says of the quarter now, files counted."""
    from perftrack.persistence import review_reading

    with ws.reading() as connection:
        counts = review_reading.evidence_counts(connection, plan.id, int(quarter))
    return content_of(plan, quarter, counts)


def since_last(ws: Workspace, plan_id: str, quarter: Quarter) -> Difference:
    """What is new against the submission before: of a submitted quarter the one before it, of a draft the last one."""
    plan = ws.plan(plan_id)
    now = review(ws, plan_id, quarter)
    contents = [content for _, content in submitted_contents(ws, plan_id, quarter)]
    if now.settled and contents:
        current, earlier = contents[-1], contents[:-1]
    else:
        current, earlier = content_now(ws, plan, quarter), contents
    pack = reporting.pack_for(ws, plan.year)
    return difference(plan, quarter, pack, earlier[-1] if earlier else None, current)


def new_files(ws: Workspace, plan_id: str, quarter: Quarter) -> dict[str, tuple[str, ...]]:
    """The names of the files that came since the submission before, by indicator id, in the order of their numbers.

    As :func:`since_last`: of a submitted quarter those up to the submission; all of them where none was before.
    """
    submits = [event.time for event in events(ws, plan_id, quarter) if event.act is ReviewAct.SUBMIT]
    until = submits.pop() if submits and review(ws, plan_id, quarter).settled else None
    since = submits[-1] if submits else None
    found: dict[str, tuple[str, ...]] = {}
    for each in evidence.of_plan(ws, plan_id):
        here = each.indicator_id is not None and each.quarter in (None, quarter)
        if here and (since is None or _after(each.added, since)) and not (until and _after(each.added, until)):
            key = str(each.indicator_id)
            found[key] = (*found.get(key, ()), each.name)
    return found


def _after(time: str, other: str) -> bool:
    return datetime.fromisoformat(time) > datetime.fromisoformat(other)


def changed_since_submission(ws: Workspace, plan_id: str, quarter: Quarter) -> frozenset[str]:
    """Ids of the indicators that differ from what was submitted last; empty where nothing was submitted yet."""
    contents = submitted_contents(ws, plan_id, quarter)
    if not contents:
        return frozenset()
    plan = ws.plan(plan_id)
    now, last = content_now(ws, plan, quarter), contents[-1][1]
    files = {} if review(ws, plan_id, quarter).settled else new_files(ws, plan_id, quarter)
    return frozenset(
        item.id
        for item in plan.indicators
        if item.id in files
        or any(
            getattr(now, part).get(item.id) != getattr(last, part).get(item.id)
            for part in ("actuals", "deviations", "evidence")
        )
    )


def read_marks(ws: Workspace, plan_id: str, quarter: Quarter) -> frozenset[str]:
    """The lines of the present submission that whoever acts has marked as read (已看); they decide nothing."""
    from perftrack.persistence import review_reading

    with ws.reading() as connection:
        number = review(ws, plan_id, quarter).submission
        return review_reading.marks(connection, plan_id, int(quarter), number, ws.actor.name or "")


def mark_read(ws: Workspace, plan_id: str, quarter: Quarter, subjects: Iterable[str], read: bool = True) -> Changes:
    """Sets or takes away marks on lines of the present submission, by id of indicator or fund."""
    from perftrack.persistence import cells

    guarding.require(ws, Act.MARK, plan_id)
    head = (plan_id, int(quarter), review(ws, plan_id, quarter).submission, ws.actor.name or "")
    with ws.writing("mark_read") as work:
        rows = [(*head, subject) for subject in dict.fromkeys(subjects)]
        cells.put(work, [cells.whole("reading_mark", row, row if read else None) for row in rows])
    return ws.took(work, Changes("mark_read", topics=frozenset({"marks"})), remember=False)


def _plan_for(ws: Workspace, act: ReviewAct, plan_id: str, quarter: Quarter) -> Plan:
    """The plan, if whoever acts may do ``act`` with it in its state."""
    plan, now = ws.plan(plan_id), review(ws, plan_id, quarter)
    _require(ws, act, plan, quarter, now)
    if act not in NEXT_ACTS[now.state]:
        raise UserError("review_not_now", plan=plan.name, quarter=int(quarter), state=str(now.state))
    return plan


def _act(
    ws: Workspace, act: ReviewAct, places: Sequence[tuple[Plan, Quarter]], reason: str, content: Content | None = None
) -> Changes:
    levels, command = settings.approval_levels(ws), f"review_{act}"
    with ws.writing(command, reason=reason or None) as work:
        ws.refuse_closed(work, {plan.year for plan, _ in places})
        for plan, quarter in places:
            _store(ws, work, act, plan, quarter, levels, reason, content)
    changes = Changes(
        command, years=frozenset(plan.year for plan, _ in places), plans=frozenset(plan.id for plan, _ in places),
        topics=_TOPICS, label=(command, {"count": len(places), "name": places[0][0].name if places else ""}),
    )  # fmt: skip
    return ws.took(work, changes, remember=False)


def _store(
    ws: Workspace, work: "UnitOfWork", act: ReviewAct, plan: Plan, quarter: Quarter, levels: int, reason: str,
    content: Content | None,
) -> None:  # fmt: skip
    from perftrack.persistence import cells, people_reading, review_reading
    from perftrack.persistence.unit_of_work import new_key

    if quarter in people_reading.locks(work.connection, plan.year):
        raise UserError("quarter_locked", plan=plan.name, quarter=int(quarter))
    before = people_reading.review_of(work.connection, plan.id, int(quarter))
    if act not in NEXT_ACTS[before.state]:  # somebody was quicker
        raise UserError("review_not_now", plan=plan.name, quarter=int(quarter), state=str(before.state))
    after = before.after(act, levels)
    row = (plan.id, int(quarter), str(after.state), after.level, after.submission)
    cells.put(work, [cells.whole("review", row[:2], row)])
    number = len(review_reading.events(work.connection, plan.id, int(quarter))) + 1
    text = review_reading.content_text(content) if content is not None else ""
    moment = ws.now().isoformat(timespec="seconds")
    event = (new_key(), plan.id, int(quarter), number, moment, ws.actor.name or "", str(act), reason, text)
    work.insert("review_event", [event])


def _require(ws: Workspace, act: ReviewAct, plan: Plan, quarter: Quarter, now: Review) -> None:
    stands = standing(ws, plan.year, quarter)
    guarding.require(ws, stands.needed(act, plan, now), plan.id)
    if act is ReviewAct.APPROVE and stands.own(act, _submitter(ws, plan, quarter)):
        raise UserError("own_submission", plan=plan.name)


def _submitter(ws: Workspace, plan: Plan, quarter: Quarter) -> str | None:
    acts = [event for event in events(ws, plan.id, quarter) if event.act is ReviewAct.SUBMIT]
    return acts[-1].person if acts else None


def state_of(reviews: "dict[Place, Review]", place: Place) -> ReviewState:
    """The state of a place among the reviews of a year."""
    return reviews.get(place, DRAFT).state
