"""评分卡: one plan scored, with the way to every number."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.forecast import Forecast
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.scorecards import Scorecard
from perftrack.errors import UserError
from perftrack.services import explaining, foresight, linking, reporting
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace
from ui import theme, widgets
from ui.charts.reading import execution_spark, trend_of, trend_spark
from ui.delegates.roles import Spark
from ui.models.findings import FindingLine
from ui.pages.brief_parts.acts import BriefActs
from ui.pages.scorecard_parts.acts import CardActs
from ui.pages.scorecard_parts.asof import AsOf
from ui.pages.scorecard_parts.band import CardBand
from ui.pages.scorecard_parts.card_view import CardView
from ui.pages.scorecard_parts.explanation_panel import ExplanationPanel
from ui.pages.scorecard_parts.head import CardHead
from ui.pages.scorecard_parts.linking import Linking
from ui.pages.scorecard_parts.middle import CardMiddle
from ui.pages.scorecard_parts.trying import TryingPage
from ui.pages.scorecard_parts.years import Years
from ui.session import Session

if TYPE_CHECKING:  # brings pyqtgraph's charts, see _bring_charts
    from ui.pages.scorecard_parts.charts import CardCharts
    from ui.pages.scorecard_parts.office_view import OfficeView
    from ui.printing.brief import Brief


class ScorecardsPage(TryingPage):
    """Head, band, table beside its explanation, charts below. One row is chosen everywhere at once."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._plans: tuple[Plan, ...] = ()
        self._plan_id, self._override, self._row = "", "", 0
        self._cards: dict[Quarter, Scorecard] = {}
        self._forecast: Forecast | None = None
        self._earlier: tuple[dict[Quarter, Scorecard], ...] = ()
        self.charts: CardCharts | None = None
        self.office: OfficeView | None = None
        self.head, self.band = CardHead(), CardBand()
        self.table, self.explanation = CardView(), ExplanationPanel()
        self.asof, self.linking = AsOf(session, self), Linking(session, self.table)
        self.acts = CardActs(session, self, self._read, self.head, self.band, self.explanation)
        self.years = Years(session, self)
        self.head.add(self.years.button)
        self.head.add(self.asof.button)
        self._middle, self.clearing = CardMiddle(self.table, self.explanation), QAction(self)
        self.empty = widgets.EmptyState("score", "")
        self._scroll, self._below = QScrollArea(), QVBoxLayout()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty_part())
        self._stack.addWidget(self._card_part())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.asof.banner)
        column.addWidget(self._stack)
        self.setFocusProxy(self.table)
        self.print = BriefActs(self, session, self._brief, (self.acts.print, self.acts.save))
        self.print.use(self.head.print)
        self._connect()
        self.retranslate()

    def show_context(self) -> None:
        """Show the card of the plan chosen last, as of the quarter of now."""
        self._plans = self.asof.workspace.plans(self.session.year)
        if not self._plans:
            year = self.session.year
            words = self.tr("%1 has no plans yet").replace("%1", str(year)) if year else self.tr("No plans yet")
            if self.asof.is_past:
                self._show_empty(words)
                return
            hint = self.tr("Import the year's targets, then their scorecards stand here.")
            self._show_empty(words, hint, self.tr("Import"))
            return
        if self._plan_id not in [plan.id for plan in self._plans]:
            self._plan_id, self._row = self._plans[0].id, -1
        if self._shows_office():
            self.show_office()
        else:
            self._show_card()

    def show_office(self) -> None:
        """Show all plans at once, standing on the one shown last."""
        if self.office is None:
            from ui.pages.scorecard_parts.office_view import OfficeView

            self.office = OfficeView(self.session)
            self._stack.addWidget(self.office)
            self.office.head_row.addWidget(self.print.use(widgets.quiet("", "print")))
            self.office.plan_chosen.connect(self._choose_entry)
            self.office.opened.connect(lambda plan, item: self.focus_plan(plan, {"indicator_id": item}))
            self.office.failed.connect(self._show_empty)
            self.office.not_saved.connect(self._tell_not_saved)
        self.print.allow(True)
        self._stack.setCurrentWidget(self.office)
        self.setFocusProxy(self.office)
        self.office.renew(self.asof.workspace, self._entries(), self._override or None)

    def apply_changes(self, changes: Changes, initiator: object) -> None:
        """Renew the card when it, its year or the list of plans changed."""
        if changes.structure or self._plan_id in changes.plans or self.session.year in changes.years:
            self.show_context()

    def focus_plan(self, plan_id: str, extra: dict[str, object]) -> None:
        """Go to a plan, and to the indicator or the first row of the level 1 that ``extra`` names."""
        if plan_id not in [plan.id for plan in self._plans]:
            return
        if plan_id != self._plan_id or self._shows_office():
            self._show_plan(plan_id)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        row = self.table.row_of(str(extra.get("indicator_id", "")))
        if row < 0 and "level1" in extra:
            levels = [score.indicator.level1 for score in self._card.scores]
            row = levels.index(str(extra["level1"])) if extra["level1"] in levels else -1
        if row >= 0:
            self.choose_row(row)

    def choose_row(self, row: int, *, renewed: bool = False) -> None:
        """Point out one row in table, explanation and charts; ``renewed``: the card was, nobody chose a row."""
        self._row = row
        self.table.choose(row)
        self.trial.choose(row)
        name = self.table.row_name(row)
        self.linking.show_row(self._card, row, not self.asof.is_past)
        self.explanation.show_row(self._card, row, name, self.session.speaker, renewed=renewed)
        if self.charts is not None:
            self.charts.choose(row)

    def regions(self) -> list[QWidget]:
        past = [self.asof.banner] if self.asof.is_past else []
        if self.office is not None and self._shows_office():
            return [*past, *self.office.regions()]
        if self.acts.regions():
            return [*past, self.head, *self.acts.regions()]
        charts = [self.charts.left()] if self.charts else []
        if self.trial.active:
            return [*past, self.head, self.trial.view, self.trial.panel, *charts]
        return [*past, self.head, self.table, self.explanation, *charts]

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Scorecard"))
        self.clearing.setText(self.tr("Bureau check of this plan"))
        self._retranslate_trial()
        self.asof.retranslate()
        if self.session.is_open and self._plans:
            self.show_context()

    def _read(self) -> Workspace:
        return self.asof.workspace

    @property
    def _card(self) -> Scorecard:
        return self._cards[self.session.quarter]

    def _show_card(self) -> None:
        workspace, quarter = self.asof.workspace, self.session.quarter
        try:
            self._cards = reporting.quarter_scores(workspace, self._plan_id, self._override or None)
            self._earlier = self._cards_before()
            known = tuple(reporting.packs(workspace).values())
            of_year = reporting.pack_for(workspace, self.session.year).id
            self._forecast = foresight.forecast_plan(workspace, self._plan_id, quarter, self._override or None)
        except UserError as error:
            self._show_empty(self.session.speaker.error(error))
            return
        card = self._cards[quarter]
        if not 0 <= self._row <= len(card.scores):
            self._row = _dearest(card)
        self.head.show_plans(self._entries(), [plan.id for plan in self._plans].index(self._plan_id) + 1)
        self.head.show_packs(known, card.pack, of_year)
        self.years.show_plan(workspace, self._plan_id, quarter)
        speaker = self.session.speaker
        findings = reporting.file_findings(workspace, card)
        self.head.show_findings([FindingLine(each, speaker.finding(each), each.subject) for each in findings])
        self.band.show_card(card, self._forecast)
        self.band.ahead.show_forecast(self._forecast, speaker)
        self.table.show_card(card, self._sparks(card), self._row)
        self._stack.setCurrentIndex(1)
        self.print.allow(True)
        self._allow(True)
        self.explanation.rest_on(explaining.sources(workspace, self._plan_id))
        self.choose_row(self._row, renewed=True)
        self.acts.show_card(card, self._override)
        if self.charts is None:
            QTimer.singleShot(0, self, self._bring_charts)  # the numbers first, the charts a moment later
        else:
            self.charts.show_card(self._cards, quarter, self._row, self._earlier, self._forecast, speaker)
            self.charts.setVisible(card.plan.dropped is None)
        self._show_trial()

    def _entries(self) -> list[str]:
        """The list of plans to choose from; its first entry is all of them."""
        return [self.tr("All plans"), *(plan.name for plan in self._plans)]

    def _choose_entry(self, row: int) -> None:
        if row == 0:
            self._go_up()
        else:
            self._show_plan(self._plans[row - 1].id)

    def _go_up(self) -> None:
        """From the card to the office it belongs to."""
        if self._plans and not self._shows_office():
            self.show_office()
            if self.office is not None:
                self.office.go_to_plan(self._plan_id)
                self.office.take_focus()

    def _shows_office(self) -> bool:
        return self.office is not None and self._stack.currentWidget() is self.office

    def _cards_before(self) -> tuple[dict[Quarter, Scorecard], ...]:
        """The cards of the same plan in the year before, if the file has it; scored by that year's own pack."""
        plan = self._card.plan
        workspace = self.asof.workspace
        before = linking.year_before(workspace, [plan], plan.year - 1)[plan.id].plan
        return (reporting.quarter_scores(workspace, before.id),) if before is not None else ()

    def _brief(self) -> "Brief | None":
        """What Ctrl+P prints: the card shown, or the office."""
        from ui.pages.brief_parts import made

        if not self._plans or (not self._cards and not self._shows_office()):
            return None
        if self._shows_office():
            return made.of_office(self.session, self._read(), self.asof.day)
        return made.of_card(self.session, self._read(), self._cards, self._row, self._earlier, self.asof.day)

    def _sparks(self, card: Scorecard) -> list[Spark]:
        quarter = card.quarter
        trends = [trend_spark(trend_of(self._cards, row, quarter)) for row in range(len(card.scores))]
        return [Spark(values, target=target) for values, target in (*trends, execution_spark(self._cards, quarter))]

    def _bring_charts(self) -> None:
        if self.charts is not None:
            return
        from ui.pages.scorecard_parts.charts import CardCharts

        self.charts = CardCharts()
        self.charts.row_chosen.connect(self.choose_row)
        self.charts.not_saved.connect(self._tell_not_saved)
        self._below.addWidget(self.charts)
        if self._cards:
            speaker = self.session.speaker
            self.charts.show_card(self._cards, self.session.quarter, self._row, self._earlier, self._forecast, speaker)
            self.charts.setVisible(self._card.plan.dropped is None)
            self._show_trial()

    def _show_empty(self, sentence: str, hint: str = "", action: str = "") -> None:
        self.print.allow(False)
        self._cards = {}
        self.acts.show_nothing()
        self._allow(False)
        self.empty.set_words(sentence, hint, action)
        self._stack.setCurrentIndex(0)

    def _allow(self, on: bool) -> None:
        """Let a card be tried and checked; without one there is nothing to act on."""
        for action in (self.trying, self.clearing):
            action.setEnabled(on)

    def _show_plan(self, plan_id: str) -> None:
        self._plan_id, self._row = plan_id, -1
        self.setFocusProxy(self.trial.view if self.trial.active else self.table)
        self._show_card()

    def _step(self, step: int) -> None:
        if self._cards:
            at = [plan.id for plan in self._plans].index(self._plan_id)
            self._show_plan(self._plans[(at + step) % len(self._plans)].id)

    def _read_by(self, pack_id: str) -> None:
        if self.trial.active:
            year = self.session.year
            self.trial.under(reporting.pack_for(self.asof.workspace, year, pack_id or None))
            return
        self._override = pack_id
        self._show_card()

    def _follow(self, line: FindingLine) -> None:
        row = self.table.row_of(line.finding.indicator_id) if line.finding.indicator_id else -1
        if row < 0 and line.finding.fund_id:
            row = len(self._card.scores)
        if row >= 0:
            self.choose_row(row)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk_to(self, row: int) -> None:
        """Choose a row from the table and keep it in sight where the page scrolls."""
        self.choose_row(row)
        inner = self._scroll.widget()
        place = self.table.row_rect(row).translated(self.table.mapTo(inner, QPoint()))
        self._scroll.ensureVisible(place.left(), place.center().y(), 0, theme.ROW)

    def _tell_copied(self) -> None:
        self.session.alerts.say(self.tr("Copied"))

    def _tell_not_saved(self, path: str) -> None:
        words = self.tr("The picture could not be written to %1. Choose another folder.")
        self.session.alerts.refused(words.replace("%1", path))

    def _connect(self) -> None:
        self._connect_trial()
        self.asof.changed.connect(self.show_context)
        self.head.plan_chosen.connect(self._choose_entry)
        self.head.pack_chosen.connect(self._read_by)
        self.head.finding_followed.connect(self._follow)
        self.head.copy_requested.connect(self.table.copy)
        self.clearing.triggered.connect(lambda: self.open_requested.emit("bureau", self._plan_id, {}))
        self.addAction(self.clearing)
        self.table.row_chosen.connect(self._walk_to)
        self.table.copied.connect(self._tell_copied)
        self.years.copied.connect(self._tell_copied)
        self.empty.acted.connect(lambda: self.open_requested.emit("import", "", {}))
        self.explanation.copied.connect(self._tell_copied)
        self.acts.copied.connect(self._tell_copied)
        self.acts.not_saved.connect(self._tell_not_saved)
        self.explanation.row_wanted.connect(self._walk_to)
        for keys, act in (
            ("Ctrl+PgUp", lambda: self._step(-1)), ("Ctrl+PgDown", lambda: self._step(1)), ("Alt+Up", self._go_up),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _empty_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(theme.PAGE_PADDING, theme.PAGE_HEAD, theme.PAGE_PADDING, 0)
        column.addWidget(self.empty)
        column.addStretch(1)
        return part

    def _card_part(self) -> QWidget:
        inner = widgets.fill(QWidget(), "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, theme.SPACE)
        column.setSpacing(0)
        for widget in (widgets.Rule(), self.band, widgets.Rule()):
            column.addWidget(widget)
        column.addSpacing(theme.SPACE)
        column.addWidget(self._middle)
        column.addWidget(self.trial.middle)
        column.addSpacing(theme.PAGE_PADDING)
        column.addLayout(self._below, 1000)
        column.addStretch(1)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        part = QWidget()
        whole = QVBoxLayout(part)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.trial.bar)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.acts.stand_in_for(self._scroll), 1)
        return part


def _dearest(card: Scorecard) -> int:
    """The row that lost most; what has no score comes after, as it has least to explain; else the first."""
    rows = [
        (score.points is not None, score.lost, row)
        for row, score in enumerate(card.scores)
        if not score.excluded and score.lost > 0
    ]
    execution = card.execution
    if execution.points < execution.weight:
        rows.append((execution.executed is not None, execution.weight - execution.points, len(card.scores)))
    return max(rows, key=lambda row: row[:2])[2] if rows else 0
