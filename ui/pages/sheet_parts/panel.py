"""The left of the page: which sheets of which plans, as what, where to, and what a careful reader would point out."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QListView, QVBoxLayout, QWidget

from perftrack.domain.terms import Severity
from ui import theme, widgets
from ui.delegates.ticks import TickDelegate
from ui.models.findings import FindingLine, FindingsList
from ui.models.sheet_plans import Role, SheetPlans
from ui.pages.sheet_parts.kinds import KindButton
from ui.pages.sheet_parts.options import ExportOptions
from ui.settings import Settings
from ui.widgets.findings import FindingsView

_LEAST_ROWS, _LEAST_FINDINGS = 3, 72


class SheetsPanel(QWidget):
    """Says what was chosen; knows no file."""

    changed = Signal()
    """Kind, plans or options are others."""
    plan_shown = Signal(str)
    """The plan to preview."""
    finding_followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plans = SheetPlans(self)
        self.lines = FindingsList(self)
        self._title = widgets.label("", theme.TITLE, bold=True)
        self.kind = KindButton()
        self._heading = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self.all = widgets.link("", size=theme.SMALL)
        self.list = QListView()
        self.options = ExportOptions()
        self._findings = widgets.SectionTitle("")
        self.findings = FindingsView(self.lines, inset=theme.SPACE)
        self._nothing = widgets.label("", theme.BODY, "text-2")
        self._dress_list()
        self._lay_out()
        self._connect()
        self.setFixedWidth(theme.SHEETS_LIST_WIDTH)
        self.retranslate()

    def show_findings(self, lines: Sequence[FindingLine]) -> None:
        """Show the findings of the chosen plans."""
        self.lines.show(lines)
        self._nothing.setVisible(not lines)
        self.findings.setVisible(bool(lines))
        self.retranslate()

    def choose_plan(self, row: int) -> None:
        """Make the plan in ``row`` the one that is previewed."""
        self.list.setCurrentIndex(self.plans.index(row))

    def current_row(self) -> int:
        """Give the row of the plan that is previewed."""
        return self.list.currentIndex().row()

    def recall(self, settings: Settings) -> None:
        """Bring back kind and options of the last time."""
        self.options.recall(settings)
        self.kind.set_kind_named(settings.text("sheets/sheet"))
        self._offer()

    def remember(self, settings: Settings) -> None:
        """Keep kind and options for the next time."""
        self.options.remember(settings)
        settings.keep("sheets/sheet", self.kind.kind())

    def retranslate(self) -> None:
        """Put own words in the language of now."""
        self._title.setText(self.tr("Sheets"))
        self.kind.retranslate()
        self.options.retranslate()
        chosen, count = len(self.plans.chosen()), self.plans.rowCount()
        heading = self.tr("Plans  {chosen} of {count} chosen")
        self._heading.set_text(heading.format(chosen=chosen, count=count))
        self.all.setText(self.tr("None") if chosen == self.plans.tickable() else self.tr("All"))
        self.all.setVisible(self.plans.tickable() > 0)
        self.list.setAccessibleName(self.tr("Plans"))
        self._findings.set_text(self.tr("Findings"))
        counts = self.lines.counts()
        words = self.tr("errors {errors}  warnings {warnings}  hints {hints}")
        self._findings.set_note(
            words.format(errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING], hints=counts[Severity.HINT])
        )
        self._nothing.setText(self.tr("Nothing to point out"))

    def _offer(self) -> None:
        self.options.offer(self.kind.formats(), month=self.kind.has_month())

    def _choose_kind(self) -> None:
        self._offer()
        self.changed.emit()

    def _show_current(self, now: QModelIndex) -> None:
        if now.isValid():
            self.plan_shown.emit(now.data(Role.PLAN_ID))

    def _ticked(self) -> None:
        self.retranslate()
        self.changed.emit()

    def _tick_all(self) -> None:
        self.plans.tick_all(len(self.plans.chosen()) < self.plans.tickable())

    def _connect(self) -> None:
        self.kind.chosen.connect(self._choose_kind)
        self.options.changed.connect(self.changed)
        self.plans.ticked.connect(self._ticked)
        self.plans.modelReset.connect(self._fit_list)
        self.all.clicked.connect(self._tick_all)
        self.list.selectionModel().currentChanged.connect(lambda now, _before: self._show_current(now))
        self.findings.followed.connect(self.finding_followed)
        theme.changed.connect(self.list.viewport().update)

    def _fit_list(self) -> None:
        rows = self.plans.rowCount()
        self.list.setMaximumHeight(max(1, rows) * theme.ROW)
        self.list.setMinimumHeight(min(rows, _LEAST_ROWS) * theme.ROW)
        self.retranslate()

    def _dress_list(self) -> None:
        self.list.setModel(self.plans)
        self.list.setItemDelegate(TickDelegate(self.list, Role.MARK))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self.all)
        column = QVBoxLayout(self)
        # The ground of a chosen row reaches beyond the text edge; its tick meets it.
        column.setContentsMargins(theme.PAGE_PADDING - theme.SPACE, theme.PANEL_PADDING + 2, theme.SPACE, 0)
        column.setSpacing(0)
        column.addLayout(_inset(self._title, theme.PANEL_PADDING))
        column.addLayout(_inset(self.kind, theme.PANEL_PADDING))
        column.addLayout(_inset(heading, theme.HALF))
        column.addWidget(self.list, 3)
        column.addSpacing(theme.SPACE)
        column.addLayout(_inset(widgets.Rule("rule-strong"), theme.HALF))
        column.addLayout(_inset(self.options, theme.HALF))
        column.addLayout(_inset(widgets.Rule("rule-strong"), theme.SPACE))
        column.addLayout(_inset(self._findings, theme.HALF))
        column.addLayout(_inset(self._nothing))
        column.addWidget(self.findings, 2)
        column.addStretch(0)
        self.findings.setMinimumHeight(_LEAST_FINDINGS)


def _inset(part: QWidget | QLayout, below: int = 0) -> QVBoxLayout:
    """``part`` at the text edges of the panel, with ``below`` free pixels."""
    column = QVBoxLayout()
    column.setContentsMargins(theme.SPACE, 0, theme.SPACE, below)
    if isinstance(part, QLayout):
        column.addLayout(part)
    else:
        column.addWidget(part)
    return column
