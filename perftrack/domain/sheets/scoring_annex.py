"""评分说明附件: how every score of a self-evaluation sheet came about, to be handed in beside it.

No regulation fixes its layout. The sentences are handed in: the domain has codes only.
"""

from collections.abc import Callable
from typing import NamedTuple

from perftrack.domain.decimals import plain
from perftrack.domain.explanation import Step
from perftrack.domain.explanation_tree import Node, execution_node, indicator_node
from perftrack.domain.periods import Quarter, months_label
from perftrack.domain.plans import Department
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.sheets.blocks import put_levels, put_signatures, put_title, runs
from perftrack.domain.sheets.grid import NOT_THERE, Builder, Sheet
from perftrack.domain.sheets.wording import EXCLUDED_WORD, QUARTER_WORDS, notes
from perftrack.domain.sources import NO_SOURCES, Sources
from perftrack.domain.terms import PlanKind

TITLE = "评分说明附件"
_COLUMNS = (9.0, 10.5, 21.0, 13.0, 13.0, 7.0, 8.0, 37.0, 31.0)
_HEADS = ("一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "评分过程", "填报与佐证")
_TARGET, _ACTUAL, _WEIGHT, _SCORE, _PROCESS, _SOURCES = range(3, 9)
#: Lines that say where a value comes from; all others say how it was scored. The pack stands at the head, once.
_ORIGIN, _AT_THE_HEAD = frozenset({"quarter", "entered", "note", "evidence", "fund"}), frozenset({"pack"})


class Teller(NamedTuple):
    """Speaks a step: its sentence, and the label of its topic."""

    sentence: Callable[[Step], str]
    label: Callable[[str], str]

    def line(self, step: Step) -> str:
        """Label and sentence of a step."""
        return f"{self.label(step.topic)}：{self.sentence(step)}"


def scoring_annex(card: Scorecard, department: Department, tell: Teller, sources: Sources = NO_SOURCES) -> Sheet:
    """The 评分说明附件 of ``card`` as of its quarter: per indicator the steps of its score, and what it rests on."""
    grid = Builder(_COLUMNS)
    put_title(grid, TITLE, _subtitle(card))
    _head(grid, card, department, tell)
    head = grid.row(22)
    for column, name in enumerate(_HEADS):
        grid.put(head, column, name, "label")
    scores = card.scores
    for first, end in runs([score.indicator.level1 for score in scores]):
        put_levels(grid, len(grid.rows), 0, [score.indicator for score in scores[first:end]])
        for score in scores[first:end]:
            _line(grid, score, indicator_node(score, card, sources), tell)
    _execution(grid, card, execution_node(card, sources), tell)
    row = grid.row()
    grid.put(row, 0, "总分", "total_label", across=_WEIGHT)
    grid.put(row, _WEIGHT, "", "total_label")
    grid.put(row, _SCORE, card.total, "total_score")
    grid.put(row, _PROCESS, card.rating.value, across=2)
    for note in notes(card):
        grid.put(grid.row(15), 0, note, "note", across=grid.width)
    put_signatures(grid, ("单位（盖章）：", "填表人：", "日期：　　年　　月　　日"), (0, 3, _PROCESS))
    return grid.sheet(TITLE, card.plan.name, landscape=True, header_row=head)


def _subtitle(card: Scorecard) -> str:
    year = f"（{card.plan.year} 年度）"
    if card.quarter is Quarter.Q4:
        return year
    return f"{year}　截至{QUARTER_WORDS[card.quarter]}（{months_label(card.quarter.last_month)}）"


def _head(grid: Builder, card: Scorecard, department: Department, tell: Teller) -> None:
    row = grid.row()
    grid.put(row, 0, "单位名称", "label", across=2)
    grid.put(row, 2, department.name, across=2)
    grid.put(row, 4, "项目名称" if card.plan.kind is PlanKind.PROJECT else "目标表", "label")
    grid.put(row, 5, card.plan.name, across=4)
    row = grid.row()
    grid.put(row, 0, "规则包", "label", across=2)
    pack = next(child.step for child in execution_node(card).children if child.step.topic == "pack")
    grid.put(row, 2, tell.sentence(pack), across=7)


def _line(grid: Builder, score: Score, node: Node, tell: Teller) -> None:
    row = grid.row()
    grid.put(row, 2, score.indicator.name)
    grid.put(row, _TARGET, score.indicator.target, "center")
    grid.put(row, _ACTUAL, score.actual_text or NOT_THERE, "center")
    grid.put(row, _WEIGHT, score.indicator.weight if score.excluded else score.full, "weight_mid")
    unscored = EXCLUDED_WORD if score.excluded else NOT_THERE
    grid.put(row, _SCORE, unscored if score.points is None else score.points, "score_mid")
    _told(grid, row, node, tell)


def _execution(grid: Builder, card: Scorecard, node: Node, tell: Teller) -> None:
    execution = card.execution
    row = grid.row()
    grid.put(row, 0, "预算执行率", "label", across=_ACTUAL)
    rate = NOT_THERE if execution.rate is None else f"{plain(execution.rate)}%"
    grid.put(row, _ACTUAL, rate, "center")
    grid.put(row, _WEIGHT, execution.weight, "weight_mid")
    grid.put(row, _SCORE, NOT_THERE if execution.executed is None else execution.points, "score_mid")
    _told(grid, row, node, tell)


def _told(grid: Builder, row: int, node: Node, tell: Teller) -> None:
    """How it was scored, and what it rests on; a line that belongs to the one before it is put in brackets behind."""
    process = [child.step for _, child in node.walk() if child.step.topic not in _ORIGIN | _AT_THE_HEAD][1:]
    origin: list[str] = []
    for _, child in node.walk():
        if child.step.topic not in _ORIGIN:
            continue
        said = tell.sentence(child.step)
        if child.step.topic == "entered" and origin:
            origin[-1] = f"{origin[-1]}（{said}）"
        else:
            origin.append(said)
    grid.put(row, _PROCESS, "\n".join(tell.line(step) for step in process))
    grid.put(row, _SOURCES, "\n".join(origin))
