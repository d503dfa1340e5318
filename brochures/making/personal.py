"""One patient's own data on a laid out piece: where its slots are, and the piece with values in them. Floor 4.

What is filled in moves nothing: a slot is as wide and as high as before. Whether a value fits its slot is looked
at elsewhere.
"""

from collections.abc import Mapping
from dataclasses import replace

from brochures.making.compose.slots import changed
from brochures.model.document import Document
from brochures.model.merging import FieldName, Slot
from brochures.model.personal_block import Personal


def slots_of(document: Document) -> tuple[Slot, ...]:
    """Its slots in reading order, no two of one name; none where the piece is nobody's own."""
    frames = [frame for page in document.pages for frame in page.frames]
    if document.reading:
        frames.sort(key=lambda frame: document.reading.index(frame.name))
    blocks = (placed.block for frame in frames for placed in frame.placed)
    return tuple(slot for block in blocks if isinstance(block, Personal) for slot in block.slots)


def filled(document: Document, values: Mapping[FieldName, str]) -> Document:
    """The same document with these values in all slots of their fields; a field without a value stays open."""
    return replace(
        document, pages=changed(document.pages, lambda slot: replace(slot, value=values.get(slot.field, "")))
    )
