"""The visible page of a collection form: head, the tables in the form's shape, what may be typed where."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Fund, Indicator, Plan
from perftrack.domain.rubrics import Rubric
from perftrack.domain.sheets.wording import QUARTER_WORDS
from perftrack.domain.targets import TargetKind, print_target, read_target
from perftrack.domain.units import Breakdown
from perftrack.services import collectionform as form
from perftrack.services.exporting.collection_cells import (
    BEFORE,
    CAUSE,
    COLUMNS,
    COUNTED,
    COUNTED_TOLD,
    LEVEL1,
    LEVEL2,
    LINE,
    LOCKED,
    NAME,
    NOTE,
    NUMBER,
    REMEDY,
    SHARE,
    SIZE,
    TARGET,
    VALUE,
    PageCells,
    asked,
)
from perftrack.services.exporting.collection_limits import money_formula, money_warning, share_limits
from perftrack.services.exporting.collection_units import UnitsTable
from perftrack.services.exporting.heights import COLUMN_EXTRA, PIXELS_PER_CHARACTER, line_count
from perftrack.services.exporting.readback import address
from perftrack.services.typedforms import shown

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]


class PageWriter:
    """Writes one page. ``until`` is the day to send the form back by, as it shall read; "" says nothing of it."""

    def __init__(
        self, book: "Workbook", page: "Worksheet", plan: Plan, made: form.Stamp, until: str,
        breakdowns: Mapping[str, Breakdown],
        criteria: Mapping[str, Rubric],
    ) -> None:  # fmt: skip
        self._page, self._plan, self._made, self._until, self._criteria = page, plan, made, until, criteria
        self._cells = PageCells(book, page, made.plan)
        self._units = UnitsTable(self._cells, page, plan, made, breakdowns)
        self._quarter = Quarter(made.quarter)
        self._row = 0

    def write(self) -> None:
        """Head, indicators, funds, units, then paper and protection."""
        for column, (_, width) in enumerate(COLUMNS):
            self._page.set_column(column, column, width)
        self._head()
        first = self._row
        self._cells.titles(self._row, [words for words, _ in COLUMNS])
        self._row += 1
        for indicator, row in zip(self._plan.indicators, self._made.indicators, strict=True):
            self._indicator(indicator, row)
        self._levels(first + 1)
        if self._plan.funds:
            self._row += 1
            self._fund_titles()
            for fund, money in zip(self._plan.funds, self._made.funds, strict=True):
                self._fund(fund, money)
        if self._made.units:
            self._row = self._units.write(self._row + 1)
        self._finish(first)

    def _head(self) -> None:
        words = QUARTER_WORDS[self._quarter]
        made = self._made
        self._line(f"{made.year}年{words}绩效填报表", 26, font_size=16, bold=True, align="center")
        due = f"　　请于 {self._until} 前交回" if self._until else ""
        self._line(f"单位：{made.office}　　计划：{made.plan}", 18)
        written = datetime.fromisoformat(made.written)
        day = f"{written.year}年{written.month}月{written.day}日"
        self._line(f"年度：{made.year}　　季度：{words}（1-{self._quarter.last_month}月）　　制表：{day}{due}", 18)
        kinds = [kind for kind in COUNTED_TOLD if any(row.counted == kind for row in made.indicators)]
        told = "；".join(f"“{kind}”填{COUNTED_TOLD[kind]}" for kind in kinds)
        owners = "、".join(dict.fromkeys(row.kind for row in made.indicators if row.kind))
        rules = [
            "填写：只填浅黄色的格，填完保存后原样交回，不要改编号。工作表受保护（无密码），只为防止误改。",
            f"口径：{told}。" if told else "",
            "比率可填分数，如 1188/1320；没有发生的不要填 0，留空即未报。未完成的请写偏差原因和改进措施。",
            f"由{owners}填报的指标只填最下面表里各单位的值，全单位的值由程序得出。" if owners else "",
            "选“部分达成”“未达成”或另定比例的，请在备注里写明依据。" if "等级" in kinds else "",
            "佐证资料和预算调整不在本表填写，请另行交回，由制表人录入。",
        ]
        for rule in rules:
            if rule:
                self._line(rule, 0, font_color=LOCKED)
        self._row += 1

    def _line(self, text: str, height: float, **look: Any) -> None:
        width = sum(PIXELS_PER_CHARACTER * width + COLUMN_EXTRA for _, width in COLUMNS)
        lines = line_count(text, width - 8, look.get("font_size", SIZE))
        self._page.set_row(self._row, max(height, lines * LINE + 2))
        self._page.merge_range(self._row, 0, self._row, NOTE, "", self._cells.format(text_wrap=True, **look))
        self._cells.text(self._row, 0, text, text_wrap=True, **look)
        self._row += 1

    def _indicator(self, indicator: Indicator, row: form.IndicatorRow) -> None:
        target = read_target(indicator.target, indicator.level1, indicator.level2)
        at, words = self._row, target.kind is TargetKind.WORDS
        wrap = {"border": 1, "text_wrap": True}
        self._cells.text(at, NUMBER, row.code, border=1, align="center")
        self._cells.text(at, NAME, row.name, **wrap)
        self._cells.text(at, TARGET, print_target(target) or row.target, align="right", **wrap)
        self._cells.text(at, BEFORE, self._before(indicator), align="right", font_color=LOCKED, **wrap)
        if row.kind:
            self._cells.text(at, VALUE, row.printed, align="right", font_color=LOCKED, **wrap)
        elif form.takes_value(indicator):
            self._cells.input(at, VALUE, row.value, align="right")
            self._page.data_validation(
                at, VALUE, at, VALUE, asked(row.counted, row.target, more=self._meant(indicator), words=words)
            )
        else:
            word = "不适用" if indicator.excluded is not None else "—"
            self._cells.text(at, VALUE, word, align="right", font_color=LOCKED, **wrap)
        self._cells.text(at, COUNTED, row.counted, border=1, align="center", font_color=LOCKED)
        if row.kind:
            self._cells.text(at, SHARE, row.share, border=1, align="right", font_color=LOCKED)
        elif form.takes_share(indicator):
            self._cells.number(at, SHARE, row.share, "General")
            self._page.data_validation(
                at, SHARE, at, SHARE, share_limits(address(at, VALUE), address(at, SHARE), words)
            )
        else:
            self._cells.text(at, SHARE, "", border=1)
        for column, text in ((CAUSE, row.cause), (REMEDY, row.remedy), (NOTE, row.note)):
            self._cells.input(at, column, text)
        texts = {NAME: row.name, TARGET: row.target, VALUE: row.value, CAUSE: row.cause, REMEDY: row.remedy,
                 NOTE: row.note, LEVEL2: row.level2, LEVEL1: row.level1}  # fmt: skip
        self._cells.grow(at, texts)
        self._row += 1

    def _meant(self, indicator: Indicator) -> str:
        """What the grades of an indicator mean, as the office has written it down."""
        return "".join(f"{grade}：{text}。" for grade, text in self._criteria.get(indicator.id, {}).items())

    def _before(self, indicator: Indicator) -> str:
        """上期: the quarter before in the same form, in the first quarter what the year before achieved."""
        if self._quarter.previous is None:
            return indicator.prior_actual or "—"
        return shown(indicator.actuals.get(self._quarter.previous))

    def _levels(self, first: int) -> None:
        """一级 and 二级 merged over equal neighbours, as on paper."""
        rows = self._made.indicators
        look = {"border": 1, "text_wrap": True}
        for column, key in ((LEVEL1, lambda row: (row.level1,)), (LEVEL2, lambda row: (row.level1, row.level2))):
            start = 0
            for place in range(1, len(rows) + 1):
                if place < len(rows) and key(rows[place]) == key(rows[start]):
                    continue
                if place - start > 1:
                    self._page.merge_range(
                        first + start, column, first + place - 1, column, "", self._cells.format(**look)
                    )
                self._cells.text(first + start, column, key(rows[start])[-1], **look)
                start = place

    def _fund_titles(self) -> None:
        words = [form.NUMBER, form.SOURCE, "", "", "全年预算数", "上期累计", form.EXECUTED, "单位", "提示", "", "", ""]
        self._cells.titles(self._row, words, ((LEVEL1, NAME), (SHARE, NOTE)))
        self._row += 1

    def _fund(self, fund: Fund, row: form.FundRow) -> None:
        at = self._row
        earlier = fund.executed_by(self._quarter.previous) if self._quarter.previous else None
        money = {"border": 1, "align": "right", "num_format": "0.00####"}
        self._cells.text(at, NUMBER, row.code, border=1, align="center")
        self._page.merge_range(at, LEVEL1, at, NAME, "", self._cells.format(border=1, text_wrap=True))
        self._cells.text(at, LEVEL1, row.source, border=1, text_wrap=True)
        self._page.write_number(at, TARGET, fund.budget, self._cells.format(**money))
        if earlier is None:
            self._cells.text(at, BEFORE, "—", border=1, align="right", font_color=LOCKED)
        else:
            self._page.write_number(at, BEFORE, earlier, self._cells.format(font_color=LOCKED, **money))
        self._cells.number(at, VALUE, row.executed, "0.00####")
        self._page.data_validation(at, VALUE, at, VALUE, {
            "validate": "decimal", "criteria": ">=", "value": 0, "ignore_blank": True, "error_type": "stop",
            "error_title": "请填数字", "error_message": "只能填不小于 0 的数，单位万元",
            "input_title": "填写", "input_message": f"从1月到{self._quarter.last_month}月末的累计数，单位万元",
        })  # fmt: skip
        self._cells.text(at, COUNTED, "万元", border=1, align="center", font_color=LOCKED)
        self._page.merge_range(at, SHARE, at, NOTE, "", self._cells.format(border=1, font_color="#855300"))
        warning = money_warning(Decimal(row.executed) if row.executed else None, fund.budget, earlier)
        self._page.write_formula(
            at, SHARE, money_formula(address(at, VALUE), fund.budget, earlier),
            self._cells.format(border=1, font_color="#855300"), warning,
        )  # fmt: skip
        self._page.set_row(at, 22)
        self._row += 1

    def _finish(self, header: int) -> None:
        page = self._page
        page.set_paper(9)
        page.set_landscape()
        page.set_margins(0.47, 0.47, 0.5, 0.6)
        page.center_horizontally()
        page.fit_to_pages(1, 0)
        page.repeat_rows(header)
        page.print_area(0, 0, self._row - 1, NOTE)
        page.set_footer('&C&"宋体,Regular"&9第 &P 页，共 &N 页')
        page.hide_gridlines(2)
        page.freeze_panes(header + 1, 0)
        page.ignore_errors({"number_stored_as_text": f"A1:{address(self._row, NOTE)}"})
        page.protect("", {"format_rows": True, "format_columns": True})
        page.set_selection(header + 1, VALUE, header + 1, VALUE)
