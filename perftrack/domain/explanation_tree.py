"""得分说明 from the total down: total → level 1 → level 2 → indicator → its steps → quarters → who, when, evidence.

Every line is a :class:`Step`, a code with arguments; the sentences come from the messages (section ``step``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.answers import AnswerKind, read_actual
from perftrack.domain.decimals import money, plain, rounded, shortest
from perftrack.domain.evidence import Evidence, numbered
from perftrack.domain.explanation import Step, explain, explain_execution, quarter_step
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Fund
from perftrack.domain.scorecards import Scorecard, Subtotal
from perftrack.domain.scoring import Score
from perftrack.domain.sources import NO_SOURCES, Sources

_NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Node:
    """One line and the lines below it. ``points`` of ``full`` where the line stands for a score (or a difference).

    ``subject`` is the id of the plan, indicator, fund or file the line speaks of, where a window may lead there.
    """

    step: Step
    children: tuple["Node", ...] = ()
    points: Decimal | None = None
    full: Decimal | None = None
    subject: str = ""

    def walk(self, depth: int = 0) -> Iterator[tuple[int, "Node"]]:
        """This line and all below it, in reading order, each with its depth."""
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)


def explanation_tree(card: Scorecard, sources: Sources = NO_SOURCES, *, every_quarter: bool = False) -> Node:
    """The whole card. Its levels stand in sheet order, execution and a cap after them.

    ``every_quarter`` as in :func:`indicator_node`.
    """
    below = {(part.level1, part.level2): part for part in card.level2()}

    def indicator(score: Score) -> Node:
        return indicator_node(score, card, sources, every_quarter=every_quarter)

    children = [_level(level, below, indicator) for level in card.level1()]
    children.append(execution_node(card, sources))
    children += [Node(step) for step in explain_execution(card) if step.topic == "cap"]
    if card.missing:
        children.append(Node(Step("result", "total_incomplete", {"count": str(len(card.missing))})))
    children += _evidence_nodes(sources.evidence_of(None, card.quarter))
    arguments = {
        "total": plain(card.total),
        "rating": card.rating.value,
        "items": plain(card.items_total),
        "execution": plain(card.execution.points),
        "cap": "" if card.cap is None else plain(card.cap),
    }
    step = Step("total", "total" if card.cap is None else "total_capped", arguments)
    return Node(step, tuple(children), card.total, subject=card.plan.id)


def indicator_node(
    score: Score, card: Scorecard, sources: Sources = NO_SOURCES, *, every_quarter: bool = False
) -> Node:  # fmt: skip
    """One indicator of ``card``: its steps, each quarter with who entered it, and its evidence.

    ``every_quarter``: also the quarters before that do not count any more, because only the latest does.
    """
    item = score.indicator
    arguments = {
        "indicator": item.name,
        "points": _NOTHING if score.points is None else plain(score.points),
        "full": shortest(item.weight if score.excluded else score.full),
    }
    code = "indicator_excluded" if score.excluded else "indicator" if score.points is not None else "indicator_unscored"
    steps: Sequence[Step] = explain(score, card)
    if every_quarter:
        steps = _with_earlier(steps, score, card.quarter)
    children = [_stepped(step, below) for step, below in _hung(steps)]
    if not score.excluded and score.value.quarters and not any(step.topic == "quarter" for step in steps):
        children += [Node(quarter_step(past, answer)) for past, answer in score.value.quarters]
    children = [_with_origin(child, score, sources) for child in children]
    children += _evidence_nodes(sources.evidence_of(item.id, card.quarter))
    full = None if score.excluded else score.full
    return Node(Step("indicator", code, arguments), tuple(children), score.points, full, item.id)


def execution_node(card: Scorecard, sources: Sources = NO_SOURCES) -> Node:
    """Budget execution: its steps, then each fund with its quarters and who entered them."""
    execution = card.execution
    children = [Node(step) for step in explain_execution(card) if step.topic != "cap"]
    children += [_fund(fund, card.quarter, sources) for fund in card.plan.funds]
    arguments = {"points": plain(execution.points), "full": shortest(execution.weight)}
    step = Step("execution", "execution", arguments)
    return Node(step, tuple(children), execution.points, execution.weight)


def _level(
    level: Subtotal, below: Mapping[tuple[str, str | None], Subtotal], indicator: Callable[[Score], Node]
) -> Node:  # fmt: skip
    """One level 1; its indicators stand under their level 2 where they have one."""
    children: list[Node] = []
    groups: dict[str, list[Score]] = {}
    for score in level.scores:
        groups.setdefault(score.indicator.level2, []).append(score)
    for name, scores in groups.items():
        nodes = tuple(indicator(score) for score in scores)
        if name:
            children.append(_subtotal("level2", name, below[level.level1, name], nodes))
        else:
            children.extend(nodes)
    return _subtotal("level1", level.level1, level, tuple(children))


def _subtotal(topic: str, name: str, part: Subtotal, children: tuple[Node, ...]) -> Node:
    arguments = {"level": name or _NOTHING, "points": plain(rounded(part.points)), "full": shortest(part.full)}
    return Node(Step(topic, "level", arguments), children, part.points, part.full)


def _with_earlier(steps: Sequence[Step], score: Score, quarter: Quarter) -> Sequence[Step]:
    """``steps`` with the quarters before the first that counts, in front of it; none where no quarter is told."""
    first = next((place for place, step in enumerate(steps) if step.topic == "quarter"), None)
    if first is None:
        return steps
    counted, actuals = int(steps[first].arguments["quarter"]), score.indicator.actuals
    told = [
        quarter_step(past, answer)
        for past in quarter.up_to
        if past < counted
        and past in actuals
        and (answer := read_actual(actuals[past], score.target)).kind is not AnswerKind.NOTHING
    ]
    return [*steps[:first], *told, *steps[first:]]


def _hung(steps: Iterable[Step]) -> list[tuple[Step, list[Step]]]:
    """Steps with those of depth 1 hung under the step before them."""
    found: list[tuple[Step, list[Step]]] = []
    for step in steps:
        if step.depth and found:
            found[-1][1].append(step)
        else:
            found.append((step, []))
    return found


def _stepped(step: Step, below: Iterable[Step]) -> Node:
    return Node(step, tuple(Node(each) for each in below))


def _with_origin(node: Node, score: Score, sources: Sources) -> Node:
    """``node`` with who entered it and the note under every line that is a quarter."""
    if node.step.topic != "quarter":
        return Node(node.step, tuple(_with_origin(child, score, sources) for child in node.children))
    quarter = Quarter(int(node.step.arguments["quarter"]))
    children = _origin(score.indicator.id, quarter, sources)
    actual = score.indicator.actuals.get(quarter)
    if actual is not None and actual.note:
        children = (*children, Node(Step("note", "note", {"note": actual.note})))
    return Node(node.step, children)


def _origin(subject: str, quarter: Quarter, sources: Sources) -> tuple[Node, ...]:
    entered = sources.entered.get((subject, quarter))
    if entered is None:
        return ()
    arguments = {"person": entered.person or _NOTHING, "time": entered.minute}
    return (Node(Step("entered", entered.code, arguments)),)


def _fund(fund: Fund, quarter: Quarter, sources: Sources) -> Node:
    executed = fund.executed_by(quarter)
    arguments = {
        "fund": fund.source,
        "budget": money(fund.budget),
        "executed": _NOTHING if executed is None else money(executed),
    }
    children: list[Node] = []
    if fund.revised is not None:
        revised = {"initial": money(fund.initial), "revised": money(fund.revised)}
        reason = sources.reasons.get(fund.id)
        code = "budget_revised" if reason is None else "budget_revised_because"
        children.append(Node(Step("fund", code, revised | {"reason": reason or ""})))
    counted = [past for past in quarter.up_to if past in fund.executed][-1:]
    for past in counted:
        step = Step("quarter", "quarter_money", {"quarter": str(int(past)), "value": money(fund.executed[past])})
        children.append(Node(step, _origin(fund.id, past, sources)))
    return Node(Step("fund", "fund", arguments), tuple(children), subject=fund.id)


def _evidence_nodes(evidence: Iterable[Evidence]) -> list[Node]:
    return [
        Node(
            Step(
                "evidence", "evidence", {"number": numbered([each.number]), "name": each.name, "kind": each.kind.value}
            ),
            subject=each.id,
        )
        for each in evidence
    ]
