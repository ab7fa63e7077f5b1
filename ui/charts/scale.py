"""Round steps for an axis, and places for words so that they do not lie on each other."""

from collections.abc import Iterable, Sequence
from math import ceil, floor, log10

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
#: An axis starts at 0 unless everything lies in the upper part of it.
_UPPER_PART = 0.5


def round_steps(low: float, high: float, most: int = 5, floor_at_zero: bool = False) -> tuple[float, ...]:
    """Give three to ``most`` round values from at most ``low`` to at least ``high``.

    >>> round_steps(68, 92)
    (60.0, 70.0, 80.0, 90.0, 100.0)
    >>> round_steps(0, 12)
    (0.0, 5.0, 10.0, 15.0)
    >>> round_steps(100, 100)
    (80.0, 85.0, 90.0, 95.0, 100.0)
    """
    if floor_at_zero or 0 <= low < high * _UPPER_PART:
        low = min(low, 0.0)
    if high - low <= abs(high) * 1e-9:
        low, high = (high - abs(high) / 5, high) if high else (0.0, 1.0)
    for step in _steps_from((high - low) / most):
        first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
        if last - first < most:
            return tuple(round(i * step, 10) for i in range(first, last + 1))
    raise AssertionError("there is always a wider step")


def _steps_from(rough: float) -> Iterable[float]:
    power = 10.0 ** floor(log10(rough))
    while True:
        yield from (step * power for step in _STEPS[:-1] if step * power >= rough * 0.999)
        power *= 10


def apart(places: Sequence[float], gap: float) -> list[float]:
    """Move ``places`` along a line as little as needed so that any two are ``gap`` apart, keeping their order.

    >>> apart([10, 12, 40], 16)
    [3.0, 19.0, 40.0]
    """
    order = sorted(range(len(places)), key=lambda i: places[i])
    groups: list[tuple[list[int], float]] = []
    for i in order:
        group, middle = [i], float(places[i])
        while groups and middle - groups[-1][1] < gap * (len(group) + len(groups[-1][0])) / 2:
            group = groups.pop()[0] + group
            middle = sum(places[j] for j in group) / len(group)
        groups.append((group, middle))
    result = [0.0] * len(places)
    for group, middle in groups:
        for position, i in enumerate(group):
            result[i] = middle + (position - (len(group) - 1) / 2) * gap
    return result


def place_words(
    dot: QPointF,
    size: QSizeF,
    area: QRectF,
    lines: Sequence[QLineF],
    taken: Sequence[QRectF],
    below: bool = False,
) -> QRectF:
    """Give the box near ``dot`` for words of ``size`` that meets the fewest lines and boxes.

    Among equals those above the dot are taken first, or those ``below`` it.
    """
    width, height = size.width(), size.height()
    half, away = width / 2, 6.0
    corners = (
        (-half, -away - height),
        (away, -away - height + 4),
        (-width - away, -away - height + 4),
        (-half, away),
        (away, away - 4),
        (-width - away, away - 4),
    )
    if below:
        corners = (*corners[3:], *corners[:3])
    boxes = [QRectF(dot.x() + dx, dot.y() + dy, width, height) for dx, dy in corners]
    return min(boxes, key=lambda box: _trouble(box, area, lines, taken))


def _trouble(box: QRectF, area: QRectF, lines: Sequence[QLineF], taken: Sequence[QRectF]) -> int:
    outside = 0 if area.contains(box) else 8
    tight = box.adjusted(1, 2, -1, -2)
    crossed = sum(2 for line in lines if _meets(tight, line))
    return outside + crossed + sum(6 for other in taken if box.intersects(other))


def _meets(box: QRectF, line: QLineF) -> bool:
    if box.contains(line.p1()) or box.contains(line.p2()):
        return True
    edges = (
        QLineF(box.topLeft(), box.topRight()),
        QLineF(box.bottomLeft(), box.bottomRight()),
        QLineF(box.topLeft(), box.bottomLeft()),
        QLineF(box.topRight(), box.bottomRight()),
    )
    crossing = QLineF.IntersectionType.BoundedIntersection
    return any(line.intersects(edge)[0] == crossing for edge in edges)
