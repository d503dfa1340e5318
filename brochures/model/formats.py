"""The formats, their papers and their exact geometry: the one truth about millimetres. Floor 1.

Panel widths follow the trade's roll fold: the panel that tucks in is narrower, and the inside of the
sheet mirrors the outside.  Letter 3.6875 + 3.6875 + 3.625 in, A4 100 + 100 + 97 mm.
"""

from dataclasses import dataclass
from typing import Final, Literal

from brochures.units import inches

PaperName = Literal["letter", "a4"]
EditionName = Literal["print", "screen"]
FormatName = Literal["trifold", "handout", "comparison"]
SubjectKind = Literal["topic", "comparison"]

FRAME_MM: Final = 6.5
"""White that an office printer cannot reach, kept even on all sides in the `print` edition."""

CLEAR_MM: Final = 6.5
"""Least distance of any text from trim and fold."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, as it is named upright; millimetres."""

    name: PaperName
    label: str
    width_mm: float
    height_mm: float


PAPERS: Final[dict[str, Paper]] = {
    "letter": Paper("letter", "US Letter", inches(8.5), inches(11)),
    "a4": Paper("a4", "A4", 210.0, 297.0),
}


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel of a folded side: its name, left edge and width as the open sheet lies; millimetres at trim."""

    name: str
    x_mm: float
    width_mm: float


@dataclass(frozen=True, slots=True)
class RollFold:
    """A roll (C) fold on landscape paper: two full panels and the one that tucks in."""

    full_mm: float
    tucked_mm: float

    def outside(self) -> tuple[Panel, Panel, Panel]:
        """Flap, back and cover, left to right on the outside of the open sheet.

        >>> [panel.width_mm for panel in ROLL_FOLDS["a4"].outside()]
        [97.0, 100.0, 100.0]
        """
        return (
            Panel("flap", 0.0, self.tucked_mm),
            Panel("back", self.tucked_mm, self.full_mm),
            Panel("cover", self.tucked_mm + self.full_mm, self.full_mm),
        )

    def inside(self) -> tuple[Panel, Panel, Panel]:
        """The three inside panels, left to right; the tucked one lies right, behind the flap.

        >>> [round(panel.x_mm, 4) for panel in ROLL_FOLDS["letter"].inside()]
        [0.0, 93.6625, 187.325]
        """
        return (
            Panel("inside-1", 0.0, self.full_mm),
            Panel("inside-2", self.full_mm, self.full_mm),
            Panel("inside-3", 2 * self.full_mm, self.tucked_mm),
        )


ROLL_FOLDS: Final[dict[str, RollFold]] = {
    "letter": RollFold(inches(3.6875), inches(3.625)),
    "a4": RollFold(100.0, 97.0),
}


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances of text from the edge of its panel or page; millimetres.

    Every panel has the same side margin, so the white across a fold is twice the outer margin.
    """

    top: float
    side: float
    foot: float


@dataclass(frozen=True, slots=True)
class Format:
    """One physical thing: which subjects it serves, its sheet, and how it is printed."""

    name: FormatName
    label: str
    kinds: tuple[SubjectKind, ...]
    landscape: bool
    pages: tuple[int, int]
    margins: Margins
    duplex: Literal["DuplexFlipShortEdge", "DuplexFlipLongEdge", "Simplex"]
    print_note: str
    body_pt: float
    """Floor of body text in points; safety text is never smaller."""
    has_large: bool = False
    papers: tuple[PaperName, ...] = ("letter", "a4")
    editions: tuple[EditionName, ...] = ("print", "screen")

    def size_mm(self, paper: Paper) -> tuple[float, float]:
        """Width and height of one side of the open sheet."""
        if self.landscape:
            return paper.height_mm, paper.width_mm
        return paper.width_mm, paper.height_mm


FORMATS: Final[dict[str, Format]] = {
    "trifold": Format(
        "trifold",
        "Tri-fold brochure",
        ("topic", "comparison"),
        landscape=True,
        pages=(2, 2),
        margins=Margins(top=12.0, side=10.5, foot=10.5),
        duplex="DuplexFlipShortEdge",
        print_note="actual size, both sides, flip on short edge",
        body_pt=10.0,
    ),
    "handout": Format(
        "handout",
        "Handout",
        ("topic",),
        landscape=False,
        pages=(1, 4),
        margins=Margins(top=12.0, side=16.0, foot=9.0),
        duplex="DuplexFlipLongEdge",
        print_note="actual size, both sides, flip on long edge",
        body_pt=11.0,
        has_large=True,
    ),
    "comparison": Format(
        "comparison",
        "Comparison sheet",
        ("comparison",),
        landscape=False,
        pages=(1, 1),
        margins=Margins(top=11.5, side=12.0, foot=9.0),
        duplex="Simplex",
        print_note="actual size, one side",
        body_pt=9.25,
        has_large=True,
    ),
}


def default_formats(kind: SubjectKind) -> tuple[FormatName, ...]:
    """The formats that a subject of this kind is printed in when none is named, in catalogue order."""
    return tuple(row.name for row in FORMATS.values() if kind in row.kinds)
