"""年度对比: a plan's years side by side; what was renamed stands under the name of now with the names it had."""

from collections.abc import Callable
from dataclasses import dataclass

from perftrack.domain.scorecards import Scorecard
from perftrack.domain.targets import print_target
from perftrack.services.earlier import YearsTable
from ui import formatting
from ui.delegates.roles import Look
from ui.models.rows import RIGHT, Column, RowsModel


@dataclass(frozen=True, slots=True)
class YearCell:
    """What a row says of one year: value, target (or budget), points; a year without it is None."""

    actual: str
    target: str
    points: str


@dataclass(frozen=True, slots=True)
class YearsRow:
    """An indicator, the execution or the total through the years. ``before``: other names it had, with their years."""

    name: str
    cells: tuple[YearCell | None, ...]
    before: str = ""
    total: bool = False


class YearsModel(RowsModel[YearsRow]):
    """Name, then value over target and score of each year, the latest first."""

    def __init__(self) -> None:
        self.years: tuple[int, ...] = ()
        super().__init__()

    def show_table(self, table: YearsTable) -> None:
        """Show other years."""
        self.years = table.years
        rows = [_indicator(table, place) for place in range(len(table.lines))]
        rows.append(YearsRow(self.tr("Budget execution"), tuple(_execution(card) for card in table.cards)))
        rows.append(YearsRow(self.tr("Total"), tuple(_total(card) for card in table.cards), total=True))
        self.show_rows(rows)

    def columns(self) -> list[Column[YearsRow]]:
        found: list[Column[YearsRow]] = [
            Column(
                "name", lambda: self.tr("Indicator"), lambda row: row.name, _name_look, spoken=lambda row: row.before
            )
        ]
        for place, year in enumerate(self.years):
            found.append(self._values(place, year))
            found.append(self._points(place, year))
        return found

    def cells(self) -> list[list[str]]:
        """The table with its head, for a spreadsheet: names had before and targets in columns of their own."""
        head = [self.tr("Indicator"), self.tr("Earlier names")]
        for year in self.years:
            for words in (self.tr("%1 target"), self.tr("%1 actual"), self.tr("%1 score")):
                head.append(words.replace("%1", str(year)))
        lines = [head]
        for row in self.rows():
            line = [row.name, row.before]
            for cell in row.cells:
                line += ["", "", ""] if cell is None else [cell.target, cell.actual, cell.points]
            lines.append(line)
        return lines

    def _values(self, place: int, year: int) -> Column[YearsRow]:
        def words(row: YearsRow) -> str:
            cell = row.cells[place]
            return formatting.NOTHING if cell is None else cell.actual

        def look(row: YearsRow) -> Look:
            cell = row.cells[place]
            return Look(right=True, bold=row.total, subtext=cell.target if cell else "", group_end=row.total)

        def spoken(row: YearsRow) -> str:
            cell = row.cells[place]
            return cell.target if cell else ""

        title = self._titled(self.tr("%1 actual"), year)
        return Column(f"actual {year}", title, words, look, spoken=spoken, align=RIGHT)

    def _points(self, place: int, year: int) -> Column[YearsRow]:
        def words(row: YearsRow) -> str:
            cell = row.cells[place]
            return formatting.NOTHING if cell is None else cell.points

        def look(row: YearsRow) -> Look:
            return Look(right=True, bold=row.total or place == 0, group_end=row.total)

        return Column(f"points {year}", self._titled(self.tr("%1 score"), year), words, look, align=RIGHT)

    @staticmethod
    def _titled(words: str, year: int) -> Callable[[], str]:
        return lambda: words.replace("%1", str(year))


def _name_look(row: YearsRow) -> Look:
    return Look(bold=row.total, subtext=row.before, group_end=row.total)


def _indicator(table: YearsTable, place: int) -> YearsRow:
    line = table.lines[place]
    cells, names = [], []
    for year, score in zip(table.years, line.scores, strict=True):
        if score is None:
            cells.append(None)
            continue
        target = print_target(score.target) or formatting.NOTHING
        cells.append(YearCell(score.actual_text or formatting.NOTHING, target, formatting.points(score.points)))
        if score.indicator.name != line.indicator.name:
            names.append(f"{year} {score.indicator.name}")
    return YearsRow(line.indicator.name, tuple(cells), "　".join(names))


def _execution(card: Scorecard | None) -> YearCell | None:
    if card is None:
        return None
    execution = card.execution
    rate = formatting.percent(execution.rate)
    return YearCell(rate, formatting.money(execution.budget), formatting.points(execution.points))


def _total(card: Scorecard | None) -> YearCell | None:
    return None if card is None else YearCell(card.rating.value, "", formatting.points(card.total))
