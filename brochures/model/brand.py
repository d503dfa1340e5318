"""How a clinic looks on paper: the colours, fonts and pictures made of its brand. Floor 1."""

from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path
from typing import Final, Literal

from brochures.model.themes import CLEAR, Ground, Theme

Plate = Literal["", "paper", "deep"]
"""A field behind a logo: none, white paper, or the brand's deepest shade."""

_LOGO_AREA_MM2: Final = 330.0
_LOGO_WIDE_MM: Final = 50.0
_LOGO_HIGH_MM: Final = 16.0
_LOGO_TALLEST_MM: Final = 20.0


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour role as `#rrggbb`. Roles named `on_…` are text on that field, 4.5:1 or better (WCAG 2.1)."""

    brand: str
    brand_deep: str
    brand_mid: str
    brand_soft: str
    brand_tint: str
    brand_text: str
    on_brand: str
    on_brand_soft: str
    accent: str
    accent_mid: str
    accent_tint: str
    accent_text: str
    on_accent: str
    tint: str
    accent_on_brand: str
    brand_on_accent: str
    ink: str = "#15262b"
    ink_soft: str = "#465860"
    line: str = "#c3d0d3"
    paper: str = "#ffffff"
    urgent: str = "#a5101f"
    on_urgent: str = "#ffffff"
    tint_on_brand: str = "#ffffff"
    tint_on_accent: str = "#ffffff"
    urgent_on_brand: str = "#ffffff"
    urgent_on_accent: str = "#ffffff"

    def on(self, ground: Ground) -> "Palette":
        """The same roles for words and drawings that stand on a coloured ground; each still reads there."""
        if ground == "brand":
            return replace(
                self,
                paper=self.brand,
                ink=self.on_brand,
                ink_soft=self.on_brand_soft,
                line=self.brand_mid,
                brand=self.on_brand,
                brand_mid=self.on_brand_soft,
                brand_soft=self.brand_mid,
                brand_tint=self.tint_on_brand,
                brand_text=self.accent_on_brand,
                on_brand=self.brand,
                on_brand_soft=self.brand,
                accent=self.accent_on_brand,
                accent_mid=self.accent_on_brand,
                accent_text=self.accent_on_brand,
                accent_tint=self.tint_on_brand,
                on_accent=self.brand,
                urgent=self.urgent_on_brand,
            )
        if ground == "accent":
            return replace(
                self,
                paper=self.accent,
                ink=self.on_accent,
                ink_soft=self.on_accent,
                line=self.on_accent,
                brand=self.brand_on_accent,
                brand_mid=self.brand_on_accent,
                brand_soft=self.on_accent,
                brand_text=self.brand_on_accent,
                brand_tint=self.tint_on_accent,
                on_brand=self.accent,
                on_brand_soft=self.accent,
                accent=self.on_accent,
                on_accent=self.accent,
                accent_mid=self.on_accent,
                accent_text=self.on_accent,
                accent_tint=self.tint_on_accent,
                urgent=self.urgent_on_accent,
            )
        return replace(self, paper=self.tint) if ground == "tint" else self


CUT_LETTERS: Final = frozenset(
    (
        *range(0x20, 0x250),
        *range(0x300, 0x328),
        *range(0x370, 0x460),
        *range(0x1E00, 0x1F00),
        *range(0x2010, 0x2040),
        0x20AC,
        0x2122,
        0x2212,
    )
)
"""What is kept of a variable font: Latin, Greek and Cyrillic with their signs. To cut the rest takes too long."""


@dataclass(frozen=True, slots=True)
class FontFace:
    """One complete font file for one family, weight and style."""

    family: str
    weight: int
    style: str
    path: Path


@dataclass(frozen=True, slots=True)
class Logo:
    """A checked logo: clean SVG text or PNG/JPEG bytes, with its width over height."""

    kind: Literal["svg", "png", "jpeg"]
    data: bytes
    aspect: float
    shades: tuple[tuple[str, float], ...] = ()
    """Its colours as `#rrggbb` with each one's share, from 0 to 1; empty where they are not known."""
    filled: tuple[float, float] = (1.0, 1.0)
    """How much of its width and of its height its marks take."""
    plate: Plate = ""
    """What must stand behind it, so that it is seen where it is printed."""

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height in print: equal area for every shape, within the room that layouts keep for it."""
        highest = min(_LOGO_TALLEST_MM, _LOGO_HIGH_MM / self.aspect) if self.aspect < 1 else _LOGO_HIGH_MM
        width, height = sqrt(_LOGO_AREA_MM2 * self.aspect), sqrt(_LOGO_AREA_MM2 / self.aspect)
        scale = min(1.0, _LOGO_WIDE_MM / width, highest / height)
        return round(width * scale, 2), round(height * scale, 2)


@dataclass(frozen=True, slots=True)
class Picture:
    """A checked photograph, ready for print and without the camera's notes; width over height."""

    kind: Literal["png", "jpeg"]
    data: bytes
    aspect: float


@dataclass(frozen=True, slots=True)
class Look:
    """All that a clinic's brand decides on paper."""

    palette: Palette
    display_family: str
    text_family: str
    faces: tuple[FontFace, ...]
    theme: Theme = CLEAR
    logo_on_light: Logo | None = None
    logo_on_dark: Logo | None = None
    sans_family: str = ""
    """The family of labels, tables and warnings; empty where it is the text's."""
