"""填报: the form in which project leads type each quarter's actuals and spending."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perftrack.domain.findings import Finding
from perftrack.domain.plans import Plan
from perftrack.domain.scorecards import Scorecard
from perftrack.errors import UserError
from perftrack.services.changes import Changes
from ui import formatting, widgets
from ui.models.drafts import Drafts
from ui.models.entry_grid import EntryGrid
from ui.models.funds_grid import FundsGrid
from ui.models.typed_cells import BlockReport
from ui.models.typed_grid import TypedGrid
from ui.pages.base import Page
from ui.pages.entry_parts import draftside
from ui.pages.entry_parts.bar import EntryBar
from ui.pages.entry_parts.body import EntryBody
from ui.pages.entry_parts.details_side import DetailsSide
from ui.pages.entry_parts.findings import FindingsPanel
from ui.pages.entry_parts.head import EntryHead
from ui.pages.entry_parts.missing import Missing, missing_of
from ui.pages.entry_parts.set_aside import PlanSetAside
from ui.pages.entry_parts.sources import Sources
from ui.pages.entry_parts.submitting import Submitting
from ui.pages.entry_parts.tools import GridTools
from ui.pages.entry_parts.units_door import UnitsDoor
from ui.pages.entry_parts.view import EntryView
from ui.session import Session


class EntryPage(Page):
    """Head, grids, details, bar. Scores come from reporting, texts go to recording through the models."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._plan_id = ""
        self._whose = ("", "")
        self._missing = Missing()
        self._paste: tuple[TypedGrid, BlockReport] | None = None
        self._drafts = Drafts(self)
        self.grid = EntryGrid(self._drafts, self)
        self.funds = FundsGrid(self._drafts, self)
        self._sources = Sources(session, self.grid)
        self.head = EntryHead()
        self.set_aside = PlanSetAside(session)
        self.body = EntryBody(self.grid, self.funds)
        self.findings = FindingsPanel()
        self.bar = EntryBar()
        self.submitting = Submitting(self, self.head, self.bar, self.findings)
        self.details = DetailsSide(session, self.grid, self.body.grid, self._drafts)
        self.units = UnitsDoor(session, self, self._drafts)
        self.tools = GridTools(self, session.settings, self.head, self.body, (self.grid, self.funds))
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def plan_id(self) -> str:
        """The plan shown, empty for none."""
        return self._plan_id

    def focus_plan(self, plan_id: str, extra: dict[str, object]) -> None:
        """Show a plan; go to the indicator or the fund that ``extra`` names."""
        if plan_id:
            self.show_plan(plan_id)
        self._go_to(str(extra.get("indicator_id", "")), str(extra.get("fund_id", "")))
        self.body.grid.setFocus()

    def show_context(self) -> None:
        """Show the year and quarter of the session, the same plan if the year has it."""
        workspace = self.session.workspace
        whose = (workspace.file_id, workspace.actor.person_id)
        if whose != self._whose:
            self._whose = whose
            draftside.begin(self._drafts, session=self.session)
            self._told_drafts()
        self._commit()
        self._sources.renew()
        self._show(self._plan_id)

    def show_plan(self, plan_id: str) -> None:
        """Show another plan of the same quarter; what stands in an editor is handed over before."""
        if plan_id != self._plan_id:
            self._commit()
            self._show(plan_id)

    def apply_changes(self, changes: Changes, initiator: object) -> None:
        """Renew only the cells that differ. An open editor and refused texts stay."""
        if initiator is not self:
            self._forget_paste(changes)
        if "people" in changes.topics:
            self._sources.renew()
        if changes.structure or not self._plan_id or changes.topics & {"people", "review"}:
            self._show(self._plan_id)
        elif self._plan_id in changes.plans:
            self.grid.renew()
            self.funds.renew()
            self._renew()
        elif changes.topics:  # the review went on, somebody said something, a date was set
            self._renew()

    def may_close(self) -> bool:
        """Store what is in an editor; refused texts stay with the page and do not hold anybody back."""
        self._commit()
        self._drafts.flush()
        return True

    def regions(self) -> list[QWidget]:
        """Grid, details and findings if open, bar."""
        panel = [self.details.panel.note] if self.details.isVisible() else []
        findings = [self.findings.entrance()] if self.findings.isVisible() else []
        return [self.body.grid, *panel, *findings, self.bar.check]

    def retranslate(self) -> None:
        """Put all words in the language of now."""
        for part in (
            self.head, self.bar, self.findings, self.details, self.tools, self.set_aside, self.submitting,
        ):  # fmt: skip
            part.retranslate()
        self.body.grid.setAccessibleName(self.tr("Indicators"))
        self.body.funds.setAccessibleName(self.tr("Funds"))
        self.body.funds_title.set_text(self.tr("Funds"))
        gone = formatting.percent(25 * int(self.session.quarter), 0)
        self.body.funds_title.set_note(self.tr("in 万元, executed to date; %1 of the year gone").replace("%1", gone))
        self.body.empty.set_words(self.tr("No plan in this year"), self.tr("Import targets or choose another year"), "")
        if self._plan_id and self.session.is_open:
            self._show(self._plan_id)

    def _plans(self) -> tuple[Plan, ...]:
        return self.session.workspace.plans(self.session.year) if self.session.year else ()

    def _show(self, wanted: str) -> None:
        plans = self._plans()
        known = [plan.id for plan in plans]
        plan_id = wanted if wanted in known else known[0] if known else ""
        moved, self._plan_id = plan_id != self._plan_id, plan_id
        self.head.show_plans([(plan.id, plan.name) for plan in plans], plan_id)
        for part in (self.body.grid, self.body.funds, self.body.funds_title, self.body.header, self.bar):
            part.setVisible(bool(plan_id))
        self.body.empty.setVisible(not plan_id)
        self.body.hide_report()
        self.tools.forget()
        self.head.show_nothing(not plan_id)
        if not plan_id:
            self.submitting.renew(None)
            self.grid.clear()
            self.funds.clear()
            self.set_aside.show_plan(None)
            return
        place = self.body.grid.currentIndex()
        session = self.session
        for model in (self.grid, self.funds):
            model.show(session.workspace, plan_id, session.quarter, session.speaker)
        if self.grid.card is not None:
            self._drafts.know(self.grid.card.plan)
        self.body.show_quarter(session.quarter, session.speaker.quarter(int(session.quarter)), self.grid.locked)
        self._renew()
        if moved or not place.isValid():
            self.body.grid.go_to_edge(last=False, whole=True)
            if not self.body.grid.currentIndex().isValid() and self.grid.rowCount():  # nothing may be typed here
                self.body.grid.go_to(0, self.grid.value_column(0))
        else:
            self.body.grid.go_to(min(place.row(), self.grid.rowCount() - 1), place.column())
        self.details.renew()  # the models were reset: until now there was no current cell

    def _renew(self) -> None:
        """Renew what stands around the grids."""
        card = self.grid.card
        if card is None:
            return
        self.body.grid.set_spans(self.grid.spans())
        self.head.show_score(card)
        self._missing = missing_of(card)
        self.head.show_state(self._missing.count, self.grid.lock)
        self.bar.setVisible(card.plan.dropped is None)
        self.set_aside.show_plan(card.plan)
        self.head.offer_set_aside(self.set_aside.offer())
        self.tools.renew()
        self._told_drafts()
        self.submitting.renew(card)
        self.details.renew()

    def _told_drafts(self) -> None:
        """Tell bar and status line what is typed and not stored."""
        self.session.set_pending(self, *self._drafts.counts(), self._drafts.found())
        card, missing = self.grid.card, self._missing
        if card is None:
            return
        owners = frozenset(each.id for each in (*card.plan.indicators, *card.plan.funds))
        drafts = [
            *self._drafts.of(owners, int(card.quarter)).values(),
            *self._drafts.of_units(owners, int(card.quarter)).values(),
        ]
        refused = sum(1 for draft in drafts if draft.refused)
        self.bar.show_missing(
            missing.named(missing.values), missing.named(missing.grades), len(missing.funds), refused,
            len(drafts) - refused, len(missing.unexplained),
        )  # fmt: skip
        self.submitting.show_waiting(refused, len(drafts) - refused)

    def _stored(self, changes: Changes) -> None:
        self._hide_notice()
        self.session.events.changed.emit(changes, self)

    def _failed(self, error: UserError) -> None:
        self._hide_notice()
        self.session.alerts.refused(self.session.speaker.error(error))

    def _previewed(self, card: Scorecard | None) -> None:
        shown = card or self.grid.card
        if shown is not None:
            self.head.show_score(shown, previewed=card is not None)
        self.details.renew(card)

    def _drafts_changed(self) -> None:
        self.body.grid.set_spans(self.grid.spans())
        self._told_drafts()
        self.tools.renew()
        self.details.renew()

    # Blocks.

    def _pasting(self, done: int, total: int) -> None:
        """Say how far a large block is, and paint it now: until it is stored nothing else gets a turn."""
        self.body.show_progress(self.tr("Pasting: %1 of %2 cells").replace("%1", str(done)).replace("%2", str(total)))
        self.window().repaint()

    def _pasted(self, report: BlockReport) -> None:
        model = self.sender().model()  # type: ignore[union-attr]
        assert isinstance(model, TypedGrid)
        self._paste = (model, report)
        words = self.tr("Pasted %1 cells: %2 filled in, %3 not accepted")
        for place, number in enumerate((report.total, report.filled, report.refused), 1):
            words = words.replace(f"%{place}", str(number))
        if report.aside:
            words = self.tr("%1, %2 outside the form").replace("%1", words).replace("%2", str(report.aside))
        links = [("view", self.tr("Show"))] if report.refused else []
        links += [("undo", self.tr("Undo"))] if report.filled else []
        self.body.show_report(words, links)

    def _notice_linked(self, key: str) -> None:
        if self._paste is None:
            return
        model, report = self._paste
        if key == "view":
            self.tools.show_refusals(model, report.batch)
        elif key == "undo":
            self.session.perform(self.session.workspace.history.undo)

    def _forget_paste(self, changes: Changes) -> None:
        """A paste that is taken back takes its refused texts along; whatever is stored in between ends that."""
        if self._paste is not None and changes.command == "undo" and self._paste[1].stored:
            model, report = self._paste
            model.drop_batch(report.batch)
        self._hide_notice()

    def _hide_notice(self) -> None:
        self._paste = None
        self.body.hide_report()

    # Leading to cells.

    def _go_to(self, indicator_id: str, fund_id: str = "") -> None:
        if (row := self.grid.reveal(indicator_id)) >= 0:
            self.body.grid.setFocus()
            self.body.grid.go_to(row, self.grid.value_column(row))
        elif (row := self.funds.row_of(fund_id)) >= 0:
            self.body.funds.setFocus()
            self.body.funds.go_to(row, self.funds.value_column())

    def _go_to_missing(self) -> None:
        card = self.grid.card
        if card is None:
            return
        items, quarter = frozenset(each.id for each in card.plan.indicators), int(card.quarter)
        drafts = [*self._drafts.of(items, quarter), *self._drafts.of_units(items, quarter)]
        first = [key[0].partition("/")[0] for key in drafts] + [*self._missing.values, *self._missing.grades]
        funds = [*self._missing.funds]
        rest = self._missing.unexplained
        if first:
            self._go_to(min(first, key=self.grid.place_of_indicator))
        elif funds:
            self._go_to("", funds[0])
        elif rest:
            self._go_to(rest[0])

    def _open_finding(self, finding: Finding) -> None:
        self._go_to(finding.indicator_id, finding.fund_id)

    def _commit(self) -> None:
        for view in (self.body.grid, self.body.funds):
            view.commit()
        self.details.commit()

    def _ran_out(self, forward: bool) -> None:
        """Past the last cell of the grid come the funds, and back."""
        if self.sender() is self.body.grid and forward:
            self.body.funds.setFocus(Qt.FocusReason.TabFocusReason)
            self.body.funds.go_to_edge(last=False, whole=True)
        elif self.sender() is self.body.funds and not forward:
            self.body.grid.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif self.sender() is self.body.funds:
            self.bar.check.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.head.chooser.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _show_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self.session.settings.keep("entry/details", shown)
        self.head.details.setChecked(shown)
        if not shown and not self.body.funds.hasFocus():
            self.body.grid.setFocus()

    def _open_survey(self) -> None:
        """The satisfaction calculator of the current cell, in the details."""
        if not self.details.isVisible():
            self._show_details(True)
        self.details.enter("survey")

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.set_aside)
        left.addWidget(self.submitting.above)
        left.addWidget(self.body, 1)
        middle.addLayout(left, 1)
        middle.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(widgets.Rule())
        column.addLayout(middle, 1)
        column.addWidget(self.findings)
        for panel in self.tools.panels:
            column.addWidget(panel)
        column.addWidget(widgets.Rule())
        column.addWidget(self.bar)
        self.details.setVisible(self.session.settings.flag("entry/details"))
        self.head.details.setChecked(self.details.isVisibleTo(self))

    def _connect(self) -> None:
        for model in (self.grid, self.funds):
            model.recorded.connect(self._stored)
            model.failed.connect(self._failed)
            model.previewed.connect(self._previewed)
            model.drafts_changed.connect(self._drafts_changed)
            model.progressed.connect(self._pasting)
        for view in (self.body.grid, self.body.funds):
            view.pasted.connect(self._pasted)
            view.run_out.connect(self._ran_out)
        self.body.notice_linked.connect(self._notice_linked)
        self.head.plan_chosen.connect(self.show_plan)
        self.head.set_aside_requested.connect(
            lambda offer: self.set_aside.ask() if offer == "drop" else self.set_aside.restore()
        )
        self.head.paste_requested.connect(self._paste_here)
        self.head.details_toggled.connect(self._show_details)
        self.details.recorded.connect(self._stored)
        self.details.place_requested.connect(lambda plan, item: self.focus_plan(plan, {"indicator_id": item}))
        self.details.closed.connect(lambda: self.head.details.setChecked(False))
        self.bar.missing_requested.connect(self._go_to_missing)
        self.units.drafts_changed.connect(self._drafts_changed)
        self.submitting.commit_requested.connect(self._commit)
        self.findings.chosen.connect(self._open_finding)
        self.findings.closed.connect(self.body.grid.setFocus)
        for keys, act in (
            (Qt.Key.Key_PageDown, lambda: self.head.step(True)),
            (Qt.Key.Key_PageUp, lambda: self.head.step(False)),
            (Qt.Key.Key_Return, self.head.details.toggle),
            (Qt.Key.Key_Enter, self.head.details.toggle),
            (Qt.Key.Key_U, self._open_units),
            (Qt.Key.Key_M, self._open_survey),
        ):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _open_units(self) -> None:
        row = self.body.grid.currentIndex().row()
        if self._plan_id and row >= 0:
            self.body.grid.commit()
            self.units.open_units(self._plan_id, self.grid.score(row).indicator.id)

    def _paste_here(self) -> None:
        view: EntryView = self.body.funds if self.body.funds.hasFocus() else self.body.grid
        view.setFocus()
        view.paste()
