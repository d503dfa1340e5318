"""A brochure laid out on the sheets of one format: pages, frames, fields and art, all in millimetres. Floor 1.

A *frame* is where text stands, as in any layout program; a *field* is flat colour; *art* is the drawing.
Frames stand in reading order; their text is in the flow, and the space above each block is a number.
"""

from dataclasses import dataclass
from typing import Literal

from brochures.model.blocks import Block
from brochures.model.formats import EditionName, Format, Paper
from brochures.model.themes import Ground

FieldRole = Literal["brand", "brand-mid", "brand-tint", "tint", "accent", "urgent"]

LARGE_PT = 16.0
"""Least type of a large-print piece, but for its version line (UKAAF G003; American Printing House: 18)."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page: left, top, width, height; millimetres from the top left of the trim."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Bottom edge."""
        return self.y + self.height

    def within(self, other: "Box") -> "Box":
        """The part of this box that lies in `other`."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the white above it."""

    block: Block
    gap_mm: float


@dataclass(frozen=True, slots=True)
class Frame:
    """One column of text: where it stands, its height, and its blocks from the top."""

    name: str
    label: str
    box: Box
    placed: tuple[Placed, ...]
    tone: Literal["paper", "brand", "urgent"] = "paper"
    ground: Ground = "paper"
    """What the words stand on; every ground brings its own readable colours."""


@dataclass(frozen=True, slots=True)
class ColourField:
    """Flat colour behind frames."""

    role: FieldRole
    box: Box


@dataclass(frozen=True, slots=True)
class Art:
    """A cover drawing, cut to its box; in a banner the title stands beside it, on a cover above it."""

    motif: str
    box: Box
    is_banner: bool = False
    is_tall: bool = False
    """A banner that may be higher than wide: the face stands at its right edge, whole where it can."""


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a sheet."""

    name: str
    fields: tuple[ColourField, ...]
    art: tuple[Art, ...]
    frames: tuple[Frame, ...]
    folds_mm: tuple[float, ...] = ()
    stamps: tuple[Box, ...] = ()
    """Where the words of a draft stand, one on each panel."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder that makes a text fit: how tight the spacing, how large the type."""

    name: str
    type_size: Literal["normal", "floor", "large"]
    least_gap_mm: float


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that a place blocks, the reason, and the place's name: what templates may know of a profile."""

    terms: tuple[str, ...]
    why: str
    place: str


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that markup needs to print one piece."""

    name: str
    title: str
    language: str
    format: Format
    paper: Paper
    edition: EditionName
    rung: Rung
    pages: tuple[Page, ...]
    description: str = ""
    draft: str = ""
    """What a piece is stamped with whose day of review has passed; nothing on any other."""
    large: bool = False
    page_mm: tuple[float, float] = (0.0, 0.0)
    """Width and height of each page at trim; nothing where it is the format's own side."""
    reading: tuple[str, ...] = ()
    """Names of frames in the order in which they are read aloud, where that is not the order of the markup."""
    locked: tuple[str, ...] = ()
    """Safety text that must be seen on the pages, passage by passage, as Markdown."""
    required: tuple[str, ...] = ()
    """Fine print that must be on the pages, line by line, as Markdown."""
    forbidden: tuple[Forbidden, ...] = ()
    """Words that may be nowhere in the file."""

    @property
    def body_pt(self) -> float:
        """Least size of body text, below which no safety text may fall; points."""
        return LARGE_PT if self.large else self.format.body_pt

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of each page at trim."""
        return self.page_mm if self.page_mm[0] else self.format.size_mm(self.paper)
