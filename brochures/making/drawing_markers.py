"""Numbered markers in a column beside a drawing, with straight leaders that do not cross. Floor 4."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from brochures.making.drawing_lines import Point, joined, number

EDGE_MM: Final = 0.1  # so that no marker touches the edge of its box
_RADIUS: Final = 0.775  # in sizes of the number: two digits stay well within
_PITCH: Final = 2.25  # from one marker's middle to the next, in radii: they never touch
_SQUARE: Final = 0.94  # half a side in radii: as much ink as the circle
_BASELINE: Final = 0.345  # from the middle of a figure down to its foot, in sizes
_SHORTER: Final = 1e-9  # equal sums of lengths must not swap for ever


@dataclass(frozen=True, slots=True)
class Wish:
    """What a marker points to, and the height at which it would best stand. Millimetres."""

    dot: Point
    y: float


@dataclass(frozen=True, slots=True)
class Marker:
    """A number beside the drawing, and the leader from its edge to a dot. Millimetres.

    `index` is the place of its wish in what was asked for.
    """

    number: int
    index: int
    x: float
    y: float
    text_y: float
    square: str
    edge_x: float
    edge_y: float
    dot_x: float
    dot_y: float


def radius_mm(text_mm: float) -> float:
    """The radius of a marker whose number is set in `text_mm`."""
    return text_mm * _RADIUS


def column_mm(count: int, text_mm: float) -> float:
    """The least height of a column of `count` markers."""
    radius = radius_mm(text_mm)
    return (max(count, 1) - 1) * radius * _PITCH + 2 * (radius + EDGE_MM)


def column(wishes: Sequence[Wish], x: float, first: int, height_mm: float, text_mm: float) -> tuple[Marker, ...]:
    """One marker for each wish, at `x`, numbered from `first` downward."""
    radius = radius_mm(text_mm)
    inset = radius + EDGE_MM
    ys = spread(sorted(wish.y for wish in wishes), radius * _PITCH, inset, height_mm - inset)
    order = sorted(range(len(wishes)), key=lambda i: (wishes[i].dot[1], wishes[i].dot[0], i))
    order = uncrossed(x, ys, order, [wish.dot for wish in wishes])
    return tuple(
        _marker(first + row, index, (x, ys[row]), wishes[index].dot, text_mm) for row, index in enumerate(order)
    )


def _marker(count: int, index: int, place: Point, dot: Point, text_mm: float) -> Marker:
    x, y = place
    radius = radius_mm(text_mm)
    half = radius * _SQUARE
    reach = radius / math.dist(place, dot)
    return Marker(
        number=count, index=index, x=round(x, 2), y=round(y, 2), text_y=round(y + text_mm * _BASELINE, 2),
        square=f"M{joined((x - half, y - half))}h{number(2 * half)}v{number(2 * half)}h{number(-2 * half)}z",
        edge_x=round(x + (dot[0] - x) * reach, 2), edge_y=round(y + (dot[1] - y) * reach, 2),
        dot_x=round(dot[0], 2), dot_y=round(dot[1], 2),
    )  # fmt: skip


def spread(wanted: Sequence[float], pitch: float, low: float, high: float) -> list[float]:
    """Places at least `pitch` apart within `low` and `high`, as near to the rising `wanted` ones as they can be.

    Neighbours that are too close form a group around the mean of what they want (pool adjacent
    violators, https://en.wikipedia.org/wiki/Isotonic_regression).

    >>> spread([4.0, 5.0], 4.0, 0.0, 20.0)
    [2.5, 6.5]
    """
    groups: list[tuple[float, int]] = []
    for i, place in enumerate(wanted):
        mean, count = place - i * pitch, 1
        while groups and groups[-1][0] > mean:
            before, size = groups.pop()
            mean, count = (before * size + mean * count) / (size + count), size + count
        groups.append((mean, count))
    bases = [mean for mean, count in groups for _ in range(count)]
    limit = high - (len(wanted) - 1) * pitch
    return [max(low, min(limit, base)) + i * pitch for i, base in enumerate(bases)]


def uncrossed(x: float, ys: Sequence[float], order: Sequence[int], dots: Sequence[Point]) -> list[int]:
    """`order` with dots swapped between the markers at (`x`, `ys`) until the leaders are shortest.

    Leaders that cross are longer in sum than the same two swapped, so none are left that cross.
    """
    best = list(order)
    busy = True
    while busy:
        busy = False
        for i, j in combinations(range(len(best)), 2):
            a, b = (x, ys[i]), (x, ys[j])
            now = math.dist(a, dots[best[i]]) + math.dist(b, dots[best[j]])
            swapped = math.dist(a, dots[best[j]]) + math.dist(b, dots[best[i]])
            if swapped < now - _SHORTER:
                best[i], best[j] = best[j], best[i]
                busy = True
    return best
