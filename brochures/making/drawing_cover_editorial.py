"""The editorial cover: a head in profile whose outline is heard again, as bands or as lines, ever calmer. Floor 4.

The grid: x to the right, the way the face looks; y downward; the crown near 114, the chin near 210. Lines stand
for the first option, which relaxes; bands and the tinted cheek for the second, which fills.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from brochures.making.drawing_cover import Line
from brochures.making.drawing_lines import (
    Move,
    Point,
    moved,
    neighbours,
    number,
    sampled,
    spaced,
    splined,
    tapered,
    written,
)
from brochures.model.pictured import Motif

_PAST_MM: Final = 4.0  # how far the drawing goes on outside its box
_STEP: Final = 1.0  # grid units between points of an outline
_GRID_WIDTH: Final = 93.7  # of an upright box at its usual scale
_FOOT: Final = 214.0  # below the chin, the end of an upright drawing
_LEAST_SCALE: Final = 0.95  # in a wide box
_AIR: Final = 1.2  # above the outermost echo
_NOSE: Final = 49.8
_BANNER: Final = (131.0, 86.0)  # what a banner shows: the first y, and how many units
_TALL_SHARE: Final = 0.5  # of the width of a high banner: from the tip of the nose to the page's edge
_TALL_FOOT: Final = 219.0  # the last y that a high banner shows
_FADED: Final = 0.06  # a weaker line is not drawn

_PROFILE: Final = (
    (-41, 240), (-37.5, 210), (-35.5, 177.9), (-35, 158.6), (-29.2, 140.3), (-19.4, 125.7), (-6.9, 116.3),
    (5.8, 113.9), (17.1, 116.9), (26.1, 124.1), (32, 133.2), (34.8, 139.8), (35.8, 144.3), (35.4, 148.9),
    (37.5, 153.6), (40.9, 159), (45.1, 164.1), (48.5, 167.3), (49.8, 169.2), (49.3, 171.4), (46.5, 173.1),
    (44, 174.5), (43.9, 177), (45.5, 179.7), (47.3, 181.5), (47.5, 183.2), (46, 184.5), (45, 185.4), (46.4, 186.3),
    (47.6, 188.1), (47.2, 190.4), (45.3, 192.9), (44.1, 195.6), (45, 198.7), (46.4, 202), (46, 206.2), (42.8, 210.1),
    (35.4, 213.3), (28.2, 217.2), (24.3, 222.4), (23.2, 229.5), (23.9, 245.1), (26, 268),
)  # fmt: skip
_FEATURES: Final = (
    (((32.2, 145.6), (29.5, 142.7), (25.5, 141.9), (20.9, 143.7)), 1.15, 0.4),
    (((33.1, 152.4), (32, 155.2), (29.1, 156.7), (24.6, 156.2)), 1.0, 0.45),
)
"""Brow and closed eye: points, width in grid units, place of the full width."""
_CHEEK: Final = ((22.0, 173.0), (18.0, 12.5), -28.0, (1.0, 0.72, 0.44))
"""Middle, reach along and across, degrees, and the shares of nested shapes."""

_BANDS: Final = {"calm": (0.78,), "fill": (1.0, 0.72, 0.5, 0.32, 0.17), "both": (1.0, 0.66, 0.4, 0.19)}
"""How strongly each band shows over the ground, from the face outward."""
_LINES: Final = {"calm": 6, "fill": 0, "both": 3}
_BANNER_LINES: Final = {"calm": 13, "fill": 0, "both": 8}


@dataclass(frozen=True, slots=True)
class EditorialCover:
    """The drawing, larger than its box on all sides; the view box crops it. Millimetres. Bands come outermost first."""

    title: str
    width_mm: float
    height_mm: float
    view_box: str
    bands: tuple[Line, ...]
    lines: tuple[Line, ...]
    face: str
    cheek: tuple[Line, ...]
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Crop:
    """How the grid lies in the box."""

    scale: float
    left: float
    first_y: float
    turned: bool
    width: float
    height: float

    def place(self, point: Point) -> Point:
        x = self.left + point[0] * self.scale
        return (self.width - x if self.turned else x, (point[1] - self.first_y) * self.scale)


def cover_editorial(
    width_mm: float, height_mm: float, motif: Motif, *, title: str, is_banner: bool = False
) -> EditorialCover:
    """The drawing for a box of that size: a head at the left, which looks to the right.

    In a banner the face stands at the right, and its echoes fade to the left, where the title stands.
    """
    bands = _BANDS[motif]
    count = len(bands) + (_BANNER_LINES if is_banner else _LINES)[motif]
    outlines = [_outline(k) for k in range(count + 1)]
    highest = min(y for _, y in outlines[-1]) - _AIR
    crop = _banner(width_mm, height_mm) if is_banner else _upright(width_mm, height_mm, highest)
    return EditorialCover(
        title=title,
        width_mm=width_mm,
        height_mm=height_mm,
        view_box=f"0 0 {number(width_mm)} {number(height_mm)}",
        bands=tuple(Line(_closed(outlines[k + 1], crop), over) for k, over in reversed(list(enumerate(_laid(bands))))),
        lines=_lines(outlines[len(bands) + 1 :], crop),
        face=_closed(outlines[0], crop),
        cheek=_cheek(crop) if motif == "fill" else (),
        features=tuple(
            tapered(splined([crop.place(p) for p in points]), width * crop.scale, thin=0.12, peak=peak)
            for points, width, peak in _FEATURES
        ),
    )


def _banner(width: float, height: float) -> _Crop:
    """The face from brow to chin, its nose past the middle; in a box higher than wide the head with its crown."""
    first, shown = _BANNER
    if height > width:
        scale = width * _TALL_SHARE / _NOSE
        return _Crop(scale, 0.0, _TALL_FOOT - height / scale, turned=True, width=width, height=height)
    scale = height / shown
    return _Crop(scale, width * 0.36 - _NOSE * scale, first, turned=True, width=width, height=height)


def _upright(width: float, height: float, first_y: float) -> _Crop:
    """The head with all its echoes, from `first_y`; a low box loses the chin rather than make the head small.

    In a box wider than high the head is as large as its height lets it be.
    """
    usual = width / _GRID_WIDTH
    least = _LEAST_SCALE if width > height else usual * 0.86
    scale = min(max(height / (_FOOT - first_y), least), usual * 1.1)
    return _Crop(scale, 0.0, first_y, turned=False, width=width, height=height)


def _laid(strengths: Sequence[float]) -> list[float]:
    """How strong each band is laid over those outside it, so that what is seen has the strengths asked for."""
    out = []
    for k, seen in enumerate(strengths):
        under = strengths[k + 1] if k + 1 < len(strengths) else 0.0
        out.append(round((seen - under) / (1 - under), 3))
    return out


@cache
def _outline(index: int) -> tuple[Point, ...]:
    """The profile, or one of its echoes: moved outward and calmed, more with each step."""
    points = spaced(sampled(splined(_PROFILE), 12), _STEP)
    if not index:
        return tuple(points)
    away = sum(3.3 + 0.42 * k for k in range(1, index + 1)) + 0.12 * index
    return tuple(spaced(_outward(_calmed(points, 1.4 + 2.5 * index), away), 1.5 + 0.5 * index))


def _calmed(points: Sequence[Point], spread: float) -> list[Point]:
    """The line after a Gaussian blur along its length; `spread` in points. Ends go straight on."""
    reach = math.ceil(3 * spread)
    weights = [math.exp(-0.5 * (i / spread) ** 2) for i in range(-reach, reach + 1)]
    total = sum(weights)
    (x0, y0), (x1, y1) = points[0], points[-1]
    before = [(2 * x0 - x, 2 * y0 - y) for x, y in points[reach:0:-1]]
    after = [(2 * x1 - x, 2 * y1 - y) for x, y in points[-2 : -reach - 2 : -1]]
    padded = [*before, *points, *after]
    return [
        (
            sum(w * p[0] for w, p in zip(weights, padded[i : i + 2 * reach + 1], strict=True)) / total,
            sum(w * p[1] for w, p in zip(weights, padded[i : i + 2 * reach + 1], strict=True)) / total,
        )
        for i in range(len(points))
    ]


def _outward(points: Sequence[Point], away: float) -> list[Point]:
    """Each point moved across the line, to the left of its way: out of the face."""
    out = []
    for i, (x, y) in enumerate(points):
        before, after = neighbours(points, i)
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        out.append((x + dy / length * away, y - dx / length * away))
    return out


def _closed(outline: Sequence[Point], crop: _Crop) -> str:
    """The shape behind an outline, closed far below the box and behind the head."""
    far_x = crop.width + _PAST_MM if crop.turned else -_PAST_MM
    points = [crop.place(point) for point in outline]
    foot, last = crop.height + _PAST_MM, points[-1]
    corners = "".join(f"L{number(x)} {number(y)}" for x, y in ((last[0], foot), (far_x, foot), (far_x, points[0][1])))
    return written(splined(points)) + corners + "Z"


def _lines(outlines: Sequence[Sequence[Point]], crop: _Crop) -> tuple[Line, ...]:
    """The echoes drawn as lines, each finer than the one before; in a banner they fade."""
    out = []
    for k, outline in enumerate(outlines):
        share = k / max(1, len(outlines))
        strength = round((1 - share) ** 1.3, 2) if crop.turned else 1.0
        if strength > _FADED:
            path = written(splined([crop.place(point) for point in outline]))
            out.append(Line(path, strength, round(0.42 - 0.2 * share, 2)))
    return tuple(out)


def _cheek(crop: _Crop) -> tuple[Line, ...]:
    """Nested ovals on the cheek, which grow stronger towards the middle."""
    (x, y), (along, across), degrees, shares = _CHEEK
    return tuple(Line(_oval((x, y), (along * s, across * s), degrees, crop.place), 0.2) for s in shares)


def _oval(middle: Point, reach: Point, degrees: float, move: Move) -> str:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    ring = []
    for k in range(16):
        u, v = reach[0] * math.cos(k * math.pi / 8), reach[1] * math.sin(k * math.pi / 8)
        ring.append((middle[0] + u * c - v * s, middle[1] + u * s + v * c))
    return written(moved(splined(ring, closed=True), move), closed=True)
