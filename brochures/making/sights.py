"""Looks at pages as they are painted: once with their text and once without, each page once. Floor 4."""

import ctypes
import math
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final, cast

import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw

from brochures.making.inspection import Character
from brochures.model.document import Box
from brochures.units import PT_PER_INCH, mm_from_pt, pt_from_mm

DOTS_PER_INCH: Final = 160
"""At which pages are looked at: the thinnest stem of 8.5 pt type is more than one dot wide."""

_CLOSE: Final = 4
"""How many times larger what is doubtful is looked at."""
_COARSER: Final = 3
"""How many rows are looked at as one to see whether anything is printed there."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The pixels of one character's box, row by row: as they are, and as they are without the text there.

    Each pixel is one number of four bytes: blue, green, red, and one that says nothing. No rows: the box
    lies outside the page.
    """

    shown: tuple[memoryview, ...]
    bare: tuple[memoryview, ...]


class Painting:
    """The seen part of a page as pixels; places on it count from the trim's top left, in millimetres."""

    def __init__(self, bitmap: pypdfium2.PdfBitmap, px_per_mm: float, corner_mm: tuple[float, float]) -> None:
        self.width_px, self.height_px = bitmap.width, bitmap.height
        self.px_per_mm, self._corner_mm = px_per_mm, corner_mm
        self._stride, self._buffer = bitmap.stride, bitmap.buffer
        self._dots = memoryview(self._buffer).cast("B").cast("I")

    @cached_property
    def image(self) -> Image.Image:
        """The pixels as a picture whose channels are blue, green, red and one that says nothing."""
        size = (self.width_px, self.height_px)
        return Image.frombuffer("RGBX", size, self._buffer, "raw", "RGBX", self._stride, 1)

    def area(self, left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
        """The whole pixels that hold these millimetres, cut to the page: left, top, right, bottom."""
        (x, y), scale = self._corner_mm, self.px_per_mm
        x0, x1 = _within((left - x) * scale, (right - x) * scale, self.width_px)
        y0, y1 = _within((top - y) * scale, (bottom - y) * scale, self.height_px)
        return x0, y0, x1, y1

    def rows(self, area: tuple[int, int, int, int]) -> tuple[memoryview, ...]:
        """The pixels of an area, row by row."""
        x0, y0, x1, y1 = area
        stride = self._stride // 4
        return tuple(self._dots[y * stride + x0 : y * stride + x1] for y in range(y0, y1) if x1 > x0)

    def counts(self, area: tuple[int, int, int, int]) -> dict[Colour, int]:
        """How often each colour is painted in an area; nothing where it holds no pixel."""
        x0, y0, x1, y1 = area
        if x1 <= x0 or y1 <= y0:
            return {}
        counted = self.image.crop(area).getcolors((x1 - x0) * (y1 - y0))
        found = cast("list[tuple[int, tuple[int, int, int, int]]]", counted)
        return {(red, green, blue): count for count, (blue, green, red, _) in found}

    def range(self, area: tuple[int, int, int, int]) -> tuple[Colour, Colour] | None:
        """The least and the most of red, green and blue in an area; None where it holds no pixel."""
        x0, y0, x1, y1 = area
        if x1 <= x0 or y1 <= y0:
            return None
        blue, green, red, _ = cast("tuple[tuple[int, int], ...]", self.image.crop(area).getextrema())
        return (red[0], green[0], blue[0]), (red[1], green[1], blue[1])

    def inked_rows(self, area: tuple[int, int, int, int], rows: int, least: int) -> list[bool]:
        """Whether anything is printed in each of so many rows of an area: a spot that differs from its row's left end.

        `least` is by how much of 255 it differs. Colour that fills the whole width is ground, and counts as nothing.
        """
        thin = self.image.crop(area).reduce((_COARSER * 2, _COARSER)).convert("RGB").convert("L")
        ground = thin.crop((0, 0, 1, thin.height)).resize(thin.size)
        marks = ImageChops.difference(thin, ground).point(lambda value: 255 if value >= least else 0)
        found = marks.resize((1, thin.height), Image.Resampling.BOX).point(lambda value: 255 if value else 0)
        per_row = found.resize((1, rows), Image.Resampling.BOX)
        return [value > 0 for value in per_row.tobytes()]


class Sights:
    """The pages of one file; each is painted when it is first asked for."""

    def __init__(self, pdf: bytes, dots_per_inch: float = DOTS_PER_INCH) -> None:
        self._pdf = pdf
        self._scale = dots_per_inch / PT_PER_INCH
        self._pages: dict[int, tuple[Painting, Painting]] = {}

    def page(self, number: int) -> tuple[Painting, Painting]:
        """The page as it is, and without any of its text; pages count from 0."""
        if number not in self._pages:
            document = pypdfium2.PdfDocument(self._pdf)
            try:
                self._pages[number] = self._paint(document[number])
            finally:
                document.close()
        return self._pages[number]

    def closely(self, number: int, box: Box) -> Painting:
        """A part of a page as it is, several times as large: the thinnest stroke is more than a dot wide there."""
        document = pypdfium2.PdfDocument(self._pdf)
        try:
            page = document[number]
            left, top = _crop(page)
            width, height = page.get_size()
            x, y = pt_from_mm(box.x - left), pt_from_mm(box.y - top)
            right, bottom = x + pt_from_mm(box.width), y + pt_from_mm(box.height)
            if min(right, width) - max(x, 0) < 1 or min(bottom, height) - max(y, 0) < 1:
                return self.page(number)[0]
            cut = (max(0, x), max(0, height - bottom), max(0, width - right), max(0, y))
            bitmap = page.render(scale=_CLOSE * self._scale, crop=cut, prefer_bgrx=True, may_draw_forms=False)
            corner = left + mm_from_pt(cut[0]), top + mm_from_pt(cut[3])
            return Painting(bitmap, _CLOSE * self._scale / mm_from_pt(1.0), corner)
        finally:
            document.close()

    def glimpses(self, wanted: Iterable[Character]) -> dict[Character, Glimpse]:
        """What is painted in the box of each wanted character."""
        found = {}
        for character in wanted:
            shown, bare = self.page(character.page)
            area = shown.area(character.left, character.top, character.right, character.bottom)
            found[character] = Glimpse(shown.rows(area), bare.rows(area))
        return found

    def _paint(self, page: Any) -> tuple[Painting, Painting]:  # noqa: ANN401 - pypdfium2's page
        corner = _crop(page)
        shown = self._picture(page, corner)
        text, before = page.get_textpage(), 0
        for index in range(raw.FPDFText_CountChars(text.raw)):
            printed = raw.FPDFText_GetTextObject(text.raw, index)
            # Characters that are shown together are one object.
            if printed and (place := ctypes.addressof(printed.contents)) != before:
                before = place
                raw.FPDFTextObj_SetTextRenderMode(printed, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        return shown, self._picture(page, corner)

    def _picture(self, page: Any, corner_mm: tuple[float, float]) -> Painting:  # noqa: ANN401 - pypdfium2's page
        # The library rounds up: a quarter of a pixel less keeps what is whole from becoming one more.
        spare = 0.25 / self._scale
        bitmap = page.render(scale=self._scale, crop=(0, spare, spare, 0), prefer_bgrx=True, may_draw_forms=False)
        return Painting(bitmap, self._scale / mm_from_pt(1.0), corner_mm)


def _crop(page: Any) -> tuple[float, float]:  # noqa: ANN401 - pypdfium2's page
    """Cuts a page to what is shown of its trim, and says where that begins: millimetres from the trim's corner."""
    trim, shown = page.get_trimbox(), page.get_cropbox()
    left, bottom, right, top = *map(max, trim[:2], shown[:2]), *map(min, trim[2:], shown[2:])
    page.set_cropbox(left, bottom, right, top)
    return mm_from_pt(left - trim[0]), mm_from_pt(trim[3] - top)


def glimpses(pdf: bytes, wanted: Iterable[Character]) -> dict[Character, Glimpse]:
    """What is painted in the box of each wanted character, every page looked at once with its text and once without."""
    return Sights(pdf).glimpses(wanted)


def _within(least: float, most: float, size: int) -> tuple[int, int]:
    """From and to in whole pixels, inside a picture of this size."""
    return max(0, min(size, math.floor(least))), max(0, min(size, math.ceil(most)))


@lru_cache(maxsize=4096)
def colour_of(pixel: int) -> Colour:
    """Red, green and blue of one pixel of a glimpse."""
    blue, green, red, _ = pixel.to_bytes(4, sys.byteorder)
    return red, green, blue


@lru_cache(maxsize=256)
def pixel_of(colour: Colour) -> int:
    """One pixel of this colour, as a glimpse has it."""
    red, green, blue = colour
    return int.from_bytes((blue, green, red, 255), sys.byteorder)
