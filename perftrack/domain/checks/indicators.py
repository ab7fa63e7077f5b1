"""Findings of one indicator: what does not read, what is not explained, what looks odd."""

from collections.abc import Iterator
from decimal import Decimal

from perftrack.domain.answers import AnswerKind, read_actual
from perftrack.domain.decimals import plain, shortest
from perftrack.domain.drafts import has_hole
from perftrack.domain.findings import Finding
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Deviation, Indicator
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.targets import Target, TargetKind, print_target, read_target
from perftrack.domain.terms import FLOORS, Rule, Severity

#: Phrases that stand for a cause but say nothing.
EMPTY_PHRASES = frozenset({"无", "暂无", "完成", "已完成", "—", "/", "-"})
#: What a level 2 name must hold to fit its level 1 (101号 names of levels); level 1 names not listed are free.
_FITTING = {
    "产出": ("数量", "质量", "时效", "成本"),
    "成本": ("成本",),
    "效益": ("效益", "影响", "可持续"),
    "满意度": ("满意度",),
}
_ECONOMIC = "经济效益"
#: Notices of scoring that are findings as they stand.
_NOTICED = {
    "negative_actual": Severity.WARNING,
    "grade_contradicts": Severity.WARNING,
    "negative_target": Severity.HINT,
    "beyond_equal": Severity.HINT,
    "unit_differs": Severity.HINT,
    "numeric_grade": Severity.HINT,
    "word_answered_number": Severity.HINT,
    "word_answered_date": Severity.HINT,
    "word_as_grade": Severity.HINT,
    "own_words": Severity.HINT,
}


def check_indicator(score: Score, card: Scorecard) -> Iterator[Finding]:
    """The findings of one indicator as of the quarter of its card."""
    if score.excluded:
        return
    here = _Place(score.indicator, card.plan.id)
    yield from _target_findings(score, here)
    yield from _actual_findings(score, here, card.quarter)
    yield from _explanations(score, here, card)


class _Place:
    """Makes findings that lead to one indicator."""

    def __init__(self, indicator: Indicator, plan_id: str) -> None:
        self._indicator, self._plan_id = indicator, plan_id

    def finding(self, severity: Severity, code: str, **arguments: str) -> Finding:
        item = self._indicator
        return Finding(severity, code, item.name, arguments, self._plan_id, item.id)


def _target_findings(score: Score, here: _Place) -> Iterator[Finding]:
    item, target = score.indicator, score.target
    if target.kind is TargetKind.EMPTY:
        yield here.finding(Severity.ERROR, "target_empty", weight=plain(item.weight))
    if target.doubtful:
        yield here.finding(Severity.ERROR, "target_unread", text=item.target)
    if target.assumed:
        yield here.finding(Severity.HINT, "operator_assumed", text=item.target, operator=str(target.operator))
    if target.is_numeric and score.rule is Rule.GRADE:
        yield here.finding(Severity.HINT, "numeric_grade", target=print_target(target))
    if target.kind is TargetKind.WORDS and item.rule is Rule.PROPORTIONAL:
        yield here.finding(Severity.HINT, "words_proportional", target=target.text)
    if target.kind is TargetKind.WORDS and _ECONOMIC in item.level2:
        yield here.finding(Severity.HINT, "words_under_economic", level2=item.level2)
    if not item.level2.strip():
        yield here.finding(Severity.HINT, "level2_empty", level1=item.level1)
    elif not _fits(item):
        yield here.finding(Severity.HINT, "level2_misfit", level1=item.level1, level2=item.level2)


def _fits(item: Indicator) -> bool:
    # 成本效益 and the like name two levels at once; one that fits is enough.
    asked = [words for level1, words in _FITTING.items() if level1 in item.level1]
    return not asked or any(word in item.level2 for words in asked for word in words)


def _actual_findings(score: Score, here: _Place, quarter: Quarter) -> Iterator[Finding]:
    target = score.target
    for past in quarter.up_to:
        actual = score.indicator.actuals.get(past)
        if actual is None or target.kind is TargetKind.EMPTY:
            continue
        if read_actual(actual, target).kind is AnswerKind.UNREAD:
            yield here.finding(Severity.ERROR, "actual_unread", text=actual.value or "", quarter=str(int(past)))
        if actual.share is not None and actual.value is not None and target.is_numeric and not actual.note:
            yield here.finding(Severity.WARNING, "share_without_reason", share=shortest(actual.share))
    for code in dict.fromkeys(score.notices):
        if code in _NOTICED and code != "numeric_grade":
            arguments = {"text": score.value.text, "target": print_target(target), "actual": score.actual_text or ""}
            yield here.finding(_NOTICED[code], code, **arguments)


def _explanations(score: Score, here: _Place, card: Scorecard) -> Iterator[Finding]:
    given = given_deviation(score.indicator, card.quarter)
    for text in (given.cause, given.remedy):
        if has_hole(text):
            yield here.finding(Severity.WARNING, "draft_unfinished", text=text.strip())
    if "beyond_target" in score.notices and not _explained(score.indicator, given, card.quarter):
        completion = "" if score.completion is None else plain(score.completion)
        yield here.finding(Severity.WARNING, "beyond_unexplained", completion=completion)
    if card.quarter is not Quarter.Q4 or score.points is None or score.lost <= 0:
        return
    lost = plain(score.lost)
    if not given.cause.strip() or not given.remedy.strip():
        yield here.finding(Severity.WARNING, "loss_without_cause", lost=lost)
    elif is_empty_phrase(given.cause) or is_empty_phrase(given.remedy):
        phrase = given.cause if is_empty_phrase(given.cause) else given.remedy
        yield here.finding(Severity.WARNING, "empty_phrase", lost=lost, phrase=phrase.strip())


def given_deviation(item: Indicator, quarter: Quarter) -> Deviation:
    """The cause and the remedy given last, each as of ``quarter``; empty where none was given."""
    cause = remedy = ""
    for past in quarter.up_to:
        if past in item.deviations:
            cause = item.deviations[past].cause or cause
            remedy = item.deviations[past].remedy or remedy
    return Deviation(cause, remedy)


def is_empty_phrase(text: str) -> bool:
    """Whether a cause or remedy says nothing (无, 暂无, 完成)."""
    return text.strip().rstrip("。.") in EMPTY_PHRASES


def _explained(item: Indicator, given: Deviation, quarter: Quarter) -> bool:
    if given.cause.strip() and not is_empty_phrase(given.cause):
        return True
    notes = (item.actuals[past].note for past in quarter.up_to if past in item.actuals)
    return any(note and not is_empty_phrase(note) for note in notes)


def unchanged_target(item: Indicator, target: Target) -> bool:
    """Whether a floor that could be raised equals last year's actual."""
    if target.kind is not TargetKind.NUMBER or target.operator not in FLOORS or item.prior_actual is None:
        return False
    if target.unit == "%" and target.value >= Decimal(100):
        return False
    prior = read_target(item.prior_actual, item.level1, item.level2)
    return prior.kind is TargetKind.NUMBER and prior.value == target.value and prior.unit in ("", target.unit)
