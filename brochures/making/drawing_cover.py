"""The drawing of covers and banners: a face in profile whose lines grow calm, or fill. Floor 4."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from brochures.making.drawing_lines import (
    Curve,
    Point,
    brushed,
    joined,
    moved,
    neighbours,
    number,
    parse,
    spaced,
    splined,
    tapered,
    written,
)
from brochures.making.drawing_profile import FIRST_Y, STEP, contour, echo, edge, height
from brochures.model.pictured import Motif

Bleed = tuple[float, float, float, float]

_NOSE: Final = 110.0  # x of the tip of the nose on the grid
_PAST_MM: Final = 4.0  # how far the drawing goes on outside its box
_ECHOES: Final = 20
_RELIEF_MM: Final = 0.42  # mean width of a line of the relief
_LEAST_POINTS: Final = 8  # fewer are a speck, not a line
_FEATURES: Final = (
    ("M92.6 71C89 76 82.6 76.8 76.6 73.2", 1.7, 0.35),
    ("M94.4 53.6C89.6 48.8 81 48 72.6 51.8", 2.1, 0.35),
    ("M101.6 128.2C97.6 128.4 94 129.4 90.6 130.6", 1.0, 0.1),
    ("M99 103.4C95.2 104.6 94.8 109.6 98.6 111", 0.8, 0.5),
)
"""Closed eye, brow, mouth and wing of the nose: path, width in grid units, place of the full width."""
_LID: Final = (
    "M92.6 71C89 76 82.6 76.8 76 73.4C73 68 71 58 71.4 51.8C81 48 89.6 48.8 94.4 53.6C93.4 60 92.8 64 92.6 71Z"
)
"""From eye to brow, which the lines of the relief leave free."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a filled shape, or a stroke where `width` is not 0; how strongly it shows (1 is full)."""

    path: str
    strength: float = 1.0
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class CoverMotif:
    """The drawing, larger than its box on all sides; the view box crops it. Millimetres.

    `is_loud` tells that the silhouette has the accent's colour: words on it are `on_accent`.
    """

    key: str
    title: str
    motif: Motif
    is_banner: bool
    is_loud: bool
    width_mm: float
    height_mm: float
    view_box: str
    ground: str
    silhouette: str
    profile: str
    echoes: tuple[Line, ...]
    contours: tuple[Line, ...]
    features: tuple[str, ...]
    lid: str
    lid_edge: float


@dataclass(frozen=True, slots=True)
class _Crop:
    """How the grid lies in the box: mm for one unit, where the nose stands, and which way it looks."""

    scale: float
    nose_mm: float
    first_y: float
    shown: float
    turned: bool
    far_mm: float
    open_mm: float
    last_y: float

    def place(self, point: Point) -> Point:
        away = (point[0] - _NOSE) * self.scale
        return (self.nose_mm + (-away if self.turned else away), (point[1] - self.first_y) * self.scale)

    def passes(self, points: Sequence[Point]) -> bool:
        """Whether a line lies wholly beyond the open side, where nobody sees it."""
        xs = [x for x, _ in points]
        return max(xs) < self.open_mm if self.turned else min(xs) > self.open_mm


def cover_motif(  # noqa: PLR0913 - key and title belong to every figure
    width_mm: float,
    height_mm: float,
    motif: Motif,
    *,
    title: str,
    bleed_mm: float | Bleed = 0.0,
    is_banner: bool = False,
    with_ground: bool = False,
    key: str = "motif",
) -> CoverMotif:
    """The drawing for a box of that size: upright with the face at the left, wide with it at the right.

    A wide box is a banner: its lines fade to the left, where the title stands; a high one where `is_banner` says so.
    `bleed_mm` is added outside the box (one number, or top, right, bottom, left) and moves nothing within.
    `with_ground` fills the box with the brand's colour, where the page does not.
    """
    top, right, bottom, left = bleed_mm if isinstance(bleed_mm, tuple) else (bleed_mm,) * 4
    whole = (round(width_mm + left + right, 3), round(height_mm + top + bottom, 3))
    is_banner = is_banner or width_mm > height_mm
    crop = _crop(width_mm, height_mm, (max(left, right), max(top, bottom)), motif, is_banner=is_banner)
    silhouette, profile = _silhouette(crop, 1.0 if motif == "fill" else 1.3)
    return CoverMotif(
        key=key, title=title, motif=motif, is_banner=crop.turned, is_loud=motif == "fill", width_mm=whole[0],
        height_mm=whole[1], view_box=" ".join(number(value) for value in (-left, -top, *whole)),
        ground=f"M{joined((-left, -top))}h{whole[0]}v{whole[1]}h{-whole[0]}z" if with_ground else "",
        silhouette=silhouette, profile=profile, echoes=_echoes(crop, motif),
        contours=() if motif == "calm" else _contours(crop, 4.0 if motif == "fill" else 4.8),
        features=_features(crop)[: None if motif == "calm" else 2],
        lid=written(moved(parse(_LID), crop.place), closed=True) if motif != "calm" else "",
        lid_edge=round(3.2 * crop.scale, 2),
    )  # fmt: skip


def _crop(width: float, height: float, bleed: tuple[float, float], motif: Motif, *, is_banner: bool) -> _Crop:
    """How much of the face is shown: the filling cheek wants more room than the lines that leave the face."""
    shown, first = (150.0, 20.0) if is_banner else (168.0, 12.0)
    scale = height / shown
    share = {"calm": 0.6, "fill": 0.7, "both": 0.62}[motif]
    left, right = -_PAST_MM - bleed[0], width + _PAST_MM + bleed[0]
    return _Crop(
        scale=scale,
        nose_mm=width * (1.14 - share if is_banner else share),
        first_y=first,
        shown=shown,
        turned=is_banner,
        far_mm=right if is_banner else left,
        open_mm=left if is_banner else right,
        last_y=first + shown + (_PAST_MM + bleed[1]) / scale,
    )


def _rows(crop: _Crop, values: Sequence[float], step: float) -> list[Point]:
    """The points of a line in mm, from above the box to below it, `step` grid units apart."""
    past = crop.last_y - crop.first_y - crop.shown
    points = [(x, FIRST_Y + i * STEP) for i, x in enumerate(values)]
    points = [point for point in points if crop.first_y - past <= point[1] <= crop.last_y]
    return [crop.place(point) for point in spaced(points, step)]


def _silhouette(crop: _Crop, width: float) -> tuple[str, str]:
    points = _rows(crop, edge(), 1.6)
    line = splined(points)
    foot, head = points[-1], points[0]
    corners = f"L{number(crop.far_mm)} {number(foot[1])}L{number(crop.far_mm)} {number(head[1])}Z"
    return written(line) + corners, brushed(points, [_ink(points, i, width, 0.4, crop) for i in range(len(points))])


def _ink(points: Sequence[Point], i: int, width: float, swell: float, crop: _Crop) -> float:
    """The width of a line at one point: fuller where the form turns down, as if lit from above."""
    before, after = neighbours(points, i)
    turn = (after[0] - before[0]) / (math.dist(before, after) or 1.0) * (1 if crop.turned else -1)
    return width * (1 + swell * max(-0.6, min(1.0, turn)))


@lru_cache(maxsize=64)
def _echoes(crop: _Crop, motif: Motif) -> tuple[Line, ...]:
    """The lines outside the face: each calmer, thinner and further from its neighbour."""
    lines: list[Line] = []
    count = 3 if motif == "fill" else _ECHOES
    for i in range(1, count + 1):
        points = _rows(crop, echo(i), 2.1 + 0.8 * i)
        if crop.passes(points):
            break
        width = max(0.24, 0.8 - 0.036 * i) if motif != "fill" else 0.9 - 0.2 * i
        swell = 0.72 - 0.09 * i
        strength = round(max(0.0, 1 - (i / (_ECHOES - 1)) ** 1.4), 2) if crop.turned else 1.0
        if swell > 0:
            shape = brushed(points, [_ink(points, k, width, swell, crop) for k in range(len(points))])
            lines.append(Line(shape, strength))
        elif strength > 0:
            lines.append(Line(written(splined(points)), strength, round(width, 2)))
    return tuple(lines)


@lru_cache(maxsize=64)
def _contours(crop: _Crop, step: float) -> tuple[Line, ...]:
    """The lines within the face: equal heights of its relief, `step` grid units from point to point."""
    levels = [4.2 + 3.7 * k for k in range(11)]
    back = _NOSE - abs(crop.far_mm - crop.nose_mm) / crop.scale
    found = contour(levels, (back, 2 * crop.first_y + crop.shown - crop.last_y, _NOSE + 2, crop.last_y), 2.0)
    return tuple(_lit(spaced(chain, step), crop) for chain in found if len(chain) >= _LEAST_POINTS)


def _lit(points: Sequence[Point], crop: _Crop) -> Line:
    """A line of the relief, wider where the form turns away from light above (after K. Tanaka, 1950)."""
    widths = []
    for x, y in points:
        across, down = height(x + 1, y) - height(x - 1, y), height(x, y + 1) - height(x, y - 1)
        widths.append(_RELIEF_MM * (1 - 0.42 * down / (math.hypot(across, down) or 1.0)))
    return Line(brushed([crop.place(point) for point in points], widths))


def _features(crop: _Crop) -> tuple[str, ...]:
    out = []
    for data, width, peak in _FEATURES:
        curves: tuple[Curve, ...] = moved(parse(data), crop.place)
        out.append(tapered(curves, width * crop.scale, thin=0.2, peak=peak))
    return tuple(out)
