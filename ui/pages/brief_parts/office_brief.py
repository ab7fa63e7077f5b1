"""The brief of a year: the department and its plans, then the roll-up, who to speak to, and what costs most."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from perftrack.domain.decimals import HUNDRED
from perftrack.domain.rollup import Pace, Rollup
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.targets import print_target
from perftrack.domain.terms import Light
from perftrack.services.messages import Speaker
from perftrack.services.reporting import Overview
from ui import formatting
from ui.charts.multiples import Group, Multiples, Scale, Tile
from ui.delegates.lights import ORDER, light_word
from ui.models.heat import heat_cells, heat_names
from ui.models.losses import to_look_at
from ui.models.rollup_table import RollupTable, group_rows
from ui.models.standing_table import StandingTable, standings
from ui.pages.brief_parts.card_brief import bands_of, foot_words
from ui.printing.blocks import Block, Cell, Column, Drawing, Heading, Table
from ui.printing.brief import COLUMN, Brief
from ui.printing.standing import Part, StandingBlock

_ACROSS = Qt.Orientation.Horizontal
_SPOKEN_TO = (Pace.BEHIND, Pace.SILENT)
#: More plans have no room for a course each; a scale begins at one of these.
_MOST_COURSES, _FLOORS = 12, (80.0, 60.0, 40.0)
_LIGHTS = {light.value: light for light in Light}


@dataclass(frozen=True, slots=True)
class OfficeSource:
    """What the brief of a year is made of."""

    office: str
    overview: Overview
    rollup: Rollup
    speaker: Speaker
    sample: bool
    day: str = ""
    """The past day shown, as ISO text."""


def office_brief(source: OfficeSource) -> Brief:
    """Two pages about a year."""
    translate = QCoreApplication.translate
    overview = source.overview
    when = source.speaker.quarter(overview.quarter)
    told = translate("Brief", "{year}, to the end of {quarter}").format(year=overview.year, quarter=when)
    cards = [row.card for row in overview.rows if row.card.plan.dropped is None]
    return Brief(
        f"{source.office} {overview.year} {when}",
        source.office,
        told,
        foot_words(cards[0], source.sample, source.day) if cards else "",
        translate("Brief", "Page {page} of {pages}"),
        (
            (
                _standing(source, cards),
                Heading(translate("Brief", "Plans"), _count(len(cards))),
                _plans(cards),
                *_courses(overview),
            ),
            tuple(_second_page(source, cards)),
        ),
    )


def _count(count: int) -> str:
    return QCoreApplication.translate("Brief", "%n plan(s)", "", count)


def _standing(source: OfficeSource, cards: list[Scorecard]) -> StandingBlock:
    translate = QCoreApplication.translate
    card, projects = source.rollup.department, source.rollup.projects
    told = card if card is not None and card.reported else None
    parts = []
    for name, total in (
        (translate("Brief", "Projects by budget"), projects.weighted),
        (translate("Brief", "Unweighted"), projects.unweighted),
    ):
        rating = source.rollup.rating(total)
        share = None if total is None else float(total / HUNDRED)
        parts.append(Part(name, formatting.points(total), rating.value if rating else "", share))
    rate = projects.rate if card is None else card.execution.rate
    gone = translate("Brief", "year gone %1").replace("%1", formatting.percent(source.overview.year_gone, 0))
    share = None if rate is None else min(1.0, float(rate / HUNDRED))
    parts.append(Part(translate("Brief", "Execution"), formatting.percent(rate), gone, share))
    counts = (f"{light_word(light)} {source.overview.lights.get(_LIGHTS[light], 0)}" for light in ORDER)
    bands = bands_of(cards[0]) if cards else []
    return StandingBlock(
        translate("Brief", "Department total"),
        formatting.points(told.total if told else None),
        told.rating.value if told else "",
        "  ".join(counts),
        float(told.total) if told else None,
        bands,
        parts,
    )


def _plans(cards: list[Scorecard]) -> Table:
    translate = QCoreApplication.translate
    names = heat_names(cards)
    columns = (
        Column(translate("Brief", "Light"), 76),
        Column(translate("Brief", "Plan")),
        Column(translate("Brief", "Section"), 104),
        Column(translate("Brief", "Total"), 76, right=True),
        Column(translate("Brief", "Execution"), 64, right=True),
        *(Column(f"{name}%", 60, right=True) for name in names),
    )
    rows = tuple(_plan_row(card, names) for card in cards)
    best = sorted(range(len(cards)), key=lambda i: (not cards[i].reported, -cards[i].total))

    def rest(count: int) -> str:
        return translate("Brief", "%n more plan(s) with higher totals, in the program", "", count)

    return Table(columns, rows, tuple(best), rest)


def _courses(overview: Overview) -> list[Block]:
    """A small course of each plan on one scale, where there are few enough for a page."""
    kept = [row for row in overview.rows if row.card.plan.dropped is None]
    if not 1 < len(kept) <= _MOST_COURSES:
        return []
    known = [float(total) for row in kept for total in row.totals if total]
    low = next((floor for floor in _FLOORS if known and floor <= min(known)), 0.0)
    ratings = [float(points) for points, _ in kept[0].card.pack.ratings if float(points) > low]
    marks = [(value, f"{value:g}") for value in (low, *ratings, 100.0)]
    tiles = [
        Tile(
            row.card.plan.id, row.card.plan.name, formatting.points(row.card.total if row.card.reported else None), "",
            lambda row=row: [float(total) if total else None for total in row.totals],
        )
        for row in kept
    ]  # fmt: skip
    view = Multiples()
    title = QCoreApplication.translate("Brief", "Totals by quarter, one scale for all")
    view.show_groups([Group(title, tuple(tiles))], Scale(low, 100.0, tuple(marks)))

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.save()
        painter.translate(box.topLeft())
        view.paint_group(painter, 0, round(box.width()))
        painter.restore()

    return [Drawing(view.group_height(0, round(COLUMN)), draw)]


def _plan_row(card: Scorecard, names: tuple[str, ...]) -> tuple[Cell, ...]:
    total = f"{formatting.points(card.total)} {card.rating.value}" if card.reported else formatting.NOTHING
    spent: Decimal | None = card.execution.rate
    heat = {cell.first: cell.words for cell in heat_cells(card, names) if not cell.label}
    return (
        Cell(light_word(card.light.value), card.light.value),
        Cell(card.plan.name),
        Cell(card.plan.section or "", tone="text-2"),
        Cell(total, bold=True),
        Cell(formatting.percent(spent)),
        *(Cell(heat.get(i, "")) for i in range(len(names))),
    )


def _second_page(source: OfficeSource, cards: list[Scorecard]) -> list[Block]:
    translate = QCoreApplication.translate
    blocks: list[Block] = [Heading(translate("Brief", "Department roll-up")), _groups(source)]
    spoken_to = [row for row in standings(source.rollup.projects.cards) if row.pace in _SPOKEN_TO]
    blocks.append(Heading(translate("Brief", "Behind or silent"), _count(len(spoken_to))))
    model = StandingTable()
    keys = ("pace", "plan", "section", "total", "execution", "why")
    columns = tuple(
        Column(str(model.headerData(model.column(key), _ACROSS)), width, right=key in ("total", "execution"))
        for key, width in zip(keys, (72, 0, 104, 76, 64, 210), strict=True)
    )
    model.show_rows(spoken_to)
    rows = tuple(
        tuple(
            Cell(str(model.index(i, model.column(key)).data()), bold=key == "pace" and row.pace is Pace.BEHIND)
            for key in keys
        )
        for i, row in enumerate(spoken_to)
    )
    blocks.append(Table(columns, rows, tuple(reversed(range(len(rows)))), _more))
    blocks.append(Heading(translate("Brief", "Indicators to look at")))
    blocks.append(_losses(source.overview))
    return blocks


def _groups(source: OfficeSource) -> Table:
    translate = QCoreApplication.translate
    model = RollupTable()
    rows = group_rows(
        source.rollup, translate("Brief", "Department"), translate("Brief", "All projects"),
        translate("Brief", "Without a section"),
    )  # fmt: skip
    model.show_rows(rows)
    keys = ("name", "plans", "budget", "rate", "weighted", "unweighted", *(pace.value for pace in Pace))
    widths = (0, 44, 84, 64, 84, 76, 48, 56, 48, 48)
    columns = tuple(
        Column(str(model.headerData(model.column(key), _ACROSS)), width, right=key != "name")
        for key, width in zip(keys, widths, strict=True)
    )
    cells = tuple(
        tuple(Cell(str(model.index(i, model.column(key)).data()), bold=row.strong) for key in keys)
        for i, row in enumerate(rows)
    )
    return Table(columns, cells, tuple(reversed(range(len(cells)))), _more)


def _losses(overview: Overview) -> Table:
    translate = QCoreApplication.translate
    columns = (
        Column(translate("Brief", "Light"), 76),
        Column(translate("Brief", "Indicator")),
        Column(translate("Brief", "Plan"), 200),
        Column(translate("Brief", "Target"), 92, right=True),
        Column(translate("Brief", "Actual"), 84, right=True),
        Column(translate("Brief", "Lost"), 56, right=True),
    )
    rows = tuple(
        (
            Cell(light_word(loss.score.light.value), loss.score.light.value),
            Cell(loss.score.indicator.name),
            Cell(loss.card.plan.name, tone="text-2"),
            Cell(print_target(loss.score.target) or formatting.NOTHING),
            Cell(loss.score.actual_text or formatting.NOTHING),
            Cell(formatting.loss(loss.score.lost), bold=True),
        )
        for loss in to_look_at(overview.losses)
    )
    return Table(columns, rows, tuple(reversed(range(len(rows)))), _more)


def _more(count: int) -> str:
    return QCoreApplication.translate("Brief", "%n more line(s), in the program", "", count)
