"""The flat drawing of covers and banners: a head of few shapes, waves that come to rest, a full cheek. Floor 4."""

from dataclasses import dataclass
from typing import Final, Literal

from brochures.making.drawing_lines import Point, joined, moved, number, parse, written
from brochures.making.drawing_signs import arch, wave
from brochures.model.pictured import Motif

Paint = Literal["accent", "brand", "light"]

_HEAD: Final = (
    "M99 91C73 88 49 99 41.5 118C38.6 125.5 38.2 131 38.6 135.6C38.9 139 37 141.6 34.8 145.2"
    "C31.6 151 28 156.4 24.4 161C21.6 164.8 22.2 168.8 26 169.3L29.4 169.9C31.4 170.4 31.4 172.2 30.2 174"
    "C29 175.8 26 177.2 26 179.6C26 181.4 28.4 182.2 31 182.6C28.2 183.4 26.8 185.2 27.4 187.4"
    "C28.2 190 31.4 190.4 31.8 192.6C32.2 195.2 29.4 197.4 29.8 201.6C30.4 207.6 36.6 210.6 44 210"
    "C52 209.4 58.4 207.6 61.4 211.4C62.6 213 63 216 63 219"
)
"""The profile from the crown down to the neck, looking left, on a grid of its own."""
_FEATURES: Final = (
    ("M43.4 137.6C49 133.4 57 133 63.4 136.2", 3.4),
    ("M43.2 148.8C47 154.2 55.6 155 61 150.6", 2.7),
    ("M31 182.6C35 183.6 38 183.2 40.6 181.8", 2.7),
)
"""Brow, closed eye and mouth: path and width on the grid."""
_CROWN_Y, _NECK_Y = 89.5, 216.0
_NOSE_X, _BACK_X = 22.2, 99.0
_CHEEK: Final = (73.0, 177.0, 19.0)
_CREASE: Final = 1.1  # how far the disc under the cheek shows: a pale cheek on a pale face still has an edge
_CALM: Final = ((55.5, 104.6), (49.5, 113.1), (46.0, 121.6))
_BOTH: Final = ((54.4, 107.2), (49.0, 116.2), (46.4, 125.2))
_FOREHEAD_WAVES: Final = 6
_BESIDE_NOSE_MM: Final = 5.0
_PAST_MM: Final = 4.0  # how far shapes go on outside the box
_BANNER_WAVES: Final = 7


@dataclass(frozen=True, slots=True)
class Shape:
    """One path: filled, or a line of `stroke` millimetres where that is not 0."""

    path: str
    paint: Paint
    stroke: float = 0.0


@dataclass(frozen=True, slots=True)
class BoldCover:
    """The drawing, larger than its box where shapes run off it; the view box crops it. Millimetres."""

    title: str
    width_mm: float
    height_mm: float
    view_box: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class _Crop:
    """Where the grid of the head lies: its back at the right edge, its neck on the lower one."""

    width: float
    height: float

    @property
    def scale(self) -> float:
        """Millimetres for one unit: as high as the box, unless the nose would leave it."""
        return min(self.height / (_NECK_Y - _CROWN_Y), (self.width - _BESIDE_NOSE_MM) / (_BACK_X - _NOSE_X))

    def place(self, point: Point) -> Point:
        """A point of the grid on paper."""
        return (
            self.width + (point[0] - _BACK_X) * self.scale,
            self.height + (point[1] - _NECK_Y) * self.scale,
        )


def cover_bold(width_mm: float, height_mm: float, motif: Motif, *, title: str, is_banner: bool = False) -> BoldCover:
    """The drawing for a box of that size: a head in profile at the right; in a banner the signs alone, large."""
    draw = _banner if is_banner else _upright
    view_box = joined((0, 0)) + f" {number(width_mm)} {number(height_mm)}"
    return BoldCover(title, width_mm, height_mm, view_box, draw(width_mm, height_mm, motif))


def _upright(width: float, height: float, motif: Motif) -> tuple[Shape, ...]:
    crop = _Crop(width, height)
    shapes = [Shape(_head(crop), "accent")]
    if motif != "fill":
        rows = _BOTH if motif == "both" else _CALM
        shapes += [_forehead_wave(crop, row, large=motif == "calm") for row in rows]
    if motif != "calm":
        x, y, radius = _CHEEK
        shapes += [
            Shape(_disc(crop.place((x - _CREASE, y + _CREASE)), radius * crop.scale), "brand"),
            Shape(_disc(crop.place((x, y)), radius * crop.scale), "light"),
        ]
    for path, stroke in _FEATURES:
        line = written(moved(parse(path), crop.place))
        shapes.append(Shape(line, "brand", round(stroke * crop.scale, 2)))
    return tuple(shapes)


def _head(crop: _Crop) -> str:
    """The profile, closed outside the box at the right and below."""
    profile = moved(parse(_HEAD), crop.place)
    right, foot = number(crop.width + _PAST_MM), number(crop.height + _PAST_MM)
    neck = number(profile[-1][3][0])
    return f"{written(profile)}L{neck} {foot}L{right} {foot}L{right} {number(profile[0][0][1])}Z"


def _forehead_wave(crop: _Crop, start: Point, *, large: bool) -> Shape:
    x, y = crop.place(start)
    scale = crop.scale
    rise, half, stroke = (2.9, 5.4, 2.7) if large else (2.5, 5.0, 2.2)
    line = wave((x, y), crop.width + _PAST_MM, rise=rise * scale, half=half * scale, count=_FOREHEAD_WAVES)
    return Shape(line, "brand", round(stroke * scale, 2))


def _banner(width: float, height: float, motif: Motif) -> tuple[Shape, ...]:
    if motif == "fill":
        # Only the page's edge may cut the shapes: the arch ends inside the box on the title's side.
        radius = min(height * 0.66, width * 0.97 / (0.92 + 1.3))
        middle = (width - radius * 0.92, height)
        return (_ring(middle, radius * 1.24, radius * 0.1), _dome(middle, radius))
    lines = (0.3, 0.5, 0.7) if motif == "calm" else (0.2, 0.36)
    waves = tuple(
        Shape(
            wave(
                (height * 0.08, height * share),
                width + _PAST_MM,
                rise=height * 0.085,
                half=width * 0.092,
                count=_BANNER_WAVES,
            ),
            "accent",
            round(height * 0.066, 2),
        )
        for share in lines
    )
    return waves if motif == "calm" else (*waves, _dome((width * 0.66, height), height * 0.48))


def _dome(middle: Point, radius: float) -> Shape:
    x, foot = middle
    below = foot + _PAST_MM
    sides = f"L{joined((x + radius, below))}L{joined((x - radius, below))}Z"
    return Shape(arch(x - radius, x + radius, foot) + sides, "accent")


def _ring(middle: Point, radius: float, stroke: float) -> Shape:
    x, foot = middle
    line = f"M{joined((x - radius, foot + _PAST_MM))}L" + arch(x - radius, x + radius, foot).removeprefix("M")
    return Shape(line, "accent", round(stroke, 2))


def _disc(middle: Point, radius: float) -> str:
    x, y = middle
    there = arch(x - radius, x + radius, y)
    size = number(radius)
    return f"{there}A{size} {size} 0 0 1 {joined((x - radius, y))}Z"
