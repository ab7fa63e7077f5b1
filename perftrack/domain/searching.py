"""The first and the last whole number that meets a wish, where the wish changes its mind only at known places.

Between two turns a score only rises or only falls, so the ends of that stretch and a halving find what a walk over
every number would. The numbers counted are steps: 1 个 of a count, 0.01 of anything else.
"""

from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

#: Does the number meet the wish?
Meets = Callable[[int], bool]
#: What still meets the wish so far beyond the last turn meets it for ever.
_FOR_EVER = 1 << 60


def whole_turns(places: Iterable[Decimal]) -> tuple[int, ...]:
    """The whole numbers ≥ 0 next to ``places``, on both sides, ascending; 0 is always among them.

    >>> whole_turns([Decimal("11.5"), Decimal(3)])
    (0, 3, 11, 12)
    """
    found = {0}
    for place in places:
        found |= {int(place.to_integral_value(way)) for way in (ROUND_FLOOR, ROUND_CEILING)}
    return tuple(sorted(each for each in found if each >= 0))


def lowest(meets: Meets, turns: tuple[int, ...]) -> int | None:
    """The lowest number that meets the wish, None if none does.

    ``turns`` as of :func:`whole_turns`; behind the last of them the wish may only be lost, not won.
    """
    for place, turn in enumerate(turns):
        if meets(turn):
            return turn
        first = turn + 1
        if place + 1 == len(turns):
            return first if meets(first) else None
        last = turns[place + 1] - 1
        if first <= last:
            if meets(first):
                return first
            if meets(last):
                return _halve(meets, last, first)
    return None


def highest(meets: Meets, turns: tuple[int, ...]) -> int | None:
    """The highest number that meets the wish; None if none does, or if there is no end to them."""
    beyond = turns[-1] + 1
    if meets(beyond):
        far = beyond * 2
        while meets(far):
            if far > _FOR_EVER * beyond:
                return None
            far *= 2
        return _halve(meets, beyond, far)
    for place in range(len(turns) - 1, -1, -1):
        turn = turns[place]
        if meets(turn):
            return turn
        last, first = turn - 1, turns[place - 1] + 1
        if place and first <= last:
            if meets(last):
                return last
            if meets(first):
                return _halve(meets, first, last)
    return None


def _halve(meets: Meets, inside: int, outside: int) -> int:
    """The last number that meets the wish on the way from ``inside``, which does, to ``outside``, which does not."""
    while abs(outside - inside) > 1:
        middle = (inside + outside) // 2
        if meets(middle):
            inside = middle
        else:
            outside = middle
    return inside
