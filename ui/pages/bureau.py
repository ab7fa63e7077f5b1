"""财政复核: what the finance side will stop at, plan by plan, each with a drafted cause and remedy to complete."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.periods import Quarter
from perftrack.services import clearing
from perftrack.services.changes import Changes
from ui import theme, widgets
from ui.delegates.table import TableDelegate
from ui.models.alerts_table import AlertLine, AlertsTable
from ui.pages.base import Page
from ui.pages.bureau_parts.editor import KINDS, AlertEditor
from ui.session import Session
from ui.widgets.growing_table import GrowingTable

_WIDTHS = {"plan": 216, "place": 224, "state": 104}


class BureauPage(Page):
    """The list above, what is said to the chosen one below; nothing left is said so."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._key = ("", "", "")
        self._typed: dict[tuple[str, str, str], tuple[str, str]] = {}
        self.model = AlertsTable(self)
        self.table, self.editor = GrowingTable(self.model, theme.ROW), AlertEditor()
        self._title = widgets.label("", theme.TITLE, bold=True)
        self._note = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self.clear, self._stack = widgets.EmptyState("check", ""), QStackedWidget()
        self.going, self._rule = QAction(self), widgets.Rule("rule-strong")
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now.row()))
        self.table.opened.connect(self._edit)
        self.editor.stored.connect(self._store)
        self.editor.place_requested.connect(self._open_entry)
        self.editor.redrafted.connect(self._redraft)
        self.going.triggered.connect(self._open_entry)
        self.going.setShortcut(QKeySequence("Ctrl+J"))
        self.going.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.going)
        self.retranslate()

    def show_context(self) -> None:
        """Show the alarms of the year as of the quarter of now."""
        self._keep_typed()
        session, row = self.session, max(0, self.table.currentIndex().row())
        kind = KINDS[self.editor.kinds.current()]
        found = clearing.alerts(session.workspace, session.year, session.quarter, kind)
        plans: set[str] = set()
        lines = []
        for alert in found:
            plan = alert.alarm.card.plan.id
            lines.append(AlertLine(alert, session.speaker.finding(alert.alarm.finding), plan not in plans))
            plans.add(plan)
        self.model.show_rows(lines)
        self._tell(len(plans))
        self._stack.setCurrentIndex(0 if lines else 1)
        for part in (self._rule, self.editor):
            part.setVisible(bool(lines))
        self.going.setEnabled(bool(lines))
        self.setFocusProxy(self.table if lines else self.clear)
        if lines:
            known = self.model.row_of(self._key)
            self.go_to(known if known >= 0 else min(row, len(lines) - 1))

    def apply_changes(self, changes: Changes, initiator: object) -> None:
        """Renew everything: a cause given elsewhere clears an alarm here."""
        self.show_context()

    def focus_plan(self, plan_id: str, extra: dict[str, object]) -> None:
        """Go to the first alarm of a plan."""
        rows = [i for i, line in enumerate(self.model.rows()) if line.alert.alarm.card.plan.id == plan_id]
        if rows:
            self.go_to(rows[0])

    def go_to(self, row: int) -> None:
        """Choose an alarm."""
        self.table.setCurrentIndex(self.model.index(row, 0))
        self.table.selectRow(row)
        self._choose(row)

    def regions(self) -> list[QWidget]:
        return [self.table, self.editor] if self.model.rowCount() else [self.clear]

    def retranslate(self) -> None:
        self._title.setText(self.tr("Bureau check"))
        self.table.setAccessibleName(self.tr("What the finance side will stop at"))
        self.going.setText(self.tr("Open in Entry"))
        self.editor.retranslate()
        self.clear.set_words(
            self.tr("Nothing the finance side would stop at"),
            self.tr("As of this quarter there is nothing left to explain."),
        )
        if self.session.is_open:
            self.show_context()

    def _line(self) -> AlertLine | None:
        row = self.model.row_of(self._key)
        return self.model.row(row) if row >= 0 else None

    def _tell(self, plans: int) -> None:
        left, count = self.model.counts()
        words = []
        if count:
            told = self.tr("%n to explain", "", left)
            words.append(self.tr("{left} of {count} in {plans} plans").format(left=told, count=count, plans=plans))
        if self.session.quarter is not Quarter.Q4:
            words.append(self.tr("most are raised with quarter 4"))
        self._note.set_text("　".join(words))

    def _choose(self, row: int) -> None:
        if not 0 <= row < self.model.rowCount():
            return
        self._keep_typed()
        line = self.model.row(row)
        self._key = line.alert.key
        texts = self._typed.get(self._key) or clearing.proposed(line.alert, self.session.speaker)
        self.editor.show_alert(line, *texts)

    def _keep_typed(self) -> None:
        """What was typed and not stored stays with its alarm while the program runs."""
        if self._key[0] and self.editor.is_typed():
            self._typed[self._key] = self.editor.texts()

    def _edit(self, index: QModelIndex) -> None:
        self.go_to(index.row())
        self.editor.cause.setFocus(Qt.FocusReason.OtherFocusReason)

    def _redraft(self, place: int) -> None:
        """Write the draft anew with another kind of cause, over what stands there."""
        self.editor.cause.document().setModified(False)
        self.editor.remedy.document().setModified(False)
        self._typed.pop(self._key, None)
        self.show_context()
        line = self._line()
        if line is not None and line.alert.alarm.draft is not None:
            draft, speaker = line.alert.alarm.draft, self.session.speaker
            self.editor.show_alert(line, speaker.phrase(draft.cause), speaker.phrase(draft.remedy))
        self.editor.kinds.set_current(place)

    def _store(self, cause: str, remedy: str) -> None:
        line = self._line()
        if line is None:
            return
        session, row = self.session, self.model.row_of(self._key)
        key = self._key
        for text in (self.editor.cause, self.editor.remedy):
            text.document().setModified(False)
        changes = session.perform(
            lambda: clearing.explain(session.workspace, line.alert, session.quarter, cause, remedy), self
        )
        if changes is None:
            self._typed[key] = (cause, remedy)
            return
        self._typed.pop(key, None)
        self.show_context()
        if self.model.row_of(key) >= 0:
            self.go_to(min(row + 1, self.model.rowCount() - 1))

    def _open_entry(self) -> None:
        line = self._line()
        if line is not None:
            finding = line.alert.alarm.finding
            fund = finding.fund_id or (line.alert.alarm.card.plan.funds[0].id if line.alert.of_plan else "")
            extra: dict[str, object] = {"indicator_id": finding.indicator_id, "fund_id": fund}
            self.open_requested.emit("entry", line.alert.alarm.card.plan.id, extra)

    def _lay_out(self) -> None:
        self.table.setItemDelegate(TableDelegate(self.table, row_height=theme.ROW))
        header = self.table.horizontalHeader()
        for key, width in _WIDTHS.items():
            header.resizeSection(self.model.column(key), width)
        header.setSectionResizeMode(self.model.column("finding"), QHeaderView.ResizeMode.Stretch)
        head = QHBoxLayout()
        head.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, 0)
        head.setSpacing(theme.PANEL_PADDING)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        top = QWidget()
        top.setFixedHeight(theme.PAGE_HEAD)
        top.setLayout(head)
        inner = widgets.fill(QWidget(), "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, theme.SPACE)
        column.addWidget(self.table)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        blank = QWidget()
        middle = QVBoxLayout(blank)
        middle.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, 0)
        middle.addWidget(self.clear)
        middle.addStretch(1)
        self._stack.addWidget(scroll)
        self._stack.addWidget(blank)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self._rule)
        whole.addWidget(self.editor)
