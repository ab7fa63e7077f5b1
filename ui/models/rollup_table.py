"""汇总: the department from above, a row per group of plans."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from perftrack.domain.rollup import Group, Pace, Rollup, pace_of
from perftrack.domain.rulepacks import RulePack
from perftrack.domain.scorecards import Scorecard
from ui import formatting
from ui.delegates.roles import Execution, Look
from ui.models.rows import RIGHT, Column, RowsModel

_NUMBER, _QUIET, _FAINT = Look(right=True), Look(tone="text-2", right=True), Look(tone="text-3", right=True)


def pace_word(pace: Pace) -> str:
    """Where a plan stands against its year: 超前 正常 落后 未报."""
    match pace:
        case Pace.AHEAD:
            return QCoreApplication.translate("Pace", "Ahead")
        case Pace.BEHIND:
            return QCoreApplication.translate("Pace", "Behind")
        case Pace.SILENT:
            return QCoreApplication.translate("Pace", "Silent")
        case _:
            return QCoreApplication.translate("Pace", "On course")


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group of plans, or the department's own plan with its ``card``."""

    name: str
    group: Group | None
    card: Scorecard | None
    pack: RulePack
    gone: float
    """Share of the year gone, 0-1."""
    strong: bool = False

    @property
    def budget(self) -> Decimal:
        """In 万元."""
        return self.group.budget if self.group is not None else self._card.plan.budget

    @property
    def executed(self) -> Decimal | None:
        """In 万元."""
        return self.group.executed if self.group is not None else self._card.execution.executed

    @property
    def rate(self) -> Decimal | None:
        """Execution in per cent."""
        return self.group.rate if self.group is not None else self._card.execution.rate

    @property
    def weighted(self) -> Decimal | None:
        """Points by budget; of one plan its own total."""
        if self.group is not None:
            return self.group.weighted
        return self._card.total if self._card.reported else None

    @property
    def unweighted(self) -> Decimal | None:
        """Points, every plan counting alike."""
        return self.group.unweighted if self.group is not None else None

    @property
    def _card(self) -> Scorecard:
        assert self.card is not None
        return self.card


def group_rows(rollup: Rollup, department: str, projects: str, without: str) -> list[GroupRow]:
    """The department's plan, all projects, then the sections; the three words name what has no name."""
    gone = int(rollup.quarter) / 4
    rows = []
    if rollup.department is not None:
        rows.append(GroupRow(department, None, rollup.department, rollup.pack, gone, True))
    rows.append(GroupRow(projects, rollup.projects, None, rollup.pack, gone, True))
    if len(rollup.sections) > 1:
        rows += [GroupRow(each.section or without, each, None, rollup.pack, gone) for each in rollup.sections]
    return rows


class RollupTable(RowsModel[GroupRow]):
    """Group, plans, money, both totals, then how many stand where."""

    def columns(self) -> list[Column[GroupRow]]:
        return [
            Column("name", lambda: self.tr("Group"), lambda row: row.name, lambda row: Look(bold=row.strong)),
            Column("plans", lambda: self.tr("Plans"), _plans, lambda _row: _QUIET, _count_plans, align=RIGHT),
            Column(
                "budget", lambda: self.tr("Budget"), lambda row: formatting.money(row.budget), lambda _row: _QUIET,
                lambda row: row.budget, align=RIGHT,
            ),
            Column("rate", lambda: self.tr("Execution"), _rate, _execution, lambda row: row.rate, self._spent),
            Column(
                "weighted", lambda: self.tr("By budget"), lambda row: _total(row, row.weighted), lambda row: _look(row),
                lambda row: row.weighted, align=RIGHT,
            ),
            Column(
                "unweighted", lambda: self.tr("Unweighted"), lambda row: _total(row, row.unweighted),
                lambda row: _look(row), lambda row: row.unweighted, align=RIGHT,
            ),
            *(self._pace(pace) for pace in (Pace.AHEAD, Pace.ON_COURSE, Pace.BEHIND, Pace.SILENT)),
        ]  # fmt: skip

    def _spent(self, row: GroupRow) -> str:
        words = self.tr("%1 of %2 (10,000 yuan)")
        return words.replace("%1", formatting.money(row.executed)).replace("%2", formatting.money(row.budget))

    def _pace(self, pace: Pace) -> Column[GroupRow]:
        def count(row: GroupRow) -> int:
            if row.group is not None:
                return row.group.paces[pace]
            return int(row.card is not None and pace_of(row.card) is pace)

        def look(row: GroupRow) -> Look:
            if not count(row):
                return _FAINT
            loud = pace in (Pace.BEHIND, Pace.SILENT)
            return Look(right=True, bold=loud, tone="red" if pace is Pace.BEHIND else "text")

        return Column(
            pace.value, lambda: pace_word(pace), lambda row: str(count(row)) if count(row) else formatting.NOTHING,
            look, count, align=RIGHT,
        )  # fmt: skip


def _plans(row: GroupRow) -> str:
    return str(_count_plans(row))


def _count_plans(row: GroupRow) -> int:
    return len(row.group.cards) if row.group is not None else 1


def _total(row: GroupRow, total: Decimal | None) -> str:
    return formatting.NOTHING if total is None else f"{formatting.points(total)} {row.pack.rating(total).value}"


def _look(row: GroupRow) -> Look:
    return Look(right=True, bold=row.strong)


def _rate(row: GroupRow) -> str:
    return formatting.percent(row.rate)


def _execution(row: GroupRow) -> Look:
    light = row.card.execution.light.value if row.card is not None else ""
    return Look(draw=Execution(None if row.rate is None else float(row.rate) / 100, row.gone, light))
