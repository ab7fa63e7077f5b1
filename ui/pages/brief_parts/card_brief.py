"""The brief of one scorecard: figures and table, then where points went and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from perftrack.domain.decimals import shortest
from perftrack.domain.explanation import explain, explain_execution
from perftrack.domain.periods import Quarter
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.targets import print_target
from perftrack.domain.terms import Light
from perftrack.services.messages import Speaker
from ui import formatting
from ui.charts import reading
from ui.charts.chart import Chart
from ui.charts.execution import ExecutionCurve
from ui.charts.legend import draw_entries, entries_width
from ui.charts.trend import TrendChart
from ui.charts.waterfall import WaterfallChart
from ui.delegates.lights import light_word
from ui.models.scorecard_rows import actual_words, short_level
from ui.printing.blocks import Beside, Block, Cell, Column, Drawing, Heading, Paragraph, Prose, Table
from ui.printing.brief import Brief
from ui.printing.standing import Part, StandingBlock

Cards = Mapping[Quarter, Scorecard]
_EXPLAINED = 3
#: Steps that every score has alike are left out.
_COMMON = frozenset({"pack"})
_WATERFALL, _CHART = 190, 160


@dataclass(frozen=True, slots=True)
class CardSource:
    """What the brief of a card is made of; ``row`` is the indicator whose trend is shown."""

    office: str
    cards: Cards
    quarter: Quarter
    row: int
    earlier: Sequence[Cards]
    speaker: Speaker
    sample: bool
    findings: Sequence[str] = ()
    """Sentences of what should be looked into."""
    day: str = ""
    """The past day shown, as ISO text."""

    @property
    def card(self) -> Scorecard:
        """The card as of the quarter."""
        return self.cards[self.quarter]


def card_brief(source: CardSource) -> Brief:
    """Two pages about one plan."""
    card = source.card
    when = source.speaker.quarter(source.quarter)
    words = QCoreApplication.translate("Brief", "{year}, to the end of {quarter}")
    told = words.format(year=card.plan.year, quarter=when)
    return Brief(
        f"{card.plan.name} {card.plan.year} {when}",
        card.plan.name,
        f"{source.office}  {told}",
        foot_words(card, source.sample, source.day),
        QCoreApplication.translate("Brief", "Page {page} of {pages}"),
        ((_standing(card), _table(card), *_told(source)), tuple(_second_page(source))),
    )


def foot_words(card: Scorecard, sample: bool, day: str = "") -> str:
    """By which pack, whether the bureau confirmed it, whether the values are made up or those of a past day."""
    words = [QCoreApplication.translate("Brief", "Rule pack %1").replace("%1", card.pack.id)]
    if not card.pack.confirmation.confirmed:
        words.append(QCoreApplication.translate("Brief", "not confirmed by the finance bureau"))
    if day:
        words.append(QCoreApplication.translate("Brief", "as of the end of %1").replace("%1", day))
    if sample:
        words.append(QCoreApplication.translate("Brief", "sample data"))
    return QCoreApplication.translate("Brief", ", ").join(words)


def bands_of(card: Scorecard) -> list[tuple[str, float]]:
    """The rating bands of a card, the lowest first."""
    return [(rating.value, float(begin)) for begin, rating in reversed(card.pack.ratings)]


def _standing(card: Scorecard) -> StandingBlock:
    parts = []
    for each in card.level1():
        share = float(each.points / each.full) if each.full and each.reported else None
        points = formatting.points(each.points if each.reported else None)
        parts.append(Part(short_level(each.level1), points, _of(shortest(each.full)), share))
    execution = card.execution
    spent = None if execution.executed is None else execution.points
    share = float(spent / execution.weight) if spent is not None and execution.weight else None
    name = QCoreApplication.translate("Brief", "Execution")
    parts.append(Part(name, formatting.points(spent), _of(shortest(execution.weight)), share))
    missing = len(card.missing)
    note = QCoreApplication.translate("Brief", "%n indicator(s) not reported", "", missing) if missing else ""
    told = card.reported
    return StandingBlock(
        QCoreApplication.translate("Brief", "Total"),
        formatting.points(card.total if told else None),
        card.rating.value if told else "",
        note,
        float(card.total) if told else None,
        bands_of(card),
        parts,
    )


def _of(full: str) -> str:
    return QCoreApplication.translate("Brief", "of %1").replace("%1", full)


def _table(card: Scorecard) -> Table:
    translate = QCoreApplication.translate
    columns = (
        Column(translate("Brief", "Level 1"), 68),
        Column(translate("Brief", "Light"), 84),
        Column(translate("Brief", "Indicator")),
        Column(translate("Brief", "Target"), 96, right=True),
        Column(translate("Brief", "Actual"), 88, right=True),
        Column(translate("Brief", "Weight"), 52, right=True),
        Column(translate("Brief", "Score"), 60, right=True),
        Column(translate("Brief", "Lost"), 60, right=True),
    )
    rows = [_row(card.scores[i], i == 0 or card.scores[i - 1].indicator.level1) for i in range(len(card.scores))]
    execution = card.execution
    spent = None if execution.executed is None else execution.points
    light = Light.GREY if execution.executed is None else execution.light
    lost = execution.weight - execution.points
    rows.append((
        Cell(translate("Brief", "Execution"), tone="text-2"), Cell(light_word(light.value), light.value),
        Cell(translate("Brief", "Budget execution (10,000 yuan)")), Cell(formatting.money(execution.budget)),
        Cell(formatting.money(execution.executed)), Cell(shortest(execution.weight), tone="text-2"),
        Cell(formatting.points(spent), bold=bool(lost)), Cell(formatting.loss(lost)),
    ))  # fmt: skip
    whole = tuple(i for i, score in enumerate(card.scores) if score.lost == 0 and score.light is Light.GREEN)

    def rest(count: int) -> str:
        return translate("Brief", "%n more line(s), in the program", "", count)

    return Table(columns, tuple(rows), tuple(reversed(whole)), rest)


def _told(source: CardSource) -> list[Block]:
    """The goal in words and what should be looked into, where there is any."""
    blocks: list[Block] = []
    goal = source.card.plan.goal.strip()
    if goal:
        blocks += [Heading(QCoreApplication.translate("Brief", "Goal of the year")), Prose((Paragraph("", (goal,)),))]
    if source.findings:
        told = Prose(tuple(Paragraph("", (each,)) for each in source.findings), _more)
        blocks += [Heading(QCoreApplication.translate("Brief", "To look into")), told]
    return blocks


def _more(count: int) -> str:
    return QCoreApplication.translate("Brief", "%n more, in the program", "", count)


def _row(score: Score, before: str | bool) -> tuple[Cell, ...]:
    item = score.indicator
    level = "" if before == item.level1 else short_level(item.level1)
    light = Cell(QCoreApplication.translate("Brief", "not applicable"), tone="text-2")
    if not score.excluded:
        light = Cell(light_word(score.light.value), score.light.value)
    lost = score.lost if not score.excluded else 0
    return (
        Cell(level, tone="text-2"), light, Cell(item.name), Cell(print_target(score.target) or formatting.NOTHING),
        Cell(actual_words(score)), Cell(shortest(item.weight if score.excluded else score.full), tone="text-2"),
        Cell(formatting.points(score.points), bold=bool(lost)), Cell(formatting.loss(lost)),
    )  # fmt: skip


def _second_page(source: CardSource) -> list[Block]:
    translate = QCoreApplication.translate
    card, quarter = source.card, source.quarter
    spending = translate("Brief", "Budget execution")
    waterfall, trend, curve = WaterfallChart(), TrendChart(), ExecutionCurve()
    shown = reading.waterfall_of(card, spending, translate("Brief", "Cap"))
    waterfall.show_waterfall(shown)
    curve.show_execution(reading.execution_trend(source.cards, quarter, spending))
    lost = translate("Brief", "%1 in all").replace("%1", formatting.points(shown.lost))
    blocks: list[Block] = [
        Heading(translate("Brief", "Points lost"), lost),
        _drawn(waterfall, _WATERFALL),
    ]
    right = (Heading(spending, translate("Brief", "10,000 yuan")), _drawn(curve, _CHART))
    row = trend_row(card, source.row)
    if row is None:
        blocks.append(Beside(right, ()))
    else:
        trend.show_trend(reading.trend_of(source.cards, row, quarter, source.earlier))
        name = card.scores[row].indicator.name
        blocks.append(Beside((Heading(translate("Brief", "Trend"), name), _drawn(trend, _CHART)), right))
    blocks += [Heading(translate("Brief", "Causes and remedies")), _causes(source)]
    blocks += [Heading(translate("Brief", "How the largest losses came about")), _explained(source)]
    return blocks


def trend_row(card: Scorecard, chosen: int) -> int | None:
    """The indicator whose trend is worth a place: the one chosen, else the one that lost most of what was reported."""
    if 0 <= chosen < len(card.scores) and card.scores[chosen].points is not None:
        return chosen
    rows = [i for i, score in enumerate(card.scores) if score.points is not None]
    return max(rows, key=lambda i: card.scores[i].lost, default=None)


def _drawn(chart: Chart, high: float) -> Drawing:
    """A chart at the width it is given, with its legend above it."""

    def draw(painter: QPainter, box: QRectF) -> None:
        entries = chart.legend()
        if entries:
            draw_entries(painter, entries, box.right() - entries_width(entries), box.y() + 8)
        area = box.adjusted(0, 20 if entries else 0, 0, 0)
        chart.setMinimumSize(1, 1)
        chart.resize(round(area.width()), round(area.height()))
        ratio = painter.deviceTransform().m11()
        chart.paint_chart(painter, QRectF(area.x(), area.y(), chart.width(), chart.height()), ratio)

    return Drawing(high, draw)


def _causes(source: CardSource) -> Prose:
    translate = QCoreApplication.translate
    found = []
    for score in sorted(source.card.scores, key=lambda score: -score.lost):
        if score.excluded or (score.lost == 0 and score.light is not Light.BLUE):
            continue
        told = [score.indicator.deviations[past] for past in source.quarter.up_to if past in score.indicator.deviations]
        lines = []
        if told and told[-1].cause.strip():
            lines.append(translate("Brief", "Cause: %1").replace("%1", told[-1].cause.strip()))
        if told and told[-1].remedy.strip():
            lines.append(translate("Brief", "Remedy: %1").replace("%1", told[-1].remedy.strip()))
        if lines:
            lost = formatting.loss(score.lost)
            found.append(Paragraph(f"{score.indicator.name}  {lost if score.lost else ''}".strip(), tuple(lines)))
    if not found:
        found.append(Paragraph(translate("Brief", "None was given yet"), ()))
    return Prose(tuple(found), _more)


def _explained(source: CardSource) -> Prose:
    card, speaker = source.card, source.speaker
    lost = [(score.lost, i) for i, score in enumerate(card.scores) if not score.excluded and score.lost > 0]
    if card.execution.weight > card.execution.points:
        lost.append((card.execution.weight - card.execution.points, len(card.scores)))
    lost.sort(key=lambda pair: (-pair[0], pair[1]))
    found = []
    for points, row in lost[:_EXPLAINED]:
        of_item = row < len(card.scores)
        steps = explain(card.scores[row], card) if of_item else explain_execution(card)
        name = card.scores[row].indicator.name if of_item else QCoreApplication.translate("Brief", "Budget execution")
        lines = [
            f"{speaker.topic(step.topic)}  {speaker.step(step)}"
            for step in steps
            if step.topic not in _COMMON and not step.depth
        ]
        found.append(Paragraph(f"{name}  {formatting.loss(points)}", tuple(lines)))
    if not found:
        found.append(Paragraph(QCoreApplication.translate("Brief", "Nothing was lost"), ()))
    return Prose(tuple(found), lambda count: QCoreApplication.translate("Brief", "%n more, in the program", "", count))
