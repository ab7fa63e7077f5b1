"""自评报告: a short self-evaluation report, its numbers and tables from the scorecard, its prose left open.

Outline: 项目支出绩效评价报告（参考提纲）, annex of 财预〔2020〕10号, shortened to a self-evaluation. What only
the office can write is marked 【待补充：…】.
"""

from collections.abc import Sequence
from decimal import Decimal

from perftrack.domain.decimals import EXACT, HUNDRED, ZERO, divide, money, plain, rounded, shortest
from perftrack.domain.periods import Quarter, months_label
from perftrack.domain.plans import Department
from perftrack.domain.scorecards import Scorecard, Subtotal
from perftrack.domain.scoring import Score
from perftrack.domain.sheets.blocks import amount, put_signatures, put_title
from perftrack.domain.sheets.grid import NOT_THERE, Area, Builder, Sheet, Sum
from perftrack.domain.sheets.summary import losing, problem, remedies
from perftrack.domain.sheets.wording import EXCLUDED_WORD, deviation, notes, until
from perftrack.domain.terms import PlanKind

PROJECT_TITLE = "项目支出绩效自评报告"
DEPARTMENT_TITLE = "部门（单位）整体支出绩效自评报告"
_COLUMNS = (7.0,) * 12
_INDENT = "　　"
_ROW, _LINE = 22.0, 20.0


def report_title(kind: PlanKind) -> str:
    """The official name of the report of a plan of ``kind``."""
    return PROJECT_TITLE if kind is PlanKind.PROJECT else DEPARTMENT_TITLE


def report_sheet(card: Scorecard, department: Department) -> Sheet:
    """The 自评报告 of ``card`` as of its quarter. Money in 万元, scores in points, rates in per cent."""
    return _Report(card, department).sheet()


class _Report:
    """Writes the report from the top down: headings, paragraphs, tables."""

    def __init__(self, card: Scorecard, department: Department) -> None:
        self.card, self.plan, self.department = card, card.plan, department
        self.grid = Builder(_COLUMNS, _ROW)
        self.months = "全年" if card.quarter is Quarter.Q4 else months_label(card.quarter.last_month)
        self.subject = "项目" if card.plan.kind is PlanKind.PROJECT else "部门"

    def sheet(self) -> Sheet:
        title = report_title(self.plan.kind)
        put_title(self.grid, title, f"（{self.plan.year} 年度）{until(self.card.quarter)}")
        self._background()
        self._course()
        self._conclusion()
        self._indicators()
        self._problems()
        self._use()
        for note in notes(self.card):
            self.grid.put(self.grid.row(15), 0, note, "note", across=self.grid.width)
        put_signatures(self.grid, ("单位（盖章）：", "填表人：", "日期：　　年　　月　　日"), (0, 4, 7))
        return self.grid.sheet(title, self.plan.name, landscape=False, header_row=None)

    def _background(self) -> None:
        plan, execution = self.plan, self.card.execution
        self._heading("一、基本情况")
        self._subheading(f"（一）{self.subject}概况")
        name = "项目名称" if plan.kind is PlanKind.PROJECT else "部门（单位）"
        rows = [
            (name, plan.name if plan.kind is PlanKind.PROJECT else self.department.name),
            ("主管部门", self.department.name),
            ("实施单位", plan.section or self.department.name),
        ]
        for label, value in rows if plan.kind is PlanKind.PROJECT else rows[:1]:
            row = self.grid.row()
            self.grid.put(row, 0, label, "label", across=3)
            self.grid.put(row, 3, value, across=9)
        self._open(f"{self.subject}背景、主要内容及实施情况")
        self._subheading("（二）绩效目标")
        self._paragraph(plan.goal) if plan.goal.strip() else self._open("年度总体目标")
        self._subheading("（三）资金投入和使用情况")
        spent = (
            "尚未报告执行数" if execution.executed is None else f"{self.months}执行 {money(execution.executed)} 万元"
        )
        rate = "" if execution.rate is None else f"，预算执行率 {plain(execution.rate)}%"
        self._paragraph(f"全年预算 {money(execution.budget)} 万元，{spent}{rate}。资金构成如下（单位：万元）：")
        self._funds()

    def _funds(self) -> None:
        self._heads(
            (
                ("资金来源", 0, 4),
                ("年初预算数", 4, 2),
                ("全年预算数", 6, 2),
                (f"{self.months}执行数", 8, 2),
                ("执行率", 10, 2),
            )
        )
        top = len(self.grid.rows)
        funds, quarter = self.plan.funds, self.card.quarter
        for fund in funds:
            spent = fund.executed_by(quarter)
            self._money_row(fund.source, "text", (fund.initial, fund.budget, spent), _rate(spent, fund.budget))
        execution = self.card.execution
        initial = sum((fund.initial for fund in funds), ZERO)
        numbers = (initial, execution.budget, execution.executed)
        self._money_row("合计", "total_label", numbers, execution.rate, top if funds else None)

    def _money_row(
        self,
        name: str,
        style: str,
        numbers: Sequence[Decimal | None],
        rate: Decimal | None,
        top: int | None = None,
    ) -> None:
        row = self.grid.row()
        self.grid.put(row, 0, name, style, across=4)
        for column, number in zip((4, 6, 8), numbers, strict=True):
            formula = None if top is None else Sum((Area(top, column, row - 1, column),))
            self.grid.put(row, column, amount(number), "money", across=2, formula=formula)
        self.grid.put(row, 10, amount(rate), "percent", across=2)

    def _course(self) -> None:
        self._heading("二、绩效自评工作开展情况")
        pack = self.card.pack
        self._paragraph(
            f"本次自评对照年初批复的绩效目标逐项评分，共 {len(self.plan.indicators)} 项指标，满分 100 分，"
            f"其中预算执行率 {shortest(self.card.execution.weight)} 分。评分依据：{pack.source}。"
        )
        self._open("自评组织、数据来源、现场核实等工作过程")

    def _conclusion(self) -> None:
        card = self.card
        self._heading("三、自评结论")
        if card.plan.dropped is not None:
            self._paragraph(f"本年度{EXCLUDED_WORD}：{card.plan.dropped}")
            return
        if not card.reported:
            self._open("尚未填报完成值，暂无自评结论")
            return
        self._paragraph(f"自评总分 {plain(card.total)} 分，等级为“{card.rating.value}”。各部分得分如下：")
        self._heads((("评价内容", 0, 4), ("指标数", 4, 2), ("分值", 6, 2), ("得分", 8, 2), ("得分率", 10, 2)))
        top = len(self.grid.rows)
        for level in card.level1():
            self._level_row(level)
        execution = card.execution
        told = NOT_THERE if execution.executed is None else execution.points
        rate = _share(execution.points, execution.weight) if execution.executed is not None else None
        self._points_row("预算执行率", NOT_THERE, execution.weight, told, rate)
        row = self.grid.row()
        self.grid.put(row, 0, "总分", "total_label", across=6)
        below = [Area(top, column, row - 1, column) for column in (6, 8)]
        full = sum((level.full for level in card.level1()), execution.weight)
        self.grid.put(row, 6, full, "total_weight", across=2, formula=Sum((below[0],)))
        self.grid.put(row, 8, card.total, "total_score", across=2, formula=Sum((below[1],), card.cap))
        self.grid.put(row, 10, amount(_share(card.total, full)), "percent", across=2)

    def _level_row(self, level: Subtotal) -> None:
        points = level.points if level.reported else NOT_THERE
        count = str(sum(not score.excluded for score in level.scores))
        self._points_row(level.level1, count, level.full, points, level.rate if level.reported else None)

    def _points_row(self, name: str, count: str, full: Decimal, points: Decimal | str, rate: Decimal | None) -> None:
        row = self.grid.row()
        self.grid.put(row, 0, name, across=4)
        self.grid.put(row, 4, count, "center", across=2)
        self.grid.put(row, 6, full, "weight", across=2)
        self.grid.put(row, 8, points, "score", across=2)
        self.grid.put(row, 10, amount(rate), "percent", across=2)

    def _indicators(self) -> None:
        self._heading("四、绩效指标完成情况")
        numerals = "一二三四五六七八九十"
        for place, level in enumerate(self.card.level1()):
            number = numerals[place] if place < len(numerals) else str(place + 1)
            self._subheading(f"（{number}）{level.level1}")
            got = f"得 {plain(level.points)} 分" if level.reported else "尚无得分"
            self._paragraph(f"共 {len(level.scores)} 项指标，分值 {shortest(level.full)} 分，{got}。")
            self._heads((("指标", 0, 5), ("指标值", 5, 2), ("完成值", 7, 2), ("分值", 9, 1), ("得分", 10, 2)))
            for score in level.scores:
                self._score_row(score)

    def _score_row(self, score: Score) -> None:
        row = self.grid.row()
        self.grid.put(row, 0, score.indicator.name, across=5)
        self.grid.put(row, 5, score.indicator.target, "center", across=2)
        self.grid.put(row, 7, score.actual_text or NOT_THERE, "center", across=2)
        if score.excluded:
            self.grid.put(row, 9, NOT_THERE, "right")
            self.grid.put(row, 10, EXCLUDED_WORD, "right", across=2)
            return
        self.grid.put(row, 9, score.full, "weight")
        self.grid.put(row, 10, amount(score.points), "score", across=2)

    def _problems(self) -> None:
        card = self.card
        self._heading("五、存在的问题及原因分析")
        execution = card.execution
        if card.plan.dropped is None and execution.rate is not None and execution.points < execution.weight:
            lost = plain(rounded(execution.weight - execution.points))
            self._paragraph(f"预算执行率 {plain(execution.rate)}%，扣 {lost} 分。")
            self._open("预算未执行完毕的原因")
        for score in losing(card):
            self._paragraph(problem(score, card.quarter))
            if not deviation(score, card.quarter).cause.strip():
                self._open("偏差原因")
        self._open("其他问题，没有的写“无”")
        self._heading("六、下一步改进措施")
        for remedy in remedies(card):
            self._paragraph(remedy)
        self._open("改进措施、责任人及完成时限")

    def _use(self) -> None:
        self._heading("七、自评结果应用和公开情况")
        self._open("结果如何用于预算安排和管理改进，拟公开的时间和方式")

    def _heading(self, text: str) -> None:
        self.grid.put(self.grid.row(30), 0, text, "heading", across=self.grid.width)

    def _subheading(self, text: str) -> None:
        self.grid.put(self.grid.row(24), 0, text, "subheading", across=self.grid.width)

    def _paragraph(self, text: str) -> None:
        for line in text.splitlines():
            if line.strip():
                self.grid.put(self.grid.row(_LINE), 0, _INDENT + line.strip(), "paragraph", across=self.grid.width)

    def _open(self, what: str) -> None:
        self._paragraph(f"【待补充：{what}】")

    def _heads(self, heads: Sequence[tuple[str, int, int]]) -> None:
        row = self.grid.row()
        for name, column, across in heads:
            self.grid.put(row, column, name, "label", across=across)


def _rate(spent: Decimal | None, budget: Decimal) -> Decimal | None:
    return None if spent is None else _share(spent, budget)


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    return rounded(divide(EXACT.multiply(part, HUNDRED), whole)) if whole else None
