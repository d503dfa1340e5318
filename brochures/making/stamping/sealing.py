"""Writes the engine's objects as the body of a program, and what of them an ordered file takes over. Floor 4."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pydyf

from brochures.making.stamping.embedding import resolved
from brochures.making.stamping.packing import HEADER, object_stream, packed_stream
from brochures.making.stamping.program import Sheet

_LEFT_OUT: Final = ("Contents", "Parent", "StructParents", "Tabs", "Annots")
"""What a page of an ordered file has anew, or not at all: it has no tags."""
_KEPT: Final = ("Lang", "ViewerPreferences", "OutputIntents")
_REFERENCE: Final = re.compile(rb"(\d+) 0 R")
_TAGGED: Final = re.compile(rb"(<pdfaid:conformance>)A(</pdfaid:conformance>)|(pdfaid:conformance=\")A(\")")


@dataclass(frozen=True, slots=True)
class Body:
    """A file up to its slots, and the part of it that ordered files share."""

    data: bytes
    xref_at: int
    root: str
    streams: tuple[tuple[int, int, int], ...]
    things: tuple[tuple[int, str], ...]
    catalog: str
    info: str


def numbers_after(pdf: Any, new: int) -> int:  # noqa: ANN401 - pydyf is untyped
    """The number of the first object after the body, when so many are still added to it before it is sealed."""
    # The body's own two: objects packed together, and where all stand.
    return len(pdf.objects) + new + 2


def sealed(pdf: Any, sheets: Sequence[Sheet]) -> Body:  # noqa: ANN401 - pydyf is untyped
    """All objects that there are, as bytes: contents one by one, all else packed together, then where each stands."""
    out = bytearray(HEADER)
    count = len(pdf.objects)
    packed_number, xref_number = count, count + 1
    entries: dict[int, tuple[int, int, int]] = {}
    streams: dict[int, tuple[int, int]] = {}
    packed: list[tuple[int, bytes]] = []
    for thing in pdf.objects[1:]:
        if isinstance(thing, pydyf.Stream):
            entries[thing.number] = 1, len(out), 0
            begin = len(out)
            out += b"%d 0 obj\n%b\nendobj\n" % (thing.number, thing.data)
            streams[thing.number] = begin, len(out)
        else:
            entries[thing.number] = 2, packed_number, len(packed)
            packed.append((thing.number, thing.data))
    entries[packed_number] = 1, len(out), 0
    out += b"%d 0 obj\n%b\nendobj\n" % (packed_number, object_stream(packed))
    xref_at = len(out)
    entries[xref_number] = 1, xref_at, 0
    rows = (entries.get(number, (0, 0, 0)) for number in range(xref_number + 1))
    table = b"".join(b"%c%b%b" % (kind, at.to_bytes(4, "big"), place.to_bytes(2, "big")) for kind, at, place in rows)
    root = f"/Root {pdf.catalog.number} 0 R/Info {pdf.info.number} 0 R"
    told = f"/Type/XRef/Size {xref_number + 1}/W[1 4 2]{root}"
    out += b"%d 0 obj\n%b\nendobj\n" % (xref_number, packed_stream(told, table))
    catalog = pydyf.Dictionary({"Type": "/Catalog"} | {key: pdf.catalog[key] for key in _KEPT if key in pdf.catalog})
    inside = dict(packed)
    reached = _reached(pdf, inside, (catalog.data, *(sheet.dictionary.encode("latin-1") for sheet in sheets)), sheets)
    return Body(
        bytes(out),
        xref_at,
        root,
        tuple((number, *streams[number]) for number in sorted(reached & streams.keys())),
        tuple((number, inside[number].decode("latin-1")) for number in sorted(reached & inside.keys())),
        catalog.data.decode("latin-1"),
        inside[pdf.info.number].decode("latin-1"),
    )


def sheet(page: Any, contents: Iterable[int]) -> Sheet:  # noqa: ANN401 - pydyf is untyped
    """A page for ordered files."""
    kept = pydyf.Dictionary({key: value for key, value in page.items() if key not in _LEFT_OUT})
    return Sheet(kept.data.decode("latin-1"), tuple(contents))


def untagged(metadata: bytes) -> bytes:
    """Metadata of a file without tags: PDF/A-2b, where they claimed PDF/A-2a."""
    changed, times = _TAGGED.subn(lambda m: (m[1] or m[3]) + b"B" + (m[2] or m[4]), metadata)
    if times != 1:
        raise ValueError("the engine's metadata claim something else than PDF/A-2a")
    return changed


def _reached(pdf: Any, inside: dict[int, bytes], roots: Iterable[bytes], sheets: Sequence[Sheet]) -> set[int]:  # noqa: ANN401 - pydyf is untyped
    """The numbers of all objects that pages without tags need."""
    reached: set[int] = set()
    ahead = {int(number) for root in roots for number in _REFERENCE.findall(root)}
    ahead |= {number for one in sheets for number in one.contents if number < len(pdf.objects)}
    while ahead:
        number = ahead.pop()
        reached.add(number)
        data = inside.get(number)
        if data is None:
            data = pydyf.Dictionary(resolved(pdf, b"%d 0 R" % number).extra).data
        ahead |= {int(other) for other in _REFERENCE.findall(data)} - reached
    return reached
