"""Lines and shapes as numbers: splines, brush strokes, hatching, and SVG path data. Knows no subject. Floor 4.

Points are (x, y) in millimetres or in the units of a drawing, y downward as in SVG.
"""

import math
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

Point = tuple[float, float]
Move = Callable[[Point], Point]
Curve = tuple[Point, Point, Point, Point]

_SAME: Final = 0.02  # a handle so near its mirror image need not be written
_TOKEN: Final = re.compile(r"[MLCZ]|-?\d*\.?\d+")


def number(value: float) -> str:
    """`value` with two decimals at most, as short as SVG allows.

    >>> number(2.0), number(-0.004), number(0.256)
    ('2', '0', '.26')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    if text in {"-0", ""}:
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def joined(values: Sequence[float]) -> str:
    """Numbers in path data; a minus sign is its own separator."""
    out = ""
    for value in values:
        text = number(value)
        out += text if not out or text.startswith("-") else f" {text}"
    return out


def parse(data: str) -> tuple[Curve, ...]:
    """The cubic curves of one subpath written with absolute M, L, C and Z.

    Straight lines come back as cubics with their handles on the line.
    """
    tokens = _TOKEN.findall(data)
    curves: list[Curve] = []
    start = here = (0.0, 0.0)
    command, index = "M", 0
    while index < len(tokens):
        if tokens[index].isalpha():
            command, index = tokens[index], index + 1
        count = {"M": 1, "L": 1, "C": 3, "Z": 0}[command]
        numbers = [float(text) for text in tokens[index : index + 2 * count]]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        index += 2 * count
        if command == "M":
            start = points[0]
            here, command = start, "L"
            continue
        end = points[-1] if points else start
        if end == here:
            continue
        curves.append((here, *points) if command == "C" else _straight(here, end))  # type: ignore[arg-type]
        here = end
    return tuple(curves)


def _straight(a: Point, b: Point) -> Curve:
    return (a, between(a, b, 1 / 3), between(a, b, 2 / 3), b)


def between(a: Point, b: Point, t: float) -> Point:
    """The point at share `t` of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def moved(curves: Sequence[Curve], move: Move) -> tuple[Curve, ...]:
    """The curves with `move` done to every point."""
    return tuple((move(a), move(b), move(c), move(d)) for a, b, c, d in curves)


def written(curves: Sequence[Curve], *, closed: bool = False) -> str:
    """Path data of curves that follow one another; steps are relative, so it stays short."""
    x, y = (round(value, 2) for value in curves[0][0])
    out = f"M{joined((x, y))}"
    handle: Point | None = None
    for _, b, c, d in curves:
        smooth = handle is not None and math.dist(b, (2 * x - handle[0], 2 * y - handle[1])) < _SAME
        steps = (c, d) if smooth else (b, c, d)
        out += ("s" if smooth else "c") + joined([v for p in steps for v in (p[0] - x, p[1] - y)])
        # What was printed, not what was meant: rounding must not add up along the path.
        x, y = x + round(d[0] - x, 2), y + round(d[1] - y, 2)
        handle = c
    return out + ("z" if closed else "")


def sampled(curves: Sequence[Curve], steps: int = 12) -> list[Point]:
    """Points along the curves, `steps` for each, ends included."""
    points = [curves[0][0]]
    for a, b, c, d in curves:
        for step in range(1, steps + 1):
            t, s = step / steps, 1 - step / steps
            weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            points.append(
                (
                    sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                    sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
                )
            )
    return points


def splined(points: Sequence[Point], *, closed: bool = False) -> tuple[Curve, ...]:
    """Cubic curves through all points: a Catmull-Rom spline, tension one half.

    https://en.wikipedia.org/wiki/Cubic_Hermite_spline#Catmull%E2%80%93Rom_spline
    """
    ring = [points[-1], *points, *points[:2]] if closed else [points[0], *points, points[-1]]
    curves: list[Curve] = []
    for before, a, b, after in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        first = (a[0] + (b[0] - before[0]) / 6, a[1] + (b[1] - before[1]) / 6)
        second = (b[0] - (after[0] - a[0]) / 6, b[1] - (after[1] - a[1]) / 6)
        curves.append((a, first, second, b))
    return tuple(curves)


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """The fewest of the points that keep the line within `tolerance` (Ramer, Douglas and Peucker)."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        worst, index = 0.0, 0
        for i in range(first + 1, last):
            away = distance_to(points[i], points[first], points[last])
            if away > worst:
                worst, index = away, i
        if worst > tolerance:
            keep.add(index)
            spans += [(first, index), (index, last)]
    return [points[i] for i in sorted(keep)]


def spaced(points: Sequence[Point], step: float) -> list[Point]:
    """Points along the line at even distances of about `step`, both ends kept.

    Even distances are what a uniform spline needs to turn without corners.
    """
    lengths = [0.0]
    for a, b in pairwise(points):
        lengths.append(lengths[-1] + math.dist(a, b))
    pieces = max(3, round(lengths[-1] / step))
    out, i = [], 0
    for k in range(pieces + 1):
        wanted = lengths[-1] * k / pieces
        while i < len(points) - 2 and lengths[i + 1] < wanted:
            i += 1
        span = lengths[i + 1] - lengths[i]
        out.append(between(points[i], points[i + 1], min(1.0, (wanted - lengths[i]) / span) if span else 0.0))
    return out


def distance_to(point: Point, a: Point, b: Point) -> float:
    """How far `point` is from the straight piece between `a` and `b`."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length
    return math.dist(point, between(a, b, min(1.0, max(0.0, t))))


def brushed(points: Sequence[Point], widths: Sequence[float]) -> str:
    """Path data of a stroke whose width changes along the way, as a filled shape.

    One full width for each point, in the unit of the points. A line that ends where
    it begins becomes a ring.
    """
    ring = points[0] == points[-1]
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(points):
        before, after = neighbours(points, i)
        dx, dy = after[0] - before[0], after[1] - before[1]
        half = widths[i] / 2 / (math.hypot(dx, dy) or 1.0)
        left.append((x - dy * half, y + dx * half))
        right.append((x + dy * half, y - dx * half))
    if ring:
        inner, outer = left[:-1], right[:-1]
        return written(splined(inner, closed=True), closed=True) + written(
            splined(outer[::-1], closed=True), closed=True
        )
    there, back = splined(left), splined(right[::-1])
    return written((*there, _straight(left[-1], right[-1]), *back), closed=True)


def neighbours(points: Sequence[Point], i: int) -> tuple[Point, Point]:
    """The points before and after; at an end the end itself, on a ring the next one round."""
    last = len(points) - 1
    ring = points[0] == points[last]
    before = points[i - 1] if i > 0 else points[last - 1] if ring else points[0]
    after = points[i + 1] if i < last else points[1] if ring else points[last]
    return before, after


def tapered(curves: Sequence[Curve], width: float, *, thin: float = 0.25, peak: float = 0.5) -> str:
    """Path data of a pen stroke along the curves: thin at its ends, full at share `peak` of its length."""
    points = simplified(sampled(curves, 10), 0.01)
    lengths = [0.0]
    for a, b in pairwise(points):
        lengths.append(lengths[-1] + math.dist(a, b))
    total = lengths[-1] or 1.0
    widths = []
    for length in lengths:
        t = length / total
        near = t / peak if t < peak else (1 - t) / (1 - peak)
        widths.append(width * (thin + (1 - thin) * math.sin(near * math.pi / 2)))
    return brushed(points, widths)


def hatched(polygon: Sequence[Point], pitch: float) -> str:
    """Path data of parallel lines, rising to the right at 45 degrees, within a polygon.

    `pitch` is the distance between lines. Why lines of our own: a clip path or a pattern
    would need an id, and several figures share one page.
    """
    ring = [*polygon, polygon[0]]
    step = pitch * math.sqrt(2)
    sums = [x + y for x, y in polygon]
    out = ""
    for k in range(math.ceil(min(sums) / step), math.floor(max(sums) / step) + 1):
        level = k * step
        hits = []
        for a, b in pairwise(ring):
            sa, sb = a[0] + a[1] - level, b[0] + b[1] - level
            if (sa < 0) != (sb < 0):
                hits.append(between(a, b, sa / (sa - sb)))
        hits.sort()
        for a, b in zip(hits[::2], hits[1::2], strict=False):
            out += f"M{joined(a)}L{joined(b)}"
    return out


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the straight pieces a-b and c-d cross or touch."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) <= 0 and side(c, d, a) * side(c, d, b) <= 0
