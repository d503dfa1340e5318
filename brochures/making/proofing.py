"""Draws the sheets of a piece as they are judged: trim, folds, safe zones, frames, numbered problems. Floor 4."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from brochures.errors import Problem
from brochures.making.picturing import pictures
from brochures.making.proof_legend import (
    ERROR,
    INK,
    LINE_PX,
    MARK_PX,
    PLAIN,
    SMALL_PX,
    SOFT,
    WARNING,
    Pen,
    colour_of_problem,
    legend_of,
    number_mark,
    write_legend,
)
from brochures.model.document import Box, Document, Page
from brochures.units import MM_PER_INCH, mm_from_pt

_DOTS_PER_INCH: Final = 110
_PX_PER_MM: Final = _DOTS_PER_INCH / MM_PER_INCH
_PAD_PX: Final = 66
_FOLD_OVER_PX: Final = 16
_DASH_PX: Final = 9
_HATCH_PX: Final = 9

_DESK: Final = (226, 228, 231)
_TRIM: Final = (20, 20, 20)
_FOLD: Final = (196, 0, 160)
_SAFE: Final = (0, 130, 200)
_FRAME: Final = (0, 140, 70)
_SAFE_TINT: Final = 26
_HATCH_TINT: Final = 80
_WHOLE: Final = 255
_KEYS: Final = (
    ("trim", _TRIM),
    ("fold", _FOLD),
    ("keep text out", _SAFE),
    ("frame", _FRAME),
    ("error", ERROR),
    ("warning", WARNING),
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one picture shows: the page as printed, where its trim begins on it, and what is wrong there."""

    image: Image.Image
    trim_px: tuple[float, float]
    page: Page | None
    number: int
    problems: tuple[tuple[int, Problem], ...]


def proof(document: Document, pdf: bytes, problems: Sequence[Problem], styles: Path, name: str) -> tuple[bytes, ...]:
    """A PNG for each page of the PDF, in its order: the page at 110 dots an inch, marked, with a legend under it.

    Problems are numbered in their order; one without a place stands under the first sheet.
    """
    pen, numbered = Pen.of(styles), tuple(enumerate(problems, 1))
    sheets = []
    for number, (image, trim_px) in enumerate(_images(pdf)):
        page = document.pages[number] if number < len(document.pages) else None
        here = tuple(row for row in numbered if (row[1].spot.page if row[1].spot else 1) == number + 1)
        sheets.append(_drawn(_Sheet(image, trim_px, page, number, here), document, pen, name))
    return tuple(sheets)


def _images(pdf: bytes) -> list[tuple[Image.Image, tuple[float, float]]]:
    """The pages as pictures, and where on each its trim begins, in pixels."""
    file = pypdfium2.PdfDocument(pdf)
    try:
        sizes = [page.get_width() for page in file]
        boxes = [(page.get_cropbox(), page.get_trimbox()) for page in file]
    finally:
        file.close()
    shown = pictures(pdf, round(mm_from_pt(max(sizes)) * _PX_PER_MM))
    corners = [(mm_from_pt(trim[0] - crop[0]), mm_from_pt(crop[3] - trim[3])) for crop, trim in boxes]
    return [
        (Image.open(io.BytesIO(data)).convert("RGB"), (x * _PX_PER_MM, y * _PX_PER_MM))
        for data, (x, y) in zip(shown, corners, strict=True)
    ]


def _drawn(sheet: _Sheet, document: Document, pen: Pen, name: str) -> bytes:
    width = max(sheet.image.width + 2 * _PAD_PX, 720)
    legend = legend_of(sheet.problems, pen, width - 2 * _PAD_PX)
    head = _PAD_PX + 2 * LINE_PX
    height = head + sheet.image.height + _PAD_PX + LINE_PX * (1 + sum(len(lines) for _, _, lines in legend))
    canvas = Image.new("RGB", (width, height), _DESK)
    left = (width - sheet.image.width) // 2
    canvas.paste(sheet.image, (left, head))
    origin = (left + sheet.trim_px[0], head + sheet.trim_px[1])
    if sheet.page:
        _zones(canvas, origin, document, sheet.page)
    draw = ImageDraw.Draw(canvas)
    _title(draw, pen, sheet, document, name)
    _lines(draw, pen, origin, document, sheet)
    taken: list[tuple[float, float]] = []
    for number, problem in sheet.problems:
        _flag(draw, pen, origin, (number, problem), taken)
    write_legend(draw, pen, legend, _PAD_PX, head + sheet.image.height + _PAD_PX)
    out = io.BytesIO()
    canvas.save(out, "PNG")
    return out.getvalue()


def _px(origin: tuple[float, float], box: Box) -> tuple[int, int, int, int]:
    x, y = origin
    return (
        round(x + box.x * _PX_PER_MM),
        round(y + box.y * _PX_PER_MM),
        round(x + box.right * _PX_PER_MM),
        round(y + box.bottom * _PX_PER_MM),
    )


def _zones(canvas: Image.Image, origin: tuple[float, float], document: Document, page: Page) -> None:
    """Where no text may stand: a tinted, hatched band inside the trim, and on both sides of every fold."""
    (width, height), clear = document.size_mm, document.format.clear_mm
    bands = [
        Box(0, 0, width, clear),
        Box(0, height - clear, width, clear),
        Box(0, clear, clear, height - 2 * clear),
        Box(width - clear, clear, clear, height - 2 * clear),
        *(Box(fold - clear, clear, 2 * clear, height - 2 * clear) for fold in page.folds_mm),
    ]
    tint, whole, hatch = (Image.new("L", canvas.size, 0) for _ in range(3))
    for band in bands:
        ImageDraw.Draw(tint).rectangle(_px(origin, band), fill=_SAFE_TINT)
        ImageDraw.Draw(whole).rectangle(_px(origin, band), fill=_WHOLE)
    for start in range(-canvas.height, canvas.width, _HATCH_PX):
        ImageDraw.Draw(hatch).line((start, canvas.height, start + canvas.height, 0), fill=_HATCH_TINT)
    canvas.paste(_SAFE, (0, 0), ImageChops.lighter(tint, ImageChops.darker(whole, hatch)))


def _title(draw: ImageDraw.ImageDraw, pen: Pen, sheet: _Sheet, document: Document, name: str) -> None:
    side = f" · {sheet.page.name}" if sheet.page else ""
    words = f"{name} · {document.edition} · page {sheet.number + 1} of {len(document.pages)}{side}"
    draw.text((_PAD_PX, _PAD_PX // 3), words, fill=INK, font=pen.text)
    x = float(_PAD_PX)
    for label, colour in _KEYS:
        draw.rectangle((x, _PAD_PX // 3 + LINE_PX + 5, x + 10, _PAD_PX // 3 + LINE_PX + 15), fill=colour)
        draw.text((x + 15, _PAD_PX // 3 + LINE_PX + 2), label, fill=SOFT, font=pen.small)
        x += 15 + pen.small.getlength(label) + 18


def _lines(draw: ImageDraw.ImageDraw, pen: Pen, origin: tuple[float, float], document: Document, sheet: _Sheet) -> None:
    """Frames, trim, folds, and over every panel its name and width, clear of bleed and marks."""
    (width, height), page, (across, down) = document.size_mm, sheet.page, sheet.trim_px
    if page is None:
        return
    for frame in page.frames:
        left, top, right, bottom = _px(origin, frame.box)
        draw.rectangle((left, top, right, bottom), outline=_FRAME)
        draw.text((left, bottom + 1), frame.label, fill=_FRAME, font=pen.small, stroke_width=2, stroke_fill=PLAIN)
    left, top, right, bottom = _px(origin, Box(0, 0, width, height))
    draw.rectangle((left, top, right, bottom), outline=_TRIM)
    for fold in page.folds_mm:
        x = origin[0] + fold * _PX_PER_MM
        over = _FOLD_OVER_PX + round(down)
        for y in range(top - over, bottom + over, 2 * _DASH_PX):
            draw.line((x, y, x, y + _DASH_PX), fill=_FOLD, width=2)
    for start, end in pairwise((0.0, *page.folds_mm, width)):
        words = f"{_panel_name(page, start, end)}  {end - start:.1f} mm"
        x = origin[0] + (start + end) / 2 * _PX_PER_MM - pen.small.getlength(words) / 2
        draw.text((x, top - down - SMALL_PX - 6), words, fill=_FOLD, font=pen.small)
    high = f"{height:.1f} mm"
    draw.text((right + across + 5, (top + bottom) / 2), high, fill=_FOLD, font=pen.small)


def _panel_name(page: Page, start: float, end: float) -> str:
    """The label of the largest frame between two folds; of a page without folds, its own name."""
    frames = [frame for frame in page.frames if start <= frame.box.x < end]
    if not page.folds_mm or not frames:
        return page.name
    return max(frames, key=lambda frame: frame.box.width * frame.box.height).label


def _flag(
    draw: ImageDraw.ImageDraw,
    pen: Pen,
    origin: tuple[float, float],
    numbered: tuple[int, Problem],
    taken: list[tuple[float, float]],
) -> None:
    """A frame round the place of a problem, and its number left of it, clear of the numbers that are there."""
    number, problem = numbered
    spot = problem.spot
    if spot is None:
        return
    left, top, right, bottom = _px(origin, Box(spot.left_mm, spot.top_mm, spot.width_mm, spot.height_mm))
    # White on both sides keeps the frame to be seen on a ground of its own colour.
    draw.rectangle((left - 5, top - 5, right + 5, bottom + 5), outline=PLAIN, width=4)
    draw.rectangle((left - 4, top - 4, right + 4, bottom + 4), outline=colour_of_problem(problem), width=2)
    x, y = float(left - 4 - MARK_PX), float(top + MARK_PX - 4)
    while any(abs(x - a) < 2 * MARK_PX and abs(y - b) < 2 * MARK_PX for a, b in taken) and x > 2 * MARK_PX:
        x -= 2 * MARK_PX
    taken.append((x, y))
    number_mark(draw, pen, (x, y), number, problem)
