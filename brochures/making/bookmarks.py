"""Bookmarks in the order in which a piece is read, each under its heading. Floor 4."""

from dataclasses import dataclass
from typing import Any, Final

import pydyf

from brochures.model.document import Document
from brochures.units import mm_from_pt

_LINKS: Final = ("First", "Last", "Next", "Prev", "Count")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One heading: the engine's record of it, its level from 1, and where its frame comes in reading."""

    record: Any
    level: int
    place: int


def set_bookmarks(pdf: Any, document: Document, order: tuple[str, ...]) -> None:  # noqa: ANN401 - pydyf is untyped
    """Puts the engine's bookmarks, which follow the sheet, in the order of reading; the title's stands open."""
    if "Outlines" not in pdf.catalog:
        return
    root = _object(pdf, pdf.catalog["Outlines"])
    entries = list(_entries(pdf, root, document, {name: number for number, name in enumerate(order)}))
    entries.sort(key=lambda entry: entry.place)
    kept = [entry for at, entry in enumerate(entries) if at == 0 or _title(entry) != _title(entries[at - 1])]
    for entry in kept:
        entry.record["Title"] = pydyf.String(_title(entry))
    root["Count"] = _hang(root, kept)


def _entries(pdf: Any, above: Any, document: Document, places: dict[str, int], level: int = 1) -> list[_Entry]:  # noqa: ANN401 - pydyf is untyped
    found = []
    following = above.get("First")
    while following:
        record = _object(pdf, following)
        found.append(_Entry(record, level, _place(pdf, record, document, places)))
        found += _entries(pdf, record, document, places, level + 1)
        following = record.get("Next")
    return found


def _place(pdf: Any, record: Any, document: Document, places: dict[str, int]) -> int:  # noqa: ANN401 - pydyf is untyped
    """Where the frame that a bookmark leads to comes in reading."""
    reference, _, left, bottom, _ = record["Dest"]
    number = pdf.page_references.index(reference)
    if number >= len(document.pages):
        return len(places)
    x, y = mm_from_pt(left), document.size_mm[1] - mm_from_pt(bottom)
    frames = [f for f in document.pages[number].frames if f.box.x - 1 <= x <= f.box.right + 1 and f.box.y - 1 <= y]
    return places[max(frames, key=lambda frame: frame.box.y).name] if frames else len(places)


def _title(entry: _Entry) -> str:
    return " ".join(entry.record["Title"].string.split())


def _hang(above: Any, entries: list[_Entry]) -> int:  # noqa: ANN401 - pydyf is untyped
    """Links entries under the record `above`, each with those of a lower level that follow it; how many are seen."""
    heads: list[Any] = []
    seen = 0
    while entries:
        head, rest = entries[0], entries[1:]
        end = next((at for at, entry in enumerate(rest) if entry.level <= head.level), len(rest))
        below, entries = rest[:end], rest[end:]
        for key in _LINKS:
            head.record.pop(key, None)
        head.record["Parent"] = above.reference
        if below:
            shown = _hang(head.record, below)
            is_open = head.level == 1
            head.record["Count"] = shown if is_open else -shown
            seen += shown if is_open else 0
        if heads:
            heads[-1]["Next"], head.record["Prev"] = head.record.reference, heads[-1].reference
        heads.append(head.record)
        seen += 1
    above["First"], above["Last"] = heads[0].reference, heads[-1].reference
    return seen


def _object(pdf: Any, reference: bytes) -> Any:  # noqa: ANN401 - pydyf is untyped
    return pdf.objects[int(reference.split()[0])]
