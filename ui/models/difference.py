"""A submission against the one before, line by line: changed lines with what changed, or unchanged ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from perftrack.domain.decimals import ZERO
from perftrack.domain.submissions import Difference, Line
from perftrack.domain.targets import print_target
from perftrack.services.typedforms import shown
from ui import formatting
from ui.delegates.roles import NUMBER, Look
from ui.models.rows import RIGHT, Column, RowsModel

Index = QModelIndex | QPersistentModelIndex
#: The key of the line that tells of the money.
SPENDING = "spending"


@dataclass(frozen=True, slots=True)
class Change:
    """A text that changed: its label, what it said before (empty: nothing) and what it says now."""

    label: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class DiffRow:
    """One line, or (``detail``) the block below an opened one that tells what changed in words."""

    key: str
    name: str
    light: str
    target: str
    before: str
    now: str
    effect: str
    evidence: str
    change: str
    tone: str
    changed: bool
    details: tuple[Change, ...] = ()
    seen: bool = False
    detail: bool = False


class DifferenceTable(RowsModel[DiffRow]):
    """Columns: read, indicator, target, before, →, now, effect on the score, evidence, change."""

    marked = Signal(str, bool)
    """The mark of a line was set or taken away: key, read."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._first = False
        self._opened = ""
        super().__init__(parent)

    def show_difference(self, rows: Sequence[DiffRow], first: bool, seen: Iterable[str]) -> None:
        """Show lines; ``first``: nothing was submitted before. The opened line stays open if it is still there."""
        marks = frozenset(seen)
        self._first = first
        lines = [replace(row, seen=row.key in marks) for row in rows]
        if self._opened not in {row.key for row in lines if row.details}:
            self._opened = next((row.key for row in lines if row.details), "")
        self._show(lines)

    def toggle_detail(self, row: int) -> None:
        """Open the block below a line, or close it."""
        line = self.row(row)
        if line.details:
            self._opened = "" if self._opened == line.key else line.key
            self._show([each for each in self.rows() if not each.detail])

    def lines(self) -> list[DiffRow]:
        """The lines without the block."""
        return [row for row in self.rows() if not row.detail]

    def _show(self, lines: Sequence[DiffRow]) -> None:
        rows: list[DiffRow] = []
        for line in lines:
            rows.append(line)
            if line.key == self._opened and line.details:
                words = "; ".join(f"{each.label} {each.now}" for each in line.details)
                rows.append(DiffRow(line.key, words, *[""] * 8, False, line.details, detail=True))  # type: ignore[arg-type]
        self.show_rows(rows)

    def columns(self) -> list[Column[DiffRow]]:
        quiet = Look(tone="text-2", right=True)
        small = Look(tone="text-3", right=True, size=12)
        return [
            Column("seen", lambda: self.tr("Read"), lambda _row: "", spoken=self._spoken_mark),
            Column(
                "name", lambda: self.tr("Indicator"), lambda row: row.name,
                lambda row: Look(light=row.light, bold=row.changed and not row.detail, no_rule=row.detail),
            ),
            Column("target", lambda: self.tr("Target"), lambda row: row.target, lambda _row: quiet, align=RIGHT),
            Column(
                "before", lambda: self.tr("Before") if not self._first else "", lambda row: row.before,
                lambda _row: quiet, align=RIGHT,
            ),
            Column("arrow", lambda: "", lambda row: "→" if row.changed and not row.detail else "", lambda _row: quiet),
            Column(
                "now", lambda: self.tr("Now"), lambda row: row.now,
                lambda row: Look(right=True, bold=row.changed), align=RIGHT,
            ),
            Column(
                "effect", lambda: self.tr("Effect on score"), lambda row: row.effect, lambda _row: small, align=RIGHT,
            ),
            Column(
                "evidence", lambda: self.tr("Evidence"), lambda row: row.evidence, lambda _row: NUMBER, align=RIGHT,
            ),
            Column(
                "change", lambda: self.tr("Change"), lambda row: row.change,
                lambda row: Look(tone=row.tone, right=True, bold=row.changed), align=RIGHT,
            ),
        ]  # fmt: skip

    def _spoken_mark(self, row: DiffRow) -> str:
        if row.detail:
            return ""
        return self.tr("read") if row.seen else self.tr("not read yet")

    # Qt's own names from here on.

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == 0:
            row = self.row(index.row())
            return None if row.detail else Qt.CheckState.Checked if row.seen else Qt.CheckState.Unchecked
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.row(index.row()).detail:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else usual

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or self.row(index.row()).detail:
            return False
        self.marked.emit(self.row(index.row()).key, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class DifferenceWords:
    """Makes rows of a difference, in words of the language of now. ``tr`` is the page's."""

    def __init__(self, cause: str, remedy: str, note: str, files: str, missing: str, spending: str) -> None:
        self._cause, self._remedy, self._note, self._files = cause, remedy, note, files
        self._missing, self._spending = missing, spending

    def rows(
        self, difference: Difference, files: Mapping[str, Sequence[str]] = MappingProxyType({})
    ) -> tuple[list[DiffRow], list[DiffRow]]:
        """The changed and the unchanged lines, in sheet order; the money comes last.

        ``files`` are the names of new evidence by indicator id; a file in the place of another is a change, too.
        """
        rows = [
            self._indicator(line, difference.first, files.get(line.now.indicator.id, ()))
            for line in difference.lines
            if not line.now.excluded
        ]
        if difference.now.plan.funds:
            rows.append(self._money(difference))
        return [row for row in rows if row.changed], [row for row in rows if not row.changed]

    def _indicator(self, line: Line, first: bool, names: Sequence[str]) -> DiffRow:
        changed = line.changed or bool(names)
        before = shown(line.actual_before) if line.actual_before is not None else self._missing
        now = shown(line.actual_now) if line.actual_now is not None else self._missing
        files = line.evidence_now - line.evidence_before
        return DiffRow(
            line.now.indicator.id,
            line.now.indicator.name,
            line.light.value,
            print_target(line.now.target) or formatting.NOTHING,
            "" if first or not changed else before,
            now,
            _effect(formatting.points(line.before.points or ZERO), formatting.points(line.now.points), changed),
            formatting.signed(files, 0) if files else formatting.NOTHING if changed else "",
            formatting.signed(line.effect) if changed else formatting.NOTHING,
            _tone(line.effect) if changed else "text-3",
            changed,
            tuple(self._details(line, names)) if changed else (),
        )

    def _details(self, line: Line, names: Sequence[str]) -> Iterable[Change]:
        old, new = line.deviation_before, line.deviation_now
        notes = [(each.note or "") if each else "" for each in (line.actual_before, line.actual_now)]
        for label, before, now in (
            (self._cause, old.cause, new.cause),
            (self._remedy, old.remedy, new.remedy),
            (self._note, *notes),
            (self._files, "", "、".join(names)),
        ):
            if before != now:
                yield Change(label, before, now)

    def _money(self, difference: Difference) -> DiffRow:
        old, new = difference.before.execution, difference.now.execution
        changed = difference.spending_changed
        effect = difference.spending_effect
        spent = [formatting.money(each.executed) for each in (old, new)]
        return DiffRow(
            SPENDING,
            self._spending,
            new.light.value,
            formatting.money(new.budget),
            "" if difference.first or not changed else spent[0],
            spent[1],
            _effect(formatting.points(old.points), formatting.points(new.points), changed),
            "",
            formatting.signed(effect) if changed else formatting.NOTHING,
            _tone(effect) if changed else "text-3",
            changed,
        )


def _effect(before: str, now: str, changed: bool) -> str:
    return f"{before} → {now}" if changed else now


def _tone(effect: Decimal) -> str:
    return "text-2" if effect == ZERO else "red" if effect < ZERO else "accent"
