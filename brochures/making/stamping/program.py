"""A piece compiled for stamping, as a value: everything but the slots' own words. Floor 4.

It holds no value of a slot. Kept as bytes it carries the hash of them all, and is refused when one has changed.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final

from brochures.errors import BrochureError

_MAGIC: Final = b"BROCHURES-PROGRAM\n"
FORMAT_VERSION: Final = 1
"""Goes up when what is kept changes: a program of another version is compiled anew."""
_NUMBER_BYTES: Final = 4
_HASH_BYTES: Final = 32
_START: Final = len(_MAGIC) + _NUMBER_BYTES + _HASH_BYTES


class DamagedProgram(BrochureError):
    """Bytes that are no program, a changed one, or one of another version: compile it anew."""


@dataclass(frozen=True, slots=True)
class Face:
    """One face as it is embedded, with what is needed to set a line in it.

    `advances` and `kerns` are in 1024ths of a CSS pixel at `size_px`; `widths` are those of the file, in thousandths
    of the type's size. A pair's kern is `kerns[lefts[i]][rights[j]]`, where `i` and `j` are places in `letters`.
    """

    size_px: float
    letters: str
    glyphs: tuple[int, ...]
    widths: tuple[int, ...]
    advances: tuple[int, ...]
    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    kerns: tuple[tuple[int, ...], ...]
    joined: tuple[str, ...] = ()
    """Pairs that the face draws as one glyph, or otherwise than side by side."""


@dataclass(frozen=True, slots=True)
class SlotHead:
    """Where one slot's words go: the object with its content, its box and its type; lengths in CSS pixels.

    `matrix` and `foot` are written before and after the place from the left in the text matrix.
    """

    name: str
    field: str
    page: int
    number: int
    face: int
    font: str
    size_px: float
    least_px: float
    left_px: float
    width_px: float
    share: float
    """Of the room that is left over, how much stands before the words: 0 left, 0.5 centred, 1 right."""
    matrix: str
    foot: str
    spaces_after: int
    """How many spaces end the run, so that words do not run together when they are read aloud."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as an ordered file has it: its dictionary, and its content in order, slots by their object's number."""

    dictionary: str
    contents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """A compiled piece: `body` is the file up to its slots, which have the numbers from `first_slot` on."""

    body: bytes = field(repr=False)
    body_xref: int
    """Where in the body its cross-references stand."""
    first_slot: int
    root: str
    """What the trailer says beside: the catalog, the information."""
    slots: tuple[SlotHead, ...]
    faces: tuple[Face, ...] = field(repr=False)
    sheets: tuple[Sheet, ...]
    streams: tuple[tuple[int, int, int], ...] = field(repr=False)
    """Objects of the body that ordered files take over as they are: number, beginning, end."""
    things: tuple[tuple[int, str], ...] = field(repr=False)
    """Other objects of ordered files: number, and what it is."""
    catalog: str
    """The catalog of ordered files, but for pages, labels and metadata."""
    metadata: bytes = field(repr=False)
    """The metadata of ordered files, which are not tagged and do not claim to be."""
    info: str
    is_shared: bool = True
    """Whether it may be kept for others: False when a run's own letters were compiled in."""

    @property
    def page_count(self) -> int:
        """How many pages a person's piece has."""
        return len(self.sheets)

    def to_bytes(self) -> bytes:
        """The program as it is kept; the same program, the same bytes."""
        told = {item.name: getattr(self, item.name) for item in fields(self) if item.name not in _BINARY}
        told |= {name: [asdict(part) for part in told[name]] for name in _PARTS}
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
        blobs = [text, *(getattr(self, name) for name in _BINARY)]
        payload = b"".join(len(blob).to_bytes(_NUMBER_BYTES, "big") + blob for blob in blobs)
        head = FORMAT_VERSION.to_bytes(_NUMBER_BYTES, "big")
        return _MAGIC + head + hashlib.sha256(_MAGIC + head + payload).digest() + payload

    @staticmethod
    def from_bytes(data: bytes) -> "Program":
        """The program that was kept.

        Raises:
            DamagedProgram: these are not the bytes that `to_bytes` gave, or gave in this version.
        """
        head, payload = data[: len(_MAGIC) + _NUMBER_BYTES], data[_START:]
        if head != _MAGIC + FORMAT_VERSION.to_bytes(_NUMBER_BYTES, "big"):
            raise DamagedProgram("this is no compiled brochure, or one of another version")
        if data[len(head) : _START] != hashlib.sha256(head + payload).digest():
            raise DamagedProgram("a compiled brochure is damaged: its bytes are not those that were kept")
        blobs, at = [], 0
        while at < len(payload):
            end = at + _NUMBER_BYTES + int.from_bytes(payload[at : at + _NUMBER_BYTES], "big")
            blobs.append(payload[at + _NUMBER_BYTES : end])
            at = end
        told: dict[str, Any] = json.loads(blobs[0])
        told |= {name: tuple(kind(**_tuples(part)) for part in told[name]) for name, kind in _PARTS.items()}
        told |= dict(zip(_BINARY, blobs[1:], strict=True))
        return Program(**_tuples(told))


_BINARY: Final = ("body", "metadata")
_PARTS: Final[dict[str, type]] = {"slots": SlotHead, "faces": Face, "sheets": Sheet}


def _tuples(told: dict[str, Any]) -> dict[str, Any]:
    """Lists, which JSON makes of tuples, as tuples again; two deep, which is as deep as any part goes."""
    return {
        name: tuple(tuple(item) if isinstance(item, list) else item for item in value)
        if isinstance(value, list)
        else value
        for name, value in told.items()
    }
