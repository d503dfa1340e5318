"""Where a press sheet is cut and folded: marks in the slug, outside the bleed, in all inks. Floor 4."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from brochures.units import pt_from_mm

MARK_AWAY_MM: Final = 4.2
"""From the trim to a mark: beyond the bleed of every paper, so that no mark stands in what may stay on a sheet."""
MARK_MM: Final = 5.0
_HAIRLINE_PT: Final = 0.25
_DASH: Final = "[2 1.5] 0 d"
_ALL: Final = "/AllInks"
_PLACES: Final = 4

Segment = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of one page in points: left, foot, right, top from the sheet's lower left corner."""

    media: tuple[float, float, float, float]
    bleed: tuple[float, float, float, float]
    trim: tuple[float, float, float, float]


def boxes_of(size_mm: tuple[float, float], slug_mm: float, bleed_mm: float) -> Boxes:
    """The boxes of a page of this size at trim."""
    width, height, slug, bleed = (pt_from_mm(length) for length in (*size_mm, slug_mm, bleed_mm))
    media = (0.0, 0.0, width + 2 * slug, height + 2 * slug)
    trim = (slug, slug, slug + width, slug + height)
    return Boxes(media, (slug - bleed, slug - bleed, trim[2] + bleed, trim[3] + bleed), trim)


def set_boxes(page: pikepdf.Page, boxes: Boxes) -> None:
    """Gives the page exactly these boxes, and no others."""
    for name in ("/CropBox", "/ArtBox", "/Rotate", "/UserUnit"):
        if name in page.obj:
            del page.obj[name]
    for name, box in (("MediaBox", boxes.media), ("BleedBox", boxes.bleed), ("TrimBox", boxes.trim)):
        page.obj[f"/{name}"] = Array([round(edge, _PLACES) for edge in box])


def draw_marks(pdf: pikepdf.Pdf, page: pikepdf.Page, boxes: Boxes, folds_mm: Iterable[float]) -> None:
    """Draws crop marks at the corners of the trim, and dashed marks above and under every fold."""
    crops = " ".join(_strokes(crop_marks(boxes)))
    folds = " ".join(_strokes(fold_marks(boxes, folds_mm)))
    bent = f" {_DASH} {folds}" if folds else ""
    # The page's own graphics state may be left open or turned: it is closed off first.
    page.contents_add(Stream(pdf, b"q\n"), prepend=True)
    drawn = f"\nQ q {_ALL} CS 1 SCN {_HAIRLINE_PT} w 0 J {crops}{bent} Q\n"
    page.contents_add(Stream(pdf, drawn.encode()))
    page.contents_coalesce()
    page.obj.Resources = Dictionary({**page.obj.Resources, "/ColorSpace": Dictionary({_ALL: _all_inks(pdf)})})


def crop_marks(boxes: Boxes) -> Iterator[Segment]:
    """Two marks at each corner, in line with the edges of the trim."""
    left, foot, right, top = boxes.trim
    near, far = pt_from_mm(MARK_AWAY_MM), pt_from_mm(MARK_AWAY_MM + MARK_MM)
    for x, away in ((left, -1), (right, 1)):
        for y in (foot, top):
            yield x + away * near, y, x + away * far, y
    for y, away in ((foot, -1), (top, 1)):
        for x in (left, right):
            yield x, y + away * near, x, y + away * far


def fold_marks(boxes: Boxes, folds_mm: Iterable[float]) -> Iterator[Segment]:
    """A mark above and one under each fold; folds are given from the left edge of the trim."""
    left, foot, _, top = boxes.trim
    near, far = pt_from_mm(MARK_AWAY_MM), pt_from_mm(MARK_AWAY_MM + MARK_MM)
    for fold in folds_mm:
        x = left + pt_from_mm(fold)
        yield x, top + near, x, top + far
        yield x, foot - near, x, foot - far


def _strokes(segments: Iterable[Segment]) -> Iterator[str]:
    return (f"{x0:.4f} {y0:.4f} m {x1:.4f} {y1:.4f} l S" for x0, y0, x1, y1 in segments)


def _all_inks(pdf: pikepdf.Pdf) -> Array:
    """The colour that prints on every plate (ISO 32000-1, 8.6.6.4)."""
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1)
    return pdf.make_indirect(Array([Name.Separation, Name.All, Name.DeviceCMYK, tint]))
