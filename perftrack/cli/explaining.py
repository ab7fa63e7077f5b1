"""``explain`` and ``compare``: where the scores come from, and where the difference between two of them comes from."""

from argparse import Namespace
from typing import Any

from perftrack.cli.commands import year_of
from perftrack.cli.frame import DONE, Frame, now
from perftrack.cli.usage import WrongUsage
from perftrack.domain.comparison import Comparison
from perftrack.domain.comparison_tree import comparison_tree
from perftrack.domain.decimals import plain, rounded
from perftrack.domain.periods import Quarter
from perftrack.services import comparing, explaining, reporting
from perftrack.services.comparing import State, YearComparison
from perftrack.services.exporting.scores import year_scores
from perftrack.services.workspace import Workspace


def explain(given: Namespace, frame: Frame) -> int:
    """The trees of a year's plans, from the totals down."""
    quarter = _quarter(given.quarter)
    year = year_of(given.year)
    with Workspace.open(given.db, clock=now) as workspace:
        scores = year_scores(workspace, year=year, quarter=quarter, plan=given.plan, pack=given.pack)
        trees = [(card, explaining.explained(workspace, card)) for card in scores.cards]
    if given.json:
        plans = [
            {"kind": card.plan.kind.value, "name": card.plan.name, **explaining.tree_object(tree, frame.speaker)}
            for card, tree in trees
        ]
        frame.document({"year": scores.year, "quarter": int(scores.quarter), "plans": plans})
        return DONE
    for place, (card, tree) in enumerate(trees):
        frame.line("\n" * bool(place) + card.plan.name)
        frame.line(explaining.tree_text(tree, frame.speaker))
    return DONE


def compare(given: Namespace, frame: Frame) -> int:
    """The totals of a year's plans in two states, and what lies between them."""
    quarter = _quarter(given.quarter)
    asked = (given.from_quarter, given.from_year, given.from_pack, given.original_targets)
    earlier = quarter if any(asked) else quarter.previous
    if given.from_quarter is not None:
        earlier = _quarter(given.from_quarter, "usage_from_quarter")
    if earlier is None:
        raise WrongUsage("usage_compare_first")
    year, from_year = year_of(given.year), year_of(given.from_year)
    with Workspace.open(given.db, clock=now) as workspace:
        chosen = reporting.latest_year(workspace) if year is None else year
        before = State(from_year or chosen, earlier, given.from_pack or given.pack, original=given.original_targets)
        found = comparing.compare_years(workspace, before, State(chosen, quarter, given.pack), given.plan)
    if given.json:
        frame.document(_document(found, frame))
        return DONE
    for place, comparison in enumerate(found.comparisons):
        frame.line("\n" * bool(place) + explaining.tree_text(comparison_tree(comparison), frame.speaker))
    for name in found.only_before:
        frame.say("compare_only_before", name=name, year=found.before.year)
    for name in found.only_after:
        frame.say("compare_only_after", name=name, year=found.after.year)
    return DONE


def _document(found: YearComparison, frame: Frame) -> dict[str, Any]:
    return {
        "before": _state(found.before),
        "after": _state(found.after),
        "plans": [_comparison(comparison, frame) for comparison in found.comparisons],
        "only_before": list(found.only_before),
        "only_after": list(found.only_after),
    }


def _state(state: State) -> dict[str, Any]:
    return {"year": state.year, "quarter": int(state.quarter), "original_targets": state.original}


def _comparison(comparison: Comparison, frame: Frame) -> dict[str, Any]:
    before, after = comparison.before, comparison.after
    return {
        "kind": after.plan.kind.value,
        "name": after.plan.name,
        "packs": [before.pack.id, after.pack.id],
        "totals": [plain(before.total), plain(after.total)],
        "difference": plain(rounded(comparison.change)),
        "ratings": [before.rating.value, after.rating.value],
        "by_cause": {code: plain(rounded(points)) for code, points in comparison.by_cause().items()},
        **explaining.tree_object(comparison_tree(comparison), frame.speaker),
    }


def _quarter(text: str, code: str = "usage_quarter") -> Quarter:
    if text not in ("1", "2", "3", "4"):
        raise WrongUsage(code, given=text)
    return Quarter(int(text))
