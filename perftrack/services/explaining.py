"""得分说明 with what only the file knows: who entered a value and when, reasons, evidence; as a tree, text or values.

:func:`explanation` makes the whole tree of a plan in a millisecond or two; a window that shows one score at a time
asks :func:`sources` once per plan and makes the node of that score alone.
"""

from typing import Any

from perftrack.domain.decimals import plain
from perftrack.domain.explanation_tree import Node, explanation_tree
from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.sources import Sources
from perftrack.services import evidence, remarks, reporting
from perftrack.services.messages import Speaker
from perftrack.services.workspace import Workspace

_INDENT = "  "


def sources(ws: Workspace, plan_id: str) -> Sources:
    """What the values of a plan rest on, in any quarter."""
    from perftrack.persistence import sources_reading

    with ws.reading() as connection:
        entered = sources_reading.entered(connection, plan_id)
    return Sources(entered, remarks.revision_reasons(ws, plan_id), evidence.of_plan(ws, plan_id))


def explanation(ws: Workspace, plan_id: str, quarter: Quarter, pack: str | None = None) -> Node:
    """The tree of one plan as of ``quarter``. Raises :class:`UserError` ``plan_gone``, ``unknown_pack``."""
    return explained(ws, reporting.scorecard(ws, plan_id, quarter, pack))


def explained(ws: Workspace, card: Scorecard) -> Node:
    """The tree of a card that is there."""
    return explanation_tree(card, sources(ws, card.plan.id))


def tree_text(node: Node, speaker: Speaker) -> str:
    """A tree as indented lines, label and sentence: for the clipboard and the terminal."""
    lines = []
    for depth, each in node.walk():
        first, *rest = speaker.step(each.step).splitlines() or [""]
        lines.append(f"{_INDENT * depth}{speaker.topic(each.step.topic)}{_INDENT}{first}".rstrip())
        lines += [f"{_INDENT * (depth + 1)}{line}".rstrip() for line in rest]
    return "\n".join(lines)


def tree_object(node: Node, speaker: Speaker) -> dict[str, Any]:
    """A tree for a JSON document. Points are text with 2 places, null where a line has none."""
    return {
        "topic": node.step.topic,
        "code": node.step.code,
        "message": speaker.step(node.step),
        "points": None if node.points is None else plain(node.points),
        "children": [tree_object(child, speaker) for child in node.children],
    }
