"""Everybody who works with the file, as the settings show them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from perftrack.domain.people import Person
from perftrack.domain.plans import Plan
from perftrack.domain.terms import Role
from ui.delegates.roles import PLAIN, QUIET, QUIET_NUMBER, Look
from ui.models.rows import RIGHT, Column, RowsModel

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with the role in words."""

    person: Person
    role: str


class PeopleTable(RowsModel[PersonLine]):
    """Name, role, section, number of own plans, account, password, whether active."""

    def columns(self) -> list[Column[PersonLine]]:
        return [
            Column("name", lambda: self.tr("Name"), lambda line: line.person.name, self._tone(PLAIN)),
            Column("role", lambda: self.tr("Role"), lambda line: line.role, self._tone(PLAIN)),
            Column("section", lambda: self.tr("Section"), lambda line: line.person.section or "", self._tone(PLAIN)),
            Column(
                "plans", lambda: self.tr("Own plans"), self._plans, self._tone(QUIET_NUMBER),
                sort=lambda line: len(line.person.plans), align=RIGHT,
            ),
            Column("account", lambda: self.tr("Account"), lambda line: line.person.os_user or "", self._tone(QUIET)),
            Column("password", lambda: self.tr("Password"), self._password, self._tone(QUIET)),
            Column("active", lambda: self.tr("State"), self._state, self._tone(QUIET)),
        ]  # fmt: skip

    def row_of(self, person_id: str) -> int:
        """The row of a person, -1 if not shown."""
        return next((i for i, line in enumerate(self.rows()) if line.person.id == person_id), -1)

    @staticmethod
    def _tone(look: Look) -> Callable[[PersonLine], Look]:
        faint = Look(tone="text-3", right=look.right)
        return lambda line: look if line.person.active else faint

    @staticmethod
    def _plans(line: PersonLine) -> str:
        return str(len(line.person.plans)) if line.person.role is Role.LEAD else ""

    def _password(self, line: PersonLine) -> str:
        return self.tr("Set") if line.person.has_password else self.tr("None")

    def _state(self, line: PersonLine) -> str:
        return self.tr("Active") if line.person.active else self.tr("Inactive")


class OwnPlans(QAbstractListModel):
    """The plans of a year with a tick at those that are a lead's own; plans of other years stay as they were."""

    ticked = Signal()
    """The user ticked or unticked a plan."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plans: list[Plan] = []
        self._own: set[str] = set()

    def show_plans(self, plans: Sequence[Plan], own: frozenset[str]) -> None:
        """Show the plans of a year; ``own`` are ids, those of other years among them."""
        self.beginResetModel()
        self._plans, self._own = list(plans), set(own)
        self.endResetModel()

    def own(self) -> frozenset[str]:
        """The ids of all own plans, those of other years among them."""
        return frozenset(self._own)

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._plans)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        plan = self._plans[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return plan.name
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if plan.id in self._own else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        plan = self._plans[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._own.add(plan.id)
        else:
            self._own.discard(plan.id)
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else Qt.ItemFlag.NoItemFlags
