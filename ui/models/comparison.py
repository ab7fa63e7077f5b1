"""Two scored states as a table: what every part brought before and after, the difference, and why. It adds up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from perftrack.domain.causes import counted, points_text
from perftrack.domain.comparison import Comparison, Part
from perftrack.domain.comparison_tree import comparison_tree
from perftrack.domain.decimals import EXACT, ZERO
from perftrack.domain.explanation_tree import Node
from perftrack.services.messages import Speaker
from ui import formatting, theme
from ui.delegates.roles import Look
from ui.models.clipboard import Block
from ui.models.rows import RIGHT, Column, RowsModel

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
EXECUTION, CAP, SAME, SUM = "execution", "cap", "same", "sum"


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One part of the total, or (``detail``) a line below an opened one. ``before`` and ``after`` as they are shown.

    ``causes`` are sentences, the first stands in the row; ``below`` is what opening the row brings.
    """

    key: str
    name: str
    before: str
    after: str
    change: Decimal | None
    causes: tuple[str, ...] = ()
    below: tuple["CompareRow", ...] = ()
    detail: bool = False
    indicator_id: str = ""
    last: bool = False


class ComparisonTable(RowsModel[CompareRow]):
    """Columns: part, before, after, difference, cause. The dearest part first; the sum stands last."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._opened: set[str] = set()
        super().__init__(parent)

    def show(self, comparison: Comparison | None, speaker: Speaker) -> None:
        """Show a comparison, or nothing; parts that were open stay open."""
        lines = [] if comparison is None else self._lines(comparison, speaker)
        self._opened &= {line.key for line in lines if line.below}
        self.show_rows([each for line in lines for each in self._with_open(line)])

    def toggle(self, row: int) -> None:
        """Open what is below a part, or close it."""
        line = self.row(row)
        if not line.below:
            return
        first, last = row + 1, row + len(line.below)
        if line.key in self._opened:
            self.beginRemoveRows(_ROOT, first, last)
            self._opened.discard(line.key)
            del self._rows[first : last + 1]
            self._keep()
            self.endRemoveRows()
        else:
            self.beginInsertRows(_ROOT, first, last)
            self._opened.add(line.key)
            self._rows[first:first] = line.below
            self._keep()
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def is_open(self, row: int) -> bool:
        """Whether the part in ``row`` shows what is below it."""
        return self.row(row).key in self._opened and not self.row(row).detail

    def row_of(self, key: str) -> int:
        """The row of a part by its key or the id of its indicator, -1 for none."""
        found = (
            i for i, row in enumerate(self.rows()) if not row.detail and key and key in (row.key, row.indicator_id)
        )
        return next(found, -1)

    def parts(self) -> list[CompareRow]:
        """What is no detail, without the sum."""
        return [row for row in self.rows() if not row.detail and row.key != SUM]

    def block(self) -> Block:
        """Header, parts and sum for the clipboard, every cause on a line of its own."""
        header = [column.title() for column in self._columns]
        cells = [
            [row.name, row.before, row.after, _change(row), "\n".join(row.causes)]
            for row in self.rows()
            if not row.detail
        ]
        return [header, *cells]

    def columns(self) -> list[Column[CompareRow]]:
        return [
            Column("name", lambda: self.tr("Indicator"), lambda row: row.name, self._name_look),
            Column("before", lambda: self.tr("Before"), lambda row: row.before, _quiet, align=RIGHT),
            Column("after", lambda: self.tr("After"), lambda row: row.after, _plain, align=RIGHT),
            Column("change", lambda: self.tr("Difference"), _change, _change_look, align=RIGHT),
            Column("cause", lambda: self.tr("Cause"), lambda row: next(iter(row.causes), ""), self._cause_look),
        ]

    def _lines(self, comparison: Comparison, speaker: Speaker) -> list[CompareRow]:
        tree = comparison_tree(comparison)
        told = [part for part in comparison.parts if part.differs]
        nodes = [node for node in tree.children if node.step.topic == "indicator"]
        lines = [_part_row(part, node, speaker) for part, node in zip(told, nodes, strict=True)]
        lines.sort(key=lambda line: -abs(line.change or ZERO))
        same = [part for part in comparison.parts if not part.differs]
        if same:
            words = self.tr("%n other(s), unchanged", "", len(same))
            lines.append(_row(SAME, words, *_sums(same)))
        before, after = comparison.before, comparison.after
        points = before.execution.points, after.execution.points
        lines.append(_row(EXECUTION, self.tr("Budget execution"), *points))
        for node in tree.children:
            if node.step.topic == "execution":
                lines[-1] = _explained(lines[-1], node.children, speaker)
        items = _sums(comparison.parts)
        rest = tuple(
            EXACT.subtract(EXACT.subtract(card.total, of_items), of_execution)
            for card, of_items, of_execution in zip((before, after), items, points, strict=True)
        )
        if any(rest) or comparison.cap.causes:
            causes = [node for node in tree.children if node.step.topic == "cause"]
            lines.append(_explained(_row(CAP, self.tr("Cap"), *rest), causes, speaker))
        lines[-1] = replace(lines[-1], last=True)
        return [*lines, _row(SUM, self.tr("Total"), before.total, after.total)]

    def _with_open(self, line: CompareRow) -> Sequence[CompareRow]:
        return (line, *line.below) if line.key in self._opened else (line,)

    def _keep(self) -> None:
        self._given = list(self._rows)
        self._looks.clear()

    def _name_look(self, row: CompareRow) -> Look:
        if row.detail:
            return Look(tone="text-2", size=theme.SMALL)
        icon = "" if not row.below else "down" if row.key in self._opened else "right"
        tone = "text-2" if row.key == SAME else "text"
        return Look(icon=icon, tone=tone, bold=row.key == SUM, group_end=row.last or row.key == SUM)

    def _cause_look(self, row: CompareRow) -> Look:
        more = len(row.causes) - 1
        suffix = self.tr("and %n more", "", more) if more > 0 and not self._is_shown_below(row) else ""
        tone = "text" if row.detail else "text-2"
        return Look(tone=tone, suffix=suffix, subtone="text-3", group_end=row.last or row.key == SUM)

    def _is_shown_below(self, row: CompareRow) -> bool:
        return row.key in self._opened

    # Qt's own names from here on.

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            row = self.row(index.row())
            words = {0: row.name, 4: "\n".join(row.causes)}.get(index.column(), "")
            return words or None
        return super().data(index, role)


def _part_row(part: Part, node: Node, speaker: Speaker) -> CompareRow:
    item = part.score.indicator
    before, after = (formatting.NOTHING if score is None else points_text(score) for score in (part.before, part.after))
    row = CompareRow(f"part/{item.id or item.name}", item.name, before, after, part.change, indicator_id=item.id)
    return _explained(row, node.children, speaker)


def _explained(row: CompareRow, nodes: Iterable[Node], speaker: Speaker) -> CompareRow:
    """``row`` with its causes; opening it shows them with the numbers of both states, where that says more."""
    lines = list(nodes)
    causes = tuple(speaker.step(node.step) for node in lines if node.step.topic == "cause")
    below = tuple(
        CompareRow(
            row.key, speaker.topic(node.step.topic), "", "", node.points, (speaker.step(node.step),), detail=True
        )
        for node in lines
    )
    return replace(row, causes=causes, below=below if len(below) > 1 else ())


def _row(key: str, name: str, before: Decimal, after: Decimal) -> CompareRow:
    return CompareRow(key, name, formatting.points(before), formatting.points(after), EXACT.subtract(after, before))


def _sums(parts: Iterable[Part]) -> tuple[Decimal, Decimal]:
    before = after = ZERO
    for part in parts:
        before, after = EXACT.add(before, counted(part.before)), EXACT.add(after, counted(part.after))
    return before, after


def _change(row: CompareRow) -> str:
    return "" if row.change is None else formatting.signed(row.change)


def _quiet(row: CompareRow) -> Look:
    return Look(tone="text-2", right=True, bold=row.key == SUM, group_end=row.last or row.key == SUM)


def _plain(row: CompareRow) -> Look:
    tone = "text-2" if row.key == SAME else "text"
    return Look(tone=tone, right=True, bold=row.key == SUM, group_end=row.last or row.key == SUM)


def _change_look(row: CompareRow) -> Look:
    """A loss in red, a gain in accent, as in the review; what did not move is quiet."""
    change = row.change or ZERO
    tone = "red" if change < 0 else "accent" if change > 0 else "text-2"
    bold = bool(change) and not row.detail
    return Look(tone=tone, right=True, bold=bold or row.key == SUM, group_end=row.last or row.key == SUM)
