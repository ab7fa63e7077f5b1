"""How a quarter is reviewed: how many approvals, and until when each quarter is due."""

from itertools import pairwise

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from perftrack.domain.duedates import DueDate
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.terms import PlanKind
from perftrack.errors import UserError
from perftrack.services import settings
from ui import theme, widgets
from ui.pages.settings_parts.section import Section, prose
from ui.session import Session

_DAY_WIDTH, _GRACE_WIDTH = 136, 64


class DueFields(QObject):
    """A day and its days of grace, as typed. A refused text stays until it reads."""

    finished = Signal()

    def __init__(self, quarter: Quarter, kind: PlanKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.quarter, self.kind = quarter, kind
        self.day, self.grace = QLineEdit(parent), QLineEdit(parent)
        self.day.setFixedWidth(_DAY_WIDTH)
        self.grace.setFixedWidth(_GRACE_WIDTH)
        self._shown = ("", "")
        for field in (self.day, self.grace):
            field.editingFinished.connect(self._finish)

    def show_due(self, due: DueDate | None) -> None:
        """Show what is stored, unless something else was typed."""
        day = "" if due is None else due.day.isoformat()
        grace = "" if due is None else str(due.grace)
        if self.typed() == self._shown:
            self.day.setText(day)
            self.grace.setText(grace)
            self.mark(False)
        self._shown = (day, grace)

    def typed(self) -> tuple[str, str]:
        """Day and grace as they stand in the fields."""
        return self.day.text().strip(), self.grace.text().strip()

    def is_changed(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.typed() != self._shown

    def accept(self) -> None:
        """Take what is stored next, whatever stands in the fields."""
        self._shown = self.typed()

    def mark(self, wrong: bool, code: str = "") -> None:
        """Show which field was refused."""
        for field, is_wrong in ((self.day, wrong and code != "not_days"), (self.grace, wrong and code == "not_days")):
            field.setProperty("invalid", is_wrong)
            field.style().unpolish(field)
            field.style().polish(field)

    def _finish(self) -> None:
        if self.is_changed():
            self.finished.emit()


class ReviewSection(Section):
    """Levels of approval and due dates of the year shown; each is stored as soon as it is chosen or typed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title, self._due_title = widgets.SectionTitle(""), widgets.SectionTitle("")
        self.levels = widgets.Segments(["", ""])
        self.levels.chosen.connect(self._set_levels)
        self._levels_hint, self._due_hint, self.reason = prose(), prose(), prose(tone="red")
        self.fields = [DueFields(quarter, kind, self) for quarter in QUARTERS for kind in PlanKind]
        self._quarters = [widgets.label() for _ in QUARTERS]
        self._kinds = {kind: widgets.label(bold=True) for kind in PlanKind}
        self._heads = [widgets.label(size=theme.SMALL, tone="text-2") for _ in range(4)]
        for each in self.fields:
            each.finished.connect(lambda each=each: self.store(each))
        self._lay_out()
        self.setFocusProxy(self.levels.part(0))

    def show_section(self, editable: bool) -> None:
        workspace, year = self.session.workspace, self.session.year
        self.levels.set_current(settings.approval_levels(workspace) - 1)
        for i in range(2):
            self.levels.part(i).setEnabled(editable)
        stored = settings.due_dates(workspace, year)
        for each in self.fields:
            each.show_due(stored.get((each.quarter, each.kind)))
            each.day.setEnabled(editable and bool(year))
            each.grace.setEnabled(editable and bool(year))
        if not any(each.is_changed() for each in self.fields):
            self.reason.setText("")
        self._name_due()

    def retranslate(self) -> None:
        self._title.set_text(self.tr("Levels of approval"))
        self.levels.set_word(0, self.tr("One"))
        self.levels.set_word(1, self.tr("Two"))
        self.levels.setAccessibleName(self.tr("Levels of approval"))
        self._levels_hint.setText(
            self.tr("One: the head of the section approves. Two: the performance officer approves after the head.")
        )
        self._due_hint.setText(
            self.tr("Type 10-11 or 2024-10-11; leave it empty for no limit. After the days of grace a plan is late.")
        )
        for label, quarter in zip(self._quarters, QUARTERS, strict=True):
            label.setText(self.session.speaker.quarter(int(quarter)))
        words = {PlanKind.PROJECT: self.tr("Projects"), PlanKind.DEPARTMENT: self.tr("Department")}
        for kind, label in self._kinds.items():
            label.setText(words[kind])
        for i, label in enumerate(self._heads):
            label.setText(self.tr("Days of grace") if i % 2 else self.tr("Due"))
        for each in self.fields:
            place = self.tr("%1, %2").replace("%1", self.session.speaker.quarter(int(each.quarter)))
            place = place.replace("%2", words[each.kind])
            each.day.setAccessibleName(self.tr("Due: %1").replace("%1", place))
            each.grace.setAccessibleName(self.tr("Days of grace: %1").replace("%1", place))
        self._name_due()

    def may_close(self) -> bool:
        stored = [self.store(each) for each in self.fields if each.is_changed()]
        return all(stored)

    def regions(self) -> list[QWidget]:
        return [self.levels.part(max(0, self.levels.current())), self.fields[0].day]

    def store(self, fields: DueFields) -> bool:
        """Store a due date as typed; False if it was refused, it stays typed then."""
        session, year = self.session, self.session.year
        try:
            due = settings.due_from_text(*fields.typed(), year, int(fields.quarter))
        except UserError as error:
            fields.mark(True, error.code)
            self.reason.setText(session.speaker.error(error))
            return False
        fields.mark(False)
        self.reason.setText("")
        before = fields.typed()
        fields.accept()
        changes = session.perform(
            lambda: settings.set_due_date(session.workspace, year, int(fields.quarter), fields.kind, due),
            self,
            self.reason.setText,
        )
        if changes is not None and fields.typed() == before:
            fields.show_due(due)
        return changes is not None

    def _name_due(self) -> None:
        year = self.session.year
        words = self.tr("Due dates of %1").replace("%1", str(year)) if year else self.tr("Due dates: no year yet")
        self._due_title.set_text(words)

    def _set_levels(self, index: int) -> None:
        workspace = self.session.workspace
        if self.session.perform(lambda: settings.set_approval_levels(workspace, index + 1), self) is None:
            self.levels.set_current(settings.approval_levels(workspace) - 1)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 96)
        grid.setColumnMinimumWidth(3, 40)
        for i, kind in enumerate((PlanKind.PROJECT, PlanKind.DEPARTMENT)):
            first = 1 + 3 * i
            grid.addWidget(self._kinds[kind], 0, first, 1, 2)
            grid.addWidget(self._heads[2 * i], 1, first)
            grid.addWidget(self._heads[2 * i + 1], 1, first + 1)
            for row, quarter in enumerate(QUARTERS, start=2):
                each = next(f for f in self.fields if (f.quarter, f.kind) == (quarter, kind))
                grid.addWidget(each.day, row, first)
                grid.addWidget(each.grace, row, first + 1)
        for row, label in enumerate(self._quarters, start=2):
            grid.addWidget(label, row, 0)
        grid.setColumnStretch(6, 1)
        order = [field for each in self._by_kind() for field in (each.day, each.grace)]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, theme.PANEL_PADDING)
        column.setSpacing(8)
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.levels)
        row.addWidget(self._levels_hint, 1)
        column.addLayout(row)
        column.addSpacing(16)
        column.addWidget(widgets.Rule("rule-strong"))
        column.addSpacing(8)
        column.addWidget(self._due_title)
        column.addWidget(self._due_hint)
        column.addSpacing(4)
        column.addLayout(grid)
        column.addWidget(self.reason)
        column.addStretch(1)

    def _by_kind(self) -> list[DueFields]:
        return sorted(self.fields, key=lambda each: (each.kind is PlanKind.DEPARTMENT, int(each.quarter)))
