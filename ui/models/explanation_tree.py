"""得分说明 as a tree: the score first, its steps below, the quarters one level deeper."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.decimals import shortest
from perftrack.domain.explanation import Step, explain, explain_execution
from perftrack.domain.scorecards import Scorecard
from perftrack.services.messages import Speaker
from ui import formatting

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_INDENT = "  "


class Role(IntEnum):
    """What a line says beside its sentence."""

    LABEL = Qt.ItemDataRole.UserRole + 1
    NOTE = Qt.ItemDataRole.UserRole + 2
    STRONG = Qt.ItemDataRole.UserRole + 3


@dataclass(slots=True, eq=False)
class Line:
    """One line: ``label`` names its topic, ``note`` stands at the right end."""

    label: str
    sentence: str
    note: str = ""
    strong: bool = False
    parent: "Line | None" = None
    lines: list["Line"] = field(default_factory=list)

    def add(self, line: "Line") -> "Line":
        """Hang ``line`` below this one."""
        line.parent = self
        self.lines.append(line)
        return line

    def text(self, depth: int = 0) -> str:
        """This line and all below it as plain text."""
        words = [word for word in (self.label, self.sentence, self.note) if word]
        own = f"{_INDENT * depth}{_INDENT.join(words)}"
        return "\n".join([own, *(line.text(depth + 1) for line in self.lines)])


class ExplanationTree(QAbstractItemModel):
    """One column; the delegate draws label, sentence and note of a line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Line("", "")

    def show_score(self, card: Scorecard, row: int, speaker: Speaker) -> None:
        """Explain the score in ``row`` of ``card``."""
        score = card.scores[row]
        full = score.indicator.weight if score.excluded else score.full
        top = Line(self.tr("Score"), f"{formatting.points(score.points)} / {shortest(full)}", strong=True)
        if not score.excluded and score.lost > 0:
            top.note = formatting.loss(score.lost)
        self._show(top, explain(score, card), speaker)

    def show_execution(self, card: Scorecard, speaker: Speaker) -> None:
        """Explain the points for budget execution."""
        execution = card.execution
        points = None if execution.executed is None else execution.points
        top = Line(self.tr("Score"), f"{formatting.points(points)} / {shortest(execution.weight)}", strong=True)
        if execution.points < execution.weight:
            top.note = formatting.loss(execution.weight - execution.points)
        self._show(top, explain_execution(card), speaker)

    def clear(self) -> None:
        """Explain nothing."""
        self.beginResetModel()
        self._root = Line("", "")
        self.endResetModel()

    def text(self) -> str:
        """Give the explanation as plain text, indented."""
        return "\n".join(line.text() for line in self._root.lines)

    def _show(self, top: Line, steps: Sequence[Step], speaker: Speaker) -> None:
        self.beginResetModel()
        self._root = Line("", "")
        self._root.add(top)
        last = top
        for step in steps:
            line = Line(speaker.topic(step.topic), speaker.step(step))
            if step.depth:
                line.label, line.sentence = _quarter(step, speaker)
                last.add(line)
            else:
                last = top.add(line)
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
        if role == Qt.ItemDataRole.DisplayRole:
            return line.sentence
        if role == Role.LABEL:
            return line.label
        if role == Role.NOTE:
            return line.note
        if role == Role.STRONG:
            return line.strong
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(word for word in (line.label, line.sentence, line.note) if word)
        return None


def _quarter(step: Step, speaker: Speaker) -> tuple[str, str]:
    """The quarter as the label and what it brought as the sentence."""
    return speaker.quarter(int(step.arguments["quarter"])), step.arguments.get("value", speaker.step(step))
