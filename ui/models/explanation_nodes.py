"""得分说明 as a tree for the window: what a line says in three places, its label, its sentence, its right end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.decimals import shortest
from perftrack.domain.evidence import numbered
from perftrack.domain.explanation import Step
from perftrack.domain.explanation_tree import Node
from perftrack.domain.periods import Quarter
from perftrack.domain.sources import NO_SOURCES, Entered, Sources
from perftrack.services.messages import Speaker
from ui import formatting
from ui.formatting import NOTHING

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
#: Lines that are named at the left and have their points at the right, below the score a tree begins with.
_PARTS = frozenset({"level1", "level2", "indicator", "execution"})


class Role(IntEnum):
    """What a line says beside its sentence."""

    LABEL = Qt.ItemDataRole.UserRole + 1
    NOTE = Qt.ItemDataRole.UserRole + 2
    STRONG = Qt.ItemDataRole.UserRole + 3
    NODE = Qt.ItemDataRole.UserRole + 4
    LINK = Qt.ItemDataRole.UserRole + 5


@dataclass(slots=True, eq=False)
class Line:
    """One line: ``label`` names its topic, ``note`` stands at the right end, ``told`` is all of it in a sentence."""

    node: Node | None = None
    label: str = ""
    sentence: str = ""
    note: str = ""
    told: str = ""
    strong: bool = False
    parent: "Line | None" = None
    lines: list["Line"] = field(default_factory=list)

    def add(self, line: "Line") -> None:
        """Hang ``line`` below this one."""
        line.parent = self
        self.lines.append(line)

    @property
    def evidence_id(self) -> str:
        """The file the line stands for, "" for none."""
        return self.node.subject if self.node is not None and self.node.step.topic == "evidence" else ""


@dataclass(frozen=True, slots=True)
class Told:
    """What lines are told with: the speaker, what values rest on, the year shown, and words of the interface."""

    speaker: Speaker
    sources: Sources
    year: int
    score: str
    imported: str
    restored: str
    version: str


class ExplanationNodes(QAbstractItemModel):
    """One column; the delegate draws label, sentence and note of a line. It works nothing out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Line()

    def show(self, node: Node, speaker: Speaker, sources: Sources = NO_SOURCES, year: int = 0) -> None:
        """Show a tree; ``sources`` say who entered what in a quarter, ``year`` is left out of their dates."""
        words = self.tr("Score"), self.tr("imported"), self.tr("restored"), self.tr("version %1")
        told = Told(speaker, sources, year, *words)
        self.beginResetModel()
        self._root = Line()
        self._root.add(_top(node, told))
        self.endResetModel()

    def clear(self) -> None:
        """Explain nothing."""
        self.beginResetModel()
        self._root = Line()
        self.endResetModel()

    def _line(self, index: Index) -> Line:
        line: Line = index.internalPointer() if index.isValid() else self._root
        return line

    # Qt's own names from here on.

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        lines = self._line(parent).lines
        if column != 0 or not 0 <= row < len(lines) or (parent.isValid() and parent.column() != 0):
            return QModelIndex()
        return self.createIndex(row, column, lines[row])

    def parent(self, index: Index = _NO_INDEX) -> Any:  # type: ignore[override]
        above = self._line(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.parent.lines.index(above) if above.parent else 0, 0, above)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return len(self._line(parent).lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._line(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.sentence
            case Role.LABEL:
                return line.label
            case Role.NOTE:
                return line.note
            case Role.STRONG:
                return line.strong
            case Role.NODE:
                return line.node
            case Role.LINK:
                return bool(line.evidence_id)
            case Qt.ItemDataRole.ToolTipRole:
                return line.told or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(word for word in (line.label, line.sentence, line.note) if word)
        return None


def walk(model: QAbstractItemModel, parent: Index = _NO_INDEX) -> Iterator[QModelIndex]:
    """All lines below ``parent``, in reading order."""
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from walk(model, index)


def _top(node: Node, told: Told) -> Line:
    """The score the tree begins with: what it is of what it could be, the loss at its right end."""
    speaker = told.speaker
    line = Line(node, speaker.topic(node.step.topic), speaker.step(node.step), strong=True)
    if node.step.topic in _PARTS:
        line.label, line.sentence, line.told = told.score, _of_full(node), line.sentence
        if node.points is not None and node.full is not None:
            loss = formatting.loss(node.full - node.points)
            line.note = "" if loss == NOTHING else loss
    _hang(line, node, node.subject, told)
    return line


def _hang(line: Line, node: Node, subject: str, told: Told) -> None:
    """Hang the lines of ``node`` below ``line``; who entered a value stands beside it, not below."""
    for child in node.children:
        if child.step.topic != "entered":
            line.add(_below(child, child.subject or subject, told))


def _below(node: Node, subject: str, told: Told) -> Line:
    speaker, step = told.speaker, node.step
    line = Line(node, speaker.topic(step.topic), speaker.step(step))
    if step.topic in _PARTS:
        line.told = line.sentence
        line.sentence = step.arguments.get("indicator") or step.arguments.get("level") or line.label
        if step.topic == "execution":
            line.label = ""
        line.note = _of_full(node)
    elif step.code == "pack":
        line.told, line.sentence = line.sentence, step.arguments["pack"]
        line.note = told.version.replace("%1", step.arguments["version"])
    elif step.topic == "quarter":
        line.label, line.sentence = (
            speaker.quarter(int(step.arguments["quarter"])),
            step.arguments.get("value", line.sentence),
        )
        line.note = _origin(step, subject, told)
        entered = [speaker.step(each.step) for each in node.children if each.step.topic == "entered"]
        line.told = "\n".join(dict.fromkeys((*entered, line.note)))
    _hang(line, node, subject, told)
    return line


def _of_full(node: Node) -> str:
    full = node.step.arguments["full"] if node.full is None else shortest(node.full)
    return f"{formatting.points(node.points)} / {full}"


def _origin(step: Step, subject: str, told: Told) -> str:
    """Who entered the value of a quarter, on which day, and the numbers of the evidence for it."""
    quarter = Quarter(int(step.arguments["quarter"]))
    entered = told.sources.entered.get((subject, quarter))
    files = [each.number for each in told.sources.evidence if (each.indicator_id, each.quarter) == (subject, quarter)]
    return "  ".join(word for word in (*_who_and_when(entered, told), numbered(files)) if word)


def _who_and_when(entered: Entered | None, told: Told) -> Iterable[str]:
    if entered is None:
        return ()
    day = entered.minute[:10].removeprefix(f"{told.year}-")
    how = {"imported": told.imported, "restored": told.restored}.get(entered.code, "")
    return how, entered.person, day
