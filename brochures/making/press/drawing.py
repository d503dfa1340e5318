"""The sides of a press sheet drawn small and to scale, with panels, folds and measures, for the job ticket. Floor 4."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal

from brochures.model.document import Box, Document, Page
from brochures.units import MM_PER_INCH

_TALLEST_MM: Final = (54.0, 17.0)
"""Of a side on the ticket: where there is one row of them, and where there are two."""
_ROW: Final = 2
_MOST_DRAWN: Final = 4
_LEAST_SCALE: Final = 2.0
_ABOVE_MM: Final = 2.6
_UNDER_MM: Final = 11.0
_BESIDE_MM: Final = 16.0
_OVER_MM: Final = 1.8
_AWAY_MM: Final = 2.4
_TICK_MM: Final = 0.9
_ROW_MM: Final = 3.4
_SIXTEENTH: Final = 16
_NEAR_INCHES: Final = 0.0001
_HALF_UP: Final = 1e-6
"""So that 92.075 mm is written alike however it was summed up."""
_PANEL: Final = "panel "
_PAGE: Final = "page "


@dataclass(frozen=True, slots=True)
class Label:
    """Words in the drawing, `strong` for a panel's name; places are millimetres from the drawing's top left."""

    x: float
    y: float
    text: str
    strong: bool = False
    anchor: Literal["middle", "start"] = "middle"


@dataclass(frozen=True, slots=True)
class Side:
    """One side drawn; paths are SVG, sizes and places millimetres on the ticket from the drawing's top left."""

    name: str
    title: str
    width: float
    height: float
    bleed: Box
    trim: Box
    folds: str
    measures: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The sides that are drawn, at 1 to `scale`, and the words for those that are not."""

    sides: tuple[Side, ...]
    scale: str
    others: str


def drawing(document: Document, width_mm: float, gap_mm: float) -> Drawing:
    """The document's sides, two beside each other in this width; of more than four the first two stand for all."""
    pages = document.pages
    drawn = pages if len(pages) <= _MOST_DRAWN else pages[:_ROW]
    cell = (width_mm - gap_mm) / _ROW
    width, height = (edge + 2 * document.paper.bleed_mm for edge in document.size_mm)
    scale = max(width / (cell - _BESIDE_MM), height / _TALLEST_MM[len(drawn) > _ROW], _LEAST_SCALE)
    rest = (
        f"Pages {len(drawn) + 1} to {len(pages)} have the same size, folds and bleed."
        if len(drawn) < len(pages)
        else ""
    )
    return Drawing(
        tuple(_side(document, number, page, scale) for number, page in enumerate(drawn, 1)), f"{scale:.1f}", rest
    )


def _side(document: Document, number: int, page: Page, scale: float) -> Side:
    width, height = document.size_mm
    bled = document.paper.bleed_mm / scale
    bleed = Box(0.0, _ABOVE_MM, width / scale + 2 * bled, height / scale + 2 * bled)
    trim = Box(bled, _ABOVE_MM + bled, width / scale, height / scale)
    edges = (0.0, *page.folds_mm, width)
    folds = "; ".join(f"a fold {metric(fold)} from the left" for fold in page.folds_mm) or "no fold"
    return Side(
        name=f"Page {number}, {page.name.replace('-', ' ')}" if page.folds_mm else f"Page {number}",
        title=f"Page {number}: {metric(width)} wide, {metric(height)} high, {folds}",
        width=bleed.width + _BESIDE_MM,
        height=bleed.bottom + _UNDER_MM,
        bleed=bleed,
        trim=trim,
        folds="".join(
            f"M{trim.x + fold / scale:.3f} {bleed.y - _OVER_MM:.3f}V{bleed.bottom + _OVER_MM:.3f}"
            for fold in page.folds_mm
        ),
        measures=_measures([trim.x + edge / scale for edge in edges], trim, bleed),
        labels=tuple(_labels(page, edges, height, scale, (trim, bleed))),
    )


def _measures(edges: list[float], trim: Box, bleed: Box) -> str:
    """A line under the side and one beside it, ticked at panels and corners."""
    y, x = bleed.bottom + _AWAY_MM + _TICK_MM, bleed.right + _AWAY_MM
    ticks = "".join(f"M{edge:.3f} {y - _TICK_MM:.3f}v{2 * _TICK_MM}" for edge in edges)
    ends = "".join(f"M{x - _TICK_MM:.3f} {edge:.3f}h{2 * _TICK_MM}" for edge in (trim.y, trim.bottom))
    return f"M{edges[0]:.3f} {y:.3f}H{edges[-1]:.3f}{ticks}M{x:.3f} {trim.y:.3f}V{trim.bottom:.3f}{ends}"


def _labels(
    page: Page, edges: tuple[float, ...], height: float, scale: float, boxes: tuple[Box, Box]
) -> Iterator[Label]:
    """Names in the panels, their widths under them, the height beside; each length in millimetres and in inches."""
    trim, bleed = boxes
    under = bleed.bottom + _AWAY_MM + _TICK_MM + _ROW_MM
    for left, right in pairwise(edges):
        middle = trim.x + (left + right) / 2 / scale
        name = _panel_name(page, left, right)
        if name:
            yield Label(middle, trim.y + trim.height / 2, name, strong=True)
        yield Label(middle, under, metric(right - left))
        yield Label(middle, under + _ROW_MM, imperial(right - left))
    beside, middle = bleed.right + _AWAY_MM + 2 * _TICK_MM, trim.y + trim.height / 2
    yield Label(beside, middle, metric(height), anchor="start")
    yield Label(beside, middle + _ROW_MM, imperial(height), anchor="start")


def _panel_name(page: Page, left: float, right: float) -> str:
    """What stands on a panel, where the layout calls it by name."""
    here = (f for f in page.frames if page.folds_mm and left <= f.box.x + f.box.width / 2 <= right)
    names = (f.label.removeprefix(_PANEL).replace("-", " ") for f in here if f.label.startswith((_PANEL, _PAGE)))
    return next(names, "")


def metric(length_mm: float) -> str:
    """`93.66 mm`, `297 mm`."""
    return f"{length_mm + _HALF_UP:.2f}".rstrip("0").rstrip(".") + " mm"


def imperial(length_mm: float) -> str:
    """`3 11/16 in` where it is whole sixteenths of an inch, else `11.693 in`."""
    inches = length_mm / MM_PER_INCH
    whole, part = divmod(round(inches * _SIXTEENTH), _SIXTEENTH)
    if abs(inches - whole - part / _SIXTEENTH) > _NEAR_INCHES:
        return f"{inches:.3f} in"
    words = (str(whole) if whole else "", str(Fraction(part, _SIXTEENTH)) if part else "")
    return " ".join(word for word in words if word) + " in"
