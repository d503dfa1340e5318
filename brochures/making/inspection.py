"""Reads facts back from a PDF: characters with size and place, fonts, properties, PDF/UA-1 verdict. Floor 4.

The only home of pypdfium2, pikepdf and page-validation.
"""

import ctypes
import io
from dataclasses import dataclass
from typing import BinaryIO, Final

import page as judge
import pikepdf
import pypdfium2
from pypdfium2 import raw

from brochures.units import mm_from_pt

_MOST_FAULTS: Final = 5


@dataclass(frozen=True, slots=True)
class Character:
    """One printed character: its page from 0, type size in points, and box in millimetres from the top left."""

    text: str
    page: int
    size_pt: float
    left: float
    top: float
    right: float
    bottom: float


def characters(pdf: bytes) -> tuple[Character, ...]:
    """Every character of the file in the order of its content."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(c for number in range(len(document)) for c in _of_page(document[number], number))
    finally:
        document.close()


def _of_page(page: object, number: int) -> list[Character]:
    height = page.get_height()  # type: ignore[attr-defined] # pypdfium2's PdfPage
    text = page.get_textpage()  # type: ignore[attr-defined]
    box = [ctypes.c_double() for _ in range(4)]
    matrix = raw.FS_MATRIX()
    found = []
    for index in range(raw.FPDFText_CountChars(text.raw)):
        if raw.FPDFText_IsGenerated(text.raw, index):
            continue
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if not raw.FPDFText_GetCharBox(text.raw, index, box[0], box[1], box[2], box[3]):
            continue
        left, right, bottom, top = (value.value for value in box)
        raw.FPDFText_GetMatrix(text.raw, index, matrix)
        size = raw.FPDFText_GetFontSize(text.raw, index) * abs(matrix.d or matrix.b or 1.0)
        found.append(
            Character(
                chr(code),
                number,
                size,
                mm_from_pt(left),
                mm_from_pt(height - top),
                mm_from_pt(right),
                mm_from_pt(height - bottom),
            )
        )
    return found


def font_names(pdf: bytes) -> tuple[str, ...]:
    """Base names of all fonts on all pages and in all forms, sorted."""
    names: set[str] = set()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for thing in file.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "/BaseFont" in thing:
                names.add(str(thing["/BaseFont"]).lstrip("/"))
    return tuple(sorted(names))


def properties(file: BinaryIO) -> tuple[str, str, tuple[tuple[float, float], ...]]:
    """Title, language, and each page's width and height in millimetres."""
    with pikepdf.open(file) as pdf:
        sizes = tuple(
            (mm_from_pt(float(box[2] - box[0])), mm_from_pt(float(box[3] - box[1])))
            for box in (page.mediabox for page in pdf.pages)
        )
        return str(pdf.docinfo.get("/Title", "")), str(pdf.Root.get("/Lang", "")), sizes


def is_accessible(pdf: bytes) -> tuple[str, ...]:
    """What an independent judge finds against PDF/UA-1, at most five faults; empty when it passes."""
    report = judge.validate_pdf_bytes(pdf, profile=judge.ValidationProfile.PDF_UA_1)
    return tuple(f"{failure.rule_id}: {failure.message}" for failure in list(report.failures)[:_MOST_FAULTS])
