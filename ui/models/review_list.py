"""The work lists of the review as one list: a heading with its count, then the plans below it."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.terms import ReviewState
from perftrack.services.worklists import WorkItem, WorkLists
from ui.delegates.roles import OBJECT

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a list: ``review``, ``report`` or ``approved``, and how many plans it has."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class ListLine:
    """What one row shows: a title with a note at the right; a plan has its section below."""

    title: str
    note: str
    below: str = ""
    tone: str = "text-2"
    heading: bool = False


class ReviewList(QAbstractListModel):
    """待审核, 待填报, 已通过, each with its plans. Headings can be read, not chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Heading | WorkItem] = []

    def show_lists(self, lists: WorkLists) -> None:
        """Show the plans of a quarter."""
        rows: list[Heading | WorkItem] = []
        for key, items in (("review", lists.to_review), ("report", lists.to_report), ("approved", lists.approved)):
            rows += [Heading(key, len(items)), *items]
        if self._same_places(rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def item(self, row: int) -> WorkItem | None:
        """The plan of a row; None for a heading and where there is none."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, WorkItem) else None

    def row_of(self, plan_id: str) -> int:
        """The row of a plan, -1 if it is in no list."""
        places = (i for i, row in enumerate(self._rows) if isinstance(row, WorkItem) and row.plan.id == plan_id)
        return next(places, -1)

    def first(self) -> int:
        """The first plan, those that wait for the one who looks before the others; -1 if there is none."""
        places = [i for i, row in enumerate(self._rows) if isinstance(row, WorkItem)]
        mine = [i for i in places if (item := self.item(i)) is not None and item.mine]
        return next(iter(mine or places), -1)

    def line(self, row: int) -> ListLine:
        """What a row shows."""
        found = self._rows[row]
        if isinstance(found, Heading):
            title = {
                "review": self.tr("To review"),
                "report": self.tr("To report"),
                "approved": self.tr("Approved"),
            }[found.key]
            return ListLine(title, str(found.count), heading=True)
        note, tone = self._note(found)
        return ListLine(found.plan.name, note, found.plan.section or found.plan.lead or "", tone)

    def _note(self, item: WorkItem) -> tuple[str, str]:
        day = _day(item.latest.time) if item.latest is not None else ""
        if item.review.state is ReviewState.SUBMITTED:
            words = self.tr("submission %1, %2").replace("%1", str(item.review.submission)).replace("%2", day)
            return words, "text-2"
        if item.review.state is ReviewState.APPROVED:
            return self.tr("approved %1").replace("%1", day), "text-2"
        asked = sum(1 for each in item.plan.indicators if each.excluded is None)
        filled = self.tr("%1 / %2 filled in").replace("%1", str(asked - len(item.gaps.indicators)))
        filled = filled.replace("%2", str(asked))
        if item.late:
            late = self.tr("late by %n day(s)", "", item.late)
            return self.tr("%1, %2").replace("%1", late).replace("%2", filled), "red"
        if item.review.state is ReviewState.RETURNED:
            return self.tr("returned %1").replace("%1", day), "amber-text"
        return filled, "text-2"

    def _same_places(self, rows: list[Heading | WorkItem]) -> bool:
        def places(of: list[Heading | WorkItem]) -> list[str]:
            return [row.key if isinstance(row, Heading) else row.plan.id for row in of]

        return bool(rows) and places(rows) == places(self._rows)

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.item(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == OBJECT:
            return self.line(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.line(index.row()).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = self.line(index.row())
            return ", ".join(part for part in (line.title, line.below, line.note) if part)
        return None


def _day(time: str) -> str:
    """Month and day of an ISO time."""
    return time[5:10]
