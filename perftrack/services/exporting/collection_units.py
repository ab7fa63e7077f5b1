"""The table of a collection form in which units (社区, 网格党支部) report what is broken down over them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.targets import TargetKind, read_target
from perftrack.domain.terms import Across
from perftrack.domain.units import Breakdown, Unit
from perftrack.services import collectionform as form
from perftrack.services.exporting.collection_cells import (
    BEFORE,
    COUNTED,
    LEVEL1,
    LEVEL2,
    LOCKED,
    NAME,
    NOTE,
    NUMBER,
    SHARE,
    TARGET,
    VALUE,
    PageCells,
    asked,
)
from perftrack.services.units import yardstick

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_TITLES = [
    form.NUMBER, form.UNIT, "", form.OWNER, "指标值", "上期", form.VALUE, "口径", form.NOTE, "", "", "",
]  # fmt: skip


class UnitsTable:
    """Writes one row for each unit of each indicator that units report."""

    def __init__(
        self, cells: PageCells, page: "Worksheet", plan: Plan, made: form.Stamp, breakdowns: Mapping[str, Breakdown]
    ) -> None:
        self._cells, self._page, self._made = cells, page, made
        self._indicators = {indicator.id: indicator for indicator in plan.indicators}
        self._breakdowns = breakdowns

    def write(self, row: int) -> int:
        """Writes the table from ``row`` on; the row below it."""
        self._cells.titles(row, _TITLES, ((LEVEL1, LEVEL2), (SHARE, NOTE)))
        for place, unit in enumerate(self._made.units, start=row + 1):
            self._unit(place, unit)
        return row + 1 + len(self._made.units)

    def _unit(self, at: int, row: form.UnitRow) -> None:
        indicator, broken = self._indicators[row.indicator], self._breakdowns[row.indicator]
        unit = next(each for each in broken.units if each.id == row.unit)
        wrap = {"border": 1, "text_wrap": True}
        self._cells.text(at, NUMBER, row.code, border=1, align="center")
        self._page.merge_range(at, LEVEL1, at, LEVEL2, "", self._cells.format(**wrap))
        self._cells.text(at, LEVEL1, row.name, **wrap)
        self._cells.text(at, NAME, row.owner, font_color=LOCKED, **wrap)
        mine = yardstick(broken, unit, indicator.target) or "—"
        self._cells.text(at, TARGET, mine, align="right", **wrap)
        self._cells.text(at, BEFORE, self._before(broken, unit), align="right", font_color=LOCKED, **wrap)
        self._cells.input(at, VALUE, row.value, align="right")
        target = read_target(indicator.target, indicator.level1, indicator.level2)
        more = "填分数，如 1188/1320。" if broken.across is Across.POOLED else ""
        words = target.kind is TargetKind.WORDS  # a share may stand behind the grade: 部分达成 70%
        self._page.data_validation(
            at, VALUE, at, VALUE, asked(row.counted, row.target, more=more, words=words, stop=False)
        )
        self._cells.text(at, COUNTED, row.counted, border=1, align="center", font_color=LOCKED)
        self._page.merge_range(at, SHARE, at, NOTE, "", self._cells.format(**wrap))
        self._cells.input(at, SHARE, row.note)
        for column in range(SHARE + 1, NOTE + 1):
            self._cells.input(at, column, "")
        self._cells.grow(at, {LEVEL2: row.name, NAME: row.owner, TARGET: mine, VALUE: row.value}, least=1)

    def _before(self, broken: Breakdown, unit: Unit) -> str:
        quarter = Quarter(self._made.quarter).previous
        given = broken.values.get(quarter, {}).get(unit.id) if quarter else None
        return given.value if given else "—"
