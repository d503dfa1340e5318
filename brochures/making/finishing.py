"""What a PDF carries beside its pages: how it is printed and read, its bookmarks, what it conforms to. Floor 4."""

from collections.abc import Callable, Iterable
from typing import Any, Final

import pydyf

from brochures.errors import StyleFault
from brochures.making.bookmarks import set_bookmarks
from brochures.making.links import name_links
from brochures.model.document import Document
from brochures.model.furniture import Colophon, Folio

Finish = Callable[[Any, Any], None]
"""The engine's public `finisher` hook: called with its document and its PDF before they are written."""

_READ_LAST: Final = ("back", "contact")
"""Frames that stand on the first side of a sheet and are read when all else is: the contact panel and its foot."""
_MANY_PAGES: Final = 3
"""From how many pages on a screen shows the bookmarks at once."""

_UA: Final = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Which part of ISO 14289 the file meets</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""The claim of PDF/UA-1, and its schema: PDF/A takes no property that it is not told of (ISO 19005-2, 6.6.2.3)."""


def finish(document: Document) -> Finish:
    """A hook for an archival, accessible file: its claims, the viewer's preferences, the order in which it is read."""
    order = reading_order(document)
    heard = frozenset(f.name for page in document.pages for f in page.frames if f.placed) - unread(document)

    def finisher(engine_document: Any, pdf: Any) -> None:  # noqa: ANN401 - the engine's types stay in typesetting
        name_links(engine_document)
        pdf.catalog["ViewerPreferences"] = _preferences(document)
        if document.edition == "screen" and len(document.pages) >= _MANY_PAGES:
            pdf.catalog["PageMode"] = "/UseOutlines"
        _claim(pdf)
        _read_in_order(pdf, order, heard if order != _as_marked_up(document) else frozenset())
        set_bookmarks(pdf, document, order)

    return finisher


def finish_page(_: Any, pdf: Any) -> None:  # noqa: ANN401 - the engine's types stay in typesetting
    """As `finish`, for a page of ours that is no document: its claims, and its title in the window."""
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    _claim(pdf)


def reading_order(document: Document) -> tuple[str, ...]:
    """Names of all frames as they are read: the stamp of a draft, the document's own order, what it does not name.

    Without an order of its own: as they stand, but for the contact panel of a folded sheet, which comes last.
    """
    names = _as_marked_up(document)
    stamp = ("draft",) if document.draft else ()
    first = [frame.name for page in document.pages[:-1] for frame in page.frames]
    last = () if document.reading else tuple(name for name in names if name in _READ_LAST and name in first)
    begun = document.reading or tuple(name for name in names if name not in last)
    return (*stamp, *begun, *last, *(name for name in names if name not in begun and name not in last))


def unread(document: Document) -> frozenset[str]:
    """Frames that a listener is spared: the feet of pages, but for the last where nothing else tells the version."""
    frames = [frame for page in document.pages for frame in page.frames]
    feet = [frame for frame in frames if frame.name.startswith("folio")]
    told = [line for f in frames for p in f.placed if isinstance(p.block, Colophon) for line in p.block.version]
    said = " ".join(p.block.text for foot in feet for p in foot.placed if isinstance(p.block, Folio))
    silent = feet if any(line in said for line in told) else feet[:-1]
    return frozenset(foot.name for foot in silent)


def _as_marked_up(document: Document) -> tuple[str, ...]:
    return tuple(frame.name for page in document.pages for frame in page.frames)


def _preferences(document: Document) -> Any:  # noqa: ANN401 - pydyf is untyped
    """The title in the window; for paper, its own size, and turned over the edge that its folds want."""
    wishes = {"DisplayDocTitle": "true"}
    if document.paper.width_mm:
        is_one_side = len(document.pages) == 1
        wishes |= {"PrintScaling": "/None", "Duplex": "/Simplex" if is_one_side else f"/{document.format.duplex}"}
    return pydyf.Dictionary(wishes)


def _claim(pdf: Any) -> None:  # noqa: ANN401 - the engine's types stay in typesetting
    """PDF/UA-1 beside PDF/A-2a, in metadata that anyone can read without unpacking it."""
    metadata = _object(pdf, pdf.catalog["Metadata"])
    metadata.compress = False
    metadata.stream = [b"".join(metadata.stream).replace(b"</rdf:RDF>", _UA + b"</rdf:RDF>", 1)]


def _read_in_order(pdf: Any, order: tuple[str, ...], needed: frozenset[str]) -> None:  # noqa: ANN401 - pydyf is untyped
    """Puts the sections of all pages under the document itself, in the order in which they are read.

    The engine tags in the order of the markup, all of one page before the next, each in a part of its own.
    """
    whole = _object(pdf, _object(pdf, pdf.catalog["StructTreeRoot"])["K"][0])
    parts: list[tuple[bytes, Any]] = []
    for reference, part in _kids(pdf, whole["K"]):
        parts += _kids(pdf, part["K"]) if part["S"] == "/Div" else [(reference, part)]
    place = {name: number for number, name in enumerate(order)}
    found = {part["T"].string for _, part in parts if "T" in part}
    if needed - found:
        raise StyleFault(f"sections are not in the tags, and so in no order: {', '.join(sorted(needed - found))}")
    parts.sort(key=lambda part: place.get(part[1]["T"].string, len(order)) if "T" in part[1] else len(order))
    for _, part in parts:
        part["P"] = whole.reference
    whole["K"] = pydyf.Array(reference for reference, _ in parts)


def _kids(pdf: Any, references: Iterable[Any]) -> list[tuple[bytes, Any]]:  # noqa: ANN401 - pydyf is untyped
    """References and objects of structure elements, without the numbers of content."""
    return [(kid, _object(pdf, kid)) for kid in references if isinstance(kid, bytes)]


def _object(pdf: Any, reference: bytes) -> Any:  # noqa: ANN401 - pydyf is untyped
    return pdf.objects[int(reference.split()[0])]
