"""Our own judge of press files: the part of PDF/X-4 (ISO 15930-7) that a print shop trips over. Floor 4.

No reference judge of PDF/X can be had here, so nothing that passes is certified: it was checked against our subset.
What the subset asks beyond the standard is what makes paper go wrong: bleed, resolution of pictures, too much ink.
"""

import io
import re
from collections.abc import Iterator
from typing import Final, Literal

import pikepdf

from brochures.making.colourspaces import ink_percent
from brochures.making.painted import Paint, Painted, painted
from brochures.making.verdicts import Fault, Verdict
from brochures.units import mm_from_pt

JUDGE: Final = "our subset of PDF/X-4"
Stock = Literal["coated", "uncoated"]
MOST_INK_PERCENT: Final[dict[Stock, int]] = {"coated": 300, "uncoated": 240}
"""All inks on one spot together: more does not dry, and comes off on the next sheet."""
LEAST_BLEED_MM: Final = 3.0
LEAST_PPI: Final = 225
_SLACK_MM: Final = 0.02
_SLACK_PT: Final = 0.01
_NEWEST_VERSION: Final = (1, 6)
_DARK: Final = 0.9
_SLACK_PERCENT: Final = 0.5
_XMP: Final = {
    "pdfxid:GTS_PDFXVersion, PDF/X-4": r"pdfxid:GTS_PDFXVersion(?:>|=[\"'])PDF/X-4[<\"']",
    **{
        name: rf"{name}[\s>=]"
        for name in (
            "dc:title",
            "pdf:Trapped",
            "xmp:CreateDate",
            "xmp:ModifyDate",
            "xmp:MetadataDate",
            "xmpMM:DocumentID",
            "xmpMM:RenditionClass",
            "xmpMM:VersionID",
        )
    },
}
_ALLOWED_NOTES: Final = ("/TrapNet", "/PrinterMark")
_FONT_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_FONT_KINDS: Final = ("/Type1C", "/CIDFontType0C", "/OpenType")
_ACTIONS: Final = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR")


def judge(pdf: bytes, *, stock: Stock = "coated") -> Verdict:
    """Whether a file keeps our subset of PDF/X-4; warnings do not fail it."""
    try:
        found = faults(pdf, stock=stock)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        return Verdict(JUDGE, "x4", None, unjudged=f"it cannot read the file: {error}")
    return Verdict(JUDGE, "x4", not any(fault.severity == "error" for fault in found), found)


def faults(
    pdf: bytes, *, stock: Stock = "coated", least_bleed_mm: float = LEAST_BLEED_MM, least_ppi: int = LEAST_PPI
) -> tuple[Fault, ...]:
    """Everything in a file that our subset of PDF/X-4 does not take; pages are counted from 1.

    Raises:
        pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError: the file is damaged.
    """
    with pikepdf.open(io.BytesIO(pdf)) as file:
        seen = painted(file)
        found = (
            *_file(file),
            *_intent(file),
            *_metadata(file),
            *_objects(file),
            *_pages(file, least_bleed_mm),
            *_colours(seen),
            *_ink(seen, MOST_INK_PERCENT[stock]),
            *_images(seen, least_ppi),
            *_black(seen),
        )
    return tuple(dict.fromkeys(found))


_Found = Iterator[Fault]


def _file(file: pikepdf.Pdf) -> _Found:
    if file.is_encrypted:
        yield Fault("encryption", "the file is encrypted")
    versions = [file.pdf_version, str(file.Root.get("/Version", "/1.0")).lstrip("/")]
    newest = max(tuple(int(part) for part in version.split(".")) for version in versions)
    if newest > _NEWEST_VERSION:
        yield Fault("version", f"the file is PDF {newest[0]}.{newest[1]}; PDF/X-4 is at most 1.6")
    if "/ID" not in file.trailer:
        yield Fault("id", "the file has no ID")
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if key in file.Root:
            yield Fault("action", f"the file does something when it is opened or filled in ({key[1:]})")
    if "/JavaScript" in file.Root.get("/Names", {}):
        yield Fault("action", "the file carries a script")
    if str(file.docinfo.get("/Trapped")) not in ("/True", "/False"):
        yield Fault("trapped", "the file does not say whether it is trapped")


def _intent(file: pikepdf.Pdf) -> _Found:
    intents = [intent for intent in file.Root.get("/OutputIntents", []) if intent.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield Fault("intent", f"{len(intents) or 'no'} output intents for PDF/X; there must be one")
        return
    if not str(intents[0].get("/OutputConditionIdentifier", "")):
        yield Fault("intent", "the output intent does not name its printing condition")
    profile = intents[0].get("/DestOutputProfile")
    data, inks = (profile.read_bytes(), profile.get("/N")) if isinstance(profile, pikepdf.Stream) else (b"", None)
    if data[36:40] != b"acsp":
        yield Fault("intent", "the output intent carries no ICC profile")
    elif data[12:16] != b"prtr":
        yield Fault(
            "intent", f"the output intent's profile is not for printing (class {data[12:16].decode('latin-1')})"
        )
    elif data[16:20] != b"CMYK" or inks != 4:  # noqa: PLR2004 - inks of CMYK
        yield Fault("intent", f"the output intent's profile is not CMYK but {data[16:20].decode('latin-1').strip()}")


def _metadata(file: pikepdf.Pdf) -> _Found:
    stream = file.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        yield Fault("xmp", "the file has no XMP metadata")
        return
    if "/Filter" in stream:
        yield Fault("xmp", "the XMP metadata is compressed")
    said = stream.read_bytes().decode("utf-8", "replace")
    for name, pattern in _XMP.items():
        if not re.search(pattern, said):
            yield Fault("xmp", f"the XMP metadata lacks {name}")


def _objects(file: pikepdf.Pdf) -> _Found:
    """What any object of the file may be that must not be there, or must be whole."""
    for thing in file.objects:
        if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        if thing.get("/Type") == "/Font":
            yield from _font(thing)
        if str(thing.get("/S")) in _ACTIONS:
            yield Fault("action", f"the file carries an action ({str(thing['/S'])[1:]})")
        if isinstance(thing, pikepdf.Stream):
            if "/F" in thing:
                yield Fault("external", "a part of the file lies outside it")
            if thing.get("/Subtype") == "/PS" or thing.get("/Subtype2") == "/PS":
                yield Fault("postscript", "the file carries PostScript")
            if "/OPI" in thing or "/Alternates" in thing:
                yield Fault("stand-in", "a picture stands in for another (OPI or alternates)")


def _font(font: pikepdf.Object) -> _Found:
    kind, name = str(font.get("/Subtype")), str(font.get("/BaseFont", "/?")).lstrip("/")
    if kind in ("/Type0", "/Type3"):  # the first is judged by the font within it, the second draws its letters itself
        return
    descriptor = font.get("/FontDescriptor") or pikepdf.Dictionary()
    if not any(key in descriptor for key in _FONT_FILES):
        yield Fault("font", f"the font {name} is not embedded")
        return
    if "/FontFile3" in descriptor:
        inside = str(descriptor["/FontFile3"].get("/Subtype"))
        if inside not in _FONT_KINDS:
            yield Fault("font", f"the font {name} is embedded as {inside.lstrip('/')}, which is no kind of font file")
        elif inside == "/OpenType":
            yield Fault("font", f"the font {name} is a whole OpenType file: some printers fail", severity="warning")
    if kind == "/CIDFontType2" and "/CIDToGIDMap" not in font:
        yield Fault("font", f"the font {name} does not say which letter is which (CIDToGIDMap)")


def _pages(file: pikepdf.Pdf, least_bleed_mm: float) -> _Found:
    for number, page in enumerate(file.pages, 1):
        if any(note.get("/Subtype") not in _ALLOWED_NOTES for note in page.obj.get("/Annots", [])):
            yield Fault("annotation", f"page {number} has links, notes or form fields")
        if "/AA" in page.obj:
            yield Fault("action", f"page {number} does something when it is opened")
        if ("/TrimBox" in page.obj) == ("/ArtBox" in page.obj):
            yield Fault("trim-box", f"page {number} does not say where it is trimmed (TrimBox)")
            continue
        media, bleed, trim = (
            [float(value) for value in box]
            for box in (page.mediabox, page.bleedbox, page.trimbox if "/TrimBox" in page.obj else page.artbox)
        )
        if not (_is_inside(trim, bleed) and _is_inside(bleed, media)):
            yield Fault("boxes", f"the boxes of page {number} do not lie one in another: trim, bleed, media")
        least = mm_from_pt(min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]))
        if least < least_bleed_mm - _SLACK_MM:
            yield Fault(
                "bleed", f"page {number} has {max(0.0, least):.1f} mm of bleed; {least_bleed_mm:g} mm is the least"
            )


def _is_inside(inner: list[float], outer: list[float]) -> bool:
    low = all(a >= b - _SLACK_PT for a, b in zip(inner[:2], outer[:2], strict=True))
    return low and all(a <= b + _SLACK_PT for a, b in zip(inner[2:], outer[2:], strict=True))


def _colours(seen: Painted) -> _Found:
    if not seen.complete:
        yield Fault("size", "the file holds more than can be looked at")
    uses = {(paint.page, paint.kind) for paint in seen.paints if paint.space.family == "RGB" and paint.space.is_device}
    for page, kind in sorted(uses):
        yield Fault("rgb", f"page {page + 1} has a {kind} in RGB without a profile (no DefaultRGB)")
    for state in sorted(seen.states):
        yield Fault("transfer", f"a graphics state changes how inks print ({state[1:]})")


def _ink(seen: Painted, most_percent: int) -> _Found:
    heavy: dict[int, float] = {}
    for paint in seen.paints:
        percent = 0.0 if paint.off_trim else ink_percent(paint.space, paint.values)
        if percent > most_percent + _SLACK_PERCENT:
            heavy[paint.page] = max(percent, heavy.get(paint.page, 0.0))
    for page, percent in sorted(heavy.items()):
        yield Fault("ink", f"page {page + 1} has {percent:.0f} % of ink on one spot; {most_percent} % is the most")


def _images(seen: Painted, least_ppi: int) -> _Found:
    for image in seen.images:
        if 0 < image.ppi < least_ppi:
            size = f"{image.width_px} by {image.height_px} pixels"
            yield Fault(
                "ppi",
                f"a picture on page {image.page + 1} ({size}) prints at {image.ppi} ppi; {least_ppi} is the least",
            )


def _black(seen: Painted) -> _Found:
    pages = {paint.page for paint in seen.paints if paint.kind == "text" and _is_rich(paint)}
    for page in sorted(pages):
        yield Fault(
            "black", f"black text on page {page + 1} is mixed of several inks, not black alone", severity="warning"
        )


def _is_rich(paint: Paint) -> bool:
    """Black that needs all four plates to meet: RGB black becomes that in print."""
    if paint.space.family == "RGB":
        return bool(paint.values) and max(paint.values) <= 1 - _DARK
    return paint.space.family == "CMYK" and paint.values[3:] >= (_DARK,) and sum(paint.values[:3]) > 0
