"""Blocks with a drawing or a table: facts, face map, charts, dots, comparison. Floor 1."""

from dataclasses import dataclass
from typing import ClassVar

from brochures.model.blocks import Block, OptionSide

Months = tuple[float, float]
"""Least and most months of one bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Block):
    """The fact strip: icon, figure and what it means; a row in handouts, a list in panels."""

    component: ClassVar[str] = "facts"
    items: tuple[tuple[str, str, str], ...]
    across: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers(Block):
    """A few facts to be read from afar: large numerals, and under each what it means; a row or a column."""

    component: ClassVar[str] = "numbers"
    items: tuple[tuple[str, str], ...]
    across: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides(Block):
    """Options and no treatment side by side, each under its name on its colour."""

    component: ClassVar[str] = "sides"
    columns: tuple[tuple[str, OptionSide, tuple[str, ...]], ...]
    """For each: its name, its side, and its lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quick(Block):
    """The flap's short table: icons in rows, two options in columns."""

    component: ClassVar[str] = "quick"
    heads: tuple[tuple[str, OptionSide], ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceMap(Block):
    """The face with its numbered areas, and the legend beside it."""

    component: ClassVar[str] = "face-map"
    title: str
    groups: tuple[tuple[str, OptionSide, tuple[tuple[str, str], ...]], ...]
    """For each option: its name, its side, and (area, label) pairs in any order."""
    caption: str
    alternative: str
    width_mm: float
    height_mm: float
    scale: float = 1.0
    """How much larger than usual the drawing is printed, its letters and lines too."""
    is_stacked: bool = False
    """Whether its words stand under it, where there is no room beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onset(Block):
    """When the effect starts, on a scale of days."""

    component: ClassVar[str] = "onset"
    title: str
    first_days: tuple[int, int] | None
    full_days: int | None
    caption: str
    alternative: str
    side: OptionSide
    width_mm: float
    labels: tuple[str, str, str, str, str]
    """Day 0, the first days, the full days; what the first days and the full days mean."""
    scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting(Block):
    """How many months it lasts, as bars on one scale."""

    component: ClassVar[str] = "lasting"
    title: str
    bars: tuple[tuple[str, str, float, float, OptionSide], ...]
    """Label, the same in words, least and most months, side."""
    caption: str
    alternative: str
    width_mm: float
    scale_months: float
    scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Block):
    """One in so many, as dots."""

    component: ClassVar[str] = "rate"
    title: str
    text: str
    one_in: int
    caption: str
    alternative: str
    width_mm: float
    height_mm: float
    scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One question and its answers; `bars` draws the months over each answer, a bar for each product that it names."""

    question: str
    answers: tuple[str, ...]
    bars: tuple[tuple[Months, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """Questions in rows, options and no treatment in columns, and rows that answer for all."""

    component: ClassVar[str] = "table"
    heads: tuple[tuple[str, str, OptionSide], ...]
    rows: tuple[TableRow, ...]
    shared: tuple[tuple[str, str], ...]
    scale_note: str
    scale_months: float
    column_mm: tuple[float, ...] = ()
    corner: str = ""
    cell_pad_mm: float = 4.5

    @property
    def row_grow_mm(self) -> float:
        """What each row has more, or less, than its usual padding, at its top and again at its foot."""
        return self.grow_mm / (len(self.rows) + len(self.shared)) / 2

    def bar_mm(self, column: int) -> float:
        """Width of a bar in the column of option `column`."""
        return self.column_mm[column + 1] - self.cell_pad_mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Block):
    """One question of a comparison in large print: each option's answer under the other, named and coloured."""

    component: ClassVar[str] = "card"
    title: str
    answers: tuple[tuple[str, OptionSide, str, tuple[Months, ...]], ...]
    """For each option: its name, its side, its answer, and the least and most months of its bars."""
    name_mm: float
    bar_mm: float
    scale_months: float = 0.0
    note: str = ""
    scale: float = 1.0
    is_stacked: bool = False
    """Whether each name stands above its answer, where there is no room beside it."""
