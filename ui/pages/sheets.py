"""导出: official sheets of the chosen plans, seen as they will print, then written."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.sheets.grid import Sheet
from perftrack.domain.terms import Severity
from perftrack.errors import UserError
from perftrack.services import evidence, reporting
from perftrack.services.changes import Changes
from perftrack.services.exporting.sheets import sheet_for
from ui import theme, widgets
from ui.models.findings import FindingLine
from ui.pages.base import Page
from ui.pages.sheet_parts.bar import ExportBar
from ui.pages.sheet_parts.gathered import Gathered, findings_of, lines_of, worst_of
from ui.pages.sheet_parts.kinds import EVERYTHING
from ui.pages.sheet_parts.panel import SheetsPanel
from ui.pages.sheet_parts.permission import reason, refused
from ui.pages.sheet_parts.preview import SheetPreview
from ui.pages.sheet_parts.writing import Order, writing
from ui.printing.printer import ask_and_print
from ui.session import Session
from ui.tasks import Task

#: Above this many plans the findings are gathered off the window's thread.
_MANY = 60
#: Sheets that say what the year came to: before its end they are a trial.
_TRIALS = frozenset({"evaluation", "summary", "annex", "report"})


class SheetsPage(Page):
    """Panel left, preview right, bar below. Findings never block; an error asks once before the start.

    Everybody sees the sheets; whose sheets one may not export cannot be ticked.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._gathered: Gathered = ()
        self._plan_id = ""
        self._task: Task | None = None
        self._out = Path()
        self.panel, self.preview, self.bar = SheetsPanel(), SheetPreview(), ExportBar()
        self.empty = widgets.EmptyState("sheet", "")
        self._stack = QStackedWidget()
        self._lay_out()
        self.panel.recall(session.settings)
        self.setFocusProxy(self.panel.list)
        self._connect()
        self.retranslate()

    def show_context(self) -> None:
        """Show the plans of the year, the sheet of the one chosen last, and the findings as of the quarter."""
        plans = self.session.workspace.plans(self.session.year)
        self._stack.setCurrentIndex(1 if plans else 0)
        self.panel.plans.show(plans, refused(self.session.workspace.actor, plans))
        if not plans:
            words = self.tr("%1 has no plans yet") if self.session.year else self.tr("No plans yet")
            hint = self.tr("Import the year's targets, then their sheets can be written here.")
            self.empty.set_words(words.replace("%1", str(self.session.year)), hint, self.tr("Import"))
            return
        self._gather(plans)
        row = max(0, self.panel.plans.row_of(self._plan_id))
        self.panel.choose_plan(row)
        self._show_sheet(self.panel.plans.plan(row).id)
        self._show_ready()

    def apply_changes(self, changes: Changes, initiator: object) -> None:
        """Renew everything when plans of the year changed."""
        shown = {plan.id for plan, _ in self._gathered}
        if changes.structure or shown & changes.plans or self.session.year in changes.years:
            self.show_context()

    def focus_plan(self, plan_id: str, extra: dict[str, object]) -> None:
        """Preview the sheet of a plan."""
        row = self.panel.plans.row_of(plan_id)
        if row >= 0:
            self.panel.choose_plan(row)

    def regions(self) -> list[QWidget]:
        return [self.panel.list, self.preview, self.bar.export]

    def retranslate(self) -> None:
        self.panel.retranslate()
        if self.session.is_open and self.panel.plans.rowCount():
            workspace = self.session.workspace
            self.panel.plans.refuse(refused(workspace.actor, workspace.plans(self.session.year)))
            self._show_findings()
            self._show_sheet(self._plan_id)
            self._show_ready()

    def start(self) -> None:
        """Export, after asking once if a chosen plan has errors."""
        errors = sum(line.severity is Severity.ERROR for line in self._lines())
        if not errors:
            self._write()
            return
        self.session.alerts.ask(
            self.tr("%n error(s) in the chosen plans. Write the sheets all the same?", "", errors),
            self.tr("Write"),
            self._write,
            hint=self.tr("The sheets then show what is there; what cannot be read stays as typed."),
        )

    def _gather(self, plans: tuple[Plan, ...]) -> None:
        """Gather the findings of all plans; those of a large office come in later."""
        try:
            pack = reporting.pack_for(self.session.workspace, self.session.year)
        except UserError as error:
            self.session.alerts.refused(self.session.speaker.error(error))
            return
        quarter = self.session.quarter
        gaps = evidence.year_gaps(self.session.workspace, plans, quarter)
        if len(plans) <= _MANY:
            self._take_findings(findings_of(plans, pack, quarter, gaps))
            return
        self._take_findings([(plan, ()) for plan in plans])
        title = self.tr("Checking plans")
        self.session.tasks.run(title, lambda _report: findings_of(plans, pack, quarter, gaps), self._take_findings)

    def _take_findings(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self.panel.plans.mark(worst_of(gathered))
        self._show_findings()

    def _lines(self) -> list[FindingLine]:
        plans = self.panel.plans
        reader = not plans.tickable()  # who exports nothing reads what there is to say of all plans
        chosen = {plan.id for plan in ([each for each, _ in self._gathered] if reader else plans.chosen())}
        return lines_of(self._gathered, chosen, self.session.speaker)

    def _show_findings(self) -> None:
        self.panel.show_findings(self._lines())

    def _show_sheet(self, plan_id: str) -> None:
        row = self.panel.plans.row_of(plan_id)
        if row < 0:
            return
        self._plan_id = plan_id
        kind = self.panel.kind
        at, of = (0, 1) if kind.is_of_all_plans() else (row, self.panel.plans.rowCount())
        try:
            sheet = self._sheet(plan_id)
        except UserError as error:
            self.preview.show_sheet(None, at, of, self.session.speaker.error(error))
            return
        quarter = self.session.quarter
        trial = kind.shown() in _TRIALS and quarter is not Quarter.Q4
        words = self.tr("The year has not ended: as of the end of %1").replace(
            "%1", self.session.speaker.quarter(quarter)
        )
        self.preview.show_sheet(sheet, at, of, words if trial else "")

    def _sheet(self, plan_id: str) -> Sheet:
        options = self.panel.options
        return sheet_for(
            self.session.workspace,
            plan_id,
            self.panel.kind.shown(),
            self.session.quarter,
            month=options.chosen_month(),
            publication=options.publication.isChecked(),
            plan_ids=[plan.id for plan in self.panel.plans.chosen()],
        )

    def _print(self) -> None:
        """Print the sheets of the plans that are ticked."""
        chosen = [plan.id for plan in self.panel.plans.chosen()]
        if not chosen:
            self.session.alerts.say(self.tr("Choose at least one plan"), icon="info", token="text-2")
            return
        wanted = chosen[:1] if self.panel.kind.is_of_all_plans() else chosen
        try:
            sheets = [self._sheet(plan_id) for plan_id in wanted]
        except UserError as error:
            self.session.alerts.refused(self.session.speaker.error(error))
            return
        ask_and_print(self, sheets)

    def _step(self, step: int) -> None:
        row = self.panel.current_row() + step
        if 0 <= row < self.panel.plans.rowCount():
            self.panel.choose_plan(row)
            if step < 0:
                self.preview.paper.set_page(self.preview.paper.page_count() - 1)

    def _show_ready(self) -> None:
        if self._task is not None:
            return
        count = len(self.panel.plans.chosen())
        export = self.tr("Export %n sheet(s)", "", min(count, 1) if self.panel.kind.is_of_all_plans() else count)
        if self.panel.kind.kind() == EVERYTHING:
            export = self.tr("Export all sheets")
        words = self.tr("Into %1").replace("%1", str(self.panel.options.folder()))
        if not self.panel.plans.tickable():
            words = reason(self.session.workspace.actor)
        elif not count:
            words = self.tr("Choose at least one plan")
        self.bar.show_ready(export, self.tr("Open folder"), words, may=bool(count))

    def _changed(self) -> None:
        self.panel.remember(self.session.settings)
        self._show_findings()
        self._show_sheet(self._plan_id)
        self._show_ready()

    def _write(self) -> None:
        names = tuple(plan.name for plan in self.panel.plans.chosen())
        if not names or self._task is not None:
            return
        options = self.panel.options
        self._out = options.folder()
        order = Order(
            self.session.year,
            self.session.quarter,
            self.panel.kind.kinds(),
            names,
            self._out,
            options.one_book(),
            options.chosen_format(),
            options.chosen_month(),
            options.pattern(),
            options.publication.isChecked(),
        )
        self.bar.show_running(0, len(names), "")
        workspace = self.session.workspace
        work = writing(workspace.path, order, workspace.actor)
        task = self.session.tasks.run(self.tr("Exporting"), work, self._end, self._fail)
        self._task = task
        task.told.connect(self.bar.show_running)
        task.cancelled.connect(lambda: self._end([]))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self, written: list[Path]) -> None:
        cancelled = self._task is not None and self._task.is_cancelled
        self._task = None
        self._show_ready()
        if cancelled:
            words = self.tr("Cancelled. %n file(s) were ready and stay in %1", "", len(written))
            self.bar.show_end(words.replace("%1", str(self._out)), "info", "text-2", folder=bool(written))
            return
        words = self.tr("%n file(s) written to %1", "", len(written))
        self.bar.show_end(words.replace("%1", str(self._out)))

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._show_ready()
        if not isinstance(error, UserError):
            self.session.tasks.unheard.emit(error)
            return
        self.bar.show_end(self.session.speaker.error(error), "x", "red", folder=False)
        self.session.alerts.refused(self.session.speaker.error(error))

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._out))):
            words = self.tr("No file manager answers. The sheets are in %1")
            self.session.alerts.say(words.replace("%1", str(self._out)), icon="info", token="text-2")

    def _follow(self, line: FindingLine) -> None:
        finding = line.finding
        where = "entry" if finding.indicator_id or finding.fund_id else "scorecards"
        extra = {"indicator_id": finding.indicator_id} if finding.indicator_id else {}
        self.open_requested.emit(where, finding.plan_id, extra)

    def _connect(self) -> None:
        self.empty.acted.connect(lambda: self.open_requested.emit("import", "", {}))
        self.panel.changed.connect(self._changed)
        self.panel.plan_shown.connect(self._show_sheet)
        self.panel.finding_followed.connect(self._follow)
        self.preview.plan_wanted.connect(self._step)
        self.preview.print_requested.connect(self._print)
        self.bar.export_requested.connect(self.start)
        self.bar.cancel_requested.connect(self._cancel)
        self.bar.folder_requested.connect(self._open_folder)

    def _lay_out(self) -> None:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(theme.PAGE_PADDING, theme.PAGE_HEAD, theme.PAGE_PADDING, 0)
        column.addWidget(self.empty)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.panel)
        middle.addWidget(widgets.Rule("rule-strong", upright=True))
        middle.addWidget(self.preview, 1)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)
        self._stack.addWidget(empty)
        self._stack.addWidget(full)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
