"""How far a plan's quarter has come, in words: for badges, tables and lists."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject

from perftrack.domain.gaps import Gaps
from perftrack.domain.terms import ReviewState
from perftrack.services.worklists import WorkItem
from ui.widgets.badges import Tone

#: The badge of each state.
TONES: dict[ReviewState, Tone] = {
    ReviewState.DRAFT: "neutral",
    ReviewState.SUBMITTED: "accent",
    ReviewState.RETURNED: "amber",
    ReviewState.APPROVED: "green",
}


def state_word(state: ReviewState) -> str:
    """The state of a plan's quarter as a label."""
    return {
        ReviewState.DRAFT: QCoreApplication.translate("ReviewStates", "Being filled in"),
        ReviewState.SUBMITTED: QCoreApplication.translate("ReviewStates", "Submitted"),
        ReviewState.RETURNED: QCoreApplication.translate("ReviewStates", "Returned"),
        ReviewState.APPROVED: QCoreApplication.translate("ReviewStates", "Approved"),
    }[state]


def locked_word() -> str:
    """The state of everything in a locked quarter."""
    return QCoreApplication.translate("ReviewStates", "Locked")


def state_names() -> tuple[str, str, str]:
    """The words for drafts: nothing reported, some of it, all of it."""
    return (
        QCoreApplication.translate("Waiting", "Not reported"),
        QCoreApplication.translate("Waiting", "Being filled in"),
        QCoreApplication.translate("Waiting", "All filled in"),
    )


def state_words(item: WorkItem) -> str:
    """The state of a plan in a word; of drafts it says how full they are."""
    if item.review.state is not ReviewState.DRAFT:
        return state_word(item.review.state)
    nothing, some, everything = state_names()
    if not item.gaps:
        return everything
    return nothing if item.gaps.nothing_yet else some


def late_words(days: int) -> str:
    """How late, in words; "" for in time."""
    return _words().late(days)


def missing_words(gaps: Gaps) -> str:
    """What is missing, in words (7 values, spending; 缺 7 项、执行数); "" when nothing is."""
    return _words().missing(gaps)


def standing_words(item: WorkItem) -> str:
    """What is to be said of a plan besides its state: how late, what is missing, since when it waits."""
    return _words().standing(item)


def brief_words(item: WorkItem) -> str:
    """As :func:`standing_words`, where there is little room: of a late plan only how late it is."""
    return late_words(item.late) or standing_words(item)


def is_urgent(item: WorkItem) -> bool:
    """Whether that is said in red: it is late, or, where nothing is ever late, nothing was reported at all."""
    return bool(item.late) or (item.review.state is ReviewState.DRAFT and item.due is None and item.gaps.nothing_yet)


def in_order(items: Iterable[WorkItem]) -> list[WorkItem]:
    """The late first, then those that reported nothing, then by how much is missing."""
    return sorted(items, key=lambda item: (-item.late, not item.gaps.nothing_yet, -len(item.gaps.indicators)))


class Waiting(QObject):
    """The words that count; only a QObject may count in its language."""

    def late(self, days: int) -> str:
        """See :func:`late_words`."""
        return self.tr("late by %n day(s)", "", days) if days else ""

    def missing(self, gaps: Gaps) -> str:
        """See :func:`missing_words`."""
        count = len(gaps.indicators)
        if count and gaps.funds:
            return self.tr("%n value(s), spending", "", count)
        if count:
            return self.tr("%n value(s) missing", "", count)
        return self.tr("spending") if gaps.funds else ""

    def standing(self, item: WorkItem) -> str:
        """See :func:`standing_words`."""
        state, day = item.review.state, item.latest.time[5:10] if item.latest else ""
        if state is ReviewState.APPROVED:
            return day
        if state is ReviewState.SUBMITTED and item.review.submission > 1:
            words = self.tr("submission %1, %2").replace("%1", str(item.review.submission))
            return words.replace("%2", day)
        if state is ReviewState.SUBMITTED:
            return self.tr("submitted %1").replace("%1", day)
        missing, count = self.missing(item.gaps), len(item.gaps.indicators)
        if item.late and count:
            missing = self.tr("%n missing", "", count)  # all of it would take too much room
        parts = [part for part in (self.late(item.late), missing) if part]
        if len(parts) > 1:
            return self.tr("%1, %2").replace("%1", parts[0]).replace("%2", parts[1])
        if parts:
            return parts[0]
        return day if state is ReviewState.RETURNED else ""


@cache
def _words() -> Waiting:
    return Waiting()
