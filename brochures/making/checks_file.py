"""Checks of the file as a whole: pages and sizes, title and language, standards, links, weight. Floor 4."""

import re
from typing import Final
from urllib.parse import urlsplit

from brochures.making.evidence import Evidence
from brochures.making.findings import Finding, Findings, spot_of
from brochures.making.inspection import Note, is_accessible, is_archival

_SLACK_MM: Final = 0.3
_EXACT_MM: Final = 0.01
_KB: Final = 1000
_MOST_KB: Final = 300
_WARN_PHOTOS_KB: Final = 2_000
_MOST_PHOTOS_KB: Final = 10_000
"""What a mail or a slow telephone takes: drawings and words need far less than photographs."""
_STYLE: Final = "a style is at fault"
_TELEPHONE: Final = re.compile(r"\+?[0-9][0-9().\-]*(?:;[a-z]+=[^;\s]+)*")


def pages(evidence: Evidence) -> Findings:
    """As many pages as were composed."""
    document, count = evidence.document, evidence.typeset.page_count
    if count != len(document.pages):
        message = f"{count} pages came out, not {len(document.pages)}"
        yield Finding("page-count", message, "text ran over; shorten it")


def ends(evidence: Evidence) -> Findings:
    """The end of every frame is on its page, and not below its foot."""
    document = evidence.document
    for number, (page, anchors) in enumerate(zip(document.pages, evidence.typeset.anchors, strict=False)):
        for frame in page.frames:
            end, spot = anchors.get(f"end-{frame.name}"), spot_of(document, number, frame.box)
            if end is None:
                message = f"{frame.label}: its end is not on its page"
                yield Finding("panel-end", message, "text ran over; shorten it", spot)
            elif end[1] > frame.box.bottom + _SLACK_MM:
                over = end[1] - frame.box.bottom
                yield Finding("panel-over", f"{frame.label} runs {over:.1f} mm over its foot", "shorten its text", spot)


def properties(evidence: Evidence) -> Findings:
    """Title, language, and the size of every page at trim."""
    document, stated = evidence.document, evidence.stated
    if stated.title != document.title:
        yield Finding("no-title", f"the file's title is “{stated.title}”", _STYLE)
    if stated.language != document.language:
        message = f"the file's language is “{stated.language}”, not {document.language}"
        yield Finding("no-language", message, _STYLE)
    sheets = stated.sizes_mm if document.edition == "press" else stated.sheets_mm
    for number, size in enumerate(sheets):
        if max(abs(a - b) for a, b in zip(size, document.size_mm, strict=True)) > _EXACT_MM:
            message = f"a page is {size[0]:.2f} by {size[1]:.2f} mm"
            yield Finding("sheet-size", message, _STYLE, spot_of(document, number, evidence.sheet))


def standards(evidence: Evidence) -> Findings:
    """The verdicts of an independent judge; a file for the press is not read, and has checks of its own."""
    if evidence.document.edition == "press":
        return
    for fault in is_accessible(evidence.pdf):
        yield Finding("not-accessible", f"the PDF does not meet PDF/UA-1: {fault}", "a template is at fault")
    for fault in is_archival(evidence.pdf):
        message = f"the PDF does not meet PDF/A-2a: {fault}"
        yield Finding("not-archival", message, "a template or a picture is at fault")


def notes(evidence: Evidence) -> Findings:
    """Every link leads somewhere that a reader can go; a file for the press has none, nor any other note."""
    document = evidence.document
    for note in evidence.stated.notes:
        spot = spot_of(document, note.page, note.box)
        if document.edition == "press":
            message = f"a file for a print shop holds a note that prints nothing: {note.kind}"
            yield Finding("annotation", message, "a template is at fault", spot)
        elif note.kind == "Link" and not note.inside and not _is_good(note):
            shown = f"to “{note.target}”" if note.target else "nowhere"
            hint = "write the whole address, https://…; or mailto: and tel: for mail and telephone"
            yield Finding("bad-link", f"a link leads {shown}", hint, spot)


def _is_good(note: Note) -> bool:
    """Whether the address is whole, and of a kind that opens a page, a mail or a call."""
    try:
        address = urlsplit(note.target)
        host = address.hostname or ""
    except ValueError:
        return False
    if any(c.isspace() for c in note.target):
        return False
    if address.scheme in ("https", "http"):
        return "." in host.strip(".")
    if address.scheme == "mailto":
        name, _, domain = address.path.partition("@")
        return bool(name) and "." in domain.strip(".")
    return address.scheme == "tel" and bool(_TELEPHONE.fullmatch(address.path))


def weight(evidence: Evidence) -> Findings:
    """A file for mail and download is small."""
    if evidence.document.edition != "screen":
        return
    size, with_photos = len(evidence.pdf) / _KB, evidence.has_photos
    most = _MOST_PHOTOS_KB if with_photos else _MOST_KB
    hint = "save photographs smaller" if with_photos else "a logo is the usual cause: save it smaller, or as SVG"
    if size > most:
        yield Finding("too-heavy", f"the file has {size:.0f} kB; {most} kB is the most", hint)
    elif with_photos and size > _WARN_PHOTOS_KB:
        message = f"the file has {size:.0f} kB, which is much to download on a telephone"
        yield Finding("too-heavy", message, hint, severity="warning")
