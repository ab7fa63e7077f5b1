"""The rows of the matrix: sections with their plans, sorted, folded, and with what is empty left out."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import PlanKind
from ui.models.matrix_cells import MatrixCell
from ui.models.matrix_shape import Key, Kind, MatrixColumn, columns_of, keys_of


@dataclass(slots=True, eq=False)
class PlanRow:
    """One plan: its card, where its indicators stand, and its cells as far as they were asked for."""

    card: Scorecard
    places: dict[Key, int]
    cells: dict[MatrixColumn, MatrixCell] = field(default_factory=dict)

    @property
    def section(self) -> str | None:
        """The section it stands under; None: the department, which stands under none."""
        plan = self.card.plan
        return None if plan.kind is PlanKind.DEPARTMENT else plan.section or ""


@dataclass(slots=True, eq=False)
class SectionRow:
    """A section over its plans."""

    section: str
    plans: list[PlanRow] = field(default_factory=list)
    folded: bool = False
    cells: dict[MatrixColumn, MatrixCell] = field(default_factory=dict)


Row = PlanRow | SectionRow


class MatrixRows:
    """What is shown of an office, in which order. Knows nothing of views; cells are somebody else's business."""

    def __init__(self) -> None:
        self.by_name, self.hide_empty = False, False
        self.columns: tuple[MatrixColumn, ...] = ()
        self.shown: list[Row] = []
        self._plans: dict[str, PlanRow] = {}
        self._sections: dict[str, SectionRow] = {}
        self._all: tuple[MatrixColumn, ...] = ()
        self._reported: Counter[Key] = Counter()

    def plans(self) -> Iterable[PlanRow]:
        """All plans in sheet order."""
        return self._plans.values()

    def take(self, cards: Sequence[Scorecard], sections: Sequence[str]) -> None:
        """Arrange other plans; sections stay folded."""
        folded = {name for name, row in self._sections.items() if row.folded}
        kept = [card for card in cards if card.plan.dropped is None]
        self._plans = {card.plan.id: PlanRow(card, keys_of(card, self.by_name)) for card in kept}
        self._all = columns_of(kept, self.by_name)
        named = [row.section for row in self._plans.values() if row.section is not None]
        order = [name for name in dict.fromkeys([*sections, *named]) if name in set(named)]
        self._sections = {name: SectionRow(name, folded=name in folded) for name in order} if len(order) > 1 else {}
        for row in self._plans.values():
            if row.section in self._sections:
                self._sections[row.section].plans.append(row)
        self._reported = Counter()
        for row in self._plans.values():
            self._reported.update(_reported(row))
        self._choose_columns()

    def renew(self, cards: Sequence[Scorecard]) -> list[PlanRow] | None:
        """Put changed cards in their rows and give these; None: the plans are others, :meth:`take` them."""
        kept = [card for card in cards if card.plan.dropped is None]
        if len(kept) != len(self._plans):
            return None
        changed = [(row, card) for row, card in zip(self._plans.values(), kept, strict=True) if row.card is not card]
        if not all(_alike(row.card, card) for row, card in changed):
            return None
        for row, card in changed:
            self._reported.subtract(_reported(row))
            row.card = card
            row.cells.clear()
            self._reported.update(_reported(row))
            if row.section in self._sections:
                self._sections[row.section].cells.clear()
        if self.hide_empty and self._visible() != self.columns:
            return None
        return [row for row, _ in changed]

    def arrange(self, by: Callable[[PlanRow], object] | None = None, descending: bool = False) -> None:
        """Put the rows in order: the department, then the sections, in each its plans by ``by`` (None comes last)."""
        self._choose_columns()
        department = [row for row in self._plans.values() if row.section is None]
        shown: list[Row] = [row for row in department if self._is_shown(row)]
        if not self._sections:
            projects = [row for row in self._plans.values() if row.section is not None]
            shown += _sorted([row for row in projects if self._is_shown(row)], by, descending)
        for section in self._sections.values():
            plans = [row for row in section.plans if self._is_shown(row)]
            if plans:
                shown.append(section)
                shown += [] if section.folded else _sorted(plans, by, descending)
        self.shown = shown

    def section_of(self, row: PlanRow) -> SectionRow | None:
        """The row of its section, where sections have rows."""
        return self._sections.get(row.section) if row.section is not None else None

    def _is_shown(self, row: PlanRow) -> bool:
        return row.card.reported or not self.hide_empty

    def _choose_columns(self) -> None:
        self.columns = self._visible()

    def _visible(self) -> tuple[MatrixColumn, ...]:
        if not self.hide_empty:
            return self._all
        return tuple(column for column in self._all if column.kind is not Kind.ITEM or self._reported[column.key] > 0)


def _reported(row: PlanRow) -> list[Key]:
    scores = row.card.scores
    return [key for key, place in row.places.items() if scores[place].points is not None]


def _alike(before: Scorecard, after: Scorecard) -> bool:
    """Whether the second card fits into the row of the first."""
    if (before.plan.id, before.plan.section, before.plan.kind) != (after.plan.id, after.plan.section, after.plan.kind):
        return False
    if before.reported != after.reported or before.pack != after.pack:
        return False
    names = ([(score.indicator.level1, score.indicator.name) for score in card.scores] for card in (before, after))
    return next(names) == next(names)


def _sorted(plans: list[PlanRow], by: Callable[[PlanRow], object] | None, descending: bool) -> list[PlanRow]:
    if by is None:
        return plans
    keyed = [(by(row), row) for row in plans]
    known = [pair for pair in keyed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=descending)  # type: ignore[arg-type, return-value]
    return [row for _, row in known] + [row for key, row in keyed if key is None]
