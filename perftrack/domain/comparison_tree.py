"""A comparison as lines: the totals, then every part that differs with its causes and the numbers of both states."""

from perftrack.domain.causes import Cause, pack_name, points_text, signed
from perftrack.domain.comparison import Comparison, Part
from perftrack.domain.decimals import plain
from perftrack.domain.explanation import Step, explain, explain_execution
from perftrack.domain.explanation_tree import Node
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score

_NOTHING = "—"


def comparison_tree(comparison: Comparison) -> Node:
    """The totals of both states and the difference; ``points`` of every line is what it moved.

    Parts without any difference are counted in one line at the end.
    """
    before, after = comparison.before, comparison.after
    children = []
    if before.pack != after.pack:
        texts = {"before": pack_name(before.pack), "after": pack_name(after.pack)}
        children.append(Node(Step("pack", "diff_packs", texts)))
    children += [_part(part, comparison) for part in comparison.parts if part.differs]
    if comparison.execution.causes:
        children.append(_execution(comparison))
    if comparison.cap.causes:
        children += _causes(comparison.cap.causes)
    same = sum(1 for part in comparison.parts if not part.differs)
    if same:
        children.append(Node(Step("result", "diff_unchanged", {"count": str(same)})))
    arguments = {
        "plan": after.plan.name,
        "before": plain(before.total),
        "after": plain(after.total),
        "before_rating": before.rating.value,
        "after_rating": after.rating.value,
        "before_year": str(before.plan.year),
        "after_year": str(after.plan.year),
        "before_quarter": str(int(before.quarter)),
        "after_quarter": str(int(after.quarter)),
        "change": signed(comparison.change),
    }
    return Node(Step("total", "diff_total", arguments), tuple(children), comparison.change, subject=after.plan.id)


def _part(part: Part, comparison: Comparison) -> Node:
    item = part.score.indicator
    children = _causes(part.causes)
    if part.change:
        for topic, score, card in (
            ("before", part.before, comparison.before),
            ("after", part.after, comparison.after),
        ):
            children += [] if score is None else _numbers(topic, score, card)
    arguments = {
        "indicator": item.name, "before": _points(part.before), "after": _points(part.after),
        "change": signed(part.change),
    }  # fmt: skip
    return Node(Step("indicator", "diff_indicator", arguments), tuple(children), part.change, subject=item.id)


def _execution(comparison: Comparison) -> Node:
    difference = comparison.execution
    children = _causes(difference.causes)
    if difference.change:
        for topic, card in (("before", comparison.before), ("after", comparison.after)):
            children += [
                Node(Step(topic, step.code, step.arguments))
                for step in explain_execution(card)
                if step.topic == "formula"
            ]
    arguments = {
        "before": plain(comparison.before.execution.points),
        "after": plain(comparison.after.execution.points),
        "change": signed(difference.change),
    }
    return Node(Step("execution", "diff_execution", arguments), tuple(children), difference.change)


def _causes(causes: tuple[Cause, ...]) -> list[Node]:
    return [Node(cause.step, points=cause.effect) for cause in causes]


def _numbers(topic: str, score: Score, card: Scorecard) -> list[Node]:
    """The line of an explanation that has the numbers put in, or says why there is no score."""
    shown = ("numbers", "deduction", "manual", "result")
    return [Node(Step(topic, step.code, step.arguments)) for step in explain(score, card) if step.topic in shown]


def _points(score: Score | None) -> str:
    return _NOTHING if score is None else points_text(score)
