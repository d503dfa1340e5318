"""A face in profile as numbers: its edge, how the edge grows calm, and the relief of the cheek. Floor 4.

The grid: x to the right, the way the face looks; y downward; hairline near 0, chin near 168.
"""

import math
from collections.abc import Sequence
from functools import cache
from operator import mul
from typing import Final

from brochures.making.drawing_lines import Point, sampled, splined

FIRST_Y: Final = -70.0
LAST_Y: Final = 270.0
STEP: Final = 0.5
_CALM: Final = (0.0, 1.5, 3.0, 6.0, 12.0, 24.0)

_EDGE: Final = (
    (58, -80), (70, -52), (80, -28), (87, -8), (92, 10), (95.4, 26), (97.2, 40), (98, 50), (97.4, 57), (95.6, 63.5),
    (95.4, 68), (97.4, 75), (101.2, 84), (105.8, 93.4), (109.4, 100), (110.4, 104), (108, 107.8), (103.6, 110.2),
    (101.2, 112.8), (101.4, 117), (103.6, 121.6), (104.6, 124.4), (102.6, 127), (101.4, 128.3), (102.8, 130.2),
    (103.8, 133), (102, 137), (98.6, 140.6), (97.8, 144.6), (99.4, 150), (99.8, 156), (97.6, 162.4), (92.4, 168),
    (84, 172.4), (75, 177), (68.6, 183), (65, 191), (63.4, 202), (62, 216), (58, 232), (49, 248), (34, 262), (14, 274),
)  # fmt: skip

# Bumps of the relief: middle, reach along and across, degrees that the long axis climbs to the left, height.
_RELIEF: Final = (
    (67, 113, 27, 20, 58, 18),  # cheek
    (42, 96, 26, 16, 24, 6),  # cheek bone, towards the ear
    (97, 125, 8, 9, 0, 6),  # lips
    (90, 154, 11, 11, 0, 7),  # chin
)  # fmt: skip


@cache
def edge() -> tuple[float, ...]:
    """The x of the profile for each y from `FIRST_Y` to `LAST_Y` in steps of `STEP`."""
    points = sampled(splined(_EDGE), 24)
    out, j = [], 0
    for i in range(int((LAST_Y - FIRST_Y) / STEP) + 1):
        y = FIRST_Y + i * STEP
        while j < len(points) - 2 and points[j + 1][1] < y:
            j += 1
        (xa, ya), (xb, yb) = points[j], points[j + 1]
        t = 0.0 if yb == ya else (y - ya) / (yb - ya)
        out.append(xa + (xb - xa) * t)
    return tuple(calmed(out, 1.0))


def calmed(values: Sequence[float], spread: float) -> list[float]:
    """The values after a Gaussian blur of standard deviation `spread` in grid units (the heat equation)."""
    if spread <= 0:
        return list(values)
    sigma = spread / STEP
    reach = math.ceil(3 * sigma)
    weights = [math.exp(-0.5 * (i / sigma) ** 2) for i in range(-reach, reach + 1)]
    total = sum(weights)
    padded = [values[0]] * reach + list(values) + [values[-1]] * reach
    return [sum(map(mul, weights, padded[i : i + 2 * reach + 1])) / total for i in range(len(values))]


@cache
def calm_edge(spread: float) -> tuple[float, ...]:
    """The profile after a blur of `spread`."""
    return tuple(calmed(edge(), spread))


@cache
def echo(index: int) -> tuple[float, ...]:
    """A line outside the profile, as x for each y; the first is 1.

    Each is its inner neighbour moved outward and calmed. The step is measured across the line, not
    along x, so that lines keep apart where the face turns down; it grows with the distance.
    """
    step = 3.4 + 0.34 * index + (1.0 if index == 1 else 0.0)
    line = calmed(echo(index - 1) if index > 1 else edge(), 0.5 + 0.72 * index)
    slopes = [(b - a) / (2 * STEP) for a, b in zip([line[0], *line], [*line[1:], line[-1]], strict=False)]
    across = calmed([min(2.0, math.hypot(1.0, slope)) for slope in slopes], 4.0)
    return tuple(x + step * (1 + (more - 1) / index**0.5) for x, more in zip(line, across, strict=True))


def at(values: Sequence[float], y: float) -> float:
    """The value at height `y`."""
    place = min(max((y - FIRST_Y) / STEP, 0.0), len(values) - 1.001)
    i = int(place)
    return values[i] + (values[i + 1] - values[i]) * (place - i)


def height(x: float, y: float) -> float:
    """How far the face stands out at a point, in grid units; 0 on the profile, negative outside.

    Distance from the profile, which calms inward, with the bumps of `_RELIEF`.
    """
    inside = at(edge(), y) - x
    spread = min(max(inside * 0.35, 0.0), _CALM[-1])
    k = next(i for i in range(len(_CALM) - 1) if spread <= _CALM[i + 1])
    t = (spread - _CALM[k]) / (_CALM[k + 1] - _CALM[k])
    near, far = at(calm_edge(_CALM[k]), y), at(calm_edge(_CALM[k + 1]), y)
    depth = near + (far - near) * t - x
    rise = 26 * (1 - math.exp(-max(depth, 0.0) / 26)) if depth > 0 else depth
    return rise + sum(_bump(x, y, bump) for bump in _RELIEF) * min(1.0, max(depth, 0.0) / 8)


def _bump(x: float, y: float, bump: tuple[float, float, float, float, float, float]) -> float:
    middle_x, middle_y, along, across, degrees, top = bump
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    dx, dy = x - middle_x, y - middle_y
    return top * math.exp(-(((dx * c + dy * s) / along) ** 2) - ((dy * c - dx * s) / across) ** 2)


def contour(levels: Sequence[float], box: tuple[float, float, float, float], step: float) -> list[list[Point]]:
    """Lines of equal height within a box (left, top, right, bottom), by marching squares.

    Closed lines end where they begin. https://en.wikipedia.org/wiki/Marching_squares
    """
    columns, rows = int((box[2] - box[0]) / step) + 1, int((box[3] - box[1]) / step) + 1
    grid = [[height(box[0] + i * step, box[1] + j * step) for i in range(columns)] for j in range(rows)]
    lines: list[list[Point]] = []
    for level in levels:
        links: dict[tuple[int, int, int], list[tuple[int, int, int]]] = {}
        for j in range(rows - 1):
            for i in range(columns - 1):
                for a, b in _cell(grid, i, j, level):
                    links.setdefault(a, []).append(b)
                    links.setdefault(b, []).append(a)
        lines += [[_crossing(grid, cut, level, box, step) for cut in chain] for chain in _chains(links)]
    return lines


_Cut = tuple[int, int, int]  # column, row, and 0 for the cell's upper side or 1 for its left side


def _cell(grid: Sequence[Sequence[float]], i: int, j: int, level: float) -> list[tuple[_Cut, _Cut]]:
    corners = (grid[j][i], grid[j][i + 1], grid[j + 1][i + 1], grid[j + 1][i])
    above = [value > level for value in corners]
    sides: tuple[_Cut, ...] = ((i, j, 0), (i + 1, j, 1), (i, j + 1, 0), (i, j, 1))
    cut = [sides[k] for k in range(4) if above[k] != above[(k + 1) % 4]]
    return [(cut[k], cut[k + 1]) for k in range(0, len(cut), 2)]


def _chains(links: dict[_Cut, list[_Cut]]) -> list[list[_Cut]]:
    """The links strung together, open lines first."""
    chains: list[list[_Cut]] = []
    free = dict.fromkeys(sorted(links, key=lambda cut: (len(links[cut]), cut)))
    while free:
        here: _Cut | None = next(iter(free))
        chain: list[_Cut] = []
        while here is not None:
            chain.append(here)
            free.pop(here, None)
            here = next((cut for cut in links[here] if cut in free), None)
        if len(chain) > 2 and chain[0] in links[chain[-1]]:  # noqa: PLR2004 - a ring needs three
            chain.append(chain[0])
        chains.append(chain)
    return chains


def _crossing(
    grid: Sequence[Sequence[float]], cut: _Cut, level: float, box: tuple[float, float, float, float], step: float
) -> Point:
    i, j, down = cut
    a, b = grid[j][i], grid[j + down][i + 1 - down]
    t = (level - a) / (b - a)
    return (box[0] + (i + (0 if down else t)) * step, box[1] + (j + (t if down else 0)) * step)
