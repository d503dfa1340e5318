"""Reads facts back from a PDF: characters, what is painted in their boxes, fonts, properties, PDF/UA-1. Floor 4.

The only home of pypdfium2, pikepdf and page-validation.
"""

import ctypes
import io
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import page as judge
import pikepdf
import pypdfium2
from pypdfium2 import raw

from brochures.units import PT_PER_INCH, mm_from_pt

DOTS_PER_INCH: Final = 200
"""At which pages are looked at: the thinnest stem of 8.5 pt type is more than one dot wide."""
_MOST_FAULTS: Final = 5
_PX_PER_PT: Final = DOTS_PER_INCH / PT_PER_INCH
_PX_PER_MM: Final = _PX_PER_PT / mm_from_pt(1.0)


@dataclass(frozen=True, slots=True)
class Character:
    """One printed character: its page from 0, type size in points, and box in millimetres from the top left.

    `matrix` is how its shape is stretched and turned (a, b, c, d of the text matrix), `fill` its colour as
    red, green and blue to 255, `index` its number among all characters that its page holds.
    """

    text: str
    page: int
    size_pt: float
    left: float
    top: float
    right: float
    bottom: float
    matrix: tuple[float, float, float, float] = (1.0, 0.0, 0.0, 1.0)
    fill: tuple[int, int, int] = (0, 0, 0)
    index: int = 0


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The pixels of one character's box, row by row: as they are, and as they are without the text there.

    Each pixel is one number of four bytes: blue, green, red, and one that says nothing. No rows: the box
    lies outside the page.
    """

    shown: tuple[memoryview, ...]
    bare: tuple[memoryview, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself: fonts by base name, title, language, and width and height of pages in mm."""

    fonts: tuple[str, ...]
    title: str
    language: str
    sizes_mm: tuple[tuple[float, float], ...]


def characters(pdf: bytes) -> tuple[Character, ...]:
    """Every character of the file in the order of its content."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(c for number in range(len(document)) for c in _of_page(document[number], number))
    finally:
        document.close()


def _of_page(page: Any, number: int) -> Iterator[Character]:  # noqa: ANN401 - pypdfium2 carries no types
    text = page.get_textpage()
    x0, _, _, y0 = page.get_cropbox()
    box = [ctypes.c_double() for _ in range(4)]
    colour = [ctypes.c_uint() for _ in range(4)]
    matrix = raw.FS_MATRIX()
    for index in range(raw.FPDFText_CountChars(text.raw)):
        if raw.FPDFText_IsGenerated(text.raw, index):
            continue
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if not raw.FPDFText_GetCharBox(text.raw, index, box[0], box[1], box[2], box[3]):
            continue
        left, right, bottom, top = (value.value for value in box)
        raw.FPDFText_GetMatrix(text.raw, index, matrix)
        raw.FPDFText_GetFillColor(text.raw, index, *colour)
        yield Character(
            chr(code),
            number,
            raw.FPDFText_GetFontSize(text.raw, index) * abs(matrix.d or matrix.b or 1.0),
            mm_from_pt(left - x0),
            mm_from_pt(y0 - top),
            mm_from_pt(right - x0),
            mm_from_pt(y0 - bottom),
            (matrix.a, matrix.b, matrix.c, matrix.d),
            (colour[0].value, colour[1].value, colour[2].value),
            index,
        )


def glimpses(pdf: bytes, wanted: Iterable[Character]) -> dict[Character, Glimpse]:
    """What is painted in the box of each wanted character, every page looked at once with its text and once without.

    The text that is taken away for the second look is all that is set together with a wanted character.
    """
    by_page: dict[int, list[Character]] = {}
    for character in wanted:
        by_page.setdefault(character.page, []).append(character)
    found: dict[Character, Glimpse] = {}
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, here in by_page.items():
            found |= _glimpses_of(document[number], here)
    finally:
        document.close()
    return found


def _glimpses_of(page: Any, wanted: list[Character]) -> dict[Character, Glimpse]:  # noqa: ANN401 - pypdfium2's page
    area = _area(page, wanted)
    if area is None:
        return {character: Glimpse((), ()) for character in wanted}
    shown = _rows(page, area)
    text = page.get_textpage()
    for character in wanted:
        printed = raw.FPDFText_GetTextObject(text.raw, character.index)
        raw.FPDFTextObj_SetTextRenderMode(printed, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    bare = _rows(page, area)
    left, top, _, _ = area
    found = {}
    for character in wanted:
        x0, x1 = _within(character.left * _PX_PER_MM - left, character.right * _PX_PER_MM - left, len(shown[0]))
        y0, y1 = _within(character.top * _PX_PER_MM - top, character.bottom * _PX_PER_MM - top, len(shown))
        rows = range(y0, y1) if x1 > x0 else ()
        found[character] = Glimpse(tuple(shown[y][x0:x1] for y in rows), tuple(bare[y][x0:x1] for y in rows))
    return found


def _area(page: Any, wanted: list[Character]) -> tuple[int, int, int, int] | None:  # noqa: ANN401 - pypdfium2's page
    """The pixels that hold all of these: left and top, and how many are cut off right and below; None for nothing."""
    width, height = math.ceil(page.get_width() * _PX_PER_PT), math.ceil(page.get_height() * _PX_PER_PT)
    left, right = _within(min(c.left for c in wanted) * _PX_PER_MM, max(c.right for c in wanted) * _PX_PER_MM, width)
    top, bottom = _within(min(c.top for c in wanted) * _PX_PER_MM, max(c.bottom for c in wanted) * _PX_PER_MM, height)
    return (left, top, width - right, height - bottom) if right > left and bottom > top else None


def _within(least: float, most: float, size: int) -> tuple[int, int]:
    """From and to in whole pixels, inside a picture of this size."""
    return max(0, min(size, math.floor(least))), max(0, min(size, math.ceil(most)))


def _rows(page: Any, area: tuple[int, int, int, int]) -> tuple[memoryview, ...]:  # noqa: ANN401 - pypdfium2's page
    # The library rounds up: a quarter of a pixel less keeps what is whole from becoming one more.
    left, top, right, bottom = ((edge - 0.25) / _PX_PER_PT for edge in area)
    bitmap = page.render(scale=_PX_PER_PT, crop=(left, bottom, right, top), prefer_bgrx=True, may_draw_forms=False)
    dots = memoryview(bytes(bitmap.buffer)).cast("I")
    stride = bitmap.stride // 4
    return tuple(dots[row * stride : row * stride + bitmap.width] for row in range(bitmap.height))


def facts(pdf: bytes) -> Facts:
    """What the file says of itself."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fonts = {
            str(thing["/BaseFont"]).lstrip("/")
            for thing in file.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "/BaseFont" in thing
        }
        sizes = tuple(
            (mm_from_pt(float(box[2] - box[0])), mm_from_pt(float(box[3] - box[1])))
            for box in (page.mediabox for page in file.pages)
        )
        return Facts(tuple(sorted(fonts)), str(file.docinfo.get("/Title", "")), str(file.Root.get("/Lang", "")), sizes)


def is_accessible(pdf: bytes) -> tuple[str, ...]:
    """What an independent judge finds against PDF/UA-1, at most five faults; empty when it passes."""
    report = judge.validate_pdf_bytes(pdf, profile=judge.ValidationProfile.PDF_UA_1)
    return tuple(f"{failure.rule_id}: {failure.message}" for failure in list(report.failures)[:_MOST_FAULTS])
