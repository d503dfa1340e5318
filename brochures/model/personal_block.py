"""The part of a piece that is one patient's own: slots and lines to write on, row by row. Floor 1."""

from dataclasses import dataclass
from typing import ClassVar

from brochures.model.blocks import Block
from brochures.model.merging import Slot


@dataclass(frozen=True, slots=True)
class WriteIn:
    """A labelled line that is always filled in by hand; no column of the people file belongs to it."""

    field: ClassVar[str] = ""
    label: str
    width_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal(Block):
    """Slots with their labels, one or two to a row; all rows have one height, filled in or not.

    A slot has the name that its document gave it; until then it has none, and its block only stands to be measured.
    """

    component: ClassVar[str] = "personal"
    title: str = ""
    rows: tuple[tuple[Slot | WriteIn, ...], ...]
    label_mm: float = 0.0
    """Width of the labels beside their slots; 0 where they stand above them."""
    gutter_mm: float = 0.0
    """White between two of one row."""
    row_gap_mm: float = 0.0
    """White above each label, more than it has anyway."""
    line_mm: float = 0.0
    """White above the words of a slot."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Its slots in reading order."""
        return tuple(cell for row in self.rows for cell in row if isinstance(cell, Slot))

    @property
    def row_line_mm(self) -> float:
        """White above the words of each slot, its share of the growth included."""
        return self.line_mm + self.grow_mm / len(self.rows)
