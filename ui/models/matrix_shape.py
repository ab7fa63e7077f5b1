"""Which columns the matrix of an office has: plans share some indicators by name, and all of them a place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from perftrack.domain import spelling
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.terms import PlanKind
from ui.models.scorecard_rows import short_level

#: (level 1, name or place, how often the plan had it before): what makes two plans meet in a column.
Key = tuple[str, str, int]
#: Fuller than this the matrix by name is worth its width.
_WORTH = 0.5


class Kind(Enum):
    """What stands in a column."""

    TOTAL = auto()
    ITEM = auto()
    EXECUTION = auto()


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One column; ``title`` is empty where the model has the word, ``count`` how many plans meet in it."""

    kind: Kind
    key: Key = ("", "", 0)
    title: str = ""
    count: int = 0

    @property
    def level1(self) -> str:
        """The short name of its level 1."""
        return self.key[0]


TOTAL, EXECUTION = MatrixColumn(Kind.TOTAL), MatrixColumn(Kind.EXECUTION)


def keys_of(card: Scorecard, by_name: bool) -> dict[Key, int]:
    """The columns a plan stands in with the row of its card that belongs there."""
    found: dict[Key, int] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for row, score in enumerate(card.scores):
        item = score.indicator
        level1 = short_level(item.level1)
        if by_name:
            name = spelling.level(item.name)
            found[level1, name, seen[level1, name]] = row
            seen[level1, name] += 1
        else:
            seen[level1, ""] += 1
            found[level1, "", seen[level1, ""]] = row
    return found


def columns_of(cards: Sequence[Scorecard], by_name: bool) -> tuple[MatrixColumn, ...]:
    """Total, the level 1 groups in sheet order, those of projects first; in a group first what most plans share."""
    counts: Counter[Key] = Counter()
    titles: dict[Key, str] = {}
    levels: dict[str, None] = {}
    for card in sorted(cards, key=lambda card: card.plan.kind is PlanKind.DEPARTMENT):
        for key, row in keys_of(card, by_name).items():
            counts[key] += 1
            titles.setdefault(key, card.scores[row].indicator.name if by_name else f"{key[0]} {key[2]}")
            levels.setdefault(key[0])
    order = {level: place for place, level in enumerate(levels)}
    arranged = sorted(counts, key=lambda key: (order[key[0]], -counts[key] if by_name else key[2]))
    items = (MatrixColumn(Kind.ITEM, key, titles[key], counts[key]) for key in arranged)
    return (TOTAL, *items, EXECUTION)


def is_shared(cards: Iterable[Scorecard]) -> bool:
    """Whether the plans share enough names for columns by name."""
    filled, names, plans = 0, set[Key](), 0
    for card in cards:
        keys = keys_of(card, by_name=True)
        filled += len(keys)
        names |= keys.keys()
        plans += 1
    return bool(names) and filled / (len(names) * plans) >= _WORTH
