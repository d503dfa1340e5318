"""The themes: what character a piece has, beyond the clinic's colours. Floor 1.

A theme is one row here, one stylesheet in `styles/themes/`, and the figures in `templates/figures/<name>/`
that it draws in its own way. Colours stay the clinic's: a theme only says which of them stands where.
"""

from dataclasses import dataclass, field
from typing import Final, Literal

ThemeName = Literal["clear", "editorial", "bold"]
CoverStyle = Literal["relief", "bands", "shapes"]
Ground = Literal["paper", "tint", "brand", "accent"]
"""On what a frame's words stand; every ground has its own readable set of colours."""

Cut = tuple[int, Literal["normal", "italic"]]


@dataclass(frozen=True, slots=True)
class Neutrals:
    """The colours that are neither the clinic's nor the warnings': `#rrggbb`."""

    paper: str = "#ffffff"
    ink: str = "#15262b"
    ink_soft: str = "#465860"
    line: str = "#c3d0d3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One row: fonts with the cuts that its stylesheet uses, neutrals, house colours, and grounds of frames."""

    name: ThemeName
    label: str
    display: str
    display_cuts: tuple[Cut, ...]
    text: str
    text_cuts: tuple[Cut, ...]
    primary: str
    secondary: str
    sans: str = ""
    """The family of labels, tables and warnings, unless the clinic has a family for text; empty: the text's."""
    sans_cuts: tuple[Cut, ...] = ()
    has_kickers: bool = False
    """Panels open with a small line over their title."""
    has_fine_icons: bool = False
    """Icons are drawn with a thin line and one dot of the second colour."""
    neutrals: Neutrals = Neutrals()
    warm_tint: bool = False
    """Tinted panels take the hue of the second colour, not of the first."""
    cover: CoverStyle = "relief"
    """How the cover is drawn: lines of relief on a face, bands that echo it, or flat shapes."""
    figures: ThemeName | None = None
    """The folder of `templates/figures/` whose drawings stand before the usual ones."""
    has_signs: bool = False
    """Numbers in facts are set as pictures, and each option has a drawn sign."""
    grounds: dict[str, Ground] = field(default_factory=dict)
    """Frames (panels, strips) that stand on a ground other than paper, by name."""


CLEAR: Final = Theme(
    name="clear",
    label="Clear: calm and clinical",
    display="Clear Display",
    display_cuts=((500, "normal"), (700, "normal")),
    text="Clear Text",
    text_cuts=((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal")),
    primary="#0b5260",
    secondary="#f0a057",
    grounds={"flap": "tint", "personal": "tint", "rack-front": "tint", "numbers": "tint", "bifold-inside-4": "tint"},
)
EDITORIAL: Final = Theme(
    name="editorial",
    label="Editorial: warm, with a light serif",
    display="Editorial Display",
    display_cuts=((300, "normal"), (300, "italic"), (500, "normal")),
    text="Editorial Text",
    text_cuts=((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal")),
    sans="Clear Text",
    sans_cuts=((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal")),
    cover="bands",
    figures="editorial",
    has_kickers=True,
    has_fine_icons=True,
    primary="#4a2138",
    secondary="#c67d5e",
    neutrals=Neutrals(paper="#fcf9f4", ink="#2a1e22", ink_soft="#5c4a4e", line="#cbb5a8"),
    warm_tint=True,
    grounds={"flap": "tint", "personal": "tint", "rack-front": "tint", "inside-1": "tint", "numbers": "tint"},
)
BOLD: Final = Theme(
    name="bold",
    label="Bold: modern, flat fields, large numerals",
    display="Bold Display",
    display_cuts=((500, "normal"), (700, "normal"), (900, "normal")),
    text="Bold Text",
    text_cuts=((400, "normal"), (500, "normal"), (700, "normal")),
    primary="#0b4a39",
    secondary="#ffb61e",
    neutrals=Neutrals(paper="#ffffff", ink="#13211c", ink_soft="#465850", line="#a9bdb3"),
    cover="shapes",
    figures="bold",
    has_signs=True,
    grounds={
        "flap": "accent",
        "rack-front": "accent",
        "inside-2": "brand",
        "contact": "brand",
        "numbers": "accent",
        "zfold-inside-1": "brand",
        "zfold-inside-2": "paper",
        "bifold-inside-4": "tint",
    },
)
THEMES: Final[dict[str, Theme]] = {theme.name: theme for theme in (CLEAR, EDITORIAL, BOLD)}
