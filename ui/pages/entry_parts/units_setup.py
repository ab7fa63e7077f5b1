"""Setting up: which units there are, and whether and how they report an indicator. For the performance officer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from perftrack.domain.targets import print_target
from perftrack.domain.terms import Across
from perftrack.domain.units import allowed
from perftrack.errors import UserError
from perftrack.services import unit_setup, units
from perftrack.services.changes import Changes
from ui import theme, widgets
from ui.delegates.header import HeaderView
from ui.delegates.table import TableDelegate
from ui.models import clipboard
from ui.models.units_list import ListColumn, UnitsList
from ui.pages.entry_parts.units_words import across_word
from ui.session import Session

#: The kinds a street office has; any other may be typed.
_KINDS = ("社区", "网格党支部")


class UnitsTable(QTableView):
    """Names and targets are typed in place; a column of targets may be pasted."""

    def __init__(self, model: UnitsList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = model
        self.setModel(model)
        self.setItemDelegate(TableDelegate(self, rows=False, row_height=theme.ROW))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW)
        self.setStyleSheet("QTableView { selection-background-color: transparent; }")
        header = HeaderView(self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(ListColumn.NAME, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(ListColumn.TARGET, 120)
        header.resizeSection(ListColumn.STATE, 72)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed | trigger.EditKeyPressed)

    # Qt's own names from here on.

    def keyPressEvent(self, event: object) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):  # type: ignore[attr-defined]
            block = clipboard.read_block(QApplication.clipboard().text())
            self._list.put_targets(max(0, self.currentIndex().row()), [line[0] for line in block if line])
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]


class UnitsSetupDialog(QDialog):
    """Changes of the list are stored at once, the breakdown with its button. Open it with ``open()``."""

    def __init__(self, session: Session, plan_id: str, indicator_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._indicator_id = session, indicator_id
        plan = session.workspace.plan(plan_id)
        self._indicator = next(each for each in plan.indicators if each.id == indicator_id)
        self.kind, self.across = QComboBox(), QComboBox()
        self.list = UnitsList(self)
        self.table = UnitsTable(self.list)
        self.names = QPlainTextEdit()
        self.add = widgets.secondary(self.tr("Add"))
        self.state = widgets.quiet("")
        self._up = widgets.quiet("", "up")
        self._down = widgets.quiet("", "down")
        self.reason = widgets.label("", theme.SMALL, "red")
        self.reason.setWordWrap(True)
        self.use = widgets.primary(self.tr("Use"))
        self._close = widgets.secondary(self.tr("Close"))
        self._lay_out()
        self._offer()
        self._connect()
        self._renew(first=True)

    def chosen_kind(self) -> str:
        """The kind of units shown."""
        return self.kind.currentText().strip()

    def _offer(self) -> None:
        workspace = self._session.workspace
        broken = units.breakdown(workspace, self._indicator_id)
        there = dict.fromkeys([*(unit.kind for unit in units.units(workspace)), *_KINDS])
        self.kind.setEditable(True)
        self.kind.addItems(list(there))
        self.kind.setCurrentText(broken.kind if broken else next(iter(there)))
        self.across.addItem(self.tr("Not by units"), None)
        target = units.target_of(self._indicator)
        for across in allowed(target):
            self.across.addItem(across_word(across), across)
        place = self.across.findData(broken.across) if broken else min(1, self.across.count() - 1)
        self.across.setCurrentIndex(max(0, place))
        self._about.set_text(
            self.tr("%1, target %2")
            .replace("%1", self._indicator.name)
            .replace("%2", print_target(target) or self._indicator.target)
        )

    def _renew(self, first: bool = False) -> None:
        workspace, kind = self._session.workspace, self.chosen_kind()
        broken = units.breakdown(workspace, self._indicator_id) if first else None
        place = self.table.currentIndex()
        mine = [unit for unit in units.units(workspace) if unit.kind == kind]
        self.list.show_units(mine, broken.targets if broken else ({} if first else None))
        if mine:
            row = min(max(0, place.row()), len(mine) - 1)
            self.table.setCurrentIndex(self.list.index(row, max(0, place.column())))
        self._follow()

    def _follow(self) -> None:
        unit = self.list.unit(self.table.currentIndex().row())
        self.state.setText(self.tr("Bring back") if unit and not unit.active else self.tr("Let go"))
        for part in (self.state, self._up, self._down):
            part.setEnabled(unit is not None)

    def _do(self, command: Callable[[], Changes]) -> bool:
        """Run a command; what the user's world refuses is said in the dialog."""
        try:
            changes = command()
        except UserError as error:
            self.reason.setText(self._session.speaker.error(error))
            return False
        self.reason.setText("")
        if changes:
            self._session.events.changed.emit(changes, self)
        self._renew()
        return True

    def _add(self) -> None:
        names = unit_setup.names_from_text(self.names.toPlainText())
        workspace, kind = self._session.workspace, self.chosen_kind()
        if names and self._do(lambda: unit_setup.add_units(workspace, kind, names)):
            self.names.clear()

    def _rename(self, unit_id: str, name: str) -> None:
        self._do(lambda: unit_setup.rename_unit(self._session.workspace, unit_id, name))

    def _toggle(self) -> None:
        unit = self.list.unit(self.table.currentIndex().row())
        if unit is not None:
            self._do(lambda: unit_setup.set_active(self._session.workspace, unit.id, not unit.active))

    def _move(self, step: int) -> None:
        row, order = self.table.currentIndex().row(), self.list.ids()
        if not 0 <= row < len(order) or not 0 <= row + step < len(order):
            return
        order.insert(row + step, order.pop(row))
        column = self.table.currentIndex().column()
        if self._do(lambda: unit_setup.order_units(self._session.workspace, self.chosen_kind(), order)):
            self.table.setCurrentIndex(self.list.index(row + step, column))

    def _use(self) -> None:
        workspace, across = self._session.workspace, self.across.currentData()
        if across is None:
            done = self._do(lambda: unit_setup.clear_breakdown(workspace, self._indicator_id))
        else:
            kind, targets = self.chosen_kind(), self.list.targets()
            way = Across(across)
            done = self._do(lambda: unit_setup.set_breakdown(workspace, self._indicator_id, kind, way, targets))
        if done:
            self.accept()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Units and breakdown"))
        self.resize(640, 600)
        self._about = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        top = QHBoxLayout()
        top.setSpacing(16)
        for words, field in ((self.tr("Units"), self.kind), (self.tr("The office's value"), self.across)):
            top.addLayout(self._field(words, field), 1)
        tools = QHBoxLayout()
        tools.setSpacing(theme.HALF)
        for part in (self._up, self._down, self.state):
            tools.addWidget(part)
        tools.addStretch(1)
        self._up.setText(self.tr("Up"))
        self._down.setText(self.tr("Down"))
        more = QHBoxLayout()
        more.setSpacing(theme.SPACE)
        more.addLayout(self._field(self.tr("More units, one name a line"), self.names), 1)
        more.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        self.names.setFixedHeight(72)
        self.names.setTabChangesFocus(True)
        self.table.setAccessibleName(self.tr("Units"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addWidget(self.reason, 1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(widgets.label(self.tr("Units and breakdown"), bold=True))
        column.addWidget(self._about)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(tools)
        column.addLayout(more)
        column.addLayout(buttons)

    def _field(self, words: str, field: QWidget) -> QVBoxLayout:
        title = widgets.label(words, theme.SMALL, "text-2")
        title.setBuddy(field)
        field.setAccessibleName(words)
        column = QVBoxLayout()
        column.setSpacing(theme.HALF)
        column.addWidget(title)
        column.addWidget(field)
        return column

    def _connect(self) -> None:
        self.kind.currentTextChanged.connect(lambda: self._renew())
        self.list.renamed.connect(self._rename)
        self.table.selectionModel().currentChanged.connect(self._follow)
        self.add.clicked.connect(self._add)
        self.state.clicked.connect(self._toggle)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self.use.clicked.connect(self._use)
        self._close.clicked.connect(self.reject)
        for keys, step in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.ALT | keys), self)
            shortcut.activated.connect(lambda step=step: self._move(step))
        line = self.kind.lineEdit()
        assert isinstance(line, QLineEdit)
        line.setPlaceholderText(self.tr("Kind of units"))
