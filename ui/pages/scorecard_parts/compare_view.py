"""对比: the card beside another state of the same plan, traced to indicators and causes."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from perftrack.domain.comparison import Comparison
from perftrack.domain.decimals import ZERO
from perftrack.errors import UserError
from perftrack.services import comparing, reporting
from perftrack.services.comparing import State
from perftrack.services.workspace import Workspace
from ui import theme, widgets
from ui.charts.changes import ChangeChart
from ui.models.clipboard import write_html, write_tsv
from ui.models.comparison import ComparisonTable
from ui.pages.scorecard_parts.compare_bar import CompareBar
from ui.pages.scorecard_parts.compare_table import CompareTable
from ui.pages.scorecard_parts.compare_totals import CompareTotals
from ui.session import Session

_CHART = (224, 360)
#: Table beside chart, their parts of the width; in a narrower page the chart stands below.
_PARTS, _GAP, _WIDE = (756, 458), 32, 1200


class CompareView(QWidget):
    """Bar, totals, parts and chart. It asks the services itself; nothing is stored."""

    closed = Signal()
    copied = Signal()
    not_saved = Signal(str)

    def __init__(self, session: Session, read: Callable[[], Workspace], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._read = session, read
        self._plan_id, self._plan_name = "", ""
        self._now, self._state = State(0), State(0)
        self._comparison: Comparison | None = None
        self._lines = ComparisonTable(self)
        self.bar, self.totals = CompareBar(), CompareTotals()
        self.table = CompareTable(self._lines)
        self.chart = ChangeChart()
        self.empty = widgets.EmptyState("compare", "")
        self._title, self._course = widgets.SectionTitle(""), widgets.SectionTitle("")
        self._below_totals = widgets.Rule()
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scroll = QScrollArea()
        self._lay_out()
        self._connect()

    def compare(self, plan_id: str, now: State, indicator_id: str = "") -> None:
        """Compare a plan in the state ``now`` with the state chosen last for it, or the usual one."""
        session = self._session
        workspace = self._read()
        revised = bool(comparing.original_targets(workspace, plan_id))
        self.bar.offer(
            now, workspace.years(), tuple(reporting.packs(workspace)), revised=revised, told_by=session.speaker
        )
        if (plan_id, now) != (self._plan_id, self._now):
            self._plan_id, self._now, self._state = plan_id, now, self.bar.proposal()
        self._plan_name = workspace.plan(plan_id).name
        self._show()
        self.table.choose(max(0, self._lines.row_of(indicator_id)))

    def copy(self) -> None:
        """Put totals, parts and sum on the clipboard, for spreadsheets and for word processors."""
        if self._comparison is None:
            return
        data = QMimeData()
        block = self._lines.block()
        data.setText(write_tsv(block))
        data.setHtml(write_html(block))
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit()

    def _choose(self, state: State) -> None:
        self._state = state
        self._show()

    def _show(self) -> None:
        self.bar.show_state(self._state)
        self._comparison, sentence, hint = None, "", self.tr("Choose another state above.")
        try:
            found = comparing.compare_plan(self._read(), self._plan_id, self._state, self._now)
        except UserError as error:
            found, sentence, hint = None, self._session.speaker.error(error), ""
        else:
            if found is None:
                words = self.tr("{year} has no plan named {plan}")
                sentence = words.format(year=self._state.year, plan=self._plan_name)
            elif not found.before.reported and not found.after.reported:
                sentence = self.tr("Nothing was reported in either state")
            else:
                self._comparison = found
        self._show_comparison()
        self.empty.set_words(sentence, hint)
        self.empty.setVisible(bool(sentence))

    def _show_comparison(self) -> None:
        found = self._comparison
        for part in (self.totals, self._below_totals, self._title, self.table, self._course, self.chart):
            part.setVisible(found is not None)
        self._lines.show(found, self._session.speaker)
        self.bar.copy.setEnabled(found is not None)
        if found is None:
            return
        states = self._words(self._state), self._words(self._now)
        self.totals.show_comparison(found, states)
        moved = [row for row in self._lines.parts() if row.change]
        self._title.set_text(self.tr("Where the difference comes from"))
        self._title.set_note(self.tr("%n part(s) moved the total", "", len(moved)) if moved else "")
        self.table.setAccessibleName(self._title.accessibleName())
        changes = [(row.name, row.change or ZERO, self._lines.row_of(row.key)) for row in moved]
        self._keys = [row.key for row in moved]
        ends = self._words(self._state, short=True), self._words(self._now, short=True)
        self.chart.show_changes(
            found.before.total, found.after.total,
            [(name, change, place) for place, (name, change, _row) in enumerate(changes)], ends,
        )  # fmt: skip
        note = self._start_words()
        self._course.set_text(self.tr("From total to total"))
        self._course.set_note(note)
        self.chart.set_title(self._course.accessibleName(), f"{self._plan_name}  {note}")
        for part in (self._course, self.chart):
            part.setVisible(bool(moved))
        if not moved:
            self._title.set_note(self.tr("nothing moved the total"))

    def _start_words(self) -> str:
        start = self.chart.starts_at()
        return self.tr("axis from %1").replace("%1", start) if start else ""

    def _words(self, state: State, *, short: bool = False) -> str:
        """A state in words: year and quarter, and where they are not the usual ones the pack and the targets."""
        quarter = self._session.speaker.quarter(int(state.quarter))
        if short:
            same = (self._state.year, self._state.quarter) == (self._now.year, self._now.quarter)
            if same:
                return self.tr("Before") if state is self._state else self.tr("After")
            if self._state.year == self._now.year:
                return quarter
        words = [self.tr("{year}, {quarter}").format(year=state.year, quarter=quarter)]
        if not short:
            found = self._comparison
            if found is not None and found.before.pack != found.after.pack:
                words.append((found.before if state is self._state else found.after).pack.id)
            words += [self.tr("original targets")] if state.original else []
        return "  ".join(words)

    def _point_out(self, place: int) -> None:
        self.chart.set_current(place)
        self.table.choose(self._lines.row_of(self._keys[place]))

    def _follow_row(self) -> None:
        row = self.table.currentIndex().row()
        key = self._lines.row(row).key if row >= 0 else ""
        self.chart.set_current(self._keys.index(key) if key in self._keys else None)

    def _connect(self) -> None:
        self._keys: list[str] = []
        self.bar.state_chosen.connect(self._choose)
        self.bar.copy.clicked.connect(self.copy)
        self.bar.back.clicked.connect(self.closed)
        self.table.copy_requested.connect(self.copy)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._follow_row())
        self.chart.chosen.connect(self._point_out)
        self.chart.not_saved.connect(self.not_saved)
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        self.chart.setMinimumHeight(_CHART[0])
        self.chart.setMaximumHeight(_CHART[1])
        widgets.ring(self.chart)
        inner = widgets.fill(QWidget(), "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, theme.SPACE)
        column.setSpacing(0)
        column.addWidget(self.empty)
        column.addWidget(self.totals)
        column.addWidget(self._below_totals)
        column.addSpacing(theme.PANEL_PADDING)
        column.addLayout(self._middle)
        column.addStretch(1)
        self._middle.setSpacing(_GAP)
        self._middle.addLayout(_column(self._title, self.table), _PARTS[0])
        self._middle.addLayout(_column(self._course, self.chart), _PARTS[1])
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (widgets.Rule(), self.bar, widgets.Rule()):
            whole.addWidget(widget)
        whole.addWidget(self._scroll, 1)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._middle.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


def _column(title: QWidget, part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.SPACE)
    column.addWidget(title)
    column.addWidget(part)
    column.addStretch(1)
    return column
