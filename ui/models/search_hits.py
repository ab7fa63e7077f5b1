"""What the search finds: plans, indicators, pages and commands, best first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.delegates.roles import LOOK, OBJECT, Look

Index = QModelIndex | QPersistentModelIndex
_MOST = 10
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: words, a quieter detail, an icon, and what happens when it is chosen."""

    title: str
    detail: str
    icon: str
    act: Callable[[], object]
    keys: str = ""


def find(query: str, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that hold every word of ``query``, best first; the order given breaks ties.

    A title that begins with the query comes first, then one that holds it, then those that hold all its words, in
    title or detail, then titles that hold its characters in their order (社群经费 finds 社区服务群众经费).
    """
    words = query.casefold().split()
    found = []
    for entry in entries:
        rank = _rank(words, entry.title.casefold(), entry.detail.casefold())
        if rank is not None:
            found.append((rank, entry))
    found.sort(key=lambda pair: pair[0])
    return [entry for _, entry in found[:_MOST]]


def _rank(words: Sequence[str], title: str, detail: str) -> int | None:
    whole = " ".join(words)
    if title.startswith(whole):
        return 0
    if whole in title:
        return 1
    if all(word in title or word in detail for word in words):
        return 2
    letters = iter(title)
    return 3 if len(whole) > 1 and all(letter in letters for letter in "".join(words)) else None


class SearchHits(QAbstractListModel):
    """The hits as a list; ``OBJECT`` gives the :class:`Entry`."""

    def __init__(self) -> None:
        super().__init__()
        self._hits: list[Entry] = []
        self._looks: list[Look] = []

    def show_hits(self, hits: Sequence[Entry]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = list(hits)
        self._looks = [Look(icon=hit.icon, suffix=hit.detail, no_rule=True) for hit in hits]
        self.endResetModel()

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{hit.title}, {hit.detail}" if hit.detail else hit.title
            case _ if role == LOOK:
                return self._looks[index.row()]
            case _ if role == OBJECT:
                return hit
            case _:
                return None
