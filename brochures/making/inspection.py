"""Reads facts back from a PDF: characters, fonts, glyphs, notes, properties, the verdicts of judges. Floor 4."""

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pikepdf
import pypdfium2
from pypdfium2 import raw

from brochures.making.report_facts import Font
from brochures.making.report_facts import fonts as fonts_in
from brochures.making.stated_heights import stated_x_height
from brochures.making.verdicts import Flavour, page_validation
from brochures.model.document import Box
from brochures.units import mm_from_pt

_MOST_FAULTS: Final = 5
_NAME_BYTES: Final = 256
_SHOWING: Final = "Tf Tj TJ ' \""
_GLYPHLESS: Final = frozenset("\0\ufffd\ufffe")


class Face(NamedTuple):
    """The font of a character: its name in the file, and the x-height that it states (0: none), in sizes of type."""

    name: str = ""
    x_height: float = 0.0


@dataclass(frozen=True, slots=True)
class Character:
    """One printed character: its page from 0, type size in points, and box in millimetres from the trim's top left.

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
    face: Face = field(default=Face(), compare=False)

    @property
    def has_no_glyph(self) -> bool:
        """Whether the file says of it that it stands for nothing."""
        return self.text in _GLYPHLESS


class Note(NamedTuple):
    """One annotation: page from 0, kind (`Link`), what it leads to, whether that is in the file itself, and its box."""

    page: int
    kind: str
    target: str
    inside: bool
    box: Box


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself: fonts by base name, title, language, and width and height of pages at trim in mm.

    `sheets_mm` are the pages with all that is cut off, `faces` the fonts with what is embedded of them, `notes` the
    annotations, and `blanks` the pages, from 0, that draw glyph number 0: the box or gap that stands for a character
    which the font lacks.
    """

    fonts: tuple[str, ...]
    title: str
    language: str
    sizes_mm: tuple[tuple[float, float], ...]
    sheets_mm: tuple[tuple[float, float], ...] = ()
    faces: tuple[Font, ...] = ()
    notes: tuple[Note, ...] = ()
    blanks: tuple[int, ...] = ()
    has_images: bool = False


def characters(pdf: bytes) -> tuple[Character, ...]:
    """Every character of the file in the order of its content."""
    document = pypdfium2.PdfDocument(pdf)
    faces: dict[int, Face] = {}
    try:
        return tuple(c for number in range(len(document)) for c in _of_page(document[number], number, faces))
    finally:
        document.close()


def _of_page(page: Any, number: int, faces: dict[int, Face]) -> Iterator[Character]:  # noqa: ANN401 - pypdfium2 carries no types
    text = page.get_textpage()
    x0, _, _, y0 = page.get_trimbox()
    box = [ctypes.c_double() for _ in range(4)]
    colour = [ctypes.c_uint() for _ in range(4)]
    matrix = raw.FS_MATRIX()
    before, size, face = None, 0.0, Face()
    shape, fill = (1.0, 0.0, 0.0, 1.0), (0, 0, 0)
    held, (x_low, x_high, y_low, y_high) = text.raw, box
    for index in range(raw.FPDFText_CountChars(held)):
        if raw.FPDFText_IsGenerated(held, index):
            continue
        code = raw.FPDFText_GetUnicode(held, index)
        if not raw.FPDFText_GetCharBox(held, index, x_low, x_high, y_low, y_high):
            continue
        left, right, bottom, top = x_low.value, x_high.value, y_low.value, y_high.value
        # What is shown by one operator has one font, size, shape and colour.
        shown_by = raw.FPDFText_GetTextObject(held, index)
        shown = _address(shown_by)
        if shown != before or not shown:
            before = shown
            raw.FPDFText_GetMatrix(held, index, matrix)
            raw.FPDFText_GetFillColor(held, index, *colour)
            shape = (matrix.a, matrix.b, matrix.c, matrix.d)
            fill = (colour[0].value, colour[1].value, colour[2].value)
            size = raw.FPDFText_GetFontSize(held, index) * abs(matrix.d or matrix.b or 1.0)
            face = _face(shown_by, faces)
        yield Character(
            chr(code),
            number,
            size,
            mm_from_pt(left - x0),
            mm_from_pt(y0 - top),
            mm_from_pt(right - x0),
            mm_from_pt(y0 - bottom),
            shape,
            fill,
            index,
            face,
        )


def _address(thing: Any) -> int:  # noqa: ANN401 - a pointer of the library's
    return ctypes.addressof(thing.contents) if thing else 0


def _face(shown: Any, faces: dict[int, Face]) -> Face:  # noqa: ANN401 - as above
    font = raw.FPDFTextObj_GetFont(shown) if shown else None
    if not font:
        return Face()
    at = _address(font)
    if at not in faces:
        name = ctypes.create_string_buffer(_NAME_BYTES)
        raw.FPDFFont_GetBaseFontName(font, name, _NAME_BYTES)
        faces[at] = Face(name.value.decode("utf-8", "replace"), _x_height(font))
    return faces[at]


def _x_height(font: Any) -> float:  # noqa: ANN401 - as above
    """The height of an x that the embedded font states, in sizes of type; 0 where it states none."""
    size = ctypes.c_size_t()
    raw.FPDFFont_GetFontData(font, None, 0, size)
    data = (ctypes.c_uint8 * size.value)()
    if not raw.FPDFFont_GetFontData(font, data, size.value, size):
        return 0.0
    return stated_x_height(bytes(data))


def facts(pdf: bytes) -> Facts:
    """What the file says of itself."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fonts = {
            str(thing["/BaseFont"]).lstrip("/")
            for thing in file.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "/BaseFont" in thing
        }
        return Facts(
            tuple(sorted(fonts)),
            str(file.docinfo.get("/Title", "")),
            str(file.Root.get("/Lang", "")),
            tuple(_size(page.trimbox) for page in file.pages),
            tuple(_size(page.mediabox) for page in file.pages),
            fonts_in(file),
            tuple(note for number, page in enumerate(file.pages) for note in _notes(page, number)),
            tuple(number for number, page in enumerate(file.pages) if _draws_blank(page, page.resources, set())),
            any(isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image" for thing in file.objects),
        )


def _size(box: pikepdf.Array) -> tuple[float, float]:
    left, low, right, high = (float(value) for value in box)
    return mm_from_pt(right - left), mm_from_pt(high - low)


def _notes(page: pikepdf.Page, number: int) -> Iterator[Note]:
    left, _, _, top = (float(value) for value in page.trimbox)
    for note in page.obj.get("/Annots", []):
        action = note.get("/A") or pikepdf.Dictionary()
        x0, y0, x1, y1 = (mm_from_pt(float(value)) for value in note.get("/Rect", (0, 0, 0, 0)))
        box = Box(x0 - mm_from_pt(left), mm_from_pt(top) - y1, x1 - x0, y1 - y0)
        is_inside = "/Dest" in note or action.get("/S") == "/GoTo"
        yield Note(number, str(note.get("/Subtype", "")).lstrip("/"), str(action.get("/URI", "")), is_inside, box)


def _draws_blank(content: Any, resources: Any, entered: set[tuple[int, int]]) -> bool:  # noqa: ANN401 - objects of a PDF
    """Whether this page, form or tile shows glyph number 0 of a font whose glyphs have two bytes."""
    fonts = resources.get("/Font") or {} if resources is not None else {}
    is_wide = False
    for instruction in pikepdf.parse_content_stream(content, _SHOWING):
        given = instruction.operands
        if str(instruction.operator) == "Tf":
            font = fonts.get(str(given[0]))
            is_wide = font is not None and font.get("/Subtype") == "/Type0"
        elif is_wide and any(map(_has_zero, given[-1] if isinstance(given[-1], pikepdf.Array) else given)):
            return True
    inner = [thing for kind in ("/XObject", "/Pattern") for thing in dict(resources.get(kind) or {}).values()]
    for thing in inner:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image" and thing.objgen not in entered:
            entered.add(thing.objgen)
            if _draws_blank(thing, thing.get("/Resources", pikepdf.Dictionary()), entered):
                return True
    return False


def _has_zero(shown: Any) -> bool:  # noqa: ANN401 - as above
    data = bytes(shown) if isinstance(shown, pikepdf.String) else b""
    return b"\0\0" in data and any(data[at : at + 2] == b"\0\0" for at in range(0, len(data), 2))


def is_accessible(pdf: bytes) -> tuple[str, ...]:
    """What an independent judge finds against PDF/UA-1, at most five faults; empty when it passes."""
    return _faults(pdf, "ua1")


def is_archival(pdf: bytes) -> tuple[str, ...]:
    """What an independent judge finds against PDF/A-2a, at most five faults; empty when it passes."""
    return _faults(pdf, "2a")


def _faults(pdf: bytes, flavour: Flavour) -> tuple[str, ...]:
    verdict = page_validation(pdf, flavour)
    if verdict.passed is None:
        return (verdict.unjudged,)
    return tuple(f"{fault.rule}: {fault.message}" for fault in verdict.faults[:_MOST_FAULTS])
