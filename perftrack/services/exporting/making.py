"""Which official sheets there are, and the neutral grid of each from a file."""

from collections.abc import Mapping, Sequence
from typing import Literal

from perftrack.domain.evidence import numbers_of
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.sheets.evaluation import evaluation_sheet, evaluation_title
from perftrack.domain.sheets.evidence_list import evidence_sheet
from perftrack.domain.sheets.grid import Sheet
from perftrack.domain.sheets.monitoring import monitoring_sheet, monitoring_title, quarter_of_month
from perftrack.domain.sheets.publication import published, without_persons
from perftrack.domain.sheets.report import report_sheet, report_title
from perftrack.domain.sheets.scoring_annex import Teller, scoring_annex
from perftrack.domain.sheets.summary import summary_sheet
from perftrack.domain.sheets.targets import target_sheet, target_title
from perftrack.errors import UserError
from perftrack.services import evidence, explaining, foresight, messages, reporting
from perftrack.services.linking import YearBefore
from perftrack.services.workspace import Workspace

Kind = Literal["targets", "monitoring", "evaluation", "evidence", "summary", "annex", "report"]
#: The sheets there are, in the order of the year.
KINDS: tuple[Kind, ...] = ("targets", "monitoring", "evaluation", "evidence", "summary")
#: With those that are made only when they are asked for by name.
ALL_KINDS: tuple[Kind, ...] = (*KINDS, "annex", "report")
#: Official names of the kinds.
KIND_NAMES: Mapping[Kind, str] = {
    "targets": "绩效目标表",
    "monitoring": "绩效运行监控表",
    "evaluation": "绩效自评表",
    "evidence": "佐证资料目录",
    "summary": "项目绩效自评情况汇总表",
    "annex": "评分说明附件",
    "report": "绩效自评报告",
}
FORMATS = ("xlsx", "docx", "pdf")
#: The sheet that is about all plans of a year at once.
FOR_ALL_PLANS: Kind = "summary"


def kind_of(kind: str) -> Kind:
    """The kind of that name. Raises ``UserError("sheet_not_available")``."""
    for known in ALL_KINDS:
        if known == kind:
            return known
    raise UserError("sheet_not_available", sheet=kind, known="、".join(KIND_NAMES[known] for known in ALL_KINDS))


def formats_of(kinds: Sequence[Kind]) -> tuple[str, ...]:
    """The formats all of ``kinds`` can be written in: a report is running text, which no workbook holds well."""
    return tuple(format for format in FORMATS if format != "xlsx" or "report" not in kinds)


def title_of(kind: Kind, plan: Plan) -> str:
    """The official name of the sheet of a plan, as its file carries it."""
    match kind:
        case "targets":
            return target_title(plan.kind)
        case "monitoring":
            return monitoring_title(plan.kind)
        case "evaluation":
            return evaluation_title(plan.kind)
        case "report":
            return report_title(plan.kind)
        case _:
            return KIND_NAMES[kind]


class SheetMaker:
    """Makes sheets as of a quarter; those that monitor as of a month (None: the last of the quarter).

    ``publication``: as they are disclosed. What several sheets need is read once, so a maker lives as long as one
    export or one look at a page.
    """

    def __init__(
        self, workspace: Workspace, quarter: Quarter, month: int | None = None, *, publication: bool = False
    ) -> None:
        self._ws, self._quarter, self._publication = workspace, quarter, publication
        self.month = quarter.last_month if month is None else month
        self._before: dict[int, dict[str, YearBefore]] = {}

    def make(self, kind: Kind, plans: Sequence[Plan]) -> Sheet:
        """The sheet of the one plan in ``plans``; of all of them where the kind is about a whole year."""
        sheet = self._make(kind, plans)
        return published(sheet) if self._publication else sheet

    def _make(self, kind: Kind, plans: Sequence[Plan]) -> Sheet:
        plan, department = plans[0], self._ws.department()
        if kind == FOR_ALL_PLANS:
            cards = [self._card(each, self._quarter) for each in plans]
            return summary_sheet(cards, department, plan.year, self._quarter)
        if kind == "targets":
            return target_sheet(plan, department)
        if kind == "evidence":
            gaps = evidence.plan_gaps(self._ws, plan, self._quarter)
            return evidence_sheet(plan, department, evidence.of_plan(self._ws, plan.id), gaps)
        if kind == "monitoring":
            card = self._card(plan, quarter_of_month(self.month))
            return monitoring_sheet(foresight.forecast_card(self._ws, card, self._prior(plan)), department, self.month)
        card = self._card(plan, self._quarter)
        if kind == "annex":
            sources = explaining.sources(self._ws, plan.id)
            if self._publication:
                sources = without_persons(sources)
            return scoring_annex(card, department, _teller(), sources)
        if kind == "report":
            return report_sheet(card, department)
        numbers = numbers_of(evidence.of_plan(self._ws, plan.id), self._quarter)
        return evaluation_sheet(card, department, evidence=numbers)

    def _card(self, plan: Plan, quarter: Quarter) -> Scorecard:
        return self._ws.cards.card(plan, reporting.pack_for(self._ws, plan.year), quarter)

    def _prior(self, plan: Plan) -> YearBefore:
        if plan.year not in self._before:
            self._before[plan.year] = foresight.before(self._ws, self._ws.plans(plan.year), plan.year)
        return self._before[plan.year][plan.id]


def _teller() -> Teller:
    """Official sheets speak Chinese, whatever the interface speaks."""
    speaker = messages.speaker("zh_CN")
    return Teller(speaker.step, speaker.topic)
