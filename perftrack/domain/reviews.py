"""The review of a plan's quarter: draft → submitted → returned or approved, and what each state allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from perftrack.domain.periods import Quarter
from perftrack.domain.terms import ActionState, ReviewAct, ReviewState

#: What each state allows next, whoever asks (see :mod:`perftrack.domain.access` for whom).
NEXT_ACTS: Mapping[ReviewState, frozenset[ReviewAct]] = {
    ReviewState.DRAFT: frozenset({ReviewAct.SUBMIT}),
    ReviewState.RETURNED: frozenset({ReviewAct.SUBMIT}),
    ReviewState.SUBMITTED: frozenset({ReviewAct.WITHDRAW, ReviewAct.RETURN, ReviewAct.APPROVE}),
    ReviewState.APPROVED: frozenset({ReviewAct.RETURN}),
}


@dataclass(frozen=True, slots=True)
class Review:
    """How far one plan's quarter has come. ``level`` approvals given, ``submission`` how often it was submitted."""

    state: ReviewState = ReviewState.DRAFT
    level: int = 0
    submission: int = 0

    @property
    def settled(self) -> bool:
        """Whether values may not change: they are with the reviewers, or approved."""
        return self.state in (ReviewState.SUBMITTED, ReviewState.APPROVED)

    def after(self, act: ReviewAct, levels: int) -> "Review":
        """The review as ``act`` leaves it in an office with ``levels`` (1 or 2) of approval.

        Raises ValueError for an act the state does not allow; callers ask :data:`NEXT_ACTS` first.
        """
        if act not in NEXT_ACTS[self.state]:
            raise ValueError(f"{act} of {self.state}")
        if act is ReviewAct.SUBMIT:
            return Review(ReviewState.SUBMITTED, 0, self.submission + 1)
        if act is ReviewAct.WITHDRAW:
            return Review(ReviewState.DRAFT, 0, self.submission)
        if act is ReviewAct.RETURN:
            return Review(ReviewState.RETURNED, 0, self.submission)
        level = self.level + 1
        return Review(ReviewState.APPROVED if level >= levels else ReviewState.SUBMITTED, level, self.submission)


#: (plan id, quarter) → review; what is missing is a draft.
Reviews = Mapping[tuple[str, Quarter], Review]
DRAFT = Review()


@dataclass(frozen=True, slots=True)
class ReviewEvent:
    """One act of the review, as its history tells it. ``time`` as ISO text with its zone; ``reason`` may be empty."""

    plan_id: str
    quarter: Quarter
    number: int
    act: ReviewAct
    time: str
    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a value, or on the plan's quarter where ``indicator_id`` is None."""

    id: str
    plan_id: str
    indicator_id: str | None
    quarter: Quarter
    time: str
    person: str
    words: str


@dataclass(frozen=True, slots=True)
class Correction:
    """整改: what is to be put right, by whom (a role title), until which day, and how it ended."""

    id: str
    plan_id: str
    indicator_id: str | None
    quarter: Quarter
    words: str
    owner: str
    due: date | None
    state: ActionState
    outcome: str
    raised_by: str
    raised: str
    closed: str | None
