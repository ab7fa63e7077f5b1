"""The review of a quarter as a machine: whatever is done in whatever order, some things always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from perftrack.domain.reviews import DRAFT, NEXT_ACTS, Review
from perftrack.domain.terms import ReviewAct, ReviewState


class ReviewMachine(RuleBasedStateMachine):
    """One plan's quarter under two levels of approval or one."""

    def __init__(self) -> None:
        super().__init__()
        self.review, self.levels = DRAFT, 1
        self.submitted = self.approvals = 0

    @rule(levels=st.sampled_from([1, 2]))
    @precondition(lambda self: self.review.state is ReviewState.DRAFT)
    def decide_levels(self, levels: int) -> None:
        self.levels = levels

    @rule(act=st.sampled_from(list(ReviewAct)))
    def act(self, act: ReviewAct) -> None:
        if act not in NEXT_ACTS[self.review.state]:
            with pytest.raises(ValueError, match=str(act)):
                self.review.after(act, self.levels)
            return
        self.review = self.review.after(act, self.levels)
        self.submitted += act is ReviewAct.SUBMIT
        self.approvals = self.approvals + 1 if act is ReviewAct.APPROVE else 0

    @invariant()
    def every_submission_is_counted(self) -> None:
        assert self.review.submission == self.submitted

    @invariant()
    def approvals_count_since_the_last_submission(self) -> None:
        assert self.review.level == self.approvals

    @invariant()
    def it_is_approved_when_all_levels_approved(self) -> None:
        approved = self.review.state is ReviewState.APPROVED
        assert approved == (self.review.level >= self.levels and self.review.level > 0)

    @invariant()
    def values_rest_while_reviewers_have_them(self) -> None:
        assert self.review.settled == (self.review.state in (ReviewState.SUBMITTED, ReviewState.APPROVED))

    @invariant()
    def there_is_always_a_way_on(self) -> None:
        assert NEXT_ACTS[self.review.state]


TestReviewMachine = ReviewMachine.TestCase


@pytest.mark.parametrize(("levels", "needed"), [(1, 1), (2, 2)])
def test_that_as_many_approvals_are_needed_as_there_are_levels(levels: int, needed: int) -> None:
    review = DRAFT.after(ReviewAct.SUBMIT, levels)
    for given_ in range(1, needed + 1):
        review = review.after(ReviewAct.APPROVE, levels)
        assert (review.state is ReviewState.APPROVED) == (given_ == needed)


@pytest.mark.parametrize("act", [ReviewAct.RETURN, ReviewAct.WITHDRAW])
def test_that_what_comes_back_has_lost_its_approvals(act: ReviewAct) -> None:
    half = DRAFT.after(ReviewAct.SUBMIT, 2).after(ReviewAct.APPROVE, 2)
    assert (half.state, half.level) == (ReviewState.SUBMITTED, 1)
    assert half.after(act, 2).level == 0


@given(st.sampled_from(list(ReviewState)), st.integers(0, 2), st.integers(0, 9))
def test_that_an_act_never_changes_the_review_it_was_asked_of(state: ReviewState, level: int, count: int) -> None:
    review = Review(state, level, count)
    for act in NEXT_ACTS[state]:
        review.after(act, 2)
    assert review == Review(state, level, count)
