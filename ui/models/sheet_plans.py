"""The plans whose sheets are exported: each with a tick, or the reason why not, and the worst of its findings."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from perftrack.domain.plans import Plan
from perftrack.domain.terms import Severity

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Role(IntEnum):
    """What a plan shows beside its name."""

    PLAN_ID = Qt.ItemDataRole.UserRole + 1
    MARK = Qt.ItemDataRole.UserRole + 2
    """``error`` or ``warning``, "" for neither."""


class SheetPlans(QAbstractListModel):
    """Ticks stay with their plans when the list is renewed; new plans come in ticked."""

    ticked = Signal()
    """The user ticked or unticked something."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plans: list[Plan] = []
        self._off: set[str] = set()
        self._refused: Mapping[str, str] = {}
        self._marks: dict[str, Severity] = {}

    def show(self, plans: Sequence[Plan], refused: Mapping[str, str] | None = None) -> None:
        """Show the plans of a year; those ``refused`` by id cannot be ticked, for the reason given."""
        self.beginResetModel()
        self._plans, self._refused = list(plans), refused or {}
        self._off &= {plan.id for plan in plans}
        self.endResetModel()

    def refuse(self, refused: Mapping[str, str]) -> None:
        """Give the reasons again, in other words."""
        self._refused = refused
        if self._plans:
            self.dataChanged.emit(self.index(0), self.index(len(self._plans) - 1), [Qt.ItemDataRole.ToolTipRole])

    def mark(self, worst: Mapping[str, Severity]) -> None:
        """Show the worst finding per plan id; hints are not marked."""
        self._marks = {plan: severity for plan, severity in worst.items() if severity is not Severity.HINT}
        if self._plans:
            self.dataChanged.emit(self.index(0), self.index(len(self._plans) - 1), [Role.MARK])

    def plan(self, row: int) -> Plan:
        """Give the plan in ``row``."""
        return self._plans[row]

    def row_of(self, plan_id: str) -> int:
        """Give the row of a plan, -1 if it is not here."""
        return next((i for i, plan in enumerate(self._plans) if plan.id == plan_id), -1)

    def chosen(self) -> tuple[Plan, ...]:
        """Give the ticked plans in order."""
        return tuple(plan for plan in self._plans if self._is_ticked(plan))

    def tickable(self) -> int:
        """Give how many plans can be ticked."""
        return sum(plan.id not in self._refused for plan in self._plans)

    def tick_all(self, on: bool) -> None:
        """Tick every plan, or none."""
        self._off = set() if on else {plan.id for plan in self._plans}
        if self._plans:
            self.dataChanged.emit(self.index(0), self.index(len(self._plans) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def _is_ticked(self, plan: Plan) -> bool:
        return plan.id not in self._off and plan.id not in self._refused

    def _mark_word(self, severity: Severity | None) -> str:
        match severity:
            case Severity.ERROR:
                return self.tr("has errors")
            case Severity.WARNING:
                return self.tr("has warnings")
            case _:
                return ""

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._plans)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        plan = self._plans[index.row()]
        mark = self._marks.get(plan.id)
        refused = self._refused.get(plan.id, "")
        if role == Qt.ItemDataRole.DisplayRole:
            return plan.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{plan.name}\n{refused}".strip()
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._is_ticked(plan) else Qt.CheckState.Unchecked
        if role == Role.PLAN_ID:
            return plan.id
        if role == Role.MARK:
            return "" if mark is None else mark.value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(words for words in (plan.name, self._mark_word(mark), refused) if words)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        plan = self._plans[index.row()]
        if plan.id in self._refused:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._off.discard(plan.id)
        else:
            self._off.add(plan.id)
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        refused = self._plans[index.row()].id in self._refused
        return super().flags(index) | (Qt.ItemFlag(0) if refused else Qt.ItemFlag.ItemIsUserCheckable)
