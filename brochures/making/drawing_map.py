"""The face map: areas shaded by option, numbered markers beside the face, straight leaders. Floor 4."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from brochures.making.drawing_face import (
    ANCHORS,
    AREAS,
    BOTH,
    EAR,
    FACE,
    FOLDS,
    FOOT,
    HAIR,
    HALF_WIDTH,
    NECK,
    ONCE,
    SHIRT,
    SINGLE,
    STRANDS,
    TOP,
    Stroke,
)
from brochures.making.drawing_lines import Move, Point, hatched, moved, parse, sampled, tapered, written
from brochures.making.drawing_markers import EDGE_MM, Marker, Wish, column, column_mm, radius_mm
from brochures.model.blocks import OptionSide
from brochures.model.pictured import Area

_GAP_MM: Final = 1.6  # between face and markers
_STRIPE_MM: Final = 0.85
_BARE_MM: Final = 0.3  # beside the face where no markers stand: half a pen stroke
_DRAWN_MM: Final = 50.0  # the height at which the pen widths were chosen


@dataclass(frozen=True, slots=True)
class MapArea:
    """One shaded shape: its outline, with folds of the skin for the first option, stripes for the second."""

    side: OptionSide
    outline: str
    folds: str
    stripes: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """One line of the legend: the area at `index` of its option's areas has this number."""

    number: int
    side: OptionSide
    index: int
    area: Area


@dataclass(frozen=True, slots=True)
class FaceMapFigure:
    """The drawing. Millimetres; `order` numbers the areas as the legend prints them."""

    key: str
    title: str
    width_mm: float
    height_mm: float
    text_mm: float
    radius: float
    hair: str
    neck: str
    shirt: str
    ears: tuple[str, ...]
    face: str
    areas: tuple[MapArea, ...]
    strands: tuple[str, ...]
    strokes: tuple[str, ...]
    circles: tuple[Marker, ...]
    squares: tuple[Marker, ...]
    order: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the face stands: millimetres of its middle and top and of the whole, and mm for one unit of its grid."""

    middle: float
    top: float
    scale: float
    width: float
    height: float

    def place(self, point: Point) -> Point:
        return (self.middle + point[0] * self.scale, self.top + (point[1] - TOP) * self.scale)

    def mirror(self, point: Point) -> Point:
        return self.place((-point[0], point[1]))


def face_map(  # noqa: PLR0913 - key and title belong to every figure
    areas_first: Sequence[Area],
    areas_second: Sequence[Area],
    width_mm: float,
    height_mm: float,
    *,
    title: str,
    text_mm: float = 3.1,
    key: str = "face",
) -> FaceMapFigure:
    """A face with the areas of one or two options; the first option's markers left, the second's right.

    Numbers run from top to bottom, first option first. With one option only, the other side is cut off,
    so that the figure is narrower than asked; with more markers than the height holds it is higher.
    """
    frame = _frame(len(areas_first), len(areas_second), width_mm, height_mm, text_mm)
    lane = radius_mm(text_mm) + EDGE_MM
    circles = column(_wishes(areas_first, frame.mirror), lane, 1, frame.height, text_mm)
    squares = column(_wishes(areas_second, frame.place), frame.width - lane, len(circles) + 1, frame.height, text_mm)
    return FaceMapFigure(
        key=key, title=title, width_mm=round(frame.width, 2), height_mm=round(frame.height, 2), text_mm=text_mm,
        radius=round(radius_mm(text_mm), 3), hair=_shape(HAIR, frame.place), neck=_shape(NECK, frame.place),
        shirt=_shape(SHIRT, frame.place), ears=(_shape(EAR, frame.place), _shape(EAR, frame.mirror)),
        face=_shape(FACE, frame.place),
        areas=_areas(areas_first, "first", frame) + _areas(areas_second, "second", frame),
        strands=_strokes(STRANDS, frame), strokes=_strokes(BOTH, frame, mirrored=True) + _strokes(ONCE, frame),
        circles=circles, squares=squares,
        order=_order(circles, areas_first, "first") + _order(squares, areas_second, "second"),
    )  # fmt: skip


def _frame(first: int, second: int, width_mm: float, height_mm: float, text_mm: float) -> _Frame:
    height = max(height_mm, column_mm(max(first, second), text_mm))
    lane = 2 * radius_mm(text_mm) + EDGE_MM + _GAP_MM
    scale = min(height / (FOOT - TOP), (width_mm - 2 * lane) / (2 * HALF_WIDTH))
    half = HALF_WIDTH * scale
    left, right = (width_mm / 2 - half if count else _BARE_MM for count in (first, second))
    return _Frame(left + half, (height - (FOOT - TOP) * scale) / 2, scale, left + 2 * half + right, height)


def _wishes(areas: Sequence[Area], move: Move) -> list[Wish]:
    return [Wish(move((x, y)), move((x, marker_y))[1]) for x, y, marker_y in (ANCHORS[area] for area in areas)]


def _order(markers: Sequence[Marker], areas: Sequence[Area], side: OptionSide) -> tuple[Numbered, ...]:
    return tuple(Numbered(marker.number, side, marker.index, areas[marker.index]) for marker in markers)


def _shape(data: str, move: Move) -> str:
    return written(moved(parse(data), move), closed=True)


@lru_cache(maxsize=256)
def _strokes(strokes: tuple[Stroke, ...], frame: _Frame, *, mirrored: bool = False) -> tuple[str, ...]:
    """Pen strokes; a larger face has wider ones, by the root of its size."""
    pen = (frame.scale * (FOOT - TOP) / _DRAWN_MM) ** 0.5
    moves = (frame.place, frame.mirror) if mirrored else (frame.place,)
    return tuple(
        tapered(moved(parse(data), move), width * pen, thin=thin, peak=peak)
        for data, width, thin, peak in strokes
        for move in moves
    )


def _areas(areas: Sequence[Area], side: OptionSide, frame: _Frame) -> tuple[MapArea, ...]:
    """The shapes of one option; the second's stripes stay legible over the first's tone."""
    return tuple(shape for area in dict.fromkeys(areas) for shape in _area(area, side, frame))


@lru_cache(maxsize=1024)
def _area(area: Area, side: OptionSide, frame: _Frame) -> tuple[MapArea, ...]:
    """One area: a single shape, or one on either half of the face."""
    out: list[MapArea] = []
    for move in (frame.place,) if area in SINGLE else (frame.place, frame.mirror):
        curves = moved(parse(AREAS[area]), move)
        stripes = hatched(sampled(curves, 8), _STRIPE_MM) if side == "second" else ""
        folds = () if side == "second" else FOLDS.get(area, ())
        drawn = "".join(written(moved(parse(fold), move)) for fold in folds)
        out.append(MapArea(side, written(curves, closed=True), drawn, stripes))
    return tuple(out)
