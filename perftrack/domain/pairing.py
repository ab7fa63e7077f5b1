"""Which indicators of two states of a plan, or of two years, are the same."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from perftrack.domain import spelling
from perftrack.domain.plans import Indicator

#: Places of the same indicator before and after; None where it is in one only.
Pair = tuple[int | None, int | None]
_Key = Callable[[Indicator], Hashable]


def pairs(
    before: Sequence[Indicator], after: Sequence[Indicator], links: Mapping[str, str] | None = None
) -> list[Pair]:
    """The pairs in the order of ``after``, then what only ``before`` has. Every indicator is in exactly one pair.

    ``links`` lead from an id before to the id after where someone has said so. Else the id tells; then levels and
    name; then the name alone, its spelling levelled. Of equal names the first goes with the first.
    """
    linked = links or {}
    found: dict[int, int] = {}
    taken: set[int] = set()
    for key_before, key_after in _keys(linked):
        if len(taken) == len(before):
            break
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place, item in enumerate(before):
            if place not in taken and (key := key_before(item)):
                waiting[key].append(place)
        for place, item in enumerate(after):
            if place not in found and (same := waiting.get(key_after(item))):
                found[place] = same.pop(0)
                taken.add(found[place])
    both: list[Pair] = [(found.get(place), place) for place in range(len(after))]
    return both + [(place, None) for place in range(len(before)) if place not in taken]


def _keys(linked: Mapping[str, str]) -> Iterable[tuple[_Key, _Key]]:
    if linked:
        yield (lambda item: linked.get(item.id, "")), _id
    yield _id, _id
    yield _place_and_name, _place_and_name
    yield _name, _name


def _id(item: Indicator) -> Hashable:
    return item.id


def _place_and_name(item: Indicator) -> Hashable:
    return item.level1, item.level2, item.name


def _name(item: Indicator) -> Hashable:
    return spelling.level(item.name)
