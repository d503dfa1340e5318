"""The formats, their papers and their sizes: with the folds, the one truth about millimetres. Floor 1."""

from dataclasses import dataclass
from typing import Final, Literal

from brochures.units import inches

SheetName = Literal["letter", "a4"]
PaperName = Literal[SheetName, "screen"]
"""Two families of paper, each with sizes of its own for each format; `screen` is no paper."""
EditionName = Literal["print", "screen", "press"]
FormatName = Literal[
    "trifold", "zfold", "bifold", "handout", "comparison", "rack-card", "poster", "card", "phone", "slide"
]
LockedPart = Literal["serious_risks", "boxed_warning", "rate", "who_should_not", "rows", "urgent", "team", "lines"]
"""Safety text that a format must show: lists, a comparison's rows, urgent signs, the emergency team's words.

`lines` are the fine print.
"""
SubjectKind = Literal["topic", "comparison"]

FRAME_MM: Final = 6.5
"""White that an office printer cannot reach, kept even on all sides in the `print` edition."""

CLEAR_MM: Final = 6.5
"""Least distance of any text from trim and fold."""

SLUG_MM: Final = 12.0
"""Paper round the trim in the `press` edition, for bleed and marks; cut off."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of the office printer, as it is named upright; millimetres. What is on no paper has no size here."""

    name: PaperName
    label: str
    width_mm: float
    height_mm: float
    bleed_mm: float = 0.0
    """How far colour runs past the trim on a press: the trade's eighth of an inch, or 3 mm."""


PAPERS: Final[dict[str, Paper]] = {
    "letter": Paper("letter", "US Letter", inches(8.5), inches(11), inches(0.125)),
    "a4": Paper("a4", "A4", 210.0, 297.0, 3.0),
}
SCREEN: Final = Paper("screen", "Screen", 0.0, 0.0)


def paper_of(name: PaperName) -> Paper:
    """The paper of this name, or the screen."""
    return SCREEN if name == "screen" else PAPERS[name]


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances of text from the edge of its panel or page; millimetres.

    Every panel has the same side margin, so the white across a fold is twice the outer margin.
    """

    top: float
    side: float
    foot: float


_FOLDED: Final[tuple[LockedPart, ...]] = (
    "serious_risks",
    "boxed_warning",
    "rate",
    "who_should_not",
    "urgent",
    "lines",
)


@dataclass(frozen=True, slots=True)
class Ganging:
    """Copies of a small piece on one upright sheet, side by side and one under the other, to be cut apart."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One physical thing: which subjects it serves, its sheet, and how it is printed."""

    name: FormatName
    label: str
    kinds: tuple[SubjectKind, ...] = ("topic", "comparison")
    sizes_mm: tuple[tuple[PaperName, tuple[float, float]], ...] = ()
    """Width and height of one side, open, for each paper where they are not the paper's own."""
    landscape: bool = False
    pages: tuple[int, int]
    margins: Margins
    duplex: Literal["DuplexFlipShortEdge", "DuplexFlipLongEdge", "Simplex"] = "Simplex"
    print_note: str
    body_pt: float
    """Floor of body text in points; safety text is never smaller."""
    fine_pt: float = 8.5
    """Floor of fine print in points."""
    png_px: int = 0
    """Width of the pictures that go with the PDF, one a page; 0 where there are none."""
    line_mm: float
    """One line of body text at its floor, for telling how much is too much."""
    title_level: int = 2
    """Level of a block's heading: 3 under a panel's head, 2 under the title."""
    clear_mm: float = CLEAR_MM
    """Least distance of any text from trim and fold."""
    frame_mm: float = FRAME_MM
    """White round colour in the `print` edition; less for what is cut from a larger sheet."""
    ganging: Ganging | None = None
    """How many copies the `print` edition puts on one sheet of its paper; nothing: one side, one sheet."""
    full: bool = False
    """Whether statements of `depth: more` are printed."""
    locks: tuple[LockedPart, ...] = _FOLDED
    has_large: bool = False
    has_slots: bool = False
    """Whether a personal piece of it has places for the patient's own data."""
    is_usual: bool = False
    """Whether it is made when no format is named."""
    papers: tuple[PaperName, ...] = ("letter", "a4")
    editions: tuple[EditionName, ...] = ("print", "screen", "press")

    def size_mm(self, paper: Paper) -> tuple[float, float]:
        """Width and height of one side of the open sheet."""
        for name, size in self.sizes_mm:
            if name == paper.name:
                return size
        if self.landscape:
            return paper.height_mm, paper.width_mm
        return paper.width_mm, paper.height_mm


_ROWS: Final[tuple[Format, ...]] = (
    Format(
        name="trifold",
        label="Tri-fold brochure",
        landscape=True,
        pages=(2, 2),
        margins=Margins(top=12.0, side=10.5, foot=10.5),
        duplex="DuplexFlipShortEdge",
        print_note="actual size, both sides, flip on short edge",
        body_pt=10.0,
        line_mm=4.5,
        title_level=3,
        has_slots=True,
        is_usual=True,
    ),
    Format(
        name="zfold",
        label="Z-fold brochure",
        landscape=True,
        pages=(2, 2),
        margins=Margins(top=12.0, side=10.5, foot=10.5),
        duplex="DuplexFlipShortEdge",
        print_note="actual size, both sides, flip on short edge",
        body_pt=10.0,
        line_mm=4.5,
        title_level=3,
    ),
    Format(
        name="bifold",
        label="Half-fold brochure",
        landscape=True,
        pages=(2, 8),
        margins=Margins(top=12.0, side=13.5, foot=10.5),
        duplex="DuplexFlipShortEdge",
        print_note="actual size, both sides, flip on short edge",
        body_pt=10.0,
        line_mm=4.5,
        title_level=3,
        full=True,
        has_large=True,
    ),
    Format(
        name="handout",
        label="Handout",
        kinds=("topic",),
        pages=(1, 4),
        margins=Margins(top=12.0, side=16.0, foot=9.0),
        duplex="DuplexFlipLongEdge",
        print_note="actual size, both sides, flip on long edge",
        body_pt=11.0,
        line_mm=5.0,
        full=True,
        has_large=True,
        has_slots=True,
        is_usual=True,
    ),
    Format(
        name="comparison",
        label="Comparison sheet",
        kinds=("comparison",),
        pages=(1, 1),
        margins=Margins(top=11.5, side=12.0, foot=9.0),
        print_note="actual size, one side",
        body_pt=9.25,
        line_mm=3.95,
        full=True,
        locks=("rows", "urgent", "lines"),
        has_large=True,
        is_usual=True,
    ),
    Format(
        name="rack-card",
        label="Rack card",
        sizes_mm=(("letter", (inches(4), inches(9))), ("a4", (99.0, 210.0))),
        pages=(2, 2),
        margins=Margins(top=9.0, side=8.5, foot=8.5),
        duplex="DuplexFlipLongEdge",
        print_note="actual size, both sides, flip on long edge, cut",
        body_pt=9.25,
        line_mm=3.95,
        frame_mm=4.0,
        fine_pt=7.0,
        ganging=Ganging(columns=2, rows=1),
        locks=("serious_risks", "boxed_warning", "who_should_not", "urgent", "lines"),
        editions=("print", "press"),
    ),
    Format(
        name="poster",
        label="Poster",
        sizes_mm=(("letter", (inches(11), inches(17))), ("a4", (297.0, 420.0))),
        pages=(1, 1),
        margins=Margins(top=21.0, side=22.0, foot=13.5),
        print_note="actual size, one side, on tabloid or A3",
        body_pt=24.0,
        fine_pt=12.0,
        line_mm=11.0,
        clear_mm=10.0,
        locks=("serious_risks", "boxed_warning", "lines"),
        editions=("print", "press"),
    ),
    Format(
        name="card",
        label="Wallet card",
        kinds=("topic",),
        sizes_mm=(("letter", (inches(7), inches(2))), ("a4", (170.0, 55.0))),
        pages=(2, 2),
        margins=Margins(top=4.2, side=5.0, foot=4.0),
        duplex="DuplexFlipLongEdge",
        print_note="actual size, both sides, flip on long edge, cut, fold",
        body_pt=8.5,
        fine_pt=7.0,
        line_mm=3.6,
        clear_mm=4.0,
        frame_mm=2.0,
        ganging=Ganging(columns=1, rows=5),
        locks=("urgent", "team"),
        has_slots=True,
        editions=("print", "press"),
    ),
    Format(
        name="phone",
        label="Phone",
        sizes_mm=(("screen", (90.0, 160.0)),),
        pages=(1, 60),
        margins=Margins(top=8.0, side=7.5, foot=7.0),
        print_note="made for a telephone, not for paper",
        body_pt=12.5,
        fine_pt=10.0,
        line_mm=5.6,
        full=True,
        has_large=True,
        has_slots=True,
        papers=("screen",),
        editions=("screen",),
    ),
    Format(
        name="slide",
        label="Waiting-room slides",
        sizes_mm=(("screen", (inches(40 / 3), inches(7.5))),),
        pages=(1, 12),
        margins=Margins(top=15.0, side=20.0, foot=10.0),
        print_note="made for a screen, not for paper",
        body_pt=24.0,
        fine_pt=14.0,
        png_px=1920,
        line_mm=11.0,
        locks=("serious_risks", "boxed_warning", "urgent", "lines"),
        papers=("screen",),
        editions=("screen",),
    ),
)
FORMATS: Final[dict[str, Format]] = {row.name: row for row in _ROWS}


def default_formats(kind: SubjectKind) -> tuple[FormatName, ...]:
    """The formats that a subject of this kind is printed in when none is named, in catalogue order."""
    return tuple(row.name for row in _ROWS if kind in row.kinds and row.is_usual)


def formats_of(kind: SubjectKind) -> tuple[FormatName, ...]:
    """Every format that a subject of this kind has, in catalogue order."""
    return tuple(row.name for row in _ROWS if kind in row.kinds)
